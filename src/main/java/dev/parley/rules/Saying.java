package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Ask;
import dev.parley.demand.Line;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import dev.parley.talks.Situation;
import java.util.Optional;

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
  /** Returns all that a demand, an offer or an attestation of a principal says. */
  static ImmutableList<Saying> of(Situation s, Move move) {
    return s.agenda().isPrincipal(move.by()) ? new Reading(s, move).all() : ImmutableList.of();
  }

  /** Takes a move apart. */
  private record Reading(Situation s, Move move, ImmutableList.Builder<Saying> said) {
    Reading(Situation s, Move move) {
      this(s, move, ImmutableList.builder());
    }

    ImmutableList<Saying> all() {
      move.act()
          .value(Shape.DEMAND)
          .ifPresent(d -> d.asks().forEach((i, ask) -> asked(d.of(), i, ask, d.sufficient())));
      MoveContent.attested(move).ifPresent(a -> values(a.parties(), a.terms()));
      move.act().offersMade().stream()
          .filter(offer -> !offer.proposal()) // it states nobody's position
          .forEach(
              offer -> {
                values(offer.to(), offer.terms());
                offer
                    .conditions()
                    .forEach(c -> asked(offer.to(), c.issue(), c.ask(), c.sufficient()));
              });
      return said.build();
    }

    private void asked(ImmutableSet<ActorId> of, IssueId issue, Ask ask, boolean sufficient) {
      Optional<Region> region = ask.on(scale(issue));
      lines(of, issue).forEach(line -> said.add(new Saying(line, region, true, sufficient)));
    }

    private void values(ImmutableSet<ActorId> to, Terms terms) {
      terms
          .values()
          .forEach(
              (issue, value) -> {
                Optional<Region> exactly = Optional.of(Region.exactly(scale(issue), value));
                lines(to, issue).forEach(line -> said.add(new Saying(line, exactly, false, false)));
              });
    }

    private Scale scale(IssueId issue) {
      return s.agenda().requireIssue(issue).scale();
    }

    private ImmutableList<Line> lines(ImmutableSet<ActorId> named, IssueId issue) {
      return s.agenda().counterparts(move.by()).stream()
          .filter(other -> named.isEmpty() || named.contains(other))
          .map(toward -> new Line(move.by(), issue, toward))
          .collect(ImmutableList.toImmutableList());
    }
  }
}
