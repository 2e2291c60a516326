package dev.parley.scenario;

import dev.parley.scenario.ScenarioException.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * How a file says that it is whole. One that Parley wrote begins with a comment that promises
 * YAML's end mark, and ends with the mark; when the promise is there and the mark is not, the file
 * was perhaps cut. A file that a person began makes no such promise.
 */
final class EndMark {
  /** The first line of a file that Parley wrote. */
  static final String PROMISE =
      "# Written by Parley. The file is whole if its last line is (...).\n";

  /** The last line. */
  static final String MARK = "...\n";

  private static final byte[] PROMISED = PROMISE.strip().getBytes(StandardCharsets.UTF_8);

  private static final byte[] MARKED = MARK.strip().getBytes(StandardCharsets.UTF_8);
  private static final int LENGTH = MARKED.length;

  private EndMark() {}

  /** Says whether a file promises to end with the mark. */
  static boolean isPromised(byte[] file) {
    int from = startsWith(file, 0, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}) ? 3 : 0;
    return startsWith(file, from, PROMISED);
  }

  private static boolean startsWith(byte[] file, int from, byte[] start) {
    for (int i = 0; i < start.length; i++) {
      if (from + i >= file.length || file[from + i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns where the first line begins that is the mark; -1 if there is none. */
  static int place(byte[] file) {
    for (int i = 0; i + LENGTH <= file.length; i++) {
      if ((i == 0 || file[i - 1] == '\n' || file[i - 1] == '\r')
          && startsWith(file, i, MARKED)
          && (i + LENGTH == file.length || Character.isWhitespace(file[i + LENGTH]))) {
        return i;
      }
    }
    return -1;
  }

  /** Says whether a file promises a mark that is not there. */
  static boolean isMissing(byte[] file) {
    return isPromised(file) && place(file) < 0;
  }

  /** Reports a file whose mark is missing, with the last entry that is whole. */
  static void report(byte[] file, Limits limits, Problems problems) {
    String text = new String(file, StandardCharsets.UTF_8);
    Optional<Node> root = whole(text, limits);
    int last = text.lastIndexOf("\n  - ");
    if (root.isEmpty() && last > 0) {
      root = whole(text.substring(0, last + 1), limits);
    }
    problems.addForWholeFile(
        "file %s is perhaps cut: Parley wrote it, and its last line, the end mark (...), is missing. %s. If nothing is missing, add the mark"
            .formatted(
                Problem.shown(problems.file()),
                root.flatMap(EndMark::lastEntry)
                    .map("Its last whole entry is "::concat)
                    .orElse("No entry of it is whole")));
  }

  private static Optional<Node> whole(String text, Limits limits) {
    Document document = Document.unmarked("", text.getBytes(StandardCharsets.UTF_8), limits);
    return document.problems().isEmpty() ? document.root() : Optional.empty();
  }

  private static Optional<String> lastEntry(Node root) {
    if (!(root instanceof MappingNode mapping)
        || !(mapping.get("record").orElse(null) instanceof SequenceNode record)
        || record.size() == 0) {
      return Optional.empty();
    }
    Node last = record.items().get(record.size() - 1);
    String verb = "";
    if (last instanceof MappingNode entry) {
      for (int i = 0; i < entry.size() && verb.isEmpty(); i++) {
        verb = entry.key(i).text().indexOf(' ') > 0 ? entry.key(i).text() : "";
      }
    }
    return Optional.of(
        String.format(Locale.ROOT, "[%d] on line %,d", record.size(), last.line())
            + (verb.isEmpty() ? "" : " " + Problem.shown(verb)));
  }
}
