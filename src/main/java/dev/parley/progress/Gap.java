package dev.parley.progress;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How far two principals are apart on an issue: {@code Hamas at least 1000, Israel at most 300: 700
 * persons}. Unknown where one of them has no region. Immutable.
 *
 * @param issue the issue
 * @param one the first principal
 * @param its the first principal's region towards the second, or empty
 * @param other the second principal
 * @param theirs the second principal's region towards the first, or empty
 */
public record Gap(
    IssueId issue, ActorId one, Optional<Region> its, ActorId other, Optional<Region> theirs)
    implements Serializable {
  /**
   * {@return the distance between the two regions: the distance in the scale's unit, or empty when
   * a region is not known}
   */
  public Optional<BigDecimal> size() {
    return its.isEmpty() || theirs.isEmpty()
        ? Optional.empty()
        : Optional.of(its.get().distance(theirs.get()));
  }

  /**
   * {@return the gap in words, such as {@code "hamas at least 1000, israel at most 300: 700
   * persons"}; who has no region has not stated one, and then nothing follows}
   */
  public String describe() {
    return "%s %s, %s %s%s"
        .formatted(
            one,
            its.map(Region::describe).orElse("not stated"),
            other,
            theirs.map(Region::describe).orElse("not stated"),
            size().map(s -> ": " + apart(s)).orElse(""));
  }

  private String apart(BigDecimal size) {
    return size.signum() == 0
        ? "no gap"
        : (size.stripTrailingZeros().toPlainString()
                + " "
                + its.map(r -> r.scale().unit()).orElse(""))
            .strip();
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
