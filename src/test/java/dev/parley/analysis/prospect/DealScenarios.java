package dev.parley.analysis.prospect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.analysis.Analysis;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.SolutionConcept;
import dev.parley.analysis.prospect.DealAppraisal.AgainstNone;
import dev.parley.analysis.prospect.DealAppraisal.Answer;
import dev.parley.analysis.prospect.DealAppraisal.Improvement;
import dev.parley.analysis.prospect.DealAppraisal.Staying;
import dev.parley.analysis.stability.Stability;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.talks.ActKind;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;

/** Deals that were reached, and what they are worth to those who made them. */
class DealScenarios {
  private static final Source DESK = Source.document("desk", "Estimates");
  private static final ActorId A = ActorId.of("a");
  private static final ActorId B = ActorId.of("b");
  private static final ActorId C = ActorId.of("c");
  private static final IssueId BALLS = IssueId.of("balls");
  private static final ImmutableList<String> THINGS = ImmutableList.of("books", "hats", "balls");

  private static Agenda.Builder goods(int... counts) {
    Agenda.Builder agenda = Agenda.builder().principal("a", "A").principal("b", "B");
    for (int i = 0; i < counts.length; i++) {
      agenda.issue(THINGS.get(i), Scale.quantity(0, counts[i], "pieces"));
    }
    return agenda;
  }

  private static final Agenda GOODS = goods(1, 2, 3).build();

  /** What {@code a} gets is the value; {@code b} gets the rest. */
  private static Preference prefers(String party, String reservation, int... points) {
    Preference.Builder preference = Preference.assumedBy(DESK, party).reservation(reservation);
    for (int i = 0; i < points.length; i++) {
      preference.weigh(
          THINGS.get(i),
          String.valueOf(points[i]),
          party.equals("a") ? Evaluation.linear("0", "1") : Evaluation.linear("1", "0"));
    }
    return preference.build();
  }

  private static final Preference OF_A = prefers("a", "2", 2, 2, 6);
  private static final Preference OF_B = prefers("b", "2", 0, 10, 0);

  private static Negotiation agreed(Agenda agenda, Offer offer) {
    return Negotiation.about(agenda).with(Move.by("a").offers(offer), Move.by("b").accepts(offer));
  }

  private static Terms goods(int books, int hats) {
    return Terms.on(GOODS).set("books", books).set("hats", hats).build();
  }

  private static DealAppraisal only(Negotiation talks, Preference... preferences) {
    ImmutableList<DealAppraisal> deals = Prospect.of(talks, List.of(preferences)).deals();
    assertThat(deals).hasSize(1);
    return deals.get(0);
  }

  @Example
  void recorded_deals_are_worth_what_their_points_say() throws IOException {
    String table =
        Resources.toString(
            Resources.getResource(DealScenarios.class, "deal-or-no-deal.txt"),
            StandardCharsets.UTF_8);
    int read = 0;
    for (String line : Splitter.on('\n').omitEmptyStrings().split(table)) {
      if (line.startsWith("#")) {
        continue;
      }
      List<String> cells = Splitter.on('|').trimResults().splitToList(line);
      int[] counts = numbers(cells.get(0));
      int[] gets = numbers(cells.get(3));
      int[] points = numbers(cells.get(4));
      Agenda agenda = goods(counts).build();
      Terms.Builder terms = Terms.on(agenda);
      for (int i = 0; i < counts.length; i++) {
        terms.set(THINGS.get(i), gets[i]);
      }
      DealAppraisal deal =
          only(
              agreed(agenda, Offer.of("a", "b", terms.build())),
              prefers("a", "0", times(counts, numbers(cells.get(1)))),
              prefers("b", "0", times(counts, numbers(cells.get(2)))));
      assertThat(deal.worth().values())
          .as(line)
          .extracting(w -> w.utility().toString())
          .containsExactly(String.valueOf(points[0]), String.valueOf(points[1]));
      assertThat(deal.worth().values())
          .as(line)
          .extracting(w -> w.share().orElseThrow().least())
          .containsExactly(Fraction.of(points[0], 10), Fraction.of(points[1], 10));
      assertThat(deal.efficient())
          .as(line)
          .isEqualTo(cells.get(5).equals("efficient") ? Answer.YES : Answer.NO);
      List<SolutionConcept> matched = new ArrayList<>(deal.matching(Answer.YES));
      matched.retainAll(
          List.of(
              SolutionConcept.NASH,
              SolutionConcept.KALAI_SMORODINSKY,
              SolutionConcept.EGALITARIAN,
              SolutionConcept.UTILITARIAN));
      assertThat(matched)
          .as(line)
          .extracting(SolutionConcept::name)
          .containsExactlyElementsOf(Splitter.on(' ').omitEmptyStrings().split(cells.get(6)));
      assertThat(deal.lasts()).isEqualTo(Stability.STABLE);
      read++;
    }
    assertThat(read).isEqualTo(14);
  }

