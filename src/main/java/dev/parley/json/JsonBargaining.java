package dev.parley.json;

import dev.parley.analysis.bargaining.Census;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.Frontier.Appraisal;
import dev.parley.analysis.bargaining.Frontier.Solution;
import dev.parley.analysis.bargaining.OfferSequence.BidStep;
import dev.parley.analysis.bargaining.Payoff;
import dev.parley.analysis.bargaining.SolutionConcept;
import dev.parley.report.words.JsonWriter;
import java.math.BigDecimal;

/** The fields of efficient outcomes and bargaining solutions. */
final class JsonBargaining {
  private JsonBargaining() {}

  static void frontier(JsonWriter sheet, Frontier frontier) {
    sheet.texts("issues", frontier.space().issues().stream().map(i -> i.id()).toList());
    sheet.put("outcomes", new BigDecimal(frontier.space().size()));
    sheet.texts("parties", frontier.profiles().stream().map(p -> p.party()).toList());
    sheet.objects("efficient", frontier.efficient(), JsonBargaining::payoff);
    sheet.texts("ideal", frontier.ideal());
    sheet.texts("worst", frontier.worst());
    boolean reserved = frontier.profiles().stream().allMatch(p -> p.reservedUtility().isPresent());
    if (reserved) {
      sheet.objects("negotiation-set", frontier.negotiationSet(), JsonBargaining::payoff);
      solutions(
          sheet,
          java.util.Arrays.stream(SolutionConcept.values()).map(frontier::solution).toList());
    } else {
      String reason = "a reservation is not known";
      sheet.unknown("negotiation-set", reason).unknown("solutions", reason);
    }
    sheet.object("census", frontier.census(), JsonBargaining::census);
    if (frontier.census().isEmpty()) {
      sheet.put("census-unknown", "outcomes were not looked at one by one");
    }
    sheet.text("shortfall", frontier.shortfall());
  }

  private static void census(JsonWriter sheet, Census census) {
    sheet.put("outcomes", census.outcomes()).put("rational", census.rational());
    sheet.put("gainful", census.gainful());
  }

  static void solutions(JsonWriter sheet, Iterable<Solution> solutions) {
    sheet.objects("solutions", solutions, JsonBargaining::solution);
  }

  static void solution(JsonWriter sheet, Solution solution) {
    sheet.put("concept", solution.concept().name()).text("score", solution.score());
    sheet.objects("payoffs", solution.payoffs(), JsonBargaining::payoff);
    sheet.text("shortfall", solution.shortfall());
  }

  static void payoff(JsonWriter sheet, Payoff payoff) {
    sheet.object("outcome", s -> JsonValues.terms(s, payoff.outcome()));
    sheet.put("outcomes", new BigDecimal(payoff.outcomes()));
    sheet.texts("utilities", payoff.utilities());
  }

  static void appraisal(JsonWriter sheet, Appraisal appraisal) {
    sheet.object("outcome", s -> JsonValues.terms(s, appraisal.outcome()));
    sheet.texts("utilities", appraisal.utilities());
    sheet.texts("refusers", appraisal.refusers()).texts("undecided", appraisal.undecided());
    sheet.put("efficient", appraisal.isEfficient());
    sheet.object("better", appraisal.better(), JsonBargaining::payoff);
    sheet.texts("fair-under", appraisal.fairUnder().stream().map(SolutionConcept::name).toList());
    sheet.text("shortfall", appraisal.shortfall());
  }

  static void step(JsonWriter sheet, BidStep step) {
    sheet.put("by", step.bid().by());
    sheet.objects("alternatives", step.bid().alternatives(), JsonValues::terms);
    sheet.number("entry", step.bid().entry().map(e -> BigDecimal.valueOf(e.number())));
    sheet.texts("changes", step.changes());
    sheet.texts("towards", step.towards()).text("unknown", step.unknown());
  }
}
