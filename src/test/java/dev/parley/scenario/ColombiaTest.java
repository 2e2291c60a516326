package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import dev.parley.evidence.When;
import dev.parley.progress.Progress;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation.IssueStatus;
import dev.parley.talks.Stage;
import java.util.Optional;
import net.jqwik.api.Example;

/** What the replay of the peace talks between Colombia and the FARC-EP concludes. */
class ColombiaTest {
  private final Told colombia = Told.by("colombia-2016");
  private final Negotiation talks = colombia.talks();

  private ImmutableList<String> codes(String scheme) {
    return talks.chronicle().readings().stream()
        .flatMap(r -> Optional.ofNullable(r.move().codes().get(scheme)).stream())
        .collect(ImmutableList.toImmutableList());
  }

  private Agreement agreement(Negotiation at, String label) {
    return at.agreements().stream()
        .filter(a -> a.entry().equals(colombia.entry(label)))
        .findFirst()
        .orElseThrow();
  }

  @Example
  void every_row_is_there_and_the_stages_of_the_data_set_go_back() {
    assertThat(codes("pa-x"))
        .containsExactly(
            "786", "817", "812", "815", "1391", "1392", "1394", "1395", "1396", "1398", "1397",
            "1369", "1368", "1547", "1655", "2065", "2068", "1845");
    assertThat(codes("pa-x-stage"))
        .extracting(code -> code.split("/", 2)[0])
        .containsExactly(
            "Pre", "SubPar", "SubPar", "SubPar", "Pre", "SubPar", "Pre", "SubPar", "Imp", "SubPar",
            "Pre", "SubPar", "SubPar", "SubPar", "SubPar", "Imp", "Imp", "SubComp");
    assertThat(codes("TjPrire")).containsExactly("3");
  }

  @Example
  void a_point_that_is_agreed_waits_for_the_whole() {
    for (String row : new String[] {"r812", "r815", "r1547", "r1655"}) {
      Negotiation then = colombia.at(row);
      assertThat(then.situation().stage()).as(row).isEqualTo(Stage.IN_SESSION);
      assertThat(agreement(then, "r817").stage()).isEqualTo(AgreementStage.INITIALLED);
      assertThat(then.situation().status(IssueId.of("rural-reform"))).isEqualTo(IssueStatus.MET);
      assertThat(then.situation().status(IssueId.of("ceasefire"))).isEqualTo(IssueStatus.UNSTATED);
    }
    assertThat(colombia.at("r1655").agreements())
        .hasSize(5)
        .extracting(Agreement::stage)
        .containsOnly(AgreementStage.INITIALLED);
    assertThat(colombia.at("r1655").situation().closed()).isEmpty();
    assertThat(colombia.stageAt("everything")).isEqualTo(Stage.IN_SESSION);
    assertThat(colombia.stageAt("everything-too")).isEqualTo(Stage.CONCLUDED);
    assertThat(colombia.at("everything-too").situation().closed()).hasSize(8);
    assertThat(colombia.at("everything-too").agreements())
        .hasSize(6)
        .extracting(Agreement::stage)
        .containsOnly(AgreementStage.SIGNED);
  }

  @Example
  void nothing_is_settled_before_everything_is() {
    // What had the same value at the baseline is not newly settled in the sixth.
    assertThat(talks.rounds())
        .extracting(r -> r.settled().size())
        .containsExactly(0, 0, 0, 0, 8, 1);
    assertThat(talks.rounds())
        .extracting(r -> r.progress())
        .containsExactly(
            Progress.STATED,
            Progress.STATED,
            Progress.STATED,
            Progress.STATED,
            Progress.MOVED,
            Progress.MOVED);
  }

  @Example
  void a_failed_referendum_reopens_what_was_agreed_and_a_revised_text_closes_it_again() {
    assertThat(colombia.stageAt("r2065")).isEqualTo(Stage.CONCLUDED);
    Negotiation failed = colombia.at("referendum");
    assertThat(failed.situation().stage()).isEqualTo(Stage.IN_RECESS);
    assertThat(agreement(failed, "everything").since(AgreementStage.SIGNED))
        .contains(When.day(2016, 8, 24));
    assertThat(agreement(failed, "everything").since(AgreementStage.REFUSED))
        .contains(When.day(2016, 10, 2));
    assertThat(failed.situation().agreements().values())
        .hasSize(5)
        .extracting(a -> a.stage())
        .containsOnly(AgreementStage.INITIALLED);
    assertThat(failed.situation().closed()).isEmpty();
    assertThat(colombia.stageAt("r2068")).isEqualTo(Stage.IN_SESSION);
    assertThat(colombia.stageAt("revised-too")).isEqualTo(Stage.CONCLUDED);
    assertThat(talks.situation().closed().get(IssueId.of("final-text"))).hasToString("revised");
    assertThat(colombia.step(6, "farc", "final-text")).isEqualTo("CONCEDED 1");
    assertThat(colombia.step(6, "farc", "victims")).startsWith("HELD");
  }

  @Example
  void congress_ratifies_and_of_the_other_side_nothing_is_reported() {
    assertThat(talks.situation().stage()).isEqualTo(Stage.CONCLUDED);
    Agreement revised = agreement(talks, "r1845");
    assertThat(revised.consents())
        .filteredOn(c -> c.kind() == Consent.Kind.RATIFIED)
        .extracting(c -> c.party() + " " + c.on())
        .containsExactly("government 2016-11-29/2016-11-30");
    assertThat(revised.since(AgreementStage.IN_FORCE))
        .contains(When.parse("2016-11-29/2016-11-30"));
  }

  @Example
  void the_date_of_the_rural_reform_is_kept_as_each_source_gives_it() {
    assertThat(colombia.contested("date of the agreement on rural reform"))
        .containsExactly(
            "2014-06-06 by pa-x", "2013-05-26/2013-05-27 by ruvr", "2013-05-26/2013-05-27 by naiz");
  }

  @Example
  void what_no_page_was_seen_for_is_marked_so() {
    assertThat(talks.chronicle().readings())
        .filteredOn(r -> r.move().by().text().equals("coder"))
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.move().source().map(s -> s.id())).contains("unsourced"));
    assertThat(talks.chronicle().readings())
        .allSatisfy(r -> assertThat(r.move().source()).isPresent());
  }

  @Example
  void the_record_breaks_no_law_and_reads_back_equal() {
    assertThat(colombia.scenario().findings().entries()).isEmpty();
    assertThat(talks.rejudge()).isEmpty();
    assertThat(Scenario.parse("again.yaml", colombia.scenario().write()))
        .isEqualTo(colombia.scenario());
  }
}
