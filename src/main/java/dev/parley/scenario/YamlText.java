package dev.parley.scenario;

import com.google.common.collect.Iterables;
import java.util.Map;

/**
 * The canonical YAML text of a tree: the same tree gives the same characters, and {@link Document}
 * reads the same tree back.
 *
 * <p>The root is a block. Within it, a list of texts stands on one line, and so does a mapping of
 * texts and of mappings and lists of texts, as in {@code terms: {hostages: 50, days: 42}}, when it
 * fits into {@value #WIDTH} columns; otherwise it is a block, indented by two. What is {@linkplain
 * Tree.Unbroken unbroken} goes on in the next line, within its braces. A scalar has double quotes
 * exactly when it needs them where it stands. Lines end with a line feed.
 */
final class YamlText {
  /** The most columns of a mapping or list that stands on one line. */
  static final int WIDTH = 100;

  /** YAML allows a key without {@code ?} at most 1024 characters. */
  private static final int LONGEST_KEY = 1000;

  private final StringBuilder out = new StringBuilder();

  private YamlText() {}

  static String of(Tree tree) {
    YamlText yaml = new YamlText();
    if (isBlock(tree)) {
      yaml.block(tree, 0, 0);
    } else {
      yaml.out.append(line(tree, false)).append('\n');
    }
    return yaml.out.toString();
  }

  /** Returns the tree on one line, however long. */
  static String line(Tree tree) {
    StringBuilder line = new StringBuilder();
    appendLine(line, tree, true, Integer.MAX_VALUE);
    return line.toString();
  }

  /** Says whether it can be a block: an empty mapping or list has no lines to stand on. */
  private static boolean isBlock(Tree tree) {
    return tree instanceof Tree.Mapping mapping && !mapping.entries().isEmpty()
        || tree instanceof Tree.Sequence sequence && !sequence.items().isEmpty();
  }

  /**
   * Writes a block.
   *
   * @param indent the columns before each of its lines
   * @param done how many columns of its first line are there already
   */
  private void block(Tree tree, int indent, int done) {
    int there = done;
    if (tree instanceof Tree.Mapping mapping) {
      for (Map.Entry<String, Tree> entry : mapping.entries().entrySet()) {
        out.append(" ".repeat(indent - there));
        there = 0;
        field(entry.getKey(), entry.getValue(), indent);
      }
    } else if (tree instanceof Tree.Sequence sequence) {
      for (Tree item : sequence.items()) {
        out.append(" ".repeat(indent - there)).append('-');
        there = 0;
        if (item instanceof Tree.Unbroken unbroken) {
          out.append(' ');
          if (unbroken.oneLine()) {
            out.append(line(unbroken.within())).append('\n');
          } else {
            wrapped(unbroken.within(), indent + 4, indent + 2);
            out.append('\n');
          }
          continue;
        }
        String line = lineWithin(item, indent + 2);
        if (line.isEmpty()) {
          out.append(' ');
          block(item, indent + 2, indent + 2);
        } else {
          out.append(' ').append(line).append('\n');
        }
      }
    }
  }

  /**
   * Writes the tree within braces: as many of its parts on a line as fit, and a part that is wider
   * than a line likewise, further in.
   *
   * @param indent the columns before each of its lines but the first
   * @param column how many columns of its first line are there already
   * @return how many columns of its last line are there then
   */
  private int wrapped(Tree tree, int indent, int column) {
    boolean mapping = tree instanceof Tree.Mapping;
    out.append(mapping ? '{' : '[');
    int at = column + 1;
    int left = size(tree);
    for (Map.Entry<String, Tree> part : parts(tree)) {
      String whole = mapping ? line(part.getKey(), part.getValue()) : line(part.getValue());
      boolean first = left == size(tree);
      boolean fits = at + 1 + whole.length() + 1 <= WIDTH;
      if (!first && fits) {
        out.append(' ');
        at++;
      } else if (!first) {
        out.append('\n').append(" ".repeat(indent));
        at = indent;
      }
      if (at + whole.length() + 1 <= WIDTH || !isBlock(part.getValue())) {
        out.append(whole);
        at += whole.length();
      } else {
        String key = mapping ? key(part.getKey()) + " " : "";
        out.append(key);
        at = wrapped(part.getValue(), indent + 2, at + key.length());
      }
      out.append(--left > 0 ? "," : mapping ? "}" : "]");
      at++;
    }
    return at;
  }

  /** The entries of a mapping, or the items of a list, with keys that say nothing. */
  private static Iterable<Map.Entry<String, Tree>> parts(Tree tree) {
    return tree instanceof Tree.Mapping mapping
        ? mapping.entries().entrySet()
        : Iterables.transform(((Tree.Sequence) tree).items(), item -> Map.entry("", item));
  }

  private static int size(Tree tree) {
    return tree instanceof Tree.Mapping mapping
        ? mapping.entries().size()
        : ((Tree.Sequence) tree).items().size();
  }

