package dev.parley.testing;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import java.util.HashMap;
import java.util.Map;

/**
 * The aspiration of each party on each issue in a play that is being made up: it starts near the
 * end that is better for it, and comes nearer step by step, as people do who want to agree.
 */
final class Aspirations {
  private record On(ActorId party, IssueId issue) {}

  private final Map<On, Integer> rungs = new HashMap<>();
  private final Choices choices;

  Aspirations(Choices choices) {
    this.choices = choices;
  }

  /** Returns whether a party wants more; of two who are alike, every second one. */
  private static boolean wantsMore(Agenda agenda, ActorId party, Issue issue) {
    Better better = issue.better().get(party);
    return better == null ? agenda.principals().indexOf(party) % 2 == 0 : better == Better.MORE;
  }

  private int rung(Agenda agenda, ActorId party, Issue issue) {
    return rungs.computeIfAbsent(new On(party, issue.id()), on -> aspiration(agenda, party, issue));
  }

  private int aspiration(Agenda agenda, ActorId party, Issue issue) {
    int count = Rungs.count(issue.scale());
    if (issue.scale() instanceof Scale.Options) {
      return Math.max(0, agenda.principals().indexOf(party)) % count;
    }
    int off = choices.below(Math.max(1, count / 4));
    return wantsMore(agenda, party, issue) ? count - 1 - off : off;
  }

  /** Lets a party come nearer to another, or hold, or now and then go back; returns its value. */
  Value offered(Agenda agenda, ActorId party, Issue issue, ActorId toward) {
    int here = rung(agenda, party, issue);
    int there = rung(agenda, toward, issue);
    int count = Rungs.count(issue.scale());
    int next;
    if (issue.scale() instanceof Scale.Options) {
      next = choices.oneIn(3) ? there : here;
    } else {
      int most = Math.max(1, count / 5);
      int step = choices.oneIn(15) ? -most : choices.between(0, most + 1);
      int way = there > here ? 1 : there < here ? -1 : 0;
      next = way > 0 ? Math.min(there, here + step) : Math.max(there, here - step);
      next = way == 0 ? here : Math.max(0, Math.min(count - 1, next));
    }
    rungs.put(new On(party, issue.id()), next);
    return Rungs.at(issue.scale(), Math.min(next, count - 1));
  }

  /** Returns what a party asks for when it asks for where it stands. */
  Ask ask(Agenda agenda, ActorId party, Issue issue) {
    int rung = Math.min(rung(agenda, party, issue), Rungs.count(issue.scale()) - 1);
    boolean more = wantsMore(agenda, party, issue);
    if (issue.scale() instanceof Scale.Options) {
      return Ask.of(Rungs.at(issue.scale(), rung).toString());
    }
    if (issue.scale() instanceof Scale.Checklist list) {
      return Ask.of(
          more
              ? String.join(", ", list.items().subList(0, Math.max(1, rung)))
              : "without " + list.items().get(list.items().size() - 1));
    }
    return Ask.of((more ? "at least " : "at most ") + Rungs.at(issue.scale(), rung));
  }

  /**
   * Returns whether terms lie near where a party stands: within a share of each scale, on average,
   * so that what it gets on one issue makes up for another.
   */
  boolean nearEnough(Agenda agenda, ActorId party, Terms terms, double share) {
    double apart = 0;
    for (IssueId id : terms.issues()) {
      Issue issue = agenda.requireIssue(id);
      Value value = terms.on(id).orElseThrow();
      if (!issue.scale().holds(value)) {
        return false;
      }
      int rungs = Math.abs(Rungs.of(issue.scale(), value) - rung(agenda, party, issue));
      boolean options = issue.scale() instanceof Scale.Options;
      apart +=
          !options
              ? (double) rungs / (Rungs.count(issue.scale()) - 1)
              : rungs > 0 && !choices.oneIn(2) ? 1 : 0;
    }
    return apart <= share * Math.max(1, terms.issues().size());
  }
}
