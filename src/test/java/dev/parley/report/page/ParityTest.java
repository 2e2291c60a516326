package dev.parley.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.report.HostileRecord;
import dev.parley.report.Markdown;
import dev.parley.report.Records;
import dev.parley.report.Transcript;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.Section;
import dev.parley.report.words.Wording;
import dev.parley.talks.Entry;
import dev.parley.talks.Negotiation;
import dev.parley.testing.LegalPlay;
import dev.parley.testing.Negotiations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What one output says, the others say: transcript, Markdown and page have the same sections. */
class ParityTest {
  /** What a report says: texts that are laid out as they are, and cells that lie in columns. */
  private record Said(List<String> texts, List<String> cells, List<String> entries) {
    static Said of(Transcript transcript) {
      Said said = new Said(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      transcript.summary().sentences().forEach(s -> said.texts.add(s.text()));
      Material material = Material.of(transcript);
      said.section(material.contents().agenda());
      material.contents().sections().forEach(said::section);
      material.contents().rounds().rows().stream()
          .skip(1)
          .forEach(row -> row.get(3).lines().forEach(said.cells::add));
      Wording wording = material.wording();
      for (Entry entry : wording.entries()) {
        said.entries.add(wording.telling().who(entry));
        wording.telling().deed(entry).lines().forEach(said.entries::add);
        said.entries.add(wording.telling().fate(entry));
      }
      return said;
    }

    private void section(Section section) {
      texts.add(section.lead());
      section.table().forEach(row -> row.forEach(cell -> cell.lines().forEach(cells::add)));
      section
          .lines()
          .values()
          .forEach(
              line ->
                  texts.add(
                      line.startsWith(Section.ITEM)
                          ? line.substring(Section.ITEM.length())
                          : line));
    }
  }

  /** Without marks and spaces, so that a line may be broken anywhere. */
  private static String bare(String text) {
    return PlainText.readable(text).replaceAll("[\\s\u00a0\u001f]+", "");
  }

  private static String ofPage(String html) {
    return bare(
        html.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", "")
            .replaceAll("<[^>]*>", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&"));
  }

  private static String ofMarkdown(String text) {
    return bare(
        text.replaceAll("\\\\([\\W_])", "$1")
            .replace("<br>", "\n")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&#64;", "@")
            .replace("&#35;", "#")
            .replace("&amp;", "&"));
  }

  private static void same(String name, Transcript transcript) {
    Said said = Said.of(transcript);
    String text = bare(transcript.text());
    String markdown = ofMarkdown(Markdown.of(transcript));
    String page = ofPage(Html.of(transcript));
    for (String each : said.texts) {
      assertThat(text).as("%s: transcript", name).contains(bare(each));
      assertThat(markdown).as("%s: Markdown", name).contains(bare(each));
      assertThat(page).as("%s: page", name).contains(bare(each));
    }
    for (String each : said.cells) {
      // In a transcript cells lie beside each other, so that lines of one alternate with another's.
      for (String word : each.split("[\\s\u00a0\u001f]+")) {
        assertThat(text)
            .as("%s: transcript: %s", name, each)
            .contains(bare(word.replaceFirst(":$", "")));
      }
      assertThat(markdown).as("%s: Markdown", name).contains(bare(each));
      assertThat(page).as("%s: page", name).contains(bare(each));
    }
    for (String each : said.entries) {
      assertThat(page).as("%s: page", name).contains(bare(each));
    }
  }

  @Example
  void every_example_says_the_same_in_every_output() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("examples"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        same(file.toString(), Records.example(file));
      }
    }
  }

  @Example
  void every_made_up_record_says_the_same_in_every_output() {
    Map<String, Transcript> records = new LinkedHashMap<>();
    records.put("docks", Records.docksSettled());
    records.put("river", Records.riverStalled());
    records.put("cease-fire", Records.ceaseFire());
    records.put("hostile", HostileRecord.transcript());
    records.put("nothing", Transcript.of(Negotiation.about(Records.docks())));
    records.forEach(ParityTest::same);
  }

  @Provide
  static Arbitrary<Negotiation> negotiations() {
    return Negotiations.records(
        dev.parley.testing.Records.of(LegalPlay.ANY.withMoves(0, 30).withOneWildIn(4)));
  }

  @Property(tries = 60)
  void every_generated_record_says_the_same_in_every_output(
      @ForAll("negotiations") Negotiation talks) {
    same("generated", Transcript.of(talks));
    Statistics.label("with an agreement").collect(!talks.agreements().isEmpty());
  }
}
