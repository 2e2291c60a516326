package dev.parley.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Claims that answer one question and cannot all be true. To "number of offers made by AMPTP" one
 * side says 5, the other says 1, and a newspaper "at least 2": all three are kept, and the pairs
 * that collide are 5 and 1, and 1 and "at least 2". It never says who is right, nor that the
 * majority is.
 *
 * <p>Laws: at least one pair collides; both claims of a pair are among the claims. Immutable.
 *
 * @param about the question, as the first of the claims words it
 * @param claims all claims that answer it, in the order of the record, those included that collide
 *     with none
 * @param collisions the pairs that cannot both be true, in the order of the record
 */
public record Contest(
    String about, ImmutableList<Claim> claims, ImmutableList<Collision> collisions) {
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
          "contest (" + about + ") must have two claims that collide: claims that agree are none");
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
   * @return one contest for each question of whose answers at least two collide
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
    for (List<Claim> answers : byQuestion.values()) {
      ImmutableList<Collision> collisions = collisions(answers, tolerance);
      if (!collisions.isEmpty()) {
        String about = answers.get(0).about();
        contests.add(new Contest(about, ImmutableList.copyOf(answers), collisions));
      }
    }
    return contests.build();
  }

  private static ImmutableList<Collision> collisions(
      List<Claim> answers, Optional<Tolerance> tolerance) {
    ImmutableList.Builder<Collision> collisions = ImmutableList.builder();
    for (int i = 0; i < answers.size(); i++) {
      for (int j = i + 1; j < answers.size(); j++) {
        if (answers.get(i).contradicts(answers.get(j), tolerance)) {
          collisions.add(new Collision(answers.get(i), answers.get(j)));
        }
      }
    }
    return collisions.build();
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
