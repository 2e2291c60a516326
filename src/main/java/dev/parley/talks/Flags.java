package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.evidence.When;
import java.util.Optional;

/** What the machine itself remarks about a legal move. */
final class Flags {
  private Flags() {}

  /** Holds a move against the date of the entry that stands before it. */
  static ImmutableList<Finding> of(Move move, Optional<When> before) {
    boolean mayHaveLapsed =
        move.act() instanceof Substantive.Accept accept
            && AgreementConduct.mayHaveLapsed(accept.offer(), move.on());
    boolean outOfOrder =
        before.isPresent() && ProceduralConduct.certainlyBefore(move.on(), before.get());
    if (!mayHaveLapsed && !outOfOrder) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Finding> flags = ImmutableList.builder();
    if (mayHaveLapsed) {
      flags.add(
          new Finding(
              "may-have-lapsed",
              Finding.Severity.WARN,
              "%s accepts on (%s) an offer that stood until (%s)"
                  .formatted(
                      move.by(),
                      move.on(),
                      ((Substantive.Accept) move.act()).offer().expiry().orElse(When.UNKNOWN)),
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
