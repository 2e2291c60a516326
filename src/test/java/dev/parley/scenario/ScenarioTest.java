package dev.parley.scenario;

import static dev.parley.scenario.ShortOnes.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.EndOfWar;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.HostageList;
import dev.parley.demand.HostageRelease;
import dev.parley.demand.Offer;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.demand.Withdrawal;
import dev.parley.evidence.EntryId;
import dev.parley.scenario.Scenario.Label;
import dev.parley.talks.Entry;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.talks.Stage;
import dev.parley.talks.Substantive;
import java.util.Optional;
import net.jqwik.api.Example;

/** What entries of a file mean. */
class ScenarioTest {
  private static Move move(Scenario scenario, int entry) {
    Entry told = scenario.negotiation().chronicle().entry(new EntryId(entry)).orElseThrow();
    return ((Entry.Told) told).move();
  }

  private static Demand demand(Scenario scenario, int entry) {
    return ((Substantive.RaiseDemand) move(scenario, entry).act()).demand();
  }

  private static Offer offer(Scenario scenario, int entry) {
    return ((Substantive.MakeOffer) move(scenario, entry).act()).alternatives().get(0);
  }

  @Example
  void a_demand_is_of_the_kind_that_its_issue_names() {
    Scenario read =
        scenario(
            "{hamas demands of: israel, end-of-war: permanent end, firmness: essential}",
            "{israel demands of: hamas, hostages: not stated}",
            "{israel demands of: hamas, hostage-list: [living, names]}",
            "{israel demands of: all, hostages: at least 5, kind: demand}",
            "{israel demands of: hamas, hostage-list: living without names}");
    assertThat(demand(read, 1))
        .isEqualTo(
            EndOfWar.of("hamas", "israel", "permanent end").withFirmness(Firmness.ESSENTIAL));
    assertThat(demand(read, 2)).isEqualTo(HostageRelease.inWords("israel", "hamas", "not stated"));
    assertThat(demand(read, 3)).isEqualTo(HostageList.of("israel", "hamas", "living", "names"));
    assertThat(demand(read, 4))
        .isEqualTo(
            GeneralDemand.of("israel", "hamas", "hostages", "at least 5")
                .withOf(ImmutableSet.of()));
    assertThat(demand(read, 5)).isInstanceOf(GeneralDemand.class);
    assertThat(read.write()).containsOnlyOnce("kind: demand");
  }

  private static String withoutKinds(String... entries) {
    return ShortOnes.text(entries).replaceAll(", kind: [a-z ]+}\n", "}\n");
  }

  @Example
  void a_name_of_an_issue_says_nothing_about_the_kind() {
    Scenario read =
        Scenario.parse(
            "x.yaml",
            withoutKinds(
                "{hamas demands of: israel, end-of-war: permanent end}",
                "{israel demands of: hamas, hostages: 5}",
                "{israel demands of: hamas, hostage-list: [living]}"));
    for (int entry = 1; entry <= 3; entry++) {
      assertThat(demand(read, entry)).isInstanceOf(GeneralDemand.class);
    }
    assertThat(read.write()).doesNotContain("kind:");
    Scenario named =
        Scenario.parse(
            "x.yaml",
            withoutKinds(
                "{israel demands of: hamas, hostages: 5, kind: hostage release, on: 2024}"));
    assertThat(demand(named, 1)).isInstanceOf(HostageRelease.class);
    assertThat(Scenario.parse("again.yaml", named.write())).isEqualTo(named);
  }

  @Example
  void a_demand_on_issues_of_two_kinds_is_the_general_one() {
    Scenario read =
        scenario(
            "{israel demands of: hamas, hostages: 5, end-of-war: truce}",
            "{israel demands of: hamas, hostages: 5, end-of-war: truce, kind: demand}");
    assertThat(demand(read, 1)).isInstanceOf(GeneralDemand.class).isEqualTo(demand(read, 2));
    assertThat(read.write()).doesNotContain("kind: demand");
  }

  private static final String RETREAT =
      """
      parley: 1
      title: A retreat
      parties:
        north: {name: North, role: principal}
        south: {name: South, role: principal}
      issues:
        weeks: {from: 0, to: 52, unit: weeks}
        forces: {from: 0, to: 100, unit: percent of forces, kind: withdrawal}
        heights: {from: 0, to: 9, unit: posts}
      record:
        - {north demands of: south, weeks: at most 6, forces: 100}
        - {north demands of: south, weeks: at most 4}
        - {north demands of: south, weeks: at most 6, forces: 100, heights: 9}
        - {north demands of: south, weeks: at most 5, forces: 90, kind: withdrawal}
      """;

