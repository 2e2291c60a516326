package dev.parley.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.explore.Exploration.Counterexample;
import dev.parley.explore.Exploration.Verdict.Status;
import dev.parley.explore.Haggling.Act;
import dev.parley.explore.Haggling.Care;
import dev.parley.explore.Haggling.Table;
import dev.parley.explore.Model.Captions;
import dev.parley.explore.Model.Next;
import net.jqwik.api.Example;

/** How what was found looks. */
class PrintsTest {
  private static final Haggling LATE = new Haggling(20, 20, 30, Care.ACCEPTS_TOO_LATE);

  private static Counterexample<Table, Act> late() {
    Haggling model = new Haggling(3, 3, 4, Care.ACCEPTS_TOO_LATE);
    return Explorer.of(model).check(model.inTime()).explore().counterexample().orElseThrow();
  }

  private static Play<Table, Act> play() {
    return Play.of(LATE)
        .then(2, Act.DAY)
        .then(Act.offer("A", 12))
        .then(Act.offer("B", 5))
        .then(28, Act.DAY)
        .then(Act.accept("A"));
  }

  @Example
  void a_counterexample_prints_as_a_transcript() {
    assertThat(late())
        .hasToString(
            """
            violated after 6 moves: an agreement comes before the deadline
            start  open on day 0, A silent, B silent
            1      A offers 1
            2-5    a day passes x 4
            6      B accepts
            end    agreed on 1 on day 4, A at 1, B silent
            """);
  }

  @Example
  void a_play_prints_in_columns() {
    assertThat(play().swimLanes())
        .isEqualTo(
            """
            A         | B
            ---------------------
            . a day passes x 2 ..
            offers 12 |
                      | offers 5
            . a day passes x 28 .
            accepts   |
            """);
  }

  @Example
  void a_play_prints_as_a_sequence_diagram() {
    assertThat(play().mermaid())
        .isEqualTo(
            """
            sequenceDiagram
              participant p1 as A
              participant p2 as B
              Note over p1,p2: a day passes x 2
              p1->>p2: offers 12
              p2->>p1: offers 5
              Note over p1,p2: a day passes x 28
              p1->>p2: accepts
            """);
  }

  @Example
  void a_counterexample_prints_as_the_source_of_a_test() {
    assertThat(late().javaTest())
        .isEqualTo(
            """
            // Found by the explorer: violated after 6 moves:
            //   start  open on day 0, A silent, B silent
            //   1      A offers 1
            //   2-5    a day passes x 4
            //   6      B accepts
            //   end    agreed on 1 on day 4, A at 1, B silent
            @Test
            void an_agreement_comes_before_the_deadline() {
              var play =
                  Play.of(model)
                      .then(Act.offer("A", 1))
                      .then(4, Act.DAY)
                      .then(Act.accept("B"));
              assertThat(play.keeps(model.inTime())).as(play.toString()).isTrue();
            }
            """);
  }

  @Example
  void the_printed_test_fails_with_the_mistake_and_passes_without() {
    for (Care care : Care.values()) {
      Haggling model = new Haggling(3, 3, 4, care);
      var play = Play.of(model).then(Act.offer("A", 1)).then(4, Act.DAY).then(Act.accept("B"));
      assertThat(play.keeps(model.inTime())).isEqualTo(care != Care.ACCEPTS_TOO_LATE);
      if (care == Care.LEGAL_ONLY) {
        assertThat(play.refusal()).hasValue("B accepts: refused by nothing after the deadline");
        assertThat(play.then(Act.DAY)).isSameAs(play);
        assertThat(play.steps()).hasSize(5);
      }
    }
  }

  @Example
  void a_lasso_prints_its_circle() {
    Counterexample<Integer, Integer> lasso =
        Explorer.of(Graph.of(3, "0>1 1>2 2>1 2>0"))
            .check(Property.everyPlayEnds())
            .explore()
            .counterexample()
            .orElseThrow();
    assertThat(lasso.mermaid())
        .isEqualTo(
            """
            sequenceDiagram
              participant p1 as all
              loop again and again
                Note over p1: 1
                Note over p1: 2
                Note over p1: 0
              end
            """);
    assertThat(lasso.swimLanes()).isEqualTo(PlayTranscript.of(lasso.play().printed(0)));
    assertThatIllegalStateException()
        .isThrownBy(lasso::javaTest)
        .withMessage(
            "captions must say how the model is written in Java: give them a (modelSource)");
  }

