package dev.parley.report;

import static dev.parley.json.JsonTree.at;
import static dev.parley.json.JsonTree.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.parley.analysis.bargaining.BargainingProblem;
import dev.parley.analysis.bargaining.BargainingProblem.Method;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.OfferSequence;
import dev.parley.analysis.bargaining.OfferSequence.Bid;
import dev.parley.analysis.bargaining.OfferSequence.BidStep;
import dev.parley.analysis.bargaining.SolutionConcept;
import dev.parley.analysis.prospect.Preference;
import dev.parley.analysis.prospect.Prospect;
import dev.parley.analysis.stability.Bridging;
import dev.parley.analysis.stability.ConflictModel;
import dev.parley.analysis.stability.StabilityAnalysis;
import dev.parley.analysis.stability.StatusQuo;
import dev.parley.evidence.EntryId;
import dev.parley.json.Json;
import dev.parley.scenario.Scenario;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;

/** What preferences make of the packages, as text and as JSON; and the results beneath, as JSON. */
class ProspectSectionTest {
  private static final Scenario HARBOUR = Scenario.read(Path.of("examples", "harbour-ring.yaml"));

  private static Transcript harbour(List<Preference> preferences) {
    return Transcript.of(HARBOUR.negotiation())
        .withSources(HARBOUR.sources().values())
        .withPreferences(preferences);
  }

  private static String section(Transcript transcript) {
    String text = transcript.text();
    return text.substring(text.indexOf("WOULD IT BE FAIR"));
  }

  @Example
  void packages_are_shown_with_what_is_fair_and_who_would_leave() {
    Golden.check("harbour-fair.txt", section(harbour(HARBOUR.preferences())));
  }

  @Example
  void what_nobody_says_is_named_and_who_could_leave_if_so() {
    Golden.check("harbour-half-known.txt", section(harbour(HARBOUR.preferences().subList(0, 2))));
  }

  @Example
  void without_preferences_there_is_no_such_section() {
    Transcript plain = harbour(List.of());
    assertThat(plain.text()).doesNotContain("WOULD IT BE FAIR");
    assertThat(Json.of(plain)).doesNotContain("\"prospect\"");
  }

  private static Scenario deal(String agreed) {
    return Scenario.parse(
        "deal.yaml",
        """
        parley: 1
        title: A wage deal
        parties: {union: {name: Union, role: principal}, port: {name: Port, role: principal}}
        issues:
          rise: {from: 0, to: 10, unit: percent}
          crew: {levels: [none, small, full]}
          days: {from: 0, to: 4, unit: days}
        sources: {desk: {document: estimates}}
        preferences:
          union:
            assumed by: desk
            weighs:
              rise: {weight: 10, worth: 0 to 1}
              crew: {weight: 4, worth: 0 to 1}
              days: {weight: 2, worth: 0 to 1}
            reservation: 8
          port:
            assumed by: desk
            weighs:
              rise: {weight: 10, worth: 1 to 0}
              crew: {weight: 10, worth: 1 to 0}
              days: {weight: 8, worth: 1 to 0}
            reservation: 4
        record:
          - {union opens round}
          - {id: o, port offers: union, %s}
          - {union accepts: o}
        """
            .formatted(agreed));
  }

  private static String worth(Scenario scenario) {
    String text =
        Transcript.of(scenario.negotiation())
            .withSources(scenario.sources().values())
            .withPreferences(scenario.preferences())
            .text();
    return text.substring(text.indexOf("WHAT THE DEAL IS WORTH")).split("\n\n", -1)[0] + "\n";
  }

  @Example
  void a_deal_is_shown_with_what_it_is_worth_and_who_would_leave_it() {
    Golden.check(
        "deal-worth.txt",
        worth(deal("rise: 4, crew: full, days: 0, denounceable: yes"))
            + worth(deal("rise: 7, crew: none, severable: yes"))
            + worth(deal("rise: 6, crew: none, if: {days: at least 3}"))
            + worth(deal("rise: 9, crew: none, days: 0")));
  }

