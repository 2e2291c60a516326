package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.analysis.Commitment.Precondition.Statement;
import dev.parley.demand.Demand;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.Chronicle;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Shape;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a record states what: on whose word each demand, tie and offer stands, and what last stated
 * each line. What is alleged or denied states nothing.
 */
final class StatementIndex {
  private final Agenda agenda;
  private final ImmutableListMultimap<Object, Statement> statements;
  private final Map<Line, EntryId> demanded = new HashMap<>();
  private final Map<Line, EntryId> offered = new HashMap<>();
  private final Map<Line, ImmutableList<Offer>> offers = new HashMap<>();

  StatementIndex(Negotiation negotiation) {
    agenda = negotiation.agenda();
    ImmutableListMultimap.Builder<Object, Statement> all = ImmutableListMultimap.builder();
    for (Chronicle.Reading reading : negotiation.chronicle().readings()) {
      Attribution attribution = negotiation.attribution(reading);
      if (attribution.counts()) {
        read(
            reading,
            new Statement(reading.id(), reading.move().on(), attribution, reading.move().source()),
            all);
      }
    }
    statements = all.build();
  }

  private void read(
      Chronicle.Reading reading,
      Statement statement,
      ImmutableListMultimap.Builder<Object, Statement> all) {
    Act act = reading.move().act();
    act.brings().forEach(thing -> all.put(thing, statement));
    act.value(Shape.DEMAND).ifPresent(demand -> demand(demand, reading.id()));
    for (Offer offer : act.offersMade()) {
      for (Line line : offer.proposal() ? Set.<Line>of() : lines(offer)) {
        offered.put(line, reading.id());
        offers.put(line, act.offersMade());
      }
    }
    act.value(Shape.TEXT)
        .or(() -> signed(act))
        .ifPresent(text -> agree(reading, text.issues(), text.parties()));
    act.value(Shape.STANDING_OFFER)
        .ifPresent(
            offer ->
                agree(
                    reading,
                    agreed(act, offer),
                    offer.proposal() ? offer.to() : offer.text().parties()));
  }

  private static ImmutableSet<Line> lines(Offer offer) {
    return lines(offer.by(), offer.issues(), offer.to());
  }

  private static Optional<Text> signed(Act act) {
    return act.kind() == ActKind.SIGN || act.kind() == ActKind.INITIAL
        ? act.value(Shape.STANDING_TEXT)
        : Optional.empty();
  }

  /** The issues on which an answer agrees with an offer. */
  private static ImmutableSet<IssueId> agreed(Act act, Offer offer) {
    ImmutableSet<IssueId> named = act.value(Shape.ISSUES).orElse(ImmutableSet.of());
    return switch (act.kind()) {
      case ACCEPT -> named.isEmpty() ? offer.issues() : named;
      case REJECT_OFFER -> named;
      default -> ImmutableSet.of();
    };
  }

  private void demand(Demand demand, EntryId entry) {
    Set<ActorId> addressed = demand.of().isEmpty() ? agenda.counterparts(demand.by()) : demand.of();
    lines(demand.by(), demand.asks().keySet(), addressed)
        .forEach(line -> demanded.put(line, entry));
  }

  /** A consent is stated towards the others whom a text binds: all principals if it names none. */
  private void agree(Chronicle.Reading reading, Set<IssueId> issues, Set<ActorId> bound) {
    Set<ActorId> others = agenda.counterparts(reading.move().by());
    if (!bound.isEmpty()) {
      others = Sets.intersection(others, bound);
    }
    for (Line line : lines(reading.move().by(), issues, others)) {
      offered.put(line, reading.id());
      offers.remove(line);
    }
  }

  private static ImmutableSet<Line> lines(ActorId by, Set<IssueId> issues, Set<ActorId> toward) {
    return issues.stream()
        .flatMap(issue -> toward.stream().map(other -> new Line(by, issue, other)))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns on whose word a demand stands. */
  ImmutableList<Statement> of(Demand demand) {
    return statements.get(demand);
  }

  /** Returns on whose word a tie stands. */
  ImmutableList<Statement> of(Tie tie) {
    return statements.get(tie);
  }

  /** Returns on whose word an offer stands. */
  ImmutableList<Statement> of(Offer offer) {
    return statements.get(offer);
  }

  /** Returns the entries that last stated a line: that of its demand, and that of its offer. */
  ImmutableList<EntryId> of(Line line) {
    return Stream.of(demanded, offered)
        .filter(last -> last.containsKey(line))
        .map(last -> Objects.requireNonNull(last.get(line)))
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()))
        .asList();
  }

  /** Returns the alternatives that were last offered on a line; none once something was agreed. */
  ImmutableList<Offer> offers(Line line) {
    return offers.getOrDefault(line, ImmutableList.of());
  }
}
