package dev.parley.cli;

import com.google.common.collect.ImmutableList;
import dev.parley.compare.Comparison;
import dev.parley.compare.Matching;
import dev.parley.report.tidy.DataPackage;
import dev.parley.report.words.PlainText;
import dev.parley.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "compare",
    description = {
      "Lay two records of the same talks side by side, as two coders wrote them: what only one has,"
          + " what they tell differently, the verdicts, and how far they agree beyond chance.",
      "Entries of one event are matched by kind, actor, issue and date. To correct the matching:"
          + " parley compare a.yaml b.yaml --list-pairs -o pairs.csv, change the file, and add"
          + " --pairs pairs.csv"
    })
final class Compare implements Answer {
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      hideParamSyntax = true,
      converter = Values.File.class,
      description = "two scenarios in YAML or JSON")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      converter = Values.File.class,
      description = "which entries tell the same event, a pair of entry numbers on each line")
  private Optional<Path> pairs = Optional.empty();

  @Option(names = "--json", arity = "0", description = "give it as JSON")
  private boolean json;

  @Mixin private TableOptions tables = new TableOptions();

  @Option(names = "--page", arity = "0", description = "make a page for a browser")
  private boolean page;

  @Option(
      names = "--merge",
      arity = "0",
      description = "write one record, with every disagreement as a comment to decide")
  private boolean merge;

  @Option(
      names = "--list-pairs",
      arity = "0",
      description = "list the pairs of entries, to be corrected by hand")
  private boolean listPairs;

  @Mixin private OutputOption output = new OutputOption();
  @Mixin private WidthOption width = new WidthOption();

  @Override
  public int answer(Desk desk) throws Misused {
    if (files.size() != 2) {
      throw new Misused(
          "compare needs two files%s: parley compare a.yaml b.yaml"
              .formatted(
                  files.isEmpty()
                      ? ""
                      : ", not %s (%s)".formatted(files.size(), RecordOptions.names(files))));
    }
    if (files.stream().allMatch(Desk.STANDARD_STREAM::equals)) {
      throw new Misused("standard input (-) is one file: name the other");
    }
    checkOne();
    ImmutableList<Path> read =
        ImmutableList.<Path>builder().addAll(files).addAll(pairs.stream().toList()).build();
    Optional<Path> target = Optional.empty();
    for (Path file : read) {
      target = output.target(Optional.of(file));
    }
    Scenario one = desk.read(files.get(0)).scenario();
    Scenario other = desk.read(files.get(1)).scenario();
    Comparison comparison =
        pairs.isPresent() ? matched(one, other, pairs.get()) : Comparison.of(one, other);
    if (tables.isAsked()) {
      DataPackage all = comparison.tables();
      tables.deliver(desk, all, target, read);
    } else {
      desk.deliver(text(comparison, width.columns(desk)), target);
    }
    return Program.DONE;
  }

  private void checkOne() throws Misused {
    List<String> asked = new ArrayList<>();
    if (json) {
      asked.add("--json");
    }
    if (tables.isAsked()) {
      asked.add("--csv");
    }
    if (page) {
      asked.add("--page");
    }
    if (merge) {
      asked.add("--merge");
    }
    if (listPairs) {
      asked.add("--list-pairs");
    }
    if (asked.size() > 1) {
      throw new Misused(
          "options (%s) exclude each other: give one".formatted(String.join(", ", asked)));
    }
    tables.check();
  }

  /** A pair that is no pair, or that matches twice, is a fault of the file. */
  private static Comparison matched(Scenario one, Scenario other, Path pairs) {
    try {
      return Comparison.of(one, other, Matching.parse(Desk.text(pairs)));
    } catch (IllegalArgumentException e) {
      throw new Faulty(
          "%s: %s"
              .formatted(
                  PlainText.safe(pairs.toString()),
                  PlainText.safe(String.valueOf(e.getMessage()))));
    }
  }

  private String text(Comparison comparison, int columns) {
    return json
        ? comparison.json()
        : page
            ? comparison.page()
            : merge
                ? comparison.merge()
                : listPairs ? comparison.pairs() : comparison.text(columns);
  }
}
