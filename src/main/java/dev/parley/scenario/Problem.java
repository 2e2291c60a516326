package dev.parley.scenario;

import java.util.Comparator;

/**
 * A problem with a scenario file: what is wrong, at which place, and the way out. Prints as {@code
 * gaza-2025.yaml:41:14 rounds[2].offers[0].terms.hostages: 120 persons is above the scale's most
 * (100)}; a problem with the file as a whole prints its message alone, which names the file: {@code
 * no such file (gaza.yaml)}. Problems are ordered by place. Immutable.
 *
 * @param place where in the file
 * @param path where in the tree, such as {@code rounds[2].offers[0]}; empty at the root
 * @param message what is wrong: the value, the law that it breaks, and the way out
 */
public record Problem(Place place, String path, String message) implements Comparable<Problem> {
  private static final int SHOWN = 60;
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::place)
          .thenComparing(Problem::path)
          .thenComparing(Problem::message);

  /**
   * Returns the text as messages show it: in brackets, on one line, its first {@value #SHOWN}
   * characters, with a control character or a line break written as {@code \}{@code u000a}.
   */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder("(");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i >= SHOWN && !Character.isLowSurrogate(c)) {
        return shown.append("...)").toString();
      }
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        shown.append("\\u%04x".formatted((int) c));
      } else {
        shown.append(c);
      }
    }
    return shown.append(')').toString();
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    if (place.line() == 0) {
      return message;
    }
    return path.isEmpty() ? place + ": " + message : place + " " + path + ": " + message;
  }
}
