/**
 * Did the round move or stall? Nobody types a verdict in: each party's step on each issue is
 * measured against the same region of its counterpart before and after, and the round's verdict
 * follows from the steps. A verdict explains itself: it lists the steps and cites the entries
 * behind them, as attested and, where it differs, as alleged.
 *
 * <p>In reading order: {@link dev.parley.progress.StepKind}, {@link dev.parley.progress.Told},
 * {@link dev.parley.progress.Heard}, {@link dev.parley.progress.Measurement}, {@link
 * dev.parley.progress.Step}, {@link dev.parley.progress.Progress}, {@link
 * dev.parley.progress.RoundVerdict}, {@link dev.parley.progress.Gap}.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.progress;

import org.jspecify.annotations.NullMarked;
