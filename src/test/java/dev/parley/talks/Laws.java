package dev.parley.talks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.demand.Offer;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.progress.Progress;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.Step;
import dev.parley.progress.StepKind;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Negotiation.Rejudgement;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Refusal.Breach;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** The laws of the machine, over games that are played by numbers. */
@StatisticsReport(StatisticsReportMode.OFF)
class Laws {
  @Provide
  Arbitrary<Game> games() {
    return Game.games(20, 40);
  }

  @Provide
  Arbitrary<Game> longGames() {
    return Game.games(60, 120);
  }

  /** Says how often a case must come up, so that a law is not kept by never meeting its case. */
  private static void sometimes(String label, boolean reached, double percent) {
    Statistics.label(label)
        .collect(reached)
        .coverage(c -> c.check(true).percentage(p -> p >= percent));
  }

  @Property
  void refusals_change_nothing_and_name_the_law_and_the_way_out(@ForAll("games") Game game) {
    for (Refusal refusal : game.refusals()) {
      Negotiation before = refusal.negotiation();
      Negotiation copy = replay(game, before.chronicle().size());
      assertThat(before).isEqualTo(copy);
      assertThat(before.situation()).isEqualTo(copy.situation());
      assertThat(refusal.breaches()).isNotEmpty();
      for (Breach breach : refusal.breaches()) {
        assertThat(breach.message()).isNotBlank().doesNotEndWith(".");
        assertThat(breach.wayOut()).isNotBlank().doesNotEndWith(".");
        assertThat(breach.law().sentence()).isNotBlank().doesNotEndWith(".");
        assertThat(refusal.message()).contains(breach.message() + ". " + breach.wayOut() + ".");
      }
      assertThat(refusal.laws()).isNotEmpty();
    }
    sometimes("refused", !game.refusals().isEmpty(), 90);
  }

  private static Negotiation replay(Game game, int entries) {
    return game.start().with(game.moves().subList(0, entries).toArray(Move[]::new));
  }

  @Property
  void over_is_over(@ForAll("longGames") Game game, @ForAll @IntRange(max = 1_000_000) int number) {
    Negotiation end = game.end();
    if (end.isOver()) {
      assertThat(end.legalMoves()).isEmpty();
      for (int i = 0; i < 5; i++) {
        Outcome outcome = end.apply(Game.choose(end, number + i));
        assertThat(outcome).isInstanceOf(Refusal.class);
        assertThat(((Refusal) outcome).laws()).contains(Law.OVER_IS_OVER);
        assertThat(outcome.negotiation()).isSameAs(end);
      }
      for (Move move : game.moves()) {
        assertThat(end.apply(move)).isInstanceOf(Refusal.class);
      }
    } else {
      assertThat(end.legalMoves()).isNotEmpty();
    }
    sometimes("over", end.isOver(), 10);
  }

  @Property
  void the_same_moves_give_the_same_negotiation(@ForAll("games") Game game) {
    Game again = Game.of(game.script());
    assertThat(again.end()).isEqualTo(game.end()).hasSameHashCodeAs(game.end());
    assertThat(again.end().situation())
        .isEqualTo(game.end().situation())
        .hasSameHashCodeAs(game.end().situation());
    assertThat(again.end().chronicle()).isEqualTo(game.end().chronicle());
    assertThat(again.end().rounds()).isEqualTo(game.end().rounds());
    assertThat(again.end().legalMoves()).isEqualTo(game.end().legalMoves());
  }

  @Property
  void a_move_is_accepted_exactly_when_some_opening_admits_it(@ForAll("games") Game game) {
    int at = 0;
    for (Move move : game.moves()) {
      Negotiation before = game.states().get(at++);
      assertThat(before.legalMoves().stream().filter(o -> o.admits(move)).count())
          .as("openings that admit %s", move)
          .isEqualTo(1);
    }
    for (Refusal refusal : game.refusals()) {
      assertThat(refusal.negotiation().legalMoves())
          .noneMatch(opening -> opening.admits(refusal.move()));
    }
    sometimes("many legal moves", game.moves().size() >= 15, 50);
  }

