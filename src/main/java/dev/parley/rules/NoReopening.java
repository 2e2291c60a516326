package dev.parley.rules;

import static java.lang.String.format;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** {@link Rules#noReopening}. */
record NoReopening(Settings settings) implements Declared {
  static final Setting<Boolean> UNDISPUTED = Setting.flag("undisputed", false);
  static final RuleKind KIND =
      new RuleKind(
          "no-reopening",
          "nobody disputes a value that it has agreed to",
          "To reopen what seemed settled is named among the tactics that wear agreements down"
              + " (Fisher and Ury 1981, Getting to Yes)",
          NoReopening::new,
          UNDISPUTED);

  @Override
  public String statement() {
    return KIND.statement() + (get(UNDISPUTED) ? " or left undisputed" : "");
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    ImmutableList.Builder<Finding> found = ImmutableList.builder();
    Set<IssueId> named = new HashSet<>();
    for (Saying said : Saying.of(situation, move)) {
      IssueId issue = said.line().issue();
      Optional<Region> settled = agreed(situation, said);
      boolean closed = settled.isPresent();
      if (get(UNDISPUTED) && !closed) {
        settled = situation.position(said.line()).settled();
      }
      Optional<Region> says = said.region();
      if (settled.isPresent()
          && says.isPresent()
          && !says.get().encloses(settled.get())
          && named.add(issue)) {
        String value = settled.get().describe();
        String how = closed ? "agreed" : "left undisputed";
        found.addAll(
            finding(
                format(
                    "%s says (%s) on (%s), where (%s) is %s",
                    move.by(), says.get().describe(), issue, value, how),
                format("Leave (%s) out, or keep to (%s)", issue, value)));
      }
    }
    return found.build();
  }

  /** Returns the value that is agreed between the speaker and whom it speaks to. */
  private static Optional<Region> agreed(Situation s, Saying said) {
    return Agreed.between(s, said.line())
        .map(value -> s.agenda().requireIssue(said.line().issue()).exactly(value));
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
