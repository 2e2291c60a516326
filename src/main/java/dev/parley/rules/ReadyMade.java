package dev.parley.rules;

import com.google.common.collect.ImmutableMap;
import dev.parley.talks.Rule;

/**
 * A rule that comes with Parley, made by {@link Rules} or, by its name, by {@link
 * Registry#readyMade()}. It refuses or warns, and has its other settings, in the words of a
 * scenario file:
 *
 * <pre>{@code
 * Rules.noBacksliding().warning();
 * Rules.reciprocity().with("answer", "concession");
 * }</pre>
 *
 * <p>Equal by id, parameters and severity. Immutable.
 */
public sealed interface ReadyMade extends Rule permits Declared {
  /**
   * Returns this rule with one thing set otherwise.
   *
   * @param parameter one of its parameters, or {@code severity}
   * @param value as it is written in a scenario file
   * @return the rule
   * @throws RegistryException if it has no such parameter, or the value does not fit
   */
  default ReadyMade with(String parameter, String value) {
    ImmutableMap.Builder<String, String> set = ImmutableMap.builder();
    set.putAll(Registry.written(this)).put(parameter, value);
    return (ReadyMade) Registry.readyMade().rule(id(), set.buildKeepingLast());
  }

  /** {@return this rule, with findings on legal moves instead of refusals} */
  default ReadyMade warning() {
    return with("severity", "warn");
  }
}
