package dev.parley.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Ask;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Move;
import dev.parley.talks.Mover;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Observation;
import dev.parley.talks.Policy;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;

/** Did the round move or stall: every kind of step and every verdict, in talks that are played. */
class ProgressTest {
  private static final Scale LEVELS = Scale.levels("none", "pause", "truce", "peace");
  private static final Scale TONS = Scale.quantity(0, 100, "tons");
  private static final Scale STATES = Scale.options("norway", "oman", "chile");
  private static final Scale ITEMS = Scale.checklist("names", "living", "deceased");

  private static final Agenda TWO =
      Agenda.builder()
          .principal("north", "North")
          .principal("south", "South")
          .mediator("island", "Island")
          .issue("war", LEVELS)
          .issue("grain", TONS)
          .issue("custodian", STATES)
          .issue("list", ITEMS)
          .build();

  private static final Agenda THREE =
      Agenda.builder()
          .principal("north", "North")
          .principal("south", "South")
          .principal("west", "West")
          .issue("grain", TONS)
          .build();

  private static Mover north() {
    return Move.by("north");
  }

  private static Mover south() {
    return Move.by("south");
  }

  private static GeneralDemand wants(String by, String issue, String region) {
    return GeneralDemand.of(by, by.equals("north") ? "south" : "north", issue, region);
  }

  private static GeneralDemand says(String by, String issue, String words) {
    return GeneralDemand.builder()
        .by(ActorId.of(by))
        .addOf(ActorId.of(by.equals("north") ? "south" : "north"))
        .putWanted(IssueId.of(issue), Ask.inWords(words))
        .build();
  }

  private static Move demand(String by, String issue, String region) {
    return Move.by(by).demands(wants(by, issue, region));
  }

  private static Move amend(String by, String issue, String region) {
    return Move.by(by).amends(wants(by, issue, region));
  }

  private static Offer offer(String by, String to, long tons) {
    return Offer.of(by, to, Terms.on(TWO).set("grain", tons).build());
  }

  /** Opens a round, plays it and closes it. */
  private static Negotiation round(Negotiation talks, Move... moves) {
    return talks.with(north().opensRound()).with(moves).with(north().closesRound());
  }

  private static Negotiation two(Move... first) {
    return round(Negotiation.about(TWO), first);
  }

  private static RoundVerdict last(Negotiation talks) {
    return talks.round(talks.closedRounds());
  }

  private static List<String> steps(Negotiation talks) {
    List<String> lines = new ArrayList<>();
    for (Step step : last(talks).steps()) {
      lines.add(
          step.party()
              + step.issue().map(i -> " " + i).orElse("")
              + " "
              + step.kind()
              + step.size().map(s -> " " + s.toPlainString()).orElse(""));
    }
    return lines;
  }

  private static Step step(Negotiation talks, String party, String issue) {
    return last(talks).steps().stream()
        .filter(s -> s.party().text().equals(party) && s.issue().get().text().equals(issue))
        .findFirst()
        .orElseThrow();
  }

  // The table of steps.

  @Example
  void a_step_nearer_is_a_concession_in_the_units_of_the_issue() {
    Negotiation talks =
        round(
            two(demand("north", "grain", "at least 80"), demand("south", "grain", "at most 20")),
            amend("north", "grain", "at least 65"));
    Step step = step(talks, "north", "grain");
    assertThat(steps(talks)).containsExactly("north grain CONCEDED 15");
    assertThat(step.unit()).isEqualTo("tons");
    assertThat(step.share().orElseThrow()).isEqualByComparingTo("0.15");
    assertThat(step.before().orElseThrow().describe()).isEqualTo("at least 80");
    assertThat(step.after().orElseThrow().describe()).isEqualTo("at least 65");
    assertThat(step.theirs().orElseThrow().describe()).isEqualTo("at most 20");
    assertThat(step.toward()).contains(ActorId.of("south"));
    assertThat(step.tentative()).isFalse();
    assertThat(step.entries()).containsExactly(new EntryId(6));
    assertThat(last(talks).progress()).isEqualTo(Progress.MOVED);
    assertThat(last(talks).unreported())
        .containsExactly(IssueId.of("war"), IssueId.of("custodian"), IssueId.of("list"));
    assertThat(last(talks).describe()).isEqualTo("MOVED");
  }

  @Example
  void a_step_away_is_a_hardening() {
    Negotiation talks =
        round(
            two(demand("north", "grain", "at least 80"), demand("south", "grain", "at most 20")),
            amend("south", "grain", "at most 5"));
    assertThat(steps(talks)).containsExactly("south grain HARDENED -15");
    assertThat(last(talks).progress()).isEqualTo(Progress.REGRESSED);
  }

