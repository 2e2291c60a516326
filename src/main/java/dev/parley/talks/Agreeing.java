package dev.parley.talks;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Value;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Accord.Fulfilment;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Assent;
import dev.parley.agreement.Consent;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Demand;
import dev.parley.demand.Lasting;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.When;
import dev.parley.talks.DemandLife.DemandState;
import dev.parley.talks.TransitionTable.Transition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The life of agreements: what comes of a consent given or refused, to the agreement itself, to
 * what it overtakes and replaces, and to the parties' demands and positions.
 */
final class Agreeing {
  private static final Tables.Consents NO_MATTER = new Tables.Consents(false, false, false);

  private Agreeing() {}

  /** Says whether something about a text happens on a day by itself. */
  static boolean isDated(Text text) {
    return text.inForce().date().isPresent()
        || text.lasts().isPresent()
        || text.undertakings().stream().anyMatch(u -> u.refrain() && u.due().isPresent())
        || hasDays(text);
  }

  /** Says whether something is to be done on a day, or so long after something else. */
  private static boolean hasDays(Text text) {
    return Stream.concat(
            text.undertakings().stream().map(Undertaking::trigger),
            text.instalments().stream().map(Instalment::trigger))
        .anyMatch(
            trigger ->
                trigger instanceof Trigger.AfterDays
                    || trigger instanceof Trigger.OnDate
                    || trigger instanceof Trigger.After after && !after.later().isZero());
  }

  /** Says whether an instalment is due as soon as the agreement is in force. */
  private static boolean hasStepAtOnce(Text text) {
    return text.instalments().stream().anyMatch(i -> i.trigger() instanceof Trigger.OnForce);
  }

  /** Returns an agreement after something that looks at no consents. */
  static Accord next(Draft draft, Accord accord, Tables.AgreementEvent event) {
    return fire(draft, accord, event, When.UNKNOWN);
  }

  /** What happens by itself to one agreement on some date; in this order where dates are one. */
  private enum Turn {
    ENTER,
    TIME_IS_UP,
    SET_OFF,
    EXPIRE
  }

  private record Happening(Text text, Turn turn, When on) {}

  private static final Comparator<Happening> EARLIEST =
      Comparator.comparing(Happening::on, When::compareEnds).thenComparing(Happening::turn);

  /** Lets happen what happens by itself up to a date, the earliest first. */
  static void comesTo(Draft draft, When date) {
    When now = judged(draft, date);
    Set<Happening> done = new HashSet<>(); // each happens once, whatever the tables make of it
    Optional<Happening> first = first(draft.situation, now, done);
    while (first.isPresent()) {
      done.add(first.get());
      happen(draft, first.get());
      first = first(draft.situation, now, done);
    }
  }

  private static Optional<Happening> first(Situation s, When now, Set<Happening> done) {
    return s.agreements().values().stream()
        .filter(accord -> isDated(accord.text()))
        .flatMap(accord -> happenings(accord, now))
        .filter(h -> !done.contains(h))
        .min(EARLIEST);
  }

  private static Stream<Happening> happenings(Accord accord, When now) {
    Stream.Builder<Happening> all = Stream.builder();
    Text text = accord.text();
    text.inForce()
        .date()
        .filter(day -> accord.stage() == AgreementStage.SIGNED && now.startsWithinOrAfter(day))
        .ifPresent(day -> all.add(new Happening(text, Turn.ENTER, day)));
    ObligationConduct.timesUp(accord).stream()
        .filter(now::certainlyAfter)
        .forEach(due -> all.add(new Happening(text, Turn.TIME_IS_UP, due)));
    ObligationConduct.days(accord).stream()
        .filter(now::startsWithinOrAfter)
        .forEach(day -> all.add(new Happening(text, Turn.SET_OFF, day)));
    accord
        .ends()
        .filter(now::certainlyAfter)
        .ifPresent(end -> all.add(new Happening(text, Turn.EXPIRE, end)));
    return all.build();
  }

