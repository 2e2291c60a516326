package dev.parley.scenario;

import static dev.parley.scenario.DocumentTest.problems;
import static dev.parley.scenario.DocumentTest.read;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

class HostileInputTest {
  private static final Limits SMALL = new Limits(1_000, 3, 20, 30);

  /** Takes a second at most, where a loss of the limits takes minutes on any machine. */
  private static List<String> refused(Supplier<Document> reading) {
    long start = System.nanoTime();
    Document document = reading.get();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertThat(document.root()).isEmpty();
    assertThat(taken).isLessThan(Duration.ofMinutes(1));
    return problems(document);
  }

  private static List<String> refused(String text) {
    return refused(() -> read(text));
  }

  private static List<String> refused(byte[] bytes) {
    return refused(() -> Document.read("x.yaml", bytes));
  }

  private static List<String> refusedSmall(String text) {
    return refused(() -> Document.read("x.yaml", text.getBytes(UTF_8), SMALL));
  }

  @Example
  void a_sparse_file_of_a_gigabyte_is_refused_by_its_size() throws IOException {
    Path file = Files.createTempFile("sparse", ".yaml");
    try {
      try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
        sparse.setLength(1L << 30);
      }
      assertThat(refused(() -> Document.read(file)))
          .containsExactly("file (" + file + ") has more than 67,108,864 bytes, which is the most");
    } finally {
      Files.delete(file);
    }
  }

  @Example
  void an_endless_stream_is_read_to_the_limit_and_no_further() {
    long[] given = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            given[0]++;
            return 'a';
          }

          @Override
          public int read(byte[] target, int from, int length) {
            given[0] += length;
            return length;
          }
        };

    assertThat(refused(() -> Document.read("x.yaml", endless)))
        .containsExactly("file (x.yaml) has more than 67,108,864 bytes, which is the most");
    assertThat(given[0]).isEqualTo((64 << 20) + 1);
  }

  @Example
  void a_file_may_have_as_many_bytes_as_the_limit() {
    String text = "a: 1\n" + "#".repeat(994) + "\n";
    assertThat(Document.read("x.yaml", text.getBytes(UTF_8), SMALL).root()).isPresent();
    assertThat(refusedSmall(text + "\n"))
        .containsExactly("file (x.yaml) has more than 1,000 bytes, which is the most");
  }

  @Example
  void nesting_deeper_than_64_is_refused() {
    assertThat(read("[".repeat(64) + "]".repeat(64)).root()).isPresent();
    assertThat(refused("[".repeat(65) + "]".repeat(65)))
        .containsExactly(
            "x.yaml:1:65 "
                + "[1]".repeat(64)
                + ": is nested deeper than 64 levels, which is the most");
    assertThat(refused("[".repeat(1_000_000))).hasSize(1);
    assertThat(refused("{a: ".repeat(1_000_000))).hasSize(1);
    assertThat(refused("- ".repeat(1_000_000))).hasSize(1);
    assertThat(refused("? ".repeat(1_000_000))).hasSize(1);
  }

  @Example
  void aliases_are_refused_before_they_can_multiply() {
    StringBuilder laughs = new StringBuilder("a0: &a0 lol\n");
    for (int i = 1; i <= 9; i++) {
      String alias = "*a" + (i - 1);
      laughs.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", List.of(alias, alias))));
    }

    List<String> problems = problems(read(laughs.toString()));

    assertThat(problems).hasSize(10 + 18);
    assertThat(problems.get(2))
        .isEqualTo(
            "x.yaml:2:10 a1[1]: aliases (*a0) are not used in scenarios: write the value out");
    assertThat(problems(read("a: &a [*a]"))).hasSize(2);
  }

  @Example
  void millions_of_problems_end_the_reading() {
    List<String> problems = refused("[" + "*a,".repeat(5_000_000) + "]");

    assertThat(problems).hasSize(10_000);
  }

  @Example
  void more_nodes_than_the_limit_are_refused() {
    assertThat(refusedSmall("[" + "a,".repeat(20) + "]"))
        .containsExactly(
            "x.yaml:1:40 [20]: the file has more than 20 values and keys, which is the most");
    assertThat(refusedSmall("{a: 1, b: [" + "a,".repeat(20) + "]}"))
        .containsExactly(
            "x.yaml:1:42 b[16]: the file has more than 20 values and keys, which is the most");
  }

  @Example
  void six_million_nodes_are_refused() {
    assertThat(refused("[" + "a,".repeat(6_000_000) + "]"))
        .containsExactly(
            "x.yaml:1:600000 [300000]: the file has more than 300,000 values and keys, which is"
                + " the most");
  }

  @Example
  void a_text_longer_than_the_limit_is_refused_and_the_reading_goes_on() {
    assertThat(problems(read("a: " + "x".repeat(100_000)))).isEmpty();
    assertThat(problems(read("a: " + "x".repeat(100_001) + "\nb: &b 1")))
        .containsExactly(
            "x.yaml:1:4 a: text ("
                + "x".repeat(60)
                + "...) has 100,001 characters: 100,000 is the most",
            "x.yaml:2:4 b: anchors (&b) are not used in scenarios: remove it");
  }

  @Tag("slow")
  @Example
  void sixty_million_characters_without_an_end_are_refused() {
    String message =
        "no value ends within 1,000,000 characters after this point: a text may have 100,000 at"
            + " most, a comment or a gap 1,000,000";
    int many = 60_000_000;
    assertThat(refused("a:\n  b: " + "x".repeat(many)))
        .containsExactly("x.yaml:2:3 a.b: " + message);
    assertThat(refused("a: \"" + "x".repeat(many))).containsExactly("x.yaml:1:1 a: " + message);
    assertThat(refused("a: '" + "x ".repeat(many / 2))).containsExactly("x.yaml:1:1 a: " + message);
    assertThat(refused("a: |\n" + " x\n".repeat(many / 3)))
        .containsExactly("x.yaml:1:1 a: " + message);
    assertThat(refused("x".repeat(many))).containsExactly("x.yaml:1:1: " + message);
    assertThat(refused("\n".repeat(many))).containsExactly("x.yaml:1:1: " + message);
    assertThat(refused("#" + "x".repeat(many))).containsExactly("x.yaml:1:1: " + message);
    assertThat(refused("a: &" + "x".repeat(many))).containsExactly("x.yaml:1:1 a: " + message);
    assertThat(refused("a: !" + "x".repeat(many))).containsExactly("x.yaml:1:1 a: " + message);
    assertThat(refused("%" + "x".repeat(many))).containsExactly("x.yaml:1:1: " + message);
  }

  @Example
  void control_characters_are_refused() {
    assertThat(refused("a: b\nc: d\u0000e"))
        .containsExactly(
            "x.yaml:2:5: character U+0000 at offset 9 cannot be printed: remove it, or write it as"
                + " \"\\u0000\"");
    assertThat(refused("a: \u001b[31m"))
        .containsExactly(
            "x.yaml:1:4: character U+001B at offset 3 cannot be printed: remove it, or write it as"
                + " \"\\u001B\"");
    assertThat(refused("é: \u0080"))
        .containsExactly(
            "x.yaml:1:4: character U+0080 at offset 4 cannot be printed: remove it, or write it as"
                + " \"\\u0080\"");
    assertThat(refused("\uFFFE")).hasSize(1);
    assertThat(problems(read("a: \"\\0\\u001B\""))).isEmpty();
  }

  @Example
  void what_is_not_utf_8_is_refused_with_its_byte_and_line() {
    assertThat(refused("name: x\nplace: Café\n".getBytes(ISO_8859_1)))
        .containsExactly(
            "x.yaml:2:11: byte 0xE9 at offset 18 is not UTF-8: save the file as UTF-8");
    String utf16 = "x.yaml:1:1: the file is in UTF-16: save it as UTF-8";
    assertThat(refused("a: 1".getBytes(UTF_16))).containsExactly(utf16);
    assertThat(refused("\uFEFFa: 1".getBytes(UTF_16LE))).containsExactly(utf16);
    assertThat(refused("a: 1".getBytes(UTF_16LE)).get(0))
        .startsWith("x.yaml:1:2: character U+0000");
  }

  @Example
  void overlong_cut_and_surrogate_bytes_are_not_utf_8() {
    int[][] broken = {
      {0xC0, 0x80}, {0xC1, 0xBF}, {0xE0, 0x80, 0x80}, {0xED, 0xA0, 0x80}, {0xF0, 0x80, 0x80, 0x80},
      {0xF4, 0x90, 0x80, 0x80}, {0xF5, 0x80, 0x80, 0x80}, {0xC3}, {0xE2, 0x82}, {0xF0, 0x9F, 0x95},
      {0x80}, {0xFF}, {0xC3, 0x28}
    };
    for (int[] sequence : broken) {
      byte[] bytes = new byte[sequence.length];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) sequence[i];
      }
      assertThat(refused(bytes))
          .containsExactly(
              "x.yaml:1:1: byte 0x%02X at offset 0 is not UTF-8: save the file as UTF-8"
                  .formatted(sequence[0]));
    }
  }

  @Example
  void tags_cannot_name_a_class() {
    assertThat(problems(read("a: !!javax.script.ScriptEngineManager [x]\nb: !!str 1\nc: ! 2\n")))
        .containsExactly(
            "x.yaml:1:4 a: tags (tag:yaml.org,2002:javax.script.ScriptEngineManager) are not used"
                + " in scenarios: nothing in a file can name a class",
            "x.yaml:2:4 b: tags (tag:yaml.org,2002:str) are not used in scenarios: nothing in a"
                + " file can name a class",
            "x.yaml:3:4 c: tags (!) are not used in scenarios: nothing in a file can name a class");
  }

  @Example
  void a_second_document_is_refused() {
    assertThat(read("---\na: 1\n...\n").root()).isPresent();
    assertThat(refused("a: 1\n---\nb: 2\n"))
        .containsExactly("x.yaml:2:1: a second document starts here: a file holds one");
  }

  @Example
  void a_file_without_a_value_is_empty() {
    for (String text : List.of("", "\n", "# a comment\n", "---\n", "~", "\uFEFF")) {
      assertThat(refused(text)).containsExactly("file (x.yaml) is empty: it holds no value");
    }
  }

  @Example
  void a_directory_and_a_missing_file_are_named() throws IOException {
    Path directory = Files.createTempDirectory("scenarios");
    try {
      assertThat(refused(() -> Document.read(directory)))
          .containsExactly("(" + directory + ") is a directory: name a file in it");
      Path missing = directory.resolve("gaza.yaml");
      assertThat(refused(() -> Document.read(missing)))
          .containsExactly("no such file (" + missing + ")");
    } finally {
      Files.delete(directory);
    }
  }

  @Example
  void a_file_cannot_lie_in_a_file() throws IOException {
    Path file = Files.createTempFile("file", ".yaml");
    try {
      Path within = file.resolve("gaza.yaml");
      // Which of the two it is differs between JDKs: later ones say that there is no such file.
      assertThat(refused(() -> Document.read(within)).get(0))
          .matches(
              Pattern.quote("no such file (" + within + ")")
                  + "|"
                  + Pattern.quote("cannot read file (" + within + "): FileSystemException (")
                  + ".*");
    } finally {
      Files.delete(file);
    }
  }

  @Example
  void a_stream_that_fails_says_why() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk on fire");
          }
        };

    assertThat(refused(() -> Document.read("x.yaml", broken)))
        .containsExactly("cannot read file (x.yaml): IOException (disk on fire)");
  }

  @Example
  void a_breach_of_syntax_is_one_line_with_its_place() {
    assertThat(refused("a:\n  b: [1, 2\nc: 3\n"))
        .containsExactly(
            "x.yaml:3:2: not YAML: expected ',' or ']', but got : (while parsing a flow"
                + " sequence, from line 2). A text with a colon in it stands in quotes");
    assertThat(refused("a: b: c\n"))
        .containsExactly(
            "x.yaml:1:5: not YAML: mapping values are not allowed here. A text with a colon in it stands in quotes");
    assertThat(refused("a: \"x\n"))
        .containsExactly(
            "x.yaml:2:1: not YAML: found unexpected end of stream (while scanning a quoted"
                + " scalar, from line 1). A quote that is opened is closed; two single ones stand"
                + " for one inside it");
    assertThat(refused("a:\n\t- b\n").get(0)).startsWith("x.yaml:2:1: not YAML: ");
    assertThat(refused("a: \"\\UFFFFFFFF\"").get(0)).startsWith("x.yaml:1:");
    assertThat(refused("a: @b").get(0))
        .startsWith("x.yaml:1:4: not YAML: ")
        .endsWith("stands in quotes");
  }

  @Property(tries = 2_000)
  void any_text_gives_a_tree_or_problems_and_never_an_exception(@ForAll("yamlish") String text) {
    Document document = read(text);

    boolean tree = document.root().isPresent();
    assertThat(tree || !document.problems().isEmpty()).isTrue();
    assertThat(problems(document)).allMatch(line -> line.lines().count() == 1);
    Statistics.collect(tree ? "tree" : "refused");
    Statistics.coverage(
        coverage -> {
          coverage.check("tree").count(count -> count > 50);
          coverage.check("refused").count(count -> count > 50);
        });
  }

  @Property(tries = 500)
  void any_bytes_give_a_tree_or_problems_and_never_an_exception(@ForAll byte[] bytes) {
    Document document = Document.read("x.yaml", bytes);

    assertThat(document.root().isPresent() || !document.problems().isEmpty()).isTrue();
  }

  @Provide
  Arbitrary<String> yamlish() {
    return Arbitraries.of(
            "a",
            "b",
            " ",
            "  ",
            "\n",
            ": ",
            ":",
            "- ",
            "-",
            "? ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "\"",
            "'",
            "#",
            "|",
            ">",
            "&a ",
            "*a ",
            "!",
            "!!x ",
            "%",
            "%YAML 1.2\n",
            "---",
            "...",
            "\\",
            "\\u",
            "\\x41",
            "\\UFFFFFFFF",
            "\t",
            "~",
            "<<",
            "0",
            "@",
            "`",
            "\u2028",
            "\uFEFF",
            "é",
            "🕊",
            "\r")
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }
}
