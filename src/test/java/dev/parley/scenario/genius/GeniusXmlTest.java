package dev.parley.scenario.genius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.bargaining.BargainingProblem;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.SolutionConcept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;

/** The XML of GENIUS: what it means, what is refused, and that nothing outside the file is read. */
class GeniusXmlTest {
  static final String DOMAIN =
      """
      <negotiation_template>
        <utility_space number_of_issues="4">
          <objective description="" etype="objective" index="0" name="Office" type="objective">
            <issue etype="discrete" index="1" name="External Monitor" type="discrete" vtype="discrete">
              <item index="1" cost="10.0" description="small" value="19'' LCD"/>
              <item index="2" value="Two, side by side"/>
              <item index="3" value="None"/>
            </issue>
            <issue etype="integer" index="2" name="Days" type="integer" vtype="integer" lowerbound="5" upperbound="25"/>
            <issue etype="real" index="3" name="Salary" type="real" vtype="real"><range lowerbound="2.0" upperbound="4.5"/></issue>
            <issue etype="real" index="4" name="Distance" type="real" vtype="real"><range lowerbound="0" upperbound="100"/></issue>
          </objective>
        </utility_space>
      </negotiation_template>
      """;

  static final String PROFILE =
      """
      <utility_space type="any" number_of_issues="4">
        <objective index="0" etype="objective" type="objective" description="" name="Office">
          <issue index="1" etype="discrete" type="discrete" vtype="discrete" name="External Monitor">
            <item index="1" value="19'' LCD" evaluation="4"/>
            <item index="2" value="Two, side by side" evaluation="12"/>
            <item index="3" value="None" evaluation="0"/>
          </issue>
          <issue index="2" etype="integer" type="integer" vtype="integer" name="Days" lowerbound="5" upperbound="25">
            <evaluator ftype="linear" offset="0.0" slope="0.1"/>
          </issue>
          <issue index="3" etype="real" type="real" vtype="real" name="Salary">
            <range lowerbound="2.0" upperbound="4.5"/>
            <evaluator ftype="linear" parameter0="-0.8" parameter1="0.4"/>
          </issue>
          <issue index="4" etype="real" type="real" vtype="real" name="Distance">
            <range lowerbound="0" upperbound="100"/>
            <evaluator ftype="triangular" parameter0="10" parameter1="60" parameter2="30"/>
          </issue>
          <weight index="1" value="0.3"/>
          <weight index="2" value="0.2"/>
          <weight index="3" value="0.3"/>
          <weight index="4" value="0.1"/>
        </objective>
        <discount_factor value="0.75"/>
        <reservation value="0.25"/>
      </utility_space>
      """;

  private static final GeniusDomain OFFICE = GeniusXml.readDomain("Office", DOMAIN);

  private static Fraction utility(AdditiveProfile profile, String... values) {
    Terms terms =
        Terms.on(OFFICE.agenda("ann", "bob"))
            .set("external-monitor", values[0])
            .set("days", values[1])
            .set("salary", values[2])
            .set("distance", values[3])
            .build();
    return profile.utility(terms);
  }

  @Example
  void a_domain_keeps_its_names_and_numbers_its_points() {
    assertThat(OFFICE.space())
        .hasToString("27,783 outcomes over external-monitor, days, salary, distance");
    assertThat(OFFICE.issues().get(0).values())
        .containsExactly("19'' LCD", "Two, side by side", "None");
    assertThat(OFFICE.issues().get(0).issue().scale().describe())
        .isEqualTo("19'' LCD | Two; side by side | None");
    assertThat(OFFICE.issues().get(1).issue().scale().describe()).isEqualTo("5 to 25 units by 1");
    assertThat(OFFICE.issues().get(2).issue().scale().describe())
        .isEqualTo("2 to 4.5 units by 0.125");
  }

