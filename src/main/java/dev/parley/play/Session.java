package dev.parley.play;

import static java.time.temporal.ChronoUnit.DAYS;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Party.Role;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.evidence.When;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Refusal;
import dev.parley.travel.RecordForm;
import dev.parley.travel.Travelling;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation to be played by strategies, under a protocol and within so many rounds. Every act
 * is a move that the machine judges under all its laws and rules, so what comes of it is a
 * negotiation like any other.
 *
 * <pre>{@code
 * Agenda wages =
 *     Agenda.builder()
 *         .principal("union", "Union")
 *         .principal("port", "Port")
 *         .issue("rise", Scale.quantity(0, 10, "percent"))
 *         .build();
 * OutcomeSpace rises = OutcomeSpace.of(wages);
 * Profile union =
 *     AdditiveProfile.on(rises, "union").issue("rise", "1", Evaluation.linear("0", "1")).build();
 * Profile port =
 *     AdditiveProfile.on(rises, "port").issue("rise", "1", Evaluation.linear("1", "0")).build();
 * SessionResult result =
 *     Session.of(
 *             Negotiation.about(wages),
 *             Participant.of(union, Strategy.of(TimeDependent.boulware(0.2))),
 *             Participant.of(port, Strategy.of(TimeDependent.conceder(2))))
 *         .within(50)
 *         .play(7);
 * }</pre>
 *
 * <p>The same session with the same seed gives the same negotiation, in any program: a session
 * travels when its participants do. Two are equal when they continue the same record with the same
 * participants, protocol, limit and dates. The whole of it is one round of the record, which it
 * opens where none is open and closes at the end. Immutable.
 */
public final class Session implements Travelling {
  /** How many rounds a session has unless another number is given. */
  public static final int ROUNDS = 100;

  /** The most rounds that a session may have. */
  public static final int MOST_ROUNDS = 10_000_000;

  private final Negotiation start;
  private final ImmutableList<Participant> participants;
  private final Protocol protocol;
  private final int rounds;
  private final @Nullable Calendar calendar;
  private final OfferBook offers;
  private final Negotiation opened;

  /** On which day each round is. */
  record Calendar(LocalDate first, int days) implements Serializable {
    When on(int round) {
      return When.on(first.plusDays((long) days * (round - 1)));
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  private Session(
      Negotiation start,
      ImmutableList<Participant> participants,
      Protocol protocol,
      int rounds,
      @Nullable Calendar calendar,
      OfferBook offers) {
    this.start = start;
    this.participants = participants;
    this.protocol = protocol;
    this.rounds = rounds;
    this.calendar = calendar;
    this.offers = offers;
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new IllegalArgumentException(
          "rounds (%s) must be from 1 to %,d".formatted(rounds, MOST_ROUNDS));
    }
    opened = open();
  }

  /**
   * {@return a session by alternating offers, stacked where there are more than two, within {@link
   * #ROUNDS} rounds}
   *
   * @param start the record that it continues: new, or one of the world
   * @param participants who takes part, in the order of their turns, two or more
   * @throws IllegalArgumentException if a participant is no principal or stands twice, they value
   *     different outcomes, an outcome is about an issue that is agreed or not on the agenda, or no
   *     round can be opened
   */
  public static Session of(Negotiation start, Participant... participants) {
    return of(start, List.of(participants));
  }

  /**
   * {@return a session by alternating offers, stacked where there are more than two, within {@link
   * #ROUNDS} rounds}
   *
   * @param start the record that it continues: new, or one of the world
   * @param participants who takes part, in the order of their turns, two or more
   * @throws IllegalArgumentException if a participant is no principal or stands twice, they value
   *     different outcomes, an outcome is about an issue that is agreed or not on the agenda, or no
   *     round can be opened
   */
  public static Session of(Negotiation start, List<Participant> participants) {
    check(start, participants);
    ImmutableList<Participant> all = ImmutableList.copyOf(participants);
    return new Session(
        start,
        all,
        all.size() == 2 ? Protocol.ALTERNATING_OFFERS : Protocol.STACKED_ALTERNATING_OFFERS,
        ROUNDS,
        null,
        new OfferBook(all));
  }

  private static void check(Negotiation start, List<Participant> participants) {
    if (participants.size() < 2) {
      throw new IllegalArgumentException(
          "a session needs two participants or more, and has (%s)".formatted(participants.size()));
    }
    Agenda agenda = start.agenda();
    OutcomeSpace space = participants.get(0).utilities().space();
    Set<ActorId> seen = new HashSet<>();
    for (Participant participant : participants) {
      ActorId party = participant.party();
      if (!agenda.isPrincipal(party)) {
        throw new IllegalArgumentException(
            "participant (%s) is no principal. Principals: %s"
                .formatted(party, agenda.principals()));
      }
      if (!seen.add(party)) {
        throw new IllegalArgumentException("participant (%s) appears twice".formatted(party));
      }
      if (!participant.utilities().space().equals(space)) {
        throw new IllegalArgumentException(
            "participants value different outcomes: %s %s, %s %s"
                .formatted(
                    participants.get(0).party(), space, party, participant.utilities().space()));
      }
    }
    for (Issue issue : space.issues()) {
      if (!agenda.requireIssue(issue.id()).scale().equals(issue.scale())) {
        throw new IllegalArgumentException(
            "issue (%s) has another scale on the agenda (%s) than in the outcome space (%s)"
                .formatted(
                    issue.id(),
                    agenda.requireIssue(issue.id()).scale().describe(),
                    issue.scale().describe()));
      }
      if (start.situation().closed().containsKey(issue.id())) {
        throw new IllegalArgumentException(
            "issue (%s) is agreed already: leave it out of the outcome space"
                .formatted(issue.id()));
      }
    }
  }

