package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.analysis.prospect.Preference;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Source;
import dev.parley.talks.Entry;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which sources a growing record describes where it first cites them: the last of the scenario's
 * sources, as far as they stand there in the order in which entries cite them. The others stand in
 * its head.
 */
final class FirstCited {
  private FirstCited() {}

  static ImmutableSet<String> byTheRecord(Scenario scenario) {
    Set<String> cited = new LinkedHashSet<>();
    for (Entry entry : scenario.negotiation().chronicle().entries()) {
      sources(entry).forEach(source -> cited.add(source.id()));
    }
    Set<String> head = new HashSet<>();
    scenario.accounts().forEach(account -> head.addAll(account.sources().values()));
    scenario.preferences().stream().map(Preference::source).map(Source::id).forEach(head::add);
    Map<String, Integer> places = new HashMap<>();
    cited.forEach(id -> places.put(id, places.size()));
    ImmutableList<String> all = scenario.sources().keySet().asList();
    int next = cited.size();
    int from = all.size();
    while (from > 0 && !head.contains(all.get(from - 1))) {
      int place = places.getOrDefault(all.get(from - 1), cited.size());
      if (place >= next) {
        break;
      }
      next = place;
      from--;
    }
    return ImmutableSet.copyOf(all.subList(from, all.size()));
  }

  /** Returns the sources that an entry cites, in the order in which it is written. */
  static ImmutableList<Source> sources(Entry entry) {
    ImmutableList.Builder<Source> sources = ImmutableList.builder();
    entry.tells().ifPresent(move -> of(move, sources));
    if (entry instanceof Entry.Corrected corrected) {
      corrected.note().source().ifPresent(sources::add);
    } else if (entry instanceof Entry.Denied denied) {
      denied.note().source().ifPresent(sources::add);
    }
    return sources.build();
  }

  private static void of(Move move, ImmutableList.Builder<Source> sources) {
    move.act()
        .value(Shape.CLAIM)
        .map(Claim::source)
        .filter(source -> !source.equals(RecordWriter.implied(move)))
        .ifPresent(sources::add);
    sources.addAll(move.sources());
  }
}
