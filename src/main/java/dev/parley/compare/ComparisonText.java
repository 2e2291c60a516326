package dev.parley.compare;

import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.Wording;
import dev.parley.talks.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes a comparison for people. */
final class ComparisonText {
  private final Comparison of;
  private final Wording one;
  private final Wording other;
  private final StringBuilder out = new StringBuilder();

  ComparisonText(Comparison of, Wording one, Wording other) {
    this.of = of;
    this.one = one;
    this.other = other;
  }

  String text() {
    line("COMPARISON  " + PlainText.safe(of.one().title()));
    int pairs = of.matching().pairs().size();
    line(
        "   first record   %s, %s of them matched"
            .formatted(entries(one.negotiation().chronicle().readings().size()), pairs));
    line(
        "   second record  %s, %s of them matched"
            .formatted(entries(other.negotiation().chronicle().readings().size()), pairs));
    section("AGENDAS DIFFER", of.agendas().stream().map(PlainText::safe).toList());
    section("ONLY IN THE FIRST RECORD", of.onlyInOne().stream().map(e -> told(e, one)).toList());
    section(
        "ONLY IN THE SECOND RECORD", of.onlyInOther().stream().map(e -> told(e, other)).toList());
    section(
        "SAID DIFFERENTLY OF ONE EVENT",
        of.differences().stream().map(ComparisonText::difference).toList());
    section(
        "ROUNDS",
        of.measured().stream()
            .map(
                m ->
                    "round %s, %s: %s"
                        .formatted(
                            m.round(),
                            m.what(),
                            m.one().equals(m.other())
                                ? m.one().orElse("") + " in both"
                                : said(m.one()) + " | " + said(m.other())))
            .toList());
    section("AGREEMENT", of.statistics().stream().map(ComparisonText::statistic).toList());
    line("");
    line(
        "alpha is Krippendorff's, kappa Cohen's; in brackets, where 95 of 100 bootstrap samples lie"
            + " (1,000 samples, seed 16).");
    line("An entry that only one record has is no unit of agreement.");
    return out.toString();
  }

  private static String entries(int count) {
    return Names.counted(count, "entry", "entries");
  }

  private static String said(Optional<String> words) {
    return words.orElse("nothing");
  }

  private static String told(Entry entry, Wording wording) {
    String date = entry.on().isUnknown() ? "" : entry.on().describe() + ": ";
    return "%s %s%s %s"
        .formatted(
            entry.id(),
            date,
            wording.telling().who(entry),
            wording.telling().words(entry).replace('\n', ' '));
  }

  private static String difference(Comparison.Difference it) {
    return "%s | %s  %s: %s | %s"
        .formatted(
            sourced(it.pair().one().toString(), it.oneSource()),
            sourced(it.pair().other().toString(), it.otherSource()),
            it.field(),
            it.one().isEmpty() ? "nothing" : PlainText.safe(it.one()),
            it.other().isEmpty() ? "nothing" : PlainText.safe(it.other()));
  }

  private static String sourced(String entry, String sources) {
    return sources.isEmpty() ? entry : entry + " (" + sources + ")";
  }

  private static String statistic(Comparison.Statistic it) {
    StringBuilder line = new StringBuilder();
    line.append(it.on()).append(": ").append(Names.counted(it.units(), "unit", "units"));
    it.percent()
        .ifPresent(p -> line.append(String.format(Locale.ROOT, ", %.0f %% agreement", 100 * p)));
    line.append(number(", kappa ", it.kappa()));
    line.append(number(", alpha " + Coding.lower(it.metric()) + " ", it.alpha()));
    it.interval()
        .ifPresent(
            b -> line.append(String.format(Locale.ROOT, " [%.3f, %.3f]", b.low(), b.high())));
    return line.toString();
  }

  private static String number(String words, OptionalDouble number) {
    return number.isPresent()
        ? words + String.format(Locale.ROOT, "%.3f", number.getAsDouble())
        : "";
  }

  private void section(String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      line("");
      line(heading);
      lines.forEach(each -> line("   " + each));
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
