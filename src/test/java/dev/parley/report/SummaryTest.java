package dev.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.evidence.EntryId;
import dev.parley.json.Json;
import dev.parley.report.Summary.Sentence;
import dev.parley.report.Summary.Topic;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Negotiation;
import dev.parley.testing.LegalPlay;
import dev.parley.testing.Negotiations;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Where talks stand, in sentences. */
class SummaryTest {
  private static final Pattern CITED = Pattern.compile("\\[(\\d+)]");

  private static Summary of(String example) {
    return Transcript.of(Scenario.read(Path.of("examples", example))).summary();
  }

  private static Sentence only(Summary summary, Topic topic) {
    return summary.sentences().stream().filter(s -> s.topic() == topic).findFirst().orElseThrow();
  }

  @Example
  void a_deal_comes_first_with_its_dates_and_what_was_carried_out() {
    Summary iran = of("iran-1981.yaml");
    assertThat(iran.sentences().get(0).text())
        .isEqualTo(
            "Iran and United States signed an agreement on the whole dispute on 19 January 1981"
                + " [54] [55]; both ratified it the same day [62] [63]; it has been in force since"
                + " then [63].");
    assertThat(iran.sentences())
        .extracting(Sentence::topic)
        .startsWith(Topic.OUTCOME, Topic.TERMS, Topic.IMPLEMENTATION);
    assertThat(only(iran, Topic.IMPLEMENTATION).text())
        .contains("hostages: 52 persons, in full, on 20 January 1981 [67]")
        .contains("nothing is reported on the other seven");
  }

  @Example
  void a_deal_comes_before_its_amendment() {
    assertThat(of("gaza-deal.yaml").sentences().get(0).text())
        .endsWith("it has been in force since 19 January 2025, 11:15 [111].");
  }

  @Example
  void an_open_round_comes_first_with_where_it_is_held() {
    Summary gaza = of("gaza-2025.yaml");
    assertThat(gaza.sentences()).hasSizeBetween(5, 8);
    assertThat(gaza.sentences().get(0).text()).startsWith("Round 3 is open in ");
    assertThat(only(gaza, Topic.DISPUTED).text())
        .isEqualTo("Israel and Hamas each allege that the other hardened its terms [22] [23].");
    assertThat(only(gaza, Topic.UNKNOWN).text())
        .contains("of Israel is unknown on four of six issues");
    assertThat(only(gaza, Topic.DUE).text()).contains("20 January 2025, in 17 days", "[27]");
  }

  @Example
  void a_record_without_entries_has_no_sentence() {
    assertThat(Transcript.of(Negotiation.about(Records.docks())).summary().sentences()).isEmpty();
  }

  @Example
  void it_is_written_as_json_too() {
    assertThat(Json.of(of("wga-2023.yaml")))
        .contains("\"topic\" : \"OUTCOME\"", "\"entries\" : [ 33, 34 ]");
  }

  @Provide
  static Arbitrary<Negotiation> negotiations() {
    return Negotiations.records(
        dev.parley.testing.Records.of(
            LegalPlay.ANY.withMoves(0, 40).withOneWildIn(4).withAwkwardWords()));
  }

  @Property(tries = 300)
  void no_sentence_stands_without_an_entry_behind_it(@ForAll("negotiations") Negotiation talks) {
    Summary summary = Transcript.of(talks).summary();
    int size = talks.chronicle().size();
    assertThat(summary.sentences().isEmpty()).isEqualTo(size == 0);
    assertThat(summary.sentences().size()).isLessThanOrEqualTo(8);
    for (Sentence sentence : summary.sentences()) {
      TreeSet<EntryId> cited = new TreeSet<>();
      Matcher found = CITED.matcher(sentence.text());
      while (found.find()) {
        cited.add(new EntryId(Integer.parseInt(found.group(1))));
      }
      assertThat(cited).as(sentence.text()).containsAll(sentence.entries());
      assertThat(sentence.entries().last().number()).isLessThanOrEqualTo(size);
      assertThat(sentence.text()).doesNotContain("\n").endsWith(".");
    }
    Statistics.label("five or more").collect(summary.sentences().size() >= 5);
  }
}
