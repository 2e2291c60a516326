package dev.parley.report.page;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Value;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.evidence.EntryId;
import dev.parley.progress.Gap;
import dev.parley.progress.Heard;
import dev.parley.report.words.Pairs;
import dev.parley.talks.ActKind;
import dev.parley.talks.Chronicle.Reading;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation;
import dev.parley.talks.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

  /**
   * How far two principals were apart before an entry, at the end of a round or of the record, and
   * how many more pairs of them there were then.
   */
  record Apart(Gap gap, int at, int more) {
    boolean isOn(IssueId issue) {
      return gap.issue().equals(issue);
    }
  }

  private final List<StageChange> passages = new ArrayList<>();
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<Apart> apart = new ArrayList<>();
  private final List<SettledAt> settled = new ArrayList<>();
  private ImmutableListMultimap<IssueId, SettledAt> settledOn = ImmutableListMultimap.of();
  private ImmutableListMultimap<IssueId, Stretch> saidOn = ImmutableListMultimap.of();
  private ImmutableListMultimap<IssueId, Apart> apartOn = ImmutableListMultimap.of();

  /** What was said last on a line and stands: its place among the stretches. */
  private final Map<Line, Integer> standing = new LinkedHashMap<>();

  /** What is being said now, by line, and since which entry. */
  private final Map<Line, Said> saying = new LinkedHashMap<>();

  private record Said(Position position, int since) {}

  /** What a party said alike to several, which ends at one entry: one stretch. */
  private record Ended(ActorId party, IssueId issue, Said said, int at) {}

  /** Where the stretches that ended are found. */
  private final Map<Ended, Integer> endings = new HashMap<>();

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
      if (!reading.attribution(course.now.agenda()).counts()) {
        continue;
      }
      Situation before = course.now;
      course.now = before.after(reading.move());
      course.pass(before, reading, course.now);
    }
    course.endRound(course.now, negotiation.chronicle().size() + 1);
    course.stretches.sort(
        Comparator.comparingInt(Stretch::from).thenComparing(s -> s.party().text()));
    course.settledOn = Multimaps.index(course.settled, SettledAt::issue);
    course.saidOn = Multimaps.index(course.stretches, Stretch::issue);
    course.apartOn = Multimaps.index(course.apart, a -> a.gap().issue());
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
      fall(before, after, at);
    }
    if (!before.settled().equals(after.settled())) {
      settle(before, after, at);
    }
  }

  /** Ends what stands no more. */
  private void fall(Situation before, Situation after, int at) {
    if (before.agenda().equals(after.agenda())) {
      after.positions().forEachWritten(before.positions(), (line, now) -> fall(line, now, at));
    } else {
      List.copyOf(standing.keySet()).forEach(line -> fall(line, after.position(line), at));
    }
  }

  private void fall(Line line, Position now, int at) {
    Integer index = standing.get(line);
    if (index != null && !now.equals(stretches.get(index).said())) {
      standing.remove(line);
      stretches.set(index, stretches.get(index).until(at));
    }
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
    if (before.agenda().equals(after.agenda())) {
      after
          .heard()
          .forEachWritten(
              before.heard(),
              (line, heard) -> {
                if (!heard.equals(before.heard().get(line))) {
                  hear(line, heard, after, at);
                }
              });
    } else {
      after
          .heard()
          .forEachSet(
              (line, heard) -> {
                boolean known = before.agenda().issue(line.issue()).isPresent();
                if (!known || !heard.equals(before.heard().get(line))) {
                  hear(line, heard, after, at);
                }
              });
    }
  }

  private void hear(Line line, Heard heard, Situation after, int at) {
    Position position = after.position(line);
    Said said = saying.get(line);
    if (!heard.isNothing() && (said == null || !said.position().equals(position))) {
      end(line, at);
      saying.put(line, new Said(position, at));
    }
  }

  private void endRound(Situation situation, int at) {
    List<Line> heard = ImmutableList.copyOf(saying.keySet());
    ImmutableMap<ActorId, Integer> places = situation.agenda().principalPlaces();
    heard.stream()
        .filter(line -> saying.containsKey(line.inReturn()))
        .filter(line -> before(line.party(), line.toward(), places))
        .map(line -> gap(line, situation))
        .filter(gap -> gap.its().isPresent() && gap.theirs().isPresent())
        .sorted(
            Comparator.comparing(
                    (Gap gap) -> situation.agenda().places().getOrDefault(gap.issue(), 0))
                .thenComparing(gap -> places.getOrDefault(gap.one(), 0))
                .thenComparing(gap -> places.getOrDefault(gap.other(), 0)))
        .forEach(gap -> apart(gap, at));
    heard.forEach(line -> end(line, at));
  }

  /** The first pairs are told, and the others of one moment are counted. */
  private void apart(Gap gap, int at) {
    int last = apart.size() - Pairs.NAMED;
    boolean full = last >= 0 && apart.get(last).at() == at && apart.get(last).isOn(gap.issue());
    if (!full) {
      apart.add(new Apart(gap, at, 0));
    } else {
      Apart end = apart.remove(apart.size() - 1);
      apart.add(new Apart(end.gap(), at, end.more() + 1));
    }
  }

  private static boolean before(ActorId one, ActorId other, ImmutableMap<ActorId, Integer> places) {
    return places.getOrDefault(one, 0) < places.getOrDefault(other, 0);
  }

  private static Gap gap(Line line, Situation situation) {
    return new Gap(
        line.issue(),
        line.party(),
        situation.position(line).region(),
        line.toward(),
        situation.position(line.inReturn()).region());
  }

  private void end(Line line, int at) {
    Said said = saying.remove(line);
    if (said == null || !said.position().isStated()) {
      return;
    }
    Ended ended = new Ended(line.party(), line.issue(), said, at);
    Integer other = endings.get(ended);
    if (other != null) {
      stretches.get(other).toward().add(line.toward());
      stretches.set(other, stretches.get(other).until(Integer.MAX_VALUE));
      stand(line, said, other, at);
      return;
    }
    List<ActorId> toward = new ArrayList<>();
    toward.add(line.toward());
    endings.put(ended, stretches.size());
    stretches.add(
        new Stretch(
            line.party(),
            line.issue(),
            toward,
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
    return settledOn.get(issue);
  }

  /** Returns the changes of stage, in order. */
  List<StageChange> stageChanges() {
    return passages;
  }

  /** Returns what was said on an issue, by when it was. */
  List<Stretch> said(IssueId issue) {
    return saidOn.get(issue);
  }

  /** Returns how far those were apart who both spoke on an issue in one round. */
  List<Apart> apart(IssueId issue) {
    return apartOn.get(issue);
  }
}
