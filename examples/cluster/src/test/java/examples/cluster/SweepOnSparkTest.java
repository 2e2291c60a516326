package examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;

/** A sweep gives the same figures, to the last digit, wherever it is played. */
class SweepOnSparkTest {
  private static final String LOCAL_CLUSTER = "local-cluster[2,1,1024]";
  private static final String WAGES = "dock-wages.yaml";
  private static final String HARBOUR = "../harbour-ring.yaml";

  private static Run run(String... args) {
    return Run.of(new SweepOnSpark(), List.of(args));
  }

  /** 12 matches of 60 plays, in 36 tasks. */
  private static Run sweep(String... where) {
    List<String> args =
        new ArrayList<>(List.of(WAGES, HARBOUR, "--strategies", "boulware:0.2,random"));
    args.addAll(List.of("--plays", "60", "--rounds", "60", "--plays-per-task", "20"));
    args.addAll(Arrays.asList(where));
    return Run.of(new SweepOnSpark(), args);
  }

  @Example
  void two_threads_of_spark_find_what_one_thread_finds() {
    Run alone = sweep("--alone");
    assertThat(alone.status()).isZero();
    assertThat(alone.out().lines()).hasSize(1 + 4 * 12 + 8 * 14);
    assertThat(sweep("--master", "local[2]")).isEqualTo(alone);
  }

  @Example
  void executors_in_processes_of_their_own_find_the_same() {
    assertThat(sweep("--master", LOCAL_CLUSTER)).isEqualTo(sweep("--alone"));
  }

  @Example
  void an_executor_that_is_killed_changes_nothing() throws Exception {
    Run killed = Killer.during(() -> sweep("--master", LOCAL_CLUSTER));
    assertThat(Killer.executorsLost()).isPositive();
    assertThat(Killer.tasksEnded()).isGreaterThan(36);
    assertThat(killed).isEqualTo(sweep("--alone"));
  }

  @Example
  void the_figures_go_into_a_file_on_request() throws Exception {
    Path file = Files.createTempFile("sweep", ".csv");
    Run run =
        run(WAGES, "--alone", "--plays", "5", "--strategies", "linear", "-o", file.toString());
    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(Files.readString(file))
        .startsWith(
            "scenario,strategies,measure,party,value,low,high,plays\r\n"
                + "dock-wages.yaml,union=linear port=linear,agreement,,1.0,");
    Files.delete(file);
  }

  @Example
  void what_is_asked_wrongly_is_named_with_the_way_out() {
    assertThat(run("--alone").err()).contains("Missing required parameter: 'SCENARIO");
    assertThat(run("none.yaml", "--alone"))
        .isEqualTo(new Run(1, "", "SweepOnSpark: no such file (none.yaml)\n"));
    assertThat(run(WAGES, "--alone", "--strategies", "hawk"))
        .isEqualTo(
            new Run(
                2,
                "",
                "SweepOnSpark: strategy (hawk) is not known. Known: " + Choice.NAMES + "\n"));
    assertThat(run(WAGES, "--alone", "--strategies", "boulware").err())
        .startsWith("SweepOnSpark: strategy (boulware) needs a number after a colon.");
    assertThat(run(WAGES, "--alone", "--strategies", "linear:1").err())
        .startsWith("SweepOnSpark: strategy (linear:1) takes no number.");
    assertThat(run(WAGES, "--alone", "--plays", "0").err())
        .isEqualTo("SweepOnSpark: --plays (0) must be 1 or more\n");
    assertThat(run("../wga-2023.yaml", "--alone").err())
        .startsWith("SweepOnSpark: scenario (../wga-2023.yaml), ")
        .contains("prefers is not said: add it under (preferences)");
    assertThat(run(HARBOUR, "--alone", "--strategies", "micro").err())
        .startsWith(
            "SweepOnSpark: scenario (../harbour-ring.yaml), north=micro south=micro union=micro: ");
  }

  @Example
  void the_help_names_every_option_and_strategy() {
    Run help = run("--help");
    assertThat(help.status()).isZero();
    assertThat(help.out())
        .contains("--master", "--alone", "--strategies", "--seed", "boulware:BETA", "local[*]");
  }
}
