package dev.parley.progress;

import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Span;
import dev.parley.demand.Position;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * One party's step on one line, measured: the distance to the <em>same</em> region of the
 * counterpart at the baseline and at the end. Hamas asked for 1,000 prisoners and asks for 800 now;
 * Israel had offered 300: a concession of 200 persons, whatever Israel did meanwhile. Immutable.
 *
 * @param kind what the party did
 * @param step the distance before less the distance after, in the scale's unit, above zero for
 *     nearer; empty where it cannot be known
 * @param opening the first statement, where there was no baseline and more came of it in the same
 *     round: stated 10, then conceded by 3
 */
public record Measurement(StepKind kind, Optional<BigDecimal> step, Optional<Region> opening) {
  private static Measurement sizeless(StepKind kind) {
    return new Measurement(kind, Optional.empty(), Optional.empty());
  }

  private static Measurement sized(StepKind kind, BigDecimal step) {
    return new Measurement(kind, Optional.of(step), Optional.empty());
  }

  private Measurement after(Optional<Region> first) {
    return new Measurement(kind, step, first);
  }

  /**
   * Returns the step of a party that was reported to move without saying on which issue.
   *
   * @param told softer, harder or unchanged
   * @return a step of unknown size
   */
  public static Measurement unplaced(Told told) {
    return directed(
        sized(StepKind.HELD, BigDecimal.ZERO), told == Told.SOFTENED, told == Told.STIFFENED);
  }

  /**
   * Measures a step. Where several kinds fit, what was dropped, reopened or restored comes first,
   * then a concession, then a hardening.
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
    boolean opened =
        !before.isStated() && before.measured().isEmpty() && heard.opening().isPresent();
    Optional<Region> first = opened ? heard.opening().get().region() : Optional.empty();
    if (heard.told(Told.DROPPED) && after.isDropped()) {
      return Optional.of(sizeless(StepKind.DROPPED).after(first));
    }
    if (heard.told(Told.REOPENED) && !heard.isConsent()) {
      return Optional.of(sizeless(StepKind.REOPENED));
    }
    if (heard.told(Told.RESTORED)) {
      return Optional.of(sizeless(StepKind.RESTORED).after(first));
    }
    Position base = opened ? heard.opening().get() : before;
    Measurement measured =
        heard.told(Told.AGREED)
            ? agreed(base, heard, e)
            : after.region().isPresent()
                ? stated(base, after.region().get(), heard, e)
                : withoutRegion(base, after, heard);
    if (opened && measured.kind == StepKind.HELD) {
      measured = sizeless(StepKind.STATED);
    }
    int firmer = firmness(base, after);
    int freer = conditions(base, after);
    Measurement directed =
        directed(
            measured,
            heard.told(Told.SOFTENED) || firmer < 0 || freer < 0,
            heard.told(Told.STIFFENED) || firmer > 0 || freer > 0);
    return Optional.of(directed.kind == StepKind.STATED ? directed : directed.after(first));
  }

  /** A concession comes before a hardening, whether the regions or other signs tell of it. */
  private static Measurement directed(Measurement measured, boolean softer, boolean harder) {
    if (measured.kind == StepKind.CONCEDED) {
      return measured;
    }
    if (softer) {
      return sizeless(StepKind.CONCEDED);
    }
    return harder && measured.kind != StepKind.HARDENED ? sizeless(StepKind.HARDENED) : measured;
  }

  /** How much firmer a demand became: below zero for less firm, zero where it is not known. */
  private static int firmness(Position before, Position after) {
    return before.firmness().isEmpty() || after.firmness().isEmpty()
        ? 0
        : before.firmness().get().compareTo(after.firmness().get());
  }

  /**
   * What is offered depends on less, or on more: below zero where something is asked in return no
   * more, zero where it is not known.
   */
  private static int conditions(Position before, Position after) {
    if (before.conditions().isEmpty() || after.conditions().isEmpty()) {
      return 0;
    }
    Set<IssueId> were = before.conditions().get();
    Set<IssueId> are = after.conditions().get();
    return !are.containsAll(were) ? -1 : were.containsAll(are) ? 0 : 1;
  }

  /** An acceptance is measured against the agreed value, which {@link Heard#theirs} then is. */
  private static Measurement agreed(Position base, Heard heard, BigDecimal e) {
    Optional<Region> from = base.measured();
    if (from.isEmpty() || heard.theirs().isEmpty()) {
      return sizeless(base.isStated() ? StepKind.QUANTIFIED : StepKind.STATED);
    }
    BigDecimal step = from.get().distance(heard.theirs().get());
    return sized(step.compareTo(e) > 0 ? StepKind.CONCEDED : StepKind.HELD, step);
  }

  private static Measurement stated(Position base, Region to, Heard heard, BigDecimal e) {
    Optional<Region> from = base.measured();
    if (from.isEmpty()) {
      return sizeless(base.isStated() ? StepKind.QUANTIFIED : StepKind.STATED);
    }
    if (from.get().sameAs(to)) {
      return sized(StepKind.HELD, BigDecimal.ZERO);
    }
    if (heard.theirs().isEmpty()) {
      return contained(from.get(), to);
    }
    Region theirs = heard.theirs().get();
    BigDecimal near = from.get().distance(theirs);
    BigDecimal now = to.distance(theirs);
    if (near.signum() == 0 && now.signum() == 0) {
      Measurement within = contained(from.get(), to);
      return within.kind == StepKind.CHANGED
          ? sized(StepKind.CHANGED, BigDecimal.ZERO) // as near as before
          : within;
    }
    BigDecimal step = near.subtract(now);
    StepKind kind = StepKind.CHANGED;
    if (!across(from.get(), to, theirs) && step.abs().compareTo(e) > 0) {
      kind = step.signum() > 0 ? StepKind.CONCEDED : StepKind.HARDENED;
    }
    return sized(kind, step);
  }

  private static Measurement withoutRegion(Position base, Position after, Heard heard) {
    if (heard.told(Told.WITHDREW) && !after.isStated()) {
      return sizeless(StepKind.HARDENED);
    }
    if (after.isStated() && states(heard)) {
      if (!base.isStated() && base.measured().isEmpty()) {
        return sizeless(StepKind.STATED);
      }
      boolean same = base.region().isEmpty() && base.words().equals(after.words());
      return same ? sized(StepKind.HELD, BigDecimal.ZERO) : sizeless(StepKind.CHANGED);
    }
    return sized(StepKind.HELD, BigDecimal.ZERO);
  }

  private static boolean states(Heard heard) {
    return heard.told(Told.STATED) || heard.told(Told.CONSENTED) || heard.told(Told.WITHDREW);
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
