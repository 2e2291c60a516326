package examples.cluster;

import dev.parley.play.Bidding;
import dev.parley.play.Micro;
import dev.parley.play.Strategy;
import dev.parley.play.TimeDependent;
import dev.parley.play.TitForTat;

/**
 * A strategy as the command line names it.
 *
 * @param name such as {@code boulware:0.2}
 * @param strategy the strategy
 */
record Choice(String name, Strategy strategy) {
  static final String NAMES =
      "boulware:BETA, linear, conceder:BETA, tit-for-tat:STEPS, micro, hard-liner, random";

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException if no strategy has it
   */
  static Choice of(String name) {
    int colon = name.indexOf(':');
    String kind = colon < 0 ? name : name.substring(0, colon);
    String number = colon < 0 ? "" : name.substring(colon + 1);
    return new Choice(
        name,
        switch (kind) {
          case "boulware" -> Strategy.of(TimeDependent.boulware(decimal(name, number)));
          case "conceder" -> Strategy.of(TimeDependent.conceder(decimal(name, number)));
          case "tit-for-tat" -> Strategy.of(TitForTat.relative((int) decimal(name, number)));
          case "linear" -> alone(name, number, Strategy.of(TimeDependent.linear()));
          case "micro" -> alone(name, number, new Micro());
          case "hard-liner" -> alone(name, number, Strategy.of(Bidding.hardLiner()));
          case "random" -> alone(name, number, Strategy.of(Bidding.randomWalker()));
          default ->
              throw new IllegalArgumentException(
                  "strategy (%s) is not known. Known: %s".formatted(name, NAMES));
        });
  }

  private static double decimal(String name, String number) {
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "strategy (%s) needs a number after a colon. Known: %s".formatted(name, NAMES), e);
    }
  }

  private static Strategy alone(String name, String number, Strategy strategy) {
    if (!number.isEmpty()) {
      throw new IllegalArgumentException(
          "strategy (%s) takes no number. Known: %s".formatted(name, NAMES));
    }
    return strategy;
  }
}
