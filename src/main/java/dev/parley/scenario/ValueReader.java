package dev.parley.scenario;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads what stands beside an issue: a value in terms, an ask in a demand or a condition. */
final class ValueReader {
  private static final String ASK =
      "an ask, such as (at least 50), (not stated) or {in words: until the guns are silent},";

  private final Context context;
  private final Problems problems;

  ValueReader(Context context) {
    this.context = context;
    this.problems = context.problems;
  }

  /**
   * Returns the terms of all keys that are issues and not asked for yet; empty if there is none.
   */
  Optional<Terms> terms(Fields fields) {
    ImmutableSortedMap.Builder<IssueId, Value> values = ImmutableSortedMap.naturalOrder();
    boolean[] some = {false};
    eachIssue(
        fields,
        (issue, node) -> {
          if (issue != null) {
            value(issue, node)
                .ifPresent(
                    value -> {
                      values.put(issue.id(), value);
                      some[0] = true;
                    });
          }
        });
    return some[0] ? Optional.of(new Terms(values.buildOrThrow())) : Optional.empty();
  }

  /** Returns the asks of all keys that are issues and not asked for yet. */
  ImmutableMap<IssueId, Ask> asks(Fields fields) {
    ImmutableMap.Builder<IssueId, Ask> asks = ImmutableMap.builder();
    eachIssue(
        fields,
        (issue, node) -> {
          if (issue != null) {
            ask(issue, node).ifPresent(ask -> asks.put(issue.id(), ask));
          }
        });
    return asks.buildOrThrow();
  }

  /**
   * Takes every issue among the keys, and under {@code issues}, where an issue stands that is
   * called like a key. The issue is null where its own definition has a problem.
   */
  private void eachIssue(Fields fields, BiConsumer<@Nullable Issue, Node> taker) {
    Optional<Node> nested = fields.optional("issues");
    fields.takeOthers(
        (key, node) -> {
          Issue issue = context.issues.get(key.text());
          boolean broken = context.issues.isBroken(key.text());
          if (issue == null && !broken || Words.RESERVED.contains(key.text())) {
            return false;
          }
          taker.accept(issue, node);
          return true;
        });
    fields.mention(context.issues.map().keySet());
    if (nested.isPresent()) {
      problems
          .mapping(nested.get(), "a mapping by issue")
          .ifPresent(
              mapping -> {
                for (int i = 0; i < mapping.size(); i++) {
                  ScalarNode key = mapping.key(i);
                  Optional<Issue> issue = context.issues.find(key, problems);
                  if (issue.isPresent() && fields.has(key.text()) && !isReserved(key)) {
                    problems.add(key, "issue (%s) stands twice here".formatted(key.text()));
                  } else {
                    taker.accept(issue.orElse(null), mapping.value(i));
                  }
                }
              });
    }
  }

  private static boolean isReserved(ScalarNode key) {
    return Words.RESERVED.contains(key.text());
  }

  Optional<Value> value(Issue issue, Node node) {
    Scale scale = issue.scale();
    if (scale instanceof Scale.Checklist && node instanceof SequenceNode list) {
      long before = problems.count();
      List<String> names = new ArrayList<>();
      for (Node item : list.items()) {
        context.text(item).ifPresent(names::add);
      }
      if (problems.count() > before) {
        return Optional.empty();
      }
      Value.Items items = Value.items(names.toArray(String[]::new));
      return context.make(
          node,
          () -> {
            if (!scale.holds(items)) {
              throw new IllegalArgumentException(scale.whyOff(items));
            }
            return items;
          });
    }
    boolean empty = node instanceof ScalarNode scalar && scalar.isNull();
    String expected = node instanceof ScalarNode && !empty ? "" : "a value of " + scale.describe();
    return problems
        .scalar(node, expected)
        .flatMap(s -> context.make(s, () -> scale.parse(s.text())));
  }

  Optional<Ask> ask(Issue issue, Node node) {
    if (node instanceof MappingNode mapping) {
      Fields fields = new Fields(mapping, problems);
      Optional<Ask> ask = ask(issue, fields);
      fields.refuseOthers();
      return ask;
    }
    if (node instanceof ScalarNode scalar && scalar.text().equals(Words.NOT_STATED)) {
      return Optional.of(Ask.inWords(Words.NOT_STATED));
    }
    return regionText(issue, node).map(Ask::of);
  }

  /** Returns the ask of {@code region} and {@code in words}. */
  Optional<Ask> ask(Issue issue, Fields fields) {
    Optional<Node> regionNode = fields.optional("region");
    Optional<Node> wordsNode = fields.optional("in words");
    Optional<String> region = regionNode.flatMap(n -> regionText(issue, n));
    Optional<String> words = wordsNode.flatMap(context::text);
    if (regionNode.isEmpty() && wordsNode.isEmpty()) {
      problems.add(fields.mapping(), "an ask needs (region), (in words) or both");
    }
    boolean failed = regionNode.isPresent() && region.isEmpty();
    return failed || region.isEmpty() && words.isEmpty()
        ? Optional.empty()
        : context.make(fields.mapping(), () -> new Ask(region, words.orElse("")));
  }

  private Optional<String> regionText(Issue issue, Node node) {
    Optional<String> text;
    if (node instanceof SequenceNode list) {
      long before = problems.count();
      List<String> parts = new ArrayList<>();
      list.items().forEach(item -> context.text(item).ifPresent(parts::add));
      if (parts.isEmpty() && problems.count() == before) {
        problems.add(node, "is an empty list; " + ASK + " was expected");
      }
      text = problems.count() == before ? Optional.of(String.join(", ", parts)) : Optional.empty();
    } else {
      text = problems.text(node, ASK);
    }
    return text.filter(t -> context.make(node, () -> Ask.of(t).on(issue.scale())).isPresent());
  }

  /** Returns the actors that are named; none for {@code all}. */
  Optional<ImmutableSet<ActorId>> addressees(Node node, boolean orAll) {
    if (orAll && node instanceof ScalarNode scalar && scalar.text().equals("all")) {
      return Optional.of(ImmutableSet.of());
    }
    long before = problems.count();
    ImmutableSet.Builder<ActorId> named = ImmutableSet.builder();
    boolean broken = false;
    for (ScalarNode one :
        context.oneOrMore(node, orAll ? "a party, a list of them, or (all)," : "a party")) {
      Optional<ActorId> actor = context.actors.find(one, problems);
      actor.ifPresent(named::add);
      broken |= actor.isEmpty();
    }
    ImmutableSet<ActorId> all = named.build();
    if (all.isEmpty() && problems.count() == before && !broken) {
      problems.add(node, "names nobody: write a party" + (orAll ? ", or (all)" : ""));
    }
    return broken || all.isEmpty() || problems.count() > before
        ? Optional.empty()
        : Optional.of(all);
  }

  /** Returns the issues that are named. */
  Optional<ImmutableSet<IssueId>> issues(Node node) {
    ImmutableSet.Builder<IssueId> named = ImmutableSet.builder();
    boolean whole = true;
    for (ScalarNode one : context.oneOrMore(node, "an issue, or a list of issues,")) {
      Optional<Issue> issue = context.issues.find(one, problems);
      issue.ifPresent(i -> named.add(i.id()));
      whole &= issue.isPresent();
    }
    return whole ? Optional.of(named.build()) : Optional.empty();
  }
}
