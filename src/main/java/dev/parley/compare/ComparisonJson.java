package dev.parley.compare;

import dev.parley.compare.ComparisonTables.Form;
import dev.parley.report.tidy.Column;
import dev.parley.report.words.JsonDocument;
import dev.parley.report.words.JsonShape;
import dev.parley.report.words.JsonType;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A comparison as JSON: its tables, a row an object, with the names and meanings of the columns.
 */
final class ComparisonJson {
  private ComparisonJson() {}

  static final JsonDocument<Comparison> DOCUMENT = new JsonDocument<>(shape());

  private static JsonShape<Comparison> shape() {
    JsonShape.Builder<Comparison> shape =
        JsonShape.<Comparison>of("comparison", "Two records of the same talks, side by side.")
            .text("one", "the title of the first record", c -> c.one().title())
            .text("other", "the title of the second", c -> c.other().title())
            .flag(
                "matched-by-hand",
                "whether somebody has said which entries tell the same",
                Comparison::matchedByHand);
    ComparisonTables.ALL.forEach(form -> add(shape, form));
    return shape.build();
  }

  private static <R> void add(JsonShape.Builder<Comparison> shape, Form<R> form) {
    JsonShape.Builder<R> row = JsonShape.of(form.name() + "-row", form.meaning());
    form.columns().forEach(column -> add(row, column));
    shape.list(form.name(), "the rows of the table", row.build(), form.rows());
  }

  private static <R> void add(JsonShape.Builder<R> row, Column<R> column) {
    JsonType<String> type =
        switch (column.type()) {
          case INTEGER -> JsonType.as(JsonType.INTEGER, Integer::valueOf);
          case NUMBER -> JsonType.as(JsonType.NUMBER, BigDecimal::new);
          case BOOLEAN -> JsonType.as(JsonType.FLAG, Boolean::valueOf);
          case STRING, DATE -> JsonType.as(JsonType.TEXT, text -> text);
        };
    row.oneIf(
        column.name().replace('_', '-'),
        column.meaning(),
        type,
        r -> Optional.of(column.value().apply(r)).filter(field -> !field.isEmpty()));
  }
}
