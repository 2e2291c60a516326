package dev.parley.analysis.bargaining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.BargainingProblem.Method;
import dev.parley.analysis.bargaining.Frontier.Appraisal;
import dev.parley.analysis.bargaining.OfferSequence.Bid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is refused, by name, and what to do instead. */
class BadProfilesTest {
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("israel", "Israel")
          .principal("hamas", "Hamas")
          .issue("hostages", Scale.quantity(0, 10, "persons"))
          .issue("end-of-war", Scale.levels("none", "truce", "permanent"))
          .build();
  private static final OutcomeSpace SPACE = OutcomeSpace.of(AGENDA);
  private static final Evaluation RISING = Evaluation.linear("0", "1");

  private static AdditiveProfile.Builder israel() {
    return AdditiveProfile.on(SPACE, "israel").issue("hostages", "0.6", RISING);
  }

  private static AdditiveProfile whole(String party) {
    return AdditiveProfile.on(SPACE, party)
        .issue("hostages", "0.6", RISING)
        .issue("end-of-war", "0.4", RISING)
        .build();
  }

  private static void refused(ThrowingCallable building, String message) {
    assertThatIllegalArgumentException().isThrownBy(building).withMessage(message);
  }

  @Example
  void a_missing_weight_is_not_a_weight_of_zero() {
    refused(
        () -> israel().build(),
        "profile of (israel) does not weigh issue (end-of-war): give it a weight, 0 if it does not matter");
  }

  @Example
  void a_weight_without_an_evaluation_is_refused() {
    refused(
        () -> israel().putWeight(SPACE.issues().get(1).id(), Fraction.ONE).build(),
        "profile of (israel) does not evaluate issue (end-of-war): say how good its values are");
  }

  @Example
  void a_negative_weight_is_refused() {
    refused(
        () -> israel().issue("end-of-war", "-0.4", RISING).build(),
        "profile of (israel) weighs issue (end-of-war) by (-0.4): a weight must not be below zero. Where less is better, let the evaluation fall");
  }

  @Example
  void a_weight_must_be_a_number() {
    for (String text : List.of("NaN", "Infinity", "", "heavy", "1/x", "0x1p3", "1e999999999")) {
      refused(
          () -> israel().issue("end-of-war", text, RISING),
          "weight of issue (end-of-war): (%s) is not a number: write a decimal such as 0.25 or a fraction such as 1/4"
              .formatted(text));
    }
    refused(
        () -> Fraction.of(Double.NaN),
        "(NaN) is not a number: write a decimal such as 0.25 or a fraction such as 1/4");
    refused(
        () -> Fraction.parse("1/0"),
        "fraction (1/0) has no value: the denominator must not be zero");
  }

  @Example
  void a_misspelt_issue_is_named_with_the_one_that_was_meant() {
    refused(
        () -> israel().issue("end-of-wra", "0.4", RISING).build(),
        "profile of (israel): issue (end-of-wra) is not in the outcome space. Issues: hostages, end-of-war. Did you mean (end-of-war)?");
    refused(
        () -> AdditiveProfile.on(SPACE, "israel").issue("hostage", "0.4", RISING).build(),
        "profile of (israel): issue (hostage) is not in the outcome space. Issues: hostages, end-of-war. Did you mean (hostages)?");
  }

  @Example
  void an_issue_of_another_agenda_is_refused() {
    refused(
        () -> israel().issue("borders", "0.4", RISING).build(),
        "profile of (israel): issue (borders) is not in the outcome space. Issues: hostages, end-of-war");
  }

  @Example
  void an_issue_is_weighed_once() {
    refused(
        () -> israel().issue("hostages", "0.7", RISING),
        "issue (hostages) is weighed twice, the second time by (0.7). Leave one of them out");
  }

