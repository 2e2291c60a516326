package dev.parley.scenario;

import static dev.parley.scenario.ScalarNode.Style.PLAIN;
import static dev.parley.scenario.ScalarNode.Style.QUOTED;
import static dev.parley.scenario.ScalarNode.Style.REFUSED;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import dev.parley.scenario.ScenarioException.Problem;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Makes the tree of a document from the parser's events. Jackson's view of them would not do, since
 * it does not tell {@code null} from {@code "null"}; neither would the tree of snakeyaml-engine's
 * {@code Compose}, which follows aliases, knows no limit of depth or size, ends at the first
 * problem, and lies in a package that its module does not export.
 */
final class Composer {
  /** How many characters the parser takes at a time; it copies its window at each. */
  private static final int BUFFER = 16 << 10;

  /** The longest way to write one character: {@code \}{@code U0001F54A}. */
  private static final int LONGEST_ESCAPE = 10;

  private static final String AFTER_THE_END =
      "something follows the end mark (...): put new entries before it";

  /** Stands for the entry of a node that is a key, and has no step of its own in a path. */
  private static final int KEY = -1;

  private final Limits limits;
  private final Problems problems;
  private final SourceText.Chars chars;
  private final Iterator<Event> events;
  private final Interner<String> texts = Interners.newStrongInterner();

  private @Nullable Node parent;
  private int entry;
  private int nodes;

  /** Whether the end mark was read. */
  private boolean ended;

  private int line = 1;
  private int column = 1;

  Composer(SourceText source, Limits limits, Problems problems) {
    this.limits = limits;
    this.problems = problems;
    this.chars = source.chars(LONGEST_ESCAPE * limits.textLength() + 2 * BUFFER);
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(problems.file())
            .setBufferSize(BUFFER)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    this.events = new ParserImpl(settings, new StreamReader(settings, chars));
  }

