package dev.parley.testing;

import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The values in some moves, and the same moves with one of them nearer to the beginning of its
 * scale: 140 prisoners become 0, or 70, or 130, in every move that names them on that issue.
 */
final class SimplerValues {
  private static final List<String> BEFORE = List.of("at least ", "at most ", "exactly ", "");

  private record On(IssueId issue, Value value) {}

  private final List<Move> moves;
  private final Map<IssueId, Scale> scales = new LinkedHashMap<>();
  private final Set<On> values = new LinkedHashSet<>();
  private long rungs;

  SimplerValues(Agenda agenda, List<Move> moves) {
    this.moves = moves;
    agenda.issueList().forEach(issue -> scales.put(issue.id(), issue.scale()));
    for (Move move : moves) {
      move.act()
          .value(Shape.ISSUE_DEFINITION)
          .ifPresent(issue -> scales.putIfAbsent(issue.id(), issue.scale()));
    }
    Rewriting reading =
        new Rewriting() {
          @Override
          public Value value(IssueId issue, Value value) {
            note(issue, value);
            return value;
          }

          @Override
          public Ask ask(IssueId issue, Ask ask) {
            valueIn(issue, ask).ifPresent(v -> note(issue, v));
            return ask;
          }
        };
    for (Move move : moves) {
      if (isFirstWord(move)) {
        reading.move(move);
      }
    }
  }

  /** What answers an offer or a demand repeats its values, and is not weighed again. */
  private static boolean isFirstWord(Move move) {
    return switch (move.act().kind()) {
      case MAKE_OFFER, PROPOSE, RAISE_DEMAND, AMEND_DEMAND, ATTEST -> true;
      default -> false;
    };
  }

  private void note(IssueId issue, Value value) {
    Scale scale = scales.get(issue);
    if (scale != null && scale.holds(value)) {
      values.add(new On(issue, value));
      rungs += Rungs.of(scale, value);
    }
  }

  private Optional<Value> valueIn(IssueId issue, Ask ask) {
    Scale scale = scales.get(issue);
    if (scale == null || ask.region().isEmpty()) {
      return Optional.empty();
    }
    String text = ask.region().get();
    for (String before : BEFORE) {
      if (text.startsWith(before)) {
        try {
          return Optional.of(scale.parse(text.substring(before.length())));
        } catch (IllegalArgumentException moreThanOneValue) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** Returns how far all values are from the beginning of their scales. */
  long weight() {
    return rungs;
  }

  /** Returns the moves with one value nearer to the beginning of its scale. */
  Stream<List<Move>> nearer() {
    return values.stream()
        .flatMap(on -> nearer(on).stream().map(value -> replacing(on, value)))
        .flatMap(rewriting -> RewrittenMoves.all(moves, rewriting).stream());
  }

  private List<Value> nearer(On on) {
    Scale scale = scales.getOrDefault(on.issue(), Scale.levels("none", "known"));
    int rung = Rungs.of(scale, on.value());
    List<Value> nearer = new ArrayList<>();
    for (int next : ImmutableSortedSet.of(0, rung / 2, Math.max(0, rung - 1))) {
      if (next < rung) {
        nearer.add(Rungs.at(scale, next));
      }
    }
    return nearer;
  }

  private Rewriting replacing(On on, Value by) {
    return new Rewriting() {
      @Override
      public Value value(IssueId issue, Value value) {
        return issue.equals(on.issue()) && value.equals(on.value()) ? by : value;
      }

      @Override
      public Ask ask(IssueId issue, Ask ask) {
        if (!issue.equals(on.issue()) || valueIn(issue, ask).filter(on.value()::equals).isEmpty()) {
          return ask;
        }
        String text = ask.region().orElseThrow();
        String before = BEFORE.stream().filter(text::startsWith).findFirst().orElse("");
        return new Ask(Optional.of(before + by), ask.words());
      }
    };
  }
}
