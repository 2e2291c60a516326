package dev.parley.report;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Agreement;
import dev.parley.demand.Line;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.Claim.Contest;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.progress.Progress;
import dev.parley.progress.RoundVerdict;
import dev.parley.report.Summary.Sentence;
import dev.parley.report.Summary.Topic;
import dev.parley.report.words.Contents;
import dev.parley.report.words.Deeds;
import dev.parley.report.words.EvidenceWords;
import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.StepWords;
import dev.parley.report.words.Wording;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Chronicle.Reading;
import dev.parley.talks.Deadline;
import dev.parley.talks.Entry;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Observation;
import dev.parley.talks.Procedural;
import dev.parley.talks.Situation;
import dev.parley.talks.Stage;
import dev.parley.talks.Substantive;
import dev.parley.talks.Substantive.Direction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the summary of a record. */
final class SummaryWriter {
  private static final int MOST = 8;
  private static final int SAID = 280;

  private final Wording wording;
  private final Negotiation negotiation;
  private final Situation situation;
  private final Names names;
  private final EvidenceWords evidence;
  private final Optional<LocalDate> day;
  private final SummaryOutcome outcome;
  private final List<Reading> readings;

  private SummaryWriter(Contents contents) {
    this.wording = contents.wording();
    this.negotiation = wording.negotiation();
    this.situation = negotiation.situation();
    this.names = wording.names();
    this.evidence = contents.evidence();
    this.day = contents.day();
    this.outcome = new SummaryOutcome(wording, day);
    this.readings = wording.citations().readings();
  }

  static Summary write(Contents contents) {
    return contents.wording().entries().isEmpty()
        ? new Summary(ImmutableList.of())
        : new SummaryWriter(contents).write();
  }

  private Summary write() {
    List<Optional<Sentence>> all = new ArrayList<>();
    if (outcome.isAgreed()) {
      all.add(outcome.agreement());
      all.add(outcome.terms());
      all.add(outcome.implementation());
      all.add(situation.stage() == Stage.CONCLUDED ? outcome.others() : stage());
    } else {
      all.add(stage());
      all.add(outcome.agreement());
    }
    all.add(verdict());
    all.add(latest(all));
    all.add(alleged());
    all.add(due());
    all.add(readTwoWays());
    all.add(contested());
    all.add(unknown());
    all.add(
        outcome.isAgreed() && situation.stage() == Stage.CONCLUDED
            ? Optional.empty()
            : outcome.others());
    all.add(outcome.awaited());
    return new Summary(
        all.stream()
            .flatMap(Optional::stream)
            .limit(MOST)
            .collect(ImmutableList.toImmutableList()));
  }

  private Entry last() {
    return wording.entries().get(wording.entries().size() - 1);
  }

  /** The last entry that made a difference of a kind; empty where there is none. */
  private Optional<Reading> last(ActKind kind) {
    Reading last = null;
    for (Reading reading : readings) {
      if (reading.move().act().kind() == kind && negotiation.attribution(reading).counts()) {
        last = reading;
      }
    }
    return Optional.ofNullable(last);
  }

  private Optional<Sentence> stage() {
    Cited line = new Cited();
    int closed = negotiation.closedRounds();
    if (situation.roundOpen()) {
      Optional<Reading> opening = last(ActKind.OPEN_ROUND);
      line.say("Round %s is open%s".formatted(closed + 1, Deeds.tracks(situation.tracks())));
      opening.ifPresent(o -> line.say(since(o)).cite(o.id()));
    } else {
      line.say(
          switch (situation.stage()) {
            case EXPLORATORY -> "The parties are exploring whether to talk";
            case IN_SESSION, IN_RECESS -> "No round is open";
            case SUSPENDED -> "The talks are suspended";
            case AT_IMPASSE -> "The talks are at an impasse";
            case BROKEN_OFF -> "The talks are broken off";
            case CONCLUDED -> "The talks are concluded";
            case ABANDONED -> "The talks are abandoned";
          });
      because(line);
    }
    if (!situation.away().isEmpty()) {
      line.say(
          "; "
              + names.parties(situation.away())
              + (situation.away().size() == 1 ? " stays away" : " stay away"));
    }
    line.say(".");
    if (situation.isStalled() && !situation.roundOpen()) {
      line.say(
          " They are stalled: in %s rounds in a row no one moved, or somebody moved back."
              .formatted(Names.number(situation.stalledRounds())));
    }
    dormant(line);
    return line.about(Topic.OUTCOME);
  }