  @Example
  void what_is_too_large_to_be_searched_is_told_and_the_rest_is_shown() {
    String head =
        """
        parley: 1
        title: A large sum
        parties: {a: {name: Alfa, role: principal}, b: {name: Bravo, role: principal}}
        issues: {pay: {from: 0, to: 10000000, unit: dollars}}
        sources: {desk: {document: estimates}}
        preferences:
          a: {assumed by: desk, weighs: {pay: {weight: 1, worth: 0 to 1}}, reservation: 0.2}
          b: {assumed by: desk, weighs: {pay: {weight: 1, worth: 1 to 0}}, reservation: 0.2}
        record:
          - {a opens round}
        """;
    String limit =
        "issue (pay) has 10,000,001 values: an additive profile takes up to 1,000,000, on one issue and on all together";
    Scenario open =
        Scenario.parse(
            "x.yaml",
            head
                + "  - {a demands of: b, pay: at least 7000000}\n"
                + "  - {b demands of: a, pay: at most 5000000}\n");
    Transcript before = Transcript.of(open);
    assertThat(before.text().replaceAll("\\s+", " "))
        .contains("Alfa 0.5, Bravo 0.5", "efficient, fair: cannot tell", limit);
    assertThat(Json.of(before)).contains(limit);
    Scenario agreed =
        Scenario.parse(
            "y.yaml", head + "  - {id: o, a offers: b, pay: 6000000}\n  - {b accepts: o}\n");
    assertThat(Transcript.of(agreed).text().replaceAll("\\s+", " "))
        .contains(
            "Alfa 0.6, Bravo 0.4",
            "better than no agreement for Alfa and Bravo",
            "efficient or not: cannot tell",
            limit);
  }

  @Example
  void power_and_time_are_shown_with_what_they_come_to() {
    String scenario =
        """
        parley: 1
        title: A pie
        parties: {a: {name: Alfa, role: principal}, b: {name: Bravo, role: principal}}
        issues: {pie: {from: 0, to: 19, unit: pieces}}
        sources: {desk: {document: estimates}}
        preferences:
          a: {assumed by: desk, weighs: {pie: {weight: 19, worth: 0 to 1}}, reservation: 0, power: 14, discount: 0.9}
          b: {assumed by: desk, weighs: {pie: {weight: 19, worth: 1 to 0}}, reservation: 0, power: 5, discount: 0.9}
        record:
          - {a opens round}
          - {id: o, a offers: b, pie: 14}
          - {b accepts: o}
        """;
    Transcript transcript = Transcript.of(Scenario.parse("x.yaml", scenario));
    assertThat(transcript.text().replaceAll("\\s+", " "))
        .contains(
            "solutions that it matches: asymmetric Nash",
            "utilitarian",
            "bargaining power 14; a gain of 1 a round later is worth 0.9 now",
            "if Alfa offers first, at the stated cost of time (Rubinstein): pie: 10 pieces",
            "if Bravo offers first, at the stated cost of time (Rubinstein): pie: 9 pieces");
    assertThat(at(read(Json.of(transcript)), "prospect", "deals", 0, "matches", "ASYMMETRIC_NASH"))
        .isEqualTo("YES");
    assertThat(Markdown.of(transcript)).contains("asymmetric Nash");
    Transcript half =
        Transcript.of(Scenario.parse("x.yaml", scenario.replace(", power: 5, discount: 0.9", "")));
    assertThat(half.text().replaceAll("\\s+", " "))
        .contains("how much bargaining power Bravo has", "what time costs Bravo")
        .doesNotContain("asymmetric Nash", "Rubinstein");
  }

