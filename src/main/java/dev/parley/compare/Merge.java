package dev.parley.compare;

import com.google.common.base.Splitter;
import dev.parley.evidence.EntryId;
import dev.parley.report.words.PlainText;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes two records as one file, with what is to be decided in comments. */
final class Merge {
  private static final String RECORD = "record:\n";

  private Merge() {}

  static String of(Comparison comparison) {
    String text = comparison.one().write();
    int start = text.indexOf("\n" + RECORD);
    if (start < 0) {
      return text;
    }
    int body = start + 1 + RECORD.length();
    List<String> entries = entries(text.substring(body));
    List<String> others = entries(record(comparison.other()));
    Map<EntryId, List<Comparison.Difference>> differences =
        comparison.differences().stream()
            .collect(
                Collectors.groupingBy(
                    d -> d.pair().one(), LinkedHashMap::new, Collectors.toList()));
    Set<EntryId> alone =
        comparison.onlyInOne().stream()
            .map(Entry::id)
            .collect(Collectors.toCollection(HashSet::new));
    Map<Integer, List<EntryId>> added = added(comparison);
    StringBuilder out = new StringBuilder(text.substring(0, body));
    insert(out, added.getOrDefault(0, List.of()), others);
    for (int i = 0; i < entries.size(); i++) {
      EntryId id = new EntryId(i + 1);
      if (alone.contains(id)) {
        out.append("  # decide: only the first record has this entry\n");
      }
      for (Comparison.Difference it : differences.getOrDefault(id, List.of())) {
        out.append("  # decide: ")
            .append(it.field())
            .append(": first (")
            .append(PlainText.safe(it.one()))
            .append("), second (")
            .append(PlainText.safe(it.other()))
            .append(")\n");
      }
      out.append(entries.get(i));
      insert(out, added.getOrDefault(i + 1, List.of()), others);
    }
    return out.toString();
  }

  private static void insert(StringBuilder out, List<EntryId> ids, List<String> others) {
    for (EntryId id : ids) {
      out.append("  # decide: only the second record has this entry\n");
      Splitter.on('\n')
          .omitEmptyStrings()
          .split(others.get(id.number() - 1))
          .forEach(line -> out.append("  #").append(line).append('\n'));
    }
  }

  /** Returns what only the second record has, by the entry of the first after which it belongs. */
  private static Map<Integer, List<EntryId>> added(Comparison comparison) {
    Map<EntryId, EntryId> back =
        comparison.matching().pairs().stream()
            .collect(Collectors.toMap(Matching.Pair::other, Matching.Pair::one));
    Set<EntryId> alone =
        comparison.onlyInOther().stream().map(Entry::id).collect(Collectors.toSet());
    Map<Integer, List<EntryId>> added = new LinkedHashMap<>();
    int after = 0;
    for (Entry entry : comparison.other().negotiation().chronicle().entries()) {
      if (alone.contains(entry.id())) {
        added.computeIfAbsent(after, n -> new ArrayList<>()).add(entry.id());
      } else if (back.containsKey(entry.id())) {
        after = Math.max(after, back.get(entry.id()).number());
      }
    }
    return added;
  }

  private static String record(Scenario scenario) {
    String text = scenario.write();
    int start = text.indexOf("\n" + RECORD);
    return start < 0 ? "" : text.substring(start + 1 + RECORD.length());
  }

  /** Returns the entries of a record as it is written, each with its line feed. */
  private static List<String> entries(String record) {
    List<String> entries = new ArrayList<>();
    for (String line : Splitter.on('\n').split(record)) {
      if (line.startsWith("  - ")) {
        entries.add(line + "\n");
      } else if (!line.isEmpty()) {
        entries.set(entries.size() - 1, entries.get(entries.size() - 1) + line + "\n");
      }
    }
    return entries;
  }
}
