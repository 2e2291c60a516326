package dev.parley.report.page;

import dev.parley.report.words.JsonWriter;
import java.util.List;

/** A part of a page: what everybody can read, and what a chart is drawn from. */
interface Panel {
  /** Returns what it is made from. */
  Material of();

  /** Returns the identifier, which also begins its phrases. */
  String id();

  /** Returns its heading. */
  default String heading() {
    return of().say(id() + ".heading");
  }

  /** Writes the part under its heading. */
  void html(Markup page);

  /** Puts what its charts are drawn from. */
  default void data(JsonWriter data) {}

  /** Writes the place in which a script draws a chart, and how it is read aloud. */
  static void chart(Markup page, String id, String label) {
    page.open("div", "class", "chart", "id", id, "role", "group", "tabindex", "0", "hidden", "");
    page.close();
    page.element("p", label, "class", "sr", "id", id + "-label", "hidden", "");
  }

  /**
   * Writes a table that takes the place of a chart, folded in until it is asked for; its columns
   * are named by phrases.
   */
  default void folded(Markup page, String caption, List<String> columns, List<List<String>> rows) {
    page.open("details").element("summary", of().say("as-table"));
    table(page, caption, columns.stream().map(c -> of().say(c)).toList(), rows);
    page.end();
  }

  /** Opens a part that can be scrolled sideways. */
  static Markup wide(Markup page, String label) {
    return page.open(
        "div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", label);
  }

  /** Writes a table; the first cell of each row names it. */
  static void table(Markup page, String caption, List<String> head, List<List<String>> rows) {
    wide(page, caption);
    page.open("table").element("caption", caption).open("thead").open("tr");
    head.forEach(h -> page.element("th", h, "scope", "col"));
    page.close().close().open("tbody");
    for (List<String> row : rows) {
      page.open("tr");
      for (int i = 0; i < row.size(); i++) {
        boolean names = i == 0 && !row.get(0).isEmpty();
        if (names) {
          page.open("th", "scope", "row", "dir", "auto");
        } else {
          page.open("td", "data-label", head.get(i), "dir", "auto");
        }
        lines(page, row.get(i));
        page.close();
      }
      page.end();
    }
    page.close().close().end();
  }

  /** Writes a text, in which a line feed begins a new line. */
  static void lines(Markup page, String text) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        page.empty("br");
      }
      page.cited(lines[i]);
    }
  }
}
