package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Identifier;
import dev.parley.talks.Deadline;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import dev.parley.talks.Stage;
import dev.parley.talks.Substantive;
import java.time.LocalDate;
import java.util.Optional;

/**
 * After a deadline nothing is demanded, offered or agreed until somebody extends it. Whether it has
 * passed must be certain from the dates: a move in January, and a deadline on 20 January, break
 * nothing. What is agreed in principle has met its deadlines. Immutable.
 *
 * @param deadline the name of the deadline, or empty for every one that stands
 * @param severity what breaking it means; illegal unless given
 */
public record DeadlineRespected(Optional<String> deadline, Finding.Severity severity)
    implements Rule {
  static final String ID = "deadline-respected";

  /**
   * Checks that a name is an identifier.
   *
   * @param deadline the name of the deadline, or empty for every one that stands
   * @param severity what breaking it means; illegal unless given
   */
  public DeadlineRespected {
    deadline.ifPresent(name -> Identifier.check("deadline", name));
  }

  /** {@return the rule about every deadline, which refuses} */
  public static DeadlineRespected all() {
    return new DeadlineRespected(Optional.empty(), Finding.Severity.REFUSE);
  }

  static DeadlineRespected from(Parameters p) {
    Optional<String> name =
        p.has("deadline")
            ? Optional.of(
                p.read(
                    "deadline",
                    "the name of a deadline",
                    "inauguration",
                    text -> Identifier.check("deadline", text)))
            : Optional.empty();
    return new DeadlineRespected(name, p.severity(Finding.Severity.REFUSE));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return "nothing is demanded, offered or agreed after a deadline, unless it is extended";
  }

  @Override
  public String rationale() {
    return "Agreements crowd before a deadline that holds (Roth, Murnighan and Schoumaker 1988,"
        + " The Deadline Effect in Bargaining); one that is passed over binds nobody next time";
  }

  @Override
  public ImmutableMap<String, String> parameters() {
    return deadline.map(d -> ImmutableMap.of("deadline", d)).orElse(ImmutableMap.of());
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    ImmutableList.Builder<Finding> found = ImmutableList.builder();
    if (move.act() instanceof Substantive && situation.stage() != Stage.AGREED_IN_PRINCIPLE) {
      for (Deadline d : situation.deadlines().values()) {
        Optional<LocalDate> last = d.date().lastPossible();
        if (deadline.map(d.name()::equals).orElse(true)
            && last.isPresent()
            && move.on().certainlyAfter(last.get())) {
          found.addAll(
              finding(
                  "%s cannot %s on (%s): deadline (%s) was on (%s)"
                      .formatted(
                          move.by(), move.act().kind().words(), move.on(), d.name(), d.date()),
                  "Extend the deadline first"));
        }
      }
    }
    return found.build();
  }
}
