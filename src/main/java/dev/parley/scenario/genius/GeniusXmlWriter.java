package dev.parley.scenario.genius;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Value;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import dev.parley.scenario.genius.GeniusDomain.GeniusIssue;
import dev.parley.scenario.genius.GeniusDomain.GeniusIssue.Kind;
import dev.parley.scenario.genius.GeniusProfile.GeniusEvaluator;
import dev.parley.spelling.Listed;
import dev.parley.spelling.SafeText;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes the XML of GENIUS. */
final class GeniusXmlWriter {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;
  private int depth;

  private GeniusXmlWriter() throws XMLStreamException {
    out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  /** What is written of a profile: all in the numbers of the file. */
  private record Numbers(
      Map<IssueId, String> weights,
      Map<IssueId, List<String>> evaluations,
      Map<IssueId, GeniusEvaluator> evaluators,
      String reservation) {}

  static String domain(GeniusDomain domain) {
    return write(
        writer -> {
          writer.start("negotiation_template");
          writer.space(domain, null);
          writer.end();
          writer.end();
        });
  }

  static String profile(GeniusProfile profile) {
    Numbers numbers = numbers(profile);
    return write(
        writer -> {
          writer.space(profile.domain(), numbers);
          if (profile.discount().isPresent()) {
            writer.empty("discount_factor", "value", profile.discount().get().toPlainString());
          }
          writer.empty("reservation", "value", numbers.reservation());
          writer.end();
        });
  }

  private interface Content {
    void on(GeniusXmlWriter writer) throws XMLStreamException;
  }

  private static String write(Content content) {
    try {
      GeniusXmlWriter writer = new GeniusXmlWriter();
      content.on(writer);
      writer.out.close();
      return writer.text.toString().substring(1) + "\n";
    } catch (XMLStreamException e) {
      throw new GeniusException("a text cannot be written as XML: %s".formatted(e.getMessage()), e);
    }
  }

  private void start(String name, String... attributes) throws XMLStreamException {
    out.writeCharacters("\n" + "  ".repeat(depth++));
    out.writeStartElement(name);
    attributes(attributes);
  }

  private void empty(String name, String... attributes) throws XMLStreamException {
    out.writeCharacters("\n" + "  ".repeat(depth));
    out.writeEmptyElement(name);
    attributes(attributes);
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      String value = attributes[i + 1];
      Optional<String> unfit = Element.unfit(value);
      if (unfit.isPresent()) {
        throw new GeniusException(
            "attribute (%s) cannot be written: its value (%s) holds %s. Write a space there"
                .formatted(attributes[i], SafeText.escaped(Listed.cut(value, 60)), unfit.get()));
      }
      out.writeAttribute(attributes[i], value);
    }
  }

  private void end() throws XMLStreamException {
    out.writeCharacters("\n" + "  ".repeat(--depth));
    out.writeEndElement();
  }

  /** Writes a utility space but for its end. */
  private void space(GeniusDomain domain, @Nullable Numbers numbers) throws XMLStreamException {
    start("utility_space", "type", "any", "number_of_issues", "" + domain.issues().size());
    start(
        "objective",
        "index",
        "0",
        "etype",
        "objective",
        "type",
        "objective",
        "description",
        "",
        "name",
        domain.name());
    for (int i = 0; i < domain.issues().size(); i++) {
      issue(domain.issues().get(i), "" + (i + 1), numbers);
    }
    for (int i = 0; numbers != null && i < domain.issues().size(); i++) {
      IssueId id = domain.issues().get(i).issue().id();
      empty("weight", "index", "" + (i + 1), "value", at(numbers.weights(), id));
    }
    end();
  }

  private void issue(GeniusIssue issue, String index, @Nullable Numbers numbers)
      throws XMLStreamException {
    if (issue.kind() == Kind.NUMBER) {
      throw new GeniusException(
          "issue (%s) has numbers by a step (%s), for which GENIUS has no type: take steps of 1, or options"
              .formatted(issue.issue().id(), issue.quantity().describe()));
    }
    String type = issue.kind().name().toLowerCase(Locale.ROOT);
    List<String> attributes =
        new ArrayList<>(
            List.of(
                "index",
                index,
                "etype",
                type,
                "type",
                type,
                "vtype",
                type,
                "name",
                issue.issue().name()));
    String[] bounds = new String[0];
    if (issue.kind() != Kind.DISCRETE) {
      bounds =
          new String[] {
            "lowerbound", issue.quantity().least().toPlainString(),
            "upperbound", issue.quantity().most().toPlainString()
          };
    }
    if (issue.kind() == Kind.INTEGER) {
      attributes.addAll(List.of(bounds));
    }
    start("issue", attributes.toArray(String[]::new));
    if (issue.kind() == Kind.REAL) {
      empty("range", bounds);
    }
    for (int v = 0; v < issue.values().size(); v++) {
      List<String> item =
          new ArrayList<>(List.of("index", "" + (v + 1), "value", issue.values().get(v)));
      if (numbers != null) {
        item.addAll(List.of("evaluation", at(numbers.evaluations(), issue.issue().id()).get(v)));
      }
      empty("item", item.toArray(String[]::new));
    }
    if (numbers != null && issue.kind() != Kind.DISCRETE) {
      evaluator(at(numbers.evaluators(), issue.issue().id()));
    }
    end();
  }

