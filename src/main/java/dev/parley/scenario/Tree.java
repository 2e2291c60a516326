package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * What is to be written: a tree of texts, mappings, lists and nothings, without places. Immutable.
 */
sealed interface Tree {
  /**
   * A text; numbers, dates and identifiers are texts too.
   *
   * @param text any characters
   */
  record Text(String text) implements Tree {}

  /**
   * A mapping, in the order in which it is to be written.
   *
   * @param entries the keys and their values
   */
  record Mapping(ImmutableMap<String, Tree> entries) implements Tree {}

  /**
   * A list.
   *
   * @param items the items, in order
   */
  record Sequence(ImmutableList<Tree> items) implements Tree {}

  /**
   * What stands within braces or brackets even where it is wide, so that a cut in its midst never
   * leaves something shorter that could be taken for a whole.
   *
   * @param within a mapping or a list
   * @param oneLine whether it stands on one line, however long that is
   */
  record Unbroken(Tree within, boolean oneLine) implements Tree {}

  /** A key with nothing after it. */
  record Nothing() implements Tree {}

  /** A key with nothing after it. */
  Nothing NOTHING = new Nothing();

  static Text text(Object text) {
    return new Text(text.toString());
  }

  static Mapping mapping(ImmutableMap<String, Tree> entries) {
    return new Mapping(entries);
  }

  static Sequence sequence(Iterable<? extends Tree> items) {
    return new Sequence(ImmutableList.copyOf(items));
  }
}
