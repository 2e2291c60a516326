package dev.parley.progress;

import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Span;
import dev.parley.demand.Position;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One party's step on one line, measured: the distance to the <em>same</em> region of the
 * counterpart at the baseline and at the end. Hamas asked for 1,000 prisoners and asks for 800 now;
 * Israel had offered 300: a concession of 200 persons, whatever Israel did meanwhile. Immutable.
 *
 * @param kind what the party did
 * @param step the distance before less the distance after, in the scale's unit, above zero for
 *     nearer; empty where it cannot be known
 */
public record Measurement(StepKind kind, Optional<BigDecimal> step) {
  private static Measurement sizeless(StepKind kind) {
    return new Measurement(kind, Optional.empty());
  }

  /**
   * Returns the step of a party that was reported to move without saying on which issue.
   *
   * @param told softer, harder or unchanged
   * @return a step of unknown size
   */
  public static Measurement unplaced(Told told) {
    return directed(Heard.NOTHING.and(told, Optional.empty()));
  }

  /**
   * Measures a step.
   *
   * @param before the position at the baseline
   * @param after the position at the end
   * @param heard what the round heard of the line
   * @param e the distance up to which a step counts as none, in the scale's unit
   * @return the step; empty when two of the party's speakers contradict each other
   */
  public static Optional<Measurement> of(
      Position before, Position after, Heard heard, BigDecimal e) {
    if (heard.isNothing()) {
      return Optional.of(sizeless(StepKind.UNREPORTED));
    }
    if (heard.told(Told.INCONSISTENT)) {
      return Optional.empty();
    }
    if (heard.told(Told.DROPPED)) {
      return Optional.of(sizeless(StepKind.DROPPED));
    }
    if (heard.told(Told.REOPENED)) {
      return Optional.of(sizeless(StepKind.REOPENED));
    }
    if (heard.told(Told.AGREED)) {
      return Optional.of(agreed(before, heard, e));
    }
    Measurement stated = stated(before, after, heard, e);
    return Optional.of(stated.kind == StepKind.HELD ? directed(heard) : stated);
  }

  /** An acceptance is measured against the agreed value, which {@link Heard#theirs} then is. */
  private static Measurement agreed(Position before, Heard heard, BigDecimal e) {
    Optional<Region> from = before.measured();
    if (from.isEmpty() || heard.theirs().isEmpty()) {
      return sizeless(before.isStated() ? StepKind.QUANTIFIED : StepKind.STATED);
    }
    BigDecimal step = from.get().distance(heard.theirs().get());
    if (step.signum() == 0) {
      return new Measurement(StepKind.HELD, Optional.of(step));
    }
    StepKind kind = step.compareTo(e) > 0 ? StepKind.CONCEDED : StepKind.CHANGED;
    return new Measurement(kind, Optional.of(step));
  }

  /** Where the regions tell nothing, a direction reported without a figure does. */
  private static Measurement directed(Heard heard) {
    boolean softer = heard.told(Told.SOFTENED);
    boolean harder = heard.told(Told.STIFFENED);
    if (softer && harder) {
      return sizeless(StepKind.CHANGED);
    }
    if (softer || harder) {
      return sizeless(softer ? StepKind.CONCEDED : StepKind.HARDENED);
    }
    return new Measurement(StepKind.HELD, Optional.of(BigDecimal.ZERO));
  }

  private static Measurement stated(Position before, Position after, Heard heard, BigDecimal e) {
    Optional<Region> to = after.region();
    if (to.isEmpty()) {
      return withoutRegion(before, after, heard);
    }
    Optional<Region> from = before.measured();
    if (from.isEmpty()) {
      return sizeless(before.isStated() ? StepKind.QUANTIFIED : StepKind.STATED);
    }
    if (from.get().sameAs(to.get())) {
      return new Measurement(StepKind.HELD, Optional.of(BigDecimal.ZERO));
    }
    if (heard.theirs().isEmpty()) {
      return contained(from.get(), to.get());
    }
    Region theirs = heard.theirs().get();
    BigDecimal near = from.get().distance(theirs);
    BigDecimal now = to.get().distance(theirs);
    if (near.signum() == 0 && now.signum() == 0) {
      return contained(from.get(), to.get());
    }
    BigDecimal step = near.subtract(now);
    StepKind kind = StepKind.CHANGED;
    if (!across(from.get(), to.get(), theirs) && step.abs().compareTo(e) > 0) {
      kind = step.signum() > 0 ? StepKind.CONCEDED : StepKind.HARDENED;
    }
    return new Measurement(kind, Optional.of(step));
  }

  private static Measurement withoutRegion(Position before, Position after, Heard heard) {
    if (heard.told(Told.WITHDREW) && !after.isStated()) {
      return sizeless(StepKind.HARDENED);
    }
    if (after.words().isPresent() && heard.told(Told.STATED)) {
      if (!before.isStated()) {
        return sizeless(StepKind.STATED);
      }
      boolean same = before.region().isEmpty() && before.words().equals(after.words());
      return same
          ? new Measurement(StepKind.HELD, Optional.of(BigDecimal.ZERO))
          : sizeless(StepKind.CHANGED);
    }
    return new Measurement(StepKind.HELD, Optional.of(BigDecimal.ZERO));
  }

  /**
   * Growth that holds the old region concedes, shrinkage inside it hardens, both without a size.
   */
  private static Measurement contained(Region from, Region to) {
    if (to.encloses(from)) {
      return sizeless(StepKind.CONCEDED);
    }
    return sizeless(from.encloses(to) ? StepKind.HARDENED : StepKind.CHANGED);
  }

  /** From one side of the counterpart's region to the other, on an ordered scale. */
  private static boolean across(Region from, Region to, Region theirs) {
    return from instanceof Span before
        && to instanceof Span after
        && theirs instanceof Span other
        && (below(before, other) && below(other, after)
            || below(other, before) && below(after, other));
  }

  private static boolean below(Span one, Span other) {
    return one.high().compareTo(other.low()) < 0;
  }

  /**
   * Returns how much one step of a scale is, the unit in which a policy's e is given.
   *
   * @param scale a scale
   * @return the step of a quantity; 1 for any other scale
   */
  public static BigDecimal unitStep(Scale scale) {
    return scale instanceof Scale.Quantity quantity ? quantity.step() : BigDecimal.ONE;
  }
}
