package dev.parley.testing;

import dev.parley.evidence.Figure;
import java.util.List;

/**
 * Figures as they are reported: exactly 105, about 100, at least 38, more than 45,000, from 20 to
 * 30, not given. Immutable.
 *
 * @param least the least number
 * @param most the most, not below the least
 */
public record Figures(int least, int most) implements Generator<Figure> {
  /** From 0 to 1,000. */
  public static final Figures ANY = new Figures(0, 1000);

  private static final List<String> OPENINGS =
      List.of("", "exactly ", "about ", "at least ", "at most ", "more than ", "fewer than ");

  /**
   * Checks the order.
   *
   * @param least the least number
   * @param most the most, not below the least
   */
  public Figures {
    if (most < least) {
      throw new IllegalArgumentException(
          "figures from (%s) to (%s) are the wrong way round: put the lower number first"
              .formatted(least, most));
    }
  }

  @Override
  public Figure draw(Choices choices) {
    int kind = choices.below(OPENINGS.size() + 2);
    int number = choices.between(least, most);
    if (kind < OPENINGS.size()) {
      return Figure.parse(OPENINGS.get(kind) + number);
    }
    return kind == OPENINGS.size()
        ? Figure.between(number, choices.between(number, most))
        : Figure.notGiven();
  }
}
