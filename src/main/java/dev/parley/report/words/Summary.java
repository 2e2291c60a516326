package dev.parley.report.words;

import dev.parley.evidence.When;
import dev.parley.progress.Progress;
import dev.parley.progress.RoundVerdict;
import dev.parley.talks.Entry;
import dev.parley.talks.Observation;
import dev.parley.talks.Situation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where the talks stand, in words: stage, last verdict, next deadline, what the record is.
 *
 * @param wording the record in words
 * @param recordTo the day on which the record ends
 * @param lookedAt another day on which it is looked at
 * @param sources how many sources the record has
 */
public record Summary(
    Wording wording, Optional<LocalDate> recordTo, Optional<LocalDate> lookedAt, int sources) {
  public String stage() {
    Situation situation = wording.negotiation().situation();
    String round =
        situation.roundOpen()
            ? Phrases.ENGLISH.of(
                "stands.round-open",
                wording.negotiation().closedRounds() + 1,
                Deeds.tracks(situation.tracks()))
            : Phrases.ENGLISH.of("stands.rounds-closed", wording.negotiation().closedRounds());
    String stall =
        situation.isStalled()
            ? Phrases.ENGLISH.of("stands.stalled")
            : situation.cannotTellStall() ? Phrases.ENGLISH.of("stands.cannot-tell") : "";
    return words(situation) + ", " + round + stall;
  }

  private static String words(Situation situation) {
    String words = Names.words(situation.stage());
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  public String verdict() {
    int closed = wording.negotiation().closedRounds();
    if (closed == 0) {
      return Phrases.ENGLISH.of("stands.no-verdict");
    }
    RoundVerdict last = wording.negotiation().round(closed);
    return Phrases.ENGLISH.of("stands.last", closed, last.describe())
        + "\n"
        + last.progress()
        + ": "
        + meaning(last.progress())
        + "\n"
        + new StepWords(wording.names()).counts(last);
  }

  private String meaning(Progress progress) {
    return Phrases.ENGLISH.of("verdict." + progress.name());
  }

  public String deadline() {
    Situation situation = wording.negotiation().situation();
    if (situation.deadlines().isEmpty()) {
      return Phrases.ENGLISH.of("stands.no-deadline");
    }
    Optional<LocalDate> day = lookedAt.or(() -> recordTo);
    if (day.isEmpty()) {
      return String.join(
          "\n",
          situation.deadlines().values().stream()
              .map(d -> PlainText.safe(d.name()) + ": " + d.date().describe())
              .toList());
    }
    return wording.negotiation().observe(day.get()).stream()
        .filter(seen -> seen.kind() == Observation.Kind.DEADLINE_AHEAD && seen.days().isPresent())
        .min(Comparator.comparingLong(seen -> seen.days().getAsLong()))
        .map(seen -> ahead(seen, situation))
        .orElse(Phrases.ENGLISH.of("stands.none-ahead"));
  }

  private String ahead(Observation seen, Situation situation) {
    String name = PlainText.safe(seen.about());
    String date =
        Optional.ofNullable(situation.deadlines().get(seen.about()))
            .map(d -> d.date().describe())
            .orElse("");
    long days = seen.days().orElse(0);
    return days == 0
        ? Phrases.ENGLISH.of("stands.today", name, date)
        : Phrases.ENGLISH.of("stands.in-days", name, date, Names.counted(days, "day", "days"));
  }

  public String record() {
    String size =
        Phrases.ENGLISH.of(
            "stands.size",
            Names.counted(wording.entries().size(), "entry", "entries"),
            Names.counted(sources, "source", "sources"));
    String from =
        wording.entries().stream()
            .map(Entry::on)
            .filter(on -> on.earliest().isPresent())
            .min(Comparator.comparing(on -> on.earliest().orElseThrow()))
            .map(on -> on.describe() + " ")
            .orElse("");
    return recordTo
            .map(day -> Phrases.ENGLISH.of("stands.dates", from, When.on(day).describe()))
            .orElse("")
        + size
        + lookedAt
            .map(day -> "\n" + Phrases.ENGLISH.of("stands.looked-at", When.on(day).describe()))
            .orElse("");
  }
}
