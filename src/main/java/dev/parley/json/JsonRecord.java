package dev.parley.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Agreement;
import dev.parley.agreement.Ledger;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Demand;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.evidence.EntryId;
import dev.parley.report.Summary;
import dev.parley.report.Transcript;
import dev.parley.report.words.DealAnalysis;
import dev.parley.report.words.JsonWriter;
import dev.parley.talks.DemandLife;
import dev.parley.talks.Entry;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Policy;
import dev.parley.talks.Settlement;
import dev.parley.talks.Situation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A whole record as JSON, and the situation at its end. */
final class JsonRecord {
  private JsonRecord() {}

  static void transcript(JsonWriter sheet, Transcript transcript) {
    Negotiation negotiation = transcript.negotiation();
    sheet.put("title", transcript.title()).text("record-to", transcript.recordTo());
    sheet.text("looked-at", transcript.day());
    summary(sheet, transcript.summary());
    sheet.object("policy", s -> policy(s, negotiation.situation().policy()));
    agenda(sheet, negotiation.agenda());
    sheet.objects("sources", transcript.sources(), JsonValues::source);
    Map<EntryId, Integer> rounds = negotiation.withinRounds();
    sheet.objects(
        "entries", negotiation.chronicle().entries(), (s, e) -> entry(s, e, negotiation, rounds));
    sheet.objects("rounds", negotiation.rounds(), JsonResults::verdict);
    sheet.object("situation", s -> situation(s, negotiation.situation()));
    DealAnalysis deal = DealAnalysis.of(negotiation, transcript.preferences());
    deal.analysis().ifPresent(a -> sheet.object("in-the-way", s -> JsonAnalysis.analysis(s, a)));
    deal.prospect().ifPresent(p -> sheet.object("prospect", s -> JsonProspect.prospect(s, p)));
    sheet.objects(
        "observations",
        transcript.day().map(negotiation::observe).orElse(ImmutableList.of()),
        JsonResults::observation);
    sheet.objects(
        "agreements", negotiation.agreements(), (s, a) -> agreement(s, a, transcript.day()));
    sheet.objects("contests", negotiation.contests(), JsonResults::contest);
    sheet.objects(
        "accounts",
        transcript.accounts(),
        (s, a) ->
            JsonResults.reconciliation(s, a.reconcile(negotiation.situation().policy().about())));
    sheet.objects(
        "findings",
        transcript.findings().entries(),
        (s, f) -> {
          s.put("entry", f.getKey().number());
          JsonResults.finding(s, f.getValue());
        });
  }

  static void summary(JsonWriter sheet, Summary summary) {
    sheet.objects(
        "summary",
        summary.sentences(),
        (s, sentence) -> {
          s.put("topic", sentence.topic()).put("text", sentence.text());
          s.numbers("entries", sentence.entries().stream().map(EntryId::number).toList());
        });
  }

  private static void agenda(JsonWriter sheet, Agenda agenda) {
    sheet.objects(
        "parties",
        agenda.partyList(),
        (s, p) -> s.put("id", p.id()).put("name", p.name()).texts("roles", p.roles()));
    sheet.objects(
        "outsiders", agenda.outsiders(), (s, o) -> s.put("id", o.id()).put("name", o.name()));
    sheet.objects(
        "delegations",
        agenda.delegationList(),
        (s, d) -> {
          s.put("id", d.id()).put("party", d.party()).put("name", d.name());
          if (!d.others().isEmpty()) {
            s.texts("others", d.others());
          }
          s.text("level", d.level()).texts("mandate", d.mandate().on());
          s.put("mandate-otherwise", d.mandate().otherwise());
          d.confirmedBy().ifPresent(organ -> s.put("confirmed-by", organ));
        });
    sheet.objects(
        "issues",
        agenda.issueList(),
        (s, i) -> {
          s.put("id", i.id()).put("name", i.name()).put("scale", i.scale().describe());
          s.put("unit", i.scale().unit()).texts("better", i.better());
          s.text("obligor", i.obligor())
              .text("demand-kind", i.demandKind())
              .texts("codes", i.codes());
        });
    sheet.texts("must-ratify", agenda.mustRatify());
  }

