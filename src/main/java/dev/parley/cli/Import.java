package dev.parley.cli;

import com.google.common.collect.ImmutableList;
import dev.parley.report.tidy.Column;
import dev.parley.report.tidy.Table;
import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import dev.parley.scenario.coded.EventMapping;
import dev.parley.scenario.coded.EventMapping.LeftOut;
import dev.parley.scenario.coded.EventMapping.Mapped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Make a record of a table of coded events: PLOVER, CAMEO, the layout of ICEWS, an export of"
          + " PA-X.",
      "The mapping is the head of a scenario, with events in the place of record: which columns"
          + " there are, and which entry each code becomes. A row that becomes no entry is listed"
          + " with the reason."
    })
final class Import implements Answer {
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      hideParamSyntax = true,
      converter = Values.File.class,
      description = "a table in comma-separated values, a heading first")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      converter = Values.File.class,
      description = "what the columns and the codes of the table stand for")
  private Optional<Path> mapping = Optional.empty();

  @Option(
      names = "--left-out",
      paramLabel = "FILE",
      converter = Values.File.class,
      description = "keep the rows that became no entry in this file, with the reasons")
  private Optional<Path> keep = Optional.empty();

  @Mixin private OutputOption output = new OutputOption();

  @Override
  public int answer(Desk desk) throws Misused {
    if (files.size() != 1) {
      throw new Misused(
          "import needs one table%s: parley import events.csv --mapping mapping.yaml"
              .formatted(
                  files.isEmpty()
                      ? ""
                      : ", not %s (%s)".formatted(files.size(), RecordOptions.names(files))));
    }
    Path table = files.get(0);
    if (mapping.isEmpty()) {
      throw new Misused("import needs a mapping: parley import events.csv --mapping mapping.yaml");
    }
    Optional<Path> target = Optional.empty();
    Optional<Path> rest = Optional.empty();
    for (Path read : List.of(table, mapping.get())) {
      target = output.target(Optional.of(read));
      rest = Desk.target(keep, "--left-out", Optional.of(read));
    }
    Mapped mapped = mapped(table, mapping.get());
    desk.deliver(mapped.scenario().write(), target);
    tell(desk, mapped);
    if (rest.isPresent()) {
      desk.deliver(rows(mapped.leftOut()).csv(), rest);
    }
    return Program.DONE;
  }

  /** What is wrong with the table or the mapping is no defect of the program. */
  private static Mapped mapped(Path table, Path mapping) {
    try {
      return EventMapping.read(mapping).map(table);
    } catch (IllegalArgumentException e) {
      throw new Faulty(PlainText.safe(String.valueOf(e.getMessage())));
    }
  }

  private static void tell(Desk desk, Mapped mapped) {
    int entries = mapped.scenario().negotiation().chronicle().size();
    int left = mapped.leftOut().size();
    desk.err()
        .println(
            "%s became %s"
                    .formatted(
                        Names.counted(entries + left, "row", "rows"),
                        Names.counted(entries, "entry", "entries"))
                + (left == 0 ? "" : "; left out:"));
    mapped.leftOut().forEach(row -> desk.err().println("  " + row));
  }

  private static Table rows(ImmutableList<LeftOut> leftOut) {
    return Table.of(
        "left_out",
        "A row that became no entry.",
        List.of(
            Column.<LeftOut>integer("line", "its line in the table", r -> Optional.of(r.line())),
            Column.text("reasons", "why", r -> String.join("; ", r.reasons())),
            Column.text("row", "its fields", r -> String.join(",", r.cells()))),
        leftOut);
  }
}
