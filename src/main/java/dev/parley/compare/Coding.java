package dev.parley.compare;

import dev.parley.agenda.IssueId;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Source;
import dev.parley.report.words.Wording;
import dev.parley.talks.Chronicle.Reading;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What a coder has put down of one event, field by field. */
final class Coding {
  private Coding() {}

  /** Returns the fields of an entry; one that is empty says nothing. */
  static Map<String, String> fields(Reading reading, Wording wording) {
    Move move = reading.move();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", lower(move.act().kind()));
    fields.put("actor", move.by().isNamed() ? move.by().text() : "");
    fields.put("date", move.on().isUnknown() ? "" : move.on().toString());
    fields.put(
        "issues",
        move.act().issues().stream().map(IssueId::text).sorted().collect(Collectors.joining(" ")));
    // Entries are numbered otherwise in another record.
    fields.put(
        "content", wording.deeds().of(move.act(), reading.id()).replaceAll(" ?\\[[0-9]+\\]", ""));
    fields.put("source", sources(move));
    fields.put("attribution", lower(reading.attribution(wording.negotiation().situation())));
    fields.put("delegation", move.through().map(Object::toString).orElse(""));
    fields.put("reason", move.becauseOf().isEmpty() ? "" : move.becauseOf().toString());
    move.codes().forEach((scheme, code) -> fields.put("code " + scheme, code));
    return fields;
  }

  static String sources(Move move) {
    return move.sources().stream().map(Source::id).collect(Collectors.joining(" "));
  }

  /** Returns the question that a claim answers. */
  static Optional<String> question(Move move) {
    return move.act().value(Shape.CLAIM).map(Claim::about);
  }

  /** Returns the one number of a claim's figure. */
  static OptionalDouble figure(Move move) {
    return move.act()
        .value(Shape.CLAIM)
        .filter(claim -> claim.says() instanceof Claim.Answer.Count)
        .flatMap(claim -> ((Claim.Answer.Count) claim.says()).figure().number())
        .map(number -> OptionalDouble.of(number.doubleValue()))
        .orElse(OptionalDouble.empty());
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
