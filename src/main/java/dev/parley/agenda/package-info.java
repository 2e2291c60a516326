/**
 * Who negotiates, about what, on which scale? A negotiation starts with its agenda: the parties and
 * those who only speak, the delegations they send, and the issues, each with a scale of values.
 * Nothing here says what anybody wants; that is a demand or an offer.
 */
@NullMarked
package dev.parley.agenda;

import org.jspecify.annotations.NullMarked;
