package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Value;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * How good each value of one issue is for a party, before the issue is weighed. Choose {@link
 * Table} to say it value by value and {@link Linear} where it rises or falls evenly along an
 * ordered scale. Immutable.
 */
public sealed interface Evaluation extends Serializable {
  /**
   * {@return an evaluation that rises or falls evenly, for levels and quantities}
   *
   * @param least how good the scale's least value is
   * @param most how good the scale's most is
   * @throws IllegalArgumentException if a text is not a number
   */
  static Linear linear(String least, String most) {
    return new Linear(Fraction.parse(least), Fraction.parse(most));
  }

  /** {@return an evaluation value by value: a table without values} */
  static Table table() {
    return new Table(ImmutableMap.of());
  }

  /**
   * {@return how good a value is}
   *
   * @param issue an issue that this evaluation {@linkplain #check fits}
   * @param value a value on its scale
   * @throws IllegalArgumentException if the value has none
   */
  Fraction of(Issue issue, Value value);

  /**
   * Checks that every value of an issue has an evaluation, and nothing else has.
   *
   * @param issue the issue
   * @throws IllegalArgumentException if it does not fit; the message names issue and value
   */
  void check(Issue issue);

  /**
   * Even steps from the least value to the most.
   *
   * @param least how good the scale's least value is
   * @param most how good the scale's most is
   */
  record Linear(Fraction least, Fraction most) implements Evaluation {
    @Override
    public Fraction of(Issue issue, Value value) {
      BigInteger steps = ValueOrder.count(issue.scale()).subtract(BigInteger.ONE);
      BigInteger step = ValueOrder.indexOf(issue.scale(), value);
      return least.plus(most.minus(least).times(new Fraction(step, steps)));
    }

    @Override
    public void check(Issue issue) {
      if (!(issue.scale() instanceof Scale.Levels) && !(issue.scale() instanceof Scale.Quantity)) {
        throw new IllegalArgumentException(
            "issue (%s) has no least and most value (%s): evaluate it value by value, with a table"
                .formatted(issue.id(), issue.scale().brief()));
      }
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * One number for each value.
   *
   * @param values the evaluations, by the text of the value
   */
  record Table(ImmutableMap<String, Fraction> values) implements Evaluation {
    /**
     * Adds a value.
     *
     * @param value the text of a value, such as {@code truce} or {@code 34}
     * @param evaluation how good it is, such as {@code 0.7}
     * @return a table with this value too
     * @throws IllegalArgumentException if the value stands there already or the evaluation is no
     *     number
     */
    public Table value(String value, String evaluation) {
      return value(value, Fraction.parse(evaluation));
    }

    /**
     * Adds a value.
     *
     * @param value the text of a value
     * @param evaluation how good it is
     * @return a table with this value too
     * @throws IllegalArgumentException if the value stands there already
     */
    public Table value(String value, Fraction evaluation) {
      if (values.containsKey(value)) {
        throw new IllegalArgumentException(
            "value (%s) is evaluated twice: as (%s) and as (%s). Leave one of them out"
                .formatted(value, values.get(value), evaluation));
      }
      return new Table(
          ImmutableMap.<String, Fraction>builder()
              .putAll(values)
              .put(value, evaluation)
              .buildOrThrow());
    }

    @Override
    public Fraction of(Issue issue, Value value) {
      Fraction found = values.get(value.toString());
      if (found == null) {
        found = parsed(issue).get(value);
      }
      if (found == null) {
        throw new IllegalArgumentException(
            "issue (%s) has no evaluation for (%s)".formatted(issue.id(), value));
      }
      return found;
    }

    @Override
    public void check(Issue issue) {
      Map<Value, Fraction> parsed = parsed(issue);
      ValueOrder order = new ValueOrder(issue.scale());
      if (order.count().compareTo(BigInteger.valueOf(parsed.size())) == 0) {
        return;
      }
      BigInteger i = BigInteger.ZERO;
      while (parsed.containsKey(order.at(i))) {
        i = i.add(BigInteger.ONE);
      }
      throw new IllegalArgumentException(
          "issue (%s) has no evaluation for (%s): %s of its %s values have one. Say how good each is, 0 if it is worth nothing"
              .formatted(
                  issue.id(), order.at(i), parsed.size(), LargeNumbers.grouped(order.count())));
    }

    private Map<Value, Fraction> parsed(Issue issue) {
      Map<Value, Fraction> parsed = new LinkedHashMap<>();
      values.forEach(
          (text, evaluation) -> {
            Value value;
            try {
              value = issue.scale().parse(text);
            } catch (IllegalArgumentException e) {
              throw new IllegalArgumentException(
                  "issue (%s) evaluates a value that it cannot take: %s"
                      .formatted(issue.id(), e.getMessage()),
                  e);
            }
            if (parsed.put(value, evaluation) != null) {
              throw new IllegalArgumentException(
                  "issue (%s) evaluates (%s) twice, the second time as (%s). Leave one of them out"
                      .formatted(issue.id(), value, text));
            }
          });
      return parsed;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * {@return an evaluation that gives each value of a quantity its own number: a table of all its
   * values}
   *
   * @param by what each amount is worth
   * @param scale the quantity, of a size that can be listed
   */
  static Table each(Scale.Quantity scale, Function<BigDecimal, Fraction> by) {
    ImmutableMap.Builder<String, Fraction> values = ImmutableMap.builder();
    for (BigDecimal n = scale.least(); n.compareTo(scale.most()) <= 0; n = n.add(scale.step())) {
      values.put(Value.amount(n).toString(), by.apply(n));
    }
    return new Table(values.buildOrThrow());
  }
}
