package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Ledger;
import dev.parley.evidence.Delay;
import dev.parley.evidence.When;
import dev.parley.talks.Finding;
import dev.parley.talks.Negotiation;
import java.util.List;
import net.jqwik.api.Example;

/** Talks in which hours count: an offer for an hour, a deadline that moves, a truce until seven. */
class HoursScenarios {
  private static final String HEAD =
      """
      parley: 1
      title: A bridge that is held
      parties:
        guards: {name: Guards, role: principal}
        town: {name: Town, role: principal}
      issues:
        bread: {levels: [none, delivered], obligor: town}
        prisoners: {from: 0, to: 9, unit: persons, obligor: guards}
      record:
      """;

  private static Scenario read(String record) {
    Scenario scenario = Scenario.parse("bridge.yaml", HEAD + record);
    assertThat(Scenario.parse("written.yaml", scenario.write())).isEqualTo(scenario);
    return scenario;
  }

  private static Negotiation talks(String record) {
    return read(record).negotiation();
  }

  private static List<String> findings(String record) {
    return read(record).findings().values().stream().map(Finding::rule).toList();
  }

  private static final String OFFER =
      """
        - {town opens round: bridge, on: 2019-05-04T20:00}
        - {id: o, town offers: guards, bread: delivered, prisoners: 2, until: "2019-05-04T21:30", on: 2019-05-04T20:40}
      """;

  @Example
  void an_offer_lapses_at_its_hour() {
    assertThat(findings(OFFER + "  - {guards accepts: o, on: 2019-05-04T21:30}\n")).isEmpty();
    assertThat(findings(OFFER + "  - {guards accepts: o, on: 2019-05-04T21:31}\n"))
        .containsExactly("NOT_LAPSED");
    assertThat(findings(OFFER + "  - {guards accepts: o, on: 2019-05-04}\n"))
        .containsExactly("may-have-lapsed");
    assertThat(findings(OFFER + "  - {guards accepts: o, on: 2019-05-05}\n"))
        .containsExactly("NOT_LAPSED");
  }

  @Example
  void what_has_no_date_is_judged_at_the_latest_minute_so_far() {
    String later = "  - {guards claims: list, text: names follow, on: 2019-05-04T22:00}\n";
    assertThat(findings(OFFER + later + "  - {guards accepts: o}\n"))
        .containsExactly("NOT_LAPSED", "may-have-lapsed");
    assertThat(findings(OFFER + later.replace("22:00", "21:00") + "  - {guards accepts: o}\n"))
        .containsExactly("may-have-lapsed");
  }

  @Example
  void hours_are_those_of_one_clock_where_both_offsets_are_known() {
    String abroad = OFFER.replaceAll("(2[0-9]:[0-9]{2})", "$1+02:00");
    assertThat(findings(abroad + "  - {guards accepts: o, on: \"2019-05-04T19:25Z\"}\n")).isEmpty();
    assertThat(findings(abroad + "  - {guards accepts: o, on: \"2019-05-04T19:35Z\"}\n"))
        .containsExactly("NOT_LAPSED");
  }

  @Example
  void a_deadline_moves_by_an_hour_and_a_half_and_not_back() {
    String deadline =
        "  - {guards sets deadline: midnight, date: 2019-05-05T00:00, for: bread, on:"
            + " 2019-05-04T20:10}\n";
    String moved = deadline + "  - {guards extends deadline: midnight, date: 2019-05-05T01:30}\n";
    assertThat(findings(moved)).isEmpty();
    assertThat(talks(moved).situation().deadlines().get("midnight").date())
        .isEqualTo(When.parse("2019-05-05T01:30"));
    assertThat(
            findings(
                deadline + "  - {guards extends deadline: midnight, date: 2019-05-04T23:45}\n"))
        .containsExactly("DEADLINE_LATER");
    assertThat(findings(deadline.replace("05T00:00", "04T20:00")))
        .containsExactly("DEADLINE_AHEAD");
  }

  private static Agreement truce(String lasts, String last) {
    return talks(
            """
              - {id: t, town attests with: guards, bread: delivered, interim: yes, in force: 2023-11-24T07:00, lasts: LASTS, on: 2023-11-22}
              - {guards signs: t, on: 2023-11-22}
              - {town claims: trucks, figure: 150, on: 2023-11-24T08:00}
              - {town claims: trucks, figure: 200, on: LAST}
            """
                .replace("LASTS", lasts)
                .replace("LAST", last))
        .agreements()
        .get(0);
  }

  @Example
  void an_agreement_expires_by_the_hour_whether_it_lasts_hours_days_or_until_a_time() {
    for (String lasts : List.of("96 hours", "4 days", "until 2023-11-28T07:00")) {
      assertThat(truce(lasts, "2023-11-28T07:00").stage())
          .as(lasts)
          .isEqualTo(AgreementStage.IN_FORCE);
      assertThat(truce(lasts, "2023-11-28").stage()).as(lasts).isEqualTo(AgreementStage.IN_FORCE);
      assertThat(truce(lasts, "2023-11-28T07:01").stage())
          .as(lasts)
          .isEqualTo(AgreementStage.EXPIRED);
      assertThat(truce(lasts, "2023-11-29").stage()).as(lasts).isEqualTo(AgreementStage.EXPIRED);
    }
    assertThat(truce("1 hour", "2023-11-24T08:01").stage()).isEqualTo(AgreementStage.EXPIRED);
  }

  @Example
  void it_is_not_in_force_before_its_hour() {
    Agreement truce = truce("96 hours", "2023-11-24T09:00");
    assertThat(truce.turns())
        .extracting(turn -> turn.stage() + " " + turn.on())
        .containsExactly("TABLED 2023-11-22", "SIGNED 2023-11-22", "IN_FORCE 2023-11-24T07:00");
  }

  @Example
  void what_is_done_before_its_hour_is_told_to_wait() {
    String record =
        """
          - {id: t, town attests with: guards, prisoners: 3, in force: 2023-11-24T07:00, on: 2023-11-22}
          - {guards signs: t, on: 2023-11-22}
          - {guards performs: t/prisoners, amount: 1, on: 2023-11-24T06:00}
        """;
    assertThat(read(record).findings().values())
        .extracting(Finding::hint)
        .containsExactly("Wait until it comes into force");
    assertThat(findings(record.replace("T06:00", "T08:00"))).isEmpty();
  }

  @Example
  void a_delivery_is_late_by_hours() {
    Negotiation talks =
        talks(
            """
              - id: deal
                town offers: guards
                prisoners: 3
                undertakings:
                  release: {by: guards, what: lets them go, amount: 3, due: 2019-05-05T08:30}
                  loaves: {by: town, what: sends bread, amount: 40, due: 2019-05-05}
                on: 2019-05-04
              - {guards accepts: deal, on: 2019-05-04}
              - {guards performs: deal/release, amount: 3, on: 2019-05-05T11:15}
              - {town performs: deal/loaves, amount: 40, on: 2019-05-06T06:00}
            """);
    Ledger ledger = Ledger.of(talks.agreements().get(0), java.util.Optional.empty());
    assertThat(ledger.rows())
        .extracting(row -> row.late().map(Delay::toString).orElse("in time"))
        .containsExactly("2 hours 45 minutes", "1 day", "in time");
  }
}
