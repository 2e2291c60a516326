package dev.parley.talks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.testing.LegalPlay;
import dev.parley.testing.Script;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;

/** An opening tells how it becomes a move. */
class OpeningTest {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("a", "Alpha")
          .principal("b", "Beta")
          .mediator("m", "Host")
          .issue("pay", Scale.quantity(0, 10, "euros"))
          .issue("rest", Scale.quantity(0, 10, "days"))
          .build();

  private static final Terms PAY = Terms.on(AGENDA).set("pay", 5).build();

  private static Opening opening(Negotiation talks, String by, ActKind kind) {
    return talks.legalMoves().stream()
        .filter(o -> o.by().text().equals(by) && o.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  @Example
  void what_leaves_nothing_open_is_a_move_as_it_is() {
    Offer offer = Offer.builder().by(ActorId.of("a")).addTo(ActorId.of("b")).terms(PAY).build();
    Negotiation talks = Negotiation.about(AGENDA).with(Move.by("a").offers(offer));
    assertThat(opening(talks, "b", ActKind.ACCEPT).moves())
        .containsExactly(Move.by("b").accepts(offer));
    assertThat(opening(talks, "m", ActKind.OPEN_ROUND).moves())
        .containsExactly(Move.by("m").opensRound());
    assertThat(opening(talks, "a", ActKind.RAISE_DEMAND).moves())
        .as("a demand is one's own to make")
        .isEmpty();
  }

  @Example
  void where_one_of_few_is_to_be_chosen_there_is_a_move_for_each() {
    Negotiation talks =
        Negotiation.about(AGENDA)
            .with(
                Move.by("a").demands(GeneralDemand.of("a", "b", "pay", "at least 6")),
                Move.by("a").demands(GeneralDemand.of("a", "b", "rest", "at least 6")));
    assertThat(opening(talks, "a", ActKind.DROP_DEMAND).moves())
        .containsExactly(Move.by("a").drops("pay"), Move.by("a").drops("rest"));
    assertThat(opening(talks, "b", ActKind.ADMIT).moves())
        .as("only whoever can be admitted")
        .containsExactly(Move.by("b").admits("m"));
  }

  @Example
  void terms_and_demands_make_a_move_of_an_opening_for_them() {
    Negotiation talks = Negotiation.about(AGENDA);
    Move offers = opening(talks, "a", ActKind.MAKE_OFFER).with(PAY);
    assertThat(talks.apply(offers)).isInstanceOf(Outcome.Accepted.class);
    assertThat(offers.act().offersMade().get(0).to()).containsExactly(ActorId.of("b"));
    assertThat(opening(talks, "m", ActKind.PROPOSE).with(PAY).act().offersMade().get(0).to())
        .containsExactly(ActorId.of("a"), ActorId.of("b"));
    assertThat(talks.apply(opening(talks, "b", ActKind.ATTEST).with(PAY)))
        .isInstanceOf(Outcome.Accepted.class);
    GeneralDemand demand = GeneralDemand.of("a", "b", "pay", "at least 6");
    assertThat(opening(talks, "a", ActKind.RAISE_DEMAND).with(demand))
        .isEqualTo(Move.by("a").demands(demand));
  }

  @Example
  void what_does_not_fit_is_refused_in_words() {
    Negotiation talks = Negotiation.about(AGENDA);
    Opening opens = opening(talks, "m", ActKind.OPEN_ROUND);
    assertThatThrownBy(() -> opens.with(PAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "opening (m can open a round) takes no terms. Openings to make an offer, to propose a text"
                + " and to attest terms take them");
    assertThatThrownBy(() -> opens.with(new Procedural.CloseRound()))
        .hasMessage(
            "opening (m can open a round) cannot become an act to (close a round). Take the opening"
                + " of that kind, about the same");
  }

  @Example
  void every_move_of_an_opening_is_legal_and_takes_it() {
    for (long seed = 0; seed < 40; seed++) {
      Script script = LegalPlay.ANY.draw(seed);
      Negotiation talks = script.course().end();
      for (Opening opening : talks.legalMoves()) {
        for (Move move : opening.moves()) {
          assertThat(opening.admits(move)).as("%s: %s", opening, move).isTrue();
          assertThat(talks.apply(move)).as("%s", move).isInstanceOf(Outcome.Accepted.class);
        }
      }
    }
  }

  @Example
  void it_is_described_by_what_it_is_about() {
    Offer offer = Offer.builder().by(ActorId.of("a")).addTo(ActorId.of("b")).terms(PAY).build();
    Negotiation talks = Negotiation.about(AGENDA).with(Move.by("a").offers(offer));
    assertThat(opening(talks, "b", ActKind.ACCEPT).describe())
        .isEqualTo("b can accept an offer (a offers b: pay 5)");
    assertThat(GeneralDemand.of("a", "b", "pay", "at least 6").describe())
        .isEqualTo("a demands of b: pay at least 6");
    assertThat(offer.text().describe()).isEqualTo("pay 5");
    assertThat(List.of(ActKind.OPEN_ROUND.about(Optional.empty()).orElseThrow()))
        .containsExactly(
            new Procedural.OpenRound(
                com.google.common.collect.ImmutableSet.of(), Optional.empty()));
    assertThat(ActKind.RAISE_DEMAND.about(Optional.empty())).isEmpty();
  }
}
