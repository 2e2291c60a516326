package dev.parley.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agreement.Obligation;
import dev.parley.analysis.stability.ConflictModel.UnilateralMove;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.evidence.EntryId;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.nio.file.Path;
import java.util.Set;
import net.jqwik.api.Example;

/** A record read as a conflict: no state and no arc but what the record gives. */
class RecordedConflictTest {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("north", "North")
          .principal("south", "South")
          .issue("grain", Scale.quantity(0, 100, "tons"))
          .issue("days", Scale.quantity(0, 60, "days"))
          .build();

  private static final Offer FORTY =
      Offer.of("north", "south", Terms.on(AGENDA).set("grain", 40).build());

  private static GeneralDemand wants(String by, String of, String issue, String region) {
    return GeneralDemand.of(by, of, issue, region);
  }

  private static Negotiation talks(Move... moves) {
    return Negotiation.about(AGENDA).with(moves);
  }

  private static Negotiation bargaining() {
    return talks(
        Move.by("south").demands(wants("south", "north", "grain", "at least 60")),
        Move.by("north").demands(wants("north", "south", "grain", "at most 20")),
        Move.by("south").amends(wants("south", "north", "grain", "at least 50")));
  }

  @Example
  void stances_are_what_each_party_stood_for_in_the_order_of_the_record() {
    assertThat(RecordedConflict.of(bargaining()))
        .hasToString(
            """
            north 1: nothing stated
            north 2: grain at most 20
            south 1: nothing stated
            south 2: grain at least 60
            south 3: grain at least 50
            now: north 2, south 3
            """);
  }

  @Example
  void what_answers_a_denied_offer_is_left_out_with_it() {
    Negotiation denied =
        talks(
                Move.by("south").demands(wants("south", "north", "grain", "at least 60")),
                Move.by("north").offers(FORTY),
                Move.by("south").rejects(FORTY))
            .deny(new EntryId(2), Note.of("2025", "there was no such offer"))
            .orThrow();
    assertThat(RecordedConflict.of(denied))
        .hasToString(
            """
            north 1: nothing stated
            south 1: nothing stated
            south 2: grain at least 60
            now: north 1, south 2
            """);
  }

  @Example
  void the_values_of_a_stance_are_regions_and_its_states_are_named() {
    RecordedConflict view = RecordedConflict.of(bargaining());
    Stance first = view.stances().get(ActorId.of("south")).get(0);
    Stance last = view.stances().get(ActorId.of("south")).get(2);
    assertThat(view.regions(first, IssueId.of("grain"))).isEmpty();
    assertThat(view.regions(last, IssueId.of("grain")))
        .extracting(r -> r.describe())
        .containsExactly("at least 50");
    assertThat(view.states()).hasSize(6);
    assertThat(view.states().get(view.present())).containsEntry(ActorId.of("south"), last);
  }

  @Example
  void an_arc_is_one_partys_change_with_the_entries_behind_it() {
    RecordedConflict view = RecordedConflict.of(bargaining());
    ConflictModel model = view.model();
    assertThat(model.size()).isEqualTo(6);
    int now = model.state(view.present());
    int before = model.state(view.stateOf(2, 2));
    assertThat(model.moves("south", before)).containsExactly(now);
    assertThat(view.entries(model, new UnilateralMove("south", before, now)))
        .containsExactly(new EntryId(3));
    assertThat(model.moves("north", now)).isEmpty();
  }

  @Example
  void what_a_party_changed_it_can_take_back_but_it_cannot_unsay_its_first_word() {
    RecordedConflict view = RecordedConflict.of(bargaining());
    ConflictModel model = view.model();
    int now = model.state(view.present());
    int before = model.state(view.stateOf(2, 2));
    assertThat(model.moves("south", now)).containsExactly(before);
    assertThat(view.entries(model, new UnilateralMove("south", now, before))).isEmpty();
    assertThat(model.moves("south", before)).doesNotContain(model.state(view.stateOf(2, 1)));
  }

  @Example
  void an_acceptance_moves_both_and_leads_one_way() {
    Negotiation agreed =
        talks(
            Move.by("south").demands(wants("south", "north", "grain", "at least 60")),
            Move.by("north").offers(FORTY),
            Move.by("south").accepts(FORTY));
    RecordedConflict view = RecordedConflict.of(agreed, Set.of(IssueId.of("grain")));
    ConflictModel model = view.model();
    int now = model.state(view.present());
    int before = model.state(view.stateOf(2, 2));
    assertThat(view.present()).isEqualTo("north 3, south 3");
    assertThat(view.stances().get(ActorId.of("south")).get(2))
        .hasToString("south 3: grain 40, agreed");
    assertThat(model.moves("south", before)).containsExactly(now);
    assertThat(view.entries(model, new UnilateralMove("south", before, now)))
        .containsExactly(new EntryId(3));
    assertThat(model.moves("south", now)).isEmpty();
    assertThat(model.moves("north", now)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordedConflict.of(agreed))
        .withMessage(
            "nothing is stated on an issue that is not closed: name the issues to look at, of"
                + " [grain, days]");
  }

