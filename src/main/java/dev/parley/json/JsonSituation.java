package dev.parley.json;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Accord;
import dev.parley.demand.Demand;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.demand.Position.Given;
import dev.parley.demand.Position.Signature;
import dev.parley.demand.Position.Stated;
import dev.parley.progress.Gap;
import dev.parley.progress.Heard;
import dev.parley.progress.Heard.Saying;
import dev.parley.progress.Told;
import dev.parley.report.words.JsonShape;
import dev.parley.report.words.JsonType;
import dev.parley.report.words.Pairs;
import dev.parley.talks.DemandLife;
import dev.parley.talks.DemandLife.DemandState;
import dev.parley.talks.Settlement;
import dev.parley.talks.Situation;
import dev.parley.talks.Situation.IssueStatus;
import dev.parley.talks.Stage;
import dev.parley.talks.Standing;
import java.util.Map;
import java.util.Optional;

/**
 * Where a negotiation stands as JSON: all that tells a situation from another, so that two are
 * written alike exactly if they are equal. What has no order there is in the order of what is
 * written of it.
 */
final class JsonSituation {
  private JsonSituation() {}

  /** Something in a situation, and the offers and texts that it cites by their numbers. */
  record In<T>(Cited cited, T it) {
    <S> In<S> with(S other) {
      return new In<>(cited, other);
    }

    <S> Optional<In<S>> with(Optional<S> other) {
      return other.map(this::with);
    }

    <S> ImmutableList<In<S>> each(Iterable<? extends S> others) {
      ImmutableList.Builder<In<S>> all = ImmutableList.builder();
      others.forEach(other -> all.add(with(other)));
      return all.build();
    }
  }

  private static final JsonShape<In<Stated>> STATED =
      JsonShape.<In<Stated>>of("stated", "A value that was put forward on a line.")
          .integerIf("offer", "the offer that did, by its place", s -> s.cited().offer(s.it().by()))
          .oneIf(
              "value",
              "the value, or the region of a condition",
              JsonValues.REGION,
              s -> s.it().value())
          .oneIf("reading", "what it reads", JsonValues.REGION, s -> s.it().reading())
          .text("words", "the words of a condition, or empty", s -> s.it().words())
          .ids("conditions", "the issues on which it depends", s -> s.it().conditions())
          .flag(
              "in-package",
              "whether it stands in a whole on several issues",
              s -> s.it().inPackage())
          .build();

  private static final JsonShape<In<Signature>> SIGNATURE =
      JsonShape.<In<Signature>>of("signature", "What a text says that was signed.")
          .integer("text", "the text, by its place", s -> s.cited().text(s.it().to()))
          .one("value", "what it says", JsonValues.REGION, s -> s.it().value())
          .build();

  private static final JsonShape<In<Given>> GIVEN =
      JsonShape.<In<Given>>of("given", "A consent, and what stood before it.")
          .integer("text", "the text, by its place", g -> g.cited().text(g.it().to()))
          .flag("ad-referendum", "whether it is still to be confirmed", g -> g.it().adReferendum())
          .one(
              "before",
              "what stood before it",
              JsonType.later(() -> JsonSituation.POSITION),
              g -> g.with(g.it().before()))
          .build();

  private static final JsonShape<In<Position>> POSITION =
      JsonShape.<In<Position>>of("position-parts", "A position, part by part.")
          .oneIf("demanded", "the region of the demand", JsonValues.REGION, p -> p.it().demanded())
          .textIf("demanded-in-words", "the demand, where it is in words", p -> p.it().inWords())
          .constantIf("firmness", "how firm it is", Firmness.class, p -> p.it().firmness())
          .list("stated", "what was put forward since", STATED, p -> p.each(p.it().stated()))
          .oneIf(
              "last", "the last region, where none stands", JsonValues.REGION, p -> p.it().last())
          .list("signed", "what was signed", SIGNATURE, p -> p.each(p.it().signatures()))
          .oneIf(
              "undisputed", "what was left undisputed", JsonValues.REGION, p -> p.it().undisputed())
          .flag("left-out", "whether an offer was made that leaves it out", p -> p.it().isLeftOut())
          .flag("sufficient", "whether no more would be asked", p -> p.it().isSufficient())
          .flag("met", "whether what is sufficient was met", p -> p.it().isMet())
          .flag("dropped", "whether a demand was dropped", p -> p.it().isDropped())
          .oneIf("given", "the consent that it rests on", GIVEN, p -> p.with(p.it().given()))
          .build();

  private static final JsonShape<In<Saying>> SAYING =
      JsonShape.<In<Saying>>of("saying", "What one speaker last said on a line.")
          .text("speaker", "who spoke", s -> s.it().speaker())
          .flag("drop", "whether a demand was dropped", s -> s.it().isDrop())
          .one("before", "the position before", POSITION, s -> s.with(s.it().before()))
          .one("after", "the position that it stated", POSITION, s -> s.with(s.it().after()))
          .one(
              "heard",
              "what was heard before",
              JsonType.later(() -> JsonSituation.HEARD),
              s -> s.with(s.it().heard()))
          .build();

