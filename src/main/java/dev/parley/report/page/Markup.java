package dev.parley.report.page;

import com.google.common.html.HtmlEscapers;
import dev.parley.report.words.PlainText;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML in the making. There is no way to write text into it but escaped; what the record says is
 * first made harmless as for a terminal, so that it is shown and steers nothing.
 */
final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

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
