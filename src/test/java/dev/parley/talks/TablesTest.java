package dev.parley.talks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Party.Role;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Ask;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Lasting;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.When;
import dev.parley.talks.DemandLife.DemandState;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Standing.OfferState;
import dev.parley.talks.Tables.Machine;
import dev.parley.talks.TransitionTable.Guard;
import dev.parley.talks.TransitionTable.Transition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;

/** Every row of the five tables is reached by a negotiation that is played to it. */
class TablesTest {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("north", "North")
          .principal("south", "South")
          .addPartyList(dev.parley.agenda.Party.of("island", "Island", Role.MEDIATOR))
          .addIssueList(
              Issue.of("border", Scale.levels("closed", "guarded", "open"))
                  .withObligor(ActorId.of("south")),
              Issue.of("grain", Scale.quantity(0, 100, "tons")).withObligor(ActorId.of("north")))
          .build();
  private static final Agenda RATIFIED = AGENDA.withRatification(Ratification.all());
  private static final Terms GRAIN = Terms.on(AGENDA).set("grain", 40).build();
  private static final Terms ALL = Terms.on(AGENDA).set("grain", 40).set("border", "open").build();

  private static final Agenda THREE =
      Agenda.builder()
          .principal("north", "North")
          .principal("south", "South")
          .principal("west", "West")
          .issue("grain", Scale.quantity("0", "100", "1", "tons"))
          .build();

  private static final Text WHOLE = text(ALL).withComprehensive(true);
  private static final Text PART = text(GRAIN);
  private static final Text REPLACING =
      text(Terms.on(AGENDA).set("grain", 60).set("border", "open").build()).withReplaces(WHOLE);

  /** What north and south agree on. */
  private static Text text(Terms terms) {
    return Text.builder().terms(terms).addParties(ActorId.of("north"), ActorId.of("south")).build();
  }

  private static Mover north() {
    return Move.by("north");
  }

  private static Mover south() {
    return Move.by("south");
  }

  private static Mover island() {
    return Move.by("island");
  }

  /** A negotiation that has been played to a stage. */
  private static Negotiation in(Stage stage) {
    Negotiation start = Negotiation.about(AGENDA);
    return switch (stage) {
      case EXPLORATORY -> start;
      case IN_SESSION -> start.with(island().opensRound());
      case IN_RECESS -> in(Stage.IN_SESSION).with(island().closesRound());
      case SUSPENDED -> in(Stage.IN_RECESS).with(north().suspends());
      case AT_IMPASSE ->
          in(Stage.IN_RECESS).with(north().declaresImpasse(), south().declaresImpasse());
      case BROKEN_OFF -> in(Stage.IN_RECESS).with(north().breaksOff());
      case CONCLUDED -> in(Stage.IN_RECESS).with(north().attests(WHOLE), south().attests(WHOLE));
      case ABANDONED ->
          start.with(
              north().attests(PART),
              south().attests(PART),
              north().abandonsTalks(),
              south().abandonsTalks());
    };
  }

  /** Talks in a stage, where south has still to confirm an agreement that it has initialled. */
  private static Negotiation initialledIn(Stage stage) {
    Negotiation start =
        Negotiation.about(AGENDA).with(north().attests(WHOLE), south().initials(WHOLE));
    Negotiation recess = start.with(island().opensRound(), island().closesRound());
    return switch (stage) {
      case EXPLORATORY -> start;
      case IN_SESSION -> start.with(island().opensRound());
      case IN_RECESS -> recess;
      case SUSPENDED -> recess.with(north().suspends());
      case AT_IMPASSE -> recess.with(north().declaresImpasse(), south().declaresImpasse());
      case BROKEN_OFF -> recess.with(north().breaksOff());
      case CONCLUDED, ABANDONED -> throw new IllegalArgumentException("" + stage);
    };
  }

  private static Negotiation performAll(Negotiation talks) {
    Negotiation now = talks;
    for (Obligation o : talks.situation().obligations().keySet()) {
      now = now.with(Move.by(o.by().text()).performs(o));
    }
    return now;
  }

  /** A stage with a round open in it. */
  private static Negotiation withRoundOpen(Stage stage) {
    Negotiation session = in(Stage.IN_SESSION);
    return switch (stage) {
      case SUSPENDED -> session.with(north().suspends());
      case BROKEN_OFF -> session.with(north().breaksOff());
      case AT_IMPASSE -> session.with(north().declaresImpasse(), south().declaresImpasse());
      case CONCLUDED -> session.with(north().attests(WHOLE), south().attests(WHOLE));
      default -> session;
    };
  }

  private static Negotiation heldOnce() {
    return Negotiation.about(AGENDA, RuleBook.DEFAULT.under(Policy.builder().stallAfter(1).build()))
        .with(island().opensRound(), north().holds("grain"), south().holds("grain"));
  }

  private record Play(Negotiation before, Move move) {}

