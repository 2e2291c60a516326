/**
 * What does the command line do? It reads a scenario file, or the one in {@code examples}, and
 * prints what its options ask for: the transcript, Markdown, rows, JSON, a page, a diagram, the
 * differences between record and rules, or an exploration of how the talks can go on. It only calls
 * the other rooms. What is wrong is said in one line, with exit code 1 for a file and 2 for the
 * command line.
 *
 * <p>In reading order: {@link dev.parley.cli.Main}.
 */
@NullMarked
package dev.parley.cli;

import org.jspecify.annotations.NullMarked;
