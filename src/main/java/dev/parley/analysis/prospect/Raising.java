package dev.parley.analysis.prospect;

import com.google.common.collect.ImmutableMap;
import dev.parley.analysis.bargaining.Evaluation;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.prospect.Preference.Weighing;

/** Adds a constant to what an issue is worth, its weight made part of it. */
final class Raising {
  private Raising() {}

  static Evaluation by(Fraction constant, Weighing weighing) {
    if (weighing.worth() instanceof Evaluation.Linear line) {
      return new Evaluation.Linear(
          weighing.weight().times(line.least()).plus(constant),
          weighing.weight().times(line.most()).plus(constant));
    }
    ImmutableMap.Builder<String, Fraction> raised = ImmutableMap.builder();
    ((Evaluation.Table) weighing.worth())
        .values()
        .forEach(
            (value, worth) -> raised.put(value, weighing.weight().times(worth).plus(constant)));
    return new Evaluation.Table(raised.buildOrThrow());
  }
}
