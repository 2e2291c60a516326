package dev.parley.scenario;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.rules.Registry;
import dev.parley.rules.Registry.RegistryException;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the rules that a file names: each a mapping with its name and its parameters. */
final class RuleReader {
  private static final String NAME = "rule";

  private final Context context;
  private final Problems problems;
  private final Registry registry;
  private final Map<String, Integer> lines = new HashMap<>();

  RuleReader(Context context, Registry registry) {
    this.context = context;
    this.problems = context.problems;
    this.registry = registry;
  }

  /** Returns the book with the rules that can be read, in their order. */
  RuleBook read(List<Node> items, RuleBook book, Optional<Agenda> agenda) {
    RuleBook read = book;
    for (Node item : items) {
      Optional<Rule> rule = rule(item);
      if (rule.isPresent() && isNew(item, rule.get())) {
        agenda.ifPresent(a -> knowsIssues(item, rule.get(), a));
        read = read.and(rule.get());
      }
    }
    return read;
  }

  private Optional<Rule> rule(Node item) {
    Optional<MappingNode> mapping =
        problems.mapping(item, "a rule, such as {rule: round-limit, rounds: 3},");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> name =
        new Fields(mapping.get(), problems).text(NAME, "the name of a rule, such as (goalposts),");
    long before = problems.count();
    Map<String, String> parameters = parameters(mapping.get());
    if (name.isEmpty() || problems.count() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(registry.rule(name.get(), parameters));
    } catch (RegistryException e) {
      problems.add(place(mapping.get(), e), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Map<String, String> parameters(MappingNode mapping) {
    Map<String, String> parameters = new LinkedHashMap<>();
    mapping.forEach(
        (key, value) -> {
          if (!key.text().equals(NAME)) {
            parameters.put(
                key.text(),
                context.oneOrMore(value, "a text, a number or a list of them").stream()
                    .map(ScalarNode::text)
                    .collect(Collectors.joining(", ")));
          }
        });
    return parameters;
  }

  /** Points at the value that does not fit, at the name that is not known, or at the rule. */
  private static Node place(MappingNode mapping, RegistryException e) {
    int entry = mapping.positionOf(e.parameter().orElse(NAME));
    if (entry < 0) {
      return mapping;
    }
    return e.parameter().isPresent() && e.value().isEmpty()
        ? mapping.key(entry)
        : mapping.value(entry);
  }

  private boolean isNew(Node item, Rule rule) {
    Integer line = lines.putIfAbsent(rule.id(), item.line());
    if (line != null) {
      problems.add(
          item, "rule (%s) appears twice in the book: first in line %d".formatted(rule.id(), line));
    }
    return line == null;
  }

  private void knowsIssues(Node item, Rule rule, Agenda agenda) {
    for (IssueId issue : rule.issues()) {
      if (agenda.issue(issue).isEmpty()) {
        problems.add(item, "rule (%s): %s".formatted(rule.id(), agenda.noSuch(issue)));
      }
    }
  }
}
