/**
 * What does a party seem to want most? Nobody has to say it: what a party asks for first, what it
 * keeps, and what it gives for what, tell something of what counts for it. {@link Priorities} read
 * one party's offers and demands and claim of two issues which counts more, each claim with the
 * entries that speak for it and against it. It is a claim of the analysis, never a preference on
 * record, and "too few" is one of its answers.
 *
 * <p>In reading order: {@link Priorities}, {@link IssuePair}, {@link IssuePair.Answer}, {@link
 * IssuePair.Sign}, {@link IssuePair.Ground}.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.analysis.priority;

import org.jspecify.annotations.NullMarked;
