/**
 * What do we ship for your property tests? Negotiations that are made up as people negotiate: a
 * {@link dev.parley.testing.LegalPlay} starts, goes on by choosing among what is legal, and ends,
 * and what fails comes back as the shortest {@link dev.parley.testing.Script} that still does, to
 * be read as a transcript, replayed as a scenario and pasted as a test.
 *
 * <p>In reading order, for any engine: {@link dev.parley.testing.Script}, {@link
 * dev.parley.testing.Script.Course}, {@link dev.parley.testing.Choices}, {@link
 * dev.parley.testing.Generator}, {@link dev.parley.testing.Agendas}, {@link
 * dev.parley.testing.LegalPlay}, {@link dev.parley.testing.Player}, {@link
 * dev.parley.testing.Records}, {@link dev.parley.testing.Fitting}, {@link
 * dev.parley.testing.Fitting.OffScale}, {@link dev.parley.testing.Figures}, {@link
 * dev.parley.testing.Dates}, {@link dev.parley.testing.Minimiser.Simplification}, {@link
 * dev.parley.testing.Minimiser}. For jqwik 1.9: {@link dev.parley.testing.Negotiations}, {@link
 * dev.parley.testing.Negotiations.PlayArbitrary}, {@link
 * dev.parley.testing.Negotiations.AgendaArbitrary}, {@link dev.parley.testing.NegotiationDomain}.
 * For AssertJ: {@link dev.parley.testing.ParleyAssertions}, {@link
 * dev.parley.testing.NegotiationAssert}, {@link dev.parley.testing.NegotiationAssert.RoundAssert},
 * {@link dev.parley.testing.ParleyAssertions.OutcomeAssert}, {@link
 * dev.parley.testing.ParleyAssertions.Softly}.
 *
 * <p>jqwik and AssertJ are optional: the first group needs neither, and whoever uses the others has
 * them in test scope.
 */
@NullMarked
package dev.parley.testing;

import org.jspecify.annotations.NullMarked;
