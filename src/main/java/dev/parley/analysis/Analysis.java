package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.analysis.Commitment.Ring;
import dev.parley.talks.Negotiation;
import dev.parley.travel.Travelling;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Immutable;

/**
 * What stands in the way of a deal, and what would close it: how far the parties are apart, which
 * commitments wait for each other, and the packages of concessions that would settle it.
 *
 * <pre>{@code
 * Analysis analysis = Analysis.of(negotiation);
 * analysis.ring();           // who waits for whom, for what, since when, on whose word
 * analysis.packages().first();
 * }</pre>
 *
 * <p>It is a pure function of the record, and takes nobody's side: that somebody would have to give
 * something does not say that it should. Immutable.
 */
@Structural
@SuppressWarnings("unchecked") // of what is read from a stream
@Immutable
public sealed interface Analysis extends Travelling, WithAnalysis permits ImmutableAnalysis {
  /**
   * {@return how far the principals are apart: a zone for each issue and each pair of principals,
   * in the order of the agenda; within the {@linkplain Scope#pairs() budget}}
   */
  ImmutableList<Zone> zones();

  /** {@return what of the zones was left out, in words; empty when nothing was} */
  ImmutableList<String> limits();

  /** {@return which commitments wait for which} */
  Linkage linkage();

  /**
   * {@return the shortest ring of commitments that wait for each other, or empty when there is
   * none}
   */
  Optional<Ring> ring();

  /**
   * {@return which commitments, their preconditions waived, would free everything: the sets of
   * which none could be left out}
   */
  SmallestSets<String> waivers();

  /**
   * {@return which commitments could be carried out at once, were their AFTERs on each other
   * TOGETHERs: the sets of which none could be left out}
   */
  SmallestSets<String> exchanges();

  /**
   * {@return which commitments, carried out in instalments, would free everything: the sets of
   * which none could be left out}
   */
  SmallestSets<String> splits();

  /** {@return what would close the deal: the packages, or why there is none} */
  Packages packages();

  /**
   * Analyses a record, within the usual budgets.
   *
   * @param negotiation the record
   * @return what stands in the way, and what would close it
   */
  static Analysis of(Negotiation negotiation) {
    return of(negotiation, Scope.DEFAULT);
  }

  /**
   * Analyses a record.
   *
   * @param negotiation the record
   * @param scope how far to go, and what is known of private bottom lines
   * @return what stands in the way, and what would close it
   */
  static Analysis of(Negotiation negotiation, Scope scope) {
    Linkage linkage = Linkage.of(negotiation);
    Zones zones = new Zones(negotiation, scope);
    return new Builder()
        .addAllZones(zones.all())
        .addAllLimits(zones.limits())
        .linkage(linkage)
        .ring(linkage.shortestRing())
        .waivers(linkage.waivers(scope.sets()))
        .exchanges(linkage.exchanges(scope.sets()))
        .splits(linkage.splits(scope.sets()))
        .packages(new PackageSearch(negotiation, linkage, scope).search())
        .build();
  }

  /** Builds an analysis. */
  final class Builder extends ImmutableAnalysis.Builder {
    Builder() {}
  }
}
