package dev.parley.scenario;

import static dev.parley.scenario.DocumentTest.problems;
import static dev.parley.scenario.DocumentTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

class YamlTextTest {
  private static Tree readBack(String yaml) {
    Document document = read(yaml);
    assertThat(problems(document)).as(yaml).isEmpty();
    return tree(document.root().orElseThrow());
  }

  private static Tree tree(Node node) {
    if (node instanceof MappingNode mapping) {
      ImmutableMap.Builder<String, Tree> entries = ImmutableMap.builder();
      for (int i = 0; i < mapping.size(); i++) {
        entries.put(mapping.key(i).text(), tree(mapping.value(i)));
      }
      return Tree.mapping(entries.buildOrThrow());
    }
    if (node instanceof SequenceNode sequence) {
      return Tree.sequence(sequence.items().stream().map(YamlTextTest::tree).toList());
    }
    ScalarNode scalar = (ScalarNode) node;
    assertThat(scalar.isNull()).isFalse();
    return Tree.text(scalar.text());
  }

  private static String scalar(String text) {
    String yaml = YamlText.of(Tree.mapping(ImmutableMap.of("k", Tree.text(text))));
    return yaml.substring("k: ".length(), yaml.length() - 1);
  }

  private static String scalarInBraces(String text) {
    Tree inner = Tree.sequence(List.of(Tree.text(text)));
    String yaml = YamlText.of(Tree.mapping(ImmutableMap.of("k", inner)));
    return yaml.substring("k: [".length(), yaml.length() - 2);
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void a_tree_reads_back_as_itself(@ForAll("trees") Tree tree) {
    String yaml = YamlText.of(tree);

    assertThat(readBack(yaml)).as(yaml).isEqualTo(tree);
    assertThat(YamlText.of(readBack(yaml))).isEqualTo(yaml);
    Statistics.collect(
        yaml.contains("{") ? "braces" : "no braces", yaml.contains("\"") ? "quotes" : "no quotes");
    Statistics.coverage(
        coverage -> {
          coverage.check("braces", "quotes").count(count -> count > 50);
          coverage.check("no braces", "no quotes").count(count -> count > 50);
        });
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void an_unbroken_tree_reads_back_as_itself_and_no_part_of_it_reads_at_all(
      @ForAll("trees") Tree tree, @ForAll boolean oneLine) {
    Tree within = Tree.mapping(ImmutableMap.of("a", tree, "b", tree));
    Tree list = Tree.sequence(List.of(new Tree.Unbroken(within, oneLine)));
    String yaml = YamlText.of(Tree.mapping(ImmutableMap.of("k", list)));

    Tree same = Tree.mapping(ImmutableMap.of("k", Tree.sequence(List.of(within))));
    assertThat(readBack(yaml)).as(yaml).isEqualTo(same);
    assertThat(oneLine && yaml.lines().count() > 2).isFalse();
    Statistics.collect(yaml.lines().count() > 2 ? "several lines" : "one line");
    Statistics.coverage(coverage -> coverage.check("several lines").count(count -> count > 50));
    int start = yaml.indexOf("{");
    for (int cut = start + 1; cut < yaml.length() - 1; cut += 1 + yaml.length() / 50) {
      assertThat(problems(read(yaml.substring(0, cut)))).isNotEmpty();
    }
  }

  @Property(tries = 3_000)
  void a_text_is_quoted_only_where_plain_would_not_read_back(@ForAll("texts") String text) {
    String written = scalar(text);
    boolean plain = written.equals(text);

    assertThat(plain || written.startsWith("\"")).isTrue();
    assertThat(readBack("k: " + written + "\n"))
        .isEqualTo(Tree.mapping(ImmutableMap.of("k", Tree.text(text))));
    Statistics.collect(plain ? "plain" : "quoted");
    Statistics.coverage(
        coverage -> {
          coverage.check("plain").count(count -> count > 100);
          coverage.check("quoted").count(count -> count > 100);
        });
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
                "a", "b", "Hamas", "50", " ", "  ", ": ", ":", " #", "#", "-", "- ", "---", "...",
                "?", ",", "[", "]", "{", "}", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`",
                "\\", "\n", "\r", "\t", "~", "null", "true", "no", "2024-12", "12:30", "=", "<<",
                "\u0000", "\u0085", "\u00a0", "\u2028", "\u202E", "\uFEFF", "\uFFFE", "é", "ع",
                "🕊", "\uD83D", "\uDD4A", "\u007f")
            .list()
            .ofMaxSize(5)
            .map(parts -> String.join("", parts));
    Arbitrary<String> words = Arbitraries.strings().withCharRange('a', 'e').ofMaxLength(40);
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(10);
    Arbitrary<String> longKeys =
        Arbitraries.strings().withChars("x :").ofMinLength(900).ofMaxLength(1_100);
    return Arbitraries.frequencyOf(
        Tuple.of(10, pieces), Tuple.of(5, words), Tuple.of(4, any), Tuple.of(1, longKeys));
  }

  @Provide
  Arbitrary<Tree> trees() {
    return trees(4);
  }

  private Arbitrary<Tree> trees(int levels) {
    Arbitrary<Tree> leaves = texts().map(Tree::text);
    if (levels == 0) {
      return leaves;
    }
    Arbitrary<Tree> within = trees(levels - 1);
    Arbitrary<Tree> lists = within.list().ofMaxSize(4).map(Tree::sequence);
    Arbitrary<Tree> mappings =
        Arbitraries.maps(texts(), within).ofMaxSize(4).map(YamlTextTest::mapping);
    return Arbitraries.oneOf(leaves, lists, mappings);
  }

  private static Tree mapping(Map<String, Tree> entries) {
    return Tree.mapping(ImmutableMap.copyOf(entries));
  }

  @Example
  void short_mappings_stand_on_one_line_and_long_ones_are_blocks() {
    Tree terms =
        Tree.mapping(ImmutableMap.of("hostages", Tree.text(50), "days", Tree.text("P42D")));
    Tree party = Tree.mapping(ImmutableMap.of("id", Tree.text("hamas"), "name", Tree.text("H, x")));
    Tree offer = Tree.mapping(ImmutableMap.of("by", Tree.text("hamas"), "terms", terms));
    Tree round =
        Tree.mapping(
            ImmutableMap.of(
                "id", Tree.text("r1"),
                "offers", Tree.sequence(List.of(offer)),
                "note", Tree.text("word ".repeat(25) + "end"),
                "none", Tree.sequence(List.of())));
    Tree scenario =
        Tree.mapping(
            ImmutableMap.of(
                "parties", Tree.sequence(List.of(party, party, party)),
                "rounds", Tree.sequence(List.of(round))));

    assertThat(YamlText.of(scenario))
        .isEqualTo(
            """
            parties:
              - {id: hamas, name: "H, x"}
              - {id: hamas, name: "H, x"}
              - {id: hamas, name: "H, x"}
            rounds:
              - id: r1
                offers:
                  - {by: hamas, terms: {hostages: 50, days: P42D}}
                note: %send
                none: []
            """
                .formatted("word ".repeat(25)));
  }

  @Example
  void a_line_of_a_hundred_columns_is_the_longest() {
    String fits = "x".repeat(94);
    assertThat(YamlText.of(Tree.mapping(ImmutableMap.of("k", list(fits, "")))))
        .isEqualTo("k:\n  - " + fits + "\n  - \"\"\n");
    assertThat(YamlText.of(Tree.mapping(ImmutableMap.of("k", list(fits)))))
        .isEqualTo("k: [" + fits + "]\n")
        .hasSize(100);
    assertThat(YamlText.of(Tree.mapping(ImmutableMap.of("k", list(fits + "x")))))
        .isEqualTo("k: [" + fits + "x]\n")
        .hasSize(101);
    assertThat(YamlText.of(Tree.mapping(ImmutableMap.of("k", list(fits + "xx")))))
        .isEqualTo("k:\n  - " + fits + "xx\n");
  }

  private static Tree list(String... texts) {
    return Tree.sequence(List.of(texts).stream().map(Tree::text).toList());
  }

  @Example
  void what_people_write_needs_no_quotes() {
    for (String text :
        List.of(
            "Hamas",
            "50",
            "-5",
            "62.5",
            "2024-12-01",
            "12:30",
            "no",
            "true",
            "a, b",
            "a#b",
            "https://example.org/a?b=c#d",
            "it's",
            "say \"so\"",
            "100%",
            "é ع 🕊",
            "a:b")) {
      assertThat(scalar(text)).isEqualTo(text);
    }
    for (String text : List.of("Hamas", "-5", "12:30", "https://example.org/a?b=c#d", "it's")) {
      assertThat(scalarInBraces(text)).isEqualTo(text);
    }
  }

  @Example
  void what_yaml_would_misread_is_quoted() {
    assertThat(scalar("")).isEqualTo("\"\"");
    assertThat(scalar("~")).isEqualTo("\"~\"");
    assertThat(scalar("null")).isEqualTo("\"null\"");
    assertThat(scalar("a: b")).isEqualTo("\"a: b\"");
    assertThat(scalar("a:")).isEqualTo("\"a:\"");
    assertThat(scalar("a #b")).isEqualTo("\"a #b\"");
    assertThat(scalar(" a")).isEqualTo("\" a\"");
    assertThat(scalar("a ")).isEqualTo("\"a \"");
    assertThat(scalar("- a")).isEqualTo("\"- a\"");
    assertThat(scalar("\"a\"")).isEqualTo("\"\\\"a\\\"\"");
    assertThat(scalar("*a\\")).isEqualTo("\"*a\\\\\"");
    assertThat(scalar("a\nb\tc\rd\u0000")).isEqualTo("\"a\\nb\\tc\\rd\\u0000\"");
    assertThat(scalar("a\u202Eb\uFEFF")).isEqualTo("\"a\\u202Eb\\uFEFF\"");
    assertThat(scalarInBraces("a, b")).isEqualTo("\"a, b\"");
    assertThat(scalarInBraces("a}")).isEqualTo("\"a}\"");
  }
}
