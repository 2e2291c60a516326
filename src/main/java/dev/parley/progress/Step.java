package dev.parley.progress;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.demand.Position;
import dev.parley.evidence.EntryId;
import dev.parley.travel.Travelling;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * What a party did in a round on an issue towards a counterpart, with the entries behind it: {@code
 * Hamas on withdrawal-days towards Israel: CONCEDED, size unknown [4]}. Immutable.
 */
@Structural
@Immutable
public sealed interface Step extends Travelling, WithStep permits ImmutableStep {
  /** {@return who made the step} */
  ActorId party();

  /** {@return on which issue, or empty when nobody reported which} */
  Optional<IssueId> issue();

  /** {@return towards whom: a principal, or empty when the issue is not known} */
  Optional<ActorId> toward();

  /** {@return what kind of step it was} */
  StepKind kind();

  /**
   * {@return how far it went: distance before less distance after, above zero for nearer; the size
   * in {@link #unit}, or empty when it is not known}
   */
  Optional<BigDecimal> size();

  /**
   * {@return the unit of the size: the unit of the issue's scale; empty where the issue is not
   * known}
   */
  @Default
  default String unit() {
    return "";
  }

  /**
   * {@return the size as a share of the whole scale: from -1 to 1, four digits; empty where the
   * size is}
   */
  Optional<BigDecimal> share();

  /** {@return the party's region at the baseline, or empty when there was none} */
  Optional<Region> before();

  /**
   * {@return the first statement, where the round began without one and it was left again: stated
   * 10, then conceded by 3; or empty}
   */
  Optional<Region> opening();

  /** {@return the party's region at the end, or empty when there is none} */
  Optional<Region> after();

  /** {@return what it says at the end in words only, where there is no region} */
  Optional<String> words();

  /**
   * {@return the entries of earlier rounds from which it is measured, where no figure stood at the
   * baseline: that of the party's last figure, then those in words since}
   */
  ImmutableList<EntryId> lastFigure();

  /**
   * {@return the counterpart's region against which both are measured, or empty when the
   * counterpart had none}
   */
  Optional<Region> theirs();

  /** {@return the marks that the party's position bears at the end, such as in a package} */
  ImmutableSet<Position.Mark> marks();

  /** {@return whether the party's position bears a mark at the end} */
  default boolean tentative() {
    return !marks().isEmpty();
  }

  /**
   * {@return the entries behind the step: the entries of this round that stated something here, in
   * order}
   */
  ImmutableList<EntryId> entries();

  /**
   * {@return the entries at which the party turned round inside the round, in order; empty when it
   * went one way}
   */
  ImmutableList<EntryId> reversals();

  /**
   * {@return the step in one line, by identifiers, such as {@code "hamas on withdrawal-days towards
   * israel: CONCEDED, size unknown [4]"} or {@code "studios on rise towards union: CONCEDED by 1
   * percent, 4 -> 5 [6]"}}
   */
  default String describe() {
    StringBuilder line = new StringBuilder(party().toString());
    line.append(issue().map(i -> " on " + i).orElse(", issue not reported"));
    toward().ifPresent(t -> line.append(" towards ").append(t));
    line.append(": ");
    opening().ifPresent(first -> line.append("STATED ").append(first.describe()).append(", then "));
    line.append(kind());
    boolean sized = kind() == StepKind.CONCEDED || kind() == StepKind.HARDENED;
    size()
        .filter(s -> s.signum() != 0)
        .ifPresent(
            s ->
                line.append(sized ? " by " : s.signum() > 0 ? ", nearer by " : ", farther by ")
                    .append((s.abs().stripTrailingZeros().toPlainString() + " " + unit()).strip()));
    if (sized && size().isEmpty()) {
      line.append(", size unknown");
    }
    String here = after().map(Region::describe).orElse("");
    before()
        .map(Region::describe)
        .filter(there -> !there.equals(here) && !here.isEmpty())
        .ifPresentOrElse(
            there -> line.append(", ").append(there).append(" -> ").append(here),
            () -> line.append(here.isEmpty() ? "" : ", " + here));
    entries().forEach(e -> line.append(' ').append(e));
    if (!lastFigure().isEmpty()) {
      line.append(", from its last figure");
      lastFigure().forEach(e -> line.append(' ').append(e));
    }
    return line.toString();
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a step. */
  final class Builder extends ImmutableStep.Builder {
    Builder() {}
  }
}
