package dev.parley.report.words;

import dev.parley.spelling.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Text for a terminal: made harmless, measured in columns, broken into lines. */
public final class PlainText {
  /** A space at which no line is broken, as long as there are others; printed as a space. */
  public static final char HARD_SPACE = '\u001f';

  private static final char LAST_MARK = Mark.END;

  private PlainText() {}

  /**
   * Returns a text from outside on one line, with nothing in it that steers a terminal: line breaks
   * and tabs are spaces, other control characters, characters that turn the writing direction and
   * lone surrogates are written out.
   */
  public static String safe(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.strip()
        .codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\r' || c == '\t') {
                if (safe.length() > 0 && safe.charAt(safe.length() - 1) != ' ') {
                  safe.append(' ');
                }
              } else if (SafeText.steers(c)) {
                safe.append("\\u%04x".formatted(c));
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  /** Returns a text without the marks that are for a terminal, its hard spaces as such. */
  public static String readable(String text) {
    String read = text.replace(HARD_SPACE, '\u00a0').replace(String.valueOf(Mark.END), "");
    for (Mark mark : Mark.values()) {
      read = read.replace(String.valueOf(mark.start()), "");
    }
    return read;
  }

  /** Returns how many columns a text takes: two for East Asian characters and emoji. */
  public static int width(String text) {
    return text.codePoints().map(PlainText::width).sum();
  }

  private static int width(int c) {
    if (c <= LAST_MARK) {
      return 0;
    }
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115F
            || c >= 0x2E80 && c <= 0xA4CF
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE30 && c <= 0xFE6F
            || c >= 0xFF00 && c <= 0xFF60
            || c >= 0xFFE0 && c <= 0xFFE6
            || c >= 0x1F1E6 && c <= 0x1FAFF
            || c >= 0x20000 && c <= 0x3FFFD);
  }

  /** Returns the text with spaces after it, or before it, up to a width. */
  public static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  public static String flushed(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  /**
   * Breaks a text into lines of a width, at spaces where there are any; a word that is too long is
   * cut. A mark that runs over a break ends and starts again there.
   */
  public static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      int used = 0;
      for (String word : paragraph.split(" ", -1)) {
        String rest = word;
        int need = width(rest);
        if (used > 0 && used + 1 + need > width) {
          lines.add(line.toString());
          line.setLength(0);
          used = 0;
        } else if (line.length() > 0) {
          line.append(' ');
          used++;
        }
        while (need > width) {
          int cut = cut(rest, width);
          lines.add(rest.substring(0, cut));
          rest = rest.substring(cut);
          need = width(rest);
        }
        line.append(rest);
        used += need;
      }
      lines.add(line.toString());
    }
    return marksClosed(lines);
  }

  /** Returns after how many characters, at least one, a text is as wide as it may be. */
  private static int cut(String text, int width) {
    int used = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (used + width(c) > width && at > 0) {
        return at;
      }
      used += width(c);
      at += Character.charCount(c);
    }
    return at;
  }

  private static List<String> marksClosed(List<String> lines) {
    List<String> closed = new ArrayList<>(lines.size());
    String open = "";
    for (String line : lines) {
      String begun = open;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c > 0 && c <= LAST_MARK) {
          open = c == LAST_MARK ? "" : String.valueOf(c);
        }
      }
      closed.add(begun + line + (open.isEmpty() ? "" : String.valueOf(LAST_MARK)));
    }
    return closed;
  }
}
