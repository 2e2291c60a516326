package dev.parley.report.tidy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.PlainText;
import java.util.Optional;

/**
 * Several tables with the dictionary that says of every column what it holds: a Frictionless Data
 * Package, which is a folder with one file {@code NAME.csv} for each table and {@code
 * datapackage.json}. Immutable.
 *
 * @param name what it is called: small letters, digits and hyphens
 * @param title what it is about, for people
 * @param tables the tables, in order
 */
public record DataPackage(String name, String title, ImmutableList<Table> tables) {
  /** The file that holds the dictionary. */
  public static final String DICTIONARY = "datapackage.json";

  /**
   * {@return a table}
   *
   * @param name what it is called
   */
  public Optional<Table> table(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /** {@return the dictionary, as the Frictionless Data Package specification has it, version 1} */
  public String dictionary() {
    return JsonWriter.object(
        sheet -> {
          sheet.put("profile", "tabular-data-package").put("name", name);
          sheet.put("title", PlainText.safe(title));
          sheet.objects("resources", tables, (s, table) -> table.describe(s));
        });
  }

  /** {@return all its files: what each holds, by its name, the dictionary first} */
  public ImmutableMap<String, String> files() {
    ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
    files.put(DICTIONARY, dictionary());
    tables.forEach(table -> files.put(table.name() + ".csv", table.csv()));
    return files.buildOrThrow();
  }
}
