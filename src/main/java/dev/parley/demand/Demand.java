package dev.parley.demand;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.spelling.Listed;
import java.util.Optional;
import org.immutables.value.Value.Default;

/**
 * What a party asks of others on one issue or more: Hamas demands of Israel that it withdraws its
 * forces completely, and holds that to be essential. A demand is not an offer: it binds nobody and
 * cannot be accepted, only met.
 *
 * <p>Choose a ready-made kind where one fits ({@link EndOfWar}, {@link Withdrawal}, {@link
 * PrisonerRelease}, {@link HostageRelease}, {@link HostageList}) and {@link GeneralDemand} for any
 * other issue. A kind of one's own implements this interface: a value with {@code equals} over all
 * that it says. Implementations are immutable.
 */
public interface Demand {
  /** How firm a demand is, as its maker puts it. */
  enum Firmness {
    /** It must be met before talks, or before another commitment. */
    PRECONDITION,
    /** Without it there is no agreement. */
    ESSENTIAL,
    /** It is open to bargaining. */
    NEGOTIABLE
  }

  /**
   * {@return the name of this kind of demand, for files and transcripts, such as {@code "end of
   * war"}}
   */
  String kind();

  /** {@return who asks} */
  ActorId by();

  /** {@return of whom it is asked: principals; empty when it is put to all} */
  ImmutableSet<ActorId> of();

  /** {@return what is asked: an ask for one issue or more} */
  ImmutableMap<IssueId, Ask> asks();

  /** {@return how firm it is: the firmness, or empty when nobody said} */
  Optional<Firmness> firmness();

  /**
   * {@return whether its maker has declared that meeting it is enough; tightening it once met moves
   * the goalposts}
   */
  @Default
  default boolean sufficient() {
    return false;
  }

  /** {@return who demands what of whom, by identifier: {@code "b demands of a: pay at least 9"}} */
  default String describe() {
    return "%s demands%s: %s"
        .formatted(
            by(),
            of().isEmpty() ? "" : " of " + Listed.names(of()),
            Listed.names(asks().entrySet(), ask -> ask.getKey() + " " + ask.getValue()));
  }
}