  /** Cites what led to the stage: the act itself, or the close of the last round. */
  private void because(Cited line) {
    Optional<ActKind> act =
        switch (situation.stage()) {
          case SUSPENDED -> Optional.of(ActKind.SUSPEND);
          case AT_IMPASSE -> Optional.of(ActKind.DECLARE_IMPASSE);
          case BROKEN_OFF -> Optional.of(ActKind.BREAK_OFF);
          case ABANDONED -> Optional.of(ActKind.ABANDON);
          case EXPLORATORY, IN_SESSION, IN_RECESS, CONCLUDED -> Optional.empty();
        };
    Optional<Reading> led = act.flatMap(this::last);
    if (led.isPresent()) {
      line.say(since(led.get())).cite(led.get().id());
      return;
    }
    Optional<Reading> close = last(ActKind.CLOSE_ROUND);
    if (close.isPresent() && negotiation.closedRounds() > 0) {
      line.say(
          "; round %s, the last, closed%s".formatted(negotiation.closedRounds(), on(close.get())));
      line.cite(close.get().id());
    } else {
      line.cite(last().id());
    }
  }

  private static String since(Reading reading) {
    return reading.move().on().isUnknown()
        ? ""
        : ", since " + reading.move().on().describe().replaceFirst("^from ", "");
  }

  private static String on(Reading reading) {
    return reading.move().on().isUnknown() ? "" : " " + Names.on(reading.move().on());
  }

  private void dormant(Cited line) {
    day.ifPresent(
        d ->
            negotiation.observe(d).stream()
                .filter(o -> o.kind() == Observation.Kind.DORMANT && o.days().isPresent())
                .filter(o -> !o.entries().isEmpty())
                .findFirst()
                .ifPresent(
                    o ->
                        line.say(
                                " No contact is on record for %s, since"
                                    .formatted(Names.counted(o.days().getAsLong(), "day", "days")))
                            .cite(o.entries())
                            .say(".")));
  }

  private Optional<Sentence> verdict() {
    int closed = negotiation.closedRounds();
    if (closed == 0) {
      return Optional.empty();
    }
    RoundVerdict verdict = negotiation.round(closed);
    StepWords.Reason reason = new StepWords(names).reason(verdict);
    Cited line = new Cited();
    line.say(
        "The verdict on round %s%s is %s: %s"
            .formatted(
                closed,
                situation.roundOpen() ? ", the last to close," : "",
                verdict.progress() + (verdict.isAdReferendum() ? ", ad referendum" : ""),
                reason.words()));
    List<EntryId> entries = reason.entries();
    line.cite(entries.isEmpty() ? close(closed) : entries).say(".");
    differs(verdict, line);
    return line.about(Topic.VERDICT);
  }

  /** Says what the verdict would be if allegations were true. */
  private static void differs(RoundVerdict verdict, Cited line) {
    if (verdict.differences().isEmpty()) {
      return;
    }
    Progress other = verdict.differences().get(0).progress();
    line.say(" It would be %s if".formatted(other));
    String separator = "";
    boolean several = false;
    for (RoundVerdict.Difference difference : verdict.differences()) {
      if (difference.progress() == other) {
        several = difference.allegations().size() > 1;
        line.say(separator + (several ? " allegations" : " allegation"));
        line.cite(difference.allegations());
        separator = " or";
      }
    }
    line.say(several ? " are true." : " is true.");
  }

  private List<EntryId> close(int round) {
    EntryId last = last().id();
    for (Reading reading : readings) {
      if (reading.move().act().kind() == ActKind.CLOSE_ROUND
          && negotiation.roundOf(reading.id()) == round) {
        last = reading.id();
      }
    }
    return List.of(last);
  }

