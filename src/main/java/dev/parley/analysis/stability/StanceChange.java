package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one party's move does to the stances.
 *
 * @param by who makes it
 * @param from the stances that it changes, by number
 * @param to the stances after it, of the same parties
 */
record StanceChange(
    ActorId by, ImmutableMap<ActorId, Integer> from, ImmutableMap<ActorId, Integer> to)
    implements Serializable {
  boolean startsAt(Map<ActorId, Integer> state) {
    return state.entrySet().containsAll(from.entrySet());
  }

  Map<ActorId, Integer> after(Map<ActorId, Integer> state) {
    Map<ActorId, Integer> after = new LinkedHashMap<>(state);
    after.putAll(to);
    return after;
  }

  boolean isOwnAlone() {
    return from.keySet().equals(java.util.Set.of(by));
  }

  StanceChange back() {
    return new StanceChange(by, to, from);
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
