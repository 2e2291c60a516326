package dev.parley.analysis.prospect;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.BargainingPower;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import dev.parley.analysis.bargaining.TimeCost;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.Source;
import dev.parley.travel.RecordForm;
import dev.parley.travel.Travelling;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Redacted;

/**
 * What a party prefers, on somebody's word: how much each issue counts, how good each value is, and
 * what it has without an agreement; also its bargaining power and what time costs it, where
 * somebody states them. That arrears count 5 for the union and the gates 2 is an analyst's
 * assumption, or the union said so; which of the two, and who, is part of it.
 *
 * <pre>{@code
 * Source desk = Source.report("desk", "analysis desk");
 * Preference.assumedBy(desk, "union")
 *     .weigh("arrears", "5", Evaluation.linear("0", "1"))
 *     .weigh("gates", "2", Evaluation.linear("0", "1"))
 *     .reservation("2.5")
 *     .build();
 * }</pre>
 *
 * <p>Linear and additive: the utility of an outcome is the sum of weight times worth. An issue that
 * is not weighed is unknown, not unimportant. It is no position, and no verdict on a round rests on
 * it.
 *
 * <p>Laws: one issue or more is weighed; a reservation given as an outcome has a value on each
 * issue that is weighed, and on no other; who speaks for a party says what it prefers and does not
 * assume it. Immutable.
 */
@Structural
@Immutable
public sealed interface Preference extends Travelling, WithPreference permits ImmutablePreference {
  /** {@return whose preference it is} */
  ActorId party();

  /** {@return on whose word it is: who says it, or who assumes it} */
  Source source();

  /** {@return whether it was said or is assumed} */
  Basis basis();

  /** {@return what counts, and how much: the weighings by issue, one or more} */
  ImmutableMap<IssueId, Weighing> weighings();

  /**
   * {@return what the party has without an agreement: a utility on the scale of the weighings, or
   * an outcome that is as good; empty when nobody knows} It is a private bottom line, which {@code
   * toString} leaves out.
   */
  @Redacted
  Optional<ReservationPoint> reservation();

  /**
   * {@return how much bargaining power the party is said or assumed to have beside the others: the
   * power, or empty where it is not stated}
   */
  Optional<BargainingPower> power();

  /** {@return what a round more of talks costs the party: the cost, or empty where not stated} */
  Optional<TimeCost> timeCost();

  /** Checks the laws above. */
  @Check
  default void check() {
    if (weighings().isEmpty()) {
      throw new IllegalArgumentException(
          "preference of (%s) weighs no issue: say how much one counts, or leave it out"
              .formatted(party()));
    }
    if (basis() == Basis.ASSUMED && source().speaksFor().equals(Optional.of(party()))) {
      throw new IllegalArgumentException(
          "preference of (%s) is assumed by (%s), who speaks for it: what a party says of itself is said, not assumed"
              .formatted(party(), source().id()));
    }
    if (reservation().orElse(null) instanceof ReservationPoint.Outcome given) {
      for (IssueId issue : given.outcome().issues()) {
        if (!weighings().containsKey(issue)) {
          throw new IllegalArgumentException(
              "reservation of (%s) has a value on (%s), which it does not weigh. Issues: %s"
                  .formatted(party(), issue, weighings().keySet()));
        }
      }
      for (IssueId issue : weighings().keySet()) {
        if (given.outcome().on(issue).isEmpty()) {
          throw new IllegalArgumentException(
              "reservation of (%s) leaves (%s) open: give a value on every issue that it weighs, or a number"
                  .formatted(party(), issue));
        }
      }
    }
  }

