/**
 * How does a program read it? A record and every result that follows from it as JSON, with the same
 * fields in the same order each time, numbers without exponents and identifiers as in the file.
 * {@link dev.parley.json.Json} has one method for each thing that can be written, and the JSON
 * Schema of each; behind it, a class for each family of results declares their fields, once for
 * both.
 */
@NullMarked
package dev.parley.json;

import org.jspecify.annotations.NullMarked;
