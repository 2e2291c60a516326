package dev.parley.rules;

import static java.lang.String.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;

/** {@link Rules#reciprocity}. Remembers who waits for whom. */
record Reciprocity(Settings settings)
    implements Declared, Rule.Remembering<ImmutableSet<Reciprocity.Waiting>> {
  /** Anything to the point that is put to who conceded, or only a concession. */
  enum Answer {
    ANY,
    CONCESSION
  }

  /** Who waits for an answer, and whose. */
  record Waiting(ActorId party, ActorId answerer) {}

  static final Setting<Answer> ANSWER = Setting.choice("answer", Answer.ANY);
  static final RuleKind KIND =
      new RuleKind(
          "reciprocity",
          "nobody concedes a second time before the other has answered",
          "A concession obliges its receiver (Gouldner 1960, The Norm of Reciprocity); Osgood"
              + " (1962, An Alternative to War or Surrender) argues for announced ones that do not"
              + " wait",
          Reciprocity::new,
          ANSWER);

  @Override
  public String statement() {
    return get(ANSWER) == Answer.ANY
        ? KIND.statement()
        : "nobody concedes a second time before the other has conceded";
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
        get(ANSWER) == Answer.ANY ? MoveContent.addressed(before, move) : conceded;
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
    boolean any = get(ANSWER) == Answer.ANY;
    if (waiting.stream().anyMatch(w -> w.party().equals(move.by()))) {
      for (ActorId to : Steps.concededTo(situation, move)) {
        if (waiting.contains(new Waiting(move.by(), to))) {
          found.addAll(
              finding(
                  format(
                      "%s concedes to %s again before %s has %s",
                      move.by(), to, to, any ? "answered" : "conceded"),
                  format("Wait for %s of %s", any ? "an answer" : "a concession", to)));
        }
      }
    }
    return found.build();
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
