package dev.parley.scenario;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How much of the {@link Limits} a tree takes up, counted as it is read.
 *
 * @param nodes its values, keys, mappings and lists
 * @param depth the most mappings and lists within each other
 * @param textLength the most characters of one text
 */
record Measure(int nodes, int depth, int textLength) {
  static Measure of(Tree tree) {
    if (tree instanceof Tree.Unbroken unbroken) {
      return of(unbroken.within());
    }
    Measure all = new Measure(1, 0, 0);
    if (tree instanceof Tree.Text text) {
      return new Measure(1, 0, text.text().length());
    }
    if (tree instanceof Tree.Mapping mapping) {
      for (Map.Entry<String, Tree> entry : mapping.entries().entrySet()) {
        all = all.around(new Measure(1, 0, entry.getKey().length())).around(of(entry.getValue()));
      }
      return all.within();
    }
    if (tree instanceof Tree.Sequence sequence) {
      for (Tree item : sequence.items()) {
        all = all.around(of(item));
      }
      return all.within();
    }
    return all;
  }

  /** Counts the nodes of a tree that was read. */
  static int nodes(Node node) {
    int nodes = 1;
    if (node instanceof MappingNode mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        nodes += 1 + nodes(mapping.value(i));
      }
    } else if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.items()) {
        nodes += nodes(item);
      }
    }
    return nodes;
  }

  private Measure around(Measure part) {
    return new Measure(
        nodes + part.nodes, Math.max(depth, part.depth), Math.max(textLength, part.textLength));
  }

  /** Returns the measure of a list or mapping around it, which counts as one more. */
  Measure within() {
    return new Measure(nodes, depth + 1, textLength);
  }

  /** Returns the limit that a tree breaks with so many nodes before it, in words; empty if none. */
  Optional<String> breaks(Limits limits, int before) {
    if (before + nodes > limits.nodes()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "it has %,d values and keys, and a file may hold %,d",
              before + nodes,
              limits.nodes()));
    }
    if (textLength > limits.textLength()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "one of its texts has %,d characters, and a text may have %,d",
              textLength,
              limits.textLength()));
    }
    return depth > limits.depth()
        ? Optional.of(
            "it is nested %s levels deep, and a file may be nested %s"
                .formatted(depth, limits.depth()))
        : Optional.empty();
  }

  /** Returns the limit that so many bytes break, in words; empty if none. */
  static Optional<String> breaksBytes(Limits limits, long bytes) {
    return bytes > limits.bytes()
        ? Optional.of(
            String.format(
                Locale.ROOT, "it has %,d bytes, and a file may have %,d", bytes, limits.bytes()))
        : Optional.empty();
  }
}
