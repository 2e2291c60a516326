package dev.parley.analysis.bargaining;

import dev.parley.agenda.Issue;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A small problem as bare numbers: worth[p][i][v] is what value v of issue i gives party p. It
 * knows nothing of the solver, so that a checker can hold the solver against it.
 */
record Game(long[][][] worth, long[] reserved) {
  int parties() {
    return worth.length;
  }

  int issues() {
    return worth[0].length;
  }

  int values(int issue) {
    return worth[0][issue].length;
  }

  /** Returns the values of every outcome, in the order of the numbers. */
  List<int[]> outcomes() {
    List<int[]> all = List.of(new int[0]);
    for (int i = 0; i < issues(); i++) {
      List<int[]> longer = new ArrayList<>();
      for (int[] part : all) {
        for (int v = 0; v < values(i); v++) {
          int[] one = java.util.Arrays.copyOf(part, part.length + 1);
          one[part.length] = v;
          longer.add(one);
        }
      }
      all = longer;
    }
    return all;
  }

  long[] utilities(int[] outcome) {
    long[] sums = new long[parties()];
    for (int p = 0; p < sums.length; p++) {
      for (int i = 0; i < outcome.length; i++) {
        sums[p] += worth[p][i][outcome[i]];
      }
    }
    return sums;
  }

  /** Returns the values of terms, read from their names alone. */
  int[] read(Terms terms) {
    return terms.values().values().stream()
        .mapToInt(v -> Integer.parseInt(v.toString().replaceFirst("v", "")))
        .toArray();
  }

  /**
   * Returns the problem in the library's words, the numbers of party p multiplied by factors[p].
   */
  BargainingProblem problem(Fraction... factors) {
    List<Issue> issues = new ArrayList<>();
    for (int i = 0; i < issues(); i++) {
      String[] names = new String[values(i)];
      for (int v = 0; v < names.length; v++) {
        names[v] = "v" + v;
      }
      issues.add(
          Issue.of(
              "issue" + i,
              switch (i % 3) {
                case 0 -> Scale.options(names);
                case 1 -> Scale.levels(names);
                default -> Scale.quantity(0, names.length - 1L, "tons");
              }));
    }
    OutcomeSpace space = OutcomeSpace.of(issues);
    List<Profile> profiles = new ArrayList<>();
    for (int p = 0; p < parties(); p++) {
      profiles.add(profile(space, p, p < factors.length ? factors[p] : Fraction.ONE));
    }
    return BargainingProblem.of(space, profiles);
  }

  private Profile profile(OutcomeSpace space, int p, Fraction factor) {
    AdditiveProfile.Builder profile = AdditiveProfile.on(space, "p" + p);
    profile.reservation(ReservationPoint.of(Fraction.of(reserved[p]).times(factor)));
    for (int i = 0; i < issues(); i++) {
      Evaluation.Table table = Evaluation.table();
      for (int v = 0; v < values(i); v++) {
        table =
            table.value(
                (i % 3 == 2 ? "" : "v") + v, Fraction.of(BigDecimal.valueOf(worth[p][i][v])));
      }
      profile.issue(space.issues().get(i).id(), factor, table);
    }
    return profile.build();
  }

  /** Returns this game without the last value of an issue. */
  Game withoutLast(int issue) {
    long[][][] less = new long[parties()][][];
    for (int p = 0; p < less.length; p++) {
      less[p] = worth[p].clone();
      less[p][issue] = java.util.Arrays.copyOf(worth[p][issue], values(issue) - 1);
    }
    return new Game(less, reserved);
  }

  /** Returns this game with two parties in each other's place. */
  Game swapped() {
    return new Game(new long[][][] {worth[1], worth[0]}, new long[] {reserved[1], reserved[0]});
  }

  /** Small numbers, so that ties and dominated outcomes are common. */
  static Arbitrary<Game> games(int parties) {
    Arbitrary<List<Integer>> shapes =
        Arbitraries.integers().between(2, 4).list().ofMinSize(1).ofMaxSize(4);
    return shapes.flatMap(shape -> ofShape(parties, shape));
  }

  static Arbitrary<Game> ofShape(int parties, List<Integer> shape) {
    int cells = parties * shape.stream().mapToInt(n -> n).sum();
    return Combinators.combine(
            Arbitraries.longs().between(0, 5).list().ofSize(cells).withoutEdgeCases(),
            Arbitraries.longs().between(0, 8).list().ofSize(parties).withoutEdgeCases())
        .as((worth, reserved) -> of(parties, shape, worth, reserved));
  }

  private static Game of(int parties, List<Integer> shape, List<Long> worth, List<Long> reserved) {
    long[][][] table = new long[parties][shape.size()][];
    int next = 0;
    for (int p = 0; p < parties; p++) {
      for (int i = 0; i < shape.size(); i++) {
        table[p][i] = new long[shape.get(i)];
        for (int v = 0; v < shape.get(i); v++) {
          table[p][i][v] = worth.get(next++);
        }
      }
    }
    return new Game(table, reserved.stream().mapToLong(n -> n).toArray());
  }

  @Override
  public String toString() {
    return java.util.Arrays.deepToString(worth) + " " + java.util.Arrays.toString(reserved);
  }
}
