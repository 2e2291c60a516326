package dev.parley.scenario.genius;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.IssueId;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import dev.parley.scenario.genius.GeniusDomain.GeniusIssue;
import dev.parley.scenario.genius.GeniusDomain.GeniusIssue.Kind;
import dev.parley.scenario.genius.GeniusProfile.GeniusEvaluator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the XML of GENIUS, element by element. */
final class GeniusXmlReader {
  /** What a utility space holds: the last three are settings of a session, beside the utilities. */
  private static final String[] CONTENTS = {
    "objective", "discount_factor", "reservation", "comparisons", "errors", "fixed_seed"
  };

  /** What the elements of a profile hold. */
  static final ImmutableListMultimap<String, String> KNOWN =
      ImmutableListMultimap.<String, String>builder()
          .putAll("negotiation_template", "utility_space", "agent")
          .putAll("utility_space", CONTENTS)
          .putAll("objective", "objective", "issue", "weight")
          .putAll("issue", "item", "similarity_function", "range", "evaluator")
          .build();

  /** What GENIUS divides no evaluations by. */
  private static final Fraction LEAST_DIVISOR = Fraction.parse("0.00001");

  private final GeniusDomain domain;

  GeniusXmlReader(GeniusDomain domain) {
    this.domain = domain;
  }

  static GeniusDomain domain(String name, Element root) {
    GeniusDomain.Naming naming = new GeniusDomain.Naming();
    ImmutableList.Builder<GeniusIssue> issues = ImmutableList.builder();
    for (Element issue : objective(space(root)).children("issue")) {
      issues.add(issue(naming, issue));
    }
    ImmutableList<GeniusIssue> all = issues.build();
    if (all.isEmpty()) {
      throw new GeniusException("domain (%s) has no issues".formatted(name));
    }
    return new GeniusDomain(name, all);
  }

  private static Element space(Element root) {
    Element space = root;
    if (root.name().equals("negotiation_template")) {
      root.only("utility_space", "agent");
      space = one(root, "utility_space");
    }
    if (!space.name().equals("utility_space")) {
      throw space.problem(
          "the file begins with (%s), not with negotiation_template or utility_space",
          space.name());
    }
    String type = space.attribute("type").orElse("any");
    if (type.equalsIgnoreCase("nonlinear") || type.equalsIgnoreCase("constraint")) {
      throw space.problem("a utility space of type (%s) is not additive and is not read", type);
    }
    space.only(CONTENTS);
    return space;
  }

  private static Element objective(Element space) {
    Element objective = one(space, "objective");
    List<Element> inner = objective.children("objective");
    if (!inner.isEmpty()) {
      throw inner
          .get(0)
          .problem(
              "objective (%s) stands within objective (%s): issues are weighed at one level only",
              inner.get(0).attribute("name").orElse("without a name"),
              objective.attribute("name").orElse("without a name"));
    }
    objective.only("issue", "weight");
    return objective;
  }

  private static Element one(Element parent, String name) {
    List<Element> found = parent.children(name);
    if (found.size() != 1) {
      throw parent.problem("(%s) must hold one (%s), not %s", parent.name(), name, found.size());
    }
    return found.get(0);
  }

  private static GeniusIssue issue(GeniusDomain.Naming naming, Element issue) {
    String name = issue.require("name");
    return switch (kind(issue, name)) {
      case DISCRETE -> {
        issue.only("item", "similarity_function");
        yield naming.discrete(
            name, issue.children("item").stream().map(i -> i.require("value")).toList());
      }
      case INTEGER ->
          naming.quantity(
              name, Kind.INTEGER, lower(issue, name), upper(issue, name), BigDecimal.ONE);
      default -> {
        BigDecimal least = lower(issue, name);
        BigDecimal step =
            upper(issue, name)
                .subtract(least)
                .divide(BigDecimal.valueOf(GeniusIssue.POINTS - 1L), MathContext.UNLIMITED);
        yield naming.quantity(name, Kind.REAL, least, upper(issue, name), step);
      }
    };
  }

