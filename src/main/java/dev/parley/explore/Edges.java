package dev.parley.explore;

import java.util.List;

/** The finished graph: where each state leads, in the order of its moves. For liveness only. */
final class Edges {
  private final Ints firsts = new Ints();
  private final Ints targets = new Ints();
  private boolean lost;

  /** Adds the steps of the states of a batch, which follow those added before. */
  <S> void add(Batch<S> batch, List<Batch<S>> batches) {
    if (targets.size() + batch.size > Integer.MAX_VALUE) {
      lost = true;
      return;
    }
    int i = 0;
    for (int p = batch.from; p < batch.to; p++) {
      firsts.add((int) targets.size());
      for (; i < batch.size && batch.parents[i] == p; i++) {
        int reference = batch.references[i];
        while (reference < 0) {
          Batch<S> other = batches.get(~reference >>> Batch.BITS);
          reference = other.references[~reference & ((1 << Batch.BITS) - 1)];
        }
        targets.add(reference - 1);
      }
    }
  }

  /** Returns whether there were too many steps to keep. */
  boolean lost() {
    return lost;
  }

  int states() {
    return (int) firsts.size();
  }

  int size() {
    return (int) targets.size();
  }

  int from(int state) {
    return firsts.get(state);
  }

  int to(int state) {
    return state + 1 < firsts.size() ? firsts.get(state + 1) : (int) targets.size();
  }

  int target(int edge) {
    return targets.get(edge);
  }

  long bytes() {
    return firsts.bytes() + targets.bytes();
  }
}
