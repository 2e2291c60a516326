package dev.parley.rules;

import java.util.Collection;

/** The known name that was probably meant by an unknown one. */
final class Nearest {
  private static final int LONGEST = 80;

  private Nearest() {}

  /**
   * Returns a question for the known name with the fewest typing errors, the first of several; an
   * empty text if more than a third of the letters are wrong.
   */
  static String hint(String name, Collection<String> known) {
    String best = to(name, known);
    return best.isEmpty() ? "" : ". Did you mean (" + best + ")?";
  }

  static String to(String name, Collection<String> known) {
    String best = "";
    int fewest = Math.max(1, name.length() / 3) + 1;
    for (String candidate : known) {
      if (name.length() <= LONGEST && Math.abs(candidate.length() - name.length()) < fewest) {
        int errors = errors(name, candidate);
        if (errors < fewest) {
          fewest = errors;
          best = candidate;
        }
      }
    }
    return best;
  }

  /** Returns the Levenshtein distance. */
  private static int errors(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
