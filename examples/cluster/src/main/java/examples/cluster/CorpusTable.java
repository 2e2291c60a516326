package examples.cluster;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Scale;
import dev.parley.report.Transcript;
import dev.parley.report.tidy.Column;
import dev.parley.report.tidy.RecordTables;
import dev.parley.report.tidy.Table;
import dev.parley.talks.Negotiation;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table of a corpus: that of a record, with the file before each row. Only the columns of codes
 * differ from record to record; here they are those of all records. Immutable.
 *
 * @param name what it is called
 * @param heads its columns after the first
 */
record CorpusTable(String name, ImmutableList<Head> heads) implements Serializable {
  /** How the columns of codes begin. */
  static final String CODE = "code_";

  private static final String LINE_END = "\r\n";

  /**
   * A column.
   *
   * @param name its name
   * @param type what its fields are
   * @param meaning what it says
   */
  record Head(String name, Column.Type type, String meaning) implements Serializable {
    static Head of(Column<?> column) {
      return new Head(column.name(), column.type(), column.meaning());
    }

    private StructField field() {
      DataType kind =
          switch (type) {
            case STRING -> DataTypes.StringType;
            case INTEGER -> DataTypes.LongType;
            case NUMBER -> DataTypes.DoubleType;
            case BOOLEAN -> DataTypes.BooleanType;
            case DATE -> DataTypes.DateType;
          };
      return DataTypes.createStructField(name, kind, true).withComment(meaning);
    }

    private Object value(String field) {
      return switch (type) {
        case STRING -> field;
        case INTEGER -> Long.valueOf(field);
        case NUMBER -> Double.valueOf(field);
        case BOOLEAN -> Boolean.valueOf(field);
        case DATE -> LocalDate.parse(field);
      };
    }
  }

  /** Returns the tables of a corpus with such columns of codes. */
  static ImmutableList<CorpusTable> of(ImmutableSortedSet<String> codes) {
    ImmutableList.Builder<CorpusTable> tables = ImmutableList.builder();
    for (Table table : ofEveryRecord()) {
      ImmutableList.Builder<Head> heads = ImmutableList.builder();
      table.columns().forEach(column -> heads.add(Head.of(column)));
      if (table.name().equals("moves")) {
        codes.forEach(
            code -> heads.add(new Head(code, Column.Type.STRING, "its code by this scheme")));
      }
      tables.add(new CorpusTable(table.name(), heads.build()));
    }
    return tables.build();
  }

  /** Returns the tables of a record in which nothing happens, and that of problems. */
  private static List<Table> ofEveryRecord() {
    Agenda agenda =
        Agenda.builder()
            .principal("one", "One")
            .principal("other", "Other")
            .issue("any", Scale.options("a", "b"))
            .build();
    List<Table> tables =
        new ArrayList<>(RecordTables.of(Transcript.of(Negotiation.about(agenda))).tables());
    tables.add(Tidied.problems(List.of()));
    return tables;
  }

  /** Returns rows of it as Parley writes tables, for the dictionary and for CSV. */
  Table of(Iterable<ImmutableList<String>> rows) {
    List<Column<ImmutableList<String>>> columns = new ArrayList<>();
    columns.add(Column.text("record", "the file, by its path in the folder", row -> row.get(0)));
    for (int i = 0; i < heads.size(); i++) {
      int place = i + 1;
      Head head = heads.get(i);
      columns.add(new Column<>(head.name(), head.type(), head.meaning(), row -> row.get(place)));
    }
    return Table.of(name, "The table (%s) of every file.".formatted(name), columns, rows);
  }

  /** Returns the first line of its CSV. */
  String heading() {
    return of(List.of()).csv();
  }

  /** Returns the lines of its CSV that files give, each ended, without the heading. */
  String lines(Iterable<Tidied> files) {
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    files.forEach(file -> rows.addAll(fields(file)));
    String csv = of(rows.build()).csv();
    return csv.substring(csv.indexOf(LINE_END) + LINE_END.length());
  }

  /** Returns the fields of the rows that a file gives, the file's name first. */
  private ImmutableList<ImmutableList<String>> fields(Tidied file) {
    Tidied.Rows found = file.tables().get(name);
    if (found == null) {
      return ImmutableList.of();
    }
    int[] places = heads.stream().mapToInt(head -> found.columns().indexOf(head.name())).toArray();
    if (Arrays.stream(places).filter(p -> p >= 0).count() < found.columns().size()) {
      throw new IllegalStateException(
          "table (%s) of (%s) has a column that is not among %s: %s"
              .formatted(name, file.record(), heads, found.columns()));
    }
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    for (ImmutableList<String> row : found.rows()) {
      ImmutableList.Builder<String> fields = ImmutableList.builder();
      fields.add(file.record());
      for (int place : places) {
        fields.add(place < 0 ? "" : row.get(place));
      }
      rows.add(fields.build());
    }
    return rows.build();
  }

  /** Returns its columns as Spark types them. */
  StructType schema() {
    List<StructField> fields = new ArrayList<>();
    fields.add(DataTypes.createStructField("record", DataTypes.StringType, false));
    heads.forEach(head -> fields.add(head.field()));
    return DataTypes.createStructType(fields);
  }

  /** Returns the rows that a file gives, typed; what is not known is null. */
  List<Row> rows(Tidied file) {
    List<Row> rows = new ArrayList<>();
    for (ImmutableList<String> fields : fields(file)) {
      Object[] values = new Object[fields.size()];
      values[0] = fields.get(0);
      for (int i = 1; i < values.length; i++) {
        String field = fields.get(i);
        values[i] = field.isEmpty() ? null : heads.get(i - 1).value(field);
      }
      rows.add(RowFactory.create(values));
    }
    return rows;
  }
}
