package dev.parley.talks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Delegation.Level;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import dev.parley.demand.EntryIntoForce;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import java.util.List;
import net.jqwik.api.Example;

/** Who consented to an agreement, when, by which entry, and through which stages it went. */
class AgreementHistoryScenarios {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("employer", "Employer")
          .mediator("board", "Board")
          .delegation(
              Delegation.builder()
                  .id(DelegationId.of("negotiators"))
                  .party(ActorId.of("union"))
                  .name("negotiators")
                  .level(Level.MID_LEVEL)
                  .mandate(Mandate.adReferendum())
                  .build())
          .issue("rise", Scale.quantity(0, 20, "percent"))
          .build();
  private static final Agenda RATIFIED = AGENDA.withRatification(Ratification.all());
  private static final Terms TERMS = Terms.on(AGENDA).set("rise", 5).build();
  private static final Offer OFFER = Offer.of("union", "employer", TERMS);
  private static final Text TEXT = OFFER.text();

  private static Negotiation accepted(Agenda agenda) {
    return Negotiation.about(agenda)
        .with(
            Move.by("union").on("2024-01-01").offers(OFFER),
            Move.by("employer").on("2024-01-02").accepts(OFFER));
  }

  private static Agreement only(Negotiation talks) {
    assertThat(talks.agreements()).hasSize(1);
    return talks.agreements().get(0);
  }

  /** Each consent as one line: who, how, when, by which entry. */
  private static List<String> consents(Agreement agreement) {
    return agreement.consents().stream()
        .map(c -> c.party() + " " + c.kind() + " " + c.on() + " " + c.entry())
        .toList();
  }

  private static List<String> turns(Agreement agreement) {
    return agreement.turns().stream().map(t -> t.stage() + " " + t.on() + " " + t.entry()).toList();
  }

  @Example
  void an_acceptance_signs_for_both() {
    Agreement deal = only(accepted(RATIFIED));
    assertThat(deal.entry()).isEqualTo(new EntryId(1));
    assertThat(deal.accord().text()).isEqualTo(TEXT);
    assertThat(consents(deal))
        .containsExactlyInAnyOrder("union SIGNED 2024-01-02 [2]", "employer SIGNED 2024-01-02 [2]");
    assertThat(deal.consents())
        .allSatisfy(c -> assertThat(c.issues()).containsExactly(IssueId.of("rise")));
    assertThat(turns(deal)).containsExactly("SIGNED 2024-01-02 [2]");
    assertThat(deal.since(AgreementStage.SIGNED)).contains(When.parse("2024-01-02"));
    assertThat(deal.since(AgreementStage.IN_FORCE)).isEmpty();
    assertThat(deal.performances()).isEmpty();
  }

