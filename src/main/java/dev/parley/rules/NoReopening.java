package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Value;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a party has agreed to, it does not dispute again: no demand, condition, offer or attestation
 * of its own leaves the agreed value out. Where several principals agreed among themselves, the
 * others may still speak to the issue. Immutable.
 *
 * @param undisputed whether what a party left undisputed in a rejection is closed to it as well
 * @param severity what breaking it means; illegal unless given
 */
public record NoReopening(boolean undisputed, Finding.Severity severity) implements Rule {
  static final String ID = "no-reopening";

  /** {@return the rule about agreed values, which refuses} */
  public static NoReopening refusing() {
    return new NoReopening(false, Finding.Severity.REFUSE);
  }

  static NoReopening from(Parameters p) {
    return new NoReopening(p.flag("undisputed", false), p.severity(Finding.Severity.REFUSE));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return undisputed
        ? "nobody disputes a value that it has agreed to or left undisputed"
        : "nobody disputes a value that it has agreed to";
  }

  @Override
  public String rationale() {
    return "To reopen what seemed settled is named among the tactics that wear agreements down"
        + " (Fisher and Ury 1981, Getting to Yes)";
  }

  @Override
  public ImmutableMap<String, String> parameters() {
    return ImmutableMap.of("undisputed", Parameters.word(undisputed));
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    ImmutableList.Builder<Finding> found = ImmutableList.builder();
    Set<IssueId> named = new HashSet<>();
    for (Saying said : Saying.of(situation, move)) {
      IssueId issue = said.line().issue();
      Optional<Region> settled = agreed(situation, said);
      boolean closed = settled.isPresent();
      if (undisputed && !closed) {
        settled = situation.position(said.line()).settled();
      }
      if (settled.isPresent()
          && said.region().isPresent()
          && !said.region().get().encloses(settled.get())
          && named.add(issue)) {
        found.addAll(
            finding(
                "%s says (%s) on (%s), where (%s) is %s"
                    .formatted(
                        move.by(),
                        said.region().get().describe(),
                        issue,
                        settled.get().describe(),
                        closed ? "agreed" : "left undisputed"),
                "Leave (%s) out, or keep to (%s)".formatted(issue, settled.get().describe())));
      }
    }
    return found.build();
  }

  /** Returns the agreed value, where the speaker is among those who agreed to it. */
  private static Optional<Region> agreed(Situation s, Saying said) {
    IssueId issue = said.line().issue();
    Optional<Value> closed = Optional.ofNullable(s.closed().get(issue));
    return closed
        .filter(
            value ->
                s.agreements().stream()
                    .anyMatch(
                        a ->
                            a.among().contains(said.line().party())
                                && a.terms().on(issue).filter(value::equals).isPresent()))
        .map(value -> Region.exactly(s.agenda().requireIssue(issue).scale(), value));
  }
}
