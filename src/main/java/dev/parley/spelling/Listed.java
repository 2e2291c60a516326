package dev.parley.spelling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Names as messages list them: the first twelve, none of them long, and how many more. */
public final class Listed {
  private static final int MOST = 12;
  private static final int LONGEST = 60;
  private static final int LONGEST_NAME = 200;

  private Listed() {}

  /**
   * {@return names with something between them, such as {@code red, green and 31 more}}
   *
   * @param names the names
   * @param between what stands between two of them
   */
  public static String names(Collection<?> names, String between) {
    return names(names, between, LONGEST);
  }

  private static String names(Collection<?> names, String between, int longest) {
    StringBuilder listed = new StringBuilder();
    Iterator<?> each = names.iterator();
    for (int i = 0; i < MOST && each.hasNext(); i++) {
      listed.append(i == 0 ? "" : between).append(cut(each.next().toString(), longest));
    }
    int more = names.size() - MOST;
    return more > 0
        ? listed.append(String.format(Locale.ROOT, " and %,d more", more)).toString()
        : listed.toString();
  }

  /**
   * {@return things by their names, with commas between them}
   *
   * @param things the things
   * @param name the name of each, asked for those that are listed
   * @param <T> what they are
   */
  public static <T> String names(Collection<T> things, Function<? super T, String> name) {
    List<Object> shown = new ArrayList<>(things.stream().limit(MOST).map(name).toList());
    shown.addAll(Collections.nCopies(things.size() - shown.size(), ""));
    return names(shown, ", ", LONGEST_NAME);
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
   * {@return a constant as people say it: {@code IN_EFFECT} is in effect}
   *
   * @param constant the constant
   */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
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
