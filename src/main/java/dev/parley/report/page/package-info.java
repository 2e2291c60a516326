/**
 * How does it look in a browser? A record as one self-contained page: {@link
 * dev.parley.report.page.Html} writes a panel for each question, where the talks stand, the time
 * line, positions, linkage, what would close a deal, stages, accounts, claims and the record
 * itself. Every chart has a table beside it. The style and the script of the page are two files
 * beside the classes; the chart library comes from a dependency of its own.
 *
 * <p>In reading order: {@link dev.parley.report.page.Html}, {@link
 * dev.parley.report.page.MissingChartsException}.
 */
@NullMarked
package dev.parley.report.page;

import org.jspecify.annotations.NullMarked;