  private static final JsonShape<In<Heard>> HEARD =
      JsonShape.<In<Heard>>of("heard", "What was heard of a line since the baseline.")
          .oneIf(
              "theirs",
              "the counterpart's region when the party last spoke",
              JsonValues.REGION,
              h -> h.it().theirs())
          .oneIf("opening", "the first position", POSITION, h -> h.with(h.it().opening()))
          .oneIf("closing", "the last one of its own", POSITION, h -> h.with(h.it().closing()))
          .constants("told", "what was told", Told.class, h -> h.it().told())
          .list("sayings", "what each speaker last said", SAYING, h -> h.each(h.it().sayings()))
          .build();

  /** What is known of a line. */
  private record Known(Line line, Position position, Position baseline, Heard heard) {
    private boolean isSomething() {
      return !position.equals(Position.NOT_STATED)
          || !baseline.equals(Position.NOT_STATED)
          || !heard.equals(Heard.NOTHING);
    }
  }

  private static final JsonShape<In<Known>> LINE =
      JsonShape.<In<Known>>of("line", "A party on an issue towards a counterpart.")
          .text("party", "the party", k -> k.it().line().party())
          .text("issue", "the issue", k -> k.it().line().issue())
          .text("toward", "the counterpart", k -> k.it().line().toward())
          .one("position", "its position", POSITION, k -> k.with(k.it().position()))
          .one(
              "baseline",
              "that of the last round's close",
              POSITION,
              k -> k.with(k.it().baseline()))
          .one("heard", "what was heard since", HEARD, k -> k.with(k.it().heard()))
          .build();

  private static ImmutableList<Known> lines(Situation situation) {
    ImmutableList.Builder<Known> lines = ImmutableList.builder();
    situation
        .positions()
        .forEach(
            (line, position) -> {
              Known known =
                  new Known(
                      line, position, situation.baseline().get(line), situation.heard().get(line));
              if (known.isSomething()) {
                lines.add(known);
              }
            });
    return lines.build();
  }

  private static final JsonShape<Map.Entry<Line, Position>> STANDS =
      JsonShape.<Map.Entry<Line, Position>>of("position", "What a party would publicly take.")
          .text("party", "the party", p -> p.getKey().party())
          .text("toward", "the counterpart", p -> p.getKey().toward())
          .oneIf("region", "the values", JsonValues.REGION, p -> p.getValue().region())
          .textIf("words", "its words, where there are some", p -> p.getValue().words())
          .flag(
              "tentative",
              "whether it rests on more than its word",
              p -> p.getValue().isTentative())
          .constants("marks", "on what it rests", Position.Mark.class, p -> p.getValue().marks())
          .build();

  private record On(IssueId issue, Situation situation) {
    private ImmutableList<Gap> gaps() {
      return Pairs.listed(situation, issue);
    }

    private Optional<Integer> gapsLeftOut() {
      int left = (int) Pairs.among(situation.agenda().principals().size()) - gaps().size();
      return left == 0 ? Optional.empty() : Optional.of(left);
    }

    private ImmutableList<Map.Entry<Line, Position>> positions() {
      ImmutableList.Builder<Map.Entry<Line, Position>> stated = ImmutableList.builder();
      for (ActorId party : situation.agenda().principals()) {
        for (ActorId toward : situation.agenda().counterparts(party)) {
          Line line = new Line(party, issue, toward);
          if (situation.position(line).isStated()) {
            stated.add(Map.entry(line, situation.position(line)));
          }
        }
      }
      return stated.build();
    }
  }

  private static final JsonShape<On> ISSUE =
      JsonShape.<On>of("issue-now", "How an issue stands.")
          .text("issue", "which issue", On::issue)
          .constant(
              "status", "how it stands", IssueStatus.class, o -> o.situation().status(o.issue()))
          .list("positions", "what is stated on it", STANDS, On::positions)
          .list("gaps", "how far each two are apart", JsonResults.GAP, On::gaps)
          .onlyIf(
              "gaps-left-out",
              "how many pairs are left out, where the list would be too long",
              JsonType.INTEGER,
              On::gapsLeftOut)
          .build();

  private record Raised(Demand demand, DemandLife life, Situation in) {
    private Optional<Settlement.Extent> settled() {
      return in.settlements().stream()
          .filter(settlement -> settlement.demand().equals(demand))
          .map(Settlement::extent)
          .findFirst();
    }
  }

  private static final JsonShape<Raised> DEMAND =
      JsonShape.<Raised>of("demand-now", "A demand, and what became of it.")
          .including(JsonValues.DEMAND, Raised::demand)
          .map(
              "states",
              "its state, by issue and by whom it is asked of",
              JsonType.map(JsonType.constant(DemandState.class)),
              r -> r.life().states().rowMap())
          .constantIf("settled", "whether it is met", Settlement.Extent.class, Raised::settled)
          .build();

