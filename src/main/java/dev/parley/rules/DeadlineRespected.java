package dev.parley.rules;

import static java.lang.String.format;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Identifier;
import dev.parley.talks.Deadline;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;

/** {@link Rules#deadlineRespected}. */
record DeadlineRespected(Settings settings) implements Declared {
  /** The name of the deadline, or an empty text for every one that stands. */
  static final Setting<String> DEADLINE =
      Setting.of("deadline", "the name of a deadline", "inauguration", text -> text)
          .under(name -> Identifier.check("deadline", name))
          .or("");

  static final RuleKind KIND =
      new RuleKind(
          "deadline-respected",
          "nothing is demanded, offered or agreed after a deadline, unless it is extended",
          "Agreements crowd before a deadline that holds (Roth, Murnighan and Schoumaker 1988,"
              + " The Deadline Effect in Bargaining); one that is passed over binds nobody next"
              + " time",
          DeadlineRespected::new,
          DEADLINE);

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    ImmutableList.Builder<Finding> found = ImmutableList.builder();
    if (move.act().isSubstantive() && !Agreed.isWholeInPrinciple(situation)) {
      for (Deadline d : situation.deadlines().values()) {
        if ((get(DEADLINE).isEmpty() || get(DEADLINE).equals(d.name()))
            && move.on().certainlyAfter(d.date())) {
          found.addAll(
              finding(
                  format(
                      "%s cannot %s on (%s): deadline (%s) was on (%s)",
                      move.by(), move.act().kind().words(), move.on(), d.name(), d.date()),
                  "Extend the deadline first"));
        }
      }
    }
    return found.build();
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
