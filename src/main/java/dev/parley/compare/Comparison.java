package dev.parley.compare;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Party;
import dev.parley.compare.Ratings.Pair;
import dev.parley.evidence.EntryId;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.Step;
import dev.parley.report.words.Wording;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Chronicle.Reading;
import dev.parley.talks.Entry;
import dev.parley.talks.Negotiation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
  private static final int SAMPLES = 1_000;
  private static final long SEED = 16;
  private static final ImmutableList<String> STEP_ORDER =
      ImmutableList.of("hardened", "held", "conceded");
  private static final ImmutableList<String> VERDICT_ORDER =
      ImmutableList.of("regressed", "held", "mixed", "moved");

  /**
   * A field in which two entries of one event differ.
   *
   * @param pair the entries
   * @param field which field, such as {@code date}
   * @param one what the first record says; empty where it says nothing
   * @param other what the second says
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
   * A round's verdict, or a step of it, in both records.
   *
   * @param round the number of the round
   * @param what {@code verdict}, or the line: party, counterpart and issue
   * @param one what the first record comes to; empty where it comes to nothing
   * @param other what the second comes to
   */
  public record Measured(int round, String what, Optional<String> one, Optional<String> other) {}

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
  private final Map<EntryId, Reading> ones = new LinkedHashMap<>();
  private final Map<EntryId, Reading> others = new LinkedHashMap<>();
  private final Wording oneWords;
  private final Wording otherWords;

  private Comparison(Scenario one, Scenario other, Matching matching) {
    matching.check(one.negotiation(), other.negotiation());
    this.one = one;
    this.other = other;
    this.matching = matching;
    one.negotiation().chronicle().readings().forEach(r -> ones.put(r.id(), r));
    other.negotiation().chronicle().readings().forEach(r -> others.put(r.id(), r));
    oneWords = Wording.of(one.negotiation(), one.sources().values());
    otherWords = Wording.of(other.negotiation(), other.sources().values());
  }

  /**
   * {@return two records compared, their entries matched as {@link Matching#of} finds them}
   *
   * @param one the first coder's
   * @param other the second coder's
   */
  public static Comparison of(Scenario one, Scenario other) {
    return of(one, other, Matching.of(one.negotiation(), other.negotiation()));
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
    return new Comparison(one, other, matching);
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

  /** {@return how the agendas differ, a sentence for each difference; none where they do not} */
  public ImmutableList<String> agendas() {
    Agenda here = one.negotiation().agenda();
    Agenda there = other.negotiation().agenda();
    ImmutableList.Builder<String> differences = ImmutableList.builder();
    Map<String, String> hereParties = new LinkedHashMap<>();
    Map<String, String> thereParties = new LinkedHashMap<>();
    for (Party party : here.partyList()) {
      hereParties.put("party (" + party.id() + ")", party.roles().toString());
    }
    for (Party party : there.partyList()) {
      thereParties.put("party (" + party.id() + ")", party.roles().toString());
    }
    differences.addAll(differing(hereParties, thereParties));
    differences.addAll(differing(issues(here), issues(there)));
    return differences.build();
  }

  private static Map<String, String> issues(Agenda agenda) {
    Map<String, String> issues = new LinkedHashMap<>();
    for (Issue issue : agenda.issueList()) {
      issues.put("issue (" + issue.id() + ")", issue.scale().describe());
    }
    return issues;
  }

  private static List<String> differing(Map<String, String> here, Map<String, String> there) {
    List<String> differences = new ArrayList<>();
    here.forEach(
        (what, says) -> {
          if (!there.containsKey(what)) {
            differences.add(what + " is in the first record only");
          } else if (!Objects.equals(says, there.get(what))) {
            differences.add(
                "%s is %s in the first, %s in the second".formatted(what, says, there.get(what)));
          }
        });
    there.keySet().stream()
        .filter(what -> !here.containsKey(what))
        .forEach(what -> differences.add(what + " is in the second record only"));
    return differences;
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
      Map<String, String> here = fields(pair.one(), true);
      Map<String, String> there = fields(pair.other(), false);
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

  private Map<String, String> fields(EntryId entry, boolean first) {
    return Coding.fields(
        Objects.requireNonNull((first ? ones : others).get(entry)), first ? oneWords : otherWords);
  }

  /** {@return the verdicts on the rounds of both records, and their steps, side by side} */
  public ImmutableList<Measured> measured() {
    ImmutableList.Builder<Measured> measured = ImmutableList.builder();
    int rounds = Math.max(one.negotiation().closedRounds(), other.negotiation().closedRounds());
    for (int round = 1; round <= rounds; round++) {
      Map<String, String> here = measured(one.negotiation(), round);
      Map<String, String> there = measured(other.negotiation(), round);
      Set<String> all = new LinkedHashSet<>(here.keySet());
      all.addAll(there.keySet());
      for (String what : all) {
        measured.add(
            new Measured(
                round,
                what,
                Optional.ofNullable(here.get(what)),
                Optional.ofNullable(there.get(what))));
      }
    }
    return measured.build();
  }

  private static Map<String, String> measured(Negotiation negotiation, int round) {
    if (round > negotiation.closedRounds()) {
      return ImmutableMap.of();
    }
    RoundVerdict verdict = negotiation.round(round);
    Map<String, String> all = new LinkedHashMap<>();
    all.put("verdict", Coding.lower(verdict.progress()));
    for (Step step : verdict.steps()) {
      String line =
          "%s%s on %s"
              .formatted(
                  step.party(),
                  step.toward().map(t -> " towards " + t).orElse(""),
                  step.issue().map(IssueId::text).orElse("an unknown issue"));
      all.merge(line, Coding.lower(step.kind()), (a, b) -> a + ", " + b);
    }
    return ImmutableMap.copyOf(all);
  }

  /**
   * {@return how far the two agree: on each field of the matched entries, on the kinds of steps and
   * on the verdicts; the ordered ones once more by their order, figures of claims as figures}
   *
   * <p>An entry that only one has is a unit that the other has not rated: it counts in no
   * statistic. The bootstrap draws 1,000 samples under the seed 16.
   */
  public ImmutableList<Statistic> statistics() {
    Map<String, List<Pair>> byField = new LinkedHashMap<>();
    for (Matching.Pair pair : matching.pairs()) {
      Map<String, String> here = fields(pair.one(), true);
      Map<String, String> there = fields(pair.other(), false);
      Set<String> names = new LinkedHashSet<>(here.keySet());
      names.addAll(there.keySet());
      for (String field : names) {
        byField
            .computeIfAbsent(field, f -> new ArrayList<>())
            .add(new Pair(said(here, field), said(there, field)));
      }
    }
    List<Pair> steps = new ArrayList<>();
    List<Pair> verdicts = new ArrayList<>();
    for (Measured each : measured()) {
      (each.what().equals("verdict") ? verdicts : steps).add(new Pair(each.one(), each.other()));
    }
    ImmutableList.Builder<Statistic> statistics = ImmutableList.builder();
    byField.forEach(
        (field, pairs) ->
            statistics.add(statistic(field, Ratings.nominal(pairs), Reliability.Metric.NOMINAL)));
    statistics.add(figures());
    statistics.add(statistic("kind of step", Ratings.nominal(steps), Reliability.Metric.NOMINAL));
    statistics.add(
        statistic(
            "hardened < held < conceded",
            Ratings.ordinal(steps, STEP_ORDER),
            Reliability.Metric.ORDINAL));
    statistics.add(statistic("verdict", Ratings.nominal(verdicts), Reliability.Metric.NOMINAL));
    statistics.add(
        statistic(
            "regressed < held < mixed < moved",
            Ratings.ordinal(verdicts, VERDICT_ORDER),
            Reliability.Metric.ORDINAL));
    return statistics.build().stream()
        .filter(s -> s.units() > 0)
        .collect(ImmutableList.toImmutableList());
  }

  private Statistic figures() {
    List<OptionalDouble> here = new ArrayList<>();
    List<OptionalDouble> there = new ArrayList<>();
    for (Matching.Pair pair : matching.pairs()) {
      here.add(Coding.figure(Objects.requireNonNull(ones.get(pair.one())).move()));
      there.add(Coding.figure(Objects.requireNonNull(others.get(pair.other())).move()));
    }
    return statistic("figure claimed", Ratings.byCoder(here, there), Reliability.Metric.INTERVAL);
  }

  private static Optional<String> said(Map<String, String> fields, String field) {
    return Optional.ofNullable(fields.get(field)).filter(text -> !text.isEmpty());
  }

  private static Statistic statistic(String on, Ratings ratings, Reliability.Metric metric) {
    int both =
        (int)
            ratings.units().stream()
                .filter(unit -> unit.stream().allMatch(OptionalDouble::isPresent))
                .count();
    return new Statistic(
        on,
        both,
        Reliability.percentAgreement(ratings),
        metric == Reliability.Metric.NOMINAL ? Reliability.kappa(ratings) : OptionalDouble.empty(),
        metric,
        Reliability.alpha(ratings, metric),
        Reliability.bootstrap(ratings, metric, SAMPLES, SEED));
  }

  /** {@return the comparison in plain text, section by section} */
  public String text() {
    return new ComparisonText(this, oneWords, otherWords).text();
  }

  /** {@return the comparison as rows: every difference, every measure and every statistic} */
  public String csv() {
    return ComparisonTables.csv(this);
  }

  /** {@return the comparison as JSON} */
  public String json() {
    return ComparisonTables.json(this);
  }

  /**
   * {@return one file with what both say where they agree, and every disagreement as a comment to
   * decide: the first record, with what the second says otherwise above each entry}
   */
  public String merge() {
    return Merge.of(this);
  }
}