  @Example
  void evaluations_are_divided_by_the_largest_and_weights_count_as_they_are() {
    GeniusProfile read = GeniusXml.readProfile(OFFICE, "ann", PROFILE);
    AdditiveProfile ann = read.profile();
    assertThat(ann.weights().values()).hasToString("[0.3, 0.2, 0.3, 0.1]");
    assertThat(utility(ann, "19'' LCD", "5", "2", "0")).isEqualTo(Fraction.parse("0.1"));
    assertThat(utility(ann, "Two; side by side", "5", "2", "0")).isEqualTo(Fraction.parse("0.3"));
    assertThat(utility(ann, "None", "5", "4.5", "0")).isEqualTo(Fraction.parse("0.3"));
    assertThat(utility(ann, "None", "5", "2", "30")).isEqualTo(Fraction.parse("0.1"));
    assertThat(utility(ann, "None", "5", "2", "20")).isEqualTo(Fraction.parse("0.05"));
    assertThat(utility(ann, "None", "5", "2", "45")).isEqualTo(Fraction.parse("0.05"));
    assertThat(utility(ann, "None", "5", "2", "60")).isEqualTo(Fraction.ZERO);
    assertThat(ann.reservedUtility()).hasValue(Fraction.of(1, 4));
    assertThat(read.discount()).hasValue(new java.math.BigDecimal("0.75"));
    assertThat(read.timeCost(1)).hasValue(dev.parley.analysis.bargaining.TimeCost.of("0.75"));
    double half = read.timeCost(2).orElseThrow().discount().doubleValue();
    assertThat(half * half).isCloseTo(0.75, org.assertj.core.data.Offset.offset(1e-12));
  }

  @Example
  void a_line_is_cut_at_zero_and_one() {
    AdditiveProfile ann = GeniusXml.readProfile(OFFICE, "ann", PROFILE).profile();
    assertThat(utility(ann, "None", "10", "2", "0")).isEqualTo(Fraction.parse("0.1"));
    assertThat(utility(ann, "None", "15", "2", "0")).isEqualTo(Fraction.parse("0.2"));
    assertThat(utility(ann, "None", "25", "2", "0")).isEqualTo(Fraction.parse("0.2"));
  }

  @Example
  void what_is_written_reads_back_equal_and_is_written_alike() {
    String domain = GeniusXml.write(OFFICE);
    assertThat(GeniusXml.readDomain("Office", domain)).isEqualTo(OFFICE);
    GeniusProfile profile = GeniusXml.readProfile(OFFICE, "ann", PROFILE);
    String written = GeniusXml.write(profile);
    assertThat(GeniusXml.readProfile(OFFICE, "ann", written)).isEqualTo(profile);
    assertThat(GeniusXml.write(GeniusXml.readProfile(OFFICE, "ann", written))).isEqualTo(written);
    assertThat(GeniusXml.readDomain("Office", written)).isEqualTo(OFFICE);
    assertThat(written)
        .startsWith("<utility_space type=\"any\" number_of_issues=\"4\">\n  <objective index=\"0\"")
        .contains("<item index=\"2\" value=\"Two, side by side\" evaluation=\"3\"/>")
        .contains("<weight index=\"1\" value=\"0.3\"/>")
        .contains(
            "<evaluator ftype=\"triangular\" parameter0=\"10\" parameter1=\"60\" parameter2=\"30\"/>")
        .endsWith("<reservation value=\"0.25\"/>\n</utility_space>\n");
  }

  @Example
  void a_profile_without_a_reservation_reserves_nothing_and_without_a_discount_has_none() {
    String bare = PROFILE.replaceAll("<(reservation|discount_factor) [^>]*>", "");
    GeniusProfile read = GeniusXml.readProfile(OFFICE, "ann", bare);
    assertThat(read.profile().reservedUtility()).hasValue(Fraction.ZERO);
    assertThat(read.discount()).isEmpty();
  }

  @Example
  void what_genius_itself_ignores_is_ignored() {
    String domain =
        DOMAIN
            .replace("<negotiation_template>", "<negotiation_template><agent name=\"Dealer\"/>")
            .replace(" etype=\"discrete\" index", " index");
    assertThat(GeniusXml.readDomain("Office", domain)).isEqualTo(OFFICE);
    String profile =
        PROFILE.replace(
            "evaluation=\"0\"/>",
            "evaluation=\"0\"/><similarity_function weight=\"0.2\"><item value=\"None\" evaluation=\"9\"/></similarity_function>");
    assertThat(GeniusXml.readProfile(OFFICE, "ann", profile))
        .isEqualTo(GeniusXml.readProfile(OFFICE, "ann", PROFILE));
  }

