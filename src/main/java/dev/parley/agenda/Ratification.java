package dev.parley.agenda;

import com.google.common.collect.ImmutableSet;
import dev.parley.travel.RecordForm;
import java.io.Serializable;

/**
 * Who must ratify what it has signed before it is bound: a parliament for its government, the
 * members for their union. {@code Ratification.by(ActorId.of("union"))} has the union's signature
 * wait for a vote, and the employer bound at once; {@code Ratification.all()} has everybody's wait,
 * also that of a principal who is admitted later.
 *
 * <p>It says who must, not who has: that is told by moves. Immutable.
 */
public sealed interface Ratification extends Serializable {
  /** Every principal must. */
  record Everybody() implements Ratification {
    @Override
    public boolean isRequiredOf(ActorId party) {
      return true;
    }
  }

  /**
   * Some must, and nobody else.
   *
   * @param parties the principals who must; empty when nobody must
   */
  record Those(ImmutableSet<ActorId> parties) implements Ratification {
    @Override
    public boolean isRequiredOf(ActorId party) {
      return parties.contains(party);
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /** {@return that every principal must} */
  static Ratification all() {
    return new Everybody();
  }

  /** {@return that nobody must: a signature binds} */
  static Ratification none() {
    return new Those(ImmutableSet.of());
  }

  /**
   * {@return that these must, and nobody else}
   *
   * @param parties the principals who must
   */
  static Ratification by(ActorId... parties) {
    return by(ImmutableSet.copyOf(parties));
  }

  /**
   * {@return that these must, and nobody else}
   *
   * @param parties the principals who must
   */
  static Ratification by(Iterable<ActorId> parties) {
    return new Those(ImmutableSet.copyOf(parties));
  }

  /**
   * {@return whether a principal's signature binds it only once it has ratified}
   *
   * @param party a principal
   */
  boolean isRequiredOf(ActorId party);
}
