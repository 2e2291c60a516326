package dev.parley.report.page;

import dev.parley.report.words.Passage;
import java.util.Collection;
import java.util.List;

/** What stands in the way of a deal, what would close it, and whether that would last, in words. */
record ClosingPanel(Material of) implements Panel {
  @Override
  public String id() {
    return "closing";
  }

  @Override
  public void html(Markup page) {
    List<Passage> passages = of.passages();
    if (passages.isEmpty()) {
      page.element("p", of.say("closing.nothing"));
    }
    for (Passage passage : passages) {
      page.element("h3", passage.heading());
      page.open("dl", "class", "passage");
      passage.lines().asMap().forEach((label, lines) -> labelled(page, label, lines));
      page.end();
    }
  }

  private static void labelled(Markup page, String label, Collection<String> lines) {
    page.open("div").element("dt", label);
    for (String line : lines) {
      if (line.startsWith(Passage.ITEM)) {
        page.element("dd", line.substring(Passage.ITEM.length()), "class", "item");
      } else {
        page.element("dd", line);
      }
    }
    page.end();
  }
}