  /**
   * {@return this session under another protocol}
   *
   * @param other the protocol
   * @throws IllegalArgumentException if it is for two and there are more, or it needs a mediator
   *     and the agenda names none
   */
  public Session under(Protocol other) {
    if (other == Protocol.ALTERNATING_OFFERS && participants.size() > 2) {
      throw new IllegalArgumentException(
          "alternating offers are for two participants, and there are (%s). Take stacked alternating offers"
              .formatted(participants.size()));
    }
    if (other == Protocol.SINGLE_TEXT && mediators().isEmpty()) {
      throw new IllegalArgumentException(
          "a single text needs a mediator who puts it forward, and the agenda names none");
    }
    return new Session(start, participants, other, rounds, calendar, offers);
  }

  /**
   * {@return this session with another limit}
   *
   * @param most how many rounds it may have, from 1 to {@link #MOST_ROUNDS}
   */
  public Session within(int most) {
    return new Session(start, participants, protocol, most, calendar, offers);
  }

  /**
   * {@return this session with dates: each round is so many days after the one before}
   *
   * @param first the day of the first round
   * @param days how many days there are from one round to the next, 0 or more
   */
  public Session dated(LocalDate first, int days) {
    if (days < 0) {
      throw new IllegalArgumentException(
          "days from one round to the next (%s) must be 0 or more".formatted(days));
    }
    return new Session(start, participants, protocol, rounds, new Calendar(first, days), offers);
  }

  /**
   * {@return this session with dates and a deadline, which takes the place of the number of rounds:
   * the last round is the last one that is not after it}
   *
   * @param first the day of the first round
   * @param days how many days there are from one round to the next, 1 or more
   * @param deadline the last day on which there may be a round
   */
  public Session until(LocalDate first, int days, LocalDate deadline) {
    if (days < 1) {
      throw new IllegalArgumentException(
          "days from one round to the next (%s) must be 1 or more where there is a deadline"
              .formatted(days));
    }
    if (deadline.isBefore(first)) {
      throw new IllegalArgumentException(
          "deadline (%s) must not be before the first round (%s)".formatted(deadline, first));
    }
    long last = DAYS.between(first, deadline) / days + 1;
    return within((int) Math.min(last, MOST_ROUNDS + 1L)).dated(first, days);
  }

  /** {@return the record that it continues} */
  public Negotiation start() {
    return start;
  }

  /** {@return who takes part, in the order of their turns} */
  public ImmutableList<Participant> participants() {
    return participants;
  }

  /** {@return the outcomes that it is about} */
  public OutcomeSpace space() {
    return participants.get(0).utilities().space();
  }

  /** {@return who may do what in which order: the protocol} */
  public Protocol protocol() {
    return protocol;
  }

  /** {@return how many rounds it may have} */
  public int rounds() {
    return rounds;
  }

  /**
   * Plays it.
   *
   * @param seed from which all chance comes, of the strategies and of the mediator
   * @return what came of it
   * @throws IllegalArgumentException if a strategy is not defined for such a session
   */
  public SessionResult play(long seed) {
    Table table = new Table(this, seed);
    return protocol == Protocol.SINGLE_TEXT
        ? new SingleText(this, table).play()
        : new AlternatingOffers(this, table).play();
  }

  /** Returns the record with a round open. */
  Negotiation opened() {
    return opened;
  }

  OfferBook offers() {
    return offers;
  }

  /** Returns when a round is. */
  When on(int round) {
    return calendar == null ? When.UNKNOWN : calendar.on(round);
  }

  /** Returns who may put a text forward, in the order of the agenda. */
  ImmutableList<ActorId> mediators() {
    return start.agenda().partyList().stream()
        .filter(p -> p.roles().contains(Role.MEDIATOR))
        .map(p -> p.id())
        .collect(ImmutableList.toImmutableList());
  }

  private Negotiation open() {
    if (start.situation().roundOpen()) {
      return start;
    }
    ActorId by =
        protocol == Protocol.SINGLE_TEXT ? mediators().get(0) : participants.get(0).party();
    Outcome outcome = start.apply(Table.move(by, on(1), Table.OPENING));
    if (outcome instanceof Refusal refusal) {
      throw new IllegalArgumentException(
          "a session cannot start in stage %s: %s"
              .formatted(start.situation().stage(), refusal.message()));
    }
    return outcome.orThrow();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Session session
            && rounds == session.rounds
            && protocol == session.protocol
            && Objects.equals(calendar, session.calendar)
            && participants.equals(session.participants)
            && start.equals(session.start));
  }

  @Override
  public int hashCode() {
    return Objects.hash(participants, protocol, rounds, calendar);
  }

  /** {@return who plays by which protocol, and within how many rounds} */
  @Override
  public String toString() {
    return "%s by %s, within %s rounds"
        .formatted(
            participants.stream().map(p -> p.party() + " " + p.strategy().name()).toList(),
            protocol.title(),
            rounds);
  }

  private Object writeReplace() {
    return new SessionForm(start, participants, protocol, rounds, calendar);
  }
}