  /**
   * Checks that it fits an agenda: the party is a principal, and what is weighed are issues whose
   * values all have a worth.
   *
   * @param agenda the agenda
   * @throws IllegalArgumentException if it does not; the message names the party, the issue and the
   *     value
   */
  default void check(Agenda agenda) {
    if (!agenda.isPrincipal(party())) {
      throw new IllegalArgumentException(
          "preference of (%s): only who is a principal at the end has one. Principals: %s"
              .formatted(party(), agenda.principals()));
    }
    weighings().forEach((issue, weighing) -> weighing.worth().check(agenda.requireIssue(issue)));
    if (reservation().orElse(null) instanceof ReservationPoint.Outcome given) {
      given
          .outcome()
          .values()
          .forEach((issue, value) -> agenda.requireIssue(issue).scale().check(issue.text(), value));
    }
  }

  /**
   * {@return whether it fits an agenda: {@link #check(Agenda)} has nothing to say}
   *
   * @param agenda the agenda, such as one before an issue was added
   */
  default boolean fits(Agenda agenda) {
    try {
      check(agenda);
      return true;
    } catch (IllegalArgumentException misfit) {
      return false;
    }
  }

  /**
   * {@return on whose word it stands: ATTESTED, REPORTED or ALLEGED; empty where it is assumed}
   *
   * @param agenda the agenda, which knows who is a principal
   */
  default Optional<Attribution> attribution(Agenda agenda) {
    return basis() == Basis.ASSUMED
        ? Optional.empty()
        : Optional.of(Attribution.of(party(), source(), agenda::isPrincipal));
  }

