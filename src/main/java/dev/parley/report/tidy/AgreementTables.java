package dev.parley.report.tidy;

import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Ledger;
import dev.parley.agreement.Obligation;
import dev.parley.evidence.Delay;
import dev.parley.report.Transcript;
import dev.parley.report.words.Names;
import dev.parley.report.words.Wording;
import dev.parley.talks.Negotiation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Agreements and what they bind to as tables. */
final class AgreementTables {
  private final Transcript transcript;
  private final Negotiation negotiation;
  private final Names names;

  AgreementTables(Transcript transcript) {
    this.transcript = transcript;
    this.negotiation = transcript.negotiation();
    this.names = Wording.of(negotiation, transcript.sources()).names();
  }

  Table agreements() {
    List<Column<Agreement>> columns = new ArrayList<>();
    columns.add(
        Column.integer(
            "entry", "the entry that put its text forward", a -> Optional.of(a.entry().number())));
    columns.add(Column.text("stage", "its stage", a -> Column.lower(a.stage())));
    columns.add(Column.ids("parties", "whom it binds", a -> a.accord().text().parties()));
    columns.add(Column.ids("issues", "the issues of its text", a -> a.accord().text().issues()));
    columns.add(
        Column.flag(
            "whole",
            "whether it claims to settle the whole dispute",
            a -> Optional.of(a.accord().text().comprehensive())));
    columns.add(
        Column.flag(
            "interim",
            "whether it settles for its time only",
            a -> Optional.of(a.accord().text().interim())));
    columns.addAll(
        Column.dates("signed", "when all had signed", a -> a.since(AgreementStage.SIGNED)));
    columns.addAll(
        Column.dates("in_force", "when it came into force", a -> a.since(AgreementStage.IN_FORCE)));
    return Table.of("agreements", "An agreement.", columns, negotiation.agreements())
        .keyedBy("entry");
  }

  /** What an agreement binds somebody to. */
  private record Owed(Agreement under, Ledger.Row row) {
    /** What nobody reports of it is not nothing. */
    private boolean isReported() {
      return !row.deliveries().isEmpty()
          || row.status().done().signum() > 0
          || row.status().degree() != Obligation.Implementation.NONE;
    }
  }

  /** The unit of its issue, where it delivers one. */
  private String unit(Owed owed) {
    return owed.row()
        .obligation()
        .undertaking()
        .terms()
        .filter(terms -> terms.issues().size() == 1)
        .flatMap(terms -> names.agenda().issue(terms.issues().iterator().next()))
        .map(issue -> issue.scale().unit())
        .orElse("");
  }

  Table obligations() {
    List<Owed> owed = new ArrayList<>();
    for (Agreement agreement : negotiation.agreements()) {
      Ledger.of(agreement, transcript.day())
          .rows()
          .forEach(row -> owed.add(new Owed(agreement, row)));
    }
    List<Column<Owed>> columns = new ArrayList<>();
    columns.add(
        Column.integer(
            "agreement",
            "the entry of its agreement",
            o -> Optional.of(o.under().entry().number())));
    columns.add(Column.text("name", "its name", o -> o.row().obligation().name()));
    columns.add(Column.text("party", "who owes it", o -> o.row().obligation().by().text()));
    columns.add(Column.text("party_name", "its name", o -> names.party(o.row().obligation().by())));
    columns.add(Column.ids("target_parties", "to whom", o -> o.row().owedTo()));
    columns.add(Column.text("state", "its state", o -> Column.lower(o.row().status().state())));
    columns.add(
        Column.text(
            "degree",
            "how far it is implemented: none, minimal, intermediate, full; empty where nothing is"
                + " reported of it",
            o -> o.isReported() ? Column.lower(o.row().status().degree()) : ""));
    columns.add(
        Column.number("total", "how much there is to do", o -> o.row().obligation().total()));
    columns.add(
        Column.number(
            "done",
            "how much was done; empty where it is not counted, or nothing is reported of it",
            o ->
                Optional.of(o.row().status().done())
                    .filter(done -> o.row().obligation().total().isPresent() && o.isReported())));
    columns.add(Column.number("left", "how much is left", o -> o.row().left()));
    columns.add(
        Column.text("unit", "in what that is counted, where its issue says so", this::unit));
    columns.addAll(
        Column.dates("due", "by when", o -> o.under().accord().dueOn(o.row().obligation())));
    columns.addAll(Column.dates("completed", "when it was done", o -> o.row().completed()));
    columns.add(
        Column.integer(
            "late_days",
            "how many whole days it is or was late",
            o -> o.row().late().map(Delay::days).map(Math::toIntExact)));
    columns.add(
        Column.integer(
            "late_hours",
            "how many whole hours it is or was late, where the dates have times",
            o -> o.row().late().flatMap(Delay::hours).map(Math::toIntExact)));
    columns.add(
        Column.ids(
            "breaches",
            "the entries that tell of a breach",
            o -> o.row().breaches().stream().map(b -> b.entry().number()).toList()));
    columns.add(
        Column.ids(
            "breaches_attested",
            "those by which who owes it, guarantees it or verifies it says so",
            o ->
                o.row().breaches().stream()
                    .filter(b -> b.word() != Agreement.Breach.Word.ALLEGED)
                    .map(b -> b.entry().number())
                    .toList()));
    return Table.of("obligations", "What an agreement binds a party to.", columns, owed);
  }
}
