package dev.parley.cli;

import dev.parley.report.Transcript;
import dev.parley.report.page.Html;
import dev.parley.spelling.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program itself, which shows a record where no command is named. */
@Command(
    name = "parley",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    synopsisHeading = "Usage: ",
    customSynopsis = {"parley COMMAND [OPTIONS] FILE", "   or: parley [OPTIONS] [FILE]"},
    description = {
      "",
      "Parley replays the record of a negotiation: what was done round by round, on whose word,"
          + " whether each round moved or stalled, and where that leaves it."
    },
    commandListHeading = "%nCommands (parley help COMMAND says more):%n",
    parameterListHeading = "%nWithout a command it shows a record:%n",
    footer = {
      "",
      "Exit codes: 0 done; 1 a file cannot be read or written, or check --strict found something;"
          + " 2 the command line is wrong.",
      "",
      "Examples:",
      "  parley show talks.yaml --on 2025-01-19",
      "  parley page talks.yaml -o talks.html",
      "  parley export talks.yaml --csv all --out tables",
      "  parley import events.csv --mapping mapping.yaml -o talks.yaml",
      "  parley compare a.yaml b.yaml",
      "  parley check talks.yaml --strict",
      "  parley explore talks.yaml",
      "  parley diagram talks.yaml",
      "where parley stands for java -jar parley-VERSION-all.jar, or in a clone for",
      "  mvn -q compile exec:java -Dexec.args=\"show talks.yaml\""
    })
final class Parley implements Answer {
  static final Path EXAMPLE = Path.of("examples", "gaza-2025.yaml");

  /** Flags that say what is printed instead of a transcript. */
  private static final List<String> OUTPUTS =
      List.of("--rejudge", "--write", "--html", "--csv", "--markdown", "--explore", "--diagram");

  @Spec private @Nullable CommandSpec spec;
  @Mixin private RecordOptions records = new RecordOptions();
  @Mixin private InkOption ink = new InkOption();
  @Mixin private WidthOption width = new WidthOption();

  @ArgGroup(
      validate = false,
      heading = "%nFlags of before there were commands; they stay for this version:%n")
  private Flags flags = new Flags();

  /** What each command does was a flag once. */
  static final class Flags {
    @Option(
        names = "--rejudge",
        arity = "0",
        description = "print where the record and the rules differ")
    boolean rejudge;

    @Option(
        names = "--json",
        arity = "0",
        description = "print the record, or with --rejudge the differences, as JSON")
    boolean json;

    @Option(names = "--write", arity = "0", description = "print the file in its canonical form")
    boolean write;

    @Option(
        names = "--html",
        paramLabel = "FILE",
        converter = Values.Page.class,
        description = "write a page for a browser")
    Optional<Path> html = Optional.empty();

    @Option(
        names = "--csv",
        paramLabel = "TABLE",
        converter = Values.Rows.class,
        description = "print a table as comma-separated values: moves, steps, claims, ...")
    Optional<String> csv = Optional.empty();

    @Option(names = "--markdown", arity = "0", description = "print it for a readme or an issue")
    boolean markdown;

    @Option(
        names = "--explore",
        paramLabel = "N",
        converter = Values.StatesToExplore.class,
        description = "try out how the talks can go on, up to N situations")
    Optional<Integer> explore = Optional.empty();

    @Option(
        names = "--diagram",
        paramLabel = "TABLE",
        converter = Values.Diagram.class,
        description = "draw a table: stage, offer, demand or obligation")
    Optional<String> diagram = Optional.empty();

    @Option(names = "--dot", arity = "0", description = "draw it for Graphviz instead of Mermaid")
    boolean dot;
  }

  @Override
  public int answer(Desk desk) throws Misused {
    CommandSpec self = java.util.Objects.requireNonNull(spec);
    Optional<Path> named = named(self.commandLine());
    List<String> given =
        self.commandLine().getParseResult().matchedOptions().stream()
            .map(o -> o.names()[0])
            .distinct()
            .toList();
    check(given);
    if (given.isEmpty() && named.isEmpty() && Files.notExists(EXAMPLE)) {
      desk.out().print(self.commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF));
      return Program.DONE;
    }
    Path file = named.orElse(EXAMPLE);
    if (flags.html.isPresent()) {
      Optional<Path> target = Desk.target(flags.html, "--html", Optional.of(file));
      desk.deliver(Html.of(records.transcript(desk, file)), target);
    } else {
      desk.out().print(printed(desk, file, named.isPresent()));
    }
    return Program.DONE;
  }

  /** Returns the file, which is no misspelt command. */
  private Optional<Path> named(CommandLine line) throws Misused {
    if (records.files.size() > 1) {
      String first = records.files.get(0).toString();
      Optional<String> meant = Nearest.meant(first, line.getSubcommands().keySet());
      if (meant.isPresent()) {
        throw new Misused(
            "there is no command (%s): %s"
                .formatted(RecordOptions.names(records.files.subList(0, 1)), meant.get()));
      }
    }
    return records.atMostOne();
  }

  private String printed(Desk desk, Path file, boolean isNamed) throws Misused {
    if (flags.diagram.isPresent()) {
      String table = flags.diagram.get();
      return DrawDiagram.of(
          table,
          isNamed && table.equals("stage")
              ? Optional.of(records.transcript(desk, file).negotiation().situation().stage())
              : Optional.empty(),
          flags.dot);
    }
    if (flags.write) {
      return desk.read(file).written();
    }
    Transcript transcript = records.transcript(desk, file);
    if (flags.rejudge) {
      return Check.rejudged(transcript.negotiation(), flags.json);
    }
    if (flags.csv.isPresent()) {
      return Export.of(transcript, flags.csv.get());
    }
    if (flags.explore.isPresent()) {
      return Story.of(transcript, flags.explore.get(), width.columns(desk), desk.progress());
    }
    if (flags.markdown || flags.json) {
      return Export.of(transcript, flags.markdown ? "markdown" : "json");
    }
    return transcript.text(ink.ink(desk), width.columns(desk));
  }

  private void check(List<String> given) throws Misused {
    List<String> outputs = given.stream().filter(OUTPUTS::contains).toList();
    if (outputs.size() > 1) {
      throw new Misused(
          "options (%s) exclude each other: give one".formatted(String.join(", ", outputs)));
    }
    if (flags.dot && flags.diagram.isEmpty()) {
      throw new Misused("option (--dot) says how a diagram is drawn: add --diagram stage");
    }
    if (flags.json && !outputs.isEmpty() && !flags.rejudge) {
      throw new Misused(
          "option (--json) does not go with (%s): leave one out".formatted(outputs.get(0)));
    }
    if (flags.write || flags.diagram.isPresent() && !flags.diagram.get().equals("stage")) {
      records.refuseParts(outputs.get(0));
    }
  }
}
