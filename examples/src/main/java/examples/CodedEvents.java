// Events that another system has coded become a record, and what does not fit is listed. Source:
// invented rows.
package examples;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.demand.Ask;
import dev.parley.demand.GeneralDemand;
import dev.parley.evidence.Source;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Chronicle;
import dev.parley.talks.Move;
import dev.parley.talks.Mover;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads a CSV file of events in PLOVER's codes, row by row, as the world has made them. */
public final class CodedEvents {
  private static final Source DATA_SET = Source.document("events", "an event data set");

  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("upstream", "Upstream")
          .principal("downstream", "Downstream")
          .issue("water", Scale.quantity(0, 100, "percent of the flow"))
          .build();

  /** A row of the file: date, source actor, target actor, code, context and text. */
  private record Row(int line, List<String> cells) {
    String cell(int column) {
      return cells.get(column);
    }

    @Override
    public String toString() {
      return "line " + line + " (" + String.join(",", cells) + ")";
    }
  }

  private CodedEvents() {}

  private static List<Row> rows() {
    try (var in = Objects.requireNonNull(CodedEvents.class.getResourceAsStream("events.csv"));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> all = lines.lines().toList();
      ImmutableList.Builder<Row> rows = ImmutableList.builder();
      for (int line = 2; line <= all.size(); line++) {
        rows.add(new Row(line, List.of(all.get(line - 1).split(",", 6))));
      }
      return rows.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the move that a row tells; empty when its code tells none on this agenda. */
  private static Optional<Move> move(Row row) {
    Mover by = Move.by(row.cell(1)).on(row.cell(0)).from(DATA_SET).coded("plover", row.cell(3));
    String issue = row.cell(4);
    String text = row.cell(5);
    boolean known = AGENDA.issueList().stream().anyMatch(i -> i.id().text().equals(issue));
    return Optional.ofNullable(
        switch (row.cell(3)) {
          case "CONSULT" -> by.saying(text).meets();
          case "AGREE" -> by.promises(text);
          case "THREATEN" -> by.threatens(text);
          case "SANCTION", "RETREAT" -> by.isPartOf(text);
          case "CONCEDE" -> known ? by.saying(text).softens(issue) : by.saying(text).softens();
          case "REJECT" -> known ? by.saying(text).holds(issue) : null;
          case "DEMAND" -> known ? by.demands(inWords(row, issue, text)) : null;
          default -> null;
        });
  }

  private static GeneralDemand inWords(Row row, String issue, String text) {
    return GeneralDemand.builder()
        .by(ActorId.of(row.cell(1)))
        .addOf(ActorId.of(row.cell(2)))
        .putWanted(IssueId.of(issue), Ask.inWords(text))
        .build();
  }

  /** Runs the story; fails when it ends otherwise than told. */
  public static void main(String[] args) {
    Negotiation talks = Negotiation.about(AGENDA);
    ImmutableList.Builder<String> left = ImmutableList.builder();
    for (Row row : rows()) {
      try {
        Optional<Move> move = move(row);
        if (move.isEmpty()) {
          left.add(row + ": no move here for " + row.cell(3) + " in this context");
          continue;
        }
        Outcome outcome = talks.record(move.get());
        if (outcome instanceof Refusal refusal) {
          left.add(row + ": " + refusal.message());
        }
        talks = outcome.negotiation();
      } catch (IllegalArgumentException e) {
        left.add(row + ": " + e.getMessage());
      }
    }
    for (Chronicle.Reading entry : talks.chronicle().readings()) {
      Move move = entry.move();
      System.out.printf(
          "%s %s %s, %s: %s%n",
          entry.id(), move.on(), move.codes().get("plover"), move.by(), move.act().kind().words());
    }
    System.out.println("Left out:");
    left.build().forEach(System.out::println);

    Scenario scenario = Scenario.of("Water of a shared river", talks);
    String text = scenario.write();
    Scenario read = Scenario.parse("river.yaml", text);
    System.out.println("Entry [2] as it is written:");
    text.lines()
        .dropWhile(line -> !line.contains("downstream demands"))
        .limit(2)
        .forEach(System.out::println);
    System.out.println("Read back equal: " + read.equals(scenario));
    if (!read.equals(scenario) || talks.chronicle().size() + left.build().size() != rows().size()) {
      throw new AssertionError(left.build());
    }
  }
}
