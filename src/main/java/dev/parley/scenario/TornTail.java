package dev.parley.scenario;

import dev.parley.scenario.ScenarioException.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a crash left of an entry that was never whole, at the end of a {@link Journal}'s file. It
 * was cut there when the journal was opened, and its bytes are kept in a file beside it. Immutable.
 */
public final class TornTail {
  private final byte[] bytes;
  private final int after;
  private final Path keptIn;

  TornTail(byte[] bytes, int after, Path keptIn) {
    this.bytes = bytes;
    this.after = after;
    this.keptIn = keptIn;
  }

  /** {@return its bytes} */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** {@return the number of the entry after which it stood, the last whole one; 0 for none} */
  public int after() {
    return after;
  }

  /** {@return the file that keeps its bytes} */
  public Path keptIn() {
    return keptIn;
  }

  @Override
  public String toString() {
    boolean one = bytes.length == 1;
    return String.format(
        Locale.ROOT,
        "%,d %s after %s %s not a whole entry. %s cut from the file and %s kept in %s: %s",
        bytes.length,
        one ? "byte" : "bytes",
        after == 0 ? "the head" : "entry [" + after + "]",
        one ? "is" : "are",
        one ? "It was" : "They were",
        one ? "is" : "are",
        Problem.shown(keptIn.toString()),
        Problem.shown(new String(bytes, StandardCharsets.UTF_8)));
  }
}
