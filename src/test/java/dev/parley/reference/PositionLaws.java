package dev.parley.reference;

import static dev.parley.reference.ReferenceTest.CLOSE;
import static dev.parley.reference.ReferenceTest.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Region;
import dev.parley.demand.Line;
import dev.parley.progress.Step;
import dev.parley.progress.StepKind;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Example;

/**
 * What holds of positions and steps after any record, in which those who negotiate stay the same.
 */
class PositionLaws {
  private static final Set<RandomRecords.Turn> TURNS =
      EnumSet.complementOf(
          EnumSet.of(
              RandomRecords.Turn.ADMIT, RandomRecords.Turn.LEAVE, RandomRecords.Turn.EXCLUDE));

  /** A record, a line, and what is demanded on it. */
  private record Case(RandomRecords.Record record, Line line, SplittableRandom random) {
    static Stream<Case> several(int many) {
      return Stream.iterate(0, seed -> seed + 1)
          .limit(many)
          .map(
              seed -> {
                RandomRecords.Record record = RandomRecords.of(seed, TURNS);
                SplittableRandom random = new SplittableRandom(seed);
                return new Case(record, ReferenceTest.line(record, random), random);
              });
    }

    Region region() {
      return ReferenceTest.region(record, line, random);
    }

    /** The record, a round in which nothing is said, and a round with some moves. */
    Negotiation with(Move... moves) {
      return record.with(CLOSE, OPEN, CLOSE, OPEN).with(moves).with(CLOSE).negotiation();
    }

    Optional<Step> step(Negotiation talks, int round) {
      return talks.round(round).steps().stream()
          .filter(step -> step.party().equals(line.party()))
          .filter(step -> step.issue().equals(Optional.of(line.issue())))
          .filter(step -> step.toward().equals(Optional.of(line.toward())))
          .findFirst();
    }

    Step lastStep(Negotiation talks) {
      return step(talks, talks.closedRounds()).orElseThrow();
    }
  }

  private static Move demand(Line line, Region region) {
    return ReferenceTest.demand(line, region);
  }

  @Example
  void a_demand_never_makes_its_makers_position_larger_than_itself() {
    Case.several(400)
        .forEach(
            each -> {
              Region region = each.region();
              Negotiation talks = each.with(demand(each.line, region));
              assertThat(talks.situation().position(each.line).region())
                  .hasValueSatisfying(
                      position -> assertThat(position.sameAs(region)).as("%s", region).isTrue());
            });
  }

  @Example
  void nobodys_step_is_measured_against_what_is_not_stated() {
    List<Negotiation> measured =
        Case.several(600)
            .filter(
                each -> each.with().situation().position(each.line.inReturn()).region().isEmpty())
            .map(
                each ->
                    each.record
                        .with(CLOSE, OPEN, CLOSE, OPEN, demand(each.line, each.region()), CLOSE)
                        .with(OPEN, demand(each.line, each.region()), CLOSE)
                        .negotiation())
            .toList();
    assertThat(measured).hasSizeGreaterThan(50);
    for (Negotiation talks : measured) {
      assertThat(talks.round(talks.closedRounds()).steps())
          .singleElement()
          .satisfies(
              step -> {
                assertThat(step.theirs()).isEmpty();
                assertThat(step.size().filter(size -> size.signum() != 0)).isEmpty();
              });
    }
    Case.several(400)
        .map(each -> each.record.negotiation())
        .forEach(
            talks -> {
              for (int round = 1; round <= talks.closedRounds(); round++) {
                assertThat(talks.round(round).steps())
                    .filteredOn(step -> step.size().filter(s -> s.signum() != 0).isPresent())
                    .allMatch(step -> step.theirs().isPresent());
              }
            });
  }

  @Example
  void a_step_towards_one_never_depends_on_what_was_said_to_another_alone() {
    int compared = 0;
    for (Case each : Case.several(400).toList()) {
      Region region = each.region();
      Region other = each.region();
      for (ActorId third : each.record.agenda().counterparts(each.line.party())) {
        if (!third.equals(each.line.toward())) {
          Line aside = new Line(each.line.party(), each.line.issue(), third);
          Step alone = each.lastStep(each.with(demand(each.line, region)));
          Step beside = each.lastStep(each.with(demand(aside, other), demand(each.line, region)));
          assertThat(beside.kind()).isEqualTo(alone.kind());
          assertThat(beside.size()).isEqualTo(alone.size());
          assertThat(beside.before()).isEqualTo(alone.before());
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  @Example
  void conceded_by_so_much_and_back_in_the_next_round_is_hardened_by_as_much() {
    int sized = 0;
    for (Case each : Case.several(600).toList()) {
      Region here = each.region();
      Region there = each.region();
      Negotiation talks =
          each.record
              .with(CLOSE, OPEN, CLOSE, OPEN)
              .with(demand(each.line.inReturn(), each.region()), demand(each.line, here), CLOSE)
              .with(OPEN, demand(each.line, there), CLOSE)
              .with(OPEN, demand(each.line, here), CLOSE)
              .negotiation();
      int last = talks.closedRounds();
      Step away = each.step(talks, last - 1).orElseThrow();
      if (away.kind() == StepKind.CONCEDED) {
        Step back = each.step(talks, last).orElseThrow();
        assertThat(back.kind()).isEqualTo(StepKind.HARDENED);
        assertThat(back.size()).isEqualTo(away.size().map(BigDecimal::negate));
        sized += away.size().isPresent() ? 1 : 0;
      }
    }
    assertThat(sized).isGreaterThan(50);
  }
}
