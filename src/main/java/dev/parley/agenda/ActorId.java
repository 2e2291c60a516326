package dev.parley.agenda;

import dev.parley.travel.RecordForm;
import java.io.Serializable;

/**
 * The identifier of who acts or speaks: a party or an outsider, such as {@code party-1}. Immutable.
 *
 * @param text the identifier, by the law of {@link Identifier}
 */
public record ActorId(String text) implements Serializable, Comparable<ActorId> {
  /**
   * Whoever it was: nobody says who opened the round, or suspended the talks. It stands for no
   * party and no outsider, and is on no agenda.
   */
  public static final ActorId UNNAMED = new ActorId("?");

  /**
   * Checks the law of {@link Identifier}.
   *
   * @param text the identifier
   */
  public ActorId {
    if (!text.equals("?")) {
      Identifier.check("party", text);
    }
  }

  /** {@return whether it names somebody: false for {@link #UNNAMED} only} */
  public boolean isNamed() {
    return !equals(UNNAMED);
  }

  /**
   * {@return the identifier with this text}
   *
   * @param text the identifier, by the law of {@link Identifier}
   */
  public static ActorId of(String text) {
    return new ActorId(text);
  }

  @Override
  public int compareTo(ActorId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