  @Example
  void levels_are_measured_in_ranks_options_in_meeting_and_checklists_in_items() {
    Negotiation talks =
        round(
            two(
                demand("north", "war", "peace"),
                demand("south", "war", "none"),
                demand("north", "custodian", "norway"),
                demand("south", "custodian", "oman or chile"),
                demand("north", "list", "names, living, deceased"),
                demand("south", "list", "exactly nothing")),
            amend("north", "war", "at least pause"),
            amend("north", "custodian", "norway or chile"),
            amend("north", "list", "names"));
    assertThat(steps(talks))
        .containsExactly(
            "north war CONCEDED 2", "north custodian CONCEDED 1", "north list CONCEDED 2");
    assertThat(step(talks, "north", "war").unit()).isEqualTo("levels");
    assertThat(step(talks, "north", "war").share().orElseThrow()).isEqualByComparingTo("0.6667");
    assertThat(step(talks, "north", "custodian").unit()).isEqualTo("options");
    assertThat(step(talks, "north", "list").unit()).isEqualTo("items");
  }

  @Example
  void two_who_move_at_once_are_not_counted_twice() {
    Negotiation talks =
        round(
            two(demand("north", "grain", "at least 80"), demand("south", "grain", "at most 20")),
            amend("north", "grain", "at least 70"),
            amend("south", "grain", "at most 40"));
    assertThat(steps(talks)).containsExactly("north grain CONCEDED 10", "south grain CONCEDED 20");
    BigDecimal sum =
        last(talks).steps().stream()
            .map(s -> s.size().orElseThrow())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Gap gap = talks.situation().gaps(IssueId.of("grain")).get(0);
    assertThat(gap.size().orElseThrow()).isEqualByComparingTo("30");
    assertThat(sum).isEqualByComparingTo(new BigDecimal(60).subtract(gap.size().orElseThrow()));
  }

  @Example
  void the_same_region_of_the_counterpart_is_taken_before_and_after() {
    Negotiation talks =
        round(
            two(demand("north", "grain", "at least 80"), demand("south", "grain", "at most 20")),
            amend("south", "grain", "at most 70"),
            amend("north", "grain", "at least 75"));
    assertThat(steps(talks)).containsExactly("north grain CONCEDED 5", "south grain CONCEDED 50");
    assertThat(step(talks, "north", "grain").theirs().orElseThrow().describe())
        .isEqualTo("at most 70");
  }

  @Example
  void restated_rejected_or_reported_unchanged_is_held() {
    Offer made = offer("south", "north", 20);
    Negotiation first = two(demand("north", "grain", "at least 80"), south().offers(made));
    assertThat(steps(round(first, amend("north", "grain", "at least 80"))))
        .containsExactly("north grain HELD 0");
    assertThat(steps(round(first, north().rejects(made)))).containsExactly("north grain HELD 0");
    assertThat(steps(round(first, north().holds("grain")))).containsExactly("north grain HELD 0");
    assertThat(steps(round(first, south().rejects(wants("north", "grain", "at least 80")))))
        .containsExactly("south grain HELD 0");
  }

  @Example
  void a_first_statement_is_stated_and_a_first_number_quantified() {
    Negotiation words = two(north().demands(says("north", "grain", "enough")));
    assertThat(steps(words)).containsExactly("north grain STATED");
    assertThat(last(words).progress()).isEqualTo(Progress.STATED);
    Negotiation number = round(words, amend("north", "grain", "at least 50"));
    assertThat(steps(number)).containsExactly("north grain QUANTIFIED");
    assertThat(last(number).progress()).isEqualTo(Progress.STATED);
    assertThat(steps(two(demand("north", "grain", "50")))).containsExactly("north grain STATED");
  }

  @Example
  void words_that_follow_a_number_change_the_position_and_the_number_still_measures() {
    Negotiation words =
        round(
            two(demand("north", "grain", "at least 80"), demand("south", "grain", "at most 20")),
            north().amends(says("north", "grain", "until fears are gone")));
    assertThat(steps(words)).containsExactly("north grain CHANGED");
    assertThat(last(words).progress()).isEqualTo(Progress.STATED);
    assertThat(words.situation().position("north", "grain", "south").region()).isEmpty();
    Negotiation same = round(words, north().amends(says("north", "grain", "until fears are gone")));
    assertThat(steps(same)).containsExactly("north grain HELD 0");
    Negotiation other = round(words, north().amends(says("north", "grain", "a fair part")));
    assertThat(steps(other)).containsExactly("north grain CHANGED");
    Negotiation number = round(words, amend("north", "grain", "at least 70"));
    assertThat(steps(number)).containsExactly("north grain CONCEDED 10");
  }

  @Example
  void another_region_at_the_same_distance_is_changed_and_holds() {
    Negotiation talks =
        round(
            two(demand("north", "grain", "at least 80"), demand("south", "grain", "at most 20")),
            amend("north", "grain", "80 to 90"),
            south().holds("grain"));
    assertThat(steps(talks)).containsExactly("north grain CHANGED 0", "south grain HELD 0");
    assertThat(last(talks).progress()).isEqualTo(Progress.HELD);
  }

