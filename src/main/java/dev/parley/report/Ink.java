package dev.parley.report;

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

  /** What a stretch of text is; kept in the text as a control character until it is printed. */
  enum Mark {
    HEADING('\u0001', "\u001b[1m"),
    VERDICT('\u0002', "\u001b[36m"),
    ALLEGED('\u0003', "\u001b[33m");

    /** Ends every mark. */
    static final char END = '\u0004';

    final char start;
    private final String code;

    Mark(char start, String code) {
      this.start = start;
      this.code = code;
    }

    /** Marks a text, which must hold no mark. */
    String on(String text) {
      return text.isEmpty() ? text : start + text + END;
    }
  }

  /** Puts this ink in the place of the marks. */
  String print(String marked) {
    String printed = marked.replace(String.valueOf(Mark.END), this == COLOUR ? RESET : "");
    for (Mark mark : Mark.values()) {
      printed = printed.replace(String.valueOf(mark.start), this == COLOUR ? mark.code : "");
    }
    return printed;
  }
}