  /** The script that fires each row of the stage's table, under the row's own name. */
  private static Map<String, Play> stagePlays() {
    Map<String, Play> plays = new LinkedHashMap<>();
    for (Stage stage : List.of(Stage.EXPLORATORY, Stage.IN_RECESS)) {
      put(plays, "%s -- OPEN_ROUND [always] -> IN_SESSION", stage, island().opensRound());
    }
    Negotiation without =
        Negotiation.about(THREE).with(Move.by("west").breaksOff(), north().opensRound());
    plays.put(
        "BROKEN_OFF -- OPEN_ROUND [others go on] -> IN_SESSION",
        new Play(Negotiation.about(THREE).with(Move.by("west").breaksOff()), north().opensRound()));
    plays.put(
        "IN_SESSION -- RESUME [always] -> IN_SESSION",
        new Play(without, Move.by("west").resumes()));
    plays.put(
        "IN_RECESS -- RESUME [always] -> IN_RECESS",
        new Play(without.with(north().closesRound()), Move.by("west").resumes()));
    plays.put(
        "AT_IMPASSE -- RESUME [always] -> AT_IMPASSE",
        new Play(
            without.with(
                north().declaresImpasse(),
                south().declaresImpasse(),
                Move.by("west").declaresImpasse()),
            Move.by("west").resumes()));
    plays.put(
        "BROKEN_OFF -- RESUME [those who walked out are back] -> SUSPENDED",
        new Play(in(Stage.SUSPENDED).with(south().breaksOff()), south().resumes()));
    plays.put(
        "IN_SESSION -- CLOSE_ROUND [stalled] -> AT_IMPASSE",
        new Play(heldOnce(), island().closesRound()));
    put(plays, "%s -- CLOSE_ROUND [always] -> IN_RECESS", Stage.IN_SESSION, island().closesRound());
    for (Stage stage : List.of(Stage.EXPLORATORY, Stage.IN_SESSION, Stage.IN_RECESS)) {
      put(plays, "%1$s -- MEET [always] -> %1$s", stage, north().meets());
      put(plays, "%1$s -- SPEAK [always] -> %1$s", stage, north().holds("grain"));
      put(plays, "%1$s -- AGREE [always] -> %1$s", stage, north().attests(ALL));
      put(plays, "%s -- SUSPEND [always] -> SUSPENDED", stage, island().suspends());
      put(plays, "%s -- BREAK_OFF [always] -> BROKEN_OFF", stage, south().breaksOff());
      put(plays, "%1$s -- DECLARE_IMPASSE [always] -> %1$s", stage, north().declaresImpasse());
      plays.put(
          stage + " -- DECLARE_IMPASSE [all say so] -> AT_IMPASSE",
          new Play(in(stage).with(north().declaresImpasse()), south().declaresImpasse()));
    }
    atImpasse(plays);
    for (Stage stage : List.of(Stage.SUSPENDED, Stage.BROKEN_OFF)) {
      String name = stage.name();
      plays.put(
          name + " -- RESUME [all back, round open] -> IN_SESSION",
          new Play(withRoundOpen(stage), north().resumes()));
      put(plays, "%s -- RESUME [all back] -> IN_RECESS", stage, north().resumes());
      plays.put(
          name + " -- RESUME [all back, nobody moved] -> AT_IMPASSE",
          new Play(
              in(Stage.AT_IMPASSE)
                  .with(stage == Stage.SUSPENDED ? north().suspends() : north().breaksOff()),
              north().resumes()));
      plays.put(
          name + " -- RESUME [all back, agreement signed] -> CONCLUDED",
          new Play(
              withRoundOpen(Stage.CONCLUDED)
                  .with(stage == Stage.SUSPENDED ? north().suspends() : north().breaksOff()),
              north().resumes()));
      Move alsoLeaves = stage == Stage.SUSPENDED ? south().suspends() : south().breaksOff();
      plays.put(
          "%1$s -- RESUME [always] -> %1$s".formatted(name),
          new Play(in(stage).with(alsoLeaves), north().resumes()));
      put(plays, "%1$s -- SPEAK [always] -> %1$s", stage, south().softens("grain"));
      plays.put(
          "%1$s -- CLOSE_ROUND [always] -> %1$s".formatted(name),
          new Play(withRoundOpen(stage), island().closesRound()));
    }
    put(plays, "%1$s -- SUSPEND [always] -> %1$s", Stage.SUSPENDED, south().suspends());
    put(plays, "%s -- BREAK_OFF [always] -> BROKEN_OFF", Stage.SUSPENDED, south().breaksOff());
    put(plays, "%1$s -- BREAK_OFF [always] -> %1$s", Stage.BROKEN_OFF, south().breaksOff());
    afterDeal(plays);
    leaving(plays);
    for (Stage stage : Stage.values()) {
      put(
          plays,
          "%1$s -- PROCEED [always] -> %1$s",
          stage,
          island().setsDeadline("winter", "2030", "an answer"));
      put(plays, "%1$s -- COMMUNICATE [always] -> %1$s", stage, north().threatens("to leave"));
      if (stage.isEnd()) {
        Obligation owed = in(stage).situation().obligations().keySet().iterator().next();
        put(
            plays,
            "%1$s -- CARRY_OUT [always] -> %1$s",
            stage,
            Move.by(owed.by().text()).performs(owed, Implementation.MINIMAL));
        continue;
      }
      Negotiation part = partAgreedIn(stage);
      Obligation owed = part.situation().obligations().keySet().iterator().next();
      plays.put(
          "%1$s -- CARRY_OUT [always] -> %1$s".formatted(stage),
          new Play(part, north().performs(owed)));
      plays.put(
          stage + " -- SETTLE [comprehensive agreement] -> CONCLUDED",
          new Play(initialledIn(stage), south().confirms(WHOLE)));
      put(plays, "%1$s -- ABANDON [always] -> %1$s", stage, north().abandonsTalks());
      plays.put(
          stage + " -- ABANDON [all abandon] -> ABANDONED",
          new Play(in(stage).with(north().abandonsTalks()), south().abandonsTalks()));
    }
    return plays;
  }

  /** Talks in a stage, where a part was agreed before that leaves something to be done. */
  private static Negotiation partAgreedIn(Stage stage) {
    Negotiation start =
        Negotiation.about(AGENDA).with(north().attests(PART), south().attests(PART));
    Negotiation recess = start.with(island().opensRound(), island().closesRound());
    return switch (stage) {
      case EXPLORATORY -> start;
      case IN_SESSION -> start.with(island().opensRound());
      case IN_RECESS -> recess;
      case SUSPENDED -> recess.with(north().suspends());
      case AT_IMPASSE -> recess.with(north().declaresImpasse(), south().declaresImpasse());
      case BROKEN_OFF -> recess.with(north().breaksOff());
      case CONCLUDED, ABANDONED -> throw new IllegalArgumentException("" + stage);
    };
  }

  private static void atImpasse(Map<String, Play> plays) {
    Negotiation closed = in(Stage.AT_IMPASSE);
    Negotiation open = withRoundOpen(Stage.AT_IMPASSE);
    Negotiation attested =
        in(Stage.IN_RECESS)
            .with(
                north().attestsInPart(GRAIN), north().declaresImpasse(), south().declaresImpasse());
    plays.put(
        "AT_IMPASSE -- SPEAK [somebody moved, round open] -> IN_SESSION",
        new Play(open, north().softens("grain")));
    plays.put(
        "AT_IMPASSE -- SPEAK [somebody moved] -> IN_RECESS",
        new Play(closed, north().demands(GeneralDemand.of("north", "south", "grain", "50"))));
    plays.put(
        "AT_IMPASSE -- SPEAK [always] -> AT_IMPASSE", new Play(closed, north().holds("grain")));
    plays.put(
        "AT_IMPASSE -- AGREE [somebody moved, round open] -> IN_SESSION",
        new Play(open, north().attests(ALL)));
    plays.put(
        "AT_IMPASSE -- AGREE [somebody moved] -> IN_RECESS",
        new Play(closed, north().attests(ALL)));
    plays.put(
        "AT_IMPASSE -- AGREE [always] -> AT_IMPASSE",
        new Play(attested, north().attestsInPart(GRAIN)));
    plays.put("AT_IMPASSE -- SUSPEND [always] -> SUSPENDED", new Play(closed, north().suspends()));
    plays.put(
        "AT_IMPASSE -- BREAK_OFF [always] -> BROKEN_OFF", new Play(closed, north().breaksOff()));
    plays.put("AT_IMPASSE -- MEET [always] -> AT_IMPASSE", new Play(closed, north().meets()));
    plays.put(
        "AT_IMPASSE -- OPEN_ROUND [always] -> AT_IMPASSE", new Play(closed, island().opensRound()));
    plays.put(
        "AT_IMPASSE -- CLOSE_ROUND [always] -> AT_IMPASSE", new Play(open, island().closesRound()));
  }

