package dev.parley.cli;

import dev.parley.files.WholeFile;
import dev.parley.report.tidy.DataPackage;
import dev.parley.report.tidy.Table;
import dev.parley.report.words.PlainText;
import dev.parley.spelling.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which tables are written, and where several go. */
final class TableOptions {
  private static final String ALL = "all";

  @Option(
      names = "--csv",
      paramLabel = "TABLE",
      description =
          "give a table as comma-separated values; all writes every table into the folder of --out,"
              + " with their dictionary, datapackage.json")
  private Optional<String> table = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Values.File.class,
      description = "the folder for --csv; it is made if it is not there")
  private Optional<Path> folder = Optional.empty();

  boolean isAsked() {
    return table.isPresent();
  }

  /** Refuses what does not go together. */
  void check() throws Misused {
    if (folder.isPresent() && table.isEmpty()) {
      throw new Misused("option (--out) is for tables: add --csv all");
    }
    if (table.equals(Optional.of(ALL)) && folder.isEmpty()) {
      throw new Misused("option (--csv all) writes several files: add --out DIR");
    }
  }

  /** Writes the table, or all of them, never over a file that was read. */
  void deliver(Desk desk, DataPackage tables, Optional<Path> target, List<Path> read)
      throws Misused {
    String name = table.orElseThrow();
    if (folder.isPresent() && target.isPresent()) {
      throw new Misused("options (--out, -o) both say where it goes: give one");
    }
    if (name.equals(ALL)) {
      write(desk, tables.files(), read);
      return;
    }
    List<String> known = tables.tables().stream().map(Table::name).toList();
    Table asked = tables.table(name).orElseThrow(() -> unknown(name, known));
    if (folder.isPresent()) {
      write(desk, Map.of(name + ".csv", asked.csv()), read);
    } else {
      desk.deliver(asked.csv(), target);
    }
  }

  private static Misused unknown(String name, List<String> known) {
    return new Misused(
        "there is no table (%s): %s"
            .formatted(
                PlainText.safe(name),
                Nearest.meant(name, known)
                    .orElse("the tables are " + String.join(", ", known) + ", or all")));
  }

  private void makeFolder() {
    Path made = folder.orElseThrow();
    try {
      Files.createDirectories(made);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot make the folder (%s): %s"
              .formatted(PlainText.safe(made.toString()), PlainText.safe(WholeFile.reason(e))),
          e);
    }
  }

  private void write(Desk desk, Map<String, String> files, List<Path> read) throws Misused {
    for (String name : files.keySet()) {
      for (Path file : read) {
        Desk.target(folder.map(f -> f.resolve(name)), "--out", Optional.of(file));
      }
    }
    makeFolder();
    for (Map.Entry<String, String> file : files.entrySet()) {
      desk.deliver(file.getValue(), folder.map(f -> f.resolve(file.getKey())));
    }
  }
}
