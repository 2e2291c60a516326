package dev.parley.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Assent;
import dev.parley.agreement.Consent;
import dev.parley.agreement.Ledger;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.evidence.When;
import dev.parley.report.words.JsonShape;
import dev.parley.report.words.JsonType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What is agreed, and whether it is carried out, as JSON. */
final class JsonAgreements {
  private JsonAgreements() {}

  static final JsonShape<Obligation.Status> STATUS =
      JsonShape.<Obligation.Status>of("status", "Where an obligation stands.")
          .constant("state", "its state", ObligationState.class, Obligation.Status::state)
          .constant(
              "degree",
              "how far it is implemented",
              Obligation.Implementation.class,
              Obligation.Status::degree)
          .number("done", "how much is done, in units", Obligation.Status::done)
          .ids("excused-by", "to whom it is owed no more", Obligation.Status::excusedBy)
          .ids("alleged-by", "who has alleged a breach of it", Obligation.Status::allegedBy)
          .build();

  /** An obligation, and the agreement under which it stands. */
  record Owed(Accord accord, Obligation obligation) {
    private ImmutableSet<ActorId> owedTo() {
      return Sets.difference(accord.bound(), ImmutableSet.of(obligation.by())).immutableCopy();
    }

    private Optional<Text> under() {
      return Optional.of(obligation.under()).filter(text -> !text.equals(accord.text()));
    }

    private Obligation.Status status() {
      return accord.obligations().getOrDefault(obligation, NOT_ARISEN);
    }

    private static final Obligation.Status NOT_ARISEN =
        Obligation.Status.of(ObligationState.PENDING);
  }

  private static final JsonShape<Owed> NAMED =
      JsonShape.<Owed>of("owed", "What an agreement binds somebody to do.")
          .including(JsonValues.UNDERTAKING, o -> o.obligation().undertaking())
          .ids("undertaken-to", "to whom it was undertaken", o -> o.obligation().owedTo())
          .oneIf(
              "under", "the text that makes it, where it is another", JsonValues.TEXT, Owed::under)
          .build();

  static final JsonShape<Owed> OWED =
      JsonShape.<Owed>of("obligation-now", "An obligation, and where it stands.")
          .including(NAMED, o -> o)
          .ids("owed-to", "to whom it is owed now", Owed::owedTo)
          .including(STATUS, Owed::status)
          .build();

  private static final JsonShape<Map.Entry<Owed, When>> AWAITED =
      JsonShape.<Map.Entry<Owed, When>>of(
              "awaited", "From when on an obligation has nothing more to wait for.")
          .one("obligation", "which", NAMED, Map.Entry::getKey)
          .date("date", "from when on", Map.Entry::getValue)
          .build();

  private static final JsonShape<Assent> ASSENT =
      JsonShape.<Assent>of("assent", "How far a party consents.")
          .constant("kind", "the kind of consent", Consent.Kind.class, Assent::kind)
          .map("issues", "the kind, by issue", JsonType.constant(Consent.Kind.class), Assent::parts)
          .textIf("organ", "which body is to confirm it", Assent::organ)
          .build();

  private static final JsonShape<Map.Entry<Condition, Accord.Fulfilment>> FULFILMENT =
      JsonShape.<Map.Entry<Condition, Accord.Fulfilment>>of(
              "fulfilment", "A condition, and what has become of it.")
          .including(JsonValues.CONDITION, Map.Entry::getKey)
          .constant("state", "whether it is met", Accord.Fulfilment.class, Map.Entry::getValue)
          .build();

  static final JsonShape<Accord> ACCORD =
      JsonShape.<Accord>of("accord", "How a text stands with those whom it binds.")
          .constant("stage", "its stage", AgreementStage.class, Accord::stage)
          .one("text", "what is agreed", JsonValues.TEXT, Accord::text)
          .map("assents", "how far each party consents", ASSENT, Accord::assents)
          .set("conditions", "its conditions", FULFILMENT, a -> a.conditions().entrySet())
          .map(
              "ratified-if",
              "which conditions of a ratification are open, by who gave it",
              JsonType.set(JsonValues.CONDITION),
              Accord::ratifiedIf)
          .map(
              "readings",
              "how each reads a term, by the issue",
              JsonType.map(JsonType.TEXT),
              Accord::readings)
          .flag(
              "noted",
              "whether the event has come about with which it comes into force",
              Accord::noted)
          .map(
              "suspended-towards",
              "towards whom it is suspended, by who did so",
              JsonType.set(JsonType.TEXT),
              a -> a.suspensions().asMap())
          .ids("ended-by", "who has agreed to end it", Accord::endedBy)
          .dateIf("ends", "when it ends, once it is in force", Accord::ends)
          .dateIf(
              "entered",
              "when it came into force, where something is counted from there",
              Accord::entered)
          .set(
              "obligations",
              "what it binds to",
              OWED,
              a -> a.obligations().keySet().stream().map(o -> new Owed(a, o)).toList())
          .set(
              "awaited-until",
              "what has waited for something else, and until when",
              AWAITED,
              a ->
                  a.awaitedUntil().entrySet().stream()
                      .map(e -> Map.entry(new Owed(a, e.getKey()), e.getValue()))
                      .toList())
          .build();

