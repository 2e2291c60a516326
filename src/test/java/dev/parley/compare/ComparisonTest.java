package dev.parley.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.compare.Comparison.Difference;
import dev.parley.compare.Comparison.Measured;
import dev.parley.compare.Comparison.Statistic;
import dev.parley.evidence.EntryId;
import dev.parley.scenario.Scenario;
import java.util.Optional;
import net.jqwik.api.Example;

/** Two coders of one week of talks. */
class ComparisonTest {
  private static final String HEAD =
      """
      parley: 1
      title: A week at the border
      parties:
        hill: {name: Hill, role: principal}
        vale: {name: Vale, role: principal}
      issues:
        toll: {from: 0, to: 10, unit: coins, better: {hill: more, vale: less}}
        guards: {from: 0, to: 9, unit: persons}
      sources: {wire: {report: Wire}, daily: {report: The Daily}}
      record:
      """;
  private static final String FIRST =
      """
        - {hill opens round: bridge, on: 2020-03-02, source: wire}
        - {hill demands of: vale, toll: at least 8, on: 2020-03-02, source: wire}
        - {vale demands of: hill, toll: at most 2, on: 2020-03-02, source: wire}
        - {hill closes round, on: 2020-03-02}
        - {hill opens round: bridge, on: 2020-03-05, source: wire}
        - {hill amends demand of: vale, toll: at least 6, on: 2020-03-05, source: wire}
        - {vale claims: carts held, figure: 40, on: 2020-03-05, source: wire}
        - {hill closes round, on: 2020-03-05}
        - {vale threatens: hill, words: to close the bridge, on: 2020-03-06, source: wire}
      """;
  private static final String SECOND =
      """
        - {hill opens round: bridge, on: 2020-03-02, source: wire}
        - {hill demands of: vale, toll: at least 8, on: 2020-03-02, source: wire}
        - {vale demands of: hill, toll: at most 2, on: 2020-03-02, source: daily}
        - {hill closes round, on: 2020-03-02}
        - {hill opens round: bridge, on: 2020-03-05, source: wire}
        - {hill holds: toll, toward: vale, on: 2020-03-05, source: daily}
        - {vale claims: carts held, figure: 44, on: 2020-03-05, source: wire}
        - {hill closes round, on: 2020-03}
      """;

  private static Comparison compared(String one, String other) {
    return Comparison.of(
        Scenario.parse("a.yaml", HEAD + one), Scenario.parse("b.yaml", HEAD + other));
  }

  private static final Comparison WEEK = compared(FIRST, SECOND);

  @Example
  void entries_of_one_event_are_matched_and_what_one_alone_has_is_listed() {
    assertThat(WEEK.matching().pairs())
        .extracting(p -> p.one().number() + " " + p.other().number())
        .containsExactly("1 1", "2 2", "3 3", "4 4", "5 5", "7 7", "8 8");
    assertThat(WEEK.onlyInOne()).extracting(e -> e.id().number()).containsExactly(6, 9);
    assertThat(WEEK.onlyInOther()).extracting(e -> e.id().number()).containsExactly(6);
  }

  @Example
  void fields_that_differ_stand_side_by_side_with_their_sources() {
    assertThat(WEEK.differences())
        .containsExactly(
            new Difference(pair(3, 3), "source", "wire", "daily", "wire", "daily"),
            new Difference(
                pair(7, 7),
                "content",
                "says on \"carts held\": 40 (Wire)",
                "says on \"carts held\": 44 (Wire)",
                "wire",
                "wire"),
            new Difference(pair(8, 8), "date", "2020-03-05", "2020-03", "", ""));
  }

  private static Matching.Pair pair(int one, int other) {
    return new Matching.Pair(new EntryId(one), new EntryId(other));
  }

  @Example
  void verdicts_and_steps_stand_side_by_side() {
    assertThat(WEEK.measured())
        .contains(
            new Measured(1, "verdict", Optional.of("stated"), Optional.of("stated")),
            new Measured(2, "verdict", Optional.of("moved"), Optional.of("unreported")),
            new Measured(
                2, "hill towards vale on toll", Optional.of("conceded"), Optional.of("held")));
  }

