package dev.parley.report.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.When;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a kind of thing: a JSON object, field by field, always in this order.
 * Immutable.
 *
 * @param <T> the things
 */
public final class JsonShape<T> implements JsonType<T> {
  private static final JsonType<Object> DATE =
      JsonType.text(
          "a date in EDTF, such as 2024-12 or 2024-12-20T14:00Z; XXXX when it is unknown");

  private final String name;
  private final String meaning;
  private final ImmutableList<Field<T>> fields;
  private final ImmutableList<Choice> choices;

  private JsonShape(Builder<T> from) {
    this.name = from.name;
    this.meaning = from.meaning;
    this.fields = ImmutableList.copyOf(from.fields);
    this.choices = ImmutableList.copyOf(from.choices);
  }

  /** What is written of each thing, and what the schema says of it; some only if it is there. */
  private record Field<T>(
      String name, String meaning, Describing type, Writing<T> writing, boolean always) {}

  /** A field whose form depends on what another says. */
  private record Choice(String field, String by, ImmutableMap<String, JsonShape<?>> forms) {}

  /** Begins a shape, named in the schema so. */
  public static <T> Builder<T> of(String name, String meaning) {
    return new Builder<>(name, meaning);
  }

  /** Returns what it is called. */
  public String name() {
    return name;
  }

  /** Returns what is written so. */
  String meaning() {
    return meaning;
  }

  @Override
  public void write(JsonWriter out, T thing) {
    out.writeObject(fields -> writeFields(fields, thing));
  }

  /** Writes the fields of a thing into an object that is open. */
  void writeFields(JsonWriter out, T thing) {
    fields.forEach(field -> field.writing().write(out, thing));
  }

  @Override
  public void describe(JsonWriter schema, Definitions definitions) {
    schema.put("$ref", definitions.of(name, this, (s, all) -> define(s, all, ImmutableMap.of())));
  }

  /** Describes the object itself, with what every document has before its fields. */
  void define(JsonWriter schema, Definitions definitions, Map<String, Describing> before) {
    schema.put("description", meaning).put("type", "object");
    schema.object(
        "properties",
        properties -> {
          before.forEach(
              (field, type) -> properties.object(field, s -> type.describe(s, definitions)));
          fields.forEach(
              field ->
                  properties.object(
                      field.name(),
                      s -> {
                        s.put("title", field.meaning());
                        field.type().describe(s, definitions);
                      }));
        });
    schema.texts(
        "required",
        Stream.concat(
                before.keySet().stream(), fields.stream().filter(Field::always).map(Field::name))
            .toList());
    schema.put("additionalProperties", false);
    if (!choices.isEmpty()) {
      schema.objects("allOf", alternatives(), (s, one) -> one.describe(s, definitions));
    }
  }

  private List<Describing> alternatives() {
    List<Describing> all = new ArrayList<>();
    for (Choice choice : choices) {
      choice
          .forms()
          .forEach(
              (value, form) ->
                  all.add(
                      (s, definitions) -> {
                        s.object(
                            "if",
                            i ->
                                i.object(
                                    "properties",
                                    p -> p.object(choice.by(), c -> c.put("const", value))));
                        s.object(
                            "then",
                            t ->
                                t.object(
                                    "properties",
                                    p ->
                                        p.object(
                                            choice.field(), f -> form.describe(f, definitions))));
                      }));
    }
    return all;
  }

  /**
   * Declares a shape, field after field.
   *
   * @param <T> the things
   */
  public static final class Builder<T> {
    private final String name;
    private final String meaning;
    private final List<Field<T>> fields = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();

    private Builder(String name, String meaning) {
      this.name = name;
      this.meaning = meaning;
    }

    public JsonShape<T> build() {
      return new JsonShape<>(this);
    }

    /** Adds a field of any type. */
    public <V> Builder<T> one(
        String field, String means, JsonType<V> type, Function<? super T, ? extends V> value) {
      fields.add(
          new Field<>(
              field,
              means,
              type::describe,
              (out, thing) -> {
                out.name(field);
                type.write(out, value.apply(thing));
              },
              true));
      return this;
    }

    /** Adds what is there, or null. */
    public <V> Builder<T> oneIf(
        String field,
        String means,
        JsonType<V> type,
        Function<? super T, ? extends Optional<? extends V>> value) {
      return one(field, means, JsonType.optional(type), value);
    }

    /** Adds a field that is left out where nothing is there. */
    public <V> Builder<T> onlyIf(
        String field,
        String means,
        JsonType<V> type,
        Function<? super T, ? extends Optional<? extends V>> value) {
      fields.add(
          new Field<>(
              field,
              means,
              type::describe,
              (out, thing) ->
                  value
                      .apply(thing)
                      .ifPresent(
                          it -> {
                            out.name(field);
                            type.write(out, it);
                          }),
              false));
      return this;
    }

    /** Adds what is there, or null and beside it the reason why it is not known. */
    public <V> Builder<T> oneOr(
        String field,
        String means,
        JsonType<V> type,
        Function<? super T, ? extends Optional<? extends V>> value,
        Function<? super T, String> reason) {
      oneIf(field, means, type, value);
      return onlyIf(
          field + "-unknown",
          "why there is none",
          JsonType.TEXT,
          thing ->
              value.apply(thing).isPresent() ? Optional.empty() : Optional.of(reason.apply(thing)));
    }

