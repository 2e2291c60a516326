package dev.parley.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.compare.Comparison.Difference;
import dev.parley.compare.Comparison.Measured;
import dev.parley.compare.Comparison.Statistic;
import dev.parley.compare.Comparison.StepLine;
import dev.parley.evidence.EntryId;
import dev.parley.json.JsonTree;
import dev.parley.scenario.Scenario;
import dev.parley.spelling.SafeText;
import java.util.List;
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
                pair(7, 7), "content", "Carts held: 40", "Carts held: 44", "wire", "wire"),
            new Difference(pair(8, 8), "date", "2020-03-05", "2020-03", "", ""));
  }

  private static Matching.Pair pair(int one, int other) {
    return new Matching.Pair(new EntryId(one), new EntryId(other));
  }

  @Example
  void verdicts_and_steps_stand_side_by_side() {
    assertThat(WEEK.measured())
        .contains(
            measured(1, Optional.empty(), "stated", "stated"),
            measured(2, Optional.empty(), "moved", "unreported"),
            measured(
                2,
                Optional.of(
                    new StepLine(
                        ActorId.of("hill"),
                        Optional.of(ActorId.of("vale")),
                        Optional.of(IssueId.of("toll")))),
                "conceded",
                "held"));
  }

  private static Measured measured(int round, Optional<StepLine> line, String one, String other) {
    return new Measured(
        Optional.of(round), Optional.of(round), line, Optional.of(one), Optional.of(other));
  }

  @Example
  void a_round_that_one_coder_left_out_moves_no_other_round() {
    Comparison apart =
        compared(
            FIRST.replace(
                "  - {hill opens round: bridge, on: 2020-03-05",
                "  - {hill opens round: bridge, on: 2020-03-03}\n"
                    + "  - {hill closes round, on: 2020-03-03}\n"
                    + "  - {hill opens round: bridge, on: 2020-03-05"),
            SECOND);
    assertThat(apart.measured())
        .filteredOn(m -> m.line().isEmpty())
        .extracting(m -> m.round().orElse(0) + " " + m.otherRound().orElse(0))
        .containsExactly("1 1", "2 0", "3 2");
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
    assertThat(Matching.parse(WEEK.pairs())).isEqualTo(WEEK.matching());
    assertThat(WEEK.pairs())
        .contains("# [8] Hill closes the round\n# [8] Hill closes the round\n8,8\n")
        .contains("# Only in the second record:\n# [6] ");
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
        .extracting(Object::toString)
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
        .contains(
            "  # decide: only the second record has this entry, there [6]\n  #  - {hill holds: toll");
    assertThat(compared(FIRST, FIRST).merge()).isEqualTo(WEEK.one().write());
  }

  @Example
  void a_merge_loses_no_entry_and_ends_with_the_end_mark() {
    String last = "  - {vale promises: hill, words: to mend the bridge, on: 2020-03-09}\n";
    for (Comparison both :
        List.of(
            compared(FIRST, SECOND + last),
            compared("", SECOND + last),
            compared(FIRST, SECOND + "  - {deny: [3]}\n  - {cancel: [7]}\n" + last))) {
      String merged = both.merge();
      assertThat(merged).endsWith("\n...\n").containsOnlyOnce("\n...\n");
      assertThat(Scenario.parse("merged.yaml", merged)).isEqualTo(both.one());
      long told =
          merged.lines().filter(line -> line.startsWith("  #  - {")).count()
              + both.matching().pairs().size();
      assertThat(told).isEqualTo(both.other().negotiation().chronicle().size());
    }
  }

  @Example
  void an_entry_that_is_cited_is_the_same_entry_in_both_records_whatever_its_number() {
    String reason = "  - {vale suspends, because of: [%d], on: 2020-03-07}\n";
    Comparison same = compared(FIRST + reason.formatted(7), SECOND + reason.formatted(7));
    assertThat(same.differences()).extracting(Difference::field).doesNotContain("reason");
    Comparison shifted =
        compared(
            FIRST + reason.formatted(7),
            "  - {vale threatens: hill, words: early, on: 2020-03-01}\n"
                + SECOND
                + reason.formatted(8));
    assertThat(shifted.differences()).extracting(Difference::field).doesNotContain("reason");
    assertThat(compared(FIRST + reason.formatted(7), SECOND + reason.formatted(6)).differences())
        .contains(new Difference(pair(10, 9), "reason", "[7]", "[6] of the second record", "", ""));
  }

  @Example
  void agreement_on_what_entries_are_matched_on_is_left_out_unless_a_hand_matched_them() {
    assertThat(WEEK.statistics()).extracting(Statistic::on).doesNotContain("kind", "actor");
    Comparison byHand = Comparison.of(WEEK.one(), WEEK.other(), Matching.parse("1,1\n6,6\n"));
    assertThat(statistic(byHand, "kind").percent()).hasValue(0.5);
    assertThat(statistic(WEEK, "event told by both").percent().orElseThrow()).isEqualTo(0.7);
    assertThat(statistic(WEEK, "event told by both").units()).isEqualTo(10);
    assertThat(byHand.text()).doesNotContain("matched on kind");
  }

  @Example
  void nothing_in_a_text_steers_a_terminal() {
    String hostile = "  - {vale threatens: hill, words: \"\\e[31m\\u202e\", on: 2020-03-08}\n";
    Comparison both = compared(FIRST + hostile, SECOND + hostile.replace("31m", "32m"));
    String alleged = "  - {hill threatens: vale, words: war, source: valian, on: 2020-03-08}\n";
    Comparison marked =
        Comparison.of(
            Scenario.parse(
                "a.yaml",
                (HEAD + FIRST + alleged)
                    .replace(
                        "{report: The Daily}",
                        "{report: The Daily}, valian: {statement of: vale}")),
            WEEK.other());
    for (Comparison each : List.of(both, marked)) {
      for (String text :
          List.of(each.text(), each.pairs(), each.merge(), each.tables().files().toString())) {
        assertThat(text.replace("\r\n", "\n").codePoints())
            .noneMatch(c -> c != '\n' && SafeText.steers(c));
      }
    }
  }

  @Example
  void it_is_told_in_text_in_rows_as_json_and_as_a_page() {
    assertThat(WEEK.text())
        .contains("first record   A week at the border  9 events, 7 matched")
        .containsPattern("\\[3\\] \\[3\\] +source +Wire +The Daily\n")
        .containsPattern("2 +verdict +moved +unreported\n")
        .containsPattern("2 +Hill on toll towards Vale +conceded +held\n")
        .containsPattern("verdict +2 +50 %")
        .contains("Entries were matched on kind and actor");
    assertThat(WEEK.text(60).lines()).allMatch(line -> line.length() <= 60);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WEEK.text(59))
        .withMessage("columns (59) must be from 60 to 200");
    assertThat(WEEK.tables().files().keySet())
        .containsExactly(
            "datapackage.json",
            "agendas.csv",
            "entries.csv",
            "differences.csv",
            "rounds.csv",
            "agreement.csv");
    assertThat(WEEK.tables().files().get("differences.csv"))
        .contains("\r\n3,3,source,wire,daily,wire,daily\r\n");
    assertThat(WEEK.json()).contains("\"round-one\" : 2").contains("\"agreement\"");
    Object tree = JsonTree.read(WEEK.json());
    assertThat(JsonTree.at(tree, "differences", 0).toString())
        .startsWith("{entry-one=3, entry-other=3, field=source, one=wire, other=daily");
    assertThat((List<?>) JsonTree.at(tree, "entries"))
        .filteredOn(event -> JsonTree.at(event, "entry-other").equals(Optional.empty()))
        .extracting(event -> JsonTree.at(event, "entry-one").toString())
        .containsExactly("6", "9");
    assertThat(WEEK.page())
        .contains("<h2 id=\"differences-heading\">One event, told differently</h2>")
        .contains("script-src 'none'")
        .doesNotContain("href=\"#e");
  }
}
