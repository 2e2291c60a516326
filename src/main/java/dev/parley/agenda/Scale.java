package dev.parley.agenda;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import dev.parley.spelling.Listed;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The scale of an issue: all the values that it can take, two or more.
 *
 * <p>Choose {@link Levels} for named values in order (no cease-fire, pause, truce, permanent end),
 * {@link Options} for named values without order (which neutral state is custodian), {@link
 * Quantity} for numbers with a unit (persons by 1, per cent by 0.5) and {@link Checklist} for a set
 * of named items (what a list of hostages must hold).
 *
 * <p>Distances are in the scale's own unit and never added across issues. Immutable.
 */
public sealed interface Scale extends Serializable {

  /**
   * {@return whether the value lies on this scale}
   *
   * @param value any value
   */
  boolean holds(Value value);

  /**
   * {@return the value that a text names on this scale}
   *
   * @param text a level's or option's name, a decimal number, or item names separated by commas
   *     ({@code nothing} for none)
   * @throws IllegalArgumentException if the text names none; the message says what would
   */
  Value parse(String text);

  /**
   * {@return the largest distance between two values, in this scale's unit: ranks for levels, 1 for
   * options, units for quantities, items for checklists; the length, above zero}
   */
  BigDecimal length();

  /**
   * {@return the unit in which distances are given, such as {@code "levels"} or {@code "persons"}}
   */
  String unit();

  /**
   * {@return whether every value of another scale lies on this one too, which orders what both hold
   * alike: the law of widening}
   *
   * @param narrower the scale before
   */
  boolean widens(Scale narrower);

  /**
   * {@return this scale in a few words, such as {@code "0 to 250 persons by 1"} or {@code "none <
   * pause < truce"}}
   */
  String describe();

  /**
   * {@return the scale as messages show it: in words, of its names at most twelve}
   *
   * @hidden
   */
  default String brief() {
    return describe();
  }

  /**
   * Returns a few values of this scale: all of a short one, otherwise values that lie evenly, both
   * ends among them. Of a checklist they are the lists of its first items.
   *
   * @param most how many at most, 2 or more
   * @return two values or more, in the scale's order
   */
  default ImmutableList<Value> few(int most) {
    return Spread.over(this, most);
  }

  /**
   * Returns the value when it lies on this scale.
   *
   * @param issue the issue, for the message
   * @param value any value
   * @throws IllegalArgumentException if the value does not lie on this scale; the message names
   *     issue, value and scale
   */
  default void check(String issue, Value value) {
    if (!holds(value)) {
      throw new IllegalArgumentException(issue + ": " + whyOff(value));
    }
  }

  /**
   * {@return why a value does not lie on this scale, such as {@code "120 persons is above the
   * scale's most (100)"}}
   *
   * @param value a value that does not
   */
  default String whyOff(Value value) {
    return "(%s) is not on the scale (%s)".formatted(Listed.cut(value.toString(), 200), brief());
  }

  /**
   * {@return a scale of named levels}
   *
   * @param names the names, from least to most
   */
  static Levels levels(String... names) {
    return new Levels(ImmutableList.copyOf(names));
  }

  /**
   * {@return a scale of named options}
   *
   * @param names the names
   */
  static Options options(String... names) {
    return new Options(ImmutableList.copyOf(names));
  }

  /**
   * {@return a scale of whole numbers, by steps of 1}
   *
   * @param least the least
   * @param most the most
   * @param unit the unit, such as {@code "persons"}
   */
  static Quantity quantity(long least, long most, String unit) {
    return new Quantity(BigDecimal.valueOf(least), BigDecimal.valueOf(most), BigDecimal.ONE, unit);
  }

  /**
   * {@return a scale of decimal numbers}
   *
   * @param least the least, such as {@code "0"}
   * @param most the most, such as {@code "100"}
   * @param step the step, such as {@code "0.5"}
   * @param unit the unit, such as {@code "percent"}
   * @throws IllegalArgumentException if one is no number, or the three make no scale
   */
  static Quantity quantity(String least, String most, String step, String unit) {
    return new Quantity(
        Quantity.number("least", least),
        Quantity.number("most", most),
        Quantity.number("step", step),
        unit);
  }

  /**
   * {@return a checklist}
   *
   * @param items the names of all items
   */
  static Checklist checklist(String... items) {
    return new Checklist(ImmutableList.copyOf(items));
  }

  /**
   * Named levels in order, from least to most.
   *
   * @param names the names, two or more, each once
   */
  record Levels(ImmutableList<String> names) implements Scale {
    /**
     * Checks that there are two names or more, each once.
     *
     * @param names the names, two or more, each once
     */
    public Levels {
      checkNames("levels", names, 2);
    }

