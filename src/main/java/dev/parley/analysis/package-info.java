/**
 * What stands in the way, and what would close it? Which demands stand against each other and by
 * how much, which commitments wait for each other in a ring, and which packages of concessions
 * would close the deal and who would have to give what. All of it follows from a record; what
 * nobody has stated stays unknown and is named, and every answer cites the entries it rests on.
 *
 * <p>In reading order: {@link dev.parley.analysis.Analysis} and its {@link
 * dev.parley.analysis.Scope}; {@link dev.parley.analysis.Zone}; {@link
 * dev.parley.analysis.Commitment}, {@link dev.parley.analysis.Precondition}, {@link
 * dev.parley.analysis.Linkage}, {@link dev.parley.analysis.Ring}, {@link
 * dev.parley.analysis.Linkage.Deadlock}, {@link dev.parley.analysis.Relief}; {@link
 * dev.parley.analysis.Packages}, {@link dev.parley.analysis.ClosingPackage}, {@link
 * dev.parley.analysis.Concession}, {@link dev.parley.analysis.Packages.Clash}, {@link
 * dev.parley.analysis.Packages.Unknown}; {@link dev.parley.analysis.Clause}.
 */
@NullMarked
package dev.parley.analysis;

import org.jspecify.annotations.NullMarked;