  @Property
  void every_kind_of_act_is_reached_by_some_move(@ForAll("longGames") Game game) {
    Set<ActKind> kinds = EnumSet.noneOf(ActKind.class);
    game.moves().forEach(m -> kinds.add(m.act().kind()));
    for (ActKind kind : ActKind.values()) {
      Statistics.label(kind.name())
          .collect(kinds.contains(kind))
          .coverage(c -> c.check(true).count(n -> n >= 1));
    }
  }

  @Property(tries = 400)
  void every_law_refuses_some_move(@ForAll("longGames") Game game) {
    Set<Law> laws = EnumSet.noneOf(Law.class);
    game.refusals().forEach(r -> laws.addAll(r.laws()));
    Set<Law> elsewhere =
        EnumSet.of(
            Law.KNOWN_ISSUE,
            Law.KNOWN_OFFER,
            Law.KNOWN_AGREEMENT,
            Law.KNOWN_OBLIGATION,
            Law.KNOWN_ENTRY,
            Law.ON_SCALE,
            Law.KNOWN_DELEGATION,
            Law.TRACK_IS_A_PLACE,
            Law.DISTINCT,
            Law.TRIGGERED,
            Law.WITHIN_RANGE,
            Law.BY_ORGAN,
            Law.BY_ACTOR,
            Law.RULE_BOOK);
    for (Law law : Sets.difference(EnumSet.allOf(Law.class), elsewhere)) {
      Statistics.label(law.name())
          .collect(laws.contains(law))
          .coverage(c -> c.check(true).count(n -> n >= 1));
    }
  }

  @Property
  void every_stage_is_reached(@ForAll("longGames") Game game) {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    game.states().forEach(s -> stages.add(s.situation().stage()));
    for (Stage stage : Stage.values()) {
      Statistics.label(stage.name())
          .collect(stages.contains(stage))
          .coverage(c -> c.check(true).count(n -> n >= 1));
    }
  }

  @Tag("slow")
  @Property
  void every_verdict_and_every_kind_of_step_is_reached(@ForAll("longGames") Game game) {
    Set<Progress> verdicts = EnumSet.noneOf(Progress.class);
    Set<StepKind> kinds = EnumSet.noneOf(StepKind.class);
    for (RoundVerdict round : game.end().rounds()) {
      verdicts.add(round.progress());
      round.steps().forEach(s -> kinds.add(s.kind()));
    }
    assertThat(kinds).doesNotContain(StepKind.UNREPORTED);
    for (Progress verdict : Progress.values()) {
      Statistics.label(verdict.name())
          .collect(verdicts.contains(verdict))
          .coverage(c -> c.check(true).count(n -> n >= 1));
    }
    for (StepKind kind : EnumSet.complementOf(EnumSet.of(StepKind.UNREPORTED))) {
      Statistics.label(kind.name())
          .collect(kinds.contains(kind))
          .coverage(c -> c.check(true).count(n -> n >= 1));
    }
  }

  @Property
  void two_ways_to_the_same_situation_are_equal(@ForAll("games") Game game) {
    int swapped = 0;
    for (int i = 0; i + 1 < game.moves().size(); i++) {
      Move one = game.moves().get(i);
      Move other = game.moves().get(i + 1);
      if (!independent(one, other)) {
        continue;
      }
      Negotiation before = game.states().get(i);
      Negotiation there = game.states().get(i + 2);
      Outcome first = before.apply(other);
      assertThat(first).as("%s before %s", other, one).isInstanceOf(Accepted.class);
      Negotiation here = first.orThrow().with(one);
      assertThat(here.situation())
          .isEqualTo(there.situation())
          .hasSameHashCodeAs(there.situation());
      assertThat(ImmutableSet.copyOf(here.legalMoves()))
          .isEqualTo(ImmutableSet.copyOf(there.legalMoves()));
      swapped++;
    }
    sometimes("swapped", swapped > 0, 8);
  }

