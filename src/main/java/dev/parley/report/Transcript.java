package dev.parley.report;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.parley.analysis.prospect.Preference;
import dev.parley.evidence.Account;
import dev.parley.evidence.Claim;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.report.words.Contents;
import dev.parley.report.words.EntryWords;
import dev.parley.report.words.Mark;
import dev.parley.report.words.PlainText;
import dev.parley.report.words.TextLayout;
import dev.parley.scenario.Scenario;
import dev.parley.talks.AsKnown;
import dev.parley.talks.Chronicle;
import dev.parley.talks.Entry;
import dev.parley.talks.Finding;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Shape;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * A record as people read it: the {@linkplain Summary summary}, who negotiates about what, what was
 * done round by round and on whose word, where that leaves it, what is agreed and carried out, what
 * stands in the way of a deal and what would close it, and, where preferences are given, whether
 * that would be fair and would last; with what nobody has reported named as such.
 *
 * <pre>{@code
 * Transcript.of(negotiation).titled("Dock strike").until(LocalDate.of(2025, 1, 3)).text()
 * }</pre>
 *
 * <p>It is no judgement: allegations stand as allegations, beside the verdict as attested.
 *
 * <p>Laws: the same transcript gives the same text; no line is wider than 100 columns, or than it
 * is told to be (East Asian characters and emoji take two); nothing in a name or a quotation steers
 * a terminal. Immutable.
 */
@Immutable
public sealed interface Transcript extends WithTranscript permits ImmutableTranscript {
  /**
   * What a transcript is printed with: plain characters, or colour for a terminal. Colour is
   * sparing and says nothing that the words do not say: headings are bold, verdicts green or cyan,
   * what is alleged or denied is yellow.
   */
  enum Ink {
    /** Plain characters, for files and pipes. */
    PLAIN,
    /** ANSI escape codes, for a terminal that shows them. */
    COLOUR;

    private static final String RESET = "\u001b[0m";

    /** Puts this ink in the place of the marks. */
    String print(String marked) {
      String printed = marked.replace(String.valueOf(Mark.END), this == COLOUR ? RESET : "");
      for (Mark mark : Mark.values()) {
        printed = printed.replace(String.valueOf(mark.start()), this == COLOUR ? mark.ansi() : "");
      }
      return printed;
    }
  }

  /** The fewest columns that a transcript can be printed in. */
  int NARROWEST = 60;

  /** The most columns that a transcript can be printed in; longer lines are hard to read. */
  int WIDEST = 200;

  /** {@return the record} */
  Negotiation negotiation();

  /** {@return what it is called: the title; "Negotiation" unless given} */
  @Default
  default String title() {
    return "Negotiation";
  }

  /** {@return the day on which the record ends; empty when nobody gave one} */
  Optional<LocalDate> recordTo();

  /**
   * {@return the day on which somebody looks at the record, which decides how far ahead deadlines
   * are and for how long nobody has met, where it is another than the one on which the record ends}
   */
  Optional<LocalDate> lookedAt();

  /** {@return the record, standing as on the day at which it is observed} */
  @Check
  default Transcript standing() {
    return day()
        .map(negotiation()::on)
        .filter(standing -> !standing.equals(negotiation()))
        .<Transcript>map(((ImmutableTranscript) this)::withNegotiation)
        .orElse(this);
  }

  /**
   * {@return the day at which the negotiation is observed: the day on which it is looked at, or
   * else the record ends; empty when neither is given, and then nothing is observed}
   */
  default Optional<LocalDate> day() {
    return lookedAt().or(this::recordTo);
  }

  /** {@return the sources of the record, which are counted} */
  ImmutableList<Source> sources();

  /** {@return the accounts of the record, which are reconciled with the policy's tolerance} */
  ImmutableList<Account> accounts();

  /**
   * {@return what was found when the record was read: the findings by entry: laws that it breaks,
   * and remarks}
   */
  ImmutableListMultimap<EntryId, Finding> findings();

  /**
   * {@return what is said or assumed of what the parties prefer: the preferences, one for a party;
   * without any, packages are not weighed}
   */
  ImmutableList<Preference> preferences();

