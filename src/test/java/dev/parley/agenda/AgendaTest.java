package dev.parley.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.agenda.Mandate.Authority;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Scales, terms, delegations and the agenda that holds them. */
class AgendaTest {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("north", "North")
          .principal("south", "South")
          .mediator("island", "Island")
          .addOutsiders(new Outsider(ActorId.of("outlet"), "Outlet"))
          .issue("war", Scale.levels("none", "peace"))
          .issue("grain", Scale.quantity("0", "10", "0.5", "tons"))
          .build();

  private static void broken(ThrowingCallable what, String message) {
    assertThatIllegalArgumentException().isThrownBy(what).withMessage(message);
  }

  @Example
  void a_scale_has_two_values_or_more_each_with_a_name_of_its_own() {
    broken(() -> Scale.levels("all"), "a scale of levels needs 2 or more, not 1: [all]");
    broken(() -> Scale.options(), "a scale of options needs 2 or more, not 0: []");
    broken(() -> Scale.checklist(), "a scale of items needs 1 or more, not 0: []");
    broken(() -> Scale.levels("all", "all"), "a scale of levels names (all) twice");
    broken(
        () -> Scale.options("a", " "),
        "a name on a scale of options ( ) must not be blank, padded or hold a comma");
    broken(
        () -> Scale.options("a", " b"),
        "a name on a scale of options ( b) must not be blank, padded or hold a comma");
    broken(
        () -> Scale.checklist("a,b"),
        "a name on a scale of items (a,b) must not be blank, padded or hold a comma");
  }

  @Example
  void terms_give_one_value_on_an_issue() {
    Agenda agenda =
        Agenda.builder()
            .principal("a", "A")
            .principal("b", "B")
            .issue("rise", Scale.quantity(0, 9, "percent"))
            .build();
    broken(
        () -> Terms.on(agenda).set("rise", 4).set("rise", 5),
        "rise is set twice: (4) and (5). Keep one");
  }

  @Example
  void a_quantity_runs_in_whole_steps_from_its_least_to_its_most() {
    broken(() -> Scale.quantity("0", "5", "0", "tons"), "a quantity's step (0) must be above zero");
    broken(() -> Scale.quantity(5, 5, "tons"), "a quantity's most (5) must be above its least (5)");
    broken(
        () -> Scale.quantity("0", "5", "2", "tons"),
        "a quantity from (0) to (5) must be a whole number of steps of (2)");
    broken(
        () -> Scale.quantity("0", "ten", "1", "tons"),
        "a quantity's most (ten) is not a number: write it in digits, such as 120, -3 or 62.5");
    broken(
        () -> Scale.quantity("0", "1e99999999", "1", "tons"),
        "a quantity's most (1E+99999999) has more than 40 digits: take a larger unit or a coarser"
            + " step");
    broken(
        () -> Scale.quantity("0", "1", "1e-41", "tons"),
        "a quantity's step (1E-41) has more than 40 digits: take a larger unit or a coarser step");
    Scale halves = Scale.quantity("0.50", "3.5", "0.5", "tons");
    assertThat(halves.describe()).isEqualTo("0.5 to 3.5 tons by 0.5");
    assertThat(halves.length()).isEqualByComparingTo("3");
    assertThat(halves.unit()).isEqualTo("tons");
    assertThat(halves.holds(Value.amount(new BigDecimal("1.00")))).isTrue();
    assertThat(halves.holds(Value.amount(new BigDecimal("1.25")))).isFalse();
    assertThat(halves.holds(Value.amount(0))).isFalse();
    assertThat(halves.holds(Value.amount(4))).isFalse();
    assertThat(halves.holds(Value.level("1"))).isFalse();
    assertThat(halves.parse(" 1.50 ")).isEqualTo(Value.amount(new BigDecimal("1.5")));
    Scale odd = Scale.quantity("1", "9", "2", "ships");
    assertThat(odd.holds(Value.amount(3))).isTrue();
    assertThat(odd.holds(Value.amount(4))).isFalse();
    broken(
        () -> halves.parse("9".repeat(61)),
        "(" + "9".repeat(20) + "...) is not a number: write one from 0.5 to 3.5 tons by 0.5");
  }

  @Example
  void numbers_that_are_equal_are_one_value() {
    assertThat(Value.amount(new BigDecimal("3.50")))
        .isEqualTo(Value.amount(new BigDecimal("3.5")))
        .hasSameHashCodeAs(Value.amount(new BigDecimal("3.5")))
        .hasToString("3.5");
    assertThat(Value.amount(new BigDecimal("1E+2")))
        .isEqualTo(Value.amount(100))
        .hasToString("100");
    assertThat(Value.items("b", "a")).isEqualTo(Value.items("a", "b")).hasToString("a, b");
    assertThat(Value.items()).hasToString("nothing");
  }

