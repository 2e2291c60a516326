package dev.parley.analysis.bargaining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.Frontier.Solution;
import dev.parley.analysis.bargaining.OutcomeSpace.Cursor;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;

/** Counting and numbering outcomes. */
class OutcomeSpaceTest {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("north", "North")
          .principal("south", "South")
          .issue("border", Scale.levels("closed", "guarded", "open"))
          .issue("custodian", Scale.options("oman", "chile"))
          .issue("grain", Scale.quantity("0", "2", "0.5", "tons"))
          .issue("list", Scale.checklist("names", "health"))
          .build();

  @Example
  void every_number_is_one_outcome_and_the_cursor_agrees() {
    OutcomeSpace space = OutcomeSpace.of(AGENDA);
    assertThat(space.size()).isEqualTo(3 * 2 * 5 * 4);
    assertThat(space).hasToString("120 outcomes over border, custodian, grain, list");
    Cursor cursor = space.cursor();
    List<Terms> seen = new ArrayList<>();
    long number = 0;
    do {
      Terms terms = cursor.terms();
      assertThat(space.outcome(number)).isEqualTo(terms);
      assertThat(space.number(terms)).isEqualTo(number);
      assertThat(cursor.number()).isEqualTo(number);
      AGENDA.issueList().forEach(i -> assertThat(terms.on(i.id())).hasValue(cursor.value(i.id())));
      seen.add(terms);
      number++;
    } while (cursor.next());
    assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    assertThat(seen.get(0)).hasToString("border closed; custodian oman; grain 0; list nothing");
    assertThat(seen.get(1)).hasToString("border closed; custodian oman; grain 0; list names");
    assertThat(seen.get(4)).hasToString("border closed; custodian oman; grain 0.5; list nothing");
    assertThat(seen.get(119))
        .hasToString("border open; custodian chile; grain 2; list health, names");
  }

  @Example
  void the_count_is_exact_beyond_a_long() {
    List<Issue> issues =
        IntStream.range(0, 100).mapToObj(i -> Issue.of("i" + i, Scale.levels("a", "b"))).toList();
    OutcomeSpace space = OutcomeSpace.of(issues);
    assertThat(space.size()).isEqualTo(BigInteger.TWO.pow(100));
    BigInteger last = BigInteger.TWO.pow(100).subtract(BigInteger.ONE);
    assertThat(space.number(space.outcome(last))).isEqualTo(last);
  }

  @Example
  void a_hundred_opposed_issues_are_merged_though_nobody_could_count_their_outcomes() {
    List<Issue> issues =
        IntStream.range(0, 100).mapToObj(i -> Issue.of("i" + i, Scale.levels("a", "b"))).toList();
    OutcomeSpace space = OutcomeSpace.of(issues);
    AdditiveProfile.Builder one = AdditiveProfile.on(space, "one").reservation("0");
    AdditiveProfile.Builder two = AdditiveProfile.on(space, "two").reservation("0");
    for (Issue issue : issues) {
      one.issue(issue.id(), Fraction.ONE, Evaluation.linear("0", "1"));
      two.issue(issue.id(), Fraction.ONE, Evaluation.linear("1", "0"));
    }
    Frontier frontier = BargainingProblem.of(space, one.build(), two.build()).frontier();
    assertThat(frontier.efficient()).hasSize(101);
    Solution nash = frontier.solution(SolutionConcept.NASH);
    assertThat(nash.payoffs()).hasSize(1);
    assertThat(nash.payoffs().get(0).utilities().values()).hasToString("[50, 50]");
    assertThat(nash.payoffs().get(0).outcomes()).isEqualTo("100891344545564193334812497256");
    assertThat(nash.score()).hasValue(Fraction.of(2500));
  }
}
