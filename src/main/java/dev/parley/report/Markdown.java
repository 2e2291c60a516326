package dev.parley.report;

import dev.parley.report.words.Contents;
import dev.parley.report.words.Phrases;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.Section;
import dev.parley.report.words.Wording;
import dev.parley.talks.Entry;
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
  private final Contents contents;
  private final Wording wording;

  private Markdown(Transcript of) {
    this.of = of;
    this.contents =
        Contents.of(
            of.negotiation(),
            of.sources(),
            of.day(),
            new Contents.Beside(of.accounts(), of.findings(), of.preferences()));
    this.wording = contents.wording();
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
    text.contents.sections().forEach(text::section);
    text.rounds();
    text.section(text.contents.agenda());
    text.entries();
    text.stages();
    return text.out.toString();
  }

  private void head() {
    out.append("# ").append(escaped(of.title())).append("\n\n");
    out.append(escaped(contents.extent(of.recordTo(), of.sources().size()))).append("\n\n");
    SummaryWriter.write(contents)
        .sentences()
        .forEach(s -> out.append("- ").append(escaped(s.text())).append('\n'));
  }

  private void section(Section section) {
    out.append("\n## ").append(section.heading()).append("\n\n");
    if (!section.lead().isEmpty()) {
      out.append(escaped(section.lead())).append("\n\n");
    }
    if (!section.table().isEmpty()) {
      table(section.table());
      out.append('\n');
    }
    section
        .lines()
        .asMap()
        .forEach(
            (label, lines) -> {
              out.append("- **").append(escaped(label)).append("**\n");
              lines.forEach(line -> out.append(item(line)));
            });
  }

  private static String item(String line) {
    return line.startsWith(Section.ITEM)
        ? "    - " + escaped(line.substring(Section.ITEM.length())) + "\n"
        : "  - " + escaped(line) + "\n";
  }

  private void heading(String key) {
    out.append("\n## ").append(say(key)).append("\n\n");
  }

  private void rounds() {
    List<List<String>> rows = contents.rounds().rows();
    if (rows.size() > 1) {
      heading("timeline.rounds");
      table(rows);
    }
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
