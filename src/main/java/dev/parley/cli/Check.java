package dev.parley.cli;

import dev.parley.evidence.EntryId;
import dev.parley.json.Json;
import dev.parley.report.Transcript;
import dev.parley.report.words.EvidenceWords;
import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.TextLayout;
import dev.parley.report.words.Wording;
import dev.parley.scenario.ScenarioException;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Negotiation.Rejudgement;
import dev.parley.talks.Refusal.Breach;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description =
        "Say whether files can be read, and what in their records breaks a law or is remarked by a"
            + " rule.")
final class Check implements Answer {
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      converter = Values.File.class,
      description = "scenarios in YAML or JSON; - is standard input")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--strict",
      arity = "0",
      description = "end with exit code 1 when there are findings")
  private boolean strict;

  @Mixin private WidthOption width = new WidthOption();

  @Override
  public int answer(Desk desk) throws Misused {
    if (files.isEmpty()) {
      throw new Misused("check needs a file: parley check talks.yaml, or - for standard input");
    }
    int code = Program.DONE;
    for (Path file : files) {
      try {
        Transcript transcript = desk.read(file).transcript();
        List<String> lines = lines(transcript);
        TextLayout page = new TextLayout(width.columns(desk));
        page.paragraph(0, TextLayout.INDENT, headline(file, transcript, lines.size()));
        lines.forEach(line -> page.paragraph(TextLayout.INDENT, TextLayout.INDENT, line));
        desk.out().print(page.text());
        code = strict && !lines.isEmpty() ? Program.FAILED : code;
      } catch (ScenarioException e) {
        desk.err().println(e.getMessage());
        code = Program.FAILED;
      }
    }
    return code;
  }

  private static String headline(Path file, Transcript transcript, int findings) {
    return "%s: %s in %s"
        .formatted(
            file.equals(Desk.STANDARD_STREAM) ? "standard input" : PlainText.safe(file.toString()),
            findings == 0 ? "no findings" : Names.counted(findings, "finding", "findings"),
            Names.counted(transcript.negotiation().chronicle().size(), "entry", "entries"));
  }

  /** What is found in the record as it is read today. */
  private static List<String> lines(Transcript transcript) {
    Negotiation negotiation = transcript.negotiation();
    return new EvidenceWords(
            Wording.of(negotiation, transcript.sources()),
            transcript.accounts(),
            transcript.findings())
        .findings();
  }

  private static String line(EntryId entry, Breach breach) {
    return "%s %s: %s. %s."
        .formatted(
            entry,
            PlainText.safe(breach.code()),
            PlainText.safe(breach.message()),
            PlainText.safe(breach.wayOut()));
  }

  /** Returns where the record and the rules differ. */
  static String rejudged(Negotiation negotiation, boolean inJson) {
    List<Rejudgement> found = negotiation.rejudge();
    if (inJson) {
      return Json.ofRejudgements(found);
    }
    if (found.isEmpty()) {
      return "the record keeps the rules: %s, none would be refused\n"
          .formatted(Names.counted(negotiation.chronicle().size(), "entry", "entries"));
    }
    TextLayout page = new TextLayout();
    for (Rejudgement differing : found) {
      differing
          .refusal()
          .breaches()
          .forEach(breach -> page.paragraph(0, TextLayout.INDENT, line(differing.entry(), breach)));
    }
    return page.text();
  }
}
