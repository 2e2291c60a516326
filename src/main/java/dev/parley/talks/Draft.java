package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.ItemSets;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Span;
import dev.parley.agenda.Value;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Accord.Fulfilment;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Text;
import dev.parley.evidence.When;
import dev.parley.progress.Heard;
import dev.parley.progress.Settled;
import dev.parley.progress.Told;
import dev.parley.talks.Standing.OfferState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
  private boolean unsettled;
  private When on;
  private final ImmutableSituation start;
  private final @Nullable Ends ends;

  /** Hears of what ends, for those who ask what became of it. */
  interface Ends {
    /** An offer is over for an addressee. */
    default void offer(Offer offer, ActorId addressee, OfferState state) {}

    /** An agreement has reached a stage. */
    default void turned(Accord accord, When on) {}

    /** An agreement is over, or gone before all had consented. */
    default void agreement(Accord accord) {}
  }

  Draft(ImmutableSituation situation, When on, @Nullable Ends ends) {
    this.on = on;
    this.start = situation;
    this.situation = situation;
    this.positions = situation.positions().edit();
    this.baseline = situation.baseline().edit();
    this.heard = situation.heard().edit();
    this.ends = ends;
  }

  ImmutableSituation done() {
    while (unsettled) {
      resettle(); // an offer that is overtaken can end an agreement, and there are finitely many
    }
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

  /** What is written from here on happens on another date. */
  void comeTo(When date) {
    on = date;
  }

  /** Takes up the grids of a situation that was replaced as a whole. */
  void restart() {
    positions = situation.positions().edit();
    baseline = situation.baseline().edit();
    heard = situation.heard().edit();
  }

  /** What is settled between whom is to be said anew. */
  void unsettle() {
    unsettled = true;
  }

  /** A record may hold what somebody said who cannot be bound: it takes no position. */
  boolean binds(Line line) {
    return positions.find(line) >= 0;
  }

  Position position(Line line) {
    int cell = positions.find(line);
    return cell < 0 ? Position.NOT_STATED : positions.get(cell);
  }

  Heard heard(Line line) {
    int cell = heard.find(line);
    return cell < 0 ? Heard.NOTHING : heard.get(cell);
  }

  void markMoved() {
    moved = true;
  }

  /** Says anew what is settled between whom: an agreement has changed, or an issue is disputed. */
  void resettle() {
    if (!unsettled) {
      return;
    }
    unsettled = false;
    ImmutableSet<Settled> settled = Settling.between(this, accord -> true);
    if (!settled.equals(situation.settled())) {
      situation = situation.withSettled(settled);
      if (!offers().isEmpty()) {
        Settling.between(this, accord -> !accord.text().interim()).stream()
            .filter(now -> !start.settled().contains(now))
            .forEach(this::overtake);
      }
    }
  }

  /** Ends the offers on which two stand who have settled one of their issues otherwise. */
  private void overtake(Settled settled) {
    for (Offer offer : ImmutableList.copyOf(offers().keySet())) {
      Set<ActorId> pair = ImmutableSet.of(settled.one(), settled.other());
      boolean between =
          offer.proposal()
              ? offer.to().containsAll(pair)
              : pair.contains(offer.by()) && !Collections.disjoint(offer.to(), pair);
      if (between
          && offer
              .terms()
              .on(settled.issue())
              .filter(v -> !v.equals(settled.value()))
              .isPresent()) {
        endOffer(
            offer,
            ImmutableSet.copyOf(Sets.intersection(offer.to(), pair)),
            ImmutableSet.of(settled.issue()),
            Tables.OfferEvent.OVERTAKE);
      }
    }
  }

  /** Puts how an agreement stands. */
  void put(Accord accord) {
    @Nullable Accord was = situation.agreements().get(accord.text());
    situation = situation.withAgreements(with(situation.agreements(), accord.text(), accord));
    unsettled |=
        was == null
            || !was.settles().equals(accord.settles())
            || !was.bound().equals(accord.bound());
    if (ends != null && (was == null || was.stage() != accord.stage())) {
      ends.turned(accord, on);
    }
  }

  /** Puts an agreement behind all others: it is the latest. */
  void putLast(Accord accord) {
    put(accord);
    situation =
        situation.withAgreements(
            with(without(situation.agreements(), accord.text()), accord.text(), accord));
  }

  /** Takes out an agreement that is over. */
  void end(Accord accord) {
    situation = situation.withAgreements(without(situation.agreements(), accord.text()));
    unsettled = true;
    if (ends != null) {
      if (accord.stage().isOver()) {
        ends.turned(accord, on);
      }
      ends.agreement(accord);
    }
  }

  /** Tells something of a line that states no region. */
  void tell(Line line, Told told) {
    int cell = heard.find(line);
    if (cell >= 0) {
      heard.set(cell, heard.get(cell).and(told, theirs(cell)));
      moved |= told == Told.SOFTENED;
    }
  }

  /** What is not stated is nothing that a step could be measured against. */
  private Optional<Region> theirs(int cell) {
    return positions.inReturn(cell).region();
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
    int cell = heard.find(line);
    if (cell >= 0) {
      heard.set(cell, heard.get(cell).consenting(value));
    }
  }

  /** Says whether anything was stated at the baseline. */
  boolean stood(Line line) {
    int cell = baseline.find(line);
    return cell >= 0
        && (baseline.get(cell).isStated() || baseline.get(cell).measured().isPresent());
  }

  /** Changes a position by something that states nothing itself. */
  void change(Line line, UnaryOperator<Position> change) {
    int cell = positions.find(line);
    if (cell >= 0) {
      positions.set(cell, change.apply(positions.get(cell)));
    }
  }

  /** A consent to a text carries over to its next draft, which says the same here. */
  void redraft(Line line, Text from, Text to, Position.Stated says) {
    int cell = positions.find(line);
    if (cell >= 0) {
      UnaryOperator<Position> draft = p -> p.redrafted(from, to, says);
      positions.set(cell, draft.apply(positions.get(cell)));
      baseline.set(cell, draft.apply(baseline.get(cell)));
      heard.set(cell, heard.get(cell).redrafted(draft));
    }
  }

  /** What all have signed holds by itself, and under no condition that is met. */
  void agreed(Accord accord) {
    boolean met = accord.conditions().values().stream().allMatch(f -> f == Fulfilment.MET);
    for (ActorId party : accord.bound()) {
      for (ActorId other : accord.bound()) {
        for (IssueId issue : accord.text().issues()) {
          change(new Line(party, issue, other), p -> p.agreeing(accord.text(), met));
        }
      }
    }
  }

  /** Lets a round be measured from where a line stands now. */
  void rebase(Line line) {
    baseline.set(line, positions.get(line));
  }

  /**
   * Lets a party's consent to a text fall: what stood before it stands again, unless the party has
   * spoken there since. One that was still to be confirmed is taken out of the baseline too.
   */
  void fall(Text text, ActorId party, Set<IssueId> issues, boolean unconfirmed) {
    for (ActorId other : Sets.union(text.parties(), text.openTo())) {
      for (IssueId issue : issues) {
        Line line = new Line(party, issue, other);
        int cell = positions.find(line);
        if (cell < 0) {
          continue;
        }
        heard.set(cell, heard.get(cell).without(text));
        Position now = positions.get(cell);
        Position before = now.without(text);
        if (!before.equals(now)) {
          positions.set(cell, before);
          moved = true;
          if (unconfirmed && now.consentedTo().filter(text::equals).isPresent()) {
            if (!heard.get(cell).hasSpoken()) {
              baseline.set(cell, baseline.get(cell).without(text));
            }
            Position base = baseline.get(cell);
            boolean again =
                (before.consentedTo().isEmpty() || before.isConsent())
                    && (!base.consentedTo().equals(before.consentedTo())
                        || !base.agreesTo().equals(before.agreesTo()));
            heard.set(
                cell,
                heard.get(cell).restored(text, before, again).and(Told.RESTORED, theirs(cell)));
          }
        }
      }
    }
  }

  /**
   * States something on a line: the party's speaker moves it, unless that contradicts what another
   * of its speakers said since the baseline; then what stood before both stands again. Returns
   * whether it was moved.
   */
  boolean state(Line line, Optional<String> speaker, Told told, UnaryOperator<Position> change) {
    int cell = positions.find(line);
    if (cell < 0) {
      return false;
    }
    Position before = positions.get(cell);
    Position after = change.apply(before);
    Heard so = heard.get(cell);
    if (speaker.isPresent()) {
      Heard.Saying saying = so.saying(speaker.get(), before, after);
      Optional<Heard.Saying> other = so.contradictedBy(saying);
      if (other.isPresent()) {
        positions.set(cell, other.get().before());
        heard.set(cell, so.contradicted(saying, other.get()));
        unsettled = true;
        return false;
      }
      so = so.uncontradicted(saying);
    } else {
      so = told == Told.DROPPED || told == Told.WITHDREW ? so.settled() : so.uncontradicted();
    }
    Optional<Region> theirs = theirs(cell);
    Told heardAs = told;
    Position undisputing = told == Told.STATED ? after.disputing() : after;
    if (!undisputing.equals(after)) {
      after = undisputing;
      heardAs = Told.REOPENED;
      unsettled = true;
    } else if (before.isDropped() && !after.isDropped()) {
      heardAs = Told.REOPENED;
    }
    if (!after.equals(before)) {
      positions.set(cell, after);
      moved = true;
      faceEachOther(line, cell);
    }
    heard.set(cell, opened(cell, so, after).closing(after).and(heardAs, theirs));
    return true;
  }

  /** Notes whether what one declared sufficient is met by what the other has come to, or had. */
  private void faceEachOther(Line line, int cell) {
    int other = positions.find(line.inReturn());
    if (other >= 0) {
      face(cell, other);
      face(other, cell);
    }
  }

  private void face(int cell, int other) {
    if (positions.get(cell).isSufficient()) {
      positions.set(cell, positions.get(cell).facing(positions.get(other)));
    }
  }

  /** Takes back what two of a party's speakers said who contradict each other. */
  void reconcile(Line line) {
    if (heard(line).told(Told.INCONSISTENT)) {
      heard.set(line, heard.get(line).settled());
    }
  }

  /** States what is agreed, be it within a range: measured against that very region. */
  void agree(Line line, Region agreed, UnaryOperator<Position> change) {
    int cell = positions.find(line);
    if (cell < 0) {
      return;
    }
    Position before = positions.get(cell);
    Position after = change.apply(before);
    moved |= !after.equals(before);
    unsettled = true;
    positions.set(cell, after);
    faceEachOther(line, cell);
    heard.set(
        cell,
        opened(cell, heard.get(cell), after).closing(after).and(Told.AGREED, Optional.of(agreed)));
  }

  /** An offer that is accepted signs for its maker, who says nothing by it. */
  void sign(Line line, UnaryOperator<Position> change) {
    if (binds(line)) {
      change(line, change);
      heard.set(line, heard.get(line).settled());
      unsettled = true;
    }
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
    ImmutableMap.Builder<ActorId, ImmutableSet<IssueId>> open = ImmutableMap.builder();
    boolean changes = false;
    for (Map.Entry<ActorId, ImmutableSet<IssueId>> each : standing.open().entrySet()) {
      ActorId addressee = each.getKey();
      ImmutableSet<IssueId> issuesOpen = each.getValue();
      if (!addressees.contains(addressee)) {
        open.put(addressee, issuesOpen);
      } else if (over.containsAll(issuesOpen)) {
        changes = true;
        if (ends != null) {
          ends.offer(offer, addressee, state);
        }
      } else {
        ImmutableSet<IssueId> left = Sets.difference(issuesOpen, over).immutableCopy();
        changes |= left.size() < issuesOpen.size();
        Agreeing.partIsOver(this, offer, addressee, Sets.difference(issuesOpen, left));
        open.put(addressee, left);
      }
    }
    put(offer, standing.withOpen(open.buildOrThrow()));
    if (changes) {
      Agreeing.offerIsOver(this, offer, event);
    }
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

  /** What was accepted of a text, and can be agreed no more, can be offered and accepted anew. */
  void unaccept(Text text, Set<IssueId> issues) {
    for (Map.Entry<Offer, Standing> each : ImmutableMap.copyOf(offers()).entrySet()) {
      Standing standing = each.getValue();
      if (!standing.accepted().isEmpty() && each.getKey().text().equals(text)) {
        put(
            each.getKey(),
            standing.withAccepted(
                Maps.transformValues(
                    standing.accepted(), of -> Sets.difference(of, issues).immutableCopy())));
      }
    }
  }

  void reportAccepted(Offer offer, ActorId addressee) {
    if (ends != null) {
      ends.offer(offer, addressee, OfferState.ACCEPTED);
    }
  }

  void resetRound() {
    ImmutableSituation now = done();
    situation =
        now.withBaseline(now.positions())
            .withUnplaced(ImmutableMap.of())
            .withSettledAtBaseline(now.settled())
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
