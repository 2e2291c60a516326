package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.demand.Ask;
import dev.parley.demand.Condition;
import dev.parley.demand.Demand;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import java.util.Optional;
import java.util.Set;

/**
 * What a move says on one line: the region of a demand or a condition, or exactly the offered or
 * attested value.
 *
 * @param line the line
 * @param region the region, or empty when it says only words
 * @param asks whether it asks: a demand or a condition
 * @param sufficient whether what it asks was declared sufficient
 */
record Saying(Line line, Optional<Region> region, boolean asks, boolean sufficient) {
  /** Returns all that a demand, an offer or an attestation says. */
  static ImmutableList<Saying> of(Situation s, Move move) {
    ImmutableList.Builder<Saying> all = ImmutableList.builder();
    if (!s.agenda().isPrincipal(move.by())) {
      return all.build();
    }
    if (move.act() instanceof Substantive.RaiseDemand raise) {
      demand(s, move.by(), raise.demand(), all);
    } else if (move.act() instanceof Substantive.AmendDemand amend) {
      demand(s, move.by(), amend.demand(), all);
    } else if (move.act() instanceof Substantive.Attest attest) {
      values(s, move.by(), attest.among(), attest.terms(), all);
    } else if (move.act() instanceof Substantive.MakeOffer make) {
      for (Offer offer : make.alternatives()) {
        values(s, move.by(), offer.to(), offer.terms(), all);
        for (Condition c : offer.conditions()) {
          asked(s, move.by(), offer.to(), c.issue(), c.ask(), c.sufficient(), all);
        }
      }
    }
    return all.build();
  }

  private static void demand(
      Situation s, ActorId by, Demand demand, ImmutableList.Builder<Saying> all) {
    demand
        .asks()
        .forEach((issue, ask) -> asked(s, by, demand.of(), issue, ask, demand.sufficient(), all));
  }

  private static void asked(
      Situation s,
      ActorId by,
      ImmutableSet<ActorId> of,
      IssueId issue,
      Ask ask,
      boolean sufficient,
      ImmutableList.Builder<Saying> all) {
    Optional<Region> region = ask.on(s.agenda().requireIssue(issue).scale());
    for (ActorId toward : toward(s.agenda(), by, of)) {
      all.add(new Saying(new Line(by, issue, toward), region, true, sufficient));
    }
  }

  private static void values(
      Situation s,
      ActorId by,
      ImmutableSet<ActorId> to,
      dev.parley.agenda.Terms terms,
      ImmutableList.Builder<Saying> all) {
    terms
        .values()
        .forEach(
            (issue, value) -> {
              Region exactly = Region.exactly(s.agenda().requireIssue(issue).scale(), value);
              for (ActorId toward : toward(s.agenda(), by, to)) {
                all.add(
                    new Saying(new Line(by, issue, toward), Optional.of(exactly), false, false));
              }
            });
  }

  private static Set<ActorId> toward(Agenda agenda, ActorId by, ImmutableSet<ActorId> named) {
    ImmutableSet<ActorId> others = agenda.counterparts(by);
    return named.isEmpty() ? others : com.google.common.collect.Sets.intersection(others, named);
  }
}
