package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.talks.Finding;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Remarked;
import dev.parley.talks.RuleBook;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a rule book finds in a record: which entries break which rules, on whose word. Each rule is
 * asked about each entry with the situation and the memory as they were before it. The machine's
 * own laws are no part of it; those are {@link Negotiation#rejudge()}. Immutable.
 *
 * @param lines what was found, by entry, then in the order of the book
 */
public record Audit(ImmutableList<Line> lines) {
  /**
   * One finding. Immutable.
   *
   * @param entry the entry
   * @param by who is said to have made the move
   * @param word on whose word it stands; a finding on what is only alleged or denied is no more
   *     than that
   * @param source who says so, where it is not the actor itself
   * @param finding the rule, its severity, what it remarks and the way out
   */
  public record Line(
      EntryId entry, ActorId by, Attribution word, Optional<Source> source, Finding finding) {
    /**
     * {@return the finding in one line, such as {@code [5] REFUSE round-limit: round 4 is one too
     * many: the limit is (3). Settle in the rounds that are left.}}
     */
    @Override
    public String toString() {
      String on =
          word == Attribution.ATTESTED
              ? ""
              : " (" + Parameters.word(word) + source.map(s -> " by " + s.id()).orElse("") + ")";
      return "%s %s %s%s".formatted(entry, finding.severity(), finding, on);
    }
  }

  /**
   * Holds a record against a rule book.
   *
   * @param record the record
   * @param rules the rules, and the policy that stalls are counted by
   * @return what they find
   */
  public static Audit of(Negotiation record, RuleBook rules) {
    ImmutableList.Builder<Line> lines = ImmutableList.builder();
    for (Remarked remarked : record.remarks(rules)) {
      for (Finding finding : remarked.findings()) {
        lines.add(
            new Line(
                remarked.entry(),
                remarked.move().by(),
                remarked.word(),
                remarked.move().source(),
                finding));
      }
    }
    return new Audit(lines.build());
  }

  /** {@return whether nothing was found} */
  public boolean isClean() {
    return lines.isEmpty();
  }

  /**
   * Returns what one rule found.
   *
   * @param rule the rule's id
   * @return its findings, by entry
   */
  public ImmutableList<Line> of(String rule) {
    return lines.stream()
        .filter(l -> l.finding().rule().equals(rule))
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public String toString() {
    return lines.stream().map(Line::toString).collect(Collectors.joining("\n"));
  }
}
