package dev.parley.analysis.prospect;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.analysis.Analysis;
import dev.parley.analysis.ClosingPackage;
import dev.parley.analysis.Packages;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.BargainingProblem;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.Frontier.Appraisal;
import dev.parley.analysis.bargaining.Frontier.Solution;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.bargaining.RubinsteinOutcome;
import dev.parley.analysis.bargaining.SolutionConcept;
import dev.parley.analysis.priority.Priorities;
import dev.parley.talks.Negotiation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether what would close a deal would be efficient and fair, and whether it would last, given
 * what the parties prefer on somebody's word; and the same of the deals that were reached.
 *
 * <pre>{@code
 * Prospect prospect = Prospect.of(scenario.negotiation(), scenario.preferences());
 * Prospect.PackageProspect first = prospect.packages().get(0);
 * first.appraisal();                       // efficient? else what is better; fair under which?
 * first.durability().orElseThrow()
 *     .departures(StabilityConcept.NASH);  // who would leave it by which move
 * prospect.deals();                        // what was reached, appraised
 * }</pre>
 *
 * <p>The outcomes are all values on the issues that the packages settle; what is agreed already
 * stays as it is. It is as good as the preferences that it is given, and predicts nobody.
 * Immutable.
 *
 * @param preferences on whose word it rests: the preferences, as given
 * @param issues the issues that the packages settle, in the order of the agenda; none where nothing
 *     is to be settled
 * @param missing what would have to be known for every answer to be given, party by party in the
 *     order of the agenda
 * @param frontier the efficient outcomes; empty while the preference of a principal is not known,
 *     or no package settles anything
 * @param packages what is to be said of each package that settles an issue, in the order of the
 *     analysis
 * @param deals what is to be said of each deal that was reached and stands, in the order in which
 *     they were agreed
 * @param seeming what those of whom no preference is known seem to want by what they offer and
 *     demand: a claim of the analysis, which no answer here rests on
 * @param limits why there are no efficient outcomes though every preference is known: what is too
 *     large, and what would work; none in most cases
 */
