package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agreement.Accord;
import dev.parley.agreement.ObligationState;
import dev.parley.analysis.Commitment.Precondition;
import dev.parley.analysis.Commitment.Precondition.Statement;
import dev.parley.demand.Demand;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Tie;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the linkage of a record. What one party would do on an issue is a commitment: of the
 * obligor where the issue names one, else of each principal that the record speaks of. A tie and a
 * demand that is a precondition bind all alternatives of a commitment; each standing offer on it is
 * an alternative, under its conditions; and an offer in instalments is one more, by its maker's own
 * word. A proposal commits nobody; what is signed is to be carried out as its text says, until it
 * is over.
 */
final class LinkageReading {
  private final Situation situation;
  private final Agenda agenda;
  private final StatementIndex statements;
  private final Map<Key, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Node> pieces = new LinkedHashMap<>();

  LinkageReading(Negotiation negotiation) {
    situation = negotiation.situation();
    agenda = negotiation.agenda();
    statements = new StatementIndex(negotiation);
    read();
  }

  /** What one party would do on an issue; without an issue, take part in talks. */
  private record Key(Optional<IssueId> issue, ActorId by) {}

  /** A commitment of the record, and what it waits for. */
  static final class Node {
    final Commitment commitment;
    final Set<Precondition> always = new LinkedHashSet<>();
    final List<ImmutableSet<Precondition>> alternatives = new ArrayList<>();
    final List<ImmutableSet<Precondition>> instalments = new ArrayList<>();
    boolean impossible;

    Node(Commitment commitment) {
      this.commitment = commitment;
    }

    /** Returns the ways to carry it out, each with all that it needs; none when nobody can. */
    List<Set<Precondition>> ways() {
      List<Set<Precondition>> ways = new ArrayList<>();
      if (!impossible) {
        for (Set<Precondition> alternative :
            alternatives.isEmpty() ? List.of(ImmutableSet.<Precondition>of()) : alternatives) {
          ways.add(Sets.union(always, alternative));
        }
        ways.addAll(instalments);
      }
      return ways;
    }
  }

  private void read() {
    for (Issue issue : agenda.issueList()) {
      issue.obligor().ifPresent(o -> node(issue.id(), o));
    }
    readTies();
    situation.standingDemands().stream()
        .filter(d -> d.firmness().equals(Optional.of(Firmness.PRECONDITION)))
        .forEach(this::readPrecondition);
    List<Offer> offers = situation.offers().keySet().stream().filter(o -> !o.proposal()).toList();
    offers.forEach(this::readConditions);
    for (Offer offer : offers) {
      readPlan(
          offer.instalments(), offer.undertakings(), Optional.of(offer.by()), statements.of(offer));
    }
    for (Accord agreed : situation.agreements().values()) {
      if (agreed.stage().isSigned() && !agreed.stage().isOver()) {
        readPlan(
            agreed.text().instalments(),
            agreed.text().undertakings(),
            Optional.empty(),
            ImmutableList.of());
      }
    }
  }

  /** Returns the commitments in the order of the agenda, then taking part in talks, then steps. */
  List<Node> nodes() {
    List<Node> all = new ArrayList<>();
    for (Issue issue : agenda.issueList()) {
      for (ActorId party : agenda.actors().keySet()) { // a guarantor, too, can undertake something
        Node node = nodes.get(new Key(Optional.of(issue.id()), party));
        if (node != null) {
          all.add(node);
        }
      }
    }
    nodes.values().stream().filter(n -> n.commitment.issue().isEmpty()).forEach(all::add);
    all.addAll(pieces.values());
    return all;
  }

  boolean isDivisible(Node node) {
    return !node.impossible
        && node.commitment
            .issue()
            .filter(i -> isDivisible(agenda.requireIssue(i).scale()))
            .isPresent();
  }

  /** Returns the names of the commitments that are carried out already. */
  List<String> done() {
    return nodes.entrySet().stream()
        .filter(e -> isDone(e.getKey()))
        .map(e -> e.getValue().commitment.name())
        .toList();
  }