  private void evaluator(GeniusEvaluator evaluator) throws XMLStreamException {
    List<String> attributes = new ArrayList<>(List.of("ftype", evaluator.form().written()));
    evaluator
        .parameters()
        .forEach((name, number) -> attributes.addAll(List.of(name, number.toPlainString())));
    empty("evaluator", attributes.toArray(String[]::new));
  }

  private static <K, T> T at(Map<K, T> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }

  private static Numbers numbers(GeniusProfile written) {
    AdditiveProfile profile = written.profile();
    Map<IssueId, Fraction> weights = new LinkedHashMap<>();
    Map<IssueId, List<String>> evaluations = new LinkedHashMap<>();
    Map<IssueId, GeniusEvaluator> evaluators = new LinkedHashMap<>();
    for (GeniusIssue issue : written.domain().issues()) {
      IssueId id = issue.issue().id();
      Fraction weight = at(profile.weights(), id);
      if (issue.kind() == Kind.DISCRETE) {
        List<Fraction> values = values(issue, at(profile.evaluations(), id));
        Fraction most = values.stream().reduce(Fraction.ZERO, Fraction::max);
        weights.put(id, most.signum() == 0 ? weight : weight.times(most));
        evaluations.put(id, texts(most.signum() == 0 ? values : over(values, most)));
      } else {
        weights.put(id, weight);
        evaluators.put(id, evaluator(written, issue));
      }
    }
    Map<IssueId, String> texts = new LinkedHashMap<>();
    weights.forEach(
        (id, weight) ->
            texts.put(id, decimal("weight of issue (%s)".formatted(id), weight).toPlainString()));
    return new Numbers(texts, evaluations, evaluators, reservation(profile));
  }

  private static List<Fraction> values(GeniusIssue issue, Evaluation evaluation) {
    List<Fraction> values = new ArrayList<>();
    for (String written : issue.values()) {
      Fraction value = evaluation.of(issue.issue(), Value.option(issue.onScale(written)));
      values.add(value);
    }
    if (values.stream().noneMatch(v -> v.signum() > 0)
        && values.stream().anyMatch(v -> v.signum() < 0)) {
      throw new GeniusException(
          "issue (%s) has no evaluation above zero, and GENIUS would take all of them as 0: raise them to write it"
              .formatted(issue.issue().id()));
    }
    return values;
  }

  private static List<Fraction> over(List<Fraction> values, Fraction most) {
    return values.stream().map(v -> v.over(most)).toList();
  }

  /** Returns decimals; where one has no end, whole numbers in the same proportion. */
  private static List<String> texts(List<Fraction> numbers) {
    if (numbers.stream().noneMatch(n -> n.toString().contains("/"))) {
      return numbers.stream().map(Fraction::toString).toList();
    }
    Fraction factor = new Fraction(GeniusXmlReader.multiple(numbers), BigInteger.ONE);
    return numbers.stream().map(n -> n.times(factor).toString()).toList();
  }

  private static GeniusEvaluator evaluator(GeniusProfile written, GeniusIssue issue) {
    Evaluation evaluation = at(written.profile().evaluations(), issue.issue().id());
    GeniusEvaluator given = written.evaluators().get(issue.issue().id());
    if (given != null && given.over(issue.quantity()).equals(evaluation)) {
      return given;
    }
    if (issue.kind() != Kind.INTEGER || !(evaluation instanceof Evaluation.Linear linear)) {
      throw new GeniusException(
          "issue (%s) is evaluated value by value, and GENIUS takes a line on a quantity: use a linear evaluation, or options"
              .formatted(issue.issue().id()));
    }
    Fraction slope =
        linear.most().minus(linear.least()).over(Fraction.of(issue.quantity().length()));
    for (Fraction end : List.of(linear.least(), linear.most())) {
      if (end.signum() < 0 || end.compareTo(Fraction.ONE) > 0) {
        throw new GeniusException(
            "issue (%s) is evaluated up to (%s), and GENIUS cuts at 0 and 1"
                .formatted(issue.issue().id(), end));
      }
    }
    return new GeniusEvaluator(
        GeniusEvaluator.Form.INTEGER_LINEAR,
        ImmutableMap.of(
            "offset", decimal("offset of issue (%s)".formatted(issue.issue().id()), linear.least()),
            "slope", decimal("slope of issue (%s)".formatted(issue.issue().id()), slope)));
  }

  static BigDecimal decimal(String what, Fraction number) {
    if (number.toString().contains("/")) {
      throw new GeniusException(
          "%s (%s) is no decimal that ends, and the file takes decimals".formatted(what, number));
    }
    return new BigDecimal(number.numerator())
        .divide(new BigDecimal(number.denominator()), MathContext.UNLIMITED);
  }

  private static String reservation(AdditiveProfile profile) {
    ReservationPoint point =
        profile
            .reservation()
            .orElseThrow(
                () ->
                    new GeniusException(
                        "profile of (%s) has no reservation, and GENIUS would read that as 0: give it one to write it"
                            .formatted(profile.party())));
    if (!(point instanceof ReservationPoint.Utility given)) {
      throw new GeniusException(
          "profile of (%s) reserves an outcome, and GENIUS takes a number: give its utility (%s) to write it"
              .formatted(profile.party(), profile.reservedUtility().orElseThrow()));
    }
    return decimal("reservation of (%s)".formatted(profile.party()), given.utility())
        .toPlainString();
  }
}