  private static String line(String key, Tree value) {
    return value instanceof Tree.Nothing ? scalar(key, true) : key(key) + " " + line(value);
  }

  /** Returns a key within braces, with its colon. */
  private static String key(String text) {
    String key = scalar(text, true);
    return key.length() > LONGEST_KEY ? "? " + key + " :" : key + ":";
  }

  private void field(String name, Tree value, int indent) {
    String key = scalar(name, false);
    if (key.length() > LONGEST_KEY) {
      out.append("? ").append(key).append('\n').append(" ".repeat(indent)).append(':');
    } else {
      out.append(key).append(':');
    }
    if (value instanceof Tree.Nothing) {
      out.append('\n');
      return;
    }
    String line = lineWithin(value, indent + key.length() + 2);
    if (line.isEmpty()) {
      out.append('\n');
      block(value, indent + 2, 0);
    } else {
      out.append(' ').append(line).append('\n');
    }
  }

  /** Returns the tree on one line if it may stand so after that many columns; else empty. */
  private static String lineWithin(Tree tree, int columns) {
    if (!isBlock(tree)) {
      return line(tree, false);
    }
    if (height(tree) > (tree instanceof Tree.Mapping ? 2 : 1)) {
      return "";
    }
    String line = line(tree, true);
    return columns + line.length() <= WIDTH ? line : "";
  }

  private static int height(Tree tree) {
    Iterable<Tree> within;
    if (tree instanceof Tree.Mapping mapping) {
      within = mapping.entries().values();
    } else if (tree instanceof Tree.Sequence sequence) {
      within = sequence.items();
    } else {
      return tree instanceof Tree.Unbroken ? 2 : 0;
    }
    int highest = 0;
    for (Tree child : within) {
      highest = Math.max(highest, height(child));
      if (highest > 1) {
        break;
      }
    }
    return highest + 1;
  }

  private static String line(Tree tree, boolean flow) {
    StringBuilder line = new StringBuilder();
    appendLine(line, tree, flow, WIDTH);
    return line.toString();
  }

  /** Appends the tree on one line; gives up, at some length beyond the most, when it is longer. */
  private static void appendLine(StringBuilder line, Tree tree, boolean flow, int most) {
    if (tree instanceof Tree.Text text) {
      line.append(scalar(text.text(), flow));
    } else if (tree instanceof Tree.Mapping mapping) {
      String separator = "{";
      for (Map.Entry<String, Tree> entry : mapping.entries().entrySet()) {
        line.append(separator);
        if (entry.getValue() instanceof Tree.Nothing) {
          line.append(scalar(entry.getKey(), true));
        } else {
          line.append(key(entry.getKey())).append(' ');
          appendLine(line, entry.getValue(), true, most);
        }
        separator = ", ";
        if (line.length() > most) {
          return;
        }
      }
      line.append(mapping.entries().isEmpty() ? "{}" : "}");
    } else if (tree instanceof Tree.Sequence sequence) {
      String separator = "[";
      for (Tree item : sequence.items()) {
        line.append(separator);
        appendLine(line, item, true, most);
        separator = ", ";
        if (line.length() > most) {
          return;
        }
      }
      line.append(sequence.items().isEmpty() ? "[]" : "]");
    }
  }

  /** Returns the scalar as it is written within braces or brackets ({@code flow}), or outside. */
  private static String scalar(String text, boolean flow) {
    return isPlain(text, flow) ? text : quoted(text);
  }

  /** Says whether the text reads back as itself without quotes. */
  private static boolean isPlain(String text, boolean flow) {
    if (ScalarNode.isNullWord(text) || text.startsWith("---") || text.startsWith("...")) {
      return false;
    }
    if (",[]{}#&*!|>'\"%@`?:= ".indexOf(text.charAt(0)) >= 0 || text.endsWith(" ")) {
      return false;
    }
    if (text.charAt(0) == '-' && (text.length() == 1 || " ,[]{}".indexOf(text.charAt(1)) >= 0)) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char following = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (c == ':' && following == ' '
          || c == ' ' && following == '#'
          || flow && ",[]{}".indexOf(c) >= 0
          || c < ' '
          || c >= 0x7F && needsEscape(text, i)) {
        return false;
      }
    }
    return true;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (needsEscape(text, i)) {
            quoted.append("\\u%04X".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /**
   * Says whether the character cannot stand in a file as itself: control characters, Unicode's line
   * breaks and byte order mark, half a surrogate pair, and the marks that make a line look as if it
   * were in another order than it is.
   */
  private static boolean needsEscape(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c < ' '
        || c >= 0x7F && c < 0xA0
        || c >= '\u2028' && c <= '\u202E'
        || c >= '\u2066' && c <= '\u2069'
        || c == '\uFEFF'
        || c >= '\uFFFE';
  }
}
