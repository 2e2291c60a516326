/**
 * What do we ship for your property tests? Negotiations that are made up as people negotiate: a
 * {@link dev.parley.testing.LegalPlay} starts, goes on by choosing among what is legal, and ends,
 * and what fails comes back as the shortest {@link dev.parley.testing.Script} that still does, to
 * be read as a transcript, replayed as a scenario and pasted as a test.
 *
 * <p>In reading order, for any engine: {@link dev.parley.testing.Script}, {@link
 * dev.parley.testing.Course}, {@link dev.parley.testing.Choices}, {@link
 * dev.parley.testing.Generator}, {@link dev.parley.testing.Agendas}, {@link
 * dev.parley.testing.LegalPlay}, {@link dev.parley.testing.Player}, {@link
 * dev.parley.testing.Records}, {@link dev.parley.testing.Simplification}, {@link
 * dev.parley.testing.Minimiser}.
 */
@NullMarked
package dev.parley.testing;

import org.jspecify.annotations.NullMarked;
