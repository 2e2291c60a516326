package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.BargainingPower;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.OutcomeSpace;
import dev.parley.analysis.bargaining.Profile.ReservationPoint;
import dev.parley.analysis.bargaining.TimeCost;
import dev.parley.analysis.prospect.Preference;
import dev.parley.analysis.prospect.Preference.Basis;
import dev.parley.analysis.prospect.Preference.Weighing;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.Source;
import dev.parley.json.Json;
import dev.parley.report.Transcript;
import dev.parley.scenario.ScenarioException.Problem;
import dev.parley.talks.Negotiation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

/** What parties prefer stands in the file, on the word of a source that says or assumes it. */
class PreferenceScenarios {
  private static final String HEAD =
      """
      parley: 1
      title: A wage round
      parties:
        union: {name: Union, role: principal}
        employer: {name: Employer, role: principal}
        board: {name: Board, role: mediator}
      issues:
        rise: {from: 0, to: 4, unit: percent}
        shifts: {levels: [none, some, all]}
        extras: {items: [meals, travel]}
      sources:
        union-says: {statement of: union}
        desk: {document: estimates of the desk}
      """;

  /** The line on which a test's preferences begin. */
  private static final int FIRST = HEAD.lines().toList().size() + 1;

  private static final String RECORD =
      """
      record:
        - {board opens round}
        - {union demands of: employer, rise: at least 3, shifts: none}
        - {employer demands of: union, rise: at most 1, shifts: some or all}
      """;

  private static final String UNION =
      """
        union:
          said by: union-says
          weighs:
            rise: {weight: 6, worth: 0 to 1}
            shifts: {weight: 1/3, worth: {none: 1, some: 0.5, all: 0}}
            extras: {weight: 0.5, worth: {nothing: 0, meals: 0.4, travel: 0.6, "travel, meals": 1}}
          reservation: {rise: 1, shifts: some, extras: [meals]}
      """;

  private static Scenario read(String preferences) {
    return Scenario.parse("x.yaml", HEAD + "preferences:\n" + preferences + RECORD);
  }

