package dev.parley.json;

import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.prospect.Durability;
import dev.parley.analysis.prospect.Preference;
import dev.parley.analysis.prospect.Preference.Weighing;
import dev.parley.analysis.prospect.Prospect;
import dev.parley.analysis.prospect.Prospect.PackageProspect;
import dev.parley.analysis.stability.StabilityConcept;
import dev.parley.report.words.JsonWriter;
import java.util.Arrays;

/** The fields of whether packages would be efficient and fair, and would last. */
final class JsonProspect {
  private JsonProspect() {}

  static void prospect(JsonWriter sheet, Prospect prospect) {
    sheet.objects("preferences", prospect.preferences(), JsonProspect::preference);
    sheet.texts("issues", prospect.issues());
    sheet.objects(
        "missing",
        prospect.missing(),
        (s, m) -> s.put("what", m.what()).put("party", m.party()).text("issue", m.issue()));
    JsonBargaining.solutions(sheet, prospect.solutions().values());
    sheet.objects("packages", prospect.packages(), JsonProspect::each);
  }

  /** What the party has without an agreement is private, and left out. */
  private static void preference(JsonWriter sheet, Preference preference) {
    sheet.put("party", preference.party()).put("basis", preference.basis());
    sheet.put("source", preference.source().id());
    sheet.object(
        "weighings",
        s ->
            preference
                .weighings()
                .forEach((i, w) -> s.object(i.text(), each -> weighing(each, w))));
  }

  private static void weighing(JsonWriter sheet, Weighing weighing) {
    sheet.put("weight", weighing.weight());
    if (weighing.worth() instanceof Evaluation.Linear line) {
      sheet.put("least", line.least()).put("most", line.most());
    } else {
      sheet.texts("values", ((Evaluation.Table) weighing.worth()).values());
    }
  }

  private static void each(JsonWriter sheet, PackageProspect prospect) {
    sheet.object("terms", s -> JsonValues.terms(s, prospect.outcome()));
    sheet.texts("utilities", prospect.utilities());
    sheet.texts("refusers", prospect.refusers()).texts("undecided", prospect.undecided());
    sheet.object("appraisal", prospect.appraisal(), JsonBargaining::appraisal);
    if (prospect.appraisal().isEmpty()) {
      sheet.put("appraisal-unknown", "a preference is not known");
    }
    sheet.object("durability", prospect.durability(), JsonProspect::durability);
    if (prospect.durability().isEmpty()) {
      sheet.text("durability-unknown", prospect.limit());
    }
  }

  private static void durability(JsonWriter sheet, Durability durability) {
    sheet.put("state", durability.state());
    sheet.object(
        "verdicts", s -> JsonStability.verdicts(s, durability.analysis(), durability.state()));
    sheet.object(
        "departures",
        s ->
            Arrays.stream(StabilityConcept.values())
                .forEach(
                    concept ->
                        s.objects(
                            concept.name(),
                            durability.departures(concept),
                            (d, departure) -> {
                              d.put("party", departure.party());
                              d.texts("from", departure.from().positions());
                              d.texts("to", departure.to().positions());
                              JsonStability.unanswered(d, departure.witness());
                            })));
  }
}
