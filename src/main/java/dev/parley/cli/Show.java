package dev.parley.cli;

import dev.parley.report.Transcript.Ink;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "show",
    description =
        "Print the record: what was done round by round, on whose word, and where that leaves it.")
final class Show implements Answer {
  @Mixin private RecordOptions records = new RecordOptions();
  @Mixin private OutputOption output = new OutputOption();
  @Mixin private InkOption ink = new InkOption();
  @Mixin private WidthOption width = new WidthOption();

  @Override
  public int answer(Desk desk) throws Misused {
    Path file = records.file("show");
    Optional<Path> target = output.target(Optional.of(file));
    Ink printed = target.isPresent() ? Ink.PLAIN : ink.ink(desk);
    desk.deliver(records.transcript(desk, file).text(printed, width.columns(desk)), target);
    return Program.DONE;
  }
}
