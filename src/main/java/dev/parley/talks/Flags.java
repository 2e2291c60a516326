package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.demand.Offer;
import dev.parley.evidence.When;
import java.util.Optional;

/** What the machine itself remarks about a legal move. */
final class Flags {
  private Flags() {}

  /** Holds a move against the date of the entry that stands before it. */
  static ImmutableList<Finding> of(Move move, Optional<When> before) {
    Optional<Offer> lapsing =
        move.act()
            .value(Shape.STANDING_OFFER)
            .filter(offer -> move.act().kind() == ActKind.ACCEPT)
            .filter(offer -> AcceptConduct.mayHaveLapsed(offer, move.on()));
    boolean outOfOrder =
        before.isPresent() && ProceduralConduct.certainlyBefore(move.on(), before.get());
    if (lapsing.isEmpty() && !outOfOrder) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Finding> flags = ImmutableList.builder();
    if (lapsing.isPresent()) {
      flags.add(
          new Finding(
              "may-have-lapsed",
              Finding.Severity.WARN,
              "%s accepts on (%s) an offer that stood until (%s)"
                  .formatted(move.by(), move.on(), lapsing.get().expiry().orElse(When.UNKNOWN)),
              "Some of the days that the date allows are too late"));
    }
    if (outOfOrder) {
      flags.add(
          new Finding(
              "out-of-order",
              Finding.Severity.WARN,
              "the move is dated (%s), before the entry that stands before it (%s)"
                  .formatted(move.on(), before.get()),
              "The order of the chronicle counts; enter it earlier, or leave it as late news"));
    }
    return flags.build();
  }
}
