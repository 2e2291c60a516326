/**
 * Which outcomes are efficient, and which would win, whatever the numbers are? A party may say that
 * it likes one outcome better than another and no more than that. A {@link Ranking} holds what is
 * known of one party: a whole order, a part of one, or single comparisons. {@link Rankings} hold
 * several and tell of each outcome what follows for every way in which the rest may turn out; where
 * that differs, the answer is "cannot tell", with the comparisons that would have to be known.
 *
 * <p>In reading order: {@link Ranking}, {@link Rankings}, {@link Standing}, {@link
 * Standing.Answer}, {@link Standing.Question}.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.analysis.ranking;

import org.jspecify.annotations.NullMarked;
