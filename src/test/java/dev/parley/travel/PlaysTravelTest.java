package dev.parley.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.FunctionProfile;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.bargaining.Profile;
import dev.parley.play.Acceptance;
import dev.parley.play.Bidding;
import dev.parley.play.DraftVoter;
import dev.parley.play.Micro;
import dev.parley.play.Participant;
import dev.parley.play.Protocol;
import dev.parley.play.Session;
import dev.parley.play.Sessions;
import dev.parley.play.Strategy;
import dev.parley.play.Tally;
import dev.parley.play.TimeDependent;
import dev.parley.play.TitForTat;
import dev.parley.talks.Negotiation;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Example;

/** What is played elsewhere is what would be played here. */
class PlaysTravelTest {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("seller", "Seller")
          .principal("buyer", "Buyer")
          .mediator("broker", "Broker")
          .issue("price", Scale.quantity(0, 10, "euro"))
          .issue("term", Scale.levels("short", "long"))
          .build();
  private static final OutcomeSpace SPACE = OutcomeSpace.of(AGENDA);

  private static Profile profile(String party, String low, String high) {
    return AdditiveProfile.on(SPACE, party)
        .issue("price", "0.7", Evaluation.linear(low, high))
        .issue("term", "0.3", Evaluation.linear("0", "1"))
        .reservation("0.2")
        .build();
  }

  private static Session session(Strategy seller, Strategy buyer) {
    return Session.of(
            Negotiation.about(AGENDA),
            Participant.of(profile("seller", "0", "1"), seller),
            Participant.of(profile("buyer", "1", "0"), buyer))
        .within(12);
  }

  private static final Strategy RANDOM = Strategy.of(Bidding.randomWalker());

  private static List<Session> sessions() {
    Session random = session(RANDOM, RANDOM);
    return List.of(
        random,
        session(Strategy.of(TimeDependent.boulware(0.2)), Strategy.of(TimeDependent.conceder(2))),
        session(Strategy.of(TitForTat.relative(1)), new Micro()),
        session(
            Strategy.of(Bidding.hardLiner(), Acceptance.constant(0.4)),
            Strategy.of(
                Bidding.randomWalker(),
                Acceptance.combined(0.5, Acceptance.Window.BEST_IN_WINDOW))),
        session(DraftVoter.annealer(1), DraftVoter.hillClimber()).under(Protocol.SINGLE_TEXT),
        random.under(Protocol.STACKED_ALTERNATING_OFFERS).dated(LocalDate.of(2025, 1, 31), 3),
        random.until(LocalDate.of(2025, 1, 31), 7, LocalDate.of(2025, 3, 1)));
  }

  @Example
  void a_part_that_is_played_elsewhere_adds_up_with_the_others() {
    for (Session session : sessions()) {
      Tally here = Sessions.of(session, 60, 7).tally();
      Tally elsewhere =
          Sessions.of(session, 60, 7).split(3).stream()
              .map(part -> ((Sessions) Travel.thereAndBack(part)).tally())
              .map(tally -> (Tally) Travel.thereAndBack(tally))
              .reduce((one, other) -> other.plus(one))
              .orElseThrow();
      assertThat(elsewhere).as(session.toString()).isEqualTo(here).hasSameHashCodeAs(here);
      assertThat(elsewhere.csv()).isEqualTo(here.csv());
      assertThat(here.plus(elsewhere).plays()).isEqualTo(120);
    }
  }

  @Example
  void a_session_arrives_as_it_was_and_plays_the_same() {
    for (Session session : sessions()) {
      Session arrived = (Session) Travel.thereAndBack(session);
      assertThat(arrived).isEqualTo(session).isNotSameAs(session).hasSameHashCodeAs(session);
      assertThat(arrived).hasToString(session.toString());
      assertThat(arrived.play(5)).isEqualTo(session.play(5));
      assertThat(Travel.thereAndBack(session.play(5))).isEqualTo(session.play(5));
      Tally tally = Sessions.of(session, 5, 1).tally();
      assertThat(Travel.thereAndBack(tally.rounds())).isEqualTo(tally.rounds());
    }
  }

  @Example
  void sessions_are_equal_only_where_all_of_them_is() {
    List<Session> all = sessions();
    for (Session one : all) {
      assertThat(all.stream().filter(one::equals)).containsExactly(one);
    }
    Session random = session(RANDOM, RANDOM);
    assertThat(random).isEqualTo(session(RANDOM, RANDOM)).isNotEqualTo(random.within(13));
    assertThat(Sessions.of(random, 9, 1).tally())
        .isEqualTo(Sessions.of(session(RANDOM, RANDOM), 9, 1).tally());
  }

  @Example
  void what_cannot_travel_is_named() {
    Profile counted =
        FunctionProfile.of(SPACE, "seller", o -> Fraction.ONE)
            .withReservation(Profile.ReservationPoint.of("0"));
    assertThatThrownBy(() -> Travel.bytes(Participant.of(counted, RANDOM)))
        .isInstanceOf(NotSerializableException.class)
        .hasMessageContaining("FunctionProfile");
    Strategy own =
        new Strategy() {
          @Override
          public String name() {
            return "own";
          }

          @Override
          public Player start(dev.parley.play.Seat seat) {
            return () -> dev.parley.play.Action.LEAVE;
          }
        };
    assertThatThrownBy(() -> Travel.bytes(session(own, RANDOM)))
        .isInstanceOf(NotSerializableException.class)
        .hasMessageContaining("PlaysTravelTest");
  }

  @Example
  void a_tally_that_no_play_could_have_is_refused() throws Exception {
    Tally tally =
        Sessions.of(
                session(Strategy.of(Bidding.hardLiner()), Strategy.of(Bidding.hardLiner())), 77, 1)
            .tally();
    assertThatThrownBy(() -> changed(tally, 77L, -77L))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContaining("(-77) cannot be of");
    assertThat(((Tally) changed(tally, 77L, 78L)).plays()).isEqualTo(78);
    assertThatThrownBy(() -> changed(Sessions.of(session(RANDOM, RANDOM), 77, 1), 77L, -1L))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContaining("plays from (0) to (-1)");
  }

  /** Writes another number over the last one of a stream that is this number. */
  private static Object changed(Object value, long number, long by) throws Exception {
    byte[] stream = Travel.bytes(value);
    String text = new String(stream, StandardCharsets.ISO_8859_1);
    byte[] sought = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    int at = text.lastIndexOf(new String(sought, StandardCharsets.ISO_8859_1));
    assertThat(at).isPositive();
    ByteBuffer.wrap(stream).putLong(at, by);
    return Travel.read(stream);
  }
}
