package dev.parley.scenario;

import static dev.parley.scenario.ScalarNode.Style.PLAIN;
import static dev.parley.scenario.ScalarNode.Style.QUOTED;
import static dev.parley.scenario.ScalarNode.Style.REFUSED;

import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Makes the tree of a document from the parser's events. It takes the events of snakeyaml-engine as
 * they come, since Jackson's view of them does not tell {@code null} from {@code "null"}.
 */
final class Composer {
  /** How many characters the parser takes at a time; it copies its window at each. */
  private static final int BUFFER = 16 << 10;

  /** The longest way to write one character: {@code \}{@code U0001F54A}. */
  private static final int LONGEST_ESCAPE = 10;

  /** How many different short texts are remembered, so that equal ones are one object. */
  private static final int REMEMBERED = 1 << 10;

  private static final int SHORT = 32;

  private final SourceText source;
  private final Limits limits;
  private final Problems problems;
  private final String[] remembered = new String[REMEMBERED];

  private final Node[] open;
  private int depth;
  private @Nullable ScalarNode key;
  private int keyEntry;
  private boolean keyIsDuplicate;
  private @Nullable Node root;
  private int nodes;
  private int line = 1;
  private int column = 1;

  Composer(SourceText source, Limits limits, Problems problems) {
    this.source = source;
    this.limits = limits;
    this.problems = problems;
    this.open = new Node[limits.depth()];
  }