  @Example
  void two_profiles_of_a_file_make_a_bargaining_problem() {
    AdditiveProfile ann = GeniusXml.readProfile(OFFICE, "ann", PROFILE).profile();
    String turned =
        PROFILE
            .replace("evaluation=\"0\"", "evaluation=\"24\"")
            .replace("slope=\"0.1\"", "slope=\"-0.05\"")
            .replace("offset=\"0.0\"", "offset=\"1\"")
            .replace(
                "parameter0=\"-0.8\" parameter1=\"0.4\"", "parameter0=\"1.8\" parameter1=\"-0.4\"");
    AdditiveProfile bob = GeniusXml.readProfile(OFFICE, "bob", turned).profile();
    assertThat(
            BargainingProblem.of(OFFICE.space(), ann, bob)
                .frontier()
                .solution(SolutionConcept.NASH)
                .payoffs())
        .isNotEmpty();
  }

  /** The utilities below are those of GENIUS 10.4, by its own rules for reading and summing. */
  @Example
  void weights_need_not_add_up_to_one_and_a_utility_ends_at_one() {
    assertThat(best("0.4", "0.4")).isEqualTo(Fraction.parse("0.8"));
    assertThat(best("0.95", "0.5")).isEqualTo(Fraction.ONE);
    assertThat(best("0", "0")).isEqualTo(Fraction.ZERO);
    GeniusProfile high = two("0.95", "0.5");
    assertThat(high.profile().utility(high.domain().space().outcome(3)))
        .isEqualTo(Fraction.parse("1.45"));
    assertThat(high.capped().utility(high.domain().space().outcome(3))).isEqualTo(Fraction.ONE);
    assertThat(high.capped().utility(high.domain().space().outcome(2)))
        .isEqualTo(Fraction.parse("0.95"));
    assertThat(high.capped().reservedUtility()).hasValue(Fraction.ZERO);
    GeniusProfile low = two("0.4", "0.4");
    assertThat(low.capped()).isSameAs(low.profile());
    for (GeniusProfile each : List.of(high, low, two("0", "0"))) {
      assertThat(GeniusXml.readProfile(each.domain(), "ann", GeniusXml.write(each)))
          .isEqualTo(each);
    }
  }

  private static Fraction best(String first, String second) {
    GeniusProfile profile = two(first, second);
    return profile.utility(profile.domain().space().outcome(3));
  }

  /** Two issues of two values, the second the better one. */
  private static GeniusProfile two(String first, String second) {
    String issue =
        """
        <issue index="%s" name="%s" type="discrete">
          <item index="1" value="no" evaluation="0"/><item index="2" value="yes" evaluation="7"/>
        </issue>
        """;
    String xml =
        "<utility_space><objective index=\"0\" name=\"root\">"
            + issue.formatted(1, "a")
            + issue.formatted(2, "b")
            + "<weight index=\"1\" value=\"%s\"/><weight index=\"2\" value=\"%s\"/>"
                .formatted(first, second)
            + "</objective></utility_space>";
    return GeniusXml.readProfile(GeniusXml.readDomain("two", xml), "ann", xml);
  }

  @Example
  void what_genius_reads_is_read_with_the_number_that_it_gives() {
    GeniusProfile plain = GeniusXml.readProfile(OFFICE, "ann", PROFILE);
    assertThat(
            changed(
                x ->
                    x.replace(
                        "<weight index=\"1\"",
                        "<weight index=\"0\" value=\"1\"/><weight index=\"1\"")))
        .isEqualTo(plain);
    assertThat(
            changed(
                x ->
                    x.replace(
                        "</utility_space>",
                        "<comparisons>50</comparisons><errors>5</errors><fixed_seed>true</fixed_seed></utility_space>")))
        .isEqualTo(plain);
    for (String odd : List.of("0", "-0.5", "1.75")) {
      assertThat(changed(x -> x.replace("0.75", odd)).discount())
          .hasValue(java.math.BigDecimal.ONE);
    }
    AdditiveProfile below =
        changed(x -> x.replace("evaluation=\"4\"", "evaluation=\"-4\"")).profile();
    assertThat(utility(below, "19'' LCD", "5", "2", "0")).isEqualTo(Fraction.parse("-0.1"));
    AdditiveProfile worthless =
        changed(
                x ->
                    x.replace("evaluation=\"4\"", "evaluation=\"-4\"")
                        .replace("evaluation=\"12\"", "evaluation=\"0.000001\""))
            .profile();
    assertThat(utility(worthless, "19'' LCD", "5", "2", "0")).isEqualTo(Fraction.ZERO);
    assertThat(utility(worthless, "Two; side by side", "5", "2", "0")).isEqualTo(Fraction.ZERO);
  }

