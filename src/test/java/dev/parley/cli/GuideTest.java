package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Snippets;
import dev.parley.files.WholeFile;
import dev.parley.report.Transcript.Ink;
import dev.parley.report.words.TextLayout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Example;

/**
 * The guide does what it says: its blocks of YAML, one after another, are the file; each block of
 * commands, and the program in Java, prints the block below it. {@code -Dgolden=write} writes these
 * anew.
 */
class GuideTest {
  private static final Path GUIDE = Path.of("examples", "first-negotiation.md");

  private static final Pattern BLOCK =
      Pattern.compile("^```(yaml|sh|java|text)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @Example
  void every_block_of_the_guide_is_as_it_says() throws Exception {
    String guide = Files.readString(GUIDE).replace("\r", "");
    Path folder = Files.createTempDirectory("guide");
    try {
      String printed = "";
      int commands = 0;
      StringBuilder now = new StringBuilder();
      Matcher block = BLOCK.matcher(guide);
      while (block.find()) {
        String shown = block.group(2);
        switch (block.group(1)) {
          case "yaml" ->
              Files.writeString(
                  folder.resolve("ferry.yaml"),
                  shown,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.APPEND);
          case "sh" -> {
            printed = printedBy(shown, folder);
            commands++;
          }
          case "java" ->
              printed =
                  Snippets.printedBy(
                      shown.replace(
                          "Path.of(\"ferry.yaml\")",
                          "Path.of(\"%s\")".formatted(folder.resolve("ferry.yaml"))),
                      folder);
          default -> shown = printed;
        }
        block.appendReplacement(
            now, Matcher.quoteReplacement("```%s\n%s```".formatted(block.group(1), shown)));
      }
      block.appendTail(now);
      assertThat(commands).isEqualTo(5);
      assertThat(folder.resolve("ferry.html")).content().startsWith("<!DOCTYPE html>");
      if ("write".equals(System.getProperty("golden"))) {
        Files.writeString(GUIDE, now);
      } else {
        assertThat(now.toString()).isEqualTo(guide);
      }
    } finally {
      try (Stream<Path> made = Files.walk(folder)) {
        for (Path file : made.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Runs commands on the files of a folder. */
  private static String printedBy(String commands, Path folder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
    Desk desk =
        new Desk(
            print,
            print,
            Ink.PLAIN,
            TextLayout.WIDTH,
            file -> Main.load(folder.resolve(file)),
            (file, text) -> WholeFile.write(folder.resolve(file), text),
            new ProgressLines(new PrintStream(new ByteArrayOutputStream()), () -> 0));
    for (String command : commands.lines().toList()) {
      String[] words = command.split(" ");
      assertThat(words[0]).isEqualTo("parley");
      String[] args = Stream.of(words).skip(1).toArray(String[]::new);
      assertThat(new Program(desk).run(args)).as(command + ":\n" + out).isZero();
    }
    return out.toString(StandardCharsets.UTF_8).replace("\r", "");
  }
}
