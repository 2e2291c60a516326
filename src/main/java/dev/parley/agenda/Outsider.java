package dev.parley.agenda;

import dev.parley.travel.RecordForm;

/**
 * Somebody outside the talks who can speak and set deadlines: a president-elect, a court, a news
 * outlet. An outsider makes no offers and is bound by nothing. Immutable.
 *
 * @param id the identifier
 * @param name the name that people read
 */
public record Outsider(ActorId id, String name) implements Actor {
  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