  @Example
  void what_a_party_seems_to_want_is_told_where_nobody_states_it() {
    Scenario scenario =
        Scenario.parse(
            "x.yaml",
            """
            parley: 1
            title: A wage round
            parties: {union: {name: Union, role: principal}, port: {name: Port, role: principal}}
            issues:
              rise: {from: 0, to: 10, unit: percent}
              shift: {levels: [none, some, all]}
            sources: {desk: {document: estimates}}
            preferences:
              port:
                assumed by: desk
                weighs: {rise: {weight: 2, worth: 1 to 0}, shift: {weight: 1, worth: 1 to 0}}
            record:
              - {port opens round}
              - {union demands of: port, rise: at least 9, shift: all}
              - {port demands of: union, rise: at most 1, shift: none}
              - {union demands of: port, rise: at least 7}
              - {union demands of: port, rise: at least 5}
            """);
    Transcript transcript = Transcript.of(scenario);
    assertThat(transcript.text().replaceAll("\\s+", " "))
        .contains(
            "Union, by its offers and demands alone: shift before rise [2] [4] [5] (confidence 0.9)");
    assertThat(at(read(Json.of(transcript)), "prospect", "seeming", 0, "order", 0))
        .isEqualTo(List.of("shift"));
    Prospect prospect = Prospect.of(scenario.negotiation(), scenario.preferences());
    assertThat(Json.of(prospect.seeming().get(0))).contains("\"answer\" : \"SEEMS_SO\"");
  }

  @Example
  void a_deal_is_on_the_page_and_in_markdown_and_json_too() {
    Scenario scenario = deal("rise: 4, crew: full, days: 0, denounceable: yes");
    Transcript transcript =
        Transcript.of(scenario.negotiation()).withPreferences(scenario.preferences());
    String said = "matches none of the fairness solutions computed";
    assertThat(transcript.text()).contains(said);
    assertThat(Markdown.of(transcript)).contains(said);
    assertThat(dev.parley.report.page.Html.of(transcript)).contains(said);
    Object deal = at(read(Json.of(transcript)), "prospect", "deals", 0);
    assertThat(at(deal, "agreements")).isEqualTo(List.of(new BigDecimal(2)));
    assertThat(at(deal, "settled", "crew")).isEqualTo("full");
    assertThat(at(deal, "efficient")).isEqualTo("NO");
    assertThat(at(deal, "better", "gains", "union")).isEqualTo("3");
    assertThat(at(deal, "worth", 0, "utility", "least")).isEqualTo("8");
    assertThat(at(deal, "worth", 0, "against-none")).isEqualTo("AS_GOOD");
    assertThat(at(deal, "worth", 1, "against-none")).isEqualTo("BETTER");
    assertThat(at(deal, "matches", "NASH")).isEqualTo("NO");
    assertThat(at(deal, "lasts")).isEqualTo("STABLE");
    assertThat(at(deal, "staying", 0, "ways-out", 0)).isEqualTo(List.of("DENOUNCE"));
    assertThat(at(deal, "solutions", 0, "concept")).isEqualTo("NASH");
    assertThat(Json.of(transcript)).doesNotContain("\"in-the-way\"");
  }

  @Example
  void a_preference_on_an_issue_of_later_is_left_out_of_an_earlier_view() {
    Scenario scenario =
        Scenario.parse(
            "x.yaml",
            """
            parley: 1
            title: A site
            parties: {a: {name: A, role: principal}, b: {name: B, role: principal}}
            issues: {pay: {from: 0, to: 9, unit: tons}}
            sources: {desk: {document: estimates}}
            preferences:
              a: {assumed by: desk, weighs: {pay: {weight: 1, worth: 0 to 1}}}
              b: {assumed by: desk, weighs: {site: {weight: 1, worth: {here: 1, there: 0}}}}
            record:
              - {a demands of: b, pay: at least 5}
              - {b adds issue: site, options: [here, there]}
            """);
    Transcript transcript =
        Transcript.of(scenario.negotiation()).withPreferences(scenario.preferences());
    assertThat(transcript.asKnownAt(new EntryId(1)).preferences())
        .containsExactly(scenario.preferences().get(0));
    assertThat(transcript.asKnownAt(new EntryId(2)).preferences()).hasSize(2);
    assertThat(transcript.asKnownAt(new EntryId(1)).text()).isNotBlank();
  }

