package dev.parley.report.page;

import dev.parley.evidence.Source;
import dev.parley.report.words.EvidenceWords;
import dev.parley.report.words.Names;
import dev.parley.report.words.Section;
import dev.parley.talks.Chronicle.Reading;
import dev.parley.talks.Entry;
import java.util.List;

/** Contested claims side by side, and allegations beside what those say of whom they are made. */
record ClaimsPanel(Material of, Section section) implements Panel {
  @Override
  public String id() {
    return "claims";
  }

  @Override
  public void html(Markup page) {
    EvidenceWords evidence = of.evidence();
    SectionPanel.lines(page, section);
    page.element("h3", of.say("claims.contested"));
    if (evidence.contested().isEmpty()) {
      page.element("p", of.say("claims.none"));
    } else {
      evidence.contested().forEach(c -> pair(page, c.question(), c.answers()));
    }
    page.element("h3", of.say("claims.alleged"));
    boolean any = false;
    for (Entry entry : of.entries()) {
      Reading reading = of.telling().reading(entry.id()).orElse(null);
      if (reading != null && isAlleged(reading)) {
        any = true;
        pair(page, entry.id() + " " + of.telling().who(entry), answers(entry, reading));
      }
    }
    if (!any) {
      page.element("p", of.say("claims.none-alleged"));
    }
    List<String> others = evidence.otherClaims();
    if (!others.isEmpty()) {
      page.open("details").element("summary", of.say("claims.others", others.size()));
      page.open("ul");
      others.forEach(o -> page.element("li", o, "dir", "auto"));
      page.close().end();
    }
  }

  private boolean isAlleged(Reading reading) {
    return !of.negotiation().attribution(reading).counts();
  }

  private List<String> answers(Entry entry, Reading reading) {
    String accuser =
        reading.move().source().flatMap(Source::speaksFor).map(of.names()::party).orElse("");
    String fate = of.telling().fate(entry);
    String words = reading.move().words();
    return List.of(
        accuser.isEmpty()
            ? of.telling().words(entry)
            : of.say(
                "claims.says-of",
                accuser,
                of.telling().who(entry),
                of.deeds().of(reading.move().act(), entry.id())
                    + (words.isBlank() ? "" : ": " + Names.quoted(words))),
        reading.denied()
            ? of.say("claims.says", of.telling().who(entry), fate)
            : of.say("claims.silent", of.telling().who(entry)));
  }

  private static void pair(Markup page, String about, List<String> answers) {
    page.open("div", "class", "pair", "role", "group", "aria-label", about);
    page.element("p", about, "class", "about", "dir", "auto").open("ul");
    answers.forEach(a -> page.element("li", a, "dir", "auto"));
    page.close().end();
  }
}
