package dev.parley.report;

import com.google.common.base.CharMatcher;
import dev.parley.agenda.IssueId;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.Step;
import dev.parley.report.words.EntryWords;
import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.Wording;
import dev.parley.talks.Entry;
import dev.parley.talks.Negotiation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A record as rows for a spreadsheet or a statistics program: comma-separated values as in RFC
 * 4180, a heading first, each row ended by CR LF. {@code
 * 21,2,2024-12,hamas,shift,withdrawal-days,...}
 *
 * <p>Laws: parties and issues by their identifiers, dates in EDTF ({@code 2024-12}, {@code XXXX}
 * when unknown), entries by their numbers; what is not known is an empty field; several values in a
 * field are parted by spaces. A text that a spreadsheet would take for a formula, one that begins
 * with {@code =}, {@code +}, {@code -} or {@code @}, has an apostrophe before it.
 */
public final class Csv {
  private Csv() {}

  /**
   * Returns one row for each entry of the chronicle, in the order in which they were recorded.
   *
   * @param transcript a record
   * @return the columns entry, round, counts_in, date, party, kind, issues, source, attribution,
   *     text, noted
   */
  public static String moves(Transcript transcript) {
    Negotiation negotiation = transcript.negotiation();
    Wording wording = Wording.of(negotiation, transcript.sources());
    Map<EntryId, Integer> rounds = negotiation.withinRounds();
    StringBuilder csv = new StringBuilder();
    heading(csv, "entry round counts_in date party kind issues source attribution text noted");
    for (Entry entry : negotiation.chronicle().entries()) {
      row(
          csv,
          String.valueOf(entry.id().number()),
          rounds.containsKey(entry.id()) ? String.valueOf(rounds.get(entry.id())) : "",
          negotiation.countsIn(entry.id()).isPresent()
              ? String.valueOf(negotiation.countsIn(entry.id()).getAsInt())
              : "",
          entry.on().toString(),
          Wording.actor(entry),
          kind(entry),
          entry.tells().stream()
              .flatMap(m -> m.act().issues().stream())
              .map(IssueId::text)
              .collect(Collectors.joining(" ")),
          EntryWords.sources(entry).stream().map(Source::id).collect(Collectors.joining(" ")),
          entry instanceof Entry.Told told
              ? lower(told.move().attribution(negotiation.situation()))
              : "",
          text(wording.telling().deed(entry)),
          text(wording.telling().fate(entry)));
    }
    return csv.toString();
  }

  /**
   * Returns one row for each step of each closed round, in order.
   *
   * @param transcript a record
   * @return the columns round, verdict, party, toward, issue, kind, size, unit, share, before,
   *     after, tentative, entries, opening; and of the whole round: closed, unsettled, open-before,
   *     open-after
   */
  public static String steps(Transcript transcript) {
    StringBuilder csv = new StringBuilder();
    heading(
        csv,
        "round verdict party toward issue kind size unit share before after tentative entries"
            + " opening closed unsettled open-before open-after");
    for (RoundVerdict verdict : transcript.negotiation().rounds()) {
      for (Step step : verdict.steps()) {
        row(
            csv,
            String.valueOf(verdict.round()),
            lower(verdict.progress()),
            step.party().text(),
            step.toward().map(Object::toString).orElse(""),
            step.issue().map(IssueId::text).orElse(""),
            lower(step.kind()),
            step.size().map(Names::plain).orElse(""),
            text(step.unit()),
            step.share().map(Names::plain).orElse(""),
            step.before().map(r -> text(r.describe())).orElse(""),
            step.after().map(r -> text(r.describe())).orElse(""),
            String.valueOf(step.tentative()),
            step.entries().stream()
                .map(EntryId::number)
                .map(String::valueOf)
                .collect(Collectors.joining(" ")),
            step.opening().map(r -> text(r.describe())).orElse(""),
            issues(verdict.closed()),
            issues(verdict.opened()),
            String.valueOf(verdict.openBefore()),
            String.valueOf(verdict.openAfter()));
      }
    }
    return csv.toString();
  }

  private static String issues(Set<IssueId> issues) {
    return issues.stream().map(IssueId::text).collect(Collectors.joining(" "));
  }

  private static String kind(Entry entry) {
    return entry instanceof Entry.Told told
        ? lower(told.move().act().kind())
        : entry instanceof Entry.Denied
            ? "denied"
            : ((Entry.Corrected) entry).instead().isPresent() ? "corrected" : "cancelled";
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns a text on one line, that no spreadsheet reckons out. */
  static String text(String words) {
    String line = PlainText.safe(PlainText.readable(words));
    return Stream.of("=", "+", "-", "@").anyMatch(line::startsWith) ? "'" + line : line;
  }

  private static void heading(StringBuilder csv, String columns) {
    row(csv, columns.split(" "));
  }

  private static void row(StringBuilder csv, String... fields) {
    csv.append(Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(",")));
    csv.append("\r\n");
  }

  private static String field(String text) {
    return CharMatcher.anyOf("\",\r\n").matchesNoneOf(text)
        ? text
        : '"' + text.replace("\"", "\"\"") + '"';
  }
}
