package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.Agenda;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Procedural;
import dev.parley.talks.RememberingRule;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Talks do not fall silent for longer than so many days. A contact is a meeting, a round, or
 * anything that a principal puts to another; the finding is on the contact that ends the silence,
 * and a warning unless given otherwise, since to refuse it would prolong the silence. Remembers the
 * last day on which there may have been a contact; after one of unknown date nothing is certain
 * until the next. Immutable.
 *
 * @param days how many days without contact are allowed, 1 or more
 * @param severity what breaking it means; a finding unless given
 */
public record SilenceLimit(int days, Finding.Severity severity)
    implements RememberingRule<Optional<LocalDate>> {
  static final String ID = "silence-limit";

  /**
   * Checks that there is a day.
   *
   * @param days how many days without contact are allowed, 1 or more
   * @param severity what breaking it means; a finding unless given
   */
  public SilenceLimit {
    if (days < 1) {
      throw new IllegalArgumentException("days (%s) must be 1 or more".formatted(days));
    }
  }

  /**
   * Returns the rule that warns.
   *
   * @param days how many days without contact are allowed, 1 or more
   * @return the rule
   */
  public static SilenceLimit of(int days) {
    return new SilenceLimit(days, Finding.Severity.WARN);
  }

  static SilenceLimit from(Parameters p) {
    return new SilenceLimit(p.count("days"), p.severity(Finding.Severity.WARN));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return "the parties are not without contact for longer than so many days";
  }

  @Override
  public String rationale() {
    return "A ripe moment passes when it is not seized (Zartman 1989, Ripe for Resolution)";
  }

  @Override
  public ImmutableMap<String, String> parameters() {
    return ImmutableMap.of("days", Integer.toString(days));
  }

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
            && move.on().certainlyAfter(last.get().plusDays(days))
        ? finding(
            "no contact from (%s) to (%s): more than (%s) days"
                .formatted(last.get(), move.on(), days),
            "Meet, if only to agree on the next date")
        : ImmutableList.of();
  }

  @Override
  public ImmutableSet<LocalDate> turningDays(Optional<LocalDate> last, Situation situation) {
    return last.map(day -> ImmutableSet.of(day.plusDays(days + 1L))).orElse(ImmutableSet.of());
  }

  private static boolean isContact(Move move) {
    return move.act() instanceof Substantive
        || move.act() instanceof Procedural.OpenRound
        || move.act() instanceof Procedural.CloseRound
        || move.act() instanceof Procedural.HoldMeeting;
  }
}