  @Example
  void signed_and_in_force_at_once_it_is_told_as_both() {
    Agreement deal = only(accepted(AGENDA));
    assertThat(deal.stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(turns(deal)).containsExactly("SIGNED 2024-01-02 [2]", "IN_FORCE 2024-01-02 [2]");
  }

  @Example
  void an_acceptance_ad_referendum_is_provisional_until_it_is_confirmed() {
    Negotiation talks =
        Negotiation.about(AGENDA)
            .with(
                Move.by("employer").on("2024-01-01").offers(Offer.of("employer", "union", TERMS)),
                Move.by("union")
                    .on("2024-01-02")
                    .through("negotiators")
                    .acceptsAdReferendum(Offer.of("employer", "union", TERMS)));
    Agreement initialled = only(talks);
    assertThat(initialled.stage()).isEqualTo(AgreementStage.INITIALLED);
    assertThat(consents(initialled))
        .containsExactlyInAnyOrder(
            "employer SIGNED 2024-01-02 [2]", "union PROVISIONAL 2024-01-02 [2]");
    assertThat(
            initialled.consents().stream()
                .filter(c -> c.kind() == Consent.Kind.PROVISIONAL)
                .map(Consent::through))
        .containsExactly(java.util.Optional.of(DelegationId.of("negotiators")));
    assertThat(talks.situation().settled()).isEmpty();
    Negotiation confirmed = talks.with(Move.by("union").on("2024-02-01").confirms(TEXT));
    assertThat(consents(only(confirmed))).endsWith("union SIGNED 2024-02-01 [3]");
    assertThat(turns(only(confirmed)))
        .containsExactly(
            "INITIALLED 2024-01-02 [2]", "SIGNED 2024-02-01 [3]", "IN_FORCE 2024-02-01 [3]");
    Negotiation ratified =
        Negotiation.about(RATIFIED)
            .with(
                Move.by("union").attests(TEXT),
                Move.by("employer").initials(TEXT),
                Move.by("employer").ratifies());
    assertThat(only(ratified).stage()).isEqualTo(AgreementStage.SIGNED);
    assertThat(only(ratified).consents().get(2).kind()).isEqualTo(Consent.Kind.RATIFIED);
  }

  @Example
  void one_attests_and_ratifies_on_other_days_than_the_other() {
    Negotiation talks =
        Negotiation.about(RATIFIED)
            .with(
                Move.by("union").on("2024-02-01").attests(TERMS),
                Move.by("employer").on("2024-02-03").attests(TERMS),
                Move.by("employer").on("2024-03-01").ratifies());
    assertThat(consents(only(talks)))
        .containsExactly(
            "union SIGNED 2024-02-01 [1]",
            "employer SIGNED 2024-02-03 [2]",
            "employer RATIFIED 2024-03-01 [3]");
    assertThat(only(talks).entry()).isEqualTo(new EntryId(1));
    assertThat(only(talks).stage()).isEqualTo(AgreementStage.SIGNED);
    talks = talks.with(Move.by("union").on("2024-03-05").ratifies());
    assertThat(turns(only(talks)))
        .containsExactly(
            "TABLED 2024-02-01 [1]", "SIGNED 2024-02-03 [2]", "IN_FORCE 2024-03-05 [4]");
    assertThat(talks.situation().stage()).isEqualTo(Stage.CONCLUDED);
  }

  @Example
  void a_failed_ratification_ends_what_was_signed_and_is_told() {
    Negotiation talks =
        accepted(RATIFIED)
            .with(
                Move.by("union").on("2024-01-05").ratifies(),
                Move.by("employer").on("2024-01-06").failsToRatify());
    Agreement failed = only(talks);
    assertThat(failed.stage()).isEqualTo(AgreementStage.REFUSED);
    assertThat(consents(failed))
        .endsWith("union RATIFIED 2024-01-05 [3]", "employer REFUSED 2024-01-06 [4]");
    assertThat(failed.since(AgreementStage.REFUSED)).contains(When.parse("2024-01-06"));
    assertThat(talks.situation().agreements()).isEmpty();
    assertThat(talks.situation().settled()).isEmpty();
  }

  @Example
  void the_same_text_consented_to_anew_after_it_is_over_is_another_agreement() {
    Negotiation talks =
        accepted(RATIFIED)
            .with(
                Move.by("employer").on("2024-01-06").failsToRatify(),
                Move.by("union").on("2024-02-01").attests(TEXT),
                Move.by("employer").on("2024-02-02").signs(TEXT));
    assertThat(talks.agreements())
        .extracting(Agreement::stage)
        .containsExactly(AgreementStage.REFUSED, AgreementStage.SIGNED);
    assertThat(talks.agreements().get(1).since(AgreementStage.SIGNED))
        .contains(When.parse("2024-02-02"));
  }

  @Example
  void what_a_counterpart_alleges_signs_nothing() {
    Source union = Source.statementOf("union-says", ActorId.of("union"));
    Negotiation talks =
        Negotiation.about(AGENDA).with(Move.by("employer").from(union).attests(TERMS));
    assertThat(talks.agreements()).isEmpty();
    assertThat(talks.situation().agreements()).isEmpty();
  }

  @Example
  void it_enters_into_force_on_its_day_once_a_move_is_that_late() {
    Text dated = TEXT.withInForce(EntryIntoForce.on(When.parse("2024-07-01")));
    Negotiation signed =
        Negotiation.about(AGENDA)
            .with(
                Move.by("union").on("2024-06-01").attests(dated),
                Move.by("employer").on("2024-06-02").signs(dated));
    assertThat(only(signed).stage()).isEqualTo(AgreementStage.SIGNED);
    Negotiation before = signed.with(Move.by("union").on("2024-06-30").threatens("to strike"));
    assertThat(only(before).stage()).isEqualTo(AgreementStage.SIGNED);
    Negotiation after = before.with(Move.by("union").on("2024-07-09").threatens("to strike"));
    assertThat(turns(only(after)))
        .containsExactly(
            "TABLED 2024-06-01 [1]", "SIGNED 2024-06-02 [2]", "IN_FORCE 2024-07-01 [4]");
    Negotiation undated = before.with(Move.by("union").threatens("to strike"));
    assertThat(only(undated).stage()).isEqualTo(AgreementStage.SIGNED);
    Negotiation late =
        Negotiation.about(AGENDA)
            .with(
                Move.by("union").on("2024-07-01").attests(dated),
                Move.by("employer").on("2024-07-02").signs(dated));
    assertThat(only(late).stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(only(late).since(AgreementStage.IN_FORCE)).contains(When.parse("2024-07-02"));
  }

  @Example
  void on_its_day_it_enters_into_force_only_if_all_who_must_have_ratified() {
    Text dated = TEXT.withInForce(EntryIntoForce.on(When.parse("2024-07-01")));
    Negotiation signed =
        Negotiation.about(RATIFIED)
            .with(
                Move.by("union").on("2024-06-01").attests(dated),
                Move.by("employer").on("2024-06-02").signs(dated),
                Move.by("union").on("2024-06-03").ratifies(),
                Move.by("union").on("2024-07-02").threatens("to strike"));
    assertThat(only(signed).stage()).isEqualTo(AgreementStage.SIGNED);
    Negotiation ratified = signed.with(Move.by("employer").on("2024-07-05").ratifies());
    assertThat(only(ratified).stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(only(ratified).since(AgreementStage.IN_FORCE)).contains(When.parse("2024-07-05"));
  }

  @Example
  void one_that_says_so_is_in_force_at_signature_whoever_must_ratify() {
    Text at = TEXT.withInForce(EntryIntoForce.ON_SIGNATURE);
    Negotiation signed =
        Negotiation.about(RATIFIED)
            .with(
                Move.by("union").on("2024-06-01").attests(at),
                Move.by("employer").on("2024-06-02").signs(at));
    assertThat(only(signed).stage()).isEqualTo(AgreementStage.IN_FORCE);
  }

  @Example
  void a_signature_without_a_date_is_judged_at_the_latest_date_so_far() {
    Text dated = TEXT.withInForce(EntryIntoForce.on(When.parse("2024-07-01")));
    Negotiation signed =
        Negotiation.about(AGENDA)
            .with(
                Move.by("union").on("2024-08-01").attests(dated), Move.by("employer").signs(dated));
    assertThat(only(signed).stage()).isEqualTo(AgreementStage.IN_FORCE);
  }
}