  @Example
  void signs_that_mermaid_reads_are_written_as_entities() {
    Captions<Integer, String> captions =
        Captions.<Integer, String>builder().mover(m -> java.util.Optional.of("the #1; A")).build();
    Model<Integer, String> model = new OneMove(captions);
    assertThat(Play.of(model).then("offers #5; or more").mermaid())
        .isEqualTo(
            """
            sequenceDiagram
              participant p1 as the #35;1#59; A
              Note over p1: offers #35;5#59; or more
            """);
  }

  private record OneMove(Captions<Integer, String> captions) implements Model<Integer, String> {
    @Override
    public java.util.List<Integer> starts() {
      return java.util.List.of(0);
    }

    @Override
    public java.util.List<String> moves(Integer state) {
      return java.util.List.of("on");
    }

    @Override
    public Next<Integer> next(Integer state, String move) {
      return Next.to(1 - state);
    }
  }

  @Example
  void an_always_whose_case_never_arises_is_vacuous() {
    Haggling silent = new Haggling(3, 0, 4);
    Exploration<Table, Act> found =
        Explorer.of(silent)
            .check(Haggling.DEAL_WAS_OFFERED, Haggling.AGREED, Haggling.EXPIRED)
            .explore();
    assertThat(found.holds()).isFalse();
    assertThat(found.verdict("a deal is one of the offers"))
        .hasToString("vacuous: a deal is one of the offers (never met: there is an agreement)");
    assertThat(found.verdict("there is an agreement"))
        .hasToString("never met: there is an agreement (all 10 states that can be reached)");
    assertThat(found.verdict("the talks expire").status()).isEqualTo(Status.HOLDS);
    assertThat(found.deadMoves()).containsExactly("ACCEPT", "OFFER");
  }

  @Example
  void an_exploration_prints_its_verdicts_its_dead_moves_and_rules_and_its_figures() {
    Exploration<Table, Act> found =
        Explorer.of(new Haggling(2, 1, 1, Care.ALL_TRIED))
            .check(Haggling.AGREED, Haggling.NO_BACKSLIDING)
            .explore();
    assertThat(found)
        .hasToString(
            """
            complete: every reachable state, to depth 3
            holds: there is an agreement (first after 2 moves)
            holds: nobody goes back on an offer (all 14 states that can be reached)
            distinct states                         14
            successors generated                    13
            levels                                  4, the deepest at depth 3
            widest level                            7 states at depth 2
            moves in a state                        0 to 4, 0.93 on average
            made: ACCEPT                            2
            made: EXPIRE                            3
            made: OFFER                             2
            made: TICK                              3
            made: WALK                              3
            refused: no expiry before the deadline  3
            refused: nothing after the deadline     15
            refused: nothing after the end          48
            refused: nothing to accept              1
            refused: so many offers and no more     4
            model examined in                       14 states
            """);
    assertThat(found.deadMoves()).isEmpty();
    assertThat(found.deadRules()).isEmpty();
    Exploration<Table, Act> early =
        Explorer.of(new Haggling(2, 1, 9, Care.ALL_TRIED)).maxDepth(2).explore();
    assertThat(early.toString())
        .contains("never made so far: EXPIRE\n")
        .contains("never refused anything so far: nothing after the deadline\n");
  }

  @Example
  void a_single_play_cannot_answer_for_a_sometimes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> play().keeps(Haggling.AGREED))
        .withMessageEndingWith(
            "must be ALWAYS or NEVER: one play cannot answer for it. Explore the model");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Haggling.EVEN_ROUNDS.beside(Haggling.NO_BACKSLIDING))
        .withMessage(
            "property (it is A's turn exactly when the round is even): a sometimes stands beside"
                + " another kind, not (ALWAYS) beside (ALWAYS)");
    assertThat(play().keeps(Haggling.NO_BACKSLIDING)).isTrue();
    assertThat(Haggling.EVEN_ROUNDS.source())
        .isEqualTo("IT_IS_A_S_TURN_EXACTLY_WHEN_THE_ROUND_IS_EVEN");
  }
}
