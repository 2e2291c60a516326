package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Agenda;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Procedural;
import dev.parley.talks.RememberingRule;
import dev.parley.talks.Situation;

/**
 * No more than so many rounds: after the third of three, no fourth is opened. Remembers how many
 * were opened; a second track of an open round is no round of its own. Immutable.
 *
 * @param rounds how many may be opened, 1 or more
 * @param severity what breaking it means; illegal unless given
 */
public record RoundLimit(int rounds, Finding.Severity severity)
    implements RememberingRule<Integer> {
  static final String ID = "round-limit";

  /**
   * Checks that a round may be opened.
   *
   * @param rounds how many may be opened, 1 or more
   * @param severity what breaking it means; illegal unless given
   */
  public RoundLimit {
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds (%s) must be 1 or more".formatted(rounds));
    }
  }

  /**
   * Returns the rule that refuses.
   *
   * @param rounds how many may be opened, 1 or more
   * @return the rule
   */
  public static RoundLimit of(int rounds) {
    return new RoundLimit(rounds, Finding.Severity.REFUSE);
  }

  static RoundLimit from(Parameters p) {
    return new RoundLimit(p.count("rounds"), p.severity(Finding.Severity.REFUSE));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return "no more rounds are opened than the limit";
  }

  @Override
  public String rationale() {
    return "A known last round bounds what waiting can gain (Ståhl 1972, Bargaining Theory)";
  }

  @Override
  public ImmutableMap<String, String> parameters() {
    return ImmutableMap.of("rounds", Integer.toString(rounds));
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
    return opens(situation, move) && opened >= rounds
        ? finding(
            "round %s is one too many: the limit is (%s)".formatted(opened + 1, rounds),
            "Settle without another round, or end the talks")
        : ImmutableList.of();
  }

  private static boolean opens(Situation situation, Move move) {
    return move.act() instanceof Procedural.OpenRound && !situation.roundOpen();
  }
}
