package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.spelling.OwnCode;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A rule from a lambda, equal by its id and parameters. */
record LambdaRule(
    String id, String statement, ImmutableMap<String, String> parameters, Rule.Check check)
    implements Serializable, Rule {
  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    String wrong =
        OwnCode.asked(
            () -> "rule (%s)".formatted(id),
            () -> "on (" + move + ")",
            () -> check.wrong(situation, move));
    return wrong.isEmpty() ? ImmutableList.of() : finding(wrong, "The rule says: " + statement);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LambdaRule rule
        && id.equals(rule.id)
        && parameters.equals(rule.parameters);
  }

  @Override
  public int hashCode() {
    return id.hashCode() * 31 + parameters.hashCode();
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