  private static void happen(Draft draft, Happening happening) {
    When on = happening.on();
    draft.comeTo(on);
    Accord accord = requireNonNull(draft.situation.agreements().get(happening.text()));
    switch (happening.turn()) {
      case ENTER -> enter(draft, happening.text(), on);
      case TIME_IS_UP ->
          draft.put(
              ObligationConduct.refrained(
                  draft.situation, accord, o -> o.undertaking().due().equals(Optional.of(on))));
      case SET_OFF -> {} // what has come is set off below
      case EXPIRE -> over(draft, accord, Tables.AgreementEvent.EXPIRE);
    }
    settleUp(draft, on);
  }

  /** An offer whose last day is over unsigned carries nobody's consent any more. */
  static void lapses(Draft draft, When date) {
    When now = judged(draft, date);
    for (Offer offer : ImmutableList.copyOf(draft.offers().keySet())) {
      @Nullable Accord accord = draft.situation.agreements().get(offer.text());
      if (accord != null && !accord.stage().isSigned() && offer.hasLapsed(now)) {
        draft.end(accord);
        fall(draft, accord, p -> false);
        reopenDemands(draft, accord);
        draft.resettle();
      }
    }
  }

  /** Returns the situation of a text to which nobody has consented yet. */
  private static Accord untouched(Text text) {
    ImmutableMap.Builder<Condition, Fulfilment> conditions = ImmutableMap.builder();
    text.conditions().forEach(c -> conditions.put(c, Fulfilment.OPEN));
    return Accord.builder()
        .text(text)
        .stage(AgreementStage.TABLED)
        .putAllConditions(conditions.buildKeepingLast())
        .build();
  }

  /** Takes down the consents of some parties to a text, and follows what comes of them. */
  static void give(Draft draft, Text text, Map<ActorId, Assent> given, When date) {
    @Nullable Accord was = draft.situation.agreements().get(text);
    Accord accord = was == null ? untouched(text) : was;
    Map<ActorId, Assent> assents = new LinkedHashMap<>(accord.assents());
    given.forEach((party, more) -> assents.merge(party, more, Assent::and));
    When on = judged(draft, date);
    Accord candidate = accord.withAssents(assents);
    if (draft
            .situation
            .machine()
            .agreement()
            .fire(
                candidate.stage(),
                Tables.AgreementEvent.CONSENT,
                consents(draft.situation, candidate, on))
        instanceof Transition) {
      boolean signedBefore = accord.isGivenByAll(Consent.Kind::isFinal);
      if (!signedBefore && candidate.isGivenByAll(Consent.Kind::isFinal)) {
        draft.putLast(candidate); // of two that settle an issue, the later signed governs
      } else {
        draft.put(candidate);
      }
      follow(draft, accord.settles(), text, on);
      Accord after = requireNonNull(draft.situation.agreements().get(text));
      for (ActorId party : Sets.intersection(after.bound(), accord.assents().keySet())) {
        if (!accord.bound().contains(party)) {
          Consenting.bindOthers(draft, after, party); // it had left
        }
      }
      settleUp(draft, on);
    }
  }

  /** What has no date is judged at the latest so far. */
  private static When judged(Draft draft, When date) {
    return date.earliest().isPresent() ? date : draft.situation.latest().orElse(date);
  }

  /** Moves an agreement on as far as the consents to it carry. */
  private static void follow(Draft draft, Set<IssueId> settledBefore, Text text, When on) {
    Accord before = requireNonNull(draft.situation.agreements().get(text));
    Accord now = fire(draft, before, Tables.AgreementEvent.CONSENT, on);
    draft.put(now);
    if (now.stage().isSigned()) {
      Accord weighed = Conditions.weighFirst(draft, now);
      signed(draft, weighed, Sets.difference(weighed.settles(), settledBefore).immutableCopy());
      enter(draft, text, on);
    }
  }

  private static Accord fire(Draft draft, Accord accord, Tables.AgreementEvent event, When on) {
    return accord.withStage(
        draft
            .situation
            .machine()
            .agreement()
            .next(accord.stage(), event, consents(draft.situation, accord, on)));
  }

  private static Tables.Consents consents(Situation s, Accord accord, When on) {
    boolean isFinal =
        accord.isGivenByAll(Consent.Kind::isFinal)
            && accord.text().brackets().isEmpty()
            && !isHeldBack(s, accord);
    return new Tables.Consents(
        accord.isGivenByAll(Consent.Kind::stands), isFinal, Entering.isDue(s, accord, on));
  }

