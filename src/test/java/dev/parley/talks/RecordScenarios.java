package dev.parley.talks;

import static dev.parley.talks.Shore.grain;
import static dev.parley.talks.Shore.island;
import static dev.parley.talks.Shore.north;
import static dev.parley.talks.Shore.offer;
import static dev.parley.talks.Shore.outlet;
import static dev.parley.talks.Shore.refused;
import static dev.parley.talks.Shore.region;
import static dev.parley.talks.Shore.south;
import static dev.parley.talks.Shore.talks;
import static dev.parley.talks.Shore.wants;
import static dev.parley.talks.Shore.west;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Value;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.progress.Progress;
import dev.parley.progress.Settled;
import dev.parley.talks.Chronicle.Silence;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Negotiation.Rejudgement;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Refusal.RefusedException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Example;

/** A record of the world: dates, corrections, denials, and what the rules make of it. */
class RecordScenarios {
  private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);

  private static List<String> observed(Negotiation talks, LocalDate date) {
    return talks.observe(date).stream().map(o -> o.kind() + ": " + o.message()).toList();
  }

  @Example
  void a_deadline_is_ahead_passed_or_cannot_be_told() {
    Negotiation talks =
        talks(
            outlet().on("2024-12-20").setsDeadline("recess", "2025-01-20", "an answer"),
            north().on("2024-12").setsDeadline("winter", "2024-12-31", "grain"),
            north().on("2024-12").setsDeadline("soon", "2025-01", "grain"),
            north().setsDeadline("open", "XXXX", "grain"));
    assertThat(observed(talks, NEW_YEAR))
        .containsExactly(
            "DEADLINE_AHEAD: deadline (recess) in 19 days",
            "DEADLINE_PASSED: deadline (winter) passed 1 day ago",
            "DEADLINE_AHEAD: deadline (soon) in 30 days",
            "DEADLINE_UNCERTAIN: deadline (open) is dated (XXXX): whether it has passed cannot be"
                + " told");
    assertThat(observed(talks, LocalDate.of(2025, 1, 10)))
        .contains(
            "DEADLINE_UNCERTAIN: deadline (soon) is dated (2025-01): whether it has passed cannot"
                + " be told",
            "DEADLINE_PASSED: deadline (winter) passed 10 days ago");
    assertThat(talks.situation().stage()).isEqualTo(Stage.EXPLORATORY);
    assertThat(talks.observe(NEW_YEAR).get(0).entries()).containsExactly(new EntryId(1));
    assertThat(talks.observe(NEW_YEAR).get(0).days()).isEqualTo(OptionalLong.of(19));
    assertThat(talks.observe(NEW_YEAR).get(1).about()).isEqualTo("winter");
  }

  @Example
  void a_deadline_is_set_once_after_its_day_and_then_extended_to_a_later_one() {
    Negotiation talks =
        talks(north().on("2024-12-01").setsDeadline("winter", "2024-12-31", "grain"));
    assertThat(refused(talks, south().setsDeadline("winter", "2025", "more")))
        .isEqualTo("deadline (winter) stands already. Extend it, or use another name.");
    assertThat(refused(talks, south().on("2024-12-20").setsDeadline("early", "2024-12-19", "more")))
        .isEqualTo(
            "deadline (2024-12-19) must be after the day on which it is set (2024-12-20). Give a"
                + " later date.");
    assertThat(refused(talks, south().extendsDeadline("winter", "2024-12-30")))
        .isEqualTo(
            "deadline (winter) is on (2024-12-31): (2024-12-30) is no later. Give a later date.");
    assertThat(refused(talks, south().extendsDeadline("winter", "2024-12")))
        .isEqualTo(
            "deadline (winter) is on (2024-12-31): (2024-12) is no later. Give a later date.");
    assertThat(refused(talks, south().extendsDeadline("spring", "2025")))
        .startsWith("deadline (spring) was never set. Deadlines: winter.");
    assertThat(refused(talks(), south().extendsDeadline("spring", "2025")))
        .startsWith("deadline (spring) was never set. No deadline stands.");
    Negotiation extended = talks.with(outlet().extendsDeadline("winter", "2025-02-01"));
    assertThat(extended.situation().deadlines())
        .isEqualTo(Map.of("winter", new Deadline("winter", When.parse("2025-02-01"), "grain")));
    assertThat(extended.observe(NEW_YEAR).get(0).entries())
        .containsExactly(new EntryId(1), new EntryId(2));
    assertThat(talks.apply(south().extendsDeadline("winter", "XXXX"))).isInstanceOf(Accepted.class);
    assertThat(talks.apply(south().extendsDeadline("winter", "2024/2025")))
        .isInstanceOf(Accepted.class);
  }

  @Example
  void talks_without_contact_for_a_time_are_dormant_and_no_state_says_so() {
    Negotiation talks =
        talks(
            island().on("2024-11-01").opensRound(),
            north().on("2024-11-20").demands(wants("north", "south", "grain", "50")),
            north().on("2024-12-31").threatens("to leave"));
    assertThat(observed(talks, LocalDate.of(2024, 12, 20))).isEmpty();
    assertThat(observed(talks, LocalDate.of(2024, 12, 21)))
        .containsExactly("DORMANT: no contact for 31 days, more than 30");
    assertThat(talks.observe(NEW_YEAR).get(0).entries()).containsExactly(new EntryId(2));
    assertThat(talks.observe(LocalDate.of(2024, 11, 10))).isEmpty();
    Negotiation patient =
        Negotiation.about(
                Shore.AGENDA, RuleBook.DEFAULT.under(Policy.builder().dormantAfterDays(90).build()))
            .with(north().on("2024-11-20").meets());
    assertThat(observed(patient, NEW_YEAR)).isEmpty();
    assertThat(observed(patient, LocalDate.of(2025, 3, 1)))
        .containsExactly("DORMANT: no contact for 101 days, more than 90");
    Negotiation over =
        talks.with(north().abandonsTalks(), south().abandonsTalks(), west().abandonsTalks());
    assertThat(observed(over, NEW_YEAR)).isEmpty();
  }

  @Example
  void a_silence_that_is_over_is_as_long_as_it_was_at_least() {
    Negotiation talks =
        talks(
            island().on("2024-01").opensRound(),
            north().on("2024-01-10").holds("grain"),
            island().on("2024-01-31").closesRound(),
            north().on("2024-02-20").threatens("to leave"),
            island().on("2024-03-02").meets(),
            island().on("2024-04-02").meets(),
            north().meets(),
            island().on("2024-03/2024-07").meets(),
            island().on("2024-09").opensRound());
    assertThat(talks.silences())
        .containsExactly(
            new Silence(new EntryId(3), new EntryId(5), 31),
            new Silence(new EntryId(5), new EntryId(6), 31),
            new Silence(new EntryId(8), new EntryId(9), 32));
    assertThat(talks().silences()).isEmpty();
  }

  @Example
  void contact_is_what_the_parties_do_with_each_other() {
    for (Move contact :
        List.of(
            north().on("2024-06-01").opensRound(),
            north().on("2024-06-01").meets(),
            north().on("2024-06-01").holds("grain"))) {
      assertThat(observed(talks(contact), NEW_YEAR)).hasSize(1);
    }
    assertThat(
            observed(talks(north().opensRound(), north().on("2024-06-01").closesRound()), NEW_YEAR))
        .hasSize(1);
    assertThat(observed(talks(north().on("2024-06-01").promises("more")), NEW_YEAR)).isEmpty();
  }

  @Example
  void an_offer_that_lapsed_is_observed_the_day_after_its_last() {
    Offer dated = offer(40).withExpiry(When.parse("2024-12-15"));
    Negotiation talks = talks(north().offers(dated));
    assertThat(observed(talks, LocalDate.of(2024, 12, 15))).isEmpty();
    assertThat(talks.observe(LocalDate.of(2024, 12, 18)))
        .containsExactly(
            new Observation(
                Observation.Kind.OFFER_LAPSED,
                "grain 40",
                OptionalLong.of(3),
                "the offer of north (grain 40) has lapsed: its last day was 2024-12-15",
                ImmutableList.of()));
    assertThat(talks.situation().offers()).containsOnlyKeys(dated);
  }

  @Example
  void an_agenda_is_amended_by_an_issue_or_a_wider_scale_and_positions_stay() {
    Negotiation talks =
        talks(
            north().demands(wants("north", "south", "war", "at least truce")),
            south().demands(wants("south", "north", "grain", "at most 20")),
            north().demands(wants("north", "south", "list", "names but without deceased")),
            north().demands(wants("north", "south", "custodian", "norway or oman")));
    Negotiation wider =
        talks.with(
            island()
                .amendsAgenda(
                    Issue.of(
                        "war", Scale.levels("none", "lull", "pause", "truce", "phased", "peace"))),
            island().amendsAgenda(Issue.of("grain", Scale.quantity("-10", "200", "0.5", "tons"))),
            island()
                .amendsAgenda(
                    Issue.of("list", Scale.checklist("names", "living", "deceased", "health"))),
            island()
                .amendsAgenda(
                    Issue.of("custodian", Scale.options("norway", "oman", "chile", "peru"))),
            island().amendsAgenda(Issue.of("fishing", Scale.levels("no", "yes"))));
    assertThat(region(wider, "north", "war", "south")).isEqualTo("at least truce");
    assertThat(region(wider, "south", "grain", "north")).isEqualTo("at most 20");
    assertThat(region(wider, "north", "list", "south")).isEqualTo("names but without deceased");
    assertThat(region(wider, "north", "custodian", "south")).isEqualTo("norway or oman");
    assertThat(region(wider, "north", "fishing", "south")).isEqualTo("not stated");
    assertThat(wider.agenda().issues()).hasSize(6);
    assertThat(wider.firstAgenda()).isEqualTo(Shore.AGENDA);
    Negotiation closer =
        wider.with(
            south().demands(wants("south", "north", "war", "lull")),
            island().opensRound(),
            island().closesRound(),
            island().opensRound(),
            north().amends(wants("north", "south", "war", "at least pause")),
            island().closesRound());
    assertThat(closer.round(2).steps().get(0).size().orElseThrow()).isEqualByComparingTo("1");
    assertThat(closer.asKnownAt(new EntryId(4)).situation()).isEqualTo(talks.situation());
  }

  @Example
  void a_step_is_measured_across_a_widened_scale() {
    Negotiation talks =
        talks(
            island().opensRound(),
            north().demands(wants("north", "south", "war", "peace")),
            south().demands(wants("south", "north", "war", "pause")),
            island().closesRound(),
            island().opensRound(),
            south().amends(wants("south", "north", "war", "truce")),
            island()
                .amendsAgenda(
                    Issue.of("war", Scale.levels("none", "pause", "lull", "truce", "peace"))),
            island().closesRound());
    assertThat(talks.round(2).progress()).isEqualTo(Progress.MOVED);
    assertThat(talks.round(2).steps())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.size().orElseThrow()).isEqualByComparingTo("2");
              assertThat(s.entries()).containsExactly(new EntryId(6));
            });
  }

  @Example
  void a_scale_that_is_narrowed_or_reordered_is_refused() {
    assertThat(
            refused(
                talks(), north().amendsAgenda(Issue.of("grain", Scale.quantity(10, 100, "tons")))))
        .isEqualTo(
            "issue (grain) cannot go from (0 to 100 tons by 1) to (10 to 100 tons by 1). Keep every"
                + " value that was on the scale, in its order.");
    for (Scale scale :
        List.of(
            Scale.levels("pause", "none", "truce", "peace"),
            Scale.levels("none", "pause", "truce"),
            Scale.options("none", "pause", "truce", "peace"))) {
      assertThat(((Refusal) talks().apply(north().amendsAgenda(Issue.of("war", scale)))).laws())
          .containsExactly(Law.ONLY_WIDENED);
    }
    Issue strange =
        Issue.of("grain", Scale.quantity(0, 100, "tons"))
            .withBetter(Map.of(ActorId.of("island"), Better.MORE));
    assertThat(refused(talks(), north().amendsAgenda(strange)))
        .isEqualTo("(island) is not a principal. Principals: north, south, west.");
    Issue carried =
        Issue.of("grain", Scale.quantity(0, 100, "tons")).withObligor(ActorId.of("nobody"));
    assertThat(refused(talks(), north().amendsAgenda(carried)))
        .isEqualTo(
            "(nobody) is neither a party nor an outsider here. On the agenda: north, south, west,"
                + " island, league, outlet. Use one of these, or add it to the agenda.");
    Negotiation recorded = talks().record(north().amendsAgenda(carried)).orThrow();
    assertThat(recorded.agenda()).isEqualTo(Shore.AGENDA);
    Negotiation narrowed =
        talks()
            .record(north().amendsAgenda(Issue.of("grain", Scale.quantity(10, 100, "tons"))))
            .orThrow();
    assertThat(narrowed.agenda()).isEqualTo(Shore.AGENDA);
  }

  @Example
  void a_correction_replays_from_its_entry_and_erases_nothing() {
    Negotiation talks =
        talks(
            island().opensRound(),
            north().demands(wants("north", "south", "grain", "at least 80")),
            south().demands(wants("south", "north", "grain", "at most 20")),
            island().closesRound(),
            island().opensRound(),
            north().amends(wants("north", "south", "grain", "at least 60")),
            island().closesRound());
    Move instead = north().amends(wants("north", "south", "grain", "at least 85"));
    Accepted outcome =
        (Accepted) talks.correct(new EntryId(6), instead, Note.of("2025-01-02", "misheard"));
    Negotiation corrected = outcome.negotiation();
    assertThat(outcome.entry()).isEqualTo(new EntryId(8));
    assertThat(talks.round(2).progress()).isEqualTo(Progress.MOVED);
    assertThat(corrected.round(2).progress()).isEqualTo(Progress.REGRESSED);
    assertThat(corrected.chronicle().size()).isEqualTo(8);
    assertThat(corrected.chronicle().last())
        .contains(
            new Entry.Corrected(
                new EntryId(8),
                new EntryId(6),
                Optional.of(instead),
                Note.of("2025-01-02", "misheard")));
    assertThat(corrected.chronicle().last().get().on()).isEqualTo(When.parse("2025-01-02"));
    assertThat(corrected.chronicle().readings().get(5))
        .isEqualTo(new Chronicle.Reading(new EntryId(6), instead, true, false));
    assertThat(corrected.asKnownAt(new EntryId(7))).isEqualTo(talks);
    assertThat(corrected.asKnownAt(new EntryId(8))).isEqualTo(corrected);
    Negotiation back =
        corrected
            .correct(
                new EntryId(6), talks.chronicle().readings().get(5).move(), Note.of("XXXX", ""))
            .orThrow();
    assertThat(back.situation()).isEqualTo(talks.situation());
    assertThat(back.round(2).progress()).isEqualTo(Progress.MOVED);
    Negotiation cancelled = talks.cancel(new EntryId(6), Note.of("XXXX", "never said")).orThrow();
    assertThat(cancelled.round(2).progress()).isEqualTo(Progress.UNREPORTED);
    assertThat(cancelled.chronicle().readings()).hasSize(6);
  }

  @Example
  void a_correction_that_leaves_an_answer_without_its_offer_is_refused() {
    Negotiation talks = talks(north().offers(offer(40)), south().rejects(offer(40)));
    Outcome outcome = talks.cancel(new EntryId(1), Note.of("XXXX", "never made"));
    assertThat(outcome).isInstanceOf(Refusal.class);
    assertThat(((Refusal) outcome).message())
        .isEqualTo(
            "south cannot reject an offer (grain 40): it was never made. No offer to south"
                + " stands.");
    assertThat(outcome.negotiation()).isSameAs(talks);
  }

  @Example
  void an_answer_to_an_offer_that_is_corrected_later_answers_what_the_correction_says() {
    Note note = Note.of("2025-01-02", "misheard");
    Negotiation rejected =
        talks(north().offers(offer(40)), north().meets(), south().rejects(offer(40)));
    Negotiation corrected =
        rejected.correct(new EntryId(1), north().offers(offer(50)), note).orThrow();
    assertThat(corrected.situation().offers()).isEmpty();
    assertThat(corrected.rejudge()).isEmpty();
    assertThat(corrected.asKnownAt(new EntryId(3))).isEqualTo(rejected);
    Negotiation again =
        corrected.correct(new EntryId(1), north().offers(offer(60)), note).orThrow();
    assertThat(again.situation().offers()).isEmpty();
    assertThat(again.asKnownAt(new EntryId(4)).situation()).isEqualTo(corrected.situation());
  }

  @Example
  void an_acceptance_of_an_offer_that_is_corrected_in_an_earlier_round_agrees_to_the_correction() {
    Negotiation talks =
        talks(
            island().opensRound(),
            north().offers(offer(40)),
            island().closesRound(),
            island().opensRound(),
            south().accepts(offer(40)),
            island().closesRound());
    Negotiation corrected =
        talks
            .correct(new EntryId(2), north().offers(offer(50)), Note.of("2025", "misheard"))
            .orThrow();
    assertThat(corrected.situation().offers()).isEmpty();
    Settled fifty =
        new Settled(
            IssueId.of("grain"), ActorId.of("north"), ActorId.of("south"), Value.amount(50));
    assertThat(corrected.situation().settled()).containsExactly(fifty);
    assertThat(corrected.round(2).settled()).containsExactly(fifty);
    assertThat(corrected.rejudge()).isEmpty();
    Negotiation repeated =
        talks(
            north().offers(offer(40)),
            south().rejects(offer(40)),
            north().offers(offer(40)),
            south().rejects(offer(40)));
    assertThat(
            repeated
                .correct(new EntryId(1), north().offers(offer(50)), Note.of("2025", "misheard"))
                .orThrow()
                .rejudge())
        .isEmpty();
  }

  @Example
  void a_cancelled_offer_is_missed_by_its_answer_whatever_stands_between_them() {
    Negotiation talks =
        talks(north().offers(offer(40)), north().meets(), south().rejects(offer(40)));
    assertThat(talks.cancel(new EntryId(1), Note.of("XXXX", "never made")))
        .isInstanceOf(Refusal.class);
  }

  @Example
  void a_correction_is_dated_among_the_entries_where_it_is_read() {
    Negotiation talks =
        talks(
            north().on("2024-12-01").meets(),
            north().on("2024-12-02").softens("grain"),
            south().on("2024-12-20").meets());
    Note note = Note.of("2024-12-21", "misheard");
    Move sameDay = north().on("2024-12-02").hardens("grain");
    assertThat(((Accepted) talks.correct(new EntryId(2), sameDay, note)).findings()).isEmpty();
    assertThat(((Accepted) talks.cancel(new EntryId(2), note)).findings()).isEmpty();
    assertThat(((Accepted) talks.deny(new EntryId(2), note)).findings()).isEmpty();
    Move earlier = north().on("2024-11-02").hardens("grain");
    assertThat(((Accepted) talks.correct(new EntryId(2), earlier, note)).findings())
        .extracting(Finding::rule)
        .containsExactly("out-of-order");
    assertThat(((Accepted) talks.correct(new EntryId(1), earlier, note)).findings()).isEmpty();
  }

  @Example
  void nobody_agrees_with_itself_alone() {
    Move alone =
        north()
            .does(Substantive.Attest.of(offer(40).terms(), ImmutableSet.of(ActorId.of("north"))));
    assertThat(refused(talks(), alone))
        .isEqualTo(
            "north attests terms among north alone. "
                + "An agreement takes two: name the others concerned.");
    Negotiation recorded = talks().record(alone).orThrow();
    assertThat(recorded.situation()).isEqualTo(talks().situation());
  }

  @Example
  void a_denied_entry_leaves_the_attested_record_and_stays_in_the_chronicle() {
    Source outlet = Source.report("outlet", "Outlet");
    Negotiation talks =
        talks(island().opensRound(), north().from(outlet).softens("grain"), island().closesRound());
    assertThat(talks.chronicle().readings().get(1).attribution(talks.agenda()))
        .isEqualTo(Attribution.REPORTED);
    Negotiation denied = talks.deny(new EntryId(2), Note.of("2025", "not so")).orThrow();
    assertThat(denied.chronicle().readings().get(1).attribution(denied.agenda()))
        .isEqualTo(Attribution.DENIED);
    assertThat(denied.round(1).describe())
        .isEqualTo("UNREPORTED as attested; MOVED if allegation [2] is true");
    assertThat(denied.chronicle().entry(new EntryId(4)))
        .contains(
            new Entry.Denied(
                new EntryId(4), new EntryId(2), ActorId.of("north"), Note.of("2025", "not so")));
    Negotiation corrected =
        denied
            .correct(new EntryId(2), north().hardens("grain"), Note.of("2025", "it said"))
            .orThrow();
    // A correction changes what is said, and not on whose word.
    assertThat(corrected.round(1).describe())
        .isEqualTo("UNREPORTED as attested; REGRESSED if allegation [2] is true");
    Negotiation lifted =
        corrected.cancel(new EntryId(4), Note.of("2025", "it was said after all")).orThrow();
    assertThat(lifted.round(1).progress()).isEqualTo(Progress.REGRESSED);
  }

  @Example
  void a_word_on_an_entry_that_is_not_there_or_tells_no_move_is_refused() {
    Negotiation talks = talks(north().meets());
    Note note = Note.of("2025", "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> talks.cancel(new EntryId(2), note))
        .withMessage("entry [2] does not exist: the chronicle has [1] to [1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> talks().deny(new EntryId(1), note))
        .withMessage("entry [1] does not exist: the chronicle has none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> talks.asKnownAt(new EntryId(3)))
        .withMessage("entry [3] does not exist: the chronicle has [1] to [1]");
    Negotiation cancelled = talks.cancel(new EntryId(1), note).orThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cancelled.correct(new EntryId(2), north().meets(), note))
        .withMessage("entry [2] tells no move but is a word on entry [1]: correct that one");
    Negotiation denied = talks.deny(new EntryId(1), note).orThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> denied.deny(new EntryId(2), note))
        .withMessage("entry [2] tells no move but is a word on entry [1]: correct that one");
  }

  @Example
  void a_record_takes_what_the_rules_would_refuse_and_rejudging_lists_it() {
    Move tooEarly = north().ratifies();
    Accepted outcome = (Accepted) talks(north().meets()).record(tooEarly);
    assertThat(outcome.findings()).extracting(Finding::rule).containsExactly("ONE_AWAITS_IT");
    assertThat(outcome.findings())
        .extracting(Finding::severity)
        .containsOnly(Finding.Severity.REFUSE);
    Negotiation recorded = outcome.negotiation();
    assertThat(recorded.rejudge())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.entry()).isEqualTo(new EntryId(2));
              assertThat(r.refusal().move()).isEqualTo(tooEarly);
              assertThat(r.refusal().laws()).containsExactly(Law.ONE_AWAITS_IT);
            });
  }

  @Example
  void a_record_fails_only_on_a_reference_to_nothing() {
    Refusal refusal = (Refusal) talks().record(south().accepts(offer(40)));
    assertThat(refusal.laws()).containsExactly(Law.KNOWN_OFFER);
    assertThat(refusal.message())
        .isEqualTo(
            "south cannot accept an offer (grain 40): it was never made. No offer to south"
                + " stands.");
    Refusal counter =
        (Refusal)
            talks().record(south().counters(offer(40), Offer.of("south", "north", grain(60))));
    assertThat(counter.laws()).containsExactly(Law.KNOWN_OFFER);
    Negotiation withdrawn = talks(north().offers(offer(40)), north().withdraws(offer(40)));
    Accepted late = (Accepted) withdrawn.record(south().accepts(offer(40)));
    assertThat(late.findings()).extracting(Finding::rule).containsExactly("OFFER_STANDS");
    assertThat(late.negotiation().situation().agreements()).isEmpty();
    assertThat(late.negotiation().agreements()).isEmpty();
    assertThat(late.negotiation().situation().position("south", "grain", "north").toString())
        .isEqualTo("40");
    assertThat(((Refusal) talks().record(Move.by("nobody").meets())).laws())
        .containsExactly(Law.KNOWN_ACTOR);
  }

  @Example
  void what_a_mediator_says_in_a_record_takes_no_position() {
    GeneralDemand strange = wants("island", "north", "grain", "10");
    Negotiation talks = talks(north().demands(wants("north", "south", "grain", "50")));
    Negotiation recorded = talks.record(island().demands(strange)).orThrow();
    assertThat(recorded.situation().positions()).isEqualTo(talks.situation().positions());
    Offer toMediator = offer(40).withTo(ActorId.of("island"));
    Negotiation offered = recorded.record(north().offers(toMediator)).orThrow();
    assertThat(offered.situation().positions()).isEqualTo(talks.situation().positions());
    assertThat(offered.record(island().accepts(toMediator)).orThrow().situation().agreements())
        .isEmpty();
    Move ofNothing =
        south()
            .does(
                new Substantive.Accept(
                    offer(40),
                    ImmutableSet.of(IssueId.of("days")),
                    dev.parley.agenda.Mandate.Authority.FINAL));
    Negotiation made = talks.with(north().offers(offer(40)));
    assertThat(made.record(ofNothing).orThrow().situation().offers()).containsOnlyKeys(offer(40));
    assertThat(((Refusal) talks.apply(island().demands(strange))).laws())
        .contains(Law.PRINCIPALS_ONLY);
  }

  private static final Rule NO_THREATS =
      new Rule() {
        @Override
        public String id() {
          return "no-threats";
        }

        @Override
        public String statement() {
          return "nobody threatens";
        }

        @Override
        public ImmutableList<Finding> check(Situation situation, Move move) {
          Finding.Severity severity =
              situation.roundOpen() ? Finding.Severity.REFUSE : Finding.Severity.WARN;
          return move.act() instanceof Communicative.Threaten
              ? ImmutableList.of(
                  new Finding(id(), severity, move.by() + " threatens", "Promise instead"))
              : ImmutableList.of();
        }
      };

  @Example
  void a_rule_of_the_book_warns_or_refuses_in_its_own_words() {
    RuleBook book = RuleBook.DEFAULT.and(NO_THREATS);
    Negotiation talks = Negotiation.about(Shore.AGENDA, book);
    Accepted warned = (Accepted) talks.apply(north().threatens("war"));
    assertThat(warned.findings())
        .containsExactly(
            new Finding("no-threats", Finding.Severity.WARN, "north threatens", "Promise instead"));
    Negotiation open = warned.negotiation().with(island().opensRound());
    Refusal refusal = (Refusal) open.apply(north().threatens("war"));
    assertThat(refusal.laws()).containsExactly(Law.RULE_BOOK);
    assertThat(refusal).hasToString("no-threats: north threatens. Promise instead.");
    assertThat(open.apply(north().promises("peace"))).isInstanceOf(Accepted.class);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> open.with(north().threatens("war")))
        .withMessage("no-threats: north threatens. Promise instead.")
        .satisfies(e -> assertThat(e.refusal()).isEqualTo(refusal));
    Negotiation lenient = talks(island().opensRound(), north().threatens("war"));
    assertThat(lenient.rejudge()).isEmpty();
    assertThat(lenient.rejudge(book))
        .extracting(Rejudgement::entry)
        .containsExactly(new EntryId(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> book.and(NO_THREATS))
        .withMessage("rule (no-threats) appears twice in the book");
  }

  @Example
  void openings_say_who_can_do_what_within_which_regions() {
    Negotiation talks = talks(north().offers(offer(40)));
    assertThat(talks.legalMoves().stream().map(Opening::toString).toList())
        .contains(
            "south can accept an offer (" + offer(40).describe() + ")",
            "north can withdraw an offer (" + offer(40).describe() + ")",
            "south can raise a demand",
            "island can open a round",
            "outlet can set a deadline")
        .doesNotContain(
            "north can accept an offer (" + offer(40).describe() + ")",
            "west can accept an offer (" + offer(40).describe() + ")",
            "island can raise a demand",
            "outlet can open a round",
            "island can close a round",
            "south can amend a demand");
    Opening demand =
        talks.legalMoves().stream()
            .filter(o -> o.kind() == ActKind.RAISE_DEMAND && o.by().text().equals("south"))
            .findFirst()
            .orElseThrow();
    assertThat(demand.admissible().keySet()).isEqualTo(Shore.AGENDA.issues().keySet());
    assertThat(demand.admissible().get(IssueId.of("grain")).describe()).isEqualTo("anything");
    assertThat(demand.subject()).isEmpty();
    assertThat(demand.admits(south().demands(wants("south", "north", "grain", "5")))).isTrue();
    assertThat(demand.admits(north().demands(wants("north", "south", "grain", "5")))).isFalse();
    assertThat(demand.admits(south().meets())).isFalse();
    for (ActKind kind : List.of(ActKind.MAKE_OFFER, ActKind.ATTEST)) {
      assertThat(
              talks.legalMoves().stream()
                  .filter(o -> o.kind() == kind)
                  .allMatch(o -> o.admissible().size() == 5))
          .isTrue();
    }
    assertThat(new java.util.HashSet<>(talks.legalMoves())).hasSameSizeAs(talks.legalMoves());
  }
}
