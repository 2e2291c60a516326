package dev.parley.compare;

import static dev.parley.compare.ComparisonTables.decimal;
import static dev.parley.compare.ComparisonTables.rounded;

import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.Names;
import java.math.BigDecimal;

/** A comparison as JSON. */
final class ComparisonJson {
  private ComparisonJson() {}

  static String of(Comparison of) {
    return JsonWriter.object(
        sheet -> {
          sheet.put("one", of.one().title()).put("other", of.other().title());
          sheet.put("matched-by-hand", of.matchedByHand());
          sheet.objects(
              "agendas",
              of.agendas(),
              (s, u) -> {
                s.put("thing", u.thing()).put("id", u.id());
                s.text("one", u.one()).text("other", u.other());
              });
          sheet.objects(
              "pairs",
              of.matching().pairs(),
              (s, p) -> s.put("one", p.one().number()).put("other", p.other().number()));
          sheet.numbers("only-one", of.onlyInOne().stream().map(e -> e.id().number()).toList());
          sheet.numbers("only-other", of.onlyInOther().stream().map(e -> e.id().number()).toList());
          sheet.objects(
              "differences",
              of.differences(),
              (s, d) -> {
                s.put("entry-one", d.pair().one().number());
                s.put("entry-other", d.pair().other().number());
                s.put("field", d.field()).put("one", d.one()).put("other", d.other());
                s.put("source-one", d.oneSource()).put("source-other", d.otherSource());
              });
          sheet.objects("rounds", of.measured(), ComparisonJson::measured);
          sheet.objects("agreement", of.statistics(), ComparisonJson::statistic);
        });
  }

  private static void measured(JsonWriter sheet, Comparison.Measured measured) {
    sheet.number("round-one", measured.round().map(BigDecimal::valueOf));
    sheet.number("round-other", measured.otherRound().map(BigDecimal::valueOf));
    sheet.put("measure", measured.line().isPresent() ? "step" : "verdict");
    sheet.text("party", measured.line().map(Comparison.StepLine::party));
    sheet.text("toward", measured.line().flatMap(Comparison.StepLine::toward));
    sheet.text("issue", measured.line().flatMap(Comparison.StepLine::issue));
    sheet.text("one", measured.one()).text("other", measured.other());
  }

  private static void statistic(JsonWriter sheet, Comparison.Statistic it) {
    sheet.put("on", it.on()).put("units", it.units());
    sheet.number("percent", decimal(it.percent())).number("kappa", decimal(it.kappa()));
    sheet.put("metric", Names.words(it.metric())).number("alpha", decimal(it.alpha()));
    sheet.number("low", it.interval().map(b -> rounded(b.low())));
    sheet.number("high", it.interval().map(b -> rounded(b.high())));
  }
}
