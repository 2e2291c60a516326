package dev.parley.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import dev.parley.rules.Registry;
import dev.parley.scenario.Scenario.Label;
import dev.parley.scenario.ScenarioException.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a journal's file says when it is opened.
 *
 * @param scenario the record, up to its last whole entry
 * @param labels the labels that stand in the file
 * @param nodes how many values and keys the file has
 * @param indent what stands before the hyphen of each entry
 * @param kept what the file is to hold before its end mark
 * @param torn what is to be cut from its end
 */
@SuppressWarnings("ArrayRecordComponent") // read once when a file is opened, and never compared
record JournalText(
    Scenario scenario,
    ImmutableMap<String, Label> labels,
    int nodes,
    String indent,
    String kept,
    byte[] torn) {
  /** How many lines from the end a crash can have left: of an entry, and of the mark before it. */
  private static final int LINES = 3;

  /** The key of the record, and the list after it, of which a file can have neither. */
  private static final int NODES_OF_RECORD = 2;

  private static final byte[] NOTHING = {};

  private static final Pattern MARKS = Pattern.compile("(?m)^[.]{3}(?=\\s|$)");

  /** What reads files: what messages call this one, and the kinds and rules that it can name. */
  private record Reader(String file, DemandKinds kinds, Registry registry) {}

  static JournalText of(String file, byte[] bytes, DemandKinds kinds, Registry registry) {
    Reader reader = new Reader(file, kinds, registry);
    try {
      return of(reader, bytes, NOTHING);
    } catch (ScenarioException e) {
      Optional<JournalText> shorter =
          EndMark.isPromised(bytes) ? withoutTail(reader, bytes) : Optional.empty();
      return shorter.orElseThrow(() -> e);
    }
  }

  /**
   * Reads a file without its last lines, as few of them as need be: what a disk left that is no
   * text, and where the file lacks its end mark, what a crash left of an entry. What is text and
   * follows the mark was written by somebody, and is not cut.
   */
  private static Optional<JournalText> withoutTail(Reader reader, byte[] bytes) {
    int end = printable(bytes);
    int lines = EndMark.place(bytes) < 0 ? LINES : 0;
    for (int cut = 0; cut <= lines && end > 0; cut++) {
      try {
        byte[] before = Arrays.copyOf(bytes, end);
        return Optional.of(of(reader, before, Arrays.copyOfRange(bytes, end, bytes.length)));
      } catch (ScenarioException e) {
        end = lineStart(bytes, end);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns how much can be text: up to the line, one of the last, in which a disk left what
   * cannot.
   */
  private static int printable(byte[] bytes) {
    int from = bytes.length;
    for (int i = 0; i < LINES; i++) {
      from = from == 0 ? 0 : lineStart(bytes, from);
    }
    int mark = EndMark.place(bytes);
    for (int i = Math.max(from, mark); i < bytes.length; i++) {
      byte b = bytes[i];
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return lineStart(bytes, i + 1);
      }
    }
    return bytes.length;
  }

  /** Returns where the line starts that ends before a place. */
  private static int lineStart(byte[] body, int end) {
    int at = end - 1;
    while (at > 0 && body[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  private static JournalText of(Reader reader, byte[] bytes, byte[] cut) {
    Document document = Document.unmarked(reader.file(), bytes, Limits.DEFAULT);
    ScenarioReader.Whole read = ScenarioReader.whole(document, reader.kinds(), reader.registry());
    MappingNode root = (MappingNode) document.root().orElseThrow();
    String text = text(bytes);
    StringBuilder kept = new StringBuilder(EndMark.isPromised(bytes) ? "" : EndMark.PROMISE);
    kept.append(text).append(text.endsWith("\n") ? "" : "\n");
    int nodes = Measure.nodes(root);
    String outer = " ".repeat(root.column() - 1);
    String indent = outer + "  ";
    Optional<Node> record = root.get("record");
    if (at(text, root) == '{') {
      throw unfit(document, root, "stands in braces, within which nothing can be added");
    } else if (record.isEmpty()) {
      kept.append(outer).append("record:\n");
      nodes += NODES_OF_RECORD;
    } else if (record.get() instanceof ScalarNode none && !none.text().isEmpty()) {
      throw unfit(document, none, "is (%s): leave that out".formatted(none.text()));
    } else if (root.positionOf("record") < root.size() - 1) {
      throw unfit(document, record.get(), "is not the last key: move it to the end of the file");
    } else if (record.get() instanceof SequenceNode list) {
      if (at(text, list) != '-') {
        throw unfit(
            document, list, "stands in brackets: begin each entry on a line of its own, with (- )");
      }
      indent = " ".repeat(list.column() - 1);
    }
    byte[] torn = EndMark.MARK.startsWith(new String(cut, UTF_8)) ? NOTHING : cut;
    return new JournalText(read.scenario(), read.labels(), nodes, indent, kept.toString(), torn);
  }

  /** Returns what stands before the end mark, with the comments that follow it. */
  private static String text(byte[] bytes) {
    int mark = EndMark.place(bytes);
    String all = new String(bytes, 0, mark < 0 ? bytes.length : mark, UTF_8);
    String text = all.startsWith("\uFEFF") ? all.substring(1) : all; // a byte order mark
    String after =
        mark < 0
            ? ""
            : MARKS.matcher(new String(bytes, mark, bytes.length - mark, UTF_8)).replaceAll("");
    return after.isBlank() ? text : text + after.strip();
  }

  private static ScenarioException unfit(Document document, Node node, String why) {
    Problem.Place place = new Problem.Place(document.problems().file(), node.line(), node.column());
    return new ScenarioException(
        List.of(new Problem(place, node.path(), why + "; a journal adds entries at the end")));
  }

  /** Returns the character at which a node starts. */
  private static char at(String text, Node node) {
    int line = 1;
    int at = 0;
    while (line < node.line()) {
      char c = text.charAt(at++);
      if (c == '\n' || c == '\r' && text.charAt(at) != '\n') {
        line++;
      }
    }
    return text.charAt(at + node.column() - 1);
  }
}
