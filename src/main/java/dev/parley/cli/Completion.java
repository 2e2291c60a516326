package dev.parley.cli;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = {
      "Print a script that lets bash and zsh complete commands, options and files.",
      "With parley as an alias of the program: source <(parley completion)"
    })
final class Completion implements Answer {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public int answer(Desk desk) {
    CommandLine root = java.util.Objects.requireNonNull(spec).root().commandLine();
    desk.out().print(AutoComplete.bash(root.getCommandName(), root));
    return Program.DONE;
  }
}
