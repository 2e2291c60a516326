package dev.parley.evidence;

import dev.parley.agenda.ActorId;
import java.util.Optional;
import java.util.function.Function;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * A source says that something is so. To "number of offers made by AMPTP" the studios' statement
 * answers 5 and the union's 1: two claims, each with its source, neither a fact. What the record
 * knows is who said what; claims that cannot both be true make a {@link Contest}.
 *
 * <p>Law: the question is not blank. Immutable.
 */
@Immutable
public sealed interface Claim extends WithClaim permits ImmutableClaim {
  /**
   * {@return the question that the claim answers, such as "number of offers made by AMPTP"}
   *
   * <p>Case and white space do not matter to whether two claims answer the same question.
   */
  String about();

  /** {@return what the claim says in answer} */
  Answer says();

  /** {@return who makes the claim} */
  Source source();

  /** {@return when the claim was made; {@link When#UNKNOWN} by default} */
  @Default
  default When on() {
    return When.UNKNOWN;
  }

  /**
   * {@return the party that the claim is about, which need not be the one that makes it; empty when
   * it is about none in particular}
   */
  Optional<ActorId> concerning();

  /**
   * {@return the claim that a source answers a question so}
   *
   * @param about the question
   * @param says the answer
   * @param source who says so
   */
  static Claim of(String about, Answer says, Source source) {
    return builder().about(about).says(says).source(source).build();
  }

  /** {@return an empty builder; the question, the answer and the source must be set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * {@return whether two claims answer the same question and cannot both be true}
   *
   * <p>Claims that concern different parties never contradict each other, whatever their question.
   *
   * @param other the other claim
   * @param tolerance what "about" covers, if the coder has said so
   */
  default boolean contradicts(Claim other, Optional<Tolerance> tolerance) {
    boolean elsewhere =
        concerning().isPresent()
            && other.concerning().isPresent()
            && !concerning().equals(other.concerning());
    return !elsewhere
        && Wording.normal(about()).equals(Wording.normal(other.about()))
        && says().contradicts(other.says(), tolerance);
  }

  /**
   * {@return the answer and who gives it: {@code 5 (AMPTP, via news)}}
   *
   * @param names what to call each party
   */
  default String describe(Function<ActorId, String> names) {
    return says().describe() + " (" + source().describe(names) + ")";
  }

  /** Checks the law above. */
  @Check
  default void check() {
    Wording.checkNotBlank("question of a claim", about(), "say what the claim answers");
  }

  /** Builds a {@link Claim}; the question, the answer and the source must be set. */
  final class Builder extends ImmutableClaim.Builder {
    Builder() {}
  }
}
