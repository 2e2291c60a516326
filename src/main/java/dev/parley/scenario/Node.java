package dev.parley.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a document's tree: a mapping, a list or a scalar, and where it stands. A node of a
 * mapping's field {@code hostages: 50} stands where {@code 50} does; the key is a node of its own.
 *
 * <p>Built once by {@link Composer}, never changed afterwards. Nodes are compared by identity.
 */
abstract sealed class Node permits MappingNode, SequenceNode, ScalarNode {
  private final @Nullable Node parent;
  private final int index;
  private final int line;
  private final int column;

  /**
   * Places a node.
   *
   * @param parent the mapping or list around it; null at the root
   * @param index its position among the parent's entries, from 0
   */
  Node(@Nullable Node parent, int index, int line, int column) {
    this.parent = parent;
    this.index = index;
    this.line = line;
    this.column = column;
  }

  /** Returns the position among the entries of the mapping or list around it, from 0. */
  final int index() {
    return index;
  }

  /** Returns the items of a list; any other node is its own only item. */
  final List<Node> itemsOrSelf() {
    return this instanceof SequenceNode list ? list.items() : List.of(this);
  }

  /** Returns the line, from 1. */
  final int line() {
    return line;
  }

  /** Returns the column in code points, from 1. */
  final int column() {
    return column;
  }

  /**
   * Returns the way from the root, such as {@code rounds[3].offers[1].terms.hostages}; empty at the
   * root. Put together anew at each call, since few nodes are ever asked.
   */
  final String path() {
    StringBuilder path = new StringBuilder();
    appendPath(path);
    return path.toString();
  }

  /** Returns the way from the root to an entry of this node, which need not be there yet. */
  final String pathTo(int entry) {
    StringBuilder path = new StringBuilder();
    appendPath(path);
    appendStep(path, entry);
    return path.toString();
  }

  /** Says what the node is, with an article: {@code a mapping}. */
  abstract String kind();

  /** Appends the last step to the entry at that position. */
  abstract void appendStep(StringBuilder path, int entry);

  /** Appends the way from the root to this node; at most {@link Limits#depth} calls deep. */
  private void appendPath(StringBuilder path) {
    if (parent != null) {
      parent.appendPath(path);
      parent.appendStep(path, index);
    }
  }
}
