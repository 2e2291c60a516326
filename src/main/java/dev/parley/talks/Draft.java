package dev.parley.talks;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Better;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.ItemSets;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Span;
import dev.parley.agenda.Value;
import dev.parley.demand.Binding;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.progress.Heard;
import dev.parley.progress.Told;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The next situation in the making: what the effects of a move write to. Used for one move. */
final class Draft {
  ImmutableSituation situation;
  private Grid.Edit<Position> positions;
  private Grid.Edit<Position> baseline;
  private Grid.Edit<Heard> heard;
  private @Nullable Map<Offer, Standing> offers;
  private boolean moved;
  private final @Nullable OfferEnd offerEnd;

  /** Hears of every offer that ends, for those who ask what became of it. */
  interface OfferEnd {
    void ended(Offer offer, ActorId addressee, OfferState state);
  }

  Draft(ImmutableSituation situation, @Nullable OfferEnd offerEnd) {
    this.situation = situation;
    this.positions = situation.positions().edit();
    this.baseline = situation.baseline().edit();
    this.heard = situation.heard().edit();
    this.offerEnd = offerEnd;
  }

  ImmutableSituation done() {
    ImmutableSituation now = situation;
    if (offers != null) {
      now = now.withOffers(offers);
      offers = null;
    }
    // Only an impasse asks whether somebody moved.
    return now.withPositions(positions.done())
        .withBaseline(baseline.done())
        .withHeard(heard.done())
        .withUnfrozen(moved && now.deadlocked());
  }

  /** Takes up the grids of a situation that was replaced as a whole. */
  void restart() {
    positions = situation.positions().edit();
    baseline = situation.baseline().edit();
    heard = situation.heard().edit();
  }

  /** A record may hold what somebody said who cannot be bound: it takes no position. */
  boolean binds(Line line) {
    return !line.party().equals(line.toward())
        && situation.agenda().isPrincipal(line.party())
        && situation.agenda().isPrincipal(line.toward());
  }

  Position position(Line line) {
    return binds(line) ? positions.get(line) : Position.NOT_STATED;
  }

  Heard heard(Line line) {
    return binds(line) ? heard.get(line) : Heard.NOTHING;
  }

  void markMoved() {
    moved = true;
  }

  /** Tells something of a line that states no region. */
  void tell(Line line, Told told) {
    if (binds(line)) {
      heard.set(line, heard.get(line).and(told, theirs(line)));
      moved |= told == Told.SOFTENED;
    }
  }

  /** What is not stated is nothing that a step could be measured against. */
  private Optional<Region> theirs(Line line) {
    return positions.get(line.inReturn()).region();
  }

  /** The first statement takes the place of a baseline that has none. */
  private Heard opened(int cell, Heard so, Position after) {
    Position base = baseline.get(cell);
    return after.isStated() && !base.isStated() && base.measured().isEmpty()
        ? so.opened(after)
        : so;
  }

  /** What was stated last is a consent: measured against the value that is consented to. */
  void consent(Line line, Region value) {
    if (binds(line)) {
      heard.set(line, heard.get(line).consenting(value));
    }
  }

  /** Says whether anything was stated at the baseline. */
  boolean stood(Line line) {
    return binds(line) && baseline.get(line).isStated();
  }

  /** Changes a position by something that states nothing itself. */
  void change(Line line, UnaryOperator<Position> change) {
    if (binds(line)) {
      positions.set(line, change.apply(positions.get(line)));
    }
  }

  /**
   * Lets a consent ad referendum fall: what stood before it stands again, at the baseline too,
   * unless the party has spoken there since.
   */
  private void fall(Offer offer, ActorId party, Set<IssueId> issues) {
    for (ActorId other : Sets.union(ImmutableSet.of(offer.by()), offer.to())) {
      for (IssueId issue : Sets.intersection(offer.issues(), issues)) {
        Line line = new Line(party, issue, other);
        Position now = position(line);
        Position before = now.without(offer);
        if (!before.equals(now)) {
          int cell = positions.cell(line);
          positions.set(cell, before);
          baseline.set(cell, baseline.get(cell).without(offer));
          heard.set(cell, heard.get(cell).closing(before).and(Told.RESTORED, theirs(line)));
        }
      }
    }
  }

  /**
   * States something on a line: the party's speaker moves it, unless that contradicts what another
   * of its speakers said since the baseline; then what stood before both stands again.
   */
  void state(
      Line line,
      Optional<String> speaker,
      Optional<Region> said,
      Told told,
      UnaryOperator<Position> change) {
    if (!binds(line)) {
      return;
    }
    int cell = positions.cell(line);
    Position before = positions.get(cell);
    Heard so = heard.get(cell);
    Optional<Region> theirs = theirs(line);
    if (speaker.isPresent()) {
      Heard.Saying saying = new Heard.Saying(speaker.get(), said, told == Told.DROPPED, before);
      Optional<Heard.Saying> other = so.contradictedBy(saying);
      so = so.saying(saying, other.isEmpty());
      if (other.isPresent()) {
        positions.set(cell, other.get().before());
        heard.set(cell, so.and(told == Told.DROPPED ? Told.STATED : told, theirs));
        return;
      }
    } else {
      so = so.uncontradicted(told == Told.DROPPED || told == Told.WITHDREW);
    }
    Position after = change.apply(before);
    Told heardAs = told;
    if (told == Told.STATED && disputes(before, after)) {
      after = after.unsettled();
      heardAs = Told.REOPENED;
      situation = situation.withClosed(without(situation.closed(), line.issue()));
    }
    if (!after.equals(before)) {
      positions.set(cell, after);
      moved = true;
    }
    heard.set(cell, opened(cell, so, after).closing(after).and(heardAs, theirs));
  }

