package dev.parley.talks;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Value;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is settled: what an agreement says on an issue, as long as nobody among whom it is has taken
 * it up again. Immutable.
 *
 * @param values the settled values, by agreement and issue
 */
record Settled(ImmutableTable<Attestation, IssueId, Value> values) {
  /**
   * Returns what is settled.
   *
   * @param agreements what is agreed, in the order in which it was
   * @param position the position on each line
   */
  static Settled of(Iterable<Attestation> agreements, Function<Line, Position> position) {
    ImmutableTable.Builder<Attestation, IssueId, Value> values = ImmutableTable.builder();
    for (Attestation agreed : agreements) {
      agreed
          .terms()
          .values()
          .forEach(
              (issue, value) -> {
                if (isSigned(agreed, issue, value, position)) {
                  values.put(agreed, issue, value);
                }
              });
    }
    return new Settled(values.buildOrThrow());
  }

  private static boolean isSigned(
      Attestation agreed, IssueId issue, Value value, Function<Line, Position> position) {
    for (ActorId one : agreed.among()) {
      for (ActorId other : agreed.among()) {
        if (!one.equals(other)
            && position.apply(new Line(one, issue, other)).signed().stream()
                .noneMatch(s -> s.holds(value))) {
          return false;
        }
      }
    }
    return true;
  }

  /** {@return the settled value of each issue, the last one where agreements differ} */
  ImmutableMap<IssueId, Value> byIssue() {
    Map<IssueId, Value> last = new LinkedHashMap<>();
    values.cellSet().forEach(cell -> last.put(cell.getColumnKey(), cell.getValue()));
    return ImmutableMap.copyOf(last);
  }
}
