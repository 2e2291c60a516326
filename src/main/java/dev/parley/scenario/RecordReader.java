package dev.parley.scenario;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Identifier;
import dev.parley.agenda.Issue;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.scenario.Scenario.Label;
import dev.parley.scenario.ScenarioException.Problem;
import dev.parley.spelling.Nearest;
import dev.parley.talks.Act;
import dev.parley.talks.Chronicle;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Refusal;
import dev.parley.talks.Refusal.Breach;
import dev.parley.talks.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the record, entry by entry, and plays each as recorded: what it breaks becomes findings. An
 * entry that has a problem is left out, and so is what later entries say of it.
 */
final class RecordReader {
  private static final ActorId NOBODY = ActorId.of("nobody");

  /** The two halves of a verb key, once they are known. */
  private record VerbKey(String actor, String verbText, @Nullable Verb verb) {}

  /** What every move says beside its act. */
  private record Common(
      Optional<When> on,
      ImmutableList<Source> sources,
      Optional<Delegation> through,
      Optional<String> words,
      ImmutableList<EntryId> becauseOf) {
    Optional<Source> source() {
      return sources.stream().findFirst();
    }
  }

  /** A label that an entry gives, while it is read: to the entry, or to one of its offers. */
  private record Given(ScalarNode at, int alternative) {}

  private final Context context;
  private final Problems problems;
  private final ReferenceReader references;
  private final EvidenceReader evidence;
  private final Map<String, VerbKey> verbKeys = new HashMap<>();
  private final Map<String, Integer> labelLines = new HashMap<>();
  private final List<Optional<EntryId>> soFar = new ArrayList<>();
  private final List<Given> given = new ArrayList<>();

  RecordReader(Context context) {
    this.context = context;
    this.problems = context.problems;
    this.references = new ReferenceReader(context);
    this.evidence = new EvidenceReader(context);
  }

  void read(SequenceNode record) {
    for (Node item : record.items()) {
      soFar.add(entry(item));
      if (problems.isFull()) {
        return;
      }
    }
  }

  /** Returns the entry's number; empty if it was left out. */
  private Optional<EntryId> entry(Node node) {
    long before = problems.count();
    given.clear();
    Optional<Fields> fields =
        problems.fields(node, "an entry, such as {hamas accepts: o1, on: 2025-01-15},");
    Optional<EntryId> id =
        fields.isEmpty()
            ? Optional.empty()
            : isWord(fields.get()) ? word(fields.get()) : told(fields.get(), before);
    for (Given label : given) {
      String text = label.at().text();
      if (id.isPresent()) {
        context.labels.put(text, new Label(id.get(), label.alternative()));
      } else {
        context.labels.putBroken(text);
      }
    }
    context.someFailed |= id.isEmpty();
    return id;
  }

  private static boolean isWord(Fields fields) {
    return fields.has("correct") || fields.has("cancel") || fields.has("deny");
  }

  private void give(Node node, int alternative) {
    Optional<ScalarNode> scalar = problems.scalar(node, "a label, such as (o1),");
    if (scalar.isEmpty()) {
      return;
    }
    String text = scalar.get().text();
    context.make(node, () -> Identifier.check("label", text));
    Integer line = labelLines.putIfAbsent(text, node.line());
    if (line != null) {
      problems.add(
          node, "label (%s) stands on line %s already: give each its own".formatted(text, line));
    } else {
      given.add(new Given(scalar.get(), alternative));
    }
  }

  private Optional<EntryId> told(Fields fields, long before) {
    fields.optional("id").ifPresent(n -> give(n, 0));
    Optional<Move> move = move(fields, before);
    if (move.isEmpty()) {
      return Optional.empty();
    }
    Optional<ScalarNode> verb = verbNode(fields);
    Node at = verb.isPresent() ? verb.get() : fields.mapping();
    Negotiation now = context.negotiation;
    if (now == null) {
      return Optional.empty();
    }
    Optional<EntryId> id = take(at, () -> now.record(move.get()));
    Optional<Issue> amended = move.get().act().value(Shape.ISSUE_DEFINITION);
    if (amended.isPresent() && id.isEmpty()) {
      context.issues.putBroken(amended.get().id().text());
    }
    if (!requireNegotiation().agenda().equals(now.agenda())) {
      context.use(requireNegotiation().agenda());
    }
    return id;
  }

  private Negotiation requireNegotiation() {
    return java.util.Objects.requireNonNull(context.negotiation);
  }