  private static void afterDeal(Map<String, Play> plays) {
    Stage stage = Stage.CONCLUDED;
    Negotiation concluded = in(stage);
    Negotiation inRound = withRoundOpen(stage);
    put(plays, "%1$s -- OPEN_ROUND [always] -> %1$s", stage, island().opensRound());
    put(plays, "%1$s -- MEET [always] -> %1$s", stage, north().meets());
    put(plays, "%1$s -- SPEAK [always] -> %1$s", stage, north().hardens("grain"));
    put(plays, "%1$s -- AGREE [always] -> %1$s", stage, north().attests(REPLACING));
    plays.put(
        "CONCLUDED -- CLOSE_ROUND [always] -> CONCLUDED",
        new Play(inRound, island().closesRound()));
    plays.put("CONCLUDED -- SUSPEND [always] -> SUSPENDED", new Play(inRound, north().suspends()));
    plays.put(
        "CONCLUDED -- RESUME [always] -> CONCLUDED",
        new Play(
            Negotiation.about(AGENDA)
                .with(north().attests(WHOLE), north().suspends())
                .record(south().attests(WHOLE))
                .negotiation(),
            north().resumes()));
    plays.put(
        "CONCLUDED -- BREAK_OFF [round open] -> BROKEN_OFF",
        new Play(inRound, north().breaksOff()));
    Negotiation signed =
        Negotiation.about(RATIFIED).with(north().attests(WHOLE), south().attests(WHOLE));
    plays.put(
        "CONCLUDED -- SETTLE [always] -> IN_RECESS", new Play(signed, north().failsToRatify()));
    plays.put(
        "CONCLUDED -- SETTLE [round open] -> IN_SESSION",
        new Play(signed.with(island().opensRound()), north().failsToRatify()));
  }

  private static Mover west() {
    return Move.by("west");
  }

  /** Talks among three, one of whom can leave. */
  private static Negotiation amongThree(Stage stage) {
    Negotiation start = Negotiation.about(THREE);
    Negotiation recess = start.with(north().opensRound(), north().closesRound());
    return switch (stage) {
      case EXPLORATORY -> start;
      case IN_SESSION -> start.with(north().opensRound());
      case IN_RECESS -> recess;
      case SUSPENDED -> recess.with(west().suspends());
      case BROKEN_OFF -> recess.with(west().breaksOff());
      case AT_IMPASSE -> allSaySo(recess);
      case CONCLUDED -> allSign(recess);
      case ABANDONED -> throw new IllegalArgumentException("" + stage);
    };
  }

  private static Negotiation allSaySo(Negotiation talks) {
    return talks.with(
        north().declaresImpasse(), south().declaresImpasse(), west().declaresImpasse());
  }

  private static Negotiation allSign(Negotiation talks) {
    Text whole =
        Text.builder()
            .terms(Terms.on(THREE).set("grain", 40).build())
            .addAllParties(THREE.principals())
            .comprehensive(true)
            .build();
    return talks.with(north().attests(whole), south().attests(whole), west().attests(whole));
  }

  private static void leaving(Map<String, Play> plays) {
    Move leaves = west().leavesTalks();
    for (Stage stage : List.of(Stage.EXPLORATORY, Stage.IN_SESSION, Stage.IN_RECESS)) {
      plays.put(
          stage + " -- LEAVE [all say so] -> AT_IMPASSE",
          new Play(
              amongThree(stage).with(north().declaresImpasse(), south().declaresImpasse()),
              leaves));
    }
    for (Stage stage : Stage.values()) {
      if (stage == Stage.ABANDONED) {
        continue;
      }
      boolean away = stage == Stage.SUSPENDED || stage == Stage.BROKEN_OFF;
      Move also = stage == Stage.SUSPENDED ? north().suspends() : north().breaksOff();
      plays.put(
          "%1$s -- LEAVE [always] -> %1$s".formatted(stage),
          new Play(away ? amongThree(stage).with(also) : amongThree(stage), leaves));
      if (stage != Stage.CONCLUDED) {
        plays.put(
            stage + " -- LEAVE [all abandon] -> ABANDONED",
            new Play(
                amongThree(stage).with(north().abandonsTalks(), south().abandonsTalks()), leaves));
      }
    }
    for (Stage stage : List.of(Stage.SUSPENDED, Stage.BROKEN_OFF)) {
      Move going = stage == Stage.SUSPENDED ? west().suspends() : west().breaksOff();
      plays.put(stage + " -- LEAVE [all back] -> IN_RECESS", new Play(amongThree(stage), leaves));
      plays.put(
          stage + " -- LEAVE [all back, round open] -> IN_SESSION",
          new Play(amongThree(Stage.IN_SESSION).with(going), leaves));
      plays.put(
          stage + " -- LEAVE [all back, nobody moved] -> AT_IMPASSE",
          new Play(amongThree(Stage.AT_IMPASSE).with(going), leaves));
      plays.put(
          stage + " -- LEAVE [all back, agreement signed] -> CONCLUDED",
          new Play(allSign(amongThree(Stage.IN_SESSION)).with(going), leaves));
    }
    plays.put(
        "BROKEN_OFF -- LEAVE [those who walked out are back] -> SUSPENDED",
        new Play(amongThree(Stage.IN_RECESS).with(north().suspends(), west().breaksOff()), leaves));
  }

  private static void put(Map<String, Play> plays, String row, Stage stage, Move move) {
    plays.put(row.formatted(stage), new Play(in(stage), move));
  }

  @Example
  void a_stage_obeys_every_row_of_its_table() {
    Map<String, Play> plays = stagePlays();
    for (Transition<Stage, Stage.Event, Situation> row : Tables.STAGE.rows()) {
      Play play = plays.get(row.toString());
      Situation with = play.before().situation();
      Machine less =
          new Machine(
              Tables.STAGE.without(row),
              Tables.OFFER,
              Tables.DEMAND,
              Tables.AGREEMENT,
              Tables.OBLIGATION);
      Situation without = ((ImmutableSituation) with).withMachine(less);
      assertThat(reached(without, play.move()))
          .as("%s", row)
          .isNotEqualTo(reached(with, play.move()));
    }
  }

  /** Where a move leads, and whether it is legal at all. */
  private static String reached(Situation s, Move move) {
    Breaches breaches = Breaches.withoutChronicle();
    Judgement.judge(
        s, RuleBook.DEFAULT, Memories.blank(RuleBook.DEFAULT, s.agenda()), move, breaches);
    return breaches.isEmpty() + " " + Effects.of(s, move, null).stage();
  }