  /**
   * {@return the utility of an outcome, exact}
   *
   * @param agenda the agenda
   * @param outcome a value on each issue that is weighed, at least
   * @throws IllegalArgumentException if the outcome leaves open what is weighed
   */
  default Fraction utility(Agenda agenda, Terms outcome) {
    Fraction sum = Fraction.ZERO;
    for (Map.Entry<IssueId, Weighing> entry : weighings().entrySet()) {
      Issue issue = agenda.requireIssue(entry.getKey());
      Value value =
          outcome
              .on(entry.getKey())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "terms (%s) leave (%s) open, which counts for (%s)"
                              .formatted(outcome, entry.getKey(), party())));
      sum = sum.plus(entry.getValue().weight().times(entry.getValue().worth().of(issue, value)));
    }
    return sum;
  }

  /**
   * {@return the utility of having no agreement: the reservation as a utility, or empty when nobody
   * knows}
   *
   * @param agenda the agenda
   */
  default Optional<Fraction> reservedUtility(Agenda agenda) {
    return reservation()
        .map(
            r ->
                r instanceof ReservationPoint.Outcome given
                    ? utility(agenda, given.outcome())
                    : ((ReservationPoint.Utility) r).utility());
  }

  /**
   * {@return this preference over what is still open, as a profile of the bargaining problem} Its
   * utilities are those of the whole outcome: what the agreed values are worth is added to the
   * first issue's.
   *
   * @param agenda the agenda
   * @param open the outcomes on the issues that are still open, all of them weighed
   * @param agreed the values on the issues that are agreed; others that are weighed have weight 0
   * @throws IllegalArgumentException if an open issue is not weighed
   */
  default AdditiveProfile profile(
      Agenda agenda, OutcomeSpace open, ImmutableMap<IssueId, ? extends Value> agreed) {
    Fraction worth = Fraction.ZERO;
    for (Map.Entry<IssueId, ? extends Value> entry : agreed.entrySet()) {
      Weighing weighing = weighings().get(entry.getKey());
      if (weighing != null) {
        Issue issue = agenda.requireIssue(entry.getKey());
        worth = worth.plus(weighing.weight().times(weighing.worth().of(issue, entry.getValue())));
      }
    }
    AdditiveProfile.Builder profile = AdditiveProfile.on(open, party().text());
    for (Issue issue : open.issues()) {
      Weighing weighing = weighings().get(issue.id());
      if (weighing == null) {
        throw new IllegalArgumentException(
            "preference of (%s) does not weigh (%s), which is open. Issues: %s"
                .formatted(party(), issue.id(), weighings().keySet()));
      }
      if (worth.signum() == 0) {
        profile.issue(issue.id(), weighing.weight(), weighing.worth());
      } else {
        profile.issue(issue.id(), Fraction.ONE, raised(worth, weighing));
        worth = Fraction.ZERO;
      }
    }
    reservedUtility(agenda).map(ReservationPoint::of).ifPresent(profile::reservation);
    return profile.power(power()).timeCost(timeCost()).build();
  }

  /** Adds a constant to what an issue is worth, its weight made part of it. */
  private static Evaluation raised(Fraction constant, Weighing weighing) {
    if (weighing.worth() instanceof Evaluation.Linear line) {
      return new Evaluation.Linear(
          weighing.weight().times(line.least()).plus(constant),
          weighing.weight().times(line.most()).plus(constant));
    }
    ImmutableMap.Builder<String, Fraction> raised = ImmutableMap.builder();
    ((Evaluation.Table) weighing.worth())
        .values()
        .forEach(
            (value, worth) -> raised.put(value, weighing.weight().times(worth).plus(constant)));
    return new Evaluation.Table(raised.buildOrThrow());
  }

  /**
   * {@return a builder of a preference that a source says a party has, without issues}
   *
   * @param source who says so: the party itself, or somebody of it
   * @param party whose preference it is
   */
  static Builder saidBy(Source source, String party) {
    return builder().basis(Basis.SAID).source(source).party(ActorId.of(party));
  }

  /**
   * {@return a builder of a preference that a source assumes a party to have, without issues}
   *
   * @param source who assumes it, such as an analyst
   * @param party whose preference it is
   */
  static Builder assumedBy(Source source, String party) {
    return builder().basis(Basis.ASSUMED).source(source).party(ActorId.of(party));
  }

  /** {@return an empty builder; party, source, basis and an issue must be set} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a preference. */
  final class Builder extends ImmutablePreference.Builder {
    private final Set<IssueId> weighed = new HashSet<>();

    Builder() {}

    /**
     * Weighs an issue.
     *
     * @param issue the issue
     * @param weight how much it counts, zero or more, such as {@code 0.6} or {@code 5}
     * @param worth how good its values are
     * @return this builder
     * @throws IllegalArgumentException if the weight is no number or below zero, or the issue was
     *     weighed before
     */
    public Builder weigh(String issue, String weight, Evaluation worth) {
      IssueId id = IssueId.of(issue);
      Fraction number;
      try {
        number = Fraction.parse(weight);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "weight of issue (%s): %s".formatted(issue, e.getMessage()), e);
      }
      if (!weighed.add(id)) {
        throw new IllegalArgumentException(
            "issue (%s) is weighed twice, the second time by (%s). Leave one of them out"
                .formatted(issue, weight));
      }
      return putWeighing(id, new Weighing(number, worth));
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
     * @param outcome an outcome that is as good, with a value on each issue that is weighed
     * @return this builder
     */
    public Builder reservation(Terms outcome) {
      return reservation(ReservationPoint.of(outcome));
    }
  }

  /** Whether a preference was said by somebody, or is an assumption. */
  enum Basis {
    /** Used when the source says that the party prefers so: the party itself, or a report of it. */
    SAID,
    /** Used when the source assumes it: an analyst's estimate, a model's input. */
    ASSUMED
  }

  /**
   * How much one issue counts for a party, and how good each value is: arrears count 5, from 1 for
   * paying nothing down to 0 for paying all. Immutable.
   *
   * @param weight how much the issue counts beside the party's others, zero or more; weights need
   *     not add up to one
   * @param worth how good each value is
   */
  record Weighing(Fraction weight, Evaluation worth) implements Serializable {
    /**
     * Checks that the weight is not below zero.
     *
     * @param weight how much the issue counts beside the party's others, zero or more; weights need
     *     not add up to one
     * @param worth how good each value is
     */
    public Weighing {
      if (weight.signum() < 0) {
        throw new IllegalArgumentException(
            "weight (%s) must not be below zero. Where less is better, let the worth fall"
                .formatted(weight));
      }
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }
}
