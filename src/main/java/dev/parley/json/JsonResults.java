package dev.parley.json;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.DelegationId;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.evidence.Account.Reconciliation;
import dev.parley.evidence.Claim.Contest;
import dev.parley.progress.Gap;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.Settled;
import dev.parley.progress.Step;
import dev.parley.report.words.JsonWriter;
import dev.parley.report.words.Names;
import dev.parley.talks.Finding;
import dev.parley.talks.Negotiation.Rejudgement;
import dev.parley.talks.Observation;
import dev.parley.talks.Opening;
import dev.parley.talks.Refusal;
import dev.parley.talks.Refusal.Breach;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The fields of each result. */
final class JsonResults {
  private JsonResults() {}

  static void verdict(JsonWriter sheet, RoundVerdict verdict) {
    sheet.put("round", verdict.round()).put("progress", verdict.progress());
    sheet.text("as-alleged", verdict.asAlleged()).put("text", verdict.describe());
    sheet.objects(
        "differences",
        verdict.differences(),
        (s, d) ->
            JsonValues.entries(s, "allegations", d.allegations()).put("progress", d.progress()));
    sheet.objects("steps", verdict.steps(), JsonResults::step);
    sheet.texts("unreported", verdict.unreported());
    sheet.objects("settled", verdict.settled(), JsonResults::settled);
    sheet.objects("unsettled", verdict.unsettled(), JsonResults::settled);
    sheet.put("open-before", verdict.openBefore()).put("open-after", verdict.openAfter());
    sheet.objects(
        "remarks",
        verdict.remarks(),
        (s, r) -> {
          s.put("kind", r.kind()).put("party", r.party()).put("issue", r.issue());
          JsonValues.entries(s, "entries", r.entries());
        });
  }

  static void settled(JsonWriter sheet, Settled settled) {
    sheet.put("issue", settled.issue()).texts("between", List.of(settled.one(), settled.other()));
    JsonValues.value(sheet, "value", settled.value());
  }

  static void step(JsonWriter sheet, Step step) {
    sheet.put("party", step.party()).text("issue", step.issue()).text("toward", step.toward());
    sheet.put("kind", step.kind());
    sheet.number("size", step.size(), whySizeUnknown(step));
    sheet.put("unit", step.unit()).number("share", step.share());
    JsonValues.region(sheet, "before", step.before());
    JsonValues.region(sheet, "opening", step.opening());
    JsonValues.region(sheet, "after", step.after());
    JsonValues.region(sheet, "theirs", step.theirs());
    sheet.put("tentative", step.tentative()).texts("marks", step.marks());
    JsonValues.entries(sheet, "entries", step.entries());
    JsonValues.entries(sheet, "reversals", step.reversals());
  }

  private static String whySizeUnknown(Step step) {
    if (step.issue().isEmpty()) {
      return "nobody reported on which issue";
    }
    if (step.after().isEmpty()) {
      return "no figure was reported";
    }
    return step.theirs().isEmpty()
        ? "the counterpart has no position to measure against"
        : step.before().isEmpty()
            ? "there was no position before"
            : "this kind of step has no size";
  }

  static void gap(JsonWriter sheet, Gap gap) {
    sheet.put("issue", gap.issue()).put("one", gap.one());
    JsonValues.region(sheet, "its", gap.its());
    sheet.put("other", gap.other());
    JsonValues.region(sheet, "theirs", gap.theirs());
    List<ActorId> without = new ArrayList<>();
    if (gap.its().isEmpty()) {
      without.add(gap.one());
    }
    if (gap.theirs().isEmpty()) {
      without.add(gap.other());
    }
    sheet.number(
        "size",
        gap.size(),
        "no figure on record of " + Names.all(without.stream().map(ActorId::text).toList()));
    gap.its().or(gap::theirs).ifPresent(r -> sheet.put("unit", r.scale().unit()));
  }

  static void refusal(JsonWriter sheet, Refusal refusal) {
    sheet.object("move", s -> JsonActs.move(s, refusal.move(), refusal.negotiation().situation()));
    sheet.objects("breaches", refusal.breaches(), JsonResults::breach);
  }

  private static void breach(JsonWriter sheet, Breach breach) {
    sheet.put("law", breach.law()).put("message", breach.message());
    sheet.put("way-out", breach.wayOut());
  }

  static void rejudgement(JsonWriter sheet, Rejudgement rejudgement) {
    sheet.put("entry", rejudgement.entry().number());
    refusal(sheet, rejudgement.refusal());
  }

  static void reconciliation(JsonWriter sheet, Reconciliation result) {
    sheet.put("account", result.account().name()).put("unit", result.account().unit());
    sheet.put("verdict", result.verdict()).put("text", result.describe());
    sheet.object(
        "figures",
        s -> {
          s.put(result.account().wholeLabel(), result.account().whole());
          result.account().parts().forEach(s::put);
        });
    sheet.texts("sources", result.account().sources());
    sheet.object("whole", s -> JsonValues.interval(s, result.whole()));
    sheet.object("sum", s -> JsonValues.interval(s, result.sum()));
    sheet.number("gap", result.gap()).text("larger", result.larger());
    sheet.texts("missing", result.missing());
    sheet.texts("lacking-tolerance", result.lackingTolerance());
    sheet.number("tolerance-percent", result.tolerance().map(t -> t.percent()));
  }

  static void observation(JsonWriter sheet, Observation seen) {
    sheet.put("kind", seen.kind()).put("about", seen.about());
    LongStream days = seen.days().stream();
    sheet.number("days", days.mapToObj(java.math.BigDecimal::valueOf).findFirst());
    sheet.put("message", seen.message());
    JsonValues.entries(sheet, "entries", seen.entries());
  }

  static void contest(JsonWriter sheet, Contest contest) {
    sheet.put("about", contest.about());
    sheet.objects("claims", contest.claims(), JsonValues::claim);
    sheet.objects(
        "collisions",
        contest.collisions(),
        (s, c) ->
            s.put("one", contest.claims().indexOf(c.one()))
                .put("other", contest.claims().indexOf(c.other())));
  }

  static void opening(JsonWriter sheet, Opening opening) {
    sheet.put("by", opening.by()).put("kind", opening.kind());
    sheet.object("subject", opening.subject(), JsonResults::subject);
    sheet.object(
        "admissible",
        s -> opening.admissible().forEach((i, region) -> s.put(i.text(), region.describe())));
  }

  private static void subject(JsonWriter sheet, Object subject) {
    if (subject instanceof Offer offer) {
      sheet.object("offer", s -> JsonValues.offer(s, offer));
    } else if (subject instanceof Demand demand) {
      sheet.object("demand", s -> JsonValues.demand(s, demand));
    } else if (subject instanceof Obligation obligation) {
      sheet.put("obligation", obligation.name()).put("obligor", obligation.by());
    } else {
      sheet.put(subject instanceof DelegationId ? "delegation" : "deadline", subject.toString());
    }
  }

  static void finding(JsonWriter sheet, Finding finding) {
    sheet.put("rule", finding.rule()).put("severity", finding.severity());
    sheet.put("message", finding.message()).put("hint", finding.hint());
  }
}
