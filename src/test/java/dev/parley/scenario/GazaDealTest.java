package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Ledger;
import dev.parley.agreement.ObligationState;
import dev.parley.analysis.Linkage;
import dev.parley.evidence.EntryId;
import dev.parley.progress.Progress;
import dev.parley.progress.StepKind;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Stage;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;

/** What the replay of the truce of November 2023 and the deal of January 2025 concludes. */
class GazaDealTest {
  private final Told gaza = Told.by("gaza-deal");
  private final Negotiation talks = gaza.talks();

  private static Agreement agreement(Negotiation talks, EntryId entry) {
    return talks.agreements().stream()
        .filter(a -> a.entry().equals(entry))
        .findFirst()
        .orElseThrow();
  }

  private Agreement agreement(String label) {
    return agreement(talks, gaza.entry(label));
  }

  private List<String> turns(String label) {
    return agreement(label).turns().stream().map(t -> t.stage() + " " + t.on()).toList();
  }

  private Ledger.Row row(String label, String obligation) {
    return Ledger.of(agreement(label), gaza.scenario().recordTo()).rows().stream()
        .filter(r -> r.obligation().name().equals(obligation))
        .findFirst()
        .orElseThrow();
  }

  /** Returns where an obligation stands: its state, how much is done of how much, and how late. */
  private String owed(String label, String obligation) {
    Ledger.Row row = row(label, obligation);
    return row.status().state()
        + row.obligation()
            .total()
            .map(t -> " " + row.status().done().toPlainString() + " of " + t.toPlainString())
            .orElse("")
        + row.late().map(late -> " late " + late).orElse("");
  }

  private static BigDecimal sum(int... parts) {
    return BigDecimal.valueOf(Arrays.stream(parts).sum());
  }

  @Example
  void the_truce_begins_at_seven_and_runs_out_at_seven_a_week_later_after_two_extensions() {
    assertThat(turns("truce"))
        .containsExactly(
            "TABLED 2023-11-22",
            "SIGNED 2023-11-22",
            "IN_FORCE 2023-11-24T07:00",
            "EXPIRED 2023-12-01T07:00");
    assertThat(turns("two-days"))
        .containsExactly(
            "TABLED 2023-11-27",
            "SIGNED 2023-11-27",
            "IN_FORCE 2023-11-28T07:00",
            "EXPIRED 2023-12-01T07:00");
    assertThat(turns("one-day"))
        .containsExactly(
            "TABLED 2023-11-30",
            "SIGNED 2023-11-30",
            "IN_FORCE 2023-11-30T07:00",
            "EXPIRED 2023-12-01T07:00");
    assertThat(talks.situation().deadlines().get("truce-starts").date())
        .hasToString("2023-11-24T07:00");
  }

  @Example
  void fifty_are_released_for_a_hundred_and_fifty_then_twenty_for_sixty() {
    assertThat(owed("truce", "release")).isEqualTo("FULFILLED 50 of 50");
    assertThat(owed("truce", "prisoners")).isEqualTo("FULFILLED 150 of 150");
    assertThat(owed("two-days", "twenty")).isEqualTo("FULFILLED 20 of 20");
    assertThat(owed("two-days", "sixty")).isEqualTo("FULFILLED 60 of 60");
    assertThat(owed("one-day", "thirty")).isEqualTo("FULFILLED 30 of 30");
    assertThat(row("one-day", "ten").status().done()).isEqualByComparingTo("8");
    assertThat(gaza.contested("hostages released under the last extension"))
        .containsExactly("10 by hamas-says", "8 by israel-office");
  }

  @Example
  void breaches_that_each_alleges_end_no_truce() {
    assertThat(row("two-days", "quiet-israel").status().allegedBy())
        .containsExactly(ActorId.of("hamas"));
    assertThat(row("one-day", "last-quiet-hamas").status().allegedBy())
        .containsExactly(ActorId.of("israel"));
    assertThat(talks.agreements())
        .flatExtracting(a -> a.accord().obligations().values())
        .noneMatch(status -> status.state() == ObligationState.VIOLATED);
  }

