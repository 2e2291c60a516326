package dev.parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.evidence.Claim.Answer;
import dev.parley.evidence.Claim.Contest;
import dev.parley.evidence.Claim.Contest.Collision;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class ClaimTest {
  private static final Optional<Tolerance> NONE = Optional.empty();
  private static final Optional<Tolerance> FIVE = Optional.of(Tolerance.ofPercent(5));
  private static final ActorId AMPTP = ActorId.of("amptp");
  private static final ActorId WGA = ActorId.of("wga");
  private static final Source STUDIOS = Source.statementOf("studios", AMPTP);
  private static final Source UNION = Source.statementOf("union", WGA);
  private static final Source NEWS = Source.report("news", "The Daily");
  private static final Function<ActorId, String> NAMES = id -> id.text().toUpperCase(Locale.ROOT);

  private static Claim offers(String figure, Source source) {
    return Claim.of("number of offers", Answer.of(Figure.parse(figure)), source);
  }

  @Example
  void claims_that_cannot_both_be_true_are_shown_side_by_side() {
    Claim five = offers("5", STUDIOS);
    Claim one = offers("1", UNION).withAbout(" Number  of\toffers ");
    Claim more = offers("at least 2", NEWS);
    ImmutableList<Contest> contests = Contest.among(ImmutableList.of(five, one, more), NONE);
    assertThat(contests).hasSize(1);
    assertThat(contests.get(0).claims()).containsExactly(five, one, more);
    assertThat(contests.get(0).collisions())
        .containsExactly(new Collision(five, one), new Collision(one, more));
    assertThat(contests.get(0).describe(NAMES))
        .isEqualTo("number of offers is contested: 5 (AMPTP); 1 (WGA); at least 2 (The Daily)");
  }

  @Example
  void claims_that_can_both_be_true_are_no_contest() {
    assertThat(
            Contest.among(ImmutableList.of(offers("5", STUDIOS), offers("at least 2", NEWS)), NONE))
        .isEmpty();
    assertThat(Contest.among(ImmutableList.of(), NONE)).isEmpty();
  }

  @Example
  void contests_come_in_the_order_of_their_first_claims() {
    Claim a1 = Claim.of("walked out", Answer.yes(), STUDIOS);
    Claim b1 = offers("1", STUDIOS);
    Claim b2 = offers("2", UNION);
    Claim a2 = Claim.of("Walked out", Answer.no(), UNION);
    assertThat(Contest.among(ImmutableList.of(a1, b1, b2, a2), NONE))
        .extracting(Contest::about)
        .containsExactly("walked out", "number of offers");
  }

  @Example
  void no_collision_is_told_in_two_contests() {
    ActorId union = ActorId.of("wga");
    ActorId studios = ActorId.of("amptp");
    Claim bare = offers("1", NEWS);
    Claim other = offers("2", UNION);
    Claim ofUnion = offers("3", STUDIOS).withConcerning(union);
    Claim ofStudios = offers("2", NEWS).withConcerning(studios);
    Claim alsoOfStudios = offers("2", STUDIOS).withConcerning(studios);
    ImmutableList<Contest> contests =
        Contest.among(ImmutableList.of(bare, other, ofUnion, ofStudios, alsoOfStudios), NONE);
    assertThat(contests)
        .extracting(Contest::concerning)
        .containsExactly(Optional.of(union), Optional.of(studios), Optional.empty());
    assertThat(contests.get(0).collisions())
        .containsExactly(new Collision(bare, ofUnion), new Collision(other, ofUnion));
    assertThat(contests.get(1).collisions())
        .containsExactly(new Collision(bare, ofStudios), new Collision(bare, alsoOfStudios));
    assertThat(contests.get(2).claims()).containsExactly(bare, other);
    assertThat(contests.get(2).collisions()).containsExactly(new Collision(bare, other));
  }

  @Example
  void an_approximate_figure_contradicts_only_under_a_tolerance() {
    Claim about = offers("about 100", STUDIOS);
    Claim exact = offers("150", UNION);
    assertThat(about.contradicts(exact, NONE)).isFalse();
    assertThat(about.contradicts(exact, FIVE)).isTrue();
    assertThat(about.contradicts(offers("104", UNION), FIVE)).isFalse();
  }

  @Example
  void each_kind_of_answer_contradicts_in_its_own_way() {
    Answer december = Answer.of(When.month(2024, 12));
    assertThat(december.contradicts(Answer.of(When.day(2024, 12, 20)), NONE)).isFalse();
    assertThat(december.contradicts(Answer.of(When.day(2025, 1, 2)), NONE)).isTrue();
    assertThat(Answer.text("In  Doha").contradicts(Answer.text("in doha"), NONE)).isFalse();
    assertThat(Answer.text("Doha").contradicts(Answer.text("Cairo"), NONE)).isTrue();
    assertThat(Answer.yes().contradicts(Answer.no(), NONE)).isTrue();
    assertThat(Answer.yes().contradicts(Answer.yes(), NONE)).isFalse();
    assertThat(Answer.yes().contradicts(Answer.text("perhaps"), NONE)).isTrue();
    assertThat(Answer.of(Figure.exactly(5)).contradicts(december, NONE)).isTrue();
  }

  @Example
  void an_answer_that_says_nothing_contradicts_none() {
    for (Answer other : new Answer[] {Answer.yes(), Answer.text("x"), Answer.of(When.year(2024))}) {
      assertThat(Answer.of(Figure.notGiven()).contradicts(other, NONE)).isFalse();
      assertThat(other.contradicts(Answer.of(When.UNKNOWN), NONE)).isFalse();
    }
  }

  @Example
  void claims_about_different_parties_do_not_contradict_each_other() {
    Claim one = offers("1", NEWS).withConcerning(AMPTP);
    Claim two = offers("2", NEWS);
    assertThat(one.contradicts(two.withConcerning(WGA), NONE)).isFalse();
    assertThat(one.contradicts(two.withConcerning(AMPTP), NONE)).isTrue();
    assertThat(one.contradicts(two, NONE)).isTrue();
  }

  @Example
  void a_claim_has_a_question_and_by_default_no_date() {
    assertThat(offers("1", NEWS).on()).isEqualTo(When.UNKNOWN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> offers("1", NEWS).withAbout(" "))
        .withMessage("question of a claim ( ) must not be blank: say what the claim answers");
    assertThat(Answer.of(When.month(2024, 12)).describe()).isEqualTo("December 2024");
    assertThat(Answer.text("in Doha").describe()).isEqualTo("\"in Doha\"");
  }

  @Example
  void a_contest_needs_a_collision_among_its_claims() {
    Claim one = offers("1", STUDIOS);
    Claim two = offers("2", UNION);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Contest("q", ImmutableList.of(one, two), ImmutableList.of()))
        .withMessage("contest (q) must have two claims that collide: claims that agree are none");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Contest("q", ImmutableList.of(one), ImmutableList.of(new Collision(one, two))))
        .withMessage("contest (q) must list every claim that collides: add it to its claims");
  }

  @Property
  void contradiction_is_mutual_and_no_answer_contradicts_itself(
      @ForAll("answers") Answer one, @ForAll("answers") Answer other) {
    boolean contradicts = one.contradicts(other, FIVE);
    assertThat(other.contradicts(one, FIVE)).isEqualTo(contradicts);
    assertThat(one.contradicts(one, FIVE)).isFalse();
    Statistics.collect(contradicts);
    Statistics.coverage(
        it -> {
          it.check(true).count(c -> c > 0);
          it.check(false).count(c -> c > 0);
        });
  }

  @Provide
  Arbitrary<Answer> answers() {
    return Arbitraries.of(
        Answer.yes(),
        Answer.no(),
        Answer.text("yes"),
        Answer.text("5"),
        Answer.text("Doha"),
        Answer.of(Figure.exactly(5)),
        Answer.of(Figure.about(5)),
        Answer.of(Figure.atLeast(6)),
        Answer.of(Figure.notGiven()),
        Answer.of(When.UNKNOWN),
        Answer.of(When.year(2024)),
        Answer.of(When.parse("2024-12~")),
        Answer.of(When.day(2025, 1, 2)));
  }
}
