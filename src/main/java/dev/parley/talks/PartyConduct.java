package dev.parley.talks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Party;
import dev.parley.agenda.Ratification;
import dev.parley.agreement.Accord;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.progress.Heard;
import dev.parley.progress.Settled;
import dev.parley.spelling.Listed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Who negotiates: parties that are admitted, leave or are excluded while the talks go on. */
final class PartyConduct {
  private PartyConduct() {}

  /** What nobody has said towards one who is admitted is not stated. */
  static final class Admit implements Conduct<Procedural.Admit> {
    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      breaches.require(
          !others(s).isEmpty(),
          Law.ONCE,
          () -> "%s cannot admit anybody: every party is a principal".formatted(by),
          () -> "Name who may be admitted among the parties, in another role");
    }

    private static List<ActorId> others(Situation s) {
      return s.agenda().partyList().stream()
          .filter(party -> !party.isPrincipal())
          .map(Party::id)
          .collect(toImmutableList());
    }

    @Override
    public void refers(Situation s, Move move, Procedural.Admit act, Breaches breaches) {
      Judgement.knows(s, act.party(), breaches);
    }

    @Override
    public void admits(Situation s, Move move, Procedural.Admit act, Breaches breaches) {
      boolean principal = s.agenda().isPrincipal(act.party());
      breaches.require(
          others(s).contains(act.party()),
          principal ? Law.ONCE : Law.PARTIES_ONLY,
          () ->
              principal
                  ? "(%s) is a principal already".formatted(act.party())
                  : "(%s) cannot be admitted: it is an outsider".formatted(act.party()),
          () -> "Who can be admitted: " + Listed.names(others(s)));
      breaches.require(
          hasRoom(s.agenda()),
          Law.KNOWN_ACTOR,
          () ->
              String.format(
                  Locale.ROOT,
                  "the agenda has no room for (%s) as a principal: there would be more than %,d positions",
                  act.party(),
                  Agenda.MOST_POSITIONS),
          () -> "Go on without it, or in a record with fewer issues");
    }

    private static boolean hasRoom(Agenda agenda) {
      long principals = agenda.principals().size();
      return (principals + 1) * principals * agenda.issueList().size() <= Agenda.MOST_POSITIONS;
    }

    @Override
    public void effect(Draft draft, Move move, Procedural.Admit act) {
      if (others(draft.situation).contains(act.party()) && hasRoom(draft.situation.agenda())) {
        become(draft, act.party(), Party::asPrincipal);
        consentedBefore(draft, act.party());
        Agreeing.settleUp(draft, move.on());
      }
    }

