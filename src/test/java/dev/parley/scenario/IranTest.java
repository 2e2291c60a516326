package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.IssueId;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.ObligationState;
import dev.parley.evidence.Account.Reconciliation;
import dev.parley.evidence.When;
import dev.parley.progress.Progress;
import dev.parley.progress.RoundVerdict.Remark;
import dev.parley.progress.StepKind;
import dev.parley.talks.Deadline;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Settlement.Extent;
import dev.parley.talks.Situation.IssueStatus;
import dev.parley.talks.Stage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Example;

/** What the replay of the hostage talks between the United States and Iran concludes. */
class IranTest {
  private static final LocalDate RESOLUTION = LocalDate.of(1980, 11, 2);
  private final Told iran = Told.by("iran-1981");
  private final Negotiation talks = iran.talks();

  @Example
  void a_price_is_a_first_figure_and_no_regression_and_it_is_rejected() {
    assertThat(iran.step(1, "iran", "guarantees")).isEqualTo("STATED");
    assertThat(iran.step(5, "iran", "guarantees")).isEqualTo("QUANTIFIED");
    assertThat(iran.step(5, "united-states", "guarantees")).isEqualTo("HELD 0");
    assertThat(talks.round(5).progress()).isEqualTo(Progress.STATED);
    assertThat(talks.situation().position("iran", "guarantees", "united-states"))
        .hasToString("at least 24");
  }

  @Example
  void the_united_states_moves_on_the_assets_from_in_principle_to_phases_and_holds_on_the_wealth() {
    assertThat(talks.round(6).progress()).isEqualTo(Progress.MOVED);
    assertThat(iran.step(6, "united-states", "assets")).isEqualTo("CONCEDED 1");
    assertThat(iran.step(6, "united-states", "shahs-wealth")).isEqualTo("HELD 0");
    assertThat(talks.round(6).steps())
        .filteredOn(s -> s.kind() == StepKind.CONCEDED)
        .extracting(s -> s.issue().orElseThrow().text())
        .containsExactly("assets");
  }

  @Example
  void how_much_is_frozen_is_contested_as_a_fact_and_not_only_as_a_position() {
    assertThat(iran.contested("frozen assets in billion dollars"))
        .containsExactly("about 9.5 by time-0112", "about 14 by iran-figures");
    assertThat(iran.scenario().accounts().get(0).reconcile(talks.situation().policy().about()))
        .extracting(Reconciliation::verdict)
        .isEqualTo(Reconciliation.Verdict.RECONCILES);
  }

  @Example
  void two_voices_on_an_apology_are_an_internal_inconsistency_and_no_moved_goalposts() {
    assertThat(talks.round(1).remarks())
        .containsExactly(
            new Remark(
                Remark.Kind.INTERNAL_INCONSISTENCY,
                dev.parley.agenda.ActorId.of("iran"),
                IssueId.of("apology"),
                com.google.common.collect.ImmutableList.of(
                    iran.entry("apology"), iran.entry("dropped"), iran.entry("again"))));
    assertThat(iran.step(1, "iran", "apology")).isEmpty();
    assertThat(talks.round(1).unreported()).doesNotContain(IssueId.of("apology"));
    assertThat(talks.situation().position("iran", "apology", "united-states").region()).isPresent();
  }

  @Example
  void the_wealth_of_the_shah_is_settled_by_something_else_than_was_asked() {
    assertThat(iran.settled("shahs-wealth")).containsExactly(Extent.PARTLY_MET);
    assertThat(iran.settled("assets")).containsExactly(Extent.PARTLY_MET);
    assertThat(iran.settled("claims")).containsExactly(Extent.PARTLY_MET);
    assertThat(iran.settled("non-interference")).containsExactly(Extent.MET);
    assertThat(iran.settled("hostages")).containsExactly(Extent.MET);
    assertThat(iran.settled("guarantees")).isEmpty();
    assertThat(talks.situation().status(IssueId.of("shahs-wealth"))).isEqualTo(IssueStatus.CLOSED);
  }

