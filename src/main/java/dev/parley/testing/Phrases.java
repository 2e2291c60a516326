package dev.parley.testing;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import java.util.List;

/** The words that people are quoted with: plain ones, or such as test a reader and a writer. */
enum Phrases {
  PLAIN,
  AWKWARD;

  private static final List<String> HARD =
      List.of(
          "until apprehensions are eliminated",
          "yes",
          " padded ",
          "a: b, [c] {d} #e",
          "- \"quoted\"\nand broken",
          "in force",
          "day 7",
          "null");

  /** Returns sources that differ in kind, and one that asks not to be named. */
  static List<Source> sources(Agenda agenda) {
    return List.of(
        Source.report("news", "an article: \"x\""),
        Source.document("text", "the agreement").withOn(When.month(2024, 12)),
        statement(agenda, agenda.principals().get(0)),
        statement(agenda, agenda.principals().get(1)),
        Source.builder().id("unnamed").kind(Source.Kind.STATEMENT).anonymous(true).build());
  }

  /** One source for each party, whoever else is a principal when it is cited. */
  private static Source statement(Agenda agenda, ActorId by) {
    Source said = Source.statementOf(by + "-says", by);
    return agenda.actors().keySet().asList().indexOf(by) % 2 == 0
        ? said.withVia("news")
        : said.withSpeaker("an official");
  }

  /** Returns the phrase itself, or a hard one that depends on nothing else. */
  String of(String phrase) {
    return this == PLAIN ? phrase : HARD.get(Math.floorMod(phrase.hashCode(), HARD.size()));
  }

  /** Returns a question; one of nothing but blanks would be none. */
  String question(String about) {
    return this == PLAIN ? about : about + " " + of(about);
  }
}
