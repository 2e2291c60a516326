package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.demand.Binding;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.progress.StepKind;
import dev.parley.progress.Told;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.RememberingRule;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import java.util.Optional;

/**
 * Nobody offers less than it has offered before: after 500 prisoners, Israel does not offer 300.
 * Each offer is measured against the maker's last one to the same party on the same issue, even
 * when that one was withdrawn, rejected or has lapsed. It is worse when it is farther from what the
 * other party asks for, or, where nobody knows that, when it takes back some of what was offered.
 * Remembers what the last offer on each line read. Immutable.
 *
 * @param severity what breaking it means; illegal unless given
 */
public record NoBacksliding(Finding.Severity severity)
    implements RememberingRule<ImmutableMap<Line, Region>> {
  static final String ID = "no-backsliding";

  /** {@return the rule that refuses} */
  public static NoBacksliding refusing() {
    return new NoBacksliding(Finding.Severity.REFUSE);
  }

  static NoBacksliding from(Parameters p) {
    return new NoBacksliding(p.severity(Finding.Severity.REFUSE));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return "an offer is no worse for its addressee than its maker's last one on the same issue";
  }

  @Override
  public String rationale() {
    return "In the dance of concessions offers are expected to go one way"
        + " (Raiffa 1982, The Art and Science of Negotiation)";
  }

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
    if (last.isEmpty() || !(move.act() instanceof Substantive.MakeOffer)) {
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
                        "%s offers %s on (%s) (%s), after (%s)"
                            .formatted(
                                line.party(),
                                line.toward(),
                                line.issue(),
                                now.describe(),
                                then.describe()),
                        "Offer (%s) or better for %s".formatted(then.describe(), line.toward())));
              }
            });
    return found.build();
  }

  private static Position position(Region offered) {
    return Position.NOT_STATED.offering(offered, Binding.SEVERABLE, false);
  }

  /** Returns what an offer reads on each line on which it gives a value. */
  private static ImmutableMap<Line, Region> offered(Situation s, Move move, Situation after) {
    ImmutableMap.Builder<Line, Region> all = ImmutableMap.builder();
    if (move.act() instanceof Substantive.MakeOffer) {
      for (Saying said : Saying.of(s, move)) {
        Optional<Region> read = after.position(said.line()).offered();
        if (!said.asks() && read.isPresent()) {
          all.put(said.line(), read.get());
        }
      }
    }
    return all.buildKeepingLast();
  }
}
