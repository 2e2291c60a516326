/**
 * What do they ask for and offer? A demand is a region of values that its maker would accept; an
 * offer is a package of values that binds its maker if accepted. What a party has said on an issue,
 * by both, is its position there, towards each counterpart; a position that nobody stated is not
 * stated, never zero.
 *
 * <p>In reading order: {@link dev.parley.demand.Ask}, {@link dev.parley.demand.Demand} and its
 * ready-made kinds ({@link dev.parley.demand.EndOfWar}, {@link dev.parley.demand.Withdrawal},
 * {@link dev.parley.demand.PrisonerRelease}, {@link dev.parley.demand.HostageRelease}, {@link
 * dev.parley.demand.HostageList}, {@link dev.parley.demand.GeneralDemand}), {@link
 * dev.parley.demand.Offer} with its {@link dev.parley.demand.Provisions.Condition}s, {@link
 * dev.parley.demand.Provisions.Instalment}s and {@link dev.parley.demand.Undertaking}s, the {@link
 * dev.parley.demand.Text} that is consented to, {@link dev.parley.demand.Tie}, {@link
 * dev.parley.demand.Position}, {@link dev.parley.demand.Reservation}.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.demand;

import org.jspecify.annotations.NullMarked;
