package dev.parley.cli;

import dev.parley.report.words.PlainText;
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
    for (String name : commands) {
      CommandLine known = asked.getSubcommands().get(name);
      if (known == null) {
        throw new Misused(
            "there is no command (%s): %s"
                .formatted(
                    PlainText.safe(name),
                    Values.meant(name, asked.getSubcommands().keySet())
                        .orElse("parley help lists the commands")));
      }
      asked = known;
    }
    desk.out().print(asked.getUsageMessage(CommandLine.Help.Ansi.OFF));
    return Program.DONE;
  }
}
