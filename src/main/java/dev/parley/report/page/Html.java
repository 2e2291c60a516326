package dev.parley.report.page;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import dev.parley.report.Transcript;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.Phrases;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/**
 * A record as one page for a browser: where the talks stand in words, what is agreed, every issue
 * in one row, a time line, positions over time, what waits for what, what would close a deal, the
 * path through the stages, accounts, contested claims, and the whole record as a table. Every chart
 * has a table beside it, and can be gone through with the keyboard.
 *
 * <pre>{@code
 * String page = Html.of(Transcript.of(Scenario.read(Path.of("examples/gaza-2025.yaml"))));
 * }</pre>
 *
 * <p>It is no web application: one file, which asks no network for anything, runs no script but its
 * own (its content security policy names it by its hash) and opens wherever it is copied to. Its
 * charts are drawn by that script, and can be taken along as SVG, PNG and CSV; what a reader has
 * chosen (an earlier entry, a filter, the axis) is in the address, so that a link opens what was
 * seen.
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
   */
  public static String of(Transcript transcript) {
    Material material = Material.of(transcript);
    ImmutableList<Panel> panels = panels(material);
    String title = PlainText.safe(transcript.title());
    String body = body(material, title, panels);
    String data = "<script type=\"application/json\" id=\"data\">" + data(panels) + "</script>\n";
    return document(title, body + data, Assets.text("page.js"));
  }

  /** Returns a document, which runs no script but the one given; an empty one is none. */
  static String document(String title, String body, String script) {
    String style = Assets.text("page.css");
    StringBuilder page = new StringBuilder(200_000);
    page.append("<!DOCTYPE html>\n<html lang=\"").append(Phrases.ENGLISH.of("language"));
    page.append("\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    page.append("script-src ").append(script.isEmpty() ? "'none'" : hash(script));
    page.append("; style-src ").append(hash(style));
    page.append("; img-src data:; base-uri 'none'; form-action 'none'\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    page.append(Markup.escaped(PlainText.safe(title))).append("</title>\n<style>").append(style);
    page.append("</style>\n</head>\n<body>\n").append(body);
    if (!script.isEmpty()) {
      page.append("<script>").append(script).append("</script>\n");
    }
    return page.append("</body>\n</html>\n").toString();
  }

  private static ImmutableList<Panel> panels(Material material) {
    List<Panel> panels = new ArrayList<>();
    panels.add(new SummaryPanel(material));
    for (Section section : material.contents().sections()) {
      panels.addAll(panels(material, section));
    }
    panels.add(new SectionPanel(material, material.contents().agenda()));
    panels.add(new RecordPanel(material));
    // What is agreed, where each stands and what happened come before how the talks go on.
    List<String> first = List.of("summary", "agreements", "positions", "timeline", "course");
    panels.sort(
        Comparator.comparing(p -> first.contains(p.id()) ? first.indexOf(p.id()) : first.size()));
    return ImmutableList.copyOf(panels);
  }

  private static List<Panel> panels(Material material, Section section) {
    List<Panel> panels = new ArrayList<>();
    switch (section.id()) {
      case "stands" -> panels.add(new StandsPanel(material, section));
      case "agreements" -> panels.add(new AgreementsPanel(material, section));
      case "positions" -> {
        panels.add(new OverviewPanel(material, section));
        panels.add(new TimelinePanel(material));
        CoursePanel course = new CoursePanel(material);
        if (!course.isEmpty()) {
          panels.add(course);
        }
      }
      case "obstacles" -> {
        panels.add(new SectionPanel(material, section));
        LinkagePanel linkage = new LinkagePanel(material);
        if (!linkage.isEmpty()) {
          panels.add(linkage);
        }
      }
      case "evidence" -> {
        panels.add(new ClaimsPanel(material, section));
        if (!material.transcript().accounts().isEmpty()) {
          panels.add(new AccountsPanel(material));
        }
      }
      default -> panels.add(new SectionPanel(material, section));
    }
    return panels;
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
      page.within(panel.id());
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
