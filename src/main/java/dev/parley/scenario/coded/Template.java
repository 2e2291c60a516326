package dev.parley.scenario.coded;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A part of an entry with the names of columns in it, {@code $actor}, in whose place the fields of
 * a row are put. Where a field is empty, its key is left out; after a key that has a column in it
 * nothing follows then: {@code {$actor softens: $issue}} becomes {@code {upstream softens}}.
 */
sealed interface Template {
  Pattern COLUMN = Pattern.compile("\\$\\$|\\$([a-z][a-z0-9-]*)");

  /** Returns it with the fields of a row, as YAML on one line, or nothing where they are empty. */
  String fill(Map<String, String> fields);

  /** Adds the columns that it names. */
  void addColumns(Set<String> columns);

  /** Returns what a mapping says. */
  static Template of(Node node) {
    if (node instanceof MappingNode mapping) {
      return new Keys(
          mapping.getValue().stream().map(Key::of).collect(ImmutableList.toImmutableList()));
    }
    if (node instanceof SequenceNode list) {
      return new Items(
          list.getValue().stream().map(Template::of).collect(ImmutableList.toImmutableList()));
    }
    ScalarNode scalar = (ScalarNode) node;
    return new Text(scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN);
  }

  /** Returns the columns that it names. */
  default Set<String> columns() {
    Set<String> columns = new TreeSet<>();
    addColumns(columns);
    return columns;
  }

  /** Words. */
  record Text(String words, boolean isPlain) implements Template {
    boolean hasColumn() {
      return !columns().isEmpty();
    }

    String filled(Map<String, String> fields) {
      return COLUMN
          .matcher(words)
          .replaceAll(found -> Matcher.quoteReplacement(field(found, fields)));
    }

    private static String field(MatchResult found, Map<String, String> fields) {
      return found.group(1) == null ? "$" : Objects.requireNonNull(fields.get(found.group(1)));
    }

    @Override
    public String fill(Map<String, String> fields) {
      if (isPlain && !words.contains("$")) {
        return words;
      }
      String filled = filled(fields).strip();
      return filled.isEmpty() ? "" : quoted(filled);
    }

    @Override
    public void addColumns(Set<String> columns) {
      COLUMN
          .matcher(words)
          .results()
          .map(r -> r.group(1))
          .filter(Objects::nonNull)
          .forEach(columns::add);
    }
  }

  /** Several. */
  record Items(ImmutableList<Template> items) implements Template {
    @Override
    public String fill(Map<String, String> fields) {
      List<String> filled =
          items.stream().map(item -> item.fill(fields)).filter(item -> !item.isEmpty()).toList();
      return filled.isEmpty() ? "" : "[" + String.join(", ", filled) + "]";
    }

    @Override
    public void addColumns(Set<String> columns) {
      items.forEach(item -> item.addColumns(columns));
    }
  }

  /** A key with its value. */
  record Key(Text key, Template value) {
    static Key of(NodeTuple tuple) {
      return new Key(
          tuple.getKeyNode() instanceof ScalarNode scalar
              ? new Text(scalar.getValue(), false)
              : new Text("", false),
          Template.of(tuple.getValueNode()));
    }
  }

  /** Keys with their values. */
  record Keys(ImmutableList<Key> keys) implements Template {
    /** Adds keys that it does not have. */
    Keys and(Keys more) {
      ImmutableList.Builder<Key> all = ImmutableList.<Key>builder().addAll(keys);
      more.keys.stream()
          .filter(key -> keys.stream().noneMatch(own -> own.key().equals(key.key())))
          .forEach(all::add);
      return new Keys(all.build());
    }

    @Override
    public String fill(Map<String, String> fields) {
      List<String> filled = new ArrayList<>();
      for (Key key : keys) {
        String value = key.value().fill(fields);
        boolean isLeftOut =
            value.isEmpty() && !key.value().columns().isEmpty() && !key.key().hasColumn();
        if (!isLeftOut) {
          filled.add(quoted(key.key().filled(fields)) + ": " + value);
        }
      }
      return "{" + String.join(", ", filled) + "}";
    }

    @Override
    public void addColumns(Set<String> columns) {
      keys.forEach(
          key -> {
            key.key().addColumns(columns);
            key.value().addColumns(columns);
          });
    }
  }

  /** Returns a text in double quotes, as YAML reads it, on one line. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c == '\n' || c == '\r' || c == '\t') {
                quoted.append(' ');
              } else if (c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029) {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
