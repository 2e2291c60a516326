package dev.parley.talks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import net.jqwik.api.Example;

/** Where each principal stands with one and the same agreement. */
class PartyStatusScenarios {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("employer", "Employer")
          .mediator("board", "Board")
          .issue("rise", Scale.quantity(0, 20, "percent"))
          .build();
  private static final Terms TERMS = Terms.on(AGENDA).set("rise", 5).build();
  private static final Offer OFFER = Offer.of("union", "employer", TERMS);

  private static Negotiation accepted() {
    return Negotiation.about(AGENDA)
        .with(
            Move.by("union").on("2024-01-01").offers(OFFER),
            Move.by("employer").on("2024-01-02").accepts(OFFER));
  }

  private static PartyStatus of(Negotiation talks, String party) {
    return talks.partyStatuses().stream()
        .filter(s -> s.party().equals(ActorId.of(party)))
        .findFirst()
        .orElseThrow();
  }

  @Example
  void an_acceptance_signs_for_both() {
    Negotiation talks = accepted();
    assertThat(talks.partyStatuses()).hasSize(2);
    for (String party : new String[] {"union", "employer"}) {
      PartyStatus status = of(talks, party);
      assertThat(status.signed()).contains(When.parse("2024-01-02"));
      assertThat(status.ratified()).isEmpty();
      assertThat(status.inForceSince()).isEmpty();
      assertThat(status.ended()).isEmpty();
      assertThat(status.entries()).containsExactly(new EntryId(2));
    }
  }

  @Example
  void an_acceptance_ad_referendum_signs_for_nobody() {
    Negotiation talks =
        Negotiation.about(AGENDA)
            .with(Move.by("union").offers(OFFER), Move.by("employer").acceptsAdReferendum(OFFER));
    assertThat(of(talks, "employer").signed()).isEmpty();
    assertThat(of(talks, "union").signed()).isEmpty();
  }

  @Example
  void one_attests_and_ratifies_on_other_days_than_the_other() {
    Negotiation talks =
        Negotiation.about(AGENDA)
            .with(
                Move.by("union").on("2024-02-01").attests(TERMS),
                Move.by("employer").on("2024-02-03").attests(TERMS),
                Move.by("employer").on("2024-03-01").ratifies());
    assertThat(of(talks, "union").signed()).contains(When.parse("2024-02-01"));
    assertThat(of(talks, "employer").signed()).contains(When.parse("2024-02-03"));
    assertThat(of(talks, "union").ratified()).isEmpty();
    assertThat(of(talks, "employer").ratified()).contains(When.parse("2024-03-01"));
    assertThat(of(talks, "employer").entries()).containsExactly(new EntryId(2), new EntryId(3));
    talks = talks.with(Move.by("union").on("2024-03-05").ratifies());
    assertThat(of(talks, "employer").inForceSince()).contains(When.parse("2024-03-05"));
    talks = talks.with(Move.by("union").on("2024-06-01").terminates());
    assertThat(of(talks, "union").ended()).contains(When.parse("2024-06-01"));
    assertThat(of(talks, "employer").ended()).isEmpty();
    assertThat(talks.situation().stage()).isEqualTo(Stage.IN_FORCE);
  }

  @Example
  void a_failed_ratification_undoes_what_was_signed() {
    Negotiation talks =
        accepted()
            .with(
                Move.by("union").on("2024-01-05").ratifies(),
                Move.by("employer").on("2024-01-06").failsToRatify());
    assertThat(of(talks, "union"))
        .satisfies(
            s -> {
              assertThat(s.signed()).isEmpty();
              assertThat(s.ratified()).isEmpty();
              assertThat(s.entries()).isEmpty();
            });
  }

  @Example
  void what_a_counterpart_alleges_signs_nothing() {
    Source union = Source.statementOf("union-says", ActorId.of("union"));
    Negotiation talks =
        Negotiation.about(AGENDA).with(Move.by("employer").from(union).attests(TERMS));
    assertThat(of(talks, "employer").signed()).isEmpty();
  }
}
