package dev.parley.json;

import dev.parley.analysis.Analysis;
import dev.parley.analysis.Linkage;
import dev.parley.analysis.Packages;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.Frontier.Appraisal;
import dev.parley.analysis.bargaining.Frontier.Solution;
import dev.parley.analysis.bargaining.OfferSequence.BidStep;
import dev.parley.analysis.prospect.Prospect;
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
import dev.parley.report.words.JsonWriter;
import dev.parley.talks.Negotiation.Rejudgement;
import dev.parley.talks.Observation;
import dev.parley.talks.Opening;
import dev.parley.talks.Refusal;
import dev.parley.talks.Situation;

/**
 * Results for programs: each as one JSON object, its keys always in the same order, ended by a line
 * feed. {@code {"round": 1, "progress": "MOVED", "text": "MOVED as attested; ..."}}
 *
 * <p>Laws: a date is written in EDTF ({@code "2024-12"}, {@code "XXXX"} when unknown); a number
 * without exponent and trailing zeros; an exact utility as a text, {@code "0.25"} or {@code "1/3"};
 * a region in the text form that {@link dev.parley.agenda.Region#parse} reads; an entry as its
 * number; a constant by its name. What is unknown is null, and where a reason is known it stands
 * beside it: {@code "size": null, "size-unknown": "no figure was reported"}.
 */
public final class Json {
  private Json() {}

  /**
   * {@return the verdict of a closed round, as one JSON object}
   *
   * @param roundVerdict a verdict
   */
  public static String of(RoundVerdict roundVerdict) {
    return JsonWriter.object(s -> JsonResults.verdict(s, roundVerdict));
  }

  /**
   * {@return where talks stand, sentence by sentence, as one JSON object}
   *
   * @param summary a summary
   */
  public static String of(Summary summary) {
    return JsonWriter.object(s -> JsonRecord.summary(s, summary));
  }

  /**
   * {@return a step, as one JSON object}
   *
   * @param step a step
   */
  public static String of(Step step) {
    return JsonWriter.object(s -> JsonResults.step(s, step));
  }

  /**
   * {@return how far two principals are apart, as one JSON object}
   *
   * @param gap a gap
   */
  public static String of(Gap gap) {
    return JsonWriter.object(s -> JsonResults.gap(s, gap));
  }

  /**
   * {@return what stands in the way of a deal, and what would close it, as one JSON object}
   *
   * @param analysis an analysis
   */
  public static String of(Analysis analysis) {
    return JsonWriter.object(s -> JsonAnalysis.analysis(s, analysis));
  }

  /**
   * {@return what would close a deal, as one JSON object}
   *
   * @param packages packages
   */
  public static String of(Packages packages) {
    return JsonWriter.object(s -> JsonAnalysis.packages(s, packages));
  }

  /**
   * Returns whether packages would be efficient and fair, and would last. What a party has without
   * an agreement is left out.
   *
   * @param prospect a prospect
   * @return one JSON object
   */
  public static String of(Prospect prospect) {
    return JsonWriter.object(s -> JsonProspect.prospect(s, prospect));
  }

  /**
   * {@return the efficient outcomes, with what each concept picks where every reservation is known,
   * as one JSON object}
   *
   * @param frontier a frontier
   */
  public static String of(Frontier frontier) {
    return JsonWriter.object(s -> JsonBargaining.frontier(s, frontier));
  }

  /**
   * {@return what a concept picks, as one JSON object}
   *
   * @param solution a solution
   */
  public static String of(Solution solution) {
    return JsonWriter.object(s -> JsonBargaining.solution(s, solution));
  }

  /**
   * {@return what is to be said about one package, as one JSON object}
   *
   * @param appraisal an appraisal
   */
  public static String of(Appraisal appraisal) {
    return JsonWriter.object(s -> JsonBargaining.appraisal(s, appraisal));
  }

  /**
   * {@return which kind of step a bid was, as one JSON object}
   *
   * @param step a step
   */
  public static String of(BidStep step) {
    return JsonWriter.object(s -> JsonBargaining.step(s, step));
  }

  /**
   * Returns which states of a conflict would last.
   *
   * @param stability an analysis
   * @return one JSON object: every state with a verdict for each concept and decision maker, and
   *     the equilibria
   */
  public static String of(StabilityAnalysis stability) {
    return JsonWriter.object(s -> JsonStability.analysis(s, stability));
  }

  /**
   * {@return why a state is stable for a decision maker or not, as one JSON object}
   *
   * @param reason a reason
   */
  public static String of(Reason reason) {
    return JsonWriter.object(s -> JsonStability.reason(s, reason));
  }

  /**
   * {@return how a state can be reached, as one JSON object}
   *
   * @param route a route
   */
  public static String of(Route route) {
    return JsonWriter.object(s -> JsonStability.route(s, route));
  }

  /**
   * {@return a package that leads out of a state, as one JSON object}
   *
   * @param bridge a bridge
   */
  public static String of(Bridge bridge) {
    return JsonWriter.object(s -> JsonStability.bridge(s, bridge));
  }

  /**
   * {@return which commitments wait for which, and what is blocked, as one JSON object}
   *
   * @param linkage a linkage
   */
  public static String of(Linkage linkage) {
    return JsonWriter.object(s -> JsonAnalysis.linkage(s, linkage));
  }

  /**
   * {@return a refusal, with every law that the move breaks, as one JSON object}
   *
   * @param refusal a refusal
   */
  public static String of(Refusal refusal) {
    return JsonWriter.object(s -> JsonResults.refusal(s, refusal));
  }

  /**
   * {@return an entry that the rules would refuse, as one JSON object}
   *
   * @param rejudgement a rejudgement
   */
  public static String of(Rejudgement rejudgement) {
    return JsonWriter.object(s -> JsonResults.rejudgement(s, rejudgement));
  }

  /**
   * {@return whether an account reconciles, as one JSON object}
   *
   * @param reconciliation a reconciliation
   */
  public static String of(Reconciliation reconciliation) {
    return JsonWriter.object(s -> JsonResults.reconciliation(s, reconciliation));
  }

  /**
   * {@return what is seen at a date, as one JSON object}
   *
   * @param observation an observation
   */
  public static String of(Observation observation) {
    return JsonWriter.object(s -> JsonResults.observation(s, observation));
  }

  /**
   * {@return claims that cannot all be true; collisions give their positions in the list, as one
   * JSON object}
   *
   * @param contest a contest
   */
  public static String of(Contest contest) {
    return JsonWriter.object(s -> JsonResults.contest(s, contest));
  }

  /**
   * {@return what somebody can do now, as one JSON object}
   *
   * @param opening an opening
   */
  public static String of(Opening opening) {
    return JsonWriter.object(s -> JsonResults.opening(s, opening));
  }

  /**
   * {@return where a negotiation stands, as one JSON object}
   *
   * @param situation a situation
   */
  public static String of(Situation situation) {
    return JsonWriter.object(s -> JsonRecord.situation(s, situation));
  }

  /**
   * {@return a whole record, with every result that its transcript shows, as one JSON object}
   *
   * @param transcript a record
   */
  public static String of(Transcript transcript) {
    return JsonWriter.object(s -> JsonRecord.transcript(s, transcript));
  }

  /**
   * Returns several rejudgements: where a record and the rules differ.
   *
   * @param rejudgements the rejudgements, in order
   * @return one JSON object with the list {@code "rejudged"}
   */
  public static String ofRejudgements(Iterable<Rejudgement> rejudgements) {
    return JsonWriter.object(s -> s.objects("rejudged", rejudgements, JsonResults::rejudgement));
  }
}
