package dev.parley.play;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Refusal;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came of a session: a negotiation like any other, and how it ended. Immutable.
 *
 * @param negotiation the record: it can be shown, analysed, written and replayed
 * @param end how it ended
 * @param outcome the number of the outcome that was agreed, or empty
 * @param agreement the outcome that was agreed, or empty
 * @param utilities what the agreement is worth to each, in the order of their turns; none without
 *     an agreement
 * @param rounds how many rounds were begun, 1 or more
 * @param refusal which move the rules refused and why; where {@link End#REFUSED}
 */
public record SessionResult(
    Negotiation negotiation,
    End end,
    OptionalInt outcome,
    Optional<Terms> agreement,
    ImmutableMap<ActorId, Fraction> utilities,
    int rounds,
    Optional<Refusal> refusal)
    implements Serializable {
  /** How a session ends. */
  public enum End {
    /** Used when all accepted one outcome. */
    AGREEMENT,
    /** Used when the last round, or the deadline, was reached without an agreement. */
    OUT_OF_TIME,
    /** Used when a party left. */
    LEFT,
    /**
     * Used when the rules of the negotiation refused a move of a strategy, which then has no other:
     * the rule book does not allow what it does.
     */
    REFUSED
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
