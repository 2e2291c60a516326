package dev.parley.agreement;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Value;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a party is bound to do under an agreement, and to whom. Immutable.
 *
 * @param under the text that makes it
 * @param undertaking what it undertook
 * @param owedTo to whom, in the order of identifiers
 */
public record Obligation(Text under, Undertaking undertaking, ImmutableSet<ActorId> owedTo) {
  /**
   * Puts those it is owed to in order.
   *
   * @param under the text that makes it
   * @param undertaking what it undertook
   * @param owedTo to whom, in the order of identifiers
   */
  public Obligation {
    owedTo = ImmutableSortedSet.copyOf(owedTo);
  }

  /** {@return its name: the undertaking's name} */
  public String name() {
    return undertaking.name();
  }

  /** {@return who is bound} */
  public ActorId by() {
    return undertaking.by();
  }

  /** {@return how much there is to do, in units; empty where it is done at once} */
  public Optional<BigDecimal> total() {
    return undertaking
        .amount()
        .or(
            () ->
                undertaking
                    .terms()
                    .filter(t -> t.values().size() == 1)
                    .map(t -> t.values().values().iterator().next())
                    .filter(Value.Amount.class::isInstance)
                    .map(v -> ((Value.Amount) v).number()));
  }

  /**
   * Where an obligation stands.
   *
   * @param state its state
   * @param degree how far it is implemented
   * @param done how much of its amount is done, in the amount's unit
   * @param excusedBy to whom it is owed no more
   */
  public record Status(
      ObligationState state,
      Implementation degree,
      BigDecimal done,
      ImmutableSet<ActorId> excusedBy) {
    /**
     * {@return an obligation of which nothing is done}
     *
     * @param state its state
     */
    public static Status of(ObligationState state) {
      return new Status(state, Implementation.NONE, BigDecimal.ZERO, ImmutableSet.of());
    }

    /**
     * {@return the same in another state}
     *
     * @param next its state
     */
    public Status in(ObligationState next) {
      return next == state ? this : new Status(next, degree, done, excusedBy);
    }
  }

  /**
   * How far an obligation is implemented, on the scale of the Peace Accords Matrix (Joshi, Quinn
   * and Regan 2015).
   */
  public enum Implementation {
    /** 0: nothing yet. */
    NONE,
    /** 1: minimal. */
    MINIMAL,
    /** 2: intermediate. */
    INTERMEDIATE,
    /** 3: full. */
    FULL
  }
}
