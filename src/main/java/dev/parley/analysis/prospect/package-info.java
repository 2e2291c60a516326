/**
 * Would a package be efficient and fair, and would it last? Is the deal that was reached? What each
 * party prefers is not in its positions: somebody has to say it or to assume it. Given such {@link
 * Preference}s, each with its source, a {@link Prospect} holds every package that would close a
 * deal against the bargaining solutions and against the conflict in which it would be reached. A
 * preference that nobody has stated stays unknown, and the prospect names it.
 *
 * <p>In reading order: {@link Preference}, {@link Preference.Basis}, {@link Preference.Weighing};
 * {@link Prospect}, {@link Prospect.PackageProspect}, {@link Durability}, {@link
 * Durability.Departure}, {@link DealAppraisal}, {@link DealAppraisal.Worth}, {@link
 * DealAppraisal.Improvement}, {@link DealAppraisal.Staying}, {@link Missing}.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.analysis.prospect;

import org.jspecify.annotations.NullMarked;
