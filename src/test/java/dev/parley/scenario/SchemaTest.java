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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The JSON Schema takes what the reader takes, and refuses what no reader should have to see. What
 * it says of entries is made by {@link SchemaGenerator}: {@code mvn -Dquick test -Dtest=SchemaTest
 * -Dgolden=write} makes it anew in the file that is shipped.
 */
public class SchemaTest {
  private static final Path SHIPPED =
      Path.of("src/main/resources/dev/parley/scenario/scenario.schema.json");
  private static final Pattern DEFINITION = Pattern.compile("\"#/\\$defs/([^\"]*)\"");

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text());

  /** Made by jqwik alone. */
  SchemaTest() {}

  private static String text() {
    try (InputStream in = Scenario.class.getResourceAsStream("scenario.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what the schema has against a text, read as an editor reads YAML. */
  public static List<String> errors(String yaml) {
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
  void the_shipped_file_is_the_one_that_is_made_from_the_forms() throws IOException {
    String shipped = Files.readString(SHIPPED).replace("\r\n", "\n");
    String made = SchemaGenerator.generate(shipped);
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(SHIPPED, made);
      return;
    }
    assertThat(shipped).as("%s; make it anew with -Dgolden=write", SHIPPED).isEqualTo(made);
  }

  @Example
  void every_definition_is_there_and_used() {
    Object schema = new Load(LoadSettings.builder().build()).loadFromString(text());
    assertThat(schema).isInstanceOf(Map.class);
    Object definitions = ((Map<?, ?>) schema).get("$defs");
    assertThat(DEFINITION.matcher(text()).results().map(found -> found.group(1)).distinct())
        .hasSameElementsAs(texts(((Map<?, ?>) Objects.requireNonNull(definitions)).keySet()));
  }

  private static List<String> texts(Set<?> keys) {
    return keys.stream().map(Object::toString).toList();
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
            "{israel breaks off: yes}",
            "{israel demands of: hamas, hostages: 5, firmness: esential}",
            "{israel accepts: o1, ad referendum: perhaps}",
            "{correct: o1}",
            "{cancel: o1, israel holds: hostages}",
            "{israel offers one of: hamas, alternatives: {}}",
            "{id: O1, israel holds: hostages}",
            "{hamas claims: x, answer: maybe}",
            "{israel holds: hostages, until: 2025-02-01}",
            "{israel holds: hostages, hostages: 5}",
            "{israel demands of: hamas, until: 2025-02-01}",
            "{israel offers: hamas, hostages: 5, alternatives: {a: {hostages: 6}}}",
            "{israel offers one of: hamas}",
            "{israel sets deadline: harvest}",
            "{israel ties: hostages, after: end-of-war, together with: end-of-war}",
            "{hamas claims: x, answer: yes, text: y}",
            "{hamas claims: x}",
            "{israel accuses: hamas}",
            "{israel accepts: o1, israel holds: hostages}",
            "{israel widens: hostages, levels: [a, b], items: [a]}")) {
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
