package dev.parley.talks;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.demand.Undertaking;

/**
 * What a party is bound to do once an agreement is in force, and to whom. Immutable.
 *
 * @param undertaking what it undertook
 * @param owedTo to whom, in the order of identifiers
 */
public record Obligation(Undertaking undertaking, ImmutableSet<ActorId> owedTo) {
  /**
   * Puts those it is owed to in order.
   *
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

  /**
   * Where an obligation stands.
   *
   * @param state its state
   * @param degree how far it is implemented
   */
  public record Status(ObligationState state, Implementation degree) {}

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