  /** What was done last that changes where the talks stand, unless that was said already. */
  private Optional<Sentence> latest(List<Optional<Sentence>> before) {
    Set<EntryId> said = new HashSet<>();
    before.forEach(s -> s.ifPresent(t -> said.addAll(t.entries())));
    Reading last = null;
    for (Reading reading : readings) {
      if (counts(reading.move().act()) && negotiation.attribution(reading).counts()) {
        last = reading;
      }
    }
    if (last == null || said.contains(last.id())) {
      return Optional.empty();
    }
    ActorId by = last.move().by();
    String deed =
        by.isNamed()
            ? names.party(by) + " " + wording.deeds().of(last.move().act(), last.id())
            : wording.deeds().ofNobody(last.move().act(), last.id(), false);
    if (deed.length() > SAID) {
      int end = deed.lastIndexOf("; ", SAID);
      deed = deed.substring(0, end < 0 ? deed.lastIndexOf(' ', SAID) : end) + " ...";
    }
    String date = last.move().on().isUnknown() ? "" : ", " + last.move().on().describe();
    String voice = last.move().source().map(names::source).map(s -> " (" + s + ")").orElse("");
    return new Cited()
        .say("Last move on record%s: %s%s".formatted(date, deed, voice))
        .cite(last.id())
        .say(".")
        .about(Topic.LATEST);
  }

  private static boolean counts(Act act) {
    return act instanceof Substantive
        || act instanceof AfterDeal
        || act instanceof Procedural
            && act.kind() != ActKind.CLOSE_ROUND
            && act.kind() != ActKind.OPEN_ROUND
            && act.kind() != ActKind.SET_DEADLINE
            && act.kind() != ActKind.EXTEND_DEADLINE
            && act.kind() != ActKind.SEND_DELEGATION;
  }

  /** One allegation: who says that whom has moved. */
  private record Allegation(Optional<ActorId> by, ActorId of, Direction direction, EntryId entry) {}

  private Optional<Sentence> alleged() {
    List<Allegation> all = new ArrayList<>();
    List<EntryId> others = new ArrayList<>();
    for (Reading reading : readings) {
      if (negotiation.attribution(reading) == Attribution.ALLEGED) {
        if (reading.move().act() instanceof Substantive.Shift shift) {
          all.add(
              new Allegation(
                  reading.move().source().flatMap(Source::speaksFor),
                  reading.move().by(),
                  shift.direction(),
                  reading.id()));
        } else {
          others.add(reading.id());
        }
      }
    }
    Cited line = new Cited();
    if (all.size() == 2 && mutual(all.get(0), all.get(1))) {
      line.say(
          "%s and %s each allege that the other %s"
              .formatted(
                  names.party(all.get(0).of()),
                  names.party(all.get(1).of()),
                  did(all.get(0).direction())));
      line.cite(List.of(all.get(0).entry(), all.get(1).entry())).say(".");
    } else {
      Map<String, List<EntryId>> same = new LinkedHashMap<>();
      for (Allegation each : all) {
        String words =
            "%s alleges that %s %s"
                .formatted(
                    each.by().map(names::party).orElse("A source"),
                    names.party(each.of()),
                    did(each.direction()));
        same.computeIfAbsent(words, w -> new ArrayList<>()).add(each.entry());
      }
      String separator = "";
      for (Map.Entry<String, List<EntryId>> each : same.entrySet()) {
        line.say(separator + each.getKey()).cite(each.getValue());
        separator = "; ";
      }
      line.say(same.isEmpty() ? "" : ".");
    }
    if (!others.isEmpty()) {
      line.say(
          "%s%s alleged and not confirmed by the one who is said to have made it"
              .formatted(
                  all.isEmpty() ? "" : " ",
                  others.size() == 1
                      ? "One move is"
                      : Names.capital(Names.number(others.size())) + " moves are"));
      line.cite(others).say(".");
    }
    return line.about(Topic.DISPUTED);
  }

  private static boolean mutual(Allegation one, Allegation other) {
    return one.direction() == other.direction()
        && one.by().equals(Optional.of(other.of()))
        && other.by().equals(Optional.of(one.of()));
  }

  private static String did(Direction direction) {
    return switch (direction) {
      case SOFTER -> "softened its terms";
      case HARDER -> "hardened its terms";
      case UNCHANGED -> "did not move";
    };
  }

