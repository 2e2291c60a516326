package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schema takes what the reader takes, and refuses what no reader should have to see. */
class SchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text());

  private static String text() {
    try (InputStream in = Scenario.class.getResourceAsStream("scenario.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what the schema has against a text, read as an editor reads YAML. */
  static List<String> errors(String yaml) {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return SCHEMA.validate(json(tree), InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static String json(@org.jspecify.annotations.Nullable Object node) {
    if (node instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> quoted(String.valueOf(e.getKey())) + ": " + json(e.getValue()))
          .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
    }
    if (node instanceof List<?> list) {
      return list.stream()
          .map(SchemaTest::json)
          .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
    }
    return node == null || node instanceof Number || node instanceof Boolean
        ? String.valueOf(node)
        : quoted(node.toString());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> quoted.append("\\u%04x".formatted(c)));
    return quoted.append('"').toString();
  }

  @Example
  void the_examples_keep_the_schema() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("examples"))) {
      List<Path> all = files.filter(f -> f.toString().endsWith(".yaml")).toList();
      assertThat(all).isNotEmpty();
      for (Path file : all) {
        assertThat(errors(Files.readString(file))).as(file.toString()).isEmpty();
      }
    }
  }

  @Provide
  static Arbitrary<Scenario> scenarios() {
    return ScenarioLaws.scenarios();
  }

  @Property(tries = 200)
  void what_is_written_keeps_the_schema(@ForAll("scenarios") Scenario scenario) {
    assertThat(errors(scenario.write())).isEmpty();
  }

  @Example
  void wrong_ones_do_not() {
    assertThat(errors(ShortOnes.text("{israel holds: hostages}"))).isEmpty();
    for (String entry :
        List.of(
            "{israel hods: hostages}",
            "{Israel holds: hostages}",
            "{on: 2025}",
            "just words",
            "{israel holds: hostages, Untill: 5}",
            "{israel suspends: yes}",
            "{israel demands of: hamas, hostages: 5, firmness: esential}",
            "{israel accepts: o1, ad referendum: perhaps}",
            "{correct: o1}",
            "{cancel: o1, israel holds: hostages}",
            "{israel offers one of: hamas, alternatives: {}}",
            "{id: O1, israel holds: hostages}",
            "{hamas claims: x, answer: maybe}")) {
      assertThat(errors(ShortOnes.text(entry))).as(entry).isNotEmpty();
    }
    String head = ShortOnes.text("{israel holds: hostages}");
    for (String[] change :
        new String[][] {
          {"parley: 1", "parley: 2"},
          {"title: ", "titel: "},
          {"role: mediator", "role: referee"},
          {"level: mid-level", "level: midlevel"},
          {"mandate: ad referendum", "mandate: total"},
          {"unit: persons, ", ""},
          {"{report: an article}", "{rapport: an article}"},
          {"statement of: hamas", "statement of: Hamas"}
        }) {
      assertThat(head).contains(change[0]);
      assertThat(errors(head.replace(change[0], change[1]))).as(change[1]).isNotEmpty();
    }
  }
}
