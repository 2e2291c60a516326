package dev.parley.agenda;

/**
 * The identifier of who acts or speaks: a party or an outsider, such as {@code party-1}. Immutable.
 *
 * @param text the identifier, by the law of {@link Identifier}
 */
public record ActorId(String text) implements Comparable<ActorId> {
  /**
   * Checks the law of {@link Identifier}.
   *
   * @param text the identifier
   */
  public ActorId {
    Identifier.check("party", text);
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
}
