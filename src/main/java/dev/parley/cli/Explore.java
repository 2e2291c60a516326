package dev.parley.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "explore",
    description =
        "Try out how the talks can go on under their rules, and tell the shortest play that"
            + " reaches an agreement, the shortest that breaks a rule, and what was not reached.")
final class Explore implements Answer {
  static final int STATES = 100_000;

  @Mixin private RecordOptions records = new RecordOptions();
  @Mixin private OutputOption output = new OutputOption();
  @Mixin private WidthOption width = new WidthOption();

  @Option(
      names = "--states",
      paramLabel = "N",
      converter = Values.States.class,
      description = "stop after N different situations; 100000 without it")
  private int states = STATES;

  @Override
  public int answer(Desk desk) throws Misused {
    Path file = records.file("explore");
    Optional<Path> target = output.target(Optional.of(file));
    desk.deliver(
        Story.of(records.transcript(desk, file), states, width.columns(desk), desk.progress()),
        target);
    return Program.DONE;
  }
}
