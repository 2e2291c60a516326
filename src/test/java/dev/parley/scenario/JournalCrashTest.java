package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.evidence.EntryId;
import dev.parley.talks.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;

/**
 * A program that writes a journal is killed again and again: {@code -Djournal.kills=1000} says how
 * often, which {@code mvn -Pcrash test} does.
 */
@Tag("slow")
class JournalCrashTest {
  private static final int KILLS = Integer.getInteger("journal.kills", 100);
  private static final int KILLS_PER_FILE = 10;

  /** The longest time that a program is left to write, after it has begun. */
  private static final int MILLISECONDS = 40;

  @Example
  void whatever_was_acknowledged_is_there_after_the_writer_was_killed()
      throws IOException, InterruptedException {
    Random random = new Random(15);
    Path directory = Files.createTempDirectory("crash");
    int written = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path file = directory.resolve("talks-" + kill / KILLS_PER_FILE + ".yaml");
      int acknowledged = writeUntilKilled(file, random.nextInt(MILLISECONDS));
      try (Journal journal = Journal.open(file)) {
        int there = journal.negotiation().chronicle().size();
        assertThat(there).as("kill %s", kill).isBetween(acknowledged, acknowledged + 1);
        for (int entry = 1; entry <= there; entry++) {
          assertThat(journal.negotiation().chronicle().entry(new EntryId(entry)))
              .contains(new Entry.Told(new EntryId(entry), JournalWriting.move(entry)));
        }
        written = Math.max(written, there);
      }
    }
    assertThat(written).isGreaterThan(KILLS_PER_FILE);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Returns the last entry that the program acknowledged before it was killed. */
  private static int writeUntilKilled(Path file, int milliseconds)
      throws IOException, InterruptedException {
    Path said = file.resolveSibling("said");
    Files.deleteIfExists(said);
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                JournalWriting.class.getName(),
                file.toString())
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    while (Files.readString(said).lines().count() < 2 && program.isAlive()) {
      Thread.sleep(1);
    }
    Thread.sleep(milliseconds);
    program.destroyForcibly().waitFor();
    return Integer.parseInt(acknowledged(said).orElseThrow());
  }

  /** Returns the last whole line that a program has printed. */
  private static Optional<String> acknowledged(Path said) throws IOException {
    String text = Files.readString(said);
    int end = text.lastIndexOf('\n');
    return end < 0
        ? Optional.empty()
        : Optional.of(text.substring(text.lastIndexOf('\n', end - 1) + 1, end));
  }
}
