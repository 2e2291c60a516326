package dev.parley.play;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.prospect.Missing;
import dev.parley.analysis.prospect.Preference;
import dev.parley.play.SessionResult.End;
import dev.parley.talks.Negotiation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a record could go on, if the parties preferred what somebody says they prefer and acted by
 * given strategies: which share of so many simulated continuations ends in which agreement, by
 * which round. It says nothing of what will happen, and is as good as its assumptions, which {@link
 * #describe} prints first.
 *
 * <p>It continues the issues that are open; what is agreed stays. Where a preference, a weight or a
 * reservation has not been stated, nothing is simulated, and {@link #missing} names what it would
 * need. Immutable.
 *
 * @param assumptions everything that it takes for granted, as sentences
 * @param missing what would have to be stated, party by party in the order of the agenda
 * @param tally what came of the continuations; empty where something is missing
 */
public record Forecast(
    ImmutableList<String> assumptions, ImmutableList<Missing> missing, Optional<Tally> tally) {
  /** The most agreements that are printed; the others are counted. */
  private static final int LISTED = 12;

  /**
   * Continues a record by alternating offers (stacked where there are more than two parties),
   * within {@link Session#ROUNDS} rounds.
   *
   * @param negotiation the record
   * @param preferences what is said or assumed of what the parties prefer, one for a party
   * @param strategies how each principal acts, by its identifier; turns are in the order of the
   *     agenda
   * @param runs how many continuations
   * @param seed from which all chance comes
   * @return the shares, or what is missing
   * @throws IllegalArgumentException if a party has two preferences or no strategy, a preference
   *     does not fit the agenda, nothing is open, or the talks cannot go on as they stand
   */
  public static Forecast of(
      Negotiation negotiation,
      Iterable<Preference> preferences,
      Map<String, Strategy> strategies,
      int runs,
      long seed) {
    return of(negotiation, preferences, strategies, Session.ROUNDS, runs, seed);
  }

  /**
   * Continues a record within so many rounds.
   *
   * @param negotiation the record
   * @param preferences what is said or assumed of what the parties prefer, one for a party
   * @param strategies how each principal acts, by its identifier; turns are in the order of the
   *     agenda
   * @param rounds how many rounds a continuation may have
   * @param runs how many continuations
   * @param seed from which all chance comes
   * @return the shares, or what is missing
   * @throws IllegalArgumentException if a party has two preferences or no strategy, a preference
   *     does not fit the agenda, nothing is open, or the talks cannot go on as they stand
   */
  public static Forecast of(
      Negotiation negotiation,
      Iterable<Preference> preferences,
      Map<String, Strategy> strategies,
      int rounds,
      int runs,
      long seed) {
    Agenda agenda = negotiation.agenda();
    ImmutableMap<IssueId, Value> agreed = ImmutableMap.copyOf(negotiation.situation().closed());
    List<Issue> open =
        agenda.issueList().stream().filter(i -> !agreed.containsKey(i.id())).toList();
    if (open.isEmpty()) {
      throw new IllegalArgumentException("nothing is open: every issue of the agenda is agreed");
    }
    Map<ActorId, Preference> byParty = byParty(agenda, preferences);
    ImmutableList<Missing> missing = missing(agenda, open, byParty);
    ImmutableList.Builder<String> assumptions = ImmutableList.builder();
    byParty.values().forEach(p -> assumptions.add(said(agenda, p)));
    for (ActorId party : agenda.principals()) {
      assumptions.add(
          "%s acts by this strategy: %s."
              .formatted(agenda.nameOf(party), strategy(party, strategies).name()));
    }
    if (!missing.isEmpty()) {
      return new Forecast(assumptions.build(), missing, Optional.empty());
    }
    OutcomeSpace space = OutcomeSpace.of(open);
    List<Participant> participants = new ArrayList<>();
    for (ActorId party : agenda.principals()) {
      participants.add(
          Participant.of(
              Objects.requireNonNull(byParty.get(party)).profile(agenda, space, agreed),
              strategy(party, strategies)));
    }
    Session session = Session.of(negotiation, participants).within(rounds);
    assumptions.add(
        "What is agreed stays (%s); every other issue is open (%s), and only whole packages are offered."
            .formatted(
                agreed.isEmpty() ? "nothing so far" : Terms.of(agreed).toString(), names(open)));
    assumptions.add(
        "They go on by %s, in this order: %s; within %s rounds."
            .formatted(
                session.protocol().title(),
                agenda.principals().stream().map(agenda::nameOf).collect(Collectors.joining(", ")),
                rounds));
    assumptions.add(
        "The strategies do not feel bound by what the parties have demanded and offered so far.");
    assumptions.add("%s continuations, seed %s.".formatted(runs, seed));
    return new Forecast(
        assumptions.build(), missing, Optional.of(Sessions.of(session, runs, seed).tally()));
  }

  private static Map<ActorId, Preference> byParty(Agenda agenda, Iterable<Preference> preferences) {
    Map<ActorId, Preference> byParty = new LinkedHashMap<>();
    for (Preference preference : preferences) {
      preference.check(agenda);
      Preference first = byParty.putIfAbsent(preference.party(), preference);
      if (first != null) {
        throw new IllegalArgumentException(
            "party (%s) has two preferences, of (%s) and of (%s): continue the record once with each"
                .formatted(preference.party(), first.source().id(), preference.source().id()));
      }
    }
    return byParty;
  }

  private static Strategy strategy(ActorId party, Map<String, Strategy> strategies) {
    Strategy strategy = strategies.get(party.text());
    if (strategy == null) {
      throw new IllegalArgumentException(
          "party (%s) has no strategy. Strategies are given for: %s"
              .formatted(party, strategies.keySet().stream().sorted().toList()));
    }
    return strategy;
  }

  private static ImmutableList<Missing> missing(
      Agenda agenda, List<Issue> open, Map<ActorId, Preference> byParty) {
    ImmutableList.Builder<Missing> missing = ImmutableList.builder();
    for (ActorId party : agenda.principals()) {
      Preference preference = byParty.get(party);
      if (preference == null) {
        missing.add(new Missing(Missing.What.PREFERENCE, party, Optional.empty()));
        continue;
      }
      for (Issue issue : open) {
        if (!preference.weighings().containsKey(issue.id())) {
          missing.add(new Missing(Missing.What.WEIGHT, party, Optional.of(issue.id())));
        }
      }
      if (preference.reservation().isEmpty()) {
        missing.add(new Missing(Missing.What.RESERVATION, party, Optional.empty()));
      }
    }
    return missing.build();
  }

  /** The reservation is a private bottom line and is not printed. */
  private static String said(Agenda agenda, Preference preference) {
    String weights =
        preference.weighings().entrySet().stream()
            .map(e -> "%s counts %s".formatted(e.getKey(), e.getValue().weight()))
            .collect(Collectors.joining(", "));
    return "What %s prefers is %s by %s: %s%s."
        .formatted(
            agenda.nameOf(preference.party()),
            preference.basis() == Preference.Basis.ASSUMED ? "assumed" : "said",
            preference.source().name().orElse(preference.source().id().toString()),
            weights,
            preference.reservation().isPresent() ? "; its bottom line is stated, too" : "");
  }

  private static String names(List<Issue> issues) {
    return issues.stream().map(i -> i.id().text()).collect(Collectors.joining(", "));
  }

  /**
   * {@return the assumptions, and after them what came of the continuations, or what would have to
   * be stated: the text, lines ended by a line feed}
   */
  public String describe() {
    StringBuilder text = new StringBuilder("Assumed:\n");
    assumptions.forEach(line -> text.append("- ").append(line).append('\n'));
    if (tally.isEmpty()) {
      text.append("Nothing was simulated. It would need:\n");
      missing.forEach(line -> text.append("- ").append(line).append('\n'));
      return text.toString();
    }
    Tally counted = tally.get();
    text.append("Under these assumptions, as shares of the continuations (95 % interval):\n");
    for (End end : End.values()) {
      Estimate share = counted.share(end);
      if (share.value() > 0) {
        text.append("- ").append(words(end)).append(": ").append(share).append('\n');
      }
    }
    text.append("- mean number of rounds: ").append(counted.rounds()).append('\n');
    int listed = 0;
    for (Map.Entry<Terms, Estimate> agreement : counted.agreements().entrySet()) {
      if (listed++ < LISTED) {
        text.append("- %s: %s\n".formatted(agreement.getKey(), agreement.getValue()));
      }
    }
    if (listed > LISTED) {
      text.append("- and %s more agreements\n".formatted(listed - LISTED));
    }
    return text.append("These are shares of simulated continuations, not of what will happen.\n")
        .toString();
  }

  private static String words(End end) {
    return switch (end) {
      case AGREEMENT -> "an agreement";
      case OUT_OF_TIME -> "no agreement within the rounds";
      case LEFT -> "a party leaves";
      case REFUSED -> "the rules of these talks refuse a move";
    };
  }
}
