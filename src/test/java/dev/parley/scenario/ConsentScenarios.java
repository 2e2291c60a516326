package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Accord.Fulfilment;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.progress.Progress;
import dev.parley.progress.Step;
import dev.parley.progress.StepKind;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation.IssueStatus;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;

/** What becomes of consents when offers end, and of issues that two texts settle. */
class ConsentScenarios {
  private static final String HEAD =
      """
      parley: 1
      title: t
      parties:
        mill: {name: Mill, role: principal}
        farm: {name: Farm, role: principal}
        dairy: {name: Dairy, role: principal}
      issues: {price: {from: 0, to: 20, unit: euros}, weeks: {from: 0, to: 9, unit: weeks}}
      record:
      """;

  private static Negotiation talks(String record) {
    return Scenario.parse("t.yaml", HEAD + record.indent(2)).negotiation();
  }

  private static String position(Negotiation talks, String party, String issue, String toward) {
    return talks
        .situation()
        .position(new Line(ActorId.of(party), IssueId.of(issue), ActorId.of(toward)))
        .toString();
  }

  private static List<String> settled(Negotiation talks) {
    return talks.situation().settled().stream()
        .map(s -> "%s of %s and %s: %s".formatted(s.issue(), s.one(), s.other(), s.value()))
        .toList();
  }

  @Example
  void what_is_signed_stays_signed_when_the_same_offer_is_rejected() {
    Negotiation talks =
        talks(
            """
            - {id: one, mill offers: farm, price: 7}
            - {farm accepts: one}
            - {id: two, mill offers: farm, price: 7}
            - {farm rejects: two}
            """);
    assertThat(settled(talks)).containsExactly("price of mill and farm: 7");
    assertThat(position(talks, "farm", "price", "mill")).isEqualTo("7");
  }

  @Example
  void what_was_accepted_of_a_severable_offer_outlasts_the_rejection_of_the_rest() {
    Negotiation talks =
        talks(
            """
            - {id: one, mill offers: farm, price: 7, weeks: 3, severable: yes}
            - {farm accepts: one, parts: price}
            - {farm rejects: one}
            """);
    assertThat(settled(talks)).containsExactly("price of mill and farm: 7");
    assertThat(position(talks, "farm", "weeks", "mill")).isEqualTo("not stated");
  }

  @Example
  void what_not_all_can_accept_any_more_carries_nobodys_consent() {
    String accepted =
        """
        - {id: one, mill offers: [farm, dairy], price: 7, weeks: 3, severable: yes}
        - {farm accepts: one, parts: price}
        """;
    String other = accepted + "- {dairy accepts: one, parts: weeks}\n";
    assertThat(position(talks(other), "farm", "price", "mill")).isEqualTo("7");
    Negotiation withdrawn = talks(other + "- {mill withdraws: one}\n");
    assertThat(position(withdrawn, "farm", "price", "mill")).isEqualTo("not stated");
    assertThat(withdrawn.situation().agreements()).isEmpty();
    Negotiation again =
        talks(
            accepted
                + """
                  - {dairy rejects: one}
                  - {mill offers: [farm, dairy], price: 7, weeks: 3, severable: yes}
                  - {farm accepts: one}
                  - {dairy accepts: one}
                  """);
    assertThat(settled(again)).hasSize(6);
  }

  @Example
  void who_attested_a_text_still_stands_by_it_when_an_offer_of_the_same_is_withdrawn() {
    Negotiation talks =
        talks(
            """
            - {farm attests with: mill, price: 7}
            - {id: one, mill offers: farm, price: 7}
            - {mill withdraws: one}
            """);
    assertThat(position(talks, "farm", "price", "mill")).isEqualTo("7");
  }

  @Example
  void of_two_texts_the_later_signed_governs_whichever_was_put_forward_first() {
    Negotiation talks =
        talks(
            """
            - {id: first, farm attests with: mill, price: 5}
            - {id: second, farm attests with: mill, price: 9}
            - {mill attests with: farm, same as: second}
            - {mill attests with: farm, same as: first}
            """);
    assertThat(settled(talks)).containsExactly("price of mill and farm: 5");
  }

