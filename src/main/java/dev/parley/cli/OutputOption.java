package dev.parley.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a result goes. */
final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      converter = Values.File.class,
      description = "write into this file, whole or not at all, in place of printing")
  Optional<Path> file = Optional.empty();

  Optional<Path> target(Optional<Path> input) throws Misused {
    return Desk.target(file, "-o", input);
  }
}
