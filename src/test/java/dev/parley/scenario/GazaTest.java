package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.demand.Demand;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.Tie;
import dev.parley.evidence.Account.Reconciliation;
import dev.parley.evidence.EntryId;
import dev.parley.progress.Progress;
import dev.parley.progress.StepKind;
import dev.parley.talks.Negotiation.Rejudgement;
import dev.parley.talks.Observation;
import dev.parley.talks.Situation;
import dev.parley.talks.Stage;
import java.nio.file.Path;
import net.jqwik.api.Example;

/** What the replay of the talks about Gaza says at the end of its record. */
class GazaTest {
  private final Scenario gaza = Scenario.read(Path.of("examples/gaza-2025.yaml"));
  private final Situation end = gaza.negotiation().situation();

  private EntryId entry(String label) {
    return java.util.Objects.requireNonNull(gaza.labels().get(label)).entry();
  }

  @Example
  void a_round_is_open_on_two_tracks_and_no_offer_stands() {
    assertThat(end.stage()).isEqualTo(Stage.IN_SESSION);
    assertThat(end.tracks()).containsExactly("Doha", "Cairo");
    assertThat(end.offers()).isEmpty();
  }

  @Example
  void the_december_round_moved_unless_what_each_alleges_of_the_other_is_so() {
    assertThat(gaza.negotiation().closedRounds()).isEqualTo(2);
    assertThat(gaza.negotiation().round(2).progress()).isEqualTo(Progress.MOVED);
    assertThat(gaza.negotiation().round(2).describe())
        .isEqualTo(
            "MOVED as attested; MIXED if allegation %s or %s is true"
                .formatted(entry("new-conditions"), entry("gone-back")));
    assertThat(gaza.negotiation().round(2).steps())
        .anySatisfy(
            step -> {
              assertThat(step.kind()).isEqualTo(StepKind.CONCEDED);
              assertThat(step.issue()).hasToString("Optional[withdrawal-days]");
              assertThat(step.size()).isEmpty();
              assertThat(step.entries()).containsExactly(entry("timetable"));
            });
  }

  @Example
  void three_demands_are_essential_and_two_stand_against_them() {
    assertThat(end.standingDemands())
        .extracting(Demand::kind)
        .containsExactly(
            "end of war", "withdrawal", "prisoner release", "hostage release", "hostage list");
    assertThat(end.standingDemands())
        .filteredOn(d -> d.by().text().equals("hamas"))
        .extracting(Demand::firmness)
        .allSatisfy(f -> assertThat(f).contains(Firmness.ESSENTIAL));
    assertThat(end.ties()).hasSize(1);
    assertThat(end.ties().iterator().next().order()).isEqualTo(Tie.Order.TOGETHER);
  }

  @Example
  void the_account_reconciles_within_the_coders_tolerance_alone() {
    assertThat(gaza.accounts().get(0).reconcile(end.policy().about()).verdict())
        .isEqualTo(Reconciliation.Verdict.RECONCILES);
    assertThat(gaza.accounts().get(0).reconcile(java.util.Optional.empty()).verdict())
        .isEqualTo(Reconciliation.Verdict.CANNOT_TELL);
  }

  @Example
  void the_deadline_is_seventeen_days_ahead() {
    assertThat(gaza.negotiation().observe(gaza.recordTo().orElseThrow()))
        .extracting(Observation::message)
        .contains("deadline (inauguration) in 17 days");
  }

  @Example
  void the_record_breaks_no_law_and_reads_back_equal() {
    assertThat(gaza.findings().entries()).isEmpty();
    assertThat(gaza.negotiation().rejudge()).extracting(Rejudgement::entry).isEmpty();
    assertThat(Scenario.parse("again.yaml", gaza.write())).isEqualTo(gaza);
  }
}
