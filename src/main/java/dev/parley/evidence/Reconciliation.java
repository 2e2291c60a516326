package dev.parley.evidence;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value.Immutable;

/**
 * Whether the figures of an {@link Account} can all be true at once, and why. About 250 taken and
 * parts of 254 or more reconcile when "about" covers 5 %; with no tolerance it cannot be told; 250
 * taken and parts of exactly 254 cannot be, and they miss by 4.
 *
 * <p>To reconcile is not to be true: the figures may all be wrong together. And a miss does not say
 * which figure is at fault.
 *
 * <p>Comes from {@link Account#reconcile} only. Laws: CANNOT if and only if {@link #whole} and
 * {@link #sum} have no number in common; otherwise CANNOT_TELL if a figure is missing or lacks a
 * tolerance, and RECONCILES if none does. Immutable.
 */
@Immutable
public sealed interface Reconciliation permits ImmutableReconciliation {
  /** What can be said of an account. Immutable. */
  enum Verdict {
    /** Used when the whole and the sum of the parts can be the same number. */
    RECONCILES,
    /** Used when they cannot, whatever the figures that are not known may be. */
    CANNOT,
    /** Used when a figure is missing, or is approximate and has no tolerance. */
    CANNOT_TELL
  }

  /** A side of an account. Immutable. */
  enum Side {
    /** Used for the figure of all that is counted. */
    WHOLE,
    /** Used for the sum of the parts. */
    PARTS
  }

  /** {@return the account that was asked about} */
  Account account();

  /**
   * {@return the numbers that the whole may be, none below zero; from 0 up when the figure of the
   * whole is missing or lacks a tolerance}
   */
  Interval whole();

  /**
   * {@return the numbers that the parts may sum to, none below zero; a part that is missing or
   * lacks a tolerance is anything from 0 up}
   */
  Interval sum();

  /** {@return the labels whose figures nobody gave, in the order of the account} */
  ImmutableList<String> missing();

  /**
   * {@return the labels whose figures are approximate, when no tolerance says what that covers, in
   * the order of the account}
   */
  ImmutableList<String> lackingTolerance();

  /**
   * {@return the tolerance on which the intervals rest: the coder's assumption, to be printed with
   * the result; empty when there was none or no figure is approximate}
   */
  Optional<Tolerance> tolerance();

  /** {@return what can be said of the account} */
  default Verdict verdict() {
    if (!whole().intersects(sum())) {
      return Verdict.CANNOT;
    }
    return missing().isEmpty() && lackingTolerance().isEmpty()
        ? Verdict.RECONCILES
        : Verdict.CANNOT_TELL;
  }

  /**
   * {@return by how much the two sides miss each other at least; empty unless the verdict is
   * CANNOT; 0 when they only touch, as 100 and "more than 100" do}
   */
  default Optional<BigDecimal> gap() {
    return whole().gap(sum());
  }

  /** {@return which side is too large for the other; empty unless the verdict is CANNOT} */
  default Optional<Side> larger() {
    if (verdict() != Verdict.CANNOT) {
      return Optional.empty();
    }
    return Optional.of(whole().isBelow(sum()) ? Side.PARTS : Side.WHOLE);
  }

  /**
   * {@return the account and the verdict on one line, such as {@code taken 250 = released 105 +
   * held 149: cannot be, the parts are larger by 4}, and the tolerance when the verdict rests on
   * one}
   */
  default String describe() {
    String assumption = tolerance().map(it -> " (about = " + it + ", the coder's)").orElse("");
    return account().describe() + ": " + finding() + assumption;
  }

  private String finding() {
    return switch (verdict()) {
      case RECONCILES -> "reconciles";
      case CANNOT -> miss();
      case CANNOT_TELL -> "cannot tell: " + lacks();
    };
  }

  private String miss() {
    boolean parts = larger().equals(Optional.of(Side.PARTS));
    Interval excess = parts ? sum().minus(whole()) : whole().minus(sum());
    BigDecimal least = gap().orElse(BigDecimal.ZERO);
    String bound = excess.isExact() ? "" : excess.contains(least) ? "at least " : "more than ";
    return "cannot be, "
        + (parts ? "the parts are " : "the whole is ")
        + "larger by "
        + bound
        + Wording.number(least);
  }

  private String lacks() {
    List<String> reasons = new ArrayList<>();
    if (!missing().isEmpty()) {
      reasons.add(
          String.join(", ", missing())
              + (missing().size() == 1 ? " is not known" : " are not known"));
    }
    if (!lackingTolerance().isEmpty()) {
      String figures = String.join(", ", lackingTolerance().stream().map(this::figureOf).toList());
      reasons.add(figures + (lackingTolerance().size() == 1 ? " has" : " have") + " no tolerance");
    }
    return String.join("; ", reasons);
  }

  private String figureOf(String label) {
    Figure part = account().parts().get(label);
    return (part == null ? account().whole() : part).wording();
  }
}
