package dev.parley.report.tidy;

import dev.parley.agenda.ActorId;
import dev.parley.evidence.Account;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Claim.Answer;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Figure;
import dev.parley.evidence.Interval;
import dev.parley.evidence.Tolerance;
import dev.parley.evidence.When;
import dev.parley.report.Transcript;
import dev.parley.talks.Chronicle.Reading;
import dev.parley.talks.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Claims and the figures of accounts as tables. */
final class EvidenceTables {
  private final Transcript transcript;
  private final Optional<Tolerance> about;

  EvidenceTables(Transcript transcript) {
    this.transcript = transcript;
    this.about = transcript.negotiation().situation().policy().about();
  }

  /** A claim, as it is read today. */
  private record Claimed(Reading reading, Claim claim) {
    Optional<Figure> figure() {
      return claim.says() instanceof Answer.Count count
          ? Optional.of(count.figure())
          : Optional.empty();
    }

    Optional<When> date() {
      return claim.says() instanceof Answer.Date date ? Optional.of(date.when()) : Optional.empty();
    }

    String kind() {
      return figure().isPresent()
          ? "figure"
          : date().isPresent() ? "date" : claim.says() instanceof Answer.Text ? "text" : "answer";
    }
  }

  Table claims() {
    List<Claimed> claims = new ArrayList<>();
    for (Reading reading : transcript.negotiation().chronicle().readings()) {
      reading.move().act().value(Shape.CLAIM).ifPresent(c -> claims.add(new Claimed(reading, c)));
    }
    List<Column<Claimed>> columns = new ArrayList<>();
    columns.add(Column.integer("entry", "the entry", c -> Optional.of(c.reading().id().number())));
    columns.add(Column.text("question", "the question that it answers", c -> c.claim().about()));
    columns.add(
        Column.text(
            "concerning",
            "the party that it concerns",
            c -> c.claim().concerning().map(ActorId::text).orElse("")));
    columns.add(Column.text("kind", "figure, date, text or answer", Claimed::kind));
    columns.add(
        Column.text("answer", "the answer in its wording", c -> c.claim().says().toString()));
    columns.addAll(figure(Claimed::figure, c -> c.figure().flatMap(figure -> figure.range(about))));
    columns.addAll(Column.dates("answered_date", "the date, where it is one", Claimed::date));
    columns.add(Column.text("source", "who says so", c -> c.claim().source().id()));
    columns.addAll(Column.dates("said_date", "when it was said", c -> Optional.of(c.claim().on())));
    columns.add(
        Column.text(
            "attribution",
            "on whose word the entry is",
            c -> Column.lower(transcript.negotiation().attribution(c.reading()))));
    columns.add(
        Column.flag(
            "corrected", "whether it was corrected", c -> Optional.of(c.reading().corrected())));
    return Table.of("claims", "A claim, as it is read now.", columns, claims).keyedBy("entry");
  }

  /** The columns of a figure: its least, its most, and of how many it is a share. */
  private static <R> List<Column<R>> figure(
      Function<R, Optional<Figure>> figure, Function<R, Optional<Interval>> range) {
    return List.of(
        Column.number(
            "number", "the one number in it", r -> figure.apply(r).flatMap(Figure::number)),
        Column.number(
            "least", "the least that it may be", r -> range.apply(r).flatMap(Interval::low)),
        Column.number(
            "most", "the most that it may be", r -> range.apply(r).flatMap(Interval::high)),
        Column.flag(
            "approximate",
            "whether it is about a number",
            r -> figure.apply(r).map(Figure::isApproximate)),
        Column.number(
            "share_of", "of how many it is a share", r -> figure.apply(r).flatMap(Figure::outOf)));
  }

  /** A figure of an account. */
  private record Counted(Account account, String label, boolean whole, Figure figure) {}

  Table figures() {
    List<Counted> figures = new ArrayList<>();
    for (Account account : transcript.accounts()) {
      Map<String, Figure> all = new LinkedHashMap<>();
      all.put(account.wholeLabel(), account.whole());
      all.putAll(account.parts());
      all.forEach(
          (label, f) ->
              figures.add(new Counted(account, label, label.equals(account.wholeLabel()), f)));
    }
    List<Column<Counted>> columns = new ArrayList<>();
    columns.add(Column.text("account", "the account", c -> c.account().name()));
    columns.add(Column.text("label", "what became of these", Counted::label));
    columns.add(
        Column.flag("whole", "whether it is the whole, and no part", c -> Optional.of(c.whole())));
    columns.add(Column.text("figure", "the figure in its wording", c -> c.figure().toString()));
    columns.addAll(figure(c -> Optional.of(c.figure()), c -> c.account().range(c.figure(), about)));
    columns.add(Column.text("unit", "what is counted", c -> c.account().unit()));
    columns.add(
        Column.text(
            "source", "who gave it", c -> c.account().sources().getOrDefault(c.label(), "")));
    columns.add(
        Column.integer(
            "claim",
            "the entry that claims it",
            c -> Optional.ofNullable(c.account().claims().get(c.label())).map(EntryId::number)));
    columns.addAll(
        Column.dates(
            "date",
            "when it was given",
            c -> Optional.ofNullable(c.account().dates().get(c.label()))));
    columns.add(
        Column.text(
            "verdict",
            "whether the account reconciles",
            c -> Column.lower(c.account().reconcile(about).verdict())));
    return Table.of("figures", "A figure of an account.", columns, figures)
        .keyedBy("account", "label");
  }
}