  @Tag("slow")
  @Property
  void the_order_of_independent_entries_changes_no_verdict(@ForAll("games") Game game) {
    List<Move> moves = new ArrayList<>(game.moves());
    int swapped = 0;
    for (int i = 0; i + 1 < moves.size(); i++) {
      if (independent(moves.get(i), moves.get(i + 1))) {
        Collections.swap(moves, i, i + 1);
        swapped++;
      }
    }
    Negotiation other = game.start().with(moves.toArray(Move[]::new));
    assertThat(verdicts(other)).isEqualTo(verdicts(game.end()));
    sometimes("swapped", swapped > 0 && other.closedRounds() > 0, 4);
  }

  private static List<Progress> verdicts(Negotiation talks) {
    return talks.rounds().stream().map(RoundVerdict::progress).toList();
  }

  /** Demands, offers and shifts on issues that the other move does not name. */
  private static boolean independent(Move one, Move other) {
    Set<IssueId> here = named(one);
    Set<IssueId> there = named(other);
    return !here.isEmpty()
        && !there.isEmpty()
        && Sets.intersection(here, there).isEmpty()
        && one.through().isEmpty()
        && other.through().isEmpty()
        && runsOut(one) == runsOut(other);
  }

  /** From an offer with a last day on, time is told. */
  private static boolean runsOut(Move move) {
    return move.act() instanceof Substantive.MakeOffer make
        && make.alternatives().stream().anyMatch(o -> o.expiry().isPresent());
  }

  private static Set<IssueId> named(Move move) {
    if (move.act() instanceof Substantive.RaiseDemand raise) {
      return raise.demand().asks().keySet();
    }
    if (move.act() instanceof Substantive.MakeOffer make
        && make.counters().isEmpty()
        && make.alternatives().stream().noneMatch(Offer::comprehensive)) { // it leaves out the rest
      return make.alternatives().stream()
          .flatMap(o -> o.issues().stream())
          .collect(ImmutableSet.toImmutableSet());
    }
    if (move.act() instanceof Substantive.Shift shift) {
      return shift.issue().map(ImmutableSet::of).orElse(ImmutableSet.of());
    }
    return ImmutableSet.of();
  }

  @Property
  void a_record_of_legal_moves_reads_back_the_same(@ForAll("games") Game game) {
    Negotiation recorded = game.start();
    for (Move move : game.moves()) {
      Outcome outcome = recorded.record(move);
      assertThat(((Accepted) outcome).findings()).noneMatch(f -> isLaw(f.rule()));
      recorded = outcome.orThrow();
    }
    assertThat(recorded).isEqualTo(game.end());
    assertThat(recorded.situation()).isEqualTo(game.end().situation());
    assertThat(recorded.rejudge()).isEmpty();
  }

  private static boolean isLaw(String rule) {
    for (Law law : Law.values()) {
      if (law.name().equals(rule)) {
        return true;
      }
    }
    return false;
  }

  @Tag("slow")
  @Property(tries = 500)
  void a_record_is_refused_only_for_a_reference_to_nothing(
      @ForAll("games") Game game, @ForAll @IntRange(max = 1_000_000) int number) {
    Negotiation recorded = game.start();
    boolean broken = false;
    List<EntryId> found = new ArrayList<>();
    for (int i = 0; i < game.script().moves().size(); i++) {
      Move move = Game.choose(recorded, number + i);
      Outcome outcome = recorded.record(move);
      if (outcome instanceof Refusal refusal) {
        assertThat(refusal.laws()).isNotEmpty().allMatch(Law::isReference);
        assertThat(refusal.negotiation()).isSameAs(recorded);
        continue;
      }
      Accepted accepted = (Accepted) outcome;
      if (accepted.findings().stream().anyMatch(f -> isLaw(f.rule()))) {
        found.add(accepted.entry());
        assertThat(recorded.apply(move)).isInstanceOf(Refusal.class);
        broken = true;
      }
      recorded = accepted.negotiation();
    }
    assertThat(recorded.rejudge().stream().map(Rejudgement::entry).toList()).isEqualTo(found);
    for (RoundVerdict verdict : recorded.rounds()) {
      assertThat(verdict.describe()).isNotBlank();
    }
    sometimes("a law was broken", broken, 50);
  }

