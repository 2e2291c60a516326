package dev.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.report.Transcript;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Substantive;
import java.util.List;
import net.jqwik.api.Example;

/** Who rejects an entry that offers several alternatives rejects all, or names which. */
class RejectedAlternativesScenarios {
  private static final String HEAD =
      """
      parley: 1
      title: t
      parties:
        port: {name: Port, role: principal}
        crew: {name: Crew, role: principal}
        town: {name: Town, role: principal}
      issues:
        pay: {name: Pay, from: 0, to: 100, unit: euros}
        rest: {name: Rest, from: 0, to: 9, unit: days}
      """;

  private static final String OFFERED =
      """
      - {id: o, port offers one of: crew, alternatives: {a: {pay: 60}, b: {pay: 50, rest: 3}, c: {rest: 9}}}
      """;

  private static Scenario scenario(String record) {
    return Scenario.parse("t.yaml", HEAD + "record:\n" + record.indent(2));
  }

  private static List<String> standing(String record) {
    return scenario(record).negotiation().situation().offers().keySet().stream()
        .map(offer -> offer.terms().toString())
        .toList();
  }

  private static List<String> findings(String record) {
    return scenario(record).findings().values().stream().map(Object::toString).toList();
  }

  private static String told(String record) {
    return Transcript.of(scenario(record)).text().replaceAll("\\s+", " ");
  }

  @Example
  void the_label_of_the_entry_rejects_all_that_stand() {
    String all = OFFERED + "- {crew rejects: o}\n";
    assertThat(standing(OFFERED)).hasSize(3);
    assertThat(standing(all)).isEmpty();
    assertThat(findings(all)).isEmpty();
    assertThat(told(all)).contains("Crew rejects the offer of Port [1], alternatives 1, 2 and 3");
    String rest = OFFERED + "- {crew rejects: a}\n- {crew rejects: o}\n";
    assertThat(findings(rest)).as("what is rejected already is left out").isEmpty();
    assertThat(standing(rest)).isEmpty();
    assertThat(told(rest)).contains("rejects the offer of Port [1], alternatives 2 and 3");
  }

  @Example
  void some_are_named() {
    String some = OFFERED + "- {crew rejects: a, besides: c}\n";
    assertThat(standing(some)).hasSize(1);
    assertThat(findings(some)).isEmpty();
    assertThat(scenario(some).write()).contains("{crew rejects: a, besides: [c]}");
    assertThat(Scenario.parse("u.yaml", scenario(some).write()).negotiation())
        .isEqualTo(scenario(some).negotiation());
  }

  @Example
  void what_is_left_undisputed_is_of_the_first() {
    Scenario read = scenario(OFFERED + "- {crew rejects: o, undisputed: pay}\n");
    assertThat(Transcript.of(read).text()).contains("leaves undisputed: Pay");
    assertThat(Scenario.parse("u.yaml", read.write()).negotiation()).isEqualTo(read.negotiation());
  }

  @Example
  void only_offers_of_one_maker_are_rejected_together_and_each_by_its_addressee() {
    String others =
        OFFERED
            + """
            - {id: t, town offers: crew, pay: 10}
            - {id: p, port offers: town, pay: 20}
            """;
    assertThat(findings(others + "- {crew rejects: a, besides: t}\n").toString())
        .contains("crew rejects two offers with one word that are not of one maker");
    assertThat(findings(others + "- {crew rejects: a, besides: p}\n").toString())
        .contains("crew cannot reject");
    assertThat(findings(OFFERED + "- {crew rejects: a, besides: a}\n").toString())
        .contains("DISTINCT");
  }

  @Example
  void all_of_an_entry_and_another_besides() {
    String all =
        OFFERED + "- {id: t, port offers: crew, pay: 10}\n- {crew rejects: o, besides: t}\n";
    assertThat(findings(all)).isEmpty();
    assertThat(standing(all)).isEmpty();
    assertThat(findings(OFFERED + "- {crew rejects: o, besides: [c]}\n").toString())
        .as("one is not rejected twice")
        .contains("DISTINCT");
  }

  @Example
  void what_is_rejected_besides_was_offered_before() {
    Negotiation talks = scenario(OFFERED).negotiation();
    Offer first = talks.situation().offers().keySet().asList().get(0);
    Move move =
        Move.by("crew")
            .rejects(
                first, List.of(first.withTerms(Terms.on(talks.agenda()).set("pay", 1).build())));
    assertThat(move.act().answers()).hasSize(2);
    assertThat(talks.apply(move).toString()).contains("it was never made");
  }

  @Example
  void in_java_the_others_are_a_list() {
    Negotiation talks = scenario(OFFERED).negotiation();
    List<Offer> all = talks.situation().offers().keySet().asList();
    Move move = Move.by("crew").rejects(all.get(0), all.subList(1, 3));
    assertThat(talks.apply(move).orThrow().situation().offers()).isEmpty();
    assertThat(((Substantive.RejectOffer) move.act()).besides()).hasSize(2);
  }
}
