package dev.parley.cli;

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
  @Mixin private InkOptions ink = new InkOptions();

  @Override
  public int answer(Desk desk) throws Misused {
    Path file = records.file("show");
    Optional<Path> target = output.target(Optional.of(file));
    ink.plain |= target.isPresent();
    desk.deliver(ink.print(records.transcript(desk, file), desk), target);
    return Program.DONE;
  }
}
