package dev.parley.compare;

import com.google.common.collect.ImmutableList;
import dev.parley.compare.Comparison.Difference;
import dev.parley.compare.Comparison.Measured;
import dev.parley.compare.Comparison.Statistic;
import dev.parley.compare.Comparison.Unlike;
import dev.parley.evidence.EntryId;
import dev.parley.report.tidy.Column;
import dev.parley.report.tidy.DataPackage;
import dev.parley.report.tidy.Table;
import dev.parley.report.words.Names;
import dev.parley.talks.Entry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What a comparison finds, as tables: declared once, for tidy data and for JSON. */
final class ComparisonTables {
  private ComparisonTables() {}

  /**
   * A table before it is filled.
   *
   * @param name what it is called
   * @param meaning what one row says
   * @param key the columns in which rows differ, where there are such
   * @param columns its columns
   * @param rows the rows that a comparison has
   */
  record Form<R>(
      String name,
      String meaning,
      ImmutableList<String> key,
      ImmutableList<Column<R>> columns,
      Function<Comparison, ImmutableList<R>> rows) {
    Table of(Comparison comparison) {
      return Table.of(name, meaning, columns, rows.apply(comparison))
          .keyedBy(key.toArray(String[]::new));
    }
  }

  static DataPackage of(Comparison of) {
    return new DataPackage(
        "comparison",
        "Two records compared: " + of.one().title(),
        ALL.stream().map(form -> form.of(of)).collect(ImmutableList.toImmutableList()));
  }

  private static final Form<Unlike> AGENDAS =
      new Form<>(
          "agendas",
          "A party or an issue on which the agendas differ.",
          ImmutableList.of(),
          ImmutableList.of(
              Column.text("thing", "party or issue", Unlike::thing),
              Column.text("id", "its identifier", Unlike::id),
              Column.text("one", "its roles or scale in the first record", u -> or(u.one())),
              Column.text("other", "the same in the second", u -> or(u.other()))),
          Comparison::agendas);

  /** An event, as one record tells it or both do. */
  private record Event(
      Optional<EntryId> one, Optional<EntryId> other, String oneText, String otherText) {
    static Event of(Comparison of, Optional<EntryId> one, Optional<EntryId> other) {
      return new Event(
          one,
          other,
          or(one.map(id -> deed(of, true, id))),
          or(other.map(id -> deed(of, false, id))));
    }
  }

  private static final Form<Event> ENTRIES =
      new Form<>(
          "entries",
          "An event that one record tells or both do.",
          ImmutableList.of(),
          ImmutableList.of(
              Column.integer(
                  "entry_one", "its entry in the first record", e -> e.one().map(EntryId::number)),
              Column.integer(
                  "entry_other", "its entry in the second", e -> e.other().map(EntryId::number)),
              Column.text("text_one", "what the first record says", Event::oneText),
              Column.text("text_other", "what the second says", Event::otherText)),
          ComparisonTables::events);

  private static ImmutableList<Event> events(Comparison of) {
    ImmutableList.Builder<Event> events = ImmutableList.builder();
    of.matching()
        .pairs()
        .forEach(p -> events.add(Event.of(of, Optional.of(p.one()), Optional.of(p.other()))));
    of.onlyInOne().forEach(e -> events.add(Event.of(of, Optional.of(e.id()), Optional.empty())));
    of.onlyInOther().forEach(e -> events.add(Event.of(of, Optional.empty(), Optional.of(e.id()))));
    return events.build();
  }

  private static String deed(Comparison of, boolean first, EntryId id) {
    Entry entry = (first ? of.one() : of.other()).negotiation().chronicle().entry(id).orElseThrow();
    var telling = of.coding(first).wording().telling();
    return telling.who(entry) + " " + telling.deed(entry);
  }

  private static final Form<Difference> DIFFERENCES =
      new Form<>(
          "differences",
          "A field in which two entries of one event differ.",
          ImmutableList.of("entry_one", "field"),
          ImmutableList.of(
              Column.integer(
                  "entry_one",
                  "the entry of the first record",
                  d -> Optional.of(d.pair().one().number())),
              Column.integer(
                  "entry_other",
                  "the entry of the second",
                  d -> Optional.of(d.pair().other().number())),
              Column.text("field", "which field: kind, actor, date, ...", Difference::field),
              Column.text("one", "what the first says", Difference::one),
              Column.text("other", "what the second says", Difference::other),
              Column.text(
                  "source_one", "the sources of the first, by spaces", Difference::oneSource),
              Column.text(
                  "source_other", "those of the second, by spaces", Difference::otherSource)),
          Comparison::differences);

  private static final Form<Measured> ROUNDS =
      new Form<>(
          "rounds",
          "The verdict on a round, or a step in it, in both records.",
          ImmutableList.of(),
          ImmutableList.of(
              Column.integer("round_one", "the round in the first record", Measured::round),
              Column.integer("round_other", "the round in the second", Measured::otherRound),
              Column.text(
                  "measure", "verdict or step", m -> m.line().isPresent() ? "step" : "verdict"),
              Column.text("party", "who makes the step", m -> or(m.line().map(l -> l.party()))),
              Column.text("toward", "towards whom", m -> or(m.line().flatMap(l -> l.toward()))),
              Column.text("issue", "on which issue", m -> or(m.line().flatMap(l -> l.issue()))),
              Column.text("one", "what the first comes to", m -> or(m.one())),
              Column.text("other", "what the second comes to", m -> or(m.other()))),
          Comparison::measured);

  private static final Form<Statistic> AGREEMENT =
      new Form<>(
          "agreement",
          "How far the two agree on a field, on the kinds of steps, on the verdicts.",
          ImmutableList.of(),
          ImmutableList.of(
              Column.text("on", "on what", Statistic::on),
              Column.integer(
                  "units", "how many units both have rated", s -> Optional.of(s.units())),
              Column.number(
                  "percent", "the share on which they agree, 0 to 1", s -> decimal(s.percent())),
              Column.number("kappa", "Cohen's kappa", s -> decimal(s.kappa())),
              Column.text(
                  "metric",
                  "how far apart two values are, for alpha",
                  s -> Names.words(s.metric())),
              Column.number("alpha", "Krippendorff's alpha", s -> decimal(s.alpha())),
              Column.number(
                  "low",
                  "where 95 of 100 bootstrap samples of alpha begin",
                  s -> s.interval().map(b -> rounded(b.low()))),
              Column.number(
                  "high", "where they end", s -> s.interval().map(b -> rounded(b.high())))),
          Comparison::statistics);

  /** All tables, in order. */
  static final ImmutableList<Form<?>> ALL =
      ImmutableList.of(AGENDAS, ENTRIES, DIFFERENCES, ROUNDS, AGREEMENT);

  private static String or(Optional<?> text) {
    return text.map(Object::toString).orElse("");
  }

  static Optional<BigDecimal> decimal(OptionalDouble number) {
    return number.isPresent() ? Optional.of(rounded(number.getAsDouble())) : Optional.empty();
  }

  private static BigDecimal rounded(double number) {
    return BigDecimal.valueOf(number).setScale(4, RoundingMode.HALF_EVEN);
  }
}
