package dev.parley.agenda;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * One value on an issue's scale: a level such as {@code truce}, an option such as {@code Algeria},
 * an amount such as {@code 34} persons, or the items of a checklist that are there. A value does
 * not know its scale; whether it lies on one is {@link Scale#holds}.
 *
 * <p>Choose by the scale: {@link Level} for {@link Scale.Levels}, {@link Option} for {@link
 * Scale.Options}, {@link Amount} for {@link Scale.Quantity}, {@link Items} for {@link
 * Scale.Checklist}. Immutable.
 */
public sealed interface Value extends Serializable {

  /**
   * {@return the level with this name}
   *
   * @param name the level's name
   */
  static Level level(String name) {
    return new Level(name);
  }

  /**
   * {@return the option with this name}
   *
   * @param name the option's name
   */
  static Option option(String name) {
    return new Option(name);
  }

  /**
   * {@return an amount}
   *
   * @param amount the amount, in the scale's unit
   */
  static Amount amount(long amount) {
    return new Amount(BigDecimal.valueOf(amount));
  }

  /**
   * {@return an amount, exact: {@code 3.5} and {@code 3.50} are one value}
   *
   * @param amount the amount, in the scale's unit
   */
  static Amount amount(BigDecimal amount) {
    return new Amount(amount);
  }

  /**
   * {@return a set of checklist items}
   *
   * @param items the names of the items that are there; the others are not
   */
  static Items items(String... items) {
    return new Items(ImmutableSet.copyOf(items));
  }

  /**
   * A named level of an ordered scale.
   *
   * @param name the level's name
   */
  record Level(String name) implements Value {
    @Override
    public String toString() {
      return name;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A named option of a scale without order.
   *
   * @param name the option's name
   */
  record Option(String name) implements Value {
    @Override
    public String toString() {
      return name;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * An exact decimal amount, in the unit of its scale, of at most 100 digits.
   *
   * @param number the amount, without trailing zeros
   */
  record Amount(BigDecimal number) implements Value {
    /**
     * Takes trailing zeros off, so that equal amounts are equal values.
     *
     * @param number the amount, without trailing zeros
     * @throws IllegalArgumentException if it has more than 100 digits
     */
    public Amount {
      long whole = (long) number.precision() - number.scale();
      if (whole > DIGITS || number.scale() > DIGITS || number.precision() > DIGITS) {
        throw new IllegalArgumentException(
            "amount (%s) has more than %s digits: take a larger unit".formatted(number, DIGITS));
      }
      number = plain(number);
    }

    /** More than a value on any scale has. */
    private static final int DIGITS = 100;

    static BigDecimal plain(BigDecimal number) {
      if (number.scale() == 0) {
        return number;
      }
      BigDecimal stripped = number.stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public String toString() {
      return number.toPlainString();
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * The items of a checklist that are there.
   *
   * @param names the items' names, in alphabetical order
   */
  record Items(ImmutableSet<String> names) implements Value {
    /**
     * Sorts the names, so that what a user sees does not depend on how they were given.
     *
     * @param names the items' names, in alphabetical order
     */
    public Items {
      names = ImmutableSortedSet.copyOf(names);
    }

    @Override
    public String toString() {
      return names.isEmpty() ? "nothing" : String.join(", ", names);
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }
}
