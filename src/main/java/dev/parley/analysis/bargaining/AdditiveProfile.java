package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import dev.parley.travel.Travelling;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Immutable;

/**
 * A linear additive profile: the utility of an outcome is the sum, over the issues, of the issue's
 * weight times how good the value is (Keeney and Raiffa, <em>Decisions with Multiple
 * Objectives</em>, 1976). With a weight of 0.6 on hostages, of which 5 of 10 are half as good as
 * all, and 0.4 on a truce that is worth nothing, the utility is 0.3.
 *
 * <p>Laws: every issue of the space has a weight, zero or more, and every value an evaluation;
 * weights need not add up to one. Immutable.
 */
@Structural
@Immutable
public sealed interface AdditiveProfile extends Travelling, Profile, WithAdditiveProfile
    permits ImmutableAdditiveProfile {
  @Override
  ActorId party();

  @Override
  OutcomeSpace space();

  @Override
  Optional<ReservationPoint> reservation();

  @Override
  Optional<BargainingPower> power();

  @Override
  Optional<TimeCost> timeCost();

  /**
   * {@return how much each issue counts: the weights, zero or more, for every issue of the space}
   */
  ImmutableMap<IssueId, Fraction> weights();

  /** {@return how good each value is: the evaluations, for every issue of the space} */
  ImmutableMap<IssueId, Evaluation> evaluations();

  @Override
  default Fraction utility(Terms outcome) {
    space().number(outcome);
    Fraction sum = Fraction.ZERO;
    for (Issue issue : space().issues()) {
      sum = sum.plus(part(issue, outcome.on(issue.id()).orElseThrow()));
    }
    return sum;
  }

  /** Returns what one value adds to the utility. */
  private Fraction part(Issue issue, Value value) {
    return Objects.requireNonNull(weights().get(issue.id()))
        .times(Objects.requireNonNull(evaluations().get(issue.id())).of(issue, value));
  }

  /** Checks the laws above. */
  @Check
  default void check() {
    ProfileLaws.additive(party(), space(), weights(), evaluations());
    ProfileLaws.reservation(party(), space(), reservation());
  }

  /**
   * {@return a builder of a profile, without weights}
   *
   * @param space the outcomes that it values
   * @param party whose preferences these are
   */
  static Builder on(OutcomeSpace space, String party) {
    return new Builder().space(space).party(ActorId.of(party));
  }

  /** Builds an additive profile. */
  final class Builder extends ImmutableAdditiveProfile.Builder {
    private final Set<IssueId> weighed = new HashSet<>();

    Builder() {}

    /**
     * Weighs an issue.
     *
     * @param issue an issue of the space
     * @param weight how much it counts, zero or more, such as {@code 0.6}
     * @param evaluation how good its values are
     * @return this builder
     * @throws IllegalArgumentException if the weight is no number
     */
    public Builder issue(String issue, String weight, Evaluation evaluation) {
      Fraction number;
      try {
        number = Fraction.parse(weight);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "weight of issue (%s): %s".formatted(issue, e.getMessage()), e);
      }
      return issue(IssueId.of(issue), number, evaluation);
    }

    /**
     * Weighs an issue.
     *
     * @param issue an issue of the space
     * @param weight how much it counts, zero or more
     * @param evaluation how good its values are
     * @return this builder
     * @throws IllegalArgumentException if the issue was weighed before
     */
    public Builder issue(IssueId issue, Fraction weight, Evaluation evaluation) {
      if (!weighed.add(issue)) {
        throw new IllegalArgumentException(
            "issue (%s) is weighed twice, the second time by (%s). Leave one of them out"
                .formatted(issue, weight));
      }
      return putWeight(issue, weight).putEvaluation(issue, evaluation);
    }

    /**
     * Says what the party has without an agreement.
     *
     * @param utility the utility, such as {@code 0.5}
     * @return this builder
     * @throws IllegalArgumentException if it is no number
     */
    public Builder reservation(String utility) {
      return reservation(ReservationPoint.of(utility));
    }

    /**
     * Says what the party has without an agreement.
     *
     * @param outcome an outcome that is as good
     * @return this builder
     */
    public Builder reservation(Terms outcome) {
      return reservation(ReservationPoint.of(outcome));
    }
  }
}
