package examples.cluster;

import com.google.common.collect.ImmutableSortedSet;
import java.io.Serializable;

/**
 * What must be known of all files before a table of them is written. Two of them merge, in any
 * order. Immutable.
 *
 * @param read how many files could be read
 * @param faulty how many could not
 * @param codes the columns of codes that some of them have
 */
record Census(long read, long faulty, ImmutableSortedSet<String> codes) implements Serializable {
  static Census of(Tidied file) {
    Tidied.Rows moves = file.tables().get("moves");
    return new Census(
        file.isRead() ? 1 : 0,
        file.isRead() ? 0 : 1,
        moves == null
            ? ImmutableSortedSet.of()
            : moves.columns().stream()
                .filter(column -> column.startsWith(CorpusTable.CODE))
                .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo)));
  }

  Census plus(Census other) {
    return new Census(
        read + other.read,
        faulty + other.faulty,
        ImmutableSortedSet.<String>naturalOrder().addAll(codes).addAll(other.codes).build());
  }
}
