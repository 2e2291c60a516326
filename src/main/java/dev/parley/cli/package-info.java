/**
 * What does the command line do? It reads a scenario file, and shows the record, makes a page of
 * it, exports it, compares two, checks it, explores how the talks can go on, or draws a diagram. It
 * only calls the other rooms. What is wrong is said in one line, with exit code 1 for a file and 2
 * for the command line.
 *
 * <p>In reading order: {@link dev.parley.cli.Main}.
 */
@NullMarked
package dev.parley.cli;

import org.jspecify.annotations.NullMarked;
