package dev.parley.report.words;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.IssueId;
import dev.parley.progress.Gap;
import dev.parley.talks.Situation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far pairs of principals are apart. Their number grows with the square of that of the
 * principals: a report names the first twelve pairs of an issue and counts the others, and measures
 * no more than {@value #MEASURED} in one table. It says what it left out.
 */
public final class Pairs {
  /** So many are named one by one on each issue; more are counted. */
  public static final int NAMED = 12;

  /** So many are measured in one table. */
  static final int MEASURED = 20_000;

  private int left = MEASURED;

  Pairs() {}

  /**
   * {@return how many pairs there are among so many}
   *
   * @param principals how many principals there are
   */
  public static long among(int principals) {
    return (long) principals * (principals - 1) / 2;
  }

  /**
   * {@return the pairs on an issue that an output lists whole: all of them, or where there are more
   * than {@value #MEASURED} over all issues, the first of those who have both stated a region}
   *
   * @param situation where the talks stand
   * @param issue an issue
   */
  public static ImmutableList<Gap> listed(Situation situation, IssueId issue) {
    if (situation.agenda().positions() / 2 <= MEASURED) {
      return situation.gaps(issue);
    }
    ImmutableList<Gap> known = situation.knownGaps().get(issue);
    int most = Math.max(1, MEASURED / situation.agenda().issueList().size());
    return known.subList(0, Math.min(most, known.size()));
  }

  /**
   * How far some pairs are apart on one issue.
   *
   * @param named the first pairs that are apart
   * @param more how many more are
   * @param widest how far the widest of those is
   * @param meeting how many pairs meet
   * @param leftOut how many were not measured
   */
  record Measured(ImmutableList<Gap> named, int more, BigDecimal widest, int meeting, int leftOut) {
    /** {@return the gap of the only pair that is apart, if there is one} */
    Optional<Gap> only() {
      return named.size() == 1 && leftOut == 0 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** Returns a line for each pair that is named, and one for each way of leaving out others. */
    List<String> lines(Function<Gap, String> pair, Function<BigDecimal, String> size) {
      List<String> lines = new ArrayList<>();
      named.forEach(
          gap -> lines.add(pair.apply(gap) + ": " + size.apply(gap.size().orElseThrow())));
      if (more > 0) {
        lines.add(
            "and %s, up to %s apart"
                .formatted(Names.counted(more, "more pair", "more pairs"), size.apply(widest)));
      }
      if (leftOut > 0) {
        lines.add(
            String.format(
                Locale.ROOT,
                "not measured: %s; at most %,d are",
                Names.counted(leftOut, "pair", "pairs"),
                MEASURED));
      }
      return lines;
    }
  }

  /** Measures the pairs of one issue, as far as the budget goes. */
  Measured measure(List<Gap> known) {
    List<Gap> named = new ArrayList<>();
    int more = 0;
    int meeting = 0;
    BigDecimal widest = BigDecimal.ZERO;
    List<Gap> measured = known.subList(0, Math.min(left, known.size()));
    left -= measured.size();
    for (Gap gap : measured) {
      BigDecimal size = gap.size().orElseThrow();
      if (size.signum() == 0) {
        meeting++;
      } else if (named.size() < NAMED) {
        named.add(gap);
      } else {
        more++;
        widest = widest.max(size);
      }
    }
    return new Measured(
        ImmutableList.copyOf(named), more, widest, meeting, known.size() - measured.size());
  }
}
