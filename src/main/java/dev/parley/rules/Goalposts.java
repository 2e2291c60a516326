package dev.parley.rules;

import static java.lang.String.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.demand.Line;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@link Rules#goalposts}. Remembers what was declared sufficient on each line. */
record Goalposts(Settings settings)
    implements Declared, Rule.Remembering<ImmutableMap<Line, Region>> {
  /** Once the other party's position lies inside, or at once. */
  enum When {
    MET,
    ALWAYS
  }

  static final Setting<When> WHEN = Setting.choice("when", When.MET);
  static final RuleKind KIND =
      new RuleKind(
          "goalposts",
          "what was declared sufficient and was met is not tightened",
          "A promise that can be raised after it is met buys nothing"
              + " (Schelling 1960, The Strategy of Conflict, on promises)",
          Goalposts::new,
          WHEN);

  @Override
  public String statement() {
    return get(WHEN) == When.MET
        ? KIND.statement()
        : "what was declared sufficient is not tightened";
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
      Region asked = said.region().get();
      Scale scale = situation.agenda().requireIssue(line.issue()).scale();
      Region enough = declared.getOrDefault(line, asked).on(scale);
      Optional<Region> met = situation.position(line.inReturn()).region().filter(enough::encloses);
      if ((get(WHEN) == When.ALWAYS || met.isPresent()) && !asked.encloses(enough)) {
        String stands =
            met.map(t -> format(" and %s stands at (%s)", line.toward(), t.describe())).orElse("");
        found.addAll(
            finding(
                format(
                    "%s asks %s for (%s) on (%s), where (%s) was to be enough%s",
                    line.party(),
                    line.toward(),
                    asked.describe(),
                    line.issue(),
                    enough.describe(),
                    stands),
                format("Accept (%s), as declared", enough.describe())));
      }
    }
    return found.build();
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
