package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.rules.Audit;
import dev.parley.rules.Rules;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Procedural;
import dev.parley.talks.RuleBook;
import dev.parley.testing.Negotiations.PlayArbitrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.Falsifier;
import net.jqwik.api.Tag;
import net.jqwik.api.facades.ShrinkingSupportFacade;
import net.jqwik.api.lifecycle.TryExecutionResult;

/**
 * Two defects, found by jqwik from forty seeds each, and the few moves that all of them come down
 * to.
 */
class ShrinkingTest {
  private static final int SEEDS = 40;

  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .principal("port", "Port company")
          .mediator("board", "Mediation board")
          .issue("rise", Scale.quantity("0", "10", "0.5", "percent"))
          .issue("crews", Scale.quantity(0, 20, "cranes"))
          .build();

  /** Offer, accept, ratify, ratify, perform. */
  private static boolean performs(Script script) {
    return script.course().moves().stream().anyMatch(m -> m.act() instanceof AfterDeal.Perform);
  }

  /** Open, close, open, close, open: no round can go without its other half. */
  private static boolean opensThree(Script script) {
    return script.course().states().stream().anyMatch(s -> s.closedRounds() >= 2 && isOpen(s));
  }

  private static boolean isOpen(Negotiation talks) {
    return talks.situation().roundOpen();
  }

  private static List<Script> shrunk(PlayArbitrary plays, Predicate<Script> fails) {
    Falsifier<Script> falsifier =
        script ->
            fails.test(script)
                ? TryExecutionResult.falsified(new AssertionError("found"))
                : TryExecutionResult.satisfied();
    List<Script> found = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      found.add(
          ShrinkingSupportFacade.implementation.falsifyThenShrink(
              plays, new Random(seed), falsifier));
    }
    return found;
  }

  /** An offer, a consent and a performance. */
  @Tag("slow")
  @Example
  void a_deal_that_is_carried_out_shrinks_to_three_moves_from_every_seed() {
    List<Script> least =
        shrunk(Negotiations.plays().withMoves(20, 40).withOneWildIn(8), ShrinkingTest::performs);
    assertThat(least).allMatch(ShrinkingTest::performs);
    assertThat(least).extracting(s -> s.moves().size()).containsOnly(3);
    assertThat(least).allMatch(s -> s.agenda().issueList().size() == 1);
    assertThat(least).allMatch(s -> s.agenda().partyList().size() == 2);
  }

  @Example
  void a_third_round_shrinks_to_five_moves_from_every_seed() {
    List<Script> least =
        shrunk(
            Negotiations.plays().on(AGENDA).withMoves(20, 40).withOneWildIn(8),
            ShrinkingTest::opensThree);
    assertThat(least).extracting(s -> s.moves().size()).containsOnly(5);
    assertThat(least)
        .allMatch(s -> s.moves().get(0).act() instanceof Procedural.OpenRound)
        .allMatch(s -> s.moves().get(1).act() instanceof Procedural.CloseRound);
  }

  @Example
  void the_same_minimum_is_reached_without_any_engine() {
    RuleBook three = RuleBook.DEFAULT.and(Rules.roundLimit(2));
    for (long seed = 0; seed < SEEDS; seed++) {
      Script found = drawn(seed, s -> !Audit.of(s.course().end(), three).isClean());
      Script least =
          Minimiser.minimise(
              found, SimplerScripts.ALL, s -> !Audit.of(s.course().end(), three).isClean());
      assertThat(least.moves()).as("seed %s", seed).hasSize(5);
    }
  }

  private static Script drawn(long seed, Predicate<Script> fails) {
    Choices choices = Choices.seeded(seed);
    Script script = LegalPlay.ANY.on(AGENDA).withMoves(20, 40).draw(choices);
    while (!fails.test(script)) {
      script = LegalPlay.ANY.on(AGENDA).withMoves(20, 40).draw(choices);
    }
    return script;
  }

  @Example
  void values_shrink_towards_the_beginning_of_their_scales() {
    Predicate<Script> offersThree =
        s ->
            s.course().states().stream()
                .flatMap(n -> n.situation().offers().keySet().stream())
                .anyMatch(
                    o ->
                        o.terms().on(dev.parley.agenda.IssueId.of("crews")).stream()
                            .anyMatch(v -> Integer.parseInt(v.toString()) >= 3));
    List<Script> least = shrunk(Negotiations.plays().on(AGENDA), offersThree);
    assertThat(least).extracting(s -> s.moves().size()).containsOnly(1);
    assertThat(least)
        .extracting(s -> s.moves().get(0).act().toString())
        .allMatch(act -> act.contains("crews 3") && !act.contains("rise"));
  }
}
