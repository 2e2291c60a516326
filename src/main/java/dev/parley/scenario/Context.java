package dev.parley.scenario;

import com.google.common.base.Supplier;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Issue;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.scenario.Scenario.Label;
import dev.parley.scenario.ScenarioException.Problem;
import dev.parley.spelling.Listed;
import dev.parley.talks.Negotiation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known while a file is read: the problems so far, and all that can be referred to. */
final class Context {
  private static final int REMEMBERED_DATES = 4096;

  final Problems problems;
  final DemandKinds kinds;
  final Names<ActorId> actors = new Names<>("party or outsider");
  final Names<ActorId> parties = new Names<>("party");
  final Names<ActorId> principals = new Names<>("principal");
  final Names<Issue> issues = new Names<>("issue");
  final Names<Delegation> delegations = new Names<>("delegation");
  final Names<Source> sources = new Names<>("source");
  final Names<Label> labels = new Names<>("label");
  final Referents referents = new Referents();

  /** Where the record stands; null while there is no agenda to record against. */
  @Nullable Negotiation negotiation;

  /** Where the record stood at a place that is read now; null where that is where it stands. */
  @Nullable Supplier<Negotiation> place;

  /** Whether an entry could not be recorded, so that later ones may miss what it did. */
  boolean someFailed;

  private final Map<String, When> dates = new HashMap<>();

  Context(Problems problems, DemandKinds kinds) {
    this.problems = problems;
    this.kinds = kinds;
  }

  /** Returns where the record stands at the place that is read; null while there is no agenda. */
  @Nullable Negotiation there() {
    return place == null ? negotiation : place.get();
  }

  /** Takes over the issues and the principals of an agenda that was amended. */
  void use(Agenda agenda) {
    Map<String, Issue> all = new LinkedHashMap<>();
    agenda.issueList().forEach(issue -> all.put(issue.id().text(), issue));
    issues.replaceAll(all);
    Map<String, ActorId> negotiating = new LinkedHashMap<>();
    agenda.principals().forEach(party -> negotiating.put(party.text(), party));
    principals.replaceAll(negotiating);
  }

  /** Reports what a factory of the model refuses. */
  void refuse(Node at, IllegalArgumentException e) {
    problems.add(at, String.valueOf(e.getMessage()));
  }

  /** Returns what the node is made into; a problem if the maker refuses. */
  <T> Optional<T> make(Node at, Maker<T> maker) {
    try {
      return Optional.of(maker.make());
    } catch (IllegalArgumentException e) {
      refuse(at, e);
      return Optional.empty();
    }
  }

  /** Makes a value of the model, or throws what it has to say. */
  interface Maker<T> {
    T make();
  }

  Optional<When> date(Node node) {
    Optional<String> text = problems.text(node, "a date, such as (2025-01-15),");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    When known = dates.get(text.get());
    if (known != null) {
      return Optional.of(known);
    }
    Optional<When> date = make(node, () -> When.parse(text.get()));
    if (date.isPresent() && dates.size() < REMEMBERED_DATES) {
      dates.put(text.get(), date.get());
    }
    return date;
  }

  /**
   * Returns a principal; a problem if it is somebody else, or nobody.
   *
   * @param what what is said of it, before its name
   */
  Optional<ActorId> principal(Node node, String what) {
    return among(principals, "principal", node, what);
  }

  /** A party in any role: one that mediates or observes may negotiate later. */
  Optional<ActorId> party(Node node, String what) {
    return among(parties, "party", node, what);
  }

  private Optional<ActorId> among(Names<ActorId> all, String kind, Node node, String what) {
    Optional<ActorId> actor = actors.find(node, problems);
    String text = node instanceof ScalarNode scalar ? scalar.text() : "";
    if (actor.isPresent() && !all.has(text)) {
      problems.add(
          node,
          "%s (%s), who is not a %s. %s: %s"
              .formatted(
                  what,
                  text,
                  kind,
                  kind.equals("party") ? "Parties" : "Principals",
                  Listed.names(all.values())));
      return Optional.empty();
    }
    return actor;
  }

  Optional<String> text(Node node) {
    return problems.text(node, "a text");
  }

  /** Returns whether the node says yes; a problem if it says neither yes nor no. */
  boolean yes(Node node) {
    String text = problems.text(node, "(yes) or (no)").orElse("no");
    return switch (text) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> {
        problems.add(node, Problem.shown(text) + " is neither (yes) nor (no)");
        yield false;
      }
    };
  }

  boolean yes(Fields fields, String key) {
    return fields.optional(key).map(this::yes).orElse(false);
  }

  /** Returns the texts of a mapping, such as codes by scheme. */
  Map<String, String> texts(Optional<Node> node, String what) {
    Map<String, String> texts = new LinkedHashMap<>();
    problems.each(
        node, what, (key, value) -> text(value).ifPresent(text -> texts.put(key.text(), text)));
    return texts;
  }

  /** Returns one text, or the texts of a list. */
  List<ScalarNode> oneOrMore(Node node, String what) {
    return node.itemsOrSelf().stream()
        .flatMap(item -> problems.scalar(item, what).stream())
        .toList();
  }
}
