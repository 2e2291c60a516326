// Events that another system has coded become a record by a page of mapping, and what does not fit
// is listed. Source: invented rows.
package examples;

import dev.parley.scenario.Scenario;
import dev.parley.scenario.coded.EventMapping;
import dev.parley.scenario.coded.EventMapping.Mapped;
import dev.parley.talks.Chronicle;
import dev.parley.talks.Move;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads a CSV file of events in PLOVER's codes, row by row, as the world has made them. */
public final class CodedEvents {
  private CodedEvents() {}

  private static String text(String name) throws IOException {
    try (InputStream in = CodedEvents.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Runs the story; fails when it ends otherwise than told. */
  public static void main(String[] args) throws IOException {
    EventMapping mapping = EventMapping.parse("mapping.yaml", text("mapping.yaml"));
    Mapped mapped = mapping.map("events.csv", text("events.csv"));
    for (Chronicle.Reading entry : mapped.scenario().negotiation().chronicle().readings()) {
      Move move = entry.move();
      System.out.printf(
          "%s %s %s, %s: %s%n",
          entry.id(), move.on(), move.codes().get("plover"), move.by(), move.act().kind().words());
    }
    System.out.println("Left out:");
    mapped.leftOut().forEach(System.out::println);

    String written = mapped.scenario().write();
    Scenario read = Scenario.parse("river.yaml", written);
    System.out.println("Entry [2] as it is written:");
    written
        .lines()
        .dropWhile(line -> !line.contains("downstream demands"))
        .limit(2)
        .forEach(System.out::println);
    System.out.println("Read back equal: " + read.equals(mapped.scenario()));
    if (!read.equals(mapped.scenario()) || mapped.leftOut().size() != 4) {
      throw new AssertionError(mapped.leftOut());
    }
  }
}
