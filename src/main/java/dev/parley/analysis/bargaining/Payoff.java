package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import java.math.BigInteger;
import java.util.List;

/**
 * What everybody gets at an outcome: 0.71 for the one, 0.57 for the other. Outcomes that give
 * everybody the same are one payoff, which knows how many they are and which comes first; so a
 * payoff is its own witness: the {@linkplain #outcome outcome} it names gives these utilities.
 * Immutable.
 */
public final class Payoff {
  private final OutcomeSpace space;
  private final ImmutableList<Profile> profiles;
  private final ImmutableList<BigInteger> units;
  private final FrontierPoints.Point point;

  Payoff(
      OutcomeSpace space,
      ImmutableList<Profile> profiles,
      ImmutableList<BigInteger> units,
      FrontierPoints.Point point) {
    this.space = space;
    this.profiles = profiles;
    this.units = units;
    this.point = point;
  }

  /** {@return what everybody gets: the utilities, by party, in the order of the profiles} */
  public ImmutableMap<ActorId, Fraction> utilities() {
    ImmutableMap.Builder<ActorId, Fraction> utilities = ImmutableMap.builder();
    for (int p = 0; p < units.size(); p++) {
      utilities.put(profiles.get(p).party(), utility(p));
    }
    return utilities.buildOrThrow();
  }

  /**
   * {@return what one party gets}
   *
   * @param party a party with a profile
   * @throws IllegalArgumentException if it has no profile here
   */
  public Fraction utility(String party) {
    for (int p = 0; p < units.size(); p++) {
      if (profiles.get(p).party().text().equals(party)) {
        return utility(p);
      }
    }
    throw new IllegalArgumentException(
        "party (%s) has no profile here. Parties: %s".formatted(party, Profiles.parties(profiles)));
  }

  Fraction utility(int p) {
    return new Fraction(point.utilities().get(p), units.get(p));
  }

  /** Returns what a party gets, in its units. */
  BigInteger inUnits(int p) {
    return point.utilities().get(p);
  }

  /** {@return an outcome that gives this: the one with the lowest number} */
  public Terms outcome() {
    return space.outcome(point.number());
  }

  /** {@return the number of {@link #outcome}: the lowest number of an outcome that gives this} */
  public BigInteger number() {
    return point.number();
  }

  /**
   * {@return how many outcomes give this, one or more; where the frontier is not complete, of those
   * that were found}
   */
  public BigInteger outcomes() {
    return point.outcomes();
  }

  /**
   * {@return who would rather have no agreement: the parties whose utility is below their
   * reservation; a party whose reservation is not known is not among them}
   */
  public ImmutableList<ActorId> refusers() {
    ImmutableList.Builder<ActorId> refusers = ImmutableList.builder();
    for (int p = 0; p < units.size(); p++) {
      if (profiles.get(p).refuses(utility(p)).orElse(false)) {
        refusers.add(profiles.get(p).party());
      }
    }
    return refusers.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Payoff payoff
        && payoff.number().equals(number())
        && payoff.space.equals(space)
        && payoff.utilities().equals(utilities());
  }

  @Override
  public int hashCode() {
    return number().hashCode() * 31 + List.copyOf(utilities().values()).hashCode();
  }

  /**
   * {@return the utilities and the outcome, such as {@code israel 0.71, hamas 0.57: hostages 6;
   * truce yes}}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    utilities().forEach((p, u) -> text.append(text.isEmpty() ? "" : ", ").append(p + " " + u));
    return text.append(": ").append(outcome()).toString();
  }
}
