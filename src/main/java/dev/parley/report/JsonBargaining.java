package dev.parley.report;

import dev.parley.agenda.ActorId;
import dev.parley.analysis.bargaining.Census;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.Frontier.Appraisal;
import dev.parley.analysis.bargaining.Frontier.Solution;
import dev.parley.analysis.bargaining.OfferSequence.BidStep;
import dev.parley.analysis.bargaining.Payoff;
import dev.parley.analysis.bargaining.SolutionConcept;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** The fields of efficient outcomes and bargaining solutions. */
final class JsonBargaining {
  private JsonBargaining() {}

  static void frontier(Sheet sheet, Frontier frontier) {
    sheet.texts("issues", frontier.space().issues().stream().map(i -> i.id()).toList());
    sheet.put("outcomes", new BigDecimal(frontier.space().size()));
    sheet.texts("parties", frontier.profiles().stream().map(p -> p.party()).toList());
    sheet.objects("efficient", frontier.efficient(), JsonBargaining::payoff);
    utilities(sheet, "ideal", frontier.ideal());
    utilities(sheet, "worst", frontier.worst());
    boolean reserved = frontier.profiles().stream().allMatch(p -> p.reservedUtility().isPresent());
    if (reserved) {
      sheet.objects("negotiation-set", frontier.negotiationSet(), JsonBargaining::payoff);
      solutions(
          sheet,
          java.util.Arrays.stream(SolutionConcept.values()).map(frontier::solution).toList());
    } else {
      String reason = "a reservation is not known";
      sheet.nothing("negotiation-set").put("negotiation-set-unknown", reason);
      sheet.nothing("solutions").put("solutions-unknown", reason);
    }
    if (frontier.census().isPresent()) {
      Census census = frontier.census().get();
      sheet.object(
          "census",
          s ->
              s.put("outcomes", census.outcomes())
                  .put("rational", census.rational())
                  .put("gainful", census.gainful()));
    } else {
      sheet.nothing("census").put("census-unknown", "outcomes were not looked at one by one");
    }
    sheet.text("shortfall", frontier.shortfall());
  }

  static void solutions(Sheet sheet, Iterable<Solution> solutions) {
    sheet.objects("solutions", solutions, JsonBargaining::solution);
  }

  static void solution(Sheet sheet, Solution solution) {
    sheet.put("concept", solution.concept().name()).text("score", solution.score());
    sheet.objects("payoffs", solution.payoffs(), JsonBargaining::payoff);
    sheet.text("shortfall", solution.shortfall());
  }

  static void payoff(Sheet sheet, Payoff payoff) {
    sheet.object("outcome", s -> JsonValues.terms(s, payoff.outcome()));
    sheet.put("outcomes", new BigDecimal(payoff.outcomes()));
    utilities(sheet, "utilities", payoff.utilities());
  }

  static void better(Sheet sheet, Optional<Payoff> better) {
    if (better.isPresent()) {
      sheet.object("better", s -> payoff(s, better.get()));
    } else {
      sheet.nothing("better");
    }
  }

  static Sheet utilities(Sheet sheet, String name, Map<ActorId, Fraction> utilities) {
    return sheet.texts(name, utilities);
  }

  static void appraisal(Sheet sheet, Appraisal appraisal) {
    sheet.object("outcome", s -> JsonValues.terms(s, appraisal.outcome()));
    utilities(sheet, "utilities", appraisal.utilities());
    sheet.texts("refusers", appraisal.refusers()).texts("undecided", appraisal.undecided());
    sheet.put("efficient", appraisal.isEfficient());
    better(sheet, appraisal.better());
    sheet.texts("fair-under", appraisal.fairUnder().stream().map(SolutionConcept::name).toList());
    sheet.text("shortfall", appraisal.shortfall());
  }

  static void step(Sheet sheet, BidStep step) {
    sheet.put("by", step.bid().by());
    sheet.objects("alternatives", step.bid().alternatives(), JsonValues::terms);
    if (step.bid().entry().isPresent()) {
      sheet.put("entry", step.bid().entry().get().number());
    } else {
      sheet.nothing("entry");
    }
    utilities(sheet, "changes", step.changes());
    sheet.texts("towards", step.towards()).text("unknown", step.unknown());
  }
}
