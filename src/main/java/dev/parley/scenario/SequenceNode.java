package dev.parley.scenario;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of nodes, in the order of the file. */
final class SequenceNode extends Node {
  private static final Node[] NONE = {};

  private Node[] items = NONE;
  private int size;

  SequenceNode(@Nullable Node parent, int index, int line, int column) {
    super(parent, index, line, column);
  }

  int size() {
    return size;
  }

  /** Returns the items, in the order of the file. */
  List<Node> items() {
    return Collections.unmodifiableList(Arrays.asList(items));
  }

  /** Appends an item, while the tree is built. */
  void add(Node item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size == 0 ? 4 : size + (size >> 1));
    }
    items[size++] = item;
  }

  /** Ends the building. */
  void seal() {
    items = Arrays.copyOf(items, size);
  }

  @Override
  String kind() {
    return "a list";
  }

  @Override
  void appendStep(StringBuilder path, int entry) {
    path.append('[').append(entry).append(']');
  }
}
