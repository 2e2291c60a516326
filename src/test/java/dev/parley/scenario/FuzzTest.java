package dev.parley.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.rules.Registry;
import dev.parley.testing.LegalPlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;

/**
 * Files that are changed at random, in their bytes and in their lines, end as the documentation
 * says: they are read, written and read back equal, or refused with problems that have a place.
 * {@code mvn -Pfuzz test} does so for a minute.
 */
class FuzzTest {
  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 3);
  private static final long SEED = Long.getLong("fuzz.seed", 15);
  private static final byte[] TELLING =
      ":,{}[]-#\"'\n\t &*!|>%@`~.0123456789\0\u00e9".getBytes(UTF_8);

  private static List<byte[]> corpus() throws IOException {
    List<byte[]> corpus = new ArrayList<>();
    corpus.add(
        Files.readAllBytes(Path.of("src/test/resources/dev/parley/scenario/every-verb.yaml")));
    corpus.add(Files.readAllBytes(Path.of("examples/harbour-ring.yaml")));
    for (int seed = 1; seed <= 20; seed++) {
      Scenario scenario =
          Scenario.of(
              "A play",
              LegalPlay.ANY.withMoves(5, 40).withAwkwardWords().draw(seed).course().end());
      for (Layout layout : Layout.values()) {
        corpus.add(scenario.write(layout).getBytes(UTF_8));
      }
    }
    return corpus;
  }

  @Example
  void whatever_a_file_holds_it_is_read_or_its_problems_are_told() throws IOException {
    List<byte[]> corpus = corpus();
    Random random = new Random(SEED);
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    int read = 0;
    int refused = 0;
    while (System.nanoTime() < end || read == 0 || refused == 0) {
      byte[] file = corpus.get(random.nextInt(corpus.size()));
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        file = changed(file, corpus.get(random.nextInt(corpus.size())), random);
      }
      Scenario scenario;
      try {
        scenario =
            ScenarioReader.read(
                Document.read("x.yaml", file), DemandKinds.READY_MADE, Registry.readyMade());
      } catch (ScenarioException e) {
        assertThat(e.problems()).isNotEmpty();
        refused++;
        continue;
      }
      String text = scenario.write();
      Scenario again = Scenario.parse("again.yaml", text);
      assertThat(again).as(() -> text).isEqualTo(scenario);
      assertThat(again.write()).isEqualTo(text);
      assertThat(Scenario.parse("grown.yaml", scenario.write(Layout.GROWING)).negotiation())
          .isEqualTo(scenario.negotiation());
      read++;
    }
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }

  private static byte[] changed(byte[] file, byte[] other, Random random) {
    if (file.length == 0) {
      return other;
    }
    int at = random.nextInt(file.length);
    return switch (random.nextInt(7)) {
      case 0 -> { // another byte
        byte[] all = file.clone();
        all[at] = TELLING[random.nextInt(TELLING.length)];
        yield all;
      }
      case 1 -> Arrays.copyOf(file, at); // cut
      case 2 -> spliced(file, at, at + random.nextInt(8), new byte[0]);
      case 3 -> spliced(file, at, at, new byte[] {TELLING[random.nextInt(TELLING.length)]});
      case 4 -> line(file, at, new byte[0]);
      case 5 -> line(file, at, lineOf(other, random.nextInt(other.length)));
      default -> {
        byte[] own = lineOf(file, random.nextInt(file.length)); // a line from elsewhere in it
        int start = lineStart(file, at);
        yield spliced(file, start, start, own);
      }
    };
  }

  private static byte[] line(byte[] file, int at, byte[] with) {
    int start = lineStart(file, at);
    return spliced(file, start, start + lineOf(file, at).length, with);
  }

  private static int lineStart(byte[] file, int at) {
    int start = at;
    while (start > 0 && file[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private static byte[] lineOf(byte[] file, int at) {
    int start = lineStart(file, at);
    int end = start;
    while (end < file.length && file[end] != '\n') {
      end++;
    }
    return Arrays.copyOfRange(file, start, Math.min(file.length, end + 1));
  }

  private static byte[] spliced(byte[] file, int from, int to, byte[] with) {
    int until = Math.min(to, file.length);
    byte[] all = new byte[file.length - (until - from) + with.length];
    System.arraycopy(file, 0, all, 0, from);
    System.arraycopy(with, 0, all, from, with.length);
    System.arraycopy(file, until, all, from + with.length, file.length - until);
    return all;
  }
}
