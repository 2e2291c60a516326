package examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;

/** Each program prints what the README says that it prints, and ends without complaint. */
class ReadmeTest {
  private static final Pattern PROGRAM =
      Pattern.compile("^### (\\w+)$.*?^```text\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @Example
  void the_readme_shows_what_every_program_prints() throws Exception {
    Matcher programs = PROGRAM.matcher(Files.readString(Path.of("README.md")));
    int shown = 0;
    while (programs.find()) {
      assertThat(printedBy(programs.group(1))).as(programs.group(1)).isEqualTo(programs.group(2));
      shown++;
    }
    assertThat(shown).isEqualTo(programs().size());
  }

  private static String printedBy(String program) throws ReflectiveOperationException {
    PrintStream terminal = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Class.forName("examples." + program)
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(terminal);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** The sources that have a main method. */
  private static List<Path> programs() throws IOException {
    try (var sources = Files.walk(Path.of("src/main/java"))) {
      return sources.filter(ReadmeTest::isProgram).toList();
    }
  }

  private static boolean isProgram(Path source) {
    try {
      return Files.isRegularFile(source)
          && Files.readString(source).contains("public static void main(");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
