package dev.parley.json;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Region;
import dev.parley.analysis.prospect.DealAppraisal;
import dev.parley.analysis.prospect.DealAppraisal.AgainstNone;
import dev.parley.analysis.prospect.DealAppraisal.Answer;
import dev.parley.analysis.prospect.DealAppraisal.Bounds;
import dev.parley.analysis.prospect.DealAppraisal.Improvement;
import dev.parley.analysis.prospect.DealAppraisal.Staying;
import dev.parley.analysis.prospect.DealAppraisal.Worth;
import dev.parley.analysis.prospect.Missing;
import dev.parley.analysis.stability.Stability;
import dev.parley.report.words.JsonShape;
import dev.parley.report.words.JsonType;
import dev.parley.talks.Move;
import java.util.Map;

/** What a deal that was reached is worth, as JSON. */
final class JsonDeal {
  private JsonDeal() {}

  static final JsonShape<Missing> MISSING =
      JsonShape.<Missing>of("missing", "What would have to be known.")
          .text("what", "what", Missing::what)
          .text("party", "of whom", Missing::party)
          .textIf("issue", "on which issue", Missing::issue)
          .build();

  private static final JsonShape<Bounds> BOUNDS =
      JsonShape.<Bounds>of("bounds", "Between what a number lies, whatever is still open.")
          .text("least", "the least that it can be", Bounds::least)
          .text("most", "the most that it can be", Bounds::most)
          .build();

  private static final JsonShape<Map.Entry<ActorId, Worth>> WORTH =
      JsonShape.<Map.Entry<ActorId, Worth>>of("deal-worth", "What a deal is worth to a party.")
          .text("party", "to whom", Map.Entry::getKey)
          .one("utility", "its utility", BOUNDS, w -> w.getValue().utility())
          .constant(
              "against-none",
              "how it compares with no agreement",
              AgainstNone.class,
              w -> w.getValue().againstNone())
          .oneIf(
              "share",
              "which share it is of what the party could have gained",
              BOUNDS,
              w -> w.getValue().share())
          .build();

  private static final JsonShape<Improvement> IMPROVEMENT =
      JsonShape.<Improvement>of("improvement", "What would have been better than a deal.")
          .one("instead", "other values, by issue", JsonValues.TERMS, Improvement::instead)
          .map("gains", "how much each would gain", JsonType.TEXT, Improvement::gains)
          .one(
              "given",
              "how what is still open is settled for this to hold",
              JsonValues.TERMS,
              Improvement::given)
          .build();

  private static final JsonType<Iterable<? extends Move>> WAY_OUT =
      JsonType.list(JsonType.as(JsonType.TEXT, (Move move) -> move.act().kind().name()));

  private static final JsonShape<Map.Entry<ActorId, Staying>> STAYING =
      JsonShape.<Map.Entry<ActorId, Staying>>of("staying", "Whether a party stays in a deal.")
          .text("party", "who", Map.Entry::getKey)
          .constant("verdict", "whether it stays", Stability.class, s -> s.getValue().verdict())
          .list(
              "ways-out",
              "by which kinds of acts it could leave",
              WAY_OUT,
              s -> s.getValue().waysOut())
          .build();

  static final JsonShape<DealAppraisal> DEAL =
      JsonShape.<DealAppraisal>of("deal", "What a deal that was reached is worth.")
          .entries("agreements", "the agreements that make it", DealAppraisal::agreements)
          .texts("among", "among whom it is agreed", DealAppraisal::among)
          .one("settled", "the values that are agreed", JsonValues.TERMS, DealAppraisal::settled)
          .map(
              "open",
              "what is still open, by issue: the values that are possible",
              JsonType.as(JsonType.TEXT, Region::describe),
              DealAppraisal::open)
          .list("missing", "what would have to be known", MISSING, DealAppraisal::missing)
          .list("worth", "what it is worth to each", WORTH, d -> d.worth().entrySet())
          .constant(
              "efficient",
              "whether nothing is better for one and worse for no one",
              Answer.class,
              DealAppraisal::efficient)
          .oneIf("better", "what would have been better", IMPROVEMENT, DealAppraisal::better)
          .map(
              "matches",
              "whether a concept picks it, by concept",
              JsonType.constant(Answer.class),
              DealAppraisal::matched)
          .list(
              "solutions",
              "what each concept picks",
              JsonBargaining.SOLUTION,
              d -> d.solutions().values())
          .constant("lasts", "whether all stay", Stability.class, DealAppraisal::lasts)
          .list("staying", "whether each stays", STAYING, d -> d.staying().entrySet())
          .texts("limits", "why not all is known", DealAppraisal::limits)
          .build();
}
