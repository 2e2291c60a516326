package dev.parley.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.travel.RecordForm;
import dev.parley.travel.Travelling;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * A source says that something is so. To "number of offers made by AMPTP" the studios' statement
 * answers 5 and the union's 1: two claims, each with its source, neither a fact. What the record
 * knows is who said what; claims that cannot both be true make a {@link Contest}.
 *
 * <p>Law: the question is not blank. Immutable.
 */
@Structural
@Immutable
public sealed interface Claim extends Travelling, WithClaim permits ImmutableClaim {
  /**
   * {@return the question that the claim answers, such as "number of offers made by AMPTP"}
   *
   * <p>Case and white space do not matter to whether two claims answer the same question.
   */
  String about();

  /** {@return what the claim says in answer} */
  Answer says();

  /** {@return who makes the claim} */
  Source source();

  /** {@return when the claim was made; {@link When#UNKNOWN} by default} */
  @Default
  default When on() {
    return When.UNKNOWN;
  }

  /**
   * {@return the party that the claim is about, which need not be the one that makes it; empty when
   * it is about none in particular}
   */
  Optional<ActorId> concerning();

  /**
   * {@return the claim that a source answers a question so}
   *
   * @param about the question
   * @param says the answer
   * @param source who says so
   */
  static Claim of(String about, Answer says, Source source) {
    return builder().about(about).says(says).source(source).build();
  }

  /** {@return an empty builder; the question, the answer and the source must be set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * {@return whether two claims answer the same question and cannot both be true}
   *
   * <p>Claims that concern different parties never contradict each other, whatever their question.
   *
   * @param other the other claim
   * @param tolerance what "about" covers, if the coder has said so
   */
  default boolean contradicts(Claim other, Optional<Tolerance> tolerance) {
    boolean elsewhere =
        concerning().isPresent()
            && other.concerning().isPresent()
            && !concerning().equals(other.concerning());
    return !elsewhere
        && Wording.normal(about()).equals(Wording.normal(other.about()))
        && says().contradicts(other.says(), tolerance);
  }

  /**
   * {@return the answer, whom it concerns and who gives it: {@code 5 (AMPTP, via news)}, {@code
   * 88,000, concerning Alpha (Beta)}}
   *
   * @param names what to call each party
   */
  default String describe(Function<ActorId, String> names) {
    return says().describe()
        + concerning().map(whom -> ", concerning " + names.apply(whom)).orElse("")
        + " ("
        + source().describe(names)
        + ")";
  }

  /** Checks the law above. */
  @Check
  default void check() {
    Wording.checkNotBlank("question of a claim", about(), "say what the claim answers");
  }

  /** Builds a {@link Claim}; the question, the answer and the source must be set. */
  final class Builder extends ImmutableClaim.Builder {
    Builder() {}
  }

  /**
   * What a claim says in answer to its question: a number, a date, a text, yes or no. Choose {@link
   * Number} for "how many", {@link Date} for "when", {@link YesOrNo} for "did they", and {@link
   * Text} for everything else; only the first two know that two answers in different words can
   * agree. Immutable.
   */
  sealed interface Answer extends Serializable {
    /**
     * An answer to "how many", as vague as it was given.
     *
     * @param figure the figure
     */
    record Count(Figure figure) implements Answer {
      @Override
      public String toString() {
        return figure.toString();
      }

      private Object writeReplace() {
        return RecordForm.of(this);
      }
    }

    /**
     * An answer to "when", as vague as it was given.
     *
     * @param when the date
     */
    record Date(When when) implements Answer {
      @Override
      public String toString() {
        return when.toString();
      }

      private Object writeReplace() {
        return RecordForm.of(this);
      }
    }

    /**
     * An answer in words. Two texts agree when they differ in case and white space only.
     *
     * @param words the words, not blank
     */
    record Text(String words) implements Answer {
      /**
       * Checks that there are words.
       *
       * @param words the words, not blank
       */
      public Text {
        Wording.checkNotBlank(
            "text of an answer",
            words,
            "give the answer, or leave the claim out where nobody gave one");
      }

      @Override
      public String toString() {
        return words;
      }

      private Object writeReplace() {
        return RecordForm.of(this);
      }
    }

