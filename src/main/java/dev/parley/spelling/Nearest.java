package dev.parley.spelling;

import java.util.Collection;
import java.util.Optional;

/** The known word that was probably meant by an unknown one, such as firmness by firmnes. */
public final class Nearest {
  private static final int LONGEST = 80;

  private Nearest() {}

  /**
   * {@return the known word with the fewest typing errors (a letter too many, too few, another one,
   * or two exchanged), the first of several; empty if more than a third of the letters are wrong}
   *
   * @param word what was written
   * @param known what could have been meant
   */
  public static Optional<String> to(String word, Collection<String> known) {
    String best = null;
    int fewest = Math.max(1, word.length() / 3) + 1;
    for (String candidate : known) {
      if (Math.abs(candidate.length() - word.length()) < fewest && word.length() <= LONGEST) {
        int errors = errors(word, candidate);
        if (errors < fewest && errors < candidate.length()) {
          fewest = errors;
          best = candidate;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * {@return the question for the nearest word, within a sentence; empty if no word is near}
   *
   * @param word what was written
   * @param known what could have been meant
   */
  public static Optional<String> meant(String word, Collection<String> known) {
    return to(word, known).map("did you mean (%s)?"::formatted);
  }

  /**
   * {@return the question for the nearest word, with a space behind it; an empty text if no word is
   * near}
   *
   * @param word what was written
   * @param known what could have been meant
   */
  public static String question(String word, Collection<String> known) {
    return meant(word, known).map(question -> question + " ").orElse("");
  }

  /**
   * {@return the question for the nearest word as a sentence of its own, with a space before it; an
   * empty text if no word is near}
   *
   * @param word what was written
   * @param known what could have been meant
   */
  public static String sentence(String word, Collection<String> known) {
    return meant(word, known).map(question -> " D" + question.substring(1)).orElse("");
  }

  /** Returns the restricted Damerau-Levenshtein distance. */
  private static int errors(String a, String b) {
    int[][] errors = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          errors[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int fewest = Math.min(errors[i - 1][j], errors[i][j - 1]) + 1;
        fewest = Math.min(fewest, errors[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          fewest = Math.min(fewest, errors[i - 2][j - 2] + 1);
        }
        errors[i][j] = fewest;
      }
    }
    return errors[a.length()][b.length()];
  }
}
