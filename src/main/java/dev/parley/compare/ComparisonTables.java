package dev.parley.compare;

import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.PlainText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Writes a comparison for programs. */
final class ComparisonTables {
  private ComparisonTables() {}

  static String csv(Comparison of) {
    StringBuilder csv = new StringBuilder();
    row(
        csv,
        "table",
        "entry_one",
        "entry_other",
        "round",
        "what",
        "one",
        "other",
        "source_one",
        "source_other",
        "units",
        "percent",
        "kappa",
        "metric",
        "alpha",
        "low",
        "high");
    of.onlyInOne().forEach(e -> row(csv, "only-one", "" + e.id().number()));
    of.onlyInOther().forEach(e -> row(csv, "only-other", "", "" + e.id().number()));
    of.differences()
        .forEach(
            d ->
                row(
                    csv,
                    "difference",
                    "" + d.pair().one().number(),
                    "" + d.pair().other().number(),
                    "",
                    d.field(),
                    d.one(),
                    d.other(),
                    d.oneSource(),
                    d.otherSource()));
    of.measured()
        .forEach(
            m ->
                row(
                    csv,
                    "round",
                    "",
                    "",
                    "" + m.round(),
                    m.what(),
                    m.one().orElse(""),
                    m.other().orElse("")));
    of.statistics()
        .forEach(
            s ->
                row(
                    csv,
                    "agreement",
                    "",
                    "",
                    "",
                    s.on(),
                    "",
                    "",
                    "",
                    "",
                    "" + s.units(),
                    number(s.percent()),
                    number(s.kappa()),
                    Coding.lower(s.metric()),
                    number(s.alpha()),
                    s.interval().map(b -> rounded(b.low()).toPlainString()).orElse(""),
                    s.interval().map(b -> rounded(b.high()).toPlainString()).orElse("")));
    return csv.toString();
  }

  private static void row(StringBuilder csv, String... fields) {
    String[] all = Arrays.copyOf(fields, 16);
    csv.append(
        Arrays.stream(all)
            .map(field -> field == null ? "" : quoted(field))
            .collect(Collectors.joining(",")));
    csv.append("\r\n");
  }

  private static String quoted(String text) {
    String safe = PlainText.safe(text).replace('\n', ' ');
    boolean negative = safe.matches("-[0-9.]+");
    String field = !negative && safe.matches("(?s)[=+@-].*") ? "'" + safe : safe;
    return field.matches("(?s).*[\",\r\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }

  private static String number(OptionalDouble number) {
    return decimal(number).map(BigDecimal::toPlainString).orElse("");
  }

  private static Optional<BigDecimal> decimal(OptionalDouble number) {
    return number.isPresent() ? Optional.of(rounded(number.getAsDouble())) : Optional.empty();
  }

  private static BigDecimal rounded(double number) {
    return BigDecimal.valueOf(number).setScale(4, RoundingMode.HALF_EVEN);
  }

  static String json(Comparison of) {
    return JsonWriter.object(
        sheet -> {
          sheet.texts("agendas", of.agendas());
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
          sheet.objects(
              "rounds",
              of.measured(),
              (s, m) -> {
                s.put("round", m.round()).put("what", m.what());
                s.text("one", m.one()).text("other", m.other());
              });
          sheet.objects(
              "agreement",
              of.statistics(),
              (s, it) -> {
                s.put("on", it.on()).put("units", it.units());
                s.number("percent", decimal(it.percent())).number("kappa", decimal(it.kappa()));
                s.put("metric", it.metric()).number("alpha", decimal(it.alpha()));
                s.number("low", it.interval().map(b -> rounded(b.low())));
                s.number("high", it.interval().map(b -> rounded(b.high())));
              });
        });
  }
}
