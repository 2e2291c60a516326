package dev.parley.scenario.genius;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.FunctionProfile;
import dev.parley.analysis.bargaining.Profile;
import dev.parley.analysis.bargaining.TimeCost;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A profile as GENIUS or GeniusWeb has it: the utilities that it means, and what belongs to the
 * file alone. Immutable.
 *
 * @param name the name as written; empty where the file gives none, as in GENIUS
 * @param domain the domain
 * @param profile the utilities, over the domain's outcomes, before {@link #capped}
 * @param evaluators the formulas behind the evaluations of integer and real issues, in GENIUS
 * @param discount the discount factor, above 0 and up to 1, which GENIUS applies to utilities over
 *     time; empty where the file gives none
 */
public record GeniusProfile(
    String name,
    GeniusDomain domain,
    AdditiveProfile profile,
    ImmutableMap<IssueId, GeniusProfile.GeniusEvaluator> evaluators,
    Optional<BigDecimal> discount) {
  /**
   * Checks that the profile values the domain's outcomes.
   *
   * @param name the name as written; empty where the file gives none, as in GENIUS
   * @param domain the domain
   * @param profile the utilities, over the domain's outcomes
   * @param evaluators the formulas behind the evaluations of integer and real issues, in GENIUS
   * @param discount the discount factor, from 0 to 1, which GENIUS applies to utilities over time;
   *     empty where the file gives none
   */
  public GeniusProfile {
    if (!profile.space().equals(domain.space())) {
      throw new GeniusException(
          "profile of (%s) values other outcomes (%s) than domain (%s) has (%s)"
              .formatted(profile.party(), profile.space(), domain.name(), domain.space()));
    }
  }

  /**
   * {@return the utility that GENIUS gives: that of the profile, but 1 where it is above 1}
   *
   * @param outcome a complete package
   */
  public Fraction utility(Terms outcome) {
    return profile.utility(outcome).min(Fraction.ONE);
  }

  /**
   * {@return the profile with the utilities that GENIUS gives: itself where none is above 1, or
   * else one whose utilities end at 1, which is no weighted sum any more}
   */
  public Profile capped() {
    if (best().compareTo(Fraction.ONE) <= 0) {
      return profile;
    }
    FunctionProfile capped =
        FunctionProfile.of(profile.space(), profile.party().text(), this::utility);
    return profile.reservation().map(capped::withReservation).orElse(capped);
  }

  /**
   * {@return what a round costs, by the discount of the file: GENIUS multiplies a utility and a
   * reservation by the discount to the power of the time that has passed, of which a session is 1;
   * so a round of so many costs their root of it, to the precision of a double. A discount of 0.81
   * over two rounds is 0.9 in each; empty where the file gives none}
   *
   * @param rounds how many rounds a session has, one or more
   * @throws IllegalArgumentException if there are fewer
   */
  public Optional<TimeCost> timeCost(int rounds) {
    if (rounds < 1) {
      throw new IllegalArgumentException(
          "rounds (%s) must be 1 or more: a session has so many".formatted(rounds));
    }
    return discount.map(
        d ->
            new TimeCost(
                rounds == 1
                    ? Fraction.of(d)
                    : Fraction.of(Math.min(1, Math.pow(d.doubleValue(), 1.0 / rounds))),
                Fraction.ZERO));
  }

  /** Returns the best utility that an outcome can have. */
  Fraction best() {
    Fraction best = Fraction.ZERO;
    for (Issue issue : profile.space().issues()) {
      best =
          best.plus(
              Objects.requireNonNull(profile.weights().get(issue.id()))
                  .times(most(Objects.requireNonNull(profile.evaluations().get(issue.id())))));
    }
    return best;
  }

  private static Fraction most(Evaluation evaluation) {
    return evaluation instanceof Evaluation.Linear linear
        ? linear.least().max(linear.most())
        : ((Evaluation.Table) evaluation)
            .values().values().stream().reduce(Fraction::max).orElse(Fraction.ZERO);
  }

  /**
   * {@return a profile of one's own, to be written; without formulas or a discount, and without the
   * power and the time cost of the profile, which no file of GENIUS holds}
   *
   * @param name a name for it and its domain
   * @param profile the profile
   * @throws GeniusException if an issue has levels or a checklist, which neither tool has
   */
  public static GeniusProfile of(String name, AdditiveProfile profile) {
    return new GeniusProfile(
        name,
        GeniusDomain.of(name, profile.space()),
        profile.withPower(Optional.empty()).withTimeCost(Optional.empty()),
        ImmutableMap.of(),
        Optional.empty());
  }

  /**
   * How GENIUS evaluates an integer or a real issue: by a formula. What a linear one gives below 0
   * counts as 0, and above 1 as 1. Immutable.
   *
   * @param form the formula
   * @param parameters its parameters, as GENIUS names and writes them
   */
  public record GeniusEvaluator(Form form, ImmutableMap<String, BigDecimal> parameters) {
    /** Longer scales are not listed value by value. */
    private static final BigDecimal MOST_CUT = BigDecimal.valueOf(1_000_000);

    /** The formulas of GENIUS. */
    public enum Form {
      /** Of an integer: {@code offset + slope * (value - lower bound)}. */
      INTEGER_LINEAR("linear", "offset", "slope"),
      /** Of a real: {@code parameter0 + parameter1 * value}. */
      REAL_LINEAR("linear", "parameter0", "parameter1"),
      /** Of a real: {@code parameter0}, whatever the value. */
      REAL_CONSTANT("constant", "parameter0"),
      /**
       * Of a real: 0 up to {@code parameter0}, rising to 1 at {@code parameter2}, falling to 0 at
       * {@code parameter1}.
       */
      REAL_TRIANGULAR("triangular", "parameter0", "parameter1", "parameter2");

      private final String written;
      private final ImmutableList<String> parameters;

      Form(String written, String... parameters) {
        this.written = written;
        this.parameters = ImmutableList.copyOf(parameters);
      }

      /** Returns the name in the attribute {@code ftype}. */
      String written() {
        return written;
      }

      ImmutableList<String> parameterNames() {
        return parameters;
      }
    }

    /** Returns how good each value of a scale is. */
    Evaluation over(Scale.Quantity scale) {
      Fraction least = value(scale, scale.least());
      Fraction most = value(scale, scale.most());
      boolean linear = form == Form.INTEGER_LINEAR || form == Form.REAL_LINEAR;
      if (form == Form.REAL_CONSTANT || linear && inside(least) && inside(most)) {
        return new Evaluation.Linear(least, most);
      }
      if (scale.length().divideToIntegralValue(scale.step()).compareTo(MOST_CUT) > 0) {
        throw new GeniusException(
            "evaluator (%s) leaves 0 to 1 on a scale of more than %s values (%s)"
                .formatted(form.written(), MOST_CUT.toPlainString(), scale.brief()));
      }
      return Evaluation.each(scale, x -> value(scale, x).max(Fraction.ZERO).min(Fraction.ONE));
    }

    private static boolean inside(Fraction value) {
      return value.signum() >= 0 && value.compareTo(Fraction.ONE) <= 0;
    }

    private Fraction value(Scale.Quantity scale, BigDecimal x) {
      return switch (form) {
        case INTEGER_LINEAR ->
            at("offset").plus(at("slope").times(Fraction.of(x.subtract(scale.least()))));
        case REAL_LINEAR -> at("parameter0").plus(at("parameter1").times(Fraction.of(x)));
        case REAL_CONSTANT -> at("parameter0");
        case REAL_TRIANGULAR -> triangle(Fraction.of(x));
      };
    }

    private Fraction triangle(Fraction x) {
      Fraction lower = at("parameter0");
      Fraction upper = at("parameter1");
      Fraction top = at("parameter2");
      if (x.compareTo(lower) < 0 || x.compareTo(upper) >= 0) {
        return Fraction.ZERO;
      }
      return x.compareTo(top) < 0
          ? x.minus(lower).over(top.minus(lower))
          : Fraction.ONE.minus(x.minus(top).over(upper.minus(top)));
    }

    private Fraction at(String parameter) {
      return Fraction.of(parameters.getOrDefault(parameter, BigDecimal.ZERO));
    }
  }
}
