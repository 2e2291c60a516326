package dev.parley.rules;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import dev.parley.rules.Registry.Parameters;
import dev.parley.talks.Finding;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A ready-made rule as it is declared, once: all that is asked of it beside its check (its name in
 * a file, its parameters, how it is written back, its row in a table) is read from here.
 *
 * @param id the name under which it is registered
 * @param statement what it says
 * @param rationale why one would hold it, with its source
 * @param maker makes the rule
 * @param parameters what it can be set to
 * @param severity what breaking it means, which every rule can be set to
 */
record RuleKind(
    String id,
    String statement,
    String rationale,
    Function<Settings, Declared> maker,
    ImmutableList<Setting<?>> parameters,
    Setting<Finding.Severity> severity)
    implements Registry.Factory {
  /** Declares a rule that refuses unless it is told to warn. */
  RuleKind(
      String id,
      String statement,
      String rationale,
      Function<Settings, Declared> maker,
      Setting<?>... parameters) {
    this(
        id,
        statement,
        rationale,
        maker,
        ImmutableList.copyOf(parameters),
        Setting.choice("severity", Finding.Severity.REFUSE));
  }

  @Override
  public Declared from(Parameters given) {
    return make(setting -> setting.from(given));
  }

  /** Returns the rule as it is when nothing is set. */
  Declared rule() {
    return make(Setting::unset);
  }

  /** Returns the rule with one thing set. */
  <T> Declared rule(Setting<T> set, T value) {
    return make(
        setting -> setting.name().equals(set.name()) ? set.law().apply(value) : setting.unset());
  }

  private Declared make(Function<Setting<?>, Object> value) {
    Stream<Setting<?>> all = Streams.concat(parameters.stream(), Stream.of(severity));
    return maker.apply(new Settings(this, all.collect(toImmutableMap(Setting::name, value))));
  }
}
