package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.travel.RecordForm;
import dev.parley.travel.Travelling;
import java.io.Serializable;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A move that was refused, with every law that it breaks. Nothing has changed. Immutable.
 *
 * @param negotiation the negotiation, as it was
 * @param move the move
 * @param breaches every law that it breaks, one or more, in the order in which laws are asked
 */
public record Refusal(Negotiation negotiation, Move move, ImmutableList<Refusal.Breach> breaches)
    implements Outcome {
  /** {@return the codes of what was broken} */
  public ImmutableSet<Law> laws() {
    return breaches.stream().map(Breach::law).collect(Sets.toImmutableEnumSet());
  }

  /**
   * {@return everything that is wrong, and each way out: a sentence or two for each breach, a line
   * each}
   */
  public String message() {
    return breaches.stream()
        .map(b -> b.message() + ". " + b.wayOut() + ".")
        .collect(Collectors.joining("\n"));
  }

  @Override
  public Negotiation orThrow() {
    throw new RefusedException(this);
  }

  @Override
  public String toString() {
    return message();
  }

  /**
   * One law that a move breaks, with what is wrong and the way out. Its words are put together when
   * they are asked for, so that a refusal costs no more than a move. Immutable.
   */
  public static final class Breach implements Travelling {
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
     * {@return what refuses the move, in a word: the rule's id for a rule of the book, else the
     * name of the law}
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

    private Object writeReplace() {
      return new Form(law, code, message(), wayOut());
    }

    /** What travels in its place. */
    private record Form(Law law, String code, String message, String wayOut)
        implements Serializable {
      private Object readResolve() {
        return new Breach(law, code, () -> message, () -> wayOut);
      }
    }
  }

  /** Thrown where a caller insists on a move that is refused. The refusal says why. */
  public static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
      super(refusal.message());
      this.refusal = refusal;
    }

    /** {@return the refusal} */
    public Refusal refusal() {
      return refusal;
    }
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