  @Example
  void every_row_of_the_stage_is_played() {
    Map<String, Play> plays = stagePlays();
    assertThat(plays.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Tables.STAGE.rows().stream().map(Transition::toString).toList());
    for (Transition<Stage, Stage.Event, Situation> row : Tables.STAGE.rows()) {
      Play play = plays.get(row.toString());
      assertThat(play.before().situation().stage()).as("before %s", row).isEqualTo(row.from());
      if (row.event() != Stage.Event.SETTLE) {
        assertThat(play.move().act().kind().event()).as("%s", row).isEqualTo(row.event());
      }
      Outcome outcome = play.before().apply(play.move());
      assertThat(outcome).as("%s: %s", row, outcome).isInstanceOf(Accepted.class);
      assertThat(outcome.negotiation().situation().stage()).as("after %s", row).isEqualTo(row.to());
    }
  }

  @Example
  void the_stage_before_the_event_and_the_stage_after_tell_which_row_fired() {
    Set<String> seen = new java.util.HashSet<>();
    for (Transition<Stage, Stage.Event, Situation> row : Tables.STAGE.rows()) {
      assertThat(seen.add(row.from() + " " + row.event() + " " + row.to())).as("%s", row).isTrue();
    }
  }

  @Example
  void every_stage_is_reached_by_a_play_and_talks_that_end_are_over_once_what_was_signed_is() {
    for (Stage stage : Stage.values()) {
      Negotiation talks = in(stage);
      assertThat(talks.situation().stage()).isEqualTo(stage);
      assertThat(talks.isOver()).isFalse();
      assertThat(talks.legalMoves()).isNotEmpty();
      if (stage.isEnd()) {
        Negotiation over = performAll(talks);
        assertThat(over.situation().stage()).isEqualTo(stage);
        assertThat(over.isOver()).isTrue();
        assertThat(over.legalMoves()).isEmpty();
      }
    }
    assertThat(EnumSet.range(Stage.CONCLUDED, Stage.ABANDONED)).allMatch(Stage::isEnd);
    assertThat(EnumSet.range(Stage.EXPLORATORY, Stage.BROKEN_OFF)).noneMatch(Stage::isEnd);
    Negotiation nothing =
        Negotiation.about(AGENDA).with(north().abandonsTalks(), south().abandonsTalks());
    assertThat(nothing.isOver()).isTrue();
    assertThat(nothing.legalMoves()).isEmpty();
  }

  @Example
  void every_row_of_an_offer_is_played() {
    Offer offer = Offer.of("north", "south", GRAIN).withExpiry(When.parse("2024-05-01"));
    Offer other = Offer.of("north", "south", ALL);
    Offer counter = Offer.of("south", "north", Terms.on(AGENDA).set("grain", 60).build());
    Negotiation made = Negotiation.about(AGENDA).with(north().offers(offer));
    assertThat(made.situation().offers()).containsOnlyKeys(offer);
    Map<String, Negotiation> after = new LinkedHashMap<>();
    after.put("STANDING -- ACCEPT [final] -> ACCEPTED", made.with(south().accepts(offer)));
    after.put(
        "STANDING -- ACCEPT [always] -> STANDING", made.with(south().acceptsAdReferendum(offer)));
    after.put("STANDING -- REJECT [always] -> REJECTED", made.with(south().rejects(offer)));
    after.put(
        "STANDING -- COUNTER [always] -> COUNTERED", made.with(south().counters(offer, counter)));
    after.put("STANDING -- REPLACE [always] -> REPLACED", made.with(north().offers(other)));
    after.put("STANDING -- WITHDRAW [always] -> WITHDRAWN", made.with(north().withdraws(offer)));
    after.put("STANDING -- EXPIRE [always] -> LAPSED", made);
    Offer otherwise = Offer.of("south", "north", Terms.on(AGENDA).set("grain", 60).build());
    after.put(
        "STANDING -- OVERTAKE [always] -> OVERTAKEN",
        made.with(south().offers(otherwise), north().accepts(otherwise)));
    assertThat(after.keySet())
        .containsExactlyElementsOf(Tables.OFFER.rows().stream().map(Transition::toString).toList());
    for (Transition<OfferState, Tables.OfferEvent, Tables.Acceptance> row : Tables.OFFER.rows()) {
      Negotiation talks = after.get(row.toString());
      if (row.to() == OfferState.LAPSED) {
        assertThat(talks.observe(LocalDate.of(2024, 5, 2)))
            .extracting(Observation::message)
            .contains("the offer of north (grain 40) has lapsed: its last day was 2024-05-01");
      } else if (row.to() == OfferState.STANDING) {
        assertThat(talks.situation().offers()).containsKey(offer);
        Accord accord = talks.situation().agreements().get(offer.text());
        assertThat(accord.is(ActorId.of("south"), k -> k == Consent.Kind.PROVISIONAL)).isTrue();
      } else {
        assertThat(talks.situation().offers()).as("%s", row).doesNotContainKey(offer);
        String fate = row.to().name().toLowerCase(java.util.Locale.ROOT);
        Refusal refusal = (Refusal) talks.apply(south().accepts(offer));
        if (row.to() != OfferState.ACCEPTED) {
          assertThat(refusal.message()).contains("it was " + fate + " in entry [");
        }
      }
    }
  }

  @Example
  void an_offer_obeys_every_row_of_its_table() {
    Offer offer = Offer.of("north", "south", GRAIN);
    Offer other = Offer.of("north", "south", ALL);
    Offer counter = Offer.of("south", "north", Terms.on(AGENDA).set("grain", 60).build());
    Negotiation made = Negotiation.about(AGENDA).with(north().offers(offer));
    List<String> unheeded = new ArrayList<>();
    for (Transition<OfferState, Tables.OfferEvent, Tables.Acceptance> row : Tables.OFFER.rows()) {
      Play play =
          switch (row.event()) {
            case ACCEPT ->
                new Play(
                    made,
                    row.to() == OfferState.ACCEPTED
                        ? south().accepts(offer)
                        : south().acceptsAdReferendum(offer));
            case REJECT -> new Play(made, south().rejects(offer));
            case COUNTER -> new Play(made, south().counters(offer, counter));
            case REPLACE -> new Play(made, north().offers(other));
            case WITHDRAW -> new Play(made, north().withdraws(offer));
            case OVERTAKE -> new Play(made.with(south().offers(counter)), north().accepts(counter));
            case EXPIRE -> null; // no move fires it: what has lapsed is observed
          };
      Machine less =
          new Machine(
              Tables.STAGE,
              Tables.OFFER.without(row),
              Tables.DEMAND,
              Tables.AGREEMENT,
              Tables.OBLIGATION);
      if (play != null && isUnheeded(play, less)) {
        unheeded.add(row.toString());
      }
    }
    assertThat(unheeded).isEmpty();
  }

