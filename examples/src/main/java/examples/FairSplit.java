// Bill and Jack swap what they own. Source: J. F. Nash, "The Bargaining Problem", Econometrica 18
// (1950).
package examples;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.BargainingProblem;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.Frontier.Appraisal;
import dev.parley.analysis.bargaining.Frontier.Solution;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.bargaining.Payoff;
import dev.parley.analysis.bargaining.SolutionConcept;
import java.util.ArrayList;
import java.util.List;

/** Nine goods, 512 ways to share them: which are efficient, and which is fair by whose theory. */
public final class FairSplit {
  /** A good, who owns it, and what it is worth to each, as in Nash's table. */
  private record Good(String name, String owner, String toBill, String toJack) {}

  private static final List<Good> GOODS =
      List.of(
          new Good("book", "bill", "2", "4"),
          new Good("whip", "bill", "2", "2"),
          new Good("ball", "bill", "2", "1"),
          new Good("bat", "bill", "2", "2"),
          new Good("box", "bill", "4", "1"),
          new Good("pen", "jack", "10", "1"),
          new Good("toy", "jack", "4", "1"),
          new Good("knife", "jack", "6", "2"),
          new Good("hat", "jack", "2", "2"));

  private static final Agenda AGENDA = agenda();
  private static final OutcomeSpace SPACE = OutcomeSpace.of(AGENDA);
  private static final Terms AS_IT_IS = swapped();
  private static final List<SolutionConcept> FAIR =
      List.of(
          SolutionConcept.NASH,
          SolutionConcept.KALAI_SMORODINSKY,
          SolutionConcept.EGALITARIAN,
          SolutionConcept.UTILITARIAN);

  private FairSplit() {}

  private static Agenda agenda() {
    Agenda.Builder agenda = Agenda.builder().principal("bill", "Bill").principal("jack", "Jack");
    GOODS.forEach(good -> agenda.issue(good.name(), Scale.options("bill", "jack")));
    return agenda.build();
  }

  /** Says who has what when these goods have changed hands. */
  private static Terms swapped(String... goods) {
    Terms.Builder terms = Terms.on(AGENDA);
    for (Good good : GOODS) {
      String other = good.owner().equals("bill") ? "jack" : "bill";
      terms.set(good.name(), List.of(goods).contains(good.name()) ? other : good.owner());
    }
    return terms.build();
  }

  /** Without a deal each keeps what he has: that is his reservation. */
  private static AdditiveProfile profile(String who) {
    AdditiveProfile.Builder profile = AdditiveProfile.on(SPACE, who);
    for (Good good : GOODS) {
      profile.issue(
          good.name(),
          who.equals("bill") ? good.toBill() : good.toJack(),
          Evaluation.table()
              .value("bill", who.equals("bill") ? "1" : "0")
              .value("jack", who.equals("jack") ? "1" : "0"));
    }
    return profile.reservation(AS_IT_IS).build();
  }

  /** Says what everybody gets and which goods change hands. */
  private static String told(Payoff payoff) {
    List<String> moved = new ArrayList<>();
    for (Good good : GOODS) {
      if (!payoff.outcome().toString().contains(good.name() + " " + good.owner())) {
        moved.add(good.name());
      }
    }
    return "bill %s, jack %s: %s"
        .formatted(payoff.utility("bill"), payoff.utility("jack"), String.join(", ", moved));
  }

  /** Runs the story; fails when it ends otherwise than told. */
  public static void main(String[] args) {
    Frontier frontier = BargainingProblem.of(SPACE, profile("bill"), profile("jack")).frontier();
    System.out.println(
        "As it is: "
            + frontier.profiles().stream()
                .map(p -> p.party() + " " + p.utility(AS_IT_IS))
                .toList());
    System.out.println(
        frontier.negotiationSet().size()
            + " of "
            + SPACE.size()
            + " swaps are efficient and refused by nobody; what is swapped:");
    for (Payoff payoff : frontier.negotiationSet()) {
      System.out.println("   " + told(payoff));
    }
    for (SolutionConcept concept : FAIR) {
      Solution solution = frontier.solution(concept);
      System.out.println(concept.title() + ", score " + solution.score().orElseThrow());
      solution.payoffs().forEach(p -> System.out.println("   " + told(p)));
    }
    Appraisal modest = frontier.appraise(swapped("book", "pen"));
    System.out.println(
        "The book for the pen: %s, %s"
            .formatted(
                modest.utilities(), modest.refusers().isEmpty() ? "refused by nobody" : "refused"));
    modest.better().ifPresent(p -> System.out.println("   better for both: " + told(p)));

    Solution nash = frontier.solution(SolutionConcept.NASH);
    Terms published = swapped("book", "whip", "ball", "bat", "pen", "toy", "knife");
    if (!nash.payoffs().get(0).outcome().equals(published)
        || !nash.score().orElseThrow().equals(Fraction.parse("60"))
        || modest.isEfficient()) {
      throw new AssertionError(nash);
    }
  }
}
