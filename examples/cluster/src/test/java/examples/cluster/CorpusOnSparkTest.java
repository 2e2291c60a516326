package examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedSet;
import dev.parley.report.Transcript;
import dev.parley.report.tidy.DataPackage;
import dev.parley.report.tidy.RecordTables;
import dev.parley.report.tidy.Table;
import dev.parley.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A corpus gives the same tables, to the last byte, wherever it is read. */
class CorpusOnSparkTest {
  private static final String LOCAL_CLUSTER = "local-cluster[2,1,1024]";
  private static final int COPIES = 3;

  private Path home = Path.of("");

  /** Six records, three times over, and five files that are none. */
  @BeforeTry
  void writes_the_corpus() throws IOException {
    home = Files.createTempDirectory("corpus");
    Path in = Files.createDirectories(home.resolve("in"));
    try (Stream<Path> files = Files.list(Path.of(".."))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        for (int copy = 0; copy < COPIES; copy++) {
          Path folder = Files.createDirectories(in.resolve("copy " + copy));
          Files.copy(file, folder.resolve(file.getFileName()));
        }
      }
    }
    Files.writeString(in.resolve("empty.yaml"), "");
    Files.writeString(in.resolve("cut.yaml"), "parley: 1\ntitle: [");
    Files.write(in.resolve("latin.yaml"), "title: Müller".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(
        in.resolve("off.yaml"), Files.readString(Path.of("dock-wages.yaml")).replace("3,", "33,"));
    Files.writeString(in.resolve("deep.yml"), "[".repeat(100_000));
    Files.writeString(in.resolve("notes.txt"), "no record");
  }

  @AfterTry
  void removes_it() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private Run run(String... args) {
    return Run.of(new CorpusOnSpark(), List.of(args));
  }

  private String path(String name) {
    return home.resolve(name).toString();
  }

  /** Returns the files of a folder, by name. */
  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  private Map<String, String> alone() throws IOException {
    Run run = run(path("in"), "-o", path("alone"), "--alone");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("read: 18 of 23 files; ");
    return files(home.resolve("alone/csv"));
  }

  private Map<String, String> onSpark(String master) throws IOException {
    Run run = run(path("in"), "-o", path("spark"), "--master", master, "--files-per-task", "4");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("read: 18 of 23 files; ");
    try (Stream<Path> left = Files.list(home.resolve("spark"))) {
      assertThat(left.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("csv", "parquet");
    }
    return files(home.resolve("spark/csv"));
  }

  @Example
  void two_threads_of_spark_write_what_one_thread_writes() throws Exception {
    Map<String, String> alone = alone();
    assertThat(onSpark("local[2]")).isEqualTo(alone);
    assertThat(alone).hasSize(RecordTables.NAMES.size() + 2);
    assertThat(alone.get("moves.csv")).startsWith("record,entry,round,").contains("code_pa_x");
    assertThat(alone.get("problems.csv").lines().map(line -> line.split(",")[0]).distinct())
        .containsExactly("record", "cut.yaml", "deep.yml", "empty.yaml", "latin.yaml", "off.yaml");
    parquet_holds_the_same_rows();
  }

  private void parquet_holds_the_same_rows() throws IOException {
    Configuration hadoop = new Configuration();
    List<Tidied> read =
        Corpus.of(path("in"), hadoop).files().stream().map(file -> file.read(hadoop)).toList();
    Census census = read.stream().map(Census::of).reduce(Census::plus).orElseThrow();
    try (SparkSession spark = new Cluster().start("CorpusOnSparkTest")) {
      spark.conf().set("spark.sql.datetime.java8API.enabled", "true"); // days are LocalDate
      for (CorpusTable table : CorpusTable.of(census.codes())) {
        Dataset<Row> found = spark.read().parquet(path("spark") + "/parquet/" + table.name());
        assertThat(found.schema().fieldNames()).isEqualTo(table.schema().fieldNames());
        assertThat(found.collectAsList())
            .as(table.name())
            .containsExactlyInAnyOrderElementsOf(
                read.stream().flatMap(file -> table.rows(file).stream()).toList());
      }
    }
  }

  @Example
  void executors_in_processes_of_their_own_write_the_same() throws Exception {
    assertThat(onSpark(LOCAL_CLUSTER)).isEqualTo(alone());
  }

  @Example
  void an_executor_that_is_killed_changes_nothing() throws Exception {
    Map<String, String> written = Killer.during(() -> onSpark(LOCAL_CLUSTER));
    assertThat(Killer.executorsLost()).isPositive();
    assertThat(written).isEqualTo(alone());
  }

  @Example
  void a_file_gives_the_rows_that_it_gives_alone() {
    for (String name : List.of("gaza-2025.yaml", "iran-1981.yaml", "harbour-ring.yaml")) {
      Scenario scenario = Scenario.read(Path.of("..", name));
      Tidied tidied = Tidied.of(name, scenario);
      DataPackage record = RecordTables.of(Transcript.of(scenario));
      ImmutableSortedSet<String> codes = Census.of(tidied).codes();
      for (CorpusTable table : CorpusTable.of(codes)) {
        String lines = table.heading() + table.lines(List.of(tidied));
        String expected = record.table(table.name()).map(Table::csv).orElse("");
        String without =
            lines
                .lines()
                .map(line -> line.substring(line.indexOf(',') + 1) + "\r\n")
                .collect(Collectors.joining());
        assertThat(without)
            .as(table.name())
            .isEqualTo(
                table.name().equals(Tidied.PROBLEMS) ? "line,column,path,message\r\n" : expected);
      }
    }
  }

  @Example
  void what_is_asked_wrongly_is_named_with_the_way_out() throws Exception {
    assertThat(run(path("in"), "--alone").err()).contains("Missing required option: '--output");
    assertThat(run(path("none"), "-o", path("out"), "--alone"))
        .isEqualTo(new Run(2, "", "CorpusOnSpark: no such folder (%s)\n".formatted(path("none"))));
    Files.createDirectory(home.resolve("bare"));
    assertThat(run(path("bare"), "-o", path("out"), "--alone").err())
        .isEqualTo(
            "CorpusOnSpark: folder (%s) holds no file that ends in .yaml or .yml\n"
                .formatted(path("bare")));
    assertThat(run(path("in"), "-o", path("bare"), "--alone").err())
        .isEqualTo(
            "CorpusOnSpark: folder (%s) is there already: take another, or remove it\n"
                .formatted(path("bare")));
    assertThat(run("--help").out()).contains("--master", "--alone", "datapackage.json", "problems");
  }
}
