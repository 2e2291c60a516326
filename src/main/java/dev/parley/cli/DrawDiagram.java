package dev.parley.cli;

import dev.parley.report.Diagram;
import dev.parley.report.words.PlainText;
import dev.parley.talks.Stage;
import dev.parley.talks.Tables;
import dev.parley.talks.TransitionTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "diagram",
    description = {
      "Draw one of the tables that negotiations keep to, for Mermaid or Graphviz: stage (the"
          + " stages of the talks; those of a file have their present one marked), offer, demand"
          + " or obligation.",
      "The name of a table may stand before the file: parley diagram offer"
    })
final class DrawDiagram implements Answer {
  @Mixin private RecordOptions records = new RecordOptions();
  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = {"-t", "--table"},
      paramLabel = "TABLE",
      converter = Values.Table.class,
      description = "stage, offer, demand or obligation; stage without it")
  private Optional<String> table = Optional.empty();

  @Option(names = "--dot", arity = "0", description = "draw it for Graphviz instead of Mermaid")
  private boolean dot;

  @Override
  public int answer(Desk desk) throws Misused {
    List<Path> files = records.files;
    if (table.isEmpty() && !files.isEmpty() && Values.TABLES.contains(files.get(0).toString())) {
      table = Optional.of(files.get(0).toString());
      records.files = files.subList(1, files.size());
    }
    String chosen = table.orElse("stage");
    Optional<Path> file = records.atMostOne();
    Optional<Path> target = output.target(file);
    if (!chosen.equals("stage")) {
      records.refuseParts("diagram " + chosen);
      if (file.isPresent()) {
        throw new Misused(
            "the table (%s) is the same for every file: leave (%s) out"
                .formatted(chosen, PlainText.safe(file.get().toString())));
      }
    }
    Optional<Stage> stage =
        file.isEmpty()
            ? Optional.empty()
            : Optional.of(records.transcript(desk, file.get()).negotiation().situation().stage());
    desk.deliver(of(chosen, stage, dot), target);
    return Program.DONE;
  }

  static String of(String table, Optional<Stage> stage, boolean dot) {
    return switch (table) {
      case "offer" -> drawn(Tables.OFFER, Optional.empty(), dot);
      case "demand" -> drawn(Tables.DEMAND, Optional.empty(), dot);
      case "obligation" -> drawn(Tables.OBLIGATION, Optional.empty(), dot);
      default -> drawn(Tables.STAGE, stage, dot);
    };
  }

  private static <S extends Enum<S>, E extends Enum<E>, C> String drawn(
      TransitionTable<S, E, C> table, Optional<S> current, boolean dot) {
    return dot ? Diagram.dot(table, current) : Diagram.mermaid(table, current);
  }
}
