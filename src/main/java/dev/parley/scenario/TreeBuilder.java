package dev.parley.scenario;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/** Builds a mapping of a tree in the order in which its keys are put. */
final class TreeBuilder {
  private final ImmutableMap.Builder<String, Tree> entries = ImmutableMap.builder();

  TreeBuilder put(String key, Tree value) {
    entries.put(key, value);
    return this;
  }

  TreeBuilder put(String key, Object value) {
    return put(key, Tree.text(value));
  }

  TreeBuilder putIfPresent(String key, Optional<?> value) {
    value.ifPresent(v -> put(key, v));
    return this;
  }

  TreeBuilder putIf(boolean condition, String key, Object value) {
    return condition ? put(key, value) : this;
  }

  TreeBuilder putTexts(String key, Map<String, String> texts) {
    if (!texts.isEmpty()) {
      TreeBuilder mapping = new TreeBuilder();
      texts.forEach(mapping::put);
      put(key, mapping.build());
    }
    return this;
  }

  TreeBuilder putUnlessEmpty(String key, TreeBuilder value) {
    Tree.Mapping mapping = value.build();
    return mapping.entries().isEmpty() ? this : put(key, (Tree) mapping);
  }

  Tree.Mapping build() {
    return Tree.mapping(entries.buildOrThrow());
  }

  /** Returns one text, or a list of several or none. */
  static Tree oneOrMore(Iterable<?> texts) {
    Tree.Sequence all = list(texts);
    return all.items().size() == 1 ? all.items().get(0) : all;
  }

  static Tree.Sequence list(Iterable<?> texts) {
    com.google.common.collect.ImmutableList.Builder<Tree> items =
        com.google.common.collect.ImmutableList.builder();
    texts.forEach(text -> items.add(Tree.text(text)));
    return Tree.sequence(items.build());
  }
}
