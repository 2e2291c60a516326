package dev.parley.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.FormatMethod;
import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Locale;

/**
 * The bytes of a file, and the law that they are printable UTF-8: no NUL, no control characters but
 * tab and line breaks. A byte order mark of UTF-8 at the start is passed over.
 */
final class SourceText {
  private static final int CHECKED_AT_ONCE = 8 << 10;

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
    ByteBuffer all = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer some = CharBuffer.allocate(CHECKED_AT_ONCE);
    CharsetDecoder decoder = UTF_8.newDecoder();
    int offset = start;
    CoderResult result;
    do {
      result = decoder.decode(all, some.clear(), true);
      some.flip();
      while (some.hasRemaining()) {
        char c = some.get();
        if (!isPrintable(c)) {
          add(
              problems,
              offset,
              "character U+%04X at offset %,d cannot be printed: remove it, or write it as \"\\u%04X\"",
              (int) c,
              offset,
              (int) c);
          return false;
        }
        offset += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
      }
    } while (result.isOverflow());
    if (result.isError()) {
      add(
          problems,
          offset,
          "byte 0x%02X at offset %,d is not UTF-8: save the file as UTF-8",
          at(offset),
          offset);
    }
    return !result.isError();
  }

  /** Says whether the character may stand in a YAML file (YAML 1.2, 5.1). */
  private static boolean isPrintable(char c) {
    return c >= ' ' && c < 0x7F
        || c == '\n'
        || c == '\r'
        || c == '\t'
        || c == 0x85
        || c >= 0xA0 && c < 0xFFFE;
  }

  @FormatMethod
  private void add(Problems problems, int offset, String message, Object... values) {
    int line = 1;
    int column = 1;
    for (int i = start; i < offset; i++) {
      boolean continued = (bytes[i] & 0xC0) == 0x80;
      if (bytes[i] == '\n' || bytes[i] == '\r' && at(i + 1) != '\n') {
        line++;
        column = 1;
      } else if (!continued) {
        column++;
      }
    }
    problems.add(line, column, "", String.format(Locale.ROOT, message, values));
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
  final class Chars extends FilterReader {
    private final int allowance;
    private int spent;

    private Chars(int allowance) {
      super(
          new InputStreamReader(
              new ByteArrayInputStream(bytes, start, bytes.length - start), UTF_8));
      this.allowance = allowance;
    }

    void renew() {
      spent = 0;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
      if (spent > allowance) {
        throw new AllowanceSpent();
      }
      int read = super.read(target, from, length);
      spent += Math.max(0, read);
      return read;
    }
  }
}
