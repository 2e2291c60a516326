package dev.parley.json;

import dev.parley.analysis.priority.IssuePair;
import dev.parley.analysis.priority.IssuePair.Answer;
import dev.parley.analysis.priority.IssuePair.Ground;
import dev.parley.analysis.priority.IssuePair.Sign;
import dev.parley.analysis.priority.Priorities;
import dev.parley.analysis.ranking.Rankings;
import dev.parley.analysis.ranking.Standing;
import dev.parley.analysis.ranking.Standing.Question;
import dev.parley.report.words.JsonShape;
import dev.parley.report.words.JsonType;

/** What a party seems to want, and what follows from rankings alone, as JSON. */
final class JsonPriority {
  private JsonPriority() {}

  private static final JsonShape<Sign> SIGN =
      JsonShape.<Sign>of("sign", "That a statement speaks for an issue.")
          .entry("entry", "the entry that made it", Sign::entry)
          .constant("ground", "why it speaks for it", Ground.class, Sign::ground)
          .build();

  private static final JsonShape<IssuePair> PAIR =
      JsonShape.<IssuePair>of("priority-pair", "Which of two issues seems to count more.")
          .text("more", "the one that seems to, if one does", IssuePair::more)
          .text("less", "the other", IssuePair::less)
          .constant("answer", "whether it seems so", Answer.class, IssuePair::answer)
          .text(
              "confidence",
              "the credence of the orders in which it does, 1/2 to 1",
              IssuePair::confidence)
          .integer("statements", "how many statements speak of both", IssuePair::statements)
          .list("signs", "the signs that it counts more", SIGN, IssuePair::signs)
          .list("against", "the signs that the other does", SIGN, IssuePair::against)
          .build();

  static final JsonShape<Priorities> PRIORITIES =
      JsonShape.<Priorities>of(
              "priorities", "What counts for a party, by what it offers and demands alone.")
          .text("party", "for whom", Priorities::party)
          .entries("statements", "the entries that were read", Priorities::statements)
          .list(
              "order",
              "the issues, what seems to count most first, those that come out alike together",
              JsonType.list(JsonType.TEXT),
              Priorities::order)
          .texts("issues", "the issues that are compared", Priorities::issues)
          .list("pairs", "each two of them", PAIR, Priorities::pairs)
          .textIf("limit", "why not all statements were read", Priorities::limit)
          .build();

  private static final JsonShape<Question> QUESTION =
      JsonShape.<Question>of("question", "A comparison that nobody has stated.")
          .text("party", "of whom", Question::party)
          .one("outcome", "the one outcome", JsonValues.TERMS, Question::outcome)
          .one("than", "the other; none for no agreement", JsonValues.TERMS, Question::than)
          .build();

  private static final JsonShape<Standing> STANDING =
      JsonShape.<Standing>of("standing", "What follows for an outcome, whatever the numbers are.")
          .one("outcome", "its values, by issue", JsonValues.TERMS, Standing::outcome)
          .constant(
              "acceptable",
              "whether all like it at least as well as no agreement",
              Standing.Answer.class,
              Standing::acceptable)
          .constant(
              "efficient",
              "whether no outcome is better for one and worse for nobody",
              Standing.Answer.class,
              Standing::efficient)
          .oneIf(
              "better", "an outcome that is, where it is not", JsonValues.TERMS, Standing::better)
          .constant(
              "winner",
              "whether no outcome is liked better by more parties than like it less",
              Standing.Answer.class,
              Standing::winner)
          .list("open", "the comparisons on which an answer hangs", QUESTION, Standing::open)
          .build();

  static final JsonShape<Rankings> RANKINGS =
      JsonShape.<Rankings>of("rankings", "What follows from the parties' rankings alone.")
          .texts(
              "parties",
              "whose rankings",
              r -> r.rankings().stream().map(one -> one.party()).toList())
          .list("standings", "what follows for each outcome", STANDING, Rankings::standings)
          .build();
}