  @Example
  void a_prospect_is_written_as_json_without_what_is_private() {
    Prospect prospect = Prospect.of(HARBOUR.negotiation(), HARBOUR.preferences());
    String json = Json.of(prospect);
    assertThat(Json.of(Prospect.of(HARBOUR.negotiation(), HARBOUR.preferences()))).isEqualTo(json);
    assertThat(json).doesNotContain("reservation");
    Object tree = read(json);
    assertThat(at(tree, "preferences", 0, "basis")).isEqualTo("ASSUMED");
    assertThat(at(tree, "preferences", 2, "source")).isEqualTo("union-says");
    assertThat(at(tree, "preferences", 0, "weighings", "arrears", "weight")).isEqualTo("5");
    assertThat(at(tree, "missing")).isEqualTo(List.of());
    assertThat(at(tree, "packages", 0, "refusers")).isEqualTo(List.of("union"));
    assertThat(at(tree, "packages", 0, "appraisal", "efficient")).isEqualTo(false);
    assertThat(at(tree, "packages", 0, "durability", "verdicts", "NASH", "each"))
        .isEqualTo(Map.of("north", "STABLE", "south", "STABLE", "union", "UNSTABLE"));
    assertThat(at(tree, "packages", 0, "durability", "departures", "SEQ", 0, "party"))
        .isEqualTo("union");
    assertThat(at(tree, "packages", 2, "durability", "departures", "SEQ")).isEqualTo(List.of());
    Object half =
        read(Json.of(Prospect.of(HARBOUR.negotiation(), HARBOUR.preferences().subList(0, 2))));
    assertThat(at(half, "missing", 0, "what")).isEqualTo("PREFERENCE");
    assertThat(at(half, "packages", 0, "appraisal-unknown"))
        .isEqualTo("a preference is not known, or the values are too many");
    assertThat(at(read(Json.of(harbour(HARBOUR.preferences()))), "prospect", "issues"))
        .isEqualTo(List.of("arrears", "gates", "work"));
  }

  @Example
  void a_frontier_is_written_as_json_with_its_solutions() {
    Frontier frontier =
        Prospect.of(HARBOUR.negotiation(), HARBOUR.preferences()).frontier().orElseThrow();
    Object tree = read(Json.of(frontier));
    assertThat(at(tree, "outcomes")).isEqualTo(new BigDecimal(21 * 3 * 11));
    assertThat((List<?>) at(tree, "efficient")).hasSize(frontier.efficient().size());
    assertThat((List<?>) at(tree, "negotiation-set")).hasSize(frontier.negotiationSet().size());
    assertThat(at(tree, "solutions", 0, "concept")).isEqualTo("NASH");
    assertThat(at(tree, "solutions", 0, "score"))
        .isEqualTo(frontier.solution(SolutionConcept.NASH).score().orElseThrow().toString());
    assertThat(at(tree, "census-unknown")).isEqualTo("outcomes were not looked at one by one");
    assertThat(at(tree, "shortfall")).isEqualTo(Optional.empty());
    assertThat(at(read(Json.of(frontier.solution(SolutionConcept.NASH))), "payoffs", 0))
        .isEqualTo(at(tree, "solutions", 0, "payoffs", 0));
    Object counted =
        read(
            Json.of(
                BargainingProblem.of(frontier.space(), frontier.profiles())
                    .by(Method.ENUMERATION)
                    .frontier()));
    assertThat(at(counted, "census", "outcomes")).isEqualTo(new BigDecimal(21 * 3 * 11));
    assertThat(at(counted, "efficient")).isEqualTo(at(tree, "efficient"));
  }

  @Example
  void a_frontier_without_reservations_says_why_it_has_no_solutions() {
    List<Preference> open =
        HARBOUR.preferences().stream().map(p -> p.withReservation(Optional.empty())).toList();
    Frontier frontier = Prospect.of(HARBOUR.negotiation(), open).frontier().orElseThrow();
    Object tree = read(Json.of(frontier));
    assertThat(at(tree, "solutions")).isEqualTo(Optional.empty());
    assertThat(at(tree, "solutions-unknown")).isEqualTo("a reservation is not known");
    Object appraised = read(Json.of(frontier.appraise(frontier.space().outcome(0))));
    assertThat(at(appraised, "undecided")).isEqualTo(List.of("north", "south", "union"));
    assertThat(at(appraised, "fair-under")).isEqualTo(List.of());
  }