  @Example
  void each_scale_says_its_length_its_unit_and_its_values() {
    Scale levels = Scale.levels("none", "some", "all");
    assertThat(levels.length()).isEqualByComparingTo("2");
    assertThat(levels.unit()).isEqualTo("levels");
    assertThat(levels.describe()).isEqualTo("none < some < all");
    assertThat(((Scale.Levels) levels).rank(Value.level("all"))).isEqualTo(2);
    broken(
        () -> ((Scale.Levels) levels).rank(Value.level("most")),
        "(most) is not on the scale (none < some < all)");
    Scale options = Scale.options("oman", "peru");
    assertThat(options.length()).isEqualByComparingTo("1");
    assertThat(options.unit()).isEqualTo("options");
    assertThat(options.parse("oman")).isEqualTo(Value.option("oman"));
    Scale list = Scale.checklist("names", "living");
    assertThat(list.length()).isEqualByComparingTo("2");
    assertThat(list.unit()).isEqualTo("items");
    assertThat(list.parse("living, names")).isEqualTo(Value.items("names", "living"));
    assertThat(list.parse("nothing")).isEqualTo(Value.items());
    assertThat(list.holds(Value.items("shoes"))).isFalse();
    assertThat(list.holds(Value.option("names"))).isFalse();
  }

  @Example
  void a_scale_widens_another_when_it_keeps_all_its_values_in_their_order() {
    Scale.Quantity tons = Scale.quantity(0, 10, "tons");
    assertThat(Scale.quantity("0", "10", "0.5", "tons").widens(tons)).isTrue();
    assertThat(Scale.quantity("-0.5", "10.5", "0.5", "tons").widens(tons)).isTrue();
    assertThat(Scale.quantity("0", "10", "2", "tons").widens(tons)).isFalse();
    assertThat(Scale.quantity("1", "10", "1", "tons").widens(tons)).isFalse();
    assertThat(Scale.quantity("0", "9", "1", "tons").widens(tons)).isFalse();
    assertThat(Scale.quantity("0", "10", "1", "ships").widens(tons)).isFalse();
    assertThat(Scale.levels("a", "b").widens(tons)).isFalse();
    assertThat(Scale.levels("a", "x", "b").widens(Scale.levels("a", "b"))).isTrue();
    assertThat(Scale.levels("b", "x", "a").widens(Scale.levels("a", "b"))).isFalse();
    assertThat(Scale.options("b", "x", "a").widens(Scale.options("a", "b"))).isTrue();
    assertThat(Scale.options("b", "x").widens(Scale.options("a", "b"))).isFalse();
    assertThat(Scale.checklist("b", "a").widens(Scale.checklist("a"))).isTrue();
    assertThat(Scale.checklist("b").widens(Scale.checklist("a"))).isFalse();
    assertThat(Scale.checklist("a", "b").widens(Scale.options("a", "b"))).isFalse();
  }

  @Example
  void terms_that_fit_and_terms_that_are_complete_are_two_questions() {
    Terms part = Terms.on(AGENDA).set("grain", "2.5").build();
    assertThat(part.misfits(AGENDA)).isEmpty();
    assertThat(part.isComplete(AGENDA)).isFalse();
    Terms whole = Terms.on(AGENDA).set("grain", 2).set("war", "peace").build();
    assertThat(whole.isComplete(AGENDA)).isTrue();
    assertThat(whole).hasToString("grain 2; war peace");
    assertThat(whole.only(Set.of(IssueId.of("war")))).hasToString("war peace");
    assertThat(whole.only(whole.issues())).isSameAs(whole);
    assertThat(whole.on(IssueId.of("fishing"))).isEmpty();
    Terms off =
        Terms.of(
            Map.of(
                IssueId.of("fishing"), Value.level("yes"), IssueId.of("grain"), Value.amount(11)));
    assertThat(off.misfits(AGENDA))
        .containsExactly(
            "issue (fishing) is not on the agenda. Issues: war, grain",
            "grain: 11 tons is above the scale's most (10)");
    assertThat(off.isComplete(AGENDA)).isFalse();
  }

  @Example
  void an_agenda_answers_who_and_what_is_on_it() {
    assertThat(AGENDA.principals()).containsExactly(ActorId.of("north"), ActorId.of("south"));
    assertThat(AGENDA.counterparts(ActorId.of("north"))).containsExactly(ActorId.of("south"));
    assertThat(AGENDA.actors().keySet())
        .containsExactly(
            ActorId.of("north"), ActorId.of("south"), ActorId.of("island"), ActorId.of("outlet"));
    assertThat(AGENDA.isPrincipal(ActorId.of("island"))).isFalse();
    assertThat(AGENDA.isPrincipal(ActorId.of("outlet"))).isFalse();
    assertThat(AGENDA.nameOf(ActorId.of("outlet"))).isEqualTo("Outlet");
    assertThat(AGENDA.nameOf(ActorId.of("nobody"))).isEqualTo("nobody");
    assertThat(AGENDA.issue(IssueId.of("fishing"))).isEmpty();
    assertThat(AGENDA.requireIssue(IssueId.of("war")).name()).isEqualTo("war");
    assertThat(Issue.of("end-of-war", Scale.levels("a", "b")).name()).isEqualTo("end of war");
    assertThat(List.of(IssueId.of("b"), IssueId.of("a")).stream().sorted().toList())
        .containsExactly(IssueId.of("a"), IssueId.of("b"));
  }

  @Example
  void a_mandate_says_how_far_a_delegation_can_bind() {
    IssueId grain = IssueId.of("grain");
    assertThat(Mandate.full().on(grain)).isEqualTo(Authority.FINAL);
    assertThat(Mandate.adReferendum().on(grain)).isEqualTo(Authority.AD_REFERENDUM);
    Mandate some = Mandate.only(Map.of(grain, Authority.AD_REFERENDUM));
    assertThat(some.on(grain)).isEqualTo(Authority.AD_REFERENDUM);
    assertThat(some.on(IssueId.of("war"))).isEqualTo(Authority.NONE);
  }
}