  @Example
  void across_the_region_of_the_other_is_neither_nearer_nor_farther() {
    Negotiation first = two(demand("north", "grain", "80"), demand("south", "grain", "50"));
    assertThat(steps(round(first, amend("north", "grain", "40"))))
        .containsExactly("north grain CHANGED 20");
    assertThat(steps(round(first, amend("north", "grain", "10"))))
        .containsExactly("north grain CHANGED -10");
    Negotiation below = two(demand("north", "grain", "20"), demand("south", "grain", "50"));
    Negotiation across = round(below, amend("north", "grain", "60"));
    assertThat(steps(across)).containsExactly("north grain CHANGED 20");
    assertThat(last(across).progress()).isEqualTo(Progress.STATED);
    assertThat(steps(round(first, amend("north", "grain", "50"))))
        .containsExactly("north grain CONCEDED 30");
  }

  @Example
  void without_a_position_of_the_counterpart_growth_concedes_and_shrinkage_hardens() {
    Negotiation first = two(demand("north", "grain", "at least 60"));
    assertThat(steps(round(first, amend("north", "grain", "at least 50"))))
        .containsExactly("north grain CONCEDED");
    assertThat(steps(round(first, amend("north", "grain", "at least 70"))))
        .containsExactly("north grain HARDENED");
    assertThat(steps(round(first, amend("north", "grain", "at most 70"))))
        .containsExactly("north grain CHANGED");
  }

  @Example
  void where_regions_met_and_still_meet_growth_concedes_and_shrinkage_hardens() {
    Negotiation first =
        two(demand("south", "grain", "at least 40"), demand("north", "grain", "30 to 60"));
    assertThat(steps(round(first, amend("north", "grain", "20 to 70"))))
        .containsExactly("north grain CONCEDED");
    assertThat(steps(round(first, amend("north", "grain", "40 to 50"))))
        .containsExactly("north grain HARDENED");
    assertThat(steps(round(first, amend("north", "grain", "35 to 70"))))
        .containsExactly("north grain CHANGED 0");
    assertThat(steps(round(first, amend("north", "grain", "10 to 35"))))
        .containsExactly("north grain HARDENED -5");
  }

  @Example
  void an_offer_withdrawn_with_nothing_left_is_a_hardening_and_the_next_is_measured_from_it() {
    Offer made = offer("south", "north", 20);
    Negotiation first = two(demand("north", "grain", "at least 80"), south().offers(made));
    Negotiation withdrawn = round(first, south().withdraws(made));
    assertThat(steps(withdrawn)).containsExactly("south grain HARDENED");
    assertThat(last(withdrawn).progress()).isEqualTo(Progress.REGRESSED);
    assertThat(withdrawn.situation().position("south", "grain", "north").isStated()).isFalse();
    Negotiation again = round(withdrawn, south().offers(offer("south", "north", 30)));
    assertThat(steps(again)).containsExactly("south grain CONCEDED 10");
    Negotiation atOnce =
        round(first, south().withdraws(made), south().offers(offer("south", "north", 15)));
    assertThat(steps(atOnce)).containsExactly("south grain HARDENED -5");
  }

  @Example
  void a_withdrawn_offer_leaves_the_demand_that_stands_beside_it() {
    Offer made = offer("south", "north", 30);
    Negotiation first =
        two(
            demand("north", "grain", "at least 80"),
            demand("south", "grain", "at most 10"),
            south().offers(made));
    Negotiation withdrawn = round(first, south().withdraws(made));
    assertThat(steps(withdrawn)).containsExactly("south grain HARDENED -20");
    assertThat(withdrawn.situation().position("south", "grain", "north").region().get().describe())
        .isEqualTo("at most 10");
  }

  @Example
  void a_direction_without_a_figure_has_no_size_and_softer_comes_before_a_hardening() {
    Negotiation first =
        two(demand("north", "grain", "at least 80"), demand("south", "grain", "at most 20"));
    assertThat(steps(round(first, north().softens("grain"))))
        .containsExactly("north grain CONCEDED");
    assertThat(steps(round(first, north().hardens("grain"))))
        .containsExactly("north grain HARDENED");
    assertThat(steps(round(first, north().softens("grain"), north().hardens("grain"))))
        .containsExactly("north grain CONCEDED");
    assertThat(
            steps(round(first, north().softens("grain"), amend("north", "grain", "at least 85"))))
        .containsExactly("north grain CONCEDED");
    assertThat(
            steps(round(first, north().softens("grain"), amend("north", "grain", "at least 75"))))
        .containsExactly("north grain CONCEDED 5");
    assertThat(steps(round(first, north().hardens()))).containsExactly("north HARDENED");
    Step unplaced = last(round(first, north().hardens())).steps().get(0);
    assertThat(unplaced.issue()).isEmpty();
    assertThat(unplaced.toward()).isEmpty();
    assertThat(unplaced.entries()).containsExactly(new EntryId(6));
    assertThat(unplaced.unit()).isEmpty();
  }