  @Example
  void what_is_delivered_cannot_be_taken_back() {
    Issue grain = AGENDA.requireIssue(IssueId.of("grain"));
    Negotiation agreed =
        talks(
            Move.by("north").amendsAgenda(grain.withObligor(ActorId.of("north"))),
            Move.by("north").demands(wants("north", "south", "grain", "at most 20")),
            Move.by("north").amends(wants("north", "south", "grain", "at most 45")),
            Move.by("north").offers(FORTY),
            Move.by("south").accepts(FORTY));
    Obligation due = agreed.situation().obligations().keySet().iterator().next();
    Negotiation done = agreed.with(Move.by("north").performs(due));
    assertThat(movesBack(agreed)).isTrue();
    assertThat(movesBack(done)).isFalse();
  }

  private static boolean movesBack(Negotiation record) {
    RecordedConflict view = RecordedConflict.of(record, Set.of(IssueId.of("grain")));
    ConflictModel model = view.model();
    return model
        .moves("north", model.state(view.stateOf(3, 1)))
        .contains(model.state(view.stateOf(2, 1)));
  }

  @Example
  void what_is_said_to_one_counterpart_only_is_said_so() {
    Agenda three =
        Agenda.builder()
            .principal("north", "North")
            .principal("south", "South")
            .principal("west", "West")
            .issue("grain", Scale.quantity(0, 100, "tons"))
            .build();
    RecordedConflict view =
        RecordedConflict.of(
            Negotiation.about(three)
                .with(
                    Move.by("south").demands(wants("south", "north", "grain", "at least 60")),
                    Move.by("south").demands(wants("south", "west", "grain", "at least 30"))));
    assertThat(view)
        .hasToString(
            """
            north 1: nothing stated
            south 1: nothing stated
            south 2: grain at least 60 towards north and not stated towards west
            south 3: grain at least 60 towards north and at least 30 towards west
            west 1: nothing stated
            now: north 1, south 3, west 1
            """);
    ConflictModel model = view.model();
    assertThat(model.moves("south", model.state(view.present()))).isEmpty();
  }

  @Example
  void without_preferences_everything_that_could_move_is_unknown() {
    RecordedConflict view = RecordedConflict.of(bargaining());
    StabilityAnalysis unknown = StabilityAnalysis.of(view.model());
    int now = view.model().state(view.present());
    assertThat(unknown.verdict(StabilityConcept.NASH, "north", now)).isEqualTo(Stability.STABLE);
    assertThat(unknown.verdict(StabilityConcept.NASH, "south", now)).isEqualTo(Stability.DEPENDS);
    StabilityAnalysis told =
        StabilityAnalysis.of(
            view.form().better("south", view.present(), view.stateOf(2, 2)).build());
    assertThat(told.verdict(StabilityConcept.NASH, "south", now)).isEqualTo(Stability.STABLE);
  }

  @Example
  void a_denied_entry_and_an_allegation_are_no_arcs() {
    Negotiation denied = bargaining().deny(new EntryId(3), Note.of("2025", "not so")).orThrow();
    RecordedConflict view = RecordedConflict.of(denied);
    assertThat(view.present()).isEqualTo("north 2, south 2");
    assertThat(view.model().size()).isEqualTo(4);
  }

  @Example
  void issues_are_looked_at_when_something_is_stated_on_them() {
    assertThat(RecordedConflict.of(bargaining()).issues()).containsExactly(IssueId.of("grain"));
    Negotiation more =
        bargaining().with(Move.by("south").demands(wants("south", "north", "days", "at most 9")));
    assertThat(RecordedConflict.of(more).issues())
        .isEqualTo(ImmutableSet.of(IssueId.of("grain"), IssueId.of("days")));
    assertThat(RecordedConflict.of(more, Set.of(IssueId.of("grain"))))
        .hasToString(RecordedConflict.of(bargaining()).toString());
  }

  @Example
  void the_gaza_record_has_twelve_states_and_leaves_the_parties_in_the_last() {
    RecordedConflict view =
        RecordedConflict.of(Scenario.read(Path.of("examples/gaza-2025.yaml")).negotiation());
    assertThat(view.present()).isEqualTo("israel 3, hamas 4");
    assertThat(view.model().size()).isEqualTo(12);
    assertThat(view.model().isFullyKnown()).isFalse();
  }

  @Example
  void what_cannot_be_viewed_is_refused_by_name() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordedConflict.of(bargaining(), Set.of()))
        .withMessage("a view of a record needs an issue");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordedConflict.of(bargaining()).stateOf(1))
        .withMessage("stances ([1]) are 1, the principals are [north, south]: give one for each");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordedConflict.of(bargaining()).stateOf(2, 4))
        .withMessage("stance (4) of south is not in the record: it has 1 to 3");
  }

  @Example
  void a_record_with_too_many_stances_says_how_many_states() {
    Negotiation talks = bargaining();
    for (int days = 0; days < 4; days++) {
      String so = "at least " + days;
      talks =
          days == 0
              ? talks.with(
                  Move.by("south").demands(wants("south", "north", "days", so)),
                  Move.by("north").demands(wants("north", "south", "days", so)))
              : talks.with(
                  Move.by("south").amends(wants("south", "north", "days", so)),
                  Move.by("north").amends(wants("north", "south", "days", so)));
      for (int tons = 1; tons <= 70; tons++) {
        String much = "at least " + tons;
        talks =
            talks.with(
                Move.by("south").amends(wants("south", "north", "grain", much)),
                Move.by("north").amends(wants("north", "south", "grain", much)));
      }
    }
    Negotiation many = talks;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordedConflict.of(many))
        .withMessage(
            "the stances of north (283), south (283) make 80,089 states, where a view has 65,536 at"
                + " most. Name fewer issues");
  }
}
