package dev.parley.analysis.bargaining;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The Pareto frontier: the outcomes that no outcome dominates. One outcome dominates another when
 * it is at least as good for everybody and better for somebody. Outcomes that give everybody
 * exactly the same do not dominate each other: they are one {@link Payoff}, with their number and
 * the first of them. Immutable.
 */
public final class Frontier {
  private final OutcomeSpace space;
  private final ImmutableList<Profile> profiles;
  private final FrontierPoints found;
  private final ImmutableList<Payoff> efficient;
  private final Supplier<ImmutableList<Payoff>> negotiationSet;

  Frontier(OutcomeSpace space, ImmutableList<Profile> profiles, FrontierPoints found) {
    this.space = space;
    this.profiles = profiles;
    this.found = found;
    this.efficient =
        found.points().stream()
            .map(point -> new Payoff(space, profiles, found.units(), point))
            .collect(ImmutableList.toImmutableList());
    this.negotiationSet = Suppliers.memoize(this::unrefused);
  }

  /**
   * {@return what no outcome dominates, whether or not somebody would refuse it: the payoffs, each
   * once, from the first party's best on}
   */
  public ImmutableList<Payoff> efficient() {
    return efficient;
  }

  /**
   * {@return the efficient payoffs that leave nobody below the reservation (the negotiation set of
   * R. D. Luce and H. Raiffa, <em>Games and Decisions</em>, 1957), from the first party's best on;
   * none where somebody would refuse each} A party that gets exactly its reservation does not
   * refuse.
   *
   * @throws IllegalStateException if a party's reservation is not known
   */
  public ImmutableList<Payoff> negotiationSet() {
    return negotiationSet.get();
  }

