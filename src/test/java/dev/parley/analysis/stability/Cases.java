package dev.parley.analysis.stability;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.statistics.Statistics;

/** The cases without which a law would be empty: each has to arise in some try. */
final class Cases {
  private final Map<String, Boolean> met = new TreeMap<>();

  Cases(String... labels) {
    for (String label : labels) {
      met.put(label, false);
    }
  }

  void sometimes(String label, boolean is) {
    met.merge(label, is, Boolean::logicalOr);
  }

  /** To be called once at the end of a try. */
  void count() {
    met.forEach(
        (label, is) ->
            Statistics.label(label).collect(is).coverage(c -> c.check(true).count(n -> n > 0)));
  }
}