    /** An answer to "did they". Immutable. */
    enum YesOrNo implements Answer {
      /** Used when the claim affirms. */
      YES,
      /** Used when the claim denies. */
      NO;

      @Override
      public String toString() {
        return this == YES ? "yes" : "no";
      }
    }

    /**
     * {@return the answer that is this figure}
     *
     * @param figure the figure
     */
    static Answer of(Figure figure) {
      return new Count(figure);
    }

    /**
     * {@return the answer that is this date}
     *
     * @param when the date
     */
    static Answer of(When when) {
      return new Date(when);
    }

    /**
     * {@return the answer in these words}
     *
     * @param words the words, not blank
     */
    static Answer text(String words) {
      return new Text(words);
    }

    /** {@return the answer yes} */
    static Answer yes() {
      return YesOrNo.YES;
    }

    /** {@return the answer no} */
    static Answer no() {
      return YesOrNo.NO;
    }

    /**
     * {@return whether the answer says anything: neither a figure that was not given nor an unknown
     * date}
     */
    default boolean isKnown() {
      if (this instanceof Count number) {
        return number.figure().isKnown();
      }
      return !(this instanceof Date date) || !date.when().isUnknown();
    }

    /**
     * {@return whether two answers to one question cannot both be true: figures whose ranges have
     * no number in common, shares of different wholes, dates that do not overlap, different texts,
     * yes and no}
     *
     * <p>Answers of different kinds are compared as texts, so that the figure 5 and the text "five"
     * contradict each other. An answer that says nothing contradicts none, and neither does an
     * approximate figure without a tolerance.
     *
     * @param other the other answer
     * @param tolerance what "about" covers, if the coder has said so
     */
    default boolean contradicts(Answer other, Optional<Tolerance> tolerance) {
      if (!isKnown() || !other.isKnown()) {
        return false;
      }
      if (this instanceof Count one && other instanceof Count two) {
        if (ofDifferentWholes(one.figure(), two.figure())) {
          return true;
        }
        Optional<Interval> there = two.figure().range(tolerance);
        return one.figure().range(tolerance).filter(here -> misses(here, there)).isPresent();
      }
      if (this instanceof Date one && other instanceof Date two) {
        return !one.when().overlaps(two.when());
      }
      return !Wording.normal(toString()).equals(Wording.normal(other.toString()));
    }

    /** Says whether two are shares of wholes that differ: 31 of 50, and 31 of 51. */
    private static boolean ofDifferentWholes(Figure one, Figure two) {
      return one.outOf()
          .flatMap(here -> two.outOf().map(there -> here.compareTo(there) != 0))
          .orElse(false);
    }

    private static boolean misses(Interval here, Optional<Interval> there) {
      return there.isPresent() && !here.intersects(there.get());
    }

    /**
     * {@return the answer in words: a figure in its wording, a date as {@link When#describe}, a
     * text in quotation marks, yes or no}
     */
    default String describe() {
      if (this instanceof Date date) {
        return date.when().describe();
      }
      return this instanceof Text text ? "\"" + text.words() + "\"" : toString();
    }
  }

  /**
   * Claims that answer one question and cannot all be true. To "number of offers made by AMPTP" one
   * side says 5, the other says 1, and a newspaper "at least 2": all three are kept, and the pairs
   * that collide are 5 and 1, and 1 and "at least 2". It never says who is right, nor that the
   * majority is.
   *
   * <p>Laws: at least one pair collides; both claims of a pair are among the claims. Immutable.
   *
   * @param about the question, as the first of the claims words it
   * @param claims all claims that answer it concerning the same, in the order of the record, those
   *     included that collide with none
   * @param collisions the pairs that cannot both be true, in the order of the record
   */
  record Contest(String about, ImmutableList<Claim> claims, ImmutableList<Collision> collisions) {
    /**
     * Two claims that cannot both be true.
     *
     * @param one the claim that was made first in the record
     * @param other the claim that came later in it
     */
    public record Collision(Claim one, Claim other) {}