  /**
   * Starts a transcript.
   *
   * @param negotiation the record
   * @return the transcript, without title, day, accounts and findings
   */
  static Transcript of(Negotiation negotiation) {
    return new Builder().negotiation(negotiation).build();
  }

  /**
   * Starts the transcript of a scenario: all that the file says.
   *
   * @param scenario what was written down
   * @return the transcript, with the scenario's title, day, sources, accounts, preferences and
   *     findings
   */
  static Transcript of(Scenario scenario) {
    return new Builder()
        .negotiation(scenario.negotiation())
        .title(scenario.title())
        .recordTo(scenario.recordTo())
        .addAllSources(scenario.sources().values())
        .addAllAccounts(
            scenario.accounts().stream()
                .map(a -> a.asClaimed(claims(scenario.negotiation())))
                .toList())
        .addAllPreferences(scenario.preferences())
        .putAllFindings(scenario.findings())
        .build();
  }

  /**
   * Returns this transcript under a title.
   *
   * @param title the title
   * @return the transcript
   */
  default Transcript titled(String title) {
    return withTitle(title);
  }

  /**
   * Returns this transcript of a record that ends on a day.
   *
   * @param day the day on which the record ends
   * @return the transcript
   */
  default Transcript until(LocalDate day) {
    return withRecordTo(day);
  }

  /**
   * Returns this transcript looked at on a day; nothing later shows through.
   *
   * @param day another day than that on which the record ends
   * @return the transcript
   */
  default Transcript seenOn(LocalDate day) {
    boolean earlier =
        recordTo().filter(day::isBefore).isPresent()
            || negotiation().chronicle().entries().stream()
                .anyMatch(e -> e.on().certainlyAfter(day));
    return (earlier ? asKnownOn(day) : this).withLookedAt(day);
  }

  /**
   * Returns this transcript as it was known when an entry had just been made: without anything
   * told, corrected or denied later, and looked at on the last day by then. A figure of an account
   * that was given later, or nobody says when, is left out, and so is a preference on an issue that
   * was not on the agenda then.
   *
   * @param entry the number of an entry
   * @return the transcript then
   * @throws IllegalArgumentException if there is no such entry
   */
  default Transcript asKnownAt(EntryId entry) {
    Negotiation then = negotiation().asKnownAt(entry);
    Optional<LocalDate> end = // no entry was made after what came after it
        negotiation().chronicle().entries().stream()
            .filter(e -> e.id().compareTo(entry) > 0)
            .flatMap(e -> e.on().latest().stream())
            .min(Comparator.naturalOrder())
            .filter(next -> recordTo().filter(next::isAfter).isEmpty())
            .or(this::recordTo);
    Optional<LocalDate> day =
        then.chronicle().entries().stream()
            .flatMap(e -> e.on().latest().stream())
            .max(Comparator.naturalOrder())
            .map(last -> end.filter(last::isAfter).orElse(last));
    return asOf(then, day)
        .withTitle(title() + ", as known at " + entry)
        .withFindings(findings().isEmpty() ? findings() : then.findings());
  }

  /**
   * Returns this transcript as it was known on a day: without what is dated later, as {@link
   * AsKnown} says it.
   *
   * @param day the day
   * @return the transcript then
   */
  default Transcript asKnownOn(LocalDate day) {
    AsKnown known = AsKnown.on(negotiation(), day);
    return asOf(known.negotiation(), Optional.of(day))
        .withRecordTo(recordTo().filter(day::isAfter).or(() -> Optional.of(day)))
        .withLookedAt(day)
        .withTitle(title() + ", as known on " + When.on(day).describe())
        .withFindings(findings().isEmpty() ? findings() : known.findings());
  }

  /**
   * {@return this transcript before anything was told: the negotiation at its beginning, looked at
   * on no day}
   */
  default Transcript atTheBeginning() {
    return asOf(negotiation().atTheBeginning(), Optional.empty())
        .withTitle(title() + ", at the beginning")
        .withFindings(ImmutableListMultimap.of());
  }

