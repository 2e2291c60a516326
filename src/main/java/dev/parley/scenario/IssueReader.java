package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads an issue: its scale, who would rather have which end, who carries it out. */
final class IssueReader {
  private static final String KINDS = "levels, options, items, or from and to";

  private final Context context;
  private final Problems problems;

  IssueReader(Context context) {
    this.context = context;
    this.problems = context.problems;
  }

  /**
   * Returns the issue; empty after a problem.
   *
   * @param at where a problem with the issue as a whole is reported
   * @param codesKey the key of its codes, which differs where the entry has codes too
   */
  Optional<Issue> read(String id, Node at, Fields fields, String codesKey) {
    Optional<IssueId> issueId = context.make(at, () -> IssueId.of(id));
    Optional<String> name = fields.optional("name").flatMap(context::text);
    Optional<Scale> scale = scale(at, fields);
    Map<ActorId, Better> better = better(id, fields);
    Optional<ActorId> obligor =
        fields.optional("obligor").flatMap(node -> context.actors.find(node, problems));
    Optional<String> kind = fields.optional("kind").flatMap(this::demandKind);
    Map<String, String> codes =
        context.texts(fields.optional(codesKey), "codes, such as {pa-x: Cease},");
    if (issueId.isEmpty() || scale.isEmpty()) {
      return Optional.empty();
    }
    Issue.Builder issue = Issue.builder().id(issueId.get()).scale(scale.get());
    name.ifPresent(issue::name);
    obligor.ifPresent(issue::obligor);
    kind.ifPresent(issue::demandKind);
    return context.make(at, () -> issue.putAllBetter(better).putAllCodes(codes).build());
  }

  private Optional<String> demandKind(Node node) {
    Optional<String> name = context.text(node);
    Optional<String> wrong = name.flatMap(context.kinds::wrong);
    wrong.ifPresent(message -> problems.add(node, message));
    return wrong.isPresent() ? Optional.empty() : name;
  }

  private Map<ActorId, Better> better(String id, Fields fields) {
    Map<ActorId, Better> better = new LinkedHashMap<>();
    problems.each(
        fields.optional("better"),
        "a mapping, such as {hamas: more},",
        (key, value) -> {
          Optional<ActorId> who = context.party(key, "issue (%s) is better for".formatted(id));
          Optional<Better> end = Words.BETTER.read(value, problems);
          who.ifPresent(w -> end.ifPresent(e -> better.put(w, e)));
        });
    return better;
  }

  private Optional<Scale> scale(Node at, Fields fields) {
    Optional<Node> levels = fields.optional("levels");
    Optional<Node> options = fields.optional("options");
    Optional<Node> items = fields.optional("items");
    Optional<Node> from = fields.optional("from");
    Optional<Node> to = fields.optional("to");
    Optional<Node> by = fields.optional("by");
    Optional<Node> unit = fields.optional("unit");
    boolean quantity = from.isPresent() || to.isPresent() || by.isPresent() || unit.isPresent();
    long kinds =
        (quantity ? 1 : 0)
            + List.of(levels, options, items).stream().filter(Optional::isPresent).count();
    if (kinds != 1) {
      problems.add(
          at,
          kinds == 0
              ? "an issue needs a scale: " + KINDS
              : "an issue has one scale, not %s: keep one of %s".formatted(kinds, KINDS));
      return Optional.empty();
    }
    return levels
        .flatMap(node -> named(node, Scale.Levels::new))
        .or(() -> options.flatMap(node -> named(node, Scale.Options::new)))
        .or(() -> items.flatMap(node -> named(node, Scale.Checklist::new)))
        .or(() -> quantity ? quantity(at, from, to, by, unit) : Optional.empty());
  }

  private Optional<Scale> named(Node node, Function<ImmutableList<String>, Scale> scale) {
    Gathered<String> names = new Gathered<>();
    return problems
        .sequence(node, "a list of names, such as [none, pause, truce],")
        .flatMap(
            list -> {
              list.items().forEach(item -> names.add(context.text(item)));
              return names.all();
            })
        .flatMap(all -> context.make(node, () -> scale.apply(all)));
  }

  private Optional<Scale> quantity(
      Node at, Optional<Node> from, Optional<Node> to, Optional<Node> by, Optional<Node> unit) {
    Map<String, Optional<Node>> needed = ImmutableMap.of("from", from, "to", to, "unit", unit);
    needed.forEach(
        (key, value) -> {
          if (value.isEmpty()) {
            problems.add(
                at, "key (%s) is missing: a quantity has from, to and unit".formatted(key));
          }
        });
    Optional<BigDecimal> least = from.flatMap(this::number);
    Optional<BigDecimal> most = to.flatMap(this::number);
    Optional<BigDecimal> step = by.isEmpty() ? Optional.of(BigDecimal.ONE) : number(by.get());
    Optional<String> name = unit.flatMap(context::text);
    if (least.isEmpty() || most.isEmpty() || step.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    boolean fits = step.get().signum() > 0 && least.get().compareTo(most.get()) < 0;
    boolean atStep =
        step.get().signum() <= 0
            || fits && most.get().subtract(least.get()).remainder(step.get()).signum() != 0;
    return context.make(
        (atStep ? by : to).or(() -> to).orElse(at),
        () -> new Scale.Quantity(least.get(), most.get(), step.get(), name.get()));
  }

  private Optional<BigDecimal> number(Node node) {
    return problems
        .scalar(node, "a number, such as (120),")
        .flatMap(scalar -> Numbers.decimal(scalar, problems));
  }
}
