package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A bargaining problem: who values which outcome how, and what each has without an agreement. All
 * outcomes of a space are possible, whoever's consent they need.
 *
 * <pre>{@code
 * Agenda agenda =
 *     Agenda.builder()
 *         .principal("union", "Union")
 *         .principal("port", "Port")
 *         .issue("rise", Scale.quantity("0", "10", "5", "percent"))
 *         .issue("staff", Scale.quantity(0, 2, "workers"))
 *         .build();
 * OutcomeSpace space = OutcomeSpace.of(agenda);
 * Profile union =
 *     AdditiveProfile.on(space, "union")
 *         .issue("rise", "0.7", Evaluation.linear("0", "1"))
 *         .issue("staff", "0.3", Evaluation.linear("0", "1"))
 *         .reservation("0.2")
 *         .build();
 * Profile port =
 *     AdditiveProfile.on(space, "port")
 *         .issue("rise", "0.4", Evaluation.linear("1", "0"))
 *         .issue("staff", "0.6", Evaluation.linear("1", "0"))
 *         .reservation("0.2")
 *         .build();
 * Frontier frontier = BargainingProblem.of(space, union, port).frontier();
 * frontier.solution(SolutionConcept.NASH); // => Nash: union 0.7, port 0.6: rise 10; staff 0
 * Terms middle = Terms.on(agenda).set("rise", "5").set("staff", 1).build();
 * frontier.appraise(middle).better().orElseThrow(); // => union 0.7, port 0.6: rise 10; staff 0
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param space the outcomes
 * @param profiles what the parties make of them, two or more, one each, in the order given
 * @param method how the frontier is found
 * @param budget how many outcomes may be looked at, or combinations formed, one or more
 */
public record BargainingProblem(
    OutcomeSpace space, ImmutableList<Profile> profiles, Method method, long budget) {
  /** How many outcomes are looked at, or combinations formed, unless a budget is given. */
  public static final long BUDGET = 10_000_000;

  /**
   * Checks that each party has one profile, of these outcomes, and that there is a budget.
   *
   * @param space the outcomes
   * @param profiles what the parties make of them, two or more, one each, in the order given
   * @param method how the frontier is found
   * @param budget how many outcomes may be looked at, or combinations formed, one or more
   */
  public BargainingProblem {
    if (profiles.size() < 2) {
      throw new IllegalArgumentException(
          "a bargaining problem needs the profiles of two parties or more, not %s: (%s)"
              .formatted(profiles.size(), Profiles.parties(profiles)));
    }
    Set<ActorId> seen = new HashSet<>();
    for (Profile profile : profiles) {
      seen.add(Profiles.once(seen, profile));
      Profiles.sameSpace(space, profile);
    }
    if (budget < 1) {
      throw new IllegalArgumentException(
          "budget (%s) must be one outcome or more".formatted(budget));
    }
  }

  /**
   * {@return a problem, solved by {@link Method#BEST} within {@link #BUDGET}}
   *
   * @param space the outcomes
   * @param profiles what the parties make of them, two or more, one each
   * @throws IllegalArgumentException if a party has two profiles, or one is about other outcomes
   */
  public static BargainingProblem of(OutcomeSpace space, Profile... profiles) {
    return of(space, List.of(profiles));
  }

  /**
   * {@return a problem, solved by {@link Method#BEST} within {@link #BUDGET}}
   *
   * @param space the outcomes
   * @param profiles what the parties make of them, two or more, one each
   * @throws IllegalArgumentException if a party has two profiles, or one is about other outcomes
   */
  public static BargainingProblem of(OutcomeSpace space, List<? extends Profile> profiles) {
    return new BargainingProblem(space, ImmutableList.copyOf(profiles), Method.BEST, BUDGET);
  }

  /**
   * {@return this problem solved in another way}
   *
   * @param other the method
   */
  public BargainingProblem by(Method other) {
    return new BargainingProblem(space, profiles, other, budget);
  }

  /**
   * {@return this problem with another budget}
   *
   * @param most how many outcomes may be looked at, or combinations formed, one or more
   * @throws IllegalArgumentException if the budget is below one
   */
  public BargainingProblem within(long most) {
    return new BargainingProblem(space, profiles, method, most);
  }

  /**
   * {@return the efficient outcomes; where the budget did not reach, what was found, with a
   * {@linkplain Frontier#shortfall shortfall} that says so} This is the work; keep the result to
   * ask it for several solutions.
   *
   * @throws IllegalStateException if issues are to be merged and a profile is not additive
   * @throws IllegalArgumentException if the values of an additive profile are more than a million,
   *     or its numbers have no common unit of a reasonable length: these are put in tables first,
   *     whatever the budget
   */
  public Frontier frontier() {
    List<AdditiveProfile> additive =
        profiles.stream()
            .filter(AdditiveProfile.class::isInstance)
            .map(AdditiveProfile.class::cast)
            .toList();
    boolean merge =
        method == Method.MERGING || method == Method.BEST && additive.size() == profiles.size();
    if (merge && additive.size() < profiles.size()) {
      throw new IllegalStateException(
          "issues cannot be merged: the profile of (%s) is not additive. Use enumeration of all %s outcomes"
              .formatted(
                  profiles.stream()
                      .filter(p -> !(p instanceof AdditiveProfile))
                      .findFirst()
                      .orElseThrow()
                      .party(),
                  LargeNumbers.grouped(space.size())));
    }
    return new Frontier(
        space,
        profiles,
        merge
            ? new Merging(space, additive, budget).find()
            : new Enumeration(space, profiles, budget, method != Method.SEQUENTIAL_ENUMERATION)
                .find());
  }

  /** How a frontier is found. All give the same answer; they differ in what they can be asked. */
  public enum Method {
    /** Merging where every profile is additive, enumeration by all processors otherwise. */
    BEST,
    /**
     * Issue by issue: the frontier of the first issues is merged with the next issue, and what is
     * dominated then stays so. For additive profiles only; the cost follows the size of the
     * frontier, not of the space.
     */
    MERGING,
    /** Every outcome is looked at, by all processors. */
    ENUMERATION,
    /** Every outcome is looked at, by one thread. */
    SEQUENTIAL_ENUMERATION
  }
}
