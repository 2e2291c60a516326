package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import java.util.Optional;

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
    ImmutableSet<Concept> fairUnder,
    Optional<String> shortfall) {
  /** {@return whether no outcome is better for one and worse for nobody} */
  public boolean isEfficient() {
    return better.isEmpty();
  }
}
