package dev.parley.play;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.BargainingProblem;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.Payoff;
import dev.parley.analysis.bargaining.SolutionConcept;
import dev.parley.play.SessionResult.End;
import dev.parley.travel.Travelling;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What came of many plays of one session: how often each end was met, with which outcome and in
 * which round. Tallies are counts, so they merge in any order and grouping into the same tally (a
 * commutative monoid), and every figure is worked out from the counts, so that it is the same too.
 *
 * <p>Figures on what parties get are over the plays that reached an agreement, and are empty where
 * none did. Immutable, and travels with its session.
 */
public final class Tally implements Travelling {
  private final Session session;
  private final ImmutableSortedMap<Course, Long> counts;
  private final long plays;
  private final Supplier<Frontier> frontier;

  /**
   * How a play went.
   *
   * @param end how it ended
   * @param outcome the number of the outcome that was agreed, or {@link Seat#NOTHING}
   * @param rounds how many rounds were begun
   */
  public record Course(End end, int outcome, int rounds) implements Comparable<Course> {
    private static final Comparator<Course> ORDER =
        Comparator.comparing(Course::end)
            .thenComparingInt(Course::outcome)
            .thenComparingInt(Course::rounds);

    @Override
    public int compareTo(Course other) {
      return ORDER.compare(this, other);
    }
  }

  Tally(Session session, Map<Course, Long> counts) {
    this.session = session;
    this.counts = ImmutableSortedMap.copyOf(counts);
    plays = counts.values().stream().mapToLong(Long::longValue).sum();
    frontier =
        Suppliers.memoize(
            () ->
                BargainingProblem.of(
                        session.space(),
                        session.participants().stream().map(p -> p.utilities().profile()).toList())
                    .frontier());
  }

  /** {@return the session that was played} */
  public Session session() {
    return session;
  }

  /** {@return how often a play went so: the counts, in order} */
  public ImmutableSortedMap<Course, Long> counts() {
    return counts;
  }

  /** {@return how many plays there were} */
  public long plays() {
    return plays;
  }

  /**
   * {@return both together}
   *
   * @param other the tally of other plays of the same session, or of one that is equal to it
   * @throws IllegalArgumentException if it is of another session
   */
  public Tally plus(Tally other) {
    if (!other.session.equals(session)) {
      throw new IllegalArgumentException("tallies of two different sessions cannot be added");
    }
    Map<Course, Long> both = new TreeMap<>(counts);
    other.counts.forEach((course, count) -> both.merge(course, count, Long::sum));
    return new Tally(session, both);
  }

  /**
   * {@return which share of the plays ended so}
   *
   * @param end how
   */
  public Estimate share(End end) {
    return Estimate.share(
        counts.entrySet().stream()
            .filter(e -> e.getKey().end() == end)
            .mapToLong(Map.Entry::getValue)
            .sum(),
        plays);
  }

  /** {@return which share of the plays reached an agreement} */
  public Estimate agreementRate() {
    return share(End.AGREEMENT);
  }

  /**
   * {@return which share of the plays had an agreement within so many rounds}
   *
   * @param rounds how many rounds
   */
  public Estimate agreementsBy(int rounds) {
    return Estimate.share(
        counts.entrySet().stream()
            .filter(e -> e.getKey().end() == End.AGREEMENT && e.getKey().rounds() <= rounds)
            .mapToLong(Map.Entry::getValue)
            .sum(),
        plays);
  }

  /** {@return which share of all plays ended in each agreement, the most frequent first} */
  public ImmutableMap<Terms, Estimate> agreements() {
    return byOutcome().entrySet().stream()
        .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
        .collect(
            ImmutableMap.toImmutableMap(
                e -> session.participants().get(0).utilities().terms(e.getKey()),
                e -> Estimate.share(e.getValue(), plays)));
  }

  /** {@return how many rounds a play had, whatever its end: the mean} */
  public Estimate rounds() {
    return Estimate.mean(
        counts.keySet().stream().mapToDouble(Course::rounds).toArray(),
        counts.values().stream().mapToLong(Long::longValue).toArray());
  }

  /**
   * {@return what a party got: the mean of its utility}
   *
   * @param party a participant
   */
  public Optional<Estimate> utility(ActorId party) {
    int p = place(party);
    return overAgreements(o -> session.participants().get(p).utilities().utility(o));
  }

  /**
   * {@return which share of what it could gain a party got: the mean of gain over greatest gain,
   * above no agreement, or above its worst outcome while its reservation is not known; empty too
   * where it cannot gain}
   *
   * @param party a participant
   */
  public Optional<Estimate> gainShare(ActorId party) {
    var own = session.participants().get(place(party)).utilities();
    double base = own.profile().reservedUtility().map(u -> u.doubleValue()).orElse(own.worst());
    return own.best() > base
        ? overAgreements(o -> (own.utility(o) - base) / (own.best() - base))
        : Optional.empty();
  }