  @Example
  void one_sides_word_is_no_agreement_until_both_attest_what_the_mediator_declares() {
    assertThat(iran.contested("an agreement has been reached"))
        .containsExactly("yes by iran-january", "no by mondale");
    assertThat(iran.stageAt("us-says-no")).isEqualTo(Stage.IN_SESSION);
    assertThat(iran.at("us-says-no").situation().agreements()).isEmpty();
    assertThat(iran.stageAt("iran-agrees")).isEqualTo(Stage.IN_SESSION);
    Agreement declared = iran.at("iran-agrees").agreements().get(0);
    assertThat(declared.stage()).isEqualTo(AgreementStage.TABLED);
    assertThat(declared.consents())
        .extracting(c -> c.party() + " " + c.kind() + " " + c.on())
        .containsExactly("iran SIGNED 1981-01-19");
    assertThat(iran.stageAt("us-agrees")).isEqualTo(Stage.CONCLUDED);
    assertThat(iran.at("us-agrees").agreements())
        .extracting(Agreement::stage)
        .containsExactly(AgreementStage.SIGNED);
    assertThat(talks.situation().agreements()).hasSize(1);
  }

  @Example
  void the_last_concession_comes_a_day_before_authority_expires_after_some_eighty_days() {
    Deadline deadline = talks.situation().deadlines().get("authority-expiry");
    assertThat(deadline).isNotNull();
    assertThat(deadline.date()).isEqualTo(When.day(1981, 1, 20));
    assertThat(deadline.words()).contains("noon in Washington, 17:00 UTC", "authority");
    LocalDate end = deadline.date().latest().orElseThrow();
    LocalDate last =
        talks.rounds().stream()
            .flatMap(round -> round.steps().stream())
            .filter(step -> step.kind() == StepKind.CONCEDED)
            .flatMap(step -> step.entries().stream())
            .map(id -> iran.reading(id).move().on().latest().orElseThrow())
            .max(LocalDate::compareTo)
            .orElseThrow();
    assertThat(ChronoUnit.DAYS.between(last, end)).isEqualTo(1);
    assertThat(ChronoUnit.DAYS.between(RESOLUTION, end)).isEqualTo(79);
  }

  @Example
  void fifty_two_are_released_and_of_the_rest_nothing_is_reported() {
    assertThat(talks.situation().stage()).isEqualTo(Stage.CONCLUDED);
    assertThat(talks.agreements())
        .extracting(Agreement::stage)
        .containsExactly(AgreementStage.IN_FORCE);
    assertThat(talks.isOver()).isFalse();
    assertThat(talks.situation().obligations())
        .hasSize(8)
        .allSatisfy(
            (obligation, status) ->
                assertThat(status.state() == ObligationState.FULFILLED)
                    .as(obligation.name())
                    .isEqualTo(obligation.name().equals("release")));
    assertThat(talks.situation().obligations().keySet())
        .filteredOn(o -> o.undertaking().guarantor().isPresent())
        .extracting(Obligation::name)
        .containsExactly("transfer", "first-half", "second-half");
  }

  @Example
  void the_date_of_the_vote_is_kept_twice() {
    assertThat(iran.contested("date of the vote in the Majlis"))
        .containsExactly(
            "1980-11-01 by nyt-1101", "1980-11-02 by nyt-1102", "1980-11-02 by declaration");
    assertThat(iran.reading(iran.entry("resolution")).move().on())
        .isEqualTo(When.parse("1980-11-01/1980-11-02"));
  }

  @Example
  void what_no_page_was_seen_for_is_marked_so() {
    assertThat(talks.chronicle().readings())
        .filteredOn(r -> r.move().by().text().equals("coder"))
        .hasSize(3)
        .allSatisfy(r -> assertThat(r.move().source().map(s -> s.id())).contains("unsourced"));
    assertThat(talks.chronicle().readings())
        .allSatisfy(r -> assertThat(r.move().source()).isPresent());
  }

  @Example
  void the_record_breaks_no_law_and_reads_back_equal() {
    assertThat(iran.scenario().findings().entries()).isEmpty();
    assertThat(talks.rejudge()).isEmpty();
    assertThat(Scenario.parse("again.yaml", iran.scenario().write())).isEqualTo(iran.scenario());
  }
}