  /** Under a single undertaking a part waits for the whole. */
  private static boolean isHeldBack(Situation s, Accord accord) {
    return s.policy().singleUndertaking()
        && !accord.text().standsAlone()
        && !accord.text().interim()
        && !Settling.concludes(s)
        && !Settling.isComprehensive(s, accord, a -> a.isGivenByAll(Consent.Kind::isFinal));
  }

  /** What follows when some issues are signed by all whom a text binds. */
  private static void signed(Draft draft, Accord accord, ImmutableSet<IssueId> issues) {
    draft.resettle();
    draft.agreed(accord);
    tellDemands(draft, accord, issues, p -> true, e -> e != Tables.DemandEvent.FAIL);
    draft.put(
        accord
            .withObligations(ObligationConduct.arising(draft.situation, accord))
            .withEnds(
                accord
                    .text()
                    .lasts()
                    .filter(Lasting.Until.class::isInstance)
                    .flatMap(until -> until.after(When.UNKNOWN))
                    .or(accord::ends)));
    replace(draft, accord, earlier -> !Suspending.isInForce(earlier));
  }

  /**
   * What stood open, for answers to it may change or be confirmed, is accepted where all have
   * signed it.
   */
  static void closeAgreed(Draft draft, Text text) {
    @Nullable Accord accord = draft.situation.agreements().get(text);
    if (accord == null || !accord.stage().isSigned()) {
      return;
    }
    ImmutableSet<IssueId> agreed = accord.agreedFinally();
    for (Offer offer : ImmutableList.copyOf(draft.offers().keySet())) {
      @Nullable Standing standing = draft.offers().get(offer);
      if (standing != null && offer.text().equals(text)) {
        ImmutableMap.Builder<ActorId, ImmutableSet<IssueId>> open = ImmutableMap.builder();
        standing
            .open()
            .forEach(
                (party, issues) -> {
                  ImmutableSet<IssueId> left = Sets.difference(issues, agreed).immutableCopy();
                  if (left.isEmpty()) {
                    draft.reportAccepted(offer, party);
                  } else {
                    open.put(party, left);
                  }
                });
        draft.put(offer, standing.withOpen(open.buildOrThrow()));
      }
    }
  }

  /** Brings a signed agreement into force, where nothing more is awaited. */
  private static void enter(Draft draft, Text text, When on) {
    Accord before = requireNonNull(draft.situation.agreements().get(text));
    Accord now = fire(draft, before, Tables.AgreementEvent.ENTER, on);
    if (now.stage() != before.stage()) {
      draft.put(
          now.withEnds(text.lasts().flatMap(time -> time.after(on)))
              .withEntered(Optional.of(on).filter(date -> hasDays(text) || hasStepAtOnce(text))));
      replace(draft, now, earlier -> true);
    }
    if (now.stage() == AgreementStage.IN_FORCE) {
      amend(draft, text);
    }
  }

  /** An amendment in force changes what it amends, for those who have consented to it. */
  private static void amend(Draft draft, Text text) {
    Accord amendment = requireNonNull(draft.situation.agreements().get(text));
    @Nullable Accord earlier = amended(draft, amendment);
    if (earlier != null) {
      ObligationConduct.amend(draft, earlier, amendment);
    }
    for (; earlier != null; earlier = amended(draft, earlier)) {
      if (amendment.ends().isPresent() && amendment.bound().containsAll(earlier.bound())) {
        draft.put(
            requireNonNull(draft.situation.agreements().get(earlier.text()))
                .withEnds(amendment.ends())); // it lasts as long as its extension
      }
    }
  }

  private static @Nullable Accord amended(Draft draft, Accord amendment) {
    return amendment.text().amends().map(draft.situation.agreements()::get).orElse(null);
  }

  /** A later agreement takes the place of those that it names, or settles otherwise. */
  private static void replace(Draft draft, Accord later, Predicate<Accord> which) {
    for (Accord earlier : draft.situation.agreements().values()) {
      if (earlier.text().equals(later.text())) {
        return; // what stands after it is later still
      }
      if (!earlier.stage().isOver()
          && later.bound().containsAll(earlier.bound())
          && (later.text().replaces().filter(earlier.text()::equals).isPresent()
              || earlier.stage().isSigned() && isSettledOtherwise(earlier, later))
          && which.test(earlier)) {
        over(draft, earlier, Tables.AgreementEvent.REPLACE);
      }
    }
  }

