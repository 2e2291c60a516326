package dev.parley.talks;

import java.util.function.Supplier;

/**
 * One law that a move breaks, with what is wrong and the way out. Its words are put together when
 * they are asked for, so that a refusal costs no more than a move. Immutable.
 */
public final class Breach {
  private final Law law;
  private final String code;
  private final Supplier<String> message;
  private final Supplier<String> wayOut;

  Breach(Law law, Supplier<String> message, Supplier<String> wayOut) {
    this(law, law.name(), message, wayOut);
  }

  Breach(Law law, String code, Supplier<String> message, Supplier<String> wayOut) {
    this.law = law;
    this.code = code;
    this.message = message;
    this.wayOut = wayOut;
  }

  /** {@return the law, {@link Law#RULE_BOOK} for a rule of the book} */
  public Law law() {
    return law;
  }

  /**
   * {@return what refuses the move, in a word: the rule's id for a rule of the book, else the name
   * of the law}
   */
  public String code() {
    return code;
  }

  /**
   * {@return what is wrong, with names and values: a sentence without a full stop, such as {@code
   * "hamas cannot accept offer [4]: it was withdrawn in round 3"}}
   */
  public String message() {
    return message.get();
  }

  /** {@return the way out: a sentence without a full stop} */
  public String wayOut() {
    return wayOut.get();
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof Breach breach
        && law == breach.law
        && message().equals(breach.message())
        && wayOut().equals(breach.wayOut());
  }

  @Override
  public int hashCode() {
    return law.hashCode() * 31 + message().hashCode();
  }

  @Override
  public String toString() {
    return law + ": " + message() + ". " + wayOut() + ".";
  }
}
