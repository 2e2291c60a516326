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

  /** Writes the place in which a chart is drawn, and how it is read aloud. */
  static void chart(Markup page, String id, String label, String height) {
    page.open("div", "class", "chart " + height, "id", id, "role", "group", "tabindex", "0");
    page.close();
    page.element("p", label, "class", "sr", "id", id + "-label");
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
        page.open(names ? "th" : "td", names ? new String[] {"scope", "row"} : new String[0]);
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