  @Example
  void a_demand_obeys_every_row_of_its_table() {
    List<String> unheeded = new ArrayList<>();
    for (Transition<DemandState, Tables.DemandEvent, Object> row : Tables.DEMAND.rows()) {
      Negotiation before = demandIn(row.from(), row.event() == Tables.DemandEvent.SETTLE_IN_WORDS);
      Play play =
          switch (row.event()) {
            case AMEND -> new Play(before, north().amends(wants("at least 45")));
            case DROP -> new Play(before, north().drops("grain"));
            case MEET -> agrees(before, 70);
            case FAIL -> new Play(before, north().attestsInPart(tons(10)));
            case SETTLE_IN_WORDS -> agrees(before, 20);
            case REOPEN -> new Play(before, north().demands(wants("at least 30")));
          };
      Machine less =
          new Machine(
              Tables.STAGE,
              Tables.OFFER,
              Tables.DEMAND.without(row),
              Tables.AGREEMENT,
              Tables.OBLIGATION);
      if (isUnheeded(play, less)) {
        unheeded.add(row.toString());
      }
    }
    assertThat(unheeded).isEmpty();
  }

  private static Play agrees(Negotiation talks, int tons) {
    return new Play(
        talks.with(north().attestsInPart(tons(tons))), south().attestsInPart(tons(tons)));
  }

  private static Terms tons(int tons) {
    return Terms.on(AGENDA).set("grain", tons).build();
  }

  @Example
  void every_row_of_a_demand_is_played() {
    Set<String> fired = new java.util.TreeSet<>();
    for (DemandState from : DemandState.values()) {
      for (Tables.DemandEvent event : Tables.DemandEvent.values()) {
        Negotiation before = demandIn(from, event == Tables.DemandEvent.SETTLE_IN_WORDS);
        assertThat(stateOf(before)).isEqualTo(from);
        if (!Tables.DEMAND.hasPlace(from, event)) {
          continue;
        }
        Negotiation after =
            switch (event) {
              case AMEND -> before.with(north().amends(wants("at least 45")));
              case DROP -> before.with(north().drops("grain"));
              case MEET -> agree(before, 70);
              case FAIL -> agree(before, 10);
              case SETTLE_IN_WORDS -> agree(before, 20);
              case REOPEN -> before.with(north().demands(wants("at least 30")));
            };
        DemandState to = stateOf(after);
        fired.add(from + " -- " + event + " [always] -> " + to);
      }
    }
    assertThat(fired)
        .containsExactlyInAnyOrderElementsOf(
            Tables.DEMAND.rows().stream().map(Transition::toString).toList());
  }

  private static GeneralDemand wants(String region) {
    return GeneralDemand.of("north", "south", "grain", region);
  }

  private static Negotiation agree(Negotiation talks, int tons) {
    return talks.with(north().attestsInPart(tons(tons)), south().attestsInPart(tons(tons)));
  }

  private static DemandState stateOf(Negotiation talks) {
    return talks
        .situation()
        .demands()
        .values()
        .iterator()
        .next()
        .states()
        .values()
        .iterator()
        .next();
  }

  private static Negotiation demandIn(DemandState state, boolean inWords) {
    GeneralDemand first = inWords ? inWords("enough") : wants("at least 50");
    GeneralDemand second = inWords ? inWords("plenty") : wants("at least 55");
    Negotiation raised = Negotiation.about(AGENDA).with(north().demands(first));
    return switch (state) {
      case STANDING -> raised;
      case AMENDED -> raised.with(north().amends(second));
      case MET -> agree(Negotiation.about(AGENDA).with(north().demands(wants("at least 50"))), 60);
      case NOT_MET ->
          agree(Negotiation.about(AGENDA).with(north().demands(wants("at least 50"))), 10);
      case CANNOT_TELL ->
          agree(Negotiation.about(AGENDA).with(north().demands(inWords("enough"))), 10);
      case DROPPED -> raised.with(north().drops("grain"));
      case REOPENED -> raised.with(north().drops("grain"), north().demands(first));
    };
  }

  private static GeneralDemand inWords(String words) {
    return wants("0").withWanted(Map.of(IssueId.of("grain"), Ask.inWords(words)));
  }

  /** The play that fires each row of the obligation's table, under the row's own name. */
  private static Map<String, Play> obligationPlays() {
    Map<String, Play> plays = new LinkedHashMap<>();
    for (Transition<ObligationState, Tables.ObligationEvent, Tables.Report> row :
        Tables.OBLIGATION.rows()) {
      boolean guarded = !row.guard().equals(Guard.always());
      Negotiation talks = obligationIn(row.from());
      Obligation delivery = delivery(talks);
      Move move =
          switch (row.event()) {
            case SET_OFF -> island().setsOff(delivery);
            case PERFORM ->
                north().performs(delivery, guarded ? Implementation.FULL : Implementation.MINIMAL);
            case BREACH -> (guarded ? north() : south()).allegesBreach(delivery, "late");
            case FIND -> finding(row, delivery);
            case EXCUSE -> south().excuses(delivery);
            case DISCHARGE -> south().attests(CLOSED);
            case SUSPEND -> north().suspends(delivery.under());
            case RESUME -> north().resumes(delivery.under());
            case TERMINATE -> south().denounces(delivery.under());
          };
      plays.put(
          row.toString(),
          row.event() == Tables.ObligationEvent.DISCHARGE
              ? discharging(row.from())
              : new Play(talks, move));
    }
    return plays;
  }

  private static Move finding(
      Transition<ObligationState, Tables.ObligationEvent, Tables.Report> row, Obligation delivery) {
    return switch (row.guard().name()) {
      case "in full" -> island().finds(delivery);
      case "attested" -> island().findsBreach(delivery, "not sent");
      default -> island().finds(delivery, "1");
    };
  }

  /** A condition fails; what has begun is discharged by an amendment that takes its place. */
  private static Play discharging(ObligationState from) {
    if (from == ObligationState.PENDING || from == ObligationState.VIOLATED) {
      return new Play(
          conditionalIn(from).record(north().attests(CLOSED)).negotiation(),
          south().attests(CLOSED));
    }
    Negotiation talks = obligationIn(from);
    Obligation delivery = delivery(talks);
    Text amendment = PART.withUndertakings(delivery.undertaking()).withAmends(delivery.under());
    return new Play(talks.with(north().attests(amendment)), south().attests(amendment));
  }

  @Example
  void every_row_of_an_obligation_is_played() {
    Map<String, Play> plays = obligationPlays();
    for (Transition<ObligationState, Tables.ObligationEvent, Tables.Report> row :
        Tables.OBLIGATION.rows()) {
      Play play = plays.get(row.toString());
      Obligation delivery = delivery(play.before());
      assertThat(stateOf(play.before(), delivery)).as("before %s", row).isEqualTo(row.from());
      Negotiation after = play.before().record(play.move()).negotiation();
      assertThat(stateOf(after, delivery)).as("after %s", row).isEqualTo(row.to());
    }
    for (ObligationState state : ObligationState.values()) {
      assertThat(Tables.OBLIGATION.events(state).isEmpty())
          .isEqualTo(state.isOver() && state != ObligationState.FULFILLED);
    }
  }

