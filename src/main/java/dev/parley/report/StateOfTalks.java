package dev.parley.report;

import com.google.common.collect.ImmutableList;
import dev.parley.demand.Offer;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.When;
import dev.parley.progress.StepKind;
import dev.parley.report.words.Citations;
import dev.parley.report.words.Deeds;
import dev.parley.report.words.EvidenceWords;
import dev.parley.report.words.IssueTable;
import dev.parley.report.words.Mark;
import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.TextLayout;
import dev.parley.report.words.Wording;
import dev.parley.talks.Deadline;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Observation;
import dev.parley.talks.Policy;
import dev.parley.talks.Situation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of a transcript that says where a negotiation stands. */
final class StateOfTalks {
  private final Optional<LocalDate> day;
  private final Negotiation negotiation;
  private final Situation situation;
  private final Names names;
  private final Citations citations;
  private final TextLayout page;
  private final List<Concession> concessions;

  private StateOfTalks(Optional<LocalDate> day, Wording wording, TextLayout page) {
    this.day = day;
    this.negotiation = wording.negotiation();
    this.situation = negotiation.situation();
    this.names = wording.names();
    this.citations = wording.citations();
    this.page = page;
    this.concessions =
        situation.deadlines().isEmpty() ? List.of() : concessions(negotiation, citations);
  }

  static void print(
      Optional<LocalDate> day, EvidenceWords evidence, Wording wording, TextLayout page) {
    StateOfTalks stands = new StateOfTalks(day, wording, page);
    stands.heading();
    stands.observations();
    stands.labelled("stall", ImmutableList.of(stands.stall()));
    stands.labelled("policy", ImmutableList.of(policy(stands.situation.policy())));
    IssueTable.print(stands.situation, stands.names, page);
    Commitments commitments = new Commitments(stands.negotiation, wording.deeds());
    stands.labelled("demands", commitments.demands());
    stands.labelled("offers", commitments.offers());
    stands.labelled("tied", commitments.ties());
    stands.labelled("agreements", commitments.agreements());
    stands.labelled("obligations", commitments.obligations(day));
    stands.labelled("ledger", commitments.ledger());
    stands.labelled("contested", evidence.contests());
    stands.labelled("claimed", evidence.otherClaims());
    stands.labelled("accounts", evidence.accounts());
    stands.labelled("not reported", new Unreported(stands.negotiation, wording.deeds()).all());
    stands.labelled("as recorded", evidence.findings());
  }

  private void heading() {
    page.blank();
    page.paragraph(
        0,
        TextLayout.INDENT,
        Mark.HEADING.on("STANDS")
            + "  "
            + day.map(d -> When.on(d).describe()).orElse("at the end of the record")
            + ": "
            + stage());
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

  private void labelled(String label, List<String> lines) {
    page.labelled(label, TextLayout.LABEL, lines);
  }

  private void observations() {
    if (day.isEmpty()) {
      labelled(
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
        case DORMANT ->
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
    labelled("deadlines", deadlines);
    labelled("observed", others);
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

  static String policy(Policy policy) {
    return "the coder's choices: a stall after %s; %s; dormant after %s without contact; %s%s"
        .formatted(
            Names.counted(policy.stallAfter(), "round", "rounds"),
            policy.negligible().signum() == 0
                ? "every step counts"
                : "a step up to "
                    + Names.plain(policy.negligible())
                    + " of one step of the scale counts as none",
            Names.counted(policy.dormantAfterDays(), "day", "days"),
            policy.singleUndertaking() ? "nothing is agreed until everything is agreed; " : "",
            policy.about().map(t -> "about = " + t).orElse("no tolerance given for about"));
  }
}
