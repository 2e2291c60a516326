package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.progress.Progress;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.Step;
import dev.parley.progress.StepKind;
import dev.parley.talks.Move;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/**
 * What is made up reads like a negotiation. {@code mvn test -Dgolden=write} writes the three
 * samples anew; read them before you commit them.
 */
class SamplesTest {
  private static final LegalPlay PLAY = LegalPlay.ANY.withMoves(24, 30);

  @Example
  void a_strike_at_the_docks() throws IOException {
    check("docks.txt", PLAY.draw(7).transcript());
  }

  @Example
  void a_treaty_about_a_river() throws IOException {
    check("river.txt", PLAY.draw(10).transcript());
  }

  @Example
  void a_cease_fire() throws IOException {
    check("cease-fire.txt", PLAY.draw(29).transcript());
  }

  private static void check(String name, String actual) throws IOException {
    if ("write".equals(System.getProperty("golden"))) {
      Path home = Path.of("src", "test", "resources", "dev", "parley", "testing");
      Files.createDirectories(home);
      Files.writeString(home.resolve(name), actual);
      return;
    }
    try (InputStream in = SamplesTest.class.getResourceAsStream(name)) {
      assertThat(in).as("golden file %s; write it with -Dgolden=write", name).isNotNull();
      String kept = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(actual).isEqualTo(kept.replace("\r\n", "\n"));
    }
  }

  @Property
  void the_days_go_by(@ForAll long seed) {
    Optional<LocalDate> last = Optional.empty();
    for (Move move : PLAY.draw(seed).moves()) {
      if (move.on().earliest().equals(move.on().latest()) && move.on().earliest().isPresent()) {
        LocalDate day = move.on().earliest().get();
        assertThat(last.filter(day::isBefore)).isEmpty();
        last = Optional.of(day);
      }
    }
    assertThat(last).isPresent();
  }

  @Tag("slow")
  @Example
  void parties_concede_more_often_than_they_harden_and_every_verdict_comes_up() {
    Map<StepKind, Integer> steps = new EnumMap<>(StepKind.class);
    Map<Progress, Integer> verdicts = new EnumMap<>(Progress.class);
    for (long seed = 0; seed < 300; seed++) {
      for (RoundVerdict round : PLAY.draw(seed).course().end().rounds()) {
        verdicts.merge(round.progress(), 1, Integer::sum);
        for (Step step : round.steps()) {
          steps.merge(step.kind(), 1, Integer::sum);
        }
      }
    }
    assertThat(steps.get(StepKind.CONCEDED)).isGreaterThan(2 * steps.get(StepKind.HARDENED));
    assertThat(steps.get(StepKind.STATED)).isGreaterThan(steps.get(StepKind.CONCEDED));
    assertThat(verdicts).containsKeys(Progress.values());
    assertThat(verdicts.get(Progress.MOVED)).isGreaterThan(verdicts.get(Progress.REGRESSED));
  }
}