  @Example
  void an_obligation_obeys_every_row_of_its_table() {
    Map<String, Play> plays = obligationPlays();
    List<String> unheeded = new ArrayList<>();
    for (Transition<ObligationState, Tables.ObligationEvent, Tables.Report> row :
        Tables.OBLIGATION.rows()) {
      Machine less =
          new Machine(
              Tables.STAGE,
              Tables.OFFER,
              Tables.DEMAND,
              Tables.AGREEMENT,
              Tables.OBLIGATION.without(row));
      if (isUnheeded(plays.get(row.toString()), less)) {
        unheeded.add(row.toString());
      }
    }
    assertThat(unheeded).isEmpty();
  }

  private static final Text CLOSED = text(Terms.on(AGENDA).set("border", "closed").build());

  private static Obligation delivery(Negotiation talks) {
    return talks.situation().obligations().keySet().stream()
        .filter(o -> o.name().equals("delivery"))
        .findFirst()
        .orElseThrow();
  }

  /** Where an obligation stands, be its agreement over or not. */
  private static ObligationState stateOf(Negotiation talks, Obligation obligation) {
    return talks.agreements().stream()
        .filter(a -> a.accord().text().equals(obligation.under()))
        .map(a -> a.accord().obligations().get(obligation).state())
        .findFirst()
        .orElseThrow();
  }

  private static Offer delivering(Trigger trigger) {
    Undertaking delivery =
        Undertaking.builder()
            .name("delivery")
            .by(ActorId.of("north"))
            .terms(GRAIN)
            .trigger(trigger)
            .build();
    Undertaking payment =
        Undertaking.builder().name("payment").by(ActorId.of("south")).words("pays").build();
    return Offer.builder()
        .by(ActorId.of("north"))
        .addTo(ActorId.of("south"))
        .terms(GRAIN)
        .addUndertakings(delivery, payment)
        .verifier(ActorId.of("island"))
        .build();
  }

  /** Two obligations, so that the end of one is not the end of the agreement. */
  private static Negotiation obligationIn(ObligationState state) {
    Offer offer =
        delivering(
            state == ObligationState.PENDING ? new Trigger.When("harvest") : new Trigger.OnForce());
    return reached(
        Negotiation.about(AGENDA).with(north().offers(offer), south().accepts(offer)), state);
  }

  private static Negotiation reached(Negotiation inForce, ObligationState state) {
    Obligation owed = delivery(inForce);
    return switch (state) {
      case PENDING, IN_EFFECT -> inForce;
      case FULFILLED -> inForce.with(north().performs(owed));
      case VIOLATED -> inForce.with(north().allegesBreach(owed, "not sent"));
      case EXCUSED -> inForce.with(south().excuses(owed));
      case SUSPENDED -> inForce.with(north().suspends(owed.under()));
      case DISCHARGED, TERMINATED -> throw new IllegalArgumentException("" + state);
    };
  }

  /** The same, where all hangs on a condition that is open. */
  private static Negotiation conditionalIn(ObligationState state) {
    Offer offer =
        delivering(new Trigger.When("harvest"))
            .withConditions(Condition.of("border", "at least guarded"));
    Negotiation agreed =
        Negotiation.about(AGENDA).with(north().offers(offer), south().accepts(offer));
    return reached(agreed, state);
  }

  private static final Text SIXTY = text(Terms.on(AGENDA).set("grain", 60).build());

  /** An agreement that has been played to a stage; it is on grain, and not yet done. */
  private static Negotiation agreementIn(AgreementStage stage) {
    Negotiation ratified = Negotiation.about(RATIFIED);
    return switch (stage) {
      case TABLED -> ratified.with(north().attests(PART));
      case INITIALLED -> ratified.with(north().attests(PART), south().initials(PART));
      case SIGNED -> ratified.with(north().attests(PART), south().attests(PART));
      case IN_FORCE ->
          agreementIn(AgreementStage.SIGNED).with(north().ratifies(), south().ratifies());
      case SUSPENDED ->
          agreementIn(AgreementStage.IN_FORCE).with(north().suspends(PART), south().suspends(PART));
      case FULFILLED, EXPIRED, TERMINATED, REPLACED, REFUSED ->
          throw new IllegalArgumentException("" + stage);
    };
  }

  /** An agreement that lasts until the end of January, and a move of February. */
  private static Play expires(AgreementStage stage) {
    Text text = PART.withLasts(new Lasting.Until(When.parse("2024-01-31")));
    Negotiation signed =
        Negotiation.about(stage == AgreementStage.SIGNED ? RATIFIED : AGENDA)
            .with(north().on("2024-01-01").attests(text), south().on("2024-01-02").attests(text));
    return new Play(
        stage == AgreementStage.SUSPENDED
            ? signed.with(north().suspends(text), south().suspends(text))
            : signed,
        island().on("2024-02-01").meets());
  }

  /** An agreement that is left for a breach that the other has attested. */
  private static Play terminates(AgreementStage stage) {
    Negotiation talks = agreementIn(stage);
    return new Play(
        talks.with(north().allegesBreach(owed(talks), "not sent")), south().denounces(PART));
  }

  /** Signs a text that names the agreement, and brings it into force. */
  private static Play replaces(AgreementStage stage) {
    Text later = SIXTY.withReplaces(PART);
    Negotiation before = agreementIn(stage).with(north().attests(later));
    if (stage != AgreementStage.IN_FORCE && stage != AgreementStage.SUSPENDED) {
      return new Play(before, south().attests(later));
    }
    return new Play(
        before.with(south().attests(later), north().ratifies(later)), south().ratifies(later));
  }

  private static final Text AMONG_THREE =
      Text.builder().terms(Terms.on(THREE).set("grain", 40).build()).build();

