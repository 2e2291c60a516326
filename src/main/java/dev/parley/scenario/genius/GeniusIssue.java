package dev.parley.scenario.genius;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Scale;

/**
 * An issue of a domain, with its names as the file has them: {@code Custom, Printed} is a value of
 * GENIUS, where Parley's scale says {@code Custom; Printed}, since its names hold no comma.
 * Immutable.
 *
 * @param issue the issue, its name as written
 * @param kind what GENIUS calls its type
 * @param values the values as written, in the order of the scale; empty but for discrete issues
 */
public record GeniusIssue(Issue issue, Kind kind, ImmutableList<String> values) {
  /** What GENIUS calls the type of an issue. */
  public enum Kind {
    /** Named values without order. */
    DISCRETE,
    /** Whole numbers from a lower to an upper bound. */
    INTEGER,
    /**
     * Real numbers from a lower to an upper bound, of which GENIUS itself looks at {@value
     * GeniusIssue#POINTS}, evenly spaced.
     */
    REAL,
    /** Decimal numbers from a low to a high by a step, in GeniusWeb. */
    NUMBER
  }

  /** How many points of a real issue GENIUS looks at. */
  public static final int POINTS = 21;

  /** Returns the value of the scale that was written so. */
  String onScale(String written) {
    int place = values.indexOf(written);
    if (place < 0) {
      throw new GeniusException(
          "issue (%s) has no value (%s). Values: %s"
              .formatted(issue.name(), written, String.join(" | ", values)));
    }
    return ((Scale.Options) issue.scale()).names().get(place);
  }

  /** Returns a quantity's scale. */
  Scale.Quantity quantity() {
    return (Scale.Quantity) issue.scale();
  }
}
