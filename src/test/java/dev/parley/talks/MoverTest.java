package dev.parley.talks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Claim.Answer;
import dev.parley.evidence.Figure;
import dev.parley.evidence.Source;
import dev.parley.talks.Substantive.Direction;
import java.util.Optional;
import net.jqwik.api.Example;

/** Every verb says what it means: a part, a degree, an excuse, a code. */
class MoverTest {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("north", "North")
          .principal("south", "South")
          .issue("grain", Scale.quantity(0, 100, "tons"))
          .issue("road", Scale.levels("closed", "open"))
          .build();

  private static final Undertaking DELIVERY =
      Undertaking.builder()
          .name("delivery")
          .by(ActorId.of("north"))
          .words("forty tons, by rail")
          .trigger(new Trigger.When("the line is repaired"))
          .build();

  private static final Offer OFFER =
      Offer.of("north", "south", Terms.on(AGENDA).set("grain", 40).set("road", "open").build())
          .withBinding(Binding.SEVERABLE);

  private static Negotiation inForce() {
    Offer offer = OFFER.withBinding(Binding.WHOLE).withUndertakings(DELIVERY);
    return Negotiation.about(AGENDA)
        .with(Move.by("north").offers(offer), Move.by("south").accepts(offer));
  }

  private static Obligation delivery(Negotiation talks) {
    return talks.situation().obligations().keySet().iterator().next();
  }

  private static Obligation.Status status(Negotiation talks) {
    return talks.situation().obligations().get(delivery(talks));
  }

  @Example
  void a_part_of_a_severable_offer_is_accepted() {
    Negotiation talks =
        Negotiation.about(AGENDA)
            .with(Move.by("north").offers(OFFER), Move.by("south").acceptsInPart(OFFER, "road"));
    assertThat(talks.situation().closed().keySet()).containsExactly(IssueId.of("road"));
    assertThat(Move.by("south").acceptsInPart(OFFER, "road").act())
        .isEqualTo(
            new Substantive.Accept(OFFER, ImmutableSet.of(IssueId.of("road")), Authority.FINAL));
  }

  @Example
  void an_obligation_is_set_off_then_performed_by_degrees() {
    Negotiation talks = inForce();
    Obligation delivery = delivery(talks);
    assertThat(status(talks).state()).isEqualTo(ObligationState.PENDING);
    talks = talks.with(Move.by("south").setsOff(delivery));
    assertThat(status(talks).state()).isEqualTo(ObligationState.IN_EFFECT);
    talks = talks.with(Move.by("north").performs(delivery, Implementation.INTERMEDIATE));
    assertThat(status(talks).degree()).isEqualTo(Implementation.INTERMEDIATE);
    assertThat(status(talks).state()).isEqualTo(ObligationState.IN_EFFECT);
  }

  @Example
  void an_obligation_is_excused_by_whom_it_is_owed_to_and_its_breach_is_a_claim_until_attested() {
    Negotiation talks = inForce();
    Obligation delivery = delivery(talks);
    Negotiation alleged = talks.with(Move.by("south").allegesBreach(delivery, "ten tons short"));
    assertThat(status(alleged).state()).isEqualTo(ObligationState.PENDING);
    assertThat(
            ((AfterDeal.AllegeBreach) Move.by("south").allegesBreach(delivery, "short").act())
                .words())
        .isEqualTo("short");
    assertThat(status(talks.with(Move.by("south").excuses(delivery))).state())
        .isEqualTo(ObligationState.EXCUSED);
  }

  @Example
  void what_is_said_without_an_issue_names_none() {
    assertThat(Move.by("north").softens().act())
        .isEqualTo(new Substantive.Shift(Direction.SOFTER, Optional.empty(), ImmutableSet.of()));
    assertThat(Move.by("north").commitsTo("one price for all").act())
        .isEqualTo(new Communicative.Commit("one price for all"));
    assertThat(Move.by("north").changesGovernment("an election").act())
        .isEqualTo(new Exogenous.ChangeOfGovernment("an election"));
  }

  @Example
  void a_code_of_a_data_set_outside_is_kept() {
    assertThat(Move.by("north").coded("plover", "CONCEDE").coded("cameo", "081").softens().codes())
        .containsEntry("plover", "CONCEDE")
        .containsEntry("cameo", "081");
  }

  @Example
  void claims_that_cannot_both_be_true_are_a_contest_of_the_negotiation() {
    Source north = Source.statementOf("north-says", ActorId.of("north"));
    Source south = Source.statementOf("south-says", ActorId.of("south"));
    Claim three = Claim.of("trains", Answer.of(Figure.exactly(3)), north);
    Claim one = Claim.of("Trains", Answer.of(Figure.exactly(1)), south);
    Negotiation talks =
        Negotiation.about(AGENDA)
            .with(Move.by("north").claims(three), Move.by("north").claims(three));
    assertThat(talks.chronicle().claims()).containsExactly(three);
    assertThat(talks.contests()).isEmpty();
    talks = talks.with(Move.by("south").claims(one));
    assertThat(talks.chronicle().claims()).containsExactly(three, one);
    assertThat(talks.contests()).hasSize(1);
    assertThat(talks.contests().get(0).describe(ActorId::text))
        .isEqualTo("trains is contested: 3 (north); 1 (south)");
  }
}
