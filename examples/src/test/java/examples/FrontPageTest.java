package examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import net.jqwik.api.Example;

/** What Parley's own README shows compiles, runs and prints as it stands there. */
class FrontPageTest {
  private static final Pattern JAVA =
      Pattern.compile(
          "^```java\\n(.*?)^```\\n\\n```\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern YAML =
      Pattern.compile("^```yaml\\n(parley:.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("^class (\\w+)", Pattern.MULTILINE);

  private static List<MatchResult> found(Pattern snippet) throws IOException {
    return snippet.matcher(Files.readString(Path.of("../README.md"))).results().toList();
  }

  @Example
  void each_program_prints_what_stands_below_it() throws Exception {
    List<MatchResult> programs = found(JAVA);
    assertThat(programs).isNotEmpty();
    for (MatchResult program : programs) {
      assertThat(printedBy(program.group(1))).isEqualTo(program.group(2));
    }
  }

  @Example
  void each_file_is_a_scenario_without_findings() throws IOException {
    List<MatchResult> files = found(YAML);
    assertThat(files).isNotEmpty();
    for (MatchResult file : files) {
      assertThat(Scenario.parse("README.md", file.group(1)).findings().values()).isEmpty();
    }
  }

  private static String printedBy(String source) throws Exception {
    String name = CLASS.matcher(source).results().findFirst().orElseThrow().group(1);
    Path folder = Files.createTempDirectory(Path.of("target"), "snippet");
    Path file = folder.resolve(name + ".java");
    Files.writeString(file, source);
    int errors =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), file.toString());
    assertThat(errors).as(source).isZero();
    PrintStream terminal = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (URLClassLoader classes =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, FrontPageTest.class.getClassLoader())) {
      Method main = classes.loadClass(name).getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(terminal);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
