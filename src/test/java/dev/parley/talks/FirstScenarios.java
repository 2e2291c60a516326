package dev.parley.talks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.EndOfWar;
import dev.parley.demand.Offer;
import dev.parley.demand.PrisonerRelease;
import dev.parley.evidence.Source;
import dev.parley.progress.Progress;
import dev.parley.progress.StepKind;
import net.jqwik.api.Example;

class FirstScenarios {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("israel", "Israel")
          .principal("hamas", "Hamas")
          .mediator("qatar", "Qatar")
          .issue("end-of-war", Scale.levels("none", "pause", "truce", "permanent end"))
          .issue("prisoners", Scale.quantity(0, 10000, "persons"))
          .issue("hostages", Scale.quantity(0, 250, "persons"))
          .build();

  private static Move by(String who, java.util.function.Function<Mover, Move> what) {
    return what.apply(Move.by(who).on("2024-12"));
  }

  @Example
  void a_round_that_moved_says_by_how_much() {
    Offer first =
        Offer.of(
            "israel", "hamas", Terms.on(AGENDA).set("prisoners", 300).set("hostages", 34).build());
    Offer second =
        Offer.of(
            "israel", "hamas", Terms.on(AGENDA).set("prisoners", 500).set("hostages", 34).build());
    Negotiation talks =
        Negotiation.about(AGENDA)
            .with(
                by("qatar", m -> m.opensRound("doha")),
                by("hamas", m -> m.demands(EndOfWar.of("hamas", "israel", "permanent end"))),
                by("hamas", m -> m.demands(PrisonerRelease.of("hamas", "israel", 1000))),
                by("israel", m -> m.offers(first)),
                by("qatar", m -> m.closesRound()),
                by("qatar", m -> m.opensRound("doha")),
                by("israel", m -> m.offers(second)),
                by("hamas", m -> m.rejects(second)),
                by("qatar", m -> m.closesRound()));
    assertThat(talks.round(1).progress()).isEqualTo(Progress.STATED);
    assertThat(talks.round(2).progress()).isEqualTo(Progress.MOVED);
    assertThat(talks.round(2).steps())
        .anySatisfy(
            s -> {
              assertThat(s.kind()).isEqualTo(StepKind.CONCEDED);
              assertThat(s.size().orElseThrow()).isEqualByComparingTo("200");
              assertThat(s.tentative()).isTrue();
            });
    assertThat(talks.situation().stage()).isEqualTo(Stage.IN_RECESS);
    System.out.println(talks.round(2));
  }

  @Example
  void an_offer_is_not_accepted_by_its_maker_nor_after_it_was_withdrawn() {
    Offer first = Offer.of("israel", "hamas", Terms.on(AGENDA).set("prisoners", 300).build());
    Negotiation talks =
        Negotiation.about(AGENDA)
            .with(
                by("qatar", m -> m.opensRound()),
                by("israel", m -> m.offers(first)),
                by("israel", m -> m.withdraws(first)));
    Outcome outcome = talks.apply(by("hamas", m -> m.accepts(first)));
    assertThat(outcome).isInstanceOf(Refusal.class);
    System.out.println(outcome);
    System.out.println(talks.apply(by("israel", m -> m.accepts(first))));
    System.out.println(talks.apply(by("qatar", m -> m.accepts(first))));
    System.out.println(talks.apply(by("egypt", m -> m.accepts(first))));
    System.out.println(talks.legalMoves());
  }

  @Example
  void allegations_show_beside_the_verdict() {
    Source hamas = Source.statementOf("hamas", ActorId.of("hamas"));
    Source pm = Source.statementOf("pm", ActorId.of("israel")).withSpeaker("the prime minister");
    Negotiation talks =
        Negotiation.about(AGENDA)
            .with(
                by("qatar", m -> m.opensRound()),
                by("hamas", m -> m.from(hamas).softens("end-of-war")),
                by("israel", m -> m.from(hamas).hardens()),
                by("hamas", m -> m.from(pm).hardens()),
                by("qatar", m -> m.closesRound()));
    assertThat(talks.round(1).describe()).isEqualTo("MOVED as attested; MIXED if [3] or [4] is so");
  }

  @Example
  void an_agreement_is_ratified_and_performed() {
    Offer offer =
        Offer.of(
            "israel",
            "hamas",
            Terms.on(AGENDA)
                .set("prisoners", 300)
                .set("hostages", 34)
                .set("end-of-war", "truce")
                .build());
    Negotiation talks =
        Negotiation.about(AGENDA)
            .with(
                by("qatar", m -> m.opensRound()),
                by("israel", m -> m.offers(offer)),
                by("hamas", m -> m.accepts(offer)));
    assertThat(talks.situation().stage()).isEqualTo(Stage.AGREED_IN_PRINCIPLE);
    talks =
        talks.with(
            by("qatar", m -> m.closesRound()),
            by("israel", m -> m.ratifies()),
            by("hamas", m -> m.ratifies()));
    assertThat(talks.situation().stage()).isEqualTo(Stage.IN_FORCE);
    for (Obligation o : talks.situation().obligations().keySet()) {
      talks = talks.with(by(o.by().text(), m -> m.performs(o)));
    }
    assertThat(talks.situation().stage()).isEqualTo(Stage.FULFILLED);
    assertThat(talks.legalMoves()).isEmpty();
    System.out.println(talks.round(1));
  }
}
