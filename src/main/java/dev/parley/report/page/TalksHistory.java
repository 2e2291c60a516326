package dev.parley.report.page;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.progress.Gap;
import dev.parley.talks.ActKind;
import dev.parley.talks.Chronicle.Reading;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation;
import dev.parley.talks.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How talks came to where they stand: the stages they passed, and what each principal was heard to
 * say on each issue, from the entry that says so to the end of its round. In a round in which
 * nobody reports a position there is nothing, even where an earlier word still counts.
 */
final class TalksHistory {
  /** An entry that led from one stage to another. */
  record StageChange(EntryId entry, Stage from, Stage.Event event, Stage to) {}

  /** A position as heard: from one entry until another, exclusive. */
  record Stretch(
      ActorId party, IssueId issue, List<ActorId> toward, Position said, int from, int to) {}

  /** How far two principals were apart before an entry, at the end of a round or of the record. */
  record Apart(Gap gap, int at) {}

  private final List<StageChange> passages = new ArrayList<>();
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<Apart> apart = new ArrayList<>();

  /** What is being said now, by line, and since which entry. */
  private final Map<Line, Said> saying = new LinkedHashMap<>();

  private record Said(Position position, int since) {}

  private TalksHistory() {}

  static TalksHistory of(Negotiation negotiation, List<Reading> readings) {
    TalksHistory course = new TalksHistory();
    Situation now = Situation.start(negotiation.firstAgenda(), negotiation.situation().policy());
    for (Reading reading : readings) {
      Attribution word = reading.attribution(negotiation.situation());
      if (word == Attribution.ALLEGED || word == Attribution.DENIED) {
        continue;
      }
      Situation next = now.after(reading.move());
      course.pass(now, reading, next);
      now = next;
    }
    course.endRound(now, negotiation.chronicle().size() + 1);
    course.stretches.sort(
        Comparator.comparingInt(Stretch::from).thenComparing(s -> s.party().text()));
    return course;
  }

  private void pass(Situation before, Reading reading, Situation after) {
    Move move = reading.move();
    if (before.stage() != after.stage()) {
      passages.add(
          new StageChange(
              reading.id(),
              before.stage(),
              move.act().kind().event(move.act().subject()),
              after.stage()));
    }
    int at = reading.id().number();
    if (move.act().kind() == ActKind.CLOSE_ROUND) {
      endRound(before, at + 1);
    } else if (!before.heard().equals(after.heard())
        || !before.positions().equals(after.positions())) {
      hear(before, after, at);
    }
  }

  /** A line speaks when something was heard on it: a new position, or the old one once more. */
  private void hear(Situation before, Situation after, int at) {
    after
        .heard()
        .forEach(
            (line, heard) -> {
              boolean known = before.agenda().issue(line.issue()).isPresent();
              if (heard.isNothing() || known && heard.equals(before.heard().get(line))) {
                return;
              }
              Position position = after.position(line);
              Said said = saying.get(line);
              if (said == null || !said.position().equals(position)) {
                end(line, at);
                saying.put(line, new Said(position, at));
              }
            });
  }

  private void endRound(Situation situation, int at) {
    List<Line> heard = ImmutableList.copyOf(saying.keySet());
    for (IssueId issue : situation.agenda().issues().keySet()) {
      for (Gap gap : situation.gaps(issue)) {
        if (gap.size().isPresent()
            && saying.containsKey(new Line(gap.one(), issue, gap.other()))
            && saying.containsKey(new Line(gap.other(), issue, gap.one()))) {
          apart.add(new Apart(gap, at));
        }
      }
    }
    heard.forEach(line -> end(line, at));
  }

  private void end(Line line, int at) {
    Said said = saying.remove(line);
    if (said == null || !said.position().isStated()) {
      return;
    }
    for (int i = stretches.size() - 1; i >= 0 && stretches.get(i).to() == at; i--) {
      Stretch other = stretches.get(i);
      if (other.party().equals(line.party())
          && other.issue().equals(line.issue())
          && other.from() == said.since()
          && other.said().equals(said.position())) {
        stretches.set(
            i,
            new Stretch(
                line.party(),
                line.issue(),
                ImmutableList.<ActorId>builder().addAll(other.toward()).add(line.toward()).build(),
                said.position(),
                said.since(),
                at));
        return;
      }
    }
    stretches.add(
        new Stretch(
            line.party(),
            line.issue(),
            ImmutableList.of(line.toward()),
            said.position(),
            said.since(),
            at));
  }

  /** Returns the changes of stage, in order. */
  List<StageChange> stageChanges() {
    return passages;
  }

  /** Returns what was said on an issue, by when it was. */
  List<Stretch> said(IssueId issue) {
    return stretches.stream().filter(s -> s.issue().equals(issue)).toList();
  }

  /** Returns how far those were apart who both spoke on an issue in one round. */
  List<Apart> apart(IssueId issue) {
    return apart.stream().filter(a -> a.gap().issue().equals(issue)).toList();
  }
}
