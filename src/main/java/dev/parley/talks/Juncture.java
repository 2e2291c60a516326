package dev.parley.talks;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.When;
import dev.parley.progress.Heard;
import dev.parley.talks.Refusal.Breach;
import dev.parley.talks.Tables.Machine;
import dev.parley.travel.Travelling;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a negotiation is, as far as its rules are concerned: the situation, and what the rules of
 * the book remember. Two ways to the same juncture leave the same things to do, so that junctures
 * can be compared and counted where a {@link Negotiation}, which keeps its history, cannot.
 * Immutable.
 */
public final class Juncture implements Travelling {
  private final RuleBook ruleBook;
  private final Situation situation;
  private final Memories memories;
  private int hash;

  private Juncture(RuleBook ruleBook, Situation situation, Memories memories) {
    this.ruleBook = ruleBook;
    this.situation = situation;
    this.memories = memories;
  }

  /**
   * Returns where a negotiation starts.
   *
   * @param agenda who negotiates, about what
   * @param ruleBook the rules beyond the machine's laws, and the coder's choices
   * @return exploratory, with nothing said
   */
  public static Juncture start(Agenda agenda, RuleBook ruleBook) {
    return new Juncture(
        ruleBook, Situation.start(agenda, ruleBook.policy()), Memories.blank(ruleBook, agenda));
  }

  /** Returns where a negotiation starts that obeys other tables. */
  static Juncture start(Agenda agenda, RuleBook ruleBook, Machine machine) {
    ImmutableSituation start = (ImmutableSituation) Situation.start(agenda, ruleBook.policy());
    return new Juncture(ruleBook, start.withMachine(machine), Memories.blank(ruleBook, agenda));
  }

  /** {@return the rules: the rule book} */
  public RuleBook ruleBook() {
    return ruleBook;
  }

  /** {@return where the negotiation stands} */
  public Situation situation() {
    return situation;
  }

  /**
   * {@return what a rule of the book remembers here: so a property can speak of it, over plays as
   * over every state that can be reached}
   *
   * @param rule a rule of the book
   * @param <M> what it remembers
   * @throws IllegalArgumentException if the book does not have it
   */
  public <M> M memory(Rule.Remembering<M> rule) {
    int place = ruleBook.rules().indexOf(rule);
    if (place < 0) {
      throw new IllegalArgumentException(
          "rule (%s) is not in the rule book, which has %s"
              .formatted(rule.id(), ruleBook.rules().stream().map(Rule::id).toList()));
    }
    return memories.of(rule, place);
  }

  /** {@return whether the negotiation is over} */
  public boolean isOver() {
    return situation.isOver();
  }

  /**
   * Plays a move, as {@link Negotiation#apply} does, and keeps no record of it.
   *
   * @param move the move; what is only alleged changes nothing
   * @param made what to do with the juncture that it leads to
   * @param refused what to do with every law that it breaks
   * @param <T> what comes of it
   * @return what one of the two returns
   */
  public <T> T play(
      Move move,
      Function<? super Juncture, ? extends T> made,
      Function<? super ImmutableList<Breach>, ? extends T> refused) {
    Breaches breaches = Breaches.withoutChronicle();
    judge(move, breaches);
    if (!breaches.isEmpty()) {
      return refused.apply(breaches.all());
    }
    boolean alleged = move.attribution(situation.agenda()) == Attribution.ALLEGED;
    return made.apply(alleged ? this : after(move));
  }

  /**
   * Returns what the rules of the book remark on a move, whether or not it keeps the machine's
   * laws.
   *
   * @param move a move by somebody on the agenda, about things that are there
   * @return the findings, in the order of the book
   */
  public ImmutableList<Finding> remarks(Move move) {
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    Situation then = situation.at(move.on());
    for (int i = 0; i < ruleBook.rules().size(); i++) {
      findings.addAll(memories.check(i, then, move));
    }
    return findings.build();
  }

  /**
   * {@return all that can be done now: finitely many openings, by actor in the order of the agenda,
   * then by kind; empty when it is over}
   */
  public ImmutableList<Opening> legalMoves() {
    ImmutableList.Builder<Opening> openings = ImmutableList.builder();
    if (isOver()) {
      return openings.build();
    }
    for (ActorId actor : situation.agenda().actors().keySet()) {
      for (ActKind kind : ActKind.values()) {
        for (Optional<Object> subject : kind.conduct().subjects(situation, actor)) {
          Breaches breaches = Breaches.withoutChronicle();
          Judgement.openTo(situation, actor, kind, subject, breaches);
          if (breaches.isEmpty()) {
            openings.add(new Opening(this, actor, kind, subject));
          }
        }
      }
    }
    return openings.build();
  }