  @Example
  void the_steps_of_offers_are_written_with_their_class_or_why_there_is_none() {
    Frontier frontier =
        Prospect.of(HARBOUR.negotiation(), HARBOUR.preferences()).frontier().orElseThrow();
    List<BidStep> steps =
        OfferSequence.of(
                List.of(
                    Bid.of("north", frontier.space().outcome(0)),
                    Bid.of("north", frontier.space().outcome(5))))
            .steps(frontier.profiles());
    assertThat(at(read(Json.of(steps.get(0))), "unknown").toString()).contains("first bid");
    Object second = read(Json.of(steps.get(1)));
    assertThat(at(second, "entry")).isEqualTo(Optional.empty());
    assertThat(((Map<?, ?>) at(second, "changes")).keySet()).hasSize(3);
    assertThat(((Map<?, ?>) at(second, "towards")).keySet()).hasSize(2);
  }

  /** The prisoner's dilemma: (1) both cooperate, (4) neither does. */
  private static StabilityAnalysis dilemma() {
    return StabilityAnalysis.of(
        ConflictModel.byArcs()
            .decisionMakers("row", "column")
            .states("both", "row only", "column only", "neither")
            .bothWays("row", "both", "column only")
            .bothWays("row", "row only", "neither")
            .bothWays("column", "both", "row only")
            .bothWays("column", "column only", "neither")
            .payoffs("row", 3, 1, 4, 2)
            .payoffs("column", 3, 4, 1, 2)
            .build());
  }

  @Example
  void a_stability_analysis_is_written_state_by_state() {
    Object tree = read(Json.of(dilemma()));
    assertThat(at(tree, "decision-makers")).isEqualTo(List.of("row", "column"));
    assertThat(at(tree, "states", 3, "name")).isEqualTo("neither");
    assertThat(at(tree, "states", 3, "verdicts", "NASH", "all")).isEqualTo("STABLE");
    assertThat(at(tree, "states", 0, "verdicts", "NASH", "each", "row")).isEqualTo("UNSTABLE");
    assertThat(at(tree, "equilibria", "NASH")).isEqualTo(List.of(new BigDecimal(4)));
    assertThat(at(tree, "equilibria", "SEQ"))
        .isEqualTo(ImmutableList.of(BigDecimal.ONE, new BigDecimal(4)));
  }

  @Example
  void reasons_routes_and_bridges_are_written_with_their_moves() {
    StabilityAnalysis dilemma = dilemma();
    Object unstable =
        read(Json.of(dilemma.why(dev.parley.analysis.stability.StabilityConcept.NASH, "row", 1)));
    assertThat(at(unstable, "unstable", "improvement", "to")).isEqualTo(new BigDecimal(3));
    assertThat(at(unstable, "stable")).isEqualTo(Optional.empty());
    Object stable =
        read(Json.of(dilemma.why(dev.parley.analysis.stability.StabilityConcept.SEQ, "row", 1)));
    assertThat(at(stable, "stable", "answers", 0, "sequence", 0, "by")).isEqualTo("column");
    Object route = read(Json.of(StatusQuo.of(dilemma, 4).route(1)));
    assertThat(at(route, "by-improvements")).isEqualTo(Optional.empty());
    assertThat((List<?>) at(route, "by-any-moves")).hasSize(2);
    assertThat(at(route, "first-loss", "from")).isEqualTo(new BigDecimal(4));
    Object bridge = read(Json.of(Bridging.of(dilemma, 4).bridges().get(0)));
    assertThat(at(bridge, "coalition")).isEqualTo(List.of("row", "column"));
    assertThat(at(bridge, "losers")).isEqualTo(List.of());
  }
}
