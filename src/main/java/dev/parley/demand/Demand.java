package dev.parley.demand;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import java.util.Optional;
import org.immutables.value.Value;

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
  /**
   * Returns the name of this kind of demand, for files and transcripts.
   *
   * @return such as {@code "end of war"}
   */
  String kind();

  /**
   * Returns who asks.
   *
   * @return a principal
   */
  ActorId by();

  /**
   * Returns of whom it is asked.
   *
   * @return principals; empty when it is put to all
   */
  ImmutableSet<ActorId> of();

  /**
   * Returns what is asked.
   *
   * @return an ask for one issue or more
   */
  ImmutableMap<IssueId, Ask> asks();

  /**
   * Returns how firm it is.
   *
   * @return the firmness, or empty when nobody said
   */
  Optional<Firmness> firmness();

  /**
   * Returns whether its maker has declared that meeting it is enough.
   *
   * @return whether it was declared sufficient, which it is not unless said; tightening it once met
   *     moves the goalposts
   */
  @Value.Default
  default boolean sufficient() {
    return false;
  }
}