  @Example
  void agreement_is_told_field_by_field() {
    Statistic source = statistic(WEEK, "source");
    assertThat(source.units()).isEqualTo(5);
    assertThat(source.percent().orElseThrow()).isEqualTo(0.8);
    assertThat(statistic(WEEK, "figure claimed").units()).isEqualTo(1);
    assertThat(statistic(WEEK, "verdict").percent()).hasValue(0.5);
    assertThat(statistic(compared(FIRST, FIRST), "date").percent()).hasValue(1);
    assertThat(compared(FIRST, FIRST).differences()).isEmpty();
    assertThat(compared(FIRST, FIRST).onlyInOne()).isEmpty();
  }

  private static Statistic statistic(Comparison of, String on) {
    return of.statistics().stream().filter(s -> s.on().equals(on)).findFirst().orElseThrow();
  }

  @Example
  void pairs_can_be_given_by_hand() {
    Matching pairs = Matching.parse("one,other\n# the demand softened, or held\n6,6\n\n1 1\n");
    assertThat(Matching.parse(pairs.toString())).isEqualTo(pairs);
    Comparison byHand = Comparison.of(WEEK.one(), WEEK.other(), pairs);
    assertThat(byHand.differences()).extracting(Difference::field).contains("kind", "content");
    assertThat(byHand.onlyInOne()).hasSize(7);
  }

  @Example
  void pairs_that_match_twice_or_name_nothing_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Matching.parse("1,1\n1,2\n"))
        .withMessage("entry [1] of the first record is in two pairs: keep one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Matching.parse("1,2\n2,2\n"))
        .withMessage("entry [2] of the second record is in two pairs: keep one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Matching.parse("1,1\nsix\n"))
        .withMessage(
            "line 2 (six) is no pair: write the number of an entry of each record, such as 3,4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Comparison.of(WEEK.one(), WEEK.other(), Matching.parse("1,99")))
        .withMessage("pair (1,99) names an entry that tells no move of the second record");
  }

  @Example
  void agendas_that_differ_are_told_and_the_rest_is_compared() {
    Comparison apart =
        Comparison.of(
            WEEK.one(),
            Scenario.parse(
                "c.yaml",
                (HEAD + SECOND)
                    .replace("to: 10", "to: 12")
                    .replace("  guards:", "  carts: {levels: [held, free]}\n  posts:")));
    assertThat(apart.agendas())
        .containsExactly(
            "issue (toll) is 0 to 10 coins by 1 in the first, 0 to 12 coins by 1 in the second",
            "issue (guards) is in the first record only",
            "issue (carts) is in the second record only",
            "issue (posts) is in the second record only");
    assertThat(apart.matching().pairs()).hasSize(7);
  }

  @Example
  void a_merge_reads_back_and_asks_to_decide() {
    String merged = WEEK.merge();
    assertThat(Scenario.parse("merged.yaml", merged)).isEqualTo(WEEK.one());
    assertThat(merged)
        .contains("  # decide: source: first (wire), second (daily)\n  - {vale demands of")
        .contains("  # decide: date: first (2020-03-05), second (2020-03)\n")
        .contains("  # decide: only the first record has this entry\n  - {hill amends demand of")
        .contains("  # decide: only the second record has this entry\n  #  - {hill holds: toll");
    assertThat(compared(FIRST, FIRST).merge()).isEqualTo(WEEK.one().write());
  }

  @Example
  void it_is_told_in_text_in_rows_and_as_json() {
    assertThat(WEEK.text())
        .contains("first record   9 entries, 7 of them matched")
        .contains("[3] (wire) | [3] (daily)  source: wire | daily")
        .contains("round 2, verdict: moved | unreported")
        .contains("verdict: 2 units, 50 % agreement");
    assertThat(WEEK.csv().lines())
        .anyMatch(l -> l.startsWith("difference,3,3,,source,wire,daily,wire,daily"))
        .anyMatch(l -> l.startsWith("only-one,6,"))
        .allMatch(l -> l.replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == ',').count() == 15);
    assertThat(WEEK.json()).contains("\"only-one\"").contains("\"agreement\"");
  }
}