  @Example
  void a_demand_taken_back_overrides_distance_and_raised_again_reopens() {
    Negotiation first =
        two(demand("north", "grain", "at least 80"), demand("south", "grain", "at most 20"));
    Negotiation dropped = round(first, north().drops("grain"));
    assertThat(steps(dropped)).containsExactly("north grain DROPPED");
    assertThat(last(dropped).progress()).isEqualTo(Progress.MOVED);
    Negotiation reopened = round(dropped, demand("north", "grain", "at least 70"));
    assertThat(steps(reopened)).containsExactly("north grain REOPENED");
    assertThat(last(reopened).progress()).isEqualTo(Progress.REGRESSED);
    Negotiation both =
        round(first, north().drops("grain"), demand("north", "grain", "at least 80"));
    assertThat(steps(both)).containsExactly("north grain REOPENED");
    Negotiation andBack =
        round(
            first,
            north().drops("grain"),
            demand("north", "grain", "at least 80"),
            north().drops("grain"));
    assertThat(steps(andBack)).containsExactly("north grain DROPPED");
  }

  @Example
  void an_acceptance_is_measured_against_the_agreed_terms() {
    Offer made = offer("south", "north", 60);
    Negotiation first =
        two(demand("north", "grain", "at least 80"), demand("south", "grain", "at most 60"));
    Negotiation agreed = round(first, south().offers(made), north().accepts(made));
    assertThat(steps(agreed)).containsExactly("north grain CONCEDED 20", "south grain HELD 0");
    assertThat(last(agreed).closed()).containsExactly(IssueId.of("grain"));
    assertThat(last(agreed).progress()).isEqualTo(Progress.MOVED);
  }

  @Example
  void an_attestation_of_both_closes_the_issue_and_an_issue_newly_closed_has_moved() {
    Terms terms = Terms.on(TWO).set("grain", 50).build();
    Negotiation first = two(demand("north", "grain", "50"), demand("south", "grain", "50"));
    Negotiation one = round(first, north().attestsInPart(terms));
    assertThat(steps(one)).containsExactly("north grain HELD 0");
    assertThat(last(one).progress()).isEqualTo(Progress.UNREPORTED);
    assertThat(last(one).closed()).isEmpty();
    Negotiation both = round(one, south().attestsInPart(terms));
    assertThat(steps(both)).containsExactly("south grain HELD 0");
    assertThat(last(both).progress()).isEqualTo(Progress.MOVED);
    assertThat(last(both).closed()).containsExactly(IssueId.of("grain"));
  }

  @Example
  void what_was_left_undisputed_and_is_disputed_again_is_reopened() {
    Offer made = offer("south", "north", 60);
    Negotiation undisputed =
        two(
            demand("south", "grain", "at most 60"),
            south().offers(made),
            north().rejects(made, "grain"));
    assertThat(steps(undisputed)).contains("north grain STATED");
    Negotiation disputed = round(undisputed, north().offers(offer("north", "south", 80)));
    assertThat(steps(disputed)).containsExactly("north grain REOPENED");
    assertThat(last(disputed).progress()).isEqualTo(Progress.REGRESSED);
  }

  @Example
  void what_was_agreed_and_is_disputed_again_is_reopened() {
    Terms terms = Terms.on(TWO).set("grain", 50).build();
    Negotiation agreed =
        two(demand("north", "war", "peace"), demand("south", "war", "none"))
            .with(north().attestsInPart(terms), south().attestsInPart(terms));
    assertThat(agreed.situation().stage()).isEqualTo(Stage.IN_RECESS);
    Negotiation reopened = round(round(agreed), north().offers(offer("north", "south", 70)));
    assertThat(steps(reopened)).containsExactly("north grain REOPENED");
  }

  @Example
  void a_step_is_net_and_its_reversals_are_listed() {
    Negotiation talks =
        round(
            two(demand("north", "grain", "at least 80"), demand("south", "grain", "at most 20")),
            amend("north", "grain", "at least 90"),
            amend("north", "grain", "at least 70"),
            amend("north", "grain", "at least 60"),
            amend("north", "grain", "at least 65"));
    assertThat(steps(talks)).containsExactly("north grain CONCEDED 15");
    assertThat(step(talks, "north", "grain").entries())
        .containsExactly(new EntryId(6), new EntryId(7), new EntryId(8), new EntryId(9));
    assertThat(step(talks, "north", "grain").reversals())
        .containsExactly(new EntryId(7), new EntryId(9));
  }

  @Example
  void what_is_said_in_recess_counts_in_the_next_round() {
    Negotiation first =
        two(demand("north", "grain", "at least 80"), demand("south", "grain", "at most 20"));
    Negotiation talks = round(first.with(amend("north", "grain", "at least 70")));
    assertThat(steps(talks)).containsExactly("north grain CONCEDED 10");
  }

  @Example
  void an_offered_value_reads_or_better_for_its_maker() {
    Issue grain =
        Issue.of("grain", TONS).withBetter(java.util.Map.of(ActorId.of("south"), Better.LESS));
    Agenda agenda =
        Agenda.builder()
            .principal("north", "North")
            .principal("south", "South")
            .addIssueList(grain)
            .build();
    Negotiation first =
        round(Negotiation.about(agenda), south().offers(offer("south", "north", 20)));
    assertThat(first.situation().position("south", "grain", "north").region().get().describe())
        .isEqualTo("at most 20");
    Negotiation more = round(first, south().offers(offer("south", "north", 30)));
    assertThat(steps(more)).containsExactly("south grain CONCEDED");
    Negotiation oneSided =
        two(demand("south", "grain", "at most 10"), south().offers(offer("south", "north", 30)));
    assertThat(oneSided.situation().position("south", "grain", "north").offered().get().describe())
        .isEqualTo("at most 30");
    Negotiation plain = two(south().offers(offer("south", "north", 30)));
    assertThat(plain.situation().position("south", "grain", "north").region().get().describe())
        .isEqualTo("30");
  }

