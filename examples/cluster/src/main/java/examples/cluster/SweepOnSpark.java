package examples.cluster;

import dev.parley.play.Tally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scala.Tuple2;

/**
 * Plays scenarios by strategies, many times each, on Apache Spark. A part of the plays is a value
 * that travels, and tallies merge in any order, so all that Spark does is to send and to add.
 */
@Command(
    name = "SweepOnSpark",
    mixinStandardHelpOptions = true,
    version = "examples of Parley",
    sortOptions = false,
    description = {
      "Play scenarios by strategies, many times each, and give the figures as comma-separated values.",
      "Every party of a scenario plays every strategy against every strategy of the others. A scenario"
          + " says what its parties prefer (preferences)."
    })
public final class SweepOnSpark implements Callable<Integer> {
  /** Parts of one task, where there are very many. */
  private static final int MOST_TASKS = 10_000;

  @Parameters(paramLabel = "SCENARIO", arity = "1..*", description = "files in Parley's YAML")
  private List<Path> scenarios = List.of();

  @Option(
      names = "--strategies",
      paramLabel = "NAME",
      split = ",",
      description = "with commas between them: " + Choice.NAMES + " (${DEFAULT-VALUE})")
  private List<String> strategies = List.of("boulware:0.2", "conceder:2", "random");

  @Option(
      names = "--plays",
      paramLabel = "N",
      description = "how often each match is played (${DEFAULT-VALUE})")
  private long plays = 1_000;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "how many rounds a play may have (${DEFAULT-VALUE})")
  private int rounds = 100;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "whence chance comes (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--plays-per-task",
      paramLabel = "N",
      description = "how many plays are sent out at once (${DEFAULT-VALUE})")
  private long playsPerTask = 10_000;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "where the figures go; without it they are printed")
  private Optional<Path> output = Optional.empty();

  @Mixin private Cluster cluster = new Cluster();

  /** Runs it. */
  public static void main(String[] args) {
    System.exit(Programs.run(new SweepOnSpark(), args));
  }

  @Override
  public Integer call() throws IOException {
    Programs.require(playsPerTask >= 1, "--plays-per-task (%s) must be 1 or more", playsPerTask);
    Programs.require(plays >= 1, "--plays (%s) must be 1 or more", plays);
    Sweep sweep =
        Sweep.of(scenarios, strategies.stream().map(Choice::of).toList(), rounds, plays, seed);
    List<Tally> tallies;
    long start;
    if (cluster.isAlone()) {
      start = System.nanoTime();
      tallies = sweep.tallies();
    } else {
      try (SparkSession spark = cluster.start("SweepOnSpark")) {
        start = System.nanoTime();
        tallies = tallies(sweep, JavaSparkContext.fromSparkContext(spark.sparkContext()));
      }
    }
    Programs.report(
        start,
        "%,d plays of %,d matches".formatted(plays * sweep.matches().size(), tallies.size()),
        Sweep.rounds(tallies),
        "rounds");
    String csv = sweep.table(tallies).csv();
    if (output.isPresent()) {
      Files.writeString(output.get(), csv);
    } else {
      System.out.write(csv.getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    }
    return 0;
  }

  /** Plays on Spark. */
  private List<Tally> tallies(Sweep sweep, JavaSparkContext spark) {
    List<Sweep.Part> parts = sweep.parts(playsPerTask);
    Map<Integer, Tally> byMatch =
        spark
            .parallelize(parts, Math.min(parts.size(), MOST_TASKS))
            .mapToPair(part -> new Tuple2<>(part.match(), part.plays().tally()))
            .reduceByKey(Tally::plus)
            .collectAsMap();
    return IntStream.range(0, sweep.matches().size())
        .mapToObj(m -> Sweep.require(Optional.ofNullable(byMatch.get(m)), sweep.matches().get(m)))
        .toList();
  }
}
