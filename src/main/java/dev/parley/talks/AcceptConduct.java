package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agreement.Assent;
import dev.parley.agreement.Consent;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.demand.Provisions.Binding;
import dev.parley.evidence.When;
import dev.parley.progress.Told;
import dev.parley.spelling.Listed;
import dev.parley.talks.Standing.OfferState;
import dev.parley.talks.TransitionTable.Transition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How an offer or a proposal is accepted, whole or in part, finally or ad referendum. */
final class AcceptConduct {
  private AcceptConduct() {}

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
      notLapsed(s, move, offer, "accept", breaches);
      partsFit(s, move, act, breaches);
      if (s.offers().containsKey(offer)) {
        Consenting.consentable(s, move, offer.text(), parts(act), breaches);
      }
      if (act.authority() == Authority.AD_REFERENDUM) {
        Judgement.mayCommit(s, move, committed(act), "accept", breaches);
      } else {
        Judgement.withinMandate(s, move, committed(act), "accept", breaches);
      }
    }

    /** Whoever accepts a part of what is severable commits itself on that part. */
    private static Set<IssueId> committed(Substantive.Accept act) {
      ImmutableSet<IssueId> parts = parts(act);
      return parts.containsAll(act.offer().terms().issues())
          ? Consenting.committed(act.offer())
          : parts;
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
      @Nullable Standing standing = s.offers().get(offer);
      ImmutableSet<IssueId> open =
          standing == null
              ? ImmutableSet.of()
              : standing.open().getOrDefault(move.by(), ImmutableSet.of());
      breaches.require(
          open.containsAll(act.parts()),
          Law.PARTS_OF_OFFER,
          () ->
              "%s cannot accept %s, which is not open in the offer"
                  .formatted(move.by(), Listed.names(Sets.difference(act.parts(), open))),
          () -> "Open in it: " + Listed.names(open));
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.Accept act) {
      Offer offer = act.offer();
      if (!draft.situation.agenda().isPrincipal(move.by())) {
        return;
      }
      ImmutableSet<IssueId> live = live(draft, move, act);
      stateOnly(draft, move, offer, Sets.difference(dead(act, live), live));
      @Nullable Standing standing = draft.offers().get(offer);
      boolean saysNothingOfIssues =
          offer.terms().issues().isEmpty()
              && standing != null
              && standing.open().containsKey(move.by());
      if (standing == null || live.isEmpty() && !saysNothingOfIssues) {
        return;
      }
      if (!(draft
              .situation
              .machine()
              .offer()
              .fire(
                  OfferState.STANDING,
                  Tables.OfferEvent.ACCEPT,
                  new Tables.Acceptance(
                      act.authority() == Authority.FINAL
                          && !Judgement.isAdReferendum(draft.situation, move, committed(act))))
          instanceof Transition<OfferState, Tables.OfferEvent, Tables.Acceptance> fired)) {
        return;
      }
      boolean isFinal = fired.to() != OfferState.STANDING;
      Consent.Kind kind = isFinal ? Consent.Kind.SIGNED : Consent.Kind.PROVISIONAL;
      Consenting.state(draft, move.by(), offer.text(), live, kind, Optional.of(offer));
      if (isFinal) {
        sign(draft, offer, move.by(), live);
      }
      Map<ActorId, Assent> given = new LinkedHashMap<>();
      if (!offer.proposal()) {
        given.put(offer.by(), Assent.of(Consent.Kind.SIGNED, offer.terms().issues()));
      }
      given.put(move.by(), Consenting.assent(draft, move, kind, live));
      Agreeing.give(draft, offer.text(), given, move.on());
      if (offer.proposal()) {
        Agreeing.closeAgreed(draft, offer.text());
      }
    }

    /** What is accepted finally is signed for the maker, too, and ends the alternatives to it. */
    static void sign(Draft draft, Offer offer, ActorId by, ImmutableSet<IssueId> parts) {
      @Nullable Standing standing = draft.offers().get(offer);
      if (standing == null || offer.proposal()) {
        return; // what binds not its maker can be answered anew until all have signed
      }
      close(draft, offer, standing, by, parts);
      bindMaker(draft, offer, by, parts);
      for (Offer other : standing.alternatives()) {
        draft.endOffer(other, ImmutableSet.of(by), Tables.OfferEvent.REPLACE);
      }
    }

    /** An offer that is accepted signs for its maker: on its terms, and on its conditions. */
    private static void bindMaker(
        Draft draft, Offer offer, ActorId acceptor, ImmutableSet<IssueId> parts) {
      for (IssueId issue : Consenting.issues(offer.text(), parts)) {
        Consenting.bind(draft, new Line(offer.by(), issue, acceptor), offer.text());
        for (ActorId other : offer.jointly()) {
          Consenting.bind(draft, new Line(offer.by(), issue, other), offer.text());
        }
      }
    }

    /** The parts to which an acceptance consents: none of an offer that it cannot accept. */
    private static ImmutableSet<IssueId> live(Draft draft, Move move, Substantive.Accept act) {
      Offer offer = act.offer();
      @Nullable Standing standing = draft.offers().get(offer);
      if (standing == null || offer.by().equals(move.by()) || offer.hasLapsed(move.on())) {
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
                          .immutableCopy())));
      if (left.isEmpty()) {
        draft.reportAccepted(offer, by);
      }
    }

    /**
     * An offer that is over binds its maker no more: it says what the acceptor would take, measured
     * as any statement is.
     */
    private static void stateOnly(Draft draft, Move move, Offer offer, Set<IssueId> parts) {
      if (parts.isEmpty()) {
        return;
      }
      for (ActorId other : offer.text().parties()) {
        for (IssueId issue : Consenting.issues(offer.text(), parts)) {
          Line line = new Line(move.by(), issue, other);
          if (!draft.binds(line)) {
            continue;
          }
          Position.Stated stated = OfferConduct.read(draft, line, offer, Optional.of(offer));
          if (stated.value().isPresent()) {
            draft.state(
                line, move.speaker(), Told.CONSENTED, p -> p.offering(ImmutableList.of(stated)));
          }
        }
      }
    }
  }

  private static ImmutableSet<IssueId> parts(Substantive.Accept act) {
    return act.parts().isEmpty()
        ? ImmutableSet.copyOf(act.offer().terms().issues())
        : ImmutableSet.copyOf(Sets.intersection(act.offer().terms().issues(), act.parts()));
  }

  /** An offer that has lapsed is not accepted, by whatever act. */
  static void notLapsed(Situation s, Move move, Offer offer, String verb, Breaches breaches) {
    When on = offer.hasLapsed(move.on()) ? move.on() : s.latest().orElse(When.UNKNOWN);
    if (offer.hasLapsed(on)) {
      breaches.add(
          Law.NOT_LAPSED,
          () ->
              "%s cannot %s an offer that lapsed on (%s): (%s) is after it"
                  .formatted(move.by(), verb, offer.expiry().orElse(When.UNKNOWN), on),
          () -> "Ask %s to make it again".formatted(offer.by()));
    }
  }

  /** It may have lapsed when only some of the moments that a date allows are after its end. */
  static boolean mayHaveLapsed(Offer offer, When on) {
    return !offer.hasLapsed(on) && offer.expiry().filter(on::possiblyAfterEndOf).isPresent();
  }
}
