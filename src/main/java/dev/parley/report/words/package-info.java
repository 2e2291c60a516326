/**
 * How is it said? The names of things, acts, entries, steps and results in words, which the
 * transcript, Markdown, the rows and the page say alike; and the lines of text and the JSON that
 * they are laid out in. The words of the page that are not the record's own are in one file, for
 * translation. For the other rooms of the report only: the module does not export it.
 *
 * <p>In reading order: {@link dev.parley.report.words.Wording}, {@link
 * dev.parley.report.words.Names}, {@link dev.parley.report.words.Deeds}, {@link
 * dev.parley.report.words.EntryWords}, {@link dev.parley.report.words.StepWords}, {@link
 * dev.parley.report.words.EvidenceWords}, {@link dev.parley.report.words.IssueTable}, {@link
 * dev.parley.report.words.RoundWords}, {@link dev.parley.report.words.DealAnalysis}, {@link
 * dev.parley.report.words.Section}, {@link dev.parley.report.words.Contents}, {@link
 * dev.parley.report.words.Phrases}, {@link dev.parley.report.words.Text}, {@link
 * dev.parley.report.words.TextLayout}, {@link dev.parley.report.words.JsonWriter}.
 */
@NullMarked
package dev.parley.report.words;

import org.jspecify.annotations.NullMarked;
