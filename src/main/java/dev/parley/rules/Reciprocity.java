package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.RememberingRule;
import dev.parley.talks.Situation;

/**
 * No second concession before an answer: having come nearer once, a party waits for the other's
 * move. A move concedes when it comes nearer somewhere, drops a demand or is said to be softer, and
 * is harder nowhere: a trade is none. To accept ends the matter, and is none either. Remembers who
 * waits for whom. Immutable.
 *
 * @param answer what the other party has to do: anything to the point, or a concession of its own
 * @param severity what breaking it means; illegal unless given
 */
public record Reciprocity(Answer answer, Finding.Severity severity)
    implements RememberingRule<ImmutableSet<Reciprocity.Waiting>> {
  static final String ID = "reciprocity";

  /** What counts as an answer to a concession. */
  public enum Answer {
    /** Any demand, offer, acceptance or rejection that is put to who conceded. */
    ANY,
    /** Only a concession. */
    CONCESSION
  }

  /**
   * Who waits for an answer, and whose.
   *
   * @param party who has conceded
   * @param answerer to whom
   */
  public record Waiting(ActorId party, ActorId answerer) {}

  /** {@return the rule that refuses a second concession before any answer} */
  public static Reciprocity refusing() {
    return new Reciprocity(Answer.ANY, Finding.Severity.REFUSE);
  }

  static Reciprocity from(Parameters p) {
    return new Reciprocity(p.choice("answer", Answer.ANY), p.severity(Finding.Severity.REFUSE));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return answer == Answer.ANY
        ? "nobody concedes a second time before the other has answered"
        : "nobody concedes a second time before the other has conceded";
  }

  @Override
  public String rationale() {
    return "A concession obliges its receiver (Gouldner 1960, The Norm of Reciprocity); Osgood"
        + " (1962, An Alternative to War or Surrender) argues for announced ones that do not wait";
  }

  @Override
  public ImmutableMap<String, String> parameters() {
    return ImmutableMap.of("answer", Parameters.word(answer));
  }

  @Override
  public ImmutableSet<Waiting> blank(Agenda agenda) {
    return ImmutableSet.of();
  }

  @Override
  public ImmutableSet<Waiting> fold(
      ImmutableSet<Waiting> waiting, Situation before, Move move, Situation after) {
    ImmutableSet<ActorId> conceded = Steps.concededTo(before, move);
    ImmutableSet<ActorId> answered =
        answer == Answer.ANY ? Steps.addressed(before, move) : conceded;
    ImmutableSet.Builder<Waiting> now = ImmutableSet.builder();
    for (Waiting w : waiting) {
      if (!w.answerer().equals(move.by()) || !answered.contains(w.party())) {
        now.add(w);
      }
    }
    conceded.forEach(to -> now.add(new Waiting(move.by(), to)));
    return now.build();
  }

  @Override
  public ImmutableList<Finding> check(
      ImmutableSet<Waiting> waiting, Situation situation, Move move) {
    ImmutableList.Builder<Finding> found = ImmutableList.builder();
    if (waiting.stream().anyMatch(w -> w.party().equals(move.by()))) {
      for (ActorId to : Steps.concededTo(situation, move)) {
        if (waiting.contains(new Waiting(move.by(), to))) {
          found.addAll(
              finding(
                  "%s concedes to %s again before %s has %s"
                      .formatted(move.by(), to, to, answer == Answer.ANY ? "answered" : "conceded"),
                  "Wait for "
                      + (answer == Answer.ANY ? "an answer of " : "a concession of ")
                      + to));
        }
      }
    }
    return found.build();
  }
}
