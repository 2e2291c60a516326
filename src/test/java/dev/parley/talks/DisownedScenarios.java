package dev.parley.talks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Delegation.Level;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.progress.StepKind;
import dev.parley.talks.Entry.Note;
import net.jqwik.api.Example;

/** What a party takes back, decides otherwise, or says that it never did. */
class DisownedScenarios {
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

  private static Offer offer(String by, String to, int rise) {
    return Offer.of(by, to, Terms.on(AGENDA).set("rise", rise).build());
  }

  @Example
  void a_provisional_acceptance_takes_back_what_the_party_offered_before() {
    Offer asked = offer("union", "employer", 9);
    Offer put = offer("employer", "union", 5);
    Negotiation talks =
        Negotiation.about(AGENDA)
            .with(
                Move.by("board").opensRound(),
                Move.by("union").offers(asked),
                Move.by("employer").offers(put),
                Move.by("board").closesRound(),
                Move.by("board").opensRound(),
                Move.by("union").offers(offer("union", "employer", 8)),
                Move.by("union").through("negotiators").acceptsAdReferendum(put),
                Move.by("board").closesRound());
    assertThat(talks.round(2).remarks()).isEmpty();
    assertThat(talks.round(2).steps().get(0))
        .satisfies(
            step -> {
              assertThat(step.kind()).isEqualTo(StepKind.CONCEDED);
              assertThat(step.size().orElseThrow()).isEqualByComparingTo("4");
              assertThat(step.tentative()).isTrue();
            });
  }

  @Example
  void an_offer_can_be_denied_after_it_was_accepted_and_binds_its_maker_no_more() {
    Offer put = offer("employer", "union", 5);
    Source press = Source.report("press", "Trade press");
    Negotiation talks =
        Negotiation.about(AGENDA)
            .with(
                Move.by("board").opensRound(),
                Move.by("employer").from(press).offers(put),
                Move.by("union").accepts(put));
    assertThat(talks.situation().stage()).isEqualTo(Stage.CONCLUDED);
    Negotiation denied =
        talks.deny(new EntryId(2), Note.of("2024-05-01", "there was no such offer")).orThrow();
    assertThat(denied.situation().stage()).isEqualTo(Stage.IN_SESSION);
    assertThat(denied.situation().agreements()).isEmpty();
    assertThat(denied.agreements()).isEmpty();
    assertThat(denied.situation().position("union", "rise", "employer").isStated()).isTrue();
    assertThat(denied.situation().position("employer", "rise", "union").isStated()).isFalse();
    assertThat(denied.chronicle().size()).isEqualTo(4);
    assertThat(denied.asKnownAt(new EntryId(3)).situation()).isEqualTo(talks.situation());
    assertThat(denied.rejudge()).extracting(r -> r.entry().number()).containsExactly(3);
  }
}
