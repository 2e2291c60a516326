package dev.parley.report.page;

import com.google.common.collect.ImmutableSortedMap;
import dev.parley.agenda.IssueId;
import dev.parley.evidence.Source;
import dev.parley.report.words.EntryWords;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.Wording;
import dev.parley.talks.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The whole record as a table, in which every entry has an anchor of its own ({@code #e21}) and
 * says which parts of the page cite it; it can be searched, and filtered by issue, source and
 * whomever an entry concerns.
 */
record RecordPanel(Material of) implements Panel {
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

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
    page.open("label").text(of.say("record.search") + " ");
    page.empty("input", "type", "search", "name", "q", "autocomplete", "off").close();
    Map<String, String> parties = new LinkedHashMap<>();
    of.names().agenda().actors().keySet().forEach(a -> parties.put(a.text(), of.names().party(a)));
    of.lanes().keySet().forEach(lane -> parties.putIfAbsent(lane, of.laneName(lane)));
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
    String id = "e" + entry.id().number();
    page.open(
        "tr",
        "id",
        id,
        "data-party",
        Wording.actor(entry),
        "data-concerns",
        concerned(entry),
        "data-issue",
        entry.tells().stream()
            .flatMap(m -> m.act().issues().stream())
            .map(IssueId::text)
            .collect(Collectors.joining(" ")),
        "data-source",
        EntryWords.sources(entry).stream().map(Source::id).collect(Collectors.joining(" ")));
    page.open("th", "scope", "row");
    page.element("a", "[" + entry.id().number() + "]", "href", "#" + id).close();
    cell(page, "round", of.say("round")).text(of.round(entry.id())).close();
    cell(page, "date", of.say("date"))
        .text(entry.on().isUnknown() ? "" : entry.on().describe())
        .close();
    cell(page, "who", of.say("who")).text(of.telling().who(entry)).close();
    cell(page, "what", of.say("what"));
    Panel.lines(page, of.telling().deed(entry));
    page.close();
    cell(page, "source", of.say("source"));
    List<Source> sources = EntryWords.sources(entry);
    for (int i = 0; i < sources.size(); i++) {
      page.text(i == 0 ? "" : "; ");
      source(page, sources.get(i));
    }
    page.close();
    cell(page, "noted", of.say("noted")).cited(of.telling().fate(entry));
    List<String> citing = List.copyOf(page.citing(entry.id().number()));
    if (!citing.isEmpty()) {
      page.open("span", "class", "citing").text(" " + of.say("record.cited") + " ");
      for (int i = 0; i < citing.size(); i++) {
        page.text(i == 0 ? "" : ", ");
        page.element("a", of.say("back." + citing.get(i)), "href", "#" + citing.get(i));
      }
      page.close();
    }
    page.close().end();
  }

  private static Markup cell(Markup page, String is, String label) {
    return page.open("td", "data-is", is, "data-label", label, "dir", "auto");
  }

  private String concerned(Entry entry) {
    return entry.tells().stream()
        .flatMap(
            m ->
                java.util.stream.Stream.concat(
                    Concerned.by(m.act()).stream(),
                    m.sources().stream().flatMap(s -> s.speaksFor().stream())))
        .map(a -> a.text())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** Names a source, as a link where it says where it is to be found. */
  private void source(Markup page, Source source) {
    String name = of.names().source(source);
    Optional<String> address = source.where().filter(w -> ADDRESS.matcher(w).matches());
    if (address.isPresent()) {
      page.element("a", name, "href", PlainText.safe(address.get()), "rel", "noreferrer");
    } else {
      page.text(name);
      source.where().ifPresent(where -> page.text(", " + PlainText.safe(where)));
    }
  }
}
