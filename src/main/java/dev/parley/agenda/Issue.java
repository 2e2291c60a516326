package dev.parley.agenda;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.parley.spelling.Listed;
import dev.parley.travel.Travelling;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * Something that is negotiated about, such as the withdrawal of forces in per cent. The vocabulary
 * is open: an issue is a name and a {@link Scale}. It may say which end of its scale is better for
 * which party, and who would have to carry it out. Immutable.
 */
@Structural
@Immutable
public sealed interface Issue extends Travelling, WithIssue permits ImmutableIssue {
  /** Which end of an ordered scale, or of a checklist, is better for a party. */
  enum Better {
    /** The higher value, or more items. */
    MORE,
    /** The lower value, or fewer items. */
    LESS
  }

  /** {@return the identifier, unique on an agenda} */
  IssueId id();

  /** {@return the name that people read; the identifier with spaces unless given} */
  @Default
  default String name() {
    return id().text().replace('-', ' ');
  }

  /** {@return all the values that it can take} */
  Scale scale();

  /**
   * {@return which end of the scale is better for a party: the ends that are known, by party; never
   * for {@link Scale.Options}}
   */
  ImmutableMap<ActorId, Better> better();

  /**
   * {@return who would have to carry it out: the obligor; empty where everybody who agrees is bound
   * alike, as by a cease-fire}
   */
  Optional<ActorId> obligor();

  /**
   * {@return the kind of demand that is made on this issue unless a demand says otherwise, such as
   * {@code withdrawal}; empty for the general one}
   *
   * <p>A name says nothing by itself: an issue that is called withdrawal has no kind until it is
   * given one.
   */
  Optional<String> demandKind();

  /**
   * {@return codes of this issue in data sets outside: code by scheme, such as {@code TjPrire} by
   * {@code pa-x}}
   */
  ImmutableMap<String, String> codes();

  /**
   * Returns the region of one value. It is asked for with every offer and agreement, so that the
   * regions of a short scale are made once.
   *
   * @param value a value on the scale
   * @return the region that holds this value and no other
   */
  default Region exactly(Value value) {
    Region made = shortScale().get(value);
    return made == null ? Region.exactly(scale(), value) : made;
  }

  /**
   * {@return the regions of one value, made once where there are few: 64 at most; the regions by
   * value; empty for a longer scale}
   */
  @Lazy
  default ImmutableMap<Value, Region> shortScale() {
    ImmutableList<Value> values = scale().few(65);
    return values.size() > 64
        ? ImmutableMap.of()
        : Maps.toMap(values, value -> Region.exactly(scale(), value));
  }

  /** Checks that an order is claimed only where there is one, and that a kind has a name. */
  @Check
  default void check() {
    if (scale() instanceof Scale.Options && !better().isEmpty()) {
      throw new IllegalArgumentException(
          "issue (%s) is a choice among options, which have no better end: leave (better) out for %s"
              .formatted(id(), Listed.names(better().keySet())));
    }
    if (demandKind().filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException(
          "issue (%s) has a demand kind without a name: give it one, or leave it out"
              .formatted(id()));
    }
  }

  /**
   * {@return an issue}
   *
   * @param id the identifier
   * @param scale all the values that it can take
   */
  static Issue of(String id, Scale scale) {
    return builder().id(IssueId.of(id)).scale(scale).build();
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an issue. */
  final class Builder extends ImmutableIssue.Builder {
    Builder() {}
  }
}
