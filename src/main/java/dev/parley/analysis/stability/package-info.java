/**
 * What would last, once reached? The graph model for conflict resolution: a {@link
 * dev.parley.analysis.stability.ConflictModel} says which states there are, who can move the
 * conflict from which to which, and what is known of who likes which better. A {@link
 * dev.parley.analysis.stability.StabilityAnalysis} says where each would stay, under four {@link
 * dev.parley.analysis.stability.StabilityConcept}s, with a {@link
 * dev.parley.analysis.stability.Witness} for each verdict. An unknown preference stays unknown, and
 * the verdict says what would decide it.
 *
 * <p>In reading order: {@link dev.parley.analysis.stability.ConflictModel}, {@link
 * dev.parley.analysis.stability.OptionForm}, {@link dev.parley.analysis.stability.ArcForm}, {@link
 * dev.parley.analysis.stability.StabilityConcept}, {@link
 * dev.parley.analysis.stability.StabilityAnalysis}, {@link
 * dev.parley.analysis.stability.Stability}, {@link dev.parley.analysis.stability.Reason}, {@link
 * dev.parley.analysis.stability.Coalitions}, {@link dev.parley.analysis.stability.StatusQuo},
 * {@link dev.parley.analysis.stability.Bridging}, {@link
 * dev.parley.analysis.stability.InverseStability}, {@link
 * dev.parley.analysis.stability.RecordedConflict}.
 */
@NullMarked
package dev.parley.analysis.stability;

import org.jspecify.annotations.NullMarked;
