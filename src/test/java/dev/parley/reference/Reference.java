package dev.parley.reference;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.ItemSets;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Party;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Span;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.When;
import dev.parley.talks.Act;
import dev.parley.talks.Entry;
import dev.parley.talks.Move;
import dev.parley.talks.Policy;
import dev.parley.talks.Procedural;
import dev.parley.talks.Substantive;
import dev.parley.talks.Substantive.Direction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a record comes to, worked out a second time and as plainly as possible: positions, steps,
 * verdicts, gaps, stalls, and what is settled. It shares only value types with the library, and is
 * slow. The tests hold the library against it.
 *
 * <p>Read it from {@link Reading#take}: one method for each kind of act, then {@link
 * Reading#conclude}, what becomes of consents, then {@link Reading#measure}, which is the table of
 * steps, then {@link Reading#verdict}. Ratification and performance, and issues that are added to
 * an agenda are left out; a further act is a further branch of {@code take}.
 *
 * <p><b>Choices where the page is silent</b>, the page being the definitions of positions and steps
 * that README's table of words sums up:
 *
 * <ol>
 *   <li>A round is a meeting: every closed round counts as one in which they met.
 *   <li>An acceptance is what the acceptor says, not what the maker says. It signs for the maker,
 *       on the line towards this acceptor only, and may end the maker's demand there; the maker has
 *       no step by it. The acceptor consents towards everybody else whom the text binds.
 *   <li>A step goes from the baseline to what the party's own last statement left. What others do
 *       to its line afterwards shows in the next baseline. "As it stood when p last spoke" is the
 *       counterpart's position just before that entry; rejecting, holding, softening and tying are
 *       speaking too.
 *   <li>Crossing to the other side of the counterpart's region is CHANGED whatever the distances,
 *       on ordered scales; its size is the difference of the distances.
 *   <li>REOPENED names no first statement, and does not ask in which round the demand was dropped
 *       or the value signed; a later consent in the same round lifts it. DROPPED asks that the
 *       demand is down at the close.
 *   <li>Only a final consent is "signed". Going back on one ad referendum is measured.
 *   <li>Whether something signed or undisputed is disputed is asked of what the new statement
 *       reads: not if some value of it lies in what was signed. Words dispute nothing. Consenting
 *       to another value disputes nothing; the earlier agreement counts until the later is signed
 *       by both.
 *   <li>What is left undisputed is added to the demand, takes the place of the rejecter's offers,
 *       ends no demand, is stated towards the maker alone, by itself and under no condition, and is
 *       measured as consent is.
 *   <li>A consent within a range keeps a demand that meets the range. Accepting parts of a
 *       severable offer accepts its conditions. Accepting a condition in words states nothing.
 *   <li>An offer is read ("this, or better") when it is made. On a checklist a demand is one-sided
 *       that only requires items, or only excludes some.
 *   <li>An offer replaces its maker's earlier ones by issue, those of conditions included. What the
 *       replaced offer said on other issues stays said. A single new offer improves one of several
 *       standing alternatives when it shares an issue with that one alone, or has a value or a
 *       condition in common with that one alone; else it replaces all that share an issue.
 *   <li>An identical offer, some of which is over, is made anew in those parts; what was accepted
 *       stays accepted as long as it stands with anybody. One that is over in all parts is new when
 *       it is made again. Repeating an offer says its value again, and changes nothing where an
 *       acceptance has signed it.
 *   <li>Rejecting an offer is HELD on all its issues (conditions included) that are not left
 *       undisputed, nor accepted of it while it stands with anybody, also by somebody who has no
 *       position there. A rejected or countered severable offer is over in all its parts for that
 *       addressee.
 *   <li>A rejection by one addressee ends a whole offer for all, but no signature that was given.
 *   <li>The last region is remembered through words and through a withdrawal that leaves nothing,
 *       not through a dropped demand: an offer after that is STATED.
 *   <li>A tie states no position: where none stood at the baseline it is part of the opening, and
 *       nothing is heard of it. A tie of one issue is made towards all, and takes the place of the
 *       one before. Ties are compared with those at the baseline; as they were is HELD.
 *   <li>Conditions are added or dropped on the line of the offered value, by the issues that every
 *       standing alternative there depends on. A tighter condition on the same issue is measured on
 *       the line of the condition.
 *   <li>Firmness that nobody stated is neither higher nor lower. It is compared from the baseline
 *       to the close.
 *   <li>"The whole" is claimed by what is attested as the whole; offers cannot claim it yet.
 *   <li>A demand "no longer holds its maker's last offer" when a value that the demand displaces is
 *       not in it, be it one of several alternatives.
 *   <li>A condition in words is a position in words. A demand in words stands beside a later offer,
 *       whose value is then the region.
 *   <li>Speakers contradict each other by demands, offers and values left undisputed whose regions
 *       share no value, and by a demand, be it in words, after another's drop; not by directions.
 *       Consents, withdrawals and drops settle what was said before. A report in nobody's name
 *       contradicts nobody.
 *   <li>A step on an issue that nobody names is the party's, without a counterpart.
 *   <li>RESTORED is also said where the offer that was consented to ad referendum ended, whoever
 *       ended it, until the party says anything else there. The consent is no first statement.
 *   <li>An impasse ends at an entry that, taken alone, would be MOVED, MIXED or STATED.
 *   <li>An escalation or moved goalposts is remarked of each entry that tightens a position of
 *       regions, by itself. Met means: the counterpart's region or an offered value of its lay
 *       inside.
 *   <li>An answer to something that was corrected later is read as an answer to the correction.
 *   <li>Raising over a standing demand amends it. A demand that a consent ended is NOT_MET.
 *   <li>Who accepts an offer that is over, was not made to it, or part of a whole one, states the
 *       values and the conditions, consents to nothing and disputes nothing; that is measured as
 *       any statement is. Withdrawing what was accepted takes nothing from the consents. Closing a
 *       round when none is open does nothing.
 *   <li>CHANGED between positions that met before and meet after is at equal distance.
 *   <li>A direction or a tie does not take the place of a figure: softer beside a hardening is
 *       CONCEDED, by the order of the rows.
 *   <li>A small step at a consent (up to the policy's share) is HELD.
 *   <li>Who attests the text of an offer that stands with it accepts that offer. A text that was
 *       attested while nobody had accepted an offer of it is not over with that offer.
 *   <li>What some addressee of an offer has not accepted and cannot accept any more carries
 *       nobody's consent: all of a whole offer, each such issue of a severable one, which its
 *       addressees may accept anew when it is offered again. A final consent falls without a step
 *       of its giver, and stays in the baseline.
 *   <li>Rejecting an offer takes nothing from what all have signed, nor from what the rejecter had
 *       accepted of it. A consent that its giver itself refuses so is RESTORED, be it final.
 *   <li>Of two texts that settle an issue the later signed governs there, issue by issue; it takes
 *       the place of an earlier one when it binds all its parties, and settles all its issues
 *       later, and one of them otherwise.
 *   <li>A condition is met once all whom the text binds have settled its issue inside, and has
 *       failed once two of them settle it outside.
 *   <li>What is dropped or withdrawn after a consent does not stand again when the consent falls; a
 *       demand that a consent ad referendum has put aside can be dropped.
 *   <li>What fell does not stand again where speakers who contradict each other are taken back to
 *       it.
 *   <li>Who negotiates is who is a principal: one who is admitted and one who has left are read as
 *       they are at each entry. One who leaves rejects what stands open with it, withdraws what it
 *       offers, and refuses what is not yet signed; what it said and was told is gone, its steps in
 *       the open round included. What it signed binds it, and stands between it and the others
 *       again, in the baseline too, should it be admitted again.
 *   <li>An issue is open where all have stated something, be it in words only, and no value lies in
 *       all positions, or all have agreed on it within a range. It is settled for the talks when
 *       every two have settled the same value.
 * </ol>
 *
 * @param rounds the closed rounds, in order
 * @param lines where each line stands at the end, by line
 * @param gaps how far each pair is apart on each issue, in the order of the agenda
 * @param demands the state of each demand on each of its lines
 * @param stall how long nobody has moved
 */
record Reference(
    List<Round> rounds,
    Map<Line, Stand> lines,
    List<Apart> gaps,
    Map<Line, DemandState> demands,
    Stall stall) {

  /** What a party did on a line in a round. */
  enum Kind {
    CONCEDED,
    HARDENED,
    HELD,
    STATED,
    QUANTIFIED,
    CHANGED,
    DROPPED,
    REOPENED,
    RESTORED,
    UNREPORTED
  }

  /** What a round came to. */
  enum Verdict {
    MOVED,
    REGRESSED,
    MIXED,
    STATED,
    HELD,
    UNREPORTED
  }

  /** The life of a demand on a line. */
  enum DemandState {
    STANDING,
    AMENDED,
    DROPPED,
    REOPENED,
    MET,
    NOT_MET,
    CANNOT_TELL
  }

  /** What is remarkable on a line. */
  enum RemarkKind {
    INTERNAL_INCONSISTENCY,
    MOVED_GOALPOSTS,
    ESCALATION,
    OWN_OFFER_OUTSIDE
  }

  /** Two principals, in the order of the agenda, and an issue. */
  record Pair(IssueId issue, ActorId one, ActorId other) {}

  /**
   * A step.
   *
   * @param size nearer is above zero; of CONCEDED, HARDENED and CHANGED, where it is known
   * @param opening the first statement, where there never was one before
   */
  record Step(
      ActorId party,
      Optional<IssueId> issue,
      Optional<ActorId> toward,
      Kind kind,
      Optional<BigDecimal> size,
      Optional<Region> opening,
      List<EntryId> entries) {
    @Override
    public String toString() {
      return party
          + issue.map(i -> " on " + i).orElse(", issue unknown")
          + toward.map(t -> " towards " + t).orElse("")
          + ": "
          + opening.map(o -> "STATED " + o.describe()).orElse("")
          + (opening.isEmpty() ? kind : kind == Kind.STATED ? "" : ", then " + kind)
          + size.map(s -> " " + s.stripTrailingZeros().toPlainString()).orElse("");
    }
  }

  /** A remark on a line. */
  record Remark(RemarkKind kind, Line line) {}

  /** A closed round. */
  record Round(
      int number,
      Verdict verdict,
      List<Step> steps,
      Set<Remark> remarks,
      Map<Pair, Value> newlySettled,
      Set<Pair> unsettled,
      int openBefore,
      int openAfter) {
    /** Returns the step on a line, or empty. */
    Optional<Step> step(Line line) {
      return steps.stream()
          .filter(
              s ->
                  s.party().equals(line.party())
                      && s.issue().equals(Optional.of(line.issue()))
                      && s.toward().equals(Optional.of(line.toward())))
          .findFirst();
    }
  }

  /** Where a line stands. */
  record Stand(
      Optional<Region> region,
      Optional<String> words,
      boolean stated,
      boolean adReferendum,
      boolean inPackage,
      boolean conditional,
      Optional<Value> settled,
      Optional<Region> undisputed) {}

  /** How far two are apart; the gap is empty when it is unknown. */
  record Apart(Pair pair, Optional<BigDecimal> gap, Optional<Value> settled) {}

  /** How many rounds nobody moved, and whether that, or what all declared, is an impasse now. */
  record Stall(int rounds, int roundsOrUnreported, boolean atImpasse, boolean declared) {}

  /**
   * Works out what a record comes to.
   *
   * @param agenda who negotiates, about what
   * @param entries the chronicle, as it was told, corrected and denied
   * @param policy the coder's choices
   * @return what it comes to
   */
  static Reference of(Agenda agenda, List<Entry> entries, Policy policy) {
    Reading reading = new Reading(agenda, policy);
    for (Told told : readings(entries)) {
      reading.read(told);
    }
    return reading.result();
  }

  // ---------------------------------------------------------------------------------------------
  // The chronicle as it is read today.

  /** A move as it is read today. */
  private record Told(EntryId id, Move move, boolean denied) {}

  private static List<Told> readings(List<Entry> entries) {
    Set<EntryId> lifted = new HashSet<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Corrected word && word.instead().isEmpty()) {
        lifted.add(word.target());
      }
    }
    Map<EntryId, Entry.Corrected> corrected = new HashMap<>();
    Set<EntryId> denied = new HashSet<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Corrected word) {
        corrected.put(word.target(), word);
      } else if (entry instanceof Entry.Denied word && !lifted.contains(word.id())) {
        denied.add(word.target());
      }
    }
    List<Told> readings = new ArrayList<>();
    Map<Object, Offer> redrafts = new HashMap<>();
    for (Entry entry : entries) {
      if (!(entry instanceof Entry.Told told)) {
        continue;
      }
      Entry.Corrected word = corrected.get(told.id());
      Optional<Move> move = word == null ? Optional.of(told.move()) : word.instead();
      EntryId said = word == null ? told.id() : word.id();
      move.ifPresent(
          m ->
              readings.add(
                  new Told(
                      told.id(),
                      m.withAct(
                          redrafted(
                              renamed(m.act(), told.id(), said, entries, corrected),
                              draft -> (Offer) today(draft, told.id(), said, entries, corrected),
                              redrafts)),
                      denied.contains(told.id()))));
    }
    return readings;
  }

  /** A draft replaces what the one before it is called today, and so do the answers to it. */
  private static Act redrafted(Act act, UnaryOperator<Offer> today, Map<Object, Offer> redrafts) {
    if (act instanceof Substantive.Accept a) {
      return new Substantive.Accept(
          redrafts.getOrDefault(a.offer(), a.offer()), a.parts(), a.authority());
    } else if (act instanceof Substantive.RejectOffer r) {
      return new Substantive.RejectOffer(
          redrafts.getOrDefault(r.offer(), r.offer()), r.undisputed());
    } else if (act instanceof Substantive.WithdrawOffer w) {
      return new Substantive.WithdrawOffer(redrafts.getOrDefault(w.offer(), w.offer()));
    } else if (act instanceof Substantive.MakeOffer m) {
      return new Substantive.MakeOffer(
          m.alternatives(), m.counters().map(o -> redrafts.getOrDefault(o, o)));
    } else if (act instanceof Substantive.Propose p && p.proposal().replaces().isPresent()) {
      Text earlier = p.proposal().replaces().get();
      Offer before =
          Offer.builder()
              .by(p.proposal().by())
              .addAllTo(earlier.parties())
              .saying(earlier)
              .proposal(true)
              .build();
      Offer now = today.apply(before);
      Offer draft = p.proposal().withReplaces(redrafts.getOrDefault(now, now).text());
      if (!draft.equals(p.proposal())) {
        redrafts.put(p.proposal(), draft);
      }
      return new Substantive.Propose(draft);
    }
    return act;
  }

  /** An answer names what it answered as that is called today. */
  private static Act renamed(
      Act act,
      EntryId at,
      EntryId said,
      List<Entry> entries,
      Map<EntryId, Entry.Corrected> corrected) {
    if (act instanceof Substantive.Accept a) {
      return new Substantive.Accept(
          (Offer) today(a.offer(), at, said, entries, corrected), a.parts(), a.authority());
    } else if (act instanceof Substantive.RejectOffer r) {
      return new Substantive.RejectOffer(
          (Offer) today(r.offer(), at, said, entries, corrected), r.undisputed());
    } else if (act instanceof Substantive.WithdrawOffer w) {
      return new Substantive.WithdrawOffer((Offer) today(w.offer(), at, said, entries, corrected));
    } else if (act instanceof Substantive.MakeOffer m && m.counters().isPresent()) {
      return new Substantive.MakeOffer(
          m.alternatives(), m.counters().map(o -> (Offer) today(o, at, said, entries, corrected)));
    } else if (act instanceof Substantive.RejectDemand r) {
      return new Substantive.RejectDemand((Demand) today(r.demand(), at, said, entries, corrected));
    }
    return act;
  }

  private static Object today(
      Object named,
      EntryId at,
      EntryId said,
      List<Entry> entries,
      Map<EntryId, Entry.Corrected> corrected) {
    Object today = named;
    for (Entry entry : entries.subList(0, at.number() - 1)) {
      if (!(entry instanceof Entry.Told told)) {
        continue;
      }
      Entry.Corrected last = corrected.get(told.id());
      List<?> now =
          last == null
              ? brought(told.move())
              : last.instead().map(Reference::brought).orElse(List.of());
      if (now.contains(named)) {
        today = named;
      }
      if (last == null || said.compareTo(last.id()) > 0) {
        continue;
      }
      List<List<?>> before = new ArrayList<>();
      before.add(brought(told.move()));
      for (Entry other : entries) {
        if (other instanceof Entry.Corrected word && word.target().equals(told.id())) {
          before.add(word.instead().map(Reference::brought).orElse(List.of()));
        }
      }
      for (List<?> then : before) {
        int place = then.indexOf(named);
        if (place >= 0
            && then.size() == now.size()
            && (named instanceof Offer) == (now.get(place) instanceof Offer)) {
          today = now.get(place);
        }
      }
    }
    return today;
  }

  private static List<?> brought(Move move) {
    if (move.act() instanceof Substantive.MakeOffer make) {
      return make.alternatives();
    } else if (move.act() instanceof Substantive.Propose propose) {
      return List.of(propose.proposal());
    } else if (move.act() instanceof Substantive.RaiseDemand raise) {
      return List.of(raise.demand());
    } else if (move.act() instanceof Substantive.AmendDemand amend) {
      return List.of(amend.demand());
    }
    return List.of();
  }

  // ---------------------------------------------------------------------------------------------
  // What is said on a line.

  /** What stands demanded on a line. */
  private record Asked(
      Optional<Region> region,
      Optional<String> words,
      Optional<Firmness> firmness,
      boolean sufficient,
      DemandState state) {
    boolean asksTheSame(Asked other) {
      return region.isPresent() == other.region.isPresent()
          && (region.isEmpty() || region.get().sameAs(other.region.get()))
          && words.equals(other.words)
          && firmness.equals(other.firmness)
          && sufficient == other.sufficient;
    }
  }

  /**
   * What an offer, a consent or a rejection puts on a line.
   *
   * @param text the offer that says it, or the text that is consented to
   * @param reads what it reads, or empty for words
   * @param exact the value or the range itself
   * @param consent whether it is a consent
   * @param provisional whether it is a consent ad referendum
   * @param conditions the issues on which the offer that says it sets conditions
   * @param enough whether it is a condition that was declared sufficient
   */
  private record Said(
      Object text,
      Optional<Region> reads,
      Optional<Region> exact,
      Optional<String> words,
      boolean consent,
      boolean provisional,
      boolean inPackage,
      Set<IssueId> conditions,
      boolean enough) {
    Said agreed(boolean met) {
      return new Said(
          text,
          reads,
          exact,
          words,
          consent,
          provisional,
          false,
          met ? Set.of() : conditions,
          enough);
    }

    Said redrafted(Text draft, Said says) {
      return new Said(
          draft, reads, exact, words, true, true, says.inPackage(), says.conditions(), false);
    }

    boolean offers(Offer offer) {
      return !consent && text.equals(offer);
    }

    /** What is left undisputed of something stands by itself. */
    Said alone() {
      return new Said(text, reads, exact, words, consent, provisional, false, Set.of(), enough);
    }
  }

  /** A final consent to a text on a line: to a value, or to the range of a condition. */
  private record Signature(Text text, Region region) {}

  /** All that stands on a line. */
  private static final class State {
    @Nullable Asked demand;
    List<Said> said = new ArrayList<>();
    @Nullable Region last;
    List<Signature> signed = new ArrayList<>();
    @Nullable Region undisputed;
    boolean dropped;
    boolean leftOut;
    @Nullable Given given;
    boolean ended;
    boolean met;

    /** How often the party has said something here that was no consent. */
    int spoken;

    State copy() {
      State copy = new State();
      copy.demand = demand;
      copy.said = new ArrayList<>(said);
      copy.last = last;
      copy.signed = new ArrayList<>(signed);
      copy.undisputed = undisputed;
      copy.dropped = dropped;
      copy.leftOut = leftOut;
      copy.given = given;
      copy.ended = ended;
      copy.met = met;
      copy.spoken = spoken;
      return copy;
    }

    /** What stands when a consent to a text falls; itself where it rests on another one. */
    State without(Text text) {
      if (given == null) {
        return this;
      }
      State before = given.before().without(text);
      if (given.text().equals(text)) {
        return before;
      }
      State rests = copy();
      rests.given = new Given(given.text(), given.adReferendum(), before);
      return rests;
    }

    /** A demand that stands, or would again if a consent ad referendum fell. */
    boolean holdsDemand() {
      return demand != null
          || given != null && given.adReferendum() && given.before().holdsDemand();
    }

    /** What is dropped does not stand again when a consent falls. */
    State dropping() {
      State after = copy();
      after.demand = null;
      after.dropped = true;
      after.last = null;
      after.met = false;
      after.spoken++;
      if (given != null) {
        after.given = new Given(given.text(), given.adReferendum(), given.before().dropping());
      }
      return after;
    }

    /** What all have signed holds by itself, and under no condition that is met. */
    State agreed(Text text, boolean met) {
      if (given == null) {
        return this;
      }
      State agreed = copy();
      agreed.given =
          new Given(given.text(), given.adReferendum(), given.before().agreed(text, met));
      if (given.text().equals(text)) {
        agreed.said.replaceAll(s -> s.agreed(met));
      }
      return agreed;
    }

    /** A consent to an earlier draft of a text carries over, and is still to be confirmed. */
    State redrafted(Text from, Text to, Said says) {
      if (given == null) {
        return this;
      }
      State after = copy();
      after.signed.removeIf(s -> s.text().equals(from));
      State before = given.before().redrafted(from, to, says);
      if (given.text().equals(from)) {
        after.given = new Given(to, true, before);
        after.said.replaceAll(s -> s.redrafted(to, says));
      } else {
        after.given = new Given(given.text(), given.adReferendum(), before);
      }
      return after;
    }

    /** The consent on which this rests, without an offer that stood before it. */
    @Nullable Given withdrawing(Offer offer) {
      if (given == null) {
        return null;
      }
      State before = given.before().copy();
      Region last = before.lastRegion().orElse(null);
      if (before.said.removeIf(s -> s.offers(offer))) {
        before.spoken++;
      }
      before.last = before.region().isPresent() ? null : last;
      before.given = before.withdrawing(offer);
      return new Given(given.text(), given.adReferendum(), before);
    }

    /** What stands when a text is signed no more, also behind the consent on which it rests. */
    State unsigned(Text text) {
      State without = copy();
      without.signed.removeIf(s -> s.text().equals(text));
      if (given != null) {
        without.given =
            new Given(given.text(), given.adReferendum(), given.before().unsigned(text));
      }
      return without;
    }

    boolean restsOn(Text text) {
      return given != null && given.text().equals(text);
    }

    Optional<Region> region() {
      Region all = demand == null ? null : demand.region().orElse(null);
      for (Said each : said) {
        if (each.reads().isPresent()) {
          all = all == null ? each.reads().get() : all.union(each.reads().get());
        }
      }
      return Optional.ofNullable(all);
    }

    Optional<Region> lastRegion() {
      return region().or(() -> Optional.ofNullable(last));
    }

    Optional<String> words() {
      if (demand != null && demand.words().isPresent()) {
        return demand.words();
      }
      return said.stream().flatMap(s -> s.words().stream()).findFirst();
    }

    boolean stated() {
      return demand != null || !said.isEmpty();
    }

    /** The issues on which whatever a party offers here depends, whichever alternative is taken. */
    Optional<Set<IssueId>> conditionsOf(ActorId party) {
      Set<IssueId> all = null;
      for (Said each : said) {
        if (each.consent() || !(each.text() instanceof Offer offer) || !offer.by().equals(party)) {
          return Optional.empty();
        } else if (all == null) {
          all = new HashSet<>(each.conditions());
        } else {
          all.retainAll(each.conditions());
        }
      }
      return Optional.ofNullable(all);
    }
  }

  /** What a party did on a line. */
  private enum What {
    DEMAND,
    DROP,
    OFFER,
    WITHDRAW,
    CONSENT,
    NO_CONSENT,
    UNDISPUTED,
    REJECT,
    SOFTER,
    HARDER,
    UNCHANGED,
    TIE,
    RESTORED;

    boolean moves() {
      return compareTo(UNDISPUTED) <= 0;
    }
  }

  /**
   * Something that happened on a line.
   *
   * @param theirs the counterpart's position just before
   * @param after the line just after
   * @param reopens whether it raised again what was dropped, or disputed what was agreed
   * @param hardens whether it is a hardening whatever the distances
   * @param agreed what was consented to
   */
  private record Event(
      EntryId id,
      What what,
      Optional<Region> theirs,
      State after,
      boolean reopens,
      boolean hardens,
      Optional<Region> agreed) {
    Event after(State redrafted) {
      return new Event(id, what, theirs, redrafted, reopens, hardens, agreed);
    }
  }

  /** The last thing that one of a party's speakers said on a line since the baseline. */
  private record Saying(Optional<Region> region, What what, State before, int from) {
    Saying from(int place) {
      return new Saying(region, what, before, place);
    }

    Saying before(State redrafted) {
      return new Saying(region, what, redrafted, from);
    }

    Saying without(Text text) {
      return new Saying(region, what, before.without(text).copy(), from);
    }

    boolean contradicts(Saying earlier) {
      if (what == What.DROP) {
        return false;
      }
      if (earlier.what == What.DROP) {
        return what == What.DEMAND;
      }
      return region.isPresent()
          && earlier.region.isPresent()
          && !region.get().meets(earlier.region.get());
    }
  }

  /** What happened on a line since the baseline. */
  private static final class Log {
    final List<Event> events = new ArrayList<>();
    final Map<String, Saying> sayings = new LinkedHashMap<>();
    boolean inconsistent;

    /** Which event is the first statement, where nothing stood at the baseline. */
    int opening = NONE;

    static final int NONE = -1;

    /** Takes out a consent ad referendum that falls, as far back as the party rests on consents. */
    void takeOut(Predicate<Given> fallen) {
      for (int i = events.size() - 1; i >= 0; i--) {
        Event event = events.get(i);
        if (event.what().moves() && event.what() != What.CONSENT) {
          break;
        }
        Given given = event.after().given;
        boolean rests = event.what() == What.CONSENT || event.what() == What.RESTORED;
        if (given != null && rests && fallen.test(given)) {
          int at = i;
          events.remove(at);
          opening = at == opening ? NONE : at < opening ? opening - 1 : opening;
          sayings.replaceAll((who, s) -> s.from() <= at ? s : s.from(s.from() - 1));
        }
      }
    }
  }

  /** The life of an offer, by addressee and issue. */
  private enum OfferState {
    STANDING,
    ACCEPTED,
    REJECTED,
    COUNTERED,
    REPLACED,
    WITHDRAWN,
    OVERTAKEN
  }

  /** An offer that was made. */
  private static final class Life {
    final Offer offer;
    int group;
    final Map<ActorId, Map<IssueId, OfferState>> states = new LinkedHashMap<>();

    Life(Offer offer) {
      this.offer = offer;
    }

    boolean stands(ActorId to, IssueId issue) {
      return states.getOrDefault(to, Map.of()).get(issue) == OfferState.STANDING;
    }

    /** What was accepted and can be agreed no more is accepted no more. */
    void losesAcceptance(ActorId to, IssueId issue) {
      states
          .getOrDefault(to, new HashMap<>())
          .replace(issue, OfferState.ACCEPTED, OfferState.REPLACED);
    }

    boolean stands(ActorId to) {
      return states.getOrDefault(to, Map.of()).containsValue(OfferState.STANDING);
    }
  }

  /** A consent to a text, and what stood on the line before it. */
  private record Given(Text text, boolean adReferendum, State before) {}

  /** A text to which somebody has consented, as long as it is not over. */
  private static final class Deal {
    final Text text;

    /** Who consents to which of its issues, and whether finally. */
    final Map<ActorId, Map<IssueId, Boolean>> consents = new LinkedHashMap<>();

    /** The issues on which all have signed, each with when the last did. */
    final Map<IssueId, Integer> agreed = new LinkedHashMap<>();

    final Set<Condition> met = new HashSet<>();
    boolean failed;

    Deal(Text text) {
      this.text = text;
    }

    Map<IssueId, Boolean> of(ActorId party) {
      return consents.getOrDefault(party, Map.of());
    }

    boolean isSignedByAll(IssueId issue) {
      return text.parties().stream().allMatch(p -> of(p).getOrDefault(issue, false));
    }

    /** What is agreed: all or nothing of a whole text, nothing once a condition has failed. */
    Set<IssueId> settles() {
      return failed ? Set.of() : agreed.keySet();
    }
  }

  /** Somebody moved, in a direction, on an issue that nobody names. */
  private record Unplaced(ActorId party, Direction way, EntryId id) {}

  // ---------------------------------------------------------------------------------------------
  // Reading, entry by entry.

  private static final class Reading {
    private Agenda agenda;
    private final Policy policy;

    private Map<Line, State> lines = new LinkedHashMap<>();
    private Map<Line, State> baseline;
    private Map<Line, Log> logs = new LinkedHashMap<>();
    private List<Unplaced> unplaced = new ArrayList<>();
    private Set<Remark> remarks = new LinkedHashSet<>();

    private final Map<Offer, Life> offers = new LinkedHashMap<>();

    /** What stood before the offer that is made now. */
    private Set<Offer> stood = Set.of();

    private final Map<Text, Deal> deals = new LinkedHashMap<>();
    private Map<Pair, Value> settledBefore = new LinkedHashMap<>();
    private int signings;

    private Set<Tie> ties = new LinkedHashSet<>();
    private Set<Tie> tiesBefore = new HashSet<>();
    private int groups;

    private boolean roundOpen;
    private int openBefore;
    private final List<Round> rounds = new ArrayList<>();
    private int stalled;
    private int stalledOrUnreported;
    private boolean atImpasse;
    private final Set<ActorId> declared = new HashSet<>();

    private EntryId id = new EntryId(1);
    private Optional<String> speaker = Optional.empty();
    private Map<Line, List<Event>> now = new LinkedHashMap<>();

    Reading(Agenda agenda, Policy policy) {
      this.agenda = agenda;
      this.policy = policy;
      for (ActorId party : agenda.principals()) {
        for (IssueId issue : agenda.issues().keySet()) {
          for (ActorId other : agenda.counterparts(party)) {
            lines.put(new Line(party, issue, other), new State());
          }
        }
      }
      baseline = copy(lines);
    }

    private static Map<Line, State> copy(Map<Line, State> lines) {
      Map<Line, State> copy = new LinkedHashMap<>();
      lines.forEach((line, state) -> copy.put(line, state.copy()));
      return copy;
    }

    private State at(Line line) {
      return lines.get(line);
    }

    private Optional<Region> theirs(Line line) {
      return at(line.inReturn()).region();
    }

    private Scale scale(IssueId issue) {
      return agenda.requireIssue(issue).scale();
    }

    private boolean counts(Told told) {
      Move move = told.move();
      if (told.denied()) {
        return false;
      }
      if (move.source().isEmpty()) {
        return true;
      }
      boolean ofPrincipal = agenda.isPrincipal(move.by());
      return Attribution.of(
              move.by(), move.source().get(), who -> ofPrincipal && agenda.isPrincipal(who))
          != Attribution.ALLEGED;
    }

    void read(Told told) {
      if (!counts(told)) {
        return;
      }
      id = told.id();
      speaker = told.move().speaker();
      now = new LinkedHashMap<>();
      Map<Line, State> before = copy(lines);
      Map<Pair, Value> settled = settled();
      Set<Tie> tied = Set.copyOf(ties);
      int unplacedBefore = unplaced.size();
      take(told.move());
      if (told.move().act() instanceof Procedural.CloseRound) {
        return;
      }
      followUp(settled);
      offers.values().removeIf(life -> life.offer.to().stream().noneMatch(life::stands));
      noteWhatIsMet();
      List<Step> steps = new ArrayList<>();
      now.forEach(
          (line, events) -> {
            if (!logs.get(line).inconsistent) {
              measure(line, before.get(line), events, opening(events), tied).ifPresent(steps::add);
            }
          });
      unplaced.stream().skip(unplacedBefore).forEach(u -> steps.add(step(u)));
      Verdict alone = verdict(steps, settled, settled());
      if (alone == Verdict.MOVED || alone == Verdict.MIXED || alone == Verdict.STATED) {
        atImpasse = false;
        declared.clear();
      }
    }

    /** The first statement among some events, were nothing stated before. */
    private static int opening(List<Event> events) {
      for (int i = 0; i < events.size(); i++) {
        if (events.get(i).what().moves() && events.get(i).after().stated()) {
          return i;
        }
      }
      return Log.NONE;
    }

    private void take(Move move) {
      Act act = move.act();
      ActorId by = move.by();
      if (act instanceof Procedural.OpenRound) {
        roundOpen = true;
      } else if (act instanceof Procedural.CloseRound) {
        closeRound();
      } else if (act instanceof Procedural.Admit admit) {
        admit(admit.party());
      } else if (act instanceof Procedural.Leave) {
        leave(by);
      } else if (act instanceof Procedural.Exclude exclude) {
        leave(exclude.party());
      } else if (act instanceof Substantive.Attest attest) {
        attest(by, attest.text(), move.on());
      } else if (act instanceof Substantive.MakeOffer make) {
        make.counters().ifPresent(offer -> counter(by, offer));
        offer(by, make.alternatives());
      } else if (act instanceof Substantive.Propose propose) {
        propose(propose.proposal());
      } else if (act instanceof Substantive.WithdrawOffer withdraw) {
        withdraw(by, withdraw.offer());
      } else if (act instanceof Substantive.RejectOffer reject) {
        reject(by, reject.offer(), reject.undisputed());
      }
      if (!agenda.isPrincipal(by)) {
        return;
      }
      if (act instanceof Procedural.DeclareImpasse) {
        declared.add(by);
      } else if (act instanceof Substantive.RaiseDemand raise) {
        demand(by, raise.demand());
      } else if (act instanceof Substantive.AmendDemand amend) {
        demand(by, amend.demand());
      } else if (act instanceof Substantive.DropDemand drop) {
        drop(by, drop.issues());
      } else if (act instanceof Substantive.RejectDemand reject) {
        for (IssueId issue : reject.demand().asks().keySet()) {
          line(by, issue, reject.demand().by()).ifPresent(line -> say(line, What.REJECT));
        }
      } else if (act instanceof Substantive.TieCommitment tied) {
        tie(tied.tie());
        for (ActorId other : agenda.counterparts(by)) {
          line(by, tied.tie().issue(), other)
              .filter(this::stood)
              .ifPresent(line -> say(line, What.TIE));
        }
      } else if (act instanceof Substantive.Accept accept) {
        accept(by, accept.offer(), accept.parts(), accept.authority(), move.on());
      } else if (act instanceof Substantive.Shift shift) {
        shift(by, shift);
      }
    }

    // Who negotiates.

    /** Nobody has said anything between one who is admitted and others but what they signed. */
    private void admit(ActorId who) {
      if (agenda.isPrincipal(who)
          || agenda.partyList().stream().noneMatch(p -> p.id().equals(who))) {
        return;
      }
      agenda = agenda.withPartyList(as(who, Party::asPrincipal));
      for (IssueId issue : agenda.issues().keySet()) {
        for (ActorId other : agenda.counterparts(who)) {
          Line line = new Line(who, issue, other);
          for (Line each : List.of(line, line.inReturn())) {
            lines.put(each, new State());
            signedBefore(each);
            baseline.put(each, at(each).copy());
          }
        }
      }
      settled()
          .forEach(
              (pair, value) -> {
                if (pair.one().equals(who) || pair.other().equals(who)) {
                  settledBefore.put(pair, value);
                }
              });
    }

    private List<Party> as(ActorId who, UnaryOperator<Party> role) {
      return agenda.partyList().stream()
          .map(party -> party.id().equals(who) ? role.apply(party) : party)
          .toList();
    }

    /** States to what one has consented towards the other, in the order of signing. */
    private void signedBefore(Line line) {
      for (Deal deal : deals.values()) {
        Map<IssueId, Boolean> given = deal.of(line.party());
        if (!given.isEmpty() && deal.text.parties().contains(line.toward()) && !deal.failed) {
          boolean value = deal.text.terms().on(line.issue()).isPresent();
          boolean isFinal = given.getOrDefault(line.issue(), !value && given.containsValue(true));
          List<Said> said = read(line, deal.text, true);
          if (!said.isEmpty() && (!value || given.containsKey(line.issue()))) {
            consent(line, deal.text, said, isFinal, false);
          }
          if (!deal.agreed.isEmpty()) {
            agreed(deal);
          }
        }
      }
    }

    /** What one who leaves has signed binds it as before; the rest is over, and its lines gone. */
    private void leave(ActorId who) {
      if (!agenda.isPrincipal(who) || agenda.principals().size() <= 2) {
        return;
      }
      for (Life life : List.copyOf(offers.values())) {
        Set<IssueId> issues = life.offer.terms().issues();
        if (life.stands(who)) {
          refuse(who, life.offer.text());
          end(life, who, issues, OfferState.REJECTED);
        } else if (life.offer.by().equals(who) && !life.offer.proposal()) {
          life.offer.to().forEach(to -> end(life, to, issues, OfferState.WITHDRAWN));
        }
      }
      for (Deal deal : List.copyOf(deals.values())) {
        if (deal.agreed.isEmpty() && deal.text.parties().contains(who)) {
          over(deal);
        }
      }
      agenda = agenda.withPartyList(as(who, Party::asFormerPrincipal));
      Predicate<Line> its = line -> line.party().equals(who) || line.toward().equals(who);
      lines.keySet().removeIf(its);
      baseline.keySet().removeIf(its);
      logs.keySet().removeIf(its);
      now.keySet().removeIf(its);
      remarks.removeIf(remark -> its.test(remark.line()));
      unplaced.removeIf(u -> u.party().equals(who));
      ties.removeIf(tie -> tie.by().equals(who));
      tiesBefore.removeIf(tie -> tie.by().equals(who));
      settledBefore.keySet().removeIf(p -> p.one().equals(who) || p.other().equals(who));
      declared.remove(who);
    }

    private boolean stood(Line line) {
      State base = baseline.get(line);
      return base.stated() || base.last != null;
    }

    /** A tie of the same commitment takes the place of the one before. */
    private void tie(Tie tie) {
      ties.removeIf(
          other ->
              other.by().equals(tie.by())
                  && other.issue().equals(tie.issue())
                  && other.order() == tie.order());
      ties.add(tie);
    }

    /** For what a commitment waits. */
    private static Set<List<Object>> waitsFor(Set<Tie> ties, Line line) {
      Set<List<Object>> all = new HashSet<>();
      for (Tie tie : ties) {
        if (tie.by().equals(line.party()) && tie.issue().equals(line.issue())) {
          tie.others().forEach(other -> all.add(List.of(tie.order(), other)));
        }
      }
      return all;
    }

    private Optional<Line> line(ActorId party, IssueId issue, ActorId toward) {
      Line line = new Line(party, issue, toward);
      return lines.containsKey(line) ? Optional.of(line) : Optional.empty();
    }

    // Events, and speakers who contradict each other.

    private void say(Line line, What what) {
      add(line, new Event(id, what, theirs(line), at(line).copy(), false, false, Optional.empty()));
    }

    private void add(Line line, Event event) {
      Log log = logs.computeIfAbsent(line, l -> new Log());
      boolean states = event.what().moves() || event.what() == What.RESTORED;
      if (log.opening == Log.NONE && states && event.after().stated() && !stood(line)) {
        log.opening = log.events.size();
      }
      log.events.add(event);
      now.computeIfAbsent(line, l -> new ArrayList<>()).add(event);
    }

    /**
     * Returns whether a speaker's statement stands uncontradicted; if not, takes the line back to
     * where it was before both.
     */
    private boolean uncontradicted(Line line, Saying saying) {
      Log log = logs.computeIfAbsent(line, l -> new Log());
      if (saying.what() == What.DROP) {
        log.sayings.clear();
      }
      if (speaker.isEmpty()) {
        log.inconsistent = false;
        return true;
      }
      Saying first = null;
      for (Map.Entry<String, Saying> other : log.sayings.entrySet()) {
        if (!other.getKey().equals(speaker.get())
            && saying.contradicts(other.getValue())
            && (first == null || other.getValue().from() < first.from())) {
          first = other.getValue();
        }
      }
      if (first == null) {
        log.sayings.put(speaker.get(), saying);
        log.inconsistent = false;
        return true;
      }
      State before = first.before();
      int from = first.from();
      log.sayings.put(speaker.get(), saying);
      log.sayings.replaceAll(
          (who, s) -> s.from() < from ? s : new Saying(s.region(), s.what(), before, from));
      log.inconsistent = true;
      log.events.subList(from, log.events.size()).clear();
      log.opening = log.opening < from ? log.opening : Log.NONE;
      lines.put(line, before.copy());
      Given last = from == 0 ? null : log.events.get(from - 1).after().given;
      if (last != null && fell(last, line)) {
        log.takeOut(given -> fell(given, line));
      }
      remarks.add(new Remark(RemarkKind.INTERNAL_INCONSISTENCY, line));
      return false;
    }

    private boolean fell(Given given, Line line) {
      Deal deal = deals.get(given.text());
      Map<IssueId, Boolean> left = deal == null ? Map.of() : deal.of(line.party());
      return given.adReferendum()
          && (given.text().terms().on(line.issue()).isPresent()
              ? !left.containsKey(line.issue())
              : left.isEmpty());
    }

    private Saying saying(Line line, What what, Optional<Region> region) {
      int from = logs.containsKey(line) ? logs.get(line).events.size() : 0;
      return new Saying(region, what, at(line).copy(), from);
    }

    /** What a party consents to, or withdraws, settles what its speakers said before. */
    private void settlesSpeakers(Line line) {
      Log log = logs.computeIfAbsent(line, l -> new Log());
      log.sayings.clear();
      log.inconsistent = false;
    }

    // Demands.

    private void demand(ActorId by, Demand demand) {
      ImmutableSet<ActorId> to = demand.of().isEmpty() ? agenda.counterparts(by) : demand.of();
      for (Map.Entry<IssueId, Ask> ask : demand.asks().entrySet()) {
        for (ActorId other : to) {
          line(by, ask.getKey(), other).ifPresent(line -> demand(line, ask.getValue(), demand));
        }
      }
    }

    private void demand(Line line, Ask ask, Demand demand) {
      Optional<Region> region = ask.on(scale(line.issue()));
      if (!uncontradicted(line, saying(line, What.DEMAND, region))) {
        return;
      }
      State before = at(line).copy();
      State after = at(line);
      boolean disputes = region.isPresent() && disputes(after, region.get());
      boolean reopens = before.dropped || disputes;
      boolean displaces =
          region.isPresent()
              && before.said.stream()
                  .anyMatch(s -> s.exact().isPresent() && !region.get().encloses(s.exact().get()));
      Asked asked =
          new Asked(
              region,
              region.isPresent() ? Optional.empty() : Optional.of(ask.words()),
              demand.firmness(),
              demand.sufficient(),
              DemandState.STANDING);
      DemandState state = DemandState.STANDING;
      if (before.dropped || before.ended) {
        state = DemandState.REOPENED;
      } else if (before.demand != null) {
        state = before.demand.asksTheSame(asked) ? before.demand.state() : DemandState.AMENDED;
      }
      after.demand =
          new Asked(asked.region(), asked.words(), asked.firmness(), asked.sufficient(), state);
      after.said.clear();
      after.last = region.isPresent() ? null : before.lastRegion().orElse(null);
      after.dropped = false;
      after.ended = false;
      after.leftOut = false;
      after.met = before.met && region.isPresent() && before.region().equals(region);
      remarkTightening(line, before, displaces);
      for (Life life : offers.values()) {
        boolean stands =
            life.offer.by().equals(line.party())
                && life.offer.to().contains(line.toward())
                && (life.offer.terms().on(line.issue()).isPresent()
                    ? life.stands(line.toward(), line.issue())
                    : life.stands(line.toward()));
        if (stands
            && region.isPresent()
            && read(line, life.offer, true).stream()
                .anyMatch(s -> s.exact().filter(e -> !region.get().encloses(e)).isPresent())) {
          remarks.add(new Remark(RemarkKind.OWN_OFFER_OUTSIDE, line));
        }
      }
      moved(line, What.DEMAND, reopens, displaces || before.leftOut, Optional.empty());
    }

    private void moved(
        Line line, What what, boolean reopens, boolean hardens, Optional<Region> agreed) {
      if (what != What.CONSENT && what != What.DROP) {
        at(line).given = null;
        at(line).spoken++;
      }
      add(line, new Event(id, what, theirs(line), at(line).copy(), reopens, hardens, agreed));
    }

    /** Strikes what a statement disputes of what its maker had signed or left undisputed. */
    private static boolean disputes(State state, Region region) {
      boolean disputes =
          !state.signed.isEmpty()
              && !state.signed.get(state.signed.size() - 1).region().meets(region);
      if (disputes) {
        state.signed.clear();
      }
      if (state.undisputed != null && !state.undisputed.meets(region)) {
        state.undisputed = null;
        disputes = true;
      }
      return disputes;
    }

    private void drop(ActorId by, Set<IssueId> issues) {
      for (Map.Entry<Line, State> each : List.copyOf(lines.entrySet())) {
        Line line = each.getKey();
        if (!line.party().equals(by) || !issues.contains(line.issue())) {
          continue;
        }
        if (logs.containsKey(line) && logs.get(line).inconsistent) {
          settlesSpeakers(line);
        }
        if (!at(line).holdsDemand()) {
          continue;
        }
        uncontradicted(line, saying(line, What.DROP, Optional.empty()));
        lines.put(line, at(line).dropping());
        moved(line, What.DROP, false, false, Optional.empty());
      }
    }

    // Proposals.

    /** A text that binds not its maker states nobody's position, and stands beside all others. */
    private void propose(Offer proposal) {
      Text text = proposal.text();
      Map<ActorId, Set<IssueId>> carried = new LinkedHashMap<>();
      Deal earlier = proposal.replaces().map(deals::get).orElse(null);
      if (earlier != null) {
        for (ActorId party : text.parties()) {
          Set<IssueId> kept = new LinkedHashSet<>(earlier.of(party).keySet());
          kept.removeIf(i -> !earlier.text.terms().on(i).equals(text.terms().on(i)));
          if (!kept.isEmpty()) {
            carried.put(party, kept);
            Set<IssueId> open = new LinkedHashSet<>(kept);
            open.removeAll(earlier.agreed.keySet()); // what all have signed stands as it is
            redraft(party, open, earlier.text, text);
          }
        }
      }
      for (Life life : List.copyOf(offers.values())) {
        if (proposal.replaces().filter(life.offer.text()::equals).isPresent()) {
          life.offer
              .to()
              .forEach(to -> end(life, to, life.offer.terms().issues(), OfferState.REPLACED));
        }
      }
      Life life = offers.computeIfAbsent(proposal, Life::new);
      life.group = ++groups;
      for (ActorId to : proposal.to()) {
        Map<IssueId, OfferState> states =
            life.states.computeIfAbsent(to, t -> new LinkedHashMap<>());
        proposal.terms().issues().forEach(issue -> states.put(issue, OfferState.STANDING));
      }
      carried.forEach((party, kept) -> give(text, party, kept, false));
      conclude(text);
    }

    private void redraft(ActorId party, Set<IssueId> kept, Text from, Text to) {
      Set<IssueId> issues = new LinkedHashSet<>(kept);
      to.conditions().stream()
          .filter(
              c ->
                  from.conditions().stream()
                      .anyMatch(f -> f.issue().equals(c.issue()) && f.ask().equals(c.ask())))
          .forEach(c -> issues.add(c.issue()));
      for (IssueId issue : issues) {
        for (ActorId other : to.parties()) {
          Optional<Line> line = line(party, issue, other);
          List<Said> says = line.map(l -> read(l, to, true)).orElse(List.of());
          if (!says.isEmpty()) {
            UnaryOperator<State> draft = state -> state.redrafted(from, to, says.get(0));
            lines.computeIfPresent(line.get(), (l, state) -> draft.apply(state));
            baseline.computeIfPresent(line.get(), (l, state) -> draft.apply(state));
            Log log = logs.get(line.get());
            if (log != null) {
              log.events.replaceAll(e -> e.after(draft.apply(e.after())));
              log.sayings.replaceAll((who, s) -> s.before(draft.apply(s.before())));
            }
          }
        }
      }
    }

    /** Who says no to a proposal takes its consent back where not all have signed; it stands. */
    private void refuse(ActorId by, Text text) {
      Deal deal = deals.get(text);
      if (deal != null && deal.agreed.isEmpty()) {
        fall(deal, by, Set.copyOf(deal.of(by).keySet()), true);
      }
    }

    // Offers.

    private void counter(ActorId by, Offer offer) {
      Life life = offers.get(offer);
      if (offer.proposal()) {
        refuse(by, offer.text());
      } else if (life != null && life.stands(by)) {
        end(life, by, offer.terms().issues(), OfferState.COUNTERED);
      }
    }

    private void offer(ActorId by, List<Offer> alternatives) {
      stood = Set.copyOf(offers.keySet());
      Set<ActorId> all = new LinkedHashSet<>();
      alternatives.forEach(a -> all.addAll(a.to()));
      int group = ++groups;
      Map<Line, List<Said>> kept = new HashMap<>();
      Set<Life> beside = new LinkedHashSet<>();
      for (ActorId to : all) {
        List<Offer> made = alternatives.stream().filter(a -> a.to().contains(to)).toList();
        Set<Life> stay = new LinkedHashSet<>();
        Set<Life> go = new LinkedHashSet<>();
        replaced(by, to, made, stay, go);
        for (Life life : go) {
          Set<IssueId> shared = new HashSet<>();
          made.forEach(a -> shared.addAll(a.issues()));
          end(
              life,
              to,
              life.offer.binding() == Binding.WHOLE ? life.offer.terms().issues() : shared,
              OfferState.REPLACED);
        }
        beside.addAll(stay);
        for (Life life : stay) {
          for (IssueId issue : life.offer.issues()) {
            line(by, issue, to)
                .ifPresent(
                    line ->
                        at(line).said.stream()
                            .filter(s -> s.text().equals(life.offer) && !made.contains(life.offer))
                            .forEach(
                                s -> kept.computeIfAbsent(line, l -> new ArrayList<>()).add(s)));
          }
        }
      }
      beside.forEach(life -> life.group = group);
      Map<Line, List<Said>> said = new LinkedHashMap<>();
      for (Offer offer : alternatives) {
        Life life = offers.computeIfAbsent(offer, Life::new);
        life.group = group;
        for (ActorId to : offer.to()) {
          Map<IssueId, OfferState> states =
              life.states.computeIfAbsent(to, t -> new LinkedHashMap<>());
          for (IssueId issue : offer.terms().issues()) {
            states.compute(
                issue,
                (i, s) -> s == OfferState.ACCEPTED ? OfferState.ACCEPTED : OfferState.STANDING);
          }
          for (IssueId issue : offer.issues()) {
            line(by, issue, to)
                .ifPresent(
                    line ->
                        said.computeIfAbsent(line, l -> new ArrayList<>())
                            .addAll(read(line, offer, false)));
          }
        }
      }
      said.forEach(
          (line, list) -> {
            List<Said> whole = new ArrayList<>(list);
            whole.addAll(kept.getOrDefault(line, List.of()));
            state(line, What.OFFER, whole);
          });
    }

    /** Which of the maker's standing offers to somebody stay as alternatives, and which go. */
    private void replaced(ActorId by, ActorId to, List<Offer> made, Set<Life> stay, Set<Life> go) {
      Map<Integer, List<Life>> byGroup = new LinkedHashMap<>();
      for (Life life : offers.values()) {
        if (life.offer.by().equals(by) && !life.offer.proposal() && life.stands(to)) {
          byGroup.computeIfAbsent(life.group, g -> new ArrayList<>()).add(life);
        }
      }
      for (List<Life> group : byGroup.values()) {
        if (group.stream().map(life -> life.offer).toList().containsAll(made)) {
          stay.addAll(group);
          continue;
        }
        if (made.size() == 1 && group.size() > 1) {
          Offer only = made.get(0);
          List<Life> sharing = group.stream().filter(life -> shares(life, to, only)).toList();
          List<Life> improved = sharing;
          if (sharing.size() > 1) {
            improved = sharing.stream().filter(life -> agreesInPart(life.offer, only)).toList();
          }
          if (improved.size() == 1) {
            Life gone = improved.get(0);
            go.add(gone);
            group.stream().filter(life -> life != gone).forEach(stay::add);
            continue;
          }
        }
        for (Life life : group) {
          if (!made.contains(life.offer) && made.stream().anyMatch(a -> shares(life, to, a))) {
            go.add(life);
          }
        }
      }
    }

    private static boolean shares(Life life, ActorId to, Offer next) {
      return life.offer.issues().stream()
          .anyMatch(
              i ->
                  next.issues().contains(i)
                      && (life.offer.terms().on(i).isEmpty() || life.stands(to, i)));
    }

    private static boolean agreesInPart(Offer one, Offer other) {
      return one.terms().issues().stream()
              .anyMatch(i -> one.terms().on(i).equals(other.terms().on(i)))
          || one.conditions().stream().anyMatch(other.conditions()::contains);
    }

    /**
     * What an offer says on a line to somebody who makes it, accepts it or leaves it undisputed.
     */
    private List<Said> read(Line line, Provisions offer, boolean answer) {
      boolean inPackage = offer.binding() == Binding.WHOLE && offer.terms().issues().size() > 1;
      Optional<Value> value = offer.terms().on(line.issue());
      Set<IssueId> conditions = new HashSet<>();
      offer.conditions().forEach(c -> conditions.add(c.issue()));
      if (value.isPresent()) {
        return List.of(
            new Said(
                offer,
                Optional.of(reading(line, value.get())),
                Optional.of(Region.exactly(scale(line.issue()), value.get())),
                Optional.empty(),
                false,
                false,
                inPackage,
                conditions,
                false));
      }
      List<Said> all = new ArrayList<>();
      for (Condition condition : offer.conditions()) {
        if (condition.issue().equals(line.issue())) {
          Optional<Region> region = condition.ask().on(scale(line.issue()));
          if (region.isPresent() || !answer) {
            all.add(
                new Said(
                    offer,
                    region,
                    region,
                    region.isPresent() ? Optional.empty() : Optional.of(condition.ask().words()),
                    false,
                    false,
                    inPackage,
                    Set.of(),
                    condition.sufficient()));
          }
        }
      }
      return all;
    }

    /** "This, or better for its maker", where it is known what is better. */
    private Region reading(Line line, Value value) {
      Issue issue = agenda.requireIssue(line.issue());
      Optional<Better> better = Optional.ofNullable(issue.better().get(line.party()));
      Asked demand = at(line).demand;
      if (better.isEmpty() && demand != null && demand.region().isPresent()) {
        better = oneSided(demand.region().get());
      }
      return better.isPresent()
          ? Region.orBetter(issue.scale(), value, better.get())
          : Region.exactly(issue.scale(), value);
    }

    private static Optional<Better> oneSided(Region region) {
      if (region instanceof Span span) {
        return span.oneSided();
      }
      if (region instanceof ItemSets sets && sets.any().size() == 1) {
        ItemSets.Pattern only = sets.any().iterator().next();
        if (only.required().isEmpty() != only.excluded().isEmpty()) {
          return Optional.of(only.required().isEmpty() ? Better.LESS : Better.MORE);
        }
      }
      return Optional.empty();
    }

    /** Puts what an offer or an answer says in the place of the maker's offers on a line. */
    private void state(Line line, What what, List<Said> said) {
      Optional<Region> region = Optional.empty();
      for (Said each : said) {
        Optional<Region> so = region;
        region = each.reads().map(r -> so.map(s -> s.union(r)).orElse(r)).or(() -> so);
      }
      if (!uncontradicted(line, saying(line, what, region))) {
        return;
      }
      State before = at(line).copy();
      State after = at(line);
      boolean isSigned =
          what == What.OFFER
              && said.size() == 1
              && said.get(0).text() instanceof Offer again
              && stood.contains(again)
              && before.restsOn(again.text());
      if (isSigned) {
        Given given = after.given;
        moved(line, what, false, false, Optional.empty());
        at(line).given = given; // the identical offer again changes nothing
        return;
      }
      boolean disputes = what == What.OFFER && region.isPresent() && disputes(after, region.get());
      after.said = new ArrayList<>(said);
      after.leftOut = false;
      after.last = after.region().isPresent() ? null : before.lastRegion().orElse(null);
      after.met = before.met && before.region().equals(after.region());
      if (what == What.UNDISPUTED) {
        after.undisputed = said.get(0).exact().orElse(null);
      }
      if (what == What.OFFER) {
        remarkTightening(line, before, false);
        moved(line, what, disputes, false, Optional.empty());
      } else {
        boolean undisputed = what == What.UNDISPUTED;
        moved(line, what, false, false, undisputed ? said.get(0).exact() : Optional.empty());
      }
    }

    private void withdraw(ActorId by, Offer offer) {
      Life life = offers.get(offer);
      if (!offer.by().equals(by)) {
        return;
      }
      if (life != null) {
        offer.to().forEach(to -> end(life, to, offer.terms().issues(), OfferState.WITHDRAWN));
      }
      for (ActorId to : offer.to()) {
        for (IssueId issue : offer.issues()) {
          Optional<Line> line = line(by, issue, to);
          line.ifPresent(l -> at(l).given = at(l).withdrawing(offer));
          if (line.isEmpty() || at(line.get()).said.stream().noneMatch(s -> s.offers(offer))) {
            continue;
          }
          State after = at(line.get());
          Region last = after.lastRegion().orElse(null);
          after.said.removeIf(s -> s.offers(offer));
          after.last = after.region().isPresent() ? null : last;
          settlesSpeakers(line.get());
          moved(line.get(), What.WITHDRAW, false, false, Optional.empty());
        }
      }
    }

    /** Ends what stands of an offer towards somebody; a whole one that is refused ends for all. */
    private void end(Life life, ActorId to, Set<IssueId> issues, OfferState how) {
      boolean forAll =
          life.offer.binding() == Binding.WHOLE
              && !life.offer.proposal()
              && (how == OfferState.REJECTED || how == OfferState.COUNTERED);
      for (ActorId each : forAll ? life.states.keySet() : Set.of(to)) {
        Map<IssueId, OfferState> states = life.states.getOrDefault(each, new HashMap<>());
        Set<IssueId> ended = new LinkedHashSet<>();
        for (IssueId issue : issues) {
          if (states.replace(issue, OfferState.STANDING, how)) {
            ended.add(issue);
          }
        }
        Deal deal = deals.get(life.offer.text());
        if (deal != null && !ended.isEmpty()) {
          boolean refuses = how == OfferState.REJECTED && each.equals(to);
          ended.removeIf(
              issue ->
                  deal.agreed.containsKey(issue)
                      || !refuses && deal.of(each).getOrDefault(issue, false));
          fall(deal, each, ended, refuses);
          if (refuses || life.offer.proposal() || deal.consents.containsKey(life.offer.by())) {
            loseWhatCannotBeAgreed(deal, life);
          }
        }
      }
    }

    /** What some addressee has not signed and cannot sign any more carries nobody's consent. */
    private void loseWhatCannotBeAgreed(Deal deal, Life life) {
      Set<IssueId> lost = new LinkedHashSet<>();
      for (IssueId issue : deal.text.terms().issues()) {
        for (ActorId to : life.offer.to()) {
          if (!life.stands(to, issue) && !deal.of(to).getOrDefault(issue, false)) {
            lost.add(issue);
          }
        }
      }
      if (lost.isEmpty()) {
        return;
      }
      if (deal.text.binding() == Binding.WHOLE || lost.equals(deal.text.terms().issues())) {
        over(deal);
      } else {
        deal.consents.keySet().forEach(party -> fall(deal, party, lost, false));
      }
    }

    /** A text is over: no consent to it stands, and nothing is signed by it. */
    private void over(Deal deal) {
      deals.remove(deal.text);
      for (ActorId party : deal.consents.keySet()) {
        fall(deal, party, Set.copyOf(deal.of(party).keySet()), false);
      }
      lines.replaceAll((line, state) -> state.unsigned(deal.text));
    }

    /**
     * Lets a party's consent to some issues of a text fall, and to its conditions with the last:
     * what stood before it stands again. One ad referendum, or that its giver itself refuses now,
     * is taken out of the baseline too.
     */
    private void fall(Deal deal, ActorId giver, Set<IssueId> issues, boolean refuses) {
      Map<IssueId, Boolean> consents = deal.consents.get(giver);
      if (consents == null || issues.isEmpty()) {
        return;
      }
      boolean anyFinal = consents.containsValue(true);
      Map<IssueId, Boolean> falling = new LinkedHashMap<>();
      for (IssueId issue : issues) {
        Boolean how = consents.remove(issue);
        if (how != null) {
          falling.put(issue, how);
          offers.values().stream()
              .filter(life -> life.offer.text().equals(deal.text))
              .forEach(life -> life.losesAcceptance(giver, issue));
        }
      }
      if (consents.isEmpty()) {
        deal.text.conditions().forEach(c -> falling.put(c.issue(), anyFinal));
      }
      falling.forEach(
          (issue, isFinal) -> {
            for (ActorId other : deal.text.parties()) {
              line(giver, issue, other)
                  .ifPresent(line -> fall(deal.text, line, isFinal && !refuses));
            }
          });
    }

    private void fall(Text text, Line line, boolean isFinal) {
      State was = at(line);
      lines.put(line, was.without(text).copy());
      Log log = logs.computeIfAbsent(line, l -> new Log());
      log.sayings.replaceAll((who, s) -> s.without(text));
      if (was.restsOn(text) && !isFinal) {
        if (baseline.get(line).spoken == was.spoken) {
          baseline.put(line, baseline.get(line).without(text).copy());
        }
        log.takeOut(
            given -> given.text().equals(text) || given.adReferendum() && isOver(given, line));
        if (log.opening == Log.NONE) {
          log.takeOut(given -> isOver(given, line));
        }
        say(line, What.RESTORED);
      }
    }

    private boolean isOver(Given given, Line line) {
      Deal deal = deals.get(given.text());
      return deal == null || deal.of(line.party()).isEmpty();
    }

    // Answers and consents.

    private void accept(ActorId by, Offer offer, Set<IssueId> named, Authority authority, When on) {
      Life life = offers.get(offer);
      Set<IssueId> parts = new LinkedHashSet<>(offer.terms().issues());
      if (!named.isEmpty()) {
        parts.retainAll(named);
      } else if (life != null && life.stands(by)) {
        parts.removeIf(i -> !life.stands(by, i));
      }
      boolean partOfWhole =
          offer.binding() == Binding.WHOLE && parts.size() < offer.terms().issues().size();
      boolean lapsed =
          offer.expiry().flatMap(e -> e.lastPossible()).filter(on::certainlyAfter).isPresent();
      boolean isFinal = authority == Authority.FINAL;
      Set<IssueId> live = new LinkedHashSet<>();
      if (life != null && !partOfWhole && !lapsed && authority != Authority.NONE) {
        parts.stream().filter(i -> life.stands(by, i)).forEach(live::add);
      }
      Text text = offer.text();
      Set<IssueId> said = new LinkedHashSet<>(parts);
      offer.conditions().forEach(c -> said.add(c.issue()));
      for (IssueId issue : said) {
        boolean consents =
            offer.terms().on(issue).isPresent() ? live.contains(issue) : !live.isEmpty();
        for (ActorId other : text.parties()) {
          Optional<Line> line = line(by, issue, other);
          if (line.isEmpty()) {
            continue;
          }
          List<Said> values = read(line.get(), offer, true);
          if (!values.isEmpty() && consents) {
            consent(line.get(), text, values, isFinal, true);
          } else if (!values.isEmpty()) {
            state(line.get(), What.NO_CONSENT, values);
          }
        }
      }
      if (live.isEmpty()) {
        return;
      }
      if (isFinal && !offer.proposal()) {
        for (IssueId issue : said) {
          if (live.contains(issue) || offer.terms().on(issue).isEmpty()) {
            line(offer.by(), issue, by)
                .ifPresent(
                    line -> {
                      List<Said> values = read(line, offer, true);
                      if (!values.isEmpty()) {
                        consent(line, text, values, true, false);
                      }
                    });
          }
        }
        live.forEach(i -> life.states.get(by).put(i, OfferState.ACCEPTED));
      }
      if (!offer.proposal()) {
        give(text, offer.by(), offer.terms().issues(), true);
      }
      give(text, by, live, isFinal);
      if (isFinal && !offer.proposal()) {
        for (Life other : List.copyOf(offers.values())) {
          if (other != life && other.group == life.group && other.stands(by)) {
            end(other, by, other.offer.terms().issues(), OfferState.REPLACED);
          }
        }
      }
      conclude(text);
      if (offer.proposal()) {
        for (IssueId issue : deals.get(text).agreed.keySet()) {
          life.states.values().forEach(states -> states.put(issue, OfferState.ACCEPTED));
        }
      }
    }

    private static boolean accepted(Life life, ActorId by, IssueId issue) {
      return life.states.getOrDefault(by, Map.of()).get(issue) == OfferState.ACCEPTED;
    }

    /** Who attests the text of an offer that stands with it accepts that offer. */
    private void attest(ActorId by, Text attested, When on) {
      Text text =
          attested.parties().isEmpty() ? attested.withParties(agenda.principals()) : attested;
      if (text.parties().size() < 2 || !text.parties().contains(by)) {
        return;
      }
      for (Life life : offers.values()) {
        if (life.offer.text().equals(text) && life.stands(by)) {
          accept(by, life.offer, Set.of(), Authority.FINAL, on);
          return;
        }
      }
      for (ActorId other : text.parties()) {
        for (IssueId issue : text.terms().issues()) {
          line(by, issue, other)
              .ifPresent(line -> consent(line, text, List.of(attested(line, text)), true, true));
        }
        if (text.comprehensive()) {
          for (IssueId issue : agenda.issues().keySet()) {
            if (!text.terms().issues().contains(issue)) {
              line(by, issue, other).ifPresent(l -> at(l).leftOut = at(l).demand == null);
            }
          }
        }
      }
      give(text, by, text.terms().issues(), true);
      conclude(text);
    }

    private Said attested(Line line, Text text) {
      Value value = text.terms().on(line.issue()).get();
      return new Said(
          text,
          Optional.of(reading(line, value)),
          Optional.of(Region.exactly(scale(line.issue()), value)),
          Optional.empty(),
          true,
          false,
          text.terms().issues().size() > 1,
          Set.of(),
          false);
    }

    /** Consent reads as an offer does; a demand that does not hold the value is ended. */
    private void consent(Line line, Text text, List<Said> said, boolean isFinal, boolean own) {
      State before = at(line).without(text).copy();
      State after = at(line);
      Region agreed = said.get(0).exact().get();
      after.leftOut = false;
      after.said.clear();
      for (Said each : said) {
        after.said.add(
            new Said(
                text,
                each.reads(),
                each.exact(),
                each.words(),
                true,
                !isFinal,
                each.inPackage(),
                each.conditions(),
                false));
      }
      if (after.demand != null
          && after.demand.region().isPresent()
          && !after.demand.region().get().meets(agreed)) {
        after.demand = null;
        after.ended = true;
      }
      after.last = null;
      after.undisputed = null;
      after.given = new Given(text, !isFinal, before);
      if (isFinal) {
        after.signed.removeIf(s -> s.text().equals(text));
        after.signed.add(new Signature(text, agreed));
      }
      settlesSpeakers(line);
      if (own) {
        moved(line, What.CONSENT, false, false, Optional.of(agreed));
      }
    }

    // Agreements.

    private void give(Text text, ActorId party, Set<IssueId> issues, boolean isFinal) {
      Map<IssueId, Boolean> consents =
          deals
              .computeIfAbsent(text, Deal::new)
              .consents
              .computeIfAbsent(party, p -> new LinkedHashMap<>());
      issues.forEach(issue -> consents.merge(issue, isFinal, (one, other) -> one || other));
    }

    /** What all have signed is agreed; earlier agreements that it settles otherwise are over. */
    private void conclude(Text text) {
      Deal deal = deals.get(text);
      if (deal == null || !text.brackets().isEmpty()) {
        return;
      }
      Set<IssueId> common = new LinkedHashSet<>(text.terms().issues());
      common.removeIf(issue -> !deal.isSignedByAll(issue));
      if (text.binding() == Binding.WHOLE && common.size() < text.terms().issues().size()) {
        return;
      }
      signings++;
      if (!deal.agreed.keySet().containsAll(common)) {
        deals.remove(text);
        deals.put(text, deal);
      }
      agreed(deal);
      common.forEach(issue -> deal.agreed.putIfAbsent(issue, signings));
      weigh(deal); // one whose condition has failed already settles nothing, and fails no other
      for (Deal earlier : List.copyOf(deals.values())) {
        if (earlier != deal && replaces(deal, earlier)) {
          over(earlier);
        }
      }
    }

    private void agreed(Deal deal) {
      boolean met = deal.met.containsAll(deal.text.conditions());
      lines.replaceAll((line, state) -> state.agreed(deal.text, met));
    }

    private static boolean replaces(Deal later, Deal earlier) {
      Set<IssueId> issues = earlier.settles();
      return !issues.isEmpty()
          && later.text.parties().containsAll(earlier.text.parties())
          && later.settles().containsAll(issues)
          && issues.stream().allMatch(i -> later.agreed.get(i) > earlier.agreed.get(i))
          && issues.stream()
              .anyMatch(i -> !later.text.terms().on(i).equals(earlier.text.terms().on(i)));
    }

    /** Follows what is settled now, until nothing changes any more. */
    private void followUp(Map<Pair, Value> before) {
      Map<Pair, Value> last;
      do {
        last = settled();
        for (Deal deal : deals.values()) {
          weigh(deal);
        }
        overtake(before, settled());
      } while (!last.equals(settled()));
    }

    /** A condition is met once all have settled inside it, and fails once two settle outside. */
    private void weigh(Deal deal) {
      for (Condition condition :
          deal.settles().isEmpty() ? List.<Condition>of() : deal.text.conditions()) {
        Optional<Region> asked = condition.ask().on(scale(condition.issue()));
        if (asked.isEmpty() || deal.met.contains(condition)) {
          continue;
        }
        Map<Pair, Value> settled = settled();
        boolean all =
            agenda.principals().stream().filter(deal.text.parties()::contains).count() > 1;
        for (Pair pair : pairs()) {
          if (pair.issue().equals(condition.issue())
              && deal.text.parties().contains(pair.one())
              && deal.text.parties().contains(pair.other())) {
            Optional<Value> value = Optional.ofNullable(settled.get(pair));
            all &= value.isPresent();
            deal.failed |= value.filter(v -> !asked.get().holds(v)).isPresent();
          }
        }
        if (all && !deal.failed) {
          deal.met.add(condition);
          agreed(deal);
        }
      }
      if (deal.failed) {
        lines.replaceAll(
            (line, state) ->
                deal.text.terms().on(line.issue()).isPresent()
                    ? discharged(state, deal.text)
                    : state);
      }
    }

    /** The value of what has failed leaves the position; nothing older returns. */
    private static State discharged(State state, Text text) {
      State after = state.unsigned(text);
      if (state.restsOn(text)) {
        Region last = after.lastRegion().orElse(null);
        after.said.clear();
        after.given = null;
        after.last = after.region().isPresent() ? null : last;
      }
      return after;
    }

    private void reject(ActorId by, Offer offer, Set<IssueId> undisputed) {
      Life life = offers.get(offer);
      List<Line> left = new ArrayList<>();
      for (ActorId other : offer.proposal() ? offer.to() : Set.of(offer.by())) {
        for (IssueId issue : offer.issues()) {
          Optional<Line> line = line(by, issue, other);
          if (line.isEmpty()
              || life != null && life.states.get(by) != null && accepted(life, by, issue)) {
            continue;
          }
          if (undisputed.contains(issue)) {
            left.add(line.get());
          } else {
            say(line.get(), What.REJECT);
          }
        }
      }
      if (offer.proposal()) {
        refuse(by, offer.text());
      } else if (life != null && life.stands(by)) {
        end(life, by, offer.terms().issues(), OfferState.REJECTED);
      }
      for (Line line : left) {
        List<Said> said = read(line, offer, true);
        if (!said.isEmpty()) {
          state(line, What.UNDISPUTED, said.stream().map(Said::alone).toList());
        }
      }
    }

    private void shift(ActorId by, Substantive.Shift shift) {
      if (shift.issue().isEmpty()) {
        unplaced.add(new Unplaced(by, shift.direction(), id));
        return;
      }
      What what =
          switch (shift.direction()) {
            case SOFTER -> What.SOFTER;
            case HARDER -> What.HARDER;
            case UNCHANGED -> What.UNCHANGED;
          };
      for (ActorId other : shift.toward().isEmpty() ? agenda.counterparts(by) : shift.toward()) {
        line(by, shift.issue().get(), other).ifPresent(line -> say(line, what));
      }
    }

    /** Who has settled an issue otherwise has no use for an offer on it. */
    private void overtake(Map<Pair, Value> before, Map<Pair, Value> after) {
      after.forEach(
          (pair, value) -> {
            if (value.equals(before.get(pair))) {
              return;
            }
            for (Life life : List.copyOf(offers.values())) {
              for (ActorId to : List.copyOf(life.states.keySet())) {
                Set<ActorId> both = Set.of(pair.one(), pair.other());
                boolean theirs =
                    life.offer.proposal()
                        ? both.contains(to) && life.offer.to().containsAll(both)
                        : both.equals(Set.of(life.offer.by(), to));
                Optional<Value> offered = life.offer.terms().on(pair.issue());
                if (theirs
                    && life.stands(to, pair.issue())
                    && offered.isPresent()
                    && !offered.get().equals(value)) {
                  end(
                      life,
                      to,
                      life.offer.binding() == Binding.WHOLE
                          ? life.offer.terms().issues()
                          : Set.of(pair.issue()),
                      OfferState.OVERTAKEN);
                }
              }
            }
          });
    }

    // Remarks.

    private void noteWhatIsMet() {
      lines.forEach(
          (line, state) -> {
            State theirs = at(line.inReturn());
            List<Region> enough = new ArrayList<>();
            if (state.demand != null && state.demand.sufficient()) {
              state.demand.region().ifPresent(enough::add);
            }
            state.said.stream().filter(Said::enough).forEach(s -> s.reads().ifPresent(enough::add));
            for (Region region : enough) {
              state.met |= theirs.region().filter(region::encloses).isPresent();
              state.met |=
                  theirs.said.stream()
                      .anyMatch(s -> s.exact().filter(region::encloses).isPresent());
            }
          });
    }

    private void remarkTightening(Line line, State before, boolean displaces) {
      Optional<Region> was = before.region();
      Optional<Region> is = at(line).region();
      if (was.isEmpty() || is.isEmpty()) {
        return;
      }
      Optional<Region> theirs = theirs(line);
      boolean tighter = displaces;
      boolean bothMeet = true;
      if (theirs.isPresent()) {
        BigDecimal then = was.get().distance(theirs.get());
        BigDecimal now = is.get().distance(theirs.get());
        bothMeet = then.signum() == 0 && now.signum() == 0;
        tighter |= now.subtract(then).compareTo(negligible(line.issue())) > 0;
      }
      if (bothMeet) {
        tighter |= was.get().encloses(is.get()) && !is.get().encloses(was.get());
      }
      if (tighter) {
        remarks.add(
            new Remark(before.met ? RemarkKind.MOVED_GOALPOSTS : RemarkKind.ESCALATION, line));
      }
    }

    // Rounds.

    private void closeRound() {
      if (!roundOpen) {
        return;
      }
      List<Step> steps = new ArrayList<>();
      for (Line line : lines.keySet()) {
        Log log = logs.get(line);
        if (log != null && !log.inconsistent) {
          measure(line, baseline.get(line), log.events, log.opening, tiesBefore)
              .ifPresent(steps::add);
        }
      }
      for (ActorId party : agenda.principals()) {
        for (Direction way : Direction.values()) {
          unplaced.stream()
              .filter(u -> u.party().equals(party) && u.way() == way)
              .findFirst()
              .ifPresent(u -> steps.add(step(u)));
        }
      }
      Map<Pair, Value> before = settledBefore;
      Map<Pair, Value> after = settled();
      Verdict verdict = verdict(steps, before, after);
      Map<Pair, Value> newly = new LinkedHashMap<>(after);
      newly.entrySet().removeAll(before.entrySet());
      Set<Pair> unsettled = new LinkedHashSet<>(before.keySet());
      unsettled.removeAll(after.keySet());
      logs.forEach(
          (line, log) -> {
            if (!log.inconsistent) {
              remarks.remove(new Remark(RemarkKind.INTERNAL_INCONSISTENCY, line));
            }
          });
      rounds.add(
          new Round(
              rounds.size() + 1,
              verdict,
              List.copyOf(steps),
              Set.copyOf(remarks),
              newly,
              unsettled,
              openBefore,
              openIssues()));
      switch (verdict) {
        case HELD, REGRESSED -> {
          stalled++;
          stalledOrUnreported++;
          atImpasse |= stalled >= policy.stallAfter();
        }
        case UNREPORTED -> stalledOrUnreported++;
        case MOVED, MIXED, STATED -> {
          stalled = 0;
          stalledOrUnreported = 0;
        }
      }
      roundOpen = false;
      baseline = copy(lines);
      settledBefore = settled();
      tiesBefore = new HashSet<>(ties);
      openBefore = openIssues();
      logs = new LinkedHashMap<>();
      unplaced = new ArrayList<>();
      remarks = new LinkedHashSet<>();
    }

    private static Step step(Unplaced unplaced) {
      Kind kind =
          switch (unplaced.way()) {
            case SOFTER -> Kind.CONCEDED;
            case HARDER -> Kind.HARDENED;
            case UNCHANGED -> Kind.HELD;
          };
      return new Step(
          unplaced.party(),
          Optional.empty(),
          Optional.empty(),
          kind,
          Optional.empty(),
          Optional.empty(),
          List.of(unplaced.id()));
    }

    private BigDecimal negligible(IssueId issue) {
      BigDecimal step =
          scale(issue) instanceof Scale.Quantity quantity ? quantity.step() : BigDecimal.ONE;
      return policy.negligible().multiply(step);
    }

    /** A kind with its size. */
    private record Measured(Kind kind, Optional<BigDecimal> size) {
      static Measured unsized(Kind kind) {
        return new Measured(kind, Optional.empty());
      }
    }

    /** The table of steps. */
    private Optional<Step> measure(
        Line line, State base, List<Event> events, int first, Set<Tie> tiedBefore) {
      if (events.isEmpty()) {
        return Optional.empty();
      }
      Event last = events.get(events.size() - 1);
      State close = base;
      for (Event event : events) {
        close = event.what().moves() || event.what() == What.RESTORED ? event.after() : close;
      }

      // Where there is no baseline, the first statement is the baseline for the rest.
      State from = base;
      Optional<Region> opening = Optional.empty();
      List<Event> rest = events;
      boolean opened = false;
      if (first != Log.NONE && !base.stated() && base.last == null) {
        opened = true;
        from = events.get(first).after();
        opening = from.region();
        rest = events.subList(first + 1, events.size());
      }
      List<Event> moving = rest.stream().filter(e -> e.what().moves()).toList();

      Measured measured = null;
      if (!moving.isEmpty()) {
        measured = measured(line, from, close, moving.get(moving.size() - 1), last.theirs());
      } else if (opened) {
        measured = Measured.unsized(Kind.STATED);
      } else if (rest.stream()
          .anyMatch(
              e -> e.what() == What.REJECT || e.what() == What.UNCHANGED || e.what() == What.TIE)) {
        measured = Measured.unsized(Kind.HELD);
      }

      boolean conceded = false;
      boolean hardened = false;
      for (Event event : events) {
        conceded |= event.what() == What.SOFTER;
        hardened |= event.what() == What.HARDER || event.hardens();
        if (event.what() == What.TIE) {
          boolean more = !waitsFor(tiedBefore, line).containsAll(waitsFor(ties, line));
          hardened |= more;
          conceded |= !more && !waitsFor(ties, line).containsAll(waitsFor(tiedBefore, line));
        }
      }
      if (!moving.isEmpty()) {
        int firmer = firmer(from.demand, close.demand);
        conceded |= firmer < 0;
        hardened |= firmer > 0;
        Optional<Set<IssueId>> were = from.conditionsOf(line.party());
        Optional<Set<IssueId>> are = close.conditionsOf(line.party());
        if (were.isPresent() && are.isPresent()) {
          conceded |= !are.get().containsAll(were.get());
          hardened |= !were.get().containsAll(are.get());
        }
      }

      boolean dropped = close.dropped && events.stream().anyMatch(e -> e.what() == What.DROP);
      boolean reopened = false;
      for (Event event : events) {
        reopened = event.reopens() || reopened && event.what() != What.CONSENT;
      }
      Measured kind;
      if (dropped) {
        kind = Measured.unsized(Kind.DROPPED);
      } else if (reopened) {
        kind = Measured.unsized(Kind.REOPENED);
      } else if (last.what() == What.RESTORED) {
        kind = Measured.unsized(Kind.RESTORED);
      } else if (measured != null && measured.kind() == Kind.CONCEDED) {
        kind = measured;
      } else if (conceded) {
        kind = Measured.unsized(Kind.CONCEDED);
      } else if (measured != null && measured.kind() == Kind.HARDENED) {
        kind = measured;
      } else if (hardened) {
        kind = Measured.unsized(Kind.HARDENED);
      } else if (measured == null) {
        return Optional.empty();
      } else if (opened && measured.kind() == Kind.HELD) {
        kind = Measured.unsized(Kind.STATED);
      } else {
        kind = measured;
      }
      return Optional.of(
          new Step(
              line.party(),
              Optional.of(line.issue()),
              Optional.of(line.toward()),
              kind.kind(),
              kind.size(),
              kind.kind() == Kind.REOPENED ? Optional.empty() : opening,
              events.stream().map(Event::id).distinct().toList()));
    }

    /** What the regions say, from one end to the other. */
    private Measured measured(
        Line line, State from, State close, Event lastMove, Optional<Region> theirs) {
      BigDecimal e = negligible(line.issue());
      Optional<Region> was = from.lastRegion();
      Optional<Region> is = close.region();
      if (lastMove.agreed().isPresent()) {
        if (was.isEmpty()) {
          return Measured.unsized(Kind.QUANTIFIED);
        }
        BigDecimal way = was.get().distance(lastMove.agreed().get());
        return way.compareTo(e) > 0
            ? new Measured(Kind.CONCEDED, Optional.of(way))
            : Measured.unsized(Kind.HELD);
      }
      if (is.isEmpty()) {
        if (!close.stated()) {
          return Measured.unsized(lastMove.what() == What.WITHDRAW ? Kind.HARDENED : Kind.HELD);
        }
        boolean sameWords = from.region().isEmpty() && from.words().equals(close.words());
        return Measured.unsized(sameWords ? Kind.HELD : Kind.CHANGED);
      }
      if (was.isEmpty()) {
        return Measured.unsized(Kind.QUANTIFIED);
      }
      if (theirs.isPresent()) {
        BigDecimal then = was.get().distance(theirs.get());
        BigDecimal now = is.get().distance(theirs.get());
        BigDecimal step = then.subtract(now);
        if (crosses(was.get(), is.get(), theirs.get())) {
          return new Measured(Kind.CHANGED, Optional.of(step));
        }
        if (step.compareTo(e) > 0) {
          return new Measured(Kind.CONCEDED, Optional.of(step));
        }
        if (step.negate().compareTo(e) > 0) {
          return new Measured(Kind.HARDENED, Optional.of(step));
        }
        if (then.signum() != 0 || now.signum() != 0) {
          return was.get().sameAs(is.get())
              ? Measured.unsized(Kind.HELD)
              : new Measured(Kind.CHANGED, Optional.of(step));
        }
      }
      if (was.get().sameAs(is.get())) {
        return Measured.unsized(Kind.HELD);
      }
      if (is.get().encloses(was.get())) {
        return Measured.unsized(Kind.CONCEDED);
      }
      if (was.get().encloses(is.get())) {
        return Measured.unsized(Kind.HARDENED);
      }
      return theirs.isPresent()
          ? new Measured(Kind.CHANGED, Optional.of(BigDecimal.ZERO))
          : Measured.unsized(Kind.CHANGED);
    }

    private static boolean crosses(Region was, Region is, Region theirs) {
      if (!(was instanceof Span a && is instanceof Span b && theirs instanceof Span middle)) {
        return false;
      }
      return a.high().compareTo(middle.low()) < 0 && b.low().compareTo(middle.high()) > 0
          || a.low().compareTo(middle.high()) > 0 && b.high().compareTo(middle.low()) < 0;
    }

    /** Above zero where the later demand is firmer, below where it is less so. */
    private static int firmer(@Nullable Asked before, @Nullable Asked after) {
      if (before == null
          || after == null
          || before.firmness().isEmpty()
          || after.firmness().isEmpty()) {
        return 0;
      }
      return before.firmness().get().compareTo(after.firmness().get());
    }

    private Verdict verdict(
        List<Step> steps, Map<Pair, Value> settledBefore, Map<Pair, Value> settledAfter) {
      boolean conceded = !settledBefore.entrySet().containsAll(settledAfter.entrySet());
      boolean hardened = !settledAfter.keySet().containsAll(settledBefore.keySet());
      boolean stated = false;
      Set<ActorId> held = new HashSet<>();
      for (Step step : steps) {
        stated |= step.opening().isPresent();
        switch (step.kind()) {
          case CONCEDED, DROPPED -> conceded = true;
          case HARDENED, REOPENED -> hardened = true;
          case STATED, QUANTIFIED -> stated = true;
          case HELD, RESTORED -> held.add(step.party());
          case CHANGED -> {
            if (step.size().filter(s -> s.signum() == 0).isPresent()) {
              held.add(step.party());
            } else {
              stated = true;
            }
          }
          case UNREPORTED -> {}
        }
      }
      if (conceded) {
        return hardened ? Verdict.MIXED : Verdict.MOVED;
      }
      if (hardened) {
        return Verdict.REGRESSED;
      }
      if (stated) {
        return Verdict.STATED;
      }
      return held.containsAll(agenda.principals()) ? Verdict.HELD : Verdict.UNREPORTED;
    }

    // What is settled, open and apart.

    private List<Pair> pairs() {
      List<Pair> pairs = new ArrayList<>();
      for (IssueId issue : agenda.issues().keySet()) {
        for (int i = 0; i < agenda.principals().size(); i++) {
          for (int j = i + 1; j < agenda.principals().size(); j++) {
            pairs.add(new Pair(issue, agenda.principals().get(i), agenda.principals().get(j)));
          }
        }
      }
      return pairs;
    }

    /** What is agreed between two and taken up again by neither; of several, what was last. */
    private Map<Pair, Value> settled() {
      Map<Pair, Value> settled = new LinkedHashMap<>();
      for (Pair pair : pairs()) {
        int latest = 0;
        for (Deal deal : deals.values()) {
          if (deal.settles().contains(pair.issue())
              && deal.text.parties().contains(pair.one())
              && deal.text.parties().contains(pair.other())
              && deal.agreed.get(pair.issue()) > latest) {
            Value value = deal.text.terms().on(pair.issue()).get();
            if (holds(new Line(pair.one(), pair.issue(), pair.other()), value)
                && holds(new Line(pair.other(), pair.issue(), pair.one()), value)) {
              latest = deal.agreed.get(pair.issue());
              settled.put(pair, value);
            }
          }
        }
      }
      return settled;
    }

    private boolean holds(Line line, Value value) {
      Region region = Region.exactly(scale(line.issue()), value);
      return at(line).signed.stream().anyMatch(s -> s.region().sameAs(region));
    }

    /** How many issues are open: everybody has stated something, and no value lies in all of it. */
    private int openIssues() {
      Map<Pair, Value> settled = settled();
      int open = 0;
      for (IssueId issue : agenda.issues().keySet()) {
        boolean unstated = false;
        boolean words = false;
        List<Region> regions = new ArrayList<>();
        for (ActorId party : agenda.principals()) {
          boolean stated = false;
          for (ActorId other : agenda.counterparts(party)) {
            State state = at(new Line(party, issue, other));
            stated |= state.stated();
            words |= state.stated() && state.region().isEmpty();
            state.region().ifPresent(regions::add);
          }
          unstated |= !stated;
        }
        List<Pair> here = pairs().stream().filter(p -> p.issue().equals(issue)).toList();
        boolean allSettled =
            settled.keySet().containsAll(here)
                && here.stream().map(settled::get).distinct().count() == 1;
        boolean within =
            deals.values().stream()
                .filter(d -> !d.settles().isEmpty())
                .filter(d -> d.text.parties().containsAll(agenda.principals()))
                .flatMap(d -> d.text.conditions().stream().filter(c -> !d.met.contains(c)))
                .anyMatch(c -> c.issue().equals(issue) && c.ask().on(scale(issue)).isPresent());
        if (!unstated && !allSettled && (words || within || !meet(regions))) {
          open++;
        }
      }
      return open;
    }

    private static boolean meet(List<Region> regions) {
      Optional<Region> common = Optional.of(regions.get(0));
      for (Region region : regions) {
        common = common.flatMap(c -> c.intersection(region));
      }
      return common.isPresent();
    }

    Reference result() {
      Map<Pair, Value> settled = settled();
      Map<Line, Stand> stands = new LinkedHashMap<>();
      Map<Line, DemandState> demands = new LinkedHashMap<>();
      lines.forEach(
          (line, state) -> {
            Optional<Value> value = agreed(settled, line);
            stands.put(
                line,
                new Stand(
                    state.region(),
                    state.words(),
                    state.stated(),
                    state.said.stream().anyMatch(Said::provisional),
                    state.said.stream().anyMatch(Said::inPackage),
                    state.said.stream().anyMatch(s -> !s.conditions().isEmpty()),
                    value,
                    Optional.ofNullable(state.undisputed)));
            demandState(line, state, value).ifPresent(s -> demands.put(line, s));
          });
      List<Apart> gaps = new ArrayList<>();
      for (Pair pair : pairs()) {
        Optional<Region> one = at(new Line(pair.one(), pair.issue(), pair.other())).region();
        Optional<Region> other = at(new Line(pair.other(), pair.issue(), pair.one())).region();
        gaps.add(
            new Apart(
                pair,
                one.flatMap(r -> other.map(r::distance)),
                Optional.ofNullable(settled.get(pair))));
      }
      return new Reference(
          List.copyOf(rounds),
          stands,
          gaps,
          demands,
          new Stall(
              stalled, stalledOrUnreported, atImpasse, declared.containsAll(agenda.principals())));
    }

    private static Optional<Value> agreed(Map<Pair, Value> settled, Line line) {
      Value value = settled.get(new Pair(line.issue(), line.party(), line.toward()));
      return Optional.ofNullable(
          value == null ? settled.get(new Pair(line.issue(), line.toward(), line.party())) : value);
    }

    private Optional<DemandState> demandState(Line line, State state, Optional<Value> value) {
      if (state.demand == null) {
        if (state.dropped) {
          return Optional.of(DemandState.DROPPED);
        }
        return state.ended ? Optional.of(DemandState.NOT_MET) : Optional.empty();
      }
      Optional<Region> asked = state.demand.region();
      if (value.isPresent()) {
        if (asked.isEmpty()) {
          return Optional.of(DemandState.CANNOT_TELL);
        }
        return Optional.of(asked.get().holds(value.get()) ? DemandState.MET : DemandState.NOT_MET);
      }
      for (Signature within : state.signed) {
        if (at(line.inReturn()).signed.stream().anyMatch(s -> s.text().equals(within.text()))) {
          if (asked.isEmpty()) {
            return Optional.of(DemandState.CANNOT_TELL);
          }
          if (asked.get().encloses(within.region())) {
            return Optional.of(DemandState.MET);
          }
          return Optional.of(
              asked.get().meets(within.region()) ? DemandState.CANNOT_TELL : DemandState.NOT_MET);
        }
      }
      return Optional.of(state.demand.state());
    }
  }
}
