package dev.parley.rules;

import static java.lang.String.format;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.talks.ActKind;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import dev.parley.travel.RecordForm;
import java.util.Set;

/** {@link Rules#statedBeforeAccepting}. */
record StatedBeforeAccepting(Settings settings) implements Declared {
  /** On one of the issues that are accepted at least, or on each. */
  enum On {
    ANY,
    EVERY
  }

  static final Setting<On> ON = Setting.choice("on", On.ANY);
  static final RuleKind KIND =
      new RuleKind(
          "stated-before-accepting",
          "whoever accepts has stated a position on some issue of the offer",
          "Parley's own: an acceptance without a position has no step that could be measured",
          StatedBeforeAccepting::new,
          ON);

  @Override
  public String statement() {
    return get(ON) == On.ANY
        ? KIND.statement()
        : "whoever accepts has stated a position on every issue of the offer";
  }

  @Override
  public ImmutableSet<ActKind> kinds() {
    return Sets.immutableEnumSet(ActKind.ACCEPT);
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    return MoveContent.accepted(move)
        .map(accept -> check(situation, move.by(), accept))
        .orElse(ImmutableList.of());
  }

  private ImmutableList<Finding> check(Situation s, ActorId by, Substantive.Accept accept) {
    Offer offer = accept.offer();
    Set<ActorId> others =
        Sets.intersection(
            offer.proposal() ? offer.to() : ImmutableSet.of(offer.by()),
            s.agenda().counterparts(by));
    if (others.isEmpty() || !s.agenda().isPrincipal(by)) {
      return ImmutableList.of();
    }
    Set<IssueId> parts = MoveContent.parts(accept);
    Set<IssueId> silent =
        Sets.filter(
            parts,
            issue -> others.stream().noneMatch(o -> s.position(new Line(by, issue, o)).isStated()));
    return silent.isEmpty() || get(ON) == On.ANY && silent.size() < parts.size()
        ? ImmutableList.of()
        : finding(
            format(
                "%s accepts on (%s), where it has stated no position towards %s",
                by,
                Setting.words(silent),
                others.stream().map(ActorId::text).collect(joining(", "))),
            "State what you ask for first");
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
