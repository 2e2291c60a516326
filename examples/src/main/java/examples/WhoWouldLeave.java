// A strike met by a lockout: both lose, and neither can stop first. Source: invented, after the
// prisoner's dilemma.
package examples;

import com.google.common.collect.ImmutableSet;
import dev.parley.analysis.stability.Bridging;
import dev.parley.analysis.stability.ConflictModel;
import dev.parley.analysis.stability.Stability;
import dev.parley.analysis.stability.StabilityAnalysis;
import dev.parley.analysis.stability.StabilityConcept;
import dev.parley.analysis.stability.StatusQuo;
import dev.parley.analysis.stability.StatusQuo.Route;

/** Who would stay in which state of a conflict and who would leave it, with what shows it. */
public final class WhoWouldLeave {
  private WhoWouldLeave() {}

  /** Options in order: the union's strike, the company's raise, the company's lockout. */
  private static ConflictModel conflict() {
    return ConflictModel.byOptions()
        .decisionMakers("union", "company")
        .option("union", "strike")
        .option("company", "raise")
        .option("company", "lockout")
        .infeasible("-YY") // nobody is locked out at a better wage
        .ranking("union", "NYN", "YNN", "NNN", "YYN", "YNY", "NNY")
        .ranking("company", "NNN", "NYN", "NNY", "YNY", "YYN", "YNN")
        .build();
  }

  private static void explain(StabilityAnalysis analysis, int state) {
    System.out.println("(" + state + ") " + analysis.model().describe(state));
    for (String who : analysis.model().decisionMakers()) {
      for (StabilityConcept concept :
          new StabilityConcept[] {StabilityConcept.NASH, StabilityConcept.SEQ}) {
        System.out.println(
            "   %s, %s: %s".formatted(who, concept, analysis.why(concept, who, state)));
      }
    }
  }

  /** Runs the story; fails when it ends otherwise than told. */
  public static void main(String[] args) {
    ConflictModel model = conflict();
    StabilityAnalysis analysis = StabilityAnalysis.of(model);
    System.out.println(analysis);
    int present = model.state("YNY");
    int peace = model.state("NNN");
    explain(analysis, present);
    explain(analysis, peace);

    Bridging out = Bridging.of(analysis, present);
    System.out.println(out.isStuckButBridgeable() ? "Stuck but bridgeable:" : "No bridge:");
    out.bridges().forEach(bridge -> System.out.println("   " + bridge));
    Route route = StatusQuo.of(analysis, present).route(peace);
    System.out.println("   " + route);

    if (!analysis.equilibria(StabilityConcept.NASH).equals(ImmutableSet.of(present))
        || analysis.verdict(StabilityConcept.SEQ, peace) != Stability.STABLE
        || analysis.verdict(StabilityConcept.NASH, "union", peace) != Stability.UNSTABLE
        || !out.isStuckButBridgeable()
        || route.firstLoss().isEmpty()) {
      throw new AssertionError(analysis);
    }
  }
}
