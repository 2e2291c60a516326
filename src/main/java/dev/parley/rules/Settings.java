package dev.parley.rules;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;

/**
 * What a ready-made rule is set to.
 *
 * @param kind which rule
 * @param values the value of each of its settings, by the setting's name
 */
record Settings(RuleKind kind, ImmutableMap<String, Object> values) implements Serializable {
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

  private Object writeReplace() {
    return new Form(
        kind.id(),
        ImmutableMap.<String, String>builder()
            .putAll(written())
            .put("severity", Registry.Parameters.word(get(kind.severity())))
            .buildOrThrow());
  }

  /** What travels in their place: the name of the rule and its parameters, as a file has them. */
  private record Form(String rule, ImmutableMap<String, String> parameters)
      implements Serializable {
    private Object readResolve() throws ObjectStreamException {
      if (Registry.readyMade().rule(rule, parameters) instanceof Declared declared) {
        return declared.settings();
      }
      throw new InvalidObjectException("(%s) is no ready-made rule".formatted(rule));
    }
  }
}