  /** The play that fires each row of the agreement's table, under the row's own name. */
  private static Map<String, Play> agreementPlays() {
    Map<String, Play> plays = new LinkedHashMap<>();
    Negotiation three = Negotiation.about(THREE);
    Negotiation tabled = agreementIn(AgreementStage.TABLED);
    Negotiation initialled = agreementIn(AgreementStage.INITIALLED);
    Negotiation signed = agreementIn(AgreementStage.SIGNED);
    Negotiation inForce = agreementIn(AgreementStage.IN_FORCE);
    plays.put("TABLED -- CONSENT [finally] -> SIGNED", new Play(tabled, south().signs(PART)));
    plays.put("TABLED -- CONSENT [all] -> INITIALLED", new Play(tabled, south().initials(PART)));
    plays.put(
        "TABLED -- CONSENT [always] -> TABLED",
        new Play(three.with(north().attests(AMONG_THREE)), south().signs(AMONG_THREE)));
    Offer offer = Offer.of("north", "south", GRAIN).withTo(ActorId.of("south"), ActorId.of("west"));
    plays.put(
        "TABLED -- REFUSE [always] -> REFUSED",
        new Play(
            three.with(north().offers(offer), south().acceptsAdReferendum(offer)),
            south().rejects(offer)));
    plays.put("TABLED -- REPLACE [always] -> REPLACED", replaces(AgreementStage.TABLED));
    plays.put(
        "INITIALLED -- CONSENT [finally] -> SIGNED", new Play(initialled, south().confirms(PART)));
    plays.put(
        "INITIALLED -- CONSENT [all] -> INITIALLED",
        new Play(
            three.with(
                north().attests(AMONG_THREE),
                south().initials(AMONG_THREE),
                Move.by("west").initials(AMONG_THREE)),
            south().confirms(AMONG_THREE)));
    Offer proposal =
        Offer.of("island", "south", GRAIN)
            .withTo(ActorId.of("north"), ActorId.of("south"))
            .withProposal(true);
    plays.put(
        "INITIALLED -- CONSENT [always] -> TABLED",
        new Play(
            Negotiation.about(AGENDA)
                .with(
                    island().proposes(proposal),
                    north().acceptsAdReferendum(proposal),
                    south().acceptsAdReferendum(proposal)),
            south().rejects(proposal)));
    plays.put(
        "INITIALLED -- REFUSE [always] -> REFUSED", new Play(initialled, south().failsToRatify()));
    plays.put("INITIALLED -- REPLACE [always] -> REPLACED", replaces(AgreementStage.INITIALLED));
    Negotiation single =
        Negotiation.about(
                RATIFIED, RuleBook.DEFAULT.under(Policy.builder().singleUndertaking(true).build()))
            .with(
                north().attests(PART),
                south().attests(PART),
                north().attests(WHOLE),
                south().attests(WHOLE));
    plays.put(
        "SIGNED -- CONSENT [held back] -> INITIALLED",
        new Play(single, south().failsToRatify(WHOLE)));
    plays.put("SIGNED -- CONSENT [always] -> SIGNED", new Play(signed, north().ratifies()));
    Offer parts = Offer.of("north", "south", ALL).withBinding(Binding.SEVERABLE);
    Negotiation inPart =
        Negotiation.about(AGENDA)
            .with(
                north().offers(parts),
                south()
                    .does(
                        new Substantive.Accept(
                            parts, ImmutableSet.of(IssueId.of("grain")), Authority.FINAL)));
    plays.put("IN_FORCE -- CONSENT [always] -> IN_FORCE", new Play(inPart, south().accepts(parts)));
    plays.put(
        "FULFILLED -- CONSENT [always] -> IN_FORCE",
        new Play(inPart.with(north().performs(owed(inPart))), south().accepts(parts)));
    plays.put(
        "SIGNED -- ENTER [ratified] -> IN_FORCE",
        new Play(signed.with(north().ratifies()), south().ratifies()));
    plays.put("SIGNED -- REFUSE [always] -> REFUSED", new Play(signed, south().failsToRatify()));
    plays.put(
        "IN_FORCE -- REFUSE [always] -> REFUSED",
        new Play(
            Negotiation.about(AGENDA).with(north().attests(PART), south().attests(PART)),
            south().failsToRatify(PART)));
    plays.put(
        "IN_FORCE -- FULFIL [always] -> FULFILLED",
        new Play(inForce, north().performs(owed(inForce))));
    plays.put(
        "IN_FORCE -- SUSPEND [always] -> SUSPENDED",
        new Play(inForce.with(north().suspends(PART)), south().suspends(PART)));
    plays.put(
        "SUSPENDED -- RESUME [always] -> IN_FORCE",
        new Play(agreementIn(AgreementStage.SUSPENDED), south().resumes(PART)));
    Text open = among("north", "south").withOpenTo(ActorId.of("west"));
    plays.put(
        "SUSPENDED -- CONSENT [always] -> SUSPENDED",
        new Play(
            three.with(
                north().attests(open),
                south().attests(open),
                north().suspends(open),
                south().suspends(open)),
            Move.by("west").joins(open)));
    Text verified = PART.withVerifier(ActorId.of("island"));
    Negotiation done =
        Negotiation.about(AGENDA).with(north().attests(verified), south().attests(verified));
    plays.put(
        "FULFILLED -- FALL_SHORT [always] -> IN_FORCE",
        new Play(done.with(north().performs(owed(done))), island().finds(owed(done), "1")));
    for (AgreementStage alive :
        List.of(AgreementStage.SIGNED, AgreementStage.IN_FORCE, AgreementStage.SUSPENDED)) {
      plays.put(alive + " -- EXPIRE [always] -> EXPIRED", expires(alive));
      plays.put(alive + " -- TERMINATE [always] -> TERMINATED", terminates(alive));
      plays.put(alive + " -- REPLACE [always] -> REPLACED", replaces(alive));
    }
    return plays;
  }

  private static Text among(String one, String other) {
    return Text.builder()
        .terms(Terms.on(THREE).set("grain", 40).build())
        .addParties(ActorId.of(one), ActorId.of(other))
        .build();
  }

  private static Obligation owed(Negotiation talks) {
    return talks.situation().obligations().keySet().iterator().next();
  }

  /** The stage of the first agreement that was put forward, be it over or not. */
  private static AgreementStage agreementStage(Negotiation talks) {
    return talks.agreements().get(0).stage();
  }

  @Example
  void every_row_of_an_agreement_has_a_play() {
    assertThat(agreementPlays().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Tables.AGREEMENT.rows().stream().map(Transition::toString).toList());
  }

  @Example
  void every_play_of_an_agreement_fires_its_row() {
    Map<String, Play> plays = agreementPlays();
    for (Transition<AgreementStage, Tables.AgreementEvent, Tables.Consents> row :
        Tables.AGREEMENT.rows()) {
      Play play = plays.get(row.toString());
      if (play == null) {
        continue;
      }
      assertThat(agreementStage(play.before())).as("before %s", row).isEqualTo(row.from());
      Negotiation after = play.before().record(play.move()).negotiation();
      assertThat(agreementStage(after)).as("after %s", row).isEqualTo(row.to());
      assertThat(Tables.AGREEMENT.events(row.to()).isEmpty())
          .isEqualTo(row.to().isOver() && row.to() != AgreementStage.FULFILLED);
    }
  }

  @Example
  void an_agreement_obeys_every_row_of_its_table() {
    Map<String, Play> plays = agreementPlays();
    List<String> unheeded = new ArrayList<>();
    for (Transition<AgreementStage, Tables.AgreementEvent, Tables.Consents> row :
        Tables.AGREEMENT.rows()) {
      Play play = plays.get(row.toString());
      if (play == null) {
        continue;
      }
      Machine less =
          new Machine(
              Tables.STAGE,
              Tables.OFFER,
              Tables.DEMAND,
              Tables.AGREEMENT.without(row),
              Tables.OBLIGATION);
      if (isUnheeded(play, less)) {
        unheeded.add(row.toString());
      }
    }
    assertThat(unheeded).isEmpty();
  }

