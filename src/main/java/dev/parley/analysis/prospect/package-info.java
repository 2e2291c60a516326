/**
 * Would a package be efficient and fair, and would it last? What each party prefers is not in its
 * positions: somebody has to say it or to assume it. Given such {@link
 * dev.parley.analysis.prospect.Preference}s, each with its source, a {@link
 * dev.parley.analysis.prospect.Prospect} holds every package that would close a deal against the
 * bargaining solutions and against the conflict in which it would be reached. A preference that
 * nobody has stated stays unknown, and the prospect names it.
 *
 * <p>In reading order: {@link dev.parley.analysis.prospect.Preference}, {@link
 * dev.parley.analysis.prospect.Preference.Basis}, {@link
 * dev.parley.analysis.prospect.Preference.Weighing}; {@link dev.parley.analysis.prospect.Prospect},
 * {@link dev.parley.analysis.prospect.PackageProspect}, {@link
 * dev.parley.analysis.prospect.Durability}, {@link
 * dev.parley.analysis.prospect.Durability.Departure}, {@link
 * dev.parley.analysis.prospect.Prospect.Missing}.
 */
@NullMarked
package dev.parley.analysis.prospect;

import org.jspecify.annotations.NullMarked;
