package dev.parley.analysis.priority;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.IssueId;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.evidence.EntryId;
import java.util.stream.Collectors;

/**
 * What is claimed of two issues. Immutable.
 *
 * @param more the issue that seems to count more, if one does
 * @param less the other
 * @param confidence the credence of the orders in which it does, of all orders: from 1/2 to 1, to
 *     three decimal places. It is worth what the assumptions of {@link Priorities} are worth
 * @param statements how many statements speak of both
 * @param signs the signs that it counts more, oldest first
 * @param against the signs that the other does, oldest first
 */
public record IssuePair(
    IssueId more,
    IssueId less,
    Fraction confidence,
    int statements,
    ImmutableList<IssuePair.Sign> signs,
    ImmutableList<IssuePair.Sign> against) {
  /** So many statements must speak of two issues for anything to be claimed of them. */
  public static final int FEWEST = 2;

  /** The least confidence of a claim. */
  private static final Fraction LEAST = Fraction.of(3, 4);

  /** Whether one issue seems to count more than another. */
  public enum Answer {
    /** It seems so, with a confidence of 3/4 or more. */
    SEEMS_SO,
    /** What the party says speaks for both orders. */
    CANNOT_TELL,
    /** The party has made too few offers and demands that speak of the two. */
    TOO_FEW
  }

  /** Why a statement speaks for an issue. */
  public enum Ground {
    /** It is the first to speak of both, and asks for a larger share of the one. */
    OPENING("asks for more of it at first"),
    /** It keeps its position on the one and moves on the other. */
    KEPT("moves on the other and not on it"),
    /** Were the other more important, it would be worth more than statements before it. */
    TRADE("would ask for more than before if the other counted more");

    private final String words;

    Ground(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * That a statement speaks for an issue. Immutable.
   *
   * @param entry the entry that made it
   * @param ground why
   */
  public record Sign(EntryId entry, Ground ground) {}

  /** {@return whether the first issue seems to count more than the second} */
  public Answer answer() {
    return statements < FEWEST
        ? Answer.TOO_FEW
        : confidence.compareTo(LEAST) >= 0 ? Answer.SEEMS_SO : Answer.CANNOT_TELL;
  }

  /** {@return the entries that speak for it, oldest first, each once} */
  public ImmutableSet<EntryId> evidence() {
    return signs.stream().map(Sign::entry).collect(ImmutableSet.toImmutableSet());
  }

  /** {@return the claim, such as {@code shift before rise (confidence 0.9): [2] [4] [5]}} */
  @Override
  public String toString() {
    return switch (answer()) {
      case TOO_FEW -> "%s or %s: too few offers and demands".formatted(more, less);
      case CANNOT_TELL -> "%s or %s: cannot tell (confidence %s)".formatted(more, less, confidence);
      case SEEMS_SO ->
          "%s before %s (confidence %s): %s"
              .formatted(
                  more,
                  less,
                  confidence,
                  evidence().stream().map(EntryId::toString).collect(Collectors.joining(" ")));
    };
  }
}
