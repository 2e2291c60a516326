package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.agreement.Accord;
import dev.parley.analysis.Commitment.Relief;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.talks.Act;
import dev.parley.talks.Communicative;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The moves by which a package would be carried out, each read in the situation before it. */
final class PackageMoves {
  private final List<Move> moves = new ArrayList<>();
  private Situation now;

  PackageMoves(Situation now) {
    this.now = now;
  }

  ImmutableList<Move> of(List<Concession> concessions, Optional<Terms> terms) {
    for (Concession concession : concessions) {
      if (concession instanceof Concession.NewValue to) {
        accept(to.by(), to.issue(), to.value(), false);
      } else if (concession instanceof Concession.WithoutCondition to) {
        accept(to.by(), to.issue(), to.value(), true);
      } else {
        relieve((Concession.Relieved) concession);
      }
    }
    terms.ifPresent(this::attest);
    return ImmutableList.copyOf(moves);
  }

  private void make(ActorId by, Act act) {
    Move move = Move.builder().by(by).act(act).build();
    moves.add(move);
    now = now.after(move);
  }

  private void accept(ActorId by, IssueId issue, Value value, boolean withoutCondition) {
    for (ActorId other : now.agenda().counterparts(by)) {
      Position position = now.position(new Line(by, issue, other));
      Optional<Region> before = withoutCondition ? position.demanded() : position.region();
      if (position.region().isPresent() && !before.filter(r -> r.holds(value)).isPresent()) {
        Region exactly = Region.exactly(now.agenda().requireIssue(issue).scale(), value);
        say(by, issue, other, before.map(r -> Widening.of(r, value)).orElse(exactly));
      }
    }
  }

  private void say(ActorId by, IssueId issue, ActorId toward, Region region) {
    Ask ask = Ask.of(region.describe());
    Optional<Demand> standing =
        now.standingDemands().stream()
            .filter(d -> d.by().equals(by) && d.asks().containsKey(issue))
            .filter(d -> d.of().isEmpty() || d.of().contains(toward))
            .findFirst();
    if (standing.isPresent()) {
      Demand demand = standing.get();
      ImmutableMap<IssueId, Ask> asks =
          ImmutableMap.<IssueId, Ask>builder()
              .putAll(demand.asks())
              .put(issue, ask)
              .buildKeepingLast();
      make(by, new Substantive.AmendDemand(again(demand, asks, demand.firmness())));
      return;
    }
    make(
        by,
        new Substantive.RaiseDemand(
            GeneralDemand.builder().by(by).addOf(toward).putWanted(issue, ask).build()));
  }

  private static GeneralDemand again(
      Demand demand, ImmutableMap<IssueId, Ask> asks, Optional<Firmness> firmness) {
    return GeneralDemand.builder()
        .by(demand.by())
        .addAllOf(demand.of())
        .putAllWanted(asks)
        .firmness(firmness)
        .sufficient(demand.sufficient())
        .build();
  }

  private void relieve(Concession.Relieved relieved) {
    ActorId by = relieved.by();
    Optional<IssueId> issue = relieved.issue();
    if (relieved.relief().kind() == Relief.Kind.REORDER) {
      issue.ifPresent(i -> together(by, i, ImmutableSet.of()));
      for (Demand demand : holdingUp(by, issue)) {
        for (IssueId own : LinkageReading.ownBeside(now.agenda(), demand)) {
          Set<IssueId> asked = new LinkedHashSet<>(demand.asks().keySet());
          asked.removeAll(tied(by, own, Tie.Order.AFTER));
          if (!asked.isEmpty()) {
            together(by, own, asked);
          }
        }
      }
    } else {
      make(by, new Communicative.Commit(relieved.relief().toString()));
    }
    if (relieved.relief().kind() != Relief.Kind.SPLIT) {
      for (Demand demand : holdingUp(by, issue)) {
        make(
            by,
            new Substantive.AmendDemand(
                again(demand, demand.asks(), Optional.of(Firmness.ESSENTIAL))));
      }
    }
  }

  /** A tie TOGETHER takes the place of one AFTER on the same issues; others TOGETHER are kept. */
  private void together(ActorId by, IssueId issue, Set<IssueId> more) {
    Set<IssueId> others = new LinkedHashSet<>(more);
    others.addAll(tied(by, issue, Tie.Order.TOGETHER));
    if (more.isEmpty()) {
      others.addAll(tied(by, issue, Tie.Order.AFTER));
    }
    if (!others.isEmpty()) {
      make(
          by,
          new Substantive.TieCommitment(
              new Tie(by, issue, Tie.Order.TOGETHER, ImmutableSet.copyOf(others))));
    }
  }

  /**
   * Returns the preconditions that hold up a commitment; without an issue, taking part in talks.
   */
  private List<Demand> holdingUp(ActorId by, Optional<IssueId> issue) {
    return now.standingDemands().stream()
        .filter(d -> d.by().equals(by))
        .filter(d -> d.firmness().equals(Optional.of(Firmness.PRECONDITION)))
        .filter(
            d -> {
              ImmutableList<IssueId> own = LinkageReading.ownBeside(now.agenda(), d);
              return issue.equals(own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty());
            })
        .toList();
  }

  private Set<IssueId> tied(ActorId by, IssueId issue, Tie.Order order) {
    Set<IssueId> others = new LinkedHashSet<>();
    for (Tie tie : now.ties()) {
      if (tie.by().equals(by) && tie.issue().equals(issue) && tie.order() == order) {
        others.addAll(tie.others());
      }
    }
    return others;
  }

  private void attest(Terms terms) {
    Text text = Text.builder().terms(terms).amends(changed(terms)).build();
    for (ActorId party : now.agenda().principals()) {
      make(party, new Substantive.Attest(text));
    }
  }

  /** What some have agreed as a whole is changed by name. */
  private Optional<Text> changed(Terms terms) {
    return now.agreements().values().stream()
        .filter(a -> a.text().binding() == Binding.WHOLE)
        .filter(
            a ->
                a.settles().stream()
                    .anyMatch(
                        i ->
                            terms.on(i).isPresent() && !terms.on(i).equals(a.text().terms().on(i))))
        .map(Accord::text)
        .findFirst();
  }
}
