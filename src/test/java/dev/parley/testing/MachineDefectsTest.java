package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.demand.Demand;
import dev.parley.demand.EntryIntoForce;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Binding;
import dev.parley.evidence.When;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Communicative;
import dev.parley.talks.Law;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Procedural;
import dev.parley.talks.Refusal;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import dev.parley.testing.Script.Course;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;

/**
 * Mistakes in the machine, one by one: a law left out, a row of a table that does nothing, an order
 * that matters. Random play finds each, by what the test itself says must hold, and brings it down
 * to the moves that it takes; the machine as it is keeps all of it.
 */
class MachineDefectsTest {
  private static final int PLAYS = 4000;
  private static final int SOUND = 250;

  /** What comes of a move. */
  interface Judge extends BiFunction<Negotiation, Move, Outcome> {}

  /** What must hold of a script that is played before a judge. */
  interface Oracle {
    boolean broken(Script script, Judge judge);
  }

  /**
   * A mistake.
   *
   * @param defect what is wrong
   * @param judge the machine with the mistake in it
   * @param oracle what must hold
   * @param moves how many moves it comes down to at most
   */
  record Seeded(String defect, Judge judge, Oracle oracle, int moves) {
    @Override
    public String toString() {
      return defect;
    }
  }

  /** The machine without some laws: what only they refuse is taken as it is. */
  private static Judge without(Law... laws) {
    Set<Law> left = Set.of(laws);
    return (talks, move) -> {
      Outcome outcome = talks.apply(move);
      return outcome instanceof Refusal refusal && left.containsAll(refusal.laws())
          ? talks.record(move)
          : outcome;
    };
  }

  /** The machine in which acts of a kind have no more effect than a promise. */
  private static Judge idle(Predicate<Act> acts) {
    return (talks, move) -> {
      Outcome outcome = talks.apply(move);
      return outcome instanceof Accepted && acts.test(move.act())
          ? talks.record(move.withAct(new Communicative.Promise("nothing")))
          : outcome;
    };
  }

  private static Judge deafToSecondDemand() {
    Judge idle = idle(act -> act instanceof Substantive.RaiseDemand);
    return (talks, move) ->
        talks
                .chronicle()
                .last()
                .filter(
                    e ->
                        e instanceof dev.parley.talks.Entry.Told told
                            && told.move().act() instanceof Substantive.RaiseDemand
                            && !told.move().by().equals(move.by()))
                .isPresent()
            ? idle.apply(talks, move)
            : talks.apply(move);
  }

  private static Judge refusing(ActKind kind) {
    return (talks, move) ->
        move.act().kind() == kind
            ? talks.apply(move.withBy(ActorId.of("stranger")))
            : talks.apply(move);
  }

  /** A move that was accepted, in the situation before it and the one after. */
  interface Step {
    boolean isWrong(Situation before, Move move, Situation after);
  }

  private static Oracle never(Step step) {
    return (script, judge) -> {
      Course course = script.course(judge);
      for (int i = 0; i < course.moves().size(); i++) {
        Situation before = course.states().get(i).situation();
        Situation after = course.states().get(i + 1).situation();
        if (step.isWrong(before, course.moves().get(i), after)) {
          return true;
        }
      }
      return false;
    };
  }

  private static <A extends Act> Oracle never(Class<A> type, Doing<A> doing) {
    return never(
        (before, move, after) ->
            type.isInstance(move.act()) && doing.isWrong(before, move, type.cast(move.act())));
  }

  /** An act that was accepted. */
  interface Doing<A extends Act> {
    boolean isWrong(Situation before, Move move, A act);
  }

  private static boolean after(When one, When other) {
    return other.latest().isPresent()
        && one.earliest().filter(other.latest().get()::isBefore).isPresent();
  }

