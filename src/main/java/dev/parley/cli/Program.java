package dev.parley.cli;

import com.google.common.base.Splitter;
import dev.parley.report.words.PlainText;
import dev.parley.scenario.ScenarioException;
import dev.parley.spelling.Nearest;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a command line: does what it asks for, or says in one line what is wrong with it. */
final class Program {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int MISUSED = 2;

  private static final int NARROWEST_HELP = 60;
  private static final int WIDEST_HELP = 100;

  /** How picocli says that a flag was given a value. */
  private static final Pattern VALUED_FLAG =
      Pattern.compile("option '(.*)' should be specified without '(.*)' parameter");

  private final Desk desk;

  Program(Desk desk) {
    this.desk = desk;
  }

  /**
   * Returns the exit code: 0; 1 when a file cannot be read or written, or is checked strictly and
   * has findings; 2 when the command line is wrong.
   */
  int run(String... args) {
    try {
      return answer(args);
    } catch (Misused e) {
      desk.err().println(e.getMessage());
      return MISUSED;
    } catch (Values.NoPath | Faulty | ScenarioException | UncheckedIOException e) {
      desk.err().println(e.getMessage());
      return FAILED;
    } catch (RuntimeException e) {
      desk.err()
          .println("this is a defect of Parley, please report it: " + PlainText.safe(e.toString()));
      return FAILED;
    } finally {
      desk.out().flush();
      desk.err().flush();
    }
  }

  private int answer(String... args) throws Misused {
    CommandLine line = commands();
    line.setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(WIDEST_HELP, desk.width())));
    ParseResult parsed = parsed(line, args);
    ParseResult asked = parsed;
    while (asked.hasSubcommand() && !asked.isUsageHelpRequested()) {
      asked = asked.subcommand();
    }
    CommandLine command = asked.commandSpec().commandLine();
    if (asked.isUsageHelpRequested()) {
      desk.out().print(command.getUsageMessage(CommandLine.Help.Ansi.OFF));
      return DONE;
    }
    if (asked.isVersionHelpRequested() || parsed.isVersionHelpRequested()) {
      desk.out().print(new Version().getVersion()[0] + "\n");
      return DONE;
    }
    if (parsed.hasSubcommand() && !parsed.matchedArgs().isEmpty()) {
      String early = String.join(" ", parsed.originalArgs()).strip();
      throw new Misused(
          "options come after the command (%s), not before it: (%s)"
              .formatted(command.getCommandName(), PlainText.safe(early)));
    }
    return ((Answer) command.getCommand()).answer(desk);
  }

  /** Returns the program with all its commands. */
  static CommandLine commands() {
    CommandLine line = new CommandLine(new Parley());
    for (Answer command :
        List.of(
            new Show(),
            new Page(),
            new Export(),
            new Import(),
            new Compare(),
            new Check(),
            new Explore(),
            new DrawDiagram(),
            new PrintSchema(),
            new Completion(),
            new Help())) {
      CommandLine one = new CommandLine(command);
      one.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
      one.getCommandSpec().usageMessage().sortOptions(false);
      line.addSubcommand(one);
    }
    List<String> sections = new ArrayList<>(line.getHelpSectionKeys());
    List<String> commands =
        List.of(
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
    sections.removeAll(commands);
    sections.addAll(
        sections.indexOf(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING), commands);
    line.setHelpSectionKeys(sections);
    return line.setOverwrittenOptionsAllowed(true).setExpandAtFiles(false);
  }

  private static ParseResult parsed(CommandLine line, String... args) throws Misused {
    try {
      return line.parseArgs(args);
    } catch (UnmatchedArgumentException e) {
      String first = e.getUnmatched().get(0);
      throw new Misused(first.startsWith("-") ? noOption(first, e) : noFile(first, e));
    } catch (ParameterException e) {
      if (e.getCause() instanceof Values.NoPath noPath) {
        throw noPath;
      }
      throw new Misused(message(e));
    }
  }

  private static String noOption(String arg, UnmatchedArgumentException e) {
    String name = Splitter.on('=').splitToList(arg).get(0);
    return "there is no option (%s): %s"
        .formatted(
            PlainText.safe(name),
            Nearest.meant(name, e.getCommandLine().getCommandSpec().optionsMap().keySet())
                .orElse("--help lists the options"));
  }

  /** A word that is not taken is none that a file can be called, or there may be no file. */
  private static String noFile(String arg, UnmatchedArgumentException e) {
    try {
      new Values.File().convert(arg);
    } catch (Values.NoPath noPath) {
      throw noPath;
    } catch (TypeConversionException unfit) {
      return String.valueOf(unfit.getMessage());
    }
    return "the command (%s) takes no (%s): leave it out"
        .formatted(e.getCommandLine().getCommandName(), PlainText.safe(arg));
  }

  private static String message(ParameterException e) {
    if (e.getCause() instanceof TypeConversionException unfit) {
      return String.valueOf(unfit.getMessage());
    }
    if (e instanceof MissingParameterException missing
        && !missing.getMissing().isEmpty()
        && missing.getMissing().get(0) instanceof OptionSpec option) {
      return "option (%s) needs a value after it: %s"
          .formatted(option.longestName(), Values.example(option.longestName()));
    }
    String message = PlainText.safe(String.valueOf(e.getMessage()));
    Matcher valued = VALUED_FLAG.matcher(message);
    return valued.matches()
        ? "option (%s) takes no value: leave (=%s) out".formatted(valued.group(1), valued.group(2))
        : message;
  }
}
