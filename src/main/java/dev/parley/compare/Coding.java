package dev.parley.compare;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.evidence.Claim;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.report.words.Names;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.Wording;
import dev.parley.talks.Chronicle.Reading;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a coder has put down of one event, field by field.
 *
 * @param wording how the record is put into words
 * @param number which entry of the first record an entry is; empty where the first has none like it
 * @param called what the first record calls a source
 */
record Coding(
    Wording wording, Function<EntryId, Optional<EntryId>> number, Function<Source, String> called) {
  /** A quotation, which is passed over, or an entry's number. */
  private static final Pattern CITED = Pattern.compile("\"[^\"]*\"|\\[([1-9][0-9]{0,8})\\]");

  /** Returns the fields of an entry; one that is empty says nothing. */
  Map<String, String> fields(Reading reading) {
    Move move = reading.move();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", Names.words(move.act().kind()));
    fields.put("actor", move.by().isNamed() ? move.by().text() : "");
    fields.put("date", move.on().isUnknown() ? "" : move.on().toString());
    fields.put(
        "issues",
        move.act().issues().stream().map(IssueId::text).sorted().collect(Collectors.joining(" ")));
    fields.put("content", content(reading));
    fields.put("words", move.words());
    fields.put(
        "source", move.sources().stream().map(called).sorted().collect(Collectors.joining(" ")));
    fields.put("attribution", Names.words(wording.negotiation().attribution(reading)));
    fields.put("delegation", move.through().map(Object::toString).orElse(""));
    fields.put(
        "reason",
        move.becauseOf().stream()
            .sorted(Comparator.comparing(id -> number.apply(id).orElse(id)))
            .map(this::cited)
            .collect(Collectors.joining(", ")));
    move.codes().forEach((scheme, code) -> fields.put("code " + scheme, code));
    return fields;
  }

  /** Returns a field as people call what is in it. */
  String label(String field, String said) {
    return switch (field) {
      case "actor" -> names().party(ActorId.of(said));
      case "date" -> When.parse(said).describe();
      case "issues" ->
          Splitter.on(' ')
              .splitToStream(said)
              .map(id -> names().issue(IssueId.of(id)))
              .collect(Collectors.joining(", "));
      case "source" ->
          Splitter.on(' ')
              .omitEmptyStrings()
              .splitToStream(said)
              .map(id -> Optional.ofNullable(sources().get(id)).map(names()::source).orElse(id))
              .collect(Collectors.joining(", "));
      default -> PlainText.safe(said);
    };
  }

  private Names names() {
    return wording.names();
  }

  private ImmutableMap<String, Source> sources() {
    return names().sources();
  }

  /**
   * Returns what an entry says, apart from its words and sources, which are fields of their own.
   */
  private String content(Reading reading) {
    Optional<Claim> claim = reading.move().act().value(Shape.CLAIM);
    if (claim.isPresent()) {
      return "%s: %s%s"
          .formatted(
              Names.capital(PlainText.safe(claim.get().about())),
              PlainText.safe(claim.get().says().describe()),
              claim.get().concerning().map(c -> ", concerning " + c).orElse(""));
    }
    String deed = wording.deeds().of(reading.move().act(), reading.id());
    Matcher found = CITED.matcher(PlainText.readable(deed).replace('\u00a0', ' '));
    return found.replaceAll(
        cited ->
            Matcher.quoteReplacement(
                cited.group(1) == null
                    ? cited.group()
                    : cited(new EntryId(Integer.parseInt(cited.group(1))))));
  }

  /** Entries are numbered otherwise in another record: those of the first are the common ones. */
  private String cited(EntryId id) {
    return number.apply(id).map(EntryId::toString).orElse(id + " of the second record");
  }

  /** Returns who says so, whatever the records call them. */
  static String sources(Move move) {
    return move.sources().stream()
        .map(Coding::described)
        .sorted()
        .collect(Collectors.joining("; "));
  }

  /** Returns a source without what a record calls it. */
  static String described(Source source) {
    return source.describe(ActorId::text);
  }

  /** Returns the question that a claim answers; case and white space do not matter to it. */
  static Optional<String> question(Move move) {
    return move.act()
        .value(Shape.CLAIM)
        .map(c -> CharMatcher.whitespace().trimAndCollapseFrom(c.about(), ' '))
        .map(about -> about.toLowerCase(Locale.ROOT));
  }

  /** Returns whom a claim concerns. */
  static Optional<ActorId> concerning(Move move) {
    return move.act().value(Shape.CLAIM).flatMap(Claim::concerning);
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
}
