package dev.parley.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.analysis.Analysis;
import dev.parley.analysis.Linkage;
import dev.parley.analysis.Packages;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.Frontier.Appraisal;
import dev.parley.analysis.bargaining.Frontier.Solution;
import dev.parley.analysis.bargaining.OfferSequence.BidStep;
import dev.parley.analysis.priority.Priorities;
import dev.parley.analysis.prospect.Prospect;
import dev.parley.analysis.ranking.Rankings;
import dev.parley.analysis.stability.Bridging.Bridge;
import dev.parley.analysis.stability.StabilityAnalysis;
import dev.parley.analysis.stability.StatusQuo.Route;
import dev.parley.analysis.stability.Witness.Reason;
import dev.parley.evidence.Account.Reconciliation;
import dev.parley.evidence.Claim.Contest;
import dev.parley.progress.Gap;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.Step;
import dev.parley.report.Summary;
import dev.parley.report.Transcript;
import dev.parley.report.words.JsonDocument;
import dev.parley.talks.Negotiation.Rejudgement;
import dev.parley.talks.Observation;
import dev.parley.talks.Opening;
import dev.parley.talks.Refusal;
import dev.parley.talks.Situation;

/**
 * Results for programs: each as one JSON object, its keys always in the same order, ended by a line
 * feed: {@code {"$schema": "https://parley.dev/schema/round-verdict-1.json", "version": 1, "round":
 * 1, "progress": "MOVED", ...}}
 *
 * <p>Each begins with the address that names its JSON Schema, and with a version, which grows when
 * a field goes or changes its meaning; a new field can come without that.
 *
 * <p>Laws: a date is written in EDTF ({@code "2024-12"}, {@code "XXXX"} when unknown); a number
 * without exponent and trailing zeros; an exact utility as a text, {@code "0.25"} or {@code "1/3"};
 * a region in the text form that {@link dev.parley.agenda.Region#parse} reads; an entry as its
 * number; a constant by its name; what has no order, such as those to whom an offer is made, in the
 * order of what is written of it. What is unknown is null, and where a reason is known it stands
 * beside it: {@code "size": null, "size-unknown": "no figure was reported"}.
 */
public final class Json {
  private static final JsonDocument<RoundVerdict> VERDICT = new JsonDocument<>(JsonResults.VERDICT);
  private static final JsonDocument<Summary> SUMMARY = new JsonDocument<>(JsonResults.SUMMARY);
  private static final JsonDocument<Step> STEP = new JsonDocument<>(JsonResults.STEP);
  private static final JsonDocument<Gap> GAP = new JsonDocument<>(JsonResults.GAP);
  private static final JsonDocument<Analysis> ANALYSIS = new JsonDocument<>(JsonAnalysis.ANALYSIS);
  private static final JsonDocument<Packages> PACKAGES = new JsonDocument<>(JsonAnalysis.PACKAGES);
  private static final JsonDocument<Prospect> PROSPECT = new JsonDocument<>(JsonProspect.PROSPECT);
  private static final JsonDocument<Priorities> PRIORITIES =
      new JsonDocument<>(JsonPriority.PRIORITIES);
  private static final JsonDocument<Rankings> RANKINGS = new JsonDocument<>(JsonPriority.RANKINGS);
  private static final JsonDocument<Frontier> FRONTIER =
      new JsonDocument<>(JsonBargaining.FRONTIER);
  private static final JsonDocument<Solution> SOLUTION =
      new JsonDocument<>(JsonBargaining.SOLUTION);
  private static final JsonDocument<Appraisal> APPRAISAL =
      new JsonDocument<>(JsonBargaining.APPRAISAL);
  private static final JsonDocument<BidStep> BID_STEP = new JsonDocument<>(JsonBargaining.BID_STEP);
  private static final JsonDocument<StabilityAnalysis> STABILITY =
      new JsonDocument<>(JsonStability.ANALYSIS);
  private static final JsonDocument<Reason> REASON = new JsonDocument<>(JsonStability.REASON);
  private static final JsonDocument<Route> ROUTE = new JsonDocument<>(JsonStability.ROUTE);
  private static final JsonDocument<Bridge> BRIDGE = new JsonDocument<>(JsonStability.BRIDGE);
  private static final JsonDocument<Linkage> LINKAGE = new JsonDocument<>(JsonAnalysis.LINKAGE);
  private static final JsonDocument<Refusal> REFUSAL = new JsonDocument<>(JsonResults.REFUSAL);
  private static final JsonDocument<Rejudgement> REJUDGEMENT =
      new JsonDocument<>(JsonResults.REJUDGEMENT);
  private static final JsonDocument<Reconciliation> RECONCILIATION =
      new JsonDocument<>(JsonEvidence.RECONCILIATION);
  private static final JsonDocument<Observation> OBSERVATION =
      new JsonDocument<>(JsonResults.OBSERVATION);
  private static final JsonDocument<Contest> CONTEST = new JsonDocument<>(JsonEvidence.CONTEST);
  private static final JsonDocument<Opening> OPENING = new JsonDocument<>(JsonOpening.OPENING);
  private static final JsonDocument<JsonSituation.In<Situation>> SITUATION =
      new JsonDocument<>(JsonSituation.SITUATION);
  private static final JsonDocument<JsonRecord.Read> RECORD = new JsonDocument<>(JsonRecord.RECORD);
  private static final JsonDocument<Iterable<Rejudgement>> REJUDGEMENTS =
      new JsonDocument<>(JsonResults.REJUDGEMENTS);

