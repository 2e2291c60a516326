package dev.parley.analysis.bargaining;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.OutcomeSpace.Cursor;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import dev.parley.spelling.OwnCode;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A profile that is any function of the outcome: hostages are worth more once there is a truce, a
 * timetable counts only with a withdrawal. The function must give the same utility for the same
 * outcome, from whichever thread it is asked.
 *
 * <p>Choose {@link #counted} where utilities are whole numbers of some unit: it is asked of a
 * {@link Cursor} and makes no object per outcome. Choose {@link #of} for exact fractions of terms,
 * where a million outcomes are a million packages. Immutable.
 */
public final class FunctionProfile implements Profile {
  private final OutcomeSpace space;
  private final ActorId party;
  private final Bargainer bargainer;
  private final long unit;
  private final @Nullable ToLongFunction<Cursor> counting;
  private final @Nullable Function<Terms, Fraction> valuing;

  private FunctionProfile(
      OutcomeSpace space,
      ActorId party,
      Bargainer bargainer,
      long unit,
      @Nullable ToLongFunction<Cursor> counting,
      @Nullable Function<Terms, Fraction> valuing) {
    this.space = space;
    this.party = party;
    this.bargainer = bargainer;
    this.unit = unit;
    this.counting = counting;
    this.valuing = valuing;
    ProfileLaws.reservation(party, space, reservation());
  }

  /** What a profile says beside utilities. */
  private record Bargainer(
      Optional<ReservationPoint> reservation,
      Optional<BargainingPower> power,
      Optional<TimeCost> timeCost) {
    static final Bargainer UNKNOWN =
        new Bargainer(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private FunctionProfile with(Bargainer other) {
    return new FunctionProfile(space, party, other, unit, counting, valuing);
  }

  /**
   * {@return a profile by a function of terms, without a reservation}
   *
   * @param space the outcomes that it values
   * @param party whose preferences these are
   * @param utility the utility of a complete package
   */
  public static FunctionProfile of(
      OutcomeSpace space, String party, Function<Terms, Fraction> utility) {
    return new FunctionProfile(space, ActorId.of(party), Bargainer.UNKNOWN, 1, null, utility);
  }

  /**
   * {@return a profile by a function that counts units of utility, without a reservation}
   *
   * @param space the outcomes that it values
   * @param party whose preferences these are
   * @param unitsPerOne how many units make a utility of 1, such as 1000
   * @param units the utility of the outcome at the cursor, in units
   */
  public static FunctionProfile counted(
      OutcomeSpace space, String party, long unitsPerOne, ToLongFunction<Cursor> units) {
    if (unitsPerOne <= 0) {
      throw new IllegalArgumentException(
          "units per utility of one (%s) must be above zero".formatted(unitsPerOne));
    }
    return new FunctionProfile(
        space, ActorId.of(party), Bargainer.UNKNOWN, unitsPerOne, units, null);
  }

  /**
   * {@return this profile with a reservation}
   *
   * @param point what the party has without an agreement
   * @throws IllegalArgumentException if it is a package that is no outcome of the space
   */
  public FunctionProfile withReservation(ReservationPoint point) {
    return with(new Bargainer(Optional.of(point), bargainer.power, bargainer.timeCost));
  }

  /**
   * {@return this profile with a bargaining power}
   *
   * @param power how much power the party is assumed to have, beside the others'
   */
  public FunctionProfile withPower(BargainingPower power) {
    return with(new Bargainer(bargainer.reservation, Optional.of(power), bargainer.timeCost));
  }

  /**
   * {@return this profile with a cost of time}
   *
   * @param cost what a round more of talks costs the party
   */
  public FunctionProfile withTimeCost(TimeCost cost) {
    return with(new Bargainer(bargainer.reservation, bargainer.power, Optional.of(cost)));
  }

  @Override
  public ActorId party() {
    return party;
  }

  @Override
  public OutcomeSpace space() {
    return space;
  }

  @Override
  public Optional<ReservationPoint> reservation() {
    return bargainer.reservation;
  }

  @Override
  public Optional<BargainingPower> power() {
    return bargainer.power;
  }

  @Override
  public Optional<TimeCost> timeCost() {
    return bargainer.timeCost;
  }

  @Override
  public Fraction utility(Terms outcome) {
    space.number(outcome);
    Cursor cursor = space.cursor();
    cursor.moveTo(outcome);
    return utility(cursor);
  }

  /** Returns how many units make one, for a profile that counts. */
  long unit() {
    return unit;
  }

  Optional<ToLongFunction<Cursor>> counting() {
    return counting == null ? Optional.empty() : Optional.of(this::units);
  }

  /** Returns the utility of the outcome at a cursor. */
  Fraction utility(Cursor cursor) {
    return valuing != null
        ? OwnCode.asked(this::who, () -> on(cursor), () -> valuing.apply(cursor.terms()))
        : Fraction.of(units(cursor), unit);
  }

  private long units(Cursor cursor) {
    try {
      return Objects.requireNonNull(counting).applyAsLong(cursor);
    } catch (RuntimeException | Error e) {
      throw OwnCode.failed(this::who, () -> on(cursor), e);
    }
  }

  private String who() {
    return "utility of (%s)".formatted(party);
  }

  private static String on(Cursor cursor) {
    return "on (%s)".formatted(cursor.terms());
  }
}
