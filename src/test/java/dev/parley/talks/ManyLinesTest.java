package dev.parley.talks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Entry.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;

/** Talks of many: what a move costs is counted, and depends on what it changes. */
class ManyLinesTest {
  private static final int MANY = 100;

  private static Agenda agenda() {
    Agenda.Builder agenda = Agenda.builder().issue("x", Scale.quantity(0, 100, "u"));
    for (int i = 0; i < MANY; i++) {
      agenda.principal("p" + i, "P" + i);
    }
    return agenda.build();
  }

  private static Line line(int party, int toward) {
    return new Line(ActorId.of("p" + party), IssueId.of("x"), ActorId.of("p" + toward));
  }

  @Example
  void a_grid_visits_what_was_set_and_what_was_written_and_nothing_else() {
    Grid<String> empty = Grid.of(agenda(), "");
    Grid.Edit<String> edit = empty.edit();
    edit.set(line(0, 1), "first");
    edit.set(line(99, 98), "last");
    Grid<String> one = edit.done();
    Grid.Edit<String> more = one.edit();
    more.set(line(50, 3), "middle");
    more.set(line(99, 98), new String("last".toCharArray()));
    Grid<String> other = more.done();

    List<String> seen = new ArrayList<>();
    other.forEachSet((line, value) -> seen.add(line.party() + " " + value));
    assertThat(seen).containsExactly("p0 first", "p50 middle", "p99 last");
    seen.clear();
    other.forEachWritten(one, (line, value) -> seen.add(line.party() + " " + value));
    assertThat(seen).containsExactly("p50 middle", "p99 last");
    seen.clear();
    empty.forEachSet((line, value) -> seen.add(value));
    one.forEachWritten(one, (line, value) -> seen.add(value));
    assertThat(seen).isEmpty();
  }

  @Example
  void a_grid_that_is_set_back_equals_one_in_which_nothing_was_set() {
    Grid<String> empty = Grid.of(agenda(), "");
    Grid.Edit<String> edit = empty.edit();
    edit.set(line(50, 3), "said");
    Grid<String> said = edit.done();
    Grid.Edit<String> back = said.edit();
    back.set(line(50, 3), new String(new char[0]));
    assertThat(said).isNotEqualTo(empty);
    assertThat(back.done()).isEqualTo(empty).hasSameHashCodeAs(empty);
    assertThat(empty).isEqualTo(back.done());
    assertThat(said.with(value -> "")).isEqualTo(empty);
  }

  /** A demand that counts how often it is asked for what it asks. */
  private static final class Counting implements Demand {
    private final GeneralDemand said;
    private int asked;

    Counting(String by) {
      said = GeneralDemand.of(by, "p1", "x", "at least 6");
    }

    @Override
    public String kind() {
      return said.kind();
    }

    @Override
    public ActorId by() {
      return said.by();
    }

    @Override
    public ImmutableSet<ActorId> of() {
      return said.of();
    }

    @Override
    public ImmutableMap<IssueId, Ask> asks() {
      asked++;
      return said.asks();
    }

    @Override
    public Optional<Firmness> firmness() {
      return said.firmness();
    }
  }

  @Example
  void agreements_are_read_on_from_where_they_were_read_to() {
    Counting demand = new Counting("p0");
    Negotiation talks = Negotiation.about(agenda()).with(Move.by("p0").demands(demand));
    assertThat(talks.agreements()).isEmpty();
    int before = demand.asked;
    assertThat(talks.agreements()).isEmpty();
    assertThat(demand.asked).isEqualTo(before);
    Offer offer = Offer.of("p2", "p3", Terms.on(agenda()).set("x", 7).build());
    Negotiation agreed = talks.with(Move.by("p2").offers(offer), Move.by("p3").accepts(offer));
    int told = demand.asked;
    assertThat(agreed.agreements()).hasSize(1);
    assertThat(agreed.agreements()).isSameAs(agreed.agreements());
    assertThat(demand.asked).isEqualTo(told);
    assertThat(talks.agreements()).as("of an earlier place").isEmpty();
    assertThat(agreed.agreements()).as("and of the later one again").hasSize(1);
  }

  @Example
  void a_round_is_read_once_and_anew_after_a_word_on_it() {
    Counting demand = new Counting("p0");
    Negotiation talks =
        Negotiation.about(agenda())
            .with(
                Move.by("p0").opensRound(),
                Move.by("p0").demands(demand),
                Move.by("p0").closesRound(),
                Move.by("p0").opensRound());
    assertThat(talks.round(1).steps()).isNotEmpty();
    int read = demand.asked;
    assertThat(talks.with(Move.by("p1").promises("more")).round(1)).isSameAs(talks.round(1));
    assertThat(demand.asked).isEqualTo(read);
    Negotiation denied = talks.deny(new EntryId(2), Note.of("2025", "not so")).orThrow();
    assertThat(denied.round(1).steps()).isEmpty();
    assertThat(talks.round(1).steps()).isNotEmpty();
  }

  @Example
  void an_issue_for_which_the_agenda_has_no_room_is_refused_and_as_recorded_has_no_effect() {
    Agenda.Builder many = Agenda.builder().issue("x", Scale.quantity(0, 100, "u"));
    for (int i = 0; i < 800; i++) {
      many.principal("p" + i, "P" + i);
    }
    Negotiation talks = Negotiation.about(many.build());
    Move move = Move.by("p0").amendsAgenda(Issue.of("y", Scale.quantity(0, 9, "u")));
    assertThat(((Refusal) talks.apply(move)).message())
        .contains(
            "the agenda has no room for issue (y): with it there would be more than 1,000,000"
                + " positions");
    assertThat(talks.record(move).orThrow().agenda()).isEqualTo(talks.agenda());
  }
}
