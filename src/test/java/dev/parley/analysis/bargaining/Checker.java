package dev.parley.analysis.bargaining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Verifies witnesses against the bare numbers of a game. Of the library it uses only what a payoff
 * says: its outcome, its utilities, its count.
 */
final class Checker {
  private Checker() {}

  /** Returns why a list of payoffs is not the frontier; empty when it is. */
  static List<String> objections(Game game, List<Payoff> frontier) {
    List<String> objections = new ArrayList<>();
    List<long[]> claimed =
        frontier.stream().map(p -> game.utilities(game.read(p.outcome()))).toList();
    long[] times = new long[claimed.size()];
    for (int i = 0; i < claimed.size(); i++) {
      if (!Arrays.toString(claimed.get(i))
          .equals(frontier.get(i).utilities().values().toString())) {
        objections.add(frontier.get(i) + " does not give that");
      }
    }
    for (int[] outcome : game.outcomes()) {
      long[] got = game.utilities(outcome);
      boolean covered = false;
      for (int i = 0; i < claimed.size(); i++) {
        covered |= atLeast(claimed.get(i), got);
        times[i] += Arrays.equals(claimed.get(i), got) ? 1 : 0;
        if (atLeast(got, claimed.get(i)) && !Arrays.equals(claimed.get(i), got)) {
          objections.add(frontier.get(i) + " is dominated by " + Arrays.toString(outcome));
        }
      }
      if (!covered) {
        objections.add(Arrays.toString(outcome) + " is missing");
      }
    }
    for (int i = 0; i < times.length; i++) {
      if (times[i] != frontier.get(i).outcomes().longValueExact()) {
        objections.add(frontier.get(i) + " is had at " + times[i] + " outcomes");
      }
    }
    return objections;
  }

  private static boolean atLeast(long[] one, long[] other) {
    for (int p = 0; p < one.length; p++) {
      if (one[p] < other[p]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns what a concept picks among the efficient utilities of a game, by its definition: the
   * utilities of all that tie, sorted. Shares are compared by cross multiplication.
   */
  static List<String> picks(Game game, SolutionConcept concept) {
    List<long[]> all = game.outcomes().stream().map(game::utilities).toList();
    List<long[]> set =
        all.stream()
            .filter(u -> atLeast(u, game.reserved()))
            .filter(u -> all.stream().noneMatch(o -> atLeast(o, u) && !Arrays.equals(o, u)))
            .toList();
    return set.stream()
        .filter(u -> set.stream().noneMatch(o -> beats(game, concept, all, set, o, u)))
        .map(Arrays::toString)
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean beats(
      Game game, SolutionConcept concept, List<long[]> all, List<long[]> set, long[] o, long[] u) {
    return switch (concept) {
      case ASYMMETRIC_NASH ->
          throw new IllegalArgumentException("a game states no power: see PowerLaws");
      case NASH -> product(game, o) > product(game, u);
      case EGALITARIAN -> least(game, o) > least(game, u);
      case UTILITARIAN -> Arrays.stream(o).sum() > Arrays.stream(u).sum();
      case KALAI_SMORODINSKY -> largerShare(game, set, o, u);
      case OVERALL_IDEAL_SHARES -> largerShare(game, all, o, u);
      case RELATIVE_UTILITARIAN -> relative(game, all, o) > relative(game, all, u);
      case SMALLEST_SPREAD -> spread(game, all, o) < spread(game, all, u);
    };
  }

  private static long product(Game game, long[] u) {
    long product = 1;
    for (int p = 0; p < u.length; p++) {
      product *= u[p] - game.reserved()[p];
    }
    return product;
  }

  private static long least(Game game, long[] u) {
    long least = Long.MAX_VALUE;
    for (int p = 0; p < u.length; p++) {
      least = Math.min(least, u[p] - game.reserved()[p]);
    }
    return least;
  }

  private static long ideal(List<long[]> over, int p) {
    return over.stream().mapToLong(u -> u[p]).max().orElseThrow();
  }

  /** Whole shares: each share times the product of all spans above zero. */
  private static long[] shares(List<long[]> over, long[] base, long[] u) {
    long all = 1;
    for (int p = 0; p < u.length; p++) {
      all *= Math.max(1, ideal(over, p) - base[p]);
    }
    List<Long> shares = new ArrayList<>();
    for (int p = 0; p < u.length; p++) {
      long span = ideal(over, p) - base[p];
      if (span > 0) {
        shares.add((u[p] - base[p]) * (all / span));
      }
    }
    return shares.isEmpty() ? new long[1] : shares.stream().mapToLong(s -> s).toArray();
  }

  private static boolean largerShare(Game game, List<long[]> over, long[] o, long[] u) {
    return Arrays.stream(shares(over, game.reserved(), o)).min().orElseThrow()
        > Arrays.stream(shares(over, game.reserved(), u)).min().orElseThrow();
  }

  private static long spread(Game game, List<long[]> all, long[] u) {
    long[] shares = shares(all, game.reserved(), u);
    return Arrays.stream(shares).max().orElseThrow() - Arrays.stream(shares).min().orElseThrow();
  }

  private static long relative(Game game, List<long[]> all, long[] u) {
    long[] worst = new long[game.parties()];
    for (int p = 0; p < worst.length; p++) {
      int party = p;
      worst[p] = all.stream().mapToLong(o -> o[party]).min().orElseThrow();
    }
    return Arrays.stream(shares(all, worst, u)).sum();
  }
}
