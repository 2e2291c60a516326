package dev.parley.testing;

import dev.parley.report.Transcript;
import dev.parley.talks.Negotiation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The part of a transcript that a failed assertion is about. */
final class Excerpt {
  private Excerpt() {}

  /** Returns a closed round, with what came before and after it in its recesses. */
  static String ofRound(Negotiation talks, int round) {
    return paragraphs(
        talks, "ROUND " + round + " ", "BEFORE ROUND " + round + " ", "AFTER ROUND " + round);
  }

  /** Returns the last round, and where the talks stand. */
  static String ofEnd(Negotiation talks) {
    int closed = talks.closedRounds();
    return paragraphs(
        talks,
        "ROUND " + Math.max(1, closed) + " ",
        "ROUND " + (closed + 1) + " ",
        "BEFORE ROUND " + (closed + 1) + " ",
        "AFTER ROUND " + closed,
        "WHERE THE TALKS STAND ",
        "WHAT IS AGREED",
        "POSITIONS, ",
        "   demands ",
        "WHAT IS NOT REPORTED");
  }

  private static String paragraphs(Negotiation talks, String... openings) {
    List<String> all = Arrays.asList(Transcript.of(talks).text().split("\n\n", -1));
    return all.stream()
        .filter(p -> Arrays.stream(openings).anyMatch(p::startsWith))
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n\n", "\n\n", "\n"));
  }
}
