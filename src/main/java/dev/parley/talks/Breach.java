package dev.parley.talks;

import com.google.common.base.Suppliers;
import java.util.function.Supplier;

/**
 * One law that a move breaks, with what is wrong and the way out. Its words are put together when
 * they are asked for, so that a refusal costs no more than a move. Immutable.
 */
public final class Breach {
  private final Law law;
  private final Supplier<String> message;
  private final Supplier<String> wayOut;

  Breach(Law law, Supplier<String> message, Supplier<String> wayOut) {
    this.law = law;
    this.message = Suppliers.memoize(message::get);
    this.wayOut = Suppliers.memoize(wayOut::get);
  }

  /**
   * Returns the law, whose name is the code of this breach.
   *
   * @return the law
   */
  public Law law() {
    return law;
  }

  /**
   * Returns what is wrong, with names and values.
   *
   * @return a sentence without a full stop, such as {@code "hamas cannot accept offer [4]: it was
   *     withdrawn in round 3"}
   */
  public String message() {
    return message.get();
  }

  /**
   * Returns the way out.
   *
   * @return a sentence without a full stop
   */
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
