/**
 * What would be fair? Where what the parties prefer is known or assumed, two questions have exact
 * answers: which outcomes are efficient, and which of those each theory of bargaining picks. An
 * {@link dev.parley.analysis.bargaining.OutcomeSpace} holds every complete package over some
 * issues, a {@link dev.parley.analysis.bargaining.Profile} says what one party makes of each, and a
 * {@link dev.parley.analysis.bargaining.BargainingProblem} puts them together. Utilities are exact
 * {@linkplain dev.parley.analysis.bargaining.Fraction fractions}, so that ties are ties.
 *
 * <p>In reading order: {@link dev.parley.analysis.bargaining.OutcomeSpace}, {@link
 * dev.parley.analysis.bargaining.OutcomeSpace.Cursor}, {@link
 * dev.parley.analysis.bargaining.Fraction}, {@link dev.parley.analysis.bargaining.Profile}, {@link
 * dev.parley.analysis.bargaining.AdditiveProfile}, {@link
 * dev.parley.analysis.bargaining.Evaluation}, {@link
 * dev.parley.analysis.bargaining.FunctionProfile}, {@link
 * dev.parley.analysis.bargaining.ReservationPoint}, {@link
 * dev.parley.analysis.bargaining.BargainingProblem}, {@link
 * dev.parley.analysis.bargaining.BargainingProblem.Method}, {@link
 * dev.parley.analysis.bargaining.Frontier}, {@link dev.parley.analysis.bargaining.Payoff}, {@link
 * dev.parley.analysis.bargaining.SolutionConcept}, {@link
 * dev.parley.analysis.bargaining.Frontier.Solution}, {@link
 * dev.parley.analysis.bargaining.Frontier.Appraisal}, {@link
 * dev.parley.analysis.bargaining.Census}; {@link
 * dev.parley.analysis.bargaining.OfferSequence.StepClass}, {@link
 * dev.parley.analysis.bargaining.OfferSequence}, {@link
 * dev.parley.analysis.bargaining.OfferSequence.Bid}, {@link
 * dev.parley.analysis.bargaining.OfferSequence.BidStep}.
 */
@NullMarked
package dev.parley.analysis.bargaining;

import org.jspecify.annotations.NullMarked;
