package examples.cluster;

import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** Where a program runs: the options that say so, and the start of Spark. */
final class Cluster {
  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "where Spark runs, such as spark://host:7077, yarn or local[2]; without it what"
              + " spark-submit says, else local[*], all cores of this machine")
  private Optional<String> master = Optional.empty();

  @Option(
      names = "--alone",
      description = "without Spark, by one thread of this process: the same result")
  private boolean alone;

  boolean isAlone() {
    return alone;
  }

  /** Starts Spark. */
  SparkSession start(String name) {
    SparkConf conf = new SparkConf().setAppName(name).setIfMissing("spark.master", "local[*]");
    master.ifPresent(conf::setMaster);
    return SparkSession.builder()
        .config(
            conf.setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.ui.showConsoleProgress", "false"))
        .getOrCreate();
  }
}