  private static final JsonShape<In<Map.Entry<Offer, Standing>>> OFFER =
      JsonShape.<In<Map.Entry<Offer, Standing>>>of("offer-now", "An offer that stands.")
          .including(JsonValues.OFFER, o -> o.it().getKey())
          .map(
              "stands-with",
              "who can still accept it, and on which issues",
              JsonType.set(JsonType.TEXT),
              o -> o.it().getValue().open())
          .map(
              "accepted-by",
              "who has accepted it finally, and on which issues",
              JsonType.set(JsonType.TEXT),
              o -> o.it().getValue().accepted())
          .integers(
              "alternatives",
              "the offers made as alternatives to it, by their places",
              o -> o.cited().offers(o.it().getValue().alternatives()))
          .build();

  private static final JsonShape<Situation> STANDING =
      JsonShape.<Situation>of("standing", "Where a negotiation stands, without its lines.")
          .one("agenda", "who negotiates about what", JsonAgenda.AGENDA, Situation::agenda)
          .one("policy", "the coder's choices", JsonAgenda.POLICY, Situation::policy)
          .constant("stage", "the stage of the talks", Stage.class, Situation::stage)
          .flag("over", "whether no move is legal any more", Situation::isOver)
          .flag("round-open", "whether a round is open", Situation::roundOpen)
          .ids("tracks", "on which tracks", Situation::tracks)
          .flag("met", "whether there was a meeting since the last round", Situation::met)
          .ids("away", "who has suspended or walked out", Situation::away)
          .ids("walked-out", "who of these has walked out", Situation::walkedOut)
          .ids("impasse-declared", "who has declared an impasse", Situation::impasseDeclared)
          .flag("deadlocked", "whether an impasse was reached and not ended", Situation::deadlocked)
          .ids("abandoning", "which principals abandon the talks", Situation::abandoning)
          .integer("stalled-rounds", "how many rounds in a row stalled", Situation::stalledRounds)
          .integer(
              "stalled-or-unreported-rounds",
              "how many did, or are not reported",
              Situation::stalledOrUnreportedRounds)
          .one(
              "stall",
              "whether the talks are stalled",
              JsonType.oneOf("stalled", "cannot-tell", "none"),
              s -> s.isStalled() ? "stalled" : s.cannotTellStall() ? "cannot-tell" : "none")
          .dateIf("latest", "the latest date so far, where something runs out", Situation::latest)
          .ids("delegations", "which delegations were sent", Situation::delegations)
          .set("deadlines", "the deadlines", JsonActs.DEADLINE, s -> s.deadlines().values())
          .list(
              "issues",
              "how each issue stands",
              ISSUE,
              s -> s.agenda().issueList().stream().map(i -> new On(i.id(), s)).toList())
          .set(
              "demands",
              "what was demanded",
              DEMAND,
              s ->
                  s.demands().entrySet().stream()
                      .map(d -> new Raised(d.getKey(), d.getValue(), s))
                      .toList())
          .set("ties", "the commitments that wait for others", JsonValues.TIE, Situation::ties)
          .set(
              "ties-before",
              "those at the last round's close",
              JsonValues.TIE,
              Situation::tiesAtBaseline)
          .set(
              "agreements",
              "the agreements that are not over, and those that are fulfilled",
              JsonAgreements.ACCORD,
              s -> s.agreements().values())
          .set("settled", "what is settled", JsonResults.SETTLED, Situation::settled)
          .set(
              "settled-before",
              "what was at the last round's close",
              JsonResults.SETTLED,
              Situation::settledAtBaseline)
          .set("obligations", "what is owed", JsonAgreements.OWED, JsonSituation::owed)
          .map(
              "told",
              "what was told of a party without an issue, by party",
              JsonType.set(JsonType.constant(Told.class)),
              Situation::unplaced)
          .build();

  static final JsonShape<In<Situation>> SITUATION =
      JsonShape.<In<Situation>>of("situation", "Where a negotiation stands.")
          .including(STANDING, In::it)
          .set("offers", "the offers that stand", OFFER, s -> s.each(s.it().offers().entrySet()))
          .list("lines", "what is known of each line", LINE, s -> s.each(lines(s.it())))
          .list(
              "cited-offers",
              "the offers that are cited by their places, from 0",
              JsonValues.OFFER,
              s -> s.cited().offers())
          .list(
              "cited-texts",
              "the texts that are cited by their places, from 0",
              JsonValues.TEXT,
              s -> s.cited().texts())
          .build();

  static In<Situation> in(Situation situation) {
    return new In<>(Cited.of(situation), situation);
  }

  private static ImmutableList<JsonAgreements.Owed> owed(Situation situation) {
    ImmutableList.Builder<JsonAgreements.Owed> all = ImmutableList.builder();
    for (Accord accord : situation.agreements().values()) {
      accord.obligations().keySet().forEach(o -> all.add(new JsonAgreements.Owed(accord, o)));
    }
    return all.build();
  }
}
