package dev.parley.explore;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.talks.ActKind;
import dev.parley.talks.Situation;
import dev.parley.talks.Stage;
import dev.parley.talks.Tables;
import dev.parley.talks.TransitionTable.Transition;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of the stage table by name, for telling which of them a play takes. What is agreed can
 * change with a move; then a second row is taken after the one of the move, and where the two lead
 * where no row of the move does, they have a name together.
 */
@SuppressWarnings("EnumOrdinal") // asked for every successor
final class NegotiationRows {
  /** The moves with which what is agreed can change. */
  private static final ImmutableSet<Stage.Event> SETTLING =
      Sets.immutableEnumSet(Stage.Event.AGREE, Stage.Event.CARRY_OUT);

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
      names[place(row.from(), row.event(), row.to())] =
          Optional.of(row.from() + " " + row.event() + " to " + row.to());
    }
    for (Transition<Stage, Stage.Event, Situation> row : Tables.STAGE.rows()) {
      for (Transition<Stage, Stage.Event, Situation> next : settling(row)) {
        int place = place(row.from(), row.event(), next.to());
        if (names[place].isEmpty()) {
          names[place] =
              Optional.of(row.from() + " " + row.event() + " and SETTLE to " + next.to());
        }
      }
    }
    expected = expected(start, kinds);
  }

  /** Returns the rows that can be taken after one because what is agreed has changed. */
  private static List<Transition<Stage, Stage.Event, Situation>> settling(
      Transition<Stage, Stage.Event, Situation> row) {
    return SETTLING.contains(row.event())
        ? Tables.STAGE.rows().stream()
            .filter(next -> next.event() == Stage.Event.SETTLE && next.from() == row.to())
            .toList()
        : List.of();
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
          for (Transition<Stage, Stage.Event, Situation> next : settling(row)) {
            grew |= reached.add(next.to());
            names[place(row.from(), row.event(), next.to())].ifPresent(meant::add);
          }
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