  /** Says whether one text settles all the issues of another, at least one of them otherwise. */
  private static boolean isSettledOtherwise(Accord earlier, Accord later) {
    ImmutableSet<IssueId> issues = earlier.settles();
    return !issues.isEmpty()
        && !later.text().interim()
        && later.settles().containsAll(issues)
        && issues.stream().anyMatch(i -> differ(earlier.text(), later.text(), i));
  }

  /** Says whether two texts give an issue another value, or have it carried out in other steps. */
  static boolean differ(Text one, Text other, IssueId issue) {
    return !one.terms().on(issue).equals(other.terms().on(issue))
        || !steps(one, issue).equals(steps(other, issue));
  }

  private static List<Object> steps(Text text, IssueId issue) {
    List<Object> steps = new ArrayList<>();
    text.instalments().stream().filter(i -> i.terms().on(issue).isPresent()).forEach(steps::add);
    text.undertakings().stream()
        .filter(u -> u.terms().filter(t -> t.on(issue).isPresent()).isPresent())
        .forEach(steps::add);
    return steps;
  }

  /** Follows what is settled now: conditions, parts that waited for the whole, what is done. */
  static void settleUp(Draft draft, When on) {
    draft.resettle();
    for (Text text : draft.situation.agreements().keySet()) {
      @Nullable Accord accord = draft.situation.agreements().get(text);
      if (accord != null) { // what another has replaced meanwhile waits for nothing
        Conditions.weigh(draft, accord);
        Conditions.ratify(draft, text, on);
      }
    }
    if (draft.situation.policy().singleUndertaking()) {
      followTheWhole(draft, on);
    }
    for (Text text : draft.situation.agreements().keySet()) {
      if (text.inForce().event().isPresent() && draft.situation.agreements().containsKey(text)) {
        enter(draft, text, on);
      }
    }
    for (Text text : draft.situation.agreements().keySet()) {
      ObligationConduct.understood(draft, requireNonNull(draft.situation.agreements().get(text)));
      finish(draft, requireNonNull(draft.situation.agreements().get(text)));
    }
    for (Text text : draft.situation.agreements().keySet()) {
      Accord accord = requireNonNull(draft.situation.agreements().get(text));
      Accord known = ObligationConduct.awaited(draft.situation, accord, on);
      Accord setOff = ObligationConduct.setOff(draft.situation, known, on);
      if (!setOff.equals(accord)) {
        draft.put(setOff);
      }
    }
  }

  /** Under a single undertaking the parts are signed with the whole, and wait again if it fails. */
  private static void followTheWhole(Draft draft, When on) {
    for (Text text : draft.situation.agreements().keySet()) {
      @Nullable Accord part = draft.situation.agreements().get(text);
      if (part != null
          && fire(draft, part, Tables.AgreementEvent.CONSENT, on).stage() != part.stage()) {
        follow(draft, part.settles(), text, on);
        draft.resettle();
      }
    }
  }

  /**
   * Ends an agreement under which nothing more is owed; one of which less was done than was said
   * goes on.
   */
  private static void finish(Draft draft, Accord accord) {
    if (accord.obligations().isEmpty()) {
      return;
    }
    boolean done = // what ended with one who left was not carried out
        accord.obligations().values().stream()
            .map(Obligation.Status::state)
            .allMatch(state -> state.isOver() && state != ObligationState.TERMINATED);
    Accord now =
        next(draft, accord, done ? Tables.AgreementEvent.FULFIL : Tables.AgreementEvent.FALL_SHORT);
    if (now.stage() != accord.stage()) {
      draft.put(now);
    }
  }

  /**
   * Takes down that a party rejects what stood open with it of an offer. What all have signed is
   * not refused by that, nor what it had accepted of a severable one.
   */
  static void reject(Draft draft, Text text, ActorId by, Set<IssueId> open) {
    @Nullable Accord accord = draft.situation.agreements().get(text);
    if (accord == null || accord.stage().isSigned()) {
      return;
    }
    @Nullable Assent assent = accord.assents().get(by);
    if (assent == null || open.containsAll(assent.finallyOn())) {
      refuse(draft, text, by);
    }
  }

