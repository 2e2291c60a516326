package dev.parley.cli;

import dev.parley.report.words.PlainText;
import dev.parley.spelling.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "help", description = "Say what a command does and which options it has.")
final class Help implements Answer {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "the name of a command")
  private List<String> commands = new ArrayList<>();

  @Override
  public int answer(Desk desk) throws Misused {
    CommandLine asked = Objects.requireNonNull(spec).root().commandLine();
    if (commands.size() > 1) {
      throw new Misused(
          "help explains one command at a time, not %,d: (parley help %s)"
              .formatted(commands.size(), PlainText.safe(commands.get(0))));
    }
    for (String name : commands) {
      CommandLine known = asked.getSubcommands().get(name);
      if (known == null) {
        throw new Misused(
            "there is no command (%s): %s"
                .formatted(
                    PlainText.safe(name),
                    Nearest.meant(name, asked.getSubcommands().keySet())
                        .orElse("parley help lists the commands")));
      }
      asked = known;
    }
    desk.out().print(asked.getUsageMessage(CommandLine.Help.Ansi.OFF));
    return Program.DONE;
  }
}
