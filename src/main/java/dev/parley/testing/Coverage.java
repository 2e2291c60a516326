package dev.parley.testing;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.collect.Sets;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.talks.ActKind;
import dev.parley.talks.Law;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Refusal;
import dev.parley.talks.Rule;
import dev.parley.talks.Stage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What the plays of one property have met: kinds of moves, stages, laws. What it says when nothing
 * that a rule is about was among it is what a property over plays fails with.
 *
 * <p>Grows from play to play, and so serves one property.
 */
final class Coverage {
  /** With fewer plays than this, what they have not met says little. */
  static final int ENOUGH = 100;

  private final Multiset<ActKind> kinds = EnumMultiset.create(ActKind.class);
  private final Set<Stage> stages = EnumSet.noneOf(Stage.class);
  private final Set<AgreementStage> agreements = EnumSet.noneOf(AgreementStage.class);
  private final Set<Law> laws = EnumSet.noneOf(Law.class);
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private int plays;

  /** A play begins. */
  void begins(Negotiation start) {
    plays++;
    stages.add(start.situation().stage());
    start.ruleBook().rules().forEach(rule -> rules.putIfAbsent(rule.id(), rule));
  }

  /** A move of a play was made, or refused. */
  void meets(Move move, Outcome outcome) {
    if (outcome instanceof Refusal refusal) {
      laws.addAll(refusal.laws());
    } else {
      kinds.add(move.act().kind());
      stages.add(outcome.negotiation().situation().stage());
    }
  }

  /** A move was tried and not made. */
  void refused(Outcome outcome) {
    if (outcome instanceof Refusal refusal) {
      laws.addAll(refusal.laws());
    }
  }

  /** A play ends. */
  void ends(Negotiation end) {
    for (Agreement agreement : end.agreements()) {
      agreement.turns().forEach(turn -> agreements.add(turn.stage()));
    }
  }

  /**
   * Fails where there were plays enough, and moves that had to occur did not.
   *
   * @param wanted the kinds of which each must occur
   */
  void check(Set<ActKind> wanted) {
    if (plays < ENOUGH) {
      return;
    }
    List<String> missed = new ArrayList<>();
    for (Rule rule : rules.values()) {
      if (Sets.intersection(rule.kinds(), kinds.elementSet()).isEmpty()) {
        missed.add(
            "rule (%s) is about moves that %s, and none of them occurred"
                .formatted(rule.id(), words(rule.kinds(), " or ")));
      }
    }
    Set<ActKind> never = Sets.difference(wanted, kinds.elementSet());
    if (!never.isEmpty()) {
      missed.add("moves that %s had to occur, and did not".formatted(words(never, ", ")));
    }
    if (!missed.isEmpty()) {
      throw new AssertionError(
          ("this property says nothing about what its plays never met: in %s, %s.%n"
                  + "Make such moves more often (weighing), let the plays get to where they are made"
                  + " (reaching, after), give more tries, or take this check away"
                  + " (withoutCoverage).%nThe plays met: %s")
              .formatted(many(plays, "play"), String.join("; ", missed), this));
    }
  }

  private static String words(Collection<ActKind> all, String between) {
    return all.stream().map(ActKind::words).collect(joining(between));
  }

  private static String many(int number, String what) {
    return "%,d %s%s".formatted(number, what, number == 1 ? "" : "s").formatted(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "%s; %s; %s; %s; refusals by %s"
        .formatted(
            many(kinds.size(), "move"),
            met("kinds of moves", kinds.elementSet(), ActKind.values(), ActKind::words),
            met("stages of the talks", stages, Stage.values(), Coverage::low),
            met("stages of agreements", agreements, AgreementStage.values(), Coverage::low),
            laws.isEmpty() ? "no law" : laws.stream().map(Coverage::low).collect(joining(", ")));
  }

  private static String low(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static <E extends Enum<E>> String met(
      String what, Set<E> met, E[] all, Function<? super E, String> words) {
    List<String> never = new ArrayList<>();
    for (E one : all) {
      if (!met.contains(one)) {
        never.add(words.apply(one));
      }
    }
    String without = never.isEmpty() ? "" : " (never: " + String.join(", ", never) + ")";
    return "%s of %s %s%s".formatted(met.size(), all.length, what, without);
  }

  /** {@return the kinds of moves that were made} */
  ImmutableSet<ActKind> kinds() {
    return Sets.immutableEnumSet(kinds.elementSet());
  }
}
