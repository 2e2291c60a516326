package dev.parley.report;

import dev.parley.progress.RoundVerdict;
import dev.parley.report.words.DealAnalysis;
import dev.parley.report.words.EvidenceWords;
import dev.parley.report.words.IssueTable;
import dev.parley.report.words.Passage;
import dev.parley.report.words.Phrases;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.StepWords;
import dev.parley.report.words.Summary;
import dev.parley.report.words.Wording;
import dev.parley.talks.Entry;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A record in Markdown, for a readme or an issue: where the talks stand, the verdicts of the
 * rounds, each issue's positions and gap, what would close a deal, what is contested, every entry
 * in a table folded in, and the stages as a Mermaid diagram.
 *
 * <p>Laws: the same transcript gives the same text; what the record says is shown as it stands, and
 * never read as markup.
 */
public final class Markdown {
  private final StringBuilder out = new StringBuilder();
  private final Transcript of;
  private final Wording wording;

  private Markdown(Transcript of) {
    this.of = of;
    this.wording = Wording.of(of.negotiation(), of.sources());
  }

  /**
   * Returns a record in GitHub's Markdown.
   *
   * @param transcript a record
   * @return the text, its lines ended by line feeds
   */
  public static String of(Transcript transcript) {
    Markdown text = new Markdown(transcript);
    text.head();
    text.rounds();
    text.positions();
    text.passages();
    text.claims();
    text.entries();
    text.stages();
    return text.out.toString();
  }

  private void head() {
    Summary head = new Summary(wording, of.recordTo(), of.lookedAt(), of.sources().size());
    out.append("# ").append(escaped(of.title())).append("\n\n");
    item("stands.stage", head.stage());
    item("stands.verdict", head.verdict());
    item("stands.deadline", head.deadline());
    item("stands.record", head.record());
  }

  private void item(String term, String words) {
    out.append("- **").append(say(term)).append("**: ");
    out.append(escaped(words.replace("\n", "; "))).append('\n');
  }

  private void heading(String key) {
    out.append("\n## ").append(say(key)).append("\n\n");
  }

  private void rounds() {
    Negotiation negotiation = of.negotiation();
    if (negotiation.closedRounds() == 0) {
      return;
    }
    heading("timeline.rounds");
    StepWords steps = new StepWords(wording.names());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(say("round"), say("timeline.verdict"), say("timeline.steps")));
    for (RoundVerdict verdict : negotiation.rounds()) {
      rows.add(
          List.of(
              String.valueOf(verdict.round()),
              steps.told(verdict),
              steps.rows(verdict).stream()
                  .map(row -> String.join(" ", row).strip())
                  .collect(Collectors.joining("\n"))));
    }
    table(rows);
  }

  private void positions() {
    heading("positions.heading");
    table(IssueTable.rows(of.negotiation().situation(), wording.names()));
  }

  private void passages() {
    for (Passage passage :
        DealAnalysis.of(of.negotiation(), of.preferences()).passages(wording.names())) {
      out.append("\n## ").append(passage.heading()).append("\n\n");
      passage
          .lines()
          .asMap()
          .forEach(
              (label, lines) -> {
                out.append("- **").append(label).append("**\n");
                lines.forEach(line -> out.append(item(line)));
              });
    }
  }

  private static String item(String line) {
    return line.startsWith(Passage.ITEM)
        ? "    - " + escaped(line.substring(Passage.ITEM.length())) + "\n"
        : "  - " + escaped(line) + "\n";
  }

  private void claims() {
    EvidenceWords evidence = new EvidenceWords(wording, of.accounts(), of.findings());
    if (evidence.contested().isEmpty()) {
      return;
    }
    heading("claims.contested");
    evidence.contests().forEach(line -> out.append("- ").append(escaped(line)).append('\n'));
  }

  private void entries() {
    heading("record.heading");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(say("entry"), say("date"), say("who"), say("what")));
    for (Entry entry : wording.entries()) {
      String fate = wording.telling().fate(entry);
      rows.add(
          List.of(
              String.valueOf(entry.id().number()),
              entry.on().isUnknown() ? "" : entry.on().describe(),
              wording.telling().who(entry),
              wording.telling().words(entry) + (fate.isEmpty() ? "" : "\n" + fate)));
    }
    out.append("<details><summary>").append(say("record.caption"));
    out.append("</summary>\n\n");
    table(rows);
    out.append("\n</details>\n");
  }

  private void stages() {
    heading("stages.heading");
    out.append("```mermaid\n");
    out.append(Diagram.mermaid(Tables.STAGE, Optional.of(of.negotiation().situation().stage())));
    out.append("```\n");
  }

  private static String say(String key) {
    return Phrases.ENGLISH.of(key);
  }

  private void table(List<List<String>> rows) {
    for (int i = 0; i < rows.size(); i++) {
      out.append("| ");
      out.append(rows.get(i).stream().map(Markdown::cell).collect(Collectors.joining(" | ")));
      out.append(" |\n");
      if (i == 0) {
        out.append("|").append(" --- |".repeat(rows.get(0).size())).append('\n');
      }
    }
  }

  private static String cell(String text) {
    return escaped(text).replace("\n", "<br>");
  }

  /** Writes every character that Markdown or HTML could take for its own so that it is shown. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    PlainText.readable(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '@' -> escaped.append("&#64;");
                case '#' -> escaped.append("&#35;");
                default -> {
                  if ("\\`*_{}[]|~!$".indexOf(c) >= 0) {
                    escaped.append('\\');
                  }
                  escaped.appendCodePoint(c);
                }
              }
            });
    return escaped.toString();
  }
}