  @Example
  void a_value_is_evaluated_once() {
    refused(
        () -> Evaluation.table().value("truce", "0.5").value("truce", "0.7"),
        "value (truce) is evaluated twice: as (0.5) and as (0.7). Leave one of them out");
    Evaluation.Table five = Evaluation.table().value("5", "0").value("5.0", "1");
    refused(
        () ->
            AdditiveProfile.on(SPACE, "israel")
                .issue("hostages", "1", five)
                .issue("end-of-war", "1", RISING)
                .build(),
        "profile of (israel): issue (hostages) evaluates (5) twice, the second time as (5.0). Leave one of them out");
  }

  @Example
  void a_value_off_the_scale_is_refused() {
    refused(
        () ->
            israel().issue("end-of-war", "0.4", Evaluation.table().value("ceasefire", "1")).build(),
        "profile of (israel): issue (end-of-war) evaluates a value that it cannot take: (ceasefire) is not on the scale (none < truce < permanent)");
  }

  @Example
  void a_value_without_an_evaluation_is_not_worth_nothing() {
    refused(
        () ->
            israel()
                .issue(
                    "end-of-war",
                    "0.4",
                    Evaluation.table().value("none", "1").value("permanent", "0"))
                .build(),
        "profile of (israel): issue (end-of-war) has no evaluation for (truce): 2 of its 3 values have one. Say how good each is, 0 if it is worth nothing");
  }

  @Example
  void options_and_checklists_rise_along_no_line() {
    OutcomeSpace places =
        OutcomeSpace.of(List.of(Issue.of("place", Scale.options("oslo", "doha"))));
    refused(
        () -> AdditiveProfile.on(places, "israel").issue("place", "1", RISING).build(),
        "profile of (israel): issue (place) has no least and most value (oslo | doha): evaluate it value by value, with a table");
  }

  @Example
  void a_reservation_must_be_a_whole_outcome() {
    Terms part = Terms.on(AGENDA).set("hostages", 3).build();
    refused(
        () -> israel().issue("end-of-war", "0.4", RISING).reservation(part).build(),
        "profile of (israel), reservation: terms (hostages 3) are no outcome: they leave open (end-of-war). Give a value on every issue");
  }

  @Example
  void gains_need_a_reservation_and_efficiency_does_not() {
    Frontier frontier = BargainingProblem.of(SPACE, whole("israel"), whole("hamas")).frontier();
    assertThat(frontier.efficient()).hasSize(1);
    assertThatIllegalStateException()
        .isThrownBy(() -> frontier.solution(SolutionConcept.NASH))
        .withMessage(
            "profile of (israel) has no reservation, from which gains are measured: give it one, or ask for all efficient outcomes");
    Appraisal appraisal = frontier.appraise(frontier.efficient().get(0).outcome());
    assertThat(appraisal.undecided()).hasToString("[israel, hamas]");
    assertThat(appraisal.isEfficient()).isTrue();
    assertThat(appraisal.fairUnder()).isEmpty();
  }

  @Example
  void a_problem_has_two_parties_or_more_each_with_one_profile_of_the_same_outcomes() {
    refused(
        () -> BargainingProblem.of(SPACE, whole("israel")),
        "a bargaining problem needs the profiles of two parties or more, not 1: (israel)");
    refused(
        () -> BargainingProblem.of(SPACE, whole("israel"), whole("israel")),
        "party (israel) has two profiles: one party, one profile");
    OutcomeSpace less = OutcomeSpace.of(List.of(AGENDA.issueList().get(0)));
    Profile other = AdditiveProfile.on(less, "hamas").issue("hostages", "1", RISING).build();
    refused(
        () -> BargainingProblem.of(SPACE, whole("israel"), other),
        "profile of (hamas) values other outcomes (hostages) than the problem's (hostages, end-of-war): build it on the same space");
    refused(
        () -> BargainingProblem.of(SPACE, whole("israel"), whole("hamas")).within(0),
        "budget (0) must be one outcome or more");
  }

