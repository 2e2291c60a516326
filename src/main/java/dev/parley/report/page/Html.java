package dev.parley.report.page;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import dev.parley.report.Transcript;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.Phrases;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.Section;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A record as one page for a browser: where the talks stand in words, a time line, positions by
 * issue, what waits for what, what would close a deal, the stages passed, accounts, contested
 * claims, and the whole record as a table. Every chart has a table beside it, and can be gone
 * through with the keyboard.
 *
 * <pre>{@code
 * String page = Html.of(Transcript.of(Scenario.read(Path.of("examples/gaza-2025.yaml"))));
 * }</pre>
 *
 * <p>It is no web application: one file, which asks no network for anything, runs no script but its
 * own (its content security policy names them by their hashes) and opens wherever it is copied to.
 * The charts are drawn by Apache ECharts, which must be on the class path ({@code
 * org.webjars:echarts}); nothing else in Parley needs it.
 *
 * <p>Laws: the same transcript gives the same page; what the record says is shown, whatever
 * characters it is made of, and never read as markup or script.
 */
public final class Html {
  private Html() {}

  /**
   * Returns a record as a page.
   *
   * @param transcript a record
   * @return a complete HTML document, to be stored in UTF-8
   * @throws MissingChartsException if the chart library is not on the class path
   */
  public static String of(Transcript transcript) {
    String charts = Assets.charts();
    String script = Assets.text("page.js");
    String style = Assets.text("page.css");
    Material material = Material.of(transcript);
    ImmutableList<Panel> panels = panels(material);
    String title = PlainText.safe(transcript.title());
    StringBuilder page = new StringBuilder(charts.length() + 200_000);
    page.append("<!DOCTYPE html>\n<html lang=\"").append(material.say("language"));
    page.append("\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    page.append("script-src ").append(hash(charts)).append(' ').append(hash(script));
    page.append("; style-src ").append(hash(style));
    page.append("; base-uri 'none'; form-action 'none'\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    page.append(Markup.escaped(title)).append("</title>\n<style>").append(style);
    page.append("</style>\n</head>\n<body>\n");
    page.append(body(material, title, panels));
    page.append("<script type=\"application/json\" id=\"data\">");
    page.append(data(panels)).append("</script>\n");
    page.append("<script>").append(charts).append("</script>\n");
    page.append("<script>").append(script).append("</script>\n</body>\n</html>\n");
    return page.toString();
  }

  private static ImmutableList<Panel> panels(Material material) {
    ImmutableList.Builder<Panel> panels = ImmutableList.builder();
    panels.add(new SummaryPanel(material), new TimelinePanel(material));
    for (Section section : material.contents().sections()) {
      switch (section.id()) {
        case "positions" -> panels.add(new PositionsPanel(material, section));
        case "evidence" -> {
          panels.add(new ClaimsPanel(material, section));
          panels.add(new AccountsPanel(material));
        }
        case "obstacles" ->
            panels.add(new SectionPanel(material, section), new LinkagePanel(material));
        default -> panels.add(new SectionPanel(material, section));
      }
    }
    panels.add(new StagesPanel(material));
    panels.add(new SectionPanel(material, material.contents().agenda()));
    panels.add(new RecordPanel(material));
    return panels.build();
  }

  private static String body(Material material, String title, ImmutableList<Panel> panels) {
    Markup page = new Markup();
    page.element("a", material.say("skip"), "class", "skip", "href", "#main");
    page.open("header").element("h1", title, "dir", "auto").end();
    page.open("nav", "aria-label", material.say("contents")).open("ul");
    for (Panel panel : panels) {
      page.open("li").element("a", panel.heading(), "href", "#" + panel.id()).close();
    }
    page.close().end();
    page.open("main", "id", "main", "tabindex", "-1");
    for (Panel panel : panels) {
      page.open("section", "id", panel.id(), "aria-labelledby", panel.id() + "-heading");
      page.element("h2", panel.heading(), "id", panel.id() + "-heading");
      panel.html(page);
      page.end();
    }
    page.end();
    page.element("p", "", "class", "sr", "id", "told", "role", "status");
    page.open("noscript").element("p", material.say("no-script")).end();
    page.open("footer").element("p", material.say("made-by")).end();
    return page.done();
  }

  private static String data(ImmutableList<Panel> panels) {
    return JsonWriter.forPage(
        PlainText::readable,
        sheet -> {
          sheet.texts("words", Phrases.ENGLISH.under("chart."));
          panels.forEach(panel -> sheet.object(panel.id(), panel::data));
        });
  }

  private static String hash(String text) {
    return "'sha256-"
        + Base64.getEncoder()
            .encodeToString(Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes())
        + "'";
  }
}