  private static final JsonShape<Consent> CONSENT =
      JsonShape.<Consent>of("consent", "A consent that was given, refused or taken back.")
          .text("party", "by whom", Consent::party)
          .constant("kind", "the kind of consent", Consent.Kind.class, Consent::kind)
          .date("on", "when", Consent::on)
          .entry("entry", "the entry that tells it", Consent::entry)
          .textIf("through", "through which delegation", Consent::through)
          .ids("issues", "on which issues", Consent::issues)
          .build();

  private static final JsonShape<Agreement.Turn> TURN =
      JsonShape.<Agreement.Turn>of("turn", "When an agreement reached a stage.")
          .constant("stage", "which stage", AgreementStage.class, Agreement.Turn::stage)
          .date("on", "when", Agreement.Turn::on)
          .entry("entry", "the entry that brought it there", Agreement.Turn::entry)
          .build();

  private static final JsonShape<Agreement.Performance> PERFORMANCE =
      JsonShape.<Agreement.Performance>of("performance", "What was done about an obligation.")
          .text("obligation", "which", p -> p.obligation().name())
          .date("on", "when", Agreement.Performance::on)
          .entry("entry", "the entry that tells it", Agreement.Performance::entry)
          .number("amount", "how much, in units", Agreement.Performance::amount)
          .including(STATUS, Agreement.Performance::status)
          .build();

  private static final JsonShape<Agreement.Breach> BREACH_TOLD =
      JsonShape.<Agreement.Breach>of("breach-told", "A breach that was told.")
          .text("by", "who tells it", Agreement.Breach::by)
          .constant(
              "word",
              "on whose word it stands",
              Agreement.Breach.Word.class,
              Agreement.Breach::word)
          .date("on", "when", Agreement.Breach::on)
          .entry("entry", "the entry that does", Agreement.Breach::entry)
          .build();

  private static final JsonShape<Agreement.Interpretation> INTERPRETATION =
      JsonShape.<Agreement.Interpretation>of("interpretation", "How a party reads a term.")
          .text("term", "the issue of the term", Agreement.Interpretation::term)
          .text("by", "who reads it so", Agreement.Interpretation::by)
          .text("words", "the reading, in words", Agreement.Interpretation::words)
          .date("on", "when it said so", Agreement.Interpretation::on)
          .entry("entry", "the entry that tells it", Agreement.Interpretation::entry)
          .build();

  /** A row of a ledger as it is seen on a day. */
  private record Due(Ledger.Row row, Optional<LocalDate> day) {}

  private static final JsonShape<Due> ROW =
      JsonShape.<Due>of("ledger-row", "What was due and what was done.")
          .text("name", "the obligation", d -> d.row().obligation().name())
          .text("by", "who owes it", d -> d.row().obligation().by())
          .numberIf("total", "how much there is to do", d -> d.row().obligation().total())
          .number("done", "how much is done", d -> d.row().status().done())
          .numberIf("left", "how much is left", d -> d.row().left())
          .dateIf("due", "by when", d -> d.row().due())
          .numberIf(
              "due-so-far", "how much is due by the day", d -> d.day().flatMap(d.row()::dueBy))
          .dateIf("completed", "when it was done", d -> d.row().completed())
          .textIf("late", "how late it is or was, in words", d -> d.row().late())
          .numberIf(
              "late-days",
              "the same in days",
              d -> d.row().late().map(late -> BigDecimal.valueOf(late.days())))
          .list("breaches", "the breaches that were told", BREACH_TOLD, d -> d.row().breaches())
          .ids(
              "contested",
              "on which terms it hangs whose meaning is contested",
              d -> d.row().contested())
          .build();

  private static final JsonShape<Ledger.Schedule> SCHEDULE =
      JsonShape.<Ledger.Schedule>of("schedule", "What is due in instalments, all together.")
          .text("by", "who owes it", Ledger.Schedule::by)
          .text("issue", "on which issue", Ledger.Schedule::issue)
          .number("total", "how much there is to do", Ledger.Schedule::total)
          .number("done", "how much is done", Ledger.Schedule::done)
          .number("due-so-far", "how much is due by the day", Ledger.Schedule::due)
          .build();

  /** An agreement as it is seen on a day. */
  record Seen(Agreement agreement, Optional<LocalDate> day) {
    private ImmutableList<Due> ledger() {
      return Ledger.of(agreement, day).rows().stream()
          .map(row -> new Due(row, day))
          .collect(ImmutableList.toImmutableList());
    }
  }

  /** An agreement with its history: who consented when, through which stages it went. */
  static final JsonShape<Seen> AGREEMENT =
      JsonShape.<Seen>of("agreement", "An agreement, with its history.")
          .entry("entry", "the entry that put its text forward", s -> s.agreement().entry())
          .including(ACCORD, s -> s.agreement().accord())
          .list("consents", "who consented when", CONSENT, s -> s.agreement().consents())
          .list("stages", "which stage it reached when", TURN, s -> s.agreement().turns())
          .list(
              "performances", "what was done when", PERFORMANCE, s -> s.agreement().performances())
          .list(
              "interpretations",
              "how its terms were read",
              INTERPRETATION,
              s -> s.agreement().interpretations())
          .list("ledger", "what was due and what was done", ROW, Seen::ledger)
          .onlyIf(
              "schedules",
              "what is due in instalments, on the day",
              JsonType.list(SCHEDULE),
              s -> s.day().map(day -> Ledger.of(s.agreement(), s.day()).schedules(day)))
          .build();
}