  /**
   * Takes an outcome over; a problem if it is a refusal for which no earlier problem is the cause.
   */
  private Optional<EntryId> take(Node at, Supplier<Outcome> playing) {
    Outcome outcome;
    try {
      outcome = playing.get();
    } catch (IllegalArgumentException e) {
      if (!context.someFailed) {
        context.refuse(at, e);
      }
      return Optional.empty();
    }
    if (outcome instanceof Accepted accepted) {
      context.negotiation = accepted.negotiation();
      Negotiation now = accepted.negotiation();
      now.chronicle().last().ifPresent(entry -> context.referents.add(entry, now.agenda()));
      return Optional.of(accepted.entry());
    }
    if (!context.someFailed && outcome instanceof Refusal refusal) {
      for (Breach breach : refusal.breaches()) {
        problems.add(at, breach.message() + ". " + breach.wayOut());
      }
    }
    return Optional.empty();
  }

  private Optional<EntryId> word(Fields fields) {
    long before = problems.count();
    fields.optional("id").ifPresent(n -> give(n, 0));
    Optional<Node> correct = fields.optional("correct");
    Optional<Node> cancel = fields.optional("cancel");
    Optional<Node> deny = fields.optional("deny");
    int words =
        (correct.isPresent() ? 1 : 0) + (cancel.isPresent() ? 1 : 0) + (deny.isPresent() ? 1 : 0);
    if (words != 1) {
      problems.add(
          fields.mapping(),
          "an entry corrects, cancels or denies one entry: keep one of these keys");
      return Optional.empty();
    }
    Node node = correct.or(() -> cancel).or(() -> deny).orElseThrow();
    Optional<EntryId> target = references.entry(node, soFar);
    Optional<Node> instead = correct.isEmpty() ? Optional.empty() : fields.required("instead");
    Optional<Move> move =
        instead.flatMap(n -> problems.fields(n, "an entry")).flatMap(f -> instead(f, target));
    When on = fields.optional("on").flatMap(context::date).orElse(When.UNKNOWN);
    Optional<Source> source = fields.optional("source").flatMap(evidence::cited);
    String said = fields.optional("words").flatMap(context::text).orElse("");
    boolean sourced = source.isPresent() || fields.optional("source").isEmpty();
    fields.refuseOthers();
    Negotiation now = context.negotiation;
    if (problems.count() > before
        || target.isEmpty()
        || now == null
        || !sourced
        || correct.isPresent() && move.isEmpty()) {
      return Optional.empty();
    }
    Note note = new Note(on, source, said);
    Optional<EntryId> id =
        take(
            node,
            () ->
                correct.isPresent()
                    ? now.correct(target.get(), move.orElseThrow(), note)
                    : cancel.isPresent()
                        ? now.cancel(target.get(), note)
                        : now.deny(target.get(), note));
    context.use(requireNegotiation().agenda());
    return id;
  }

  /** Reads a move as of the place where it is to be read instead of another. */
  private Optional<Move> instead(Fields fields, Optional<EntryId> target) {
    Negotiation now = context.negotiation;
    if (now == null || target.isEmpty()) {
      return move(fields, problems.count());
    }
    if (now.agenda().equals(now.firstAgenda())) {
      context.place = Suppliers.memoize(() -> before(now, target.get()));
      try {
        return move(fields, problems.count());
      } finally {
        context.place = null;
      }
    }
    Negotiation then = before(now, target.get());
    context.negotiation = then;
    context.use(then.agenda());
    try {
      return move(fields, problems.count());
    } finally {
      context.negotiation = now;
      context.use(now.agenda());
    }
  }

  /** Returns where the negotiation stood before an entry, by what is known now. */
  static Negotiation before(Negotiation now, EntryId entry) {
    Negotiation then = Negotiation.about(now.firstAgenda(), now.ruleBook());
    for (Chronicle.Reading reading : now.chronicle().readings()) {
      if (reading.id().compareTo(entry) >= 0) {
        break;
      }
      // Entries are counted otherwise here, so that reasons are left out.
      if (!reading.denied()
          && then.record(reading.move().withBecauseOf()) instanceof Accepted accepted) {
        then = accepted.negotiation();
      }
    }
    return then;
  }

