package dev.parley.analysis.bargaining;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a method found: the points of the frontier in whole units of each party, the range of each
 * party's utility, and how far the method came.
 *
 * @param units how many units make a utility of one, by party
 * @param points the points
 * @param lowest the lowest utility among the outcomes, by party
 * @param highest the highest, by party
 * @param census the count of outcomes, where they were counted
 * @param shortfall why it is not the whole frontier, or empty when it is
 */
record FrontierPoints(
    ImmutableList<BigInteger> units,
    List<Point> points,
    List<Fraction> lowest,
    List<Fraction> highest,
    Optional<Census> census,
    Optional<String> shortfall) {
  /** One point, in units. */
  record Point(ImmutableList<BigInteger> utilities, BigInteger number, BigInteger outcomes) {}

  /** From the first party's best on; ties by the second party and so on. */
  static final Comparator<Point> BEST_FIRST =
      Comparator.comparing(
          Point::utilities,
          Comparators.<BigInteger, BigInteger>lexicographical(Comparator.reverseOrder()));

  static List<Point> points(Staircase frontier) {
    List<Point> points = new ArrayList<>(frontier.size());
    for (int i = 0; i < frontier.size(); i++) {
      points.add(
          new Point(
              ImmutableList.of(
                  BigInteger.valueOf(frontier.first(i)), BigInteger.valueOf(frontier.second(i))),
              BigInteger.valueOf(frontier.number(i)),
              BigInteger.valueOf(frontier.outcomes(i))));
    }
    return points;
  }

  /** Returns the points of an archive of units. */
  static List<Point> points(ParetoArchive frontier) {
    int parties = frontier.entries().get(0).exact.length;
    return points(frontier, Collections.nCopies(parties, BigInteger.ONE));
  }

  /** Returns the points of an archive of fractions in units, each party's unit given. */
  static List<Point> points(ParetoArchive frontier, List<BigInteger> units) {
    List<Point> points = new ArrayList<>(frontier.entries().size());
    for (ParetoArchive.Entry entry : frontier.entries()) {
      ImmutableList.Builder<BigInteger> utilities = ImmutableList.builder();
      for (int p = 0; p < units.size(); p++) {
        utilities.add(ScaledProfile.whole(entry.exact[p], units.get(p)));
      }
      points.add(new Point(utilities.build(), entry.number, entry.outcomes));
    }
    points.sort(BEST_FIRST);
    return points;
  }
}
