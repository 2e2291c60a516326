package dev.parley.demand;

import dev.parley.evidence.When;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How long an agreement lasts: so many days from its entry into force, or until a day. Immutable.
 */
public sealed interface Lasting {
  /**
   * So many days.
   *
   * @param days how many, one or more, after the day on which it enters into force
   */
  record Days(int days) implements Lasting {
    /**
     * Checks that it lasts.
     *
     * @param days how many, one or more
     */
    public Days {
      if (days < 1) {
        throw new IllegalArgumentException(
            "an agreement that lasts (%s days) is over before it begins: give one day or more"
                .formatted(days));
      }
    }

    @Override
    public Optional<LocalDate> after(When start) {
      return start.latest().map(day -> day.plusDays(days));
    }

    @Override
    public String toString() {
      return days == 1 ? "1 day" : days + " days";
    }
  }

  /**
   * Until a day, and on it.
   *
   * @param date the last day
   */
  record Until(When date) implements Lasting {
    @Override
    public Optional<LocalDate> after(When start) {
      return date.latest();
    }

    @Override
    public String toString() {
      return "until " + date;
    }
  }

  /**
   * {@return the last day, or empty where dates do not tell}
   *
   * @param start when it entered into force
   */
  Optional<LocalDate> after(When start);
}