  /** What was agreed to or left undisputed is disputed again by a statement that leaves it out. */
  private static boolean disputes(Position before, Position after) {
    return before.settled().isPresent()
        && after.region().isPresent()
        && !after.region().get().encloses(before.settled().get());
  }

  /** States an agreed value: measured against that very value. */
  void agree(Line line, Region value) {
    if (!binds(line)) {
      return;
    }
    int cell = positions.cell(line);
    Position before = positions.get(cell);
    Position after = before.agreeing(value, Position.Stated.of(reading(line, value)));
    moved |= !after.equals(before);
    positions.set(cell, after);
    heard.set(
        cell,
        opened(cell, heard.get(cell), after).closing(after).and(Told.AGREED, Optional.of(value)));
  }

  /** An offered value reads "this, or better for its maker", where a better end is known. */
  Region reading(Line line, Region offered) {
    Issue issue = situation.agenda().requireIssue(line.issue());
    @Nullable Better better = issue.better().get(line.party());
    if (better == null) {
      better = position(line).demanded().flatMap(Region::oneSided).orElse(null);
    }
    return better == null ? offered : orBetter(issue.scale(), offered, better);
  }

  private static Region orBetter(Scale scale, Region offered, Better better) {
    if (offered instanceof Span span) {
      Value edge = edge(scale, better == Better.MORE ? span.low() : span.high());
      return Region.orBetter(scale, edge, better);
    }
    if (offered instanceof ItemSets sets && sets.any().size() == 1) {
      Value.Items items = new Value.Items(sets.any().iterator().next().required());
      return Region.orBetter(scale, items, better);
    }
    return offered;
  }

  private static Value edge(Scale scale, java.math.BigDecimal coordinate) {
    return scale instanceof Scale.Levels levels
        ? Value.level(levels.names().get(coordinate.intValueExact()))
        : Value.amount(coordinate);
  }

  /** Returns the offers as they stand by now. */
  Map<Offer, Standing> offers() {
    return offers == null ? situation.offers() : offers;
  }

  /** Tells an offer what happens to all of it with some addressees. */
  void endOffer(Offer offer, ImmutableSet<ActorId> addressees, Tables.OfferEvent event) {
    endOffer(offer, addressees, offer.issues(), event);
  }

  /**
   * Tells an offer what happens to it with some addressees, on some issues where it is severable:
   * where the table ends it there, it carries nobody's provisional consent any more, and is taken
   * out when it stands with nobody.
   */
  void endOffer(
      Offer offer, ImmutableSet<ActorId> addressees, Set<IssueId> issues, Tables.OfferEvent event) {
    Standing standing = offers().get(offer);
    OfferState state = situation.machine().offer().next(OfferState.STANDING, event);
    if (standing == null || state == OfferState.STANDING) {
      return;
    }
    Set<IssueId> over = offer.binding() == Binding.WHOLE ? offer.issues() : issues;
    Map<ActorId, ImmutableSet<IssueId>> open = new LinkedHashMap<>(standing.open());
    Set<ActorId> provisional = new LinkedHashSet<>(standing.provisional());
    for (ActorId addressee : Sets.intersection(standing.open().keySet(), addressees)) {
      ImmutableSet<IssueId> left =
          Sets.difference(Objects.requireNonNull(open.get(addressee)), over).immutableCopy();
      if (standing.provisional().contains(addressee)) {
        fall(offer, addressee, over);
      }
      if (left.isEmpty()) {
        open.remove(addressee);
        provisional.remove(addressee);
        if (offerEnd != null) {
          offerEnd.ended(offer, addressee, state);
        }
      } else {
        open.put(addressee, left);
      }
    }
    put(offer, standing.withOpen(open).withProvisional(provisional));
  }

  private Map<Offer, Standing> changing() {
    if (offers == null) {
      offers = new LinkedHashMap<>(situation.offers());
    }
    return offers;
  }

  /** Puts how an offer stands, or takes it out when it stands with nobody. */
  void put(Offer offer, Standing standing) {
    if (standing.open().isEmpty()) {
      changing().remove(offer);
    } else {
      changing().put(offer, standing);
    }
  }

  void reportAccepted(Offer offer, ActorId addressee) {
    if (offerEnd != null) {
      offerEnd.ended(offer, addressee, OfferState.ACCEPTED);
    }
  }

  void resetRound() {
    ImmutableSituation now = done();
    situation =
        now.withBaseline(now.positions())
            .withUnplaced(ImmutableMap.of())
            .withClosedAtBaseline(now.closed())
            .withTiesAtBaseline(now.ties())
            .withMet(false)
            .withRoundOpen(false)
            .withTracks()
            .withHeard(Grid.of(now.agenda(), Heard.NOTHING));
    restart();
  }

  static <T> ImmutableSet<T> with(ImmutableSet<T> set, T more) {
    return set.contains(more) ? set : ImmutableSet.<T>builder().addAll(set).add(more).build();
  }

  static <T> ImmutableSet<T> without(ImmutableSet<T> set, T less) {
    if (!set.contains(less)) {
      return set;
    }
    return set.size() == 1
        ? ImmutableSet.of()
        : Sets.difference(set, ImmutableSet.of(less)).immutableCopy();
  }

  static <K, V> ImmutableMap<K, V> with(ImmutableMap<K, V> map, K key, V value) {
    ImmutableMap.Builder<K, V> more = ImmutableMap.builder();
    return more.putAll(map).put(key, value).buildKeepingLast();
  }

  static <K, V> ImmutableMap<K, V> without(ImmutableMap<K, V> map, K key) {
    return map.containsKey(key)
        ? ImmutableMap.copyOf(Maps.filterKeys(map, k -> !k.equals(key)))
        : map;
  }
}
