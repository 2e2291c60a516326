/**
 * How does it read? A record is shown to people as a {@link dev.parley.report.Transcript}, round by
 * round and then where it stands, with its {@link dev.parley.report.Summary} first, or in {@link
 * dev.parley.report.Markdown}; the state machines are drawn by {@link dev.parley.report.Diagram}.
 * Nothing is decided here: every word repeats what the record or a result says, and on whose word.
 * The page for a browser and JSON have rooms of their own.
 *
 * <p>In reading order: {@link dev.parley.report.Summary}, {@link dev.parley.report.Transcript},
 * {@link dev.parley.report.Transcript.Ink}, {@link dev.parley.report.Markdown}, {@link
 * dev.parley.report.Diagram}.
 *
 * @serial exclude
 */
@NullMarked
package dev.parley.report;

import org.jspecify.annotations.NullMarked;
