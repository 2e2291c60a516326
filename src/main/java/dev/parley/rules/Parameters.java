package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.parley.agenda.IssueId;
import dev.parley.spelling.Nearest;
import dev.parley.talks.Finding;
import dev.parley.talks.Rule;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a rule is set to, as it was written: value by name, all of them text. A factory asks for
 * each by its name and type, such as {@code parameters.count("rounds")} for {@code rounds: 3}; what
 * is missing or does not fit is refused with the rule, the parameter, its value and the way out,
 * and so is what no one asked for: by a {@link RegistryException}.
 */
public final class Parameters {
  private final String rule;
  private final ImmutableMap<String, String> given;
  private final Set<String> asked = new LinkedHashSet<>();

  Parameters(String rule, Map<String, String> given) {
    this.rule = rule;
    this.given = ImmutableMap.copyOf(given);
  }

  /** {@return the name under which the rule was asked for: the rule's id} */
  public String rule() {
    return rule;
  }

  /**
   * {@return all that was given, for a rule from a lambda to report as its parameters: value by
   * name, without the severity}
   */
  public ImmutableMap<String, String> all() {
    return ImmutableMap.copyOf(Maps.filterKeys(given, name -> !name.equals("severity")));
  }

  /**
   * {@return whether a parameter was given}
   *
   * @param name its name
   */
  public boolean has(String name) {
    asked.add(name);
    return given.containsKey(name);
  }

  /**
   * {@return a parameter that must be given and is not blank, stripped}
   *
   * @param name its name
   * @param law what it must be, such as {@code "the name of a deadline"}, for the message
   * @param example a value that fits, for the message
   */
  public String text(String name, String law, String example) {
    if (!has(name)) {
      Optional<String> meant =
          Nearest.to(name, given.keySet().stream().filter(g -> !isAsked(g)).toList());
      throw new RegistryException(
          rule,
          meant.orElse(""),
          null,
          "rule (%s) needs the parameter (%s), %s. %s"
              .formatted(
                  rule,
                  name,
                  law,
                  meant
                      .map("Did you mean it by (%s)?"::formatted)
                      .orElse("Add it, such as %s: %s".formatted(name, example))));
    }
    String value = given.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      throw unfit(name, law, example);
    }
    return value;
  }

  private boolean isAsked(String name) {
    return asked.contains(name);
  }

  /**
   * {@return a parameter that must be given and have a form of its own}
   *
   * @param <T> what it is read as
   * @param name its name
   * @param law what it must be
   * @param example a value that fits
   * @param reader reads it; throws an {@link IllegalArgumentException} where it does not fit
   */
  public <T> T read(String name, String law, String example, Function<String, T> reader) {
    String value = text(name, law, example);
    try {
      return reader.apply(value);
    } catch (IllegalArgumentException e) {
      RegistryException unfit = unfit(name, law, example);
      unfit.initCause(e);
      throw unfit;
    }
  }

  /**
   * {@return a whole number from 1, which must be given}
   *
   * @param name its name
   */
  public int count(String name) {
    return Setting.count(name).from(this);
  }

  /**
   * {@return a decimal number from 0}
   *
   * @param name its name
   * @param otherwise the number when the parameter is not given
   */
  public BigDecimal number(String name, BigDecimal otherwise) {
    return Setting.number(name, otherwise).from(this);
  }

  /**
   * {@return whether it is {@code yes}, or {@code true}, and not {@code no} or {@code false}}
   *
   * @param name its name
   * @param otherwise the answer when the parameter is not given
   */
  public boolean flag(String name, boolean otherwise) {
    return Setting.flag(name, otherwise).from(this);
  }

  /**
   * {@return one of a few words: the constant that is written so}
   *
   * @param <E> an enum, whose constants are the words in lower case with hyphens
   * @param name its name
   * @param otherwise the constant when the parameter is not given
   */
  public <E extends Enum<E>> E choice(String name, E otherwise) {
    return Setting.choice(name, otherwise).from(this);
  }

  /**
   * {@return issues, in the order given, written as their ids with commas and each once; none when
   * the parameter is not given}
   *
   * @param name its name
   */
  public ImmutableList<IssueId> issues(String name) {
    return Setting.issues(name).from(this);
  }

  /**
   * {@return the severity: {@code severity: warn} or {@code severity: refuse}}
   *
   * @param otherwise the rule's own, when it is not given
   */
  public Finding.Severity severity(Finding.Severity otherwise) {
    return choice("severity", otherwise);
  }

  /**
   * {@return a yes or no as it is written: {@code yes} or {@code no}}
   *
   * @param yes which
   */
  public static String word(boolean yes) {
    return yes ? "yes" : "no";
  }

  /**
   * {@return a constant as it is written: its name in lower case with hyphens}
   *
   * @param constant a constant of an enum
   */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private RegistryException unfit(String name, String law, String example) {
    String value = given.getOrDefault(name, "").strip();
    return new RegistryException(
        rule,
        name,
        value,
        "rule (%s): %s (%s) must be %s. Write it such as %s: %s"
            .formatted(rule, name, value, law, name, example));
  }

  /** A severity that the factory did not ask for is fine where it is the rule's own. */
  void refuseWhatNobodyAskedFor(Rule made) {
    String own = word(made.severity());
    if (!isAsked("severity")
        && given.containsKey("severity")
        && severity(made.severity()) != made.severity()) {
      throw unfit("severity", own + ", which is its own", own);
    }
    for (String name : given.keySet()) {
      if (!isAsked(name)) {
        throw new RegistryException(
            rule,
            name,
            null,
            "rule (%s) has no parameter (%s). %s%s"
                .formatted(
                    rule,
                    name,
                    asked.isEmpty() ? "It takes none" : "It takes " + String.join(", ", asked),
                    Nearest.to(name, asked).map(". Did you mean (%s)?"::formatted).orElse("")));
      }
    }
  }
}
