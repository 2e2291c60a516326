package dev.parley.analysis.bargaining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.Issue;
import dev.parley.agenda.Scale;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The table of utilities and its inverse. */
class UtilityTableTest {
  private static OutcomeSpace space(int values) {
    return OutcomeSpace.of(List.of(Issue.of("a", Scale.quantity(0, values - 1, "u"))));
  }

  /** Utilities are any; a third of them cannot be written as a decimal. */
  @Property(tries = 200)
  void the_order_and_the_inverse_are_those_of_the_definition(
      @ForAll @Size(min = 2, max = 40) List<@IntRange(min = -5, max = 5) Integer> utilities,
      @ForAll @IntRange(min = -6, max = 6) int least,
      @ForAll boolean counted) {
    OutcomeSpace space = space(utilities.size());
    Profile profile =
        counted
            ? FunctionProfile.counted(space, "p", 3, c -> utilities.get((int) c.index(0)))
            : FunctionProfile.of(
                space, "p", t -> Fraction.of(utilities.get(space.number(t).intValue()), 3));
    UtilityTable table = UtilityTable.of(profile);
    List<Integer> expected =
        IntStream.range(0, utilities.size())
            .boxed()
            .sorted(Comparator.comparing((Integer n) -> -utilities.get(n)))
            .toList();
    for (int rank = 0; rank < table.size(); rank++) {
      assertThat(table.outcome(rank)).isEqualTo(expected.get(rank));
      assertThat(table.rank(expected.get(rank))).isEqualTo(rank);
      assertThat(table.exact(rank)).isEqualTo(Fraction.of(utilities.get(rank), 3));
      assertThat(table.utility(rank)).isEqualTo(utilities.get(rank) / 3.0);
    }
    Fraction third = Fraction.of(least, 3);
    assertThat(table.atLeast(third).asList())
        .isEqualTo(expected.stream().filter(n -> utilities.get(n) >= least).toList());
    assertThat(table.count(third.doubleValue())).isEqualTo(table.count(third));
  }

  @Example
  void what_is_worse_than_no_agreement_is_not_acceptable() {
    UtilityTable table =
        UtilityTable.of(
            AdditiveProfile.on(space(11), "p")
                .issue("a", "1", Evaluation.linear("0", "1"))
                .reservation("0.3")
                .build());
    assertThat(table.acceptable()).isEqualTo(8);
    assertThat(table.isAcceptable(3)).isTrue();
    assertThat(table.isAcceptable(2)).isFalse();
    assertThat(table.best()).isEqualTo(1);
    assertThat(table.worst()).isEqualTo(0);
    assertThat(table.terms(4)).hasToString("a 4").isSameAs(table.terms(4));
  }

  @Example
  void too_many_outcomes_are_refused() {
    Profile profile =
        FunctionProfile.counted(space(1_000_001), "p", 1, OutcomeSpace.Cursor::number);
    assertThatThrownBy(() -> UtilityTable.of(profile))
        .hasMessage(
            "outcome space (1,000,001 outcomes over a) is too large for a table: 1,000,000 outcomes at most. Take a coarser step or fewer issues");
  }
}
