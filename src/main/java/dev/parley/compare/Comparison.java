package dev.parley.compare;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Party;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.report.tidy.DataPackage;
import dev.parley.report.words.TextLayout;
import dev.parley.report.words.Wording;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Chronicle.Reading;
import dev.parley.talks.Entry;
import dev.parley.talks.Negotiation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Two records of one negotiation, side by side: the entries that only one has, the fields that
 * differ in entries of one event, the rounds with their verdicts and steps, and how far the two
 * agree beyond chance. Coder A has 12 entries and B 11; 10 tell the same event; of these the date
 * differs in two.
 *
 * <p>It does not say who is right. Where the agendas differ, {@link #agendas} says how, and the
 * rest is compared all the same. Immutable.
 */
public final class Comparison {
  /**
   * How the agendas differ in a party or an issue.
   *
   * @param thing {@code party} or {@code issue}
   * @param id its identifier
   * @param one what the first record says of it; empty where it has no such thing
   * @param other what the second says
   */
  public record Unlike(String thing, String id, Optional<String> one, Optional<String> other) {
    @Override
    public String toString() {
      String what = thing + " (" + id + ")";
      if (one.isEmpty() || other.isEmpty()) {
        return what + " is in the " + (one.isPresent() ? "first" : "second") + " record only";
      }
      return "%s is %s in the first, %s in the second".formatted(what, one.get(), other.get());
    }
  }

  /**
   * A field in which two entries of one event differ.
   *
   * @param pair the entries
   * @param field which field, such as {@code date}
   * @param one what the first record says; empty where it says nothing
   * @param other what the second says, with entries by their numbers in the first
   * @param oneSource the identifiers of the sources of the first entry, with spaces between them
   * @param otherSource those of the second
   */
  public record Difference(
      Matching.Pair pair,
      String field,
      String one,
      String other,
      String oneSource,
      String otherSource) {}

  /**
   * Where a step is made.
   *
   * @param party who makes it
   * @param toward towards whom; empty where the issue is not known
   * @param issue on what; empty where nobody says
   */
  public record StepLine(ActorId party, Optional<ActorId> toward, Optional<IssueId> issue) {}

  /**
   * A round's verdict, or a step of it, in both records. Rounds that have the most events in common
   * stand side by side, whatever their numbers.
   *
   * @param round the number of the round in the first record; empty where it has no such round
   * @param otherRound its number in the second
   * @param line where the step is made; empty for the verdict
   * @param one what the first record comes to; empty where it comes to nothing
   * @param other what the second comes to
   */
  public record Measured(
      Optional<Integer> round,
      Optional<Integer> otherRound,
      Optional<StepLine> line,
      Optional<String> one,
      Optional<String> other) {}

  /**
   * How far the two agree on something.
   *
   * @param on on what: a field, the kinds of steps, the verdicts
   * @param units how many units both have rated
   * @param percent the share on which they agree, 0 to 1
   * @param kappa Cohen's kappa
   * @param metric how far apart two values are, for alpha
   * @param alpha Krippendorff's alpha
   * @param interval where alpha would lie for 95 of 100 other samples, by bootstrap
   */
  public record Statistic(
      String on,
      int units,
      OptionalDouble percent,
      OptionalDouble kappa,
      Reliability.Metric metric,
      OptionalDouble alpha,
      Optional<Reliability.Between> interval) {}

  private final Scenario one;
  private final Scenario other;
  private final Matching matching;
  private final boolean byHand;
  private final ImmutableMap<EntryId, Reading> ones;
  private final ImmutableMap<EntryId, Reading> others;
  private final Coding oneCoding;
  private final Coding otherCoding;

  private Comparison(Scenario one, Scenario other, Matching matching, boolean byHand) {
    matching.check(one.negotiation(), other.negotiation());
    this.one = one;
    this.other = other;
    this.matching = matching;
    this.byHand = byHand;
    ones = Maps.uniqueIndex(one.negotiation().chronicle().readings(), Reading::id);
    others = Maps.uniqueIndex(other.negotiation().chronicle().readings(), Reading::id);
    ImmutableMap<EntryId, EntryId> back =
        matching.pairs().stream()
            .collect(ImmutableMap.toImmutableMap(Matching.Pair::other, Matching.Pair::one));
    oneCoding =
        new Coding(
            Wording.of(one.negotiation(), one.sources().values()),
            id -> Optional.of(id),
            Source::id);
    Map<String, Source> sources = new LinkedHashMap<>(one.sources());
    sources.putAll(other.sources());
    otherCoding =
        new Coding(
            Wording.of(
                other.negotiation(),
                sources.values(),
                called(other.negotiation().agenda(), one.negotiation().agenda())),
            id -> Optional.ofNullable(back.get(id)),
            source -> called(source, one));
  }

  /** Calls a source that two records share as the first one does, and no other so. */
  private static String called(Source source, Scenario first) {
    String described = Coding.described(source);
    return first.sources().values().stream()
        .filter(same -> Coding.described(same).equals(described))
        .map(Source::id)
        .findFirst()
        .orElseGet(
            () ->
                first.sources().containsKey(source.id())
                    ? source.id() + "-of-the-second"
                    : source.id());
  }

  /**
   * Calls what two agendas share as the first one does: what things are called is no difference.
   */
  private static Agenda called(Agenda agenda, Agenda first) {
    return agenda
        .withPartyList(
            agenda.partyList().stream()
                .map(
                    p ->
                        first.actors().get(p.id()) instanceof Party same
                            ? p.withName(same.name())
                            : p)
                .toList())
        .withIssueList(
            agenda.issueList().stream()
                .map(i -> first.issue(i.id()).map(same -> i.withName(same.name())).orElse(i))
                .toList());
  }

  /**
   * {@return two records compared, their entries matched as {@link Matching#of} finds them}
   *
   * @param one the first coder's
   * @param other the second coder's
   */
  public static Comparison of(Scenario one, Scenario other) {
    return new Comparison(one, other, Matching.of(one.negotiation(), other.negotiation()), false);
  }

  /**
   * {@return two records compared, their entries matched by hand}
   *
   * @param one the first coder's
   * @param other the second coder's
   * @param matching which entries tell the same event
   * @throws IllegalArgumentException if a pair names an entry that tells no move
   */
  public static Comparison of(Scenario one, Scenario other, Matching matching) {
    return new Comparison(one, other, matching, true);
  }

  /** {@return the first coder's record} */
  public Scenario one() {
    return one;
  }

  /** {@return the second coder's record} */
  public Scenario other() {
    return other;
  }

  /** {@return which entries tell the same event} */
  public Matching matching() {
    return matching;
  }

  /** {@return whether the entries were matched by hand} */
  public boolean matchedByHand() {
    return byHand;
  }

  Coding coding(boolean first) {
    return first ? oneCoding : otherCoding;
  }

  /** Returns the reading of an entry of the first record. */
  Reading reading(EntryId one) {
    return Objects.requireNonNull(ones.get(one));
  }

  /** Returns the reading of an entry of the second record. */
  Reading otherReading(EntryId other) {
    return Objects.requireNonNull(others.get(other));
  }

  /** {@return how the agendas differ; none where they do not} */
  public ImmutableList<Unlike> agendas() {
    return Agendas.unlike(one.negotiation().agenda(), other.negotiation().agenda());
  }

  /** {@return the entries that only the first record has} */
  public ImmutableList<Entry> onlyInOne() {
    ImmutableSet<EntryId> matched =
        matching.pairs().stream().map(Matching.Pair::one).collect(ImmutableSet.toImmutableSet());
    return only(one.negotiation(), ones.keySet(), matched);
  }

  /** {@return the entries that only the second record has} */
  public ImmutableList<Entry> onlyInOther() {
    ImmutableSet<EntryId> matched =
        matching.pairs().stream().map(Matching.Pair::other).collect(ImmutableSet.toImmutableSet());
    return only(other.negotiation(), others.keySet(), matched);
  }

  private static ImmutableList<Entry> only(
      Negotiation negotiation, Set<EntryId> all, Set<EntryId> matched) {
    return all.stream()
        .filter(id -> !matched.contains(id))
        .flatMap(id -> negotiation.chronicle().entry(id).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return the fields that differ, pair by pair} */
  public ImmutableList<Difference> differences() {
    ImmutableList.Builder<Difference> differences = ImmutableList.builder();
    for (Matching.Pair pair : matching.pairs()) {
      Map<String, String> here = oneCoding.fields(reading(pair.one()));
      Map<String, String> there = otherCoding.fields(otherReading(pair.other()));
      Set<String> names = new LinkedHashSet<>(here.keySet());
      names.addAll(there.keySet());
      for (String field : names) {
        String said = here.getOrDefault(field, "");
        String saidThere = there.getOrDefault(field, "");
        if (!said.equals(saidThere)) {
          differences.add(
              new Difference(
                  pair,
                  field,
                  said,
                  saidThere,
                  here.getOrDefault("source", ""),
                  there.getOrDefault("source", "")));
        }
      }
    }
    return differences.build();
  }

  /** {@return the verdicts on the rounds of both records, and their steps, side by side} */
  public ImmutableList<Measured> measured() {
    return Measures.of(one.negotiation(), other.negotiation(), matching);
  }

  /**
   * {@return how far the two agree: on whether an event is told at all, on each field of the
   * matched entries, on the kinds of steps and on the verdicts; the ordered ones once more by their
   * order, figures of claims as figures}
   *
   * <p>Entries are matched on their kind and actor, so agreement on these means something only
   * where they were {@linkplain #matchedByHand matched by hand}, and is left out otherwise; that on
   * issues and dates is the higher for it. A field that one of the two leaves empty is a unit that
   * this coder has not rated. The free words of an entry are in no statistic. The bootstrap draws
   * 1,000 samples under the seed 16.
   */
  public ImmutableList<Statistic> statistics() {
    return Statistics.of(this);
  }

  /** {@return the comparison in plain text, in lines of at most 100 columns} */
  public String text() {
    return ComparisonText.of(this, TextLayout.WIDTH);
  }

  /**
   * {@return the comparison in plain text, section by section}
   *
   * @param columns the most columns of a line, from 60 to 200
   */
  public String text(int columns) {
    return ComparisonText.of(this, columns);
  }

  /**
   * {@return the comparison as tidy data: the tables {@code agendas}, {@code entries}, {@code
   * differences}, {@code rounds} and {@code agreement}, with their dictionary}
   */
  public DataPackage tables() {
    return ComparisonTables.of(this);
  }

  /** {@return the comparison as JSON} */
  public String json() {
    return ComparisonJson.DOCUMENT.of(this);
  }

  /** {@return the JSON Schema of {@link #json()}, draft 2020-12} */
  public static String schema() {
    return ComparisonJson.DOCUMENT.schema();
  }

  /** {@return the comparison as one page for a browser} */
  public String page() {
    return ComparisonPage.of(this);
  }

  /**
   * {@return the matching as a file to correct by hand, which {@link Matching#parse} reads: above
   * each pair a comment says what its entries tell, and at the end which entries have no pair}
   */
  public String pairs() {
    return ComparisonText.pairs(this);
  }

  /**
   * {@return one file with what both say where they agree, and every disagreement as a comment to
   * decide: the first record, with what the second says otherwise above each entry}
   *
   * <p>It reads as the first record until somebody decides. An entry that only the second has
   * stands in a comment at its place; its labels and sources are those of the second record.
   */
  public String merge() {
    return Merge.of(this);
  }
}
