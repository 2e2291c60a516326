package dev.parley.testing;

import static dev.parley.testing.JavaSource.text;

import com.google.common.collect.ImmutableSet;
import dev.parley.rules.Registry;
import dev.parley.talks.Rule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A rule as Java: a ready-made one by its parameters, one that is a public record by its
 * components. Any other stands there as a constant under its name, to which its check is to be
 * added by hand.
 *
 * @param expression what makes the rule
 * @param constant the declaration of the constant, or empty where none is needed
 * @param imports what has to be imported
 */
record RuleSource(String expression, Optional<String> constant, ImmutableSet<String> imports) {
  static RuleSource of(Rule rule) {
    if (Registry.readyMade().names().contains(rule.id())
        && Registry.readyMade().rule(rule.id(), Registry.written(rule)).equals(rule)) {
      return plain(readyMade(rule));
    }
    return byComponents(rule).orElseGet(() -> byHand(rule));
  }

  private static RuleSource plain(String expression) {
    return new RuleSource(expression, Optional.empty(), ImmutableSet.of());
  }

  private static String readyMade(Rule rule) {
    return Registry.written(rule).entrySet().stream()
        .map(e -> text(e.getKey()) + ", " + text(e.getValue()))
        .collect(
            Collectors.joining(
                ", ", "Registry.readyMade().rule(%s, Map.of(".formatted(text(rule.id())), "))"));
  }

  private static Optional<RuleSource> byComponents(Rule rule) {
    Class<?> type = rule.getClass();
    if (!type.isRecord() || !isVisible(type)) {
      return Optional.empty();
    }
    List<String> components = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Optional<String> source = component(component, rule);
      if (source.isEmpty()) {
        return Optional.empty();
      }
      components.add(source.get());
    }
    return Optional.of(
        new RuleSource(
            "new %s(%s)".formatted(JavaSource.withoutPackage(type), String.join(", ", components)),
            Optional.empty(),
            type.getPackageName().isEmpty()
                ? ImmutableSet.of()
                : ImmutableSet.of(topLevel(type).getName())));
  }

  private static boolean isVisible(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
  }

  private static Class<?> topLevel(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type : topLevel(outer);
  }

  private static Optional<String> component(RecordComponent component, Rule rule) {
    Object value;
    try {
      value = component.getAccessor().invoke(rule);
    } catch (IllegalAccessException | InvocationTargetException hidden) {
      return Optional.empty(); // its module keeps it to itself, and so it is written by hand
    }
    if (value instanceof Enum<?> constant) {
      Class<?> type = constant.getDeclaringClass();
      return isVisible(type) && topLevel(type).equals(topLevel(rule.getClass()))
          ? Optional.of(JavaSource.name(constant))
          : Optional.empty();
    }
    if (value instanceof String words) {
      return Optional.of(text(words));
    }
    return value instanceof Integer || value instanceof Boolean
        ? Optional.of(value.toString())
        : Optional.empty();
  }

  private static RuleSource byHand(Rule rule) {
    String name = rule.id().toUpperCase(Locale.ROOT).replace('-', '_');
    String parameters =
        rule.parameters().entrySet().stream()
            .map(e -> text(e.getKey()) + ", " + text(e.getValue()))
            .collect(Collectors.joining(", ", "ImmutableMap.of(", ")"));
    return new RuleSource(
        name,
        Optional.of(
            """
              // Put the rule itself here: this one has its name and parameters, and finds nothing.
              private static final Rule %s =
                  Rule.of(
                      %s,
                      %s,
                      %s,
                      (situation, move) -> "");
            """
                .formatted(name, text(rule.id()), text(rule.statement()), parameters)),
        ImmutableSet.of());
  }
}
