package dev.parley.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.evidence.EntryId;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.stream.Collectors;

/**
 * Where talks stand, in sentences that a stranger understands: the outcome or the stage, what is
 * agreed and carried out, the last verdict with its reason, what came last, what is disputed, what
 * is unknown, what is due next. {@code "Round 3 is open in Doha and Cairo, since January 2025
 * [25]."}
 *
 * <p>It is no judgement: it repeats what the record says and on whose word.
 *
 * <p>Laws: at most eight sentences, the most important first; each names at least one entry of the
 * record, and its entries are those that its text cites; a record without entries has none.
 * Immutable.
 *
 * @param sentences the sentences, the most important first
 */
public record Summary(ImmutableList<Sentence> sentences) implements Serializable {
  /**
   * One sentence, or two that belong together.
   *
   * @param topic what it is about
   * @param text the sentence, its entries cited in brackets: {@code "... [54] [55]."}
   * @param entries the entries that stand behind it, at least one
   */
  public record Sentence(Topic topic, String text, ImmutableSortedSet<EntryId> entries)
      implements Serializable {
    /**
     * Checks that an entry stands behind it.
     *
     * @param topic what it is about
     * @param text the sentence
     * @param entries the entries that stand behind it
     */
    public Sentence {
      if (entries.isEmpty()) {
        throw new IllegalArgumentException("sentence (%s) cites no entry".formatted(text));
      }
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /** What a sentence is about. */
  public enum Topic {
    /** Used for the agreement that the talks came to, or the stage in which they are. */
    OUTCOME,
    /** Used for what is agreed on the issues. */
    TERMS,
    /** Used for what was done about what is owed. */
    IMPLEMENTATION,
    /** Used for the verdict on the last closed round, with its reason. */
    VERDICT,
    /** Used for what changed last. */
    LATEST,
    /** Used for allegations, and for claims that cannot all be true. */
    DISPUTED,
    /** Used for positions that nobody has reported. */
    UNKNOWN,
    /** Used for deadlines, and for ratifications that are awaited. */
    DUE
  }

  /** {@return the sentences, one after the other on one line} */
  public String text() {
    return sentences.stream().map(Sentence::text).collect(Collectors.joining(" "));
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