  private static int[] numbers(String cell) {
    return Splitter.on(' ').splitToStream(cell).mapToInt(Integer::parseInt).toArray();
  }

  private static int[] times(int[] counts, int[] points) {
    int[] all = new int[counts.length];
    for (int i = 0; i < counts.length; i++) {
      all[i] = counts[i] * points[i];
    }
    return all;
  }

  @Example
  void what_would_have_been_better_is_said_with_who_gains() {
    // One hat is worth 1 to a and 5 to b, and b has no use for books and balls.
    DealAppraisal deal =
        only(
            agreed(
                GOODS,
                Offer.of(
                    "a",
                    "b",
                    Terms.on(GOODS).set("books", 0).set("hats", 1).set("balls", 2).build())),
            OF_A,
            OF_B);
    assertThat(deal.efficient()).isEqualTo(Answer.NO);
    Improvement better = deal.better().orElseThrow();
    assertThat(better.instead()).hasToString("balls 3; books 1; hats 1");
    assertThat(better.gains().values()).extracting(Fraction::toString).containsExactly("4", "0");
    assertThat(better.gainers()).containsExactly(A);
    assertThat(better.given()).isEqualTo(Terms.NONE);
    assertThat(deal.matching(Answer.NO)).hasSize(SolutionConcept.values().length - 1);
    assertThat(deal.worth().get(A).share().orElseThrow()).hasToString("3/7");
    assertThat(deal.solutions()).hasSize(SolutionConcept.values().length - 1);
    assertThat(deal.open()).isEmpty();
  }

  @Example
  void what_is_left_open_is_decided_by_bounds_as_far_as_they_go() {
    Offer part = Offer.of("a", "b", goods(1, 1)).withBinding(Binding.SEVERABLE);
    DealAppraisal deal = only(agreed(GOODS, part), OF_A, OF_B);
    assertThat(deal.open()).containsOnlyKeys(BALLS);
    assertThat(deal.worth().get(A).utility()).hasToString("3 to 9");
    assertThat(deal.worth().get(B).utility()).hasToString("5");
    // Better than no agreement whatever the balls.
    assertThat(deal.worth().values())
        .extracting(w -> w.againstNone())
        .containsExactly(AgainstNone.BETTER, AgainstNone.BETTER);
    // Efficient if a gets all the balls, of which b has no use; else not.
    assertThat(deal.efficient()).isEqualTo(Answer.DEPENDS);
    assertThat(deal.better().orElseThrow().given()).hasToString("balls 0");
    assertThat(deal.worth().get(A).share().orElseThrow()).hasToString("1/7 to 1");
    // With one hat for each, no solution is matched; with both for b, it hangs on the balls.
    assertThat(deal.matched().get(SolutionConcept.NASH)).isEqualTo(Answer.NO);
    Offer other = Offer.of("a", "b", goods(1, 0)).withBinding(Binding.SEVERABLE);
    assertThat(only(agreed(GOODS, other), OF_A, OF_B).matched())
        .containsEntry(SolutionConcept.NASH, Answer.DEPENDS);
  }

