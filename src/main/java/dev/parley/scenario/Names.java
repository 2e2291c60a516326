package dev.parley.scenario;

import dev.parley.scenario.ScenarioException.Problem;
import dev.parley.spelling.Nearest;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file can refer to by a text: its parties, issues, sources, labels. A name whose own entry
 * had a problem is broken: to refer to it is no problem of its own.
 */
final class Names<T> {
  /** How many names a message lists, and among how many the nearest is sought. */
  private static final int LISTED = 12;

  private static final int SOUGHT = 1000;

  private final String what;
  private final Map<String, T> known = new LinkedHashMap<>();
  private final Set<String> broken = new HashSet<>();

  /**
   * Starts without names.
   *
   * @param what what they name, for messages: {@code "issue"}
   */
  Names(String what) {
    this.what = what;
  }

  void put(String name, T value) {
    known.put(name, value);
    broken.remove(name);
  }

  void putBroken(String name) {
    if (!known.containsKey(name)) {
      broken.add(name);
    }
  }

  /** Says that a name is not one of these after all. */
  void forgive(String name) {
    broken.remove(name);
  }

  void replaceAll(Map<String, T> all) {
    known.clear();
    known.putAll(all);
  }

  @Nullable T get(String name) {
    return known.get(name);
  }

  boolean has(String name) {
    return known.containsKey(name) || broken.contains(name);
  }

  boolean isBroken(String name) {
    return broken.contains(name);
  }

  Collection<T> values() {
    return known.values();
  }

  Map<String, T> map() {
    return known;
  }

  /** Returns what the node names; a problem unless the name is known or broken. */
  Optional<T> find(Node node, Problems problems) {
    if (!(node instanceof ScalarNode scalar) || scalar.isNull() || scalar.isRefused()) {
      return problems
          .scalar(node, article(what) + " " + what + ", such as " + example() + ",")
          .flatMap(s -> Optional.empty());
    }
    return find(node, scalar.text(), problems);
  }

  /** Returns what the text names; a problem at the node unless the name is known or broken. */
  Optional<T> find(Node at, String name, Problems problems) {
    T value = known.get(name);
    if (value == null && !broken.contains(name)) {
      problems.add(at, "%s %s is unknown: %s".formatted(what, Problem.shown(name), hint(name)));
    }
    return Optional.ofNullable(value);
  }

  /** Returns the nearest of the names, and the names. */
  String hint(String name) {
    return question(name) + listing(known.keySet());
  }

  /** Returns the question for the nearest of the names; an empty text if none is near. */
  String question(String name) {
    return known.size() > SOUGHT ? "" : Nearest.question(name, known.keySet());
  }

  /** Returns names as messages list them. */
  static String listing(Collection<String> names) {
    if (names.isEmpty()) {
      return "there is none";
    }
    List<String> first = names.stream().limit(LISTED).toList();
    int more = names.size() - first.size();
    return "known here: "
        + String.join(", ", first)
        + (more > 0 ? String.format(Locale.ROOT, " and %,d more", more) : "");
  }

  private String example() {
    return known.isEmpty() ? "(some-name)" : "(" + known.keySet().iterator().next() + ")";
  }

  private static String article(String word) {
    return "aeiou".indexOf(word.charAt(0)) >= 0 ? "an" : "a";
  }
}
