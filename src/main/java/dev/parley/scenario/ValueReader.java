package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
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
    Map<IssueId, Value> values = byIssue(fields, this::value);
    return values.isEmpty() ? Optional.empty() : Optional.of(Terms.of(values));
  }

  /** Returns the asks of all keys that are issues and not asked for yet. */
  ImmutableMap<IssueId, Ask> asks(Fields fields) {
    return byIssue(fields, this::ask);
  }

  private <T> ImmutableMap<IssueId, T> byIssue(
      Fields fields, BiFunction<Issue, Node, Optional<T>> reader) {
    ImmutableMap.Builder<IssueId, T> read = ImmutableMap.builder();
    eachIssue(
        fields,
        (issue, node) -> {
          if (issue != null) {
            reader.apply(issue, node).ifPresent(one -> read.put(issue.id(), one));
          }
        });
    return read.buildOrThrow();
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
    problems.each(
        nested,
        "a mapping by issue",
        (key, node) -> {
          Optional<Issue> issue = context.issues.find(key, problems);
          boolean reserved = Words.RESERVED.contains(key.text());
          if (issue.isPresent() && fields.has(key.text()) && !reserved) {
            problems.add(key, "issue (%s) appears twice here".formatted(key.text()));
          } else {
            taker.accept(issue.orElse(null), node);
          }
        });
  }

  Optional<Value> value(Issue issue, Node node) {
    Scale scale = issue.scale();
    if (scale instanceof Scale.Checklist && node instanceof SequenceNode list) {
      return texts(list).flatMap(names -> items(node, scale, names));
    }
    boolean empty = node instanceof ScalarNode scalar && scalar.isNull();
    String expected = node instanceof ScalarNode && !empty ? "" : "a value of " + scale.brief();
    return problems
        .scalar(node, expected)
        .flatMap(s -> context.make(s, () -> scale.parse(s.text())));
  }

  private Optional<Value> items(Node node, Scale scale, ImmutableList<String> names) {
    Value.Items items = new Value.Items(ImmutableSet.copyOf(names));
    if (!scale.holds(items)) {
      problems.add(node, scale.whyOff(items));
      return Optional.empty();
    }
    return Optional.of(items);
  }

  private Optional<ImmutableList<String>> texts(SequenceNode list) {
    Gathered<String> texts = new Gathered<>();
    list.items().forEach(item -> texts.add(context.text(item)));
    return texts.all();
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
      if (list.size() == 0) {
        problems.add(node, "is an empty list; " + ASK + " was expected");
        return Optional.empty();
      }
      text = texts(list).map(parts -> String.join(", ", parts));
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
    if (node instanceof SequenceNode list && list.size() == 0) {
      problems.add(node, "names nobody: write a party" + (orAll ? ", or (all)" : ""));
      return Optional.empty();
    }
    String what = orAll ? "a party, a list of them, or (all)," : "a party";
    return named(node, what, context.actors).map(ImmutableSet::copyOf);
  }

  /** Returns the issues that are named. */
  Optional<ImmutableSet<IssueId>> issues(Node node) {
    return named(node, "an issue, or a list of issues,", context.issues)
        .map(issues -> issues.stream().map(Issue::id).collect(ImmutableSet.toImmutableSet()));
  }

  private <T> Optional<ImmutableList<T>> named(Node node, String what, Names<T> names) {
    Gathered<T> named = new Gathered<>();
    for (Node item : node.itemsOrSelf()) {
      named.add(problems.scalar(item, what).flatMap(one -> names.find(one, problems)));
    }
    return named.all();
  }
}
