package dev.parley.scenario.genius;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import dev.parley.scenario.genius.GeniusDomain.GeniusIssue;
import dev.parley.scenario.genius.GeniusDomain.GeniusIssue.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Linear additive profiles in the JSON of GeniusWeb ({@code LinearAdditiveUtilitySpace}), under its
 * semantics: utilities of values lie from 0 to 1, weights add up to exactly 1, numbers are
 * interpolated between a low and a high, and the reservation is an outcome or not known. GeniusWeb
 * rounds interpolated utilities to eight digits; here they are exact. Laws: what is written reads
 * back equal; a field that is not known is refused.
 */
public final class GeniusWebJson {
  static final String ROOT = "LinearAdditiveUtilitySpace";
  private static final String DISCRETE = "DiscreteValueSetUtilities";
  private static final String NUMBERS = "NumberValueSetUtilities";

  private GeniusWebJson() {}

  /**
   * Reads a profile, which carries its domain.
   *
   * @param party whose preferences these are, an identifier
   * @param json the text
   * @return the profile
   * @throws GeniusException if it cannot be read, or holds what cannot be represented
   */
  public static GeniusProfile readProfile(String party, String json) {
    JsonTree file = JsonTree.parse(json);
    JsonTree root =
        file.only(ROOT)
            .at(ROOT)
            .only("domain", "name", "issueUtilities", "issueWeights", "reservationBid");
    GeniusDomain domain = domain(root.at("domain").only("name", "issuesValues"));
    JsonTree utilities = known(domain, root.at("issueUtilities"));
    JsonTree weights = known(domain, root.at("issueWeights"));
    AdditiveProfile.Builder profile = AdditiveProfile.on(domain.space(), party);
    Fraction sum = Fraction.ZERO;
    for (GeniusIssue issue : domain.issues()) {
      String name = issue.issue().name();
      Fraction weight = Fraction.of(weights.at(name).decimal());
      sum = sum.plus(weight);
      profile.issue(issue.issue().id(), weight, evaluation(issue, utilities.at(name)));
    }
    if (!sum.equals(Fraction.ONE)) {
      throw new GeniusException(
          "%s add up to (%s): GeniusWeb wants exactly 1".formatted(weights.path(), sum));
    }
    root.optional("reservationBid")
        .ifPresent(bid -> profile.reservation(ReservationPoint.of(outcome(domain, bid))));
    try {
      return new GeniusProfile(
          root.at("name").as(JsonTree.Kind.TEXT).text(),
          domain,
          profile.build(),
          ImmutableMap.of(),
          Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new GeniusException(e.getMessage() == null ? "" : e.getMessage(), e);
    }
  }

  private static GeniusDomain domain(JsonTree domain) {
    GeniusDomain.Naming naming = new GeniusDomain.Naming();
    ImmutableList.Builder<GeniusIssue> issues = ImmutableList.builder();
    domain
        .at("issuesValues")
        .as(JsonTree.Kind.OBJECT)
        .fields()
        .forEach((name, values) -> issues.add(issue(naming, name, values)));
    ImmutableList<GeniusIssue> all = issues.build();
    if (all.isEmpty()) {
      throw new GeniusException("%s has no issues".formatted(domain.path()));
    }
    return new GeniusDomain(domain.at("name").as(JsonTree.Kind.TEXT).text(), all);
  }

  private static GeniusIssue issue(GeniusDomain.Naming naming, String name, JsonTree values) {
    values.only("values", "range");
    Optional<JsonTree> range = values.optional("range");
    if (range.isPresent()) {
      JsonTree ends = range.get().only("low", "high", "step");
      return naming.quantity(
          name,
          Kind.NUMBER,
          ends.at("low").decimal(),
          ends.at("high").decimal(),
          ends.at("step").decimal());
    }
    return naming.discrete(
        name,
        values.at("values").as(JsonTree.Kind.LIST).items().stream()
            .map(v -> v.as(JsonTree.Kind.TEXT).text())
            .toList());
  }

  /** Refuses what is said of issues that the domain has not. */
  private static JsonTree known(GeniusDomain domain, JsonTree byIssue) {
    byIssue.as(JsonTree.Kind.OBJECT).fields().keySet().forEach(domain::issue);
    return byIssue;
  }

  private static Evaluation evaluation(GeniusIssue issue, JsonTree written) {
    written.only(form(issue));
    if (issue.kind() == Kind.DISCRETE) {
      ImmutableMap.Builder<String, Fraction> table = ImmutableMap.builder();
      written
          .at(DISCRETE)
          .only("valueUtilities")
          .at("valueUtilities")
          .as(JsonTree.Kind.OBJECT)
          .fields()
          .forEach((value, utility) -> table.put(issue.onScale(value), share(utility)));
      return new Evaluation.Table(table.buildOrThrow());
    }
    JsonTree line = written.at(NUMBERS).only("lowValue", "lowUtility", "highValue", "highUtility");
    if (line.at("lowValue").decimal().compareTo(issue.quantity().least()) != 0
        || line.at("highValue").decimal().compareTo(issue.quantity().most()) != 0) {
      throw new GeniusException(
          "%s goes from (%s) to (%s), and the issue from (%s) to (%s)"
              .formatted(
                  line.path(),
                  line.at("lowValue").text(),
                  line.at("highValue").text(),
                  issue.quantity().least().toPlainString(),
                  issue.quantity().most().toPlainString()));
    }
    return new Evaluation.Linear(share(line.at("lowUtility")), share(line.at("highUtility")));
  }

  private static Fraction share(JsonTree number) {
    Fraction share = Fraction.of(number.decimal());
    if (share.signum() < 0 || share.compareTo(Fraction.ONE) > 0) {
      throw new GeniusException(
          "%s (%s) must lie from 0 to 1".formatted(number.path(), number.text()));
    }
    return share;
  }

  private static Terms outcome(GeniusDomain domain, JsonTree bid) {
    JsonTree values = known(domain, bid.only("issuevalues").at("issuevalues"));
    Map<IssueId, Value> outcome = new LinkedHashMap<>();
    for (GeniusIssue issue : domain.issues()) {
      JsonTree value = values.at(issue.issue().name());
      outcome.put(
          issue.issue().id(),
          issue.kind() == Kind.DISCRETE
              ? Value.option(issue.onScale(value.as(JsonTree.Kind.TEXT).text()))
              : Value.amount(value.decimal()));
    }
    return Terms.of(outcome);
  }

  /**
   * Writes a profile.
   *
   * @param profile the profile, with weights that add up to 1 and evaluations from 0 to 1
   * @return the text, ended by a line feed
   * @throws GeniusException if GeniusWeb cannot hold it: other weights or evaluations, a quantity
   *     evaluated value by value, a reservation given as a number, a discount, a number that no
   *     decimal ends
   */
  public static String write(GeniusProfile profile) {
    return GeniusWebWriter.write(profile);
  }

  /**
   * Writes a profile of one's own.
   *
   * @param name a name for it
   * @param profile the profile
   * @return the text
   * @throws GeniusException as {@link #write(GeniusProfile)}
   */
  public static String write(String name, AdditiveProfile profile) {
    return write(GeniusProfile.of(name, profile));
  }

  static String form(GeniusIssue issue) {
    return issue.kind() == Kind.DISCRETE ? DISCRETE : NUMBERS;
  }
}
