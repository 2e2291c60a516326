/** What was probably meant by a word that nobody knows? Used inside the library, not exported. */
@NullMarked
package dev.parley.spelling;

import org.jspecify.annotations.NullMarked;