  private static void policy(JsonWriter sheet, Policy policy) {
    sheet.put("stall-after", policy.stallAfter()).put("negligible", policy.negligible());
    sheet.put("dormant-after-days", policy.dormantAfterDays());
    sheet.put("single-undertaking", policy.singleUndertaking());
    sheet.number("about-percent", policy.about().map(t -> t.percent()));
  }

  private static Optional<BigDecimal> counted(OptionalInt round) {
    return round.isPresent() ? Optional.of(BigDecimal.valueOf(round.getAsInt())) : Optional.empty();
  }

  private static void entry(
      JsonWriter sheet, Entry entry, Negotiation negotiation, Map<EntryId, Integer> rounds) {
    Situation situation = negotiation.situation();
    sheet.put("entry", entry.id().number());
    sheet.number("round", Optional.ofNullable(rounds.get(entry.id())).map(BigDecimal::valueOf));
    sheet.number("counts-in", counted(negotiation.countsIn(entry.id())));
    if (entry instanceof Entry.Told told) {
      sheet.put("entry-kind", "told");
      JsonActs.move(sheet, told.move(), situation);
    } else if (entry instanceof Entry.Corrected corrected) {
      sheet.put("entry-kind", corrected.instead().isPresent() ? "corrected" : "cancelled");
      sheet.put("target", corrected.target().number());
      note(sheet, corrected.note());
      corrected
          .instead()
          .ifPresent(m -> sheet.object("instead", s -> JsonActs.move(s, m, situation)));
    } else if (entry instanceof Entry.Denied denied) {
      sheet.put("entry-kind", "denied").put("target", denied.target().number());
      sheet.put("by", denied.by());
      note(sheet, denied.note());
    }
  }

  private static void note(JsonWriter sheet, Note note) {
    sheet.put("on", note.on()).text("source", note.source().map(s -> s.id()));
    sheet.put("words", note.words());
  }

  private static Optional<Settlement.Extent> settled(Situation situation, Demand demand) {
    return situation.settlements().stream()
        .filter(settlement -> settlement.demand().equals(demand))
        .map(Settlement::extent)
        .findFirst();
  }

  static void situation(JsonWriter sheet, Situation situation) {
    sheet.put("stage", situation.stage()).put("over", situation.isOver());
    sheet.put("round-open", situation.roundOpen()).texts("tracks", situation.tracks());
    sheet.texts("away", situation.away());
    sheet.put("stalled-rounds", situation.stalledRounds());
    sheet.put(
        "stall",
        situation.isStalled() ? "stalled" : situation.cannotTellStall() ? "cannot-tell" : "none");
    sheet.objects("issues", situation.agenda().issues().keySet(), (s, i) -> issue(s, i, situation));
    sheet.objects(
        "demands",
        situation.demands().entrySet(),
        (s, d) -> {
          JsonValues.demand(s, d.getKey());
          s.object("states", all -> states(all, d.getValue()));
          s.text("settled", settled(situation, d.getKey()));
        });
    sheet.objects(
        "offers",
        situation.offers().entrySet(),
        (s, o) -> {
          JsonValues.offer(s, o.getKey());
          s.texts("stands-with", o.getValue().open().keySet());
          s.texts("accepted-by", o.getValue().accepted().keySet());
        });
    sheet.objects("ties", situation.ties(), JsonValues::tie);
    sheet.objects("agreements", situation.agreements().values(), JsonRecord::accord);
    sheet.objects("settled", situation.settled(), JsonResults::settled);
    sheet.texts("abandoning", situation.abandoning());
    sheet.objects(
        "obligations",
        situation.obligations().entrySet(),
        (s, o) -> {
          JsonValues.undertaking(s, o.getKey().undertaking());
          owed(s, situation.agreements().get(o.getKey().under()), o.getKey(), o.getValue());
        });
    sheet.objects(
        "deadlines",
        situation.deadlines().values(),
        (s, d) -> s.put("name", d.name()).put("date", d.date()).put("words", d.words()));
  }