    /**
     * {@return the rank of a level; 0 for the least}
     *
     * @param level a level of this scale
     * @throws IllegalArgumentException if the level is not on this scale
     */
    public int rank(Value.Level level) {
      int rank = names.indexOf(level.name());
      if (rank < 0) {
        throw new IllegalArgumentException(whyOff(level));
      }
      return rank;
    }

    @Override
    public boolean holds(Value value) {
      return value instanceof Value.Level level && names.contains(level.name());
    }

    @Override
    public Value parse(String text) {
      return new Value.Level(named(this, names, text));
    }

    @Override
    public BigDecimal length() {
      return BigDecimal.valueOf(names.size() - 1L);
    }

    @Override
    public String unit() {
      return "levels";
    }

    @Override
    public boolean widens(Scale narrower) {
      return narrower instanceof Levels other
          && names.stream()
              .filter(Lookup.in(other.names, names.size())::contains)
              .toList()
              .equals(other.names);
    }

    @Override
    public String describe() {
      return String.join(" < ", names);
    }

    @Override
    public String brief() {
      return Listed.names(names, " < ");
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * Named options without order.
   *
   * @param names the names, two or more, each once
   */
  record Options(ImmutableList<String> names) implements Scale {
    /**
     * Checks that there are two names or more, each once.
     *
     * @param names the names, two or more, each once
     */
    public Options {
      checkNames("options", names, 2);
    }

    @Override
    public boolean holds(Value value) {
      return value instanceof Value.Option option && names.contains(option.name());
    }

    @Override
    public Value parse(String text) {
      return new Value.Option(named(this, names, text));
    }

    @Override
    public BigDecimal length() {
      return BigDecimal.ONE;
    }

    @Override
    public String unit() {
      return "options";
    }

    @Override
    public boolean widens(Scale narrower) {
      return narrower instanceof Options other
          && Lookup.in(names, other.names.size()).containsAll(other.names);
    }

    @Override
    public String describe() {
      return String.join(" | ", names);
    }

    @Override
    public String brief() {
      return Listed.names(names, " | ");
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * Numbers with a unit, from a least to a most by a step. Exact decimals, each of at most 40
   * digits.
   *
   * @param least the least
   * @param most the most, above the least
   * @param step the step, above zero, of which the range is a whole multiple
   * @param unit the unit, such as {@code "persons"}
   */
  record Quantity(BigDecimal least, BigDecimal most, BigDecimal step, String unit)
      implements Scale {
    /**
     * Checks the laws above.
     *
     * @param least the least
     * @param most the most, above the least
     * @param step the step, above zero, of which the range is a whole multiple
     * @param unit the unit, such as {@code "persons"}
     */
    public Quantity {
      checkDigits("least", least);
      checkDigits("most", most);
      checkDigits("step", step);
      least = Value.Amount.plain(least);
      most = Value.Amount.plain(most);
      step = Value.Amount.plain(step);
      if (step.signum() <= 0) {
        throw new IllegalArgumentException(
            "a quantity's step (%s) must be above zero".formatted(step.toPlainString()));
      }
      if (most.compareTo(least) <= 0) {
        throw new IllegalArgumentException(
            "a quantity's most (%s) must be above its least (%s)"
                .formatted(most.toPlainString(), least.toPlainString()));
      }
      if (most.subtract(least).remainder(step).signum() != 0) {
        throw new IllegalArgumentException(
            "a quantity from (%s) to (%s) must be a whole number of steps of (%s)"
                .formatted(least.toPlainString(), most.toPlainString(), step.toPlainString()));
      }
    }

    private static final int DIGITS = 40;

    private static BigDecimal number(String what, String text) {
      try {
        return decimal(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "a quantity's %s (%s) is not a number: write it in digits, such as 120, -3 or 62.5"
                .formatted(what, text),
            e);
      }
    }

    /** Digits of other scripts are digits to Java, too; here they would be read silently. */
    private static BigDecimal decimal(String text) {
      if (!CharMatcher.ascii().matchesAllOf(text)) {
        throw new NumberFormatException();
      }
      return new BigDecimal(text);
    }

    /** An exponent makes a number of many digits from few: those would take for ever to add up. */
    private static void checkDigits(String what, BigDecimal number) {
      long whole = (long) number.precision() - number.scale();
      if (whole > DIGITS || number.scale() > DIGITS || number.precision() > DIGITS) {
        throw new IllegalArgumentException(
            "a quantity's %s (%s) has more than %s digits: take a larger unit or a coarser step"
                .formatted(what, number, DIGITS));
      }
    }

    @Override
    public boolean holds(Value value) {
      return value instanceof Value.Amount amount && holds(amount.number());
    }

    boolean holds(BigDecimal number) {
      return number.compareTo(least) >= 0 && number.compareTo(most) <= 0 && onStep(number);
    }

    private boolean onStep(BigDecimal number) {
      if (step.compareTo(BigDecimal.ONE) == 0 && least.scale() == 0) {
        return number.scale() == 0;
      }
      return number.subtract(least).remainder(step).signum() == 0;
    }

    @Override
    public Value parse(String text) {
      Value.Amount amount;
      try {
        if (text.length() > 60 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
          throw new NumberFormatException();
        }
        amount = Value.amount(decimal(text.strip()));
      } catch (NumberFormatException e) {
        String shown = text.length() > 60 ? text.substring(0, 20) + "..." : text;
        throw new IllegalArgumentException(
            "(%s) is not a number: write one from %s".formatted(shown, describe()), e);
      }
      if (!holds(amount)) {
        throw new IllegalArgumentException(whyOff(amount));
      }
      return amount;
    }

    @Override
    public BigDecimal length() {
      return most.subtract(least);
    }

    @Override
    public boolean widens(Scale narrower) {
      return narrower instanceof Quantity other
          && unit.equals(other.unit)
          && holds(other.least)
          && holds(other.most)
          && other.step.remainder(step).signum() == 0;
    }

    @Override
    public String describe() {
      return "%s to %s %s by %s"
          .formatted(least.toPlainString(), most.toPlainString(), unit, step.toPlainString());
    }

    @Override
    public String whyOff(Value value) {
      if (!(value instanceof Value.Amount amount)) {
        return Scale.super.whyOff(value);
      }
      BigDecimal number = amount.number();
      if (number.compareTo(most) > 0) {
        return "%s %s is above the scale's most (%s)".formatted(amount, unit, most.toPlainString());
      }
      if (number.compareTo(least) < 0) {
        return "%s %s is below the scale's least (%s)"
            .formatted(amount, unit, least.toPlainString());
      }
      BigDecimal[] steps = number.subtract(least).divideAndRemainder(step);
      BigDecimal below = least.add(steps[0].multiply(step));
      return "%s %s lies between two steps of the scale (by %s): use %s or %s"
          .formatted(
              amount,
              unit,
              step.toPlainString(),
              Value.Amount.plain(below).toPlainString(),
              Value.Amount.plain(below.add(step)).toPlainString());
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A set of named items, each there or not.
   *
   * @param items the names of all items, one or more, each once
   */
  record Checklist(ImmutableList<String> items) implements Scale {
    /**
     * Checks that there is one item or more, each once.
     *
     * @param items the names of all items, one or more, each once
     */
    public Checklist {
      checkNames("items", items, 1);
    }

    @Override
    public boolean holds(Value value) {
      return value instanceof Value.Items set
          && Lookup.in(items, set.names().size()).containsAll(set.names());
    }

    @Override
    public Value parse(String text) {
      if (text.strip().equals("nothing")) {
        return Value.items();
      }
      Set<String> names = new HashSet<>();
      for (String part : text.split(",", -1)) {
        names.add(named(this, items, part.strip()));
      }
      return Value.items(names.toArray(String[]::new));
    }

    @Override
    public BigDecimal length() {
      return BigDecimal.valueOf(items.size());
    }

    @Override
    public String unit() {
      return "items";
    }

    @Override
    public boolean widens(Scale narrower) {
      return narrower instanceof Checklist other
          && Lookup.in(items, other.items.size()).containsAll(other.items);
    }

    @Override
    public String describe() {
      return "any of " + String.join(", ", items);
    }

    @Override
    public String brief() {
      return "any of " + Listed.names(items);
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  private static String named(Scale scale, List<String> names, String text) {
    if (!names.contains(text)) {
      throw new IllegalArgumentException(
          "(%s) is not on the scale (%s)".formatted(Listed.cut(text, 200), scale.brief()));
    }
    return text;
  }

  private static void checkNames(String what, List<String> names, int fewest) {
    if (names.size() < fewest) {
      throw new IllegalArgumentException(
          "a scale of %s needs %s or more, not %s: %s"
              .formatted(what, fewest, names.size(), names));
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isBlank() || !name.equals(name.strip()) || name.contains(",")) {
        throw new IllegalArgumentException(
            "a name on a scale of %s (%s) must not be blank, padded or hold a comma"
                .formatted(what, name));
      }
      if (!seen.add(name)) {
        throw new IllegalArgumentException("a scale of %s names (%s) twice".formatted(what, name));
      }
    }
  }
}
