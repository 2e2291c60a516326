package dev.parley.json;

import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.TimeCost;
import dev.parley.analysis.prospect.Durability;
import dev.parley.analysis.prospect.Durability.Departure;
import dev.parley.analysis.prospect.Preference;
import dev.parley.analysis.prospect.Preference.Weighing;
import dev.parley.analysis.prospect.Prospect;
import dev.parley.analysis.prospect.Prospect.PackageProspect;
import dev.parley.report.words.JsonShape;
import dev.parley.report.words.JsonType;
import java.util.Optional;

/** Whether packages would be efficient and fair, and would last, as JSON. */
final class JsonProspect {
  private JsonProspect() {}

  private static final JsonShape<Weighing> LINEAR =
      JsonShape.<Weighing>of("weighing-linear", "An issue whose worth grows evenly.")
          .text("weight", "how much it counts", Weighing::weight)
          .text(
              "least", "the worth of the first value", w -> ((Evaluation.Linear) w.worth()).least())
          .text("most", "the worth of the last value", w -> ((Evaluation.Linear) w.worth()).most())
          .build();

  private static final JsonShape<Weighing> TABLE =
      JsonShape.<Weighing>of("weighing-table", "An issue whose values each have their worth.")
          .text("weight", "how much it counts", Weighing::weight)
          .map(
              "values",
              "the worth, by value",
              JsonType.TEXT,
              w -> ((Evaluation.Table) w.worth()).values())
          .build();

  private static final JsonType<Weighing> WEIGHING =
      JsonType.either(LINEAR, w -> w.worth() instanceof Evaluation.Linear, TABLE);

  /** What the party has without an agreement is private, and not written. */
  static final JsonShape<Preference> PREFERENCE =
      JsonShape.<Preference>of("preference", "How good each value is for a party.")
          .text("party", "for whom", Preference::party)
          .constant(
              "basis",
              "whether it said so or somebody assumes it",
              Preference.Basis.class,
              Preference::basis)
          .text("source", "on whose word", p -> p.source().id())
          .map(
              "weighings",
              "how much each issue counts, and its values",
              WEIGHING,
              Preference::weighings)
          .flag(
              "reserves",
              "whether what it has without an agreement is on record, which is not written here",
              p -> p.reservation().isPresent())
          .textIf("power", "its bargaining power beside the others'", Preference::power)
          .textIf(
              "discount",
              "what a gain of 1 a round later is worth now",
              p -> p.timeCost().map(TimeCost::discount))
          .textIf(
              "breakdown",
              "the chance that the talks end after a round",
              p -> p.timeCost().map(TimeCost::breakdown))
          .build();

  private static final JsonShape<Departure> DEPARTURE =
      JsonShape.<Departure>of("departure", "How a party would leave a package.")
          .text("party", "who", Departure::party)
          .map(
              "from",
              "from which stances, by what they are on",
              JsonType.TEXT,
              d -> d.from().positions())
          .map("to", "to which", JsonType.TEXT, d -> d.to().positions())
          .including(JsonStability.UNANSWERED, Departure::witness)
          .build();

  private static final JsonShape<Durability> DURABILITY =
      JsonShape.<Durability>of("durability", "Whether a package would last.")
          .integer("state", "its state in the model", Durability::state)
          .one(
              "verdicts",
              "whether it would last, by concept",
              JsonStability.VERDICTS,
              d -> new JsonStability.State(d.analysis(), d.state()))
          .map(
              "departures",
              "who would leave it, by concept",
              JsonType.list(DEPARTURE),
              d -> JsonStability.byConcept(d::departures))
          .build();

  private static final JsonShape<PackageProspect> PACKAGE =
      JsonShape.<PackageProspect>of("package-prospect", "What to expect of a package.")
          .one("terms", "its values, by issue", JsonValues.TERMS, PackageProspect::outcome)
          .map("utilities", "what it is worth, by party", JsonType.TEXT, PackageProspect::utilities)
          .texts("refusers", "who is better off without it", PackageProspect::refusers)
          .texts("undecided", "of whom it cannot be told", PackageProspect::undecided)
          .oneOr(
              "appraisal",
              "whether it is efficient and fair",
              JsonBargaining.APPRAISAL,
              PackageProspect::appraisal,
              p -> "a preference is not known, or the values are too many")
          .oneIf("durability", "whether it would last", DURABILITY, PackageProspect::durability)
          .onlyIf(
              "durability-unknown",
              "why that is not known",
              JsonType.optional(JsonType.TEXT),
              p -> p.durability().isPresent() ? Optional.empty() : Optional.of(p.limit()))
          .build();

  static final JsonShape<Prospect> PROSPECT =
      JsonShape.<Prospect>of("prospect", "Whether packages would be efficient and fair, and last.")
          .list(
              "preferences",
              "the preferences that are on record",
              PREFERENCE,
              Prospect::preferences)
          .texts("issues", "the issues that are open", Prospect::issues)
          .list("missing", "what would have to be known", JsonDeal.MISSING, Prospect::missing)
          .list(
              "solutions",
              "what each concept picks",
              JsonBargaining.SOLUTION,
              p -> p.solutions().values())
          .list(
              "rubinstein",
              "what is agreed where offers are made in turn and time costs",
              JsonBargaining.RUBINSTEIN,
              Prospect::rubinstein)
          .list("packages", "what to expect of each package", PACKAGE, Prospect::packages)
          .list("deals", "what each deal that was reached is worth", JsonDeal.DEAL, Prospect::deals)
          .list(
              "seeming",
              "what those of whom no preference is known seem to want",
              JsonPriority.PRIORITIES,
              Prospect::seeming)
          .texts("limits", "why no efficient outcomes are known", Prospect::limits)
          .build();
}
