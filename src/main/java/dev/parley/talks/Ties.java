package dev.parley.talks;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Line;
import dev.parley.demand.Tie;
import dev.parley.progress.Heard;
import dev.parley.progress.Told;
import java.util.HashSet;
import java.util.Set;

/**
 * What became of a party's ties since the baseline. A commitment that waits for more than it did is
 * harder to get, one that waits for less is easier; a tie that was made and given up in one round
 * has changed nothing.
 */
final class Ties {
  private Ties() {}

  /** For what else a commitment waits: together with it, or for it first. */
  private record Other(Tie.Order order, IssueId issue) {}

  private static Set<Other> others(Iterable<Tie> ties, ActorId by, IssueId issue) {
    Set<Other> others = new HashSet<>();
    for (Tie tie : ties) {
      if (tie.by().equals(by) && tie.issue().equals(issue)) {
        tie.others().forEach(other -> others.add(new Other(tie.order(), other)));
      }
    }
    return others;
  }

  /** Returns 1 where a commitment is tied to more than at the baseline, -1 where only to less. */
  static int harder(Situation s, ActorId by, IssueId issue) {
    Set<Other> were = others(s.tiesAtBaseline(), by, issue);
    Set<Other> are = others(s.ties(), by, issue);
    return !were.containsAll(are) ? 1 : are.containsAll(were) ? 0 : -1;
  }

  /** Adds what the ties of a line have become, where the round heard of any. */
  static Heard heard(Situation s, Line line, Heard heard) {
    boolean counts = heard.told(Told.TIED) && !heard.told(Told.RESTORED); // which was told last
    int harder = counts ? harder(s, line.party(), line.issue()) : 0;
    return harder == 0
        ? heard
        : heard.and(harder > 0 ? Told.STIFFENED : Told.SOFTENED, heard.theirs());
  }
}
