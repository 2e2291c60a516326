package dev.parley.explore;

import com.google.common.collect.ImmutableSet;
import dev.parley.talks.ActKind;
import dev.parley.talks.Situation;
import dev.parley.talks.Stage;
import dev.parley.talks.Tables;
import dev.parley.talks.TransitionTable.Transition;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The rows of the stage table by name, for telling which of them a play takes. */
@SuppressWarnings("EnumOrdinal") // asked for every successor
final class NegotiationRows {
  private final Optional<String>[] names;
  private final ImmutableSet<String> expected;

  /**
   * The rows, of which those are expected that kinds of acts can take from a stage on, whatever
   * their guards say.
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no generic arrays
  NegotiationRows(Stage start, ImmutableSet<ActKind> kinds) {
    names =
        new Optional[Stage.values().length * Stage.Event.values().length * Stage.values().length];
    java.util.Arrays.fill(names, Optional.empty());
    for (Transition<Stage, Stage.Event, Situation> row : Tables.STAGE.rows()) {
      String name = row.from() + " " + row.event() + " to " + row.to();
      names[place(row.from(), row.event(), row.to())] = Optional.of(name);
    }
    expected = expected(start, kinds);
  }

  private ImmutableSet<String> expected(Stage start, ImmutableSet<ActKind> kinds) {
    Set<Stage.Event> events = EnumSet.noneOf(Stage.Event.class);
    kinds.forEach(kind -> events.add(kind.event()));
    Set<Stage> reached = EnumSet.of(start);
    ImmutableSet.Builder<String> meant = ImmutableSet.builder();
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Transition<Stage, Stage.Event, Situation> row : Tables.STAGE.rows()) {
        if (reached.contains(row.from()) && events.contains(row.event())) {
          grew |= reached.add(row.to());
          names[place(row.from(), row.event(), row.to())].ifPresent(meant::add);
        }
      }
    }
    return meant.build();
  }

  private static int place(Stage from, Stage.Event event, Stage to) {
    return (from.ordinal() * Stage.Event.values().length + event.ordinal()) * Stage.values().length
        + to.ordinal();
  }

  ImmutableSet<String> expected() {
    return expected;
  }

  Optional<String> between(Situation before, ActKind kind, Situation after) {
    return names[place(before.stage(), kind.event(), after.stage())];
  }
}
