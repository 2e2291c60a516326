package dev.parley.report.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a value is in JSON: how it is written, and what a JSON Schema says of it. Both come from one
 * declaration, so that neither can say what the other does not.
 *
 * @param <T> the values
 */
public interface JsonType<T> {
  /** Writes a value. */
  void write(JsonWriter out, T value);

  /** Puts what a schema says of the values into an object of the schema. */
  void describe(JsonWriter schema, Definitions definitions);

  /** Says where the definition of a type is, and sees to it that it is in the schema. */
  interface Definitions {
    /** Returns the pointer to the definition of a type that has a name. */
    String of(String name, JsonType<?> type, Describing definition);
  }

  /** What somebody calls it: its text. */
  JsonType<Object> TEXT =
      of((out, value) -> out.value(value.toString()), (s, all) -> s.put("type", "string"));

  /** A decimal without exponent and trailing zeros. */
  JsonType<BigDecimal> NUMBER =
      of((out, value) -> out.value(value), (s, all) -> s.put("type", "number"));

  /** A whole number. */
  JsonType<Integer> INTEGER =
      of((out, value) -> out.value(value.longValue()), (s, all) -> s.put("type", "integer"));

  /** Whether something is so. */
  JsonType<Boolean> FLAG =
      of((out, value) -> out.value(value), (s, all) -> s.put("type", "boolean"));

  /** Nothing. */
  JsonType<Object> NOTHING = of((out, value) -> out.nothing(), (s, all) -> s.put("type", "null"));

  /** Writes a value. */
  interface Writing<T> {
    void write(JsonWriter out, T value);
  }

  /** Describes values. */
  interface Describing {
    void describe(JsonWriter schema, Definitions definitions);
  }

  static <T> JsonType<T> of(Writing<T> writing, Describing describing) {
    return new JsonType<>() {
      @Override
      public void write(JsonWriter out, T value) {
        writing.write(out, value);
      }

      @Override
      public void describe(JsonWriter schema, Definitions definitions) {
        describing.describe(schema, definitions);
      }
    };
  }

  /** Returns what is declared further down, or holds itself. */
  static <T> JsonType<T> later(Supplier<? extends JsonType<T>> type) {
    return of(
        (out, value) -> type.get().write(out, value), (s, all) -> type.get().describe(s, all));
  }

  /** Returns a text with a description of its form. */
  static JsonType<Object> text(String form) {
    return of(TEXT::write, (s, all) -> s.put("type", "string").put("description", form));
  }

  /** Returns one of the constants, by its name. */
  static <E extends Enum<E>> JsonType<E> constant(Class<E> kind) {
    return of(
        (out, value) -> out.value(value.name()),
        (s, all) ->
            s.texts("enum", Arrays.stream(kind.getEnumConstants()).map(Enum::name).toList()));
  }

  /** Returns one of a few texts. */
  static JsonType<Object> oneOf(String... texts) {
    return of(TEXT::write, (s, all) -> s.texts("enum", List.of(texts)));
  }

  /** Returns what is there, or null. */
  static <T> JsonType<Optional<? extends T>> optional(JsonType<T> type) {
    return of(
        (out, value) -> value.ifPresentOrElse(it -> type.write(out, it), () -> out.nothing()),
        anyOf(ImmutableList.of(type, NOTHING)));
  }

  /** Returns several in their order. */
  static <T> JsonType<Iterable<? extends T>> list(JsonType<T> type) {
    return of(
        (out, values) -> out.writeArray(values, each -> type.write(out, each)),
        (s, all) -> s.put("type", "array").object("items", i -> type.describe(i, all)));
  }

  /** Returns several that have no order, in the order of what is written of them. */
  static <T> JsonType<Iterable<? extends T>> set(JsonType<T> type) {
    return of(
        (out, values) -> out.writeArray(sorted(type, values), each -> type.write(out, each)),
        (s, all) ->
            s.put("type", "array")
                .put("uniqueItems", true)
                .object("items", i -> type.describe(i, all)));
  }

  /** Returns things that have no order, in the order of what is written of them. */
  static <T> ImmutableList<T> sorted(JsonType<? super T> type, Iterable<? extends T> values) {
    List<Map.Entry<String, T>> written = new ArrayList<>();
    values.forEach(
        value -> written.add(Map.entry(JsonWriter.compact(o -> type.write(o, value)), value)));
    return Ordering.natural()
        .<Map.Entry<String, T>>onResultOf(Map.Entry::getKey)
        .immutableSortedCopy(written)
        .stream()
        .map(Map.Entry::getValue)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns values by what they are of, in the order of these names. */
  static <T> JsonType<Map<?, ? extends T>> map(JsonType<T> type) {
    return of(
        (out, values) ->
            out.writeObject(
                s ->
                    values.entrySet().stream()
                        .sorted(Ordering.natural().onResultOf(e -> e.getKey().toString()))
                        .forEach(
                            e -> {
                              s.name(e.getKey().toString());
                              type.write(s, e.getValue());
                            })),
        (s, all) ->
            s.put("type", "object").object("additionalProperties", v -> type.describe(v, all)));
  }

  /** Returns one way of writing for what passes a test, and another for the rest. */
  static <T> JsonType<T> either(JsonType<T> one, Predicate<? super T> test, JsonType<T> other) {
    return of(
        (out, value) -> (test.test(value) ? one : other).write(out, value),
        anyOf(ImmutableList.of(one, other)));
  }

  /** Describes what is one of several. */
  static Describing anyOf(List<? extends JsonType<?>> types) {
    return (s, all) -> s.objects("anyOf", types, (each, one) -> one.describe(each, all));
  }

  /** Returns what is written as something else. */
  static <T, S> JsonType<T> as(JsonType<S> type, Function<? super T, ? extends S> other) {
    return of((out, value) -> type.write(out, other.apply(value)), type::describe);
  }

  /** Begins a choice among several kinds of values, each written in its own way. */
  static <T> Cases<T> cases() {
    return new Cases<>();
  }

  /**
   * Several kinds of values, each written in its own way.
   *
   * @param <T> what they have in common
   */
  final class Cases<T> implements JsonType<T> {
    private record Case<S>(Class<S> kind, JsonType<? super S> type) {
      private void write(JsonWriter out, Object value) {
        type.write(out, kind.cast(value));
      }
    }

    private final List<Case<?>> cases = new ArrayList<>();

    private Cases() {}

    /** Adds a kind. */
    public <S extends T> Cases<T> with(Class<S> kind, JsonType<? super S> type) {
      cases.add(new Case<>(kind, type));
      return this;
    }

    @Override
    public void write(JsonWriter out, T value) {
      cases.stream()
          .filter(c -> c.kind().isInstance(value))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no form for (%s)".formatted(value)))
          .write(out, value);
    }

    @Override
    public void describe(JsonWriter schema, Definitions definitions) {
      anyOf(cases.stream().map(Case::type).toList()).describe(schema, definitions);
    }
  }
}