  @Property
  void a_correction_by_the_same_move_changes_nothing(
      @ForAll("games") Game game, @ForAll @IntRange(max = 39) int at) {
    if (at < game.moves().size()) {
      Note note = Note.of("2030", "checked");
      Negotiation corrected =
          game.end().correct(new EntryId(at + 1), game.moves().get(at), note).orThrow();
      assertThat(corrected.situation()).isEqualTo(game.end().situation());
      assertThat(corrected.rounds()).isEqualTo(game.end().rounds());
      assertThat(corrected.chronicle().size()).isEqualTo(game.end().chronicle().size() + 1);
      assertThat(corrected.chronicle().readings().get(at).corrected()).isTrue();
    }
    sometimes("corrected", at < game.moves().size(), 40);
  }

  @Property
  void cancelling_the_last_entry_gives_the_situation_before_it(@ForAll("games") Game game) {
    int size = game.moves().size();
    if (size > 0) {
      Outcome outcome = game.end().cancel(new EntryId(size), Note.of("2030", "never happened"));
      Negotiation before = game.states().get(size - 1);
      assertThat(outcome.orThrow().situation()).isEqualTo(before.situation());
      assertThat(outcome.orThrow().rounds()).isEqualTo(before.rounds());
    }
    sometimes("cancelled", size > 0, 95);
  }

  @Property
  void what_was_known_at_an_entry_can_be_read_back(
      @ForAll("games") Game game, @ForAll @IntRange(min = 1, max = 40) int at) {
    if (at <= game.moves().size()) {
      Negotiation then = game.end().asKnownAt(new EntryId(at));
      assertThat(then).isEqualTo(game.states().get(at));
      assertThat(then.situation()).isEqualTo(game.states().get(at).situation());
      assertThat(then.rounds()).isEqualTo(game.states().get(at).rounds());
    }
    sometimes("read back", at <= game.moves().size(), 40);
  }

  @Property
  void the_chronicle_returns_what_was_appended(@ForAll("games") Game game) {
    for (int i = 0; i < game.moves().size(); i++) {
      EntryId id = new EntryId(i + 1);
      assertThat(game.end().chronicle().entry(id))
          .contains(new Entry.Told(id, game.moves().get(i)));
    }
    assertThat(game.end().chronicle().entries()).hasSize(game.moves().size());
    assertThat(game.end().chronicle().entry(new EntryId(game.moves().size() + 1))).isEmpty();
  }

  @Property
  void the_names_of_the_parties_change_no_verdict(@ForAll("games") Game game) {
    Game other = Game.of(game.renamed());
    assertSameShape(game, other, BigDecimal.ONE);
    sometimes("a round was closed", game.end().closedRounds() > 0, 50);
  }

  @Property
  void the_unit_of_a_quantity_changes_no_verdict(@ForAll("games") Game game) {
    BigDecimal factor = new BigDecimal("2.5");
    Game other = Game.of(game.script().scaled(factor));
    assertSameShape(game, other, factor);
    sometimes(
        "a step was measured in persons",
        game.end().rounds().stream()
            .flatMap(r -> r.steps().stream())
            .anyMatch(s -> isQuantity(game, s) && s.size().isPresent()),
        8);
  }

  private static boolean isQuantity(Game game, Step step) {
    return step.issue()
        .flatMap(game.end().agenda()::issue)
        .filter(i -> i.scale() instanceof Scale.Quantity)
        .isPresent();
  }

