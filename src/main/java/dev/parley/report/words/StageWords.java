package dev.parley.report.words;

import com.google.common.collect.ImmutableListMultimap;
import dev.parley.agenda.ActorId;
import dev.parley.demand.Offer;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.When;
import dev.parley.progress.StepKind;
import dev.parley.talks.Chronicle;
import dev.parley.talks.Deadline;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Observation;
import dev.parley.talks.Situation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the talks stand, in words: stage, deadlines, dormancy, stall. */
final class StageWords {
  private final Optional<LocalDate> day;
  private final Negotiation negotiation;
  private final Situation situation;
  private final Names names;
  private final Citations citations;
  private final List<Concession> concessions;

  StageWords(Optional<LocalDate> day, Wording wording) {
    this.day = day;
    this.negotiation = wording.negotiation();
    this.situation = negotiation.situation();
    this.names = wording.names();
    this.citations = wording.citations();
    this.concessions =
        situation.deadlines().isEmpty() ? List.of() : concessions(negotiation, citations);
  }

  /**
   * {@return the section: the stage, deadlines, what is observed at the day, whether it is a stall}
   */
  Section section() {
    ImmutableListMultimap.Builder<String, String> lines = ImmutableListMultimap.builder();
    negotiating().ifPresent(who -> lines.put("negotiating", who));
    observations(lines);
    lines.put("stall", stall());
    return Section.of("stands", "Where the talks stand", lines.build()).led(lead());
  }

  /** Says who negotiates, where others did at the beginning. */
  private Optional<String> negotiating() {
    List<ActorId> now = situation.agenda().principals();
    if (now.equals(negotiation.firstAgenda().principals())) {
      return Optional.empty();
    }
    List<EntryId> since =
        negotiation.chronicle().readings().stream()
            .filter(reading -> reading.move().act().kind().changesWhoNegotiates())
            .map(Chronicle.Reading::id)
            .toList();
    return Optional.of(names.parties(now) + ", since " + Names.entries(since));
  }

  private String lead() {
    return day.map(d -> When.on(d).describe()).orElse("at the end of the record") + ": " + stage();
  }

  private String stage() {
    String stage = Names.words(situation.stage());
    String away = situation.away().isEmpty() ? "" : "; away: " + names.parties(situation.away());
    if (!situation.roundOpen()) {
      return stage + away;
    }
    return "%s; round %s open%s%s"
        .formatted(stage, negotiation.closedRounds() + 1, Deeds.tracks(situation.tracks()), away);
  }

  private void observations(ImmutableListMultimap.Builder<String, String> lines) {
    if (day.isEmpty()) {
      lines.putAll(
          "deadlines",
          situation.deadlines().values().stream()
              .map(d -> named(d) + d.date().describe() + setBy(d))
              .toList());
      return;
    }
    List<String> deadlines = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Observation seen : negotiation.observe(day.get())) {
      Deadline deadline = situation.deadlines().get(seen.about());
      switch (seen.kind()) {
        case DEADLINE_AHEAD, DEADLINE_PASSED, DEADLINE_UNCERTAIN -> {
          if (deadline != null) {
            deadlines.add(deadline(seen, deadline));
          }
        }
        case DORMANT, DORMANCY_UNCERTAIN ->
            others.add(
                PlainText.safe(seen.message()) + "; the last was " + Names.entries(seen.entries()));
        case OFFER_LAPSED -> {}
        case OBLIGATION_OVERDUE ->
            others.add("obligation (%s): due%s".formatted(PlainText.safe(seen.about()), ago(seen)));
        case CANNOT_TELL_STALL -> {}
      }
    }
    for (Offer offer : situation.offers().keySet()) {
      offer
          .expiry()
          .filter(last -> last.certainlyBefore(day.get()))
          .ifPresent(
              last ->
                  others.add(
                      "the offer of %s %s has lapsed: it stood until %s"
                          .formatted(
                              names.party(offer.by()),
                              Names.entries(citations.of(offer)),
                              last.describe())));
    }
    lines.putAll("deadlines", deadlines).putAll("observed", others);
  }

  private static String ago(Observation seen) {
    return seen.days().isEmpty()
        ? " on a day that has passed"
        : " " + Names.counted(seen.days().getAsLong(), "day", "days") + " ago";
  }

  private String deadline(Observation seen, Deadline deadline) {
    String when = deadline.date().describe();
    String days =
        seen.days().isEmpty() ? "" : Names.counted(seen.days().getAsLong(), "day", "days");
    String how =
        switch (seen.kind()) {
          case DEADLINE_AHEAD ->
              days.isEmpty()
                  ? when
                  : seen.days().getAsLong() == 0 ? when + ", today" : when + ", in " + days;
          case DEADLINE_PASSED -> when + ", passed " + (days.isEmpty() ? "" : days + " ago");
          default -> when + ": whether it has passed cannot be told";
        };
    return named(deadline)
        + how.strip()
        + setBy(deadline)
        + (seen.kind() == Observation.Kind.DEADLINE_PASSED
                || seen.days().isPresent() && seen.days().getAsLong() == 0
            ? lastConcession(deadline)
            : "");
  }

  /** A day on which somebody is on record to have conceded. */
  private record Concession(LocalDate day, EntryId entry) {}

  /** Says how shortly before a deadline somebody last moved, where both days are known. */
  private String lastConcession(Deadline deadline) {
    Optional<LocalDate> end = deadline.date().earliest();
    Optional<Concession> last =
        concessions.stream()
            .filter(c -> end.filter(c.day::isAfter).isEmpty())
            .max(Comparator.comparing(Concession::day));
    if (last.isEmpty() || end.isEmpty()) {
      return "";
    }
    long days = ChronoUnit.DAYS.between(last.get().day, end.get());
    return "; the last concession on record came %s %s"
        .formatted(
            days == 0 ? "on the day" : Names.counted(days, "day", "days") + " before it",
            last.get().entry);
  }

  private static List<Concession> concessions(Negotiation negotiation, Citations citations) {
    Map<EntryId, When> dates = new HashMap<>();
    citations.readings().forEach(r -> dates.put(r.id(), r.move().on()));
    return negotiation.rounds().stream()
        .flatMap(round -> round.steps().stream())
        .filter(s -> s.kind() == StepKind.CONCEDED || s.kind() == StepKind.DROPPED)
        .flatMap(s -> s.entries().stream())
        .flatMap(
            id ->
                dates.getOrDefault(id, When.UNKNOWN).latest().stream()
                    .map(day -> new Concession(day, id)))
        .toList();
  }

  private static String named(Deadline deadline) {
    return PlainText.safe(deadline.name()) + ": ";
  }

  private String setBy(Deadline deadline) {
    List<EntryId> entries = citations.deadline(deadline.name());
    if (entries.isEmpty()) {
      return "";
    }
    return ", set by %s %s%s"
        .formatted(
            names.party(citations.reading(entries.get(0)).move().by()),
            Names.entries(entries),
            deadline.words().isBlank() ? "" : ": " + Names.quoted(deadline.words()));
  }

  private String stall() {
    int after = situation.policy().stallAfter();
    if (situation.isStalled()) {
      return "stalled: %s in a row held or regressed"
          .formatted(Names.counted(after, "round", "rounds"));
    }
    if (situation.cannotTellStall()) {
      return "cannot tell: %s in a row held, regressed or unreported"
          .formatted(Names.counted(after, "round", "rounds"));
    }
    return situation.stalledRounds() == 0
        ? "none"
        : "none: %s of %s in a row held or regressed"
            .formatted(situation.stalledRounds(), Names.counted(after, "round", "rounds"));
  }
}
