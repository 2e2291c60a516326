package dev.parley.agenda;

/**
 * The law of identifiers: a lower-case letter, then lower-case letters, digits and hyphens ({@code
 * [a-z][a-z0-9-]*}), at most {@value #LONGEST} characters. Identifiers are what a record refers by;
 * what people read is the name beside it.
 */
public final class Identifier {
  /** The most characters that an identifier may have. */
  public static final int LONGEST = 80;

  private Identifier() {}

  /**
   * {@return the identifier when it keeps the law}
   *
   * @param kind what it identifies, for the message, such as {@code "party"}
   * @param text the identifier
   * @throws IllegalArgumentException if the text breaks the law; the message names the first
   *     character that does, and the way out
   */
  public static String check(String kind, String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          kind
              + " id () must not be empty: use a lower-case letter, then letters, digits, hyphens");
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "%s id (%s...) is %s characters long: %s is the most"
              .formatted(kind, text.substring(0, 20), text.length(), LONGEST));
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      boolean later = i > 0 && (c >= '0' && c <= '9' || c == '-');
      if (!letter && !later) {
        throw new IllegalArgumentException(
            "%s id (%s) has (%s) at character %s: use a lower-case letter, then lower-case letters, digits, hyphens%s"
                .formatted(kind, text, Character.toString(text.codePointAt(i)), i + 1, hint(text)));
      }
    }
    return text;
  }

  private static String hint(String text) {
    StringBuilder near = new StringBuilder();
    for (char c : text.toLowerCase(java.util.Locale.ROOT).toCharArray()) {
      if (c >= 'a' && c <= 'z' || near.length() > 0 && c >= '0' && c <= '9') {
        near.append(c);
      } else if (near.length() > 0 && near.charAt(near.length() - 1) != '-') {
        near.append('-');
      }
    }
    while (near.length() > 0 && near.charAt(near.length() - 1) == '-') {
      near.setLength(near.length() - 1);
    }
    return near.length() == 0 ? "" : ", such as (" + near + ")";
  }
}