  /** The agreed terms that those whom they bind read differently, with the last word of each. */
  private Optional<Sentence> readTwoWays() {
    Cited line = new Cited();
    String before = "The meaning of what is agreed is contested: ";
    for (Agreement agreement : negotiation.agreements()) {
      if (agreement.accord().stage().isOver()) {
        continue;
      }
      for (IssueId term : agreement.accord().readings().keySet()) {
        for (Agreement.Interpretation said : agreement.contested(term)) {
          line.say(
                  "%s%s reads %s as %s"
                      .formatted(
                          before,
                          names.party(said.by()),
                          names.issue(term),
                          Names.quoted(said.words())))
              .cite(said.entry());
          before = ", ";
        }
      }
    }
    return line.say(".").about(Topic.DISPUTED);
  }

  private Optional<Sentence> contested() {
    Cited line = new Cited();
    List<Contest> contests = negotiation.contests();
    String separator = "Accounts differ on ";
    for (Contest contest : contests.subList(0, Math.min(4, contests.size()))) {
      line.say(separator + Names.quoted(contest.about()) + evidence.concerning(contest));
      line.cite(evidence.entries(contest));
      separator = ", ";
    }
    int more = contests.size() - 4;
    line.say(more > 0 ? " and " + Names.number(more) + " more questions." : ".");
    return line.about(Topic.DISPUTED);
  }

  /** Whose position on which issues nobody has reported, of those that are not settled. */
  private Optional<Sentence> unknown() {
    List<IssueId> open =
        situation.agenda().issues().keySet().stream()
            .filter(i -> !situation.closed().containsKey(i))
            .toList();
    Map<List<String>, List<String>> bySilence = new LinkedHashMap<>();
    for (ActorId party : situation.agenda().principals()) {
      List<String> silent =
          open.stream().filter(i -> isSilent(party, i)).map(names::issue).toList();
      if (!silent.isEmpty()) {
        bySilence.computeIfAbsent(silent, s -> new ArrayList<>()).add(names.party(party));
      }
    }
    if (bySilence.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    int all = situation.agenda().issues().size();
    bySilence.forEach(
        (issues, parties) ->
            parts.add(
                "%s of %s%s on %s (%s)"
                    .formatted(
                        parts.isEmpty() ? "the position" : "that",
                        Names.some(parties),
                        parts.isEmpty() ? " is unknown" : "",
                        parts.isEmpty()
                            ? "%s of %s"
                                .formatted(
                                    Names.number(issues.size()),
                                    all == 1 ? "one issue" : Names.number(all) + " issues")
                            : Names.number(issues.size()),
                        Names.some(issues))));
    return new Cited()
        .say("As of")
        .cite(last().id())
        .say(", " + Names.some(parts) + ".")
        .about(Topic.UNKNOWN);
  }

  private boolean isSilent(ActorId party, IssueId issue) {
    return situation.agenda().counterparts(party).stream()
        .noneMatch(q -> situation.position(new Line(party, issue, q)).isStated());
  }

  private Optional<Sentence> due() {
    Cited line = new Cited();
    List<Deadline> ahead =
        situation.deadlines().values().stream()
            .filter(
                d ->
                    day.isEmpty()
                        || d.date().lastPossible().map(l -> !l.isBefore(day.get())).orElse(false))
            .sorted(
                Comparator.comparing((Deadline d) -> d.date().lastPossible().orElse(LocalDate.MAX)))
            .limit(2)
            .toList();
    for (Deadline deadline : ahead) {
      List<EntryId> set = wording.citations().deadline(deadline.name());
      if (set.isEmpty()) {
        continue;
      }
      line.say(
          "%sDeadline: %s%s, set by %s%s"
              .formatted(
                  deadline.equals(ahead.get(0)) ? "" : " ",
                  deadline.date().describe(),
                  days(deadline),
                  names.party(wording.citations().reading(set.get(0)).move().by()),
                  deadline.words().isBlank()
                      ? " (" + PlainText.safe(deadline.name()) + ")"
                      : " ("
                          + Names.label(deadline.name())
                          + "): "
                          + Names.quoted(deadline.words())));
      line.cite(set).say(".");
    }
    return line.about(Topic.DUE);
  }

  private String days(Deadline deadline) {
    Optional<LocalDate> end = deadline.date().earliest();
    if (day.isEmpty() || end.isEmpty() || !end.equals(deadline.date().latest())) {
      return "";
    }
    long days = end.get().toEpochDay() - day.get().toEpochDay();
    return days == 0 ? ", today" : ", in " + Names.counted(days, "day", "days");
  }
}
