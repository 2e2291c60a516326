package dev.parley.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.CaseFormat;
import dev.parley.rules.Registry.RegistryException;
import dev.parley.rules.Rules.ReadyMade;
import dev.parley.talks.Finding;
import dev.parley.talks.Rule;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Example;

class RulesTest {
  private static final Registry READY = Registry.readyMade();

  @Example
  void every_rule_has_a_factory_by_its_name_and_every_factory_a_rule() {
    assertThat(
            Arrays.stream(Rules.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> Rule.class.isAssignableFrom(method.getReturnType()))
                .map(Method::getName)
                .map(CaseFormat.LOWER_CAMEL.converterTo(CaseFormat.LOWER_HYPHEN)))
        .containsExactlyInAnyOrderElementsOf(READY.names());
  }

  @Example
  void a_rule_made_by_a_factory_is_the_one_that_is_found_by_its_name() {
    assertThat(Rules.noBacksliding()).isEqualTo(READY.rule("no-backsliding"));
    assertThat(Rules.roundLimit(3)).isEqualTo(READY.rule("round-limit", Map.of("rounds", "3")));
    assertThat(Rules.concessionSize("rise", "0.50"))
        .isEqualTo(READY.rule("concession-size", Map.of("least", "rise 0.5")));
    assertThat(Rules.exchangeBalance("30 prisoners for 1 hostages"))
        .isEqualTo(READY.rule("exchange-balance", Map.of("rate", "30 prisoners for 1 hostages")));
    assertThat(Rules.orderOfIssues("rise", "staff"))
        .isEqualTo(READY.rule("order-of-issues", Map.of("order", "rise, staff")));
  }

  @Example
  void a_rule_is_set_in_the_words_of_a_file_and_stays_as_it_was() {
    ReadyMade met = Rules.goalposts();
    assertThat(met.with("when", "always"))
        .isEqualTo(READY.rule("goalposts", Map.of("when", "always")))
        .isNotEqualTo(met);
    assertThat(met.parameters()).containsExactly(Map.entry("when", "met"));
    assertThat(Rules.guarantorNeeded().with("issues", "staff, rise").parameters())
        .containsExactly(Map.entry("issues", "rise, staff"));
    assertThat(met.warning().severity()).isEqualTo(Finding.Severity.WARN);
    assertThat(Rules.silenceLimit(30)).isEqualTo(Rules.silenceLimit(30).warning());
    assertThat(Rules.silenceLimit(30).with("severity", "refuse").severity())
        .isEqualTo(Finding.Severity.REFUSE);
  }

  @Example
  void what_a_rule_does_not_take_is_refused_with_the_way_out() {
    assertThatThrownBy(() -> Rules.roundLimit(3).with("round", "4"))
        .isInstanceOf(RegistryException.class)
        .hasMessage(
            "rule (round-limit) has no parameter (round). It takes rounds, severity."
                + " Did you mean (rounds)?");
    assertThatThrownBy(() -> Rules.reciprocity().with("answer", "some"))
        .hasMessage(
            "rule (reciprocity): answer (some) must be one of any, concession."
                + " Write it such as answer: any");
  }
}