  @Example
  void what_a_whole_offer_or_a_condition_says_is_tentative() {
    Offer whole = offer("south", "north", 20);
    assertThat(step(two(south().offers(whole)), "south", "grain").tentative()).isFalse();
    Offer both = whole.withTerms(Terms.on(TWO).set("grain", 20).set("war", "truce").build());
    assertThat(step(two(south().offers(both)), "south", "grain").tentative()).isTrue();
    Offer severable = whole.withBinding(Binding.SEVERABLE);
    assertThat(step(two(south().offers(severable)), "south", "grain").tentative()).isFalse();
    Offer conditional = severable.withConditions(Condition.of("war", "truce"));
    Negotiation talks = two(south().offers(conditional));
    assertThat(step(talks, "south", "grain").tentative()).isTrue();
    assertThat(step(talks, "south", "war").kind()).isEqualTo(StepKind.STATED);
    assertThat(talks.situation().position("south", "war", "north").region().get().describe())
        .isEqualTo("truce");
  }

  @Example
  void alternatives_are_read_as_all_their_values() {
    Negotiation talks =
        two(south().offers(offer("south", "north", 20), offer("south", "north", 40)));
    assertThat(talks.situation().position("south", "grain", "north").region().get().describe())
        .isEqualTo("20 or 40");
  }

  @Example
  void a_step_towards_one_and_away_from_another_is_mixed() {
    GeneralDemand before =
        GeneralDemand.of("north", "south", "grain", "50")
            .withOf(ActorId.of("south"), ActorId.of("west"));
    Negotiation first =
        round(
            Negotiation.about(THREE),
            south().demands(GeneralDemand.of("south", "north", "grain", "20")),
            Move.by("west").demands(GeneralDemand.of("west", "north", "grain", "90")),
            north().demands(before));
    Negotiation talks =
        round(
            first,
            north().amends(before.withWanted(java.util.Map.of(IssueId.of("grain"), Ask.of("40")))));
    assertThat(steps(talks)).containsExactly("north grain CONCEDED 10", "north grain HARDENED -10");
    assertThat(last(talks).progress()).isEqualTo(Progress.MIXED);
  }

  // Speakers.

  private static Move minister(Mover mover, GeneralDemand amended) {
    return mover
        .from(Source.statementOf("minister", ActorId.of("north")).withSpeaker("minister"))
        .amends(amended);
  }

  private static Move general(Mover mover, GeneralDemand amended) {
    return mover
        .from(Source.statementOf("general", ActorId.of("north")).withSpeaker("general"))
        .amends(amended);
  }

  @Example
  void two_speakers_who_contradict_each_other_make_no_step_until_one_is_uncontradicted() {
    Negotiation first = two(demand("north", "grain", "80"), demand("south", "grain", "20"));
    Move one = minister(north(), wants("north", "grain", "60"));
    Move other = general(north(), wants("north", "grain", "90"));
    Negotiation talks = round(first, one, other);
    assertThat(steps(talks)).isEmpty();
    assertThat(last(talks).remarks())
        .containsExactly(
            new RoundVerdict.Remark(
                RoundVerdict.Remark.Kind.INTERNAL_INCONSISTENCY,
                ActorId.of("north"),
                IssueId.of("grain"),
                ImmutableList.of(new EntryId(6), new EntryId(7))));
    assertThat(talks.situation().position("north", "grain", "south").region().get().describe())
        .isEqualTo("80");
    Negotiation resolved =
        round(first, one, other, general(north(), wants("north", "grain", "60")));
    assertThat(steps(resolved)).containsExactly("north grain CONCEDED 20");
    assertThat(last(resolved).remarks()).isEmpty();
    Negotiation nextRound = round(talks, general(north(), wants("north", "grain", "70")));
    assertThat(steps(nextRound)).containsExactly("north grain CONCEDED 10");
  }

  @Example
  void a_demand_of_one_speaker_after_the_drop_of_another_takes_both_back() {
    Negotiation first = two(demand("north", "grain", "80"), demand("south", "grain", "20"));
    Move again =
        north()
            .from(Source.statementOf("minister", ActorId.of("north")).withSpeaker("minister"))
            .demands(says("north", "grain", "enough"));
    Negotiation talks = round(first, north().drops("grain"), again);
    assertThat(steps(talks)).isEmpty();
    assertThat(last(talks).progress()).isEqualTo(Progress.UNREPORTED);
    assertThat(talks.situation().position("north", "grain", "south")).hasToString("80");
    Negotiation dropped = round(first, north().drops("grain"), again, north().drops("grain"));
    assertThat(steps(dropped)).containsExactly("north grain DROPPED");
  }

