package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.demand.Instalment;
import dev.parley.demand.Trigger;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Attestation;
import dev.parley.talks.Finding;
import dev.parley.talks.Implementation;
import dev.parley.talks.Move;
import dev.parley.talks.Obligation;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import java.util.Map;

/**
 * What is carried out in instalments is carried out in their order: nothing of the second phase is
 * performed before all of the first is. An obligation belongs to the instalment that it is named
 * after ({@code phase-1} or {@code phase-1: hostages}); one that is set off after an instalment
 * waits for it too. What is excused or ended waits for nobody and lets nobody wait. Immutable.
 *
 * @param done how far an earlier instalment must be implemented, above NONE
 * @param severity what breaking it means; illegal unless given
 */
public record InstalmentsInOrder(Implementation done, Finding.Severity severity) implements Rule {
  static final String ID = "instalments-in-order";

  /**
   * Checks that something has to be done.
   *
   * @param done how far an earlier instalment must be implemented, above NONE
   * @param severity what breaking it means; illegal unless given
   */
  public InstalmentsInOrder {
    if (done == Implementation.NONE) {
      throw new IllegalArgumentException("done (none) must be minimal, intermediate or full");
    }
  }

  /** {@return the rule that refuses before the earlier instalments are performed in full} */
  public static InstalmentsInOrder refusing() {
    return new InstalmentsInOrder(Implementation.FULL, Finding.Severity.REFUSE);
  }

  static InstalmentsInOrder from(Parameters p) {
    return new InstalmentsInOrder(
        p.choice("done", Implementation.FULL), p.severity(Finding.Severity.REFUSE));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return "nothing of an instalment is performed before the earlier ones are";
  }

  @Override
  public String rationale() {
    return "Small steps let each side see the last one kept before the next is due"
        + " (Schelling 1960, The Strategy of Conflict); degrees after Joshi, Quinn and Regan 2015";
  }

  @Override
  public ImmutableMap<String, String> parameters() {
    return ImmutableMap.of("done", Parameters.word(done));
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    if (!(move.act() instanceof AfterDeal.Perform perform)) {
      return ImmutableList.of();
    }
    for (Map.Entry<Obligation, Obligation.Status> other : situation.obligations().entrySet()) {
      Obligation.Status status = other.getValue();
      if (!status.state().isOver()
          && status.degree().compareTo(done) < 0
          && precedes(situation, other.getKey(), perform.obligation())) {
        return finding(
            "%s performs (%s) before (%s) of %s, which is %s, implemented (%s)"
                .formatted(
                    move.by(),
                    perform.obligation().name(),
                    other.getKey().name(),
                    other.getKey().by(),
                    status.state(),
                    Parameters.word(status.degree())),
            "Let %s perform (%s) first, or excuse it"
                .formatted(other.getKey().by(), other.getKey().name()));
      }
    }
    return ImmutableList.of();
  }

  private static boolean precedes(Situation s, Obligation one, Obligation other) {
    if (other.undertaking().trigger() instanceof Trigger.After after
        && isOf(one, after.instalment())) {
      return true;
    }
    for (Attestation agreed : s.agreements()) {
      int place = place(agreed, one);
      if (place >= 0 && place < place(agreed, other)) {
        return true;
      }
    }
    return false;
  }

  private static int place(Attestation agreed, Obligation obligation) {
    ImmutableList<Instalment> steps = agreed.instalments();
    for (int i = 0; i < steps.size(); i++) {
      if (isOf(obligation, steps.get(i).name())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isOf(Obligation obligation, String instalment) {
    return obligation.name().equals(instalment) || obligation.name().startsWith(instalment + ": ");
  }
}