  private static final ImmutableList<Seeded> DEFECTS =
      ImmutableList.of(
          new Seeded(
              "an offer is accepted by its maker",
              without(Law.NOT_ITS_MAKER, Law.BY_ADDRESSEE),
              never(Substantive.Accept.class, (s, m, a) -> m.by().equals(a.offer().by())),
              2),
          new Seeded(
              "an offer is accepted by somebody it was not made to",
              without(Law.BY_ADDRESSEE),
              never(
                  Substantive.Accept.class,
                  (s, m, a) -> !a.offer().to().contains(m.by()) && !m.by().equals(a.offer().by())),
              2),
          new Seeded(
              "a lapsed offer is accepted",
              without(Law.NOT_LAPSED),
              never(
                  Substantive.Accept.class,
                  (s, m, a) -> a.offer().expiry().filter(e -> after(m.on(), e)).isPresent()),
              2),
          new Seeded(
              "an offer that was replaced, countered, rejected or withdrawn is accepted",
              without(Law.OFFER_STANDS),
              never(Substantive.Accept.class, (s, m, a) -> !s.offers().containsKey(a.offer())),
              3),
          new Seeded(
              "part of a whole offer is accepted",
              without(Law.WHOLE_OFFER),
              never(
                  Substantive.Accept.class,
                  (s, m, a) ->
                      a.offer().binding() == Binding.WHOLE
                          && !a.parts().isEmpty()
                          && a.parts().size() < a.offer().terms().issues().size()),
              2),
          new Seeded(
              "what an offer does not have, or what is closed in it, is accepted",
              without(Law.PARTS_OF_OFFER, Law.WHOLE_OFFER),
              never(
                  Substantive.Accept.class,
                  (s, m, a) -> !a.offer().terms().issues().containsAll(a.parts())),
              2),
          new Seeded(
              "somebody acts when all is over",
              without(Law.OVER_IS_OVER, Law.PLACE_IN_STAGE),
              never((s, m, next) -> s.isOver()),
              7),
          new Seeded(
              "somebody ratifies before anything is agreed",
              without(Law.PLACE_IN_STAGE, Law.ONE_AWAITS_IT),
              never(AfterDeal.Ratify.class, (s, m, a) -> s.agreements().isEmpty()),
              1),
          new Seeded(
              "a second demand stands on an issue",
              without(Law.ONE_DEMAND),
              never(
                  Substantive.RaiseDemand.class,
                  (s, m, a) ->
                      s.standingDemands().stream().anyMatch(d -> clashes(s, d, a.demand()))),
              2),
          new Seeded(
              "a delegation binds its party beyond its mandate",
              without(Law.WITHIN_MANDATE),
              never(Substantive.Accept.class, MachineDefectsTest::isBeyondMandate),
              2),
          new Seeded(
              "somebody else performs an obligation",
              without(Law.BY_OBLIGOR),
              never(AfterDeal.Perform.class, (s, m, a) -> !m.by().equals(a.obligation().by())),
              5),
          new Seeded(
              "a round is closed while none is open",
              without(Law.ROUND_IS_OPEN),
              never(Procedural.CloseRound.class, (s, m, a) -> !s.roundOpen()),
              3),
          new Seeded(
              "a deadline is extended to an earlier day",
              without(Law.DEADLINE_LATER),
              never(
                  Procedural.ExtendDeadline.class,
                  (s, m, a) ->
                      s.deadlines().containsKey(a.name())
                          && after(s.deadlines().get(a.name()).date(), a.to())),
              3),
          new Seeded(
              "the scale of an issue is narrowed",
              without(Law.ONLY_WIDENED),
              never(
                  Procedural.AmendAgenda.class,
                  (s, m, a) ->
                      s.agenda()
                          .issue(a.issue().id())
                          .filter(old -> !a.issue().scale().widens(old.scale()))
                          .isPresent()),
              1),
          new Seeded(
              "a party speaks in another's name",
              without(Law.OWN_NAME),
              never((s, m, next) -> maker(m.act()).filter(by -> !by.equals(m.by())).isPresent()),
              1),
          new Seeded(
              "what is ratified is not ratified",
              idle(act -> act instanceof AfterDeal.Ratify),
              never(
                  (s, m, next) ->
                      m.act() instanceof AfterDeal.Ratify
                          && next.agreements().values().stream()
                              .noneMatch(a -> hasRatified(a, m.by()))),
              3),
          new Seeded(
              "a row of the agreement table is missing: the last ratification leaves the stage",
              idleLast(),
              never(
                  (s, m, next) ->
                      isLastToRatify(s, m)
                          .filter(
                              a ->
                                  Optional.ofNullable(next.agreements().get(a.text()))
                                      .filter(now -> now.stage() == AgreementStage.SIGNED)
                                      .isPresent())
                          .isPresent()),
              4),
          new Seeded(
              "whoever signs has not signed",
              idle(act -> act instanceof Substantive.Sign),
              never(
                  (s, m, next) ->
                      m.act() instanceof Substantive.Sign sign
                          && Optional.ofNullable(next.agreements().get(sign.text()))
                              .filter(a -> !a.is(m.by(), Consent.Kind::isFinal))
                              .isPresent()),
              3),
          new Seeded(
              "a row of the offer table is missing: what is rejected goes on standing",
              idle(act -> act instanceof Substantive.RejectOffer),
              never(
                  (s, m, next) ->
                      m.act() instanceof Substantive.RejectOffer reject
                          && !reject.offer().proposal()
                          && reject.offer().binding() == Binding.WHOLE
                          && next.offers().containsKey(reject.offer())),
              2),
          new Seeded(
              "a row of the offer table is missing: what is withdrawn goes on standing",
              idle(act -> act instanceof Substantive.WithdrawOffer),
              never(
                  (s, m, next) ->
                      m.act() instanceof Substantive.WithdrawOffer withdraw
                          && next.offers().containsKey(withdraw.offer())),
              2),
          new Seeded(
              "a row of the demand table is missing: what is dropped goes on standing",
              idle(act -> act instanceof Substantive.DropDemand),
              never(
                  (s, m, next) ->
                      m.act() instanceof Substantive.DropDemand drop
                          && next.standingDemands().stream()
                              .anyMatch(
                                  d ->
                                      d.by().equals(m.by())
                                          && drop.issues().containsAll(d.asks().keySet()))),
              2),
          new Seeded(
              "a row of the obligation table is missing: what is performed stays open",
              idle(act -> act instanceof AfterDeal.Perform),
              never(
                  (s, m, next) ->
                      m.act() instanceof AfterDeal.Perform perform
                          && perform.degree() == Implementation.FULL
                          && !perform.obligation().undertaking().refrain()
                          && next.obligations().containsKey(perform.obligation())
                          && !next.obligations().get(perform.obligation()).state().isOver()),
              5),
          new Seeded(
              "the order of independent moves matters: the second of two demands is not heard",
              deafToSecondDemand(),
              MachineDefectsTest::orderMatters,
              2),
          new Seeded(
              "what an opening admits is refused",
              refusing(ActKind.WITHDRAW_OFFER),
              (script, judge) ->
                  script.course(judge).refusals().stream()
                      .anyMatch(
                          r ->
                              script.moves().stream()
                                  .anyMatch(
                                      m ->
                                          m.withBy(ActorId.of("stranger")).equals(r.move())
                                              && admits(r.negotiation(), m))),
              2));

