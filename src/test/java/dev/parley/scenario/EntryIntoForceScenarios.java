package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agreement.Agreement;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.ObligationState;
import java.util.List;
import net.jqwik.api.Example;

/** How agreements come into force: by whose ratification, on a date, after something, for whom. */
class EntryIntoForceScenarios {
  private static final String HEAD =
      """
      parley: 1
      title: t
      parties:
        a: {name: A, role: principal}
        b: {name: B, role: principal}
        c: {name: C, role: principal}
      ratification: all
      issues:
        x: {from: 0, to: 9, unit: ships, obligor: a}
        y: {from: 0, to: 9, unit: planes, obligor: b}
        z: {from: 0, to: 9, unit: guns, obligor: c}
      record:
      """;

  private static Scenario scenario(String record) {
    return Scenario.parse("t.yaml", HEAD + record.indent(2));
  }

  private static Agreement agreement(String record) {
    List<Agreement> all = scenario(record).negotiation().agreements();
    return all.get(all.size() - 1);
  }

  private static List<String> findings(String record) {
    return scenario(record).findings().values().stream()
        .map(f -> f.rule() + ": " + f.message())
        .toList();
  }

  private static ObligationState owed(String record, String name) {
    return agreement(record).accord().obligations().entrySet().stream()
        .filter(e -> e.getKey().name().equals(name))
        .map(e -> e.getValue().state())
        .findFirst()
        .orElseThrow();
  }

  private static String signed(String inForce) {
    return """
        - {id: t, a attests with: all, x: 5, y: 5, z: 5, in force: %s, on: 2024-01-01}
        - {b signs: t, on: 2024-01-02}
        - {c signs: t, on: 2024-01-03}
        """
        .formatted(inForce);
  }

  private static String ratified(String record, String... parties) {
    StringBuilder all = new StringBuilder(record);
    for (String party : parties) {
      all.append("- {").append(party).append(" ratifies: t}\n");
    }
    return all.toString();
  }

