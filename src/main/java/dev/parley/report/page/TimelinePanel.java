package dev.parley.report.page;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.When;
import dev.parley.progress.RoundVerdict;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.StepWords;
import dev.parley.report.words.Wording;
import dev.parley.talks.Deadline;
import dev.parley.talks.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The time line: entries in the order in which they were recorded, a lane for each actor, rounds by
 * verdict behind them. Places are entry numbers, for many dates are known to the month or year
 * only.
 */
final class TimelinePanel implements Panel {
  /** What a mark stands for; its number is its place in the legend. */
  private enum Kind {
    PROCEDURE,
    ASK,
    OFFER,
    SAID,
    INCIDENT,
    AFTER,
    NOTE
  }

  private static final ImmutableList<Kind> KINDS = ImmutableList.copyOf(Kind.values());

  /** A round: its first and last entry, and its verdict when it is closed. */
  private record Round(int number, int from, int to, Optional<RoundVerdict> verdict) {}

  private final Material of;
  private final List<Round> rounds = new ArrayList<>();

  TimelinePanel(Material of) {
    this.of = of;
    int number = 0;
    int from = 0;
    for (int i = 0; i < of.entries().size(); i++) {
      Entry entry = of.entries().get(i);
      int at = entry.id().number();
      int round = of.negotiation().roundOf(entry.id());
      if (from == 0 && of.telling().opening(entry).isPresent()) {
        from = at;
        number = round;
      }
      boolean last =
          i == of.entries().size() - 1
              || of.negotiation().roundOf(of.entries().get(i + 1).id()) != round;
      if (last && from > 0) {
        rounds.add(
            new Round(
                number,
                from,
                at,
                round <= of.negotiation().closedRounds()
                    ? Optional.of(of.negotiation().round(round))
                    : Optional.empty()));
        from = 0;
      }
    }
  }

  private Entry entry(int number) {
    return of.negotiation().chronicle().entry(new EntryId(number)).orElseThrow();
  }

  @Override
  public Material of() {
    return of;
  }

  @Override
  public String id() {
    return "timeline";
  }

  @Override
  public void html(Markup page) {
    if (of.entries().isEmpty()) {
      page.element("p", of.say("timeline.nothing"));
      return;
    }
    page.element("p", of.say("timeline.how"), "class", "note");
    Panel.chart(page, "timeline-chart", of.say("timeline.label", of.entries().size()));
    legend(page);
    List<List<String>> rows = of.contents().rounds().rows();
    page.open("details", "open", "").element("summary", of.say("timeline.rounds"));
    Panel.table(page, of.say("timeline.rounds"), rows.get(0), rows.subList(1, rows.size()));
    page.end();
    page.element("p", of.say("timeline.entries-below"), "class", "note");
  }

  /** Colour never stands alone: each verdict has a letter and a pattern, too. */
  private void legend(Markup page) {
    page.open("ul", "class", "legend", "aria-label", of.say("timeline.legend"));
    rounds.stream()
        .flatMap(r -> r.verdict().stream())
        .map(RoundVerdict::progress)
        .distinct()
        .sorted()
        .forEach(
            p -> {
              page.open("li").element("span", letter(p.name()), "class", "verdict " + p.name());
              page.text(" " + p.name() + ": " + of.say("verdict." + p.name())).close();
            });
    page.end();
  }

  private String letter(String verdict) {
    return of.say("letter." + verdict);
  }

