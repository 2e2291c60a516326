package dev.parley.cli;

import com.google.common.collect.ImmutableMap;
import dev.parley.json.Json;
import dev.parley.report.Markdown;
import dev.parley.report.Transcript;
import dev.parley.report.tidy.RecordTables;
import dev.parley.report.tidy.Table;
import dev.parley.report.words.PlainText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    description = "Give the record to other programs: JSON, rows for a table, Markdown, YAML.")
final class Export implements Answer {
  private static final ImmutableMap<String, String> BY_ENDING =
      ImmutableMap.of(
          "json", "json", "yaml", "yaml", "yml", "yaml", "md", "markdown", "csv", "moves");

  @Mixin private RecordOptions records = new RecordOptions();
  @Mixin private OutputOption output = new OutputOption();
  @Mixin private TableOptions tables = new TableOptions();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      converter = Values.Format.class,
      description =
          "json, yaml (the file in its canonical form), markdown, moves (CSV, one row each) or"
              + " steps (CSV); without it by the ending of -o, else json")
  private Optional<String> format = Optional.empty();

  @Override
  public int answer(Desk desk) throws Misused {
    Path file = records.file("export");
    Optional<Path> target = output.target(Optional.of(file));
    tables.check();
    if (tables.isAsked()) {
      if (format.isPresent()) {
        throw new Misused("options (--csv, --format) exclude each other: give one");
      }
      tables.deliver(desk, RecordTables.of(records.transcript(desk, file)), target, List.of(file));
      return Program.DONE;
    }
    String chosen = format.isPresent() ? format.get() : byEnding(target);
    if (chosen.equals("yaml")) {
      records.refuseParts("--format yaml");
      desk.deliver(desk.read(file).written(), target);
    } else {
      desk.deliver(of(records.transcript(desk, file), chosen), target);
    }
    return Program.DONE;
  }

  private static String byEnding(Optional<Path> target) throws Misused {
    if (target.isEmpty()) {
      return "json";
    }
    String name = String.valueOf(target.get().getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String format = BY_ENDING.get(ending);
    if (format == null) {
      throw new Misused(
          "the ending of (%s) names no format: add %s"
              .formatted(PlainText.safe(name), Values.example("--format")));
    }
    return format;
  }

  /** Returns a record in a format other than YAML. */
  static String of(Transcript transcript, String format) {
    return switch (format) {
      case "json" -> Json.of(transcript);
      case "markdown" -> Markdown.of(transcript);
      default ->
          RecordTables.of(transcript)
              .table(format)
              .map(Table::csv)
              .orElseThrow(
                  () -> new IllegalArgumentException("format (%s) is none".formatted(format)));
    };
  }
}
