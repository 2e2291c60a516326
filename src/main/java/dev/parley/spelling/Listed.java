package dev.parley.spelling;

import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;

/** Names as messages list them: the first twelve, none of them long, and how many more. */
public final class Listed {
  private static final int MOST = 12;
  private static final int LONGEST = 60;

  private Listed() {}

  /**
   * {@return names with something between them, such as {@code red, green and 31 more}}
   *
   * @param names the names
   * @param between what stands between two of them
   */
  public static String names(Collection<?> names, String between) {
    StringBuilder listed = new StringBuilder();
    Iterator<?> each = names.iterator();
    for (int i = 0; i < MOST && each.hasNext(); i++) {
      listed.append(i == 0 ? "" : between).append(cut(each.next().toString(), LONGEST));
    }
    int more = names.size() - MOST;
    return more > 0
        ? listed.append(String.format(Locale.ROOT, " and %,d more", more)).toString()
        : listed.toString();
  }

  /**
   * {@return names with commas between them}
   *
   * @param names the names
   */
  public static String names(Collection<?> names) {
    return names(names, ", ");
  }

  /**
   * {@return a text of at most so many characters; a longer one ends with three dots}
   *
   * @param text the text
   * @param most how many characters
   */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "...";
  }
}
