package dev.parley.compare;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What some coders have said of the same units: a row for each unit, in it a value for each coder,
 * or none where a coder did not rate the unit. Kinds are numbered; for ordered kinds the numbers
 * are ranks, for figures they are the figures.
 *
 * <p>Laws: there are two coders or more; each row has a place for each; a rating is a finite
 * number. Minus zero is zero. Immutable.
 *
 * @param units the rows
 */
public record Ratings(ImmutableList<ImmutableList<OptionalDouble>> units) {
  /**
   * Checks the laws above.
   *
   * @param units the rows
   */
  public Ratings {
    for (ImmutableList<OptionalDouble> unit : units) {
      if (unit.size() < 2 || unit.size() != units.get(0).size()) {
        throw new IllegalArgumentException(
            ("unit (%s) must have a place for each of two coders or more: leave it empty where one"
                    + " did not rate")
                .formatted(unit));
      }
      for (OptionalDouble rating : unit) {
        if (rating.isPresent() && !Double.isFinite(rating.getAsDouble())) {
          throw new IllegalArgumentException(
              "rating (%s) is no number: leave it empty where a coder did not rate"
                  .formatted(rating.getAsDouble()));
        }
      }
    }
    units =
        units.stream()
            .map(unit -> unit.stream().map(Ratings::unsigned).collect(toImmutableList()))
            .collect(toImmutableList());
  }

  private static OptionalDouble unsigned(OptionalDouble rating) {
    return rating.isPresent() ? OptionalDouble.of(rating.getAsDouble() + 0.0) : rating;
  }

  /**
   * {@return the ratings in numbers of two coders or more, each a list with an empty place for a
   * unit that the coder did not rate}
   *
   * @param coders the ratings by coder, all equally long
   */
  @SafeVarargs
  public static Ratings byCoder(List<OptionalDouble>... coders) {
    if (coders.length < 2) {
      throw new IllegalArgumentException(
          "ratings of (%s) coders compare nobody: give those of two or more"
              .formatted(coders.length));
    }
    for (List<OptionalDouble> coder : coders) {
      if (coder.size() != coders[0].size()) {
        throw new IllegalArgumentException(
            "coders must rate the same units: one has (%s), another (%s)"
                .formatted(coders[0].size(), coder.size()));
      }
    }
    ImmutableList.Builder<ImmutableList<OptionalDouble>> units = ImmutableList.builder();
    for (int i = 0; i < coders[0].size(); i++) {
      ImmutableList.Builder<OptionalDouble> unit = ImmutableList.builder();
      for (List<OptionalDouble> coder : coders) {
        unit.add(coder.get(i));
      }
      units.add(unit.build());
    }
    return new Ratings(units.build());
  }

  /**
   * {@return the ratings of two coders in kinds that have no order, numbered as they first appear}
   *
   * @param pairs what each of the two says of a unit
   */
  static Ratings nominal(List<Pair> pairs) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    pairs.forEach(
        pair -> {
          pair.one().ifPresent(kind -> numbers.putIfAbsent(kind, (double) numbers.size()));
          pair.other().ifPresent(kind -> numbers.putIfAbsent(kind, (double) numbers.size()));
        });
    return of(pairs, kind -> Objects.requireNonNull(numbers.get(kind)));
  }

  /** Returns the ratings of two coders in kinds that have an order; others count as not rated. */
  static Ratings ordinal(List<Pair> pairs, List<String> order) {
    return of(
        pairs.stream()
            .map(p -> new Pair(p.one().filter(order::contains), p.other().filter(order::contains)))
            .toList(),
        order::indexOf);
  }

  private static Ratings of(List<Pair> pairs, ToDoubleFunction<String> number) {
    ImmutableList.Builder<ImmutableList<OptionalDouble>> units = ImmutableList.builder();
    for (Pair pair : pairs) {
      units.add(ImmutableList.of(rated(pair.one(), number), rated(pair.other(), number)));
    }
    return new Ratings(units.build());
  }

  private static OptionalDouble rated(Optional<String> kind, ToDoubleFunction<String> number) {
    return kind.isPresent()
        ? OptionalDouble.of(number.applyAsDouble(kind.get()))
        : OptionalDouble.empty();
  }

  /**
   * What two coders say of one unit.
   *
   * @param one what the first says
   * @param other what the second says
   */
  record Pair(Optional<String> one, Optional<String> other) {}
}
