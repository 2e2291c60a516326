package dev.parley.demand;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.When;
import dev.parley.spelling.Listed;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.Optional;

/**
 * How a signed agreement comes into force: once those have ratified who are to, on a date, after an
 * event, and whether it is applied provisionally before (Vienna Convention on the Law of Treaties,
 * articles 24 and 25). {@code EntryIntoForce.onceRatifiedBy(2).after(event)}. Immutable.
 *
 * @param ratifiers who is to have ratified
 * @param date not before that date, or empty
 * @param event not before something else is done or has happened, or empty
 * @param provisionally whether it is carried out from its signature on, until it is in force
 */
public record EntryIntoForce(
    Ratifiers ratifiers, Optional<When> date, Optional<Trigger> event, boolean provisionally)
    implements Serializable {
  /** Once all who must ratify have; at signature where nobody must. */
  public static final EntryIntoForce ON_RATIFICATION = of(new Ratifiers.Everybody());

  /** At signature, whoever must ratify otherwise. */
  public static final EntryIntoForce ON_SIGNATURE = of(new Ratifiers.Nobody());

  /**
   * Checks that the event can happen before it is in force.
   *
   * @param ratifiers who is to have ratified
   * @param date not before that date
   * @param event not before something else is done or has happened
   * @param provisionally whether it is carried out before
   */
  public EntryIntoForce {
    event.ifPresent(EntryIntoForce::requireEvent);
  }

  private static void requireEvent(Trigger event) {
    if (!(event instanceof Trigger.When)
        && !(event instanceof Trigger.After after && after.later().isZero())) {
      throw new IllegalArgumentException(
          "an agreement cannot come into force (%s): name an obligation or an event in words, or a date beside it"
              .formatted(event));
    }
  }

  /** Whose ratification it takes. */
  public sealed interface Ratifiers extends Serializable {
    /** All who must ratify by the agenda; nobody else is held up by anything. */
    record Everybody() implements Ratifiers {
      @Override
      public String toString() {
        return "on ratification";
      }
    }

    /** Nobody. */
    record Nobody() implements Ratifiers {
      @Override
      public String toString() {
        return "on signature";
      }
    }

    /** Each for itself: it is in force among those who need not ratify, or have, once two are. */
    record Each() implements Ratifiers {
      @Override
      public String toString() {
        return "for each once it has ratified";
      }
    }

    /**
     * Some, who must; others who must by the agenda are bound once they have, too.
     *
     * @param parties the parties, one or more, in the order of identifiers
     */
    record Those(ImmutableSet<ActorId> parties) implements Ratifiers {
      /**
       * Checks that there is one.
       *
       * @param parties the parties
       */
      public Those {
        parties = ImmutableSortedSet.copyOf(parties);
        if (parties.isEmpty()) {
          throw new IllegalArgumentException(
              "an agreement comes into force once nobody has ratified: name one party, or say (on signature)");
        }
      }

      @Override
      public String toString() {
        return "once ratified by " + Listed.names(parties);
      }

      private Object writeReplace() {
        return RecordForm.of(this);
      }
    }

    /**
     * So many principals, whichever; each is bound once it has ratified.
     *
     * @param parties how many, one or more
     */
    record AtLeast(int parties) implements Ratifiers {
      /**
       * Checks that it is one or more.
       *
       * @param parties how many
       */
      public AtLeast {
        if (parties < 1) {
          throw new IllegalArgumentException(
              "an agreement comes into force once (%s) have ratified: give one or more, or say (on signature)"
                  .formatted(parties));
        }
      }

      @Override
      public String toString() {
        return "once ratified by " + parties;
      }
    }
  }

  private static EntryIntoForce of(Ratifiers ratifiers) {
    return new EntryIntoForce(ratifiers, Optional.empty(), Optional.empty(), false);
  }

  /**
   * {@return on a date, if all who must ratify have by then}
   *
   * @param date the date
   */
  public static EntryIntoForce on(When date) {
    return new EntryIntoForce(
        new Ratifiers.Everybody(), Optional.of(date), Optional.empty(), false);
  }

  /**
   * {@return once some have ratified}
   *
   * @param parties the parties
   */
  public static EntryIntoForce onceRatifiedBy(ActorId... parties) {
    return of(new Ratifiers.Those(ImmutableSet.copyOf(parties)));
  }

  /**
   * {@return once so many principals have ratified}
   *
   * @param parties how many, one or more
   */
  public static EntryIntoForce onceRatifiedBy(int parties) {
    return of(new Ratifiers.AtLeast(parties));
  }

  /** {@return among those who need not ratify, or have, as soon as these are two} */
  public static EntryIntoForce forEach() {
    return of(new Ratifiers.Each());
  }

  /**
   * {@return the same, but not before something else}
   *
   * @param what an obligation, or an event in words
   */
  public EntryIntoForce after(Trigger what) {
    return new EntryIntoForce(ratifiers, date, Optional.of(what), provisionally);
  }

  /** {@return the same, carried out from its signature on} */
  public EntryIntoForce appliedProvisionally() {
    return new EntryIntoForce(ratifiers, date, event, true);
  }

  /**
   * {@return whether a party's signature binds it only once it has ratified}
   *
   * @param agenda who must by the agenda
   * @param party a party
   */
  public boolean mustRatify(Agenda agenda, ActorId party) {
    boolean byAgenda = agenda.mustRatify().contains(party);
    if (ratifiers instanceof Ratifiers.AtLeast) {
      return agenda.isPrincipal(party);
    }
    return ratifiers instanceof Ratifiers.Those those
        ? byAgenda || those.parties().contains(party)
        : byAgenda && !(ratifiers instanceof Ratifiers.Nobody);
  }

  @Override
  public String toString() {
    boolean byDateAlone = ratifiers instanceof Ratifiers.Everybody && date.isPresent();
    return (byDateAlone ? "" : ratifiers + date.map(d -> ", on ").orElse(""))
        + date.map(When::toString).orElse("")
        + event.map(e -> ", " + e).orElse("")
        + (provisionally ? ", applied provisionally before" : "");
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
