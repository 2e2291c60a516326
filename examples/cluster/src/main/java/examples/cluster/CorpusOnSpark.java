package examples.cluster;

import com.google.common.collect.ImmutableList;
import dev.parley.report.tidy.DataPackage;
import examples.cluster.Corpus.Output;
import examples.cluster.Corpus.RecordFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Turns a folder of records into tidy tables on Apache Spark. The rows of a file are made from that
 * file alone, so all that Spark does is to send names and to write rows. A file that cannot be read
 * gives rows to the table of problems and stops nothing.
 */
@Command(
    name = "CorpusOnSpark",
    mixinStandardHelpOptions = true,
    version = "examples of Parley",
    sortOptions = false,
    description = {
      "Turn a folder of records into tidy tables: one CSV file for each, with their dictionary"
          + " (datapackage.json), and Parquet.",
      "A file that cannot be read stops nothing: what is wrong with it is in the table of problems."
    })
public final class CorpusOnSpark implements Callable<Integer> {
  @Parameters(
      paramLabel = "FOLDER",
      description =
          "the records, .yaml or .yml, with all folders in it; on a cluster a place that every"
              + " machine can read, such as hdfs://...")
  private String folder = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      required = true,
      description = "a new folder for the tables: csv/ and parquet/")
  private String target = "";

  @Option(
      names = "--files-per-task",
      paramLabel = "N",
      description = "how many files are sent out at once (${DEFAULT-VALUE})")
  private int filesPerTask = 200;

  @Mixin private Cluster cluster = new Cluster();

  /** Runs it. */
  public static void main(String[] args) {
    System.exit(Programs.run(new CorpusOnSpark(), args));
  }

  @Override
  public Integer call() throws IOException {
    Programs.require(filesPerTask >= 1, "--files-per-task (%s) must be 1 or more", filesPerTask);
    if (cluster.isAlone()) {
      alone(new Configuration());
      return 0;
    }
    try (SparkSession spark = cluster.start("CorpusOnSpark")) {
      onSpark(spark, JavaSparkContext.fromSparkContext(spark.sparkContext()));
    }
    return 0;
  }

  /** Does it by this thread: the tables as CSV. */
  private void alone(Configuration hadoop) throws IOException {
    Corpus corpus = Corpus.of(folder, hadoop);
    Output output = new Output(target, hadoop);
    long start = System.nanoTime();
    List<Tidied> read = corpus.files().stream().map(file -> file.read(hadoop)).toList();
    Census census = read.stream().map(Census::of).reduce(Census::plus).orElseThrow();
    ImmutableList<CorpusTable> tables = CorpusTable.of(census.codes());
    for (CorpusTable table : tables) {
      try (OutputStream csv = output.open("csv/%s.csv".formatted(table.name()))) {
        csv.write(utf8(table.heading()));
        csv.write(utf8(table.lines(read)));
      }
    }
    finish(output, tables, census, start);
  }

  /** Does it on Spark: the tables as CSV and as Parquet. */
  private void onSpark(SparkSession spark, JavaSparkContext context) throws IOException {
    Configuration hadoop = context.hadoopConfiguration();
    Corpus corpus = Corpus.of(folder, hadoop);
    Output output = new Output(target, hadoop);
    long start = System.nanoTime();
    Broadcast<SerializableConfiguration> settings =
        context.broadcast(new SerializableConfiguration(hadoop));
    int tasks = (corpus.files().size() + filesPerTask - 1) / filesPerTask;
    JavaRDD<Tidied> read =
        context
            .parallelize(corpus.files(), tasks)
            .map((RecordFile file) -> file.read(settings.value().value()))
            .persist(StorageLevel.MEMORY_AND_DISK_SER());
    Census census = read.map(Census::of).reduce(Census::plus);
    ImmutableList<CorpusTable> tables = CorpusTable.of(census.codes());
    for (CorpusTable table : tables) {
      spark
          .createDataFrame(read.flatMap(file -> table.rows(file).iterator()), table.schema())
          .write()
          .parquet(output.path("parquet/" + table.name()));
      String parts = "parts/" + table.name();
      read.mapPartitions(files -> lines(table, files)).saveAsTextFile(output.path(parts));
      try (OutputStream csv = output.open("csv/%s.csv".formatted(table.name()))) {
        csv.write(utf8(table.heading()));
        output.append(parts, csv);
      }
    }
    output.remove("parts");
    finish(output, tables, census, start);
  }

  /** Returns the lines as one text, without the last line feed, which Spark writes after each. */
  private static Iterator<String> lines(CorpusTable table, Iterator<Tidied> files) {
    String lines = table.lines(ImmutableList.copyOf(files));
    return lines.isEmpty()
        ? Collections.emptyIterator()
        : List.of(lines.substring(0, lines.length() - 1)).iterator();
  }

  private void finish(Output output, List<CorpusTable> tables, Census census, long start)
      throws IOException {
    DataPackage all =
        new DataPackage(
            "corpus",
            "A corpus of records",
            tables.stream()
                .map(table -> table.of(List.of()))
                .collect(ImmutableList.toImmutableList()));
    try (OutputStream dictionary = output.open("csv/" + DataPackage.DICTIONARY)) {
      dictionary.write(utf8(all.dictionary()));
    }
    long files = census.read() + census.faulty();
    Programs.report(start, "%s tables".formatted(tables.size()), files, "records");
    System.out.printf(
        "read: %,d of %,d files; what is wrong with the others: %s%n",
        census.read(), files, output.path("csv/problems.csv"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