    /** What one who is admitted and others consented to before stands between them at once. */
    private static void consentedBefore(Draft draft, ActorId who) {
      for (Accord accord : draft.situation.agreements().values()) {
        if (accord.concerned().contains(who)) {
          for (ActorId other : accord.concerned()) {
            Consenting.restate(draft, accord, who, other);
            Consenting.restate(draft, accord, other, who);
          }
          if (accord.stage().isSigned()) {
            draft.agreed(accord);
          }
        }
      }
      draft.resettle();
      Set<Settled> before = new LinkedHashSet<>(draft.situation.settledAtBaseline());
      draft.situation.settled().stream().filter(x -> concerns(x, who)).forEach(before::add);
      draft.situation = draft.situation.withSettledAtBaseline(before);
    }
  }

  static final class Leave implements Conduct<Procedural.Leave> {
    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      twoRemain(s, breaches);
    }

    @Override
    public void admits(Situation s, Move move, Procedural.Leave act, Breaches breaches) {
      Judgement.mayCommit(s, move, s.agenda().issues().keySet(), "leave the talks", breaches);
    }

    @Override
    public void effect(Draft draft, Move move, Procedural.Leave act) {
      leaves(draft, move, move.by());
    }
  }

  static final class Exclude implements Conduct<Procedural.Exclude> {
    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      twoRemain(s, breaches);
    }

    @Override
    public void refers(Situation s, Move move, Procedural.Exclude act, Breaches breaches) {
      Judgement.knows(s, act.party(), breaches);
    }

    @Override
    public void admits(Situation s, Move move, Procedural.Exclude act, Breaches breaches) {
      breaches.require(
          s.agenda().isPrincipal(act.party()) || !s.agenda().actors().containsKey(act.party()),
          Law.PRINCIPALS_ONLY,
          () -> "(%s) cannot be excluded: it is no principal".formatted(act.party()),
          () -> "Principals: " + Listed.names(s.agenda().principals()));
      breaches.require(
          !act.party().equals(move.by()),
          Law.ADDRESSED_TO_OTHERS,
          () -> move.by() + " cannot exclude itself",
          () -> "Let it leave the talks");
    }

    @Override
    public void effect(Draft draft, Move move, Procedural.Exclude act) {
      leaves(draft, move, act.party());
    }
  }

  private static void twoRemain(Situation s, Breaches breaches) {
    breaches.require(
        s.agenda().principals().size() > 2,
        Law.TWO_REMAIN,
        () ->
            "of the two who negotiate (%s) none can leave or be excluded"
                .formatted(Listed.names(s.agenda().principals())),
        () -> "Break off, or abandon the talks");
  }

  /** What one who leaves has signed binds it as before; whatever else it said or was told ends. */
  private static void leaves(Draft draft, Move move, ActorId who) {
    Agenda before = draft.situation.agenda();
    if (!before.isPrincipal(who) || before.principals().size() <= 2) {
      return;
    }
    for (Offer offer : ImmutableList.copyOf(draft.offers().keySet())) {
      if (offer.to().contains(who)) {
        OfferConduct.decline(draft, offer, who, move.on());
        draft.endOffer(offer, ImmutableSet.of(who), Tables.OfferEvent.REJECT);
      } else if (offer.by().equals(who) && !offer.proposal()) {
        draft.endOffer(offer, offer.to(), Tables.OfferEvent.WITHDRAW);
      }
    }
    for (Accord accord : draft.situation.agreements().values()) {
      if (!accord.stage().isSigned()) {
        Agreeing.refuse(draft, accord.text(), who);
      }
    }
    if (before.ratification() instanceof Ratification.Everybody) {
      draft.situation =
          draft.situation.withAgenda(
              before.withRatification(
                  Ratification.by(before.principals().toArray(ActorId[]::new))));
    }
    become(draft, who, Party::asFormerPrincipal);
    draft.situation = without(draft.situation, who);
    Agreeing.settleUp(draft, move.on());
  }

  /** A party takes another role: what is said between it and others is laid out anew. */
  private static void become(Draft draft, ActorId who, UnaryOperator<Party> role) {
    ImmutableSituation before = draft.done();
    Agenda agenda =
        before
            .agenda()
            .withPartyList(
                before.agenda().partyList().stream()
                    .map(party -> party.id().equals(who) ? role.apply(party) : party)
                    .collect(toImmutableList()));
    draft.situation =
        before
            .withAgenda(agenda)
            .withPositions(before.positions().on(agenda, Position.NOT_STATED, (l, v) -> v))
            .withBaseline(before.baseline().on(agenda, Position.NOT_STATED, (l, v) -> v))
            .withHeard(before.heard().on(agenda, Heard.NOTHING, (l, v) -> v));
    draft.restart();
    draft.unsettle();
  }

  /** Nothing else in the situation speaks of one who negotiates no more. */
  private static ImmutableSituation without(ImmutableSituation s, ActorId who) {
    return s.withUnplaced(Maps.filterKeys(s.unplaced(), party -> !party.equals(who)))
        .withDemands(without(s.demands(), who))
        .withTies(Sets.filter(s.ties(), tie -> !tie.by().equals(who)))
        .withTiesAtBaseline(Sets.filter(s.tiesAtBaseline(), tie -> !tie.by().equals(who)))
        .withSettledAtBaseline(Sets.filter(s.settledAtBaseline(), x -> !concerns(x, who)))
        .withImpasseDeclared(Draft.without(s.impasseDeclared(), who))
        .withAbandoning(Draft.without(s.abandoning(), who))
        .withAway(Draft.without(s.away(), who))
        .withWalkedOut(Draft.without(s.walkedOut(), who));
  }

  private static boolean concerns(Settled settled, ActorId who) {
    return settled.one().equals(who) || settled.other().equals(who);
  }

  private static ImmutableMap<Demand, DemandLife> without(
      Map<Demand, DemandLife> demands, ActorId who) {
    ImmutableMap.Builder<Demand, DemandLife> left = ImmutableMap.builder();
    demands.forEach(
        (demand, life) -> {
          ImmutableTable.Builder<IssueId, ActorId, DemandLife.DemandState> states =
              ImmutableTable.builder();
          life.states()
              .rowMap()
              .forEach(
                  (issue, towards) ->
                      Maps.filterKeys(towards, toward -> !toward.equals(who))
                          .forEach((toward, state) -> states.put(issue, toward, state)));
          DemandLife rest = new DemandLife(states.buildOrThrow());
          if (!demand.by().equals(who) && !rest.states().isEmpty()) {
            left.put(demand, rest);
          }
        });
    return left.buildOrThrow();
  }
}
