package dev.parley.json;

import dev.parley.analysis.stability.Bridging.Bridge;
import dev.parley.analysis.stability.ConflictModel.UnilateralMove;
import dev.parley.analysis.stability.StabilityAnalysis;
import dev.parley.analysis.stability.StabilityConcept;
import dev.parley.analysis.stability.StatusQuo.Route;
import dev.parley.analysis.stability.Witness;
import dev.parley.analysis.stability.Witness.PreferenceFact;
import dev.parley.analysis.stability.Witness.Reason;
import dev.parley.report.words.JsonWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The fields of which states of a conflict would last, and how they are reached. */
final class JsonStability {
  private JsonStability() {}

  static void analysis(JsonWriter sheet, StabilityAnalysis stability) {
    List<String> all = stability.model().decisionMakers();
    sheet.texts("decision-makers", all).put("complete", stability.model().isComplete());
    sheet.objects(
        "states",
        IntStream.rangeClosed(1, stability.model().size()).boxed().toList(),
        (s, state) -> {
          s.put("state", state).put("name", stability.model().name(state));
          s.object("verdicts", v -> verdicts(v, stability, state));
        });
    sheet.object(
        "equilibria",
        s ->
            Arrays.stream(StabilityConcept.values())
                .forEach(c -> s.numbers(c.name(), stability.equilibria(c))));
    sheet.object(
        "possible-equilibria",
        s ->
            Arrays.stream(StabilityConcept.values())
                .forEach(c -> s.numbers(c.name(), stability.possibleEquilibria(c))));
  }

  /** Puts, by concept, the verdict of each decision maker and that of all. */
  static void verdicts(JsonWriter sheet, StabilityAnalysis stability, int state) {
    for (StabilityConcept concept : StabilityConcept.values()) {
      sheet.object(
          concept.name(),
          s -> {
            s.put("all", stability.verdict(concept, state));
            s.object(
                "each",
                e ->
                    stability
                        .model()
                        .decisionMakers()
                        .forEach(dm -> e.put(dm, stability.verdict(concept, dm, state))));
          });
    }
  }

  static void reason(JsonWriter sheet, Reason reason) {
    sheet.put("verdict", reason.verdict());
    sheet.object("stable", reason.stable(), JsonStability::answered);
    sheet.object("unstable", reason.unstable(), JsonStability::unanswered);
  }

  private static void answered(JsonWriter sheet, Witness.Answered witness) {
    sheet.objects(
        "answers",
        witness.answers(),
        (s, answer) -> {
          s.object("improvement", m -> move(m, answer.improvement()));
          s.objects("sequence", answer.sequence(), JsonStability::move);
        });
    sheet.objects("given", witness.given(), JsonStability::fact);
  }

  static void unanswered(JsonWriter sheet, Witness.Unanswered witness) {
    sheet.object("improvement", m -> move(m, witness.improvement()));
    sheet.objects("given", witness.given(), JsonStability::fact);
  }

  private static void fact(JsonWriter sheet, PreferenceFact fact) {
    sheet.put("decision-maker", fact.decisionMaker()).put("state", fact.state());
    sheet.put("than", fact.than()).put("better", fact.isBetter());
  }

  private static void move(JsonWriter sheet, UnilateralMove move) {
    sheet.put("by", move.by()).put("from", move.from()).put("to", move.to());
  }

  static void route(JsonWriter sheet, Route route) {
    sheet.put("to", route.to());
    moves(sheet, "by-any-moves", route.byAnyMoves());
    moves(sheet, "by-improvements", route.byImprovements());
    sheet.object("first-loss", route.firstLoss(), JsonStability::move);
    sheet.object("first-unknown", route.firstUnknown(), JsonStability::move);
  }

  private static void moves(
      JsonWriter sheet, String name, Optional<? extends Iterable<UnilateralMove>> moves) {
    if (moves.isPresent()) {
      sheet.objects(name, moves.get(), JsonStability::move);
    } else {
      sheet.nothing(name);
    }
  }

  static void bridge(JsonWriter sheet, Bridge bridge) {
    sheet.texts("coalition", bridge.improvement().coalition());
    sheet.put("from", bridge.improvement().from()).put("to", bridge.improvement().to());
    sheet.objects("moves", bridge.improvement().moves(), JsonStability::move);
    sheet.objects(
        "changes",
        bridge.changes(),
        (s, option) -> s.put("owner", option.owner()).put("option", option.name()));
    sheet.texts("losers", bridge.losers());
  }
}
