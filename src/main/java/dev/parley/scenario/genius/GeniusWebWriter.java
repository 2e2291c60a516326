package dev.parley.scenario.genius;

import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import dev.parley.scenario.genius.GeniusDomain.GeniusIssue;
import dev.parley.scenario.genius.GeniusDomain.GeniusIssue.Kind;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes the JSON of GeniusWeb. */
final class GeniusWebWriter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final GeniusProfile written;
  private final AdditiveProfile profile;
  private final JsonGenerator out;

  private GeniusWebWriter(GeniusProfile written, JsonGenerator out) {
    this.written = written;
    this.profile = written.profile();
    this.out = out;
  }

  static String write(GeniusProfile profile) {
    check(profile);
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      new GeniusWebWriter(profile, out).all();
    }
    return text.append('\n').toString();
  }

  private static void check(GeniusProfile written) {
    AdditiveProfile profile = written.profile();
    if (written.discount().isPresent()) {
      throw new GeniusException(
          "profile of (%s) has a discount (%s), for which GeniusWeb has no place: leave it out to write it"
              .formatted(profile.party(), written.discount().get()));
    }
    Fraction sum = profile.weights().values().stream().reduce(Fraction.ZERO, Fraction::plus);
    if (!sum.equals(Fraction.ONE)) {
      throw new GeniusException(
          "profile of (%s) has weights that add up to (%s), and GeniusWeb wants exactly 1: divide the weights and the reservation by (%s) to write it"
              .formatted(profile.party(), sum, sum));
    }
    if (profile.reservation().orElse(null) instanceof ReservationPoint.Utility number) {
      throw new GeniusException(
          "profile of (%s) reserves a number (%s), and GeniusWeb takes an outcome: give one of that utility to write it"
              .formatted(profile.party(), number.utility()));
    }
  }

  private void all() {
    out.writeStartObject();
    object(GeniusWebJson.ROOT);
    object("issueUtilities");
    written.domain().issues().forEach(this::utilities);
    out.writeEndObject();
    object("issueWeights");
    for (GeniusIssue issue : written.domain().issues()) {
      IssueId id = issue.issue().id();
      number(
          issue.issue().name(),
          GeniusXmlWriter.decimal("weight of issue (%s)".formatted(id), at(profile.weights(), id)));
    }
    out.writeEndObject();
    object("domain");
    text("name", written.domain().name());
    object("issuesValues");
    written.domain().issues().forEach(this::values);
    out.writeEndObject();
    out.writeEndObject();
    text("name", written.name());
    reservation();
    out.writeEndObject();
    out.writeEndObject();
  }

  private void utilities(GeniusIssue issue) {
    IssueId id = issue.issue().id();
    Evaluation evaluation = at(profile.evaluations(), id);
    object(issue.issue().name());
    object(GeniusWebJson.form(issue));
    if (issue.kind() == Kind.DISCRETE) {
      object("valueUtilities");
      for (String value : issue.values()) {
        share(issue, value, evaluation.of(issue.issue(), Value.option(issue.onScale(value))));
      }
      out.writeEndObject();
    } else if (evaluation instanceof Evaluation.Linear linear) {
      number("lowValue", issue.quantity().least());
      share(issue, "lowUtility", linear.least());
      number("highValue", issue.quantity().most());
      share(issue, "highUtility", linear.most());
    } else {
      throw new GeniusException(
          "issue (%s) is evaluated value by value, and GeniusWeb takes a line on a quantity: use a linear evaluation, or options"
              .formatted(id));
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private void share(GeniusIssue issue, String field, Fraction share) {
    if (share.signum() < 0 || share.compareTo(Fraction.ONE) > 0) {
      throw new GeniusException(
          "issue (%s) evaluates (%s) as (%s), and GeniusWeb takes 0 to 1"
              .formatted(issue.issue().id(), field, share));
    }
    number(
        field,
        GeniusXmlWriter.decimal(
            "evaluation of (%s) on issue (%s)".formatted(field, issue.issue().id()), share));
  }

  private void values(GeniusIssue issue) {
    object(issue.issue().name());
    if (issue.kind() == Kind.DISCRETE) {
      out.writeName("values");
      out.writeStartArray();
      issue.values().forEach(out::writeString);
      out.writeEndArray();
    } else {
      object("range");
      number("low", issue.quantity().least());
      number("high", issue.quantity().most());
      number("step", issue.quantity().step());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void reservation() {
    out.writeName("reservationBid");
    Optional<ReservationPoint> point = profile.reservation();
    if (!(point.orElse(null) instanceof ReservationPoint.Outcome given)) {
      out.writeNull();
      return;
    }
    Terms outcome = given.outcome();
    out.writeStartObject();
    object("issuevalues");
    for (GeniusIssue issue : written.domain().issues()) {
      Value value = outcome.on(issue.issue().id()).orElseThrow();
      if (value instanceof Value.Amount amount) {
        number(issue.issue().name(), amount.number());
      } else {
        List<String> onScale = issue.values().stream().map(issue::onScale).toList();
        text(issue.issue().name(), issue.values().get(onScale.indexOf(value.toString())));
      }
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private void object(String name) {
    out.writeName(name);
    out.writeStartObject();
  }

  private void text(String name, String text) {
    out.writeName(name);
    out.writeString(text);
  }

  private void number(String name, BigDecimal number) {
    out.writeName(name);
    out.writeNumber(number);
  }

  private static <K, T> T at(Map<K, T> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }
}
