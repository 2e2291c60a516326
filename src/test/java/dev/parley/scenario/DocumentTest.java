package dev.parley.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.scenario.ScenarioException.Problem;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;

class DocumentTest {
  static Document read(String text) {
    return Document.read("x.yaml", text.getBytes(UTF_8));
  }

  static List<String> problems(Document document) {
    return document.problems().sorted().stream().map(Problem::toString).toList();
  }

  static Node root(String text) {
    Document document = read(text);
    assertThat(problems(document)).isEmpty();
    return document.root().orElseThrow();
  }

  static Node at(Node node, Object... steps) {
    Node here = node;
    for (Object step : steps) {
      here =
          step instanceof Integer index
              ? ((SequenceNode) here).items().get(index)
              : ((MappingNode) here).get((String) step).orElseThrow();
    }
    return here;
  }

  @Example
  void every_node_knows_its_line_column_and_path() {
    Node root =
        root(
            """
            # talks
            rounds:
              - id: r1
              - id: r2
                offers:
                  - by: Ḥamās
                    terms: {hostages: 50, "a b": [1, [2]]}
            """);

    assertThat(place(root)).isEqualTo("2:1 ");
    assertThat(place(at(root, "rounds"))).isEqualTo("3:3 rounds");
    assertThat(place(at(root, "rounds", 1, "id"))).isEqualTo("4:9 rounds[2].id");
    assertThat(place(at(root, "rounds", 1, "offers", 0, "terms", "hostages")))
        .isEqualTo("7:27 rounds[2].offers[1].terms.hostages");
    assertThat(place(at(root, "rounds", 1, "offers", 0, "terms", "a b", 1, 0)))
        .isEqualTo("7:43 rounds[2].offers[1].terms[a b][2][1]");
    MappingNode offer = (MappingNode) at(root, "rounds", 1, "offers", 0);
    assertThat(place(offer.key(1))).isEqualTo("7:9 rounds[2].offers[1].terms");
  }

  @Example
  void columns_count_characters_and_not_bytes_or_halves_of_them() {
    assertThat(place(at(root("[\"🕊🕊\", é, x]"), 2))).isEqualTo("1:11 [3]");
  }

  @Example
  void every_kind_of_line_break_is_one() {
    assertThat(place(at(root("a: 1\r\nb:\r\n  c: 2\r\n"), "b", "c"))).isEqualTo("3:6 b.c");
    assertThat(place(at(root("a: 1\rb:\r  c: 2\r"), "b", "c"))).isEqualTo("3:6 b.c");
  }

  @Example
  void scalars_stay_as_they_are_written() {
    Node root = root("[no, on, 2024-12, 1e3, 0x10, 007, 1_000, .inf, true, 12:30, =, <<]");

    assertThat(((SequenceNode) root).items())
        .extracting(node -> ((ScalarNode) node).text())
        .containsExactly(
            "no", "on", "2024-12", "1e3", "0x10", "007", "1_000", ".inf", "true", "12:30", "=",
            "<<");
  }

  @Example
  void only_an_unquoted_null_is_null() {
    List<Node> items =
        ((SequenceNode) root("- ~\n- null\n-\n- Null\n- 'null'\n- \"~\"\n- ''\n- nil\n")).items();

    assertThat(items)
        .extracting(node -> ((ScalarNode) node).isNull())
        .containsExactly(true, true, true, true, false, false, false, false);
    assertThat(items)
        .extracting(node -> ((ScalarNode) node).isPlain())
        .containsExactly(true, true, true, true, false, false, false, true);
  }

  @Example
  void json_is_read_as_the_yaml_that_it_is() {
    Node root = root("{\"a\":{\"b\":[1,null,\"\\u00e9\\ud83d\\ude00\\/\"]},\n\t\"c\":true}");

    assertThat(((ScalarNode) at(root, "a", "b", 2)).text()).isEqualTo("é😀/");
    assertThat(((ScalarNode) at(root, "a", "b", 1)).isNull()).isTrue();
    assertThat(place(at(root, "c"))).isEqualTo("2:6 c");
  }

  @Example
  void block_scalars_keep_their_lines() {
    ScalarNode text = (ScalarNode) at(root("note: |\n  one\n  two\n"), "note");

    assertThat(text.text()).isEqualTo("one\ntwo\n");
    assertThat(text.isPlain()).isFalse();
  }

  @Example
  void a_byte_order_mark_of_utf_8_is_passed_over() {
    assertThat(place(at(root("\uFEFFa: 1"), "a"))).isEqualTo("1:4 a");
  }

