package dev.parley.scenario;

import static dev.parley.scenario.ShortOnes.FIRST;
import static dev.parley.scenario.ShortOnes.problems;
import static dev.parley.scenario.ShortOnes.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.ObligationState;
import dev.parley.talks.Situation;
import net.jqwik.api.Example;

/** How terms that all attest are written down: once, with who is bound to do what. */
class AttestationScenarios {
  private static final String SIGNED =
      "{id: deal, israel attests with: hamas, hostages: 34, end-of-war: truce, undertakings: "
          + "{release: {by: hamas, hostages: 34, due: 2025-02},"
          + " calm: {by: israel, end-of-war: truce, guarantor: qatar}}}";

  @Example
  void the_other_party_is_named_alone_and_the_terms_once() {
    Situation end =
        scenario(SIGNED, "{hamas attests with: israel, same as: deal}").negotiation().situation();
    assertThat(end.agreements()).hasSize(1);
    Accord agreed = end.agreements().values().iterator().next();
    assertThat(agreed.stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(agreed.text().parties()).containsExactly(ActorId.of("hamas"), ActorId.of("israel"));
    assertThat(agreed.text().undertakings())
        .extracting(u -> u.name())
        .containsExactly("release", "calm");
  }

  @Example
  void what_is_undertaken_in_it_becomes_what_is_owed() {
    Situation end =
        scenario(
                SIGNED,
                "{hamas attests with: israel, same as: deal}",
                "{hamas performs: deal/release}")
            .negotiation()
            .situation();
    assertThat(end.obligations().keySet())
        .extracting(Obligation::name)
        .containsExactly("release", "calm");
    assertThat(end.obligations().values())
        .extracting(Obligation.Status::state)
        .containsExactly(ObligationState.FULFILLED, ObligationState.IN_EFFECT);
  }

  @Example
  void it_reads_back_equal_with_the_terms_written_out() {
    Scenario read = scenario(SIGNED, "{hamas attests with: israel, same as: deal}");
    assertThat(read.write()).doesNotContain("same as");
    assertThat(Scenario.parse("again.yaml", read.write())).isEqualTo(read);
  }

  @Example
  void what_a_correction_says_is_what_is_the_same() {
    Scenario read =
        scenario(
            "{id: deal, israel attests with: hamas, hostages: 30}",
            "{correct: deal, instead: {israel attests with: hamas, hostages: 34}}",
            "{hamas attests with: israel, same as: deal}");
    assertThat(read.negotiation().situation().agreements()).hasSize(1);
  }

  @Example
  void whoever_attests_is_among_those_concerned_named_or_not() {
    Scenario all = scenario("{israel attests with: [hamas, israel], hostages: 34}");
    Accord tabled = all.negotiation().situation().agreements().values().iterator().next();
    assertThat(tabled.stage()).isEqualTo(AgreementStage.TABLED);
    assertThat(tabled.assents().keySet()).containsExactly(ActorId.of("israel"));
    Scenario other = scenario("{israel attests with: [hamas], hostages: 34}");
    assertThat(other.negotiation()).isEqualTo(all.negotiation());
    Scenario alone = scenario("{israel attests with: [israel], hostages: 34}");
    assertThat(alone.findings().values())
        .extracting(f -> f.message())
        .containsExactly("israel attests terms among israel alone");
    assertThat(Scenario.parse("again.yaml", alone.write())).isEqualTo(alone);
    Scenario others =
        scenario("{qatar attests with: [hamas, israel], hostages: 34, among others: yes}");
    assertThat(others.findings().values())
        .extracting(f -> f.message())
        .contains("qatar attests terms among hamas, israel, where it is not");
    assertThat(Scenario.parse("again.yaml", others.write())).isEqualTo(others);
  }

  @Example
  void only_a_text_can_be_the_same() {
    assertThat(
            problems(
                "{id: o1, israel offers: hamas, hostages: 34}",
                "{id: d1, hamas demands of: israel, end-of-war: truce}",
                "{israel attests with: hamas, same as: d1}",
                "{israel attests with: hamas, same as: o2}",
                "{id: a1, israel attests with: hamas, hostages: 34}",
                "{hamas attests with: israel, same as: a1, hostages: 35}"))
        .containsExactly(
            "x.yaml:%s:43 record[3][same as]: israel cannot attest (d1): it is a demand, and no text. Texts: o1"
                .formatted(FIRST + 2),
            "x.yaml:%s:43 record[4][same as]: label (o2) is unknown: did you mean (o1)? Texts: o1"
                .formatted(FIRST + 3),
            "x.yaml:%s:47 record[6].hostages: unknown key (hostages): known here: id, on, source, through, words, because of, among others, same as"
                .formatted(FIRST + 5));
  }

  @Example
  void what_was_offered_can_be_accepted_or_signed() {
    for (String how : new String[] {"{hamas accepts: o1}", "{hamas signs: o1}"}) {
      Situation end =
          scenario("{id: o1, israel offers: hamas, hostages: 34}", how).negotiation().situation();
      assertThat(end.agreements().values())
          .as(how)
          .extracting(Accord::stage)
          .containsExactly(AgreementStage.IN_FORCE);
    }
  }
}
