package dev.parley.play;

import dev.parley.analysis.bargaining.UtilityTable;
import java.io.Serializable;
import java.util.Locale;

/**
 * A party that votes on a mediator's drafts (M. Klein, P. Faratin, H. Sayama and Y. Bar-Yam,
 * "Negotiating Complex Contracts", <em>Group Decision and Negotiation</em> 12, 2003). The hill
 * climber votes for a draft that is at least as good for it as the last one that all voted for. The
 * annealer does so too, and for a worse one with the chance <em>e<sup>-loss/T</sup></em>, where the
 * loss is in its own utility and the temperature T falls evenly to 0 in the last round. Where no
 * draft was agreed yet, both compare with no agreement, or with their worst outcome while their
 * reservation is not known. Immutable.
 *
 * @param temperature T in the first round, 0 or more; 0 for a hill climber
 */
public record DraftVoter(double temperature) implements Serializable, Strategy {
  /**
   * Checks the range.
   *
   * @param temperature T in the first round, 0 or more; 0 for a hill climber
   */
  public DraftVoter {
    if (!(temperature >= 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException(
          "temperature (%s) must be 0 or more".formatted(temperature));
    }
  }

  /** {@return one that takes no step back} */
  public static DraftVoter hillClimber() {
    return new DraftVoter(0);
  }

  /**
   * {@return one that takes steps back by chance, ever fewer}
   *
   * @param temperature T in the first round, on the scale of its utility, above 0
   */
  public static DraftVoter annealer(double temperature) {
    if (!(temperature > 0)) {
      throw new IllegalArgumentException(
          "temperature (%s) of an annealer must be above 0. With 0, take a hill climber"
              .formatted(temperature));
    }
    return new DraftVoter(temperature);
  }

  /**
   * {@return the chance that it votes for a draft}
   *
   * @param gain how much better the draft is than what it is compared with; below 0 for a loss
   * @param time the share of the time that has passed, from 0 to 1
   */
  public double chance(double gain, double time) {
    double now = temperature * (1 - time);
    return gain >= 0 ? 1 : now > 0 ? Math.exp(gain / now) : 0;
  }

  @Override
  public String name() {
    return temperature == 0
        ? "hill climber"
        : String.format(Locale.ROOT, "annealer (temperature %s)", temperature);
  }

  @Override
  public Player start(Seat seat) {
    UtilityTable own = seat.utilities();
    double none = Aspiration.least(own);
    return () -> {
      int draft = seat.onTable();
      int before = seat.agreedDraft();
      double base = before == Seat.NOTHING ? none : own.utility(before);
      double chance = draft == Seat.NOTHING ? 0 : chance(own.utility(draft) - base, seat.time());
      boolean yes = chance >= 1 || chance > 0 && seat.chance().nextDouble() < chance;
      return yes ? Action.ACCEPT : Action.bid(own.outcome(0));
    };
  }
}