  private ImmutableList<Payoff> unrefused() {
    List<BigInteger> least = new ArrayList<>();
    for (int p = 0; p < profiles.size(); p++) {
      Fraction scaled =
          Profiles.reserved(profiles.get(p))
              .times(new Fraction(found.units().get(p), BigInteger.ONE));
      BigInteger[] parts = scaled.numerator().divideAndRemainder(scaled.denominator());
      least.add(parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0]);
    }
    return efficient.stream()
        .filter(
            payoff ->
                IntStream.range(0, least.size())
                    .allMatch(p -> payoff.inUnits(p).compareTo(least.get(p)) >= 0))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return the concepts of which this frontier can be asked: all of them, but {@link
   * SolutionConcept#ASYMMETRIC_NASH} only where the power of every party is stated}
   */
  public ImmutableSet<SolutionConcept> concepts() {
    return Profiles.concepts(profiles.stream().allMatch(p -> p.power().isPresent()));
  }

  /**
   * {@return what a concept picks from the negotiation set: all payoffs that tie, or none}
   *
   * @param concept the concept, one of {@link #concepts}
   * @throws IllegalStateException if a party's reservation is not known, or its power where the
   *     concept needs it
   */
  public Solution solution(SolutionConcept concept) {
    ImmutableList<Payoff> set = negotiationSet();
    if (concept == SolutionConcept.ASYMMETRIC_NASH) {
      return new Solution(
          concept,
          new PowerProducts(profiles, found.units()).best(set),
          Optional.empty(),
          shortfall());
    }
    if (set.isEmpty()) {
      return new Solution(concept, set, Optional.empty(), shortfall());
    }
    Scoring scoring = new Scoring(concept, profiles, found, this::rationalIdeal);
    List<Payoff> ties = new ArrayList<>();
    BigInteger best = scoring.score(set.get(0));
    for (Payoff payoff : set) {
      BigInteger score = scoring.score(payoff);
      if (score.compareTo(best) > 0) {
        best = score;
        ties.clear();
      }
      if (score.equals(best)) {
        ties.add(payoff);
      }
    }
    return new Solution(
        concept, ImmutableList.copyOf(ties), Optional.of(scoring.fraction(best)), shortfall());
  }

  /**
   * {@return what is agreed at once if offers are made in turn and waiting costs: one outcome for
   * each party that may offer first; none unless there are two parties, and the {@linkplain
   * Profile#timeCost time cost} and the reservation of both are known}
   */
  public ImmutableList<RubinsteinOutcome> rubinstein() {
    if (profiles.size() != 2
        || profiles.stream()
            .anyMatch(p -> p.timeCost().isEmpty() || p.reservedUtility().isEmpty())) {
      return ImmutableList.of();
    }
    TurnTaking turns = new TurnTaking(negotiationSet(), profiles, found.units());
    return ImmutableList.of(
        new RubinsteinOutcome(profiles.get(0).party(), turns.agreed(0), shortfall()),
        new RubinsteinOutcome(profiles.get(1).party(), turns.agreed(1), shortfall()));
  }

  /**
   * {@return the most that each party could get by itself: the highest utility over all outcomes,
   * by party}
   */
  public ImmutableMap<ActorId, Fraction> ideal() {
    return byParty(found.highest());
  }

  /**
   * {@return the most that each party could get without leaving anybody below the reservation: the
   * highest utility over individually rational outcomes, by party; empty where there are none}
   *
   * @throws IllegalStateException if a party's reservation is not known
   */
  public Optional<ImmutableMap<ActorId, Fraction>> rationalIdeal() {
    if (negotiationSet().isEmpty()) {
      return Optional.empty();
    }
    List<Fraction> most = new ArrayList<>();
    for (int p = 0; p < profiles.size(); p++) {
      most.add(rationalIdeal(p));
    }
    return Optional.of(byParty(most));
  }

  /**
   * {@return the least that each party could get: the lowest utility over all outcomes, by party}
   */
  public ImmutableMap<ActorId, Fraction> worst() {
    return byParty(found.lowest());
  }

  private ImmutableMap<ActorId, Fraction> byParty(List<Fraction> utilities) {
    ImmutableMap.Builder<ActorId, Fraction> all = ImmutableMap.builder();
    for (int p = 0; p < profiles.size(); p++) {
      all.put(profiles.get(p).party(), utilities.get(p));
    }
    return all.buildOrThrow();
  }

  /**
   * {@return an outcome that dominates another, the witness that the other is not efficient: the
   * first payoff, from the first party's best on, that is at least as good for all and better for
   * one; empty when the outcome is efficient}
   *
   * @param outcome a complete package
   */
  public Optional<Payoff> better(Terms outcome) {
    List<Fraction> utilities = profiles.stream().map(p -> p.utility(outcome)).toList();
    return efficient.stream().filter(payoff -> dominates(payoff, utilities)).findFirst();
  }

  private static boolean dominates(Payoff payoff, List<Fraction> utilities) {
    boolean better = false;
    for (int p = 0; p < utilities.size(); p++) {
      int order = payoff.utility(p).compareTo(utilities.get(p));
      if (order < 0) {
        return false;
      }
      better |= order > 0;
    }
    return better;
  }

  /**
   * {@return what is to be said about one package: who refuses it, what is better, and under which
   * concepts it is fair}
   *
   * @param outcome a complete package
   * @throws IllegalArgumentException if it is no outcome of the space
   */
  public Appraisal appraise(Terms outcome) {
    List<Fraction> utilities = profiles.stream().map(p -> p.utility(outcome)).toList();
    ImmutableMap<ActorId, Fraction> byParty = byParty(utilities);
    ImmutableList.Builder<ActorId> refusers = ImmutableList.builder();
    ImmutableList.Builder<ActorId> undecided = ImmutableList.builder();
    for (int p = 0; p < profiles.size(); p++) {
      Optional<Boolean> refuses = profiles.get(p).refuses(utilities.get(p));
      if (refuses.isEmpty()) {
        undecided.add(profiles.get(p).party());
      } else if (refuses.get()) {
        refusers.add(profiles.get(p).party());
      }
    }
    ImmutableList<ActorId> unknown = undecided.build();
    ImmutableSet.Builder<SolutionConcept> fair = ImmutableSet.builder();
    if (unknown.isEmpty()) {
      for (SolutionConcept concept : concepts()) {
        if (solution(concept).payoffs().stream().anyMatch(p -> p.utilities().equals(byParty))) {
          fair.add(concept);
        }
      }
    }
    return new Appraisal(
        outcome, byParty, refusers.build(), unknown, better(outcome), fair.build(), shortfall());
  }

  /**
   * {@return the count of outcomes, or empty where issues were merged and outcomes never looked at
   * one by one}
   */
  public Optional<Census> census() {
    return found.census();
  }

  /**
   * {@return why this may not be the whole frontier: the size, the budget and what would work;
   * empty when the frontier is complete}
   */
  public Optional<String> shortfall() {
    return found.shortfall();
  }

  /** {@return whether every outcome was taken into account} */
  public boolean isComplete() {
    return found.shortfall().isEmpty();
  }

  /** {@return whose utilities these are: the profiles, in the order given} */
  public ImmutableList<Profile> profiles() {
    return profiles;
  }

  /** {@return the outcomes that it is a frontier of} */
  public OutcomeSpace space() {
    return space;
  }

  /**
   * Returns the ideal over a negotiation set that is not empty: its best outcomes are efficient.
   */
  private Fraction rationalIdeal(int p) {
    BinaryOperator<BigInteger> max = BigInteger::max;
    return new Fraction(
        negotiationSet().stream().map(payoff -> payoff.inUnits(p)).reduce(max).orElseThrow(),
        found.units().get(p));
  }

  /**
   * What is to be said about one package: what everybody gets, who would refuse it, whether another
   * outcome is better for somebody and worse for nobody, and who calls it fair. Immutable.
   *
   * @param outcome the package
   * @param utilities what everybody gets
   * @param refusers the parties that it leaves below their reservation
   * @param undecided the parties whose reservation is not known: a profile with one would decide
   *     whether they refuse, and which solutions there are
   * @param better an outcome that is at least as good for all and better for one: the witness that
   *     this one is not efficient; empty when it is
   * @param fairUnder the concepts that pick it, or an outcome of the same utilities; none while a
   *     reservation is not known
   * @param shortfall why a better outcome may exist all the same, or empty when the frontier was
   *     complete
   */
  public record Appraisal(
      Terms outcome,
      ImmutableMap<ActorId, Fraction> utilities,
      ImmutableList<ActorId> refusers,
      ImmutableList<ActorId> undecided,
      Optional<Payoff> better,
      ImmutableSet<SolutionConcept> fairUnder,
      Optional<String> shortfall) {
    /** {@return whether no outcome is better for one and worse for nobody} */
    public boolean isEfficient() {
      return better.isEmpty();
    }
  }

  /**
   * What a concept picks. Its witness is the frontier that it was picked from: every other payoff
   * of the {@linkplain Frontier#negotiationSet negotiation set} scores less; and where there is
   * none, every {@linkplain Frontier#efficient efficient} payoff names {@linkplain Payoff#refusers
   * who would refuse} it. Immutable.
   *
   * @param concept the concept
   * @param payoffs all that tie for the best score, from the first party's best on; none where
   *     every outcome leaves somebody below the reservation
   * @param score the best score: a product, share, gain, sum or spread; empty where nothing is
   *     picked, and for {@link SolutionConcept#ASYMMETRIC_NASH}
   * @param shortfall why better outcomes may exist, or empty when the frontier was complete
   */
  public record Solution(
      SolutionConcept concept,
      ImmutableList<Payoff> payoffs,
      Optional<Fraction> score,
      Optional<String> shortfall) {
    /** {@return whether nothing is picked} */
    public boolean isNone() {
      return payoffs.isEmpty();
    }

    /**
     * {@return the concept and what it picks, such as {@code Nash: israel 0.71, hamas 0.57:
     * hostages 6; truce yes}}
     */
    @Override
    public String toString() {
      return concept.title()
          + ": "
          + (isNone()
              ? "none, every outcome leaves somebody below the reservation"
              : String.join(" | ", payoffs.stream().map(Payoff::toString).toList()));
    }
  }
}
