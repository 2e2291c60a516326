package dev.parley.demand;

/**
 * What sets off an instalment or an obligation: the agreement's coming into force, a day after
 * that, the performance of another instalment, or an event in words. Immutable.
 */
public sealed interface Trigger {
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
   * Another instalment of the same offer, or another undertaking, is over.
   *
   * @param instalment its name
   */
  record After(String instalment) implements Trigger {
    @Override
    public String toString() {
      return "after " + instalment;
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
  }
}
