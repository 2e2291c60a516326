package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.demand.Tie;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import java.util.Optional;

/**
 * One thing that a commitment waits for: no hostage is released unless the forces withdraw first.
 * Immutable.
 *
 * @param on the name of the commitment that is waited for
 * @param order whether that must be done first, or both go together
 * @param words on whose word it waits, in the order of the record; empty in a model of one's own
 */
public record Precondition(String on, Tie.Order order, ImmutableList<Statement> words) {
  /**
   * {@return a precondition, on nobody's word: what must be done first}
   *
   * @param on the name of the commitment that is waited for
   */
  public static Precondition after(String on) {
    return new Precondition(on, Tie.Order.AFTER, ImmutableList.of());
  }

  /**
   * {@return a precondition, on nobody's word: what must be done at the same time or before}
   *
   * @param on the name of the commitment that is waited for
   */
  public static Precondition together(String on) {
    return new Precondition(on, Tie.Order.TOGETHER, ImmutableList.of());
  }

  @Override
  public String toString() {
    return (order == Tie.Order.AFTER ? "after " : "together with ") + on;
  }

  /**
   * On whose word something stands in a record, and since when: entry [12], of November 2024, on
   * the word of Hamas. Immutable.
   *
   * @param entry the first entry that says so
   * @param since when it was said
   * @param attribution whether its actor attests it or somebody else reports it
   * @param source who reports it, or empty when the actor itself is on record
   */
  public record Statement(
      EntryId entry, When since, Attribution attribution, Optional<Source> source) {}
}
