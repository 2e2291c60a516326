package dev.parley.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.ObligationState;
import dev.parley.report.words.Names;
import dev.parley.talks.DemandLife.DemandState;
import dev.parley.talks.Stage;
import dev.parley.talks.Standing.OfferState;
import dev.parley.talks.Tables;
import dev.parley.talks.TransitionTable;
import dev.parley.talks.TransitionTable.Guard;
import dev.parley.talks.TransitionTable.Transition;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;

class DiagramTest {
  private static final String[] NAMES = {
    "says \"yes\"", "a:b", "[x]", "<b>&amp;", "one;two", "up\ndown", "back\\slash", "a#b;", "{c}|d"
  };

  /** A table whose guards have names that drawing programs could misread. */
  private static final TransitionTable<OfferState, Tables.OfferEvent, Object> AWKWARD = awkward();

  private static TransitionTable<OfferState, Tables.OfferEvent, Object> awkward() {
    TransitionTable.Builder<OfferState, Tables.OfferEvent, Object> table =
        TransitionTable.startingAt(
            "a \"table\"", OfferState.STANDING, Tables.OfferEvent.class, Object.class);
    for (String name : NAMES) {
      table.row(
          OfferState.STANDING,
          Tables.OfferEvent.ACCEPT,
          Guard.of(name, "always", o -> true),
          OfferState.ACCEPTED);
    }
    for (OfferState state : OfferState.values()) {
      if (state != OfferState.STANDING && state != OfferState.ACCEPTED) {
        table.row(OfferState.ACCEPTED, Tables.OfferEvent.values()[state.ordinal() - 1], state);
      }
    }
    return table.build();
  }

  @Example
  void the_stage_is_drawn_with_the_current_one_marked() {
    Golden.check("stage.mmd", Diagram.mermaid(Tables.STAGE, Optional.of(Stage.IN_SESSION)));
    Golden.check("stage.dot", Diagram.dot(Tables.STAGE, Optional.of(Stage.IN_SESSION)));
  }

  @Example
  void an_offer_is_drawn() {
    Golden.check("offer.mmd", Diagram.mermaid(Tables.OFFER, Optional.empty()));
    Golden.check("offer.dot", Diagram.dot(Tables.OFFER, Optional.of(OfferState.LAPSED)));
  }

  @Example
  void a_demand_is_drawn() {
    Golden.check("demand.mmd", Diagram.mermaid(Tables.DEMAND, Optional.of(DemandState.MET)));
    Golden.check("demand.dot", Diagram.dot(Tables.DEMAND, Optional.empty()));
  }

  @Example
  void an_agreement_is_drawn() {
    Golden.check(
        "agreement.mmd", Diagram.mermaid(Tables.AGREEMENT, Optional.of(AgreementStage.INITIALLED)));
    Golden.check("agreement.dot", Diagram.dot(Tables.AGREEMENT, Optional.empty()));
  }

  @Example
  void an_obligation_is_drawn() {
    Golden.check("obligation.mmd", Diagram.mermaid(Tables.OBLIGATION, Optional.empty()));
    Golden.check(
        "obligation.dot", Diagram.dot(Tables.OBLIGATION, Optional.of(ObligationState.SUSPENDED)));
  }

  @Example
  void names_that_a_drawing_program_could_misread_are_escaped() {
    Golden.check("awkward.mmd", Diagram.mermaid(AWKWARD, Optional.empty()));
    Golden.check("awkward.dot", Diagram.dot(AWKWARD, Optional.empty()));
  }

  @Example
  void every_row_is_on_its_arrow() {
    everyRow(Tables.STAGE);
    everyRow(Tables.OFFER);
    everyRow(Tables.DEMAND);
    everyRow(Tables.AGREEMENT);
    everyRow(Tables.OBLIGATION);
  }

  private static <S extends Enum<S>, E extends Enum<E>, C> void everyRow(
      TransitionTable<S, E, C> table) {
    List<String> mermaid = Diagram.mermaid(table, Optional.empty()).lines().toList();
    List<String> dot = Diagram.dot(table, Optional.empty()).lines().toList();
    for (Transition<S, E, C> row : table.rows()) {
      boolean always = row.guard().equals(Guard.always());
      String label = Names.words(row.event()) + (always ? "" : " [" + row.guard().name() + "]");
      assertThat(mermaid)
          .anyMatch(l -> l.startsWith("  " + row.from() + " --> " + row.to()) && l.contains(label));
      assertThat(dot)
          .anyMatch(
              l ->
                  l.startsWith("  \"" + row.from() + "\" -> \"" + row.to() + "\"")
                      && l.contains(label));
    }
  }

  @Tag("slow")
  @Example
  void graphviz_reads_what_is_drawn_for_it() throws Exception {
    assumeThat(installed("dot")).as("graphviz is installed; without it this is skipped").isTrue();
    accepted(Diagram.dot(Tables.STAGE, Optional.of(Stage.IN_SESSION)));
    accepted(Diagram.dot(Tables.OFFER, Optional.empty()));
    accepted(Diagram.dot(Tables.DEMAND, Optional.empty()));
    accepted(Diagram.dot(Tables.AGREEMENT, Optional.empty()));
    accepted(Diagram.dot(Tables.OBLIGATION, Optional.empty()));
    accepted(Diagram.dot(AWKWARD, Optional.of(OfferState.ACCEPTED)));
  }

  private static boolean installed(String program) {
    try {
      return new ProcessBuilder(program, "-V").redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void accepted(String drawing) throws Exception {
    Process process =
        new ProcessBuilder("dot", "-Tcanon")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(drawing.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(process.waitFor()).isZero();
  }
}
