package dev.parley.scenario;

import static dev.parley.scenario.ShortOnes.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Scale;
import net.jqwik.api.Example;

/** Who must ratify what it has signed, as a file says it in its head. */
class RatificationScenarios {
  private static final ActorId ISRAEL = ActorId.of("israel");
  private static final ActorId HAMAS = ActorId.of("hamas");

  private static String text(String head) {
    return ShortOnes.text().replace("issues:\n", head + "issues:\n");
  }

  private static Scenario read(String head) {
    Scenario scenario = Scenario.parse("x.yaml", text(head));
    assertThat(Scenario.parse("written.yaml", scenario.write())).isEqualTo(scenario);
    return scenario;
  }

  private static Agenda agenda(String head) {
    return read(head).negotiation().agenda();
  }

  @Example
  void nobody_must_ratify_unless_the_file_says_so() {
    assertThat(agenda("").ratification()).isEqualTo(Ratification.none());
    assertThat(agenda("")).isEqualTo(agenda("ratification: none\n"));
    assertThat(agenda("").mustRatify()).isEmpty();
    assertThat(read("ratification: none\n").write()).doesNotContain("ratification");
  }

  @Example
  void all_are_all_principals_and_no_mediator() {
    Agenda agenda = agenda("ratification: all\n");
    assertThat(agenda.ratification()).isEqualTo(Ratification.all());
    assertThat(agenda.mustRatify()).containsExactly(ISRAEL, HAMAS);
  }

  @Example
  void a_list_names_who_must() {
    assertThat(agenda("ratification: [hamas]\n").mustRatify()).containsExactly(HAMAS);
    assertThat(agenda("ratification: hamas\n")).isEqualTo(agenda("ratification: [hamas]\n"));
    assertThat(read("ratification: [hamas]\n").write()).contains("\nratification: [hamas]\n");
  }

  @Example
  void a_party_that_is_called_all_stands_in_a_list() {
    String text =
        text("ratification: [all]\n")
            .replace("  qatar:", "  all:")
            .replace("mediator", "principal");
    Scenario scenario = Scenario.parse("x.yaml", text);
    assertThat(scenario.negotiation().agenda().mustRatify()).containsExactly(ActorId.of("all"));
    assertThat(Scenario.parse("written.yaml", scenario.write())).isEqualTo(scenario);
  }

  @Example
  void only_a_principal_of_the_file_can_be_named() {
    assertThat(problemsOf(text("ratification: [hammas, qatar, court]\n")))
        .containsExactly(
            "x.yaml:11:16 ratification[1]: party or outsider (hammas) is unknown: did you mean"
                + " (hamas)? known here: israel, hamas, qatar, court",
            "x.yaml:11:24 ratification[2]: ratification is asked of (qatar), who is not a"
                + " principal. Principals: israel, hamas",
            "x.yaml:11:31 ratification[3]: ratification is asked of (court), who is not a"
                + " principal. Principals: israel, hamas");
    assertThat(problemsOf(text("ratification: {hamas: yes}\n")))
        .containsExactly(
            "x.yaml:11:15 ratification: is a mapping; (all), (none) or the parties who must"
                + " ratify, was expected");
  }

  @Example
  void an_agenda_refuses_one_who_is_no_party() {
    Agenda.Builder agenda =
        Agenda.builder()
            .principal("north", "North")
            .principal("south", "South")
            .outsider("valley", "Valley")
            .issue("grain", Scale.quantity("0", "100", "1", "tons"))
            .ratification(Ratification.by(ActorId.of("valley")));
    assertThatThrownBy(agenda::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ratification is asked of (valley), who is not a party. Parties: north, south");
  }
}
