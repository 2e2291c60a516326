package dev.parley.rules;

import static java.lang.String.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.talks.ActKind;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** {@link Rules#noNewDemands}. */
record NoNewDemands(Settings settings) implements Declared {
  static final RuleKind KIND =
      new RuleKind(
          "no-new-demands",
          "after an agreement in principle no demand is raised, and none asks for more",
          "Escalating demands once the other has settled is a known tactic"
              + " (Fisher and Ury 1981, Getting to Yes)",
          NoNewDemands::new);

  @Override
  public ImmutableSet<ActKind> kinds() {
    return Sets.immutableEnumSet(ActKind.RAISE_DEMAND, ActKind.AMEND_DEMAND);
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    ImmutableList.Builder<Finding> found = ImmutableList.builder();
    boolean raises = move.act().kind() == ActKind.RAISE_DEMAND;
    if (move.act().value(Shape.DEMAND).isEmpty()) {
      return found.build();
    }
    Set<IssueId> named = new HashSet<>();
    for (Saying said : Saying.of(situation, move)) {
      if (!Agreed.isInPrinciple(situation, said.line())) {
        continue;
      }
      Optional<Region> before = situation.position(said.line()).demanded();
      boolean more =
          raises
              || said.region().isPresent()
                  && !before.map(b -> said.region().get().encloses(b)).orElse(false);
      if (more && named.add(said.line().issue())) {
        found.addAll(
            finding(
                format(
                    "%s %s on (%s) after an agreement in principle",
                    move.by(), raises ? "raises a demand" : "demands more", said.line().issue()),
                "Keep to what is agreed until it is signed and carried out, or over"));
      }
    }
    return found.build();
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
