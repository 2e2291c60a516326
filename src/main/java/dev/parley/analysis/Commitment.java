package dev.parley.analysis;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import java.util.Optional;

/**
 * Something that one party would carry out: Hamas releases the hostages, Israel withdraws its
 * forces, the northern port pays the first instalment. Whether it can be carried out is decided by
 * what it waits for, in a {@link Linkage}. Immutable.
 *
 * @param name its name, unique in a linkage, such as {@code "hostages"}
 * @param by who would carry it out
 * @param issue the issue of the agenda that it settles, or empty when it stands for none
 */
public record Commitment(String name, ActorId by, Optional<IssueId> issue) {
  /**
   * Checks that it has a name.
   *
   * @param name its name, unique in a linkage, such as {@code "hostages"}
   * @param by who would carry it out
   * @param issue the issue of the agenda that it settles, or empty when it stands for none
   */
  public Commitment {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a commitment by (%s) needs a name".formatted(by));
    }
  }

  /**
   * {@return a commitment that stands for no issue of an agenda}
   *
   * @param name its name, unique in a linkage
   * @param by who would carry it out
   */
  public static Commitment of(String name, String by) {
    return new Commitment(name, ActorId.of(by), Optional.empty());
  }

  @Override
  public String toString() {
    return name;
  }
}
