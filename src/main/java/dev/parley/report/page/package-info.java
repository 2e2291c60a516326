/**
 * How does it look in a browser? A record as one self-contained page: {@link
 * dev.parley.report.page.Html} writes a panel for each question, where the talks stand, what is
 * agreed, where each side stands, the time line, positions over time, linkage, accounts, claims and
 * the record itself. Every chart has a table beside it. The style and the script of the page, which
 * draws the charts, are two files beside the classes.
 */
@NullMarked
package dev.parley.report.page;

import org.jspecify.annotations.NullMarked;