  @Example
  void what_is_better_on_the_settled_issues_is_so_whatever_is_open() {
    Offer part = Offer.of("a", "b", goods(0, 1)).withBinding(Binding.SEVERABLE);
    DealAppraisal deal = only(agreed(GOODS, part), OF_A, OF_B);
    assertThat(deal.efficient()).isEqualTo(Answer.NO);
    assertThat(deal.better().orElseThrow().instead()).hasToString("books 1; hats 1");
    assertThat(deal.better().orElseThrow().given()).isEqualTo(Terms.NONE);
  }

  @Example
  void an_issue_that_only_one_has_weighed_leaves_open_what_hangs_on_it() {
    Preference half =
        Preference.assumedBy(DESK, "b")
            .weigh("books", "0", Evaluation.linear("1", "0"))
            .weigh("hats", "10", Evaluation.linear("1", "0"))
            .reservation("2")
            .build();
    Offer wasteful = Offer.of("a", "b", goods(0, 1)).withBinding(Binding.SEVERABLE);
    DealAppraisal deal = only(agreed(GOODS, wasteful), OF_A, half);
    assertThat(deal.missing())
        .extracting(Object::toString)
        .containsExactly("how much (balls) counts for (b)");
    // The book is lost on b, whatever the balls are worth to it.
    assertThat(deal.efficient()).isEqualTo(Answer.NO);
    assertThat(deal.worth().get(B).utility()).hasToString("5");
    Offer fine = Offer.of("a", "b", goods(1, 1)).withBinding(Binding.SEVERABLE);
    DealAppraisal other = only(agreed(GOODS, fine), OF_A, half);
    assertThat(other.efficient()).isEqualTo(Answer.CANNOT_TELL);
    assertThat(other.matching(Answer.CANNOT_TELL)).hasSize(SolutionConcept.values().length - 1);
    assertThat(other.frontier()).isEmpty();
    assertThat(other.solutions()).isEmpty();
  }

  @Example
  void a_condition_leaves_its_issue_open_within_a_range() {
    Offer offer =
        Offer.builder()
            .by(A)
            .addTo(B)
            .terms(Terms.on(GOODS).set("books", 1).set("hats", 0).build())
            .addConditions(Condition.of("balls", "at least 2"))
            .build();
    DealAppraisal deal = only(agreed(GOODS, offer), OF_A, prefers("b", "11", 0, 10, 3));
    assertThat(deal.outcome().get(BALLS).describe()).isEqualTo("at least 2");
    assertThat(deal.worth().get(A).utility()).hasToString("6 to 8");
    assertThat(deal.worth().get(B).utility()).hasToString("10 to 11");
    assertThat(deal.worth().get(B).againstNone()).isEqualTo(AgainstNone.NOT_BETTER);
    assertThat(deal.worth().get(A).againstNone()).isEqualTo(AgainstNone.BETTER);
    assertThat(deal.staying().get(B).verdict()).isEqualTo(Stability.STABLE);
    assertThat(deal.staying().get(B).waysOut()).isEmpty();
  }

  @Example
  void who_has_more_without_a_deal_leaves_it_by_what_the_text_allows() {
    Offer offer = Offer.of("a", "b", goods(1, 1)).withBinding(Binding.SEVERABLE);
    Preference poor = prefers("b", "6", 0, 10, 0);
    DealAppraisal bound = only(agreed(GOODS, offer), OF_A, poor);
    assertThat(bound.losers()).containsExactly(B);
    assertThat(bound.lasts()).isEqualTo(Stability.STABLE);
    DealAppraisal loose = only(agreed(GOODS, offer.withDenounceable(true)), OF_A, poor);
    assertThat(loose.lasts()).isEqualTo(Stability.UNSTABLE);
    assertThat(loose.staying().get(A).verdict()).isEqualTo(Stability.STABLE);
    assertThat(kinds(loose.staying().get(B))).containsExactly(List.of(ActKind.DENOUNCE));
    assertThat(loose.worth().get(B).share().orElseThrow().least().signum()).isNegative();
  }

  private static List<List<ActKind>> kinds(Staying staying) {
    return staying.waysOut().stream()
        .map(moves -> moves.stream().map(m -> m.act().kind()).toList())
        .toList();
  }

