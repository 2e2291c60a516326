package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Set;

/**
 * The rules of a negotiation beyond the machine's own laws, and the coder's choices. Immutable.
 *
 * @param policy the coder's choices
 * @param rules the rules, in the order in which they are asked
 */
public record RuleBook(Policy policy, ImmutableList<Rule> rules) {
  /** No rules of one's own, and the default policy. */
  public static final RuleBook DEFAULT = new RuleBook(Policy.DEFAULT, ImmutableList.of());

  /**
   * Checks that ids are unique.
   *
   * @param policy the coder's choices
   * @param rules the rules, in the order in which they are asked
   */
  public RuleBook {
    Set<String> seen = new HashSet<>();
    for (Rule rule : rules) {
      if (!seen.add(dev.parley.agenda.Identifier.check("rule", rule.id()))) {
        throw new IllegalArgumentException(
            "rule (%s) stands twice in the book".formatted(rule.id()));
      }
    }
  }

  /**
   * Returns this book with one rule more.
   *
   * @param rule the rule
   * @return the book
   */
  public RuleBook and(Rule rule) {
    return new RuleBook(policy, ImmutableList.<Rule>builder().addAll(rules).add(rule).build());
  }

  /**
   * Returns this book under another policy.
   *
   * @param other the policy
   * @return the book
   */
  public RuleBook under(Policy other) {
    return new RuleBook(other, rules);
  }
}
