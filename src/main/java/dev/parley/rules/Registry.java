package dev.parley.rules;

import static com.google.common.collect.ImmutableSortedMap.toImmutableSortedMap;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.Identifier;
import dev.parley.spelling.Nearest;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import java.util.Map;

/**
 * The rules that can be named: each with a factory that makes it from its parameters. {@link
 * #readyMade} has those of {@link Rules}; a caller adds rules of its own:
 *
 * <pre>{@code
 * Registry registry =
 *     Registry.readyMade()
 *         .and("quiet", p -> {
 *           String who = p.text("who", "a party", "board");
 *           return Rule.of(p.rule(), who + " is quiet", p.all(), (situation, move) -> ...);
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
      String hint = Nearest.to(id, names()).map(". Did you mean (%s)?"::formatted).orElse("");
      throw new RegistryException(
          id,
          "",
          null,
          "rule (%s) is not known%s Rules: %s"
              .formatted(id, hint.isEmpty() ? "." : hint, String.join(", ", names())));
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
}
