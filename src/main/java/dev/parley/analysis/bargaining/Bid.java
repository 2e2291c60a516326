package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import dev.parley.evidence.EntryId;
import java.util.Optional;

/**
 * What a party put on the table at one time: one package, or several as alternatives. Immutable.
 *
 * @param by who made it
 * @param alternatives the packages, one or more
 * @param entry the entry of the record that told it, if it comes from one
 */
public record Bid(ActorId by, ImmutableList<Terms> alternatives, Optional<EntryId> entry) {
  /**
   * Checks that there is a package.
   *
   * @param by who made it
   * @param alternatives the packages, one or more
   * @param entry the entry of the record that told it, if it comes from one
   */
  public Bid {
    if (alternatives.isEmpty()) {
      throw new IllegalArgumentException("a bid by (%s) needs a package".formatted(by));
    }
  }

  /**
   * Returns a bid of one package.
   *
   * @param by who made it
   * @param terms the package
   * @return the bid
   */
  public static Bid of(String by, Terms terms) {
    return new Bid(ActorId.of(by), ImmutableList.of(terms), Optional.empty());
  }
}
