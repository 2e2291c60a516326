/**
 * What stands in the way, and what would close it? Which demands stand against each other and by
 * how much, which commitments wait for each other in a ring, and which packages of concessions
 * would close the deal and who would have to give what. All of it follows from a record; what
 * nobody has stated stays unknown and is named, and every answer cites the entries it rests on.
 *
 * <p>In reading order: {@link Analysis} and its {@link Scope}; {@link Zone}; {@link Commitment},
 * {@link Commitment.Precondition}, {@link Linkage}, {@link Commitment.Ring}, {@link
 * Linkage.Deadlock}, {@link Commitment.Relief}; {@link Packages}, {@link ClosingPackage}, {@link
 * Concession}, {@link Packages.Clash}, {@link Packages.Unknown}; {@link Clause}.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.analysis;

import org.jspecify.annotations.NullMarked;
