// A town asks a mining company for an apology, a kind of demand that no library has. Source:
// invented.
package examples;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.Offer;
import dev.parley.scenario.DemandKinds;
import dev.parley.scenario.Scenario;
import dev.parley.scenario.ScenarioException;
import dev.parley.talks.DemandLife.DemandState;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.util.Optional;

/** A demand of one's own is raised, met, written down and read back. */
public final class Apology {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("town", "Town")
          .principal("mine", "Mining company")
          .issue("apology", Scale.levels("none", "letter", "public statement", "ceremony"))
          .issue("fund", Scale.quantity(0, 50, "million"))
          .build();

  private static final DemandKinds KINDS =
      DemandKinds.READY_MADE.with(ApologyDemand.KIND, ApologyDemand::of);

  private Apology() {}

  private static void tell(String when, Negotiation talks) {
    talks
        .situation()
        .demands()
        .forEach(
            (demand, life) ->
                ImmutableSet.copyOf(life.states().values())
                    .forEach(s -> System.out.println(when + ": " + demand.kind() + " " + s)));
  }

  private static Offer offer(String form, long million) {
    return Offer.of(
        "mine", "town", Terms.on(AGENDA).set("apology", form).set("fund", million).build());
  }

  /** Runs the story; fails when it ends otherwise than told. */
  public static void main(String[] args) {
    Demand demand =
        new ApologyDemand(
            ActorId.of("town"),
            ImmutableSet.of(ActorId.of("mine")),
            new Ask(Optional.of("at least public statement"), "in the town, by the chairman"),
            Optional.of(Firmness.ESSENTIAL),
            true);
    Negotiation raised =
        Negotiation.about(AGENDA)
            .with(
                Move.by("town").on("2024-06-03").opensRound(),
                Move.by("town").on("2024-06-03").demands(demand),
                Move.by("mine").on("2024-06-04").offers(offer("letter", 20)),
                Move.by("town").on("2024-06-04").closesRound());
    tell("raised", raised);
    Offer better = offer("public statement", 20);
    Negotiation met =
        raised.with(
            Move.by("mine").on("2024-06-10").opensRound(),
            Move.by("mine").on("2024-06-10").offers(better),
            Move.by("town").on("2024-06-11").accepts(better),
            Move.by("mine").on("2024-06-11").closesRound());
    tell("accepted", met);
    System.out.println(met.round(2).describe() + ", " + met.situation().closed());
    System.out.println();

    Scenario scenario = Scenario.of("An apology", met);
    String text = scenario.write(KINDS);
    System.out.print(text.substring(text.indexOf("record:")));
    System.out.println();
    Scenario read = Scenario.parse("apology.yaml", text, KINDS);
    System.out.println("read back equal: " + read.equals(scenario));
    try {
      Scenario.parse("apology.yaml", text);
      throw new AssertionError("nobody has told the reader what an apology is");
    } catch (ScenarioException e) {
      System.out.println("without the kind: " + e.getMessage());
    }
    if (!read.equals(scenario)
        || !read.negotiation().situation().demands().get(demand).states().values().stream()
            .allMatch(DemandState.MET::equals)) {
      throw new AssertionError(read.negotiation().situation().demands());
    }
  }
}
