/**
 * Who says so, and how sure is it? What is known about a negotiation is what somebody said about
 * it: a party's own statement, a newspaper's report, what one side alleges of the other. Numbers
 * and dates come as vaguely as they were reported, "about 250" or "in December 2024", and keep that
 * vagueness here instead of losing it to a guess. Claims that cannot both be true stand beside each
 * other; nothing in this room decides who is right.
 *
 * <p>In reading order: {@link dev.parley.evidence.Source} and {@link
 * dev.parley.evidence.Attribution} (who says so), {@link dev.parley.evidence.When} and {@link
 * dev.parley.evidence.Delay} (dates), {@link dev.parley.evidence.Figure}, {@link
 * dev.parley.evidence.Tolerance} and {@link dev.parley.evidence.Interval} (numbers), {@link
 * dev.parley.evidence.Account} and {@link dev.parley.evidence.Account.Reconciliation} (do the
 * numbers add up?), {@link dev.parley.evidence.Claim}, {@link dev.parley.evidence.Claim.Answer} and
 * {@link dev.parley.evidence.Claim.Contest} (do the claims contradict each other?).
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.evidence;

import org.jspecify.annotations.NullMarked;
