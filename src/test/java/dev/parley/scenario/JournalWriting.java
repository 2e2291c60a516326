package dev.parley.scenario;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program that enters one move after another into a journal, and says on standard output which
 * are acknowledged, until it is killed.
 */
final class JournalWriting {
  static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("studios", "Studios")
          .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
          .build();

  private JournalWriting() {}

  /** Returns the move that is entered as entry so many. */
  static Move move(int entry) {
    if (entry % 3 == 0) {
      return Move.by("studios")
          .offers(
              Offer.of(
                  "studios",
                  "union",
                  Terms.on(AGENDA).set("rise", Integer.toString(entry % 10)).build()));
    }
    Move promise = Move.by("union").promises("to answer, as promised " + entry + " times");
    return entry % 3 == 1
        ? promise
        : Move.builder()
            .by(promise.by())
            .act(promise.act())
            .on(When.parse("2023-05-02"))
            .source(Source.report("news-" + entry, "Reuters, dispatch " + entry))
            .build();
  }

  /**
   * Goes on until it is killed.
   *
   * @param args the file
   */
  public static void main(String[] args) {
    Path file = Path.of(args[0]);
    try (Journal journal =
        Files.exists(file)
            ? Journal.open(file)
            : Journal.create(file, Scenario.of("Pay talks", Negotiation.about(AGENDA)))) {
      int entry = journal.negotiation().chronicle().size();
      System.out.println(entry);
      while (true) {
        journal.record(move(++entry));
        System.out.println(entry);
      }
    }
  }
}