  /** Whether a machine that lacks a row makes the same of a play that should fire it. */
  private static boolean isUnheeded(Play play, Machine less) {
    Situation with = play.before().situation();
    Situation without = ((ImmutableSituation) with).withMachine(less);
    return outcome(without, play.move()).equals(outcome(with, play.move()));
  }

  /** What a move leads to, the agreements that it ends too, and whether it is legal at all. */
  private static List<Object> outcome(Situation s, Move move) {
    Breaches breaches = Breaches.withoutChronicle();
    Judgement.judge(
        s, RuleBook.DEFAULT, Memories.blank(RuleBook.DEFAULT, s.agenda()), move, breaches);
    List<Object> outcome = new ArrayList<>();
    outcome.add(breaches.isEmpty());
    outcome.add(
        Effects.of(
            s,
            move,
            new Draft.Ends() {
              @Override
              public void agreement(Accord accord) {
                outcome.add(accord);
              }
            }));
    return outcome;
  }

  private enum Light {
    RED,
    GREEN,
    BROKEN
  }

  private enum Press {
    BUTTON,
    HAMMER
  }

  private static TransitionTable.Builder<Light, Press, Integer> light() {
    return TransitionTable.startingAt("light", Light.RED, Press.class, Integer.class);
  }

  @Example
  void a_table_with_a_state_that_nothing_leads_to_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                light()
                    .row(Light.RED, Press.BUTTON, Light.GREEN)
                    .row(Light.BROKEN, Press.BUTTON, Light.BROKEN)
                    .build())
        .withMessage("light: no row leads from RED to [BROKEN]");
  }

  @Example
  void a_table_with_a_row_that_can_never_fire_is_refused() {
    Guard<Integer> hard = Guard.of("hard", "it is hit hard", n -> n > 5);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                light()
                    .row(Light.RED, Press.BUTTON, Light.GREEN)
                    .row(Light.RED, Press.BUTTON, hard, Light.BROKEN)
                    .build())
        .withMessage(
            "light: row (RED -- BUTTON [hard] -> BROKEN) can never fire: (RED -- BUTTON [always] ->"
                + " GREEN) stands before it");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                light()
                    .row(Light.RED, Press.BUTTON, hard, Light.GREEN)
                    .row(
                        Light.RED,
                        Press.BUTTON,
                        Guard.of("hard", "the same by name", n -> n > 7),
                        Light.BROKEN)
                    .build())
        .withMessage(
            "light: row (RED -- BUTTON [hard] -> BROKEN) can never fire: (RED -- BUTTON [hard] ->"
                + " GREEN) stands before it");
  }

  @Example
  void a_firing_that_fails_says_which_guards_were_tried_and_why() {
    Guard<Integer> hard = Guard.of("hard", "it is hit hard", n -> n > 5);
    TransitionTable<Light, Press, Integer> table =
        light()
            .row(Light.RED, Press.BUTTON, Light.GREEN)
            .row(Light.RED, Press.HAMMER, hard, Light.BROKEN)
            .build();
    assertThat(table.name()).isEqualTo("light");
    assertThat(table.start()).isEqualTo(Light.RED);
    assertThat(table.fire(Light.RED, Press.HAMMER, 6)).isEqualTo(table.rows().get(1));
    assertThat(table.next(Light.RED, Press.HAMMER, 6)).isEqualTo(Light.BROKEN);
    Firing<Light, Press, Integer> failed = table.fire(Light.RED, Press.HAMMER, 5);
    assertThat(failed)
        .isEqualTo(
            new Firing.NoPlace<>(Light.RED, Press.HAMMER, table.rows(Light.RED, Press.HAMMER)));
    assertThat(table.rows(Light.RED, Press.HAMMER))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.guard().name()).isEqualTo("hard");
              assertThat(row.guard().sentence()).isEqualTo("it is hit hard");
            });
    assertThat(table.next(Light.RED, Press.HAMMER, 5)).isEqualTo(Light.RED);
    assertThat(table.fire(Light.GREEN, Press.BUTTON, 9))
        .isEqualTo(new Firing.NoPlace<>(Light.GREEN, Press.BUTTON, ImmutableList.of()));
    assertThat(table.rows(Light.GREEN, Press.BUTTON)).isEmpty();
    assertThat(table.hasPlace(Light.GREEN, Press.BUTTON)).isFalse();
    assertThat(table.hasPlace(Light.RED, Press.HAMMER)).isTrue();
    assertThat(table.events(Light.RED)).containsExactly(Press.BUTTON, Press.HAMMER);
  }

  @Example
  void the_first_row_whose_guard_holds_fires() {
    Guard<Integer> hard = Guard.of("hard", "it is hit hard", n -> n > 5);
    TransitionTable<Light, Press, Integer> table =
        light()
            .row(Light.RED, Press.HAMMER, hard, Light.BROKEN)
            .row(Light.RED, Press.HAMMER, Light.GREEN)
            .stays(Light.GREEN, List.of(Press.BUTTON, Press.HAMMER))
            .build();
    assertThat(table.next(Light.RED, Press.HAMMER, 6)).isEqualTo(Light.BROKEN);
    assertThat(table.next(Light.RED, Press.HAMMER, 1)).isEqualTo(Light.GREEN);
    assertThat(table.events(Light.GREEN)).containsExactly(Press.BUTTON, Press.HAMMER);
  }

  @Example
  void every_guard_says_what_it_asks_for() {
    List<String> sentences = new ArrayList<>();
    for (Transition<Stage, Stage.Event, Situation> row : Tables.STAGE.rows()) {
      sentences.add(row.guard().sentence());
    }
    assertThat(ImmutableSet.copyOf(sentences))
        .containsExactlyInAnyOrder(
            "nothing more",
            "two principals or more are still there",
            "nobody who walked out is away any more, and somebody has suspended",
            "nobody is away any more, and nobody has moved since the impasse",
            "enough rounds in a row were held or regressed",
            "every principal has declared an impasse",
            "an agreement among all principals is signed that claims the whole, or leaves no issue"
                + " unsettled",
            "every principal says that it abandons the talks",
            "nobody is away any more, and a comprehensive agreement is signed",
            "nobody is away any more, and a round is open",
            "nobody is away any more",
            "a position has changed, and a round is open",
            "a position has changed",
            "a round is open");
    assertThat(
            Tables.AGREEMENT.rows().stream()
                .map(r -> r.guard().sentence())
                .collect(ImmutableSet.toImmutableSet()))
        .containsExactlyInAnyOrder(
            "nothing more",
            "all whom it binds have consented, one at least provisionally",
            "all whom it binds have consented finally",
            "the whole for which it waits has failed",
            "those have ratified who are to, and its day or event has come where one is named");
  }
}