  @Example
  void once_those_who_are_named_have_ratified_it_is_in_force_and_others_are_bound_when_they_have() {
    String signed = signed("{ratified by: [a, b]}");
    assertThat(agreement(ratified(signed, "c", "a")).stage()).isEqualTo(AgreementStage.SIGNED);
    String inForce = ratified(signed, "a", "b");
    assertThat(agreement(inForce).stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(owed(inForce, "x")).isEqualTo(ObligationState.IN_EFFECT);
    assertThat(owed(inForce, "z")).isEqualTo(ObligationState.PENDING);
    String all = ratified(inForce, "c");
    assertThat(findings(all)).isEmpty();
    assertThat(owed(all, "z")).isEqualTo(ObligationState.IN_EFFECT);
  }

  @Example
  void once_so_many_have_ratified_it_is_in_force_and_one_who_refuses_is_left_out() {
    String signed = signed("{ratified by: 2}");
    assertThat(agreement(ratified(signed, "a")).stage()).isEqualTo(AgreementStage.SIGNED);
    assertThat(agreement(ratified(signed, "a", "c")).stage()).isEqualTo(AgreementStage.IN_FORCE);
    String refused = signed + "- {b fails to ratify: t}\n";
    assertThat(findings(refused)).isEmpty();
    assertThat(agreement(refused).stage()).isEqualTo(AgreementStage.SIGNED);
    assertThat(owed(refused, "y")).isEqualTo(ObligationState.TERMINATED);
    String without = ratified(refused, "a", "c");
    assertThat(agreement(without).stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(agreement(without).accord().bound()).hasSize(2);
    assertThat(agreement(refused + "- {c fails to ratify: t}\n").stage())
        .isEqualTo(AgreementStage.REFUSED);
  }

  @Example
  void for_each_it_is_in_force_as_soon_as_two_are_bound() {
    String signed = signed("{ratified by: each}");
    assertThat(agreement(ratified(signed, "c")).stage()).isEqualTo(AgreementStage.SIGNED);
    String two = ratified(signed, "c", "a");
    assertThat(agreement(two).stage()).isEqualTo(AgreementStage.IN_FORCE);
    assertThat(owed(two, "y")).isEqualTo(ObligationState.PENDING);
    String late = two + "- {b fails to ratify: t}\n";
    assertThat(findings(late)).isEmpty();
    assertThat(agreement(late).stage()).isEqualTo(AgreementStage.IN_FORCE);
  }

  @Example
  void an_event_in_words_is_noted_and_brings_it_into_force() {
    String signed =
        signed("{ratified by: none, when: a ship has left}") + "- {a meets: b, on: 2024-02-01}\n";
    assertThat(agreement(signed).stage()).isEqualTo(AgreementStage.SIGNED);
    String noted = signed + "- {c notes: t, on: 2024-02-02}\n";
    assertThat(findings(noted)).isEmpty();
    assertThat(agreement(noted).since(AgreementStage.IN_FORCE))
        .hasValueSatisfying(on -> assertThat(on).hasToString("2024-02-02"));
  }

  private static final String TRUCE =
      """
      - id: first
        a attests with: b
        x: 1
        stands alone: yes
        in force: on signature
        on: 2023-12-01
      - {b signs: first, on: 2023-12-02}
      """;

  @Example
  void something_that_is_done_under_another_agreement_brings_it_into_force() {
    String signed = TRUCE + signed("{ratified by: none, after: first/x}");
    assertThat(findings(signed)).isEmpty();
    assertThat(agreement(signed).stage()).isEqualTo(AgreementStage.SIGNED);
    String done = signed + "- {a performs: first/x, on: 2024-01-09}\n";
    assertThat(findings(done)).isEmpty();
    assertThat(agreement(done).since(AgreementStage.IN_FORCE))
        .hasValueSatisfying(on -> assertThat(on).hasToString("2024-01-09"));
    assertThat(findings(signed("{after: spoons}")))
        .first()
        .asString()
        .startsWith("TRIGGERED: ")
        .contains("comes into force after (spoons), which is nothing that is agreed");
    assertThat(findings(signed("{after: x}")))
        .first()
        .asString()
        .contains("can never come into force: it waits for (x), which it says itself");
  }

  @Example
  void applied_provisionally_it_is_carried_out_from_its_signature_on() {
    String signed = signed("{provisionally: yes}");
    assertThat(agreement(signed).stage()).isEqualTo(AgreementStage.SIGNED);
    assertThat(owed(signed, "x")).isEqualTo(ObligationState.IN_EFFECT);
    String done = signed + "- {a performs: t/x}\n";
    assertThat(findings(done)).isEmpty();
    assertThat(owed(done, "x")).isEqualTo(ObligationState.FULFILLED);
    assertThat(agreement(done + "- {b fails to ratify: t}\n").stage())
        .isEqualTo(AgreementStage.REFUSED);
  }

  @Example
  void what_is_said_of_it_is_written_as_it_is_read_and_told() {
    for (String entry :
        List.of(
            "on signature",
            "2024-03-01",
            "{ratified by: [a, b], on: 2024-03-01}",
            "{ratified by: 2, when: a ship has left, provisionally: yes}",
            "{ratified by: each, after: first/x}")) {
      Scenario read = scenario(TRUCE + signed(entry));
      assertThat(read.write()).contains("in force: " + entry);
      assertThat(Scenario.parse("u.yaml", read.write()).negotiation())
          .isEqualTo(read.negotiation());
    }
    assertThat(
            scenario(signed("{ratified by: [b, a], when: a ship has left, provisionally: yes}"))
                .negotiation()
                .agreements()
                .get(0)
                .accord()
                .text()
                .inForce())
        .hasToString("once ratified by a, b, when a ship has left, applied provisionally before");
  }

  @Example
  void what_cannot_be_is_refused_with_the_way_out() {
    assertThatThrownBy(() -> scenario(signed("{ratified by: 0}")))
        .hasMessageContaining("comes into force once (0) have ratified: give one or more");
    assertThatThrownBy(() -> scenario(signed("{ratified by: somebody}")))
        .hasMessageContaining("somebody");
    assertThat(findings(signed("{ratified by: 4}")))
        .first()
        .asString()
        .contains(
            "can never come into force (once ratified by 4): the principals it binds are a, b, c");
    assertThatThrownBy(() -> scenario(signed("{by: a}"))).hasMessageContaining("unknown key (by)");
  }
}
