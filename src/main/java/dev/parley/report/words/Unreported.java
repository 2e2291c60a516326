package dev.parley.report.words;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Demand;
import dev.parley.demand.Line;
import dev.parley.evidence.Source;
import dev.parley.talks.Chronicle.Reading;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import dev.parley.talks.Substantive.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What nobody has reported, so that it is not read as nothing. */
final class Unreported {
  private final Negotiation negotiation;
  private final Situation situation;
  private final Names names;
  private final Citations citations;

  Unreported(Negotiation negotiation, Deeds deeds) {
    this.negotiation = negotiation;
    this.situation = negotiation.situation();
    this.names = deeds.names();
    this.citations = deeds.citations();
  }

  List<String> all() {
    List<String> lines = new ArrayList<>();
    figures(lines);
    directions(lines);
    positions(lines);
    return lines;
  }

  private void figures(List<String> lines) {
    for (Demand demand : situation.standingDemands()) {
      demand
          .asks()
          .forEach(
              (issue, ask) -> {
                if (ask.region().isEmpty()) {
                  lines.add(
                      "%s: a figure for what %s demands; so far %s %s"
                          .formatted(
                              names.issue(issue),
                              names.party(demand.by()),
                              Names.inWords(ask.words()),
                              Names.entries(citations.of(demand))));
                }
              });
    }
  }

  private void directions(List<String> lines) {
    for (Reading reading : citations.readings()) {
      if (reading.move().act() instanceof Substantive.Shift shift
          && shift.direction() != Direction.UNCHANGED) {
        String verb = shift.direction() == Direction.SOFTER ? "softened" : "hardened";
        String who = names.party(reading.move().by());
        lines.add(
            switch (reading.move().attribution(negotiation.agendaAt(reading.id()))) {
              case ALLEGED ->
                  "what %s is alleged by %s to have %s %s"
                      .formatted(
                          who,
                          reading
                              .move()
                              .source()
                              .flatMap(Source::speaksFor)
                              .map(names::party)
                              .orElse("others"),
                          verb,
                          on(shift, reading));
              default -> "how far %s %s %s".formatted(who, verb, on(shift, reading));
            });
      }
    }
  }

  private String on(Substantive.Shift shift, Reading reading) {
    return shift.issue().map(i -> "on " + names.issue(i)).orElse("and on which issue")
        + " "
        + reading.id();
  }

  private String these(List<ActorId> silent) {
    List<ActorId> others =
        situation.agenda().principals().stream().filter(p -> !silent.contains(p)).toList();
    if (others.isEmpty()) {
      return "anybody";
    }
    return silent.size() > 3 && others.size() < silent.size()
        ? "anybody but " + names.parties(others)
        : names.parties(silent);
  }

  /** Lists the issues by who has no position on them. */
  private void positions(List<String> lines) {
    Map<List<ActorId>, List<IssueId>> bySilent = new LinkedHashMap<>();
    for (IssueId issue : situation.agenda().issues().keySet()) {
      if (situation.closed().containsKey(issue)) {
        continue;
      }
      List<ActorId> silent =
          situation.agenda().principals().stream()
              .filter(
                  p ->
                      situation.agenda().counterparts(p).stream()
                          .noneMatch(q -> situation.position(new Line(p, issue, q)).isStated()))
              .toList();
      bySilent.computeIfAbsent(silent, s -> new ArrayList<>()).add(issue);
    }
    bySilent.forEach(
        (silent, issues) -> {
          if (!silent.isEmpty()) {
            lines.add("position of %s on %s".formatted(these(silent), names.issues(issues)));
          }
        });
  }
}
