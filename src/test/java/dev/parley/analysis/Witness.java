package dev.parley.analysis;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.analysis.Commitment.Relief;
import dev.parley.demand.Demand;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.demand.Provisions.Condition;
import dev.parley.talks.Communicative;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plays a package, with parties that keep their word: none attests what a firm demand or its
 * position rules out, or what leaves a commitment blocked. It shares no code with the search.
 */
final class Witness {
  private final Negotiation before;

  Witness(Negotiation before) {
    this.before = before;
  }

  /**
   * Returns the talks after the moves; where somebody will not attest, without the attestations.
   */
  Negotiation play(List<Move> moves) {
    Negotiation now = before;
    Optional<Negotiation> conceded = Optional.empty();
    for (Move move : moves) {
      if (move.act() instanceof Substantive.Attest attest) {
        conceded = conceded.isPresent() ? conceded : Optional.of(now);
        if (!willing(conceded.get(), move.by(), attest.text().terms())) {
          return now;
        }
      }
      now = now.with(move);
    }
    return now;
  }

  private boolean willing(Negotiation now, ActorId party, Terms terms) {
    for (Map.Entry<IssueId, Value> value : terms.values().entrySet()) {
      if (!accepts(now.situation(), party, value.getKey(), terms)
          || breaksFirm(now.situation(), value)) {
        return false;
      }
    }
    return NaiveLinkage.freed(relieved(now));
  }

  private static boolean breaksFirm(Situation s, Map.Entry<IssueId, Value> value) {
    for (Demand demand : s.standingDemands()) {
      Optional<Region> region =
          Optional.ofNullable(demand.asks().get(value.getKey()))
              .flatMap(a -> a.on(s.agenda().requireIssue(value.getKey()).scale()));
      boolean firm = demand.firmness().filter(f -> f != Firmness.NEGOTIABLE).isPresent();
      if (firm && region.filter(r -> !r.holds(value.getValue())).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a party would agree to the value on an issue, as part of these terms. */
  boolean accepts(Situation s, ActorId party, IssueId issue, Terms terms) {
    Value value = terms.on(issue).orElseThrow();
    for (ActorId other : s.agenda().counterparts(party)) {
      Position position = s.position(new Line(party, issue, other));
      if (position.region().isEmpty()
          || position.demanded().filter(d -> d.holds(value)).isPresent()) {
        continue;
      }
      if (!position.region().get().holds(value) || !given(s, party, issue, other, terms)) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of the offers that a position rests on gives the value, its conditions met. */
  private boolean given(Situation s, ActorId party, IssueId issue, ActorId to, Terms terms) {
    List<Offer> offers =
        s.offers().keySet().stream()
            .filter(o -> o.by().equals(party) && o.to().contains(to))
            .filter(o -> o.terms().on(issue).isPresent())
            .toList();
    boolean asked =
        s.offers().keySet().stream()
            .filter(o -> o.by().equals(party) && o.to().contains(to))
            .flatMap(o -> o.conditions().stream())
            .filter(c -> c.issue().equals(issue))
            .flatMap(c -> c.ask().on(s.agenda().requireIssue(issue).scale()).stream())
            .anyMatch(r -> r.holds(terms.on(issue).orElseThrow()));
    return offers.isEmpty()
        || asked
        || offers.stream()
            .filter(o -> reads(s, o, issue, to, terms.on(issue).orElseThrow()))
            .anyMatch(o -> o.conditions().stream().allMatch(c -> met(party, c, terms)));
  }

  private static boolean reads(Situation s, Offer offer, IssueId issue, ActorId to, Value value) {
    Region exactly =
        Region.exactly(
            s.agenda().requireIssue(issue).scale(), offer.terms().on(issue).orElseThrow());
    Optional<Region> demanded = s.position(new Line(offer.by(), issue, to)).demanded();
    return demanded
        .filter(d -> d instanceof dev.parley.agenda.Span)
        .flatMap(d -> ((dev.parley.agenda.Span) d).oneSided())
        .map(b -> Region.orBetter(exactly.scale(), offer.terms().on(issue).orElseThrow(), b))
        .orElse(exactly)
        .holds(value);
  }

  private boolean met(ActorId party, Condition condition, Terms terms) {
    Optional<Value> value = terms.on(condition.issue());
    Region region =
        condition.ask().on(before.agenda().requireIssue(condition.issue()).scale()).orElseThrow();
    boolean conceded =
        value.isPresent()
            && before.agenda().counterparts(party).stream()
                .flatMap(
                    q ->
                        before
                            .situation()
                            .position(new Line(party, condition.issue(), q))
                            .region()
                            .stream())
                .anyMatch(r -> !r.holds(value.get()));
    return conceded || value.filter(v -> !region.holds(v)).isEmpty();
  }

  /** What was waived or split is a public commitment in the record. */
  private Linkage relieved(Negotiation now) {
    Linkage linkage = Linkage.of(now);
    Set<Relief> reliefs = new LinkedHashSet<>();
    now.chronicle()
        .readings()
        .forEach(
            r -> {
              if (r.move().act() instanceof Communicative.Commit commit) {
                for (String name : linkage.commitments().keySet()) {
                  for (Relief.Kind kind : Relief.Kind.values()) {
                    if (commit.words().equals(new Relief(kind, name).toString())) {
                      reliefs.add(new Relief(kind, name));
                    }
                  }
                }
              }
            });
    return linkage.with(reliefs);
  }

  /** Whether all principals have settled every value of some terms. */
  static boolean isAgreed(Negotiation talks, Terms terms) {
    return talks.situation().closed().entrySet().containsAll(terms.values().entrySet());
  }

  /** The moves of a package without one of its concessions. */
  static ClosingPackage without(ClosingPackage closing, Concession concession) {
    return closing.withConcessions(
        closing.concessions().stream().filter(c -> !c.equals(concession)).toList());
  }

  static Set<ActorId> principals(Negotiation talks) {
    return Sets.newLinkedHashSet(ImmutableSet.copyOf(talks.agenda().principals()));
  }
}
