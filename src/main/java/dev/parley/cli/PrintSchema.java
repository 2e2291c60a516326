package dev.parley.cli;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import dev.parley.compare.Comparison;
import dev.parley.json.Json;
import dev.parley.report.words.PlainText;
import dev.parley.scenario.Scenario;
import dev.parley.spelling.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "schema",
    description = {
      "Print the JSON Schema of what is read or written, for editors and for programs that check:"
          + " scenario (a file), record (parley export), comparison (parley compare --json), or what"
          + " a program writes with Json.",
      "Without a name it lists the names."
    })
final class PrintSchema implements Answer {
  private static final Supplier<ImmutableMap<String, String>> ALL =
      Suppliers.memoize(
          () ->
              ImmutableMap.<String, String>builder()
                  .put("scenario", scenario())
                  .putAll(Json.schemas())
                  .put("comparison", Comparison.schema())
                  .buildKeepingLast());

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      hideParamSyntax = true,
      description = "whose schema; all names are listed without it")
  private List<String> names = new ArrayList<>();

  @Mixin private OutputOption output = new OutputOption();

  @Override
  public int answer(Desk desk) throws Misused {
    if (names.size() > 1) {
      throw new Misused(
          "schema prints one at a time, not (%s)"
              .formatted(PlainText.safe(String.join(", ", names))));
    }
    ImmutableMap<String, String> all = ALL.get();
    if (names.isEmpty()) {
      desk.deliver(String.join("\n", all.keySet()) + "\n", output.target(Optional.empty()));
      return Program.DONE;
    }
    String schema = all.get(names.get(0));
    if (schema == null) {
      throw new Misused(
          "there is no schema (%s): %s"
              .formatted(
                  PlainText.safe(names.get(0)),
                  Nearest.meant(names.get(0), all.keySet())
                      .orElse("parley schema lists their names")));
    }
    desk.deliver(schema, output.target(Optional.empty()));
    return Program.DONE;
  }

  private static String scenario() {
    try {
      return Resources.toString(
          Resources.getResource(Scenario.class, "scenario.schema.json"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a resource of this jar
    }
  }
}
