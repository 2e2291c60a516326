/**
 * How far do two coders agree? Two people who code the same talks from the same reports write two
 * records; what only one of them has, what they have put down differently, and what follows from it
 * for the verdict on a round, is laid side by side here, with the statistics by which a field of
 * research reports how reliable its coding is. Nothing in this room decides which of the two is
 * right.
 *
 * <p>In reading order: {@link dev.parley.compare.Comparison} (two records, side by side), {@link
 * dev.parley.compare.Matching} (which entries tell the same event), {@link
 * dev.parley.compare.Ratings} and {@link dev.parley.compare.Reliability} (agreement beyond chance).
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.compare;

import org.jspecify.annotations.NullMarked;
