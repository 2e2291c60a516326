package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The rules of a negotiation beyond the machine's own laws, and the coder's choices. Immutable.
 *
 * @param policy the coder's choices
 * @param rules the rules, in the order in which they are asked
 */
public record RuleBook(Policy policy, ImmutableList<Rule> rules) implements Serializable {
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
            "rule (%s) appears twice in the book".formatted(rule.id()));
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

  private Object writeReplace() {
    return new Form(policy, rules);
  }

  /** What travels in its place: rule by rule, so that one which cannot is named. */
  private static final class Form implements Serializable {
    private static final long serialVersionUID = 1;
    private transient Policy policy;
    private transient ImmutableList<Rule> rules;

    Form(Policy policy, ImmutableList<Rule> rules) {
      this.policy = policy;
      this.rules = rules;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
      out.writeObject(policy);
      out.writeInt(rules.size());
      for (Rule rule : rules) {
        try {
          out.writeObject(rule);
        } catch (NotSerializableException e) {
          NotSerializableException named =
              new NotSerializableException(
                  "rule (%s) cannot travel: %s is not java.io.Serializable. Make it so, or travel without the rule"
                      .formatted(rule.id(), e.getMessage()));
          named.initCause(e);
          throw named;
        }
      }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      policy = (Policy) in.readObject();
      int size = in.readInt();
      ImmutableList.Builder<Rule> read = ImmutableList.builder();
      for (int i = 0; i < size; i++) {
        read.add((Rule) in.readObject());
      }
      rules = read.build();
    }

    private Object readResolve() {
      return new RuleBook(Objects.requireNonNull(policy, "policy"), rules);
    }
  }
}
