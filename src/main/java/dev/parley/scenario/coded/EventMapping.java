package dev.parley.scenario.coded;

import com.google.common.collect.ImmutableList;
import dev.parley.files.WholeFile;
import dev.parley.scenario.Scenario;
import dev.parley.scenario.ScenarioException;
import dev.parley.spelling.SafeText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * How a table of coded events becomes a scenario. It is the head of a scenario file, with {@code
 * events} in the place of {@code record}:
 *
 * <pre>
 * events:
 *   columns: {date: Event Date, actor: Source, target: Target, code: CAMEO Code, text: Event Text}
 *   dates: {date: yyyyMMdd}
 *   values:
 *     actor: {ISR: israel, PSEHMS: hamas}
 *   by: code
 *   each: {on: $date, source: icews, codes: {cameo: $code}}
 *   entries:
 *     "036": {$actor meets}
 *     "10*": {$actor promises: $text}
 *     DEMAND:
 *       - {$actor demands of: $target, $issue: {in words: $text}}
 *       - {$actor threatens: $text}
 * </pre>
 *
 * <p>{@code columns} gives each column that is used a short name; {@code dates} says how dates are
 * written where they are not in EDTF, in the letters of {@link java.time.format.DateTimeFormatter};
 * {@code values} what the fields of a column stand for here; {@code by} which column says what kind
 * of event it is; {@code entries} which entry each such code becomes, in the language of a record
 * with {@code $actor} for a field; {@code each} what all entries have. A code that ends in {@code
 * *} stands for all that begin so, and the longest that fits counts. Where a code has several
 * entries, the first that can be read counts. An empty field leaves its key out. {@code separator:
 * tab} or {@code semicolon} is for tables without commas.
 *
 * <p>Law: each row becomes one entry, or is left out with the reasons. Immutable.
 */
public final class EventMapping {
  private static final long MOST_BYTES = 64L << 20;

  private final MappingText text;
  private final EventForms forms;

  private EventMapping(MappingText text) {
    this.text = text;
    this.forms = EventForms.of(text);
  }

  /**
   * A row that became no entry.
   *
   * @param line the line of the table on which it begins, from 1
   * @param cells its fields
   * @param reasons why, one or more
   */
  public record LeftOut(int line, ImmutableList<String> cells, ImmutableList<String> reasons) {
    @Override
    public String toString() {
      return "line %s (%s): %s"
          .formatted(line, SafeText.escaped(String.join(",", cells)), String.join("; ", reasons));
    }
  }

  /**
   * What a table becomes.
   *
   * @param scenario the scenario
   * @param leftOut the rows that became no entry, in order
   */
  public record Mapped(Scenario scenario, ImmutableList<LeftOut> leftOut) {}

  /**
   * {@return a mapping}
   *
   * @param file the file
   * @throws ScenarioException with every problem that it has
   */
  public static EventMapping read(Path file) {
    return parse(file.toString(), contents(file));
  }

  /**
   * {@return a mapping}
   *
   * @param name what messages call it
   * @param text its text
   * @throws ScenarioException with every problem that it has
   */
  public static EventMapping parse(String name, String text) {
    return new EventMapping(MappingText.of(name, text));
  }

  /**
   * {@return what a table becomes}
   *
   * @param table a file in UTF-8
   * @throws IllegalArgumentException if it is no such table, or lacks a column
   * @throws ScenarioException if the head of the mapping is not right
   */
  public Mapped map(Path table) {
    return map(table.toString(), contents(table));
  }

  /**
   * {@return what a table becomes}
   *
   * @param name what messages call it
   * @param table its text: a heading, and a row for each event
   * @throws IllegalArgumentException if it is no such table, or lacks a column
   * @throws ScenarioException if the head of the mapping is not right
   */
  public Mapped map(String name, String table) {
    CodedRows rows = CodedRows.parse(name, table, forms.separator());
    forms.checkColumns(text, name, rows.heading());
    return new Mapper(text, forms, rows).map();
  }

  private static String contents(Path file) {
    String name = SafeText.escaped(file.toString());
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IllegalArgumentException(
            "file (%s) is larger than 64 MiB: take it in parts".formatted(name));
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException("cannot read (%s): there is no such file".formatted(name), e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "file (%s) is not in UTF-8: save it so".formatted(name), e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read (%s): %s".formatted(name, SafeText.escaped(WholeFile.reason(e))), e);
    }
  }
}