  private static GeniusProfile changed(UnaryOperator<String> change) {
    String changed = change.apply(PROFILE);
    assertThat(changed).isNotEqualTo(PROFILE);
    return GeniusXml.readProfile(OFFICE, "ann", changed);
  }

  @Example
  void on_request_what_is_not_known_is_left_out_and_named() {
    GeniusXml.Lenient read =
        GeniusXml.readLeniently(
            OFFICE,
            "ann",
            PROFILE.replace(
                "</utility_space>", "<hyperRectangle><a/></hyperRectangle></utility_space>"));
    assertThat(read.profile()).isEqualTo(GeniusXml.readProfile(OFFICE, "ann", PROFILE));
    assertThat(read.ignored()).containsExactly("line 26: (hyperRectangle)");
    assertThat(GeniusXml.readLeniently(OFFICE, "ann", PROFILE).ignored()).isEmpty();
  }

  private static void refused(String message, UnaryOperator<String> change) {
    String changed = change.apply(PROFILE);
    assertThat(changed).isNotEqualTo(PROFILE);
    assertThatExceptionOfType(GeniusException.class)
        .isThrownBy(() -> GeniusXml.readProfile(OFFICE, "ann", changed))
        .withMessage(message);
  }

  @Example
  void what_cannot_be_represented_is_refused_by_name() {
    refused(
        "line 1: a utility space of type (nonlinear) is not additive and is not read",
        x -> x.replace("type=\"any\"", "type=\"nonlinear\""));
    refused(
        "line 3: element (hyperRectangle) in (utility_space) is none that a linear additive domain or profile has: objective, discount_factor, reservation, comparisons, errors, fixed_seed. Take it out, or read the profile leniently",
        x -> x.replace("  <objective index", "\n<hyperRectangle/><objective index"));
    refused(
        "line 3: objective (Inner) stands within objective (Office): issues are weighed at one level only",
        x -> x.replaceFirst("<issue index=\"1\"", "<objective name=\"Inner\"/><issue index=\"1\""));
    refused(
        "line 9: issue (Days) is evaluated by (constant), which is not read for a type of INTEGER",
        x -> x.replaceFirst("ftype=\"linear\"", "ftype=\"constant\""));
    refused(
        "line 13: issue (Salary) is evaluated by (faratin), which is not read for a type of REAL",
        x -> x.replace("ftype=\"linear\" parameter0", "ftype=\"faratin\" parameter0"));
    refused(
        "line 8: issue (Days) is of type (price): discrete, integer and real are read",
        x -> x.replace("type=\"integer\"", "type=\"price\""));
  }

  @Example
  void bad_numbers_and_misfits_are_refused_by_line_and_name() {
    refused(
        "line 19: weight of index (1): (NaN) is not a number: write a decimal such as 0.25 or a fraction such as 1/4",
        x ->
            x.replace(
                "<weight index=\"1\" value=\"0.3\"/>", "<weight index=\"1\" value=\"NaN\"/>"));
    refused(
        "line 20: weight of index (2) (-0.2) is below zero: let the evaluations fall instead",
        x -> x.replace("value=\"0.2\"", "value=\"-0.2\""));
    refused(
        "line 8: issue (Days) has no weight",
        x -> x.replace("<weight index=\"2\"", "<weight index=\"9\""));
    refused(
        "line 20: weight of index (1) appears twice",
        x -> x.replace("<weight index=\"2\"", "<weight index=\"1\""));
    refused(
        "line 8: issue (Days) has no weight",
        x -> x.replace("<weight index=\"2\" value=\"0.2\"/>", ""));
    refused(
        "line 4: element (item) has no attribute (evaluation)",
        x -> x.replace(" evaluation=\"4\"", ""));
    refused(
        "line 4: evaluation of (19'' LCD) on issue (External Monitor): (null) is not a number: write a decimal such as 0.25 or a fraction such as 1/4",
        x -> x.replace("evaluation=\"4\"", "evaluation=\"null\""));
    refused(
        "line 5: evaluation of (19'' LCD) on issue (External Monitor) appears twice",
        x -> x.replace("Two, side by side", "19'' LCD"));
    refused(
        "issue (External Monitor) has no value (Three). Values: 19'' LCD | Two, side by side | None",
        x -> x.replace("Two, side by side", "Three"));
    refused(
        "profile of (ann): issue (external-monitor) has no evaluation for (None): 2 of its 3 values have one. Say how good each is, 0 if it is worth nothing",
        x -> x.replaceFirst("<item index=\"3\"[^>]*>", ""));
    refused(
        "domain (Office) has no issue (Dayz). Issues: External Monitor | Days | Salary | Distance",
        x -> x.replace("\"Days\"", "\"Dayz\""));
    refused(
        "line 8: issue (Days) goes from (5) to (30) in the profile and from (5) to (25) in the domain",
        x -> x.replace("upperbound=\"25\"", "upperbound=\"30\""));
    refused(
        "line 2: this is not well-formed XML", x -> "<utility_space>\n<objective</utility_space>");
  }

