package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.demand.Ask;
import dev.parley.demand.Binding;
import dev.parley.demand.Condition;
import dev.parley.demand.Instalment;
import dev.parley.demand.Offer;
import dev.parley.demand.Trigger;
import dev.parley.demand.Undertaking;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

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
  Optional<Offer> read(Node at, Fields fields, ActorId by, Optional<ImmutableSet<ActorId>> to) {
    long before = problems.count();
    boolean[] whole = {true};
    Optional<Node> conditions = fields.optional("if");
    Optional<Node> instalments = fields.optional("instalments");
    Offer.Builder offer = Offer.builder().by(by);
    fields.optional("until").ifPresent(n -> context.date(n).ifPresent(offer::expiry));
    if (context.yes(fields, "severable")) {
      offer.binding(Binding.SEVERABLE);
    }
    Optional<ImmutableList<Undertaking>> undertakings = undertakings(fields);
    undertakings.ifPresent(offer::addAllUndertakings);
    whole[0] &= undertakings.isPresent();
    long beforeTerms = problems.count();
    Optional<Terms> terms = values.terms(fields);
    if (terms.isEmpty()
        && problems.count() == beforeTerms
        && fields.isEveryKeyTaken()
        && !refersToBroken(fields.mapping())) {
      problems.add(at, "an offer needs a value on one issue or more");
    }
    conditions.ifPresent(n -> conditions(n, terms, offer, whole));
    instalments.ifPresent(n -> instalments(n, terms, offer, whole));
    if (problems.count() > before || terms.isEmpty() || to.isEmpty() || !whole[0]) {
      return Optional.empty();
    }
    return context.make(at, () -> offer.addAllTo(to.get()).terms(terms.get()).build());
  }

  private boolean refersToBroken(MappingNode mapping) {
    for (int i = 0; i < mapping.size(); i++) {
      if (context.issues.isBroken(mapping.key(i).text())) {
        return true;
      }
    }
    return false;
  }

  private void conditions(Node node, Optional<Terms> terms, Offer.Builder offer, boolean[] whole) {
    if (node instanceof SequenceNode list) {
      list.items().forEach(item -> condition(item, terms, offer, whole));
    } else {
      condition(node, terms, offer, whole);
    }
  }

  private void condition(Node node, Optional<Terms> terms, Offer.Builder offer, boolean[] whole) {
    Optional<MappingNode> mapping =
        problems.mapping(node, "conditions by issue, such as {hostages: at least 34},");
    for (int i = 0; mapping.isPresent() && i < mapping.get().size(); i++) {
      ScalarNode key = mapping.get().key(i);
      Node value = mapping.get().value(i);
      Optional<Issue> issue = context.issues.find(key, problems);
      if (issue.isEmpty()) {
        whole[0] = false;
        continue;
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
      boolean sufficient = false;
      Optional<Ask> ask;
      if (value instanceof MappingNode words) {
        Fields fields = new Fields(words, problems);
        sufficient = context.yes(fields, "sufficient");
        ask = values.ask(issue.get(), fields);
        fields.refuseOthers();
      } else {
        ask = values.ask(issue.get(), value);
      }
      if (ask.isPresent()) {
        offer.addConditions(new Condition(id, ask.get(), sufficient));
      }
    }
  }

  /** Hands on each mapping by name, or each of a list by its key {@code name}. */
  private void named(Node node, String what, BiConsumer<Named, Fields> taker) {
    String form = "%ss by name, or a list of them,".formatted(what);
    if (node instanceof SequenceNode list) {
      for (Node item : list.items()) {
        problems
            .fields(item, "an " + what)
            .ifPresent(
                fields ->
                    fields
                        .text("name", "a name, such as (first),")
                        .ifPresent(n -> taker.accept(new Named(n, item), fields)));
      }
      return;
    }
    Optional<MappingNode> mapping = problems.mapping(node, form);
    for (int i = 0; mapping.isPresent() && i < mapping.get().size(); i++) {
      ScalarNode key = mapping.get().key(i);
      problems
          .fields(mapping.get().value(i), "an " + what)
          .ifPresent(fields -> taker.accept(new Named(key.text(), key), fields));
    }
  }

  private record Named(String name, Node at) {}

  private void instalments(Node node, Optional<Terms> terms, Offer.Builder offer, boolean[] whole) {
    Map<String, Trigger> triggers = new LinkedHashMap<>();
    Map<String, Node> places = new LinkedHashMap<>();
    List<Instalment> all = new ArrayList<>();
    named(
        node,
        "instalment",
        (named, fields) -> {
          Optional<Node> when = fields.optional("when");
          Optional<Trigger> trigger =
              when.isEmpty() ? Optional.of(new Trigger.OnForce()) : trigger(when.get());
          long before = problems.count();
          Optional<Terms> delivered = values.terms(fields);
          if (delivered.isEmpty() && problems.count() == before) {
            if (refersToBroken(fields.mapping())) {
              whole[0] = false;
            } else {
              problems.add(
                  named.at(),
                  "instalment (%s) delivers nothing: add an issue".formatted(named.name()));
            }
          }
          fields.refuseOthers();
          if (triggers.containsKey(named.name())) {
            problems.add(
                named.at(), "instalment (%s) stands twice in the offer".formatted(named.name()));
          }
          places.put(named.name(), when.orElse(named.at()));
          trigger.ifPresent(t -> triggers.put(named.name(), t));
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
          if (trigger.isPresent() && delivered.isPresent()) {
            all.add(new Instalment(named.name(), delivered.get(), trigger.get()));
          }
        });
    checkTriggers(triggers, places);
    offer.addAllInstalments(all);
  }

  private void checkTriggers(Map<String, Trigger> triggers, Map<String, Node> places) {
    Set<String> fine = new HashSet<>();
    for (String start : triggers.keySet()) {
      Set<String> seen = new HashSet<>();
      String name = start;
      while (!fine.contains(name) && triggers.get(name) instanceof Trigger.After after) {
        if (!seen.add(name)) {
          problems.add(
              java.util.Objects.requireNonNull(places.get(start)),
              "instalment (%s) can never happen: its trigger waits for (%s), which waits for it in turn"
                  .formatted(start, after.instalment()));
          break;
        }
        if (!places.containsKey(after.instalment())) {
          if (name.equals(start)) {
            problems.add(
                java.util.Objects.requireNonNull(places.get(name)),
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
    ImmutableList.Builder<Undertaking> all = ImmutableList.builder();
    boolean[] whole = {true};
    fields
        .optional("undertakings")
        .ifPresent(n -> named(n, "undertaking", (k, f) -> undertaking(k, f, all, whole)));
    return whole[0] ? Optional.of(all.build()) : Optional.empty();
  }

  private void undertaking(
      Named named, Fields fields, ImmutableList.Builder<Undertaking> all, boolean[] whole) {
    long before = problems.count();
    Undertaking.Builder undertaking = Undertaking.builder().name(named.name());
    Optional<Node> by = fields.required("by");
    Optional<ActorId> obligor = by.flatMap(n -> context.actors.find(n, problems));
    Optional<Node> what = fields.optional("what");
    what.flatMap(context::text).ifPresent(undertaking::words);
    fields.optional("due").flatMap(context::date).ifPresent(undertaking::due);
    fields.optional("when").flatMap(this::trigger).ifPresent(undertaking::trigger);
    Optional<Node> guarantorNode = fields.optional("guarantor");
    Optional<ActorId> guarantor = guarantorNode.flatMap(n -> context.actors.find(n, problems));
    guarantor.ifPresent(undertaking::guarantor);
    values.terms(fields).ifPresent(undertaking::terms);
    fields.refuseOthers();
    if (problems.count() == before
        && obligor.isPresent()
        && guarantor.isPresent() == guarantorNode.isPresent()
        && !refersToBroken(fields.mapping())) {
      context.make(named.at(), () -> undertaking.by(obligor.get()).build()).ifPresent(all::add);
    } else {
      whole[0] = false;
    }
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
        .flatMap(text -> context.make(node, () -> Triggers.parse(text)));
  }

  /** The text form of a trigger. */
  static final class Triggers {
    private Triggers() {}

    static Trigger parse(String text) {
      if (text.equals("in force")) {
        return new Trigger.OnForce();
      }
      if (text.startsWith("after ")) {
        return new Trigger.After(text.substring(6));
      }
      if (text.startsWith("day ") && isNumber(text, 4)) {
        return new Trigger.AfterDays(Integer.parseInt(text.substring(4)));
      }
      return new Trigger.When(text);
    }

    private static boolean isNumber(String text, int from) {
      int digits = text.length() - from;
      for (int i = from; i < text.length(); i++) {
        if (text.charAt(i) < '0' || text.charAt(i) > '9') {
          return false;
        }
      }
      return digits > 0 && digits <= 9 && (digits == 1 || text.charAt(from) != '0');
    }

    static Tree write(Trigger trigger) {
      if (trigger instanceof Trigger.OnForce) {
        return Tree.text("in force");
      }
      if (trigger instanceof Trigger.After after) {
        return Tree.text("after " + after.instalment());
      }
      if (trigger instanceof Trigger.AfterDays days && days.days() <= 999_999_999) {
        return Tree.text("day " + days.days());
      }
      String words = trigger instanceof Trigger.When when ? when.words() : trigger.toString();
      return words.isEmpty() || !(parse(words) instanceof Trigger.When)
          ? new TreeBuilder().put("in words", words).build()
          : Tree.text(words);
    }
  }

  /** Returns the offers by label, each a mapping of its own. */
  Optional<ImmutableList<Offer>> alternatives(
      Node node,
      ActorId by,
      Optional<ImmutableSet<ActorId>> to,
      BiConsumer<ScalarNode, Integer> labels) {
    Optional<MappingNode> mapping = problems.mapping(node, "offers by label");
    ImmutableList.Builder<Offer> offers = ImmutableList.builder();
    boolean whole = mapping.isPresent();
    for (int i = 0; mapping.isPresent() && i < mapping.get().size(); i++) {
      ScalarNode key = mapping.get().key(i);
      labels.accept(key, i + 1);
      Optional<Fields> fields = problems.fields(mapping.get().value(i), "an offer");
      if (fields.isEmpty()) {
        whole = false;
        continue;
      }
      Optional<Node> other = fields.get().optional("to");
      Optional<Node> name = fields.get().optional("in the name of");
      Optional<ActorId> maker =
          name.isEmpty() ? Optional.of(by) : context.actors.find(name.get(), problems);
      Optional<Offer> offer =
          read(
              key,
              fields.get(),
              maker.orElse(by),
              other.isEmpty() ? to : values.addressees(other.get(), false));
      fields.get().refuseOthers();
      offer.ifPresent(offers::add);
      whole &= offer.isPresent() && maker.isPresent();
    }
    return whole ? Optional.of(offers.build()) : Optional.empty();
  }
}
