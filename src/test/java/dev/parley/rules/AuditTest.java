package dev.parley.rules;

import static dev.parley.rules.Plays.AGENDA;
import static dev.parley.rules.Plays.byEmployer;
import static dev.parley.rules.Plays.byUnion;
import static dev.parley.rules.Plays.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.RuleBook;
import java.util.Map;
import net.jqwik.api.Example;

class AuditTest {
  private static final Source UNION = Source.statementOf("bulletin", ActorId.of("union"));
  private static final Source PAPER = Source.report("gazette", "The Gazette");
  private static final RuleBook BOOK =
      Registry.readyMade()
          .book(
              ImmutableMap.of(
                  "no-backsliding",
                  Map.of("severity", "warn"),
                  "round-limit",
                  Map.of("rounds", "1")));

  private static final Negotiation RECORD =
      recorded(
          AGENDA,
          Move.by("union").offers(byUnion("rise 8")),
          Move.by("employer").offers(byEmployer("rise 4")),
          Move.by("employer").from(PAPER).offers(byEmployer("rise 3")),
          Move.by("employer").from(UNION).offers(byEmployer("rise 2")),
          Move.by("employer").offers(byEmployer("rise 3")),
          Move.by("board").opensRound(),
          Move.by("board").closesRound(),
          Move.by("board").opensRound());

  private static String slid(String now, String then) {
    return "no-backsliding: employer offers union on (rise) (%s), after (%s). ".formatted(now, then)
        + "Offer (%s) or better for union.".formatted(then);
  }

  @Example
  void findings_come_with_their_entry_and_on_whose_word() {
    Audit audit = Audit.of(RECORD, BOOK);
    assertThat(audit.toString().lines())
        .containsExactly(
            "[3] WARN " + slid("3", "4") + " (reported by gazette)",
            "[4] WARN " + slid("2", "3") + " (alleged by bulletin)",
            "[8] REFUSE round-limit: round 2 is one too many: the limit is (1). "
                + "Settle without another round, or end the talks.");
    assertThat(audit.isClean()).isFalse();
    assertThat(audit.of("round-limit"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.entry()).isEqualTo(new EntryId(8));
              assertThat(line.by()).isEqualTo(ActorId.of("board"));
              assertThat(line.word()).isEqualTo(Attribution.ATTESTED);
              assertThat(line.source()).isEmpty();
            });
  }

  @Example
  void an_allegation_is_remarked_on_and_not_remembered() {
    // Entry 4 alleges an offer of 2; entry 5 offers 3 again, and is held against 3.
    assertThat(Audit.of(RECORD, BOOK).lines())
        .extracting(line -> line.entry().number())
        .doesNotContain(5);
  }

  @Example
  void a_correction_and_a_denial_are_read_as_they_stand_today() {
    Negotiation corrected =
        RECORD
            .correct(
                new EntryId(3),
                Move.by("employer").offers(byEmployer("rise 4")),
                Note.of("XXXX", "misread"))
            .orThrow();
    assertThat(Audit.of(corrected, BOOK).of("no-backsliding"))
        .extracting(line -> line.entry().number())
        .containsExactly(4, 5);
    Negotiation denied = RECORD.deny(new EntryId(3), Note.of("XXXX", "not so")).orThrow();
    assertThat(Audit.of(denied, BOOK).of("no-backsliding"))
        .extracting(line -> line.entry() + " " + line.word())
        .containsExactly("[3] DENIED", "[4] ALLEGED", "[5] ATTESTED");
  }

  @Example
  void a_record_that_keeps_the_rules_is_clean() {
    assertThat(Audit.of(Negotiation.about(AGENDA), BOOK).isClean()).isTrue();
    assertThat(Audit.of(RECORD, RuleBook.DEFAULT)).hasToString("").matches(Audit::isClean);
  }

  @Example
  void what_a_play_refuses_or_remarks_an_audit_finds_and_nothing_else() {
    Negotiation play = Negotiation.about(AGENDA, BOOK);
    for (dev.parley.talks.Entry entry : RECORD.chronicle().entries()) {
      Move move = ((dev.parley.talks.Entry.Told) entry).move();
      play = play.apply(move).negotiation();
    }
    assertThat(play.chronicle().size()).isEqualTo(7);
    assertThat(Audit.of(play, BOOK).of("round-limit")).isEmpty();
    assertThat(Audit.of(play, BOOK).of("no-backsliding")).hasSize(2);
  }
}
