package dev.parley.cli;

import dev.parley.report.Transcript;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
      description =
          "stop after N different situations; 100000 without it, and none where the agenda is too"
              + " large to get far")
  private @Nullable Integer states;

  @Override
  public int answer(Desk desk) throws Misused {
    Path file = records.file("explore");
    Optional<Path> target = output.target(Optional.of(file));
    Transcript record = records.transcript(desk, file);
    Optional<String> tooLarge =
        states == null ? Trial.tooLarge(record.negotiation().agenda()) : Optional.empty();
    int most = states == null ? STATES : states;
    desk.deliver(
        tooLarge.isPresent()
            ? tooLarge.get()
            : Story.of(record, most, width.columns(desk), desk.progress()),
        target);
    return Program.DONE;
  }
}