  /**
   * Takes down that a party refuses a text to which somebody has consented. One that had joined it,
   * or on whom it does not depend, refuses for itself.
   */
  static void refuse(Draft draft, Text text, ActorId by) {
    @Nullable Accord accord = draft.situation.agreements().get(text);
    if (accord == null || !accord.concerned().contains(by)) {
      return;
    }
    Accord refused = answered(accord, by, Consent.Kind.REFUSED);
    if (Entering.isNeeded(draft.situation, accord, by)) {
      over(draft, accord, refused, Tables.AgreementEvent.REFUSE);
    } else {
      draft.put(ObligationConduct.left(draft.situation, accord, refused, by));
      lose(draft, accord, by);
    }
  }

  /** Returns an agreement with the answer of one that consents to nothing of it. */
  private static Accord answered(Accord accord, ActorId by, Consent.Kind kind) {
    return accord.withAssents(Draft.with(accord.assents(), by, Assent.of(kind, Set.of())));
  }

  /** Takes down a no to a proposal that still stands: the answers of others stay. */
  static void decline(Draft draft, Text text, ActorId by, When on) {
    @Nullable Accord accord = draft.situation.agreements().get(text);
    if (accord == null || accord.stage().isSigned() || !text.parties().contains(by)) {
      return;
    }
    draft.put(answered(accord, by, Consent.Kind.REFUSED));
    draft.fall(text, by, text.issues(), true);
    follow(draft, accord.settles(), text, judged(draft, on));
    settleUp(draft, on);
  }

  /**
   * Once an offer is over unsigned, in all or in some parts, it carries nobody's consent there any
   * more. One that nobody has accepted carries none: who attests the same text has said so itself.
   */
  static void offerIsOver(Draft draft, Offer offer, Tables.OfferEvent event) {
    @Nullable Accord accord = draft.situation.agreements().get(offer.text());
    if (accord == null
        || accord.stage().isOver()
        || !offer.proposal() && !accord.is(offer.by(), Consent.Kind::stands)) {
      return;
    }
    Set<IssueId> lost = lost(draft, offer, accord);
    boolean signed = accord.stage().isSigned();
    Map<ActorId, Assent> left = new LinkedHashMap<>();
    accord
        .assents()
        .forEach((party, assent) -> assent.without(lost).ifPresent(a -> left.put(party, a)));
    boolean carriesNone =
        offer.terms().issues().isEmpty()
            ? !isOpenToAll(draft, offer, accord)
            : offer.to().stream()
                .map(left::get)
                .noneMatch(assent -> assent != null && assent.kind().stands());
    if (!signed && carriesNone) {
      boolean redrafted = offer.proposal() && event == Tables.OfferEvent.REPLACE;
      draft.end(
          redrafted ? fire(draft, accord, Tables.AgreementEvent.REPLACE, When.UNKNOWN) : accord);
      fall(draft, accord, p -> false);
      reopenDemands(draft, accord);
    } else if (!left.equals(accord.assents())) {
      draft.put(accord.withAssents(left));
      fall(draft, accord, lost, p -> false);
    }
  }

  /** The issues of an offer that some addressee has not accepted and cannot accept any more. */
  private static Set<IssueId> lost(Draft draft, Offer offer, Accord accord) {
    @Nullable Standing standing = draft.offers().get(offer);
    Set<IssueId> lost = new LinkedHashSet<>();
    for (ActorId to : offer.to()) {
      @Nullable Assent assent = accord.assents().get(to);
      lost.addAll(
          Sets.difference(
              offer.terms().issues(),
              Sets.union(
                  standing == null ? Set.of() : standing.open().getOrDefault(to, ImmutableSet.of()),
                  assent == null ? Set.of() : assent.finallyOn())));
    }
    return offer.binding() == Binding.WHOLE && !lost.isEmpty() ? offer.terms().issues() : lost;
  }

