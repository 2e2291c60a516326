package dev.parley.demand;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.evidence.When;
import dev.parley.travel.RecordForm;
import dev.parley.travel.Travelling;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * What one party would be bound to do by an agreement: who, what, by when, triggered by what,
 * secured by which guarantor. It becomes an obligation when the agreement comes into force.
 * Immutable.
 */
@Structural
@Immutable(prehash = true)
public sealed interface Undertaking extends Travelling, WithUndertaking
    permits ImmutableUndertaking {
  /** {@return its name, unique in an agreement} */
  String name();

  /** {@return who is bound} */
  ActorId by();

  /** {@return what on the agenda it delivers: the terms, or empty when only words say it} */
  Optional<Terms> terms();

  /** {@return what it delivers, in words; empty when the terms say it all} */
  @Default
  default String words() {
    return "";
  }

  /**
   * {@return how much of it there is to do, in the unit of the issue that it delivers or that its
   * name is of; empty when it is done at once}
   */
  Optional<BigDecimal> amount();

  /**
   * {@return whether it is an obligation to refrain: a cease-fire, a cap; in effect until its time
   * is up}
   */
  @Default
  default boolean refrain() {
    return false;
  }

  /** {@return by when, or empty when none was given} */
  Optional<When> due();

  /** {@return what sets it off: the trigger; coming into force unless given} */
  @Default
  default Trigger trigger() {
    return new Trigger.OnForce();
  }

  /** {@return who stands for its performance: a guarantor, or empty when there is none} */
  Optional<ActorId> guarantor();

  /**
   * Checks that it delivers something; takes trailing zeros off its amount.
   *
   * @return the undertaking, so that equal amounts make equal undertakings
   */
  @Check
  default Undertaking check() {
    if (amount().filter(a -> a.signum() <= 0).isPresent()) {
      throw new IllegalArgumentException(
          "undertaking (%s) is to do (%s) of something: give more than none"
              .formatted(name(), amount().get()));
    }
    if (terms().isEmpty() && words().isBlank()) {
      throw new IllegalArgumentException(
          "undertaking (%s) delivers nothing: give terms or words".formatted(name()));
    }
    Optional<BigDecimal> plain = amount().map(a -> Value.amount(a).number());
    return plain.equals(amount()) ? this : ((WithUndertaking) this).withAmount(plain);
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an undertaking. */
  final class Builder extends ImmutableUndertaking.Builder {
    Builder() {}
  }

  /**
   * What sets off an instalment or an obligation: the agreement's coming into force, a day after
   * that, a date, the performance of another instalment or so long after that, or an event in
   * words. Immutable.
   */
  sealed interface Trigger extends Serializable {
    /** The agreement comes into force. */
    record OnForce() implements Trigger {
      @Override
      public String toString() {
        return "when in force";
      }
    }

    /**
     * A number of days after the agreement has come into force.
     *
     * @param days the days, zero or more
     */
    record AfterDays(int days) implements Trigger {
      /**
       * Checks that the days are not before the agreement.
       *
       * @param days the days, zero or more
       */
      public AfterDays {
        if (days < 0) {
          throw new IllegalArgumentException(
              "a trigger (%s days) must not be before the agreement is in force".formatted(days));
        }
      }

      @Override
      public String toString() {
        return "day " + days;
      }
    }

    /**
     * A date.
     *
     * @param date the date
     */
    record OnDate(dev.parley.evidence.When date) implements Trigger {
      @Override
      public String toString() {
        return "on " + date;
      }

      private Object writeReplace() {
        return RecordForm.of(this);
      }
    }

    /**
     * Another instalment of the same offer, or another undertaking, is over, or was so long ago.
     *
     * @param instalment its name
     * @param under the text that it is under, or empty for this one and then any other
     * @param later how long after: none, or whole hours; counted from the signature where it was
     *     done before
     */
    record After(String instalment, Optional<Text> under, Duration later) implements Trigger {
      /**
       * Checks how long after.
       *
       * @param instalment its name
       * @param under the text that it is under
       * @param later how long after
       */
      public After {
        if (later.isNegative()
            || later.toHours() > MOST_HOURS
            || !later.truncatedTo(ChronoUnit.HOURS).equals(later)) {
          throw new IllegalArgumentException(
              "a trigger comes (%s) after (%s): give whole hours, from none to %s"
                  .formatted(later, instalment, MOST_HOURS));
        }
      }

      private static final long MOST_HOURS = 24_000_000;

      /**
       * Names one without saying under which text.
       *
       * @param instalment its name
       */
      public After(String instalment) {
        this(instalment, Optional.empty());
      }

      /**
       * Names one.
       *
       * @param instalment its name
       * @param under the text that it is under, or empty for this one and then any other
       */
      public After(String instalment, Optional<Text> under) {
        this(instalment, under, Duration.ZERO);
      }

      /** {@return how long after, in words: {@code "3 days after "}, or just {@code "after "}} */
      public String preposition() {
        boolean days = later.toHours() % 24 == 0;
        long many = days ? later.toDays() : later.toHours();
        return later.isZero()
            ? "after "
            : "%s %s%s after ".formatted(many, days ? "day" : "hour", many == 1 ? "" : "s");
      }

      @Override
      public String toString() {
        return preposition() + instalment;
      }

      private Object writeReplace() {
        return RecordForm.of(this);
      }
    }

    /**
     * An event that only words describe.
     *
     * @param words the words
     */
    record When(String words) implements Trigger {
      @Override
      public String toString() {
        return "when " + words;
      }

      private Object writeReplace() {
        return RecordForm.of(this);
      }
    }
  }
}
