package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.stream.Collectors;

/**
 * What a party stood for at a time, on each issue that is looked at: {@code hamas: prisoners at
 * least 1000, withdrawal 100}. The next thing that it says gives its next stance. Immutable.
 *
 * @param party a principal
 * @param number its place among the party's stances, from 1 in the order of the record
 * @param positions its position on each issue on which it has stated one, in words; toward each
 *     counterpart where that differs
 */
public record Stance(ActorId party, int number, ImmutableMap<IssueId, String> positions)
    implements Serializable {
  /** {@return its short name, of which the names of states are made, such as {@code hamas 2}} */
  public String name() {
    return party + " " + number;
  }

  @Override
  public String toString() {
    return name()
        + ": "
        + (positions.isEmpty() ? "nothing stated" : "")
        + positions.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
