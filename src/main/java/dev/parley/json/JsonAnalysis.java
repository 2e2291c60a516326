package dev.parley.json;

import dev.parley.analysis.Analysis;
import dev.parley.analysis.ClosingPackage;
import dev.parley.analysis.Commitment.Precondition;
import dev.parley.analysis.Commitment.Precondition.Statement;
import dev.parley.analysis.Commitment.Ring;
import dev.parley.analysis.Concession;
import dev.parley.analysis.Linkage;
import dev.parley.analysis.Packages;
import dev.parley.analysis.Packages.Clash;
import dev.parley.analysis.Packages.Unknown;
import dev.parley.analysis.SmallestSets;
import dev.parley.analysis.Zone;
import dev.parley.report.words.JsonWriter;
import java.util.Objects;

/** The fields of what stands in the way of a deal, and of what would close it. */
final class JsonAnalysis {
  private JsonAnalysis() {}

  static void analysis(JsonWriter sheet, Analysis analysis) {
    sheet.objects("zones", analysis.zones(), JsonAnalysis::zone);
    sheet.object("linkage", s -> linkage(s, analysis.linkage()));
    sheet.object("waivers", s -> sets(s, analysis.waivers()));
    sheet.object("exchanges", s -> sets(s, analysis.exchanges()));
    sheet.object("splits", s -> sets(s, analysis.splits()));
    sheet.object("packages", s -> packages(s, analysis.packages()));
  }

  private static void zone(JsonWriter sheet, Zone zone) {
    JsonResults.gap(sheet, zone.gap());
    sheet.put("stated", zone.stated()).number("share", zone.share());
    JsonValues.region(sheet, "meeting", zone.meeting());
    sheet.put("reserved", zone.reserved());
    sheet.objects(
        "history",
        zone.history(),
        (s, r) ->
            s.put("round", r.round())
                .number("distance", r.distance(), "a position was not stated then"));
    JsonValues.entries(sheet, "entries", zone.entries());
  }

  static void linkage(JsonWriter sheet, Linkage linkage) {
    sheet.objects(
        "commitments",
        linkage.commitments().values(),
        (s, c) -> {
          s.put("name", c.name()).put("by", c.by()).text("issue", c.issue());
          s.objects(
              "alternatives",
              Objects.requireNonNull(linkage.preconditions().get(c.name())),
              (each, all) -> each.objects("all", all, JsonAnalysis::precondition));
        });
    sheet.objects("order", linkage.order(), (s, step) -> s.texts("at-once", step));
    sheet.put("deadlock", linkage.deadlock()).texts("blocked", linkage.blocked());
    sheet.texts("dead-ends", linkage.deadEnds());
    if (linkage.shortestRing().isEmpty()) {
      sheet.nothing("ring");
    } else {
      Ring ring = linkage.shortestRing().get();
      sheet.objects(
          "ring",
          ring.links(),
          (s, link) -> {
            s.put("waits", link.commitment().name()).put("by", link.commitment().by());
            precondition(s, link.precondition());
          });
    }
  }

  private static void precondition(JsonWriter sheet, Precondition precondition) {
    sheet.put("on", precondition.on()).put("order", precondition.order());
    sheet.objects("words", precondition.words(), JsonAnalysis::word);
  }

  private static void word(JsonWriter sheet, Statement word) {
    sheet.put("entry", word.entry().number()).put("since", word.since());
    sheet.put("attribution", word.attribution());
    sheet.text("source", word.source().map(s -> s.id()));
  }

  private static void sets(JsonWriter sheet, SmallestSets<String> sets) {
    sheet.objects("sets", sets.sets(), (s, set) -> s.texts("commitments", set));
    sheet.put("complete", sets.complete()).put("lower-bound", sets.lowerBound());
  }

  static void packages(JsonWriter sheet, Packages packages) {
    sheet.put("verdict", packages.verdict());
    sheet.objects("first", packages.first(), JsonAnalysis::closing);
    sheet.put("more", packages.more());
    sheet.objects("clashes", packages.clashes(), JsonAnalysis::clash);
    sheet.objects("unknown", packages.unknown(), JsonAnalysis::unknown);
    sheet.texts("limits", packages.limits());
  }

  private static void clash(JsonWriter sheet, Clash clash) {
    sheet.put("issue", clash.issue());
    sheet.objects("demands", clash.demands(), JsonValues::demand);
    JsonValues.entries(sheet, "entries", clash.entries());
  }

  private static void unknown(JsonWriter sheet, Unknown unknown) {
    sheet.put("party", unknown.party()).put("issue", unknown.issue());
    sheet.text("words", unknown.words());
  }

  private static void closing(JsonWriter sheet, ClosingPackage closing) {
    sheet.object("terms", closing.terms(), JsonValues::terms);
    sheet.put("largest", closing.largest()).put("total", closing.total());
    sheet.objects("concessions", closing.concessions(), JsonAnalysis::concession);
    sheet.objects(
        "balances",
        closing.balances(),
        (s, b) -> s.put("party", b.party()).put("gives", b.gives()).put("gets", b.gets()));
  }

  private static void concession(JsonWriter sheet, Concession concession) {
    sheet.put("by", concession.by());
    if (concession instanceof Concession.NewValue to) {
      sheet.put("kind", "new-value").put("issue", to.issue());
      JsonValues.value(sheet, "value", to.value());
      sheet.put("from", to.from().describe()).put("to", to.to().describe());
      sheet.put("distance", to.distance());
    } else if (concession instanceof Concession.WithoutCondition to) {
      sheet.put("kind", "without-condition").put("issue", to.issue());
      JsonValues.value(sheet, "value", to.value());
      sheet.texts("conditions", to.conditions());
    } else {
      Concession.Relieved relieved = (Concession.Relieved) concession;
      sheet.put("kind", relieved.relief().kind());
      sheet.put("commitment", relieved.relief().commitment());
    }
    sheet.put("size", concession.size());
    JsonValues.entries(sheet, "entries", concession.entries());
  }
}
