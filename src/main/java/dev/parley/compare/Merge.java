package dev.parley.compare;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.report.words.PlainText;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes two records as one file, with what is to be decided in comments. */
final class Merge {
  private static final String RECORD = "\nrecord:";
  private static final String END = "...";
  private static final String DECIDE = "# decide: ";

  private final Comparison of;
  private final ImmutableMap<EntryId, EntryId> back;
  private final StringBuilder out = new StringBuilder();

  private Merge(Comparison of) {
    this.of = of;
    this.back =
        of.matching().pairs().stream()
            .collect(ImmutableMap.toImmutableMap(Matching.Pair::other, Matching.Pair::one));
  }

  static String of(Comparison of) {
    return new Merge(of).text();
  }

  private String text() {
    String text = of.one().write();
    int body = body(text);
    // The first line promises the end mark.
    int first = text.indexOf('\n') + 1;
    out.append(text, 0, first);
    head();
    out.append(text, first, body);
    List<String> entries = entries(of.one());
    List<String> others = entries(of.other());
    ListMultimap<EntryId, Comparison.Difference> differences =
        Multimaps.index(of.differences(), d -> d.pair().one());
    Set<EntryId> alone =
        of.onlyInOne().stream().map(Entry::id).collect(Collectors.toCollection(HashSet::new));
    ListMultimap<Integer, EntryId> added = added();
    if (entries.isEmpty() && !others.isEmpty()) {
      decide("", "the first record has no entries");
      out.append("#record:\n");
    }
    insert(added.get(0), others);
    for (int i = 0; i < entries.size(); i++) {
      EntryId id = new EntryId(i + 1);
      if (alone.contains(id)) {
        decide("  ", "only the first record has this entry");
      }
      for (Comparison.Difference it : differences.get(id)) {
        decide(
            "  ",
            "%s: first (%s), second (%s)"
                .formatted(
                    PlainText.safe(it.field()),
                    PlainText.safe(it.one()),
                    PlainText.safe(it.other())));
      }
      out.append(entries.get(i));
      insert(added.get(i + 1), others);
    }
    return out.append(END).append('\n').toString();
  }

  private void decide(String indent, String words) {
    out.append(indent).append(DECIDE).append(words).append('\n');
  }

  private void head() {
    if (!of.one().title().equals(of.other().title())) {
      decide("", "title in the second record: " + PlainText.safe(of.other().title()));
    }
    of.agendas().forEach(unlike -> decide("", PlainText.safe(unlike.toString())));
    for (Source source : of.other().sources().values()) {
      Optional<Source> known = Optional.ofNullable(of.one().sources().get(source.id()));
      if (!known.equals(Optional.of(source))) {
        decide(
            "",
            "source (%s) in the second record: %s%s"
                .formatted(
                    source.id(),
                    PlainText.safe(source.describe(of.other().negotiation().agenda()::nameOf)),
                    known.isPresent() ? "; the first describes it otherwise" : ""));
      }
    }
  }

  private void insert(List<EntryId> ids, List<String> others) {
    for (EntryId id : ids) {
      decide("  ", "only the second record has this entry, there %s".formatted(id));
      Splitter.on('\n')
          .omitEmptyStrings()
          .split(others.get(id.number() - 1))
          .forEach(line -> out.append("  #").append(line).append('\n'));
    }
  }

  /** Returns what only the second record has, by the entry of the first after which it belongs. */
  private ListMultimap<Integer, EntryId> added() {
    Set<Object> notes =
        of.one().negotiation().chronicle().entries().stream()
            .map(entry -> note(entry, Optional::of))
            .flatMap(Optional::stream)
            .collect(Collectors.toCollection(HashSet::new));
    ListMultimap<Integer, EntryId> added = LinkedListMultimap.create();
    int after = 0;
    for (Entry entry : of.other().negotiation().chronicle().entries()) {
      Optional<Object> note = note(entry, id -> Optional.ofNullable(back.get(id)));
      @Nullable EntryId same = back.get(entry.id());
      if (same != null) {
        after = Math.max(after, same.number());
      } else if (note.filter(notes::contains).isEmpty()) {
        added.put(after, entry.id());
      }
    }
    return added;
  }

  /** Returns what a correction or a denial does to which entry of the first record. */
  private static Optional<Object> note(Entry entry, Function<EntryId, Optional<EntryId>> number) {
    if (entry instanceof Entry.Corrected corrected) {
      return number
          .apply(corrected.target())
          .map(id -> Map.entry(corrected.instead().isPresent() ? "corrects" : "cancels", id));
    }
    return entry instanceof Entry.Denied denied
        ? number.apply(denied.target()).map(id -> Map.entry("denies", id))
        : Optional.empty();
  }

  /** Returns where the entries begin: behind the key, or before the end mark where none is. */
  private static int body(String text) {
    int record = text.indexOf(RECORD);
    return record < 0 ? text.lastIndexOf(END) : text.indexOf('\n', record + 1) + 1;
  }

  /** Returns the entries of a record as it is written, each with its line feed. */
  private static List<String> entries(Scenario scenario) {
    String text = scenario.write();
    List<String> entries = new ArrayList<>();
    for (String line : Splitter.on('\n').split(text.substring(body(text)))) {
      if (line.startsWith("  - ")) {
        entries.add(line + "\n");
      } else if (!line.isEmpty() && !line.equals(END)) {
        entries.set(entries.size() - 1, entries.get(entries.size() - 1) + line + "\n");
      }
    }
    return entries;
  }
}
