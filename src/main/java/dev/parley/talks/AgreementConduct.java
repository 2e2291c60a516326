package dev.parley.talks;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Value;
import dev.parley.demand.Demand;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Offer.Binding;
import dev.parley.demand.Offer.Condition;
import dev.parley.demand.Position;
import dev.parley.demand.Undertaking;
import dev.parley.evidence.When;
import dev.parley.progress.Told;
import dev.parley.talks.DemandLife.DemandState;
import dev.parley.talks.Standing.OfferState;
import dev.parley.talks.TransitionTable.Transition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** How offers are accepted, terms attested, and an agreement ratified or not. */
final class AgreementConduct {
  private AgreementConduct() {}

  static final class Accept implements Conduct<Substantive.Accept> {
    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return OfferConduct.standing(s);
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      if (subject.orElse(null) instanceof Offer offer) {
        OfferConduct.answeredByAddressee(s, by, offer, "accept", breaches);
        OfferConduct.stands(s, by, offer, "accept", breaches);
      }
    }

    @Override
    public void admits(Situation s, Move move, Substantive.Accept act, Breaches breaches) {
      Offer offer = act.offer();
      When on = lapsed(offer, move.on()) ? move.on() : s.latest().orElse(When.UNKNOWN);
      if (lapsed(offer, on)) {
        breaches.add(
            Law.NOT_LAPSED,
            () ->
                "%s cannot accept an offer that lapsed on (%s): (%s) is after it"
                    .formatted(move.by(), offer.expiry().orElse(When.UNKNOWN), on),
            () -> "Ask %s to make it again".formatted(offer.by()));
      }
      partsFit(s, move, act, breaches);
      if (act.authority() == Authority.AD_REFERENDUM) {
        Judgement.mayCommit(s, move, parts(act), "accept", breaches);
      } else {
        Judgement.withinMandate(s, move, parts(act), "accept", breaches);
      }
    }

    private static void partsFit(
        Situation s, Move move, Substantive.Accept act, Breaches breaches) {
      if (act.parts().isEmpty()) {
        return;
      }
      Offer offer = act.offer();
      if (offer.binding() == Binding.WHOLE) {
        breaches.require(
            act.parts().containsAll(offer.terms().issues()),
            Law.WHOLE_OFFER,
            () -> "%s cannot accept only %s of a whole offer".formatted(move.by(), act.parts()),
            () -> "Accept all of it, or make a counter-offer");
        return;
      }
      @org.jspecify.annotations.Nullable Standing standing = s.offers().get(offer);
      ImmutableSet<IssueId> open =
          standing == null
              ? ImmutableSet.of()
              : standing.open().getOrDefault(move.by(), ImmutableSet.of());
      breaches.require(
          open.containsAll(act.parts()),
          Law.PARTS_OF_OFFER,
          () ->
              "%s cannot accept %s, which is not open in the offer"
                  .formatted(move.by(), Sets.difference(act.parts(), open)),
          () -> "Open in it: " + open);
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.Accept act) {
      Offer offer = act.offer();
      if (!draft.situation.agenda().isPrincipal(move.by())) {
        return;
      }
      ImmutableSet<IssueId> live = live(draft, move, act);
      state(draft, move, offer, Sets.difference(dead(act, live), live), Authority.NONE);
      if (live.isEmpty()) {
        return;
      }
      Standing standing = requireNonNull(draft.offers().get(offer));
      if (!(draft
              .situation
              .machine()
              .offer()
              .fire(
                  OfferState.STANDING,
                  Tables.OfferEvent.ACCEPT,
                  new Tables.Acceptance(act.authority() == Authority.FINAL))
          instanceof Transition<OfferState, Tables.OfferEvent, Tables.Acceptance> fired)) {
        return;
      }
      if (fired.to() == OfferState.STANDING) {
        draft.put(offer, standing.withProvisional(Draft.with(standing.provisional(), move.by())));
        state(draft, move, offer, live, Authority.AD_REFERENDUM);
        return;
      }
      close(draft, offer, standing, move.by(), live);
      for (Condition condition : offer.conditions()) {
        Optional<Region> asked =
            condition.ask().on(draft.situation.agenda().requireIssue(condition.issue()).scale());
        asked.ifPresent(
            region -> {
              Position.Stated stated = Position.Stated.of(region, region);
              for (ActorId other : Sets.union(ImmutableSet.of(offer.by()), offer.to())) {
                Line line = new Line(move.by(), condition.issue(), other);
                draft.agree(line, region, p -> p.agreeing(region, stated));
              }
              Line line = new Line(offer.by(), condition.issue(), move.by());
              draft.sign(line, p -> p.agreeing(region, stated));
            });
      }
      attest(
          draft,
          Attestation.of(offer, offer.terms().only(live)),
          Optional.of(offer.by()),
          move.by());
      for (Offer other : standing.alternatives()) {
        draft.endOffer(other, ImmutableSet.of(move.by()), Tables.OfferEvent.REPLACE);
      }
    }

