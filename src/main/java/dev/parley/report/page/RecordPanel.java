package dev.parley.report.page;

import com.google.common.collect.ImmutableSortedMap;
import dev.parley.agenda.IssueId;
import dev.parley.evidence.Source;
import dev.parley.report.words.EntryWords;
import dev.parley.report.words.Wording;
import dev.parley.talks.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The whole record as a table, which can be filtered by party, issue and source. */
record RecordPanel(Material of) implements Panel {
  @Override
  public String id() {
    return "record";
  }

  @Override
  public void html(Markup page) {
    if (of.entries().isEmpty()) {
      page.element("p", of.say("timeline.nothing"));
      return;
    }
    filters(page);
    Panel.wide(page, of.say("record.caption"));
    page.open("table", "id", "entries", "class", "entries");
    page.element("caption", of.say("record.caption"));
    page.open("thead").open("tr");
    for (String column :
        new String[] {"entry", "round", "date", "who", "what", "source", "noted"}) {
      page.element("th", of.say(column), "scope", "col");
    }
    page.close().close().open("tbody");
    of.entries().forEach(entry -> row(page, entry));
    page.close().close().end();
  }

  private void filters(Markup page) {
    page.open("form", "class", "filters", "id", "filters", "hidden", "");
    Map<String, String> parties = new LinkedHashMap<>();
    of.lanes().keySet().forEach(lane -> parties.put(lane, of.laneName(lane)));
    select(page, "party", parties);
    Map<String, String> issues = new LinkedHashMap<>();
    of.names()
        .agenda()
        .issueList()
        .forEach(i -> issues.put(i.id().text(), of.names().issue(i.id())));
    select(page, "issue", issues);
    Map<String, String> sources = new LinkedHashMap<>();
    of.entries().stream()
        .flatMap(e -> EntryWords.source(e).stream())
        .forEach(s -> sources.putIfAbsent(s.id(), of.names().source(s)));
    select(page, "source", ImmutableSortedMap.copyOf(sources));
    page.element("button", of.say("record.reset"), "type", "reset");
    page.element("p", "", "id", "shown", "role", "status");
    page.end();
  }

  private void select(Markup page, String name, Map<String, String> choices) {
    page.open("label").text(of.say("record." + name) + " ");
    page.open("select", "name", name, "autocomplete", "off");
    page.element("option", of.say("record.all"), "value", "*");
    choices.forEach((value, words) -> page.element("option", words, "value", value));
    page.close().close();
  }

  private void row(Markup page, Entry entry) {
    page.open(
        "tr",
        "id",
        "e" + entry.id().number(),
        "data-party",
        Wording.actor(entry),
        "data-issue",
        entry.tells().stream()
            .flatMap(m -> m.act().issues().stream())
            .map(IssueId::text)
            .collect(Collectors.joining(" ")),
        "data-source",
        EntryWords.source(entry).map(Source::id).orElse(""));
    page.element("th", String.valueOf(entry.id().number()), "scope", "row");
    page.element("td", String.valueOf(of.negotiation().roundOf(entry.id())));
    page.element("td", entry.on().isUnknown() ? "" : entry.on().describe());
    page.element("td", of.telling().who(entry), "dir", "auto");
    page.open("td", "dir", "auto");
    Panel.lines(page, of.telling().deed(entry));
    page.close();
    page.element("td", EntryWords.source(entry).map(of.names()::source).orElse(""), "dir", "auto");
    page.element("td", of.telling().fate(entry));
    page.end();
  }
}
