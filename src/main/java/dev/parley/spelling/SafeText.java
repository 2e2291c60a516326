package dev.parley.spelling;

/** Text from outside, made harmless for a message: nothing in it steers a terminal or a reader. */
public final class SafeText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int SOFT_HYPHEN = 0x00AD;

  private SafeText() {}

  /**
   * {@return whether a character steers a terminal or turns the writing direction: control
   * characters (line breaks among them), line and paragraph separators, lone surrogates, and
   * formats other than those that join letters}
   *
   * @param c a code point
   */
  public static boolean steers(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT ->
          c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER && c != SOFT_HYPHEN;
      default -> false;
    };
  }

  /**
   * {@return a text with every character that steers written out, such as {@code \}{@code u001b}:
   * the name of a file in a message}
   *
   * @param text a text
   */
  public static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (steers(c)) {
                safe.append("\\u%04x".formatted(c));
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }
}