  @Example
  void the_issue_that_names_the_kind_of_a_withdrawal_is_how_far() {
    Scenario read = Scenario.parse("x.yaml", RETREAT);
    assertThat(demand(read, 1))
        .isEqualTo(
            Withdrawal.of("north", "south", "100")
                .withExtentIssue(IssueId.of("forces"))
                .withTimetableIssue(IssueId.of("weeks"))
                .withTimetable(Ask.of("at most 6")));
    assertThat(demand(read, 2)).isInstanceOf(GeneralDemand.class);
    assertThat(demand(read, 3)).isInstanceOf(GeneralDemand.class);
    assertThat(demand(read, 4))
        .isInstanceOfSatisfying(
            Withdrawal.class, w -> assertThat(w.extentIssue()).isEqualTo(IssueId.of("weeks")));
    assertThat(Scenario.parse("again.yaml", read.write())).isEqualTo(read);
  }

  @Example
  void a_kind_that_nobody_knows_is_refused_where_the_issue_names_it() {
    assertThat(
            ShortOnes.problemsOf(RETREAT.replace("withdrawal}\n  heights", "retreat}\n  heights")))
        .containsExactly(
            "x.yaml:8:61 issues.forces.kind: demand kind (retreat) is unknown: known here: demand,"
                + " end of war, withdrawal, prisoner release, hostage release, hostage list."
                + " A kind of your own is added with DemandKinds.with");
  }

  @Example
  void a_kind_of_ones_own_can_be_named_once_on_the_issue() {
    DemandKinds kinds = DemandKinds.READY_MADE.with("apology", Apology::new);
    String text =
        ShortOnes.text(
                "{hamas demands of: israel, end-of-war: truce}",
                "{hamas demands of: israel, end-of-war: truce, kind: end of war}",
                "{hamas demands of: israel, end-of-war: truce, kind: demand}")
            .replace("kind: end of war}\n  hostage-list", "kind: apology}\n  hostage-list");
    Scenario read = Scenario.parse("x.yaml", text, kinds);
    assertThat(demand(read, 1)).isInstanceOf(Apology.class);
    assertThat(demand(read, 2)).isInstanceOf(EndOfWar.class);
    assertThat(demand(read, 3)).isInstanceOf(GeneralDemand.class);
    assertThat(read.write(kinds)).containsOnlyOnce("kind: apology");
    assertThat(Scenario.parse("again.yaml", read.write(kinds), kinds)).isEqualTo(read);
  }

  @Example
  void an_offer_has_conditions_instalments_and_undertakings() {
    Scenario read =
        scenario(
            """
            id: o1
                israel offers: hamas
                hostages: 9
                if: {end-of-war: {region: at least truce, in words: at last, sufficient: yes}}
                instalments:
                  first: {hostages: 3, when: in force}
                  second: {hostages: 2, when: day 7}
                  third: {hostages: 2, when: after second}
                  fourth: {hostages: 2, when: the list is handed over}
                undertakings:
                  lists: {by: hamas, what: hand over lists, due: 2025-03, guarantor: qatar}
                until: 2025-01-20
                severable: yes\
            """);
    Offer offer = offer(read, 1);
    assertThat(offer.conditions().get(0).ask())
        .isEqualTo(new Ask(Optional.of("at least truce"), "at last"));
    assertThat(offer.conditions().get(0).sufficient()).isTrue();
    assertThat(offer.instalments())
        .extracting(i -> i.trigger())
        .containsExactly(
            new Trigger.OnForce(),
            new Trigger.AfterDays(7),
            new Trigger.After("second"),
            new Trigger.When("the list is handed over"));
    assertThat(offer.undertakings().get(0).guarantor()).contains(ActorId.of("qatar"));
    assertThat(Scenario.parse("again.yaml", read.write())).isEqualTo(read);
  }

  @Example
  void an_agreement_is_made_and_performed_by_names_of_labels_and_obligations() {
    Scenario read =
        scenario(
            "{qatar opens round: [doha, cairo], format: proximity}",
            "{israel offers one of: hamas, alternatives: {few: {hostages: 5}, many: {hostages:"
                + " 9}}}",
            "{hamas accepts: many}",
            "{israel attests with: all, hostages: 9, whole: yes}",
            "{hamas attests with: all, hostages: 9, whole: yes}",
            "{israel ratifies}",
            "{hamas ratifies}",
            "{hamas performs: hostages}");
    Situation end = read.negotiation().situation();
    assertThat(end.obligations().values())
        .anySatisfy(s -> assertThat(s.state()).isEqualTo(ObligationState.FULFILLED));
    assertThat(read.labels()).containsEntry("many", new Label(new EntryId(2), 2));
  }