  private static final ImmutableList<JsonDocument<?>> ALL =
      ImmutableList.of(
          VERDICT,
          SUMMARY,
          STEP,
          GAP,
          ANALYSIS,
          PACKAGES,
          PROSPECT,
          PRIORITIES,
          RANKINGS,
          FRONTIER,
          SOLUTION,
          APPRAISAL,
          BID_STEP,
          STABILITY,
          REASON,
          ROUTE,
          BRIDGE,
          LINKAGE,
          REFUSAL,
          REJUDGEMENT,
          RECONCILIATION,
          OBSERVATION,
          CONTEST,
          OPENING,
          SITUATION,
          RECORD,
          REJUDGEMENTS);

  private Json() {}

  /**
   * Returns the JSON Schemas (draft 2020-12) of what is written here. They are in the jar, too,
   * beside this class: {@code dev/parley/json/record.schema.json}.
   *
   * @return what each holds, by the name of what it describes: {@code record}, {@code situation},
   *     {@code round-verdict}, ...
   */
  public static ImmutableMap<String, String> schemas() {
    return ALL.stream()
        .collect(ImmutableMap.toImmutableMap(JsonDocument::name, JsonDocument::schema));
  }

  /**
   * {@return the verdict of a closed round, as one JSON object}
   *
   * @param roundVerdict a verdict
   */
  public static String of(RoundVerdict roundVerdict) {
    return VERDICT.of(roundVerdict);
  }

  /**
   * {@return where talks stand, sentence by sentence, as one JSON object}
   *
   * @param summary a summary
   */
  public static String of(Summary summary) {
    return SUMMARY.of(summary);
  }

  /**
   * {@return a step, as one JSON object}
   *
   * @param step a step
   */
  public static String of(Step step) {
    return STEP.of(step);
  }

  /**
   * {@return how far two principals are apart, as one JSON object}
   *
   * @param gap a gap
   */
  public static String of(Gap gap) {
    return GAP.of(gap);
  }

  /**
   * {@return what stands in the way of a deal, and what would close it, as one JSON object}
   *
   * @param analysis an analysis
   */
  public static String of(Analysis analysis) {
    return ANALYSIS.of(analysis);
  }

  /**
   * {@return what would close a deal, as one JSON object}
   *
   * @param packages packages
   */
  public static String of(Packages packages) {
    return PACKAGES.of(packages);
  }

  /**
   * Returns whether packages would be efficient and fair, and would last. What a party has without
   * an agreement is left out.
   *
   * @param prospect a prospect
   * @return one JSON object
   */
  public static String of(Prospect prospect) {
    return PROSPECT.of(prospect);
  }

  /**
   * {@return what a party seems to want, as one JSON object}
   *
   * @param priorities its priorities
   */
  public static String of(Priorities priorities) {
    return PRIORITIES.of(priorities);
  }

