package dev.parley.cli;

import dev.parley.report.page.Html;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "page",
    description =
        "Make a page for a browser, in one file: time line, positions, charts with their tables,"
            + " the record.")
final class Page implements Answer {
  @Mixin private RecordOptions records = new RecordOptions();
  @Mixin private OutputOption output = new OutputOption();

  @Override
  public int answer(Desk desk) throws Misused {
    Path file = records.file("page");
    Optional<Path> target = output.target(Optional.of(file));
    desk.deliver(Html.of(records.transcript(desk, file)), target);
    return Program.DONE;
  }
}
