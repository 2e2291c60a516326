package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Authority;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import dev.parley.demand.Binding;
import dev.parley.demand.Condition;
import dev.parley.demand.Demand;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.demand.Undertaking;
import dev.parley.evidence.When;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
      if (lapsed(offer, move.on())) {
        breaches.add(
            Law.NOT_LAPSED,
            () ->
                "%s cannot accept an offer that lapsed on (%s): (%s) is after it"
                    .formatted(move.by(), offer.expiry().orElse(When.UNKNOWN), move.on()),
            () -> "Ask %s to make it again".formatted(offer.by()));
      }
      partsFit(s, move, act, breaches);
      if (act.authority() != Authority.AD_REFERENDUM) {
        ImmutableSet<IssueId> parts = parts(act);
        Judgement.withinMandate(s, move, parts, "accept", breaches);
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
      if (!draft.situation.agenda().isPrincipal(move.by()) || offer.by().equals(move.by())) {
        return;
      }
      OfferState next =
          Tables.OFFER.next(
              OfferState.STANDING,
              Tables.OfferEvent.ACCEPT,
              new Tables.Acceptance(act.authority() == Authority.FINAL));
      Standing standing = draft.offers().get(offer);
      if (next == OfferState.STANDING) {
        if (standing != null) {
          draft.put(offer, standing.withProvisional(Draft.with(standing.provisional(), move.by())));
        }
        acceptTentatively(draft, move, offer, parts(act));
        return;
      }
      ImmutableSet<IssueId> parts =
          standing == null || !act.parts().isEmpty()
              ? parts(act)
              : standing.open().getOrDefault(move.by(), parts(act));
      if (parts.isEmpty()) {
        return;
      }
      if (standing != null) {
        close(draft, offer, standing, move.by(), parts);
        for (Offer other : standing.alternatives()) {
          draft.endOffer(other, other.to(), OfferState.REPLACED);
        }
      }
      Terms terms = offer.terms().only(parts);
      for (Condition condition : offer.conditions()) {
        condition
            .ask()
            .on(draft.situation.agenda().requireIssue(condition.issue()).scale())
            .ifPresent(r -> draft.agree(new Line(move.by(), condition.issue(), offer.by()), r));
      }
      // The maker attests by an offer that stands; one that is gone, or denied, binds it no more.
      ImmutableList<ActorId> givers =
          standing == null ? ImmutableList.of(move.by()) : ImmutableList.of(offer.by(), move.by());
      attest(draft, Attestation.of(offer, terms), givers);
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
              .withProvisional(Draft.without(standing.provisional(), by)));
      if (left.isEmpty()) {
        draft.reportAccepted(offer, by);
      }
    }

    private static void acceptTentatively(
        Draft draft, Move move, Offer offer, ImmutableSet<IssueId> parts) {
      for (IssueId issue : parts) {
        Line line = new Line(move.by(), issue, offer.by());
        Region value =
            draft
                .situation
                .agenda()
                .requireIssue(issue)
                .exactly(offer.terms().on(issue).orElseThrow());
        draft.state(
            line,
            Optional.empty(), // a decision, which takes back what the party offered before
            Optional.of(value),
            dev.parley.progress.Told.STATED,
            p -> p.leavingUndisputed(value, draft.reading(line, value)));
      }
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
          ImmutableList.of(move.by()));
    }
  }

  /** Givers state the terms and end their demands that fail them; with all, it is an agreement. */
  static void attest(Draft draft, Attestation attestation, List<ActorId> givers) {
    for (ActorId giver : givers) {
      for (Map.Entry<IssueId, Value> value : attestation.terms().values().entrySet()) {
        Region region =
            draft.situation.agenda().requireIssue(value.getKey()).exactly(value.getValue());
        for (ActorId other : attestation.among()) {
          if (!other.equals(giver)) {
            draft.agree(new Line(giver, value.getKey(), other), region);
          }
        }
      }
      DemandConduct.setStates(
          draft,
          d -> d.by().equals(giver) && fails(draft.situation, d, attestation.terms()),
          Tables.DemandEvent.YIELD);
    }
    ImmutableSituation s = draft.situation;
    Set<ActorId> given =
        new LinkedHashSet<>(s.attestations().getOrDefault(attestation, ImmutableSet.of()));
    given.addAll(givers);
    if (!given.containsAll(attestation.among())) {
      draft.situation =
          s.withAttestations(Draft.with(s.attestations(), attestation, ImmutableSet.copyOf(given)));
      return;
    }
    Map<IssueId, Value> closed = new LinkedHashMap<>(s.closed());
    closed.putAll(attestation.terms().values());
    ImmutableSet.Builder<IssueId> newly = ImmutableSet.builder();
    newly.addAll(s.newlyClosed());
    attestation.terms().issues().stream()
        .filter(i -> !attestation.terms().on(i).equals(Optional.ofNullable(s.closed().get(i))))
        .forEach(newly::add);
    draft.situation =
        s.withAttestations(Draft.without(s.attestations(), attestation))
            .withAgreements(superseding(s.agreements(), attestation))
            .withClosed(ImmutableMap.copyOf(closed))
            .withNewlyClosed(newly.build());
    DemandConduct.setStates(
        draft,
        d -> attestation.among().contains(d.by()) && isMet(draft.situation, d),
        Tables.DemandEvent.MEET);
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

  private static boolean fails(Situation s, Demand demand, Terms terms) {
    for (Map.Entry<IssueId, Ask> ask : demand.asks().entrySet()) {
      Optional<Value> value = terms.on(ask.getKey());
      Optional<Region> region = ask.getValue().on(s.agenda().requireIssue(ask.getKey()).scale());
      if (value.isPresent() && region.isPresent() && !region.get().holds(value.get())) {
        return true;
      }
    }
    return false;
  }

  /** A demand in words only is met by whatever its maker agreed to on the issue. */
  private static boolean isMet(Situation s, Demand demand) {
    for (Map.Entry<IssueId, Ask> ask : demand.asks().entrySet()) {
      Value value = s.closed().get(ask.getKey());
      Optional<Region> region = ask.getValue().on(s.agenda().requireIssue(ask.getKey()).scale());
      if (value == null || region.isPresent() && !region.get().holds(value)) {
        return false;
      }
    }
    return true;
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
              .withNewlyClosed()
              .withRatified();
      draft.restart();
      ImmutableMap<Demand, DemandState> demands = draft.situation.demands();
      DemandConduct.setStates(
          draft, d -> demands.get(d) == DemandState.MET, Tables.DemandEvent.REOPEN);
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
    public void effect(Draft draft, Move move, AfterDeal.Terminate act) {
      draft.situation = draft.situation.withEnded(Draft.with(draft.situation.ended(), move.by()));
      if (draft.situation.ended().containsAll(draft.situation.agenda().principals())) {
        ObligationConduct.all(draft, o -> true, Tables.ObligationEvent.TERMINATE);
      }
    }
  }
}