  @Example
  void a_release_is_suspended_and_resumed_the_same_night() {
    Agreement held = agreement(gaza.at("held-back"), gaza.entry("truce"));
    assertThat(held.stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(held.accord().obligations().entrySet())
        .filteredOn(e -> e.getValue().state() == ObligationState.SUSPENDED)
        .extracting(e -> e.getKey().name())
        .containsExactly("release");
  }

  @Example
  void the_rounds_of_2024_move_once_and_each_alleges_the_others_hardening() {
    assertThat(talks.round(2).describe())
        .isEqualTo(
            "STATED as attested; REGRESSED if allegation %s is true"
                .formatted(gaza.entry("june-hardening")));
    assertThat(talks.round(3).describe())
        .isEqualTo(
            "MOVED as attested; MIXED if allegation %s is true"
                .formatted(gaza.entry("july-hardening")));
    assertThat(talks.round(4).describe())
        .isEqualTo(
            "HELD as attested; REGRESSED if allegation %s or %s is true"
                .formatted(gaza.entry("rome"), gaza.entry("twenty-nine")));
    assertThat(talks.rounds()).flatExtracting(r -> r.remarks()).isEmpty();
  }

  @Example
  void the_deal_is_tabled_initialled_ratified_and_in_force_at_a_quarter_past_eleven() {
    assertThat(agreement(gaza.at("hamas-yes"), gaza.entry("deal")).stage())
        .isEqualTo(AgreementStage.TABLED);
    assertThat(agreement(gaza.at("signed-in-doha"), gaza.entry("deal")).stage())
        .isEqualTo(AgreementStage.INITIALLED);
    assertThat(agreement(gaza.at("advice"), gaza.entry("deal")).stage())
        .isEqualTo(AgreementStage.INITIALLED);
    assertThat(agreement(gaza.at("vote"), gaza.entry("deal")).stage())
        .isEqualTo(AgreementStage.SIGNED);
    assertThat(agreement(gaza.at("no-start"), gaza.entry("deal")).stage())
        .isEqualTo(AgreementStage.SIGNED);
    assertThat(turns("deal"))
        .containsExactly(
            "TABLED 2025-01-14/2025-01-15",
            "INITIALLED 2025-01-16/2025-01-17",
            "SIGNED 2025-01-18T01:00",
            "IN_FORCE 2025-01-19T11:15");
    assertThat(talks.round(5).progress()).isEqualTo(Progress.MOVED);
    assertThat(talks.round(5).closed())
        .containsExactlyInAnyOrder(IssueId.of("fighting"), IssueId.of("withdrawal"));
    assertThat(gaza.step(5, "hamas", "fighting")).isEqualTo("CONCEDED 1");
    assertThat(gaza.step(5, "israel", "fighting")).startsWith("STATED");
  }

  @Example
  void the_ledger_of_phase_one_adds_up() {
    assertThat(owed("deal", "release")).isEqualTo("FULFILLED 33 of 33");
    assertThat(row("deal", "release").status().done())
        .isEqualByComparingTo(sum(3, 4, 3, 3, 3, 3, 3, 1, 6, 4));
    assertThat(row("deal", "release").completed().orElseThrow()).hasToString("2025-02-27");
    assertThat(row("deal", "prisoners").status().done())
        .isEqualByComparingTo(sum(90, 200, 110, 183, 183, 369, 642))
        .isEqualByComparingTo("1777");
    assertThat(gaza.contested("prisoners released in phase one"))
        .containsExactly("1,777 by press-reports", "1,778 by israel-prisons");
    assertThat(gaza.contested("prisoners to be released")).hasSize(2);
  }

  @Example
  void what_was_late_is_told_with_how_late_it_was() {
    assertThat(owed("deal", "way-north")).isEqualTo("FULFILLED late 2 days");
    assertThat(owed("deal", "corridor")).isEqualTo("FULFILLED");
    assertThat(owed("schedule", "four-bodies")).isEqualTo("FULFILLED 4 of 4 late 1 day");
    assertThat(owed("schedule", "six-living")).isEqualTo("FULFILLED 6 of 6");
    assertThat(owed("schedule", "same-day")).isEqualTo("FULFILLED late 5 days");
  }

  @Example
  void suspensions_end_no_agreement_and_one_is_dropped_before_anything_is_late() {
    for (String label : List.of("way-shut", "announced", "buses")) {
      Agreement deal = agreement(gaza.at(label), gaza.entry("deal"));
      assertThat(deal.stage()).as(label).isEqualTo(AgreementStage.IN_FORCE);
      assertThat(gaza.at(label).situation().obligations().values())
          .filteredOn(status -> status.state() == ObligationState.SUSPENDED)
          .as(label)
          .hasSize(1);
    }
    assertThat(gaza.entry("on-its-date").number()).isGreaterThan(gaza.entry("dropped").number());
    assertThat(row("deal", "release").late()).isEmpty();
  }

  @Example
  void of_phase_two_nothing_is_owed_but_the_talks_which_neither_has_opened() {
    assertThat(owed("deal", "talks-israel")).isEqualTo("IN_EFFECT late 43 days");
    assertThat(owed("deal", "talks-hamas")).isEqualTo("IN_EFFECT late 43 days");
    assertThat(row("deal", "talks-israel").status().allegedBy())
        .containsExactly(ActorId.of("hamas"));
  }

  @Example
  void whether_the_deal_is_over_is_left_to_the_two_readings() {
    assertThat(agreement("deal").stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(gaza.contested("the deal binds after day 42"))
        .containsExactly("no by israel-prime-minister", "yes by hamas-says");
    assertThat(gaza.contested("Israel has declared the agreement ended")).isEmpty();
    assertThat(talks.situation().stage()).isEqualTo(Stage.IN_RECESS);
  }

  @Example
  void in_march_nobody_moves_and_each_waits_for_the_other() {
    assertThat(talks.round(6).progress()).isEqualTo(Progress.HELD);
    assertThat(talks.round(7).progress()).isEqualTo(Progress.STATED);
    assertThat(talks.round(7).steps())
        .filteredOn(s -> s.kind() == StepKind.STATED || s.kind() == StepKind.QUANTIFIED)
        .extracting(s -> s.party().text() + " " + s.issue().orElseThrow().text())
        .containsExactly("hamas remaining-hostages");
    assertThat(Linkage.of(talks).rings()).hasSize(1);
  }

  @Example
  void the_record_breaks_no_law_and_reads_back_equal() {
    assertThat(gaza.scenario().findings().entries()).isEmpty();
    assertThat(talks.rejudge()).isEmpty();
    assertThat(Scenario.parse("again.yaml", gaza.scenario().write())).isEqualTo(gaza.scenario());
  }

  @Example
  void every_entry_has_a_source() {
    assertThat(talks.chronicle().readings())
        .allSatisfy(r -> assertThat(r.move().source()).isPresent());
  }
}
