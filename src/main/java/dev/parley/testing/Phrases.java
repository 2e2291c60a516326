package dev.parley.testing;

import java.util.List;

/** The words that people are quoted with: plain ones, or such as test a reader and a writer. */
enum Phrases {
  PLAIN,
  AWKWARD;

  private static final List<String> HARD =
      List.of(
          "until apprehensions are eliminated",
          "yes",
          " padded ",
          "a: b, [c] {d} #e",
          "- \"quoted\"\nand broken",
          "in force",
          "day 7",
          "null");

  /** Returns the phrase itself, or a hard one that depends on nothing else. */
  String of(String phrase) {
    return this == PLAIN ? phrase : HARD.get(Math.floorMod(phrase.hashCode(), HARD.size()));
  }

  /** Returns a question; one of nothing but blanks would be none. */
  String question(String about) {
    return this == PLAIN ? about : about + " " + of(about);
  }
}
