package dev.parley.report.page;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Value;
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
import java.util.Optional;

/**
 * How talks came to where they stand: the stages they passed, and what each principal was heard to
 * say on each issue, from the entry that says so to the end of its round. In a round in which
 * nobody reports a position there is nothing, even where an earlier word still counts.
 */
final class TalksHistory {
  /** An entry that led from one stage to another. */
  record StageChange(EntryId entry, Stage from, Stage.Event event, Stage to) {}

  /**
   * A position as heard: from one entry until another, exclusive; and until when it stood, which
   * may be later.
   */
  record Stretch(
      ActorId party,
      IssueId issue,
      List<ActorId> toward,
      Position said,
      int from,
      int to,
      int until) {
    Stretch until(int entry) {
      return new Stretch(party, issue, toward, said, from, to, entry);
    }
  }

  /** An issue that was settled among all from an entry on, or is settled no more. */
  record SettledAt(IssueId issue, int at, Optional<Value> value) {}

  /** How far two principals were apart before an entry, at the end of a round or of the record. */
  record Apart(Gap gap, int at) {}

  private final List<StageChange> passages = new ArrayList<>();
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<Apart> apart = new ArrayList<>();
  private final List<SettledAt> settled = new ArrayList<>();

  /** What was said last on a line and stands: its place among the stretches. */
  private final Map<Line, Integer> standing = new LinkedHashMap<>();

  /** What is being said now, by line, and since which entry. */
  private final Map<Line, Said> saying = new LinkedHashMap<>();

  private record Said(Position position, int since) {}

  /** Where the talks stand after the move that is being read. */
  private Situation now;

  private TalksHistory(Situation start) {
    this.now = start;
  }

  static TalksHistory of(Negotiation negotiation, List<Reading> readings) {
    TalksHistory course =
        new TalksHistory(
            Situation.start(negotiation.firstAgenda(), negotiation.situation().policy()));
    for (Reading reading : readings) {
      Attribution word = reading.attribution(negotiation.situation());
      if (word == Attribution.ALLEGED || word == Attribution.DENIED) {
        continue;
      }
      Situation before = course.now;
      course.now = before.after(reading.move());
      course.pass(before, reading, course.now);
    }
    course.endRound(course.now, negotiation.chronicle().size() + 1);
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
    if (!before.positions().equals(after.positions())) {
      fall(after, at);
    }
    if (!before.settled().equals(after.settled())) {
      settle(before, after, at);
    }
  }

  /** Ends what stands no more. */
  private void fall(Situation after, int at) {
    standing
        .entrySet()
        .removeIf(
            e -> {
              Stretch stretch = stretches.get(e.getValue());
              boolean falls = !after.position(e.getKey()).equals(stretch.said());
              if (falls) {
                stretches.set(e.getValue(), stretch.until(at));
              }
              return falls;
            });
  }

  private void settle(Situation before, Situation after, int at) {
    for (IssueId issue : after.agenda().issues().keySet()) {
      Optional<Value> was = Optional.ofNullable(before.closed().get(issue));
      Optional<Value> is = Optional.ofNullable(after.closed().get(issue));
      if (!was.equals(is)) {
        settled.add(new SettledAt(issue, at, is));
      }
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
                at,
                Integer.MAX_VALUE));
        stand(line, said, i, at);
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
            at,
            Integer.MAX_VALUE));
    stand(line, said, stretches.size() - 1, at);
  }

  /** Where another position took its place, nothing stands on. */
  private void stand(Line line, Said said, int index, int at) {
    if (saying.containsKey(line) || !now.position(line).equals(said.position())) {
      stretches.set(index, stretches.get(index).until(at));
    } else {
      standing.put(line, index);
    }
  }

  /** Returns when an issue was settled among all, and when no more. */
  List<SettledAt> settled(IssueId issue) {
    return settled.stream().filter(s -> s.issue().equals(issue)).toList();
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
