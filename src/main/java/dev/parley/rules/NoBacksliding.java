package dev.parley.rules;

import static java.lang.String.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.progress.StepKind;
import dev.parley.progress.Told;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;
import java.util.Optional;

/** {@link Rules#noBacksliding}. Remembers what the last offer on each line read. */
record NoBacksliding(Settings settings)
    implements Declared, Rule.Remembering<ImmutableMap<Line, Region>> {
  static final RuleKind KIND =
      new RuleKind(
          "no-backsliding",
          "an offer is no worse for its addressee than its maker's last one on the same issue",
          "In the dance of concessions offers are expected to go one way"
              + " (Raiffa 1982, The Art and Science of Negotiation)",
          NoBacksliding::new);

  @Override
  public ImmutableMap<Line, Region> blank(Agenda agenda) {
    return ImmutableMap.of();
  }

  @Override
  public ImmutableMap<Line, Region> fold(
      ImmutableMap<Line, Region> last, Situation before, Move move, Situation after) {
    ImmutableMap<Line, Region> now = offered(before, move, after);
    return now.isEmpty()
        ? last
        : ImmutableMap.<Line, Region>builder().putAll(last).putAll(now).buildKeepingLast();
  }

  @Override
  public ImmutableList<Finding> check(
      ImmutableMap<Line, Region> last, Situation situation, Move move) {
    ImmutableList.Builder<Finding> found = ImmutableList.builder();
    if (last.isEmpty() || move.act().offersMade().isEmpty()) {
      return found.build();
    }
    offered(situation, move, situation.after(move))
        .forEach(
            (line, now) -> {
              Scale scale = situation.agenda().requireIssue(line.issue()).scale();
              Region then = last.getOrDefault(line, now).on(scale);
              Steps.Step step =
                  Steps.measure(situation, line, position(then), position(now), Told.STATED);
              if (step.measured().kind() == StepKind.HARDENED) {
                found.addAll(
                    finding(
                        format(
                            "%s offers %s on (%s) (%s), after (%s)",
                            line.party(),
                            line.toward(),
                            line.issue(),
                            now.describe(),
                            then.describe()),
                        format("Offer (%s) or better for %s", then.describe(), line.toward())));
              }
            });
    return found.build();
  }

  private static Position position(Region offered) {
    return Position.NOT_STATED.offering(ImmutableList.of(Position.Stated.of(offered, offered)));
  }

  /** Returns what an offer reads on each line on which it gives a value. */
  private static ImmutableMap<Line, Region> offered(Situation s, Move move, Situation after) {
    ImmutableMap.Builder<Line, Region> all = ImmutableMap.builder();
    if (!move.act().offersMade().isEmpty()) {
      for (Saying said : Saying.of(s, move)) {
        Optional<Region> read = after.position(said.line()).offered();
        if (!said.asks() && read.isPresent()) {
          all.put(said.line(), read.get());
        }
      }
    }
    return all.buildKeepingLast();
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