  private static boolean isDivisible(Scale scale) {
    if (scale instanceof Scale.Quantity quantity) {
      return quantity.length().compareTo(quantity.step()) > 0;
    }
    return !(scale instanceof Scale.Options) && scale.length().intValueExact() > 1;
  }

  /** What is owed on the issue is fulfilled, and nothing else is owed there. */
  private boolean isDone(Key key) {
    List<ObligationState> owed =
        situation.obligations().entrySet().stream()
            .filter(o -> o.getKey().by().equals(key.by()))
            .filter(
                o ->
                    o.getKey().undertaking().terms().stream()
                        .anyMatch(t -> key.issue().filter(t.issues()::contains).isPresent()))
            .map(o -> o.getValue().state())
            .toList();
    return !owed.isEmpty() && owed.stream().allMatch(s -> s == ObligationState.FULFILLED);
  }

  private Node node(IssueId issue, ActorId by) {
    return nodes.computeIfAbsent(
        new Key(Optional.of(issue), by),
        k -> new Node(new Commitment(name(issue, by), by, k.issue())));
  }

  private String name(IssueId issue, ActorId by) {
    return agenda.requireIssue(issue).obligor().filter(by::equals).isPresent()
        ? issue.text()
        : issue + " by " + by;
  }

  /** Returns the commitments of others that a party waits for on an issue. */
  private List<Node> awaited(IssueId issue, ActorId by) {
    Optional<ActorId> obligor = agenda.requireIssue(issue).obligor();
    if (obligor.isPresent()) {
      return List.of(node(issue, obligor.get()));
    }
    return agenda.counterparts(by).stream().map(q -> node(issue, q)).toList();
  }

  private static Precondition on(Node node, Tie.Order order, ImmutableList<Statement> words) {
    return new Precondition(node.commitment.name(), order, words);
  }

  /** Where one tie says AFTER and another TOGETHER, of the same two issues, the later one holds. */
  private void readTies() {
    Map<Key, Map<IssueId, Tie>> last = new LinkedHashMap<>();
    for (Tie tie : situation.ties()) {
      for (IssueId other : tie.others()) {
        last.computeIfAbsent(
                new Key(Optional.of(tie.issue()), tie.by()), k -> new LinkedHashMap<>())
            .put(other, tie);
      }
    }
    last.forEach(
        (key, ties) ->
            ties.forEach(
                (other, tie) ->
                    awaited(other, tie.by())
                        .forEach(
                            a ->
                                node(tie.issue(), tie.by())
                                    .always
                                    .add(on(a, tie.order(), statements.of(tie))))));
  }

  private void readPrecondition(Demand demand) {
    List<Node> asked = new ArrayList<>();
    ImmutableSet<ActorId> addressed =
        demand.of().isEmpty() ? agenda.counterparts(demand.by()) : demand.of();
    for (IssueId issue : demand.asks().keySet()) {
      Optional<ActorId> obligor = agenda.requireIssue(issue).obligor();
      if (obligor.filter(addressed::contains).isPresent()) {
        asked.add(node(issue, obligor.get()));
        continue;
      }
      for (ActorId party : addressed) {
        Node node = node(issue, party);
        node.impossible |= obligor.isPresent();
        asked.add(node);
      }
    }
    Node heldUp = heldUp(demand);
    asked.forEach(a -> heldUp.always.add(on(a, Tie.Order.AFTER, statements.of(demand))));
  }

