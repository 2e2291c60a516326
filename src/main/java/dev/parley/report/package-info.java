/**
 * How does it look? A record is shown to people as a {@link dev.parley.report.Transcript}, round by
 * round and then where it stands, as a page for a browser ({@link dev.parley.report.Html}) or in
 * {@link dev.parley.report.Markdown}, and to programs as {@link dev.parley.report.Json} and {@link
 * dev.parley.report.Csv}; the state machines are drawn by {@link dev.parley.report.Diagram}.
 * Nothing is decided here: every word repeats what the record or a result says, and on whose word.
 *
 * <p>In reading order: {@link dev.parley.report.Transcript}, {@link dev.parley.report.Ink}, {@link
 * dev.parley.report.Html}, {@link dev.parley.report.Markdown}, {@link dev.parley.report.Json},
 * {@link dev.parley.report.Csv}, {@link dev.parley.report.Diagram}, {@link dev.parley.report.Main}.
 */
@NullMarked
package dev.parley.report;

import org.jspecify.annotations.NullMarked;
