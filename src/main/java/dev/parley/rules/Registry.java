package dev.parley.rules;

import static com.google.common.collect.ImmutableSortedMap.toImmutableSortedMap;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import dev.parley.agenda.Identifier;
import dev.parley.agenda.IssueId;
import dev.parley.rules.Registry.RegistryException;
import dev.parley.spelling.Nearest;
import dev.parley.talks.Finding;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules that can be named: each with a factory that makes it from its parameters. {@link
 * #readyMade} has those of {@link Rules}; a caller adds rules of its own:
 *
 * <pre>{@code
 * Registry registry =
 *     Registry.readyMade()
 *         .and("quiet", p -> {
 *           String who = p.text("who", "a party", "board");
 *           return Rule.of(p.rule(), who + " is quiet", p.all(), (situation, move) ->
 *               move.by().text().equals(who) ? who + " speaks" : "");
 *         });
 * RuleBook book = registry.book(Map.of("round-limit", Map.of("rounds", "3")));
 * }</pre>
 *
 * <p>Law: a rule that a registry makes is made again by its {@linkplain #written written}
 * parameters. Immutable.
 */
public final class Registry {
  private static final Registry READY_MADE =
      new Registry(
          Rules.KINDS.stream()
              .collect(toImmutableSortedMap(naturalOrder(), RuleKind::id, kind -> kind)));

  private final ImmutableSortedMap<String, Factory> factories;

  private Registry(ImmutableSortedMap<String, Factory> factories) {
    this.factories = factories;
  }

  /** Makes a rule from its parameters. */
  @FunctionalInterface
  public interface Factory {
    /**
     * {@return a rule, whose id is the name under which the factory is registered}
     *
     * @param parameters what it is set to; whatever is not asked for is refused
     */
    Rule from(Parameters parameters);
  }

  /** {@return the rules of this package: the registry of the ready-made rules} */
  public static Registry readyMade() {
    return READY_MADE;
  }

  /**
   * {@return this registry with one rule more}
   *
   * @param id the rule's id, by the law of {@link Identifier}
   * @param factory makes it
   * @throws IllegalArgumentException if the name is taken
   */
  public Registry and(String id, Factory factory) {
    if (factories.containsKey(Identifier.check("rule", id))) {
      throw new IllegalArgumentException(
          "rule (%s) is already registered. Give yours another name".formatted(id));
    }
    return new Registry(
        ImmutableSortedMap.<String, Factory>naturalOrder()
            .putAll(factories)
            .put(id, factory)
            .buildOrThrow());
  }

  /** {@return the names of the rules: the ids, in order} */
  public ImmutableSortedSet<String> names() {
    return factories.keySet();
  }

  /**
   * {@return a rule by its name}
   *
   * @param id the rule's id
   * @param parameters what it is set to, value by name
   * @throws RegistryException if there is no such rule, or the parameters do not fit
   */
  public Rule rule(String id, Map<String, String> parameters) {
    Factory factory = factories.get(id);
    if (factory == null) {
      throw new RegistryException(
          id,
          "",
          null,
          "rule (%s) is not known.%s Rules: %s"
              .formatted(id, Nearest.sentence(id, names()), String.join(", ", names())));
    }
    Parameters given = new Parameters(id, parameters);
    Rule rule;
    try {
      rule = factory.from(given);
    } catch (RegistryException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      RegistryException unfit =
          new RegistryException(id, "", null, "rule (" + id + "): " + e.getMessage());
      unfit.initCause(e);
      throw unfit;
    }
    given.refuseWhatNobodyAskedFor(rule);
    if (!rule.id().equals(id)) {
      throw new IllegalStateException(
          "the factory of rule (%s) makes a rule with id (%s): register it by that name"
              .formatted(id, rule.id()));
    }
    return rule;
  }

  /**
   * {@return a rule that needs no parameters}
   *
   * @param id the rule's id
   * @throws RegistryException if there is no such rule, or it needs parameters
   */
  public Rule rule(String id) {
    return rule(id, ImmutableMap.of());
  }

  /**
   * {@return a rule book by name, under the default policy}
   *
   * @param rules the parameters of each rule by its id, in the order in which they are asked
   * @throws RegistryException if there is no such rule, or the parameters do not fit
   */
  public RuleBook book(Map<String, ? extends Map<String, String>> rules) {
    RuleBook book = RuleBook.DEFAULT;
    for (Map.Entry<String, ? extends Map<String, String>> rule : rules.entrySet()) {
      book = book.and(rule(rule.getKey(), rule.getValue()));
    }
    return book;
  }

  /**
   * {@return the parameters by which {@link #rule} makes a rule again: its parameters and its
   * severity, value by name}
   *
   * @param rule a rule of a registry
   */
  public static ImmutableMap<String, String> written(Rule rule) {
    return ImmutableMap.<String, String>builder()
        .putAll(rule.parameters())
        .put("severity", Parameters.word(rule.severity()))
        .buildOrThrow();
  }

  @Override
  public String toString() {
    return "rules " + String.join(", ", names());
  }

  /**
   * {@return a rule book as a table, by the ids of its rules: what is asked of a move, and what it
   * means to break it; a line of headings, then a line for each rule}
   *
   * @param book the rule book
   */
  public static String table(RuleBook book) {
    return RuleTable.of(book).toString();
  }

  /**
   * Thrown where a rule is named that a {@link Registry} does not have, or with parameters that do
   * not fit. Its message names the rule, the parameter, its value, what is asked for and the way
   * out.
   */
  public static final class RegistryException extends IllegalArgumentException {
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

  /**
   * What a rule is set to, as it was written: value by name, all of them text. A factory asks for
   * each by its name and type, such as {@code parameters.count("rounds")} for {@code rounds: 3};
   * what is missing or does not fit is refused with the rule, the parameter, its value and the way
   * out, and so is what no one asked for: by a {@link RegistryException}.
   */
  public static final class Parameters {
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
     * {@return issues, in the order given, written as their ids with commas and each once; none
     * when the parameter is not given}
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
                      Nearest.meant(name, asked).isEmpty()
                          ? ""
                          : "." + Nearest.sentence(name, asked)));
        }
      }
    }
  }
}
