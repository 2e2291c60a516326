package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.demand.Line;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.RememberingRule;
import dev.parley.talks.Situation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was stated as sufficient stays sufficient: when the employer asked for "at most 5, and that
 * is enough", and the union came down to 5, the employer does not ask for 4. Demands and conditions
 * alike; dropping one and raising another does not help. Where the other party has not met it,
 * asking for more is an escalation, which this rule leaves alone unless told otherwise. Remembers
 * what was declared sufficient on each line. Immutable.
 *
 * @param when once the other party's position lies inside, or always
 * @param severity what breaking it means; illegal unless given
 */
public record Goalposts(When when, Finding.Severity severity)
    implements RememberingRule<ImmutableMap<Line, Region>> {
  static final String ID = "goalposts";

  /** From when on what was declared sufficient may not be tightened. */
  public enum When {
    /** Once the other party's position lies inside. */
    MET,
    /** At once. */
    ALWAYS
  }

  /** {@return the rule that refuses to tighten what the other party has met} */
  public static Goalposts refusing() {
    return new Goalposts(When.MET, Finding.Severity.REFUSE);
  }

  static Goalposts from(Parameters p) {
    return new Goalposts(p.choice("when", When.MET), p.severity(Finding.Severity.REFUSE));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return when == When.MET
        ? "what was declared sufficient and was met is not tightened"
        : "what was declared sufficient is not tightened";
  }

  @Override
  public String rationale() {
    return "A promise that can be raised after it is met buys nothing"
        + " (Schelling 1960, The Strategy of Conflict, on promises)";
  }

  @Override
  public ImmutableMap<String, String> parameters() {
    return ImmutableMap.of("when", Parameters.word(when));
  }

  @Override
  public ImmutableMap<Line, Region> blank(Agenda agenda) {
    return ImmutableMap.of();
  }

  @Override
  public ImmutableMap<Line, Region> fold(
      ImmutableMap<Line, Region> declared, Situation before, Move move, Situation after) {
    Map<Line, Region> now = new LinkedHashMap<>(declared);
    for (Saying said : Saying.of(before, move)) {
      if (said.asks() && said.sufficient()) {
        said.region().ifPresent(region -> now.put(said.line(), region));
      }
    }
    return ImmutableMap.copyOf(now);
  }

  @Override
  public ImmutableList<Finding> check(
      ImmutableMap<Line, Region> declared, Situation situation, Move move) {
    ImmutableList.Builder<Finding> found = ImmutableList.builder();
    if (declared.isEmpty()) {
      return found.build();
    }
    for (Saying said : Saying.of(situation, move)) {
      Line line = said.line();
      if (!said.asks() || said.region().isEmpty() || !declared.containsKey(line)) {
        continue;
      }
      Scale scale = situation.agenda().requireIssue(line.issue()).scale();
      Region enough = declared.getOrDefault(line, said.region().get()).on(scale);
      Optional<Region> theirs = situation.position(line.inReturn()).region();
      boolean bound = when == When.ALWAYS || theirs.filter(enough::encloses).isPresent();
      if (bound && !said.region().get().encloses(enough)) {
        found.addAll(
            finding(
                "%s asks %s for (%s) on (%s), where (%s) was to be enough"
                        .formatted(
                            line.party(),
                            line.toward(),
                            said.region().get().describe(),
                            line.issue(),
                            enough.describe())
                    + theirs
                        .filter(enough::encloses)
                        .map(t -> " and %s stands at (%s)".formatted(line.toward(), t.describe()))
                        .orElse(""),
                "Accept (%s), as declared".formatted(enough.describe())));
      }
    }
    return found.build();
  }
}
