/**
 * How could it go on? A {@link Strategy} says what a party does at its turn, from its own
 * utilities, the public record and a seeded source of chance; it never sees what the others prefer.
 * A {@link Session} plays strategies against each other through the machine itself, so that what
 * comes of it is a negotiation like any other. {@link Sessions} plays many and adds them up; a
 * {@link Forecast} continues a record, and says first what it assumes.
 *
 * <p>In reading order: {@link Strategy}, {@link Seat}, {@link Action}; {@link Bidding}, {@link
 * TimeDependent}, {@link TitForTat}, {@link Acceptance}, {@link Micro}, {@link DraftVoter}; {@link
 * Session}, {@link Participant}, {@link Protocol}, {@link SessionResult}; {@link Sessions}, {@link
 * Tally}, {@link Estimate}; {@link Forecast}.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.play;

import org.jspecify.annotations.NullMarked;
