package dev.parley.scenario;

import dev.parley.scenario.ScenarioException.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A mapping from keys to nodes, in the order of the file. No key comes twice: of duplicates, which
 * are a problem, the first is kept.
 */
final class MappingNode extends Node {
  private final List<ScalarNode> keys = new ArrayList<>(6);
  private final List<Node> values = new ArrayList<>(6);
  private final Map<String, Integer> positions = new HashMap<>();

  MappingNode(@Nullable Node parent, int index, int line, int column) {
    super(parent, index, line, column);
  }

  int size() {
    return keys.size();
  }

  /** Returns the key of the entry at that position, from 0. */
  ScalarNode key(int entry) {
    return keys.get(entry);
  }

  /** Returns the value of the entry at that position, from 0. */
  Node value(int entry) {
    return values.get(entry);
  }

  /** Returns the keys, in the order of the file. */
  List<ScalarNode> keys() {
    return keys;
  }

  /** Hands on each key with its value, in the order of the file. */
  void forEach(BiConsumer<ScalarNode, Node> taker) {
    for (int i = 0; i < keys.size(); i++) {
      taker.accept(keys.get(i), values.get(i));
    }
  }

  /** Returns the value of that key. */
  Optional<Node> get(String key) {
    return Optional.ofNullable(positions.get(key)).map(values::get);
  }

  /** Returns the position of the entry with that key, from 0; -1 if there is none. */
  int positionOf(String key) {
    return positions.getOrDefault(key, -1);
  }

  /** Appends an entry's key, while the tree is built; its value follows. */
  void addKey(ScalarNode key) {
    positions.put(key.text(), keys.size());
    keys.add(key);
  }

  /** Gives the last key its value, while the tree is built. */
  void addValue(Node value) {
    values.add(value);
  }

  @Override
  String kind() {
    return "a mapping";
  }

  @Override
  void appendStep(StringBuilder path, int entry) {
    String key = keys.get(entry).text();
    if (isWord(key)) {
      path.append(path.length() == 0 ? "" : ".").append(key);
    } else {
      path.append('[').append(Problem.shown(key), 1, Problem.shown(key).length() - 1).append(']');
    }
  }

  private static boolean isWord(String key) {
    return !key.isEmpty()
        && key.length() <= 60
        && key.chars().allMatch(c -> Character.isLetterOrDigit((char) c) || c == '-' || c == '_');
  }
}