  private ImmutableTranscript asOf(Negotiation then, Optional<LocalDate> day) {
    Map<String, Optional<When>> published =
        sources().stream().collect(toImmutableMap(Source::id, Source::on, (one, other) -> one));
    Map<EntryId, Claim> claims = claims(then);
    List<Account> known =
        accounts().stream()
            .map(account -> account.asClaimed(claims))
            .flatMap(
                account ->
                    day
                        .flatMap(
                            d ->
                                account.knownOn(
                                    d,
                                    id -> published.getOrDefault(id, Optional.empty()),
                                    claims::containsKey))
                        .stream())
            .toList();
    List<Preference> stated = preferences().stream().filter(p -> p.fits(then.agenda())).toList();
    return ((ImmutableTranscript) this)
        .withNegotiation(then)
        .withRecordTo(day)
        .withSources(cited(then, known, stated))
        .withAccounts(known)
        .withPreferences(stated);
  }

  /** The sources that were heard of then. */
  private List<Source> cited(
      Negotiation then, List<Account> accounts, List<Preference> preferences) {
    Set<String> cited = new HashSet<>();
    for (Entry entry : then.chronicle().entries()) {
      EntryWords.sources(entry).forEach(source -> cited.add(source.id()));
      entry
          .tells()
          .ifPresent(
              move -> {
                move.sources().forEach(source -> cited.add(source.id()));
                move.act().value(Shape.CLAIM).ifPresent(c -> cited.add(c.source().id()));
              });
    }
    accounts.forEach(account -> cited.addAll(account.sources().values()));
    preferences.forEach(preference -> cited.add(preference.source().id()));
    return sources().stream().filter(source -> cited.contains(source.id())).toList();
  }

  private static Map<EntryId, Claim> claims(Negotiation negotiation) {
    Map<EntryId, Claim> claims = new HashMap<>();
    for (Chronicle.Reading reading : negotiation.chronicle().readings()) {
      if (reading.denied()) {
        continue; // who made the claim says that it did not
      }
      reading.move().act().value(Shape.CLAIM).ifPresent(c -> claims.put(reading.id(), c));
    }
    return claims;
  }

  /**
   * {@return the transcript in plain characters: lines of at most 100 columns, each ended by a line
   * feed}
   */
  default String text() {
    return text(Ink.PLAIN);
  }

  /**
   * Returns the transcript.
   *
   * @param ink plain, or colour for a terminal
   * @return lines of at most 100 columns, each ended by a line feed
   */
  default String text(Ink ink) {
    return text(ink, TextLayout.WIDTH);
  }

  /**
   * Returns the transcript for a terminal of a width.
   *
   * @param ink plain, or colour for a terminal
   * @param columns the most columns of a line, from {@value #NARROWEST} to {@value #WIDEST}
   * @return lines of at most so many columns, each ended by a line feed
   */
  default String text(Ink ink, int columns) {
    if (columns < NARROWEST || columns > WIDEST) {
      throw new IllegalArgumentException(
          "columns (%s) must be from %s to %s".formatted(columns, NARROWEST, WIDEST));
    }
    TextLayout page = new TextLayout(columns);
    Contents contents = contents();
    page.ends(
        Mark.HEADING.on(PlainText.safe(title())), contents.extent(recordTo(), sources().size()));
    page.blank();
    SummaryWriter.write(contents)
        .sentences()
        .forEach(s -> page.paragraph(TextLayout.INDENT, 0, s.text()));
    contents.agenda().print(page);
    Rounds.print(contents.wording(), page);
    contents.sections().forEach(section -> section.print(page));
    return ink.print(page.text());
  }

  private Contents contents() {
    return Contents.of(
        negotiation(),
        sources(),
        day(),
        new Contents.Beside(accounts(), findings(), preferences()));
  }

  /**
   * {@return where the talks stand: the summary, with which the transcript, the page and Markdown
   * begin}
   */
  default Summary summary() {
    return SummaryWriter.write(contents());
  }

  /** {@return an empty builder; the negotiation must be set} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a transcript. */
  final class Builder extends ImmutableTranscript.Builder {
    Builder() {}
  }
}