  private static boolean admits(Negotiation talks, Move move) {
    return talks.legalMoves().stream().anyMatch(o -> o.admits(move));
  }

  /** What was met by an agreement can be asked for again; the rest of the demand stands. */
  private static boolean clashes(Situation s, Demand one, Demand other) {
    return one.by().equals(other.by())
        && one.of().equals(other.of())
        && Sets.intersection(one.asks().keySet(), other.asks().keySet()).stream()
            .anyMatch(issue -> s.status(issue) != Situation.IssueStatus.CLOSED);
  }

  private static boolean isBeyondMandate(Situation s, Move move, Substantive.Accept accept) {
    if (accept.authority() != Authority.FINAL || move.through().isEmpty()) {
      return false;
    }
    DelegationId through = move.through().get();
    return accept.offer().terms().issues().stream()
        .filter(i -> accept.parts().isEmpty() || accept.parts().contains(i))
        .anyMatch(i -> s.agenda().delegations().get(through).mandate().on(i) != Authority.FINAL);
  }

  private static Optional<ActorId> maker(Act act) {
    if (act instanceof Substantive.RaiseDemand raise) {
      return Optional.of(raise.demand().by());
    }
    return act instanceof Substantive.MakeOffer make
        ? make.alternatives().stream().map(Offer::by).findFirst()
        : Optional.empty();
  }

