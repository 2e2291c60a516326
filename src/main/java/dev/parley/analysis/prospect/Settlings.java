package dev.parley.analysis.prospect;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All ways to settle what a deal leaves open. */
final class Settlings {
  private final Terms settled;
  private final Map<IssueId, ImmutableList<Value>> open;

  private Settlings(Terms settled, Map<IssueId, ImmutableList<Value>> open) {
    this.settled = settled;
    this.open = open;
  }

  /** Returns them, where they are so many at most. */
  static Optional<Settlings> of(
      Terms settled, List<Issue> issues, Map<IssueId, Region> outcome, long most) {
    Map<IssueId, ImmutableList<Value>> open = new LinkedHashMap<>();
    long size = 1;
    for (Issue issue : issues) {
      Region region = outcome.get(issue.id());
      if (region == null || settled.on(issue.id()).isPresent()) {
        continue;
      }
      Optional<ImmutableList<Value>> values = Worths.all(issue, region, most);
      if (values.isEmpty() || size * values.get().size() > most) {
        return Optional.empty();
      }
      size *= values.get().size();
      open.put(issue.id(), values.get());
    }
    return Optional.of(new Settlings(settled, open));
  }

  /** Goes through all of them: the open values, and the whole outcome with them. */
  void forEach(Consumer<Settling> visitor) {
    visit(new ArrayList<>(open.keySet()), 0, new LinkedHashMap<>(), visitor);
  }

  /**
   * One way to settle what is open.
   *
   * @param given the values on the open issues; no terms where nothing is open
   * @param outcome the whole outcome
   */
  record Settling(Terms given, Terms outcome) {}

  private void visit(
      List<IssueId> issues, int at, Map<IssueId, Value> given, Consumer<Settling> visitor) {
    if (at == issues.size()) {
      visitor.accept(
          new Settling(
              given.isEmpty() ? Terms.NONE : Terms.of(given),
              Terms.of(
                  ImmutableMap.<IssueId, Value>builder()
                      .putAll(settled.values())
                      .putAll(given)
                      .buildOrThrow())));
      return;
    }
    IssueId issue = issues.get(at);
    for (Value value : open.getOrDefault(issue, ImmutableList.of())) {
      given.put(issue, value);
      visit(issues, at + 1, given, visitor);
    }
    given.remove(issue);
  }
}