  /** Returns the tree; empty after a problem beyond which the file could not be read. */
  Optional<Node> compose() {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(problems.file())
            .setBufferSize(BUFFER)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    SourceText.Chars chars = source.chars(LONGEST_ESCAPE * limits.textLength() + 2 * BUFFER);
    try {
      Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, chars));
      boolean whole = true;
      while (whole && events.hasNext()) {
        chars.renew();
        whole = take(events.next());
      }
      return whole ? document() : Optional.empty();
    } catch (SourceText.AllowanceSpent e) {
      refuse(
          String.format(
              Locale.ROOT,
              "no value ends within %,d characters after this point: a text may have %,d at most",
              LONGEST_ESCAPE * limits.textLength(),
              limits.textLength()));
    } catch (MarkedYamlEngineException e) {
      e.getProblemMark().or(e::getContextMark).ifPresent(this::moveTo);
      String context = e.getContext() == null ? "" : " (" + oneLine(e.getContext()) + ")";
      refuseSyntax("not YAML: " + oneLine(e.getProblem()) + context);
    } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // The scanner lets a few broken escapes and names through to the Java library.
      refuseSyntax("not YAML after this point: " + oneLine(String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private Optional<Node> document() {
    if (root == null || root instanceof ScalarNode scalar && scalar.isNull()) {
      problems.addForWholeFile("file (%s) is empty: it holds no value".formatted(problems.file()));
      return Optional.empty();
    }
    return Optional.of(root);
  }

  /** Takes an event; says whether to go on. */
  private boolean take(Event event) {
    switch (event.getEventId()) {
      case Scalar -> {
        return takeScalar((ScalarEvent) event);
      }
      case MappingStart, SequenceStart -> {
        return takeStart((CollectionStartEvent) event);
      }
      case MappingEnd -> ((MappingNode) open[--depth]).seal();
      case SequenceEnd -> ((SequenceNode) open[--depth]).seal();
      case Alias -> {
        moveTo(event);
        String name = ((AliasEvent) event).getAlias().getValue();
        problems.add(
            line,
            column,
            path(),
            "aliases %s are not used in scenarios: write the value out"
                .formatted(Problem.shown("*" + name)));
        return countOne() && attach(scalar("", REFUSED));
      }
      case DocumentStart -> {
        moveTo(event);
        if (root != null) {
          problems.add(line, column, "", "a second document starts here: a file holds one");
          return false;
        }
      }
      default -> {}
    }
    return true;
  }

  private boolean takeScalar(ScalarEvent event) {
    moveTo(event);
    refuseProperties(event, event.getTag());
    String text = event.getValue();
    if (text.length() > limits.textLength()) {
      problems.add(
          line,
          column,
          path(),
          String.format(
              Locale.ROOT,
              "text %s has %,d characters: %,d is the most",
              Problem.shown(text),
              text.length(),
              limits.textLength()));
      return countOne() && attach(scalar("", REFUSED));
    }
    ScalarNode.Style style = event.getScalarStyle() == ScalarStyle.PLAIN ? PLAIN : QUOTED;
    return countOne() && attach(scalar(remember(text), style));
  }

  private boolean takeStart(CollectionStartEvent event) {
    moveTo(event);
    refuseProperties(event, event.getTag());
    if (depth == limits.depth()) {
      return refuse("is nested deeper than %s levels, which is the most".formatted(depth));
    }
    Node parent = depth == 0 ? null : open[depth - 1];
    if (parent instanceof MappingNode && key == null) {
      return refuse("a key must be a text: a mapping or a list cannot be one");
    }
    boolean mapping = event.getEventId() == Event.ID.MappingStart;
    Node node =
        mapping
            ? new MappingNode(parent, entry(), line, column)
            : new SequenceNode(parent, entry(), line, column);
    boolean goesOn = countOne() && attach(node);
    open[depth++] = node;
    return goesOn;
  }

  private boolean attach(Node node) {
    if (depth == 0) {
      root = node;
    } else if (open[depth - 1] instanceof SequenceNode sequence) {
      sequence.add(node);
    } else if (open[depth - 1] instanceof MappingNode mapping) {
      if (key == null) {
        takeKey(mapping, (ScalarNode) node);
      } else {
        if (!keyIsDuplicate) {
          mapping.addValue(node);
        }
        key = null;
      }
    }
    return !problems.isFull();
  }

  private void takeKey(MappingNode mapping, ScalarNode node) {
    key = node;
    keyEntry = mapping.positionOf(node.text());
    keyIsDuplicate = keyEntry >= 0;
    if (!keyIsDuplicate) {
      mapping.addKey(node);
      keyEntry = mapping.size() - 1;
    } else if (!node.isRefused()) {
      problems.add(
          node.line(),
          node.column(),
          path(),
          "key %s on line %s was written on line %s already: keep one of them"
              .formatted(Problem.shown(node.text()), node.line(), mapping.key(keyEntry).line()));
    }
    if (node.isNull()) {
      problems.add(
          node.line(),
          node.column(),
          path(),
          "key %s is YAML's null: give it a name, or put it in quotes"
              .formatted(Problem.shown(node.text())));
    }
  }

  private ScalarNode scalar(String text, ScalarNode.Style style) {
    return new ScalarNode(depth == 0 ? null : open[depth - 1], entry(), line, column, text, style);
  }

  /** Returns the entry of the innermost open node that the next node belongs to. */
  private int entry() {
    if (depth == 0) {
      return 0;
    }
    if (open[depth - 1] instanceof SequenceNode sequence) {
      return sequence.size();
    }
    return key == null ? ((MappingNode) open[depth - 1]).size() : keyEntry;
  }

  /** Returns the path of the next node; that of the mapping if its key is not known. */
  private String path() {
    if (depth == 0) {
      return "";
    }
    StringBuilder path = new StringBuilder();
    Node parent = open[depth - 1];
    parent.appendPath(path);
    if (parent instanceof SequenceNode || key != null) {
      parent.appendStep(path, entry());
    }
    return path.toString();
  }

  private void refuseProperties(NodeEvent event, Optional<String> tag) {
    if (event.getAnchor().isPresent()) {
      String name = event.getAnchor().get().getValue();
      problems.add(
          line,
          column,
          path(),
          "anchors %s are not used in scenarios: remove it".formatted(Problem.shown("&" + name)));
    }
    if (tag.isPresent()) {
      problems.add(
          line,
          column,
          path(),
          "tags %s are not used in scenarios: nothing in a file can name a class"
              .formatted(Problem.shown(tag.get())));
    }
  }

  private boolean countOne() {
    if (nodes == limits.nodes()) {
      return refuse(
          String.format(
              Locale.ROOT, "the file has more than %,d values and keys, which is the most", nodes));
    }
    nodes++;
    return true;
  }

  private boolean refuse(String message) {
    problems.add(line, column, path(), message);
    return false;
  }

  /** Refuses at the place alone: the scanner is ahead of the events, so the path may be another. */
  private void refuseSyntax(String message) {
    problems.add(line, column, "", message);
  }

  private void moveTo(Event event) {
    Optional<Mark> mark = event.getStartMark();
    if (mark.isPresent()) {
      moveTo(mark.get());
    }
  }

  private void moveTo(Mark mark) {
    line = mark.getLine() + 1;
    column = mark.getColumn() + 1;
  }

  private String remember(String text) {
    if (text.length() > SHORT) {
      return text;
    }
    int hash = text.hashCode();
    int slot = (hash ^ hash >>> 16) & REMEMBERED - 1;
    String known = remembered[slot];
    if (text.equals(known)) {
      return known;
    }
    remembered[slot] = text;
    return text;
  }

  private static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > 200 ? line.substring(0, 200) + "..." : line;
  }
}