  @Override
  public void data(JsonWriter data) {
    ImmutableMap<String, Integer> lanes = of.lanes();
    data.texts("lanes", lanes.keySet().stream().map(of::laneName).toList());
    List<List<Integer>> marks = new ArrayList<>();
    for (Entry entry : of.entries()) {
      Integer lane = lanes.get(Wording.actor(entry));
      marks.add(
          List.of(
              entry.id().number(),
              lane == null ? 0 : lane,
              KINDS.indexOf(kind(entry)),
              word(entry)));
    }
    data.table("marks", marks);
    List<List<Long>> days = new ArrayList<>();
    for (Entry entry : of.entries()) {
      Optional<LocalDate> from = entry.on().earliest().or(() -> entry.on().latest());
      from.ifPresent(
          day ->
              days.add(
                  List.of(
                      (long) entry.id().number(),
                      day.toEpochDay(),
                      entry.on().latest().orElse(day).toEpochDay())));
    }
    data.table("days", days);
    StepWords steps = new StepWords(of.names());
    data.objects(
        "rounds",
        rounds,
        (s, r) -> {
          s.put("number", r.number()).put("from", r.from()).put("to", r.to());
          String verdict = r.verdict().map(v -> v.progress().name()).orElse("OPEN");
          s.put("verdict", verdict).put("letter", letter(verdict));
          s.put("text", r.verdict().map(steps::told).orElse(of.say("timeline.open")));
        });
    List<Integer> changes = new ArrayList<>();
    When before = When.UNKNOWN;
    for (Entry entry : of.entries()) {
      if (!entry.on().isUnknown() && !entry.on().equals(before)) {
        changes.add(entry.id().number());
        before = entry.on();
      }
    }
    data.objects(
        "dates", changes, (s, at) -> s.put("at", at).put("text", entry(at).on().describe()));
    data.objects("deadlines", deadlines(), this::deadline);
  }

  private List<Deadline> deadlines() {
    return of.negotiation().situation().deadlines().values().stream()
        .sorted(Comparator.comparing((Deadline d) -> d.date().lastPossible().orElse(LocalDate.MAX)))
        .toList();
  }

  /**
   * A deadline stands after the last entry that is certainly not later; ahead of all, at the end.
   */
  private void deadline(JsonWriter sheet, Deadline deadline) {
    Optional<LocalDate> day = deadline.date().lastPossible();
    int after =
        of.negotiation().chronicle().entries().reverse().stream()
            .filter(e -> day.isEmpty() || !e.on().certainlyAfter(day.get()))
            .findFirst()
            .map(e -> e.id().number())
            .orElse(0);
    sheet.put("after", after).put("name", Names.label(deadline.name()));
    deadline.date().lastPossible().ifPresent(d -> sheet.put("day", d.toEpochDay()));
    sheet.put("date", deadline.date().describe()).put("words", PlainText.safe(deadline.words()));
  }

  private int word(Entry entry) {
    return of.telling()
        .reading(entry.id())
        .map(of.telling()::word)
        .map(word -> word == Attribution.ALLEGED ? 1 : word == Attribution.DENIED ? 2 : 0)
        .orElse(entry instanceof Entry.Told ? 2 : 0);
  }

  private static Kind kind(Entry entry) {
    if (!(entry instanceof Entry.Told told)) {
      return Kind.NOTE;
    }
    return switch (told.move().act().kind()) {
      case OPEN_ROUND,
          CLOSE_ROUND,
          HOLD_MEETING,
          SUSPEND,
          RESUME,
          BREAK_OFF,
          ABANDON,
          DECLARE_IMPASSE,
          SET_DEADLINE,
          EXTEND_DEADLINE,
          SEND_DELEGATION,
          AMEND_AGENDA,
          ADMIT,
          LEAVE,
          EXCLUDE ->
          Kind.PROCEDURE;
      case RAISE_DEMAND, AMEND_DEMAND, DROP_DEMAND, REJECT_DEMAND, TIE, UNTIE, SHIFT -> Kind.ASK;
      case MAKE_OFFER, PROPOSE, WITHDRAW_OFFER, ACCEPT, REJECT_OFFER, ATTEST, SIGN, INITIAL ->
          Kind.OFFER;
      case RATIFY,
          FAIL_TO_RATIFY,
          CONFIRM,
          DENOUNCE,
          AGREE_TO_END,
          JOIN,
          SET_OFF,
          PERFORM,
          FIND,
          NOTE,
          INTERPRET,
          ALLEGE_BREACH,
          EXCUSE ->
          Kind.AFTER;
      case CLAIM, ACCUSE, PROMISE, THREATEN, COMMIT -> Kind.SAID;
      case INCIDENT, CHANGE_OF_GOVERNMENT, PRESS -> Kind.INCIDENT;
    };
  }
}