  private static Kind kind(Element issue, String name) {
    String type =
        issue
            .attribute("type")
            .or(() -> issue.attribute("vtype"))
            .or(() -> issue.attribute("etype"))
            .orElse("discrete");
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "discrete" -> Kind.DISCRETE;
      case "integer" -> Kind.INTEGER;
      case "real" -> Kind.REAL;
      default ->
          throw issue.problem(
              "issue (%s) is of type (%s): discrete, integer and real are read", name, type);
    };
  }

  private static BigDecimal lower(Element issue, String name) {
    return bound(issue, name, "lowerbound");
  }

  private static BigDecimal upper(Element issue, String name) {
    return bound(issue, name, "upperbound");
  }

  /** Returns a bound, which stands in the issue or in its range. */
  private static BigDecimal bound(Element issue, String name, String which) {
    issue.only("range", "evaluator", "similarity_function");
    String text =
        issue
            .attribute(which)
            .or(() -> issue.children("range").stream().findFirst().map(r -> r.require(which)))
            .orElseThrow(() -> issue.problem("issue (%s) has no %s", name, which));
    return decimal("line %s: %s of issue (%s)".formatted(issue.line(), which, name), text);
  }

  private static BigDecimal decimal(String what, String text) {
    Fraction number = number(what, text);
    return new BigDecimal(number.numerator())
        .divide(new BigDecimal(number.denominator()), MathContext.UNLIMITED);
  }

  private static Fraction number(String what, String text) {
    try {
      if (text.contains("/")) {
        throw new IllegalArgumentException("(%s) is not a number".formatted(text));
      }
      return Fraction.parse(text);
    } catch (IllegalArgumentException e) {
      throw new GeniusException("%s: %s".formatted(what, e.getMessage()), e);
    }
  }

  GeniusProfile profile(String party, Element root) {
    Element space = space(root);
    Element objective = objective(space);
    Map<String, GeniusIssue> byIndex = byIndex(objective);
    Map<GeniusIssue, Fraction> weights = weights(objective, byIndex);
    AdditiveProfile.Builder profile = AdditiveProfile.on(domain.space(), party);
    ImmutableMap.Builder<IssueId, GeniusEvaluator> evaluators = ImmutableMap.builder();
    for (Element element : objective.children("issue")) {
      GeniusIssue issue = byIndex.get(element.require("index"));
      Fraction weight = issue == null ? null : weights.get(issue);
      if (issue == null || weight == null) {
        throw element.problem("issue (%s) has no weight", element.require("name"));
      }
      if (issue.kind() == Kind.DISCRETE) {
        profile.issue(issue.issue().id(), weight, table(issue, element));
      } else {
        GeniusEvaluator evaluator = evaluator(issue, element);
        evaluators.put(issue.issue().id(), evaluator);
        profile.issue(issue.issue().id(), weight, evaluator.over(issue.quantity()));
      }
    }
    profile.reservation(ReservationPoint.of(single(space, "reservation").orElse(Fraction.ZERO)));
    try {
      return new GeniusProfile(
          "", domain, profile.build(), evaluators.buildOrThrow(), discount(space));
    } catch (IllegalArgumentException e) {
      throw new GeniusException(e.getMessage() == null ? "" : e.getMessage(), e);
    }
  }

  /** Returns the issues by their index in the file, held against the domain's names and kinds. */
  private Map<String, GeniusIssue> byIndex(Element objective) {
    Map<String, GeniusIssue> byIndex = new LinkedHashMap<>();
    for (Element element : objective.children("issue")) {
      GeniusIssue issue = domain.issue(element.require("name"));
      if (issue.kind() != kind(element, issue.issue().name())) {
        throw element.problem(
            "issue (%s) is %s in the profile and %s in the domain",
            issue.issue().name(), kind(element, issue.issue().name()), issue.kind());
      }
      if (byIndex.put(element.require("index"), issue) != null) {
        throw element.problem("two issues have the index (%s)", element.require("index"));
      }
    }
    for (GeniusIssue issue : domain.issues()) {
      if (!byIndex.containsValue(issue)) {
        throw new GeniusException(
            "the profile lacks issue (%s) of domain (%s)"
                .formatted(issue.issue().name(), domain.name()));
      }
    }
    return byIndex;
  }

  /** Returns the weights as they are; one for anything but an issue counts for nothing. */
  private static Map<GeniusIssue, Fraction> weights(
      Element objective, Map<String, GeniusIssue> byIndex) {
    Map<GeniusIssue, Fraction> weights = new LinkedHashMap<>();
    for (Element element : objective.children("weight")) {
      GeniusIssue issue = byIndex.get(element.require("index"));
      String of =
          "line %s: weight of index (%s)".formatted(element.line(), element.require("index"));
      Fraction weight = number(of, element.require("value"));
      if (issue != null && weight.signum() < 0) {
        throw new GeniusException(
            "%s (%s) is below zero: let the evaluations fall instead".formatted(of, weight));
      }
      if (issue != null && weights.put(issue, weight) != null) {
        throw new GeniusException("%s appears twice".formatted(of));
      }
    }
    return weights;
  }

  /**
   * Returns the evaluations of a discrete issue, divided by the largest; all 0 where none is above.
   */
  private static Evaluation table(GeniusIssue issue, Element element) {
    element.only("item", "similarity_function");
    Map<String, Fraction> raw = new LinkedHashMap<>();
    Fraction most = Fraction.ZERO;
    for (Element item : element.children("item")) {
      String value = item.require("value");
      String of =
          "line %s: evaluation of (%s) on issue (%s)"
              .formatted(item.line(), value, issue.issue().name());
      Fraction evaluation = number(of, item.require("evaluation"));
      if (raw.put(issue.onScale(value), evaluation) != null) {
        throw new GeniusException("%s appears twice".formatted(of));
      }
      most = most.max(evaluation);
    }
    Fraction largest = most;
    boolean isWorthless = largest.compareTo(LEAST_DIVISOR) < 0;
    raw.replaceAll((value, evaluation) -> isWorthless ? Fraction.ZERO : evaluation.over(largest));
    return new Evaluation.Table(ImmutableMap.copyOf(raw));
  }

  private static GeniusEvaluator evaluator(GeniusIssue issue, Element element) {
    String name = issue.issue().name();
    if (lower(element, name).compareTo(issue.quantity().least()) != 0
        || upper(element, name).compareTo(issue.quantity().most()) != 0) {
      throw element.problem(
          "issue (%s) goes from (%s) to (%s) in the profile and from (%s) to (%s) in the domain",
          name,
          lower(element, name),
          upper(element, name),
          issue.quantity().least().toPlainString(),
          issue.quantity().most().toPlainString());
    }
    Element written = one(element, "evaluator");
    GeniusEvaluator.Form form = form(issue, written);
    ImmutableMap.Builder<String, BigDecimal> parameters = ImmutableMap.builder();
    for (String parameter : form.parameterNames()) {
      String of =
          "line %s: (%s) of the evaluator of issue (%s)".formatted(written.line(), parameter, name);
      parameters.put(parameter, decimal(of, written.require(parameter)));
    }
    return new GeniusEvaluator(form, parameters.buildOrThrow());
  }

  private static GeniusEvaluator.Form form(GeniusIssue issue, Element written) {
    String type = written.attribute("ftype").orElse("linear").toLowerCase(Locale.ROOT);
    for (GeniusEvaluator.Form form : GeniusEvaluator.Form.values()) {
      boolean integer = form == GeniusEvaluator.Form.INTEGER_LINEAR;
      if (form.written().equals(type) && integer == (issue.kind() == Kind.INTEGER)) {
        return form;
      }
    }
    throw written.problem(
        "issue (%s) is evaluated by (%s), which is not read for a type of %s",
        issue.issue().name(), type, issue.kind());
  }

  private static Optional<Fraction> single(Element space, String name) {
    List<Element> found = space.children(name);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            number(
                "line %s: %s".formatted(found.get(0).line(), name),
                one(space, name).require("value")));
  }

  /** Returns the discount; one that is not above 0, or is above 1, counts as 1: none. */
  private static Optional<BigDecimal> discount(Element space) {
    return single(space, "discount_factor")
        .map(f -> f.signum() <= 0 || f.compareTo(Fraction.ONE) > 0 ? Fraction.ONE : f)
        .map(
            f ->
                new BigDecimal(f.numerator())
                    .divide(new BigDecimal(f.denominator()), MathContext.UNLIMITED));
  }

  /**
   * Returns a common multiple of denominators, so that fractions can be written as whole numbers.
   */
  static BigInteger multiple(Iterable<Fraction> fractions) {
    BigInteger multiple = BigInteger.ONE;
    for (Fraction fraction : fractions) {
      BigInteger other = fraction.denominator();
      multiple = multiple.divide(multiple.gcd(other)).multiply(other);
    }
    return multiple;
  }
}
