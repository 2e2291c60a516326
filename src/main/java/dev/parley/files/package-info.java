/**
 * How does a file get onto the disk? Whole, or not at all: what is written stands beside the file
 * until it is complete and forced to the disk, and then takes its place in one step. The package is
 * not exported.
 *
 * <p>In reading order: {@link dev.parley.files.WholeFile}.
 */
@NullMarked
package dev.parley.files;

import org.jspecify.annotations.NullMarked;
