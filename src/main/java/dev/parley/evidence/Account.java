package dev.parley.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Identifier;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Immutable;

/**
 * People or things counted by what became of them: of about 250 hostages taken, 105 released, 8
 * rescued, the remains of at least 38 returned, 3 killed by mistake and around 100 still held. Each
 * number is a {@link Figure} that somebody reported; whether they can all be true at once is what
 * {@link #reconcile} answers.
 *
 * <p>It is not a ledger: nothing is booked, and no part is computed from the rest.
 *
 * <p>Laws: there is at least one part; labels are not blank, and no two are the same, the whole's
 * included; nothing is counted twice, so that the parts sum to the whole; a count is never below
 * zero; a source stands beside a label of the account. Parts keep their order. Immutable.
 */
@Immutable
public sealed interface Account extends WithAccount permits ImmutableAccount {
  /** {@return what the account is called, such as {@code hostages}} */
  String name();

  /** {@return what is counted, such as {@code people}; the same for the whole and its parts} */
  String unit();

  /** {@return what the whole is called, such as {@code taken}} */
  String wholeLabel();

  /** {@return how many there are in all} */
  Figure whole();

  /**
   * {@return what became of them: the figures by label, in order, such as {@code released 105} and
   * {@code rescued 8}}
   */
  ImmutableMap<String, Figure> parts();

  /**
   * {@return who gave a figure: the id of a {@link Source} by the label of the whole or of a part;
   * a label that is missing here has no source noted}
   */
  ImmutableMap<String, String> sources();

  /** {@return an empty builder; name, unit, whole and at least one part must be set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Asks whether all the figures can be true at once: whether the whole and the sum of the parts
   * can be the same number. Figures that were not given, or are approximate with no tolerance,
   * count as anything from 0 up; if the rest contradicts itself even so, the account cannot
   * reconcile, whatever they turn out to be.
   *
   * @param tolerance what "about" covers, if the coder has said so
   * @return the verdict, with its reasons
   */
  default Reconciliation reconcile(Optional<Tolerance> tolerance) {
    ImmutableList.Builder<String> missing = ImmutableList.builder();
    ImmutableList.Builder<String> boundless = ImmutableList.builder();
    Interval sum = Interval.exactly(BigDecimal.ZERO);
    boolean approximate = whole().isApproximate();
    note(wholeLabel(), whole(), tolerance, missing, boundless);
    for (Map.Entry<String, Figure> part : parts().entrySet()) {
      approximate |= part.getValue().isApproximate();
      note(part.getKey(), part.getValue(), tolerance, missing, boundless);
      sum = sum.plus(count(part.getValue(), tolerance));
    }
    return ImmutableReconciliation.builder()
        .account(this)
        .whole(count(whole(), tolerance))
        .sum(sum)
        .addAllMissing(missing.build())
        .addAllLackingTolerance(boundless.build())
        .tolerance(approximate ? tolerance : Optional.empty())
        .build();
  }

  /** Returns what a count may be: the range of its figure, and nothing below zero. */
  private static Interval count(Figure figure, Optional<Tolerance> tolerance) {
    Interval counts = Interval.atLeast(BigDecimal.ZERO);
    return figure.range(tolerance).flatMap(counts::intersection).orElse(counts);
  }

  private static void note(
      String label,
      Figure figure,
      Optional<Tolerance> tolerance,
      ImmutableList.Builder<String> missing,
      ImmutableList.Builder<String> boundless) {
    if (!figure.isKnown()) {
      missing.add(label);
    } else if (figure.range(tolerance).isEmpty()) {
      boundless.add(label);
    }
  }

  /**
   * {@return the account as a sum: {@code taken about 250 = released 105 + held around 100}, in the
   * wording of its figures}
   */
  default String describe() {
    StringBuilder text = new StringBuilder(wholeLabel() + " " + whole() + " = ");
    String plus = "";
    for (Map.Entry<String, Figure> part : parts().entrySet()) {
      text.append(plus).append(part.getKey()).append(' ').append(part.getValue());
      plus = " + ";
    }
    return text.toString();
  }

  /** Checks the laws above. */
  @Check
  default void check() {
    String wayOut = "say it in a word or two";
    Wording.checkNotBlank("name of an account", name(), wayOut);
    Wording.checkNotBlank("unit of account " + name(), unit(), wayOut);
    Wording.checkNotBlank("label of the whole of account " + name(), wholeLabel(), wayOut);
    if (parts().isEmpty()) {
      throw new IllegalArgumentException(
          "account (" + name() + ") must have a part: say what became of the whole");
    }
    checkCount(wholeLabel(), whole());
    Set<String> labels = new HashSet<>();
    labels.add(wholeLabel());
    for (Map.Entry<String, Figure> part : parts().entrySet()) {
      Wording.checkNotBlank("label of a part of account " + name(), part.getKey(), wayOut);
      if (!labels.add(part.getKey())) {
        throw new IllegalArgumentException(
            "account (%s) must not call a part as it calls the whole (%s): rename one of them"
                .formatted(name(), part.getKey()));
      }
      checkCount(part.getKey(), part.getValue());
    }
    for (Map.Entry<String, String> source : sources().entrySet()) {
      Identifier.check("source", source.getValue());
      if (!labels.contains(source.getKey())) {
        throw new IllegalArgumentException(
            ("account (%s) has a source (%s) for (%s), which it does not count:"
                    + " its labels are %s, %s")
                .formatted(
                    name(),
                    source.getValue(),
                    source.getKey(),
                    wholeLabel(),
                    String.join(", ", parts().keySet())));
      }
    }
  }

  private void checkCount(String label, Figure figure) {
    boolean possible =
        figure
            .range(Optional.empty())
            .or(() -> figure.number().map(Interval::exactly))
            .map(Interval.atLeast(BigDecimal.ZERO)::intersects)
            .orElse(true);
    if (!possible) {
      throw new IllegalArgumentException(
          "account (%s) counts (%s) as (%s): a count is never below 0"
              .formatted(name(), label, figure));
    }
  }

  /** Builds an {@link Account}; name, unit, whole and at least one part must be set. */
  final class Builder extends ImmutableAccount.Builder {
    private final Set<String> labels = new HashSet<>();

    Builder() {}

    /**
     * Says how many there are in all.
     *
     * @param label what the whole is called
     * @param figure how many there are
     * @return this builder
     */
    public Builder whole(String label, Figure figure) {
      return wholeLabel(label).whole(figure);
    }

    /**
     * Adds a part after those already there.
     *
     * @param label what the part is called
     * @param figure how many belong to it
     * @return this builder
     * @throws IllegalArgumentException if there is a part of this label already
     */
    public Builder part(String label, Figure figure) {
      if (!labels.add(label)) {
        throw new IllegalArgumentException(
            "account has a part (" + label + ") already: give each part a label of its own");
      }
      return putPart(label, figure);
    }

    /**
     * Adds a part, and who gave its figure, after those already there.
     *
     * @param label what the part is called
     * @param figure how many belong to it
     * @param source the id of the source that gave the figure
     * @return this builder
     * @throws IllegalArgumentException if there is a part of this label already
     */
    public Builder part(String label, Figure figure, String source) {
      return part(label, figure).putSource(label, source);
    }
  }
}
