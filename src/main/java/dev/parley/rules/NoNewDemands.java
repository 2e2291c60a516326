package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Region;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import dev.parley.talks.Stage;
import dev.parley.talks.Substantive;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * After an agreement in principle nobody raises a demand, or amends one so that it asks for more. A
 * demand that is amended to accept at least what it did is fine, and so is one in words only, which
 * cannot be compared. When the agreement fails to be ratified, demands are open again. Immutable.
 *
 * @param severity what breaking it means; illegal unless given
 */
public record NoNewDemands(Finding.Severity severity) implements Rule {
  static final String ID = "no-new-demands";

  /** {@return the rule that refuses} */
  public static NoNewDemands refusing() {
    return new NoNewDemands(Finding.Severity.REFUSE);
  }

  static NoNewDemands from(Parameters p) {
    return new NoNewDemands(p.severity(Finding.Severity.REFUSE));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return "after an agreement in principle no demand is raised, and none asks for more";
  }

  @Override
  public String rationale() {
    return "Escalating demands once the other has settled is a known tactic"
        + " (Fisher and Ury 1981, Getting to Yes)";
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    ImmutableList.Builder<Finding> found = ImmutableList.builder();
    boolean raises = move.act() instanceof Substantive.RaiseDemand;
    if (situation.stage() != Stage.AGREED_IN_PRINCIPLE
        || !raises && !(move.act() instanceof Substantive.AmendDemand)) {
      return found.build();
    }
    Set<Object> named = new HashSet<>();
    for (Saying said : Saying.of(situation, move)) {
      Optional<Region> before = situation.position(said.line()).demanded();
      boolean more =
          raises
              || said.region().isPresent()
                  && !before.map(b -> said.region().get().encloses(b)).orElse(false);
      if (more && named.add(said.line().issue())) {
        found.addAll(
            finding(
                "%s %s on (%s) after an agreement in principle"
                    .formatted(
                        move.by(),
                        raises ? "raises a demand" : "demands more",
                        said.line().issue()),
                "Ratify what is agreed, or fail to ratify it and reopen the talks"));
      }
    }
    return found.build();
  }
}
