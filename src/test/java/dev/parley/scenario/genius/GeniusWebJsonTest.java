package dev.parley.scenario.genius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.Fraction;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;

/** The JSON of GeniusWeb: what it means and what is refused. */
class GeniusWebJsonTest {
  static final String JOBS =
      """
      {"LinearAdditiveUtilitySpace":{
      "issueUtilities":{
       "lease car":{"DiscreteValueSetUtilities":{"valueUtilities":{"no":0,"yes":1}}},
       "fte":{"DiscreteValueSetUtilities":{"valueUtilities":{"1.0":0.75,"0.6":0.25,"a, b":0.5}}},
       "salary":{"NumberValueSetUtilities":{"lowValue":2000,"lowUtility":0.1,"highValue":4000,"highUtility":1.0}}},
      "issueWeights":{"lease car":0.06,"fte":0.3,"salary":0.64},
      "domain":{"name":"jobs","issuesValues":{
       "lease car":{"values":["yes","no"]},
       "fte":{"values":["0.6","a, b","1.0"]},
       "salary":{"range":{"low":2000,"high":4000,"step":250}}}},
      "name":"jobs1",
      "reservationBid":{"issuevalues":{"lease car":"no","fte":"a, b","salary":2500}}}}
      """;

  @Example
  void a_profile_is_read_with_its_domain_and_its_reservation() {
    GeniusProfile read = GeniusWebJson.readProfile("worker", JOBS);
    assertThat(read.name()).isEqualTo("jobs1");
    assertThat(read.domain().name()).isEqualTo("jobs");
    assertThat(read.domain().space()).hasToString("54 outcomes over lease-car, fte, salary");
    AdditiveProfile profile = read.profile();
    Terms terms =
        Terms.on(read.domain().agenda("worker", "boss"))
            .set("lease-car", "yes")
            .set("fte", "1.0")
            .set("salary", "3000")
            .build();
    // 0.06 * 1 + 0.3 * 0.75 + 0.64 * 0.55
    assertThat(profile.utility(terms)).isEqualTo(Fraction.parse("0.637"));
    // 0.06 * 0 + 0.3 * 0.5 + 0.64 * 0.325
    assertThat(profile.reservedUtility()).hasValue(Fraction.parse("0.358"));
  }

  @Example
  void what_is_written_reads_back_equal_and_is_written_alike() {
    GeniusProfile read = GeniusWebJson.readProfile("worker", JOBS);
    String written = GeniusWebJson.write(read);
    assertThat(GeniusWebJson.readProfile("worker", written)).isEqualTo(read);
    assertThat(GeniusWebJson.write(GeniusWebJson.readProfile("worker", written)))
        .isEqualTo(written);
    assertThat(written)
        .contains("\"range\":{\"low\":2000,\"high\":4000,\"step\":250}")
        .contains(
            "\"reservationBid\":{\"issuevalues\":{\"lease car\":\"no\",\"fte\":\"a, b\",\"salary\":2500}}");
    GeniusProfile without =
        GeniusWebJson.readProfile(
            "worker", JOBS.replaceFirst("\"reservationBid\".*", "\"reservationBid\":null}}"));
    assertThat(without.profile().reservation()).isEmpty();
    assertThat(GeniusWebJson.write(without))
        .endsWith("\"name\":\"jobs1\",\"reservationBid\":null}}\n");
  }

  private static void refused(String message, UnaryOperator<String> change) {
    String changed = change.apply(JOBS);
    assertThat(changed).isNotEqualTo(JOBS);
    assertThatExceptionOfType(GeniusException.class)
        .isThrownBy(() -> GeniusWebJson.readProfile("worker", changed))
        .withMessage(message);
  }

  @Example
  void what_is_wrong_is_named_with_its_place() {
    refused(
        "LinearAdditiveUtilitySpace/issueWeights add up to (0.97): GeniusWeb wants exactly 1",
        x -> x.replace("\"fte\":0.3", "\"fte\":0.27"));
    refused(
        "LinearAdditiveUtilitySpace/issueWeights has no field (fte)",
        x -> x.replace("\"fte\":0.3,", ""));
    refused(
        "domain (jobs) has no issue (ftee). Issues: lease car | fte | salary",
        x -> x.replace("\"fte\":0.3", "\"ftee\":0.3"));
    refused(
        "profile of (worker) weighs issue (fte) by (-0.3): a weight must not be below zero. Where less is better, let the evaluation fall",
        x -> x.replace("\"fte\":0.3,\"salary\":0.64", "\"fte\":-0.3,\"salary\":1.24"));
    refused(
        "line 6: this is not JSON, or names a field twice: Duplicate Object property \"fte\"",
        x -> x.replace("\"salary\":0.64", "\"fte\":0.64"));
    refused(
        "LinearAdditiveUtilitySpace/issueUtilities/fte/DiscreteValueSetUtilities/valueUtilities/1.0 (1.75) must lie from 0 to 1",
        x -> x.replace("0.75", "1.75"));
    refused(
        "profile of (worker): issue (fte) has no evaluation for (1.0): 2 of its 3 values have one. Say how good each is, 0 if it is worth nothing",
        x -> x.replace("\"1.0\":0.75,", ""));
    refused(
        "issue (fte) has no value (0.8). Values: 0.6 | a, b | 1.0",
        x -> x.replace("\"0.6\":", "\"0.8\":"));
    refused(
        "LinearAdditiveUtilitySpace/issueUtilities/salary has the field (Curve), which a linear additive profile has not: NumberValueSetUtilities",
        x -> x.replace("NumberValueSetUtilities", "Curve"));
    refused(
        "the file has the field (SumOfGroupsUtilitySpace), which a linear additive profile has not: LinearAdditiveUtilitySpace",
        x -> x.replace("LinearAdditiveUtilitySpace", "SumOfGroupsUtilitySpace"));
    refused(
        "issue (salary): a quantity from (2000) to (4000) must be a whole number of steps of (300)",
        x -> x.replace("\"step\":250", "\"step\":300"));
    refused(
        "LinearAdditiveUtilitySpace/reservationBid/issuevalues has no field (fte)",
        x -> x.replace("\"fte\":\"a, b\",", ""));
    refused(
        "profile of (worker), reservation: salary: 2600 units lies between two steps of the scale (by 250): use 2500 or 2750",
        x -> x.replace("\"salary\":2500", "\"salary\":2600"));
    refused(
        "LinearAdditiveUtilitySpace/issueWeights/fte must be of kind (NUMBER), not (TEXT)",
        x -> x.replace("\"fte\":0.3", "\"fte\":\"0.3\""));
  }

  @Example
  void a_file_that_is_no_json_is_refused() {
    for (String text : new String[] {"", "[", "{", "{}{}", "NaN", "[".repeat(100_000)}) {
      assertThatExceptionOfType(GeniusException.class)
          .isThrownBy(() -> GeniusWebJson.readProfile("worker", text));
    }
  }

  @Example
  void what_is_longer_than_a_profile_is_refused_in_words_of_ones_own() {
    assertThatThrownBy(() -> GeniusWebJson.readProfile("buyer", "[".repeat(5_000)))
        .isInstanceOf(GeniusException.class)
        .hasMessage("line 1: a text, a number or a nesting is longer than any profile needs");
  }
}
