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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A comparison as tidy data. */
final class ComparisonTables {
  private ComparisonTables() {}

  static DataPackage of(Comparison of) {
    return new DataPackage(
        "comparison",
        "Two records compared: " + of.one().title(),
        ImmutableList.of(agendas(of), entries(of), differences(of), rounds(of), agreement(of)));
  }

  private static Table agendas(Comparison of) {
    return Table.of(
        "agendas",
        "A party or an issue on which the agendas differ.",
        List.of(
            Column.<Unlike>text("thing", "party or issue", Unlike::thing),
            Column.text("id", "its identifier", Unlike::id),
            Column.text("one", "its roles or scale in the first record", u -> u.one().orElse("")),
            Column.text("other", "the same in the second", u -> u.other().orElse(""))),
        of.agendas());
  }

  /** An event, as one record tells it or both do. */
  private record Event(Optional<EntryId> one, Optional<EntryId> other) {}

  private static Table entries(Comparison of) {
    List<Event> events = new ArrayList<>();
    of.matching()
        .pairs()
        .forEach(p -> events.add(new Event(Optional.of(p.one()), Optional.of(p.other()))));
    of.onlyInOne().forEach(e -> events.add(new Event(Optional.of(e.id()), Optional.empty())));
    of.onlyInOther().forEach(e -> events.add(new Event(Optional.empty(), Optional.of(e.id()))));
    return Table.of(
        "entries",
        "An event that one record tells or both do.",
        List.of(
            Column.<Event>integer(
                "entry_one", "its entry in the first record", e -> e.one().map(EntryId::number)),
            Column.integer(
                "entry_other", "its entry in the second", e -> e.other().map(EntryId::number)),
            Column.text(
                "text_one",
                "what the first record says",
                e -> e.one().map(id -> deed(of, true, id)).orElse("")),
            Column.text(
                "text_other",
                "what the second says",
                e -> e.other().map(id -> deed(of, false, id)).orElse(""))),
        events);
  }

  private static String deed(Comparison of, boolean first, EntryId id) {
    Entry entry = (first ? of.one() : of.other()).negotiation().chronicle().entry(id).orElseThrow();
    var telling = of.coding(first).wording().telling();
    return telling.who(entry) + " " + telling.deed(entry);
  }

  private static Table differences(Comparison of) {
    return Table.of(
            "differences",
            "A field in which two entries of one event differ.",
            List.of(
                Column.<Difference>integer(
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
            of.differences())
        .keyedBy("entry_one", "field");
  }

  private static Table rounds(Comparison of) {
    return Table.of(
        "rounds",
        "The verdict on a round, or a step in it, in both records.",
        List.of(
            Column.<Measured>integer("round_one", "the round in the first record", Measured::round),
            Column.integer("round_other", "the round in the second", Measured::otherRound),
            Column.text(
                "measure", "verdict or step", m -> m.line().isPresent() ? "step" : "verdict"),
            Column.text(
                "party", "who makes the step", m -> m.line().map(l -> l.party().text()).orElse("")),
            Column.text(
                "toward",
                "towards whom",
                m -> m.line().flatMap(l -> l.toward()).map(Object::toString).orElse("")),
            Column.text(
                "issue",
                "on which issue",
                m -> m.line().flatMap(l -> l.issue()).map(Object::toString).orElse("")),
            Column.text("one", "what the first comes to", m -> m.one().orElse("")),
            Column.text("other", "what the second comes to", m -> m.other().orElse(""))),
        of.measured());
  }

  private static Table agreement(Comparison of) {
    return Table.of(
        "agreement",
        "How far the two agree on a field, on the kinds of steps, on the verdicts.",
        List.of(
            Column.<Statistic>text("on", "on what", Statistic::on),
            Column.integer("units", "how many units both have rated", s -> Optional.of(s.units())),
            Column.number(
                "percent", "the share on which they agree, 0 to 1", s -> decimal(s.percent())),
            Column.number("kappa", "Cohen's kappa", s -> decimal(s.kappa())),
            Column.text(
                "metric", "how far apart two values are, for alpha", s -> Names.words(s.metric())),
            Column.number("alpha", "Krippendorff's alpha", s -> decimal(s.alpha())),
            Column.number(
                "low",
                "where 95 of 100 bootstrap samples of alpha begin",
                s -> s.interval().map(b -> rounded(b.low()))),
            Column.number("high", "where they end", s -> s.interval().map(b -> rounded(b.high())))),
        of.statistics());
  }

  static Optional<BigDecimal> decimal(OptionalDouble number) {
    return number.isPresent() ? Optional.of(rounded(number.getAsDouble())) : Optional.empty();
  }

  static BigDecimal rounded(double number) {
    return BigDecimal.valueOf(number).setScale(4, RoundingMode.HALF_EVEN);
  }
}
