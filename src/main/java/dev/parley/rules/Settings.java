package dev.parley.rules;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;

/**
 * What a ready-made rule is set to.
 *
 * @param kind which rule
 * @param values the value of each of its settings, by the setting's name
 */
record Settings(RuleKind kind, ImmutableMap<String, Object> values) {
  /** Returns the value of a setting of this kind of rule, which is the one that made it. */
  @SuppressWarnings("unchecked")
  <T> T get(Setting<T> setting) {
    return (T) java.util.Objects.requireNonNull(values.get(setting.name()));
  }

  /** Returns the parameters as they are written; those that say nothing are left out. */
  ImmutableMap<String, String> written() {
    return kind.parameters().stream()
        .filter(setting -> !written(setting).isEmpty())
        .collect(toImmutableMap(Setting::name, this::written));
  }

  private <T> String written(Setting<T> setting) {
    return setting.writer().apply(get(setting));
  }
}
