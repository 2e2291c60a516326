package dev.parley.rules;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Value;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import dev.parley.demand.Line;
import dev.parley.demand.Text;
import dev.parley.progress.Settled;
import dev.parley.talks.Situation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is agreed between whom: what several rules ask is answered here. */
final class Agreed {
  private Agreed() {}

  /** Returns the parties that a text binds: those it names, or all principals. */
  static ImmutableSet<ActorId> parties(Situation s, Text text) {
    return text.parties().isEmpty() ? ImmutableSet.copyOf(s.agenda().principals()) : text.parties();
  }

  /** Returns the value that two have settled on an issue. */
  static Optional<Value> between(Situation s, Line line) {
    return s.settled().stream()
        .filter(x -> x.issue().equals(line.issue()) && x.isBetween(line.party(), line.toward()))
        .map(Settled::value)
        .findFirst();
  }

  /** Returns whether every two principals among some have settled an issue. */
  static boolean isSettled(Situation s, IssueId issue, Set<ActorId> among) {
    List<ActorId> principals = s.agenda().principals().stream().filter(among::contains).toList();
    for (ActorId one : principals) {
      for (ActorId other : principals) {
        if (!one.equals(other) && between(s, new Line(one, issue, other)).isEmpty()) {
          return false;
        }
      }
    }
    return principals.size() > 1;
  }

  /** All whom it binds have consented, be it provisionally, and it is not over. */
  private static boolean isInPrinciple(Accord accord) {
    return accord.stage() != AgreementStage.TABLED && !accord.stage().isOver();
  }

  /** Returns whether two agree in principle on the issue of a line, or on the whole. */
  static boolean isInPrinciple(Situation s, Line line) {
    return s.agreements().values().stream()
        .filter(Agreed::isInPrinciple)
        .filter(a -> !a.text().interim())
        .filter(a -> a.bound().contains(line.party()) && a.bound().contains(line.toward()))
        .anyMatch(a -> a.text().comprehensive() || a.text().issues().contains(line.issue()));
  }

  /** Returns whether all principals agree in principle on all there is. */
  static boolean isWholeInPrinciple(Situation s) {
    ImmutableList<Accord> among =
        s.agreements().values().stream()
            .filter(Agreed::isInPrinciple)
            .filter(a -> !a.text().interim())
            .filter(a -> a.bound().containsAll(s.agenda().principals()))
            .collect(toImmutableList());
    Set<IssueId> agreed =
        among.stream()
            .flatMap(a -> a.agreed(Consent.Kind::stands).stream())
            .collect(toImmutableSet());
    return among.stream().anyMatch(a -> a.text().comprehensive())
        || agreed.containsAll(s.agenda().issues().keySet());
  }

  /** Returns who is bound by a text only once it has ratified. */
  static ImmutableSet<ActorId> mustRatify(Situation s, Text text) {
    ImmutableSet<ActorId> parties = parties(s, text);
    return s.agenda().actors().keySet().stream()
        .filter(p -> parties.contains(p) && text.inForce().mustRatify(s.agenda(), p))
        .collect(toImmutableSet());
  }

  /** Returns those who have ratified a text. */
  static ImmutableSet<ActorId> ratified(Situation s, Text text) {
    return Optional.ofNullable(s.agreements().get(text)).stream()
        .flatMap(a -> a.bound().stream().filter(p -> a.is(p, k -> k == Consent.Kind.RATIFIED)))
        .collect(toImmutableSet());
  }

  /** Returns what a party ratifies that does not say which: what it has yet to ratify. */
  static ImmutableList<Text> awaiting(Situation s, ActorId party) {
    return s.agreements().values().stream()
        .filter(a -> !a.stage().isOver())
        .filter(a -> a.is(party, k -> k.stands() && k != Consent.Kind.RATIFIED))
        .map(Accord::text)
        .filter(t -> mustRatify(s, t).contains(party))
        .collect(toImmutableList());
  }
}
