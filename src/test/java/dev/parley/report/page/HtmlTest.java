package dev.parley.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.report.HostileRecord;
import dev.parley.report.Records;
import dev.parley.report.Transcript;
import dev.parley.report.words.Phrases;
import dev.parley.talks.Negotiation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What can be said of a page without a browser. */
class HtmlTest {
  private static final Path EXAMPLE = Path.of("examples", "gaza-2025.yaml");

  @Example
  void the_page_of_the_example_weighs_less_than_four_hundred_kilobytes() {
    String page = Html.of(Records.example(EXAMPLE));
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isBetween(100_000, 400_000);
    assertThat(Html.of(Records.example(EXAMPLE))).isEqualTo(page);
  }

  @Example
  void a_page_says_in_words_where_the_talks_stand() {
    String page = Html.of(Records.example(EXAMPLE));
    assertThat(page)
        .contains(
            "<li dir=\"auto\">Round 3 is open in Doha and Cairo, since January 2025 <a href=\"#e25\""
                + " class=\"cite\">[25]</a>.</li>")
        .contains("record to 3 January 2025, 41 entries, 18 sources")
        .contains("<tr id=\"e25\"");
  }

  @Example
  void a_page_says_what_would_close_a_deal_and_whether_that_would_last() {
    String page = Html.of(Records.example(EXAMPLE.resolveSibling("harbour-ring.yaml")));
    assertThat(page)
        .contains(">What stands in the way, and what would close it</h2>")
        .contains(
            "<dt>blocked</dt><dd dir=\"auto\">three commitments wait on one another: a deadlock</dd>")
        .contains(
            "<dd dir=\"auto\">package 1, largest 0.5, total 1.15: arrears: 8 million; gates: day only;")
        .contains(
            "<dd class=\"item\" dir=\"auto\">Shipping Union: arrears, at least 12 million -&gt; 8 million")
        .contains(">Would it be fair, and would it last</h2>")
        .contains("<dd class=\"item\" dir=\"auto\">Shipping Union would leave it: ");
    String agreed = Html.of(Records.example(EXAMPLE.resolveSibling("wga-2023.yaml")));
    assertThat(agreed).contains(">What is agreed</h2>").doesNotContain("What stands in the way");
  }

  @Example
  void nothing_that_the_record_says_is_markup_or_script() {
    String page = Html.of(HostileRecord.transcript());
    String own = page.replace(Assets.text("page.js"), "");
    assertThat(own).doesNotContain("<img", "<b ", "<i>", "<u>", "<!--", "<script>alert");
    assertThat(Pattern.compile("<script").matcher(own).results().count()).isEqualTo(2);
    assertThat(Pattern.compile("</script").matcher(own).results().count()).isEqualTo(2);
    assertThat(own)
        .contains("&lt;/script&gt;&lt;script&gt;alert(1)")
        .contains("\\u003c/script\\u003e\\u003cscript\\u003ealert(1)")
        .contains(HostileRecord.HEBREW.replace("&", "&amp;"))
        .doesNotContain("\u2028");
  }

  @Example
  void the_scripts_of_a_page_end_where_they_should() {
    assertThat(Assets.text("page.js")).doesNotContain("</script", "<!--");
    assertThat(Assets.text("page.css")).doesNotContain("</style");
  }

  @Example
  void a_record_without_entries_is_a_page_too() {
    Agenda agenda =
        Agenda.builder()
            .principal("one", "One")
            .principal("other", "Other")
            .issue("price", Scale.quantity(0, 100, "coins"))
            .build();
    assertThat(Html.of(Transcript.of(Negotiation.about(agenda))))
        .contains("The record has no entry.")
        .contains("at the end of the record: exploratory");
  }

  @Example
  void an_entry_says_which_parts_of_the_page_cite_it_and_is_a_link_to_itself() {
    String page = Html.of(Records.example(EXAMPLE));
    String row = page.substring(page.indexOf("<tr id=\"e21\""), page.indexOf("<tr id=\"e22\""));
    assertThat(row)
        .contains("<a href=\"#e21\">[21]</a>", "data-party=\"hamas\"")
        .contains("<a href=\"#summary\">", "<a href=\"#unreported\">");
  }

  @Property(tries = 200)
  void escaped_text_holds_nothing_that_html_reads(@ForAll String text) {
    assertThat(Markup.escaped(text)).doesNotContain("<", ">", "\"", "'");
    assertThat(Markup.escaped("a < b & \"c\"")).isEqualTo("a &lt; b &amp; &quot;c&quot;");
  }

  @Example
  void every_phrase_is_used_and_every_phrase_used_is_there() throws IOException {
    TreeSet<String> used = new TreeSet<>();
    StringBuilder code = new StringBuilder(Assets.text("page.js"));
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/parley/report"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        code.append(Files.readString(file));
      }
    }
    for (String key : Phrases.ENGLISH.all().keySet()) {
      String name = key.startsWith("chart.") ? "words." + key.substring(6) : "\"" + key + "\"";
      String family = "\"" + key.substring(0, key.indexOf('.') + 1) + "\"";
      boolean heading = key.endsWith(".heading");
      if (code.indexOf(name) >= 0 || code.indexOf(family) >= 0 || heading) {
        used.add(key);
      } else if (code.indexOf("of.say(\"" + key) < 0 && !column(key, code)) {
        continue;
      } else {
        used.add(key);
      }
    }
    assertThat(used).isEqualTo(Phrases.ENGLISH.all().keySet());
    Matcher said =
        Pattern.compile("\\b(?:say|ENGLISH\\.of)\\(\\s*\"([a-z.-]*[a-z])\"").matcher(code);
    int count = 0;
    while (said.find()) {
      assertThat(Phrases.ENGLISH.all()).containsKey(said.group(1));
      count++;
    }
    assertThat(count).isGreaterThan(50);
  }

  private static boolean column(String key, StringBuilder code) {
    return key.indexOf('.') < 0 && code.indexOf("\"" + key + "\"") >= 0;
  }

  @Example
  void a_phrase_that_is_not_there_is_named() {
    assertThatThrownBy(() -> Phrases.ENGLISH.of("summary.nowhere"))
        .hasMessage("there is no phrase (summary.nowhere)");
  }
}
