/**
 * Does a rule hold in every state that can be reached? A {@link dev.parley.explore.Model} says
 * where a play starts, which moves there are and where each leads; the {@link
 * dev.parley.explore.Explorer} visits every state, level by level, and judges each {@link
 * dev.parley.explore.Property}. What breaks a property comes back as the shortest {@link
 * dev.parley.explore.Exploration.Counterexample}, the same one on every run and with any number of
 * threads. An exploration that was cut short says how far it is complete and never more.
 *
 * <p>Any class whose objects compare by value serves as a state, a plain record for instance; a
 * {@link dev.parley.explore.NegotiationModel} is the model of every way in which an agenda can be
 * negotiated under a rule book.
 *
 * <p>In reading order: {@link dev.parley.explore.Model}, {@link dev.parley.explore.Model.Next},
 * {@link dev.parley.explore.Property}, {@link dev.parley.explore.Explorer}, {@link
 * dev.parley.explore.Exploration}, {@link dev.parley.explore.Exploration.Verdict}, {@link
 * dev.parley.explore.Exploration.Extent}, {@link dev.parley.explore.Exploration.Statistics}, {@link
 * dev.parley.explore.Exploration.Counterexample}, {@link dev.parley.explore.Play}, {@link
 * dev.parley.explore.Model.Captions}, {@link dev.parley.explore.Exploration.SearchProgress}; {@link
 * dev.parley.explore.NegotiationModel}, {@link dev.parley.explore.NegotiationModel.State}, {@link
 * dev.parley.explore.NegotiationModel.Happening}.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.explore;

import org.jspecify.annotations.NullMarked;
