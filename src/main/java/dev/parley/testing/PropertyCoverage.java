package dev.parley.testing;

import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.statistics.Statistics;

/**
 * What the plays of a jqwik property have met, reported with its statistics and checked at its end.
 */
final class PropertyCoverage {
  /** Under which label it is reported. */
  static final String LABEL = "what the plays met";

  private PropertyCoverage() {}

  /**
   * Returns what the plays of the property that is running have met so far.
   *
   * @param plays what they are drawn from
   */
  static Coverage of(LegalPlay plays) {
    Store<Coverage> store = Store.getOrCreate(plays, Lifespan.PROPERTY, Coverage::new);
    Coverage met = store.get();
    Statistics.label(LABEL).collect(met).coverage(checker -> met.check(plays.wanted()));
    return met;
  }
}
