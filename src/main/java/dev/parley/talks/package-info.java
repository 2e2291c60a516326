/**
 * What may happen next, and what has happened? A {@link dev.parley.talks.Negotiation} is an
 * immutable value: an agenda, a rule book, a chronicle and the {@link dev.parley.talks.Situation}
 * that follows from them. The only way forward is a {@link dev.parley.talks.Move}: a legal one
 * gives a new negotiation, an illegal one a {@link dev.parley.talks.Refusal} that names every law
 * it breaks and the way out.
 *
 * <p>In reading order: {@link dev.parley.talks.Negotiation}, {@link dev.parley.talks.Move}, {@link
 * dev.parley.talks.Act}, {@link dev.parley.talks.Outcome}, {@link dev.parley.talks.Refusal}, {@link
 * dev.parley.talks.Law}, {@link dev.parley.talks.Stage}, {@link dev.parley.talks.TransitionTable},
 * {@link dev.parley.talks.Situation}, {@link dev.parley.talks.Settlement}, {@link
 * dev.parley.talks.Chronicle}, {@link dev.parley.talks.Opening}, {@link dev.parley.talks.Rule},
 * {@link dev.parley.talks.Observation}, {@link dev.parley.talks.Chronicle.Silence}.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.talks;

import org.jspecify.annotations.NullMarked;