  @Example
  void an_issue_stands_in_a_space_once() {
    Issue issue = AGENDA.issueList().get(0);
    refused(
        () -> OutcomeSpace.of(List.of(issue, issue)),
        "issue (hostages) appears twice in the outcome space");
    refused(() -> OutcomeSpace.of(List.of()), "an outcome space needs one issue or more");
    refused(() -> SPACE.outcome(33), "outcome (33) does not exist: there are 33, numbered from 0");
    refused(
        () -> SPACE.cursor().moveTo(-1),
        "outcome (-1) does not exist: there are 33, numbered from 0");
  }

  private static OutcomeSpace twelveIssues() {
    List<Issue> issues = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      issues.add(Issue.of("issue" + i, Scale.quantity(0, 9, "tons")));
    }
    return OutcomeSpace.of(issues);
  }

  private static AdditiveProfile rising(OutcomeSpace space, String party, boolean up) {
    AdditiveProfile.Builder profile = AdditiveProfile.on(space, party).reservation("0");
    space
        .issues()
        .forEach(
            i ->
                profile.issue(
                    i.id(),
                    Fraction.ONE,
                    up ? Evaluation.linear("0", "9") : Evaluation.linear("9", "0")));
    return profile.build();
  }

  @Example
  void a_space_too_large_to_enumerate_says_so_and_gives_what_was_found() {
    OutcomeSpace space = twelveIssues();
    Profile one = rising(space, "one", true);
    Profile two = rising(space, "two", false);
    Frontier additive =
        BargainingProblem.of(space, one, two).by(Method.ENUMERATION).within(1000).frontier();
    assertThat(additive.efficient()).hasSize(28);
    assertThat(additive.shortfall())
        .hasValue(
            "1,000,000,000,000 outcomes are too many to enumerate within the budget of 1,000: the first 1,000 were looked at, so better outcomes may exist. All profiles are additive: merging needs no enumeration");
    Profile bent = FunctionProfile.counted(space, "two", 1, cursor -> -cursor.index(0));
    Frontier other = BargainingProblem.of(space, one, bent).within(1000).frontier();
    assertThat(other.efficient()).hasSize(1);
    assertThat(other.shortfall())
        .hasValue(
            "1,000,000,000,000 outcomes are too many to enumerate within the budget of 1,000: the first 1,000 were looked at, so better outcomes may exist. Were the profile of (two) additive, issues could be merged without enumeration; otherwise raise the budget, or take fewer issues or coarser steps");
    assertThat(BargainingProblem.of(space, one, two).frontier().efficient()).hasSize(109);
  }

  @Example
  void merging_beyond_the_budget_says_at_which_issue_and_gives_what_was_found() {
    OutcomeSpace space = twelveIssues();
    Frontier frontier =
        BargainingProblem.of(space, rising(space, "one", true), rising(space, "two", false))
            .within(500)
            .frontier();
    assertThat(frontier.shortfall())
        .hasValue(
            "merging stopped at issue (issue3), 4 of 12: its combinations go beyond the budget of 500. From there on each issue has one value, so better outcomes may exist. Raise the budget, or take coarser steps");
    assertThat(frontier.efficient()).hasSize(28);
  }

  @Example
  @SuppressWarnings("NullAway") // as somebody writes it who does not know better
  void a_utility_that_fails_is_named_with_its_party_and_the_package() {
    Profile empty = FunctionProfile.of(SPACE, "hamas", terms -> null);
    assertThatThrownBy(() -> BargainingProblem.of(SPACE, whole("israel"), empty).frontier())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching("utility of \\(hamas\\) failed on \\(.+\\): it answered null");
    Profile broken =
        FunctionProfile.counted(
            SPACE,
            "hamas",
            10,
            cursor -> {
              throw new LinkageError("gone");
            });
    assertThatThrownBy(() -> BargainingProblem.of(SPACE, whole("israel"), broken).frontier())
        .hasMessageMatching(
            "utility of \\(hamas\\) failed on \\(.+\\): java.lang.LinkageError: gone")
        .hasCauseInstanceOf(LinkageError.class);
  }

  @Example
  void only_additive_profiles_are_merged() {
    Profile bent = FunctionProfile.of(SPACE, "hamas", terms -> Fraction.ONE);
    assertThatIllegalStateException()
        .isThrownBy(
            () -> BargainingProblem.of(SPACE, whole("israel"), bent).by(Method.MERGING).frontier())
        .withMessage(
            "issues cannot be merged: the profile of (hamas) is not additive. Use enumeration of all 33 outcomes");
  }

  private static AdditiveProfile rising(OutcomeSpace space, String party) {
    return AdditiveProfile.on(space, party)
        .issue("north", "0.5", RISING)
        .issue("south", "0.5", RISING)
        .build();
  }

  @Example
  void an_issue_of_too_many_values_is_named() {
    OutcomeSpace fine =
        OutcomeSpace.of(List.of(Issue.of("money", Scale.quantity("0", "100000", "0.01", "euro"))));
    BargainingProblem problem =
        BargainingProblem.of(
            fine,
            AdditiveProfile.on(fine, "buyer")
                .issue("money", "1", Evaluation.linear("1", "0"))
                .build(),
            AdditiveProfile.on(fine, "seller").issue("money", "1", RISING).build());
    refused(
        problem::frontier,
        "issue (money) has 10,000,001 values: an additive profile takes up to 1,000,000, on one issue and on all together. Take a coarser step or fewer items");
    List<Issue> two =
        Stream.of("north", "south")
            .map(i -> Issue.of(i, Scale.quantity("0", "6000", "0.01", "euro")))
            .toList();
    OutcomeSpace wide = OutcomeSpace.of(two);
    refused(
        () -> BargainingProblem.of(wide, rising(wide, "buyer"), rising(wide, "seller")).frontier(),
        "the outcome space has 1,200,002 values: an additive profile takes up to 1,000,000, on one issue and on all together. Take a coarser step or fewer items");
    String[] items = IntStream.range(0, 70).mapToObj(i -> "item" + i).toArray(String[]::new);
    OutcomeSpace listed = OutcomeSpace.of(List.of(Issue.of("list", Scale.checklist(items))));
    assertThat(listed.size()).isEqualTo("1180591620717411303424");
    refused(
        listed::cursor,
        "issue (list) has 1,180,591,620,717,411,303,424 values, more than a cursor can number (9,223,372,036,854,775,807): take fewer items or a coarser step");
  }

  @Example
  void a_bid_needs_a_profile_of_its_maker() {
    Bid bid = Bid.of("egypt", Terms.on(AGENDA).set("hostages", 3).build());
    refused(
        () -> OfferSequence.of(List.of(bid)).steps(List.of(whole("israel"), whole("hamas"))),
        "party (egypt) makes a bid and has no profile. Profiles: (israel, hamas)");
  }

  /** The common unit of the first 6,000 primes has some 86,000 bits, for each of 6,000 values. */
  @Example
  void numbers_without_a_common_unit_of_reasonable_length_are_refused() {
    Agenda agenda =
        Agenda.builder()
            .principal("one", "One")
            .principal("two", "Two")
            .issue("pay", Scale.quantity(0, 5_999, "tons"))
            .build();
    OutcomeSpace space = OutcomeSpace.of(agenda);
    com.google.common.collect.ImmutableMap.Builder<String, Fraction> worth =
        com.google.common.collect.ImmutableMap.builder();
    int prime = 2;
    for (int value = 0; value < 6_000; value++) {
      worth.put(Integer.toString(value), Fraction.of(1, prime));
      do {
        prime++;
      } while (!java.math.BigInteger.valueOf(prime).isProbablePrime(20));
    }
    AdditiveProfile one =
        AdditiveProfile.on(space, "one")
            .issue("pay", "1", new Evaluation.Table(worth.buildOrThrow()))
            .build();
    BargainingProblem problem =
        BargainingProblem.of(space, one, one.withParty(dev.parley.agenda.ActorId.of("two")));
    assertThatThrownBy(problem::frontier)
        .hasMessageStartingWith(
            "profile of (one): its 6,000 values have so many different denominators that they have no common unit of less than ")
        .hasMessageEndingWith(" bits. Round them, such as to 0.333");
  }
}
