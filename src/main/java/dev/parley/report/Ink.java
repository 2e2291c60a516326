package dev.parley.report;

import dev.parley.report.words.Mark;

/**
 * What a transcript is printed with: plain characters, or colour for a terminal. Colour is sparing
 * and says nothing that the words do not say: headings are bold, verdicts green or cyan, what is
 * alleged or denied is yellow.
 */
public enum Ink {
  /** Plain characters, for files and pipes. */
  PLAIN,
  /** ANSI escape codes, for a terminal that shows them. */
  COLOUR;

  private static final String RESET = "\u001b[0m";

  /** Puts this ink in the place of the marks. */
  String print(String marked) {
    String printed = marked.replace(String.valueOf(Mark.END), this == COLOUR ? RESET : "");
    for (Mark mark : Mark.values()) {
      printed = printed.replace(String.valueOf(mark.start()), this == COLOUR ? mark.ansi() : "");
    }
    return printed;
  }
}
