package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;

/**
 * What the Javadoc shows is true: each example in Java compiles and runs with what {@link
 * JavadocFixture} has, a line that ends with {@code // => TEXT} gives that text, and each scenario
 * is read without findings.
 */
class JavadocTest {
  private static final Path SOURCES = Path.of("src", "main", "java");

  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n *\\* *}</pre>", Pattern.DOTALL);

  /** An expression on a line of its own, and what it gives, behind or below it. */
  private static final Pattern CLAIM =
      Pattern.compile("^ *(\\S.*\\S);\\s+// => (.*)$", Pattern.MULTILINE);

  private record Snippet(String name, String code) {
    boolean isScenario() {
      return code.startsWith("parley: 1");
    }
  }

  private static List<Snippet> snippets() throws IOException {
    List<Snippet> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        int number = 1;
        for (MatchResult found :
            EXAMPLE.matcher(Files.readString(file).replace("\r", "")).results().toList()) {
          String name =
              SOURCES
                  .relativize(file)
                  .toString()
                  .replaceFirst("\\.java$", "")
                  .replaceAll("\\W", "_");
          String code = found.group(1).replaceAll("(?m)^ *\\* ?", "");
          all.add(new Snippet("Of_%s_%d".formatted(name, number++), code));
        }
      }
    }
    return all;
  }

  @Example
  void every_scenario_is_read_without_findings() throws IOException {
    List<Snippet> scenarios = snippets().stream().filter(Snippet::isScenario).toList();
    assertThat(scenarios).isNotEmpty();
    for (Snippet snippet : scenarios) {
      assertThat(Scenario.parse(snippet.name(), snippet.code()).findings().values())
          .as(snippet.name())
          .isEmpty();
    }
  }

  @Example
  void every_example_in_java_runs_and_gives_what_it_says() throws Exception {
    Path folder = Files.createTempDirectory("javadoc");
    try {
      List<Snippet> programs = snippets().stream().filter(s -> !s.isScenario()).toList();
      assertThat(programs).hasSizeGreaterThan(10);
      Map<String, String> sources = new LinkedHashMap<>();
      programs.forEach(program -> sources.put(program.name(), source(program)));
      try (URLClassLoader classes = Snippets.compiled(sources, folder)) {
        for (Snippet program : programs) {
          run(classes, program);
        }
      }
    } finally {
      try (Stream<Path> made = Files.walk(folder)) {
        for (Path file : made.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void run(ClassLoader classes, Snippet program) throws Exception {
    var run = classes.loadClass("dev.parley." + program.name()).getDeclaredMethod("run");
    run.setAccessible(true);
    try {
      run.invoke(null);
    } catch (InvocationTargetException e) {
      throw new AssertionError(program.name() + ":\n" + program.code(), e.getCause());
    }
  }

  /** A class around an example: its statements in a method, unless it has methods of its own. */
  private static String source(Snippet program) {
    String code = program.code();
    String body =
        code.startsWith("@")
            ? code + "\nstatic void run() {}\n"
            : "static void run() throws Exception {\n%s\n}\n"
                .formatted(code.contains(";") ? claims(code) : valued(code));
    return """
        package dev.parley;

        %s
        import static dev.parley.progress.StepKind.*;
        import static dev.parley.testing.ParleyAssertions.assertThat;
        import static dev.parley.testing.ParleyAssertions.softly;
        import static org.assertj.core.api.Assertions.assertThat;
        import java.io.*;
        import java.nio.file.Files;
        import java.nio.file.Path;
        import java.time.LocalDate;
        import java.util.*;
        import net.jqwik.api.Arbitrary;
        import net.jqwik.api.Provide;

        class %s extends JavadocFixture {
        %s}
        """
        .formatted(imports(), program.name(), body);
  }

  private static String claims(String code) {
    return CLAIM
        .matcher(code)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    "gives(\"%s\", %s);"
                        .formatted(
                            found.group(2).replace("\\", "\\\\").replace("\"", "\\\""),
                            found.group(1))));
  }

  private static String valued(String code) {
    return "Objects.requireNonNull(" + code + ");";
  }

  private static String imports() {
    try (Stream<Path> packages = Files.walk(SOURCES)) {
      return packages
          .filter(file -> file.endsWith("package-info.java"))
          .filter(file -> !file.getParent().endsWith(Path.of("report", "words")))
          .map(file -> SOURCES.relativize(file.getParent()).toString().replaceAll("\\W", "."))
          .sorted()
          .map(name -> "import " + name + ".*;")
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Javadoc of {@code Negotiation} takes the record of the examples for its example. */
  @Example
  void negotiation_counts_the_record_as_it_is() throws IOException {
    String text =
        Files.readString(SOURCES.resolve(Path.of("dev", "parley", "talks", "Negotiation.java")))
            .replaceAll("\\s+\\* ", " ");
    Matcher counts =
        Pattern.compile("Israel and Hamas, (\\d+) issues, (\\d+) entries").matcher(text);
    assertThat(counts.find()).isTrue();
    assertThat(counts.group(1)).isEqualTo("" + JavadocFixture.agenda.issueList().size());
    assertThat(counts.group(2)).isEqualTo("" + JavadocFixture.negotiation.chronicle().size());
  }
}
