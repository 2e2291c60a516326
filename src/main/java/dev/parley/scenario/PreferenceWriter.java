package dev.parley.scenario;

import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import dev.parley.analysis.bargaining.TimeCost;
import dev.parley.analysis.prospect.Preference;
import dev.parley.analysis.prospect.Preference.Basis;

/** Writes what parties prefer, and who says or assumes so. */
final class PreferenceWriter {
  private PreferenceWriter() {}

  static TreeBuilder preferences(Iterable<Preference> preferences) {
    TreeBuilder all = new TreeBuilder();
    preferences.forEach(p -> all.put(p.party().text(), preference(p)));
    return all;
  }

  private static Tree preference(Preference preference) {
    TreeBuilder weighs = new TreeBuilder();
    preference
        .weighings()
        .forEach(
            (issue, weighing) ->
                weighs.put(
                    issue.text(),
                    new TreeBuilder()
                        .put("weight", weighing.weight())
                        .put("worth", worth(weighing.worth()))
                        .build()));
    TreeBuilder fields =
        new TreeBuilder()
            .put(
                preference.basis() == Basis.SAID ? "said by" : "assumed by",
                preference.source().id())
            .put("weighs", weighs.build());
    preference.reservation().ifPresent(r -> fields.put("reservation", reservation(r)));
    preference.power().ifPresent(p -> fields.put("power", p));
    preference.timeCost().ifPresent(cost -> timeCost(fields, cost));
    return fields.build();
  }

  private static void timeCost(TreeBuilder fields, TimeCost cost) {
    fields.put("discount", cost.discount());
    if (cost.breakdown().signum() > 0) {
      fields.put("breakdown", cost.breakdown());
    }
  }

  private static Tree worth(Evaluation worth) {
    if (worth instanceof Evaluation.Linear line) {
      return Tree.text(line.least() + " to " + line.most());
    }
    TreeBuilder table = new TreeBuilder();
    ((Evaluation.Table) worth).values().forEach(table::put);
    return table.build();
  }

  private static Tree reservation(ReservationPoint point) {
    if (point instanceof ReservationPoint.Outcome given) {
      TreeBuilder outcome = new TreeBuilder();
      ValueWriter.terms(outcome, given.outcome());
      return outcome.build();
    }
    return Tree.text(((ReservationPoint.Utility) point).utility());
  }
}
