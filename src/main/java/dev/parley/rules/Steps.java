package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.progress.Heard;
import dev.parley.progress.Measurement;
import dev.parley.progress.StepKind;
import dev.parley.progress.Told;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive.Direction;
import java.math.BigDecimal;
import java.util.Optional;

/** What one move does to the lines of its maker, measured as a round's steps are. */
final class Steps {
  private Steps() {}

  /**
   * A step on one line.
   *
   * @param line the line
   * @param measured what it was
   * @param left how far it leaves the two apart; empty where that cannot be known
   */
  record Step(Line line, Measurement measured, Optional<BigDecimal> left) {}

  /** Returns the steps of a demand or an offer that is made, amended or taken back. */
  static ImmutableList<Step> of(Situation s, Move move) {
    Told told = told(move);
    if (told == Told.UNCHANGED || !s.agenda().isPrincipal(move.by())) {
      return ImmutableList.of();
    }
    Situation after = s.after(move);
    ImmutableList.Builder<Step> steps = ImmutableList.builder();
    for (IssueId issue : s.agenda().issues().keySet()) {
      for (ActorId toward : s.agenda().counterparts(move.by())) {
        Line line = new Line(move.by(), issue, toward);
        Position was = s.position(line);
        Position is = after.position(line);
        if (!was.equals(is) && !after.heard().get(line).told(Told.INCONSISTENT)) {
          steps.add(measure(s, line, was, is, told));
        }
      }
    }
    return steps.build();
  }

  private static Told told(Move move) {
    return switch (move.act().kind()) {
      case DROP_DEMAND -> Told.DROPPED;
      case WITHDRAW_OFFER -> Told.WITHDREW;
      case RAISE_DEMAND, AMEND_DEMAND, MAKE_OFFER -> Told.STATED;
      default -> Told.UNCHANGED;
    };
  }

  static Step measure(Situation s, Line line, Position was, Position is, Told told) {
    Optional<Region> theirs = s.position(line.inReturn()).measured();
    BigDecimal negligible =
        s.policy()
            .negligible()
            .multiply(Measurement.unitStep(s.agenda().requireIssue(line.issue()).scale()));
    Measurement measured =
        Measurement.of(was, is, Heard.NOTHING.and(told, theirs), negligible).orElseThrow();
    return new Step(
        line, measured, theirs.flatMap(t -> is.measured().map(region -> region.distance(t))));
  }

  /**
   * Returns to whom a move concedes: it comes nearer, drops a demand or is said to be softer there,
   * and is harder nowhere. To accept is not to concede here: it ends the matter.
   */
  static ImmutableSet<ActorId> concededTo(Situation s, Move move) {
    Optional<Direction> said = move.act().value(Shape.DIRECTION);
    if (said.isPresent()) {
      return said.get() == Direction.SOFTER ? MoveContent.addressed(s, move) : ImmutableSet.of();
    }
    ImmutableSet.Builder<ActorId> softer = ImmutableSet.builder();
    ImmutableSet.Builder<ActorId> harder = ImmutableSet.builder();
    for (Step step : of(s, move)) {
      StepKind kind = step.measured().kind();
      if (kind == StepKind.CONCEDED || kind == StepKind.DROPPED) {
        softer.add(step.line().toward());
      } else if (kind == StepKind.HARDENED) {
        harder.add(step.line().toward());
      }
    }
    return Sets.difference(softer.build(), harder.build()).immutableCopy();
  }
}
