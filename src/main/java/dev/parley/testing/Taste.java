package dev.parley.testing;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.talks.ActKind;
import dev.parley.talks.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What somebody who makes up a play likes to do.
 *
 * @param kinds the kinds of acts that are made at all
 * @param weights how many times as often as usual some kinds are made
 * @param complete whether all offers and proposals name every issue
 * @param eager whether what lies far off is accepted too, and time flies
 */
record Taste(
    ImmutableSet<ActKind> kinds,
    ImmutableMap<ActKind, Integer> weights,
    boolean complete,
    boolean eager) {
  static final Taste USUAL = new Taste(Rule.EVERY_KIND, ImmutableMap.of(), false, false);

  int times(ActKind kind) {
    return kinds.contains(kind) ? weights.getOrDefault(kind, 1) : 0;
  }

  /** Returns the taste of somebody who wants to get somewhere by some kinds of acts. */
  Taste bentOn(Set<ActKind> means) {
    Map<ActKind, Integer> more = new LinkedHashMap<>(weights);
    means.forEach(kind -> more.merge(kind, 20, (own, twenty) -> own * twenty));
    return new Taste(kinds, ImmutableMap.copyOf(more), complete, true);
  }
}
