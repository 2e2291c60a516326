package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Refusal.Breach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects every law that a move breaks, in one evaluation. */
final class Breaches {
  private @Nullable List<Breach> found;
  private @Nullable List<Finding> remarks;
  private final Function<Offer, String> fate;
  private final Function<Text, Optional<EntryId>> origin;

  /**
   * What has become of an offer, and which entry put a text forward, is asked only when a message
   * is read.
   */
  Breaches(Function<Offer, String> fate, Function<Text, Optional<EntryId>> origin) {
    this.fate = fate;
    this.origin = origin;
  }

  /** A collector where there is no chronicle to ask. */
  static Breaches withoutChronicle() {
    return new Breaches(
        o -> "an offer that does not stand (" + o.terms() + ")", text -> Optional.empty());
  }

  void remark(Finding finding) {
    if (remarks == null) {
      remarks = new ArrayList<>(2);
    }
    remarks.add(finding);
  }

  ImmutableList<Finding> remarks() {
    return remarks == null ? ImmutableList.of() : ImmutableList.copyOf(remarks);
  }

  void add(Law law, Supplier<String> message, Supplier<String> wayOut) {
    if (found == null) {
      found = new ArrayList<>(2);
    }
    found.add(new Breach(law, message, wayOut));
  }

  /** A finding of a rule that refuses. */
  void add(Finding finding) {
    if (found == null) {
      found = new ArrayList<>(2);
    }
    found.add(
        new Breach(
            Law.RULE_BOOK,
            finding.rule(),
            () -> finding.rule() + ": " + finding.message(),
            finding::hint));
  }

  void require(boolean holds, Law law, Supplier<String> message, Supplier<String> wayOut) {
    if (!holds) {
      add(law, message, wayOut);
    }
  }

  /** Names a text by its terms and the entry that put it forward: {@code (pay 60) of [4]}. */
  String name(Text text) {
    String terms = text.terms().values().isEmpty() ? "the text" : "(" + text.terms() + ")";
    return origin.apply(text).map(entry -> terms + " of " + entry).orElse(terms);
  }

  String fate(Offer offer) {
    return fate.apply(offer);
  }

  boolean isEmpty() {
    return found == null;
  }

  int count() {
    return found == null ? 0 : found.size();
  }

  ImmutableList<Breach> all() {
    return found == null ? ImmutableList.of() : ImmutableList.copyOf(found);
  }
}
