package dev.parley.agenda;

import java.io.Serializable;

/**
 * Somebody who acts or speaks in a record: a {@link Party} to the talks, or an {@link Outsider} who
 * can speak and set deadlines without being one. Immutable.
 */
public sealed interface Actor extends Serializable permits Party, Outsider {
  /** {@return the identifier, unique on an agenda} */
  ActorId id();

  /** {@return the name that people read} */
  String name();
}
