package dev.parley.agenda;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A package: a value for some issues, such as {@code hostages 34, prisoners 1000}. Whether they
 * <em>fit</em> an agenda (every value lies on its scale) and whether they are <em>complete</em>
 * (every issue has one) are two different questions.
 *
 * <p>Terms are built on an agenda, which refuses a value off its scale at once. Immutable.
 *
 * @param values the values by issue, in the order of the issues' identifiers; one or more
 */
public record Terms(ImmutableSortedMap<IssueId, Value> values) implements Serializable {
  /** No terms: of a text that only says who undertakes what. */
  public static final Terms NONE = new Terms(ImmutableSortedMap.of());

  /**
   * Starts terms on an agenda.
   *
   * @param agenda the agenda that every value must fit
   * @return a builder without values
   */
  public static Builder on(Agenda agenda) {
    return new Builder(agenda);
  }

  /**
   * {@return terms as they were written down, without holding them against an agenda; {@link
   * #misfits} can judge them}
   *
   * @param values the values by issue; one or more
   */
  public static Terms of(Map<IssueId, ? extends Value> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("terms need a value on one issue or more");
    }
    return new Terms(ImmutableSortedMap.copyOf(values));
  }

  /** Not the sum of its entries' codes, as a map has it: that is the same for x + y = 9. */
  @Override
  public int hashCode() {
    int hash = 1;
    for (Map.Entry<IssueId, Value> entry : values.entrySet()) {
      hash =
          31 * hash + (31 * entry.getKey().hashCode() + entry.getValue().hashCode()) * 0x9E3779B9;
    }
    return hash;
  }

  /** {@return the issues that have a value: one or more, in the order of their identifiers} */
  public ImmutableSet<IssueId> issues() {
    return values.keySet();
  }

  /**
   * {@return the value on an issue, or empty}
   *
   * @param issue any issue
   */
  public Optional<Value> on(IssueId issue) {
    return Optional.ofNullable(values.get(issue));
  }

  /**
   * {@return the part of these terms on some issues}
   *
   * @param issues the issues to keep; at least one must have a value
   */
  public Terms only(Set<IssueId> issues) {
    return issues.containsAll(values.keySet())
        ? this
        : new Terms(
            ImmutableSortedMap.copyOf(
                com.google.common.collect.Maps.filterKeys(values, issues::contains)));
  }

  /**
   * Returns why these terms do not fit an agenda.
   *
   * @param agenda any agenda
   * @return a sentence for each issue that is not on it and each value off its scale; empty when
   *     they fit
   */
  public List<String> misfits(Agenda agenda) {
    List<String> found = new ArrayList<>(0);
    values.forEach(
        (id, value) -> {
          Optional<Issue> issue = agenda.issue(id);
          if (issue.isEmpty()) {
            found.add(agenda.noSuch(id));
          } else if (!issue.get().scale().holds(value)) {
            found.add(id + ": " + issue.get().scale().whyOff(value));
          }
        });
    return found;
  }

  /**
   * {@return whether every issue of an agenda has a value here}
   *
   * @param agenda any agenda
   */
  public boolean isComplete(Agenda agenda) {
    return values.keySet().containsAll(agenda.issues().keySet());
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Builds terms on an agenda, and refuses what does not fit it. */
  public static final class Builder {
    private final Agenda agenda;
    private final Map<IssueId, Value> values = new TreeMap<>();

    private Builder(Agenda agenda) {
      this.agenda = agenda;
    }

    /**
     * Sets the value of an issue.
     *
     * @param issue an issue on the agenda
     * @param value a value on its scale
     * @return this builder
     * @throws IllegalArgumentException if the issue is not on the agenda, the value not on the
     *     scale, or the issue set before
     */
    public Builder set(String issue, Value value) {
      IssueId id = IssueId.of(issue);
      agenda.requireIssue(id).scale().check(issue, value);
      Value before = values.putIfAbsent(id, value);
      if (before != null) {
        throw new IllegalArgumentException(
            "%s is set twice: (%s) and (%s). Keep one".formatted(issue, before, value));
      }
      return this;
    }

    /**
     * Sets the value of an issue from its text.
     *
     * @param issue an issue on the agenda
     * @param value the text of a value on its scale
     * @return this builder
     * @throws IllegalArgumentException as {@link #set(String, Value)}
     */
    public Builder set(String issue, String value) {
      Scale scale = agenda.requireIssue(IssueId.of(issue)).scale();
      try {
        return set(issue, scale.parse(value));
      } catch (IllegalArgumentException e) {
        String message = e.getMessage();
        throw message != null && message.startsWith(issue + ":")
            ? e
            : new IllegalArgumentException(issue + ": " + message, e);
      }
    }

    /**
     * Sets the value of a quantity.
     *
     * @param issue an issue on the agenda
     * @param amount the amount in its unit
     * @return this builder
     * @throws IllegalArgumentException as {@link #set(String, Value)}
     */
    public Builder set(String issue, long amount) {
      return set(issue, Value.amount(amount));
    }

    /**
     * {@return the terms}
     *
     * @throws IllegalArgumentException if no value was set
     */
    public Terms build() {
      return of(values);
    }
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