  @Example
  void who_may_still_fail_to_ratify_leaves_by_that_and_no_more_once_it_has_ratified() {
    Agenda agenda = goods(1, 2, 3).ratification(Ratification.all()).build();
    Offer offer = Offer.of("a", "b", Terms.on(agenda).set("books", 1).set("hats", 1).build());
    Negotiation signed = agreed(agenda, offer);
    Preference poor = prefers("b", "6", 0, 10, 0);
    DealAppraisal before = only(signed, OF_A, poor);
    assertThat(kinds(before.staying().get(B))).containsExactly(List.of(ActKind.FAIL_TO_RATIFY));
    assertThat(before.lasts()).isEqualTo(Stability.UNSTABLE);
    DealAppraisal after = only(signed.with(Move.by("b").ratifies()), OF_A, poor);
    assertThat(after.staying().get(B).waysOut()).isEmpty();
    assertThat(after.lasts()).isEqualTo(Stability.STABLE);
  }

  @Example
  void what_is_agreed_in_principle_can_be_rejected_or_withdrawn() {
    Offer offer = Offer.of("a", "b", goods(1, 1));
    Negotiation talks =
        Negotiation.about(GOODS)
            .with(Move.by("a").offers(offer), Move.by("b").acceptsAdReferendum(offer));
    DealAppraisal deal = only(talks, OF_A, prefers("b", "6", 0, 10, 0));
    assertThat(kinds(deal.staying().get(A))).containsExactly(List.of(ActKind.WITHDRAW_OFFER));
    assertThat(kinds(deal.staying().get(B))).containsExactly(List.of(ActKind.REJECT_OFFER));
    assertThat(deal.lasts()).isEqualTo(Stability.UNSTABLE);
  }

  @Example
  void for_a_breach_that_it_alleges_a_party_can_leave_what_it_may_not_denounce() {
    Agenda agenda =
        Agenda.builder()
            .principal("a", "A")
            .principal("b", "B")
            .issue(
                dev.parley.agenda.Issue.of("hats", Scale.quantity(0, 2, "pieces")).withObligor(B))
            .build();
    Offer offer = Offer.of("a", "b", Terms.on(agenda).set("hats", 1).build());
    Preference a =
        Preference.assumedBy(DESK, "a")
            .weigh("hats", "10", Evaluation.linear("0", "1"))
            .reservation("6")
            .build();
    Preference b =
        Preference.assumedBy(DESK, "b")
            .weigh("hats", "10", Evaluation.linear("1", "0"))
            .reservation("6")
            .build();
    Negotiation talks = agreed(agenda, offer);
    DealAppraisal deal = only(talks, a, b);
    assertThat(kinds(deal.staying().get(A)))
        .containsExactly(List.of(ActKind.ALLEGE_BREACH, ActKind.DENOUNCE));
    // Nothing is owed to b, which would rather have no agreement, too, but is bound.
    assertThat(deal.staying().get(B).waysOut()).isEmpty();
    assertThat(deal.losers()).containsExactly(A, B);
    assertThat(deal.worth().get(A).share()).isEmpty();
    Negotiation done =
        talks.with(Move.by("b").performs(talks.situation().obligations().keySet().asList().get(0)));
    assertThat(only(done, a, b).lasts()).isEqualTo(Stability.STABLE);
  }

  @Example
  void parts_that_bind_the_same_parties_are_one_deal() {
    Offer one = Offer.of("a", "b", Terms.on(GOODS).set("books", 1).build());
    Offer two = Offer.of("b", "a", Terms.on(GOODS).set("hats", 0).set("balls", 3).build());
    Negotiation talks =
        agreed(GOODS, one).with(Move.by("b").offers(two), Move.by("a").accepts(two));
    DealAppraisal deal = only(talks, OF_A, OF_B);
    assertThat(deal.agreements()).containsExactly(new EntryId(1), new EntryId(3));
    assertThat(deal.settled()).hasToString("balls 3; books 1; hats 0");
    assertThat(deal.worth().values())
        .extracting(w -> w.utility().toString())
        .containsExactly("8", "10");
    assertThat(talks.isOver()).isFalse();
    assertThat(Prospect.of(talks, List.of(OF_A, OF_B)).packages()).isEmpty();
  }

