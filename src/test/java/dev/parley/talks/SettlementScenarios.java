package dev.parley.talks;

import static dev.parley.talks.Shore.AGENDA;
import static dev.parley.talks.Shore.grain;
import static dev.parley.talks.Shore.north;
import static dev.parley.talks.Shore.south;
import static dev.parley.talks.Shore.talks;
import static dev.parley.talks.Shore.terms;
import static dev.parley.talks.Shore.wants;
import static dev.parley.talks.Shore.west;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.GeneralDemand;
import dev.parley.talks.Settlement.Extent;
import net.jqwik.api.Example;

/** What becomes of demands by what is agreed. */
class SettlementScenarios {
  private static ImmutableList<Settlement> settled(GeneralDemand demand, Terms agreed) {
    return talks(
            Move.by(demand.by().text()).demands(demand),
            north().attests(agreed),
            south().attests(agreed),
            west().attests(agreed))
        .situation()
        .settlements();
  }

  private static Extent extent(String issue, String asked, Terms agreed) {
    ImmutableList<Settlement> all = settled(wants("north", "south", issue, asked), agreed);
    assertThat(all).hasSize(1);
    return all.get(0).extent();
  }

  @Example
  void nothing_is_settled_before_all_have_agreed() {
    assertThat(
            talks(
                    north().demands(wants("north", "south", "grain", "at least 50")),
                    north().attests(grain(60)),
                    south().attests(grain(60)))
                .situation()
                .settlements())
        .isEmpty();
  }

  @Example
  void an_amount_short_of_what_was_asked_meets_it_in_part_down_to_the_end_of_the_scale() {
    assertThat(extent("grain", "at least 50", grain(60))).isEqualTo(Extent.MET);
    assertThat(extent("grain", "at least 50", grain(49))).isEqualTo(Extent.PARTLY_MET);
    assertThat(extent("grain", "at least 50", grain(1))).isEqualTo(Extent.PARTLY_MET);
    assertThat(extent("grain", "at least 50", grain(0))).isEqualTo(Extent.NOT_MET);
    assertThat(extent("grain", "at most 50", grain(99))).isEqualTo(Extent.PARTLY_MET);
    assertThat(extent("grain", "at most 50", grain(100))).isEqualTo(Extent.NOT_MET);
    assertThat(extent("grain", "10 or 90", grain(50))).isEqualTo(Extent.PARTLY_MET);
  }

  @Example
  void a_lower_level_meets_a_demand_in_part_and_the_lowest_does_not() {
    assertThat(extent("war", "peace", terms("peace", 1))).isEqualTo(Extent.MET);
    assertThat(extent("war", "peace", terms("pause", 1))).isEqualTo(Extent.PARTLY_MET);
    assertThat(extent("war", "peace", terms("none", 1))).isEqualTo(Extent.NOT_MET);
  }

  @Example
  void between_options_there_is_no_nearer_and_of_items_some_can_be_given() {
    Terms norway = Terms.on(AGENDA).set("custodian", "norway").build();
    assertThat(extent("custodian", "norway or oman", norway)).isEqualTo(Extent.MET);
    assertThat(extent("custodian", "oman", norway)).isEqualTo(Extent.NOT_MET);
    Terms names = Terms.on(AGENDA).set("list", Value.items("names")).build();
    assertThat(extent("list", "names", names)).isEqualTo(Extent.MET);
    assertThat(extent("list", "names, living", names)).isEqualTo(Extent.PARTLY_MET);
    assertThat(extent("list", "living", names)).isEqualTo(Extent.NOT_MET);
    assertThat(extent("list", "living without names", names)).isEqualTo(Extent.NOT_MET);
  }

  @Example
  void what_is_not_said_to_be_agreed_is_not_settled_even_by_the_whole() {
    assertThat(settled(wants("north", "south", "days", "at most 30"), grain(60))).isEmpty();
    assertThat(settled(wants("north", "south", "grain", "at most 30"), grain(60))).hasSize(1);
  }

  @Example
  void on_several_issues_it_is_met_in_part_when_they_differ() {
    GeneralDemand both =
        wants("north", "south", "grain", "at least 50")
            .withWanted(
                com.google.common.collect.ImmutableMap.of(
                    dev.parley.agenda.IssueId.of("grain"),
                    dev.parley.demand.Ask.of("at least 50"),
                    dev.parley.agenda.IssueId.of("war"),
                    dev.parley.demand.Ask.of("peace")));
    assertThat(settled(both, terms("none", 60)))
        .containsExactly(new Settlement(both, Extent.PARTLY_MET));
    assertThat(settled(both, terms("none", 0)))
        .containsExactly(new Settlement(both, Extent.NOT_MET));
    assertThat(settled(both, terms("peace", 60))).containsExactly(new Settlement(both, Extent.MET));
  }
}
