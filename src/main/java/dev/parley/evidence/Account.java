package dev.parley.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.parley.agenda.Identifier;
import dev.parley.travel.Travelling;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.jspecify.annotations.Nullable;

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
@Structural
@Immutable
public sealed interface Account extends Travelling, WithAccount permits ImmutableAccount {
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

  /**
   * {@return which figures are claims of a record: the number of an entry by the label of the whole
   * or of a part; {@link #asClaimed} reads them}
   */
  ImmutableMap<String, EntryId> claims();

  /** {@return when a figure was given, by the label of the whole or of a part} */
  ImmutableMap<String, When> dates();

  /**
   * {@return whether the parts are all there are; true by default}
   *
   * <p>Of an account that is not complete nobody can say that it reconciles: something else may
   * have become of some.
   */
  @Default
  default boolean complete() {
    return true;
  }

  /**
   * {@return this account with the figures that are claims as they are read now: corrected, where
   * they were corrected, and not given, where there is no such claim, or it gives no figure}
   *
   * @param read the claims that are on record, by the number of their entry
   */
  default Account asClaimed(Map<EntryId, Claim> read) {
    Map<String, Figure> figures = new LinkedHashMap<>(parts());
    figures.put(wholeLabel(), whole());
    claims()
        .forEach(
            (label, entry) -> {
              Claim claim = read.get(entry);
              figures.put(
                  label,
                  claim != null && claim.says() instanceof Claim.Answer.Count count
                      ? count.figure()
                      : Figure.notGiven());
            });
    return with(figures);
  }

  /**
   * Returns this account as it was known on a day: without the parts whose figures were given
   * later, or nobody says when. Those that are claims stay once they were told. With a part left
   * out it does not say that it is complete.
   *
   * @param day the day
   * @param published when a source spoke, by its identifier
   * @param isTold whether the claim of an entry had been told
   * @return the account, or empty when none of its figures was known
   */
  default Optional<Account> knownOn(
      LocalDate day, Function<String, Optional<When>> published, Predicate<EntryId> isTold) {
    Predicate<String> isKnown =
        label -> {
          @Nullable EntryId claim = claims().get(label);
          if (claim != null) {
            return isTold.test(claim);
          }
          @Nullable When own = dates().get(label);
          Optional<When> given =
              own == null
                  ? Optional.ofNullable(sources().get(label)).flatMap(published)
                  : Optional.of(own);
          return given.filter(on -> !on.possiblyAfter(day)).isPresent();
        };
    Map<String, Figure> parts = Maps.filterKeys(parts(), isKnown::test);
    Figure then = isKnown.test(wholeLabel()) ? whole() : Figure.notGiven();
    if (parts.isEmpty() || !then.isKnown() && parts.values().stream().noneMatch(Figure::isKnown)) {
      return Optional.empty();
    }
    return Optional.of(
        ((ImmutableAccount) this)
            .withComplete(complete() && parts.size() == parts().size())
            .withSources(Maps.filterKeys(sources(), isKnown::test))
            .withClaims(Maps.filterKeys(claims(), isKnown::test))
            .withDates(Maps.filterKeys(dates(), isKnown::test))
            .withWhole(then)
            .withParts(parts));
  }

  private Account with(Map<String, Figure> figures) {
    Map<String, Figure> parts = new LinkedHashMap<>(figures);
    Figure whole = java.util.Objects.requireNonNull(parts.remove(wholeLabel()));
    return ((ImmutableAccount) this).withWhole(whole).withParts(parts);
  }

  /** {@return an empty builder; name, unit, whole and at least one part must be set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Asks whether all the figures can be true at once: whether the whole and the sum of the parts
   * can be the same number. Figures that were not given, or are approximate with no tolerance,
   * count as anything from 0 up; if the rest contradicts itself even so, the account cannot
   * reconcile, whatever they turn out to be. What is counted in wholes, such as persons, is whole:
   * more than 60 is 61 or more.
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
    if (!complete()) {
      sum = sum.plus(Interval.atLeast(BigDecimal.ZERO));
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

  /**
   * {@return what a figure of the account may be, whole where what is counted is; empty where it
   * was not given, or is approximate with no tolerance}
   *
   * @param figure the whole or a part
   * @param tolerance what "about" covers, if the coder has said so
   */
  default Optional<Interval> range(Figure figure, Optional<Tolerance> tolerance) {
    return figure.isKnown()
        ? figure.range(tolerance).map(range -> count(figure, tolerance))
        : Optional.empty();
  }

  /** Returns what a count may be: the range of its figure, and nothing below zero. */
  private Interval count(Figure figure, Optional<Tolerance> tolerance) {
    Interval counts = Interval.atLeast(BigDecimal.ZERO);
    Interval range = figure.range(tolerance).flatMap(counts::intersection).orElse(counts);
    return comesWhole() ? range.whole().orElse(range) : range;
  }