  /** {@return the sum of what all got: the mean (utilitarian welfare)} */
  public Optional<Estimate> welfare() {
    return overAgreements(
        o -> session.participants().stream().mapToDouble(p -> p.utilities().utility(o)).sum());
  }

  /**
   * {@return how far the agreements are from the nearest efficient outcome: the mean of the
   * Euclidean distance in utilities}
   */
  public Optional<Estimate> frontierDistance() {
    return overAgreements(o -> nearest(o, frontier.get().efficient()));
  }

  /**
   * {@return how far the agreements are from the nearest Nash solution: the mean of the Euclidean
   * distance in utilities; empty too while a reservation is not known, or where there is no
   * solution}
   */
  public Optional<Estimate> nashDistance() {
    boolean known =
        session.participants().stream()
            .allMatch(p -> p.utilities().profile().reservation().isPresent());
    if (!known) {
      return Optional.empty();
    }
    List<Payoff> nash = frontier.get().solution(SolutionConcept.NASH).payoffs();
    return nash.isEmpty() ? Optional.empty() : overAgreements(o -> nearest(o, nash));
  }

  /**
   * {@return the figures as a table: comma-separated values as in RFC 4180, a heading and one row
   * for each figure: measure, party, value, low, high, plays}
   */
  public String csv() {
    StringBuilder csv = new StringBuilder("measure,party,value,low,high,plays\r\n");
    for (End end : End.values()) {
      row(csv, end.name().toLowerCase(Locale.ROOT), "", Optional.of(share(end)));
    }
    row(csv, "rounds", "", Optional.of(rounds()));
    row(csv, "welfare", "", welfare());
    row(csv, "frontier_distance", "", frontierDistance());
    row(csv, "nash_distance", "", nashDistance());
    for (Participant participant : session.participants()) {
      row(csv, "utility", participant.party().text(), utility(participant.party()));
      row(csv, "gain_share", participant.party().text(), gainShare(participant.party()));
    }
    return csv.toString();
  }

  /**
   * {@return the figures as a page for a browser, without scripts: a complete HTML document, to be
   * stored in UTF-8}
   *
   * @param title what it is called
   */
  public String page(String title) {
    return TallyPage.of(this, title);
  }

  private static void row(
      StringBuilder csv, String measure, String party, Optional<Estimate> found) {
    csv.append(measure).append(',').append(party).append(',');
    found.ifPresentOrElse(
        e ->
            csv.append(e.value())
                .append(',')
                .append(e.low())
                .append(',')
                .append(e.high())
                .append(',')
                .append(e.sessions()),
        () -> csv.append(",,,"));
    csv.append("\r\n");
  }

  private int place(ActorId party) {
    for (int p = 0; p < session.participants().size(); p++) {
      if (session.participants().get(p).party().equals(party)) {
        return p;
      }
    }
    throw new IllegalArgumentException(
        "party (%s) takes no part. Participants: %s"
            .formatted(party, session.participants().stream().map(Participant::party).toList()));
  }

  private double nearest(int outcome, List<Payoff> payoffs) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Payoff payoff : payoffs) {
      double squares = 0;
      for (Participant participant : session.participants()) {
        double apart =
            participant.utilities().utility(outcome)
                - payoff.utility(participant.party().text()).doubleValue();
        squares += apart * apart;
      }
      nearest = Math.min(nearest, Math.sqrt(squares));
    }
    return nearest;
  }

  private Optional<Estimate> overAgreements(ToDoubleFunction<Integer> measure) {
    Map<Integer, Long> byOutcome = byOutcome();
    return byOutcome.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Estimate.mean(
                byOutcome.keySet().stream().mapToDouble(measure).toArray(),
                byOutcome.values().stream().mapToLong(Long::longValue).toArray()));
  }

  /** Returns how often each outcome was agreed, by its number. */
  private Map<Integer, Long> byOutcome() {
    Map<Integer, Long> byOutcome = new TreeMap<>();
    counts.forEach(
        (course, count) -> {
          if (course.end() == End.AGREEMENT) {
            byOutcome.merge(course.outcome(), count, Long::sum);
          }
        });
    return byOutcome;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tally tally
        && tally.counts.equals(counts)
        && tally.session.equals(session);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }

  /** {@return the agreement rate and the number of plays} */
  @Override
  public String toString() {
    return "%s of %s plays reached an agreement".formatted(agreementRate(), plays);
  }

  private Object writeReplace() {
    return TallyForm.of(this);
  }

  /** Counts plays. For one thread only. */
  static final class Builder {
    private final Session session;
    private final Map<Course, Long> counts = new TreeMap<>();

    Builder(Session session) {
      this.session = session;
    }

    void add(SessionResult result) {
      counts.merge(
          new Course(result.end(), result.outcome().orElse(Seat.NOTHING), result.rounds()),
          1L,
          Long::sum);
    }

    Tally build() {
      return new Tally(session, counts);
    }
  }
}
