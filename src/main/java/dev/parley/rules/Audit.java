package dev.parley.rules;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.rules.Registry.Parameters;
import dev.parley.talks.Finding;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Remarked;
import dev.parley.talks.RuleBook;
import java.util.Optional;

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
    private static Line of(Remarked r, Finding finding) {
      return new Line(r.entry(), r.move().by(), r.word(), r.move().source(), finding);
    }

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
   * {@return what a rule book finds in a record}
   *
   * @param record the record
   * @param rules the rules, and the policy that stalls are counted by
   */
  public static Audit of(Negotiation record, RuleBook rules) {
    return new Audit(
        record.remarks(rules).stream()
            .flatMap(r -> r.findings().stream().map(finding -> Line.of(r, finding)))
            .collect(toImmutableList()));
  }

  /** {@return whether nothing was found} */
  public boolean isClean() {
    return lines.isEmpty();
  }

  /**
   * {@return what one rule found, by entry}
   *
   * @param rule the rule's id
   */
  public ImmutableList<Line> of(String rule) {
    return lines.stream().filter(l -> l.finding().rule().equals(rule)).collect(toImmutableList());
  }

  @Override
  public String toString() {
    return lines.stream().map(Line::toString).collect(joining("\n"));
  }
}