  @Example
  void a_domain_that_no_scale_holds_is_refused_by_name() {
    assertThatExceptionOfType(GeniusException.class)
        .isThrownBy(
            () -> GeniusXml.readDomain("One", DOMAIN.replaceAll("<item index=\"[23]\"[^>]*>", "")))
        .withMessage(
            "issue (External Monitor): a scale of options needs 2 or more, not 1: [19'' LCD]");
    assertThatExceptionOfType(GeniusException.class)
        .isThrownBy(() -> GeniusXml.readDomain("Twice", DOMAIN.replace("\"None\"", "\"19'' LCD\"")))
        .withMessage("issue (External Monitor): a scale of options names (19'' LCD) twice");
    assertThatExceptionOfType(GeniusException.class)
        .isThrownBy(() -> GeniusXml.readDomain("Twice", DOMAIN.replace("\"Salary\"", "\"Days\"")))
        .withMessage("issue (Days) appears twice in the domain");
  }

  @Example
  void nothing_outside_the_file_is_read() throws IOException {
    Path secret = Files.createTempFile("secret", ".txt");
    try {
      Files.writeString(secret, "19'' LCD");
      String external =
          "<!DOCTYPE u [<!ENTITY x SYSTEM \""
              + secret.toUri()
              + "\">]>\n"
              + PROFILE.replace("19'' LCD", "&x;");
      String laughs =
          "<!DOCTYPE u [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n"
              + PROFILE.replace("None", "&b;");
      for (String hostile : new String[] {external, laughs}) {
        assertThatExceptionOfType(GeniusException.class)
            .isThrownBy(() -> GeniusXml.readProfile(OFFICE, "ann", hostile))
            .withMessage(
                "line 1: a document type (DOCTYPE) is not read, since it can reach outside the file: take it out");
      }
      assertThatExceptionOfType(GeniusException.class)
          .isThrownBy(() -> GeniusXml.readProfile(OFFICE, "ann", PROFILE.replace("None", "&x;")))
          .withMessageEndingWith("this is not well-formed XML");
    } finally {
      Files.delete(secret);
    }
    assertThatExceptionOfType(GeniusException.class)
        .isThrownBy(() -> GeniusXml.readDomain("deep", "<a>".repeat(100_000)))
        .withMessage("line 1: elements stand in each other more than 20 deep");
  }

  @Example
  void a_name_that_would_not_come_back_is_refused() {
    for (String broken : new String[] {"&#10;", "&#9;", "&#13;"}) {
      assertThatExceptionOfType(GeniusException.class)
          .isThrownBy(
              () ->
                  GeniusXml.readDomain(
                      "office", DOMAIN.replace("\"Days\"", "\"Da" + broken + "ys\"")))
          .withMessageContaining("line 9: attribute (name) holds character U+00")
          .withMessageEndingWith("which would not come back as it is: write a space");
    }
    String later = "<?xml version=\"1.1\"?>\n" + DOMAIN.replace("\"Days\"", "\"Da&#1;ys\"");
    assertThatExceptionOfType(GeniusException.class)
        .isThrownBy(() -> GeniusXml.readDomain("office", later))
        .withMessageContaining("character U+0001");
    assertThatExceptionOfType(GeniusException.class)
        .isThrownBy(() -> GeniusXml.readDomain("office", DOMAIN.replace("\"Days\"", "\" \"")))
        .withMessage("an issue has no name, or a blank one ( )");
  }
}
