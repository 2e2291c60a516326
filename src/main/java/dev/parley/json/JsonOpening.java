package dev.parley.json;

import dev.parley.agenda.DelegationId;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.report.words.JsonShape;
import dev.parley.report.words.JsonType;
import dev.parley.talks.ActKind;
import dev.parley.talks.Opening;

/** What somebody can do now, as JSON. */
final class JsonOpening {
  private JsonOpening() {}

  private static <T> JsonShape<T> only(String what, String meaning, JsonType<T> type) {
    return JsonShape.<T>of("about-" + what, meaning).one(what, meaning, type, it -> it).build();
  }

  private static final JsonType<Object> SUBJECT =
      JsonType.cases()
          .with(Offer.class, only("offer", "An offer that stands.", JsonValues.OFFER))
          .with(Demand.class, only("demand", "A demand that stands.", JsonValues.DEMAND))
          .with(Obligation.class, only("obligation", "An obligation.", JsonActs.OBLIGATION))
          .with(Text.class, only("text", "A text.", JsonValues.TEXT))
          .with(
              DelegationId.class,
              JsonOpening.<Object>only("delegation", "A delegation.", JsonType.TEXT))
          .with(Object.class, only("deadline", "A deadline.", JsonType.TEXT));

  static final JsonShape<Opening> OPENING =
      JsonShape.<Opening>of("opening", "What somebody can do now.")
          .text("by", "who", Opening::by)
          .constant("kind", "which kind of act", ActKind.class, Opening::kind)
          .oneIf("subject", "about what that stands", SUBJECT, Opening::subject)
          .map(
              "admissible",
              "the values that can be put forward, by issue",
              JsonValues.REGION,
              Opening::admissible)
          .build();
}
