package dev.parley.scenario;

import dev.parley.scenario.ScenarioException.Problem;
import dev.parley.spelling.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file says, before anybody asks what it means: a tree of nodes, each of which knows where
 * it stands, and the problems found so far. The root is absent if the file could not be read to its
 * end; then there is at least one problem. A problem that leaves the tree whole, such as a
 * duplicate key, is listed beside a root, so that the reader of the tree can add its own.
 *
 * <p>The file is one YAML 1.2 document in UTF-8, hence possibly JSON. Not used, and refused: tags,
 * anchors, aliases, keys that are not texts, several documents in one file.
 *
 * @param root the tree
 * @param problems the problems found, to which the reader of the tree adds
 */
record Document(Optional<Node> root, Problems problems) {
  /** How often a file is read again that changes while it is read. */
  private static final int REREAD = 10;

  static Document read(Path path) {
    return read(path, Limits.DEFAULT);
  }

  static Document read(Path path, Limits limits) {
    String file = SafeText.escaped(path.toString());
    if (Files.isDirectory(path)) {
      return unreadable(file, "(%s) is a directory: name a file in it".formatted(file));
    }
    if (Files.notExists(path)) {
      return unreadable(file, "no such file (%s)".formatted(file));
    }
    try {
      return read(file, bytes(path, limits), limits);
    } catch (IOException e) {
      return unreadable(file, "cannot read file (%s): %s".formatted(file, reason(e)));
    }
  }

  /**
   * Reads the bytes, of a file that is too large one more than the most. A file that lacks its end
   * mark may be about to get it from a {@link Journal}: it is read again while it changes.
   */
  private static byte[] bytes(Path path, Limits limits) throws IOException {
    byte[] bytes = firstBytes(path, limits);
    for (int again = 0; again < REREAD && EndMark.isMissing(bytes); again++) {
      byte[] now = firstBytes(path, limits);
      if (Arrays.equals(bytes, now)) {
        break;
      }
      bytes = now;
    }
    return bytes;
  }

  private static byte[] firstBytes(Path path, Limits limits) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(limits.bytes() + 1);
    }
  }

  static Document read(String file, InputStream in) {
    return read(file, in, Limits.DEFAULT);
  }

  static Document read(String file, InputStream in, Limits limits) {
    try {
      return read(file, in.readNBytes(limits.bytes() + 1), limits);
    } catch (IOException e) {
      return unreadable(file, "cannot read file (%s): %s".formatted(file, reason(e)));
    }
  }

  static Document read(String file, byte[] bytes) {
    return read(file, bytes, Limits.DEFAULT);
  }

  static Document read(String file, byte[] bytes, Limits limits) {
    return read(file, bytes, limits, true);
  }

  /** Reads bytes that need not end with the mark that they promise. */
  static Document unmarked(String file, byte[] bytes, Limits limits) {
    return read(file, bytes, limits, false);
  }

  private static Document read(String file, byte[] bytes, Limits limits, boolean marked) {
    if (bytes.length > limits.bytes()) {
      return tooLarge(file, limits);
    }
    Problems problems = new Problems(file);
    SourceText source = new SourceText(bytes);
    if (!source.check(problems)) {
      return new Document(Optional.empty(), problems);
    }
    if (marked && EndMark.isMissing(bytes)) {
      EndMark.report(bytes, limits, problems);
      return new Document(Optional.empty(), problems);
    }
    return new Document(new Composer(source, limits, problems).compose(), problems);
  }

  private static Document tooLarge(String file, Limits limits) {
    return unreadable(
        file,
        String.format(
            Locale.ROOT,
            "file (%s) has more than %,d bytes, which is the most",
            file,
            limits.bytes()));
  }

  private static Document unreadable(String file, String message) {
    Problems problems = new Problems(file);
    problems.addForWholeFile(message);
    return new Document(Optional.empty(), problems);
  }

  private static String reason(IOException e) {
    String name = e.getClass().getSimpleName();
    return e.getMessage() == null ? name : name + " " + Problem.shown(e.getMessage());
  }
}
