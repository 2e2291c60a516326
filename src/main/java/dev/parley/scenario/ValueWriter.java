package dev.parley.scenario;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;

/** Writes what stands beside an issue, and who is addressed. */
final class ValueWriter {
  private ValueWriter() {}

  static void terms(TreeBuilder mapping, Terms terms) {
    TreeBuilder nested = new TreeBuilder();
    terms
        .values()
        .forEach(
            (issue, value) -> at(issue.text(), mapping, nested).put(issue.text(), value(value)));
    mapping.putUnlessEmpty("issues", nested);
  }

  /** Returns where an issue stands: among the other keys, unless it is called like one of them. */
  static TreeBuilder at(String issue, TreeBuilder mapping, TreeBuilder nested) {
    return Words.RESERVED.contains(issue) ? nested : mapping;
  }

  static Tree value(Value value) {
    return value instanceof Value.Items items ? TreeBuilder.list(items.names()) : Tree.text(value);
  }

  static Tree ask(Ask ask) {
    boolean words = !ask.words().isEmpty();
    if (ask.region().isEmpty() && ask.words().equals(Words.NOT_STATED)) {
      return Tree.text(Words.NOT_STATED);
    }
    if (!words && ask.region().isPresent() && !ask.region().get().equals(Words.NOT_STATED)) {
      return region(ask);
    }
    return askParts(ask).build();
  }

  /** Returns the ask as keys. */
  static TreeBuilder askParts(Ask ask) {
    return new TreeBuilder()
        .putIfPresent("region", ask.region())
        .putIf(!ask.words().isEmpty(), "in words", ask.words());
  }

  private static Tree region(Ask ask) {
    String region = ask.region().orElse("");
    return DemandKinds.isItems(ask) && region.indexOf(", ") > 0
        ? TreeBuilder.list(Splitter.on(", ").split(region))
        : Tree.text(region);
  }

  /** Returns who is addressed; {@code all} for nobody in particular. */
  static Tree addressees(ImmutableSet<ActorId> named) {
    if (named.isEmpty()) {
      return Tree.text("all");
    }
    return named.size() == 1 && named.iterator().next().text().equals("all")
        ? TreeBuilder.list(named)
        : TreeBuilder.oneOrMore(named);
  }
}