  private static void assertSameShape(Game game, Game other, BigDecimal factor) {
    assertThat(other.moves()).hasSameSizeAs(game.moves());
    assertThat(other.end().situation().stage()).isEqualTo(game.end().situation().stage());
    assertThat(verdicts(other.end())).isEqualTo(verdicts(game.end()));
    for (int round = 1; round <= game.end().closedRounds(); round++) {
      List<Step> here = game.end().round(round).steps();
      List<Step> there = other.end().round(round).steps();
      assertThat(there).hasSameSizeAs(here);
      for (int i = 0; i < here.size(); i++) {
        assertThat(there.get(i).kind()).isEqualTo(here.get(i).kind());
        assertThat(there.get(i).entries()).isEqualTo(here.get(i).entries());
        assertThat(there.get(i).reversals()).isEqualTo(here.get(i).reversals());
        assertThat(there.get(i).share()).isEqualTo(here.get(i).share());
        BigDecimal by = isQuantity(game, here.get(i)) ? factor : BigDecimal.ONE;
        assertThat(there.get(i).size().map(BigDecimal::stripTrailingZeros))
            .isEqualTo(here.get(i).size().map(s -> s.multiply(by).stripTrailingZeros()));
      }
      assertThat(other.end().round(round).remarks())
          .hasSameSizeAs(game.end().round(round).remarks());
    }
  }

  @Tag("slow")
  @Property
  void an_allegation_changes_no_position_and_no_attested_verdict(
      @ForAll("games") Game game, @ForAll @IntRange(max = 1_000_000) int number) {
    Negotiation with = game.start();
    int alleged = 0;
    int step = 0;
    for (Move move : game.moves()) {
      Move rumour = Game.choose(with, number + step++);
      Optional<Move> allegation = alleged(with.agenda(), rumour);
      if (allegation.isPresent()) {
        Outcome outcome = with.record(allegation.get());
        if (outcome instanceof Accepted accepted) {
          assertThat(allegation.get().attribution(with.agenda())).isEqualTo(Attribution.ALLEGED);
          assertThat(accepted.negotiation().situation()).isEqualTo(with.situation());
          with = accepted.negotiation();
          alleged++;
        }
      }
      with = with.with(move);
    }
    assertThat(with.situation()).isEqualTo(game.end().situation());
    assertThat(verdicts(with)).isEqualTo(verdicts(game.end()));
    for (RoundVerdict verdict : with.rounds()) {
      verdict.differences().forEach(d -> assertThat(d.progress()).isNotEqualTo(verdict.progress()));
    }
    sometimes("alleged", alleged > 0, 70);
    sometimes("a difference", with.rounds().stream().anyMatch(r -> !r.differences().isEmpty()), 10);
  }

  /** The same move, on the word of another principal. */
  private static Optional<Move> alleged(Agenda agenda, Move move) {
    if (!(move.act() instanceof Substantive)
        || !agenda.isPrincipal(move.by())
        || move.through().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        move.withSource(
            Source.statementOf("other", agenda.counterparts(move.by()).iterator().next())));
  }

  /** Says whether something comes about by itself between the latest date so far and a move's. */
  private static boolean turnsBetween(Negotiation talks, Move move) {
    When now = talks.situation().latest().orElse(move.on());
    LocalDate first = earlier(day(now.earliest()), day(move.on().earliest()));
    LocalDate last = day(now.latest());
    LocalDate other = day(move.on().latest());
    LocalDate end = last.isAfter(other) ? last : other;
    return talks.juncture().nextTurningDay(first).filter(turn -> !turn.isAfter(end)).isPresent();
  }

