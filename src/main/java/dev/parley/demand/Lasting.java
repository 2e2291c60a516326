package dev.parley.demand;

import dev.parley.evidence.When;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/**
 * How long an agreement lasts: so many days or hours from its entry into force, or until a date. A
 * truce of 4 days that entered into force at 07:00 on 24 November ends at 07:00 on 28 November; of
 * one that entered into force on 24 November, nobody says at what time, 28 November is the last
 * day. Immutable.
 */
public sealed interface Lasting extends Serializable {
  /**
   * So many days.
   *
   * @param days how many, one or more, after its entry into force
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
    public Optional<When> after(When start) {
      return start.endPlus(Duration.ofDays(days));
    }

    @Override
    public String toString() {
      return days == 1 ? "1 day" : days + " days";
    }
  }

  /**
   * So many hours.
   *
   * @param hours how many, one or more, after its entry into force
   */
  record Hours(int hours) implements Lasting {
    /**
     * Checks that it lasts.
     *
     * @param hours how many, one or more
     */
    public Hours {
      if (hours < 1) {
        throw new IllegalArgumentException(
            "an agreement that lasts (%s hours) is over before it begins: give one hour or more"
                .formatted(hours));
      }
    }

    @Override
    public Optional<When> after(When start) {
      return start.endPlus(Duration.ofHours(hours));
    }

    @Override
    public String toString() {
      return hours == 1 ? "1 hour" : hours + " hours";
    }
  }

  /**
   * Until a date, and on it: through the last day of a month, or to the minute where it has a time.
   *
   * @param date the date
   */
  record Until(When date) implements Lasting {
    @Override
    public Optional<When> after(When start) {
      return date.latest().isPresent() ? Optional.of(date) : Optional.empty();
    }

    @Override
    public String toString() {
      return "until " + date;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * {@return until a date, or until something happens that only words describe}
   *
   * @param text a date in EDTF, or the words
   */
  static Lasting until(String text) {
    Optional<When> date = date(text);
    return date.isPresent() ? new Until(date.get()) : new UntilEvent(text);
  }

  private static Optional<When> date(String text) {
    try {
      return Optional.of(When.parse(text));
    } catch (IllegalArgumentException words) {
      return Optional.empty();
    }
  }

  /**
   * Until something happens that only words describe. It ends when that is noted.
   *
   * @param words the words
   */
  record UntilEvent(String words) implements Lasting {
    /**
     * Checks that there are words.
     *
     * @param words the words
     */
    public UntilEvent {
      if (words.isBlank()) {
        throw new IllegalArgumentException(
            "an agreement lasts until an event that is not named: say which");
      }
      if (date(words).isPresent()) {
        throw new IllegalArgumentException(
            "an agreement lasts until (%s), which is a date and no event: use Until"
                .formatted(words));
      }
    }

    @Override
    public Optional<When> after(When start) {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "until " + words;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * {@return the date with which it ends, or empty where dates do not tell}
   *
   * @param start when it entered into force
   */
  Optional<When> after(When start);
}
