package dev.parley.report.page;

import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.SetMultimap;
import com.google.common.html.HtmlEscapers;
import dev.parley.report.words.PlainText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML in the making. There is no way to write text into it but escaped; what the record says is
 * first made harmless as for a terminal, so that it is shown and steers nothing.
 */
final class Markup {
  /** A quotation, which is passed over, or an entry's number. */
  private static final Pattern CITED = Pattern.compile("\"[^\"]*\"|\\[([1-9][0-9]{0,8})\\]");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** By which parts of the page an entry is cited. */
  private final SetMultimap<Integer, String> cited =
      MultimapBuilder.hashKeys().linkedHashSetValues().build();

  private String within = "";

  /** Opens an element with attributes: name, value, name, value. */
  Markup open(String name, String... attributes) {
    tag(name, attributes);
    open.push(name);
    return this;
  }

  /** Writes an element that has no content. */
  Markup empty(String name, String... attributes) {
    tag(name, attributes);
    return this;
  }

  private void tag(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]);
      if (!attributes[i + 1].isEmpty()) {
        out.append("=\"").append(escaped(attributes[i + 1])).append('"');
      }
    }
    out.append('>');
  }

  /** Closes the element opened last. */
  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Closes the element opened last, and begins a new line. */
  Markup end() {
    close();
    out.append('\n');
    return this;
  }

  Markup text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** Says to which part of the page belongs what is written from here on. */
  void within(String part) {
    within = part;
  }

  /** Returns the parts so far that cite an entry. */
  Set<String> citing(int entry) {
    return cited.get(entry);
  }

  /** Writes a text in which every {@code [n]} outside of quotations is a link to its entry. */
  Markup cited(String text) {
    Matcher found = CITED.matcher(text);
    int from = 0;
    while (found.find()) {
      if (found.group(1) != null) {
        text(text.substring(from, found.start()));
        element("a", found.group(), "href", "#e" + found.group(1), "class", "cite");
        cited.put(Integer.parseInt(found.group(1)), within);
        from = found.end();
      }
    }
    return text(text.substring(from));
  }

  /** Writes an element that holds a text. */
  Markup element(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close();
  }

  String done() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("elements are still open: " + open);
    }
    return out.toString();
  }

  /** Writes a text for content and for attributes in double quotes. */
  static String escaped(String text) {
    return HtmlEscapers.htmlEscaper().escape(PlainText.readable(text));
  }
}
