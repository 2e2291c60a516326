package dev.parley.report.words;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of thing that is written as a JSON text of its own, which names its JSON Schema and the
 * version of it: {@code {"$schema": "https://parley.dev/schema/gap-1.json", "version": 1, ...}}.
 *
 * @param <T> the things
 * @param shape what is written of each
 */
public record JsonDocument<T>(JsonShape<T> shape) {
  /** The version of every output; it grows when a field changes its meaning or goes. */
  public static final int VERSION = 1;

  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  /** Returns what it is called. */
  public String name() {
    return shape.name();
  }

  /** Returns the address that names its schema. */
  public String address() {
    return "https://parley.dev/schema/%s-%s.json".formatted(name(), VERSION);
  }

  /** Returns a thing as one JSON object, ended by a line feed. */
  public String of(T thing) {
    return JsonWriter.object(
        out -> {
          out.put("$schema", address()).put("version", VERSION);
          shape.writeFields(out, thing);
        });
  }

  /** Returns its JSON Schema, draft 2020-12, ended by a line feed. */
  public String schema() {
    List<Definition> known = new ArrayList<>();
    JsonType.Definitions definitions =
        (name, type, definition) -> {
          Definition used = new Definition(name, type, definition);
          if (known.stream().noneMatch(used::isSame)) {
            known.add(used);
          }
          return "#/$defs/" + name;
        };
    return JsonWriter.object(
        schema -> {
          schema.put("$schema", DRAFT).put("$id", address()).put("title", name());
          shape.define(
              schema,
              definitions,
              ImmutableMap.of(
                  "$schema", (s, all) -> s.put("const", address()),
                  "version", (s, all) -> s.put("const", VERSION)));
          schema.object(
              "$defs",
              all -> {
                for (int i = 0; i < known.size(); i++) { // which grows meanwhile
                  Definition each = known.get(i);
                  all.object(each.name(), s -> each.definition().describe(s, definitions));
                }
              });
        });
  }

  /** A type that has a name in the schema. */
  private record Definition(String name, JsonType<?> type, JsonType.Describing definition) {
    @SuppressWarnings("ReferenceEquality") // a type is declared once
    private boolean isSame(Definition other) {
      if (name.equals(other.name) && type != other.type) {
        throw new IllegalStateException("two types are called (%s)".formatted(name));
      }
      return type == other.type;
    }
  }
}
