package dev.parley.cli;

import dev.parley.report.Transcript;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How wide a text is printed. */
final class WidthOption {
  @Option(
      names = "--width",
      paramLabel = "N",
      converter = Values.Columns.class,
      description =
          "at most N columns, from "
              + Transcript.NARROWEST
              + " to "
              + Transcript.WIDEST
              + "; without it as many as the terminal has, up to 100")
  private OptionalInt columns = OptionalInt.empty();

  int columns(Desk desk) {
    return columns.orElse(desk.width());
  }
}
