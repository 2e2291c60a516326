package dev.parley.rules;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.IssueId;
import dev.parley.rules.Registry.Parameters;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One thing that a rule can be set to, as it is declared: {@code rounds}, a whole number from 1.
 *
 * @param <T> what it is
 * @param name its name in a file
 * @param must what it must be, for messages
 * @param example a value that fits, for messages
 * @param otherwise what it is when it is not given; empty when it must be
 * @param reader reads it; throws an {@link IllegalArgumentException} where it does not fit
 * @param law refuses a value that makes no sense, and brings the others into one form
 * @param writer writes it so that it reads back; an empty text for one that is left out
 */
record Setting<T>(
    String name,
    String must,
    String example,
    Optional<T> otherwise,
    Function<String, T> reader,
    UnaryOperator<T> law,
    Function<T, String> writer) {
  /** Declares a setting of a form of its own, which must be given. */
  static <T> Setting<T> of(String name, String must, String example, Function<String, T> reader) {
    return new Setting<>(
        name, must, example, Optional.empty(), reader, value -> value, String::valueOf);
  }

  /** Returns this setting, which is this value when it is not given. */
  Setting<T> or(T value) {
    return new Setting<>(name, must, example, Optional.of(value), reader, law, writer);
  }

  Setting<T> under(UnaryOperator<T> another) {
    return new Setting<>(name, must, example, otherwise, reader, another, writer);
  }

  Setting<T> written(Function<T, String> another) {
    return new Setting<>(name, must, example, otherwise, reader, law, another);
  }

  static Setting<Integer> count(String name) {
    return of(name, "a whole number from 1", "3", Integer::valueOf)
        .under(
            number -> {
              if (number < 1) {
                throw new IllegalArgumentException(
                    "%s (%s) must be 1 or more".formatted(name, number));
              }
              return number;
            });
  }

  static Setting<BigDecimal> number(String name, BigDecimal otherwise) {
    return of(name, "a number from 0", "2.5", Setting::decimalFromZero)
        .or(otherwise)
        .written(BigDecimal::toPlainString);
  }

  static Setting<Boolean> flag(String name, boolean otherwise) {
    return of(name, "yes or no", Parameters.word(!otherwise), Setting::yesOrNo)
        .or(otherwise)
        .written(Parameters::word);
  }

  static <E extends Enum<E>> Setting<E> choice(String name, E otherwise) {
    List<E> all = List.of(otherwise.getDeclaringClass().getEnumConstants());
    return of(
            name,
            "one of " + all.stream().map(Parameters::word).collect(joining(", ")),
            Parameters.word(otherwise),
            text ->
                all.stream()
                    .filter(e -> Parameters.word(e).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text)))
        .or(otherwise)
        .written(Parameters::word);
  }

  static Setting<ImmutableList<IssueId>> issues(String name) {
    return of(name, "ids of issues, each once, with commas", "rise, staff", Setting::ids)
        .or(ImmutableList.of())
        .written(Setting::words);
  }

  /** Returns what was given, or what it is otherwise. */
  T from(Parameters given) {
    return given.has(name) || otherwise.isEmpty()
        ? given.read(name, must, example, text -> law.apply(reader.apply(text)))
        : otherwise.get();
  }

  T unset() {
    return otherwise.orElseThrow();
  }

  static BigDecimal decimalFromZero(String text) {
    if (text.length() > 40 || !text.matches("[0-9]+([.][0-9]+)?")) {
      throw new IllegalArgumentException(text);
    }
    return new BigDecimal(text);
  }

  /** Two numbers that are alike are one, however they were written. */
  static BigDecimal plain(BigDecimal number) {
    return new BigDecimal(number.stripTrailingZeros().toPlainString());
  }

  private static boolean yesOrNo(String text) {
    return switch (text) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  static ImmutableList<IssueId> ids(String text) {
    ImmutableList<IssueId> all =
        Arrays.stream(text.split(",", -1))
            .map(part -> IssueId.of(part.strip()))
            .collect(toImmutableList());
    if (ImmutableSet.copyOf(all).size() < all.size()) {
      throw new IllegalArgumentException(text);
    }
    return all;
  }

  static String words(Collection<IssueId> issues) {
    return issues.stream().map(IssueId::text).collect(joining(", "));
  }
}