  /** {@return the same at a date, when what begins or ends by itself up to then has} */
  Juncture at(When date) {
    Situation then = situation.at(date);
    return then == situation ? this : new Juncture(ruleBook, then, memories);
  }

  /**
   * Returns the next day from which something may be judged otherwise than the day before: an offer
   * has lapsed, a deadline is over, an obligation is late, or a rule {@linkplain Rule#turningDays
   * says so}. The days between make no difference.
   *
   * @param day a day
   * @return the first such day after it, or empty when there is none
   */
  public Optional<LocalDate> nextTurningDay(LocalDate day) {
    NextDay next = new NextDay(day);
    situation.offers().keySet().forEach(o -> o.expiry().ifPresent(next::after));
    situation.deadlines().values().forEach(d -> next.after(d.date()));
    situation.agreements().values().forEach(next::turnOf);
    situation
        .obligations()
        .forEach(
            (obligation, status) -> {
              if (!status.state().isOver()) {
                requireNonNull(situation.agreements().get(obligation.under()))
                    .dueOn(obligation)
                    .ifPresent(next::after);
              }
            });
    for (int i = 0; i < ruleBook.rules().size(); i++) {
      memories.turningDays(i, situation).forEach(next::on);
    }
    return Optional.ofNullable(next.found);
  }

  /** The earliest of some days after a given one. */
  private static final class NextDay {
    private final LocalDate day;
    private @Nullable LocalDate found;

    NextDay(LocalDate day) {
      this.day = day;
    }

    void after(When date) {
      date.lastPossible().ifPresent(last -> on(last.plusDays(1)));
    }

    /** An agreement begins on a day, or has ended after one. */
    void turnOf(Accord accord) {
      if (accord.stage() == AgreementStage.SIGNED) {
        accord.text().inForce().date().flatMap(When::earliest).ifPresent(this::on);
      }
      if (!accord.stage().isOver()) {
        accord.ends().ifPresent(this::after);
        ObligationConduct.days(accord).forEach(date -> date.earliest().ifPresent(this::on));
      }
    }

    void on(LocalDate candidate) {
      if (candidate.isAfter(day) && (found == null || candidate.isBefore(found))) {
        found = candidate;
      }
    }
  }

  /**
   * {@return this without who said what, where each party has but one speaker: then nobody can
   * contradict anybody, and two ways to the same state are one}
   *
   * @hidden
   */
  public Juncture withoutSpeakers() {
    ImmutableSituation now = (ImmutableSituation) situation;
    Grid<Heard> heard = now.heard().with(Heard::withoutSpeakers);
    return new Juncture(ruleBook, now.withHeard(heard), memories);
  }

  void judge(Move move, Breaches breaches) {
    Judgement.judge(situation.at(move.on()), ruleBook, memories, move, breaches);
  }

  boolean admits(Move move) {
    Breaches breaches = Breaches.withoutChronicle();
    judge(move, breaches);
    return breaches.isEmpty();
  }

  /** Returns where the effects of a move lead, legal or not. */
  Juncture after(Move move) {
    Situation then = situation.at(move.on());
    Situation next = Effects.then(then, move, null);
    return new Juncture(ruleBook, next, memories.after(then, move, next));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Juncture that
            && situation.equals(that.situation)
            && memories.kept().equals(that.memories.kept())
            && ruleBook.equals(that.ruleBook);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = 31 * situation.hashCode() + memories.kept().hashCode();
    }
    return hash;
  }

  @Override
  public String toString() {
    return "stage %s, %s standing".formatted(situation.stage(), situation.offers().keySet());
  }

  private Object writeReplace() {
    return new Form(ruleBook, situation, memories.forms());
  }

  /** What travels in its place. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Form(RuleBook ruleBook, Situation situation, @Nullable Object[] memories)
      implements Serializable {
    private Object readResolve() throws ObjectStreamException {
      return new Juncture(ruleBook, situation, Memories.of(ruleBook, memories));
    }
  }
}
