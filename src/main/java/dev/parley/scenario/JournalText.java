package dev.parley.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.rules.Registry;
import dev.parley.scenario.ScenarioException.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a journal's file says when it is opened.
 *
 * @param scenario the record, up to its last whole entry
 * @param nodes how many values and keys the file has
 * @param indent what stands before the hyphen of each entry
 * @param kept what the file is to hold before its end mark
 * @param torn what is to be cut from its end
 */
@SuppressWarnings("ArrayRecordComponent") // read once when a file is opened, and never compared
record JournalText(Scenario scenario, int nodes, String indent, String kept, byte[] torn) {
  /** How many lines from the end a crash can have left: of an entry, and of the mark before it. */
  private static final int LINES = 3;

  private static final byte[] NOTHING = {};

  /** What reads files: what messages call this one, and the kinds and rules that it can name. */
  private record Reader(String file, DemandKinds kinds, Registry registry) {}

  static JournalText of(String file, byte[] bytes, DemandKinds kinds, Registry registry) {
    Reader reader = new Reader(file, kinds, registry);
    int mark = EndMark.place(bytes);
    byte[] body = mark < 0 ? bytes : Arrays.copyOf(bytes, mark);
    try {
      return of(reader, body, NOTHING);
    } catch (ScenarioException e) {
      Optional<JournalText> shorter =
          mark < 0 && EndMark.isPromised(bytes) ? withoutTail(reader, body) : Optional.empty();
      return shorter.orElseThrow(() -> e);
    }
  }

  /** Reads a file that lacks its end mark without its last lines, as few of them as need be. */
  private static Optional<JournalText> withoutTail(Reader reader, byte[] body) {
    int end = printable(body);
    for (int lines = 0; lines <= LINES && end > 0; lines++) {
      try {
        byte[] before = Arrays.copyOf(body, end);
        return Optional.of(of(reader, before, Arrays.copyOfRange(body, end, body.length)));
      } catch (ScenarioException e) {
        end = lineStart(body, end);
      }
    }
    return Optional.empty();
  }

  /** Returns how much can be text: up to the line in which a disk left what cannot. */
  private static int printable(byte[] body) {
    for (int i = 0; i < body.length; i++) {
      if (body[i] >= 0 && body[i] < ' ' && body[i] != '\n' && body[i] != '\r' && body[i] != '\t') {
        return lineStart(body, i + 1);
      }
    }
    return body.length;
  }

  /** Returns where the line starts that ends before a place. */
  private static int lineStart(byte[] body, int end) {
    int at = end - 1;
    while (at > 0 && body[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  private static JournalText of(Reader reader, byte[] body, byte[] cut) {
    Document document = Document.unmarked(reader.file(), body, Limits.DEFAULT);
    Scenario scenario = ScenarioReader.read(document, reader.kinds(), reader.registry());
    MappingNode root = (MappingNode) document.root().orElseThrow();
    String all = new String(body, UTF_8);
    String text = all.startsWith("\uFEFF") ? all.substring(1) : all; // a byte order mark
    StringBuilder kept = new StringBuilder(EndMark.isPromised(body) ? "" : EndMark.PROMISE);
    kept.append(text).append(text.endsWith("\n") ? "" : "\n");
    String outer = " ".repeat(root.column() - 1);
    String indent = outer + "  ";
    Optional<Node> record = root.get("record");
    if (at(text, root) == '{') {
      throw unfit(document, root, "stands in braces, within which nothing can be added");
    } else if (record.isEmpty()) {
      kept.append(outer).append("record:\n");
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
    return new JournalText(scenario, Measure.nodes(root), indent, kept.toString(), torn);
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