  /** Says whether there is no half of what is counted: by its unit, unless a figure has one. */
  private boolean comesWhole() {
    return WholeUnits.has(unit())
        && java.util.stream.Stream.concat(
                java.util.stream.Stream.of(whole()), parts().values().stream())
            .allMatch(Figure::isWhole);
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
    return complete() ? text.toString() : text + " + others, not counted";
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
    checkClaims();
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

  private void checkClaims() {
    Map<EntryId, String> cited = new LinkedHashMap<>();
    claims()
        .forEach(
            (label, entry) -> {
              @Nullable String other = cited.putIfAbsent(entry, label);
              if (other != null) {
                throw new IllegalArgumentException(
                    "account (%s) takes (%s) and (%s) from one claim %s: nothing is counted twice"
                        .formatted(name(), other, label, entry));
              }
            });
    for (String label : Sets.union(claims().keySet(), dates().keySet())) {
      if (!label.equals(wholeLabel()) && !parts().containsKey(label)) {
        throw new IllegalArgumentException(
            "account (%s) has a claim or a date for (%s), which it does not count"
                .formatted(name(), label));
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

  /**
   * Whether the figures of an {@link Account} can all be true at once, and why. About 250 taken and
   * parts of 254 or more reconcile when "about" covers 5 %; with no tolerance it cannot be told;
   * 250 taken and parts of exactly 254 cannot be, and they miss by 4.
   *
   * <p>To reconcile is not to be true: the figures may all be wrong together. And a miss does not
   * say which figure is at fault.
   *
   * <p>Comes from {@link Account#reconcile} only. Laws: CANNOT if and only if {@link #whole} and
   * {@link #sum} have no number in common; otherwise CANNOT_TELL if a figure is missing or lacks a
   * tolerance, and RECONCILES if none does. Immutable.
   */
  @Structural
  @Immutable
  sealed interface Reconciliation extends Travelling permits ImmutableReconciliation {
    /** What can be said of an account. Immutable. */
    enum Verdict {
      /** Used when the whole and the sum of the parts can be the same number. */
      RECONCILES,
      /** Used when they cannot, whatever the figures that are not known may be. */
      CANNOT,
      /**
       * Used when a figure is missing, or is approximate and has no tolerance, or the account is
       * not complete.
       */
      CANNOT_TELL
    }

    /** A side of an account. Immutable. */
    enum Side {
      /** Used for the figure of all that is counted. */
      WHOLE,
      /** Used for the sum of the parts. */
      PARTS
    }

    /** {@return the account that was asked about} */
    Account account();

    /**
     * {@return the numbers that the whole may be, none below zero; from 0 up when the figure of the
     * whole is missing or lacks a tolerance}
     */
    Interval whole();

    /**
     * {@return the numbers that the parts may sum to, none below zero; a part that is missing or
     * lacks a tolerance is anything from 0 up}
     */
    Interval sum();

    /** {@return the labels whose figures nobody gave, in the order of the account} */
    ImmutableList<String> missing();

    /**
     * {@return the labels whose figures are approximate, when no tolerance says what that covers,
     * in the order of the account}
     */
    ImmutableList<String> lackingTolerance();

    /**
     * {@return the tolerance on which the intervals rest: the coder's assumption, to be printed
     * with the result; empty when there was none or no figure is approximate}
     */
    Optional<Tolerance> tolerance();

    /** {@return what can be said of the account} */
    default Verdict verdict() {
      if (!whole().intersects(sum())) {
        return Verdict.CANNOT;
      }
      return missing().isEmpty() && lackingTolerance().isEmpty() && account().complete()
          ? Verdict.RECONCILES
          : Verdict.CANNOT_TELL;
    }

    /**
     * {@return by how much the two sides miss each other at least; empty unless the verdict is
     * CANNOT; 0 when they only touch, as 100 and "more than 100" do}
     */
    default Optional<BigDecimal> gap() {
      return whole().gap(sum());
    }

    /** {@return which side is too large for the other; empty unless the verdict is CANNOT} */
    default Optional<Side> larger() {
      if (verdict() != Verdict.CANNOT) {
        return Optional.empty();
      }
      return Optional.of(whole().isBelow(sum()) ? Side.PARTS : Side.WHOLE);
    }

    /**
     * {@return the account and the verdict on one line, such as {@code taken 250 = released 105 +
     * held 149: cannot be, the parts are larger by 4}, and the tolerance when the verdict rests on
     * one}
     */
    default String describe() {
      String assumption =
          tolerance()
              .map(it -> " (reading \"about\" as within " + it + ", the coder's choice)")
              .orElse("");
      return account().describe() + ": " + finding() + assumption;
    }

    private String finding() {
      return switch (verdict()) {
        case RECONCILES -> "adds up";
        case CANNOT -> miss();
        case CANNOT_TELL -> "cannot tell: " + lacks();
      };
    }

    private String miss() {
      boolean parts = larger().equals(Optional.of(Side.PARTS));
      Interval excess = parts ? sum().minus(whole()) : whole().minus(sum());
      BigDecimal least = gap().orElse(BigDecimal.ZERO);
      String bound = excess.isExact() ? "" : excess.contains(least) ? "at least " : "more than ";
      return "cannot be, "
          + (parts ? "the parts are " : "the whole is ")
          + "larger by "
          + bound
          + Wording.number(least);
    }

    private String lacks() {
      List<String> reasons = new ArrayList<>();
      if (!missing().isEmpty()) {
        reasons.add(
            String.join(", ", missing())
                + (missing().size() == 1 ? " is not known" : " are not known"));
      }
      if (!lackingTolerance().isEmpty()) {
        String figures =
            String.join(", ", lackingTolerance().stream().map(this::figureOf).toList());
        reasons.add(
            figures + (lackingTolerance().size() == 1 ? " has" : " have") + " no tolerance");
      }
      if (!account().complete()) {
        reasons.add("it is not complete");
      }
      return String.join("; ", reasons);
    }

    private String figureOf(String label) {
      Figure part = account().parts().get(label);
      return (part == null ? account().whole() : part).wording();
    }
  }
}
