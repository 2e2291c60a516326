package dev.parley.rules;

import static java.lang.String.format;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Text;
import dev.parley.talks.ActKind;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;
import java.util.Optional;
import java.util.Set;

/** {@link Rules#ratificationFirst}. */
record RatificationFirst(Settings settings) implements Declared {
  /** Those who must ratify the agreement, or all who must by the agenda, whatever it says. */
  enum Principals {
    CONCERNED,
    ALL
  }

  static final Setting<Principals> PRINCIPALS = Setting.choice("principals", Principals.CONCERNED);
  static final RuleKind KIND =
      new RuleKind(
          "ratification-first",
          "nobody performs before all who must ratify the agreement have",
          "Consent is bound by ratification where that is agreed, and force follows consent"
              + " (Vienna Convention on the Law of Treaties 1969, Articles 14 and 24); who has to"
              + " ratify shapes what can be agreed (Putnam 1988, Diplomacy and Domestic Politics)",
          RatificationFirst::new,
          PRINCIPALS);

  @Override
  public String statement() {
    return get(PRINCIPALS) == Principals.ALL
        ? "nobody performs before all who must ratify by the agenda have"
        : KIND.statement();
  }

  @Override
  public ImmutableSet<ActKind> kinds() {
    return Sets.immutableEnumSet(ActKind.PERFORM);
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    Optional<Obligation> performed = MoveContent.performed(move);
    if (performed.isEmpty()) {
      return ImmutableList.of();
    }
    Text under = performed.get().under();
    Set<ActorId> needed =
        get(PRINCIPALS) == Principals.CONCERNED
            ? Agreed.mustRatify(situation, under)
            : Sets.filter(situation.agenda().mustRatify(), situation.agenda()::isPrincipal);
    Set<ActorId> missing = Sets.difference(needed, Agreed.ratified(situation, under));
    return missing.isEmpty()
        ? ImmutableList.of()
        : finding(
            format(
                "%s performs (%s) before %s %s ratified",
                move.by(),
                performed.get().name(),
                missing.stream().map(ActorId::text).collect(joining(", ")),
                missing.size() == 1 ? "has" : "have"),
            "Bring it into force among all of them first");
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