  /**
   * {@return what follows from rankings alone, as one JSON object}
   *
   * @param rankings the rankings
   */
  public static String of(Rankings rankings) {
    return RANKINGS.of(rankings);
  }

  /**
   * {@return the efficient outcomes, with what each concept picks where every reservation is known,
   * as one JSON object}
   *
   * @param frontier a frontier
   */
  public static String of(Frontier frontier) {
    return FRONTIER.of(frontier);
  }

  /**
   * {@return what a concept picks, as one JSON object}
   *
   * @param solution a solution
   */
  public static String of(Solution solution) {
    return SOLUTION.of(solution);
  }

  /**
   * {@return what is to be said about one package, as one JSON object}
   *
   * @param appraisal an appraisal
   */
  public static String of(Appraisal appraisal) {
    return APPRAISAL.of(appraisal);
  }

  /**
   * {@return which kind of step a bid was, as one JSON object}
   *
   * @param step a step
   */
  public static String of(BidStep step) {
    return BID_STEP.of(step);
  }

  /**
   * Returns which states of a conflict would last.
   *
   * @param stability an analysis
   * @return one JSON object: every state with a verdict for each concept and decision maker, and
   *     the equilibria
   */
  public static String of(StabilityAnalysis stability) {
    return STABILITY.of(stability);
  }

  /**
   * {@return why a state is stable for a decision maker or not, as one JSON object}
   *
   * @param reason a reason
   */
  public static String of(Reason reason) {
    return REASON.of(reason);
  }

  /**
   * {@return how a state can be reached, as one JSON object}
   *
   * @param route a route
   */
  public static String of(Route route) {
    return ROUTE.of(route);
  }

  /**
   * {@return a package that leads out of a state, as one JSON object}
   *
   * @param bridge a bridge
   */
  public static String of(Bridge bridge) {
    return BRIDGE.of(bridge);
  }

  /**
   * {@return which commitments wait for which, and what is blocked, as one JSON object}
   *
   * @param linkage a linkage
   */
  public static String of(Linkage linkage) {
    return LINKAGE.of(linkage);
  }

  /**
   * {@return a refusal, with every law that the move breaks, as one JSON object}
   *
   * @param refusal a refusal
   */
  public static String of(Refusal refusal) {
    return REFUSAL.of(refusal);
  }

  /**
   * {@return an entry that the rules would refuse, as one JSON object}
   *
   * @param rejudgement a rejudgement
   */
  public static String of(Rejudgement rejudgement) {
    return REJUDGEMENT.of(rejudgement);
  }

  /**
   * {@return whether an account reconciles, as one JSON object}
   *
   * @param reconciliation a reconciliation
   */
  public static String of(Reconciliation reconciliation) {
    return RECONCILIATION.of(reconciliation);
  }

  /**
   * {@return what is seen at a date, as one JSON object}
   *
   * @param observation an observation
   */
  public static String of(Observation observation) {
    return OBSERVATION.of(observation);
  }

  /**
   * {@return claims that cannot all be true; collisions give their positions in the list, as one
   * JSON object}
   *
   * @param contest a contest
   */
  public static String of(Contest contest) {
    return CONTEST.of(contest);
  }

  /**
   * {@return what somebody can do now, as one JSON object}
   *
   * @param opening an opening
   */
  public static String of(Opening opening) {
    return OPENING.of(opening);
  }

  /**
   * {@return where a negotiation stands, as one JSON object}
   *
   * @param situation a situation
   */
  public static String of(Situation situation) {
    return SITUATION.of(JsonSituation.in(situation));
  }

  /**
   * {@return a whole record, with every result that its transcript shows, as one JSON object}
   *
   * @param transcript a record
   */
  public static String of(Transcript transcript) {
    return RECORD.of(JsonRecord.Read.of(transcript));
  }

  /**
   * Returns several rejudgements: where a record and the rules differ.
   *
   * @param rejudgements the rejudgements, in order
   * @return one JSON object with the list {@code "rejudged"}
   */
  public static String ofRejudgements(Iterable<Rejudgement> rejudgements) {
    return REJUDGEMENTS.of(rejudgements);
  }
}
