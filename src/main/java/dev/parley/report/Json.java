package dev.parley.report;

import dev.parley.analysis.Analysis;
import dev.parley.analysis.Linkage;
import dev.parley.analysis.Packages;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.Frontier.Appraisal;
import dev.parley.analysis.bargaining.Frontier.Solution;
import dev.parley.analysis.bargaining.OfferSequence.BidStep;
import dev.parley.analysis.prospect.Prospect;
import dev.parley.analysis.stability.Bridging.Bridge;
import dev.parley.analysis.stability.Reason;
import dev.parley.analysis.stability.StabilityAnalysis;
import dev.parley.analysis.stability.StatusQuo.Route;
import dev.parley.evidence.Contest;
import dev.parley.evidence.Reconciliation;
import dev.parley.progress.Gap;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.Step;
import dev.parley.talks.Observation;
import dev.parley.talks.Opening;
import dev.parley.talks.Refusal;
import dev.parley.talks.Rejudgement;
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
   * Returns the verdict of a closed round.
   *
   * @param roundVerdict a verdict
   * @return one JSON object
   */
  public static String of(RoundVerdict roundVerdict) {
    return Sheet.object(s -> JsonResults.verdict(s, roundVerdict));
  }

  /**
   * Returns a step.
   *
   * @param step a step
   * @return one JSON object
   */
  public static String of(Step step) {
    return Sheet.object(s -> JsonResults.step(s, step));
  }

  /**
   * Returns how far two principals are apart.
   *
   * @param gap a gap
   * @return one JSON object
   */
  public static String of(Gap gap) {
    return Sheet.object(s -> JsonResults.gap(s, gap));
  }

  /**
   * Returns what stands in the way of a deal, and what would close it.
   *
   * @param analysis an analysis
   * @return one JSON object
   */
  public static String of(Analysis analysis) {
    return Sheet.object(s -> JsonAnalysis.analysis(s, analysis));
  }

  /**
   * Returns what would close a deal.
   *
   * @param packages packages
   * @return one JSON object
   */
  public static String of(Packages packages) {
    return Sheet.object(s -> JsonAnalysis.packages(s, packages));
  }

  /**
   * Returns whether packages would be efficient and fair, and would last. What a party has without
   * an agreement is left out.
   *
   * @param prospect a prospect
   * @return one JSON object
   */
  public static String of(Prospect prospect) {
    return Sheet.object(s -> JsonProspect.prospect(s, prospect));
  }

  /**
   * Returns the efficient outcomes, with what each concept picks where every reservation is known.
   *
   * @param frontier a frontier
   * @return one JSON object
   */
  public static String of(Frontier frontier) {
    return Sheet.object(s -> JsonBargaining.frontier(s, frontier));
  }

  /**
   * Returns what a concept picks.
   *
   * @param solution a solution
   * @return one JSON object
   */
  public static String of(Solution solution) {
    return Sheet.object(s -> JsonBargaining.solution(s, solution));
  }

  /**
   * Returns what is to be said about one package.
   *
   * @param appraisal an appraisal
   * @return one JSON object
   */
  public static String of(Appraisal appraisal) {
    return Sheet.object(s -> JsonBargaining.appraisal(s, appraisal));
  }

  /**
   * Returns which kind of step a bid was.
   *
   * @param step a step
   * @return one JSON object
   */
  public static String of(BidStep step) {
    return Sheet.object(s -> JsonBargaining.step(s, step));
  }

  /**
   * Returns which states of a conflict would last.
   *
   * @param stability an analysis
   * @return one JSON object: every state with a verdict for each concept and decision maker, and
   *     the equilibria
   */
  public static String of(StabilityAnalysis stability) {
    return Sheet.object(s -> JsonStability.analysis(s, stability));
  }

  /**
   * Returns why a state is stable for a decision maker or not.
   *
   * @param reason a reason
   * @return one JSON object
   */
  public static String of(Reason reason) {
    return Sheet.object(s -> JsonStability.reason(s, reason));
  }

  /**
   * Returns how a state can be reached.
   *
   * @param route a route
   * @return one JSON object
   */
  public static String of(Route route) {
    return Sheet.object(s -> JsonStability.route(s, route));
  }

  /**
   * Returns a package that leads out of a state.
   *
   * @param bridge a bridge
   * @return one JSON object
   */
  public static String of(Bridge bridge) {
    return Sheet.object(s -> JsonStability.bridge(s, bridge));
  }

  /**
   * Returns which commitments wait for which, and what is blocked.
   *
   * @param linkage a linkage
   * @return one JSON object
   */
  public static String of(Linkage linkage) {
    return Sheet.object(s -> JsonAnalysis.linkage(s, linkage));
  }

  /**
   * Returns a refusal, with every law that the move breaks.
   *
   * @param refusal a refusal
   * @return one JSON object
   */
  public static String of(Refusal refusal) {
    return Sheet.object(s -> JsonResults.refusal(s, refusal));
  }

  /**
   * Returns an entry that the rules would refuse.
   *
   * @param rejudgement a rejudgement
   * @return one JSON object
   */
  public static String of(Rejudgement rejudgement) {
    return Sheet.object(s -> JsonResults.rejudgement(s, rejudgement));
  }

  /**
   * Returns whether an account reconciles.
   *
   * @param reconciliation a reconciliation
   * @return one JSON object
   */
  public static String of(Reconciliation reconciliation) {
    return Sheet.object(s -> JsonResults.reconciliation(s, reconciliation));
  }

  /**
   * Returns what is seen at a date.
   *
   * @param observation an observation
   * @return one JSON object
   */
  public static String of(Observation observation) {
    return Sheet.object(s -> JsonResults.observation(s, observation));
  }

  /**
   * Returns claims that cannot all be true; collisions give their positions in the list.
   *
   * @param contest a contest
   * @return one JSON object
   */
  public static String of(Contest contest) {
    return Sheet.object(s -> JsonResults.contest(s, contest));
  }

  /**
   * Returns what somebody can do now.
   *
   * @param opening an opening
   * @return one JSON object
   */
  public static String of(Opening opening) {
    return Sheet.object(s -> JsonResults.opening(s, opening));
  }

  /**
   * Returns where a negotiation stands.
   *
   * @param situation a situation
   * @return one JSON object
   */
  public static String of(Situation situation) {
    return Sheet.object(s -> JsonRecord.situation(s, situation));
  }

  /**
   * Returns a whole record, with every result that its transcript shows.
   *
   * @param transcript a record
   * @return one JSON object
   */
  public static String of(Transcript transcript) {
    return Sheet.object(s -> JsonRecord.transcript(s, transcript));
  }

  /**
   * Returns several rejudgements: where a record and the rules differ.
   *
   * @param rejudgements the rejudgements, in order
   * @return one JSON object with the list {@code "rejudged"}
   */
  public static String ofRejudgements(Iterable<Rejudgement> rejudgements) {
    return Sheet.object(s -> s.objects("rejudged", rejudgements, JsonResults::rejudgement));
  }
}