  private static void issue(JsonWriter sheet, IssueId issue, Situation situation) {
    sheet.put("issue", issue).put("status", situation.status(issue));
    List<Map.Entry<Line, Position>> stated = new ArrayList<>();
    for (ActorId party : situation.agenda().principals()) {
      for (ActorId toward : situation.agenda().counterparts(party)) {
        Line line = new Line(party, issue, toward);
        if (situation.position(line).isStated()) {
          stated.add(Map.entry(line, situation.position(line)));
        }
      }
    }
    sheet.objects(
        "positions",
        stated,
        (s, p) -> {
          s.put("party", p.getKey().party()).put("toward", p.getKey().toward());
          JsonValues.region(s, "region", p.getValue().region());
          s.text("words", p.getValue().words())
              .put("tentative", p.getValue().isTentative())
              .texts("marks", p.getValue().marks());
        });
    sheet.objects("gaps", situation.gaps(issue), JsonResults::gap);
  }

  /** The state of a demand, by issue and by whom it is asked of. */
  private static void states(JsonWriter sheet, DemandLife life) {
    life.states()
        .rowMap()
        .forEach(
            (issue, towards) ->
                sheet.object(
                    issue.text(),
                    s -> towards.forEach((toward, state) -> s.put(toward.text(), state))));
  }

  /** An agreement with its history: who consented when, through which stages it went. */
  static void agreement(JsonWriter sheet, Agreement agreement, Optional<LocalDate> day) {
    sheet.put("entry", agreement.entry().number());
    accord(sheet, agreement.accord());
    sheet.objects(
        "consents",
        agreement.consents(),
        (s, c) -> {
          s.put("party", c.party()).put("kind", c.kind()).put("on", c.on());
          s.put("entry", c.entry().number()).text("through", c.through());
          s.texts("issues", c.issues());
        });
    sheet.objects(
        "stages",
        agreement.turns(),
        (s, t) -> s.put("stage", t.stage()).put("on", t.on()).put("entry", t.entry().number()));
    sheet.objects(
        "performances",
        agreement.performances(),
        (s, p) -> {
          s.put("obligation", p.obligation().name()).put("on", p.on());
          s.put("entry", p.entry().number()).put("amount", p.amount());
          status(s, p.status());
        });
    sheet.objects(
        "ledger",
        Ledger.of(agreement, day).rows(),
        (s, row) -> {
          s.put("name", row.obligation().name()).put("by", row.obligation().by());
          s.number("total", row.obligation().total()).put("done", row.status().done());
          s.number("left", row.left());
          s.text("due", row.due());
          s.number("due-so-far", day.flatMap(row::dueBy));
          s.text("completed", row.completed());
          s.text("late", row.late());
          s.number("late-days", row.late().map(late -> BigDecimal.valueOf(late.days())));
          s.objects(
              "breaches",
              row.breaches(),
              (b, breach) ->
                  b.put("by", breach.by())
                      .put("on", breach.on())
                      .put("entry", breach.entry().number()));
        });
    day.ifPresent(
        at ->
            sheet.objects(
                "schedules",
                Ledger.of(agreement, day).schedules(at),
                (s, all) ->
                    s.put("by", all.by())
                        .put("issue", all.issue())
                        .put("total", all.total())
                        .put("done", all.done())
                        .put("due-so-far", all.due())));
  }

  private static void accord(JsonWriter sheet, Accord accord) {
    sheet.put("stage", accord.stage());
    sheet.object("text", s -> JsonValues.text(s, accord.text()));
    sheet.object("assents", s -> accord.assents().forEach((p, a) -> s.put(p.text(), a.kind())));
    sheet.objects(
        "conditions",
        accord.conditions().entrySet(),
        (s, c) ->
            s.put("issue", c.getKey().issue())
                .put("asked", c.getKey().ask().toString())
                .put("state", c.getValue()));
    sheet.objects(
        "obligations",
        accord.obligations().entrySet(),
        (s, o) -> {
          s.put("name", o.getKey().name()).put("by", o.getKey().by());
          owed(s, accord, o.getKey(), o.getValue());
        });
  }

  private static void owed(
      JsonWriter sheet, @Nullable Accord under, Obligation obligation, Obligation.Status status) {
    sheet.texts(
        "owed-to",
        under == null
            ? obligation.owedTo()
            : Sets.difference(under.bound(), ImmutableSet.of(obligation.by())));
    status(sheet, status);
  }

  private static void status(JsonWriter sheet, Obligation.Status status) {
    sheet.put("state", status.state()).put("degree", status.degree());
    sheet.put("done", status.done()).texts("excused-by", status.excusedBy());
  }
}
