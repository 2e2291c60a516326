package dev.parley.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON back, strictly, as maps, lists, texts and numbers; null is an empty optional. What
 * names a schema must keep it.
 */
public final class JsonTree {
  private JsonTree() {}

  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  public static Object read(String json) {
    try (JsonParser in = STRICT.createParser(ObjectReadContext.empty(), json)) {
      in.nextToken();
      Object value = value(in);
      assertThat(in.nextToken()).as("one object and nothing after it").isNull();
      if (value instanceof Map<?, ?> fields && fields.get("$schema") instanceof String address) {
        JsonSchemaTest.check(address, json);
      }
      return value;
    }
  }

  private static Object value(JsonParser in) {
    return switch (in.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
          String name = in.currentName();
          in.nextToken();
          fields.put(name, value(in));
        }
        yield fields;
      }
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(in));
        }
        yield items;
      }
      case VALUE_NULL -> Optional.empty();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> in.getString();
      default -> new BigDecimal(in.getString());
    };
  }

  public static Object at(Object tree, Object... path) {
    Object now = tree;
    for (Object step : path) {
      now = step instanceof Integer i ? ((List<?>) now).get(i) : ((Map<?, ?>) now).get(step);
    }
    return now;
  }
}
