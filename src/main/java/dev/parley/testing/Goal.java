package dev.parley.testing;

import static dev.parley.talks.ActKind.*;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.ObligationState;
import dev.parley.talks.ActKind;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation;
import dev.parley.talks.Situation.IssueStatus;
import dev.parley.talks.Stage;
import java.util.Set;

/**
 * A stage that a play is to reach: of the talks, of an agreement or of an obligation. It knows by
 * which kinds of acts one gets there and how far off one is, in steps, roughly: that is what a
 * search goes by.
 */
sealed interface Goal {
  /** Farther off than anything that can be counted. */
  double FAR = 20;

  ImmutableSet<ActKind> DEAL =
      Sets.immutableEnumSet(MAKE_OFFER, ACCEPT, SIGN, CONFIRM, RATIFY, JOIN);

  /** Returns by which kinds of acts one gets there. */
  Set<ActKind> means();

  /** Returns how far off it is: 0 where it is reached. */
  double from(Negotiation talks);

  /** Returns its name. */
  Enum<?> stage();

  static ImmutableSet<ActKind> dealAnd(ActKind... others) {
    return ImmutableSet.<ActKind>builder().addAll(DEAL).add(others).build();
  }

  /** A stage of the talks. */
  record Talks(Stage stage) implements Goal {
    @Override
    public Set<ActKind> means() {
      return switch (stage) {
        case EXPLORATORY -> ImmutableSet.of();
        case IN_SESSION -> ImmutableSet.of(OPEN_ROUND, RESUME);
        case IN_RECESS -> ImmutableSet.of(OPEN_ROUND, CLOSE_ROUND);
        case SUSPENDED -> ImmutableSet.of(SUSPEND);
        case AT_IMPASSE -> ImmutableSet.of(DECLARE_IMPASSE);
        case BROKEN_OFF -> ImmutableSet.of(BREAK_OFF);
        case CONCLUDED -> DEAL;
        case ABANDONED -> ImmutableSet.of(ABANDON);
      };
    }

    @Override
    public double from(Negotiation talks) {
      Situation now = talks.situation();
      if (now.stage() == stage) {
        return 0;
      }
      double parties = now.agenda().principals().size();
      return switch (stage) {
        case AT_IMPASSE -> 1 - now.impasseDeclared().size() / (parties + 1);
        case IN_RECESS -> now.roundOpen() ? 1 : 2;
        case CONCLUDED -> 1 + unsettled(now);
        default -> 1;
      };
    }

    /**
     * Each issue that is not settled is three steps off, those in an agreement that is not signed
     * fewer.
     */
    private static double unsettled(Situation now) {
      long open =
          now.agenda().issues().keySet().stream()
              .filter(issue -> now.status(issue) != IssueStatus.CLOSED)
              .count();
      double soonest =
          now.agreements().values().stream()
              .filter(accord -> !accord.stage().isSigned() && !accord.stage().isOver())
              .mapToDouble(
                  accord -> accord.text().terms().issues().size() * (0.5 + 2 * consents(accord)))
              .max()
              .orElse(0);
      return Math.max(0, 3.0 * open - soonest);
    }
  }

  /** A stage of some agreement. */
  record OfAgreement(AgreementStage stage) implements Goal {
    @Override
    public Set<ActKind> means() {
      return switch (stage) {
        case TABLED, SIGNED, IN_FORCE, EXPIRED, REPLACED -> DEAL;
        case INITIALLED -> dealAnd(INITIAL);
        case SUSPENDED -> dealAnd(SUSPEND);
        case FULFILLED -> dealAnd(PERFORM, EXCUSE, SET_OFF, NOTE);
        case TERMINATED -> dealAnd(AGREE_TO_END, DENOUNCE);
        case REFUSED -> dealAnd(INITIAL, FAIL_TO_RATIFY, REJECT_OFFER);
      };
    }

    @Override
    public double from(Negotiation talks) {
      double least = FAR;
      for (dev.parley.agreement.Agreement agreement : talks.agreements()) {
        boolean has = agreement.turns().stream().anyMatch(turn -> turn.stage() == stage);
        least = Math.min(least, has ? 0 : from(agreement.accord()));
      }
      return least;
    }

    private double from(Accord accord) {
      double toForce =
          switch (accord.stage()) {
            case TABLED -> 4 - consents(accord);
            case INITIALLED -> 3;
            case SIGNED -> 2;
            case IN_FORCE, SUSPENDED -> 1;
            default -> FAR;
          };
      return switch (stage) {
        case EXPIRED -> toForce + (accord.text().lasts().isPresent() ? 0 : 1);
        case FULFILLED -> toForce + (accord.obligations().isEmpty() ? 2 : 1 - over(accord));
        default -> toForce;
      };
    }

    private static double over(Accord accord) {
      double over =
          accord.obligations().values().stream().filter(status -> status.state().isOver()).count();
      return over / accord.obligations().size();
    }
  }

  /** A state of some obligation. */
  record OfObligation(ObligationState stage) implements Goal {
    @Override
    public Set<ActKind> means() {
      return switch (stage) {
        case PENDING -> DEAL;
        case IN_EFFECT -> dealAnd(SET_OFF, NOTE);
        case FULFILLED -> dealAnd(SET_OFF, PERFORM, FIND);
        case VIOLATED -> dealAnd(SET_OFF, ALLEGE_BREACH, FIND);
        case SUSPENDED -> dealAnd(SUSPEND);
        case EXCUSED -> dealAnd(EXCUSE);
        case DISCHARGED -> dealAnd(NOTE);
        case TERMINATED -> dealAnd(AGREE_TO_END, DENOUNCE);
      };
    }

    @Override
    public double from(Negotiation talks) {
      double least = FAR;
      for (dev.parley.agreement.Agreement agreement : talks.agreements()) {
        double deal = new OfAgreement(AgreementStage.IN_FORCE).from(agreement.accord());
        least = Math.min(least, agreement.accord().obligations().isEmpty() ? deal + 2 : deal + 1);
        for (Obligation.Status status : agreement.accord().obligations().values()) {
          if (status.state() == stage) {
            return 0;
          }
        }
      }
      for (Obligation.Status status : talks.situation().obligations().values()) {
        if (status.state() == stage) {
          return 0;
        }
      }
      return least;
    }
  }

  /** Returns the share of those bound whose consent stands. */
  private static double consents(Accord accord) {
    double given = accord.bound().stream().filter(p -> accord.is(p, kind -> kind.stands())).count();
    return given / accord.bound().size();
  }
}
