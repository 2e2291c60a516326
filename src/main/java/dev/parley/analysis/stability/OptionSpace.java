package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import dev.parley.analysis.stability.OptionForm.Reversibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The combinations of options: which are feasible, and who can change which into which. */
final class OptionSpace {
  /** Own options whose every combination is tried as one move. */
  private static final int MOST_OWN = 20;

  private final ImmutableList<OptionForm.Option> options;
  private final List<Pattern> infeasible;
  private final long[] own;
  private long onlyTaken;
  private long onlyGivenUp;

  OptionSpace(
      ImmutableList<String> decisionMakers,
      ImmutableList<OptionForm.Option> options,
      List<Pattern> infeasible) {
    this.options = options;
    this.infeasible = infeasible;
    own = new long[decisionMakers.size()];
    for (int o = 0; o < options.size(); o++) {
      long bit = 1L << o;
      own[decisionMakers.indexOf(options.get(o).owner())] |= bit;
      onlyTaken |= options.get(o).direction() == Reversibility.TAKEN_FOR_GOOD ? bit : 0;
      onlyGivenUp |= options.get(o).direction() == Reversibility.GIVEN_UP_FOR_GOOD ? bit : 0;
    }
    for (int dm = 0; dm < own.length; dm++) {
      if (Long.bitCount(own[dm]) > MOST_OWN) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "decision maker (%s) has %s options: %,d changes in one move, where those of %s are"
                    + " tried at most. Model it in arcs",
                decisionMakers.get(dm),
                Long.bitCount(own[dm]),
                (1L << Long.bitCount(own[dm])) - 1,
                MOST_OWN));
      }
    }
  }

  /** A rule: an option's bit in {@code cares} counts, and must be as in {@code taken}. */
  record Pattern(long cares, long taken) {
    static Pattern parse(String text, int options) {
      requireLength("pattern", text, options);
      long cares = 0;
      long taken = 0;
      for (int o = 0; o < options; o++) {
        char c = text.charAt(o);
        if (c != 'Y' && c != 'N' && c != '-') {
          throw new IllegalArgumentException(
              "pattern (%s) has (%s) at character %s: use Y, N or -".formatted(text, c, o + 1));
        }
        cares |= c == '-' ? 0 : 1L << o;
        taken |= c == 'Y' ? 1L << o : 0;
      }
      return new Pattern(cares, taken);
    }
  }

  static long decimal(String state, int options) {
    requireLength("state", state, options);
    long decimal = 0;
    for (int o = 0; o < options; o++) {
      char c = state.charAt(o);
      if (c != 'Y' && c != 'N') {
        throw new IllegalArgumentException(
            "state (%s) has (%s) at character %s: use Y or N".formatted(state, c, o + 1));
      }
      decimal |= c == 'Y' ? 1L << o : 0;
    }
    return decimal;
  }

  private static void requireLength(String what, String text, int options) {
    if (text.length() != options) {
      throw new IllegalArgumentException(
          "%s (%s) has %s letters, the model has %s options: give one for each"
              .formatted(what, text, text.length(), options));
    }
  }

  OptionStates all() {
    int count = options.size();
    if (1L << count > OptionForm.MOST_COMBINATIONS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s options make %,d combinations, where %,d are listed at most. Say where you stand:"
                  + " reachableFrom(state, most) holds what can be reached from there",
              count,
              1L << count,
              OptionForm.MOST_COMBINATIONS));
    }
    int[] index = new int[1 << count];
    int size = 0;
    for (int decimal = 0; decimal < index.length; decimal++) {
      if (isFeasible(decimal)) {
        index[decimal] = ++size;
      }
    }
    if (size == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "every one of the %,d combinations of %s options is infeasible: take a pattern back",
              1L << count,
              count));
    }
    if (size > OptionForm.MOST_STATES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%,d combinations of %s options are feasible, where a model has %,d states at most."
                  + " Say where you stand: reachableFrom(state, most) holds what can be reached"
                  + " from there",
              size,
              count,
              OptionForm.MOST_STATES));
    }
    long[] decimals = new long[size];
    for (int decimal = 0; decimal < index.length; decimal++) {
      if (index[decimal] > 0) {
        decimals[index[decimal] - 1] = decimal;
      }
    }
    return new OptionStates(decimals, new BitSet(), index);
  }

  OptionStates reachable(long start, int budget) {
    if (!isFeasible(start)) {
      throw new IllegalArgumentException(
          "state (%s) is infeasible: start from one that no pattern rules out"
              .formatted(new StateNames.YesNo(new long[] {start}, options.size()).name(0)));
    }
    Set<Long> known = new HashSet<>(Set.of(start));
    List<Long> queue = new ArrayList<>(List.of(start));
    Set<Long> unexplored = new HashSet<>();
    for (int at = 0; at < queue.size(); at++) {
      long decimal = queue.get(at);
      for (int dm = 0; dm < own.length; dm++) {
        long free = changeable(dm, decimal);
        for (long flip = free & -free; flip != 0; flip = (flip - free) & free) {
          long target = decimal ^ flip;
          if (known.contains(target) || !isFeasible(target)) {
            continue;
          }
          if (known.size() < budget) {
            known.add(target);
            queue.add(target);
          } else {
            unexplored.add(decimal);
          }
        }
      }
    }
    long[] decimals = known.stream().mapToLong(Long::longValue).sorted().toArray();
    BitSet open = new BitSet();
    unexplored.forEach(decimal -> open.set(Arrays.binarySearch(decimals, decimal)));
    return new OptionStates(decimals, open, null);
  }

  /** Refuses before the memory is gone. */
  void requireMoves(int states) {
    long most = 0;
    for (long mask : own) {
      most += states * ((1L << Long.bitCount(mask)) - 1);
    }
    if (most > OptionForm.MOST_MOVES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%,d states have up to %,d moves, where a model holds %,d at most. Hold fewer states:"
                  + " reachableFrom(state, most) takes the nearest",
              states,
              most,
              OptionForm.MOST_MOVES));
    }
  }

  Arcs arcs(int dm, OptionStates found) {
    Arcs.Builder arcs = new Arcs.Builder(found.size());
    for (long decimal : found.decimals()) {
      long free = changeable(dm, decimal);
      for (long flip = free & -free; flip != 0; flip = (flip - free) & free) {
        int target = found.find(decimal ^ flip);
        if (target >= 0) {
          arcs.add(target);
        }
      }
      arcs.endState();
    }
    return arcs.build();
  }

  boolean isReversible(int dm) {
    return (own[dm] & (onlyTaken | onlyGivenUp)) == 0;
  }

  private long changeable(int dm, long decimal) {
    return own[dm] & ~(onlyTaken & decimal) & ~(onlyGivenUp & ~decimal);
  }

  private boolean isFeasible(long decimal) {
    for (Pattern pattern : infeasible) {
      if ((decimal & pattern.cares) == pattern.taken) {
        return false;
      }
    }
    return true;
  }
}
