package dev.parley.scenario.coded;

import com.google.common.collect.ImmutableList;
import dev.parley.scenario.Scenario;
import dev.parley.scenario.ScenarioException;
import dev.parley.scenario.ScenarioException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A mapping as it is written: what it says of events, and the head of a scenario, in which every
 * line has the number that it has in the file.
 *
 * @param name what messages call it
 * @param head the text without what it says of events
 * @param events what it says of events
 */
record MappingText(String name, String head, MappingNode events) {
  private static final String EVENTS = "events";
  private static final int MOST_CHARACTERS = 3_000_000;

  static MappingText of(String name, String text) {
    MappingNode root = root(name, text);
    NodeTuple events = null;
    for (NodeTuple tuple : root.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        if (key.getValue().equals("record")) {
          throw problem(
              name, key, "record", "a mapping has no record of its own: the events become it");
        }
        events = key.getValue().equals(EVENTS) ? tuple : events;
      }
    }
    if (events == null) {
      throw problem(
          name,
          root,
          "",
          "(events) is missing: say which columns there are and which entry each code becomes");
    }
    if (!(events.getValueNode() instanceof MappingNode said)) {
      throw problem(name, events.getValueNode(), EVENTS, "must be a mapping: columns, by, entries");
    }
    if (mark(events.getKeyNode()).getColumn() != 0) {
      throw problem(
          name, events.getKeyNode(), EVENTS, "must stand at the beginning of a line of its own");
    }
    return new MappingText(name, without(text, events), said);
  }

  private static MappingNode root(String name, String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "mapping (%s) has more than %s characters".formatted(name, MOST_CHARACTERS));
    }
    Optional<Node> root;
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(name).build();
      root =
          new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text)))
              .getSingleNode();
    } catch (YamlEngineException e) {
      Scenario.parse(name, text); // says what is wrong, and where
      throw new IllegalArgumentException("mapping (%s) is not YAML".formatted(name), e);
    }
    return root.filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast)
        .orElseThrow(
            () ->
                new ScenarioException(
                    ImmutableList.of(
                        new Problem(
                            new Problem.Place(name, 1, 1),
                            "",
                            "must be a mapping that starts with (parley: 1)"))));
  }

  /** Puts spaces in the place of what is said of events, so that the lines keep their numbers. */
  private static String without(String text, NodeTuple events) {
    int[] points = text.codePoints().toArray();
    int from = mark(events.getKeyNode()).getIndex();
    int to = events.getValueNode().getEndMark().map(Mark::getIndex).orElse(points.length);
    for (int i = from; i < Math.min(to, points.length); i++) {
      if (points[i] != '\n' && points[i] != '\r') {
        points[i] = ' ';
      }
    }
    return new String(points, 0, points.length);
  }

  private static Mark mark(Node node) {
    return node.getStartMark().orElseThrow();
  }

  /** Returns the scenario with these entries, each on a line after {@link #lines}. */
  Scenario with(List<String> entries) {
    StringBuilder whole = new StringBuilder(head).append("\nrecord:");
    whole.append(entries.isEmpty() ? " []\n" : "\n");
    entries.forEach(entry -> whole.append("  - ").append(entry).append('\n'));
    return Scenario.parse(name, whole.toString());
  }

  /** Returns after which line the entries stand. */
  int lines() {
    return (int) head.chars().filter(c -> c == '\n').count() + 2;
  }

  ScenarioException problem(Node at, String path, String message) {
    return problem(name, at, path, message);
  }

  private static ScenarioException problem(String name, Node at, String path, String message) {
    List<Problem> one = new ArrayList<>();
    Mark mark = mark(at);
    one.add(
        new Problem(
            new Problem.Place(name, mark.getLine() + 1, mark.getColumn() + 1), path, message));
    return new ScenarioException(ImmutableList.copyOf(one));
  }
}