    /** The parts to which an acceptance consents: none of an offer that it cannot accept. */
    private static ImmutableSet<IssueId> live(Draft draft, Move move, Substantive.Accept act) {
      Offer offer = act.offer();
      @org.jspecify.annotations.Nullable Standing standing = draft.offers().get(offer);
      if (standing == null || offer.by().equals(move.by()) || lapsed(offer, move.on())) {
        return ImmutableSet.of();
      }
      ImmutableSet<IssueId> open = standing.open().getOrDefault(move.by(), ImmutableSet.of());
      ImmutableSet<IssueId> parts =
          act.parts().isEmpty() ? open : Sets.intersection(parts(act), open).immutableCopy();
      boolean partOfWhole =
          offer.binding() == Binding.WHOLE && parts.size() < offer.terms().issues().size();
      return partOfWhole ? ImmutableSet.of() : parts;
    }

    /** What is named and cannot be accepted, or all where nothing can: it is only stated. */
    private static ImmutableSet<IssueId> dead(Substantive.Accept act, Set<IssueId> live) {
      return act.parts().isEmpty() && !live.isEmpty() ? ImmutableSet.of() : parts(act);
    }

    /** Takes the accepted parts out; an offer that stands with nobody else goes out with them. */
    private static void close(
        Draft draft, Offer offer, Standing standing, ActorId by, ImmutableSet<IssueId> parts) {
      ImmutableSet<IssueId> left =
          Sets.difference(standing.open().getOrDefault(by, ImmutableSet.of()), parts)
              .immutableCopy();
      draft.put(
          offer,
          standing
              .withOpen(
                  left.isEmpty()
                      ? Draft.without(standing.open(), by)
                      : Draft.with(standing.open(), by, left))
              .withAccepted(
                  Draft.with(
                      standing.accepted(),
                      by,
                      Sets.union(standing.accepted().getOrDefault(by, ImmutableSet.of()), parts)
                          .immutableCopy()))
              .withProvisional(
                  left.isEmpty()
                      ? Draft.without(standing.provisional(), by)
                      : standing.provisional()));
      if (left.isEmpty()) {
        draft.reportAccepted(offer, by);
      }
    }

    /**
     * States what is accepted: ad referendum, so that it can fall; or of an offer that is over,
     * whose maker it binds no more, as what the acceptor would take.
     */
    private static void state(
        Draft draft, Move move, Offer offer, Set<IssueId> parts, Authority authority) {
      if (parts.isEmpty()) {
        return;
      }
      Set<IssueId> conditions = Sets.difference(offer.issues(), offer.terms().issues());
      for (ActorId other : Sets.union(ImmutableSet.of(offer.by()), offer.to())) {
        for (IssueId issue : Sets.union(parts, conditions)) {
          Line line = new Line(move.by(), issue, other);
          if (draft.binds(line)) {
            state(draft, move, offer, line, authority);
          }
        }
      }
    }

