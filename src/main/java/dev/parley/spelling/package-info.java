/**
 * How does a message show what it is given: what was probably meant by a word that nobody knows, a
 * text that steers nothing, a list that is not too long? Used inside the library, not exported.
 */
@NullMarked
package dev.parley.spelling;

import org.jspecify.annotations.NullMarked;
