package dev.parley.cli;

import dev.parley.report.Transcript;
import dev.parley.report.Transcript.Ink;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How a transcript is printed. */
final class InkOptions {
  @Option(
      names = {"--no-color", "--no-colour"},
      arity = "0",
      description = "plain characters even in a terminal; so do NO_COLOR and TERM=dumb")
  boolean plain;

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
  OptionalInt width = OptionalInt.empty();

  String print(Transcript transcript, Desk desk) {
    return transcript.text(plain ? Ink.PLAIN : desk.ink(), width.orElse(desk.width()));
  }
}