  private Optional<Move> move(Fields fields, long before) {
    Optional<ScalarNode> key = verbNode(fields);
    if (key.isEmpty()) {
      problems.add(
          fields.mapping(),
          "an entry needs who does what, such as (hamas accepts: o1): none of its keys has a verb");
      return Optional.empty();
    }
    VerbKey verbKey = verbKey(key.get().text());
    Optional<ActorId> by =
        verbKey.actor().isEmpty()
            ? Optional.of(ActorId.UNNAMED)
            : context.actors.find(key.get(), verbKey.actor(), problems);
    Verb verb = verbKey.verb();
    if (verb == null) {
      problems.add(
          key.get(),
          "unknown verb %s: %s"
              .formatted(
                  Problem.shown(verbKey.verbText()),
                  Nearest.meant(verbKey.verbText(), Verb.texts())
                      .orElseGet(() -> "known here: " + String.join(", ", Verb.texts()))));
      return Optional.empty();
    }
    Common common = common(fields, verb);
    Map<String, String> codes =
        fields.has("codes")
            ? context.texts(fields.optional("codes"), "codes, such as {plover: CONCEDE},")
            : Map.of();
    int entry = fields.mapping().positionOf(key.get().text());
    fields.take(entry);
    Optional<? extends Act> act =
        ActReader.read(
            context,
            verb,
            key.get(),
            fields.mapping().value(entry),
            fields,
            new ActReader.Telling(
                by.orElse(NOBODY), common.on().orElse(When.UNKNOWN), common.source(), this::give));
    refuseOtherVerbs(fields, key.get());
    fields.refuseOthers();
    if (act.isEmpty() || by.isEmpty() || problems.count() > before) {
      return Optional.empty();
    }
    if (fields.optional("source").isPresent() && common.sources().isEmpty()
        || fields.optional("through").isPresent() && common.through().isEmpty()) {
      return Optional.empty();
    }
    Move.Builder move = Move.builder().by(by.get()).act(act.get()).putAllCodes(codes);
    common.on().ifPresent(move::on);
    common.source().ifPresent(move::source);
    common.sources().stream().skip(1).forEach(move::addOtherSources);
    move.addAllBecauseOf(common.becauseOf());
    common.through().ifPresent(d -> move.through(d.id()));
    common.words().ifPresent(move::words);
    return Optional.of(move.build());
  }

  private Common common(Fields fields, Verb verb) {
    return new Common(
        fields.optional("on").flatMap(context::date),
        fields.optional("source").map(this::sources).orElse(ImmutableList.of()),
        fields.optional("through").flatMap(n -> context.delegations.find(n, problems)),
        fields.optional(Verb.hasWords(verb.kind()) ? "saying" : "words").flatMap(context::text),
        fields.optional("because of").map(this::reasons).orElse(ImmutableList.of()));
  }

  /** Returns the sources of an entry: one, or a list of those who report the same. */
  private ImmutableList<Source> sources(Node node) {
    Map<String, Source> sources = new LinkedHashMap<>();
    for (Node each : node.itemsOrSelf()) {
      Optional<Source> source = evidence.cited(each);
      if (source.isPresent() && sources.put(source.get().id(), source.get()) != null) {
        problems.add(each, "source (%s) is given twice".formatted(source.get().id()));
      }
    }
    if (node instanceof SequenceNode list && list.size() == 0) {
      problems.add(node, "is empty: name a source, or leave it out");
    }
    return ImmutableList.copyOf(sources.values());
  }

  /** Returns the entries that are the reason: a label, or numbers and labels in brackets. */
  private ImmutableList<EntryId> reasons(Node node) {
    if (!(node instanceof SequenceNode list)) {
      return references.entry(node, soFar).stream().collect(ImmutableList.toImmutableList());
    }
    ImmutableSet.Builder<EntryId> entries = ImmutableSet.builder();
    for (Node each : list.items()) {
      references.cited(each, soFar).ifPresent(entries::add);
    }
    return entries.build().asList();
  }

  /** Returns the first key with a verb; a problem if there is another. */
  private Optional<ScalarNode> verbNode(Fields fields) {
    MappingNode mapping = fields.mapping();
    ScalarNode found = null;
    for (int i = 0; i < mapping.size(); i++) {
      ScalarNode key = mapping.key(i);
      boolean ofNobody = Verb.ofNobody(key.text()) != null;
      if (ofNobody || key.text().indexOf(' ') > 0 && !Verb.OTHER_KEYS.contains(key.text())) {
        if (found == null || isKnown(key) && !isKnown(found)) {
          found = key;
        }
      }
    }
    return Optional.ofNullable(found);
  }

  private void refuseOtherVerbs(Fields fields, ScalarNode first) {
    fields.takeOthers(
        (key, value) -> {
          boolean verb = key.text().indexOf(' ') > 0 && isKnown(key);
          if (verb) {
            problems.add(
                key,
                "an entry tells one act, and (%s) is one: make (%s) an entry of its own"
                    .formatted(first.text(), key.text()));
          }
          return verb;
        });
  }

  private boolean isKnown(ScalarNode key) {
    return verbKey(key.text()).verb() != null;
  }

  private VerbKey verbKey(String text) {
    VerbKey known = verbKeys.get(text);
    if (known == null) {
      int space = text.indexOf(' ');
      String verb = text.substring(space + 1);
      Verb ofNobody = Verb.ofNobody(text);
      known =
          ofNobody == null
              ? new VerbKey(text.substring(0, space), verb, Verb.of(verb))
              : new VerbKey("", text, ofNobody);
      verbKeys.put(text, known);
    }
    return known;
  }
}
