package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/** A rule from a lambda, equal by its id. */
record LambdaRule(String id, String statement, Rule.Check check) implements Rule {
  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    String wrong = check.wrong(situation, move);
    return wrong.isEmpty() ? ImmutableList.of() : finding(wrong, "The rule says: " + statement);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LambdaRule rule && id.equals(rule.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
