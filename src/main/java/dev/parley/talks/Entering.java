package dev.parley.talks;

import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import dev.parley.demand.EntryIntoForce;
import dev.parley.demand.EntryIntoForce.Ratifiers;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.When;
import java.util.Set;

/**
 * Whether a signed agreement comes into force, and for whom it is (Vienna Convention on the Law of
 * Treaties, articles 24 and 25).
 */
final class Entering {
  private Entering() {}

  /** Says whether a party's signature binds it only once it has ratified. */
  static boolean mustRatify(Situation s, Text text, ActorId party) {
    return text.inForce().mustRatify(s.agenda(), party);
  }

  /** Says whether nothing more is awaited from a party: it has signed, and ratified if it must. */
  static boolean isBound(Situation s, Accord accord, ActorId party) {
    return accord.bound().contains(party)
        && accord.is(
            party,
            kind ->
                kind == Consent.Kind.RATIFIED
                    || kind.isFinal() && !mustRatify(s, accord.text(), party));
  }

  /** Says whether all that it takes has come about, at a date. */
  static boolean isDue(Situation s, Accord accord, When on) {
    EntryIntoForce entry = accord.text().inForce();
    return isRatified(s, accord)
        && entry.date().filter(day -> !on.startsWithinOrAfter(day)).isEmpty()
        && entry.event().filter(event -> !hasCome(s, accord, event)).isEmpty();
  }

  private static boolean isRatified(Situation s, Accord accord) {
    Set<ActorId> parties = Sets.intersection(accord.bound(), accord.text().parties());
    Ratifiers ratifiers = accord.text().inForce().ratifiers();
    if (ratifiers instanceof Ratifiers.Those those) {
      return those.parties().stream().allMatch(p -> isRatifiedBy(accord, p));
    }
    if (ratifiers instanceof Ratifiers.AtLeast) {
      return accord.ratificationsToCome().orElseThrow() == 0; // one that has joined counts
    }
    return ratifiers instanceof Ratifiers.Each
        ? parties.stream().filter(p -> isBound(s, accord, p)).count() > 1
        : parties.stream()
            .filter(p -> mustRatify(s, accord.text(), p))
            .allMatch(p -> isRatifiedBy(accord, p));
  }

  private static boolean isRatifiedBy(Accord accord, ActorId party) {
    return accord.is(party, kind -> kind == Consent.Kind.RATIFIED);
  }

  private static boolean hasCome(Situation s, Accord accord, Trigger event) {
    return event instanceof Trigger.After after
        ? ObligationConduct.isDone(s, after, accord.text())
        : accord.noted();
  }

  /** Says whether an event in words is still to be noted for it to come into force. */
  static boolean awaitsEvent(Accord accord) {
    return !accord.stage().isOver()
        && !Suspending.isInForce(accord)
        && !accord.noted()
        && accord.text().inForce().event().filter(Trigger.When.class::isInstance).isPresent();
  }

  /** Says whether what it says is carried out: it is in force, or applied provisionally. */
  static boolean isCarriedOut(Accord accord) {
    return Suspending.isInForce(accord)
        || accord.stage() == AgreementStage.SIGNED && accord.text().inForce().provisionally();
  }

  /** Says whether it is carried out by a party, or towards it. */
  static boolean isCarriedOutBy(Situation s, Accord accord, ActorId party) {
    return accord.bound().contains(party)
        && (accord.text().inForce().provisionally() || isBound(s, accord, party));
  }

  /** Says whether it comes to nothing where a party refuses it. */
  static boolean isNeeded(Situation s, Accord accord, ActorId party) {
    if (!accord.text().parties().contains(party)) {
      return false; // it has joined, or would
    }
    if (!accord.stage().isSigned()) {
      return true;
    }
    if (Suspending.isInForce(accord)) {
      return isBound(s, accord, party);
    }
    Ratifiers ratifiers = accord.text().inForce().ratifiers();
    int left = accord.bound().size() - 1;
    if (ratifiers instanceof Ratifiers.Those those) {
      return those.parties().contains(party) || left < 2;
    }
    if (ratifiers instanceof Ratifiers.AtLeast some) {
      return left < Math.max(2, some.parties());
    }
    return !(ratifiers instanceof Ratifiers.Each) || left < 2;
  }
}
