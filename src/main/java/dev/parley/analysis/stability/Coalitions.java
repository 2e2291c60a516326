package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.analysis.stability.ConflictModel.UnilateralMove;
import java.util.BitSet;
import java.util.Set;

/**
 * What decision makers can do together: where a coalition can bring the conflict by legal sequences
 * of its members' moves (nobody moves twice in a row), and what of that each member likes better.
 * What is not known to be better does not count as better. Immutable.
 */
public final class Coalitions {
  private final ConflictModel model;

  private Coalitions(ConflictModel model) {
    this.model = model;
  }

  /**
   * {@return the coalitions of a conflict}
   *
   * @param model the conflict
   */
  public static Coalitions of(ConflictModel model) {
    return new Coalitions(model);
  }

  /**
   * {@return where a coalition can bring the conflict: the numbers of the states, without that one}
   *
   * @param members one decision maker or more
   * @param state the number of the state that it leaves
   */
  public ImmutableSortedSet<Integer> reachable(Set<String> members, int state) {
    int index = model.index(state);
    return StabilityAnalysis.numbers(LegalSequences.of(model, bits(members)).from(index).reached());
  }

  /**
   * {@return where a coalition can bring the conflict to the gain of each member: an improvement
   * for each such state, in the order of their numbers}
   *
   * @param members one decision maker or more
   * @param state the number of the state that it leaves
   */
  public ImmutableList<Improvement> improvements(Set<String> members, int state) {
    return improvements(bits(members), model.index(state));
  }

  /**
   * {@return the improvements of all coalitions of two members or more; smaller coalitions first,
   * then in the order of their members}
   *
   * @param state the number of the state that they leave
   */
  public ImmutableList<Improvement> improvements(int state) {
    int index = model.index(state);
    ImmutableList.Builder<Improvement> all = ImmutableList.builder();
    for (int members : bySize(model)) {
      if (Integer.bitCount(members) > 1) {
        all.addAll(improvements(members, index));
      }
    }
    return all.build();
  }

  ImmutableList<Improvement> improvements(int members, int state) {
    LegalSequences sequences = LegalSequences.of(model, members).from(state);
    ImmutableList.Builder<Improvement> found = ImmutableList.builder();
    BitSet reached = sequences.reached();
    for (int to = reached.nextSetBit(0); to >= 0; to = reached.nextSetBit(to + 1)) {
      if (gains(members, state, to)) {
        found.add(new Improvement(names(members), state + 1, to + 1, sequences.to(to)));
      }
    }
    return found.build();
  }

  boolean gains(int members, int from, int to) {
    for (int left = members; left != 0; left &= left - 1) {
      PreferenceOrder order = model.order(Integer.numberOfTrailingZeros(left));
      if (order.better(to, from) != Comparison.BETTER) {
        return false;
      }
    }
    return true;
  }

  ImmutableSet<String> names(int members) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    for (int dm = 0; dm < model.count(); dm++) {
      if ((members >> dm & 1) == 1) {
        names.add(model.decisionMakers().get(dm));
      }
    }
    return names.build();
  }

  private int bits(Set<String> members) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a coalition needs a member");
    }
    int bits = 0;
    for (String member : members) {
      bits |= 1 << model.dm(member);
    }
    return bits;
  }

  /** Returns all coalitions, smaller ones first. */
  static int[] bySize(ConflictModel model) {
    return java.util.stream.IntStream.rangeClosed(1, model.everybody())
        .boxed()
        .sorted(
            java.util.Comparator.<Integer>comparingInt(Integer::bitCount)
                .thenComparing(Integer::reverse, java.util.Comparator.reverseOrder()))
        .mapToInt(m -> m)
        .toArray();
  }

  /**
   * A state that a coalition can bring about together and that each of its members likes better,
   * and how: in the prisoner's dilemma both go from mutual defection to mutual cooperation, the
   * first at a loss until the second follows. Immutable.
   *
   * @param coalition its members, one or more
   * @param from the number of the state that is left
   * @param to the number of the state that is better for each member
   * @param moves a shortest legal sequence of the members' moves
   */
  public record Improvement(
      ImmutableSet<String> coalition, int from, int to, ImmutableList<UnilateralMove> moves) {
    @Override
    public String toString() {
      return "%s from (%s) to (%s): %s"
          .formatted(
              String.join(" and ", coalition),
              from,
              to,
              String.join(", ", moves.stream().map(UnilateralMove::toString).toList()));
    }
  }
}
