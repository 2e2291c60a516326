package dev.parley.talks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Entry.Note;
import dev.parley.testing.LegalPlay;
import dev.parley.testing.Negotiations;
import dev.parley.testing.Records;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What was known before, and what is known now, is the same however it is found out. */
class HistoryLaws {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("studios", "Studios")
          .issue("rise", Scale.quantity(0, 2000, "euros"))
          .issue("days", Scale.quantity(0, 2000, "days"))
          .build();

  @Provide
  static Arbitrary<Negotiation> records() {
    return Negotiations.records(
        Records.of(LegalPlay.ANY.withMoves(0, 80).withOneWildIn(3).withAwkwardWords()));
  }

  private static Negotiation next(Negotiation now, Entry entry) {
    if (entry instanceof Entry.Told told) {
      return now.record(told.move()).orThrow();
    }
    if (entry instanceof Entry.Corrected corrected) {
      return corrected.instead().isPresent()
          ? now.correct(corrected.target(), corrected.instead().get(), corrected.note()).orThrow()
          : now.cancel(corrected.target(), corrected.note()).orThrow();
    }
    Entry.Denied denied = (Entry.Denied) entry;
    return now.deny(denied.target(), denied.note()).orThrow();
  }

  @Property(tries = 200)
  void what_was_known_at_an_entry_is_what_was_recorded_then(@ForAll("records") Negotiation record) {
    List<Negotiation> then = new ArrayList<>();
    Negotiation now = Negotiation.about(record.firstAgenda(), record.ruleBook());
    for (Entry entry : record.chronicle().entries()) {
      now = next(now, entry);
      then.add(now);
    }
    Negotiation back = record;
    for (int size = then.size(); size > 0; size--) {
      assertThat(back).isEqualTo(then.get(size - 1));
      assertThat(back.juncture()).isEqualTo(then.get(size - 1).juncture());
      assertThat(back.closedRounds()).isEqualTo(then.get(size - 1).closedRounds());
      assertThat(record.asKnownAt(new EntryId(size))).isEqualTo(back);
      assertThat(record.asKnownAt(new EntryId(size)).juncture()).isEqualTo(back.juncture());
      back = back.previous().orElseThrow();
    }
    assertThat(back.previous()).isEmpty();
    assertThat(back).isEqualTo(Negotiation.about(record.firstAgenda(), record.ruleBook()));
  }

  @Property(tries = 200)
  void a_corrected_record_stands_where_its_readings_lead(@ForAll("records") Negotiation record) {
    Juncture now = Juncture.start(record.firstAgenda(), record.ruleBook());
    for (Chronicle.Reading reading : record.chronicle().readings()) {
      assertThat(record.agendaAt(reading.id())).isEqualTo(now.situation().agenda());
      if (record.attribution(reading).counts()) {
        now = now.after(reading.move());
      }
    }
    assertThat(record.juncture()).isEqualTo(now);
    boolean corrected =
        record.chronicle().entries().stream().anyMatch(e -> !(e instanceof Entry.Told));
    Statistics.collect(corrected ? "corrected" : "as told");
    Statistics.coverage(coverage -> coverage.check("corrected").count(c -> c > 10));
  }

  private static Offer offer(int amount) {
    return Offer.of("studios", "union", Terms.on(AGENDA).set("rise", amount).build());
  }

  @Example
  void a_correction_that_nothing_depends_on_is_read_when_somebody_asks() {
    Negotiation now = Negotiation.about(AGENDA).with(Move.by("studios").offers(offer(5)));
    now =
        now.correct(new EntryId(1), Move.by("studios").offers(offer(6)), Note.of("2024", ""))
            .orThrow();
    assertThat(now.situation().offers().keySet()).containsExactly(offer(6));
    assertThat(now.record(Move.by("union").accepts(offer(5)))).isInstanceOf(Refusal.class);
    now = now.with(Move.by("union").accepts(offer(6)));
    assertThat(now.situation().isOver()).isFalse();
    assertThat(now.agreements()).hasSize(1);
    // The acceptance depends on it now.
    assertThat(now.cancel(new EntryId(1), Note.of("2024", "")).toString())
        .contains("it was never made");
    assertThat(now.previous().orElseThrow().cancel(new EntryId(1), Note.of("2024", "")))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Example
  void a_step_back_costs_the_same_whatever_the_length() {
    Negotiation now = Negotiation.about(AGENDA);
    for (int i = 0; i < 5_000; i++) {
      now = now.record(Move.by("studios").promises("to come back " + i)).orThrow();
    }
    Negotiation all = now;
    for (int size = 5_000; size > 0; size--) {
      now = now.previous().orElseThrow();
      assertThat(now.chronicle().size()).isEqualTo(size - 1);
    }
    assertThat(all.asKnownAt(new EntryId(17)).chronicle().size()).isEqualTo(17);
  }

  @Example
  void hash_codes_of_terms_spread() {
    Set<Integer> codes = new HashSet<>();
    for (int rise = 0; rise < 1_000; rise++) {
      codes.add(Terms.on(AGENDA).set("rise", rise).set("days", 1_000 - rise).build().hashCode());
    }
    assertThat(codes).hasSizeGreaterThan(990);
  }

  /** A rule whose memory is broken: it fails at the start, or forgets. */
  private record Forgetful(boolean atTheStart) implements Rule.Remembering<String> {
    @Override
    public String id() {
      return "forgetful";
    }

    @Override
    public String statement() {
      return "nothing is remembered";
    }

    @Override
    public String blank(Agenda agenda) {
      if (atTheStart) {
        throw new AssertionError("no memory");
      }
      return "";
    }

    @Override
    @SuppressWarnings("NullAway")
    public String fold(String memory, Situation before, Move move, Situation after) {
      return null;
    }

    @Override
    public ImmutableList<Finding> check(String memory, Situation situation, Move move) {
      return ImmutableList.of();
    }
  }

  @Example
  void a_rule_that_fails_is_named_with_the_move() {
    RuleBook broken = RuleBook.DEFAULT.and(new Forgetful(true));
    assertThatThrownBy(() -> Negotiation.about(AGENDA, broken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("rule (forgetful) failed at the start: ")
        .hasMessageContaining("no memory");
    Negotiation talks = Negotiation.about(AGENDA, RuleBook.DEFAULT.and(new Forgetful(false)));
    Move move = Move.by("studios").promises("more");
    assertThatThrownBy(() -> talks.apply(move))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("rule (forgetful) failed to remember (" + move + ")")
        .hasMessageEndingWith("it answered null");
  }
}