  private static LocalDate day(Optional<LocalDate> day) {
    return day.orElse(LocalDate.of(1, 1, 1));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  @Property
  void an_unknown_date_never_refuses(@ForAll("games") Game game) {
    for (int i = 0; i < game.moves().size(); i++) {
      if (!turnsBetween(game.states().get(i), game.moves().get(i))) {
        Outcome outcome = game.states().get(i).apply(Game.undated(game.moves().get(i)));
        assertThat(outcome).as("%s", outcome).isInstanceOf(Accepted.class);
      }
    }
    Set<Law> dated = EnumSet.of(Law.NOT_LAPSED, Law.DEADLINE_AHEAD);
    boolean late = false;
    for (Refusal refusal : game.refusals()) {
      Outcome outcome = refusal.negotiation().apply(Game.undated(refusal.move()));
      late |= !Sets.intersection(refusal.laws(), dated).isEmpty();
      if (outcome instanceof Refusal again) {
        assertThat(again.laws()).doesNotContain(Law.DEADLINE_AHEAD);
        // A move without a date is judged at the latest date so far.
        if (again.laws().contains(Law.NOT_LAPSED)) {
          assertThat(refusal.negotiation().situation().latest()).isPresent();
        }
      }
    }
    sometimes("a date refused", late, 3);
    assertThat(When.UNKNOWN.isUnknown()).isTrue();
  }

  @Property
  void each_party_is_measured_by_its_own_step_alone(
      @ForAll("longGames") Game game, @ForAll @IntRange(max = 1_000_000) int number) {
    Negotiation end = game.end();
    if (!end.situation().roundOpen()) {
      return;
    }
    Negotiation closed = close(end);
    if (closed == null) {
      return;
    }
    var party = end.agenda().principals().get(0);
    Negotiation more = end;
    for (int i = 0; i < 4; i++) {
      Move move = Game.choose(more, number + i);
      boolean byOther = !move.by().equals(party);
      boolean onlySpeaks =
          move.act() instanceof Substantive.RaiseDemand
              || move.act() instanceof Substantive.AmendDemand
              || move.act() instanceof Substantive.DropDemand
              || move.act() instanceof Substantive.MakeOffer
              || move.act() instanceof Substantive.Shift;
      boolean awaited = // an offer that ends lets the party's consent to it fall
          more.situation().agreements().values().stream()
              .anyMatch(a -> !a.stage().isSigned() && a.assents().containsKey(party));
      if (byOther && onlySpeaks && !awaited && more.apply(move) instanceof Accepted accepted) {
        more = accepted.negotiation();
      }
    }
    Negotiation later = close(more);
    boolean spoke = more.chronicle().size() > end.chronicle().size();
    if (later != null) {
      assertThat(stepsOf(later, party)).isEqualTo(stepsOf(closed, party));
    }
    sometimes("others spoke after it", spoke && !stepsOf(closed, party).isEmpty(), 5);
  }

  private static Negotiation close(Negotiation talks) {
    return talks.apply(Move.by(talks.agenda().principals().get(1).text()).closesRound())
            instanceof Accepted a
        ? a.negotiation()
        : null;
  }

  private static List<Step> stepsOf(Negotiation talks, dev.parley.agenda.ActorId party) {
    return talks.round(talks.closedRounds()).steps().stream()
        .filter(s -> s.party().equals(party))
        .toList();
  }

  @Property
  void a_situation_remembers_nothing_that_the_verdict_does_not_need(@ForAll("games") Game game) {
    int stalled = 0;
    int k = game.end().situation().policy().stallAfter();
    for (RoundVerdict verdict : game.end().rounds()) {
      stalled =
          switch (verdict.progress()) {
            case HELD, REGRESSED -> Math.min(k, stalled + 1);
            case UNREPORTED -> stalled;
            case MOVED, MIXED, STATED -> 0;
          };
    }
    assertThat(game.end().situation().stalledRounds()).isEqualTo(stalled);
    sometimes("stalled", stalled > 0, 5);
    assertThat(ImmutableList.copyOf(game.end().rounds())).hasSize(game.end().closedRounds());
  }
}
