package dev.parley.play;

import dev.parley.analysis.bargaining.UtilityTable;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.Locale;

/**
 * A party that concedes as time passes, whatever the others do (P. Faratin, C. Sierra and N. R.
 * Jennings, "Negotiation decision functions for autonomous agents", <em>Robotics and Autonomous
 * Systems</em> 24, 1998, section 4.1). With <em>t</em> the share of the time that has passed, it
 * aims at
 *
 * <p><em>min + (1 - alpha(t)) (max - min)</em>, where <em>alpha(t) = kappa + (1 - kappa)
 * t<sup>1/beta</sup></em> (polynomial) or <em>alpha(t) = exp((1 - t)^beta ln kappa)</em>
 * (exponential).
 *
 * <p>The paper applies this to each issue; here, as in GENIUS and NegMAS, it is applied to the
 * party's utility: max is its best outcome, min the utility of no agreement, or of its worst
 * outcome where that is higher or no reservation is known. It offers the least good outcome that
 * reaches the aim. With beta below 1 it holds out until late (Boulware), with beta above 1 it gives
 * way early (conceder), and with 1 its aim falls evenly. Immutable.
 *
 * @param shape which of the two functions
 * @param beta how early it concedes, above 0
 * @param kappa how much it concedes at once, from 0 to 1; above 0 where the shape is exponential
 */
public record TimeDependent(Shape shape, double beta, double kappa)
    implements Serializable, Bidding {
  /** The two families of functions of the paper. */
  public enum Shape {
    /** Used when the share conceded grows as a power of time. */
    POLYNOMIAL,
    /** Used when the share conceded grows exponentially. */
    EXPONENTIAL
  }

  /**
   * Checks the ranges.
   *
   * @param shape which of the two functions
   * @param beta how early it concedes, above 0
   * @param kappa how much it concedes at once, from 0 to 1; above 0 where the shape is exponential
   */
  public TimeDependent {
    if (!(beta > 0) || Double.isInfinite(beta)) {
      throw new IllegalArgumentException("beta (%s) must be above 0".formatted(beta));
    }
    if (!(kappa >= 0 && kappa <= 1)) {
      throw new IllegalArgumentException("kappa (%s) must be from 0 to 1".formatted(kappa));
    }
    if (shape == Shape.EXPONENTIAL && kappa == 0) {
      throw new IllegalArgumentException(
          "kappa (0) must be above 0 where the shape is exponential: its logarithm is used");
    }
  }

  /**
   * {@return one that holds out until late (polynomial, kappa 0)}
   *
   * @param beta above 0 and below 1, such as 0.2
   */
  public static TimeDependent boulware(double beta) {
    if (!(beta < 1)) {
      throw new IllegalArgumentException(
          "beta (%s) of a Boulware must be below 1. From 1 on, take linear or conceder"
              .formatted(beta));
    }
    return new TimeDependent(Shape.POLYNOMIAL, beta, 0);
  }

  /** {@return one whose aim falls evenly (polynomial, beta 1, kappa 0)} */
  public static TimeDependent linear() {
    return new TimeDependent(Shape.POLYNOMIAL, 1, 0);
  }

  /**
   * {@return one that gives way early (polynomial, kappa 0)}
   *
   * @param beta above 1, such as 2
   */
  public static TimeDependent conceder(double beta) {
    if (!(beta > 1)) {
      throw new IllegalArgumentException(
          "beta (%s) of a conceder must be above 1. Up to 1, take linear or Boulware"
              .formatted(beta));
    }
    return new TimeDependent(Shape.POLYNOMIAL, beta, 0);
  }

  /**
   * {@return the share of what there is to concede that it has conceded: alpha, from kappa to 1}
   *
   * @param time the share of the time that has passed, from 0 to 1
   */
  public double conceded(double time) {
    return shape == Shape.POLYNOMIAL
        ? kappa + (1 - kappa) * Math.pow(time, 1 / beta)
        : Math.exp(Math.pow(1 - time, beta) * Math.log(kappa));
  }

  /**
   * {@return the utility that it aims at}
   *
   * @param time the share of the time that has passed, from 0 to 1
   * @param least the least utility that it would take
   * @param most the utility of its best outcome
   */
  public double target(double time, double least, double most) {
    return least + (1 - conceded(time)) * (most - least);
  }

  @Override
  public String name() {
    String kind = beta < 1 ? "Boulware" : beta > 1 ? "conceder" : "linear";
    String family = shape == Shape.POLYNOMIAL ? "" : ", exponential";
    return String.format(
        Locale.ROOT, "%s (beta %s%s%s)", kind, beta, kappa == 0 ? "" : ", kappa " + kappa, family);
  }

  @Override
  public Bidder start(Seat seat) {
    UtilityTable own = seat.utilities();
    double least = Aspiration.least(own);
    return () -> Aspiration.outcome(own, target(seat.time(), least, own.best()));
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