  @Example
  void a_condition_among_three_is_met_by_all_and_fails_by_two_whoever_is_named_first() {
    String deal =
        """
        - {id: deal, mill offers: [farm, dairy], price: 7, if: {weeks: at least 4}}
        - {farm accepts: deal}
        - {dairy accepts: deal}
        """;
    for (String two : List.of("mill attests with: farm", "farm attests with: dairy")) {
      String[] words = two.split(" ");
      String back = words[3] + " attests with: " + words[0];
      String record = deal + "- {%s, weeks: %s}\n- {%s, weeks: %s}\n";
      assertThat(condition(talks(record.formatted(two, 6, back, 6)))).isEqualTo(Fulfilment.OPEN);
      assertThat(condition(talks(record.formatted(two, 2, back, 2)))).isEqualTo(Fulfilment.FAILED);
    }
    String all = "- {mill attests with: all, weeks: 6}\n- {farm attests with: all, weeks: 6}\n";
    assertThat(condition(talks(deal + all + "- {dairy attests with: all, weeks: 6}\n")))
        .isEqualTo(Fulfilment.MET);
  }

  private static Fulfilment condition(Negotiation talks) {
    return talks.situation().agreements().values().stream()
        .flatMap(accord -> accord.conditions().values().stream())
        .findFirst()
        .orElseThrow();
  }

  @Example
  void accepting_what_is_over_is_measured_as_a_statement() {
    Negotiation talks =
        talks(
            """
            - {mill opens round}
            - {farm offers: mill, price: 8}
            - {id: high, mill offers: farm, price: 12}
            - {mill closes round}
            - {mill opens round}
            - {mill offers: farm, price: 4}
            - {farm accepts: high}
            - {mill closes round}
            """);
    assertThat(talks.round(2).steps())
        .filteredOn(step -> step.party().text().equals("farm"))
        .hasSize(1)
        .allSatisfy(
            step -> {
              assertThat(step.kind()).isEqualTo(StepKind.HARDENED);
              assertThat(step.size().orElseThrow()).isEqualByComparingTo("-4");
            });
  }

  @Example
  void an_issue_in_words_is_open() {
    Negotiation talks =
        talks(
            """
            - {mill opens round}
            - {mill demands of: [farm, dairy], weeks: {in words: long enough}}
            - {farm offers: [mill, dairy], weeks: 3}
            - {dairy offers: [mill, farm], weeks: 3}
            - {mill closes round}
            """);
    assertThat(talks.situation().status(IssueId.of("weeks"))).isEqualTo(IssueStatus.OPEN);
    assertThat(talks.round(1).openAfter()).isEqualTo(1);
  }

  @Example
  void an_opening_that_is_dropped_in_the_same_round_is_told_with_it() {
    Negotiation talks =
        talks(
            """
            - {mill opens round}
            - {mill demands of: farm, price: at least 9}
            - {mill drops: price}
            - {mill closes round}
            """);
    assertThat(talks.round(1).progress()).isEqualTo(Progress.MOVED);
    assertThat(talks.round(1).steps())
        .anyMatch(step -> step.describe().contains("STATED at least 9, then DROPPED"));
  }

  @Example
  void a_demand_dropped_after_a_consent_ad_referendum_does_not_return_when_that_falls() {
    String record =
        """
        - {farm opens round}
        - {farm demands of: mill, price: at least 12}
        - {id: low, mill offers: farm, price: 7}
        - {farm accepts: low, ad referendum: yes}
        - {farm drops: price}
        """;
    assertThat(position(talks(record), "farm", "price", "mill")).isEqualTo("at least 7, tentative");
    String fallen = record + "- {mill withdraws: low}\n- {farm closes round}\n";
    assertThat(position(talks(fallen), "farm", "price", "mill")).isEqualTo("not stated");
    assertThat(talks(fallen).round(1).steps())
        .extracting(Step::describe)
        .contains("farm on price towards mill: STATED at least 12, then DROPPED [2] [4] [5] [6]");
  }

