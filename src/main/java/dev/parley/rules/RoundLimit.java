package dev.parley.rules;

import static java.lang.String.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.Agenda;
import dev.parley.talks.ActKind;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;

/** {@link Rules#roundLimit}. Remembers how many rounds were opened. */
record RoundLimit(Settings settings) implements Declared, Rule.Remembering<Integer> {
  static final Setting<Integer> ROUNDS = Setting.count("rounds");
  static final RuleKind KIND =
      new RuleKind(
          "round-limit",
          "no more rounds are opened than the limit",
          "A known last round bounds what waiting can gain (Ståhl 1972, Bargaining Theory)",
          RoundLimit::new,
          ROUNDS);

  @Override
  public ImmutableSet<ActKind> kinds() {
    return Sets.immutableEnumSet(ActKind.OPEN_ROUND);
  }

  @Override
  public Integer blank(Agenda agenda) {
    return 0;
  }

  @Override
  public Integer fold(Integer opened, Situation before, Move move, Situation after) {
    return opens(before, move) ? opened + 1 : opened;
  }

  @Override
  public ImmutableList<Finding> check(Integer opened, Situation situation, Move move) {
    return opens(situation, move) && opened >= get(ROUNDS)
        ? finding(
            format("round %s is one too many: the limit is (%s)", opened + 1, get(ROUNDS)),
            "Settle without another round, or end the talks")
        : ImmutableList.of();
  }

  private static boolean opens(Situation situation, Move move) {
    return move.act().kind() == ActKind.OPEN_ROUND && !situation.roundOpen();
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