  @Example
  void two_who_agree_are_appraised_for_themselves_and_the_third_is_not_asked() {
    Agenda agenda =
        Agenda.builder()
            .principal("a", "A")
            .principal("b", "B")
            .principal("c", "C")
            .issue("hats", Scale.quantity(0, 2, "pieces"))
            .build();
    Text text =
        Text.builder().terms(Terms.on(agenda).set("hats", 1).build()).addParties(A, B).build();
    Negotiation talks =
        Negotiation.about(agenda).with(Move.by("a").attests(text), Move.by("b").attests(text));
    Preference a =
        Preference.assumedBy(DESK, "a").weigh("hats", "10", Evaluation.linear("0", "1")).build();
    DealAppraisal deal = only(talks, a);
    assertThat(deal.among()).containsExactly(A, B).doesNotContain(C);
    assertThat(deal.missing())
        .extracting(Object::toString)
        .containsExactly("what (a) has without an agreement", "what (b) prefers");
    assertThat(deal.worth()).containsOnlyKeys(A);
    assertThat(deal.worth().get(A).againstNone()).isEqualTo(AgainstNone.CANNOT_TELL);
    assertThat(deal.efficient()).isEqualTo(Answer.CANNOT_TELL);
  }

  @Example
  void a_deal_that_is_over_is_no_deal_any_more() {
    Offer offer = Offer.of("a", "b", goods(1, 1)).withDenounceable(true);
    Negotiation left = agreed(GOODS, offer).with(Move.by("b").denounces());
    assertThat(Prospect.of(left, List.of(OF_A, OF_B)).deals()).isEmpty();
  }

  @Example
  void where_too_much_is_open_the_bounds_say_what_they_can_and_the_limit_is_named() {
    Agenda wide =
        Agenda.builder()
            .principal("a", "A")
            .principal("b", "B")
            .issue("pay", Scale.quantity(0, 1000, "euros"))
            .issue("days", Scale.quantity(0, 1000, "days"))
            .build();
    Preference a =
        Preference.assumedBy(DESK, "a")
            .weigh("pay", "10", Evaluation.linear("0", "1"))
            .weigh("days", "1", Evaluation.linear("0", "1"))
            .reservation("9")
            .build();
    Preference b =
        Preference.assumedBy(DESK, "b")
            .weigh("pay", "1", Evaluation.linear("1", "0"))
            .weigh("days", "1", Evaluation.linear("1", "0"))
            .reservation("0.5")
            .build();
    Offer offer =
        Offer.of("a", "b", Terms.on(wide).set("pay", "1000").build())
            .withBinding(Binding.SEVERABLE);
    Negotiation talks = agreed(wide, offer);
    DealAppraisal deal = only(talks, a, b);
    assertThat(deal.worth().get(A).utility()).hasToString("10 to 11");
    assertThat(deal.efficient()).isEqualTo(Answer.CANNOT_TELL);
    assertThat(deal.limits())
        .singleElement()
        .asString()
        .matches(
            "what is still open can be settled in more than [0-9,]+ ways, held against [0-9,]+"
                + " efficient outcomes: what hangs on it is told by bounds only\\. Settle more, or"
                + " ask with a narrower range");
    assertThat(deal.matched())
        .containsEntry(SolutionConcept.UTILITARIAN, Answer.CANNOT_TELL)
        .containsEntry(SolutionConcept.SMALLEST_SPREAD, Answer.NO);
    Prospect cut = Prospect.of(talks, Analysis.of(talks).packages(), List.of(a, b), 1);
    assertThat(cut.deals().get(0).limits()).isNotEmpty();
    assertThat(cut.deals().get(0).efficient()).isNotEqualTo(Answer.YES);
    assertThat(cut.deals().get(0).worth().get(A).share()).isEmpty();
  }
}
