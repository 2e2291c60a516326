package dev.parley.rules;

import static java.lang.String.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.Agenda;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;
import java.time.LocalDate;
import java.util.Optional;

/** {@link Rules#silenceLimit}. Remembers the last day on which there may have been a contact. */
record SilenceLimit(Settings settings) implements Declared, Rule.Remembering<Optional<LocalDate>> {
  static final Setting<Integer> DAYS = Setting.count("days");
  static final RuleKind KIND =
      new RuleKind(
          "silence-limit",
          "the parties are not without contact for longer than so many days",
          "A ripe moment passes when it is not seized (Zartman 1989, Ripe for Resolution)",
          SilenceLimit::new,
          ImmutableList.of(DAYS),
          Setting.choice("severity", Finding.Severity.WARN));

  @Override
  public Optional<LocalDate> blank(Agenda agenda) {
    return Optional.empty();
  }

  @Override
  public Optional<LocalDate> fold(
      Optional<LocalDate> last, Situation before, Move move, Situation after) {
    if (!isContact(move)) {
      return last;
    }
    Optional<LocalDate> day = move.on().lastPossible();
    return day.isPresent() && last.filter(day.get()::isBefore).isPresent() ? last : day;
  }

  @Override
  public ImmutableList<Finding> check(Optional<LocalDate> last, Situation situation, Move move) {
    return isContact(move)
            && last.isPresent()
            && move.on().certainlyAfter(last.get().plusDays(get(DAYS)))
        ? finding(
            format(
                "no contact from (%s) to (%s): more than (%s) days",
                last.get(), move.on(), get(DAYS)),
            "Meet, if only to agree on the next date")
        : ImmutableList.of();
  }

  @Override
  public ImmutableSet<LocalDate> turningDays(Optional<LocalDate> last, Situation situation) {
    return last.map(day -> ImmutableSet.of(day.plusDays(get(DAYS) + 1L))).orElse(ImmutableSet.of());
  }

  private static boolean isContact(Move move) {
    return switch (move.act().kind()) {
      case OPEN_ROUND, CLOSE_ROUND, HOLD_MEETING -> true;
      default -> move.act().isSubstantive();
    };
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
