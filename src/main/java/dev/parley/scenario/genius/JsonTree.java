package dev.parley.scenario.genius;

import com.google.common.collect.Lists;
import dev.parley.analysis.bargaining.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * A node of a JSON text, with its path: an object (fields by name), a list, a text, a number as
 * written, or nothing at all ({@code null}).
 */
record JsonTree(
    Place place, Kind kind, Map<String, JsonTree> fields, List<JsonTree> items, String text) {
  /**
   * Where a node is: within which place, and by which name or number. Said when it is asked for.
   */
  private record Place(@Nullable Place within, String step) {
    @Override
    public String toString() {
      List<String> steps = new ArrayList<>();
      for (Place at = this; at != null && at.within != null; at = at.within) {
        steps.add(at.step);
      }
      return String.join("/", Lists.reverse(steps));
    }
  }

  /** Returns where it is, such as {@code issues/0/name}; empty at the root. */
  String path() {
    return place.toString();
  }

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** What a node is. */
  enum Kind {
    OBJECT,
    LIST,
    TEXT,
    NUMBER,
    NOTHING
  }

  static JsonTree parse(String json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new GeniusException("the file is empty");
      }
      JsonTree root = read(parser, new Place(null, ""));
      if (parser.nextToken() != null) {
        throw new GeniusException("the file goes on after its end");
      }
      return root;
    } catch (StreamConstraintsException e) {
      throw new GeniusException(
          "line %s: a text, a number or a nesting is longer than any profile needs"
              .formatted(e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
          e);
    } catch (JacksonException e) {
      throw new GeniusException(
          "line %s: this is not JSON, or names a field twice: %s"
              .formatted(
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getOriginalMessage()),
          e);
    }
  }

  private static JsonTree read(JsonParser parser, Place path) {
    Map<String, JsonTree> fields = new LinkedHashMap<>();
    List<JsonTree> items = new ArrayList<>();
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          fields.put(name, read(parser, new Place(path, name)));
        }
        return new JsonTree(path, Kind.OBJECT, fields, items, "");
      }
      case START_ARRAY -> {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(read(parser, new Place(path, Integer.toString(items.size()))));
        }
        return new JsonTree(path, Kind.LIST, fields, items, "");
      }
      case VALUE_STRING -> {
        return new JsonTree(path, Kind.TEXT, fields, items, parser.getString());
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        return new JsonTree(path, Kind.NUMBER, fields, items, parser.getString());
      }
      case VALUE_NULL -> {
        return new JsonTree(path, Kind.NOTHING, fields, items, "");
      }
      default ->
          throw new GeniusException(
              "%s: (%s) is none of a profile's".formatted(path, parser.getString()));
    }
  }

  /** Returns a field that must be there. */
  JsonTree at(String field) {
    return optional(field)
        .orElseThrow(
            () ->
                new GeniusException(
                    "%s has no field (%s)"
                        .formatted(path().isEmpty() ? "the file" : path(), field)));
  }

  /** Returns a field, or empty where it is missing or nothing. */
  Optional<JsonTree> optional(String field) {
    return Optional.ofNullable(as(Kind.OBJECT).fields.get(field))
        .filter(f -> f.kind != Kind.NOTHING);
  }

  /** Refuses every field that is none of those named. */
  JsonTree only(String... names) {
    for (String field : as(Kind.OBJECT).fields.keySet()) {
      if (!List.of(names).contains(field)) {
        throw new GeniusException(
            "%s has the field (%s), which a linear additive profile has not: %s"
                .formatted(
                    path().isEmpty() ? "the file" : path(), field, String.join(", ", names)));
      }
    }
    return this;
  }

  JsonTree as(Kind wanted) {
    if (kind != wanted) {
      throw new GeniusException(
          "%s must be of kind (%s), not (%s)"
              .formatted(path().isEmpty() ? "the file" : path(), wanted, kind));
    }
    return this;
  }

  /** Returns an exact decimal of a reasonable length. */
  BigDecimal decimal() {
    as(Kind.NUMBER);
    try {
      Fraction.parse(text);
    } catch (IllegalArgumentException e) {
      throw new GeniusException("%s: %s".formatted(path(), e.getMessage()), e);
    }
    return new BigDecimal(text);
  }
}
