package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.demand.Offer.Binding;
import dev.parley.demand.Offer.Instalment;
import dev.parley.demand.Undertaking;

/**
 * Terms that somebody attests to be agreed, among whom. It is an agreement when every principal
 * concerned has attested it; until then one party's "we have a deal" is that party's word.
 * Immutable.
 *
 * @param terms the terms
 * @param among the principals concerned, in the order of identifiers
 * @param binding whole when these terms are the whole agreement
 * @param instalments the steps in which the terms are to be carried out
 * @param undertakings who is bound to do what, where it was said
 */
public record Attestation(
    Terms terms,
    ImmutableSet<ActorId> among,
    Binding binding,
    ImmutableList<Instalment> instalments,
    ImmutableList<Undertaking> undertakings) {
  /**
   * Puts the principals in order.
   *
   * @param terms the terms
   * @param among the principals concerned, in the order of identifiers
   * @param binding whole when these terms are the whole agreement
   * @param instalments the steps in which the terms are to be carried out
   * @param undertakings who is bound to do what, where it was said
   */
  public Attestation {
    among = ImmutableSortedSet.copyOf(among);
  }

  Attestation on(Terms part) {
    return new Attestation(part, among, binding, instalments, undertakings);
  }

  static Attestation of(Offer offer, Terms terms) {
    return new Attestation(
        terms,
        ImmutableSet.<ActorId>builder().add(offer.by()).addAll(offer.to()).build(),
        Binding.SEVERABLE,
        offer.instalments(),
        offer.undertakings());
  }
}
