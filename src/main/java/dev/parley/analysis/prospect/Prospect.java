package dev.parley.analysis.prospect;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.analysis.Analysis;
import dev.parley.analysis.Packages;
import dev.parley.analysis.bargaining.BargainingProblem;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.Frontier.Solution;
import dev.parley.analysis.bargaining.SolutionConcept;
import dev.parley.talks.Negotiation;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether what would close a deal would be efficient and fair, and whether it would last, given
 * what the parties prefer on somebody's word.
 *
 * <pre>{@code
 * Prospect prospect = Prospect.of(negotiation, List.of(north, south));
 * PackageProspect first = prospect.packages().get(0);
 * first.appraisal();                       // efficient? else what is better; fair under which?
 * first.durability().orElseThrow()
 *     .departures(SolutionConcept.NASH);           // who would leave it by which move
 * }</pre>
 *
 * <p>The outcomes are all values on the issues that the packages settle; what is agreed already
 * stays as it is. It is as good as the preferences that it is given, and predicts nobody.
 * Immutable.
 */
public final class Prospect {
  private final ImmutableList<Preference> preferences;
  private final ImmutableSet<IssueId> issues;
  private final ImmutableList<Missing> missing;
  private final Optional<Frontier> frontier;
  private final ImmutableList<PackageProspect> packages;

  Prospect(
      ImmutableList<Preference> preferences,
      ImmutableSet<IssueId> issues,
      ImmutableList<Missing> missing,
      Optional<Frontier> frontier,
      ImmutableList<PackageProspect> packages) {
    this.preferences = preferences;
    this.issues = issues;
    this.missing = missing;
    this.frontier = frontier;
    this.packages = packages;
  }

  /**
   * Weighs the packages that would close a deal, within the usual budgets.
   *
   * @param negotiation the record
   * @param preferences what is said or assumed of what the parties prefer, one for a party
   * @return the prospect
   * @throws IllegalArgumentException if a party has two preferences, or one does not {@linkplain
   *     Preference#check(dev.parley.agenda.Agenda) fit} the agenda
   */
  public static Prospect of(Negotiation negotiation, Iterable<Preference> preferences) {
    return of(
        negotiation, Analysis.of(negotiation).packages(), preferences, BargainingProblem.BUDGET);
  }

  /**
   * Weighs packages.
   *
   * @param negotiation the record
   * @param packages what would close the deal, as its analysis gives them
   * @param preferences what is said or assumed of what the parties prefer, one for a party
   * @param budget how many combinations the search for efficient outcomes may form; where it does
   *     not suffice, the frontier says so
   * @return the prospect
   * @throws IllegalArgumentException if a party has two preferences, one does not fit the agenda,
   *     or the budget is below one
   */
  public static Prospect of(
      Negotiation negotiation, Packages packages, Iterable<Preference> preferences, long budget) {
    return new PreferenceProfiles(negotiation, packages, ImmutableList.copyOf(preferences))
        .prospect(budget);
  }

  /** {@return on whose word it rests: the preferences, as given} */
  public ImmutableList<Preference> preferences() {
    return preferences;
  }

  /**
   * {@return the issues that the packages settle, in the order of the agenda; none where nothing is
   * to be settled}
   */
  public ImmutableSet<IssueId> issues() {
    return issues;
  }

  /**
   * {@return what would have to be known for every answer to be given: what is missing, party by
   * party in the order of the agenda}
   */
  public ImmutableList<Missing> missing() {
    return missing;
  }

  /**
   * {@return the efficient outcomes: the frontier; empty while the preference of a principal is not
   * known, or no package settles anything}
   */
  public Optional<Frontier> frontier() {
    return frontier;
  }

  /**
   * {@return what each concept picks, from all outcomes: the solutions by concept; none while a
   * preference or a reservation is not known}
   */
  public ImmutableMap<SolutionConcept, Solution> solutions() {
    if (frontier.isEmpty() || !missing.isEmpty()) {
      return ImmutableMap.of();
    }
    return Arrays.stream(SolutionConcept.values())
        .collect(ImmutableMap.toImmutableMap(c -> c, c -> frontier.get().solution(c)));
  }

  /**
   * {@return what is to be said of each package: the packages that settle an issue, in the order of
   * the analysis}
   */
  public ImmutableList<PackageProspect> packages() {
    return packages;
  }

  /**
   * Something that would have to be known for an answer that is not given: how much work counts for
   * the south. Immutable.
   *
   * @param what what is missing
   * @param party whose preference is concerned
   * @param issue the issue, or empty when it is none in particular
   */
  public record Missing(What what, ActorId party, Optional<IssueId> issue) {
    /** What is missing. */
    public enum What {
      /** Nobody has said or assumed anything of what the party prefers. */
      PREFERENCE,
      /** The packages settle the issue, and nobody has said how much it counts for the party. */
      WEIGHT,
      /** The issue counts for the party, and the packages leave it open. */
      VALUE,
      /** Nobody has said what the party has without an agreement. */
      RESERVATION
    }

    @Override
    public String toString() {
      String on = issue.map(IssueId::text).orElse("");
      return switch (what) {
        case PREFERENCE -> "what (%s) prefers".formatted(party);
        case WEIGHT -> "how much (%s) counts for (%s)".formatted(on, party);
        case VALUE -> "the value of (%s), which counts for (%s)".formatted(on, party);
        case RESERVATION -> "what (%s) has without an agreement".formatted(party);
      };
    }
  }
}