public record Prospect(
    ImmutableList<Preference> preferences,
    ImmutableSet<IssueId> issues,
    ImmutableList<Missing> missing,
    Optional<Frontier> frontier,
    ImmutableList<Prospect.PackageProspect> packages,
    ImmutableList<DealAppraisal> deals,
    ImmutableList<Priorities> seeming,
    ImmutableList<String> limits) {
  /**
   * Weighs what was agreed and, unless the talks are at an end, the packages that would close a
   * deal, within the usual budgets.
   *
   * @param negotiation the record
   * @param preferences what is said or assumed of what the parties prefer, one for a party
   * @return the prospect
   * @throws IllegalArgumentException if a party has two preferences, or one does not {@linkplain
   *     Preference#check(dev.parley.agenda.Agenda) fit} the agenda
   */
  public static Prospect of(Negotiation negotiation, Iterable<Preference> preferences) {
    ImmutableList<ClosingPackage> closing =
        negotiation.situation().stage().isEnd()
            ? ImmutableList.of()
            : Analysis.of(negotiation).packages().first();
    return new Profiles(negotiation, closing, ImmutableList.copyOf(preferences))
        .prospect(BargainingProblem.BUDGET);
  }

  /**
   * Weighs packages, and what was agreed.
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
    return new Profiles(negotiation, packages.first(), ImmutableList.copyOf(preferences))
        .prospect(budget);
  }

  /**
   * {@return what each concept picks, from all outcomes: the solutions by concept; none while a
   * preference or a reservation is not known}
   */
  public ImmutableMap<SolutionConcept, Solution> solutions() {
    if (frontier.isEmpty() || Missing.isNeeded(missing)) {
      return ImmutableMap.of();
    }
    return frontier.get().concepts().stream()
        .collect(ImmutableMap.toImmutableMap(c -> c, c -> frontier.get().solution(c)));
  }

  /**
   * {@return what is agreed at once if offers are made in turn and waiting costs: one outcome for
   * each party that may offer first; none unless two parties negotiate and it is stated what time
   * costs both}
   */
  public ImmutableList<RubinsteinOutcome> rubinstein() {
    return frontier.map(Frontier::rubinstein).orElse(ImmutableList.of());
  }

  /** Turns preferences into profiles over what is open, and notes what is missing. */
  private static final class Profiles {
    private final Negotiation negotiation;
    private final Agenda agenda;
    private final ImmutableList<ClosingPackage> closing;
    private final ImmutableList<Preference> preferences;
    private final ImmutableMap<IssueId, Value> agreed;
    private final ImmutableList<Issue> open;
    private final Map<ActorId, AdditiveProfile> profiles = new LinkedHashMap<>();
    private final List<Missing> missing = new ArrayList<>();
    private final List<String> limits = new ArrayList<>();

    Profiles(
        Negotiation negotiation,
        ImmutableList<ClosingPackage> packages,
        ImmutableList<Preference> preferences) {
      this.negotiation = negotiation;
      this.agenda = negotiation.agenda();
      this.preferences = preferences;
      this.agreed = ImmutableMap.copyOf(negotiation.situation().closed());
      closing =
          packages.stream()
              .filter(p -> p.terms().isPresent())
              .collect(ImmutableList.toImmutableList());
      open =
          closing.isEmpty()
              ? ImmutableList.of()
              : agenda.issueList().stream()
                  .filter(i -> closing.get(0).terms().orElseThrow().on(i.id()).isPresent())
                  .collect(ImmutableList.toImmutableList());
    }

    Prospect prospect(long budget) {
      Map<ActorId, Preference> byParty = new LinkedHashMap<>();
      for (Preference preference : preferences) {
        preference.check(agenda);
        Preference first = byParty.putIfAbsent(preference.party(), preference);
        if (first != null) {
          throw new IllegalArgumentException(
              "party (%s) has two preferences, of (%s) and of (%s): weigh the packages once with each"
                  .formatted(preference.party(), first.source().id(), preference.source().id()));
        }
      }
      for (ActorId party : agenda.principals()) {
        Preference preference = byParty.get(party);
        if (preference == null) {
          missing.add(new Missing(Missing.What.PREFERENCE, party, Optional.empty()));
        } else {
          weigh(preference);
        }
      }
      if (!open.isEmpty()) {
        missing.addAll(Missing.beside(agenda.principals(), byParty));
      }
      Optional<Frontier> frontier = frontier(budget);
      Aftermath aftermath = new Aftermath(negotiation, open, profiles);
      return new Prospect(
          preferences,
          open.stream().map(Issue::id).collect(ImmutableSet.toImmutableSet()),
          ImmutableList.copyOf(missing),
          frontier,
          closing.stream()
              .map(
                  p ->
                      new PackageProspect(
                          p,
                          p.terms().orElseThrow(),
                          agenda.principals(),
                          profiles,
                          frontier,
                          aftermath))
              .collect(ImmutableList.toImmutableList()),
          DealAppraising.all(negotiation, byParty, budget),
          agenda.principals().stream()
              .filter(party -> !byParty.containsKey(party))
              .map(party -> Priorities.of(negotiation, party.text()))
              .collect(ImmutableList.toImmutableList()),
          ImmutableList.copyOf(limits));
    }

    private Optional<Frontier> frontier(long budget) {
      if (open.isEmpty() || profiles.size() < agenda.principals().size()) {
        return Optional.empty();
      }
      BargainingProblem problem =
          BargainingProblem.of(OutcomeSpace.of(open), List.copyOf(profiles.values()))
              .within(budget);
      try {
        return Optional.of(problem.frontier());
      } catch (IllegalArgumentException tooLarge) {
        limits.add(String.valueOf(tooLarge.getMessage()));
        return Optional.empty();
      }
    }

    private void weigh(Preference preference) {
      ActorId party = preference.party();
      int before = missing.size();
      for (Issue issue : open) {
        if (!preference.weighings().containsKey(issue.id())) {
          missing.add(new Missing(Missing.What.WEIGHT, party, Optional.of(issue.id())));
        }
      }
      preference
          .weighings()
          .forEach(
              (issue, weighing) -> {
                boolean settled =
                    agreed.containsKey(issue) || open.stream().anyMatch(i -> i.id().equals(issue));
                if (!settled && !closing.isEmpty() && weighing.weight().signum() > 0) {
                  missing.add(new Missing(Missing.What.VALUE, party, Optional.of(issue)));
                }
              });
      if (missing.size() == before && !open.isEmpty()) {
        profiles.put(party, preference.profile(agenda, OutcomeSpace.of(open), agreed));
      }
      if (preference.reservation().isEmpty()) {
        missing.add(new Missing(Missing.What.RESERVATION, party, Optional.empty()));
      }
    }
  }

  /**
   * What is to be said of one package that would close a deal: what it is worth to each, who would
   * refuse it, whether another outcome is better for one and worse for nobody, who calls it fair,
   * and whether it would last. Immutable.
   */
  public static final class PackageProspect {
    private final ClosingPackage closing;
    private final Terms outcome;
    private final ImmutableMap<ActorId, Fraction> utilities;
    private final ImmutableList<ActorId> refusers;
    private final ImmutableList<ActorId> undecided;
    private final Optional<Appraisal> appraisal;
    private final Supplier<Aftermath.Read> aftermath;

    PackageProspect(
        ClosingPackage closing,
        Terms outcome,
        Iterable<ActorId> principals,
        Map<ActorId, AdditiveProfile> profiles,
        Optional<Frontier> frontier,
        Aftermath aftermath) {
      this.closing = closing;
      this.outcome = outcome;
      ImmutableMap.Builder<ActorId, Fraction> worth = ImmutableMap.builder();
      ImmutableList.Builder<ActorId> refusing = ImmutableList.builder();
      ImmutableList.Builder<ActorId> open = ImmutableList.builder();
      for (ActorId party : principals) {
        AdditiveProfile profile = profiles.get(party);
        if (profile == null) {
          open.add(party);
          continue;
        }
        Fraction utility = profile.utility(outcome);
        worth.put(party, utility);
        Optional<Boolean> refuses = profile.refuses(utility);
        if (refuses.isEmpty()) {
          open.add(party);
        } else if (refuses.get()) {
          refusing.add(party);
        }
      }
      utilities = worth.buildOrThrow();
      refusers = refusing.build();
      undecided = open.build();
      appraisal = frontier.map(f -> f.appraise(outcome));
      this.aftermath = Suppliers.memoize(() -> aftermath.of(closing, outcome));
    }

    /** {@return the package: the concessions that would close the deal} */
    public ClosingPackage closing() {
      return closing;
    }

    /** {@return the deal: a value on each issue that the package settles} */
    public Terms outcome() {
      return outcome;
    }

    /**
     * {@return what it is worth to each whose preference is known: the utilities, each on its
     * party's own scale, with what is agreed already}
     */
    public ImmutableMap<ActorId, Fraction> utilities() {
      return utilities;
    }

    /**
     * {@return who would rather have no agreement: the parties that it leaves below what they have
     * without one}
     */
    public ImmutableList<ActorId> refusers() {
      return refusers;
    }

    /**
     * {@return of whom it is not known whether they would rather have no agreement: the parties
     * whose preference or reservation is missing}
     */
    public ImmutableList<ActorId> undecided() {
      return undecided;
    }

    /**
     * {@return whether it is individually rational: no party is left below what it has without an
     * agreement; empty while that is not known of all, and nobody is known to refuse}
     */
    public Optional<Boolean> isRational() {
      if (!refusers.isEmpty()) {
        return Optional.of(false);
      }
      return undecided.isEmpty() ? Optional.of(true) : Optional.empty();
    }

    /**
     * {@return whether it is efficient, with an outcome that is better if not, and who calls it
     * fair; empty while the preference of a principal is not known}
     */
    public Optional<Appraisal> appraisal() {
      return appraisal;
    }

    /**
     * {@return whether it would last; empty where the record has too many stances to weigh} This is
     * the work, done when it is first asked for.
     */
    public Optional<Durability> durability() {
      return aftermath.get().durability();
    }

    /**
     * {@return why there is no {@link #durability}: the size, the bound and what would work; empty
     * where there is one}
     */
    public Optional<String> limit() {
      return aftermath.get().limit();
    }
  }
}