    private static void state(Draft draft, Move move, Offer offer, Line line, Authority authority) {
      Position.Stated stated = OfferConduct.read(draft, line, offer);
      if (stated.value().isEmpty()) {
        return;
      }
      Region value = stated.value().get();
      if (authority == Authority.AD_REFERENDUM) {
        draft.agree(line, value, p -> p.agreeingAdReferendum(value, stated, offer));
        return;
      }
      draft.state(line, move.speaker(), Told.CONSENTED, p -> p.offering(ImmutableList.of(stated)));
      draft.consent(line, value);
    }
  }

  private static ImmutableSet<IssueId> parts(Substantive.Accept act) {
    return act.parts().isEmpty()
        ? ImmutableSet.copyOf(act.offer().terms().issues())
        : ImmutableSet.copyOf(Sets.intersection(act.offer().terms().issues(), act.parts()));
  }

  /** An offer has lapsed when every day that a date allows is after its last. */
  static boolean lapsed(Offer offer, When on) {
    return offer.expiry().flatMap(When::latest).filter(on::certainlyAfter).isPresent();
  }

  /** It may have lapsed when only some of the days that a date allows are after its last. */
  static boolean mayHaveLapsed(Offer offer, When on) {
    return !lapsed(offer, on)
        && offer.expiry().flatMap(When::latest).filter(on::possiblyAfter).isPresent();
  }

  static final class Attest implements Conduct<Substantive.Attest> {
    @Override
    public void refers(Situation s, Move move, Substantive.Attest act, Breaches breaches) {
      OfferConduct.fits(s, act.terms(), breaches);
      act.among().forEach(p -> Judgement.knows(s, p, breaches));
      OfferConduct.refers(s, act.undertakings(), breaches);
    }

    @Override
    public void admits(Situation s, Move move, Substantive.Attest act, Breaches breaches) {
      ImmutableSet<ActorId> among = among(s, act);
      breaches.require(
          among.contains(move.by()),
          Law.CONCERNED,
          () -> "%s attests terms among %s, where it is not".formatted(move.by(), among),
          () -> "Leave that to those concerned");
      breaches.require(
          s.agenda().principals().containsAll(among),
          Law.PRINCIPALS_ONLY,
          () -> "terms are attested among %s, not all of them principals".formatted(among),
          () -> "Principals: " + s.agenda().principals());
      breaches.require(
          among.size() > 1,
          Law.CONCERNED,
          () -> "%s attests terms among %s alone".formatted(move.by(), among),
          () -> "An agreement takes two: name the others concerned");
      OfferConduct.distinct(act.undertakings(), "agreement", breaches);
      for (Undertaking undertaking : act.undertakings()) {
        breaches.require(
            among.contains(undertaking.by()),
            Law.ADDRESSED_TO_OTHERS,
            () ->
                "undertaking (%s) binds (%s), who is not among %s"
                    .formatted(undertaking.name(), undertaking.by(), among),
            () -> "An agreement can bind those who attest it");
      }
      Judgement.withinMandate(s, move, act.terms().issues(), "attest", breaches);
    }

    private static ImmutableSet<ActorId> among(Situation s, Substantive.Attest act) {
      return act.among().isEmpty() ? ImmutableSet.copyOf(s.agenda().principals()) : act.among();
    }

    @Override
    public ImmutableMap<IssueId, Region> admissible(
        Situation s, ActorId by, Optional<Object> subject) {
      return OfferConduct.wholeScales(s);
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.Attest act) {
      if (!draft.situation.agenda().isPrincipal(move.by())
          || among(draft.situation, act).size() < 2) {
        return;
      }
      attest(
          draft,
          new Attestation(
              act.terms(),
              among(draft.situation, act),
              act.binding(),
              ImmutableList.of(),
              act.undertakings()),
          Optional.empty(),
          move.by());
    }
  }

  /**
   * Its giver states the terms and ends its demands that fail them; an offer that is accepted signs
   * for its maker. With all, it is an agreement.
   */
  static void attest(Draft draft, Attestation attestation, Optional<ActorId> maker, ActorId giver) {
    Agenda agenda = draft.situation.agenda();
    for (Map.Entry<IssueId, Value> value : attestation.terms().values().entrySet()) {
      Region region = agenda.requireIssue(value.getKey()).exactly(value.getValue());
      for (ActorId other : attestation.among()) {
        if (!other.equals(giver)) {
          Line line = new Line(giver, value.getKey(), other);
          Position.Stated stated = Position.Stated.of(region, draft.reading(line, region));
          draft.agree(line, region, p -> p.agreeing(region, stated));
        }
      }
      maker.ifPresent(
          m -> {
            Line line = new Line(m, value.getKey(), giver);
            Position.Stated stated = Position.Stated.of(region, draft.reading(line, region));
            draft.sign(line, p -> p.agreeing(region, stated));
          });
    }
    if (attestation.binding() == Binding.WHOLE) {
      for (ActorId other : attestation.among()) {
        OfferConduct.leaveOut(draft, giver, other, attestation.terms().issues());
      }
    }
    Set<ActorId> givers = new LinkedHashSet<>(maker.map(Set::of).orElse(Set.of()));
    givers.add(giver);
    settle(draft, attestation, givers::contains, e -> e == Tables.DemandEvent.FAIL);
    ImmutableSituation s = draft.situation;
    Set<ActorId> given =
        new LinkedHashSet<>(
            s.agreements().contains(attestation)
                ? attestation.among()
                : s.attestations().getOrDefault(attestation, ImmutableSet.of()));
    given.addAll(givers);
    if (!given.containsAll(attestation.among())) {
      draft.situation =
          s.withAttestations(Draft.with(s.attestations(), attestation, ImmutableSet.copyOf(given)));
      return;
    }
    draft.situation =
        s.withAttestations(Draft.without(s.attestations(), attestation))
            .withAgreements(superseding(s.agreements(), attestation));
    settle(draft, attestation, attestation.among()::contains, e -> e != Tables.DemandEvent.FAIL);
  }

  /** Tells the demands of some, towards others among whom it is agreed, what terms make of them. */
  private static void settle(
      Draft draft,
      Attestation agreed,
      Predicate<ActorId> makers,
      Predicate<Tables.DemandEvent> which) {
    DemandConduct.tell(
        draft,
        (demand, line) -> {
          Value value = agreed.terms().values().get(line.issue());
          return value != null
                  && makers.test(line.party())
                  && agreed.among().contains(line.toward())
              ? Optional.of(made(draft.situation, demand, line.issue(), value)).filter(which)
              : Optional.empty();
        });
  }

  private static Tables.DemandEvent made(Situation s, Demand demand, IssueId issue, Value value) {
    Optional<Region> asked =
        Objects.requireNonNull(demand.asks().get(issue)).on(s.agenda().requireIssue(issue).scale());
    return asked.isEmpty()
        ? Tables.DemandEvent.SETTLE_IN_WORDS
        : asked.get().holds(value) ? Tables.DemandEvent.MEET : Tables.DemandEvent.FAIL;
  }

  /**
   * A later agreement among the same parties takes the place of an earlier one on shared issues.
   */
  private static ImmutableSet<Attestation> superseding(
      ImmutableSet<Attestation> earlier, Attestation later) {
    ImmutableSet.Builder<Attestation> agreements = ImmutableSet.builder();
    for (Attestation agreed : earlier) {
      Set<IssueId> left = Sets.difference(agreed.terms().issues(), later.terms().issues());
      if (!agreed.among().equals(later.among()) || left.size() == agreed.terms().issues().size()) {
        agreements.add(agreed);
      } else if (!left.isEmpty()) {
        agreements.add(agreed.on(agreed.terms().only(left)));
      }
    }
    return agreements.add(later).build();
  }

  static final class Ratify implements Conduct<AfterDeal.Ratify> {
    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      concerned(s, by, "ratify", breaches);
      breaches.require(
          !s.ratified().contains(by),
          Law.ONCE,
          () -> by + " has already ratified",
          () -> "Still to ratify: " + Sets.difference(s.concerned(), s.ratified()));
    }

    @Override
    public void admits(Situation s, Move move, AfterDeal.Ratify act, Breaches breaches) {
      Judgement.withinMandate(s, move, s.closed().keySet(), "ratify", breaches);
    }

    static void concerned(Situation s, ActorId by, String verb, Breaches breaches) {
      breaches.require(
          s.concerned().contains(by),
          Law.CONCERNED,
          () -> "%s cannot %s what it is not concerned by".formatted(by, verb),
          () -> s.concerned().isEmpty() ? "Nothing is agreed yet" : "Concerned: " + s.concerned());
    }

    @Override
    public void effect(Draft draft, Move move, AfterDeal.Ratify act) {
      ImmutableSituation s = draft.situation;
      s = s.withRatified(Draft.with(s.ratified(), move.by()));
      if (s.stage() == Stage.AGREED_IN_PRINCIPLE && s.ratified().containsAll(s.concerned())) {
        s = s.withInForceSince(move.on()).withObligations(ObligationConduct.arising(s));
      }
      draft.situation = s;
    }
  }

  static final class FailToRatify implements Conduct<AfterDeal.FailToRatify> {
    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      Ratify.concerned(s, by, "fail to ratify", breaches);
    }

    @Override
    public void effect(Draft draft, Move move, AfterDeal.FailToRatify act) {
      ImmutableSituation before = draft.done();
      Grid.Edit<Position> positions = before.positions().edit();
      before.positions().forEach((line, p) -> positions.set(line, p.unsettled()));
      draft.situation =
          before
              .withPositions(positions.done())
              .withAgreements()
              .withAttestations(ImmutableMap.of())
              .withClosed(ImmutableMap.of())
              .withRatified();
      draft.restart();
      DemandConduct.tell(
          draft,
          (demand, line) ->
              Objects.requireNonNull(draft.situation.demands().get(demand))
                      .on(line.issue(), line.toward())
                      .filter(DemandState.DROPPED::equals)
                      .isPresent()
                  ? Optional.empty()
                  : Optional.of(Tables.DemandEvent.REOPEN));
    }
  }

  static final class Terminate implements Conduct<AfterDeal.Terminate> {
    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      breaches.require(
          !s.ended().contains(by),
          Law.ONCE,
          () -> by + " has already ended its part",
          () ->
              "Still there: "
                  + s.agenda().principals().stream().filter(p -> !s.ended().contains(p)).toList());
    }

    @Override
    public void admits(Situation s, Move move, AfterDeal.Terminate act, Breaches breaches) {
      Judgement.withinMandate(s, move, s.agenda().issues().keySet(), "end its part", breaches);
    }

    @Override
    public void effect(Draft draft, Move move, AfterDeal.Terminate act) {
      draft.situation = draft.situation.withEnded(Draft.with(draft.situation.ended(), move.by()));
      if (draft.situation.ended().containsAll(draft.situation.agenda().principals())) {
        ObligationConduct.all(draft, o -> true, Tables.ObligationEvent.TERMINATE);
      }
    }
  }
}