  /** Part of a severable offer is over: nobody's provisional consent to it stands any more. */
  static void partIsOver(Draft draft, Offer offer, ActorId addressee, Set<IssueId> part) {
    @Nullable Accord accord = draft.situation.agreements().get(offer.text());
    @Nullable Assent assent = accord == null ? null : accord.assents().get(addressee);
    if (accord == null || assent == null) {
      return;
    }
    Set<IssueId> fallen = Sets.filter(part, i -> assent.parts().get(i) == Consent.Kind.PROVISIONAL);
    if (fallen.isEmpty()) {
      return;
    }
    ImmutableSet<IssueId> falling = ImmutableSet.copyOf(fallen);
    Optional<Assent> left = assent.without(falling);
    draft.put(
        accord.withAssents(
            left.isPresent()
                ? Draft.with(accord.assents(), addressee, left.get())
                : Draft.without(accord.assents(), addressee)));
    draft.fall(offer.text(), addressee, left.isPresent() ? falling : offer.text().issues(), true);
  }

  /** Of a text without terms: whoever has not consented yet can still do so. */
  private static boolean isOpenToAll(Draft draft, Offer offer, Accord accord) {
    @Nullable Standing standing = draft.offers().get(offer);
    return standing != null
        && offer.to().stream()
            .allMatch(p -> standing.open().containsKey(p) || accord.is(p, Consent.Kind::isFinal));
  }

  /** Ends an agreement as the table says; where the table has no place for it, nothing happens. */
  static void over(Draft draft, Accord accord, Tables.AgreementEvent event) {
    over(draft, accord, accord, event);
  }

  private static void over(Draft draft, Accord accord, Accord last, Tables.AgreementEvent event) {
    AgreementStage stage =
        draft.situation.machine().agreement().next(accord.stage(), event, NO_MATTER);
    if (stage == accord.stage()) {
      return;
    }
    draft.end(ObligationConduct.ended(draft.situation, last.withStage(stage)));
    fall(draft, accord, p -> last.is(p, kind -> kind == Consent.Kind.REFUSED));
    draft.resettle();
    reopenDemands(draft, accord);
    if (draft.situation.policy().singleUndertaking()) {
      followTheWhole(draft, draft.situation.latest().orElse(When.UNKNOWN));
    }
  }

  /** Lets all consents to a text fall; one that is refused was still to be confirmed. */
  private static void fall(Draft draft, Accord accord, Predicate<ActorId> refused) {
    fall(draft, accord, accord.text().issues(), refused);
    for (ActorId party : accord.assents().keySet()) {
      for (ActorId other : accord.concerned()) {
        for (IssueId issue : accord.text().issues()) {
          draft.change(new Line(party, issue, other), p -> p.unsigned(accord.text()));
        }
      }
    }
  }

  private static void fall(
      Draft draft, Accord accord, Set<IssueId> issues, Predicate<ActorId> refused) {
    draft.unaccept(accord.text(), issues);
    accord
        .assents()
        .forEach(
            (party, assent) -> {
              boolean toRatify = Entering.mustRatify(draft.situation, accord.text(), party);
              boolean someIsLeft = assent.without(issues).isPresent();
              for (IssueId issue : someIsLeft ? issues : accord.text().issues()) {
                Consent.Kind kind = assent.parts().getOrDefault(issue, assent.kind());
                boolean unconfirmed =
                    kind == Consent.Kind.PROVISIONAL
                        || refused.test(party)
                        || kind == Consent.Kind.SIGNED && toRatify;
                draft.fall(accord.text(), party, ImmutableSet.of(issue), unconfirmed);
              }
            });
  }

  /** One party leaves an agreement, which goes on among the rest where two are left. */
  static void leave(Draft draft, Accord accord, ActorId by, When on) {
    Accord rest = answered(accord, by, Consent.Kind.WITHDRAWN);
    if (rest.bound().size() < 2 || rest.endedBy().containsAll(rest.bound())) {
      over(draft, accord, rest, Tables.AgreementEvent.TERMINATE);
      return;
    }
    Accord left = ObligationConduct.left(draft.situation, accord, rest, by);
    boolean restSuspended = left.stage() == AgreementStage.IN_FORCE && left.isSuspendedByAll();
    draft.put(restSuspended ? next(draft, left, Tables.AgreementEvent.SUSPEND) : left);
    lose(draft, accord, by);
    settleUp(draft, on);
  }

