package dev.parley.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scenario.Scenario;
import net.jqwik.api.Example;

class NegotiationWordsTest {
  private static String told(String entry) {
    return NegotiationWords.of(
        Scenario.parse(
                "talks.yaml",
                """
                parley: 1
                title: Talks
                parties:
                  a: {name: A, role: principal}
                  b: {name: B, role: principal}
                  c: {name: C, role: mediator}
                  d: {name: D, role: observer}
                issues: {x: {from: 0, to: 9, unit: gates}, y: {from: 0, to: 9, unit: gates}}
                record:
                """
                    + "  - "
                    + entry
                    + "\n")
            .negotiation()
            .chronicle()
            .readings()
            .get(0)
            .move());
  }

  @Example
  void lists_are_words_without_brackets() {
    assertThat(told("{a offers: b, x: 3, open to: [c, d]}")).isEqualTo("offers x 3, open to c, d");
    assertThat(told("{c proposes to: [a, b], y: 2, brackets: {x: {a: 1, b: 2}}}"))
        .contains(", x in brackets: a 1, b 2");
  }
}