  @Example
  void a_label_of_a_corrected_entry_names_what_the_correction_says() {
    Scenario read =
        scenario(
            "{qatar opens round}",
            "{id: o1, israel offers: hamas, hostages: 20}",
            "{correct: o1, instead: {israel offers: hamas, hostages: 30}, source: news}",
            "{hamas accepts: o1}");
    assertThat(read.negotiation().situation().closed().values())
        .extracting(Object::toString)
        .containsExactly("30");
    assertThat(Scenario.parse("again.yaml", read.write())).isEqualTo(read);
  }

  @Example
  void an_added_issue_can_be_used_from_there_on() {
    Scenario read =
        scenario(
            "{qatar adds issue: custodian, options: [Algeria, Switzerland], issue codes: {pa-x:"
                + " C}}",
            "{hamas demands of: israel, custodian: Algeria or Switzerland}",
            "{qatar widens: hostages, from: 0, to: 200, unit: persons}",
            "{israel demands of: hamas, hostages: at least 150}");
    assertThat(read.negotiation().agenda().requireIssue(IssueId.of("custodian")).codes())
        .containsEntry("pa-x", "C");
    assertThat(read.findings().entries()).isEmpty();
    assertThat(ShortOnes.problems("{hamas demands of: israel, custodian: Algeria}")).hasSize(1);
  }

  @Example
  void what_breaks_a_law_is_recorded_and_becomes_a_finding() {
    Scenario read =
        scenario(
            "{court sets deadline: d, date: 2024-01-01, on: 2025-01-01}",
            "{id: o1, israel offers: hamas, hostages: 5}",
            "{israel accepts: o1}",
            "{israel offers: court, hostages: 5}");
    assertThat(read.findings().get(new EntryId(1)))
        .extracting(Finding::message)
        .containsExactly(
            "deadline (2024-01-01) must be after the day on which it is set (2025-01-01)");
    assertThat(read.findings().keySet())
        .containsExactly(new EntryId(1), new EntryId(3), new EntryId(4));
  }

  @Example
  void a_kind_of_ones_own_is_read_when_the_caller_supplies_it() {
    DemandKinds kinds = DemandKinds.READY_MADE.with("apology", Apology::new);
    String text = ShortOnes.text("{hamas demands of: israel, end-of-war: truce, kind: apology}");
    Scenario read = Scenario.parse("x.yaml", text, kinds);
    assertThat(demand(read, 1)).isInstanceOf(Apology.class);
    assertThat(read.write(kinds)).contains("kind: apology");
    assertThat(Scenario.parse("x.yaml", read.write(kinds), kinds)).isEqualTo(read);
    assertThat(ShortOnes.problemsOf(text)).hasSize(1);
    assertThatThrownBy(() -> kinds.with("apology", Apology::new))
        .hasMessage("demand kind (apology) is known already: give yours a name of its own");
  }

  private record Apology(GeneralDemand said) implements Demand {
    @Override
    public String kind() {
      return "apology";
    }

    @Override
    public ActorId by() {
      return said.by();
    }

    @Override
    public ImmutableSet<ActorId> of() {
      return said.of();
    }

    @Override
    public ImmutableMap<IssueId, Ask> asks() {
      return said.asks();
    }

    @Override
    public Optional<Firmness> firmness() {
      return said.firmness();
    }

    @Override
    public boolean sufficient() {
      return said.sufficient();
    }
  }

  @Example
  void codes_of_issues_moves_and_stages_are_kept() {
    Scenario read =
        Scenario.parse(
            "x.yaml",
            """
            parley: 1
            title: Coded
            parties: {a: {name: A, role: principal}, b: {name: B, role: [principal, supporter]}}
            issues: {wage: {from: 0, to: 9.5, by: 0.5, unit: percent, codes: {pa-x: Wage}}}
            stage-codes: {concluded: {pa-x: SubComp}}
            record:
              - {a holds: wage, codes: {plover: CONCEDE}}
            """);
    assertThat(move(read, 1).codes()).containsEntry("plover", "CONCEDE");
    assertThat(read.stageCodes().get(Stage.CONCLUDED)).containsEntry("pa-x", "SubComp");
    assertThat(read.negotiation().agenda().issueList().get(0).codes())
        .containsEntry("pa-x", "Wage");
    assertThat(Scenario.parse("again.yaml", read.write())).isEqualTo(read);
  }

  @Example
  void what_the_record_refers_to_is_given_a_label_and_its_sources_are_listed() {
    Scenario read = scenario("{israel offers: hamas, hostages: 5}", "{israel holds: hostages}");
    Offer offer = offer(read, 1);
    Scenario more =
        read.withNegotiation(
            read.negotiation()
                .record(
                    Move.by("hamas")
                        .from(dev.parley.evidence.Source.report("x", "X"))
                        .rejects(offer))
                .orThrow());
    assertThat(more.labels()).containsExactly(java.util.Map.entry("o1", Label.entry(1)));
    assertThat(more.sources()).containsKey("x");
  }
}
