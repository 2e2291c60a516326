/**
 * What would be fair? Where what the parties prefer is known or assumed, two questions have exact
 * answers: which outcomes are efficient, and which of those each theory of bargaining picks. An
 * {@link OutcomeSpace} holds every complete package over some issues, a {@link Profile} says what
 * one party makes of each, and a {@link BargainingProblem} puts them together. Utilities are exact
 * {@linkplain Fraction fractions}, so that ties are ties.
 *
 * <p>In reading order: {@link OutcomeSpace}, {@link OutcomeSpace.Cursor}, {@link Fraction}, {@link
 * Profile}, {@link BargainingPower}, {@link TimeCost}, {@link AdditiveProfile}, {@link Evaluation},
 * {@link FunctionProfile}, {@link Profile.ReservationPoint}, {@link BargainingProblem}, {@link
 * BargainingProblem.Method}, {@link Frontier}, {@link Payoff}, {@link SolutionConcept}, {@link
 * Frontier.Solution}, {@link Frontier.Appraisal}, {@link Census}; {@link UtilityTable}; {@link
 * RubinsteinDivision}, {@link RubinsteinOutcome}; {@link OfferSequence.StepClass}, {@link
 * OfferSequence}, {@link OfferSequence.Bid}, {@link OfferSequence.BidStep}.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.analysis.bargaining;

import org.jspecify.annotations.NullMarked;
