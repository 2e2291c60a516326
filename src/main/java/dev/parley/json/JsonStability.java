package dev.parley.json;

import com.google.common.collect.ImmutableMap;
import dev.parley.analysis.stability.Bridging.Bridge;
import dev.parley.analysis.stability.ConflictModel.UnilateralMove;
import dev.parley.analysis.stability.OptionForm;
import dev.parley.analysis.stability.StabilityAnalysis;
import dev.parley.analysis.stability.StabilityConcept;
import dev.parley.analysis.stability.StatusQuo.Route;
import dev.parley.analysis.stability.Witness;
import dev.parley.analysis.stability.Witness.PreferenceFact;
import dev.parley.analysis.stability.Witness.Reason;
import dev.parley.report.words.JsonShape;
import dev.parley.report.words.JsonType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Which states of a conflict would last, and how they are reached, as JSON. */
final class JsonStability {
  private JsonStability() {}

  /** A state of a conflict. */
  record State(StabilityAnalysis in, int number) {}

  /** A state as a concept judges it. */
  private record Judged(State state, StabilityConcept concept) {
    private ImmutableMap<String, Object> each() {
      ImmutableMap.Builder<String, Object> each = ImmutableMap.builder();
      for (String dm : state.in().model().decisionMakers()) {
        each.put(dm, state.in().verdict(concept, dm, state.number()));
      }
      return each.buildOrThrow();
    }
  }

  private static final JsonShape<Judged> JUDGED =
      JsonShape.<Judged>of("stability", "Whether a state would last, by one concept.")
          .text("all", "for all", j -> j.state().in().verdict(j.concept(), j.state().number()))
          .map("each", "for each decision maker", JsonType.TEXT, Judged::each)
          .build();

  /** By concept, the verdict of each decision maker and that of all. */
  static final JsonType<State> VERDICTS =
      JsonType.as(JsonType.map(JUDGED), state -> byConcept(c -> new Judged(state, c)));

  static <T> ImmutableMap<String, T> byConcept(Function<StabilityConcept, T> value) {
    return Arrays.stream(StabilityConcept.values())
        .collect(ImmutableMap.toImmutableMap(StabilityConcept::name, value));
  }

  private static final JsonShape<State> STATE =
      JsonShape.<State>of("state", "A state of a conflict.")
          .integer("state", "its number", State::number)
          .text("name", "its name", s -> s.in().model().name(s.number()))
          .one("verdicts", "whether it would last, by concept", VERDICTS, s -> s)
          .build();

  private static List<State> states(StabilityAnalysis stability) {
    return IntStream.rangeClosed(1, stability.model().size())
        .mapToObj(state -> new State(stability, state))
        .toList();
  }

  static final JsonShape<StabilityAnalysis> ANALYSIS =
      JsonShape.<StabilityAnalysis>of(
              "stability-analysis", "Which states of a conflict would last.")
          .texts("decision-makers", "who decides", s -> s.model().decisionMakers())
          .flag("complete", "whether every preference is known", s -> s.model().isComplete())
          .list("states", "the states", STATE, JsonStability::states)
          .map(
              "equilibria",
              "the states that last for all, by concept",
              JsonType.list(JsonType.INTEGER),
              s -> byConcept(s::equilibria))
          .map(
              "possible-equilibria",
              "the states that could, by concept",
              JsonType.list(JsonType.INTEGER),
              s -> byConcept(s::possibleEquilibria))
          .build();

  private static final JsonShape<UnilateralMove> MOVE =
      JsonShape.<UnilateralMove>of("unilateral-move", "A step from one state to another.")
          .text("by", "whose", UnilateralMove::by)
          .integer("from", "from which state", UnilateralMove::from)
          .integer("to", "to which", UnilateralMove::to)
          .build();

  private static final JsonShape<PreferenceFact> FACT =
      JsonShape.<PreferenceFact>of("preference-fact", "Which of two states somebody prefers.")
          .text("decision-maker", "who", PreferenceFact::decisionMaker)
          .integer("state", "this state", PreferenceFact::state)
          .integer("than", "the other", PreferenceFact::than)
          .flag("better", "whether this one is better", PreferenceFact::isBetter)
          .build();

  private static final JsonShape<Witness.Answer> ANSWER =
      JsonShape.<Witness.Answer>of("answer", "How the others answer an improvement.")
          .one("improvement", "the improvement", MOVE, Witness.Answer::improvement)
          .list("sequence", "what they do", MOVE, Witness.Answer::sequence)
          .build();

  private static final JsonShape<Witness.Answered> ANSWERED =
      JsonShape.<Witness.Answered>of("answered", "Every improvement is answered.")
          .list("answers", "how", ANSWER, Witness.Answered::answers)
          .list("given", "by which preferences", FACT, Witness.Answered::given)
          .build();

  static final JsonShape<Witness.Unanswered> UNANSWERED =
      JsonShape.<Witness.Unanswered>of("unanswered", "An improvement that nobody answers.")
          .one("improvement", "the improvement", MOVE, Witness.Unanswered::improvement)
          .list("given", "by which preferences", FACT, Witness.Unanswered::given)
          .build();

  static final JsonShape<Reason> REASON =
      JsonShape.<Reason>of("reason", "Why a state is stable for a decision maker, or not.")
          .text("verdict", "whether it is", Reason::verdict)
          .oneIf("stable", "why it could be", ANSWERED, Reason::stable)
          .oneIf("unstable", "why it could not", UNANSWERED, Reason::unstable)
          .build();

  static final JsonShape<Route> ROUTE =
      JsonShape.<Route>of("route", "How a state can be reached.")
          .integer("to", "which state", Route::to)
          .oneIf("by-any-moves", "by any moves", JsonType.list(MOVE), Route::byAnyMoves)
          .oneIf(
              "by-improvements",
              "by moves that each improve on",
              JsonType.list(MOVE),
              Route::byImprovements)
          .oneIf("first-loss", "the first move that makes worse", MOVE, Route::firstLoss)
          .oneIf("first-unknown", "the first of which it is not known", MOVE, Route::firstUnknown)
          .build();

  private static final JsonShape<OptionForm.Option> OPTION =
      JsonShape.<OptionForm.Option>of("option", "What somebody can do or leave.")
          .text("owner", "who", OptionForm.Option::owner)
          .text("option", "what", OptionForm.Option::name)
          .build();

  static final JsonShape<Bridge> BRIDGE =
      JsonShape.<Bridge>of("bridge", "A package that leads out of a state.")
          .texts("coalition", "who moves together", b -> b.improvement().coalition())
          .integer("from", "from which state", b -> b.improvement().from())
          .integer("to", "to which", b -> b.improvement().to())
          .list("moves", "by which steps", MOVE, b -> b.improvement().moves())
          .list("changes", "what they change", OPTION, Bridge::changes)
          .texts("losers", "who would be worse off by a step alone", Bridge::losers)
          .build();
}