  @Example
  void an_offer_withdrawn_after_a_consent_ad_referendum_does_not_return_when_that_falls() {
    Negotiation talks =
        talks(
            """
            - {id: mine, farm offers: mill, price: 12}
            - {id: low, mill offers: farm, price: 7}
            - {farm accepts: low, ad referendum: yes}
            - {farm withdraws: mine}
            - {farm rejects: low}
            """);
    assertThat(position(talks, "farm", "price", "mill")).isEqualTo("not stated");
  }

  @Example
  void a_consent_that_falls_leaves_the_baseline_alone_where_something_was_said_since() {
    Negotiation talks =
        talks(
            """
            - {farm opens round}
            - {id: low, mill offers: farm, price: 7}
            - {farm accepts: low, ad referendum: yes}
            - {farm closes round}
            - {farm opens round}
            - {farm demands of: mill, price: 10}
            - {farm accepts: low, ad referendum: yes}
            - {farm rejects: low}
            - {farm closes round}
            """);
    assertThat(talks.round(2).steps())
        .extracting(Step::describe)
        .containsExactly("farm on price towards mill: RESTORED, 7 -> 10 [6] [7] [8]");
  }

  @Example
  void a_consent_to_a_package_bears_the_marks_of_an_offer_of_it() {
    Negotiation talks =
        talks(
            """
            - {id: t, mill attests with: [farm, dairy], price: 7, weeks: 2}
            - {farm signs: t}
            - {id: both, farm offers: mill, price: 8, weeks: 3}
            - {mill accepts: both}
            - {id: o, dairy offers: mill, price: 9, if: {weeks: at least 5}}
            - {mill accepts: o}
            """);
    assertThat(marks(talks, "farm", "dairy"))
        .as("not all have signed")
        .containsExactly(Position.Mark.IN_PACKAGE);
    assertThat(marks(talks, "farm", "mill")).as("all of it is agreed").isEmpty();
    assertThat(marks(talks, "mill", "dairy")).containsExactly(Position.Mark.CONDITIONAL);
    assertThat(marks(talks, "dairy", "mill")).containsExactly(Position.Mark.CONDITIONAL);
  }

  private static Set<Position.Mark> marks(Negotiation talks, String party, String toward) {
    return talks.situation().position(party, "price", toward).marks();
  }

  @Example
  void a_later_round_reads_an_answer_as_the_one_before_it_did_whatever_is_corrected() {
    Negotiation talks =
        talks(
            """
            - {mill opens round}
            - {farm offers: mill, price: 12}
            - {id: first, mill offers: farm, price: 7}
            - {id: second, mill offers: farm, price: 9}
            - {correct: second, instead: {mill offers: farm, price: 7}}
            - {mill closes round}
            - {mill opens round}
            - {farm accepts: second}
            - {correct: first, instead: {mill offers: farm, price: 9}}
            - {mill closes round}
            """);
    assertThat(settled(talks)).containsExactly("price of mill and farm: 7");
    assertThat(talks.round(2).progress()).isEqualTo(Progress.MOVED);
    assertThat(talks.round(2).steps())
        .extracting(Step::describe)
        .containsExactly("farm on price towards mill: CONCEDED by 5 euros, 12 -> 7 [8]");
  }

  @Example
  void what_a_signature_has_closed_again_is_not_reopened_when_a_later_consent_falls() {
    Negotiation talks =
        talks(
            """
            - {farm opens round}
            - {farm demands of: mill, price: at least 12}
            - {farm drops: price}
            - {farm closes round}
            - {farm opens round}
            - {farm demands of: mill, price: at least 12}
            - {farm attests with: mill, price: 7}
            - {id: low, mill offers: farm, price: 5}
            - {farm accepts: low, ad referendum: yes}
            - {mill withdraws: low}
            - {farm closes round}
            """);
    assertThat(talks.round(2).steps())
        .extracting(Step::describe)
        .containsExactly(
            "mill on price towards farm: STATED 5, then HARDENED, size unknown [8] [10]",
            "farm on price towards mill: STATED at least 12, then RESTORED, at least 7 [6] [7] [9] [10]");
  }
}
