package dev.parley.json;

import dev.parley.agenda.Region;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.demand.Undertaking;
import dev.parley.evidence.Claim;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Interval;
import dev.parley.evidence.Source;
import dev.parley.report.words.JsonWriter;
import java.util.Collection;
import java.util.Optional;

/** The things that results are about, as JSON: terms, demands, offers, sources, claims. */
final class JsonValues {
  private JsonValues() {}

  static JsonWriter entries(JsonWriter sheet, String name, Collection<EntryId> entries) {
    return sheet.numbers(name, entries.stream().map(EntryId::number).toList());
  }

  /** A region is written as people write it, in the text form that is read back. */
  static JsonWriter region(JsonWriter sheet, String name, Optional<Region> region) {
    return sheet.text(name, region.map(Region::describe));
  }

  static void terms(JsonWriter sheet, Terms terms) {
    terms.values().forEach((issue, value) -> value(sheet, issue.text(), value));
  }

  static JsonWriter value(JsonWriter sheet, String name, Value value) {
    if (value instanceof Value.Amount amount) {
      return sheet.put(name, amount.number());
    }
    return value instanceof Value.Items items
        ? sheet.texts(name, items.names())
        : sheet.put(name, value.toString());
  }

  static void ask(JsonWriter sheet, Ask ask) {
    sheet.text("region", ask.region());
    sheet.put("words", ask.words());
  }

  static void demand(JsonWriter sheet, Demand demand) {
    sheet.put("kind", demand.kind()).put("by", demand.by()).texts("of", demand.of());
    sheet.object(
        "asks", s -> demand.asks().forEach((i, ask) -> s.object(i.text(), a -> ask(a, ask))));
    sheet.text("firmness", demand.firmness()).put("sufficient", demand.sufficient());
  }

  static void offer(JsonWriter sheet, Offer offer) {
    sheet.put("by", offer.by()).texts("to", offer.to());
    provisions(sheet, offer);
    sheet.text("expiry", offer.expiry()).put("proposal", offer.proposal());
  }

  static void text(JsonWriter sheet, Text text) {
    sheet.texts("parties", text.parties());
    provisions(sheet, text);
  }

  private static void provisions(JsonWriter sheet, Provisions text) {
    sheet.object("terms", s -> terms(s, text.terms()));
    sheet.objects("conditions", text.conditions(), JsonValues::condition);
    sheet.objects("instalments", text.instalments(), JsonValues::instalment);
    sheet.objects("undertakings", text.undertakings(), JsonValues::undertaking);
    sheet.object(
        "brackets",
        s ->
            text.brackets()
                .forEach(
                    (issue, versions) ->
                        s.object(
                            issue.text(),
                            v -> versions.forEach((p, value) -> value(v, p.text(), value)))));
    sheet.put("binding", text.binding()).put("comprehensive", text.comprehensive());
    sheet.put("interim", text.interim()).put("stands-alone", text.standsAlone());
    sheet.texts("open-to", text.openTo()).put("denounceable", text.denounceable());
    sheet.text("verifier", text.verifier());
    sheet.put("in-force", text.inForce()).text("lasts", text.lasts());
    sheet.object("replaces", text.replaces().map(Text::terms), JsonValues::terms);
    sheet.object("amends", text.amends().map(Text::terms), JsonValues::terms);
  }

  static void condition(JsonWriter sheet, Condition condition) {
    sheet.put("issue", condition.issue());
    ask(sheet, condition.ask());
    sheet.put("sufficient", condition.sufficient());
  }

  static void instalment(JsonWriter sheet, Instalment instalment) {
    sheet.put("name", instalment.name());
    sheet.object("terms", s -> terms(s, instalment.terms()));
    sheet.put("trigger", instalment.trigger());
  }

  static void undertaking(JsonWriter sheet, Undertaking undertaking) {
    sheet.put("name", undertaking.name()).put("by", undertaking.by());
    sheet.object("terms", undertaking.terms(), JsonValues::terms);
    sheet.put("words", undertaking.words());
    sheet.number("amount", undertaking.amount()).put("refrain", undertaking.refrain());
    sheet.text("due", undertaking.due()).put("trigger", undertaking.trigger());
    sheet.text("guarantor", undertaking.guarantor());
  }

  static void tie(JsonWriter sheet, Tie tie) {
    sheet.put("by", tie.by()).put("issue", tie.issue()).put("order", tie.order());
    sheet.texts("others", tie.others());
  }

  static void source(JsonWriter sheet, Source source) {
    sheet.put("id", source.id()).put("kind", source.kind());
    sheet.text("speaks-for", source.speaksFor()).text("speaker", source.speaker());
    sheet.put("anonymous", source.anonymous());
    sheet.text("name", source.name()).text("via", source.via());
    sheet.text("on", source.on()).text("where", source.where());
  }

  static void claim(JsonWriter sheet, Claim claim) {
    sheet.put("about", claim.about()).put("says", claim.says());
    sheet.put("source", claim.source().id()).put("on", claim.on());
    sheet.text("concerning", claim.concerning());
  }

  static void interval(JsonWriter sheet, Interval interval) {
    sheet.number("low", interval.low()).number("high", interval.high());
    sheet.put("text", interval);
  }
}