  private static Judge idleLast() {
    Judge idle = idle(act -> act instanceof AfterDeal.Ratify);
    return (talks, move) ->
        isLastToRatify(talks.situation(), move).isPresent()
            ? idle.apply(talks, move)
            : talks.apply(move);
  }

  private static boolean hasRatified(Accord accord, ActorId party) {
    return accord.is(party, kind -> kind == Consent.Kind.RATIFIED);
  }

  /** The agreement for which nothing is missing but a move: a ratification that comes last. */
  private static Optional<Accord> isLastToRatify(Situation s, Move move) {
    if (!(move.act() instanceof AfterDeal.Ratify ratify)) {
      return Optional.empty();
    }
    return s.agreements().values().stream()
        .filter(a -> a.stage() == AgreementStage.SIGNED)
        .filter(a -> ratify.text().isEmpty() || ratify.text().get().equals(a.text()))
        .filter(a -> a.text().inForce().equals(EntryIntoForce.ON_RATIFICATION))
        .filter(
            a ->
                Sets.intersection(a.bound(), s.agenda().mustRatify()).stream()
                    .filter(p -> !hasRatified(a, p))
                    .toList()
                    .equals(List.of(move.by())))
        .findFirst();
  }

  /** Two demands of two parties on two issues lead to one situation, whichever comes first. */
  private static boolean orderMatters(Script script, Judge judge) {
    Course course = script.course(judge);
    List<Move> moves = course.moves();
    for (int i = 0; i + 1 < moves.size(); i++) {
      if (areIndependent(moves.get(i), moves.get(i + 1))) {
        List<Move> swapped = new ArrayList<>(moves.subList(0, i));
        swapped.add(moves.get(i + 1));
        swapped.add(moves.get(i));
        Course other = script.withMoves(swapped).course(judge);
        if (!other.end().situation().equals(course.states().get(i + 2).situation())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean areIndependent(Move one, Move other) {
    return one.act() instanceof Substantive.RaiseDemand a
        && other.act() instanceof Substantive.RaiseDemand b
        && !one.by().equals(other.by())
        && one.through().isEmpty()
        && other.through().isEmpty()
        && Sets.intersection(a.demand().asks().keySet(), b.demand().asks().keySet()).isEmpty();
  }

  /** With the same parties throughout, or a defect would need one to be admitted first. */
  private static final LegalPlay PLAY =
      LegalPlay.ANY
          .withMoves(15, 40)
          .withOneWildIn(4)
          .weighing(ActKind.ADMIT, 0)
          .weighing(ActKind.LEAVE, 0)
          .weighing(ActKind.EXCLUDE, 0);

  @Tag("slow")
  @Example
  void random_play_finds_each_defect_and_brings_it_down_to_its_moves() {
    for (Seeded seeded : DEFECTS) {
      assertThat(least(seeded))
          .as(seeded.toString())
          .hasValueSatisfying(
              script ->
                  assertThat(script.moves().size())
                      .as("%s: %s", seeded, script.moves())
                      .isBetween(1, seeded.moves()));
    }
  }

  /** Returns the simplest script that shows a mistake; empty where no play shows it. */
  private static Optional<Script> least(Seeded seeded) {
    for (long seed = 0; seed < PLAYS; seed++) {
      Script script = PLAY.draw(seed);
      if (seeded.oracle().broken(script, seeded.judge())) {
        return Optional.of(
            Minimiser.minimise(
                script, SimplerScripts.ALL, s -> seeded.oracle().broken(s, seeded.judge())));
      }
    }
    return Optional.empty();
  }

  @Tag("slow")
  @Example
  void the_machine_as_it_is_has_none_of_them() {
    Judge sound = Negotiation::apply;
    for (long seed = 0; seed < SOUND; seed++) {
      Script script = PLAY.draw(seed);
      for (Seeded seeded : DEFECTS) {
        assertThat(seeded.oracle().broken(script, sound))
            .as("%s, seed %s", seeded.defect(), seed)
            .isFalse();
      }
    }
  }
}
