/**
 * Who negotiates, about what, on which scale? A negotiation starts with its agenda: the parties and
 * those who only speak, the delegations they send, and the issues, each with a scale of values.
 * Nothing here says what anybody wants; that is a demand or an offer.
 *
 * <p>In reading order: {@link dev.parley.agenda.Party}, {@link dev.parley.agenda.Outsider}, {@link
 * dev.parley.agenda.Delegation} and its {@link dev.parley.agenda.Mandate}, {@link
 * dev.parley.agenda.Issue}, {@link dev.parley.agenda.Scale}, {@link dev.parley.agenda.Value},
 * {@link dev.parley.agenda.Region} (many values), {@link dev.parley.agenda.Terms} (a value for some
 * issues), {@link dev.parley.agenda.Agenda}.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.agenda;

import org.jspecify.annotations.NullMarked;