  @Example
  void a_duplicate_key_is_a_problem_that_names_both_lines_and_the_first_is_kept() {
    Document document = read("a:\n  name: x\n  b: 1\n  name: {q: 1, q: 2}\n");

    assertThat(problems(document))
        .containsExactly(
            "x.yaml:4:3 a.name: key (name) on line 4 was written on line 2 already: keep one of"
                + " them",
            "x.yaml:4:16 a.name.q: key (q) on line 4 was written on line 4 already: keep one of"
                + " them");
    assertThat(((ScalarNode) at(document.root().orElseThrow(), "a", "name")).text()).isEqualTo("x");
  }

  @Example
  void a_mapping_of_many_keys_finds_each_of_them() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append("k").append(i).append(": ").append(i).append('\n');
    }
    MappingNode root = (MappingNode) root(text.toString());

    assertThat(root.size()).isEqualTo(1000);
    assertThat(root.positionOf("k999")).isEqualTo(999);
    assertThat(root.positionOf("k1000")).isEqualTo(-1);
    assertThat(problems(read(text + "k500: 1\n")))
        .containsExactly(
            "x.yaml:1001:1 k500: key (k500) on line 1001 was written on line 501 already: keep one"
                + " of them");
  }

  @Example
  void a_key_must_be_a_text_with_a_name() {
    assertThat(problems(read("a: 1\n? [b, c]\n: 2\n")))
        .containsExactly("x.yaml:2:3: a key must be a text: a mapping or a list cannot be one");
    assertThat(problems(read("a:\n  ~: 1\n")))
        .containsExactly(
            "x.yaml:2:3 a[~]: key (~) is YAML's null: give it a name, or put it in quotes");
    assertThat(((ScalarNode) at(root("'~': 1"), "~")).text()).isEqualTo("1");
  }

  @Example
  void problems_are_found_in_one_pass_and_sorted_by_place() {
    Document document = read("a: &x 1\nb: *x\nc: !t [1]\nb: 2\n");

    assertThat(document.root()).isPresent();
    assertThat(problems(document))
        .containsExactly(
            "x.yaml:1:4 a: anchors (&x) are not used in scenarios: remove it",
            "x.yaml:2:4 b: aliases (*x) are not used in scenarios: write the value out",
            "x.yaml:3:4 c: tags (!t) are not used in scenarios: nothing in a file can name a class",
            "x.yaml:4:1 b: key (b) on line 4 was written on line 2 already: keep one of them");
  }

  @Example
  void what_was_refused_is_not_reported_twice() {
    Document document = read("name: *x\n");
    Problems problems = document.problems();
    Fields fields = problems.fields(document.root().orElseThrow(), "a party").orElseThrow();

    assertThat(fields.text("name", "a name, such as (Hamas)")).isEmpty();
    assertThat(problems(document)).hasSize(1);
  }

  @Example
  void an_exception_lists_fifty_problems_and_counts_the_others() {
    Problems problems = new Problems("x.yaml");
    for (int line = 67; line > 0; line--) {
      problems.add(line, 1, "a[" + line + "]", "is wrong");
    }

    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOfSatisfying(
            ScenarioException.class,
            e -> {
              assertThat(e.problems()).hasSize(67);
              List<String> lines = e.getMessage().lines().toList();
              assertThat(lines).hasSize(51);
              assertThat(lines.get(0)).isEqualTo("x.yaml:1:1 a[1]: is wrong");
              assertThat(lines.get(49)).isEqualTo("x.yaml:50:1 a[50]: is wrong");
              assertThat(lines.get(50)).isEqualTo("and 17 more");
            });
  }

  @Example
  void an_exception_with_few_problems_lists_them_all() {
    Problems problems = new Problems("x.yaml");
    problems.throwIfAny();
    problems.add(41, 14, "rounds[3].terms", "120 persons is above the scale's most (100)");

    assertThatThrownBy(problems::throwIfAny)
        .hasMessage("x.yaml:41:14 rounds[3].terms: 120 persons is above the scale's most (100)");
  }

  @Example
  void beyond_ten_thousand_problems_the_rest_is_counted() {
    Problems problems = new Problems("x.yaml");
    for (int line = 1; line <= 10_005; line++) {
      problems.add(line, 1, "", "is wrong");
    }

    List<Problem> sorted = new ArrayList<>(problems.sorted());
    assertThat(sorted).hasSize(10_001);
    assertThat(sorted.get(10_000)).hasToString("5 more problems in file (x.yaml) are not listed");
  }

  @Example
  void texts_in_messages_are_short_and_on_one_line() {
    assertThat(Problem.shown("a\nb\u0000")).isEqualTo("(a\\u000ab\\u0000)");
    assertThat(Problem.shown("x".repeat(60))).isEqualTo("(" + "x".repeat(60) + ")");
    assertThat(Problem.shown("x".repeat(61))).isEqualTo("(" + "x".repeat(60) + "...)");
  }

  private static String place(Node node) {
    return node.line() + ":" + node.column() + " " + node.path();
  }
}
