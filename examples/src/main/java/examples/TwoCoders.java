// Two coders write down one week of talks from the same reports. Source: invented.
package examples;

import dev.parley.compare.Comparison;
import dev.parley.compare.Matching;
import dev.parley.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Two records side by side: what differs, what follows from it, and how far the coders agree. */
public final class TwoCoders {
  private TwoCoders() {}

  private static Scenario coded(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(TwoCoders.class.getResourceAsStream(file), file)) {
      return Scenario.read(file, in);
    }
  }

  public static void main(String[] args) throws IOException {
    Scenario first = coded("week-first.yaml");
    Scenario second = coded("week-second.yaml");
    Comparison week = Comparison.of(first, second);
    System.out.print(week.text(90));

    // The demand that softened for the one is the demand that was held for the other.
    Matching byHand = Matching.parse(week.matching() + "6,6\n");
    Comparison corrected = Comparison.of(first, second, byHand);
    System.out.println();
    System.out.println("Entry [6] of both, matched by hand:");
    corrected.differences().stream()
        .filter(it -> it.pair().one().number() == 6)
        .forEach(
            it -> System.out.println("   " + it.field() + ": " + it.one() + " | " + it.other()));

    if (!corrected.onlyInOther().isEmpty()) {
      throw new AssertionError("every event of the second coder is one of the first");
    }
  }
}
