package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.demand.Offer;
import dev.parley.talks.Refusal.Breach;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects every law that a move breaks, in one evaluation. */
final class Breaches {
  private @Nullable List<Breach> found;
  private @Nullable List<Finding> remarks;
  private final Function<Offer, String> fate;

  /** The fate of an offer is asked only when a message is read. */
  Breaches(Function<Offer, String> fate) {
    this.fate = fate;
  }

  /** A collector where there is no chronicle to ask. */
  static Breaches withoutChronicle() {
    return new Breaches(o -> "an offer that does not stand (" + o.terms() + ")");
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

  String fate(Offer offer) {
    return fate.apply(offer);
  }

  boolean isEmpty() {
    return found == null;
  }

  ImmutableList<Breach> all() {
    return found == null ? ImmutableList.of() : ImmutableList.copyOf(found);
  }
}
