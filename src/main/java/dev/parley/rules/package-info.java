/**
 * Which rules come ready-made? A rule of negotiating beyond the machine's own laws, such as "no
 * second concession before an answer", each in a file of its own with its reason and the literature
 * that it comes from. None is on unless a rule book names it. A {@link dev.parley.rules.Registry}
 * finds a rule by its name and its parameters, ready-made or the caller's own; an {@link
 * dev.parley.rules.Audit} holds a record against a rule book.
 *
 * <p>In reading order: {@link dev.parley.rules.Registry}, {@link dev.parley.rules.Parameters},
 * {@link dev.parley.rules.RuleTable}, {@link dev.parley.rules.Audit}. Rules about concessions:
 * {@link dev.parley.rules.NoBacksliding}, {@link dev.parley.rules.Reciprocity}, {@link
 * dev.parley.rules.ConcessionSize}, {@link dev.parley.rules.ExchangeBalance}. About what stays
 * said: {@link dev.parley.rules.Goalposts}, {@link dev.parley.rules.NoReopening}, {@link
 * dev.parley.rules.NoNewDemands}. About who may bind: {@link dev.parley.rules.OffersWithinMandate},
 * {@link dev.parley.rules.MediatorBindsNothing}, {@link dev.parley.rules.StatedBeforeAccepting}.
 * About time: {@link dev.parley.rules.RoundLimit}, {@link dev.parley.rules.OfferExpiry}, {@link
 * dev.parley.rules.DeadlineRespected}, {@link dev.parley.rules.SilenceLimit}. About carrying out:
 * {@link dev.parley.rules.GuarantorNeeded}, {@link dev.parley.rules.RatificationFirst}, {@link
 * dev.parley.rules.InstalmentsInOrder}, {@link dev.parley.rules.OrderOfIssues}.
 */
@NullMarked
package dev.parley.rules;

import org.jspecify.annotations.NullMarked;
