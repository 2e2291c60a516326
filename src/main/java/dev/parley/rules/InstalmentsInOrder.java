package dev.parley.rules;

import static java.lang.String.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.rules.Registry.Parameters;
import dev.parley.talks.ActKind;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;
import java.util.Map;
import java.util.Optional;

/** {@link Rules#instalmentsInOrder}. */
record InstalmentsInOrder(Settings settings) implements Declared {
  /** How far an earlier instalment must be implemented. */
  static final Setting<Implementation> DONE = Setting.choice("done", Implementation.FULL);

  static final RuleKind KIND =
      new RuleKind(
          "instalments-in-order",
          "nothing of an instalment is performed before the earlier ones are",
          "Small steps let each side see the last one kept before the next is due"
              + " (Schelling 1960, The Strategy of Conflict); degrees after Joshi, Quinn and Regan"
              + " 2015",
          InstalmentsInOrder::new,
          DONE);

  InstalmentsInOrder {
    if (settings.get(DONE) == Implementation.NONE) {
      throw new IllegalArgumentException("done (none) must be minimal, intermediate or full");
    }
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
    for (Map.Entry<Obligation, Obligation.Status> entry : situation.obligations().entrySet()) {
      Obligation other = entry.getKey();
      Obligation.Status status = entry.getValue();
      if (!status.state().isOver()
          && status.degree().compareTo(get(DONE)) < 0
          && precedes(situation, other, performed.get())) {
        String degree = Parameters.word(status.degree());
        return finding(
            format(
                "%s performs (%s) before (%s) of %s, which is %s, implemented (%s)",
                move.by(),
                performed.get().name(),
                other.name(),
                other.by(),
                status.state(),
                degree),
            format("Let %s perform (%s) first, or excuse it", other.by(), other.name()));
      }
    }
    return ImmutableList.of();
  }

  private static boolean precedes(Situation s, Obligation one, Obligation other) {
    if (other.awaited(s.obligations().keySet()).contains(one)) {
      return true;
    }
    int place = place(one);
    return one.under().equals(other.under()) && place >= 0 && place < place(other);
  }

  private static int place(Obligation obligation) {
    ImmutableList<Instalment> steps = obligation.under().instalments();
    for (int i = 0; i < steps.size(); i++) {
      if (obligation.isNamed(steps.get(i).name())) {
        return i;
      }
    }
    return -1;
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
