package dev.parley.report;

import dev.parley.evidence.When;
import dev.parley.progress.Progress;
import dev.parley.progress.RoundVerdict;
import dev.parley.talks.Entry;
import dev.parley.talks.Observation;
import dev.parley.talks.Situation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** Where the talks stand, in words: stage, last verdict, next deadline, what the record is. */
record HeadPanel(Material of) implements Panel {
  @Override
  public String id() {
    return "stands";
  }

  @Override
  public void html(Markup page) {
    page.open("dl", "class", "facts");
    fact(page, "stage", stage());
    fact(page, "verdict", verdict());
    fact(page, "deadline", deadline());
    fact(page, "record", record());
    page.end();
  }

  private void fact(Markup page, String term, String words) {
    page.open("div").element("dt", of.say("stands." + term));
    page.open("dd");
    Panel.lines(page, words);
    page.close().close();
  }

  String stage() {
    Situation situation = of.negotiation().situation();
    String round =
        situation.roundOpen()
            ? of.say(
                "stands.round-open",
                of.negotiation().closedRounds() + 1,
                Deeds.tracks(situation.tracks()))
            : of.say("stands.rounds-closed", of.negotiation().closedRounds());
    String stall =
        situation.isStalled()
            ? of.say("stands.stalled")
            : situation.cannotTellStall() ? of.say("stands.cannot-tell") : "";
    return words(situation) + ", " + round + stall;
  }

  private static String words(Situation situation) {
    String words = Names.words(situation.stage());
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  String verdict() {
    int closed = of.negotiation().closedRounds();
    if (closed == 0) {
      return of.say("stands.no-verdict");
    }
    RoundVerdict last = of.negotiation().round(closed);
    return of.say("stands.last", closed, last.describe())
        + "\n"
        + last.progress()
        + ": "
        + meaning(last.progress());
  }

  private String meaning(Progress progress) {
    return of.say("verdict." + progress.name());
  }

  String deadline() {
    Situation situation = of.negotiation().situation();
    if (situation.deadlines().isEmpty()) {
      return of.say("stands.no-deadline");
    }
    Optional<LocalDate> day = of.transcript().day();
    if (day.isEmpty()) {
      return String.join(
          "\n",
          situation.deadlines().values().stream()
              .map(d -> Text.safe(d.name()) + ": " + d.date().describe())
              .toList());
    }
    return of.negotiation().observe(day.get()).stream()
        .filter(seen -> seen.kind() == Observation.Kind.DEADLINE_AHEAD && seen.days().isPresent())
        .min(Comparator.comparingLong(seen -> seen.days().getAsLong()))
        .map(seen -> ahead(seen, situation))
        .orElse(of.say("stands.none-ahead"));
  }

  private String ahead(Observation seen, Situation situation) {
    String name = Text.safe(seen.about());
    String date =
        Optional.ofNullable(situation.deadlines().get(seen.about()))
            .map(d -> d.date().describe())
            .orElse("");
    long days = seen.days().orElse(0);
    return days == 0
        ? of.say("stands.today", name, date)
        : of.say("stands.in-days", name, date, Names.counted(days, "day", "days"));
  }

  String record() {
    String size =
        of.say(
            "stands.size",
            Names.counted(of.entries().size(), "entry", "entries"),
            Names.counted(of.transcript().sources().size(), "source", "sources"));
    String from =
        of.entries().stream()
            .map(Entry::on)
            .filter(on -> on.earliest().isPresent())
            .min(Comparator.comparing(on -> on.earliest().orElseThrow()))
            .map(on -> on.describe() + " ")
            .orElse("");
    return of.transcript()
            .recordTo()
            .map(day -> of.say("stands.dates", from, When.on(day).describe()))
            .orElse("")
        + size
        + of.transcript()
            .lookedAt()
            .map(day -> "\n" + of.say("stands.looked-at", When.on(day).describe()))
            .orElse("");
  }
}
