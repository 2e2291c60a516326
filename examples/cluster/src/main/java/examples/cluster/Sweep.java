package examples.cluster;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Value;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.prospect.Preference;
import dev.parley.play.Participant;
import dev.parley.play.Session;
import dev.parley.play.Sessions;
import dev.parley.play.Tally;
import dev.parley.report.tidy.Column;
import dev.parley.report.tidy.Table;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Negotiation;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every scenario played by every choice of strategies, so many times each: what is played, and how
 * it is shared out. Immutable.
 *
 * @param matches who plays what
 * @param plays how often each match is played
 * @param seed from which all chance comes
 */
record Sweep(ImmutableList<Match> matches, long plays, long seed) {
  /** The most matches in one sweep. */
  static final int MOST = 100_000;

  /**
   * One scenario, played by one choice of strategies.
   *
   * @param scenario the name of the file
   * @param strategies who plays what, such as {@code union=boulware:0.2 port=micro}
   * @param session what is played
   */
  record Match(String scenario, String strategies, Session session) {}

  /**
   * Some plays of one match: the unit of work, which travels.
   *
   * @param match the number of the match
   * @param plays the plays
   */
  record Part(int match, Sessions plays) implements Serializable {}

  /**
   * Reads the scenarios.
   *
   * @throws IllegalArgumentException if one of them cannot be played
   */
  static Sweep of(List<Path> files, List<Choice> choices, int rounds, long plays, long seed) {
    ImmutableList.Builder<Match> matches = ImmutableList.builder();
    long count = 0;
    for (Path file : files) {
      Scenario scenario = Scenario.read(file);
      List<ActorId> parties = List.copyOf(scenario.negotiation().agenda().principals());
      count += (long) Math.min(Math.pow(choices.size(), parties.size()), MOST + 1.0);
      if (count > MOST) {
        throw new IllegalArgumentException(
            "%s strategies for %s parties and %s scenarios make more than %,d matches: leave some out"
                .formatted(choices.size(), parties.size(), files.size(), MOST));
      }
      for (List<Choice> chosen :
          Lists.cartesianProduct(Collections.nCopies(parties.size(), choices))) {
        matches.add(match(file, scenario, parties, chosen, rounds, seed));
      }
    }
    return new Sweep(matches.build(), plays, seed);
  }

  /** Makes a match, and plays it once: what a strategy is not defined for is said at once. */
  private static Match match(
      Path file,
      Scenario scenario,
      List<ActorId> parties,
      List<Choice> chosen,
      int rounds,
      long seed) {
    StringBuilder names = new StringBuilder();
    for (int p = 0; p < parties.size(); p++) {
      names.append(p == 0 ? "" : " ").append(parties.get(p)).append('=');
      names.append(chosen.get(p).name());
    }
    try {
      Session session = session(scenario, parties, chosen).within(rounds);
      session.play(seed);
      return new Match(String.valueOf(file.getFileName()), names.toString(), session);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "scenario (%s), %s: %s".formatted(file, names, e.getMessage()), e);
    }
  }

  private static Session session(Scenario scenario, List<ActorId> parties, List<Choice> chosen) {
    Negotiation talks = scenario.negotiation();
    ImmutableMap<IssueId, Value> agreed = ImmutableMap.copyOf(talks.situation().closed());
    List<Issue> open =
        talks.agenda().issueList().stream().filter(i -> !agreed.containsKey(i.id())).toList();
    OutcomeSpace space = OutcomeSpace.of(open);
    List<Participant> participants = new ArrayList<>();
    for (int p = 0; p < parties.size(); p++) {
      ActorId party = parties.get(p);
      Preference preference =
          scenario.preferences().stream()
              .filter(one -> one.party().equals(party))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "what (%s) prefers is not said: add it under (preferences)"
                              .formatted(party)));
      participants.add(
          Participant.of(
              preference.profile(talks.agenda(), space, agreed), chosen.get(p).strategy()));
    }
    return Session.of(talks, participants);
  }

  /** Returns the work, in parts of so many plays at most. */
  List<Part> parts(long playsInOne) {
    List<Part> parts = new ArrayList<>();
    for (int m = 0; m < matches.size(); m++) {
      int match = m;
      Sessions all = Sessions.of(matches.get(m).session(), plays, seed);
      int count = (int) Math.min(Integer.MAX_VALUE, (plays + playsInOne - 1) / playsInOne);
      all.split(count).forEach(part -> parts.add(new Part(match, part)));
    }
    return parts;
  }

  /** Returns what comes of it, match by match, by this thread alone. */
  List<Tally> tallies() {
    return matches.stream().map(m -> Sessions.of(m.session(), plays, seed).tally()).toList();
  }

  /** A figure of a match. */
  private record Row(Match match, List<String> figure) {}

  /** Returns the figures of all matches as one table. */
  Table table(List<Tally> tallies) {
    List<Row> rows = new ArrayList<>();
    for (int m = 0; m < matches.size(); m++) {
      Match match = matches.get(m);
      tallies
          .get(m)
          .csv()
          .lines()
          .skip(1) // the heading
          .forEach(line -> rows.add(new Row(match, List.of(line.split(",", -1)))));
    }
    return Table.of(
        "sweep",
        "A figure of a match.",
        List.of(
            Column.<Row>text("scenario", "the file", r -> r.match().scenario()),
            Column.text("strategies", "who plays what", r -> r.match().strategies()),
            Column.text("measure", "what is measured", figure(0)),
            Column.text("party", "whose figure it is; empty for all", figure(1)),
            number("value", "what was found", figure(2)),
            number("low", "the lower end of its interval, 95 per cent", figure(3)),
            number("high", "the upper end", figure(4)),
            number("plays", "how many plays it rests on", figure(5))),
        rows);
  }

  private static Function<Row, String> figure(int place) {
    return row -> row.figure().get(place);
  }

  private static Column<Row> number(String name, String meaning, Function<Row, String> value) {
    return new Column<>(name, Column.Type.NUMBER, meaning, value);
  }

  /** Returns how many rounds were played in all. */
  static long rounds(List<Tally> tallies) {
    return tallies.stream()
        .flatMap(tally -> tally.counts().entrySet().stream())
        .mapToLong(e -> e.getKey().rounds() * e.getValue())
        .sum();
  }

  /** Returns the tally of a match, or says that it is missing. */
  static Tally require(Optional<Tally> tally, Match match) {
    return tally.orElseThrow(
        () -> new IllegalStateException("no tally of (%s)".formatted(match.strategies())));
  }
}
