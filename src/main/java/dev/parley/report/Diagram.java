package dev.parley.report;

import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import dev.parley.talks.TransitionTable;
import dev.parley.talks.TransitionTable.Guard;
import dev.parley.talks.TransitionTable.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A state machine as a picture, in the text of a drawing program: every row of its table, the
 * guard's name in brackets, the current state marked. Rows with the same two ends share an arrow.
 *
 * <pre>{@code
 * Diagram.mermaid(Tables.STAGE, Optional.of(negotiation.situation().stage()))
 * }</pre>
 */
public final class Diagram {
  private Diagram() {}

  /**
   * Draws a table for Mermaid.
   *
   * @param <S> the states
   * @param <E> the events
   * @param <C> what guards look at
   * @param table the table
   * @param current the state to mark, or empty
   * @return a {@code stateDiagram-v2}
   */
  public static <S extends Enum<S>, E extends Enum<E>, C> String mermaid(
      TransitionTable<S, E, C> table, Optional<S> current) {
    StringBuilder text = new StringBuilder("stateDiagram-v2\n");
    text.append("  [*] --> ").append(table.start().name()).append('\n');
    arrows(table)
        .forEach(
            (ends, labels) ->
                text.append(
                    "  %s --> %s : %s\n"
                        .formatted(
                            ends.from().name(),
                            ends.to().name(),
                            String.join("<br/>", labels.stream().map(Diagram::entity).toList()))));
    for (S end : ends(table)) {
      text.append("  ").append(end.name()).append(" --> [*]\n");
    }
    current.ifPresent(
        state ->
            text.append("  classDef current fill:#ffd54f,stroke:#5d4037,color:#000\n")
                .append("  class ")
                .append(state.name())
                .append(" current\n"));
    return text.toString();
  }

  /**
   * Draws a table for Graphviz.
   *
   * @param <S> the states
   * @param <E> the events
   * @param <C> what guards look at
   * @param table the table
   * @param current the state to fill, or empty
   * @return a {@code digraph}
   */
  public static <S extends Enum<S>, E extends Enum<E>, C> String dot(
      TransitionTable<S, E, C> table, Optional<S> current) {
    StringBuilder text = new StringBuilder();
    text.append("digraph ").append(string(table.name())).append(" {\n");
    text.append("  node [shape=box, style=rounded];\n");
    text.append("  \"start\" [shape=point, label=\"\"];\n");
    Set<S> ends = ends(table);
    for (S state : states(table)) {
      List<String> marks = new ArrayList<>();
      if (ends.contains(state)) {
        marks.add("peripheries=2");
      }
      if (current.equals(Optional.of(state))) {
        marks.add("style=\"rounded,filled\"");
        marks.add("fillcolor=\"#ffd54f\"");
      }
      text.append("  ").append(string(state.name()));
      text.append(marks.isEmpty() ? "" : " [" + String.join(", ", marks) + "]").append(";\n");
    }
    text.append("  \"start\" -> ").append(string(table.start().name())).append(";\n");
    arrows(table)
        .forEach(
            (between, labels) ->
                text.append(
                    "  %s -> %s [label=%s];\n"
                        .formatted(
                            string(between.from().name()),
                            string(between.to().name()),
                            string(String.join("\n", labels)))));
    return text.append("}\n").toString();
  }

  /** The two ends of an arrow. */
  private record Ends<S>(S from, S to) {}

  private static <S extends Enum<S>, E extends Enum<E>, C> Map<Ends<S>, List<String>> arrows(
      TransitionTable<S, E, C> table) {
    Map<Ends<S>, List<String>> arrows = new LinkedHashMap<>();
    for (Transition<S, E, C> row : table.rows()) {
      arrows
          .computeIfAbsent(new Ends<>(row.from(), row.to()), e -> new ArrayList<>())
          .add(label(row));
    }
    return arrows;
  }

  private static String label(Transition<?, ?, ?> row) {
    String event = Names.words(row.event());
    return row.guard().equals(Guard.always()) ? event : event + " [" + row.guard().name() + "]";
  }

  private static <S extends Enum<S>, E extends Enum<E>, C> Set<S> states(
      TransitionTable<S, E, C> table) {
    Set<S> states = new LinkedHashSet<>();
    states.add(table.start());
    table.rows().forEach(row -> states.add(row.from()));
    table.rows().forEach(row -> states.add(row.to()));
    return states;
  }

  /** Returns the states that no row leaves. */
  private static <S extends Enum<S>, E extends Enum<E>, C> Set<S> ends(
      TransitionTable<S, E, C> table) {
    Set<S> ends = states(table);
    table.rows().forEach(row -> ends.remove(row.from()));
    return ends;
  }

  /** Writes what Mermaid could misread as a numeric entity; a line break becomes a space. */
  static String entity(String label) {
    StringBuilder text = new StringBuilder();
    PlainText.safe(label)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || " [],.-_'()".indexOf(c) >= 0) {
                text.appendCodePoint(c);
              } else {
                text.append('#').append(c).append(';');
              }
            });
    return text.toString();
  }

  /** Writes a Graphviz string; line breaks become its own, and nothing is read as an entity. */
  static String string(String label) {
    StringBuilder text = new StringBuilder("\"");
    for (String line : label.split("\n", -1)) {
      text.append(text.length() > 1 ? "\\n" : "");
      text.append(
          PlainText.safe(line).replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;"));
    }
    return text.append('"').toString();
  }
}
