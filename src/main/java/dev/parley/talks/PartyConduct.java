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
import dev.parley.demand.Tie;
import dev.parley.progress.Heard;
import dev.parley.progress.Settled;
import dev.parley.spelling.Listed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    }

    @Override
    public void effect(Draft draft, Move move, Procedural.Admit act) {
      if (others(draft.situation).contains(act.party())) {
        become(draft, act.party(), Party::asPrincipal);
        Agreeing.settleUp(draft, move.on());
      }
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
            .withHeard(before.heard().on(agenda, Heard.NOTHING, (l, v) -> v))
            .withUnplaced(Maps.filterKeys(before.unplaced(), agenda::isPrincipal))
            .withDemands(demands(before.demands(), agenda))
            .withTies(ties(before.ties(), agenda))
            .withTiesAtBaseline(ties(before.tiesAtBaseline(), agenda))
            .withSettledAtBaseline(
                before.settledAtBaseline().stream()
                    .filter(settled -> isBetweenPrincipals(agenda, settled))
                    .collect(ImmutableSet.toImmutableSet()))
            .withImpasseDeclared(principals(before.impasseDeclared(), agenda))
            .withAbandoning(principals(before.abandoning(), agenda))
            .withAway(unlessFormer(before.away(), agenda, who))
            .withWalkedOut(unlessFormer(before.walkedOut(), agenda, who));
    draft.restart();
    draft.unsettle();
  }

  private static ImmutableMap<Demand, DemandLife> demands(
      Map<Demand, DemandLife> demands, Agenda agenda) {
    Map<Demand, DemandLife> left = new LinkedHashMap<>();
    demands.forEach(
        (demand, life) -> {
          ImmutableTable<IssueId, ActorId, DemandLife.DemandState> states =
              agenda.isPrincipal(demand.by()) ? towards(life, agenda) : ImmutableTable.of();
          if (!states.isEmpty()) {
            left.put(demand, new DemandLife(states));
          }
        });
    return ImmutableMap.copyOf(left);
  }

  private static ImmutableTable<IssueId, ActorId, DemandLife.DemandState> towards(
      DemandLife life, Agenda agenda) {
    ImmutableTable.Builder<IssueId, ActorId, DemandLife.DemandState> left =
        ImmutableTable.builder();
    life.states()
        .rowMap()
        .forEach(
            (issue, states) ->
                Maps.filterKeys(states, agenda::isPrincipal)
                    .forEach((toward, state) -> left.put(issue, toward, state)));
    return left.buildOrThrow();
  }

  private static ImmutableSet<Tie> ties(ImmutableSet<Tie> ties, Agenda agenda) {
    return ties.stream()
        .filter(tie -> agenda.isPrincipal(tie.by()))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static boolean isBetweenPrincipals(Agenda agenda, Settled settled) {
    return agenda.isPrincipal(settled.one()) && agenda.isPrincipal(settled.other());
  }

  private static ImmutableSet<ActorId> principals(ImmutableSet<ActorId> some, Agenda agenda) {
    return ImmutableSet.copyOf(Sets.filter(some, agenda::isPrincipal));
  }

  /** Mediators can be away, too. */
  private static ImmutableSet<ActorId> unlessFormer(
      ImmutableSet<ActorId> some, Agenda agenda, ActorId who) {
    return agenda.isPrincipal(who) ? some : Draft.without(some, who);
  }
}
