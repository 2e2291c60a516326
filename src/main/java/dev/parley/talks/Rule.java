package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Identifier;
import dev.parley.agenda.IssueId;
import java.time.LocalDate;
import java.util.EnumSet;

/**
 * A rule about negotiations beyond the machine's own laws, such as "nothing binding by a mediator".
 * It looks at the situation before a move and at the move, and remarks or refuses. The same rule is
 * asked about a record, in play, and in every state that can be reached.
 *
 * <p>A rule is a pure function and a value: equal by id and parameters. One that needs the past is
 * a {@link Remembering}. A rule of one's own is one small class, or a lambda by {@link #of}.
 */
public interface Rule {
  /** Every kind of act: what a rule is about that does not say. */
  ImmutableSet<ActKind> EVERY_KIND = Sets.immutableEnumSet(EnumSet.allOf(ActKind.class));

  /** {@return the rule's id, unique in a rule book, by the law of {@link Identifier}} */
  String id();

  /** {@return what the rule says: one sentence, without a full stop} */
  String statement();

  /**
   * {@return why one would hold it, with its source in the literature: the reason; empty when there
   * is none}
   */
  default String rationale() {
    return "";
  }

  /**
   * {@return what breaking it means: that the move is illegal, or a finding; illegal unless the
   * rule says otherwise}
   */
  default Finding.Severity severity() {
    return Finding.Severity.REFUSE;
  }

  /** {@return what the rule was set to: value by name; empty when there is nothing to set} */
  default ImmutableMap<String, String> parameters() {
    return ImmutableMap.of();
  }

  /**
   * {@return the issues that its parameters name by their ids, so that whoever reads it beside an
   * agenda can say which of them are not there; none unless the rule says otherwise}
   */
  default ImmutableSet<IssueId> issues() {
    return ImmutableSet.of();
  }

  /**
   * {@return the kinds of acts that it can remark on, so that a test can tell whether any of them
   * was made; all kinds unless the rule says otherwise}
   */
  default ImmutableSet<ActKind> kinds() {
    return EVERY_KIND;
  }

  /**
   * Checks a move.
   *
   * @param situation where the negotiation stands before the move
   * @param move the move, by somebody on the agenda, about things that are there
   * @return what the rule remarks; empty when the move keeps it
   */
  ImmutableList<Finding> check(Situation situation, Move move);

  /**
   * Returns the days from which this rule may judge a move otherwise than the day before, beyond
   * those on which offers lapse, deadlines pass and obligations are late. An exploration in which
   * time passes goes from one such day to the next.
   *
   * @param situation where the negotiation stands
   * @return the days, in any order; none unless the rule says otherwise
   */
  default ImmutableSet<LocalDate> turningDays(Situation situation) {
    return ImmutableSet.of();
  }

  /**
   * Returns the one finding that this rule makes.
   *
   * @param message what is remarked, with names and values, without a full stop
   * @param hint the way out, without a full stop
   * @return the finding, under this rule's id and severity
   */
  default ImmutableList<Finding> finding(String message, String hint) {
    return ImmutableList.of(new Finding(id(), severity(), message, hint));
  }

  /** What a rule asks of a move. */
  @FunctionalInterface
  interface Check {
    /**
     * Checks a move.
     *
     * @param situation where the negotiation stands before the move
     * @param move the move
     * @return what is wrong with it, or an empty text when it keeps the rule
     */
    String wrong(Situation situation, Move move);
  }

  /**
   * Returns a rule that refuses, from a lambda.
   *
   * @param id the id; two rules of one id count as the same rule
   * @param statement what the rule says
   * @param check what is wrong with a move, or an empty text
   * @return the rule
   */
  static Rule of(String id, String statement, Check check) {
    return of(id, statement, ImmutableMap.of(), check);
  }

  /**
   * Returns a rule that refuses, from a lambda that is set to something.
   *
   * @param id the id
   * @param statement what the rule says
   * @param parameters what it is set to, value by name; two rules of one id and the same parameters
   *     count as the same rule
   * @param check what is wrong with a move, or an empty text
   * @return the rule
   */
  static Rule of(
      String id, String statement, ImmutableMap<String, String> parameters, Check check) {
    return new LambdaRule(Identifier.check("rule", id), statement, parameters, check);
  }

  /**
   * A rule that needs something of the past, such as how many rounds there were. It declares what
   * it remembers, a small immutable value that is folded move by move, so that two ways to the same
   * situation and the same memory are one state.
   *
   * @param <M> what it remembers; immutable, with equality by content
   */
  interface Remembering<M> extends Rule {
    /**
     * Returns what it remembers before the first move.
     *
     * @param agenda the agenda
     * @return the first memory
     */
    M blank(Agenda agenda);

    /**
     * Returns what it remembers after a move that was accepted or recorded.
     *
     * @param memory what it remembered
     * @param before the situation before the move
     * @param move the move
     * @param after the situation after it
     * @return the memory now
     */
    M fold(M memory, Situation before, Move move, Situation after);

    /**
     * Checks a move.
     *
     * @param memory what it remembers
     * @param situation where the negotiation stands before the move
     * @param move the move
     * @return what the rule remarks; empty when the move keeps it
     */
    ImmutableList<Finding> check(M memory, Situation situation, Move move);

    @Override
    default ImmutableList<Finding> check(Situation situation, Move move) {
      return check(blank(situation.agenda()), situation, move);
    }

    /**
     * Returns the days from which this rule may judge a move otherwise than the day before.
     *
     * @param memory what it remembers
     * @param situation where the negotiation stands
     * @return the days, in any order; none unless the rule says otherwise
     */
    default ImmutableSet<LocalDate> turningDays(M memory, Situation situation) {
      return ImmutableSet.of();
    }

    @Override
    default ImmutableSet<LocalDate> turningDays(Situation situation) {
      return turningDays(blank(situation.agenda()), situation);
    }
  }
}
