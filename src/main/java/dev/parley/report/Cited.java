package dev.parley.report;

import com.google.common.collect.ImmutableSortedSet;
import dev.parley.evidence.EntryId;
import dev.parley.report.words.PlainText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A sentence in the making, which keeps the entries that it cites. */
final class Cited {
  /** So many entries are cited at one place; of more, the first and the last. */
  private static final int SHOWN = 6;

  private final StringBuilder text = new StringBuilder();
  private final TreeSet<EntryId> entries = new TreeSet<>();

  Cited say(String words) {
    text.append(words);
    return this;
  }

  /** Cites entries after what was said. */
  Cited cite(Collection<EntryId> behind) {
    List<EntryId> all = new ArrayList<>(new TreeSet<>(behind));
    if (all.size() > SHOWN) {
      all.subList(SHOWN - 1, all.size() - 1).clear();
    }
    for (EntryId entry : all) {
      text.append(' ').append(entry);
      entries.add(entry);
    }
    return this;
  }

  Cited cite(EntryId entry) {
    return cite(List.of(entry));
  }

  /** {@return the sentence; empty where nothing stands behind it} */
  Optional<Summary.Sentence> about(Summary.Topic topic) {
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Summary.Sentence(
                topic,
                text.toString().replace(PlainText.HARD_SPACE, ' ').strip(),
                ImmutableSortedSet.copyOfSorted(entries)));
  }
}