    /**
     * Checks the laws above.
     *
     * @param about the question, as the first of the claims words it
     * @param claims all claims that answer it, in the order of the record, those included that
     *     collide with none
     * @param collisions the pairs that cannot both be true, in the order of the record
     */
    public Contest {
      if (collisions.isEmpty()) {
        throw new IllegalArgumentException(
            "contest ("
                + about
                + ") must have two claims that collide: claims that agree are none");
      }
      ImmutableSet<Claim> listed = ImmutableSet.copyOf(claims);
      for (Collision pair : collisions) {
        if (!listed.contains(pair.one()) || !listed.contains(pair.other())) {
          throw new IllegalArgumentException(
              "contest (" + about + ") must list every claim that collides: add it to its claims");
        }
      }
    }

    /**
     * Returns the contests among claims, in the order in which their questions first appear. Every
     * pair of claims about one question is compared, so that the time and the result grow with the
     * square of how many claims answer the same question.
     *
     * @param claims the claims, in the order of the record
     * @param tolerance what "about" covers, if the coder has said so; without it an approximate
     *     figure collides with none
     * @return for each question, and each party that its answers concern, one contest where at
     *     least two of them collide; no collision is in two contests
     */
    public static ImmutableList<Contest> among(
        Iterable<Claim> claims, Optional<Tolerance> tolerance) {
      Map<String, List<Claim>> byQuestion = new LinkedHashMap<>();
      for (Claim claim : claims) {
        byQuestion
            .computeIfAbsent(Wording.normal(claim.about()), question -> new ArrayList<>())
            .add(claim);
      }
      ImmutableList.Builder<Contest> contests = ImmutableList.builder();
      byQuestion.values().forEach(answers -> contests.addAll(onOneQuestion(answers, tolerance)));
      return contests.build();
    }

    /**
     * Returns the contests by whom they concern. An answer that concerns nobody in particular
     * stands beside those on every party, and collides with another such one in a contest of its
     * own, so that no collision is told twice.
     */
    private static ImmutableList<Contest> onOneQuestion(
        List<Claim> answers, Optional<Tolerance> tolerance) {
      ImmutableSet<ActorId> whom =
          answers.stream()
              .flatMap(claim -> claim.concerning().stream())
              .collect(ImmutableSet.toImmutableSet());
      ImmutableList.Builder<Contest> contests = ImmutableList.builder();
      if (whom.size() < 2) {
        contest(answers, tolerance, false).ifPresent(contests::add);
        return contests.build();
      }
      for (ActorId each : whom) {
        List<Claim> alike =
            answers.stream().filter(c -> c.concerning().map(each::equals).orElse(true)).toList();
        contest(alike, tolerance, true).ifPresent(contests::add);
      }
      List<Claim> onNobody = answers.stream().filter(c -> c.concerning().isEmpty()).toList();
      contest(onNobody, tolerance, false).ifPresent(contests::add);
      return contests.build();
    }

    private static Optional<Contest> contest(
        List<Claim> answers, Optional<Tolerance> tolerance, boolean onSomebody) {
      ImmutableList.Builder<Collision> found = ImmutableList.builder();
      for (int i = 0; i < answers.size(); i++) {
        for (int j = i + 1; j < answers.size(); j++) {
          Claim one = answers.get(i);
          Claim other = answers.get(j);
          boolean asked =
              !onSomebody || one.concerning().isPresent() || other.concerning().isPresent();
          if (asked && one.contradicts(other, tolerance)) {
            found.add(new Collision(one, other));
          }
        }
      }
      ImmutableList<Collision> collisions = found.build();
      return collisions.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Contest(answers.get(0).about(), ImmutableList.copyOf(answers), collisions));
    }

    /**
     * {@return the party that the claims concern, as far as they concern one; empty where none
     * names a party}
     */
    public Optional<ActorId> concerning() {
      return claims.stream().flatMap(claim -> claim.concerning().stream()).findFirst();
    }

    /**
     * {@return the question and every answer with its source, on one line: {@code number of offers
     * made by AMPTP is contested: 5 (AMPTP); 1 (WGA)}}
     *
     * @param names what to call each party
     */
    public String describe(Function<ActorId, String> names) {
      return claims.stream()
          .map(claim -> claim.describe(names))
          .collect(Collectors.joining("; ", about + " is contested: ", ""));
    }
  }
}
