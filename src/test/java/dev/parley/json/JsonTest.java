package dev.parley.json;

import static dev.parley.json.JsonTree.at;
import static dev.parley.json.JsonTree.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.evidence.Account;
import dev.parley.evidence.Figure;
import dev.parley.progress.RoundVerdict;
import dev.parley.report.Golden;
import dev.parley.report.Records;
import dev.parley.report.Transcript;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;

class JsonTest {
  @Example
  void a_record_is_written_with_every_result_in_a_fixed_order() {
    String json = Json.of(Records.ceaseFire());
    Golden.check("cease-fire.json", json);
    assertThat(Json.of(Records.ceaseFire())).isEqualTo(json);
    Object tree = read(json);
    assertThat(at(tree, "rounds", 0, "progress")).isEqualTo("MOVED");
    assertThat(at(tree, "rounds", 0, "as-alleged")).isEqualTo("MIXED");
    assertThat(at(tree, "entries", 0, "on")).isEqualTo("2024-12");
    assertThat(at(tree, "situation", "stage")).isEqualTo("IN_SESSION");
    assertThat(at(tree, "accounts", 0, "verdict")).isEqualTo("RECONCILES");
    assertThat(at(tree, "entries", 13, "entry-kind")).isEqualTo("denied");
  }

  @Example
  void a_settled_record_is_written_with_its_obligations() {
    Object tree = read(Json.of(Records.docksSettled()));
    assertThat(at(tree, "situation", "agreements", 0, "assents", "port", "kind"))
        .isEqualTo("RATIFIED");
    assertThat(at(tree, "agreements", 0, "entry")).isEqualTo(new BigDecimal(12));
    assertThat(at(tree, "agreements", 0, "stages", 0, "stage")).isEqualTo("SIGNED");
    assertThat(at(tree, "agreements", 0, "stages", 1, "on")).isEqualTo("2024-03-26");
    assertThat(at(tree, "agreements", 0, "consents", 2, "kind")).isEqualTo("RATIFIED");
    assertThat(at(tree, "must-ratify")).isEqualTo(List.of("port", "union"));
    assertThat(at(tree, "situation", "obligations", 0, "degree")).isEqualTo("INTERMEDIATE");
    assertThat(at(tree, "entries", 12, "instead", "kind")).isEqualTo("AMEND_DEMAND");
  }

  @Example
  void a_step_of_unknown_size_says_why() {
    RoundVerdict verdict = Records.ceaseFire().negotiation().round(1);
    Object softer =
        read(
            Json.of(
                verdict.steps().stream()
                    .filter(s -> s.kind().name().equals("CONCEDED"))
                    .findFirst()
                    .orElseThrow()));
    assertThat(at(softer, "size")).isEqualTo(Optional.empty());
    assertThat(at(softer, "size-unknown")).isEqualTo("no figure was reported");
    assertThat(at(read(Json.of(verdict)), "differences", 0, "allegations"))
        .isEqualTo(List.of(new BigDecimal(6)));
  }

  @Example
  void a_gap_that_is_unknown_names_who_has_no_figure() {
    Negotiation talks = Records.ceaseFire().negotiation();
    Object gap =
        read(Json.of(talks.situation().gaps(dev.parley.agenda.IssueId.of("withdrawal")).get(0)));
    assertThat(at(gap, "size-unknown")).isEqualTo("no figure on record of israel");
    assertThat(at(gap, "unit")).isEqualTo("percent of forces");
  }

  @Example
  void a_refusal_lists_every_law_and_the_way_out() {
    Negotiation talks = Records.ceaseFire().negotiation();
    Refusal refusal = (Refusal) talks.apply(Move.by("qatar").breaksOff());
    Object tree = read(Json.of(refusal));
    assertThat(at(tree, "move", "kind")).isEqualTo("BREAK_OFF");
    assertThat(at(tree, "breaches", 0, "law")).isEqualTo("PRINCIPALS_ONLY");
    assertThat(at(tree, "breaches", 0, "way-out").toString()).isNotBlank();
  }

  @Example
  void what_is_seen_on_a_day_and_what_can_be_done_are_objects() {
    Negotiation talks = Records.ceaseFire().negotiation();
    talks.observe(LocalDate.of(2025, 6, 1)).forEach(seen -> read(Json.of(seen)));
    talks.legalMoves().forEach(opening -> read(Json.of(opening)));
    Records.docksSettled().negotiation().legalMoves().forEach(opening -> read(Json.of(opening)));
    talks.rejudge().forEach(differing -> read(Json.of(differing)));
    assertThat(read(Json.ofRejudgements(talks.rejudge()))).isInstanceOf(Map.class);
    assertThat(at(read(Json.of(talks.situation())), "deadlines", 0, "date"))
        .isEqualTo("2025-01-20");
  }

  @Example
  void a_text_names_its_schema_and_its_version_first() {
    assertThat(Json.of(Records.ceaseFire().negotiation().round(1)))
        .startsWith(
            "{\n  \"$schema\" : \"https://parley.dev/schema/round-verdict-1.json\",\n"
                + "  \"version\" : 1,\n  \"round\" : 1,");
  }

  @Example
  void a_scale_is_written_as_data() {
    Object tree = read(Json.of(Records.ceaseFire()));
    assertThat(at(tree, "issues", 0, "scale"))
        .isEqualTo(
            Map.of("kind", "levels", "levels", List.of("none", "pause", "truce", "permanent end")));
    assertThat(at(tree, "situation", "agenda", "issues", 1, "scale"))
        .isEqualTo(
            Map.of(
                "kind",
                "quantity",
                "least",
                BigDecimal.ZERO,
                "most",
                new BigDecimal(100),
                "step",
                BigDecimal.ONE,
                "unit",
                "percent of forces"));
    assertThat(at(tree, "issues", 5, "scale", "items"))
        .isEqualTo(List.of("living", "deceased", "names", "condition"));
  }

  @Example
  void a_number_has_no_exponent_and_loses_no_digit() {
    Account account =
        Account.builder()
            .name("grains")
            .unit("grains")
            .whole("all", Figure.exactly(new BigDecimal("1E+30")))
            .part("half", Figure.exactly(new BigDecimal("0.000000000001")))
            .build();
    String json = Json.of(account.reconcile(Optional.empty()));
    assertThat(json)
        .contains("\"low\" : 1000000000000000000000000000000,")
        .contains("0.000000000001")
        .doesNotContainPattern(": -?[0-9.]+E");
    read(json);
  }

  @Example
  void control_characters_and_lone_surrogates_make_valid_json() {
    Transcript hostile = Records.docksSettled().titled("a\u001b[2J\"\\\u0000\ud83d end");
    assertThat(at(read(Json.of(hostile)), "title").toString()).startsWith("a\u001b[2J\"\\\u0000");
  }
}
