package dev.parley.talks;

import dev.parley.agenda.ActorId;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.Optional;

/**
 * An entry of a {@link Chronicle}: a move as it was told, or a later word on such an entry. Nothing
 * is ever erased. Immutable.
 */
public sealed interface Entry extends Serializable {
  /** {@return its number, from 1 in the order of the chronicle} */
  EntryId id();

  /** {@return the date that it gives, which may be unknown} */
  When on();

  /** {@return the move that it tells, or puts in the place of another; empty for other words} */
  default Optional<Move> tells() {
    if (this instanceof Told told) {
      return Optional.of(told.move());
    }
    return this instanceof Corrected corrected ? corrected.instead() : Optional.empty();
  }

  /**
   * A move.
   *
   * @param id its number
   * @param move the move, as it was told
   */
  record Told(EntryId id, Move move) implements Entry {
    @Override
    public When on() {
      return move.on();
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A correction: from here on, an earlier entry is read as another move, or not at all.
   *
   * @param id its number
   * @param target the entry that is corrected
   * @param instead the move in its place, or empty when it is cancelled
   * @param note when, on whose word and why
   */
  record Corrected(EntryId id, EntryId target, Optional<Move> instead, Note note) implements Entry {
    @Override
    public When on() {
      return note.on();
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A denial: the actor of an earlier entry says that it is not so.
   *
   * @param id its number
   * @param target the entry that is denied
   * @param by who denies it: its actor
   * @param note when, on whose word and in which words
   */
  record Denied(EntryId id, EntryId target, ActorId by, Note note) implements Entry {
    @Override
    public When on() {
      return note.on();
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * When, on whose word and why a correction or a denial was entered. Immutable.
   *
   * @param on when, which may be unknown
   * @param source on whose word, or empty for the coder's
   * @param words why; empty when nothing is said
   */
  record Note(When on, Optional<Source> source, String words) implements Serializable {
    /**
     * Returns a note of the coder's.
     *
     * @param on when, in the form of {@link When#parse}
     * @param words why
     * @return the note
     */
    public static Note of(String on, String words) {
      return new Note(When.parse(on), Optional.empty(), words);
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }
}
