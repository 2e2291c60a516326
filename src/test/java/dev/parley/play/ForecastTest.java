package dev.parley.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.prospect.Preference;
import dev.parley.demand.Offer;
import dev.parley.evidence.Source;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;

/** How a record could go on, and what that takes for granted. */
class ForecastTest {
  private static final Source DESK = Source.report("desk", "analysis desk");
  private static final Strategy LINEAR = Strategy.of(TimeDependent.linear());
  private static final Map<String, Strategy> BOTH = Map.of("seller", LINEAR, "buyer", LINEAR);

  private static final Offer NINE =
      Offer.of("seller", "buyer", Terms.on(Tables.PRICE).set("price", 9).build());

  private static final Negotiation BEGUN =
      Negotiation.about(Tables.PRICE)
          .with(
              Move.by("seller").opensRound(),
              Move.by("seller").offers(NINE),
              Move.by("seller").closesRound());

  private static Preference seller() {
    return Preference.assumedBy(DESK, "seller")
        .weigh("price", "1", Evaluation.linear("0", "1"))
        .reservation("0.2")
        .build();
  }

  private static Preference buyer() {
    return Preference.assumedBy(DESK, "buyer")
        .weigh("price", "2", Evaluation.linear("1", "0"))
        .reservation("0.3")
        .build();
  }

  /**
   * With t of the time gone the seller asks 10 - 8t or more and the buyer offers 8.5t or less: 5 is
   * offered from t = 0.588 on, and asked for from t = 0.625 on, which is round 63 of 100.
   */
  @Example
  void assumptions_come_first_and_shares_after_them() {
    Forecast forecast = Forecast.of(BEGUN, List.of(seller(), buyer()), BOTH, 10, 7);
    assertThat(forecast.describe())
        .isEqualTo(
            """
            Assumed:
            - What Seller prefers is assumed by analysis desk: price counts 1; its bottom line is stated, too.
            - What Buyer prefers is assumed by analysis desk: price counts 2; its bottom line is stated, too.
            - Seller acts by this strategy: linear (beta 1.0), accepting by AC_next.
            - Buyer acts by this strategy: linear (beta 1.0), accepting by AC_next.
            - What is agreed stays (nothing so far); every other issue is open (price), and only whole packages are offered.
            - They go on by alternating offers, in this order: Seller, Buyer; within 100 rounds.
            - The strategies do not feel bound by what the parties have demanded and offered so far.
            - 10 continuations, seed 7.
            Under these assumptions, as shares of the continuations (95 % interval):
            - an agreement: 1.000 (0.722 to 1.000)
            - mean number of rounds: 63.000 (63.000 to 63.000)
            - price 5: 1.000 (0.722 to 1.000)
            These are shares of simulated continuations, not of what will happen.
            """);
    assertThat(forecast.describe()).doesNotContainIgnoringCase("predict");
  }

  @Example
  void without_stated_preferences_it_says_what_it_would_need() {
    Preference open =
        Preference.assumedBy(DESK, "buyer")
            .weigh("price", "2", Evaluation.linear("1", "0"))
            .build();
    Forecast forecast = Forecast.of(BEGUN, List.of(open), BOTH, 10, 7);
    assertThat(forecast.tally()).isEmpty();
    assertThat(forecast.describe())
        .endsWith(
            """
            Nothing was simulated. It would need:
            - what (seller) prefers
            - what (buyer) has without an agreement
            """);
  }

  @Example
  void what_was_played_can_be_looked_at_whole() {
    Tally tally = Forecast.of(BEGUN, List.of(seller(), buyer()), BOTH, 10, 7).tally().orElseThrow();
    SessionResult one = Sessions.of(tally.session(), 10, 7).play(0);
    assertThat(one.negotiation().chronicle().size()).isGreaterThan(BEGUN.chronicle().size());
    assertThat(one.negotiation().asKnownAt(new dev.parley.evidence.EntryId(3))).isEqualTo(BEGUN);
  }

  @Example
  void wrong_input_is_named() {
    List<Preference> both = List.of(seller(), buyer());
    assertThatThrownBy(() -> Forecast.of(BEGUN, both, Map.of("seller", LINEAR), 10, 7))
        .hasMessage("party (buyer) has no strategy. Strategies are given for: [seller]");
    assertThatThrownBy(() -> Forecast.of(BEGUN, List.of(seller(), seller()), BOTH, 10, 7))
        .hasMessageContaining("has two preferences, of (desk) and of (desk)");
    Negotiation done =
        Session.of(
                BEGUN,
                Participant.of(Tables.seller("0"), LINEAR),
                Participant.of(Tables.buyer("0"), LINEAR))
            .play(1)
            .negotiation();
    assertThatThrownBy(() -> Forecast.of(done, both, BOTH, 10, 7))
        .hasMessage("nothing is open: every issue of the agenda is agreed");
    Negotiation away = BEGUN.with(Move.by("seller").breaksOff());
    assertThatThrownBy(() -> Forecast.of(away, both, BOTH, 10, 7))
        .hasMessageStartingWith("a session cannot start in stage BROKEN_OFF: ");
  }
}
