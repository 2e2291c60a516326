package dev.parley.report.page;

import dev.parley.report.words.Section;
import java.util.Collection;

/** A section of a report as it stands: its table, and its labelled lines. */
record SectionPanel(Material of, Section section) implements Panel {
  @Override
  public String id() {
    return section.id();
  }

  @Override
  public String heading() {
    return section.heading();
  }

  @Override
  public void html(Markup page) {
    lead(page, section);
    if (!section.table().isEmpty()) {
      Panel.table(
          page,
          section.heading(),
          section.table().get(0),
          section.table().subList(1, section.table().size()));
    }
    lines(page, section);
  }

  static void lead(Markup page, Section section) {
    if (!section.lead().isEmpty()) {
      page.open("p", "class", "lead").cited(section.lead()).end();
    }
  }

  static void lines(Markup page, Section section) {
    if (section.lines().isEmpty()) {
      return;
    }
    page.open("dl", "class", "passage");
    section.lines().asMap().forEach((label, lines) -> labelled(page, label, lines));
    page.end();
  }

  private static void labelled(Markup page, String label, Collection<String> lines) {
    page.open("div").element("dt", label);
    for (String line : lines) {
      boolean item = line.startsWith(Section.ITEM);
      page.open(
          "dd",
          item ? new String[] {"class", "item", "dir", "auto"} : new String[] {"dir", "auto"});
      page.cited(item ? line.substring(Section.ITEM.length()) : line).close();
    }
    page.end();
  }
}