  private static List<String> problems(String preferences) {
    try {
      read(preferences);
      return List.of();
    } catch (ScenarioException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  @Example
  void a_preference_is_read_with_its_source_and_written_back() {
    Scenario scenario =
        read(
            UNION
                + """
                  employer:
                    assumed by: desk
                    weighs: {rise: {weight: 2, worth: 1 to 0}, shifts: {weight: 1, worth: 0 to 1}}
                    reservation: 1.25
                """);
    Preference union = scenario.preferences().get(0);
    assertThat(union)
        .isEqualTo(
            Preference.saidBy(scenario.sources().get("union-says"), "union")
                .weigh("rise", "6", Evaluation.linear("0", "1"))
                .weigh(
                    "shifts",
                    "1/3",
                    Evaluation.table().value("none", "1").value("some", "0.5").value("all", "0"))
                .weigh(
                    "extras",
                    "0.5",
                    Evaluation.table()
                        .value("nothing", "0")
                        .value("meals", "0.4")
                        .value("travel", "0.6")
                        .value("meals, travel", "1"))
                .reservation(
                    Terms.on(scenario.negotiation().agenda())
                        .set("rise", 1)
                        .set("shifts", "some")
                        .set("extras", "meals")
                        .build())
                .build());
    Agenda agenda = scenario.negotiation().agenda();
    assertThat(union.attribution(agenda)).hasValue(Attribution.ATTESTED);
    assertThat(union.reservedUtility(agenda)).hasValue(Fraction.parse("28/15"));
    Preference employer = scenario.preferences().get(1);
    assertThat(employer.basis()).isEqualTo(Basis.ASSUMED);
    assertThat(employer.attribution(agenda)).isEmpty();
    assertThat(employer.source().id()).isEqualTo("desk");
    String written = scenario.write();
    assertThat(Scenario.parse("y.yaml", written)).isEqualTo(scenario);
    assertThat(Scenario.parse("y.yaml", written).write()).isEqualTo(written);
    assertThat(written)
        .contains("said by: union-says", "worth: 0 to 1", "\"meals, travel\": 1", "1/3");
  }

  @Example
  void nothing_prints_what_a_party_has_without_an_agreement() {
    Scenario scenario =
        read(
            UNION.replace(
                "reservation: {rise: 1, shifts: some, extras: [meals]}", "reservation: 1.9375"));
    Transcript transcript =
        Transcript.of(scenario.negotiation()).withPreferences(scenario.preferences());
    assertThat(transcript.text()).contains("WOULD IT BE FAIR").doesNotContain("1.9375");
    assertThat(Json.of(transcript)).contains("\"weighings\"").doesNotContain("1.9375");
    assertThat(scenario.preferences().get(0).toString()).doesNotContain("1.9375");
  }

  @Example
  void a_misspelt_name_is_refused_with_the_nearest_one() {
    assertThat(
            problems(
                """
                  unoin: {assumed by: desk, weighs: {rise: {weight: 1, worth: 0 to 1}}}
                  board: {assumed by: desk, weighs: {rise: {weight: 1, worth: 0 to 1}}}
                  union: {assumed by: dsek, weighs: {rize: {weight: 1, worth: 0 to 1}}}
                  employer: {asumed by: desk, weighs: {rise: {wieght: 1, worth: 0 to 1}}}
                """))
        .containsExactly(
            at(1, 3)
                + " preferences.unoin: principal (unoin) is unknown: did you mean (union)?"
                + " known here: union, employer",
            at(2, 3)
                + " preferences.board: principal (board) is unknown: known here: union,"
                + " employer",
            at(3, 23)
                + " preferences.union[assumed by]: source (dsek) is unknown: did you mean"
                + " (desk)? known here: union-says, desk",
            at(3, 38)
                + " preferences.union.weighs.rize: issue (rize) is unknown: did you mean"
                + " (rise)? known here: rise, shifts, extras",
            at(4, 13)
                + " preferences.employer: a preference needs the source that it is (said by),"
                + " or (assumed by)",
            at(4, 14)
                + " preferences.employer[asumed by]: unknown key (asumed by): did you mean"
                + " (assumed by)? known here: said by, assumed by, weighs, reservation, power,"
                + " discount, breakdown",
            at(4, 46) + " preferences.employer.weighs.rise: key (weight) is missing",
            at(4, 47)
                + " preferences.employer.weighs.rise.wieght: unknown key (wieght): did you"
                + " mean (weight)? known here: weight, worth");
  }

  private static String at(int line, int column) {
    return "x.yaml:" + (FIRST + line) + ":" + column;
  }

  @Example
  void a_weight_that_is_no_number_or_below_zero_is_refused_where_it_stands() {
    assertThat(
            problems(
                """
                  union:
                    assumed by: desk
                    weighs:
                      rise: {weight: -1, worth: 0 to 1}
                      shifts: {weight: NaN, worth: 0 to 1}
                      extras: {worth: {nothing: 0, meals: much, travel: 1, "meals, travel": 1}}
                """))
        .containsExactly(
            at(4, 22)
                + " preferences.union.weighs.rise.weight: weight (-1) must not be below zero."
                + " Where less is better, let the worth fall",
            at(5, 24)
                + " preferences.union.weighs.shifts.weight: (NaN) is not a number: write a"
                + " decimal such as 0.25 or a fraction such as 1/4",
            at(6, 15) + " preferences.union.weighs.extras: key (weight) is missing",
            at(6, 43)
                + " preferences.union.weighs.extras.worth.meals: (much) is not a number:"
                + " write a decimal such as 0.25 or a fraction such as 1/4");
  }

  @Example
  void a_worth_that_leaves_a_value_open_or_names_another_is_refused() {
    assertThat(
            problems(
                """
                  union:
                    assumed by: desk
                    weighs:
                      rise: {weight: 1, worth: {0: 0, 1: 0.5, 2: 1, 3: 1, 5: 1}}
                      shifts: {weight: 1, worth: {none: 0, some: 1}}
                      extras: {weight: 1, worth: 0 to 1}
                  employer:
                    assumed by: desk
                    weighs:
                      rise: {weight: 1, worth: {0: 0, 1: 0.5, 1.0: 0.6, 2: 1, 3: 1, 4: 1}}
                      shifts: {weight: 1, worth: falling}
                """))
        .containsExactly(
            at(4, 59)
                + " preferences.union.weighs.rise.worth.5: 5 percent is above the scale's"
                + " most (4)",
            at(5, 34)
                + " preferences.union.weighs.shifts.worth: issue (shifts) has no evaluation"
                + " for (all): 2 of its 3 values have one. Say how good each is, 0 if it is worth"
                + " nothing",
            at(6, 34)
                + " preferences.union.weighs.extras.worth: issue (extras) has no least and"
                + " most value (any of meals, travel): evaluate it value by value, with a table",
            at(10, 47)
                + " preferences.employer.weighs.rise.worth[1.0]: value (1) is evaluated"
                + " twice: as (0.5) and as (0.6). Leave one of them out",
            at(11, 34)
                + " preferences.employer.weighs.shifts.worth: (falling) is no worth; a"
                + " worth, such as (0 to 1), from the scale's least value to its most, or {truce:"
                + " 0.5}, was expected");
  }

  @Example
  void whose_word_it_is_must_be_told_once_and_nobody_assumes_its_own() {
    assertThat(
            problems(
                """
                  union: {said by: union-says, assumed by: desk, weighs: {rise: {weight: 1, worth: 0 to 1}}}
                  employer: {weighs: {rise: {weight: 1, worth: 1 to 0}}}
                """))
        .containsExactly(
            at(1, 10)
                + " preferences.union: a preference is either (said by) a source or (assumed"
                + " by) one: keep one of them",
            at(2, 13)
                + " preferences.employer: a preference needs the source that it is (said"
                + " by), or (assumed by)");
    assertThat(
            problems(
                """
                  union: {assumed by: union-says, weighs: {rise: {weight: 1, worth: 0 to 1}}}
                  employer: {assumed by: desk, weighs: {}}
                """))
        .containsExactly(
            at(1, 10)
                + " preferences.union: preference of (union) is assumed by (union-says), who"
                + " speaks for it: what a party says of itself is said, not assumed",
            at(2, 13)
                + " preferences.employer: preference of (employer) weighs no issue: say how"
                + " much one counts, or leave it out");
  }

  @Example
  void a_reservation_is_a_number_or_a_whole_outcome() {
    String weighs =
        "weighs: {rise: {weight: 1, worth: 0 to 1}, shifts: {weight: 1, worth: 0 to 1}}";
    assertThat(
            problems(
                """
                  union: {assumed by: desk, reservation: {rise: 2}, %s}
                  employer: {assumed by: desk, reservation: much, %s}
                """
                    .formatted(weighs, weighs)))
        .containsExactly(
            at(1, 10)
                + " preferences.union: reservation of (union) leaves (shifts) open: give a"
                + " value on every issue that it weighs, or a number",
            at(2, 45)
                + " preferences.employer.reservation: (much) is not a number: write a decimal"
                + " such as 0.25 or a fraction such as 1/4");
    assertThat(
            problems(
                """
                  union: {assumed by: desk, reservation: {rise: 9, shfts: some}, %s}
                  employer: {assumed by: desk, reservation: {rise: 2, shifts: some, extras: [meals]}, %s}
                """
                    .formatted(weighs, weighs)))
        .containsExactly(
            at(1, 49)
                + " preferences.union.reservation.rise: 9 percent is above the scale's most"
                + " (4)",
            at(1, 52)
                + " preferences.union.reservation.shfts: unknown key (shfts): did you mean"
                + " (shifts)? known here: issues, rise, shifts, extras",
            at(2, 13)
                + " preferences.employer: reservation of (employer) has a value on (extras),"
                + " which it does not weigh. Issues: [rise, shifts]");
  }

  @Example
  void power_and_the_cost_of_time_are_read_and_written_and_have_their_ranges() {
    String beside = "    power: 0.667\n    discount: 0.9\n    breakdown: 1/8\n";
    Scenario scenario = read(UNION + beside);
    Preference union = scenario.preferences().get(0);
    assertThat(union.power()).hasValue(BargainingPower.of("0.667"));
    assertThat(union.timeCost()).hasValue(TimeCost.of("0.9", "1/8"));
    assertThat(scenario.write()).contains("power: 0.667", "discount: 0.9", "breakdown: 0.125");
    assertThat(Scenario.parse("y.yaml", scenario.write())).isEqualTo(scenario);
    assertThat(read(UNION + "    breakdown: 0.1\n").preferences().get(0).timeCost())
        .hasValue(TimeCost.of("1", "0.1"));
    assertThat(Transcript.of(scenario).text().replaceAll("\\s+", " "))
        .contains(
            "bargaining power 0.667; a gain of 1 a round later is worth 0.9 now; the chance that"
                + " the talks end after a round is 0.125");
    assertThat(problems(UNION + "    power: 1/3\n    discount: 1.5\n    breakdown: often\n"))
        .containsExactly(
            at(8, 12)
                + " preferences.union.power: bargaining power (1/3) must be above 0 and at most"
                + " 100, with three decimal places at most. Only the ratio counts: write 1 and 2"
                + " for 1/3 and 2/3",
            at(10, 16)
                + " preferences.union.breakdown: (often) is not a number: write a decimal such as"
                + " 0.25 or a fraction such as 1/4");
    assertThat(problems(UNION + "    discount: 0\n"))
        .containsExactly(
            at(8, 15)
                + " preferences.union.discount: discount (0) must be above 0 and at most 1: it is"
                + " what a gain of 1 is worth a round later");
    assertThat(problems(UNION + "    breakdown: 1\n"))
        .containsExactly(
            at(8, 16)
                + " preferences.union.breakdown: breakdown (1) must be 0 or more and below 1: it is"
                + " the chance that the talks end after a round");
  }

  @Example
  void a_preference_on_an_issue_that_the_record_adds_is_read_after_it() {
    String later =
        HEAD
            + """
            preferences:
              union: {assumed by: desk, weighs: {site: {weight: 1, worth: {here: 1, there: 0}}}}
            record:
              - {board adds issue: site, options: [here, there]}
              - {union demands of: employer, site: here}
              - {employer demands of: union, site: there}
            """;
    Scenario scenario = Scenario.parse("x.yaml", later);
    assertThat(Scenario.parse("y.yaml", scenario.write())).isEqualTo(scenario);
    Transcript transcript =
        Transcript.of(scenario.negotiation()).withPreferences(scenario.preferences());
    assertThat(transcript.text()).contains("what Employer prefers");
    assertThat(
            transcript
                .withPreferences(
                    ImmutableList.of(
                        scenario
                            .preferences()
                            .get(0)
                            .withWeighings(read(UNION).preferences().get(0).weighings())))
                .preferences())
        .hasSize(1);
  }

  @Example
  void a_scenario_refuses_what_a_file_could_not_say() {
    Scenario scenario = read(UNION);
    Preference union = scenario.preferences().get(0);
    assertThatThrownBy(() -> scenario.withPreferences(union, union))
        .hasMessage("preference of (union) appears twice: keep one");
    assertThatThrownBy(
            () -> scenario.withPreferences(union.withParty(dev.parley.agenda.ActorId.of("board"))))
        .hasMessage(
            "preference of (board): only who is a principal at the end has one. Principals: [union,"
                + " employer]");
    assertThat(
            scenario
                .withPreferences(
                    union.withSource(Source.report("press", "The Press")).withBasis(Basis.SAID))
                .sources())
        .containsKey("press");
  }

  @Provide
  static Arbitrary<Scenario> preferring() {
    RandomGenerator<Scenario> scenarios = ScenarioLaws.scenarios().generator(1000);
    return Arbitraries.randomValue(
        random -> {
          Scenario plain = scenarios.next(random).value();
          Negotiation talks = plain.negotiation();
          List<Preference> all = new ArrayList<>();
          for (var party : talks.agenda().principals()) {
            if (random.nextInt(4) > 0) {
              all.add(preference(talks.agenda(), party.text(), random));
            }
          }
          return plain.withPreferences(all);
        });
  }

  private static Preference preference(Agenda agenda, String party, java.util.Random random) {
    Preference.Builder preference =
        Preference.assumedBy(Source.document("desk-of-" + party, "Desk: #1"), party);
    List<Issue> weighed =
        agenda.issueList().stream()
            .filter(
                i ->
                    OutcomeSpace.of(List.of(i)).size().compareTo(BigInteger.valueOf(64)) < 0
                        || i.scale() instanceof Scale.Quantity)
            .filter(i -> random.nextInt(4) > 0)
            .toList();
    if (weighed.isEmpty()) {
      weighed = List.of(agenda.issueList().get(0));
    }
    for (Issue issue : weighed) {
      preference.putWeighing(issue.id(), new Weighing(fraction(random), worth(issue, random)));
    }
    switch (random.nextInt(3)) {
      case 0 -> preference.reservation(ReservationPoint.of(fraction(random)));
      case 1 ->
          preference.reservation(
              OutcomeSpace.of(weighed)
                  .outcome(new BigInteger(62, random).mod(OutcomeSpace.of(weighed).size())));
      default -> {}
    }
    int beside = preference.build().weighings().hashCode() & 0xFFFF;
    if (beside % 3 == 0) {
      preference.power(new BargainingPower(Fraction.of(1 + beside % 5_000, 1_000)));
    }
    if (beside % 4 > 1) {
      preference.timeCost(
          new TimeCost(Fraction.of(1 + beside % 12, 12), Fraction.of(beside % 5, 5)));
    }
    return preference.build();
  }

  private static Fraction fraction(java.util.Random random) {
    return Fraction.of(random.nextInt(50), 1 + random.nextInt(12));
  }

  private static Evaluation worth(Issue issue, java.util.Random random) {
    boolean ordered =
        issue.scale() instanceof Scale.Levels || issue.scale() instanceof Scale.Quantity;
    OutcomeSpace values = OutcomeSpace.of(List.of(issue));
    if (ordered && (random.nextBoolean() || values.size().bitLength() > 6)) {
      return new Evaluation.Linear(fraction(random), fraction(random));
    }
    Evaluation.Table table = Evaluation.table();
    for (int v = 0; v < values.size().intValueExact(); v++) {
      table =
          table.value(values.outcome(v).on(issue.id()).orElseThrow().toString(), fraction(random));
    }
    return table;
  }

  @Tag("slow")
  @Property(tries = 150)
  void what_parties_prefer_reads_back_equal(@ForAll("preferring") Scenario scenario) {
    String text = scenario.write();
    Scenario read = Scenario.parse("written.yaml", text);
    assertThat(read).isEqualTo(scenario);
    assertThat(read.write()).isEqualTo(text);
    assertThat(SchemaTest.errors(text)).isEmpty();
    Statistics.label("outcome")
        .collect(
            scenario.preferences().stream()
                .anyMatch(
                    p ->
                        p.reservation()
                            .filter(ReservationPoint.Outcome.class::isInstance)
                            .isPresent()))
        .coverage(c -> c.check(true).percentage(p -> p > 10));
    Statistics.label("table")
        .collect(
            scenario.preferences().stream()
                .flatMap(p -> p.weighings().values().stream())
                .anyMatch(w -> w.worth() instanceof Evaluation.Table))
        .coverage(c -> c.check(true).percentage(p -> p > 10));
    Statistics.label("beside")
        .collect(
            scenario.preferences().stream()
                .anyMatch(p -> p.power().isPresent() && p.timeCost().isPresent()))
        .coverage(c -> c.check(true).percentage(p -> p > 10));
    assertThat(Optional.of(read.preferences())).hasValue(scenario.preferences());
  }

  @Tag("slow")
  @Property(tries = 100)
  void whatever_was_played_can_be_shown_with_preferences(@ForAll("preferring") Scenario scenario) {
    Transcript transcript = Transcript.of(scenario);
    String text = transcript.text();
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(101));
    assertThat(Json.of(transcript)).isNotBlank();
    Statistics.label("shown")
        .collect(text.contains("WOULD IT BE FAIR"))
        .coverage(c -> c.check(true).percentage(p -> p > 10));
    Statistics.label("weighed")
        .collect(text.contains("lasts"))
        .coverage(c -> c.check(true).percentage(p -> p > 1));
  }

  @Example
  void the_schema_refuses_what_the_reader_refuses() {
    String right = HEAD + "preferences:\n" + UNION + RECORD;
    assertThat(SchemaTest.errors(right)).isEmpty();
    for (String[] change :
        new String[][] {
          {"    said by: union-says\n", ""},
          {"said by: union-says", "said by: union-says\n    assumed by: desk"},
          {"weighs:", "weights:"},
          {"weight: 6", "wieght: 6"},
          {"weight: 6", "weight: much"},
          {"reservation:", "power: much\n    reservation:"},
          {"worth: 0 to 1", "worth: rising"},
          {"worth: 0 to 1", "worth: {0: 1}"},
          {"reservation: {rise: 1, shifts: some, extras: [meals]}", "reservation: {}"}
        }) {
      assertThat(right).contains(change[0]);
      assertThat(SchemaTest.errors(right.replace(change[0], change[1]))).as(change[1]).isNotEmpty();
    }
  }
}
