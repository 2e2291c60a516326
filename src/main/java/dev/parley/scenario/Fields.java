package dev.parley.scenario;

import dev.parley.scenario.ScenarioException.Problem;
import dev.parley.spelling.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * A cursor over the fields of one mapping: the reader asks for each key that it knows, then refuses
 * the others. What is missing or of another kind is reported once, and an empty {@link Optional}
 * stands for it, so that the reader can go on.
 *
 * <p>An optional field that is null ({@code note:} with nothing after it) counts as absent; a
 * required one that is null is a problem.
 */
final class Fields {
  private final MappingNode mapping;
  private final Problems problems;
  private final List<String> known = new ArrayList<>();
  private final boolean[] asked;

  private Collection<String> also = List.of();

  /** Where the next key is expected: most files keep the order in which the reader asks. */
  private int next;

  Fields(MappingNode mapping, Problems problems) {
    this.mapping = mapping;
    this.problems = problems;
    this.asked = new boolean[mapping.size()];
  }

  MappingNode mapping() {
    return mapping;
  }

  /** Returns the value of the key; empty if it is absent or null. */
  Optional<Node> optional(String key) {
    int entry = find(key);
    if (entry < 0 || mapping.value(entry) instanceof ScalarNode scalar && scalar.isNull()) {
      return Optional.empty();
    }
    return Optional.of(mapping.value(entry));
  }

  /** Returns the value of the key, possibly null; a problem if the key is absent. */
  Optional<Node> required(String key) {
    int entry = find(key);
    if (entry < 0) {
      problems.add(mapping, "key (%s) is missing".formatted(key));
      return Optional.empty();
    }
    return Optional.of(mapping.value(entry));
  }

  /**
   * Returns the text of a required key.
   *
   * @param what what is expected, with an example: {@code "a name, such as (Hamas)"}
   */
  Optional<String> text(String key, String what) {
    return required(key).flatMap(node -> problems.text(node, what));
  }

  /** Returns the text of an optional key. */
  Optional<String> optionalText(String key, String what) {
    return optional(key).flatMap(node -> problems.text(node, what));
  }

  /** Returns the mapping of a required key. */
  Optional<Fields> fields(String key, String what) {
    return required(key).flatMap(node -> problems.fields(node, what));
  }

  /** Returns the mapping of an optional key. */
  Optional<Fields> optionalFields(String key, String what) {
    return optional(key).flatMap(node -> problems.fields(node, what));
  }

  /** Returns the items of a required list; none if there is a problem. */
  List<Node> items(String key, String what) {
    return required(key)
        .flatMap(node -> problems.sequence(node, what))
        .map(SequenceNode::items)
        .orElse(List.of());
  }

  /** Returns the items of an optional list; none if it is absent or there is a problem. */
  List<Node> optionalItems(String key, String what) {
    return optional(key)
        .flatMap(node -> problems.sequence(node, what))
        .map(SequenceNode::items)
        .orElse(List.of());
  }

  /** Says whether there is a problem-free key of that name, null or not. */
  boolean has(String key) {
    return mapping.positionOf(key) >= 0;
  }

  /** Takes every key that was not asked for, if the taker knows it. */
  void takeOthers(BiPredicate<ScalarNode, Node> taker) {
    for (int i = 0; i < asked.length; i++) {
      if (!asked[i] && taker.test(mapping.key(i), mapping.value(i))) {
        asked[i] = true;
      }
    }
  }

  /** Says whether every key was asked for or taken. */
  boolean isEveryKeyTaken() {
    for (boolean one : asked) {
      if (!one) {
        return false;
      }
    }
    return true;
  }

  /** Adds keys to those that are named when a key is refused. */
  void mention(Collection<String> keys) {
    also = keys;
  }

  /** Counts a key as asked for. */
  void take(int entry) {
    asked[entry] = true;
  }

  /** Reports every key that was not asked for, with the nearest of those that were. */
  void refuseOthers() {
    for (int i = 0; i < asked.length; i++) {
      ScalarNode key = mapping.key(i);
      if (!asked[i] && !key.isRefused() && !key.isNull()) {
        int end = brokenByComma(i);
        if (end > i) {
          problems.add(key, comma(i, end));
          i = end - 1;
          continue;
        }
        known.addAll(also);
        also = List.of();
        problems.add(
            key,
            "unknown key %s: %sknown here: %s"
                .formatted(
                    Problem.shown(key.text()),
                    Nearest.question(key.text(), known),
                    String.join(", ", known)));
      }
    }
  }

  /**
   * Returns where the keys without a value end that a comma has made of a text, from one of them
   * on: {@code words: 3,313 of them} in braces; the same place when that is not what happened.
   */
  private int brokenByComma(int first) {
    boolean follows =
        first > 0
            && mapping.value(first - 1) instanceof ScalarNode text
            && text.isPlain()
            && !text.text().isEmpty()
            && text.line() == mapping.key(first).line();
    int end = first;
    while (follows
        && end < asked.length
        && !asked[end]
        && mapping.value(end) instanceof ScalarNode none
        && none.isPlain()
        && none.text().isEmpty()) {
      end++;
    }
    return end;
  }

  private String comma(int first, int end) {
    ScalarNode begun = (ScalarNode) mapping.value(first - 1);
    StringBuilder text = new StringBuilder(begun.text());
    int column = begun.column() + begun.text().length();
    for (ScalarNode key : IntStream.range(first, end).mapToObj(mapping::key).toList()) {
      text.append(',').append(key.column() > column + 1 ? " " : "").append(key.text());
      column = key.column() + key.text().length();
    }
    String shown = Problem.shown(text.toString());
    return "unknown key %s: a comma inside braces ends a value; put the text in quotes: %s: \"%s\""
        .formatted(
            Problem.shown(mapping.key(first).text()),
            mapping.key(first - 1).text(),
            shown.substring(1, shown.length() - 1));
  }

  private int find(String key) {
    known.add(key);
    boolean inOrder = next < asked.length && mapping.key(next).text().equals(key);
    int entry = inOrder ? next : mapping.positionOf(key);
    if (entry >= 0) {
      asked[entry] = true;
      next = entry + 1;
    }
    return entry;
  }
}