  @Example
  void a_withdrawal_takes_back_what_the_partys_speakers_said() {
    Negotiation first = two(demand("south", "grain", "20"));
    Move offers =
        north()
            .from(Source.statementOf("general", ActorId.of("north")).withSpeaker("general"))
            .offers(offer("north", "south", 60));
    Negotiation talks =
        round(
            first,
            offers,
            north().withdraws(offer("north", "south", 60)),
            demand("north", "grain", "40"));
    assertThat(last(talks).remarks()).isEmpty();
    assertThat(steps(talks)).containsExactly("north grain CONCEDED 20");
  }

  @Example
  void what_is_restored_is_so_until_the_party_says_anything_else() {
    Negotiation first = two(demand("north", "grain", "80"), demand("south", "grain", "20"));
    Offer half = offer("south", "north", 50);
    Negotiation agreed = round(first, south().offers(half), north().acceptsAdReferendum(half));
    assertThat(steps(agreed)).contains("north grain CONCEDED 30");
    Negotiation fallen = round(agreed, south().withdraws(half));
    assertThat(step(fallen, "north", "grain").kind()).isEqualTo(StepKind.RESTORED);
    Negotiation holds = round(agreed, south().withdraws(half), north().holds("grain"));
    assertThat(step(holds, "north", "grain").kind()).isEqualTo(StepKind.HELD);
    Negotiation refused = round(agreed, north().rejects(half));
    assertThat(step(refused, "north", "grain").kind()).isEqualTo(StepKind.RESTORED);
  }

  @Example
  void what_a_party_finally_accepts_settles_what_its_speakers_said() {
    Negotiation first = two(demand("north", "grain", "80"), demand("south", "grain", "20"));
    Offer offer = Offer.of("south", "north", Terms.on(first.agenda()).set("grain", "50").build());
    Move one = minister(north(), wants("north", "grain", "60"));
    Move other = general(north(), wants("north", "grain", "90"));
    Negotiation talks = round(first, south().offers(offer), one, other, north().accepts(offer));
    assertThat(last(talks).remarks()).isEmpty();
    assertThat(steps(talks)).contains("north grain CONCEDED 30");
    assertThat(
            Heard.NOTHING
                .uncontradicted(
                    Heard.NOTHING.saying("minister", Position.NOT_STATED, Position.NOT_STATED))
                .and(Told.AGREED, Optional.empty()))
        .isEqualTo(Heard.NOTHING.and(Told.AGREED, Optional.empty()));
  }

  @Example
  void one_speaker_may_change_its_own_line_and_speakers_who_agree_are_consistent() {
    Negotiation first = two(demand("north", "grain", "80"), demand("south", "grain", "20"));
    Negotiation own =
        round(
            first,
            minister(north(), wants("north", "grain", "60")),
            minister(north(), wants("north", "grain", "50")));
    assertThat(steps(own)).containsExactly("north grain CONCEDED 30");
    Negotiation agreeing =
        round(
            first,
            minister(north(), wants("north", "grain", "60")),
            general(north(), wants("north", "grain", "50 to 70")));
    assertThat(steps(agreeing)).containsExactly("north grain CONCEDED 30");
    assertThat(last(agreeing).remarks()).isEmpty();
  }

  // Goalposts.

  @Example
  void goalposts_move_only_where_what_was_called_sufficient_was_met_and_then_tightened() {
    GeneralDemand enough = wants("north", "grain", "at least 50").withSufficient(true);
    Negotiation met =
        round(Negotiation.about(TWO), north().demands(enough), demand("south", "grain", "60"));
    Negotiation moved = round(met, amend("north", "grain", "at least 70"));
    assertThat(remarks(moved)).containsExactly("MOVED_GOALPOSTS north grain");
    assertThat(steps(moved)).containsExactly("north grain HARDENED -10");
    Negotiation unmet =
        round(Negotiation.about(TWO), north().demands(enough), demand("south", "grain", "40"));
    assertThat(remarks(round(unmet, amend("north", "grain", "at least 70"))))
        .containsExactly("ESCALATION north grain");
    Negotiation notSaidToBeEnough =
        two(demand("north", "grain", "at least 50"), demand("south", "grain", "60"));
    assertThat(remarks(round(notSaidToBeEnough, amend("north", "grain", "at least 70"))))
        .containsExactly("ESCALATION north grain");
    assertThat(remarks(round(met, amend("north", "grain", "at least 40")))).isEmpty();
  }

  private static List<String> remarks(Negotiation talks) {
    return last(talks).remarks().stream()
        .map(r -> r.kind() + " " + r.party() + " " + r.issue())
        .toList();
  }

  @Example
  void goalposts_move_where_a_sufficient_condition_was_met_and_then_tightened() {
    Offer offer =
        Offer.of("north", "south", Terms.on(TWO).set("war", "truce").build())
            .withConditions(new Condition(IssueId.of("grain"), Ask.of("at least 50"), true));
    Negotiation met =
        round(Negotiation.about(TWO), north().offers(offer), demand("south", "grain", "60"));
    Negotiation moved =
        round(met, north().offers(offer.withConditions(Condition.of("grain", "at least 70"))));
    assertThat(remarks(moved)).containsExactly("MOVED_GOALPOSTS north grain");
    Negotiation eased =
        round(met, north().offers(offer.withConditions(Condition.of("grain", "at least 40"))));
    assertThat(remarks(eased)).isEmpty();
  }