  /** An agreement goes on without one whom it bound, or who had joined it. */
  private static void lose(Draft draft, Accord accord, ActorId by) {
    draft.fall(accord.text(), by, accord.text().issues(), false);
    for (ActorId other : accord.concerned()) {
      for (IssueId issue : accord.text().terms().issues()) {
        draft.change(new Line(other, issue, by), p -> p.without(accord.text()));
      }
    }
    draft.resettle();
    reopenDemands(draft, accord);
    reread(draft, accord, requireNonNull(draft.situation.agreements().get(accord.text())));
  }

  /**
   * Tells the demands that a term had settled where it is contested now, or is so no more, and says
   * whether there is such a term.
   */
  static boolean reread(Draft draft, Accord before, Accord now) {
    boolean any = false;
    for (IssueId term : now.readings().keySet()) {
      if (before.isContested(term) != now.isContested(term)) {
        retellDemands(draft, now, term);
        any = true;
      }
    }
    return any;
  }

  /** Tells the demands of some, towards others among whom it is agreed, what terms make of them. */
  static void tellDemands(
      Draft draft,
      Accord accord,
      Set<IssueId> issues,
      Predicate<ActorId> makers,
      Predicate<Tables.DemandEvent> which) {
    if (accord.text().interim()) {
      return;
    }
    DemandConduct.tell(
        draft,
        (demand, line) ->
            issues.contains(line.issue()) && makers.test(line.party()) && isAmong(accord, line)
                ? accord
                    .text()
                    .terms()
                    .on(line.issue())
                    .map(v -> made(draft.situation, accord, demand, line.issue(), v))
                    .filter(which)
                : Optional.empty());
  }

  private static boolean isAmong(Accord accord, Line line) {
    Set<ActorId> parties = accord.concerned();
    return parties.contains(line.party()) && parties.contains(line.toward());
  }

  private static void retellDemands(Draft draft, Accord accord, IssueId term) {
    Situation s = draft.situation;
    SetMultimap<Demand, Line> told = LinkedHashMultimap.create();
    DemandConduct.tell(
        draft,
        (demand, line) ->
            line.issue().equals(term)
                    && isAmong(accord, line)
                    && isSettled(s, demand, line)
                    && told.put(demand, line)
                ? Optional.of(Tables.DemandEvent.REOPEN)
                : Optional.empty());
    DemandConduct.tell(
        draft,
        (demand, line) ->
            told.containsEntry(demand, line)
                ? accord.text().terms().on(term).map(v -> made(s, accord, demand, term, v))
                : Optional.empty());
  }

  private static boolean isSettled(Situation s, Demand demand, Line line) {
    return Optional.ofNullable(s.demands().get(demand))
        .flatMap(life -> life.on(line.issue(), line.toward()))
        .filter(state -> !state.stands() && state != DemandState.DROPPED)
        .isPresent();
  }

  private static Tables.DemandEvent made(
      Situation s, Accord accord, Demand demand, IssueId issue, Value value) {
    if (accord.isContested(issue)) {
      return Tables.DemandEvent.SETTLE_IN_WORDS;
    }
    Optional<Region> asked =
        requireNonNull(demand.asks().get(issue)).on(s.agenda().requireIssue(issue).scale());
    return asked.isEmpty()
        ? Tables.DemandEvent.SETTLE_IN_WORDS
        : asked.get().holds(value) ? Tables.DemandEvent.MEET : Tables.DemandEvent.FAIL;
  }

  /** The demands that an agreement had settled stand again, where nothing else settles them. */
  static void reopenDemands(Draft draft, Accord accord) {
    Situation s = draft.situation;
    DemandConduct.tell(
        draft,
        (demand, line) -> {
          return isSettled(s, demand, line)
                  && accord.text().terms().on(line.issue()).isPresent()
                  && isAmong(accord, line)
                  && Settling.value(s, line.issue(), line.party(), line.toward()).isEmpty()
              ? Optional.of(Tables.DemandEvent.REOPEN)
              : Optional.empty();
        });
  }
}
