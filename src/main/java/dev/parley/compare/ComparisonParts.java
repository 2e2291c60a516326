package dev.parley.compare;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.compare.Comparison.Difference;
import dev.parley.compare.Comparison.Measured;
import dev.parley.compare.Comparison.Statistic;
import dev.parley.compare.Comparison.StepLine;
import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.Wording;
import dev.parley.talks.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A comparison in words for people, part by part: each a table. */
final class ComparisonParts {
  /**
   * A part.
   *
   * @param id what it is called in an address
   * @param heading its heading
   * @param head what its columns are called
   * @param rows its rows
   */
  record Part(
      String id,
      String heading,
      ImmutableList<String> head,
      ImmutableList<ImmutableList<String>> rows) {}

  private final Comparison of;
  private final Wording one;
  private final Wording other;

  private ComparisonParts(Comparison of) {
    this.of = of;
    this.one = of.coding(true).wording();
    this.other = of.coding(false).wording();
  }

  /** Returns the parts that have something to say. */
  static ImmutableList<Part> of(Comparison of) {
    ComparisonParts parts = new ComparisonParts(of);
    return Stream.of(
            parts.agendas(),
            parts.only("only-first", "Only in the first record", of.onlyInOne(), parts.one),
            parts.only("only-second", "Only in the second record", of.onlyInOther(), parts.other),
            parts.differences(),
            parts.rounds(),
            parts.agreement())
        .filter(part -> !part.rows().isEmpty())
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns what must be known to read the figures. */
  static ImmutableList<String> notes(Comparison of) {
    ImmutableList.Builder<String> notes = ImmutableList.builder();
    notes.add(
        String.format(
            Locale.ROOT,
            "kappa is Cohen's, alpha is Krippendorff's; 95 of 100 bootstrap samples of alpha lie in"
                + " the range (%,d samples, seed %d). No figure: all values are one, or too few.",
            Statistics.SAMPLES,
            Statistics.SEED));
    notes.add("A field that one record leaves empty is not a unit of agreement.");
    if (!of.matchedByHand()) {
      notes.add(
          "Entries were matched on kind and actor, so agreement on these is not measured; issues"
              + " and dates agree the more for it. A matching by hand measures all of them.");
    }
    return notes.build();
  }

  /** Returns what each record is called and how much of it was matched. */
  ImmutableList<ImmutableList<String>> extent() {
    return ImmutableList.of(
        extent("first record", one, of.one().title()),
        extent("second record", other, of.other().title()));
  }

  static ImmutableList<ImmutableList<String>> extent(Comparison of) {
    return new ComparisonParts(of).extent();
  }

  private ImmutableList<String> extent(String which, Wording wording, String title) {
    int moves = wording.negotiation().chronicle().readings().size();
    return ImmutableList.of(
        which,
        PlainText.safe(title),
        "%s, %s matched"
            .formatted(Names.counted(moves, "event", "events"), of.matching().pairs().size()));
  }

  private Part agendas() {
    return new Part(
        "agendas",
        "The agendas differ",
        ImmutableList.of("", "first record", "second record"),
        of.agendas().stream()
            .map(
                u ->
                    ImmutableList.of(
                        u.thing() + " (" + PlainText.safe(u.id()) + ")",
                        u.one().map(PlainText::safe).orElse("none"),
                        u.other().map(PlainText::safe).orElse("none")))
            .collect(ImmutableList.toImmutableList()));
  }

  private Part only(String id, String heading, List<Entry> entries, Wording wording) {
    return new Part(
        id,
        heading,
        ImmutableList.of("entry", "date", "what it says"),
        entries.stream()
            .map(
                entry ->
                    ImmutableList.of(
                        entry.id().toString(),
                        entry.on().isUnknown() ? "" : entry.on().describe(),
                        told(entry, wording)))
            .collect(ImmutableList.toImmutableList()));
  }

  /** Returns who says what in an entry, on one line. */
  static String told(Entry entry, Wording wording) {
    return (wording.telling().who(entry) + " " + wording.telling().words(entry)).replace('\n', ' ');
  }

  private Part differences() {
    return new Part(
        "differences",
        "One event, told differently",
        ImmutableList.of("entries", "field", "first record", "second record"),
        of.differences().stream().map(this::difference).collect(ImmutableList.toImmutableList()));
  }

  private ImmutableList<String> difference(Difference it) {
    return ImmutableList.of(
        it.pair().one() + " " + it.pair().other(),
        PlainText.safe(it.field()),
        said(it.field(), it.one(), it.oneSource(), true),
        said(it.field(), it.other(), it.otherSource(), false));
  }

  private String said(String field, String words, String sources, boolean first) {
    Coding coding = of.coding(first);
    String said = words.isEmpty() ? "nothing" : coding.label(field, words);
    return sources.isEmpty() || field.equals("source")
        ? said
        : said + " (" + coding.label("source", sources) + ")";
  }

  private Part rounds() {
    return new Part(
        "rounds",
        "Rounds",
        ImmutableList.of("round", "", "first record", "second record"),
        of.measured().stream().map(this::measured).collect(ImmutableList.toImmutableList()));
  }

  private ImmutableList<String> measured(Measured it) {
    String here = it.round().map(String::valueOf).orElse("none");
    String there = it.otherRound().map(String::valueOf).orElse("none");
    return ImmutableList.of(
        here.equals(there) ? here : here + " | " + there,
        it.line().map(this::line).orElse("verdict"),
        it.one().orElse("nothing"),
        it.other().orElse("nothing"));
  }

  private String line(StepLine line) {
    return party(line.party())
        + " on "
        + line.issue().map(this::issue).orElse("an issue that is not reported")
        + line.toward().map(t -> " towards " + party(t)).orElse("");
  }

  private String party(ActorId id) {
    String name = one.names().party(id);
    return name.equals(id.text()) ? other.names().party(id) : name;
  }

  private String issue(IssueId id) {
    boolean known = one.negotiation().agenda().issue(id).isPresent();
    return (known ? one : other).names().issue(id);
  }

  private Part agreement() {
    List<ImmutableList<String>> rows = new ArrayList<>();
    for (Statistic it : of.statistics()) {
      rows.add(
          ImmutableList.of(
              PlainText.safe(it.on()),
              String.valueOf(it.units()),
              it.percent().isPresent()
                  ? String.format(Locale.ROOT, "%.0f %%", 100 * it.percent().getAsDouble())
                  : "",
              number(it.kappa()),
              number(it.alpha()),
              it.alpha().isPresent() ? Names.words(it.metric()) : "",
              it.interval()
                  .map(b -> String.format(Locale.ROOT, "%.3f to %.3f", b.low(), b.high()))
                  .orElse("")));
    }
    return new Part(
        "agreement",
        "Agreement",
        ImmutableList.of("on", "units", "agree", "kappa", "alpha", "metric", "range of alpha"),
        ImmutableList.copyOf(rows));
  }

  private static String number(OptionalDouble number) {
    return number.isPresent() ? String.format(Locale.ROOT, "%.3f", number.getAsDouble()) : "";
  }
}
