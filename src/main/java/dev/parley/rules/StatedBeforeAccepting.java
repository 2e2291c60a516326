package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Line;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Nobody accepts who has not stated a position: what a party takes can be measured only against
 * what it asked for. A position in words counts; one that was taken back does not. Immutable.
 *
 * @param on whether it must have stated one on some issue that it accepts, or on every one
 * @param severity what breaking it means; illegal unless given
 */
public record StatedBeforeAccepting(On on, Finding.Severity severity) implements Rule {
  static final String ID = "stated-before-accepting";

  /** On which of the issues that are accepted a position must be stated. */
  public enum On {
    /** On one at least. */
    ANY,
    /** On each. */
    EVERY
  }

  /** {@return the rule about one issue at least, which refuses} */
  public static StatedBeforeAccepting refusing() {
    return new StatedBeforeAccepting(On.ANY, Finding.Severity.REFUSE);
  }

  static StatedBeforeAccepting from(Parameters p) {
    return new StatedBeforeAccepting(p.choice("on", On.ANY), p.severity(Finding.Severity.REFUSE));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return on == On.ANY
        ? "whoever accepts has stated a position on some issue of the offer"
        : "whoever accepts has stated a position on every issue of the offer";
  }

  @Override
  public String rationale() {
    return "Parley's own: an acceptance without a position has no step that could be measured";
  }

  @Override
  public ImmutableMap<String, String> parameters() {
    return ImmutableMap.of("on", Parameters.word(on));
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    if (!(move.act() instanceof Substantive.Accept accept)
        || !situation.agenda().counterparts(accept.offer().by()).contains(move.by())
        || !situation.agenda().isPrincipal(accept.offer().by())) {
      return ImmutableList.of();
    }
    Set<IssueId> parts =
        accept.parts().isEmpty() ? accept.offer().terms().issues() : accept.parts();
    ImmutableSet<IssueId> silent =
        parts.stream()
            .filter(
                i -> !situation.position(new Line(move.by(), i, accept.offer().by())).isStated())
            .collect(ImmutableSet.toImmutableSet());
    boolean kept = on == On.ANY ? silent.size() < parts.size() : silent.isEmpty();
    return kept
        ? ImmutableList.of()
        : finding(
            "%s accepts on (%s), where it has stated no position towards %s"
                .formatted(
                    move.by(),
                    silent.stream().map(IssueId::text).collect(Collectors.joining(", ")),
                    accept.offer().by()),
            "State what you ask for first");
  }
}
