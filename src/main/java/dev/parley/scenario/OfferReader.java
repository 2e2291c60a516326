package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import dev.parley.demand.EntryIntoForce;
import dev.parley.demand.EntryIntoForce.Ratifiers;
import dev.parley.demand.Lasting;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.When;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an offer: its terms, conditions, instalments, expiry and undertakings. */
final class OfferReader {
  private final Context context;
  private final Problems problems;
  private final ValueReader values;

  OfferReader(Context context) {
    this.context = context;
    this.problems = context.problems;
    this.values = new ValueReader(context);
  }

  /** Returns the offer; empty after a problem, here or with what it refers to. */
  Optional<Offer> read(
      Node at, Fields fields, ActorId by, Optional<ImmutableSet<ActorId>> to, boolean proposal) {
    long before = problems.count();
    Offer.Builder offer = Offer.builder().by(by).proposal(proposal);
    fields.optional("until").flatMap(context::date).ifPresent(offer::expiry);
    Optional<Text> text = provisions(at, fields, proposal ? "a proposal" : "an offer", by);
    if (problems.count() > before || text.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    return context.make(at, () -> offer.addAllTo(to.get()).saying(text.get()).build());
  }

  /** Returns what a text says, whomever it binds; empty after a problem. */
  Optional<Text> provisions(Node at, Fields fields, String what, ActorId by) {
    long before = problems.count();
    Optional<Node> ifs = fields.optional("if");
    Optional<Node> parts = fields.optional("instalments");
    Text.Builder text = Text.builder();
    text.binding(context.yes(fields, "severable") ? Binding.SEVERABLE : Binding.WHOLE);
    text.comprehensive(context.yes(fields, "whole"));
    text.interim(context.yes(fields, "interim"));
    text.standsAlone(context.yes(fields, "stands alone"));
    fields
        .optional("open to")
        .flatMap(node -> values.addressees(node, false))
        .ifPresent(text::addAllOpenTo);
    text.denounceable(context.yes(fields, "denounceable"));
    fields
        .optional("verified by")
        .flatMap(node -> context.actors.find(node, problems))
        .ifPresent(text::verifier);
    fields.optional("in force").flatMap(this::entryIntoForce).ifPresent(text::inForce);
    fields.optional("lasts").flatMap(this::lasting).ifPresent(text::lasts);
    named(fields, "replaces", by).ifPresent(text::replaces);
    named(fields, "amends", by).ifPresent(text::amends);
    Map<IssueId, ImmutableMap<ActorId, Value>> brackets = brackets(fields.optional("brackets"));
    text.putAllBrackets(brackets);
    Optional<ImmutableList<Undertaking>> undertakings = undertakings(fields);
    long beforeTerms = problems.count();
    Optional<Terms> terms = values.terms(fields);
    boolean saysSomething =
        terms.isPresent()
            || undertakings.filter(u -> !u.isEmpty()).isPresent()
            || !brackets.isEmpty();
    if (!saysSomething
        && problems.count() == beforeTerms
        && fields.isEveryKeyTaken()
        && !refersToBroken(fields)) {
      problems.add(at, what + " needs a value on one issue or more");
    }
    Optional<ImmutableList<Condition>> conditions = conditions(ifs, terms);
    Optional<ImmutableList<Instalment>> instalments = instalments(parts, terms);
    if (problems.count() > before
        || !saysSomething
        || undertakings.isEmpty()
        || conditions.isEmpty()
        || instalments.isEmpty()
        || refersToBroken(fields)) {
      return Optional.empty();
    }
    return context.make(
        at,
        () ->
            text.terms(terms.orElse(Terms.NONE))
                .addAllConditions(conditions.get())
                .addAllInstalments(instalments.get())
                .addAllUndertakings(undertakings.get())
                .build());
  }

  private Optional<Text> named(Fields fields, String key, ActorId by) {
    String verb = key.substring(0, key.length() - 1);
    return fields
        .optional(key)
        .flatMap(node -> new ReferenceReader(context).text(node, by, verb, true));
  }

  private Optional<EntryIntoForce> entryIntoForce(Node node) {
    if (node instanceof MappingNode mapping) {
      return entryIntoForce(new Fields(mapping, problems));
    }
    Optional<String> text = context.text(node);
    if (text.filter("on signature"::equals).isPresent()) {
      return Optional.of(EntryIntoForce.ON_SIGNATURE);
    }
    if (text.filter("on ratification"::equals).isPresent()) {
      return Optional.of(EntryIntoForce.ON_RATIFICATION);
    }
    return context.date(node).map(EntryIntoForce::on);
  }

  private Optional<EntryIntoForce> entryIntoForce(Fields fields) {
    long before = problems.count();
    Optional<Node> by = fields.optional("ratified by");
    Optional<Ratifiers> ratifiers =
        by.isEmpty() ? Optional.of(new Ratifiers.Everybody()) : ratifiers(by.get());
    Optional<When> date = fields.optional("on").flatMap(context::date);
    Optional<Node> after = fields.optional("after");
    Optional<Node> when = fields.optional("when");
    if (after.isPresent() && when.isPresent()) {
      problems.add(
          when.get(), "give one of (after) and (when), an obligation or an event in words");
    }
    Optional<Trigger> event =
        after
            .flatMap(context::text)
            .map(name -> underItsText(new Trigger.After(name)))
            .or(() -> when.flatMap(context::text).map(Trigger.When::new));
    boolean provisionally = context.yes(fields, "provisionally");
    fields.refuseOthers();
    return problems.count() > before
        ? Optional.empty()
        : ratifiers.map(who -> new EntryIntoForce(who, date, event, provisionally));
  }

  /** All, none, each for itself, so many, or those who are named. */
  private Optional<Ratifiers> ratifiers(Node node) {
    String one = node instanceof ScalarNode scalar ? scalar.text() : "";
    if (one.matches("[0-9]{1,6}")) {
      return context.make(node, () -> new Ratifiers.AtLeast(Integer.parseInt(one)));
    }
    return switch (one) {
      case "all" -> Optional.of(new Ratifiers.Everybody());
      case "none" -> Optional.of(new Ratifiers.Nobody());
      case "each" -> Optional.of(new Ratifiers.Each());
      default -> those(node);
    };
  }

  private Optional<Ratifiers> those(Node node) {
    Gathered<ActorId> parties = new Gathered<>();
    for (ScalarNode one :
        context.oneOrMore(node, "(all), (none), (each), a number, or the parties,")) {
      parties.add(context.actors.find(one, problems));
    }
    return parties
        .all()
        .flatMap(all -> context.make(node, () -> new Ratifiers.Those(ImmutableSet.copyOf(all))));
  }

  private Optional<Lasting> lasting(Node node) {
    if (node instanceof MappingNode mapping) {
      Fields fields = new Fields(mapping, problems);
      Optional<String> words = fields.text("until", "a date, or an event in words");
      fields.refuseOthers();
      return words.flatMap(w -> context.make(node, () -> Lasting.until(w)));
    }
    Optional<String> text = context.text(node);
    Optional<String> days =
        text.filter(t -> t.matches("[1-9][0-9]{0,5} days?")).map(t -> t.replaceAll(" .*", ""));
    if (days.isPresent()) {
      return context.make(node, () -> new Lasting.Days(Integer.parseInt(days.get())));
    }
    Optional<String> hours =
        text.filter(t -> t.matches("[1-9][0-9]{0,5} hours?")).map(t -> t.replaceAll(" .*", ""));
    if (hours.isPresent()) {
      return context.make(node, () -> new Lasting.Hours(Integer.parseInt(hours.get())));
    }
    if (text.filter(t -> t.startsWith("until ")).isPresent()) {
      return context.make(node, () -> When.parse(text.get().substring(6))).map(Lasting.Until::new);
    }
    text.ifPresent(
        t ->
            problems.add(
                node,
                "%s says not how long it lasts: give (4 days), (96 hours), (until 2024-12-01) or {until: an event in words}"
                    .formatted(ScenarioException.Problem.shown(t))));
    return Optional.empty();
  }

  /** The versions of each clause, side by side, by party. */
  private Map<IssueId, ImmutableMap<ActorId, Value>> brackets(Optional<Node> node) {
    Map<IssueId, ImmutableMap<ActorId, Value>> all = new LinkedHashMap<>();
    problems.each(
        node,
        "versions by issue, such as {settlements: {a: removed, b: stay}},",
        (key, clause) ->
            context
                .issues
                .find(key, problems)
                .ifPresent(issue -> all.put(issue.id(), versions(issue, clause))));
    return all;
  }

  private ImmutableMap<ActorId, Value> versions(Issue issue, Node clause) {
    ImmutableMap.Builder<ActorId, Value> versions = ImmutableMap.builder();
    problems.each(
        Optional.of(clause),
        "values by party, such as {a: removed, b: stay},",
        (key, node) -> {
          Optional<ActorId> party = context.actors.find(key, problems);
          Optional<Value> value = values.value(issue, node);
          party.ifPresent(p -> value.ifPresent(v -> versions.put(p, v)));
        });
    return versions.buildKeepingLast();
  }

  private boolean refersToBroken(Fields fields) {
    return fields.mapping().keys().stream().anyMatch(key -> context.issues.isBroken(key.text()));
  }

  Optional<ImmutableList<Condition>> conditions(Optional<Node> node, Optional<Terms> terms) {
    Gathered<Condition> conditions = new Gathered<>();
    for (Node item : node.map(Node::itemsOrSelf).orElse(List.of())) {
      problems.each(
          Optional.of(item),
          "conditions by issue, such as {hostages: at least 34},",
          (key, value) -> conditions.add(condition(key, value, terms)));
    }
    return conditions.all();
  }

  private Optional<Condition> condition(ScalarNode key, Node value, Optional<Terms> terms) {
    Optional<Issue> issue = context.issues.find(key, problems);
    if (issue.isEmpty()) {
      return Optional.empty();
    }
    IssueId id = issue.get().id();
    terms
        .flatMap(t -> t.on(id))
        .ifPresent(
            given ->
                problems.add(
                    key,
                    "a condition on (%s) refers to itself: the offer's own terms give (%s) there. Leave one of them out"
                        .formatted(id, given)));
    if (!(value instanceof MappingNode words)) {
      return values.ask(issue.get(), value).map(ask -> new Condition(id, ask, false));
    }
    Fields fields = new Fields(words, problems);
    boolean sufficient = context.yes(fields, "sufficient");
    Optional<Ask> ask = values.ask(issue.get(), fields);
    fields.refuseOthers();
    return ask.map(a -> new Condition(id, a, sufficient));
  }

  private record Named(String name, Node at) {}

  /** Reads each mapping by name, or each of a list by its key {@code name}. */
  private <T> Optional<ImmutableList<T>> named(
      Optional<Node> node, String what, BiFunction<Named, Fields, Optional<T>> reader) {
    Gathered<T> all = new Gathered<>();
    if (node.isPresent() && node.get() instanceof SequenceNode list) {
      for (Node item : list.items()) {
        Optional<Fields> fields = problems.fields(item, "an " + what);
        Optional<String> name = fields.flatMap(f -> f.text("name", "a name, such as (first),"));
        all.add(name.flatMap(n -> reader.apply(new Named(n, item), fields.orElseThrow())));
      }
    } else {
      problems.eachFields(
          node,
          "%ss by name, or a list of them,".formatted(what),
          "an " + what,
          (key, fields) ->
              all.add(fields.flatMap(f -> reader.apply(new Named(key.text(), key), f))));
    }
    return all.all();
  }

  private Optional<ImmutableList<Instalment>> instalments(
      Optional<Node> node, Optional<Terms> terms) {
    Map<String, Trigger> triggers = new LinkedHashMap<>();
    Map<String, Node> places = new LinkedHashMap<>();
    Optional<ImmutableList<Instalment>> all =
        named(
            node,
            "instalment",
            (named, fields) -> {
              Optional<Node> when = fields.optional("when");
              Optional<Trigger> trigger =
                  when.isEmpty() ? Optional.of(new Trigger.OnForce()) : trigger(when.get());
              Optional<Terms> delivered = delivered(named, fields, terms);
              if (triggers.containsKey(named.name())) {
                problems.add(
                    named.at(),
                    "instalment (%s) appears twice in the offer".formatted(named.name()));
              }
              places.put(named.name(), when.orElse(named.at()));
              trigger.ifPresent(t -> triggers.put(named.name(), t));
              return trigger.flatMap(t -> delivered.map(d -> new Instalment(named.name(), d, t)));
            });
    checkTriggers(triggers, places);
    return all;
  }

  private Optional<Terms> delivered(Named named, Fields fields, Optional<Terms> terms) {
    long before = problems.count();
    Optional<Terms> delivered = values.terms(fields);
    if (delivered.isEmpty() && problems.count() == before && !refersToBroken(fields)) {
      problems.add(
          named.at(), "instalment (%s) delivers nothing: add an issue".formatted(named.name()));
    }
    fields.refuseOthers();
    if (terms.isPresent() && delivered.isPresent()) {
      for (IssueId issue : delivered.get().issues()) {
        if (terms.get().on(issue).isEmpty()) {
          problems.add(
              named.at(),
              "instalment (%s) delivers (%s), on which the offer gives no value: add it to the terms"
                  .formatted(named.name(), issue));
        }
      }
    }
    return delivered;
  }

  private void checkTriggers(Map<String, Trigger> triggers, Map<String, Node> places) {
    Set<String> fine = new HashSet<>();
    for (String start : triggers.keySet()) {
      Node at = Objects.requireNonNull(places.get(start));
      Set<String> seen = new HashSet<>();
      String name = start;
      while (!fine.contains(name) && triggers.get(name) instanceof Trigger.After after) {
        if (!seen.add(name)) {
          problems.add(
              at,
              "instalment (%s) can never happen: its trigger waits for (%s), which waits for it in turn"
                  .formatted(start, after.instalment()));
          break;
        }
        if (!places.containsKey(after.instalment())) {
          if (name.equals(start)) {
            problems.add(
                at,
                "instalment (%s) can never happen: its trigger waits for (%s), which is no instalment of this offer. Instalments: %s"
                    .formatted(name, after.instalment(), new TreeSet<>(places.keySet())));
          }
          break;
        }
        name = after.instalment();
      }
      fine.addAll(seen);
    }
  }

  /** Returns who would be bound to do what; empty after a problem, here or with what is named. */
  Optional<ImmutableList<Undertaking>> undertakings(Fields fields) {
    return named(fields.optional("undertakings"), "undertaking", this::undertaking);
  }

  private Optional<Undertaking> undertaking(Named named, Fields fields) {
    long before = problems.count();
    Undertaking.Builder undertaking = Undertaking.builder().name(named.name());
    Optional<ActorId> obligor =
        fields.required("by").flatMap(n -> context.actors.find(n, problems));
    fields.optional("what").flatMap(context::text).ifPresent(undertaking::words);
    fields
        .optional("amount")
        .flatMap(n -> problems.scalar(n, "a number, such as (33),"))
        .flatMap(n -> Numbers.decimal(n, problems))
        .ifPresent(undertaking::amount);
    undertaking.refrain(context.yes(fields, "refrain"));
    fields.optional("due").flatMap(context::date).ifPresent(undertaking::due);
    fields.optional("when").flatMap(this::trigger).ifPresent(undertaking::trigger);
    Optional<Node> guarantorNode = fields.optional("guarantor");
    Optional<ActorId> guarantor = guarantorNode.flatMap(n -> context.actors.find(n, problems));
    guarantor.ifPresent(undertaking::guarantor);
    values.terms(fields).ifPresent(undertaking::terms);
    fields.refuseOthers();
    return problems.count() > before
            || obligor.isEmpty()
            || guarantor.isPresent() != guarantorNode.isPresent()
            || refersToBroken(fields)
        ? Optional.empty()
        : context.make(named.at(), () -> undertaking.by(obligor.get()).build());
  }

  private Optional<Trigger> trigger(Node node) {
    if (node instanceof MappingNode mapping) {
      Fields fields = new Fields(mapping, problems);
      Optional<String> words = fields.text("in words", "an event in words");
      fields.refuseOthers();
      return words.map(Trigger.When::new);
    }
    return problems
        .text(node, "a trigger, such as (in force), (day 7) or (after first),")
        .flatMap(text -> context.make(node, () -> Triggers.parse(text)))
        .map(this::underItsText);
  }

  /**
   * What is after {@code truce/withdrawal} waits for the withdrawal under the text of that label.
   */
  private Trigger underItsText(Trigger trigger) {
    if (!(trigger instanceof Trigger.After after) || after.instalment().indexOf('/') < 0) {
      return trigger;
    }
    int slash = after.instalment().indexOf('/');
    Optional<Text> under =
        new ReferenceReader(context).labelled(after.instalment().substring(0, slash));
    return under.isEmpty()
        ? trigger
        : new Trigger.After(after.instalment().substring(slash + 1), under, after.later());
  }

  /** The text form of a trigger. */
  static final class Triggers {
    private Triggers() {}

    private static final Pattern LATER =
        Pattern.compile("(?:([1-9][0-9]{0,5}) (day|hour)s? )?after (.+)");

    static Trigger parse(String text) {
      if (text.equals("in force")) {
        return new Trigger.OnForce();
      }
      Matcher later = LATER.matcher(text);
      if (later.matches()) {
        return new Trigger.After(
            later.group(3),
            Optional.empty(),
            later.group(1) == null
                ? Duration.ZERO
                : Duration.ofHours(
                    Long.parseLong(later.group(1)) * (later.group(2).equals("day") ? 24 : 1)));
      }
      if (text.matches("day (0|[1-9][0-9]{0,8})")) {
        return new Trigger.AfterDays(Integer.parseInt(text.substring(4)));
      }
      return text.matches("[0-9]{4}-.*")
          ? new Trigger.OnDate(When.parse(text))
          : new Trigger.When(text);
    }

    static Tree write(Trigger trigger, Function<Text, String> label) {
      if (trigger instanceof Trigger.OnForce) {
        return Tree.text("in force");
      }
      if (trigger instanceof Trigger.OnDate day) {
        return Tree.text(day.date());
      }
      if (trigger instanceof Trigger.After after) {
        return Tree.text(
            after.preposition()
                + after.under().map(t -> label.apply(t) + "/").orElse("")
                + after.instalment());
      }
      if (trigger instanceof Trigger.AfterDays days && days.days() <= 999_999_999) {
        return Tree.text("day " + days.days());
      }
      String words = trigger instanceof Trigger.When when ? when.words() : trigger.toString();
      return isPlain(words) ? Tree.text(words) : new TreeBuilder().put("in words", words).build();
    }

    /** Words that are no trigger of another kind, nor what reads like one. */
    private static boolean isPlain(String words) {
      return !words.isEmpty()
          && !words.matches("[0-9]{4}-.*")
          && parse(words) instanceof Trigger.When;
    }
  }

  /** Returns the offers by label, each a mapping of its own. */
  Optional<ImmutableList<Offer>> alternatives(
      Node node,
      ActorId by,
      Optional<ImmutableSet<ActorId>> to,
      BiConsumer<ScalarNode, Integer> labels) {
    Gathered<Offer> offers = new Gathered<>();
    boolean mapping =
        problems.each(
            Optional.of(node),
            "offers by label",
            (key, value) -> {
              labels.accept(key, key.index() + 1);
              Optional<Fields> fields = problems.fields(value, "an offer");
              offers.add(fields.flatMap(f -> alternative(key, f, by, to)));
            });
    return mapping ? offers.all() : Optional.empty();
  }

  private Optional<Offer> alternative(
      ScalarNode key, Fields fields, ActorId by, Optional<ImmutableSet<ActorId>> to) {
    Optional<Node> other = fields.optional("to");
    Optional<Node> name = fields.optional("in the name of");
    Optional<ActorId> maker =
        name.isEmpty() ? Optional.of(by) : context.actors.find(name.get(), problems);
    Optional<Offer> offer =
        read(
            key,
            fields,
            maker.orElse(by),
            other.isEmpty() ? to : values.addressees(other.get(), false),
            false);
    fields.refuseOthers();
    return maker.flatMap(m -> offer);
  }
}
