package dev.parley.cli;

import dev.parley.report.Transcript.Ink;
import picocli.CommandLine.Option;

/** What a transcript is printed with. */
final class InkOption {
  @Option(
      names = {"--no-color", "--no-colour"},
      arity = "0",
      description = "plain characters even in a terminal; so do NO_COLOR and TERM=dumb")
  private boolean plain;

  Ink ink(Desk desk) {
    return plain ? Ink.PLAIN : desk.ink();
  }
}
