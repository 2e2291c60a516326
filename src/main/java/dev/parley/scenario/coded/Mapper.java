package dev.parley.scenario.coded;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import dev.parley.scenario.Scenario;
import dev.parley.scenario.ScenarioException;
import dev.parley.scenario.ScenarioException.Problem;
import dev.parley.scenario.coded.EventMapping.LeftOut;
import dev.parley.scenario.coded.EventMapping.Mapped;
import dev.parley.spelling.SafeText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a scenario of rows. All entries are read at once; a row whose entry cannot be read takes
 * its next one, or goes, and the rest are read again.
 */
final class Mapper {
  /** How often all entries are read at most: each time something is taken out of them. */
  private static final int MOST_READINGS = 200;

  private final MappingText text;
  private final EventForms forms;
  private final CodedRows rows;
  private final Map<Integer, LeftOut> leftOut = new TreeMap<>();

  Mapper(MappingText text, EventForms forms, CodedRows rows) {
    this.text = text;
    this.forms = forms;
    this.rows = rows;
  }

  /** A row, its fields by the short names of their columns, and the entries to try for it. */
  private static final class Event {
    private final CodedRows.Row row;
    private final ImmutableList<String> entries;
    private int next;
    private ImmutableList<String> reasons = ImmutableList.of();

    Event(CodedRows.Row row, ImmutableList<String> entries) {
      this.row = row;
      this.entries = entries;
    }

    String entry() {
      return entries.get(next);
    }

    /** Takes the next entry; the reasons are those for which the first is not read. */
    boolean goOn(ImmutableList<String> why) {
      reasons = next == 0 ? why : reasons;
      next++;
      return next < entries.size();
    }
  }

  Mapped map() {
    List<Event> events = new ArrayList<>();
    for (CodedRows.Row row : rows.rows()) {
      try {
        events.add(event(row));
      } catch (NoEntry e) {
        leave(row, ImmutableList.of(e.reason));
      }
    }
    for (int i = 0; i < MOST_READINGS; i++) {
      try {
        Scenario scenario = text.with(events.stream().map(Event::entry).toList());
        return new Mapped(scenario, ImmutableList.copyOf(leftOut.values()));
      } catch (ScenarioException e) {
        ListMultimap<Integer, String> wrong = wrong(e, events.size());
        events = goOn(events, wrong);
      }
    }
    throw new IllegalArgumentException(
        "the rows rest on one another in more than %s steps: map fewer of them at once"
            .formatted(MOST_READINGS));
  }

  /** Returns what is wrong with which entry; what is wrong with the head ends it all. */
  private ListMultimap<Integer, String> wrong(ScenarioException e, int entries) {
    ListMultimap<Integer, String> wrong = LinkedListMultimap.create();
    for (Problem problem : e.problems()) {
      int entry = problem.place().line() - text.lines() - 1;
      if (entry < 0 || entry >= entries) {
        throw e;
      }
      wrong.put(entry, problem.message());
    }
    return wrong;
  }

  private List<Event> goOn(List<Event> events, ListMultimap<Integer, String> wrong) {
    List<Event> kept = new ArrayList<>();
    IntStream.range(0, events.size())
        .forEach(
            i -> {
              Event event = events.get(i);
              if (!wrong.containsKey(i) || event.goOn(ImmutableList.copyOf(wrong.get(i)))) {
                kept.add(event);
              } else {
                leave(event.row, event.reasons);
              }
            });
    return kept;
  }

  private void leave(CodedRows.Row row, ImmutableList<String> reasons) {
    leftOut.put(row.line(), new LeftOut(row.line(), row.cells(), reasons));
  }

  /** Why a row becomes no entry. */
  private static final class NoEntry extends Exception {
    private static final long serialVersionUID = 1;
    private final String reason;

    NoEntry(String reason) {
      super(reason);
      this.reason = reason;
    }
  }

  private Event event(CodedRows.Row row) throws NoEntry {
    if (row.cells().size() != rows.heading().size()) {
      throw new NoEntry(
          "it has %s fields, the heading has %s"
              .formatted(row.cells().size(), rows.heading().size()));
    }
    String code = cell(row, forms.by());
    ImmutableList<Template.Keys> entries =
        forms
            .entriesOf(code)
            .orElseThrow(
                () -> new NoEntry("no entry is given for (%s)".formatted(SafeText.escaped(code))));
    ImmutableMap.Builder<String, String> fields = ImmutableMap.builder();
    for (String column : forms.columns().keySet()) {
      fields.put(column, field(column, cell(row, column)));
    }
    ImmutableMap<String, String> all = fields.buildOrThrow();
    return new Event(
        row,
        entries.stream().map(entry -> entry.fill(all)).collect(ImmutableList.toImmutableList()));
  }

  private String cell(CodedRows.Row row, String column) {
    EventForms.Column named = Objects.requireNonNull(forms.columns().get(column));
    return row.cells().get(rows.heading().indexOf(named.name())).strip();
  }

  private String field(String column, String cell) throws NoEntry {
    @Nullable ImmutableMap<String, String> values = forms.values().get(column);
    if (values != null && !cell.isEmpty()) {
      @Nullable String value = values.get(cell);
      if (value == null) {
        throw new NoEntry(
            "%s (%s) is not among the values that the mapping gives"
                .formatted(column, SafeText.escaped(cell)));
      }
      return value;
    }
    @Nullable DateTimeFormatter form = forms.dates().get(column);
    if (form == null || cell.isEmpty()) {
      return cell;
    }
    try {
      return LocalDate.parse(cell, form).toString();
    } catch (DateTimeException e) {
      throw new NoEntry(
          "%s (%s) is no date as the mapping says they are written"
              .formatted(column, SafeText.escaped(cell)));
    }
  }
}