    /** Adds several in their order. */
    public <V> Builder<T> list(
        String field,
        String means,
        JsonType<V> type,
        Function<? super T, ? extends Iterable<? extends V>> values) {
      return one(field, means, JsonType.list(type), values);
    }

    /** Adds several that have no order. */
    public <V> Builder<T> set(
        String field,
        String means,
        JsonType<V> type,
        Function<? super T, ? extends Iterable<? extends V>> values) {
      return one(field, means, JsonType.set(type), values);
    }

    /** Adds values by what they are of. */
    public <V> Builder<T> map(
        String field,
        String means,
        JsonType<V> type,
        Function<? super T, ? extends Map<?, ? extends V>> values) {
      return one(field, means, JsonType.map(type), values);
    }

    /** Adds a text, which every thing has. */
    public Builder<T> text(String field, String means, Function<? super T, ?> text) {
      return one(field, means, JsonType.TEXT, text);
    }

    public Builder<T> textIf(
        String field, String means, Function<? super T, ? extends Optional<?>> text) {
      return oneIf(field, means, JsonType.TEXT, text);
    }

    /** Adds texts in their order. */
    public Builder<T> texts(
        String field, String means, Function<? super T, ? extends Iterable<?>> texts) {
      return list(field, means, JsonType.TEXT, texts);
    }

    /** Adds identifiers that have no order. */
    public Builder<T> ids(
        String field, String means, Function<? super T, ? extends Iterable<?>> ids) {
      return set(field, means, JsonType.TEXT, ids);
    }

    /** Adds a text that is the same for every thing of this kind. */
    public Builder<T> fixed(String field, String means, String text) {
      JsonType<Object> type = JsonType.of(JsonType.TEXT::write, (s, all) -> s.put("const", text));
      return one(field, means, type, thing -> text);
    }

    public <E extends Enum<E>> Builder<T> constant(
        String field, String means, Class<E> kind, Function<? super T, E> constant) {
      return one(field, means, JsonType.constant(kind), constant);
    }

    public <E extends Enum<E>> Builder<T> constantIf(
        String field,
        String means,
        Class<E> kind,
        Function<? super T, ? extends Optional<? extends E>> constant) {
      return oneIf(field, means, JsonType.constant(kind), constant);
    }

    /** Adds constants in their order. */
    public <E extends Enum<E>> Builder<T> constants(
        String field,
        String means,
        Class<E> kind,
        Function<? super T, ? extends Collection<E>> constants) {
      return list(
          field,
          means,
          JsonType.constant(kind),
          t -> constants.apply(t).stream().sorted().toList());
    }

    public Builder<T> number(String field, String means, Function<? super T, BigDecimal> number) {
      return one(field, means, JsonType.NUMBER, number);
    }

    public Builder<T> numberIf(
        String field, String means, Function<? super T, Optional<BigDecimal>> number) {
      return oneIf(field, means, JsonType.NUMBER, number);
    }

    public Builder<T> integer(String field, String means, Function<? super T, Integer> number) {
      return one(field, means, JsonType.INTEGER, number);
    }

    public Builder<T> integerIf(
        String field, String means, Function<? super T, Optional<Integer>> number) {
      return oneIf(field, means, JsonType.INTEGER, number);
    }

    public Builder<T> integers(
        String field, String means, Function<? super T, ? extends Iterable<Integer>> numbers) {
      return list(field, means, JsonType.INTEGER, numbers);
    }

    public Builder<T> flag(String field, String means, Function<? super T, Boolean> flag) {
      return one(field, means, JsonType.FLAG, flag);
    }

    public Builder<T> date(String field, String means, Function<? super T, When> date) {
      return one(field, means, DATE, date);
    }

    public Builder<T> dateIf(
        String field, String means, Function<? super T, ? extends Optional<When>> date) {
      return oneIf(field, means, DATE, date);
    }

    /** Adds an entry of the record, by its number. */
    public Builder<T> entry(String field, String means, Function<? super T, EntryId> entry) {
      return integer(field, means, thing -> entry.apply(thing).number());
    }

    public Builder<T> entries(
        String field, String means, Function<? super T, ? extends Collection<EntryId>> entries) {
      return integers(
          field, means, thing -> entries.apply(thing).stream().map(EntryId::number).toList());
    }

    /** Adds all fields of something that belongs to the thing. */
    public <S> Builder<T> including(JsonShape<S> other, Function<? super T, ? extends S> part) {
      other.fields.forEach(
          field ->
              fields.add(
                  new Field<>(
                      field.name(),
                      field.meaning(),
                      field.type(),
                      (out, thing) -> field.writing().write(out, part.apply(thing)),
                      field.always())));
      other.choices.forEach(c -> choices.add(new Choice(c.field(), c.by(), c.forms())));
      return this;
    }

    /** Adds a field whose form depends on the text of a field before it. */
    public <V> Builder<T> chosen(
        String field,
        String means,
        String by,
        Function<? super T, String> choice,
        ImmutableMap<String, JsonShape<V>> forms,
        Function<? super T, ? extends V> value) {
      fields.add(
          new Field<>(
              field,
              means,
              (s, all) -> s.put("type", "object"),
              (out, thing) -> {
                @Nullable JsonShape<V> form = forms.get(choice.apply(thing));
                out.name(field);
                Objects.requireNonNull(form).write(out, value.apply(thing));
              },
              true));
      choices.add(new Choice(field, by, ImmutableMap.copyOf(forms)));
      return this;
    }
  }
}
