package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import com.google.common.collect.Sets;
import dev.parley.agenda.Choice;
import dev.parley.agenda.Issue;
import dev.parley.agenda.ItemSets;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Span;
import dev.parley.agenda.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The values of an issue that are tried: all, or on a large scale the ends of stated regions. */
final class CandidateValues {
  /** The most bits of a number that is written out. */
  private static final int LONGEST = 100;

  private final int limit;
  private final List<String> limits = new ArrayList<>();

  CandidateValues(int limit) {
    this.limit = limit;
  }

  /** Returns a sentence for each scale that was too large. */
  ImmutableList<String> limits() {
    return ImmutableList.copyOf(limits);
  }

  /** Returns how many values a scale has. */
  static BigInteger count(Scale scale) {
    if (scale instanceof Scale.Checklist list) {
      return BigInteger.TWO.pow(list.items().size());
    }
    if (scale instanceof Scale.Options options) {
      return BigInteger.valueOf(options.names().size());
    }
    BigDecimal step = scale instanceof Scale.Quantity quantity ? quantity.step() : BigDecimal.ONE;
    return scale.length().divideToIntegralValue(step).toBigInteger().add(BigInteger.ONE);
  }

  /** Returns the values to try, in the order of the scale. */
  ImmutableList<Value> of(Issue issue, List<Region> stated) {
    BigInteger count = count(issue.scale());
    if (count.compareTo(BigInteger.valueOf(limit)) <= 0) {
      return all(issue.scale());
    }
    ImmutableList<Value> ends = ends(issue.scale(), stated);
    limits.add(
        "issue (%s) has %s values, more than %s: only the %s at the ends of stated regions were tried. Allow more values, or give the scale a larger step"
            .formatted(
                issue.id(), grouped(count), grouped(BigInteger.valueOf(limit)), ends.size()));
    return ends;
  }

  static String grouped(BigInteger number) {
    return number.bitLength() > LONGEST
        ? "over 2 to the power of " + (number.bitLength() - 1)
        : String.format(Locale.ROOT, "%,d", number);
  }

  private static ImmutableList<Value> all(Scale scale) {
    return scale instanceof Scale.Checklist list
        ? Sets.powerSet(ImmutableSet.copyOf(list.items())).stream()
            .map(items -> new Value.Items(ImmutableSet.copyOf(items)))
            .collect(ImmutableList.toImmutableList())
        : scale.few(Integer.MAX_VALUE);
  }

  private ImmutableList<Value> ends(Scale scale, List<Region> stated) {
    if (scale instanceof Scale.Checklist list) {
      Set<Value> sets = new LinkedHashSet<>();
      stated.forEach(r -> sets.addAll(ends(list, (ItemSets) r)));
      return ImmutableList.copyOf(sets);
    }
    if (scale instanceof Scale.Options) {
      return named(stated);
    }
    ImmutableSortedSet.Builder<BigDecimal> ends = ImmutableSortedSet.naturalOrder();
    for (Region region : stated) {
      Span span = (Span) region;
      ends.add(span.low()).add(span.high());
      for (Range<BigDecimal> range : span.ranges().asRanges()) {
        if (range.hasLowerBound()) {
          ends.add(range.lowerEndpoint());
        }
        if (range.hasUpperBound()) {
          ends.add(range.upperEndpoint());
        }
      }
    }
    return ends.build().stream()
        .map(c -> Widening.at(scale, c))
        .filter(scale::holds)
        .collect(ImmutableList.toImmutableList());
  }

  /** Options have no order, and so no ends: those of the regions that name few of them. */
  private ImmutableList<Value> named(List<Region> stated) {
    return stated.stream()
        .map(region -> ((Choice) region).names())
        .sorted(Comparator.comparing(Set::size))
        .flatMap(Set::stream)
        .distinct()
        .limit(limit)
        .map(Value::option)
        .collect(ImmutableList.toImmutableList());
  }

  private static Set<Value> ends(Scale.Checklist list, ItemSets region) {
    Set<Value> ends = new LinkedHashSet<>();
    for (ItemSets.Pattern pattern : region.any()) {
      ends.add(new Value.Items(pattern.required()));
      ends.add(
          new Value.Items(
              Sets.difference(ImmutableSet.copyOf(list.items()), pattern.excluded())
                  .immutableCopy()));
    }
    return ends;
  }
}