  // Verdicts.

  @Example
  void held_needs_a_meeting_and_every_principal_known_to_have_held_somewhere() {
    Negotiation talks = Negotiation.about(TWO);
    assertThat(last(round(talks, north().holds("war"), south().holds("grain"))).progress())
        .isEqualTo(Progress.HELD);
    assertThat(last(round(talks, north().holds("war"))).progress()).isEqualTo(Progress.UNREPORTED);
    assertThat(last(round(talks)).progress()).isEqualTo(Progress.UNREPORTED);
    assertThat(last(round(talks)).unreported()).hasSize(4);
  }

  @Example
  void a_concession_and_a_hardening_are_mixed_whoever_made_them() {
    Negotiation first =
        two(demand("north", "grain", "at least 80"), demand("south", "grain", "at most 20"));
    Negotiation talks = round(first, north().softens("grain"), south().hardens("war"));
    assertThat(last(talks).progress()).isEqualTo(Progress.MIXED);
    Negotiation stated = round(first, north().holds("grain"), demand("south", "war", "none"));
    assertThat(last(stated).progress()).isEqualTo(Progress.STATED);
    Negotiation both = round(first, demand("south", "war", "none"), north().hardens("grain"));
    assertThat(last(both).progress()).isEqualTo(Progress.REGRESSED);
  }

