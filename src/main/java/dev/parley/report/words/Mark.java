package dev.parley.report.words;

/** What a stretch of text is; kept in the text as a control character until it is printed. */
public enum Mark {
  HEADING('\u0001', "\u001b[1m"),
  VERDICT('\u0002', "\u001b[36m"),
  ALLEGED('\u0003', "\u001b[33m");

  /** Ends every mark. */
  public static final char END = '\u0004';

  private final char start;
  private final String ansi;

  Mark(char start, String ansi) {
    this.start = start;
    this.ansi = ansi;
  }

  /** {@return the character that begins it} */
  public char start() {
    return start;
  }

  /** {@return what turns its colour on in a terminal} */
  public String ansi() {
    return ansi;
  }

  /** Marks a text, which must hold no mark. */
  public String on(String text) {
    return text.isEmpty() ? text : start + text + END;
  }
}
