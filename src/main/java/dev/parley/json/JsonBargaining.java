package dev.parley.json;

import dev.parley.analysis.bargaining.Census;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.Frontier.Appraisal;
import dev.parley.analysis.bargaining.Frontier.Solution;
import dev.parley.analysis.bargaining.OfferSequence.BidStep;
import dev.parley.analysis.bargaining.Payoff;
import dev.parley.analysis.bargaining.RubinsteinOutcome;
import dev.parley.analysis.bargaining.SolutionConcept;
import dev.parley.evidence.EntryId;
import dev.parley.report.words.JsonShape;
import dev.parley.report.words.JsonType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Efficient outcomes and bargaining solutions as JSON. */
final class JsonBargaining {
  private JsonBargaining() {}

  static final JsonShape<Payoff> PAYOFF =
      JsonShape.<Payoff>of("payoff", "An outcome, and what it is worth.")
          .one("outcome", "its values, by issue", JsonValues.TERMS, Payoff::outcome)
          .number(
              "outcomes", "how many outcomes are worth as much", p -> new BigDecimal(p.outcomes()))
          .map("utilities", "what it is worth, by party", JsonType.TEXT, Payoff::utilities)
          .build();

  static final JsonShape<Solution> SOLUTION =
      JsonShape.<Solution>of("solution", "What a concept of bargaining picks.")
          .constant("concept", "which concept", SolutionConcept.class, Solution::concept)
          .textIf("score", "what it is best by", Solution::score)
          .list("payoffs", "what it picks", PAYOFF, Solution::payoffs)
          .textIf("shortfall", "why not all is known", Solution::shortfall)
          .build();

  static final JsonShape<RubinsteinOutcome> RUBINSTEIN =
      JsonShape.<RubinsteinOutcome>of(
              "rubinstein", "What is agreed at once where offers are made in turn and time costs.")
          .text("first", "who offers first", RubinsteinOutcome::first)
          .list("payoffs", "what is agreed", PAYOFF, RubinsteinOutcome::payoffs)
          .textIf("shortfall", "why not all is known", RubinsteinOutcome::shortfall)
          .build();

  private static final JsonShape<Census> CENSUS =
      JsonShape.<Census>of("census", "How many outcomes there are.")
          .number("outcomes", "in all", c -> BigDecimal.valueOf(c.outcomes()))
          .number("rational", "that leave nobody worse off", c -> BigDecimal.valueOf(c.rational()))
          .number(
              "gainful", "that leave everybody better off", c -> BigDecimal.valueOf(c.gainful()))
          .build();

  private static final String NOT_RESERVED = "a reservation is not known";

  private static <T> Optional<T> reserved(Frontier frontier, java.util.function.Supplier<T> what) {
    return frontier.profiles().stream().allMatch(p -> p.reservedUtility().isPresent())
        ? Optional.of(what.get())
        : Optional.empty();
  }

  private static List<Solution> solutions(Frontier frontier) {
    return frontier.concepts().stream().map(frontier::solution).toList();
  }

  static final JsonShape<Frontier> FRONTIER =
      JsonShape.<Frontier>of("frontier", "The outcomes that are efficient.")
          .texts(
              "issues",
              "the issues that are open",
              f -> f.space().issues().stream().map(i -> i.id()).toList())
          .number("outcomes", "how many outcomes there are", f -> new BigDecimal(f.space().size()))
          .texts("parties", "the parties", f -> f.profiles().stream().map(p -> p.party()).toList())
          .list("efficient", "the efficient ones", PAYOFF, Frontier::efficient)
          .map("ideal", "the best, by party", JsonType.TEXT, Frontier::ideal)
          .map("worst", "the worst of the efficient ones, by party", JsonType.TEXT, Frontier::worst)
          .oneOr(
              "negotiation-set",
              "the efficient ones that leave nobody worse off",
              JsonType.list(PAYOFF),
              f -> reserved(f, f::negotiationSet),
              f -> NOT_RESERVED)
          .oneOr(
              "solutions",
              "what each concept picks",
              JsonType.list(SOLUTION),
              f -> reserved(f, () -> solutions(f)),
              f -> NOT_RESERVED)
          .list(
              "rubinstein",
              "what is agreed where offers are made in turn and time costs",
              RUBINSTEIN,
              Frontier::rubinstein)
          .oneOr(
              "census",
              "how many outcomes leave whom better off",
              CENSUS,
              Frontier::census,
              f -> "outcomes were not looked at one by one")
          .textIf("shortfall", "why not all is known", Frontier::shortfall)
          .build();

  static final JsonShape<Appraisal> APPRAISAL =
      JsonShape.<Appraisal>of("appraisal", "What is to be said about one package.")
          .one("outcome", "its values, by issue", JsonValues.TERMS, Appraisal::outcome)
          .map("utilities", "what it is worth, by party", JsonType.TEXT, Appraisal::utilities)
          .texts("refusers", "who is better off without it", Appraisal::refusers)
          .texts("undecided", "of whom it cannot be told", Appraisal::undecided)
          .flag(
              "efficient",
              "whether nobody can have more without another's loss",
              Appraisal::isEfficient)
          .oneIf(
              "better",
              "an outcome that is better for all, where it is not",
              PAYOFF,
              Appraisal::better)
          .texts(
              "fair-under",
              "the concepts that pick it",
              a -> a.fairUnder().stream().map(SolutionConcept::name).toList())
          .textIf("shortfall", "why not all is known", Appraisal::shortfall)
          .build();

  static final JsonShape<BidStep> BID_STEP =
      JsonShape.<BidStep>of("bid-step", "Which kind of step a bid was.")
          .text("by", "who bids", s -> s.bid().by())
          .list("alternatives", "what is bid", JsonValues.TERMS, s -> s.bid().alternatives())
          .integerIf("entry", "the entry that tells it", s -> s.bid().entry().map(EntryId::number))
          .map("changes", "what it changes, by party", JsonType.TEXT, BidStep::changes)
          .map("towards", "towards whom", JsonType.TEXT, BidStep::towards)
          .textIf("unknown", "why its kind is not known", BidStep::unknown)
          .build();
}
