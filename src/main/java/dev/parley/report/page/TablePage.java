package dev.parley.report.page;

import com.google.common.collect.ImmutableList;
import dev.parley.report.words.Phrases;
import dev.parley.report.words.PlainText;
import java.util.List;

/**
 * Tables as one page for a browser, in the manner of {@link Html}: a heading and a table for each
 * part, and notes below. It runs no script.
 */
public final class TablePage {
  /**
   * A table under its heading.
   *
   * @param id what it is called in an address: letters and hyphens
   * @param heading its heading
   * @param head what its columns are called
   * @param rows its rows; the first field of each names it
   */
  public record Part(
      String id,
      String heading,
      ImmutableList<String> head,
      ImmutableList<ImmutableList<String>> rows) {}

  private TablePage() {}

  /**
   * {@return a complete HTML document, to be stored in UTF-8}
   *
   * @param title what it is called
   * @param parts the tables
   * @param notes what is to be known to read them
   */
  public static String page(String title, List<Part> parts, List<String> notes) {
    Phrases phrases = Phrases.ENGLISH;
    Markup page = new Markup();
    page.element("a", phrases.of("skip"), "class", "skip", "href", "#main");
    page.open("header").element("h1", PlainText.safe(title), "dir", "auto").end();
    page.open("nav", "aria-label", phrases.of("contents")).open("ul");
    for (Part part : parts) {
      page.open("li").element("a", part.heading(), "href", "#" + part.id()).close();
    }
    page.close().end();
    page.open("main", "id", "main", "tabindex", "-1");
    for (Part part : parts) {
      page.open("section", "id", part.id(), "aria-labelledby", part.id() + "-heading");
      page.element("h2", part.heading(), "id", part.id() + "-heading");
      table(page, part);
      page.end();
    }
    notes.forEach(note -> page.element("p", note));
    page.end();
    page.open("footer").element("p", phrases.of("made-by")).end();
    return Html.document(title, page.done(), "");
  }

  /** Entries are cited without a link: two records have entries of one number. */
  private static void table(Markup page, Part part) {
    Panel.wide(page, part.heading());
    page.open("table").element("caption", part.heading()).open("thead").open("tr");
    part.head().forEach(h -> page.element("th", h, "scope", "col"));
    page.close().close().open("tbody");
    for (ImmutableList<String> row : part.rows()) {
      page.open("tr").element("th", row.get(0), "scope", "row", "dir", "auto");
      for (int i = 1; i < row.size(); i++) {
        page.element("td", row.get(i), "data-label", part.head().get(i), "dir", "auto");
      }
      page.end();
    }
    page.close().close().end();
  }
}
