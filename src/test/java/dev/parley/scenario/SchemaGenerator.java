package dev.parley.scenario;

import dev.parley.talks.ActKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Makes the JSON Schema of scenario files. What it says of entries follows from the forms of acts
 * and the {@link Notation} of their shapes; what can be chosen, from {@link Words}. The rest, such
 * as the head and the sources, is written by hand in the shipped file, and stays as it is there.
 */
final class SchemaGenerator {
  private static final String ID = "[a-z][a-z0-9-]{0,79}";
  private static final int WIDTH = 100;

  private SchemaGenerator() {}

  /** Returns the schema anew, with what is written by hand as it is. */
  @SuppressWarnings("unchecked")
  static String generate(String shipped) {
    Load json = new Load(LoadSettings.builder().build());
    var schema = (Map<String, Object>) json.loadFromString(shipped);
    var definitions = (Map<String, Object>) schema.get("$defs");
    definitions.put("role", choice(Words.ROLE));
    definitions.put("level", choice(Words.LEVEL));
    definitions.put("authority", choice(Words.AUTHORITY));
    definitions.put("end", choice(Words.BETTER));
    definitions.put("firmness", choice(Words.FIRMNESS));
    definitions.put("degree", choice(Words.DEGREE));
    definitions.put("stage", choice(Words.STAGE));
    definitions.put("issue", issue());
    definitions.put("offer", offer());
    definitions.put("told", told());
    StringBuilder text = new StringBuilder();
    write(text, schema, 0, 0);
    return text.append('\n').toString();
  }

  private static Map<String, Object> choice(Choices<?> choices) {
    return map("enum", List.copyOf(choices.words()));
  }

  private static Map<String, Object> issue() {
    Map<String, Object> keys = new LinkedHashMap<>();
    Notation.ISSUE
        .keys()
        .forEach((key, value) -> keys.put(key.replace("issue codes", "codes"), definition(value)));
    return object(map("type", "object"), Notation.ISSUE, keys, new LinkedHashMap<>());
  }

  /** One of several alternatives, which can name other addressees. */
  private static Map<String, Object> offer() {
    Map<String, Object> keys = new LinkedHashMap<>();
    Notation.OFFER.keys().forEach((key, value) -> keys.put(key, definition(value)));
    keys.put("to", definition("ids"));
    return object(
        map("type", "object", "minProperties", 1), Notation.OFFER, keys, new LinkedHashMap<>());
  }

  /** An entry that tells an act: verbs that are told alike stand together. */
  private static Map<String, Object> told() {
    Map<Notation, List<String>> verbs = new LinkedHashMap<>();
    for (ActKind kind : ActKind.values()) {
      for (String text : kind.form().verbs()) {
        verbs.computeIfAbsent(Notation.of(new Verb(text, kind)), n -> new ArrayList<>()).add(text);
      }
    }
    List<Object> each = new ArrayList<>();
    verbs.forEach(
        (notation, some) ->
            each.add(map("if", has(verb(some)), "then", entry(notation, verb(some)))));
    String any = verb(List.copyOf(Verb.texts()));
    Map<String, Object> told = map("type", "object");
    told.put("$comment", "Made from the forms of acts; SchemaTest says how to make it anew.");
    told.put(
        "propertyNames",
        map(
            "anyOf",
            List.of(
                definition("id"), map("pattern", any), map("enum", List.copyOf(Verb.OTHER_KEYS)))));
    told.putAll(has(any));
    told.put("allOf", each);
    return told;
  }

  private static Map<String, Object> entry(Notation notation, String verb) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("id", definition("id"));
    keys.put("on", definition("date"));
    keys.put("source", definition("cited"));
    keys.put("through", definition("id"));
    keys.put(notation.keys().containsKey("words") ? "saying" : "words", definition("scalar"));
    keys.put("codes", definition("codes"));
    keys.put("because of", definition("entries"));
    notation.keys().forEach((key, value) -> keys.put(key, definition(value)));
    return object(new LinkedHashMap<>(), notation, keys, map(verb, definition(notation.value())));
  }

  /** Adds which keys an object has, and what follows them. */
  private static Map<String, Object> object(
      Map<String, Object> object,
      Notation notation,
      Map<String, Object> keys,
      Map<String, Object> patterns) {
    object.put("properties", keys);
    notation.issues().ifPresent(value -> patterns.put(issueName(), definition(value)));
    if (!patterns.isEmpty()) {
      object.put("patternProperties", patterns);
    }
    object.put("additionalProperties", false);
    if (!notation.required().isEmpty()) {
      object.put("required", List.copyOf(notation.required()));
    }
    if (!notation.oneOf().isEmpty()) {
      object.put(
          "oneOf",
          notation.oneOf().stream().map(keySet -> map("required", List.copyOf(keySet))).toList());
    }
    return object;
  }

  private static Map<String, Object> definition(String name) {
    return map("$ref", "#/$defs/" + name);
  }

  /** The keys that say who does one of these. */
  private static String verb(List<String> texts) {
    String all = String.join("|", texts);
    String named = ID + " " + (texts.size() == 1 ? all : "(?:" + all + ")");
    List<String> ofNobody =
        texts.stream()
            .flatMap(text -> Verb.of(text).kind().form().impersonal().stream())
            .distinct()
            .toList();
    return ofNobody.isEmpty()
        ? "^" + named + "$"
        : "^(?:" + named + "|" + String.join("|", ofNobody) + ")$";
  }

  /** The issues that are keys themselves. */
  private static String issueName() {
    return "^(?!(?:" + String.join("|", Words.RESERVED) + ")$)" + ID + "$";
  }

  /** Says that there is a key of a pattern: it is not so that none can be. */
  private static Map<String, Object> has(String pattern) {
    return map("not", map("patternProperties", map(pattern, false)));
  }

  private static Map<String, Object> map(String key, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key, value);
    return map;
  }

  private static Map<String, Object> map(String key, Object value, String next, Object then) {
    Map<String, Object> map = map(key, value);
    map.put(next, then);
    return map;
  }

  /** Writes on one line what fits there, and anything else over several. */
  private static void write(StringBuilder out, Object node, int indent, int taken) {
    String line = line(node);
    boolean map = node instanceof Map<?, ?>;
    if (indent > 0 && indent + taken + line.length() < WIDTH || !map && !(node instanceof List)) {
      out.append(line);
      return;
    }
    String separator = map ? "{\n" : "[\n";
    if (node instanceof Map<?, ?> entries) {
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        String key = line(entry.getKey()) + ": ";
        out.append(separator).append(" ".repeat(indent + 2)).append(key);
        write(out, entry.getValue(), indent + 2, key.length());
        separator = ",\n";
      }
    } else if (node instanceof List<?> items) {
      for (Object item : items) {
        out.append(separator).append(" ".repeat(indent + 2));
        write(out, item, indent + 2, 0);
        separator = ",\n";
      }
    }
    out.append('\n').append(" ".repeat(indent)).append(map ? '}' : ']');
  }

  private static String line(Object node) {
    if (node instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> line(e.getKey()) + ": " + line(e.getValue()))
          .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
    }
    if (node instanceof List<?> list) {
      return list.stream()
          .map(SchemaGenerator::line)
          .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
    }
    return node instanceof String text
        ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : String.valueOf(node);
  }
}
