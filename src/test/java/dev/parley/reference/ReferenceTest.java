package dev.parley.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Value;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.progress.Gap;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.Settled;
import dev.parley.reference.Reference.DemandState;
import dev.parley.reference.Reference.Remark;
import dev.parley.reference.Reference.RemarkKind;
import dev.parley.reference.Reference.Round;
import dev.parley.reference.Reference.Stand;
import dev.parley.reference.Reference.Verdict;
import dev.parley.scenario.Scenario;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;

/**
 * The reference comes to what an expert would say of records that other tools get wrong, and the
 * library comes to what the reference says.
 */
class ReferenceTest {
  /** What is done in the records: everything, unless {@code -Dparley.reference.turns} says less. */
  private static final Set<RandomRecords.Turn> TURNS =
      Optional.ofNullable(System.getProperty("parley.reference.turns"))
          .map(ReferenceTest::turns)
          .orElseGet(() -> EnumSet.allOf(RandomRecords.Turn.class));

  /** So many differences are shown, each after shrinking. */
  private static final int SHOWN = Integer.getInteger("parley.reference.shown", 3);

  private static final int FIRST = Integer.getInteger("parley.reference.first", 1);
  private static final int RECORDS = Integer.getInteger("parley.reference.records", 20_000);

  private static Set<RandomRecords.Turn> turns(String names) {
    return Arrays.stream(names.split(","))
        .map(RandomRecords.Turn::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(RandomRecords.Turn.class)));
  }

  private static final String TWO =
      """
      parley: 1
      title: A ferry line
      parties: {isle: {name: Isle, role: principal}, coast: {name: Coast, role: principal}}
      """;

  private static final String THREE =
      """
      parley: 1
      title: A river
      parties:
        spring: {name: Spring, role: principal}
        middle: {name: Middle, role: principal}
        delta: {name: Delta, role: principal}
      issues: {water: {from: 0, to: 10, unit: units}}
      """;

  private static Reference read(String head, String rest) {
    return reference(Scenario.parse("ferry.yaml", head + rest).negotiation());
  }

  private static Reference reference(Negotiation talks) {
    return Reference.of(
        talks.firstAgenda(), talks.chronicle().entries(), talks.ruleBook().policy());
  }

  private static List<String> steps(Reference reference, int round) {
    return reference.rounds().get(round - 1).steps().stream().map(Object::toString).toList();
  }

  private static Verdict verdict(Reference reference, int round) {
    return reference.rounds().get(round - 1).verdict();
  }

  private static Line line(String party, String issue, String toward) {
    return new Line(ActorId.of(party), IssueId.of(issue), ActorId.of(toward));
  }

  private static String position(Reference reference, Line line) {
    Stand stand = reference.lines().get(line);
    return stand.region().map(Region::describe).or(stand::words).orElse("not stated");
  }

  private static Optional<BigDecimal> gap(Reference reference, String issue) {
    return reference.gaps().stream()
        .filter(g -> g.pair().issue().equals(IssueId.of(issue)))
        .findFirst()
        .orElseThrow()
        .gap();
  }

  @Example
  void a_demand_beyond_ones_own_offer_hardens_and_the_offer_stays_good() {
    Reference talks =
        read(
            TWO,
            """
            issues: {fare: {from: 0, to: 20, unit: euros}}
            record:
              - {isle opens round}
              - {isle demands of: coast, fare: at most 6}
              - {coast offers: isle, fare: 10}
              - {isle closes round}
              - {isle opens round}
              - {coast demands of: isle, fare: at least 15}
              - {isle closes round}
            """);
    assertThat(steps(talks, 2)).containsExactly("coast on fare towards isle: HARDENED -5");
    assertThat(verdict(talks, 2)).isEqualTo(Verdict.REGRESSED);
    Line line = line("coast", "fare", "isle");
    assertThat(position(talks, line)).isEqualTo("at least 15");
    assertThat(talks.rounds().get(1).remarks())
        .contains(new Remark(RemarkKind.OWN_OFFER_OUTSIDE, line));
  }

  @Example
  void nothing_is_measured_against_a_dropped_demand() {
    String record =
        """
        issues: {fare: {from: 0, to: 20, unit: euros}}
        record:
          - {coast opens round}
          - {coast demands of: isle, fare: at least 12}
          - {isle offers: coast, fare: 5}
          - {coast drops: fare}
          - {coast closes round}
          - {coast opens round}
          - {isle offers: coast, fare: %s}
          - {coast closes round}
        """;
    for (String next : List.of("7", "3")) {
      Reference talks = read(TWO, record.formatted(next));
      assertThat(steps(talks, 1))
          .containsExactly(
              "isle on fare towards coast: STATED 5",
              "coast on fare towards isle: STATED at least 12, then DROPPED");
      assertThat(verdict(talks, 1)).isEqualTo(Verdict.MOVED);
      assertThat(steps(talks, 2)).containsExactly("isle on fare towards coast: CHANGED");
      assertThat(verdict(talks, 2)).isEqualTo(Verdict.STATED);
    }
  }

  @Example
  void nothing_is_measured_against_a_withdrawn_offer() {
    Reference talks =
        read(
            TWO,
            """
            issues: {fare: {from: 0, to: 20, unit: euros}}
            record:
              - {isle opens round}
              - {id: best, coast offers: isle, fare: 9}
              - {isle demands of: coast, fare: 6 to 7}
              - {coast withdraws: best}
              - {isle closes round}
              - {isle opens round}
              - {isle amends demand of: coast, fare: 2 to 3}
              - {isle closes round}
            """);
    assertThat(verdict(talks, 1)).isEqualTo(Verdict.REGRESSED);
    assertThat(steps(talks, 1)).contains("coast on fare towards isle: STATED 9, then HARDENED");
    assertThat(steps(talks, 2)).containsExactly("isle on fare towards coast: CHANGED");
    assertThat(verdict(talks, 2)).isEqualTo(Verdict.STATED);
  }

  private static final String IN_WORDS =
      """
      issues:
        notice: {from: 0, to: 100, unit: days, better: {coast: more, isle: less}}
        port: {options: [old, new]}
      record:
        - {isle opens round}
        - {isle demands of: coast, notice: at most 20}
        - {coast offers: isle, notice: 80, port: old}
        - {isle closes round}
        - {isle opens round}
        - {coast offers: isle, port: new}
        - {coast demands of: isle, notice: {in words: as long as repairs take}}
        - {isle closes round}
      """;

  @Example
  void words_take_the_place_of_a_number_and_the_next_number_is_measured_from_it() {
    Reference talks = read(TWO, IN_WORDS);
    assertThat(steps(talks, 2))
        .containsExactly(
            "coast on notice towards isle: CHANGED", "coast on port towards isle: CHANGED");
    assertThat(verdict(talks, 2)).isEqualTo(Verdict.STATED);
    assertThat(position(talks, line("coast", "notice", "isle")))
        .isEqualTo("as long as repairs take");
    assertThat(gap(talks, "notice")).isEmpty();
    Reference later =
        read(
            TWO,
            IN_WORDS
                + """
                  - {isle opens round}
                  - {coast offers: isle, notice: 50}
                  - {isle closes round}
                """);
    assertThat(steps(later, 3)).containsExactly("coast on notice towards isle: CONCEDED 30");
  }

  @Example
  void whether_words_were_met_cannot_be_told() {
    Reference talks =
        read(
            TWO,
            """
            issues: {notice: {from: 0, to: 100, unit: days, better: {coast: more, isle: less}}}
            record:
              - {coast demands of: isle, notice: {in words: plenty}}
              - {id: one, isle offers: coast, notice: 2}
              - {coast accepts: one}
            """);
    assertThat(talks.demands())
        .containsEntry(line("coast", "notice", "isle"), DemandState.CANNOT_TELL);
  }

  @Example
  void a_demand_on_two_issues_is_settled_issue_by_issue() {
    String record =
        """
        issues:
          dogs: {levels: [none, small, any], better: {isle: more, coast: less}}
          bikes: {levels: [no, yes], better: {isle: more, coast: less}}
        record:
          - {isle opens round}
          - {isle demands of: coast, dogs: any, bikes: yes, firmness: essential}
          - {id: half, coast offers: isle, dogs: small, severable: yes}
          - {isle accepts: half, parts: dogs}
          - {isle closes round}
        """;
    Reference talks = read(TWO, record);
    assertThat(verdict(talks, 1)).isEqualTo(Verdict.MOVED);
    assertThat(steps(talks, 1))
        .contains("isle on dogs towards coast: STATED any, then CONCEDED 1")
        .contains("isle on bikes towards coast: STATED yes");
    assertThat(talks.demands())
        .containsEntry(line("isle", "dogs", "coast"), DemandState.NOT_MET)
        .containsEntry(line("isle", "bikes", "coast"), DemandState.STANDING);
    assertThat(talks.lines().get(line("isle", "dogs", "coast")).settled()).isPresent();
    Reference again =
        read(
            TWO,
            record
                + """
                  - {isle opens round}
                  - {isle demands of: coast, bikes: yes, firmness: essential}
                  - {isle closes round}
                """);
    assertThat(steps(again, 2)).containsExactly("isle on bikes towards coast: HELD");
  }

  @Example
  void a_demand_is_dropped_and_raised_again_line_by_line() {
    Reference talks =
        read(
            THREE,
            """
            record:
              - {delta opens round}
              - {delta demands of: [spring, middle], water: at least 7}
              - {delta drops: water}
              - {delta closes round}
              - {delta opens round}
              - {delta demands of: middle, water: at least 7}
              - {delta closes round}
              - {delta opens round}
              - {delta demands of: spring, water: at least 7}
              - {delta closes round}
            """);
    assertThat(verdict(talks, 1)).isEqualTo(Verdict.MOVED);
    assertThat(steps(talks, 2)).containsExactly("delta on water towards middle: REOPENED");
    assertThat(steps(talks, 3)).containsExactly("delta on water towards spring: REOPENED");
    assertThat(verdict(talks, 2)).isEqualTo(Verdict.REGRESSED);
    assertThat(verdict(talks, 3)).isEqualTo(Verdict.REGRESSED);
    assertThat(talks.stall()).isEqualTo(new Reference.Stall(2, 2, true, false));
  }

  @Example
  void what_was_never_asked_of_somebody_is_not_asked_again() {
    Reference talks =
        read(
            THREE,
            """
            record:
              - {spring opens round}
              - {spring demands of: delta, water: at most 2}
              - {spring drops: water}
              - {spring closes round}
              - {spring opens round}
              - {spring demands of: [delta, middle], water: at most 2}
              - {spring closes round}
            """);
    assertThat(steps(talks, 2))
        .containsExactly(
            "spring on water towards middle: STATED at most 2",
            "spring on water towards delta: REOPENED");
  }

  @Example
  void an_opening_bid_and_the_move_after_it_are_both_told() {
    Reference talks =
        read(
            TWO,
            """
            issues: {crew: {from: 0, to: 20, unit: persons, better: {coast: more, isle: less}}}
            record:
              - {isle opens round}
              - {isle offers: coast, crew: 2}
              - {isle closes round}
              - {isle opens round}
              - {coast offers: isle, crew: 12}
              - {id: signed, isle attests with: coast, crew: 8}
              - {coast attests with: isle, same as: signed}
              - {isle closes round}
            """);
    assertThat(steps(talks, 2))
        .containsExactly(
            "isle on crew towards coast: CONCEDED 6",
            "coast on crew towards isle: STATED at least 12, then CONCEDED 4");
    assertThat(verdict(talks, 2)).isEqualTo(Verdict.MOVED);
    assertThat(talks.rounds().get(1).newlySettled()).hasSize(1);
  }

  @Example
  void a_harder_condition_is_a_hardening_and_an_escalation() {
    Reference talks =
        read(
            TWO,
            """
            issues: {fare: {from: 0, to: 20, unit: euros}, years: {from: 0, to: 9, unit: years}}
            record:
              - {coast opens round}
              - {coast offers: isle, fare: 5, if: {years: at least 3}}
              - {coast closes round}
              - {coast opens round}
              - {coast offers: isle, fare: 5, if: {years: at least 6}}
              - {coast closes round}
            """);
    assertThat(steps(talks, 2))
        .containsExactly(
            "coast on fare towards isle: HELD", "coast on years towards isle: HARDENED");
    assertThat(verdict(talks, 2)).isEqualTo(Verdict.REGRESSED);
    assertThat(talks.rounds().get(1).remarks())
        .containsExactly(new Remark(RemarkKind.ESCALATION, line("coast", "years", "isle")));
  }

  @Example
  void firmness_lowered_is_a_concession() {
    Reference talks =
        read(
            TWO,
            """
            issues: {fare: {from: 0, to: 20, unit: euros}}
            record:
              - {coast opens round}
              - {coast demands of: isle, fare: at least 9, firmness: precondition}
              - {isle demands of: coast, fare: at most 4}
              - {coast closes round}
              - {coast opens round}
              - {coast amends demand of: isle, fare: at least 9, firmness: negotiable}
              - {coast closes round}
            """);
    assertThat(steps(talks, 2)).containsExactly("coast on fare towards isle: CONCEDED");
    assertThat(verdict(talks, 2)).isEqualTo(Verdict.MOVED);
  }

  @Example
  void a_new_issue_after_the_whole_is_a_hardening() {
    Reference talks =
        read(
            TWO,
            """
            issues: {fare: {from: 0, to: 20, unit: euros}, bikes: {levels: [no, yes]}}
            record:
              - {isle opens round}
              - {coast demands of: isle, fare: at least 9}
              - {isle attests with: coast, fare: 7, whole: yes}
              - {isle closes round}
              - {isle opens round}
              - {isle demands of: coast, bikes: yes}
              - {isle closes round}
            """);
    assertThat(steps(talks, 2))
        .containsExactly("isle on bikes towards coast: STATED yes, then HARDENED");
    assertThat(verdict(talks, 2)).isEqualTo(Verdict.REGRESSED);
  }

  @Example
  void a_demand_against_what_its_maker_signed_reopens_it() {
    Reference talks =
        read(
            TWO,
            """
            issues: {fare: {from: 0, to: 20, unit: euros}, crew: {from: 0, to: 9, unit: persons}}
            record:
              - {isle opens round}
              - {isle demands of: coast, crew: at most 2}
              - {coast demands of: isle, crew: at least 8}
              - {id: deal, isle offers: coast, fare: 10}
              - {coast accepts: deal}
              - {isle closes round}
              - {isle opens round}
              - {coast demands of: isle, fare: at least 13}
              - {isle closes round}
            """);
    assertThat(verdict(talks, 1)).isEqualTo(Verdict.MOVED);
    assertThat(steps(talks, 2)).containsExactly("coast on fare towards isle: REOPENED");
    assertThat(verdict(talks, 2)).isEqualTo(Verdict.REGRESSED);
    assertThat(talks.rounds().get(1).unsettled()).hasSize(1);
    assertThat(gap(talks, "fare")).contains(BigDecimal.valueOf(3));
  }

  @Example
  void one_alternative_withdrawn_leaves_the_other_and_its_condition() {
    Reference talks =
        read(
            TWO,
            """
            issues: {fare: {from: 0, to: 20, unit: euros}, years: {from: 0, to: 9, unit: years}}
            record:
              - {isle opens round}
              - isle offers one of: coast
                alternatives:
                  short: {fare: 6, if: {years: at least 2}}
                  long: {fare: 12, if: {years: at least 7}}
              - {isle withdraws: long}
            """);
    assertThat(position(talks, line("isle", "fare", "coast"))).isEqualTo("6");
    assertThat(position(talks, line("isle", "years", "coast"))).isEqualTo("at least 2");
    assertThat(talks.lines().get(line("isle", "fare", "coast")).conditional()).isTrue();
  }

  @Example
  void an_improved_alternative_is_still_one_of_them() {
    Reference talks =
        read(
            TWO,
            """
            issues: {fare: {from: 0, to: 20, unit: euros}, years: {from: 0, to: 9, unit: years}}
            record:
              - isle offers one of: coast
                alternatives:
                  short: {fare: 6, if: {years: at least 2}}
                  long: {fare: 12, if: {years: at least 7}}
              - {id: longer, isle offers: coast, fare: 14, if: {years: at least 7}}
              - {coast accepts: longer}
              - {coast accepts: short}
            """);
    Line line = line("coast", "fare", "isle");
    assertThat(talks.lines().get(line).settled()).contains(Value.amount(14));
    assertThat(position(talks, line("isle", "fare", "coast"))).isEqualTo("14");
  }

  @Example
  void an_offer_repeated_loses_nothing_of_what_was_accepted() {
    Reference talks =
        read(
            TWO,
            """
            issues: {fare: {from: 0, to: 20, unit: euros}, years: {from: 0, to: 9, unit: years}}
            record:
              - {id: both, isle offers: coast, fare: 9, years: 4, severable: yes}
              - {coast accepts: both, parts: fare}
              - {isle offers: coast, fare: 9, years: 4, severable: yes}
              - {coast accepts: both, parts: years}
            """);
    assertThat(talks.lines().get(line("isle", "fare", "coast")).settled()).isPresent();
    assertThat(talks.lines().get(line("isle", "years", "coast")).settled()).isPresent();
  }

  @Example
  void what_is_left_undisputed_moves_the_round_and_closes_issues() {
    Reference talks =
        read(
            TWO,
            """
            issues:
              quay: {levels: [shut, open], better: {coast: more, isle: less}}
              flag: {levels: [down, up], better: {coast: more, isle: less}}
              staff: {levels: [own, mixed], better: {isle: more, coast: less}}
            record:
              - {isle opens round}
              - {coast demands of: isle, quay: open, flag: up, staff: own}
              - {isle demands of: coast, quay: shut, flag: down, staff: mixed}
              - {isle closes round}
              - {isle opens round}
              - {id: all, isle offers: coast, quay: open, flag: down, staff: mixed}
              - {coast rejects: all, undisputed: [quay, flag]}
              - {isle closes round}
            """);
    assertThat(verdict(talks, 2)).isEqualTo(Verdict.MOVED);
    assertThat(talks.rounds().get(1).openBefore()).isEqualTo(3);
    assertThat(talks.rounds().get(1).openAfter()).isEqualTo(1);
    assertThat(steps(talks, 2))
        .contains("coast on flag towards isle: CONCEDED 1")
        .contains("coast on staff towards isle: HELD");
    assertThat(talks.lines().get(line("coast", "quay", "isle")).undisputed()).isPresent();
    assertThat(talks.lines().get(line("coast", "staff", "isle")).undisputed()).isEmpty();
  }

  @Example
  void an_impasse_outlasts_a_suspension_and_ends_by_a_move() {
    String record =
        """
        issues: {fare: {from: 0, to: 20, unit: euros}}
        record:
          - {isle opens round}
          - {isle demands of: coast, fare: at most 4}
          - {coast demands of: isle, fare: at least 9}
          - {isle closes round}
          - {isle declares impasse}
          - {coast declares impasse}
          - {coast suspends}
          - {coast resumes}
        """;
    assertThat(read(TWO, record).stall().declared()).isTrue();
    String harder = record + "  - {coast amends demand of: isle, fare: at least 12}\n";
    assertThat(read(TWO, harder).stall().declared()).isTrue();
    String moved = record + "  - {coast amends demand of: isle, fare: at least 8}\n";
    assertThat(read(TWO, moved).stall().declared()).isFalse();
  }

  @Example
  void a_consent_ad_referendum_falls_back_with_its_offer() {
    Reference talks =
        read(
            TWO,
            """
            issues: {fare: {from: 0, to: 20, unit: euros}}
            record:
              - {isle opens round}
              - {coast demands of: isle, fare: at least 12}
              - {id: low, isle offers: coast, fare: 8}
              - {isle closes round}
              - {isle opens round}
              - {coast accepts: low, ad referendum: yes}
              - {isle closes round}
              - {isle opens round}
              - {coast rejects: low}
              - {isle closes round}
            """);
    assertThat(steps(talks, 2)).containsExactly("coast on fare towards isle: CONCEDED 4");
    assertThat(steps(talks, 3)).containsExactly("coast on fare towards isle: RESTORED");
    assertThat(verdict(talks, 3)).isEqualTo(Verdict.UNREPORTED);
    assertThat(position(talks, line("coast", "fare", "isle"))).isEqualTo("at least 12");
  }

  @Example
  void the_random_records_are_the_same_for_the_same_seed_and_reach_everything() {
    Set<String> reached = new TreeSet<>();
    for (int seed = 0; seed < 200; seed++) {
      RandomRecords.Record record = RandomRecords.of(seed);
      assertThat(RandomRecords.of(seed)).isEqualTo(record);
      Reference answer = reference(record.negotiation());
      answer.rounds().forEach(r -> r.steps().forEach(s -> reached.add(s.kind().name())));
      answer.rounds().forEach(r -> reached.add("verdict " + r.verdict()));
      answer.rounds().forEach(r -> r.remarks().forEach(m -> reached.add(m.kind().name())));
      answer.demands().values().forEach(s -> reached.add("demand " + s));
      record.words().forEach(w -> reached.add(w.getClass().getSimpleName()));
    }
    assertThat(reached)
        .contains("CONCEDED", "HARDENED", "HELD", "STATED", "QUANTIFIED", "CHANGED", "DROPPED")
        .contains("REOPENED", "RESTORED")
        .contains("verdict MOVED", "verdict REGRESSED", "verdict MIXED", "verdict STATED")
        .contains("verdict HELD", "verdict UNREPORTED")
        .contains("INTERNAL_INCONSISTENCY", "ESCALATION", "MOVED_GOALPOSTS", "OWN_OFFER_OUTSIDE")
        .contains("demand STANDING", "demand AMENDED", "demand DROPPED", "demand REOPENED")
        .contains("demand MET", "demand NOT_MET", "demand CANNOT_TELL")
        .contains("Recorded", "Corrected", "Cancelled", "Denied");
  }

  // Laws of the reference itself, after any record.

  @Example
  void a_demand_is_its_makers_whole_position() {
    for (int seed = 0; seed < 300; seed++) {
      RandomRecords.Record record = RandomRecords.of(seed);
      SplittableRandom random = new SplittableRandom(seed);
      Line line = line(record, random);
      Region region = region(record, line, random);
      Reference talks =
          reference(
              record.with(CLOSE, OPEN, CLOSE, OPEN, demand(line, region), CLOSE).negotiation());
      assertThat(talks.lines().get(line).region().orElseThrow().sameAs(region)).isTrue();
    }
  }

  @Example
  void there_and_back_again_are_steps_of_one_size() {
    int sized = 0;
    for (int seed = 0; seed < 600; seed++) {
      RandomRecords.Record record = RandomRecords.of(seed);
      SplittableRandom random = new SplittableRandom(seed);
      Line line = line(record, random);
      Region here = region(record, line, random);
      Region there = region(record, line, random);
      Region theirs = region(record, line, random);
      Reference talks =
          reference(
              record
                  .with(
                      CLOSE,
                      OPEN,
                      CLOSE,
                      OPEN,
                      demand(line.inReturn(), theirs),
                      demand(line, here),
                      CLOSE)
                  .with(OPEN, demand(line, there), CLOSE)
                  .with(OPEN, demand(line, here), CLOSE)
                  .negotiation());
      int last = talks.rounds().size() - 1;
      Reference.Step away = talks.rounds().get(last - 1).step(line).orElseThrow();
      Reference.Step back = talks.rounds().get(last).step(line).orElseThrow();
      if (away.kind() == Reference.Kind.CONCEDED || away.kind() == Reference.Kind.HARDENED) {
        assertThat(back.kind())
            .isEqualTo(
                away.kind() == Reference.Kind.CONCEDED
                    ? Reference.Kind.HARDENED
                    : Reference.Kind.CONCEDED);
        assertThat(back.size()).isEqualTo(away.size().map(BigDecimal::negate));
        sized += away.size().isPresent() ? 1 : 0;
      }
    }
    assertThat(sized).isPositive();
  }

  @Example
  void a_step_towards_one_does_not_depend_on_what_is_said_to_another() {
    int compared = 0;
    for (int seed = 0; seed < 400; seed++) {
      RandomRecords.Record record = RandomRecords.of(seed);
      SplittableRandom random = new SplittableRandom(seed);
      Line line = line(record, random);
      Region region = region(record, line, random);
      Region other = region(record, line, random);
      for (ActorId third : record.negotiation().agenda().counterparts(line.party())) {
        if (third.equals(line.toward())) {
          continue;
        }
        Line aside = new Line(line.party(), line.issue(), third);
        Reference one =
            reference(
                record.with(CLOSE, OPEN, CLOSE, OPEN, demand(line, region), CLOSE).negotiation());
        Reference two =
            reference(
                record
                    .with(
                        CLOSE, OPEN, CLOSE, OPEN, demand(aside, other), demand(line, region), CLOSE)
                    .negotiation());
        assertThat(lastStep(two, line)).isEqualTo(lastStep(one, line));
        compared++;
      }
    }
    assertThat(compared).isPositive();
  }

  @Example
  void what_a_counterpart_alleges_or_its_actor_denies_is_no_step_and_no_position() {
    for (int seed = 0; seed < 200; seed++) {
      RandomRecords.Record record = RandomRecords.of(seed).with(CLOSE, OPEN, CLOSE);
      SplittableRandom random = new SplittableRandom(seed);
      Line line = line(record, random);
      Move said = demand(line, region(record, line, random));
      Move alleged = said.withSource(Source.statementOf("they-say", line.toward()));
      Reference before = reference(record.negotiation());
      Reference told = reference(record.with(OPEN, alleged, CLOSE).negotiation());
      Negotiation attested = record.with(OPEN, said).negotiation();
      Negotiation denied =
          attested
              .deny(new EntryId(attested.chronicle().size()), RandomRecords.NOTE)
              .orThrow()
              .record(CLOSE)
              .orThrow();
      for (Reference after : List.of(told, reference(denied))) {
        assertThat(after.lines()).isEqualTo(before.lines());
        assertThat(after.rounds().get(after.rounds().size() - 1).steps()).isEmpty();
      }
    }
  }

  static final Move OPEN = Move.by("north").opensRound();
  static final Move CLOSE = Move.by("north").closesRound();

  private static String lastStep(Reference talks, Line line) {
    return talks.rounds().get(talks.rounds().size() - 1).step(line).orElseThrow().toString();
  }

  static Line line(RandomRecords.Record record, SplittableRandom random) {
    Agenda now = record.negotiation().agenda(); // some have left since, or come
    List<ActorId> principals = now.principals();
    ActorId party = principals.get(random.nextInt(principals.size()));
    List<ActorId> others = now.counterparts(party).asList();
    List<Issue> issues = record.agenda().issueList();
    return new Line(
        party,
        issues.get(random.nextInt(issues.size())).id(),
        others.get(random.nextInt(others.size())));
  }

  static Region region(RandomRecords.Record record, Line line, SplittableRandom random) {
    Scale scale = record.agenda().requireIssue(line.issue()).scale();
    List<Value> values = scale.few(11);
    Value value = values.get(random.nextInt(values.size()));
    if (scale instanceof Scale.Options || random.nextInt(3) == 0) {
      return Region.exactly(scale, value);
    }
    return random.nextBoolean() ? Region.atLeast(scale, value) : Region.atMost(scale, value);
  }

  static Move demand(Line line, Region region) {
    return Move.by(line.party().text())
        .demands(
            GeneralDemand.of(
                line.party().text(), line.toward().text(), line.issue().text(), region.describe()));
  }

  @Example
  void the_library_agrees_with_the_reference_on_two_thousand_records() {
    agrees(1, 2_000);
  }

  @Example
  @Tag("slow")
  void the_library_agrees_with_the_reference() {
    agrees(FIRST, RECORDS);
  }

  private static void agrees(int first, int records) {
    List<Integer> differing =
        IntStream.range(first, first + records)
            .parallel()
            .filter(seed -> !differences(RandomRecords.of(seed, TURNS)).isEmpty())
            .boxed()
            .toList();
    List<String> found =
        differing.stream()
            .limit(SHOWN)
            .map(
                seed -> {
                  RandomRecords.Record least = shrunk(RandomRecords.of(seed, TURNS));
                  return "record %d, after shrinking:%n%s%n%s"
                      .formatted(
                          seed,
                          Scenario.of("t", least.negotiation()).write(),
                          String.join("\n", differences(least)));
                })
            .toList();
    assertThat(found).as("%s of %s records differ", differing.size(), records).isEmpty();
  }

  /** Leaves out one entry after the other, as long as a difference remains. */
  private static RandomRecords.Record shrunk(RandomRecords.Record record) {
    RandomRecords.Record least = record;
    for (int i = least.words().size() - 1; i >= 0; i--) {
      RandomRecords.Record without = least.without(i);
      if (!differences(without).isEmpty()) {
        least = without;
        i = Math.min(i, least.words().size());
      }
    }
    return least.words().size() < record.words().size() ? shrunk(least) : least;
  }

  /** Each place where the two differ, with both answers. */
  private static List<String> differences(RandomRecords.Record record) {
    Negotiation talks = record.negotiation();
    Reference reference = reference(talks);
    List<String> all = new ArrayList<>();
    differ(all, "closed rounds", reference.rounds().size(), talks.closedRounds());
    for (int i = 1; i <= Math.min(reference.rounds().size(), talks.closedRounds()); i++) {
      Round expected = reference.rounds().get(i - 1);
      RoundVerdict verdict = talks.round(i);
      differ(all, "round " + i, expected.verdict().name(), verdict.progress().name());
      differ(all, "open before " + i, expected.openBefore(), verdict.openBefore());
      differ(all, "open after " + i, expected.openAfter(), verdict.openAfter());
      differ(
          all,
          "newly settled in " + i,
          expected.newlySettled(),
          verdict.settled().stream()
              .collect(Collectors.toMap(ReferenceTest::pair, Settled::value)));
      differ(
          all,
          "unsettled in " + i,
          expected.unsettled(),
          verdict.unsettled().stream().map(ReferenceTest::pair).collect(Collectors.toSet()));
      List<String> steps = expected.steps().stream().map(ReferenceTest::told).sorted().toList();
      List<String> theirs = verdict.steps().stream().map(ReferenceTest::told).sorted().toList();
      Stream.concat(steps.stream(), theirs.stream())
          .distinct()
          .filter(s -> !steps.contains(s) || !theirs.contains(s))
          .forEach(
              s ->
                  all.add(
                      (steps.contains(s)
                              ? "only the reference, round "
                              : "only the library, round ")
                          + verdict.round()
                          + ": "
                          + s));
    }
    reference
        .lines()
        .forEach(
            (line, stand) -> {
              Position position = talks.situation().position(line);
              differ(all, line + " stated", stand.stated(), position.isStated());
              differ(all, line + " in words", stand.words(), position.words());
              differ(all, line + " ad referendum", stand.adReferendum(), position.isAdReferendum());
              differ(all, line + " in a package", stand.inPackage(), position.isInPackage());
              differ(all, line + " conditional", stand.conditional(), position.isConditional());
              if (!same(stand.undisputed(), position.undisputed())) {
                differ(
                    all,
                    line + " undisputed",
                    stand.undisputed().map(Region::describe),
                    position.undisputed().map(Region::describe));
              }
              if (!same(stand.region(), position.region())) {
                differ(
                    all,
                    line.toString(),
                    stand.region().map(Region::describe),
                    position.region().map(Region::describe));
              }
            });
    for (IssueId issue : talks.agenda().issues().keySet()) {
      for (Gap gap : talks.situation().gaps(issue)) {
        Optional<BigDecimal> expected =
            reference.gaps().stream()
                .filter(g -> g.pair().equals(new Reference.Pair(issue, gap.one(), gap.other())))
                .findFirst()
                .flatMap(Reference.Apart::gap);
        differ(
            all,
            "gap on %s, %s and %s".formatted(issue, gap.one(), gap.other()),
            expected.map(ReferenceTest::plain),
            gap.size().map(ReferenceTest::plain));
      }
    }
    differ(
        all,
        "stalled rounds",
        Math.min(reference.stall().rounds(), talks.situation().policy().stallAfter()),
        talks.situation().stalledRounds());
    return all;
  }

  private static Reference.Pair pair(Settled settled) {
    return new Reference.Pair(settled.issue(), settled.one(), settled.other());
  }

  private static boolean same(Optional<Region> one, Optional<Region> other) {
    return one.isEmpty() ? other.isEmpty() : other.filter(one.get()::sameAs).isPresent();
  }

  private static void differ(List<String> all, String where, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      all.add("%s: the reference says %s, the library %s".formatted(where, expected, actual));
    }
  }

  private static String told(Reference.Step step) {
    return told(
        step.party(),
        step.issue(),
        step.toward(),
        step.kind() == Reference.Kind.STATED ? Optional.empty() : step.opening(),
        step.kind().name(),
        step.size());
  }

  private static String told(dev.parley.progress.Step step) {
    return told(
        step.party(), step.issue(), step.toward(), step.opening(), step.kind().name(), step.size());
  }

  private static String told(
      ActorId party,
      Optional<IssueId> issue,
      Optional<ActorId> toward,
      Optional<Region> opening,
      String kind,
      Optional<BigDecimal> size) {
    boolean sized = List.of("CONCEDED", "HARDENED", "CHANGED").contains(kind);
    return party
        + issue.map(i -> " on " + i).orElse("")
        + toward.map(t -> " towards " + t).orElse("")
        + ": "
        + opening.map(o -> "STATED " + o.describe() + ", then ").orElse("")
        + kind
        + size.filter(s -> sized && s.signum() != 0).map(s -> " by " + plain(s)).orElse("");
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
