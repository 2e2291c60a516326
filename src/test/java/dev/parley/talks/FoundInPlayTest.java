package dev.parley.talks;

import static dev.parley.testing.ParleyAssertions.assertThat;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.evidence.When;
import net.jqwik.api.Example;

/** What random plays have found in the machine, each mended since. */
class FoundInPlayTest {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("port", "Port company")
          .issue("week", Scale.quantity("35", "42", "0.5", "hours"))
          .build();

  @Example
  void an_offer_that_has_lapsed_is_not_signed_either() {
    Offer offer =
        Offer.of("port", "union", Terms.on(AGENDA).set("week", "35").build())
            .withExpiry(When.parse("2023-10-12"));
    Negotiation talks =
        Negotiation.about(AGENDA)
            .with(Move.by("port").offers(offer), Move.by("union").acceptsAdReferendum(offer));
    Text text = offer.text();
    assertThat(talks.apply(Move.by("union").on("2023-10-15").signs(text)))
        .isRefusedBecauseOf(Law.NOT_LAPSED)
        .isRefusedSaying("union cannot sign an offer that lapsed on (2023-10-12)");
    assertThat(talks.apply(Move.by("union").on("2023-10-12").signs(text))).isAccepted().isInForce();
  }

  @Example
  void what_would_be_owed_on_an_issue_that_is_not_on_the_agenda_is_refused() {
    Agenda larger =
        AGENDA.withIssueList(
            AGENDA.issueList().get(0), Issue.of("annex", Scale.levels("no", "yes")));
    Offer offer = Offer.of("port", "union", Terms.on(larger).set("annex", "yes").build());
    Obligation owed =
        new Obligation(
            offer.text(),
            dev.parley.demand.Undertaking.builder()
                .name("annex")
                .by(dev.parley.agenda.ActorId.of("port"))
                .words("an annex")
                .build(),
            com.google.common.collect.ImmutableSet.of(dev.parley.agenda.ActorId.of("union")));
    assertThat(
            Negotiation.about(AGENDA)
                .apply(Move.by("port").does(AfterDeal.Perform.of(owed, Implementation.FULL))))
        .isRefusedBecauseOf(Law.OBLIGATION_ARISEN);
  }
}