  /** Says that a problem was reported beyond which the file is not read. */
  private static final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    GivenUp() {
      super("given up", null, false, false);
    }
  }

  /** Returns the tree; empty after a problem beyond which the file could not be read. */
  Optional<Node> compose() {
    try {
      return document();
    } catch (GivenUp e) {
      return Optional.empty();
    } catch (SourceText.AllowanceSpent e) {
      add(
          String.format(
              Locale.ROOT,
              "no value ends within %1$,d characters after this point: a text may have %2$,d at most, a comment or a gap %1$,d",
              LONGEST_ESCAPE * limits.textLength(),
              limits.textLength()));
    } catch (MarkedYamlEngineException e) {
      e.getProblemMark().or(e::getContextMark).ifPresent(this::moveTo);
      if (ended) {
        refuseSyntax(AFTER_THE_END);
        return Optional.empty();
      }
      String from = e.getContextMark().map(m -> ", from line " + (m.getLine() + 1)).orElse("");
      String context = e.getContext() == null ? "" : " (" + oneLine(e.getContext()) + from + ")";
      refuseSyntax("not YAML: " + oneLine(e.getProblem()) + context + hint(e));
    } catch (YamlVersionException e) {
      refuseSyntax("the file asks for another version of YAML than 1.2: take out its line (%YAML)");
    } catch (NumberFormatException e) {
      refuseSyntax("not YAML after this point: a number in a directive or an escape is broken");
    } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // The scanner lets a few broken escapes and names through to the Java library.
      refuseSyntax("not YAML after this point: " + oneLine(String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private Optional<Node> document() {
    Node root = null;
    for (Event event = next(null, 0);
        event.getEventId() != Event.ID.StreamEnd;
        event = next(null, 0)) {
      if (event.getEventId() == Event.ID.DocumentStart) {
        event.getStartMark().ifPresent(this::moveTo);
        if (root != null) {
          throw refuse(ended ? AFTER_THE_END : "a second document starts here: a file holds one");
        }
        root = node(next(null, 0), 0);
      } else if (event instanceof DocumentEndEvent end) {
        ended = end.isExplicit();
      }
    }
    if (root == null || root instanceof ScalarNode scalar && scalar.isNull()) {
      problems.addForWholeFile("file (%s) is empty: it holds no value".formatted(problems.file()));
      return Optional.empty();
    }
    return Optional.of(root);
  }

  /** Returns the next event: of the node that belongs there, or the end of the parent. */
  private Event next(@Nullable Node parent, int entry) {
    this.parent = parent;
    this.entry = entry;
    chars.renew();
    return events.next();
  }

  /** Returns the node that starts with an event. */
  private Node node(Event event, int depth) {
    event.getStartMark().ifPresent(this::moveTo);
    if (event instanceof AliasEvent alias) {
      add(
          "aliases %s are not used in scenarios: write the value out"
              .formatted(Problem.shown("*" + alias.getAlias().getValue())));
      return scalar("", REFUSED);
    }
    if (event instanceof ScalarEvent scalar) {
      refuseProperties(scalar, scalar.getTag());
      return scalar(scalar);
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    refuseProperties(start, start.getTag());
    if (depth == limits.depth()) {
      throw refuse("is nested deeper than %s levels, which is the most".formatted(depth));
    }
    if (entry == KEY) {
      throw refuse("a key must be a text: a mapping or a list cannot be one");
    }
    countOne();
    return event.getEventId() == Event.ID.MappingStart
        ? mapping(new MappingNode(parent, entry, line, column), depth + 1)
        : sequence(new SequenceNode(parent, entry, line, column), depth + 1);
  }

  private ScalarNode scalar(ScalarEvent event) {
    String text = event.getValue();
    if (text.length() > limits.textLength()) {
      add(
          String.format(
              Locale.ROOT,
              "text %s has %,d characters: %,d is the most",
              Problem.shown(text),
              text.length(),
              limits.textLength()));
      return scalar("", REFUSED);
    }
    return scalar(texts.intern(text), event.getScalarStyle() == ScalarStyle.PLAIN ? PLAIN : QUOTED);
  }

  private ScalarNode scalar(String text, ScalarNode.Style style) {
    countOne();
    int index = entry == KEY && parent instanceof MappingNode mapping ? mapping.size() : entry;
    return new ScalarNode(parent, index, line, column, text, style);
  }

  private SequenceNode sequence(SequenceNode sequence, int depth) {
    while (next(sequence, sequence.size()) instanceof NodeEvent item) {
      sequence.add(node(item, depth));
    }
    return sequence;
  }

  private MappingNode mapping(MappingNode mapping, int depth) {
    while (next(mapping, KEY) instanceof NodeEvent first) {
      ScalarNode key = (ScalarNode) node(first, depth);
      int known = mapping.positionOf(key.text());
      if (known < 0) {
        mapping.addKey(key);
      } else if (!key.isRefused()) {
        problems.add(
            key.line(),
            key.column(),
            mapping.pathTo(known),
            "key %s on line %s was written on line %s already: keep one of them"
                .formatted(Problem.shown(key.text()), key.line(), mapping.key(known).line()));
      }
      int entry = known < 0 ? mapping.size() - 1 : known;
      if (key.isNull()) {
        problems.add(
            key.line(),
            key.column(),
            mapping.pathTo(entry),
            "key %s is YAML's null: give it a name, or put it in quotes"
                .formatted(Problem.shown(key.text())));
      }
      Node value = node(next(mapping, entry), depth);
      if (known < 0) {
        mapping.addValue(value);
      }
    }
    return mapping;
  }

  private void refuseProperties(NodeEvent event, Optional<String> tag) {
    if (event.getAnchor().isPresent()) {
      String name = event.getAnchor().get().getValue();
      add("anchors %s are not used in scenarios: remove it".formatted(Problem.shown("&" + name)));
    }
    if (tag.isPresent()) {
      add(
          "tags %s are not used in scenarios: nothing in a file can name a class"
              .formatted(Problem.shown(tag.get())));
    }
  }

  private void countOne() {
    if (nodes == limits.nodes()) {
      throw refuse(
          String.format(
              Locale.ROOT, "the file has more than %,d values and keys, which is the most", nodes));
    }
    if (problems.isFull()) {
      throw new GivenUp();
    }
    nodes++;
  }

  /** Reports a problem with the node that comes next; with its parent if it is a key. */
  private void add(String message) {
    String path = parent == null ? "" : entry == KEY ? parent.path() : parent.pathTo(entry);
    problems.add(line, column, path, message);
  }

  private GivenUp refuse(String message) {
    add(message);
    return new GivenUp();
  }

  /** Refuses at the place alone: the scanner is ahead of the events, so the path may be another. */
  private void refuseSyntax(String message) {
    problems.add(line, column, "", message);
  }

  private void moveTo(Mark mark) {
    line = mark.getLine() + 1;
    column = mark.getColumn() + 1;
  }

  /** Hints at what most often stands behind a problem. */
  private static String hint(MarkedYamlEngineException e) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    String context = e.getContext() == null ? "" : e.getContext();
    if (problem.endsWith("but got :") || problem.startsWith("mapping values are not allowed")) {
      return ". A text with a colon in it stands in quotes";
    } else if (problem.startsWith("expected <block end>") || context.contains("simple key")) {
      return ". What belongs together begins in one column, each entry of a list with a dash";
    } else if (problem.contains("that cannot start any token")) {
      return ". A text that begins so stands in quotes";
    }
    return context.contains("quoted scalar")
        ? ". A quote that is opened is closed; two single ones stand for one inside it"
        : "";
  }

  private static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > 200 ? line.substring(0, 200) + "..." : line;
  }
}
