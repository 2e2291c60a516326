package dev.parley.scenario.coded;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.spelling.Listed;
import dev.parley.spelling.Nearest;
import dev.parley.spelling.SafeText;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What a mapping says of events. Immutable.
 *
 * @param columns the names of the columns in the table, by their short names
 * @param dates how the dates of a column are written, by short name
 * @param values what fields stand for, by short name and field
 * @param by the column that says what kind of event it is
 * @param entries what each code becomes: the entries to try, by code
 * @param separator what stands between two fields of the table
 */
record EventForms(
    ImmutableMap<String, Column> columns,
    ImmutableMap<String, DateTimeFormatter> dates,
    ImmutableMap<String, ImmutableMap<String, String>> values,
    String by,
    ImmutableMap<String, ImmutableList<Template.Keys>> entries,
    char separator) {
  private static final ImmutableSet<String> KEYS =
      ImmutableSet.of("columns", "dates", "values", "by", "each", "entries", "separator");

  /** A column, and where the mapping names it. */
  record Column(String name, Node at) {}

  static EventForms of(MappingText text) {
    return new Reader(text).read();
  }

  /** Refuses a table that lacks a column. */
  void checkColumns(MappingText text, String table, ImmutableList<String> heading) {
    columns.forEach(
        (name, column) -> {
          if (!heading.contains(column.name())) {
            throw text.problem(
                column.at(),
                "events.columns." + name,
                "there is no column (%s) in (%s): %s"
                    .formatted(
                        SafeText.escaped(column.name()),
                        SafeText.escaped(table),
                        Nearest.meant(column.name(), heading)
                            .orElse("it has " + Listed.names(heading))));
          }
        });
  }

  /** Returns the entries to try for a code: its own, or those of the longest beginning of it. */
  Optional<ImmutableList<Template.Keys>> entriesOf(String code) {
    @Nullable ImmutableList<Template.Keys> own = entries.get(code);
    if (own != null) {
      return Optional.of(own);
    }
    for (int length = code.length(); length >= 0; length--) {
      @Nullable ImmutableList<Template.Keys> some = entries.get(code.substring(0, length) + "*");
      if (some != null) {
        return Optional.of(some);
      }
    }
    return Optional.empty();
  }

  private static final class Reader {
    private final MappingText text;
    private final Map<String, Node> said = new LinkedHashMap<>();

    Reader(MappingText text) {
      this.text = text;
      keys(text.events(), "events")
          .forEach(
              (key, node) -> {
                if (!KEYS.contains(key)) {
                  throw text.problem(
                      node,
                      "events." + key,
                      "unknown key (%s): %s"
                          .formatted(
                              SafeText.escaped(key),
                              Nearest.meant(key, KEYS)
                                  .orElse("known here: " + String.join(", ", KEYS))));
                }
                said.put(key, node);
              });
    }

    EventForms read() {
      ImmutableMap.Builder<String, Column> columns = ImmutableMap.builder();
      keys(required("columns"), "events.columns")
          .forEach(
              (key, node) -> {
                if (!key.matches("[a-z][a-z0-9-]*")) {
                  throw text.problem(
                      node,
                      "events.columns",
                      "short name (%s) must be small letters, digits and hyphens"
                          .formatted(SafeText.escaped(key)));
                }
                columns.put(key, new Column(words(node, "events.columns." + key), node));
              });
      ImmutableMap<String, Column> named = columns.buildOrThrow();
      String by = words(required("by"), "events.by");
      checkColumn(required("by"), "events.by", by, named);
      Template.Keys each =
          said.containsKey("each")
              ? entry(required("each"), "events.each", named)
              : new Template.Keys(ImmutableList.of());
      ImmutableMap.Builder<String, ImmutableList<Template.Keys>> entries = ImmutableMap.builder();
      keys(required("entries"), "events.entries")
          .forEach(
              (code, node) ->
                  entries.put(code, entries(node, "events.entries." + code, each, named)));
      return new EventForms(
          named, dates(named), values(named), by, entries.buildOrThrow(), separator());
    }

    private ImmutableList<Template.Keys> entries(
        Node node, String path, Template.Keys each, ImmutableMap<String, Column> columns) {
      List<Node> all = node instanceof SequenceNode list ? list.getValue() : List.of(node);
      return all.stream()
          .map(one -> entry(one, path, columns).and(each))
          .collect(ImmutableList.toImmutableList());
    }

    private Template.Keys entry(Node node, String path, ImmutableMap<String, Column> columns) {
      if (!(node instanceof MappingNode)) {
        throw text.problem(
            node, path, "must be an entry of a record, such as {$actor promises: $text}");
      }
      Template.Keys entry = (Template.Keys) Template.of(node);
      entry.columns().forEach(column -> checkColumn(node, path, column, columns));
      return entry;
    }

    private void checkColumn(
        Node at, String path, String column, ImmutableMap<String, Column> columns) {
      if (!columns.containsKey(column)) {
        throw text.problem(
            at,
            path,
            "no column has the short name (%s): %s"
                .formatted(
                    SafeText.escaped(column),
                    Nearest.meant(column, columns.keySet())
                        .orElse("known here: " + String.join(", ", columns.keySet()))));
      }
    }

    private ImmutableMap<String, DateTimeFormatter> dates(ImmutableMap<String, Column> columns) {
      ImmutableMap.Builder<String, DateTimeFormatter> dates = ImmutableMap.builder();
      optional("dates")
          .forEach(
              (column, node) -> {
                checkColumn(node, "events.dates", column, columns);
                String pattern = words(node, "events.dates." + column);
                try {
                  dates.put(
                      column,
                      DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ENGLISH)
                          .withResolverStyle(ResolverStyle.STRICT));
                } catch (IllegalArgumentException e) {
                  throw text.problem(
                      node,
                      "events.dates." + column,
                      "(%s) is no form of a date: write one such as yyyyMMdd or dd/MM/yyyy"
                          .formatted(SafeText.escaped(pattern)));
                }
              });
      return dates.buildOrThrow();
    }

    private ImmutableMap<String, ImmutableMap<String, String>> values(
        ImmutableMap<String, Column> columns) {
      ImmutableMap.Builder<String, ImmutableMap<String, String>> values = ImmutableMap.builder();
      optional("values")
          .forEach(
              (column, node) -> {
                checkColumn(node, "events.values", column, columns);
                ImmutableMap.Builder<String, String> known = ImmutableMap.builder();
                String path = "events.values." + column;
                keys(node, path).forEach((field, to) -> known.put(field, words(to, path)));
                values.put(column, known.buildOrThrow());
              });
      return values.buildOrThrow();
    }

    private char separator() {
      Node node = said.get("separator");
      String name = node == null ? "comma" : words(node, "events.separator");
      return switch (name) {
        case "comma" -> ',';
        case "tab" -> '\t';
        case "semicolon" -> ';';
        default ->
            throw text.problem(
                required("separator"),
                "events.separator",
                "(%s) is no separator: comma, tab or semicolon".formatted(SafeText.escaped(name)));
      };
    }

    private Node required(String key) {
      @Nullable Node node = said.get(key);
      if (node == null) {
        throw text.problem(text.events(), "events", "(%s) is missing".formatted(key));
      }
      return node;
    }

    private Map<String, Node> optional(String key) {
      return said.containsKey(key) ? keys(required(key), "events." + key) : Map.of();
    }

    private Map<String, Node> keys(Node node, String path) {
      if (!(node instanceof MappingNode mapping)) {
        throw text.problem(node, path, "must be a mapping");
      }
      Map<String, Node> keys = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        String key = words(tuple.getKeyNode(), path);
        if (keys.put(key, tuple.getValueNode()) != null) {
          throw text.problem(
              tuple.getKeyNode(), path, "(%s) is there twice".formatted(SafeText.escaped(key)));
        }
      }
      return keys;
    }

    private String words(Node node, String path) {
      if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
        throw text.problem(node, path, "must be a text");
      }
      return scalar.getValue();
    }
  }
}
