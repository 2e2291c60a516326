package dev.parley.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.analysis.Analysis;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.OfferSequence;
import dev.parley.analysis.bargaining.OfferSequence.Bid;
import dev.parley.analysis.bargaining.SolutionConcept;
import dev.parley.analysis.priority.Priorities;
import dev.parley.analysis.prospect.Prospect;
import dev.parley.analysis.ranking.Ranking;
import dev.parley.analysis.ranking.Rankings;
import dev.parley.analysis.stability.Bridging;
import dev.parley.analysis.stability.ConflictModel;
import dev.parley.analysis.stability.StabilityAnalysis;
import dev.parley.analysis.stability.StabilityConcept;
import dev.parley.analysis.stability.StatusQuo;
import dev.parley.compare.Comparison;
import dev.parley.evidence.Account;
import dev.parley.evidence.Figure;
import dev.parley.report.Records;
import dev.parley.report.Transcript;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Example;

/**
 * A schema of everything that is written as JSON is shipped, and is the one that the output keeps.
 * {@code mvn -Dquick test -Dtest=JsonSchemaTest -Dgolden=write} writes the shipped files anew.
 */
class JsonSchemaTest {
  private static final Path SHIPPED = Path.of("src/main/resources/dev/parley/json");

  private static final ImmutableMap<String, String> ALL =
      ImmutableMap.<String, String>builder()
          .putAll(Json.schemas())
          .put("comparison", Comparison.schema())
          .buildOrThrow();

  private static final ImmutableMap<String, Schema> READ =
      ImmutableMap.copyOf(
          com.google.common.collect.Maps.transformValues(ALL, JsonSchemaTest::read));

  private static Schema read(String schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }

  /** Returns what the schema of some kind of output has against a text. */
  static List<String> errors(String kind, String json) {
    return Objects.requireNonNull(READ.get(kind)).validate(json, InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  /** Checks that a text keeps the schema at an address. */
  static void check(String address, String json) {
    String kind = address.replaceFirst("^https://parley.dev/schema/(.*)-1.json$", "$1");
    assertThat(READ).containsKey(kind);
    assertThat(errors(kind, json)).as(json).isEmpty();
  }

  @Example
  void every_schema_is_shipped_as_it_is_made_from_what_is_written() throws IOException {
    for (Map.Entry<String, String> schema : ALL.entrySet()) {
      Path file = SHIPPED.resolve(schema.getKey() + ".schema.json");
      if ("write".equals(System.getProperty("golden"))) {
        Files.createDirectories(SHIPPED);
        Files.writeString(file, schema.getValue());
      }
      assertThat(Files.readString(file).replace("\r\n", "\n"))
          .as("%s; make it anew with -Dgolden=write", file)
          .isEqualTo(schema.getValue());
    }
    try (var shipped = Files.list(SHIPPED)) {
      assertThat(shipped.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              ALL.keySet().stream().map(kind -> kind + ".schema.json").toList());
    }
  }

  private static Scenario example(String name) {
    return Scenario.read(Path.of("examples", name + ".yaml"));
  }

  /** Returns outputs of every kind. */
  private static List<String> outputs() {
    Scenario harbour = example("harbour-ring");
    Negotiation talks = Records.ceaseFire().negotiation();
    Analysis analysis = Analysis.of(harbour.negotiation());
    Prospect prospect = Prospect.of(harbour.negotiation(), harbour.preferences());
    Frontier frontier = prospect.frontier().orElseThrow();
    StabilityAnalysis conflict =
        StabilityAnalysis.of(
            ConflictModel.byArcs()
                .decisionMakers("row", "column")
                .states("both", "row only", "column only", "neither")
                .bothWays("row", "both", "column only")
                .bothWays("row", "row only", "neither")
                .bothWays("column", "both", "row only")
                .bothWays("column", "column only", "neither")
                .payoffs("row", 3, 1, 4, 2)
                .payoffs("column", 3, 4, 1, 2)
                .build());
    Transcript record = Records.docksSettled();
    Account account =
        Account.builder()
            .name("people")
            .unit("persons")
            .whole("all", Figure.exactly(5))
            .part("some", Figure.exactly(2))
            .build();
    return List.of(
        Json.of(record),
        Json.of(record.summary()),
        Json.of(record.negotiation().situation()),
        Json.of(talks.round(1)),
        Json.of(talks.round(1).steps().get(0)),
        Json.of(talks.situation().gaps(IssueId.of("withdrawal")).get(0)),
        Json.of(analysis),
        Json.of(analysis.packages()),
        Json.of(analysis.linkage()),
        Json.of(prospect),
        Json.of(frontier),
        Json.of(frontier.solution(SolutionConcept.NASH)),
        Json.of(frontier.appraise(frontier.space().outcome(0))),
        Json.of(
            OfferSequence.of(List.of(Bid.of("north", frontier.space().outcome(0))))
                .steps(frontier.profiles())
                .get(0)),
        Json.of(conflict),
        Json.of(conflict.why(StabilityConcept.NASH, "row", 1)),
        Json.of(StatusQuo.of(conflict, 4).route(1)),
        Json.of(Bridging.of(conflict, 4).bridges().get(0)),
        Json.of((Refusal) talks.apply(Move.by("qatar").breaksOff())),
        Json.of(talks.record(Move.by("qatar").breaksOff()).negotiation().rejudge().get(0)),
        Json.ofRejudgements(talks.rejudge()),
        Json.of(account.reconcile(Optional.empty())),
        Json.of(talks.observe(LocalDate.of(2025, 6, 1)).get(0)),
        Json.of(talks.contests().get(0)),
        Json.of(talks.legalMoves().get(0)),
        Json.of(Priorities.of(harbour.negotiation(), "union")),
        Json.of(
            Rankings.of(
                Ranking.of("north").order(frontier.space().outcome(0), Terms.NONE).build(),
                Ranking.of("south").order(frontier.space().outcome(1), Terms.NONE).build())),
        Comparison.of(harbour, harbour).json());
  }

  @Example
  void every_kind_of_output_names_its_schema_and_keeps_it() {
    assertThat(outputs())
        .extracting(json -> JsonTree.at(JsonTree.read(json), "$schema").toString())
        .containsExactlyInAnyOrderElementsOf(
            ALL.keySet().stream().map(k -> "https://parley.dev/schema/" + k + "-1.json").toList());
  }

  @Example
  void the_examples_are_written_as_the_schema_says() {
    for (String name :
        List.of("gaza-2025", "gaza-deal", "iran-1981", "wga-2023", "colombia-2016")) {
      assertThat(JsonTree.read(Json.of(Transcript.of(example(name))))).as(name).isNotNull();
    }
  }

  @Example
  void a_schema_refuses_what_lacks_a_field_or_has_one_too_many() {
    String json = Json.of(Records.ceaseFire().negotiation().round(1));
    assertThat(errors("round-verdict", json)).isEmpty();
    assertThat(errors("round-verdict", json.replaceFirst("\"version\" : 1,", "")))
        .anyMatch(error -> error.contains("version"));
    assertThat(errors("round-verdict", json.replaceFirst("\\{", "{\"mood\": 1,")))
        .anyMatch(error -> error.contains("mood"));
    assertThat(errors("round-verdict", json.replaceFirst("\"MOVED\"", "\"SHIFTED\"")))
        .anyMatch(error -> error.contains("progress"));
  }
}
