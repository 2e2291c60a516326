/**
 * How does a statistics program read it? Tidy data: tables in which every row is one fact and every
 * column one variable, as comma-separated values, with a data dictionary beside them that says of
 * every column what it holds. R, pandas and a spreadsheet read the same files.
 *
 * <p>In reading order: {@link dev.parley.report.tidy.Table} and {@link
 * dev.parley.report.tidy.Column} (how a table is declared and written), {@link
 * dev.parley.report.tidy.DataPackage} (several tables with their dictionary), {@link
 * dev.parley.report.tidy.RecordTables} (those of a record).
 */
@NullMarked
package dev.parley.report.tidy;

import org.jspecify.annotations.NullMarked;
