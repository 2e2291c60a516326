package dev.parley.testing;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Outsider;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import dev.parley.demand.Undertaking;
import dev.parley.talks.Move;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * An agenda under other names, or in other units, and how the moves on it are rewritten.
 *
 * @param agenda the agenda after it
 * @param rewriting puts the new names or numbers in the place of the old ones
 */
record Transposed(Agenda agenda, Rewriting rewriting) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  static Transposed renamed(Agenda agenda, UnaryOperator<ActorId> names) {
    Rewriting renaming =
        new Rewriting() {
          @Override
          public ActorId actor(ActorId id) {
            return names.apply(id);
          }

          @Override
          public Issue issue(Issue issue) {
            return Transposed.renamed(issue, names);
          }
        };
    Agenda other =
        Agenda.builder()
            .addAllPartyList(
                agenda.partyList().stream()
                    .map(
                        p ->
                            p.withId(names.apply(p.id()))
                                .withAllyOf(p.allyOf().stream().map(names).toList()))
                    .toList())
            .addAllOutsiders(
                agenda.outsiders().stream()
                    .map(o -> new Outsider(names.apply(o.id()), o.name()))
                    .toList())
            .addAllIssueList(agenda.issueList().stream().map(i -> renamed(i, names)).toList())
            .addAllDelegationList(
                agenda.delegationList().stream()
                    .map(
                        d ->
                            d.withParty(names.apply(d.party()))
                                .withOthers(d.others().stream().map(names).toList()))
                    .toList())
            .ratification(renamed(agenda.ratification(), names))
            .build();
    return new Transposed(other, renaming);
  }

  private static Ratification renamed(Ratification ratification, UnaryOperator<ActorId> names) {
    return ratification instanceof Ratification.Those those
        ? Ratification.by(those.parties().stream().map(names).toList())
        : ratification;
  }

  private static Issue renamed(Issue issue, UnaryOperator<ActorId> names) {
    Map<ActorId, dev.parley.agenda.Issue.Better> better = new LinkedHashMap<>();
    issue.better().forEach((party, end) -> better.put(names.apply(party), end));
    return issue.withBetter(better).withObligor(issue.obligor().map(names));
  }

  static Transposed scaled(Agenda agenda, BigDecimal factor) {
    Map<IssueId, Scale> scales = new LinkedHashMap<>();
    agenda.issueList().forEach(issue -> scales.put(issue.id(), issue.scale()));
    Rewriting scaling =
        new Rewriting() {
          @Override
          public Value value(IssueId issue, Value value) {
            return value instanceof Value.Amount amount
                ? Value.amount(amount.number().multiply(factor))
                : value;
          }

          /** An amount is in the unit of the issue that is delivered, or that gives its name. */
          @Override
          public BigDecimal amount(Undertaking of, BigDecimal amount) {
            boolean inUnits =
                scales.entrySet().stream()
                    .filter(e -> e.getValue() instanceof Scale.Quantity)
                    .map(Map.Entry::getKey)
                    .anyMatch(
                        i ->
                            of.terms().isPresent()
                                ? of.terms().get().on(i).isPresent()
                                : of.name().equals(i.text()));
            return inUnits ? new Value.Amount(amount.multiply(factor)).number() : amount;
          }

          @Override
          public Ask ask(IssueId issue, Ask ask) {
            return scales.get(issue) instanceof Scale.Quantity
                ? new Ask(ask.region().map(text -> scaled(text, factor)), ask.words())
                : ask;
          }

          @Override
          public Issue issue(Issue issue) {
            return Transposed.scaled(issue, factor);
          }
        };
    Agenda other =
        agenda.withIssueList(agenda.issueList().stream().map(i -> scaled(i, factor)).toList());
    return new Transposed(other, scaling);
  }

  private static Issue scaled(Issue issue, BigDecimal factor) {
    return issue.scale() instanceof Scale.Quantity q
        ? issue.withScale(
            new Scale.Quantity(
                q.least().multiply(factor),
                q.most().multiply(factor),
                q.step().multiply(factor),
                q.unit()))
        : issue;
  }

  private static String scaled(String region, BigDecimal factor) {
    return NUMBER
        .matcher(region)
        .replaceAll(
            match ->
                new BigDecimal(match.group())
                    .multiply(factor)
                    .stripTrailingZeros()
                    .toPlainString());
  }

  /** Returns the moves on this agenda. */
  List<Move> moves(List<Move> before) {
    return RewrittenMoves.all(before, rewriting)
        .orElseThrow(() -> new IllegalArgumentException("two of the actors were given one name"));
  }
}
