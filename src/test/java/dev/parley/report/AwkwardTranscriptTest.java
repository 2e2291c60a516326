package dev.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Scale;
import dev.parley.demand.GeneralDemand;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.report.Transcript.Ink;
import dev.parley.report.words.PlainText;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Records that are empty, large or hostile still come out in good order. */
class AwkwardTranscriptTest {
  private static Agenda agenda(String one, String other) {
    return Agenda.builder()
        .principal("one", one)
        .principal("other", other)
        .issue("price", Scale.quantity(0, 100, "coins"))
        .build();
  }

  private static String checked(Negotiation negotiation) {
    Transcript transcript =
        Transcript.of(negotiation).titled("Talks").until(LocalDate.of(2025, 1, 3));
    String text = transcript.text();
    assertThat(text.lines())
        .allSatisfy(
            line -> {
              assertThat(PlainText.width(line)).as(line).isLessThanOrEqualTo(100);
              assertThat(line).doesNotEndWith(" ");
              assertThat(line.codePoints()).noneMatch(Character::isISOControl);
            });
    assertThat(transcript.text()).isEqualTo(text);
    assertThat(transcript.text(Ink.COLOUR).replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(text);
    return text;
  }

  private static Negotiation said(String name, String words) {
    return Negotiation.about(agenda(name, "Other"))
        .with(
            Move.by("one").opensRound(words),
            Move.by("one").saying(words).demands(GeneralDemand.of("one", "other", "price", "7")),
            Move.by("other").from(Source.report("news", "x" + words + "x")).accuses("one", words),
            Move.by("one").closesRound());
  }

  @Example
  void a_negotiation_in_which_nothing_was_said_says_so() {
    Golden.check("nothing.txt", checked(Negotiation.about(agenda("One", "Other"))));
  }

  @Example
  void what_is_said_before_any_round_is_shown_there() {
    assertThat(
            checked(
                Negotiation.about(agenda("One", "Other"))
                    .with(Move.by("one").promises("a fair price"))))
        .contains("BEFORE ANY ROUND")
        .contains("promises: \"a fair price\"")
        .contains("[1]");
  }

  @Example
  void twenty_principals_fit_on_the_page() {
    Agenda.Builder agenda = Agenda.builder();
    for (int i = 1; i <= 20; i++) {
      agenda.principal("party-" + i, "The Delegation of Member State " + i);
    }
    Negotiation talks =
        Negotiation.about(agenda.issue("price", Scale.quantity(0, 100, "coins")).build())
            .with(
                Move.by("party-1").opensRound(),
                Move.by("party-1").demands(GeneralDemand.of("party-1", "party-2", "price", "7")),
                Move.by("party-2").demands(GeneralDemand.of("party-2", "party-1", "price", "9")),
                Move.by("party-2").demands(GeneralDemand.of("party-2", "party-3", "price", "8")),
                Move.by("party-1").closesRound());
    Golden.check("twenty.txt", checked(talks));
  }

  @Example
  void a_name_longer_than_a_line_is_broken() {
    assertThat(checked(said("Confederation".repeat(30), "x".repeat(500)))).contains("[2]");
    checked(said("a very long name ".repeat(30), "long words ".repeat(80)));
  }

  @Example
  void names_in_other_scripts_stand_in_their_columns() {
    checked(said("\u7d44\u5408\u5354\u8b70\u4f1a".repeat(20), "\u4ea4\u6e09".repeat(90)));
    checked(said("\u05de\u05e9\u05dc\u05d7\u05ea", "\u0645\u0641\u0627\u0648\u0636\u0627\u062a"));
    checked(
        said(
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 family", "\ud83d\ude80 ".repeat(70)));
    Golden.check(
        "scripts.txt", checked(said("\u7d44\u5408", "\u0645\u0641\u0627\u0648\u0636\u0627\u062a")));
  }

  @Example
  void what_would_steer_a_terminal_is_written_out() {
    String text =
        checked(said("Red\u001b[31m", "bell\u0007 back\b\nline \u202e turned \u2028 \ud83d lone"));
    assertThat(text)
        .contains("Red\\u001b[31m")
        .contains("bell\\u0007 back\\u0008 line \\u202e turned \\u2028 \\ud83d lone");
  }

  @Example
  void a_source_known_via_one_that_bears_its_name_is_printed() {
    Source wire = Source.report("wire", "echo");
    Source echo = Source.statementOf("echo", ActorId.of("one")).withVia("wire");
    Negotiation talks =
        Negotiation.about(agenda("One", "Other")).with(Move.by("one").from(echo).promises("it"));
    assertThat(Transcript.of(talks).withSources(wire, echo).text()).contains("(via wire)");
  }

  @Example
  void an_entry_on_a_scale_that_was_taken_back_is_still_printed() {
    Negotiation talks =
        Negotiation.about(agenda("One", "Other"))
            .with(
                Move.by("one").amendsAgenda(Issue.of("price", Scale.quantity(0, 500, "coins"))),
                Move.by("one").demands(GeneralDemand.of("one", "other", "price", "400")));
    talks = talks.cancel(new EntryId(2), Note.of("2025-01-02", "misheard")).orThrow();
    talks = talks.cancel(new EntryId(1), Note.of("2025-01-02", "misheard")).orThrow();
    assertThat(checked(talks))
        .contains("price: 400", "cancelled by [3] [2]", "cancelled by [4] [1]");
  }

  @Property(tries = 200)
  void no_words_whatever_break_the_page(@ForAll String name, @ForAll String words) {
    checked(said("n" + name, "w" + words));
  }
}
