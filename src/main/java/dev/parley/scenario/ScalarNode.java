package dev.parley.scenario;

import dev.parley.scenario.ScenarioException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A scalar: a text as it was written, without its quotes. Its type is not guessed: {@code no},
 * {@code 2024-12} and {@code 1e3} are texts until a reader asks for something else.
 */
final class ScalarNode extends Node {
  /** How a scalar was written. */
  enum Style {
    /** Without quotes. */
    PLAIN,
    /** In single or double quotes, or as a block ({@code |} or {@code >}). */
    QUOTED,
    /** As something that was refused, such as an alias: a problem was reported already. */
    REFUSED
  }

  private final String text;
  private final Style style;

  ScalarNode(@Nullable Node parent, int index, int line, int column, String text, Style style) {
    super(parent, index, line, column);
    this.text = text;
    this.style = style;
  }

  String text() {
    return text;
  }

  boolean isPlain() {
    return style == Style.PLAIN;
  }

  /** Says whether a problem was reported in its place, so that there is no value to be had. */
  boolean isRefused() {
    return style == Style.REFUSED;
  }

  /** Says whether it is null: unquoted, and empty, {@code ~} or {@code null}. */
  boolean isNull() {
    return style == Style.PLAIN && isNullWord(text);
  }

  /** Says whether YAML 1.2 reads an unquoted scalar as null. */
  static boolean isNullWord(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> true;
      default -> false;
    };
  }

  @Override
  String kind() {
    return isNull() ? "empty" : "a text " + Problem.shown(text);
  }

  @Override
  void appendStep(StringBuilder path, int entry) {
    throw new IllegalStateException("a scalar has no entries");
  }
}
