package dev.parley.scenario;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mapping from keys to nodes, in the order of the file. No key comes twice: of duplicates, which
 * are a problem, the first is kept.
 */
final class MappingNode extends Node {
  private static final ScalarNode[] NO_KEYS = {};
  private static final Node[] NO_VALUES = {};

  /** Up to this many entries a look is quicker than a hash table. */
  private static final int FEW = 12;

  private ScalarNode[] keys = NO_KEYS;
  private Node[] values = NO_VALUES;
  private int size;
  private @Nullable Map<String, Integer> positions;

  MappingNode(@Nullable Node parent, int index, int line, int column) {
    super(parent, index, line, column);
  }

  int size() {
    return size;
  }

  /** Returns the key of the entry at that position, from 0. */
  ScalarNode key(int entry) {
    return keys[entry];
  }

  /** Returns the value of the entry at that position, from 0. */
  Node value(int entry) {
    return values[entry];
  }

  /** Returns the value of that key. */
  Optional<Node> get(String key) {
    int entry = positionOf(key);
    return entry < 0 ? Optional.empty() : Optional.of(values[entry]);
  }

  /** Returns the position of the entry with that key, from 0; -1 if there is none. */
  int positionOf(String key) {
    if (positions != null) {
      return positions.getOrDefault(key, -1);
    }
    for (int i = 0; i < size; i++) {
      if (keys[i].text().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** Appends an entry's key, while the tree is built; its value follows. */
  void addKey(ScalarNode key) {
    if (size == keys.length) {
      int room = size == 0 ? 6 : size + (size >> 1);
      keys = Arrays.copyOf(keys, room);
      values = Arrays.copyOf(values, room);
    }
    keys[size++] = key;
    if (positions != null) {
      positions.put(key.text(), size - 1);
    } else if (size > FEW) {
      Map<String, Integer> table = new HashMap<>();
      for (int i = 0; i < size; i++) {
        table.put(keys[i].text(), i);
      }
      positions = table;
    }
  }

  /** Gives the last key its value, while the tree is built. */
  void addValue(Node value) {
    values[size - 1] = value;
  }

  /** Ends the building. */
  void seal() {
    keys = Arrays.copyOf(keys, size);
    values = Arrays.copyOf(values, size);
  }

  @Override
  String kind() {
    return "a mapping";
  }

  @Override
  void appendStep(StringBuilder path, int entry) {
    String key = keys[entry].text();
    if (isWord(key)) {
      path.append(path.length() == 0 ? "" : ".").append(key);
    } else {
      path.append('[').append(Problem.shown(key), 1, Problem.shown(key).length() - 1).append(']');
    }
  }

  private static boolean isWord(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '_') {
        return false;
      }
    }
    return !key.isEmpty() && key.length() <= 60;
  }
}