  @Example
  void an_open_round_has_no_verdict() {
    Negotiation open = Negotiation.about(TWO).with(north().opensRound());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open.round(1))
        .withMessage("round (1) is not closed: none is");
    Negotiation closed = open.with(north().closesRound());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> closed.round(2))
        .withMessage("round (2) is not closed: rounds 1 to 1 are");
    assertThatIllegalArgumentException().isThrownBy(() -> closed.round(0));
    assertThat(closed.round(1).round()).isEqualTo(1);
    assertThat(closed.rounds()).containsExactly(closed.round(1));
    assertThat(closed.roundOf(new EntryId(1))).isEqualTo(1);
    assertThat(closed.roundOf(new EntryId(2))).isEqualTo(1);
    assertThat(closed.roundOf(new EntryId(3))).isEqualTo(2);
  }

  @Example
  void allegations_and_denials_show_beside_the_verdict() {
    Source south = Source.statementOf("south", ActorId.of("south"));
    Negotiation talks =
        two(
            north().softens("grain"),
            north().from(south).hardens("war"),
            north().from(south).hardens());
    assertThat(last(talks).describe())
        .isEqualTo("MOVED as attested; MIXED if allegation [3] or [4] is true");
    assertThat(last(talks).asAlleged()).contains(Progress.MIXED);
    Negotiation denied =
        two(north().softens("grain"))
            .deny(new EntryId(2), Note.of("2024-12", "never said so"))
            .orThrow();
    assertThat(last(denied).describe())
        .isEqualTo("UNREPORTED as attested; MOVED if allegation [2] is true");
  }

  @Example
  void allegations_that_only_together_make_a_difference_are_named_together() {
    Source south = Source.statementOf("south", ActorId.of("south"));
    Source north = Source.statementOf("north", ActorId.of("north"));
    Negotiation talks = two(north().from(south).holds("war"), south().from(north).holds("grain"));
    assertThat(last(talks).progress()).isEqualTo(Progress.UNREPORTED);
    assertThat(last(talks).differences()).hasSize(1);
    assertThat(last(talks).describe())
        .isEqualTo("UNREPORTED as attested; HELD if allegations [2] and [3] are true");
  }

  @Example
  void what_everything_alleged_would_give_may_be_what_no_part_of_it_gives() {
    Source south = Source.statementOf("south", ActorId.of("south"));
    Negotiation talks =
        two(north().from(south).softens("war"), north().from(south).hardens("grain"));
    assertThat(last(talks).progress()).isEqualTo(Progress.UNREPORTED);
    assertThat(last(talks).asAlleged()).contains(Progress.MIXED);
    assertThat(last(talks).describe())
        .isEqualTo(
            "UNREPORTED as attested; MOVED if allegation [2] is true; REGRESSED if allegation [3] is true");
  }

  // Stalls.

  private static Negotiation held(Negotiation talks) {
    return round(talks, north().holds("grain"), south().holds("grain"));
  }

  @Example
  void rounds_that_held_in_a_row_are_a_stall_and_an_impasse_until_somebody_moves() {
    Negotiation once = held(Negotiation.about(TWO));
    assertThat(once.situation().stage()).isEqualTo(Stage.IN_RECESS);
    assertThat(once.situation().stalledRounds()).isEqualTo(1);
    assertThat(once.situation().isStalled()).isFalse();
    Negotiation twice = round(once, north().hardens("grain"));
    assertThat(twice.situation().stage()).isEqualTo(Stage.AT_IMPASSE);
    assertThat(twice.situation().isStalled()).isTrue();
    Negotiation talk = twice.with(north().holds("war"));
    assertThat(talk.situation().stage()).isEqualTo(Stage.AT_IMPASSE);
    Negotiation moved = talk.with(north().softens("grain"));
    assertThat(moved.situation().stage()).isEqualTo(Stage.IN_RECESS);
    Negotiation after = round(moved);
    assertThat(last(after).progress()).isEqualTo(Progress.MOVED);
    assertThat(after.situation().stage()).isEqualTo(Stage.IN_RECESS);
    assertThat(after.situation().stalledRounds()).isZero();
    assertThat(after.situation().stalledOrUnreportedRounds()).isZero();
  }

  @Example
  void a_round_that_nobody_reported_neither_counts_nor_ends_the_run() {
    Negotiation gap = round(held(Negotiation.about(TWO)));
    assertThat(gap.situation().stalledRounds()).isEqualTo(1);
    assertThat(gap.situation().stalledOrUnreportedRounds()).isEqualTo(2);
    assertThat(gap.situation().isStalled()).isFalse();
    assertThat(gap.situation().cannotTellStall()).isTrue();
    assertThat(gap.situation().stage()).isEqualTo(Stage.IN_RECESS);
    assertThat(gap.observe(LocalDate.of(2024, 1, 1)))
        .contains(
            new Observation(
                Observation.Kind.CANNOT_TELL_STALL,
                "",
                java.util.OptionalLong.empty(),
                "a stall of 2 rounds only if those nobody reported are counted",
                ImmutableList.of()));
    Negotiation stalled = held(gap);
    assertThat(stalled.situation().stage()).isEqualTo(Stage.AT_IMPASSE);
    assertThat(stalled.situation().cannotTellStall()).isFalse();
    assertThat(stalled.situation().stalledRounds()).isEqualTo(2);
  }

  @Example
  void a_round_that_stated_something_ends_the_run_and_the_length_is_the_policys() {
    Negotiation broken = round(held(Negotiation.about(TWO)), demand("north", "war", "peace"));
    assertThat(broken.situation().stalledRounds()).isZero();
    RuleBook patient = RuleBook.DEFAULT.under(Policy.builder().stallAfter(3).build());
    Negotiation twice = held(held(Negotiation.about(TWO, patient)));
    assertThat(twice.situation().stage()).isEqualTo(Stage.IN_RECESS);
    assertThat(held(twice).situation().stage()).isEqualTo(Stage.AT_IMPASSE);
  }

  @Example
  void an_allegation_does_not_end_a_stall() {
    Source north = Source.statementOf("north", ActorId.of("north"));
    Negotiation once = held(Negotiation.about(TWO));
    Negotiation twice =
        round(
            once,
            north().holds("grain"),
            south().holds("grain"),
            south().from(north).softens("grain"));
    assertThat(last(twice).describe())
        .isEqualTo("HELD as attested; MOVED if allegation [8] is true");
    assertThat(twice.situation().stage()).isEqualTo(Stage.AT_IMPASSE);
  }

  // The verdict alone.

  private static Progress verdict(boolean closed, boolean met, Progress.Made... made) {
    return Progress.of(
        List.of(made),
        closed,
        false,
        met,
        ImmutableSet.of(ActorId.of("north"), ActorId.of("south")));
  }

  private static Progress.Made made(String party, StepKind kind, int... size) {
    Optional<BigDecimal> step =
        size.length == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(size[0]));
    return new Progress.Made(ActorId.of(party), new Measurement(kind, step, Optional.empty()));
  }

  @Example
  void the_table_of_verdicts() {
    assertThat(verdict(false, true)).isEqualTo(Progress.UNREPORTED);
    assertThat(verdict(true, true)).isEqualTo(Progress.MOVED);
    assertThat(verdict(true, true, made("north", StepKind.REOPENED))).isEqualTo(Progress.MIXED);
    assertThat(verdict(false, true, made("north", StepKind.DROPPED))).isEqualTo(Progress.MOVED);
    assertThat(verdict(false, false, made("north", StepKind.CHANGED))).isEqualTo(Progress.STATED);
    assertThat(verdict(false, true, made("north", StepKind.CHANGED, 3))).isEqualTo(Progress.STATED);
    assertThat(verdict(false, true, made("north", StepKind.UNREPORTED)))
        .isEqualTo(Progress.UNREPORTED);
    Progress.Made north = made("north", StepKind.HELD, 0);
    Progress.Made south = made("south", StepKind.CHANGED, 0);
    assertThat(verdict(false, true, north)).isEqualTo(Progress.UNREPORTED);
    assertThat(verdict(false, true, north, south)).isEqualTo(Progress.HELD);
    assertThat(verdict(false, false, north, south)).isEqualTo(Progress.UNREPORTED);
    assertThat(verdict(false, true, north, south, made("north", StepKind.QUANTIFIED)))
        .isEqualTo(Progress.STATED);
  }
}
