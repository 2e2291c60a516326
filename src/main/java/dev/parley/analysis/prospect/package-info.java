/**
 * Would a package be efficient and fair, and would it last? What each party prefers is not in its
 * positions: somebody has to say it or to assume it. Given such {@link Preference}s, each with its
 * source, a {@link Prospect} holds every package that would close a deal against the bargaining
 * solutions and against the conflict in which it would be reached. A preference that nobody has
 * stated stays unknown, and the prospect names it.
 *
 * <p>In reading order: {@link Preference}, {@link Preference.Basis}, {@link Preference.Weighing};
 * {@link Prospect}, {@link Prospect.PackageProspect}, {@link Durability}, {@link
 * Durability.Departure}, {@link Prospect.Missing}.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.analysis.prospect;

import org.jspecify.annotations.NullMarked;
