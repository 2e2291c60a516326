package dev.parley.report.page;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import com.google.common.collect.Sets;
import dev.parley.agenda.Choice;
import dev.parley.agenda.ItemSets;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Span;
import dev.parley.progress.Gap;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Regions as bands on an axis: a quantity's numbers, or the places of names from the bottom up.
 *
 * @param scale the scale that the axis shows
 */
record Bands(Scale scale) {
  /** Two places on the axis. */
  record Edges(BigDecimal low, BigDecimal high) {}

  void scale(JsonWriter sheet) {
    if (scale instanceof Scale.Quantity quantity) {
      sheet.put("unit", PlainText.safe(quantity.unit()));
      sheet.put("least", quantity.least()).put("most", quantity.most());
    } else {
      sheet.texts("names", names().stream().map(PlainText::safe).toList());
    }
  }

  private ImmutableList<String> names() {
    return scale instanceof Scale.Levels levels
        ? levels.names()
        : scale instanceof Scale.Options options
            ? options.names()
            : scale instanceof Scale.Checklist list ? list.items() : ImmutableList.of();
  }

  /**
   * Puts where a region lies; of a checklist, what it needs in any case, what in some, and what it
   * rules out.
   */
  void region(JsonWriter sheet, Region region) {
    if (region instanceof Span span) {
      sheet.table("bands", edges(span).stream().map(e -> List.of(e.low(), e.high())).toList());
    } else if (region instanceof Choice choice) {
      sheet.table("bands", places(choice.names()));
    } else if (region instanceof ItemSets sets) {
      Set<String> needed = inEvery(sets, ItemSets.Pattern::required);
      Set<String> ever = new HashSet<>();
      sets.any().forEach(pattern -> ever.addAll(pattern.required()));
      sheet.table("bands", places(needed));
      sheet.table("some", places(Sets.difference(ever, needed)));
      sheet.table("not", places(inEvery(sets, ItemSets.Pattern::excluded)));
    }
  }

  private static Set<String> inEvery(
      ItemSets sets, Function<ItemSets.Pattern, ? extends Set<String>> items) {
    return sets.any().stream()
        .<Set<String>>map(items)
        .reduce(Sets::intersection)
        .orElse(ImmutableSet.of());
  }

  private List<List<BigDecimal>> places(Set<String> chosen) {
    List<List<BigDecimal>> places = new ArrayList<>();
    for (int i = 0; i < names().size(); i++) {
      if (chosen.contains(names().get(i))) {
        places.add(List.of(BigDecimal.valueOf(i), BigDecimal.valueOf(i)));
      }
    }
    return places;
  }

  private List<Edges> edges(Span span) {
    List<Edges> edges = new ArrayList<>();
    for (Range<BigDecimal> range : span.ranges().asRanges()) {
      edges.add(
          new Edges(
              range.hasLowerBound() ? range.lowerEndpoint() : least(),
              range.hasUpperBound() ? range.upperEndpoint() : most()));
    }
    return edges;
  }

  private BigDecimal least() {
    return scale instanceof Scale.Quantity quantity ? quantity.least() : BigDecimal.ZERO;
  }

  private BigDecimal most() {
    return scale instanceof Scale.Quantity quantity
        ? quantity.most()
        : BigDecimal.valueOf(names().size() - 1L);
  }

  /** Returns the nearest edges of two that are apart; empty on a scale that has no order. */
  Optional<Edges> between(Gap gap) {
    if (gap.its().orElse(null) instanceof Span its
        && gap.theirs().orElse(null) instanceof Span theirs
        && gap.size().filter(size -> size.signum() > 0).isPresent()) {
      Edges nearest = null;
      for (Edges mine : edges(its)) {
        for (Edges other : edges(theirs)) {
          Edges between =
              mine.high().compareTo(other.low()) < 0
                  ? new Edges(/* low= */ mine.high(), /* high= */ other.low())
                  : new Edges(/* low= */ other.high(), /* high= */ mine.low());
          if (nearest == null || width(between).compareTo(width(nearest)) < 0) {
            nearest = between;
          }
        }
      }
      return Optional.ofNullable(nearest);
    }
    return Optional.empty();
  }

  private static BigDecimal width(Edges edges) {
    return edges.high().subtract(edges.low());
  }
}
