package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.ItemSets;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Span;
import dev.parley.agenda.Value;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a demand by what was agreed. Iran demanded that the wealth of the late Shah be
 * returned, and agreed that it be frozen until its suits are decided: partly met, by something else
 * than was asked. It says what an agreement gives on paper; whether that is carried out is a matter
 * of {@linkplain Obligation obligations}.
 *
 * <p>A demand is settled when all its issues are closed; what a record does not say to be agreed
 * may still be, even where terms are attested as the whole. On one issue it is met by an agreed
 * value that lies in what was asked, partly met by one outside that is still nearer to it than the
 * end of the scale on the same side, and else not met; between options there is no nearer. A demand
 * on several issues is met, or not met, when it is on all of them. Immutable.
 *
 * @param demand the demand, as it was last amended
 * @param extent how far what is agreed meets it
 */
public record Settlement(Demand demand, Extent extent) {
  /** How far a demand is met. */
  public enum Extent {
    /** What is agreed lies in what was asked. */
    MET,
    /** Some of it, or something short of it. */
    PARTLY_MET,
    /** Nothing of it. */
    NOT_MET,
    /** Only words say what was asked, or the meaning of what is agreed is contested. */
    CANNOT_TELL
  }

  /** Returns what became of the demands of those who have agreed, oldest first. */
  static ImmutableList<Settlement> of(Situation s) {
    ImmutableList.Builder<Settlement> settled = ImmutableList.builder();
    for (Demand demand : s.demands().keySet()) {
      if (s.concerned().contains(demand.by())
          && s.closed().keySet().containsAll(demand.asks().keySet())) {
        settled.add(new Settlement(demand, extent(s, demand)));
      }
    }
    return settled.build();
  }

  private static Extent extent(Situation s, Demand demand) {
    EnumSet<Extent> each = EnumSet.noneOf(Extent.class);
    for (Map.Entry<IssueId, Ask> asked : demand.asks().entrySet()) {
      Issue issue = s.agenda().requireIssue(asked.getKey());
      if (s.agenda().principals().stream()
          .filter(p -> !p.equals(demand.by()))
          .filter(p -> demand.of().isEmpty() || demand.of().contains(p))
          .anyMatch(other -> Settling.isContested(s, issue.id(), demand.by(), other))) {
        each.add(Extent.CANNOT_TELL);
        continue;
      }
      Value agreed = Objects.requireNonNull(s.closed().get(issue.id()));
      each.add(extent(issue, asked.getValue(), agreed));
    }
    if (each.size() == 1) {
      return each.iterator().next();
    }
    return each.equals(EnumSet.of(Extent.MET, Extent.CANNOT_TELL))
        ? Extent.CANNOT_TELL
        : Extent.PARTLY_MET;
  }

  /** Whether words were met, words cannot tell. */
  private static Extent extent(Issue issue, Ask ask, Value agreed) {
    Optional<Region> asked = ask.on(issue.scale());
    if (asked.isEmpty()) {
      return Extent.CANNOT_TELL;
    }
    if (asked.get().holds(agreed)) {
      return Extent.MET;
    }
    Region value = issue.exactly(agreed);
    return asked.get().distance(value).compareTo(farthest(issue.scale(), asked.get(), value)) < 0
        ? Extent.PARTLY_MET
        : Extent.NOT_MET;
  }

  /** How far a value on the same side of what was asked can be from it. */
  private static java.math.BigDecimal farthest(Scale scale, Region asked, Region value) {
    if (asked instanceof Span span && value instanceof Span at) {
      Span all = (Span) Region.all(scale);
      if (at.high().compareTo(span.low()) < 0) {
        return span.low().subtract(all.low());
      }
      return at.low().compareTo(span.high()) > 0
          ? all.high().subtract(span.high())
          : all.high().subtract(all.low()); // between two ranges, with no end on its side
    }
    if (asked instanceof ItemSets sets) {
      return sets.any().stream()
          .map(p -> asked.distance(Region.exactly(scale, new Value.Items(p.excluded()))))
          .max(java.util.Comparator.naturalOrder())
          .orElse(java.math.BigDecimal.ZERO);
    }
    return java.math.BigDecimal.ONE;
  }
}
