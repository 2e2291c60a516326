package dev.parley.scenario;

import java.io.Reader;
import java.util.Locale;

/**
 * The bytes of a file, and the law that they are printable UTF-8: no NUL, no control characters but
 * tab and line breaks. A byte order mark of UTF-8 at the start is passed over.
 */
final class SourceText {
  private final byte[] bytes;
  private final int start;

  SourceText(byte[] bytes) {
    this.bytes = bytes;
    boolean marked = at(0) == 0xEF && at(1) == 0xBB && at(2) == 0xBF;
    this.start = marked ? 3 : 0;
  }

  /** Returns the byte at that offset as 0 to 255; -1 beyond the end. */
  private int at(int offset) {
    return offset < bytes.length ? bytes[offset] & 0xFF : -1;
  }

  /** Says whether the law is kept; the first breach, if any, is a problem. */
  boolean check(Problems problems) {
    if (at(0) == 0xFE && at(1) == 0xFF || at(0) == 0xFF && at(1) == 0xFE) {
      problems.add(1, 1, "", "the file is in UTF-16: save it as UTF-8");
      return false;
    }
    int offset = start;
    while (offset < bytes.length) {
      int b = bytes[offset];
      if (b >= ' ' && b < 0x7F || b == '\n' || b == '\r' || b == '\t') {
        offset++;
        continue;
      }
      int length = lengthAt(offset);
      if (length == 0) {
        add(
            problems,
            offset,
            String.format(
                Locale.ROOT,
                "byte 0x%02X at offset %,d is not UTF-8: save the file as UTF-8",
                at(offset),
                offset));
        return false;
      }
      int codePoint = codePointAt(offset, length);
      if (!isPrintable(codePoint)) {
        String way = "remove it, or write it as \"\\u%04X\"".formatted(codePoint);
        add(
            problems,
            offset,
            String.format(
                Locale.ROOT,
                "character U+%04X at offset %,d cannot be printed: %s",
                codePoint,
                offset,
                way));
        return false;
      }
      offset += length;
    }
    return true;
  }

  /** Returns how many bytes the character takes (Unicode, table 3-7); 0 if they are not UTF-8. */
  private int lengthAt(int offset) {
    int lead = at(offset);
    int second = at(offset + 1);
    if (lead < 0x80) {
      return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
      return isTrail(second) ? 2 : 0;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      boolean inRange = (lead != 0xE0 || second >= 0xA0) && (lead != 0xED || second <= 0x9F);
      return inRange && isTrail(second) && isTrail(at(offset + 2)) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
      boolean inRange = (lead != 0xF0 || second >= 0x90) && (lead != 0xF4 || second <= 0x8F);
      boolean trails = isTrail(second) && isTrail(at(offset + 2)) && isTrail(at(offset + 3));
      return inRange && trails ? 4 : 0;
    }
    return 0;
  }

  /**
   * Says whether a character that is no printable ASCII may stand in a YAML file (YAML 1.2, 5.1).
   */
  private static boolean isPrintable(int codePoint) {
    return codePoint == 0x85 || codePoint >= 0xA0 && codePoint != 0xFFFE && codePoint != 0xFFFF;
  }

  private static boolean isTrail(int b) {
    return (b & 0xC0) == 0x80 && b >= 0;
  }

  private int codePointAt(int offset, int length) {
    int codePoint =
        switch (length) {
          case 1 -> bytes[offset];
          case 2 -> bytes[offset] & 0x1F;
          case 3 -> bytes[offset] & 0x0F;
          default -> bytes[offset] & 0x07;
        };
    for (int i = 1; i < length; i++) {
      codePoint = codePoint << 6 | bytes[offset + i] & 0x3F;
    }
    return codePoint;
  }

  private void add(Problems problems, int offset, String message) {
    int line = 1;
    int column = 1;
    for (int i = start; i < offset; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r' && at(i + 1) != '\n') {
        line++;
        column = 1;
      } else if (!isTrail(at(i))) {
        column++;
      }
    }
    problems.add(line, column, "", message);
  }

  /**
   * Returns a reader of the text, which must have passed the check, that gives up when it is asked
   * for too much at once.
   *
   * @param allowance how many characters may be read without a call of {@link Chars#renew}
   */
  Chars chars(int allowance) {
    return new Chars(allowance);
  }

  /** Says that the parser read on and on without an event. */
  static final class AllowanceSpent extends RuntimeException {
    private static final long serialVersionUID = 1;

    AllowanceSpent() {
      super("allowance spent", null, false, false);
    }
  }

  /**
   * The characters, one after another. The YAML parser keeps a scalar whole and copies what it has
   * whenever it needs more, so that a scalar of 60 MB would take it minutes; the allowance, renewed
   * at each event, ends that early.
   */
  final class Chars extends Reader {
    private final int allowance;
    private int offset = start;
    private int spent;

    private Chars(int allowance) {
      this.allowance = allowance;
    }

    void renew() {
      spent = 0;
    }

    @Override
    public int read(char[] target, int from, int length) {
      if (spent > allowance) {
        throw new AllowanceSpent();
      }
      int to = from;
      int end = from + length;
      while (to < end && offset < bytes.length) {
        int b = bytes[offset];
        if (b >= 0) {
          target[to++] = (char) b;
          offset++;
          continue;
        }
        int size = (b & 0xE0) == 0xC0 ? 2 : (b & 0xF0) == 0xE0 ? 3 : 4;
        if (size == 4 && to + 2 > end) {
          break;
        }
        to += Character.toChars(codePointAt(offset, size), target, to);
        offset += size;
      }
      spent += to - from;
      return to == from && length > 0 ? -1 : to - from;
    }

    @Override
    public void close() {}
  }
}
