package dev.parley.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of nodes, in the order of the file. */
final class SequenceNode extends Node {
  private final List<Node> items = new ArrayList<>(4);

  SequenceNode(@Nullable Node parent, int index, int line, int column) {
    super(parent, index, line, column);
  }

  int size() {
    return items.size();
  }

  /** Returns the items, in the order of the file. */
  List<Node> items() {
    return Collections.unmodifiableList(items);
  }

  /** Appends an item, while the tree is built. */
  void add(Node item) {
    items.add(item);
  }

  @Override
  String kind() {
    return "a list";
  }

  @Override
  void appendStep(StringBuilder path, int entry) {
    path.append('[').append(entry + 1).append(']'); // as people count, and the transcript does
  }
}