  /** Returns the issues beside those of a demand on which its maker has a commitment of its own. */
  static ImmutableList<IssueId> ownBeside(Agenda agenda, Demand demand) {
    return agenda.issueList().stream()
        .filter(i -> !demand.asks().containsKey(i.id()))
        .filter(i -> i.obligor().filter(o -> !o.equals(demand.by())).isEmpty())
        .map(Issue::id)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * What a precondition holds up: its maker's one commitment on another issue; if it has several or
   * none, its taking part in talks, together with which it does all else.
   */
  private Node heldUp(Demand demand) {
    ImmutableList<IssueId> own = ownBeside(agenda, demand);
    if (own.size() == 1) {
      return node(own.get(0), demand.by());
    }
    Node talks =
        nodes.computeIfAbsent(
            new Key(Optional.empty(), demand.by()),
            k -> new Node(new Commitment("talks by " + k.by(), k.by(), k.issue())));
    for (IssueId issue : own) {
      node(issue, demand.by()).always.add(on(talks, Tie.Order.TOGETHER, statements.of(demand)));
    }
    return talks;
  }

  private void readConditions(Offer offer) {
    for (IssueId issue : offer.terms().issues()) {
      if (agenda.requireIssue(issue).obligor().filter(o -> !o.equals(offer.by())).isPresent()) {
        continue;
      }
      Node node = node(issue, offer.by());
      ImmutableSet.Builder<Precondition> all = ImmutableSet.builder();
      for (Condition condition : offer.conditions()) {
        awaited(condition.issue(), offer.by()).stream()
            .filter(a -> a != node)
            .forEach(a -> all.add(on(a, Tie.Order.TOGETHER, statements.of(offer))));
      }
      node.alternatives.add(all.build());
    }
  }

  /**
   * Reads in which steps terms would be carried out; on all parties' word when no maker is given.
   */
  private void readPlan(
      List<Instalment> instalments,
      List<Undertaking> undertakings,
      Optional<ActorId> maker,
      ImmutableList<Statement> said) {
    Map<String, List<Node>> steps = new LinkedHashMap<>();
    Map<String, Trigger> triggers = new LinkedHashMap<>();
    for (Instalment instalment : instalments) {
      for (IssueId issue : instalment.terms().issues()) {
        for (ActorId by : deliverers(issue, maker)) {
          step(steps, instalment.name(), instalment.name() + ": " + name(issue, by), issue, by);
        }
      }
      triggers.put(instalment.name(), instalment.trigger());
    }
    addPlan(steps, triggers, maker, said);
    steps.clear();
    triggers.clear();
    for (Undertaking undertaking : undertakings) {
      Set<IssueId> issues =
          undertaking.terms().map(t -> t.issues()).orElse(ImmutableSet.<IssueId>of());
      for (IssueId issue : issues) {
        step(
            steps,
            undertaking.name(),
            undertaking.name() + ": " + name(issue, undertaking.by()),
            issue,
            undertaking.by());
      }
      triggers.put(undertaking.name(), undertaking.trigger());
    }
    addPlan(steps, triggers, maker, said);
  }

  private List<ActorId> deliverers(IssueId issue, Optional<ActorId> maker) {
    return agenda
        .requireIssue(issue)
        .obligor()
        .or(() -> maker)
        .map(List::of)
        .orElse(agenda.principals());
  }

  private void step(
      Map<String, List<Node>> steps, String step, String name, IssueId issue, ActorId by) {
    String unique = name;
    for (int i = 2; pieces.containsKey(unique); i++) {
      unique = name + " (" + i + ")";
    }
    Node piece = new Node(new Commitment(unique, by, Optional.of(issue)));
    pieces.put(unique, piece);
    steps.computeIfAbsent(step, s -> new ArrayList<>()).add(piece);
  }

  private void addPlan(
      Map<String, List<Node>> steps,
      Map<String, Trigger> triggers,
      Optional<ActorId> maker,
      ImmutableList<Statement> said) {
    Map<Key, ImmutableSet.Builder<Precondition>> delivered = new LinkedHashMap<>();
    steps.forEach(
        (step, parts) -> {
          for (Node piece : parts) {
            ActorId by = piece.commitment.by();
            if (triggers.get(step) instanceof Trigger.After after) {
              steps
                  .getOrDefault(after.instalment(), List.of())
                  .forEach(first -> piece.always.add(on(first, Tie.Order.AFTER, said)));
            }
            Key whole = new Key(piece.commitment.issue(), by);
            if (maker.isEmpty() || maker.get().equals(by)) {
              delivered
                  .computeIfAbsent(whole, k -> ImmutableSet.builder())
                  .add(on(piece, Tie.Order.AFTER, said));
            } else if (nodes.get(whole) != null) {
              piece.always.addAll(Objects.requireNonNull(nodes.get(whole)).always);
            }
          }
        });
    delivered.forEach(
        (whole, all) -> node(whole.issue().orElseThrow(), whole.by()).instalments.add(all.build()));
  }
}
