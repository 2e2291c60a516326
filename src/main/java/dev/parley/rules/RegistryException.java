package dev.parley.rules;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown where a rule is named that a {@link Registry} does not have, or with parameters that do
 * not fit. Its message names the rule, the parameter, its value, what is asked for and the way out.
 */
public final class RegistryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The rule, as it was named. */
  private final String rule;

  /** The parameter; empty for none. */
  private final String parameter;

  /** The value; null when it is not at fault. */
  private final @Nullable String value;

  RegistryException(String rule, String parameter, @Nullable String value, String message) {
    super(message);
    this.rule = rule;
    this.parameter = parameter;
    this.value = value;
  }

  /** {@return which rule was named, as it was given} */
  public String rule() {
    return rule;
  }

  /**
   * {@return which parameter does not fit, so that a reader of a file can point at it: the
   * parameter's name; empty when the rule is not known, a parameter is missing or several do not
   * fit together}
   */
  public Optional<String> parameter() {
    return parameter.isEmpty() ? Optional.empty() : Optional.of(parameter);
  }

  /**
   * {@return which value does not fit; empty when the parameter itself is not one of this rule's}
   */
  public Optional<String> value() {
    return Optional.ofNullable(value);
  }
}
