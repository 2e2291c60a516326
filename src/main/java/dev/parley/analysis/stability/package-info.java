/**
 * What would last, once reached? The graph model for conflict resolution: a {@link ConflictModel}
 * says which states there are, who can move the conflict from which to which, and what is known of
 * who likes which better. A {@link StabilityAnalysis} says where each would stay, under four {@link
 * StabilityConcept}s, with a {@link Witness} for each verdict. An unknown preference stays unknown,
 * and the verdict says what would decide it.
 *
 * <p>In reading order: {@link ConflictModel}, {@link OptionForm}, {@link ArcForm}, {@link
 * StabilityConcept}, {@link StabilityAnalysis}, {@link Stability}, {@link Witness.Reason}, {@link
 * Coalitions}, {@link StatusQuo}, {@link Bridging}, {@link InverseStability}, {@link
 * RecordedConflict}.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.analysis.stability;

import org.jspecify.annotations.NullMarked;
