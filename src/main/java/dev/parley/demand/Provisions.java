package dev.parley.demand;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.spelling.Listed;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value.Default;

/**
 * What a text says, whoever puts it forward: its terms, on what they depend, who is to do what, and
 * how it comes into force. An {@link Offer} and a {@link Text} say the same things; the one is put
 * forward, the other is what the parties consent to.
 *
 * <p>Laws: a condition names an issue that the terms leave open; instalments have names of their
 * own, deliver within the terms' issues, and each trigger can happen; a bracketed clause is no
 * term.
 */
public sealed interface Provisions permits Offer, Text {
  /** Whether the parts of an offer or an agreement stand and fall together. */
  enum Binding {
    /** Nothing is agreed until everything is agreed. */
    WHOLE,
    /** Each issue can be accepted by itself. */
    SEVERABLE
  }

  /**
   * The "if you ..." of an offer: {@code if at least 34 hostages are released, then ...}. It states
   * its maker's region on the issue that it names; its being met is no step of its maker.
   * Immutable.
   *
   * @param issue the issue that it names, not one that the offer itself gives a value
   * @param ask what must be so there
   * @param sufficient whether its maker has declared that meeting it is enough
   */
  record Condition(IssueId issue, Ask ask, boolean sufficient) implements Serializable {
    /**
     * {@return a condition that was not declared sufficient}
     *
     * @param issue the issue that it names
     * @param region what must be so there, in the text form of a region
     */
    public static Condition of(String issue, String region) {
      return new Condition(IssueId.of(issue), Ask.of(region), false);
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * One of the ordered steps in which an offer would be carried out: {@code first: hostages 3, on
   * day 1}. Immutable.
   *
   * @param name its name, unique in the offer
   * @param terms what is delivered in this step
   * @param trigger what sets it off
   */
  record Instalment(String name, Terms terms, Trigger trigger) implements Serializable {
    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /** {@return what is to be agreed: the values, by issue} */
  Terms terms();

  /** {@return on what it depends: the conditions, none or more} */
  ImmutableList<Condition> conditions();

  /**
   * {@return in which steps it would be carried out: the instalments, in order; empty for all at
   * once}
   */
  ImmutableList<Instalment> instalments();

  /**
   * {@return what each party would be bound to do, where the text says so itself: the undertakings;
   * empty when they follow from the terms}
   */
  ImmutableList<Undertaking> undertakings();

  /**
   * {@return the clauses that are still in brackets: the versions side by side, by party, of each
   * issue}
   */
  ImmutableMap<IssueId, ImmutableMap<ActorId, Value>> brackets();

  /** {@return whether its parts stand and fall together} */
  @Default
  default Binding binding() {
    return Binding.WHOLE;
  }

  /**
   * {@return whether it claims to settle the whole dispute, so that what it leaves out is asked no
   * more}
   */
  @Default
  default boolean comprehensive() {
    return false;
  }

  /** {@return whether it settles for its time only, and ends no demand} */
  @Default
  default boolean interim() {
    return false;
  }

  /** {@return whether it is agreed by itself, even where parts wait for a single undertaking} */
  @Default
  default boolean standsAlone() {
    return false;
  }

  /** {@return who can join it later: parties that it does not bind from the start} */
  ImmutableSet<ActorId> openTo();

  /** {@return whether a party can leave it when it wants to: by denouncing it} */
  @Default
  default boolean denounceable() {
    return false;
  }

  /** {@return whose findings settle what was done under it: who verifies; or empty} */
  Optional<ActorId> verifier();

  /** {@return how it comes into force once it is signed} */
  @Default
  default EntryIntoForce inForce() {
    return EntryIntoForce.ON_RATIFICATION;
  }

  /** {@return how long it lasts, or empty until something replaces or ends it} */
  Optional<Lasting> lasts();

  /** {@return the earlier text whose place it takes: an agreement, or a draft; or empty} */
  Optional<Text> replaces();

  /** {@return the earlier agreement that it changes for those who consent, or empty} */
  Optional<Text> amends();

  /**
   * {@return what it says, by identifier, cut where it is long: {@code "pay 5, rest 3, if hours at
   * most 40"}; who undertakes what where it has no terms}
   */
  default String describe() {
    String says =
        terms().values().isEmpty()
            ? Listed.names(undertakings(), u -> u.by() + " " + u.name())
            : Listed.names(
                terms().values().entrySet(), term -> term.getKey() + " " + term.getValue());
    return conditions().isEmpty()
        ? says
        : says + ", if " + Listed.names(conditions(), c -> c.issue() + " " + c.ask());
  }

  /**
   * Returns the issues on which it states something.
   *
   * @return those of its terms and of its conditions
   */
  default ImmutableSet<IssueId> issues() {
    if (conditions().isEmpty()) {
      return terms().issues();
    }
    ImmutableSet.Builder<IssueId> all = ImmutableSet.builder();
    all.addAll(terms().issues());
    conditions().forEach(c -> all.add(c.issue()));
    return all.build();
  }

  /** Checks the laws above. */
  private void checkLaws() {
    if (terms().values().isEmpty() && undertakings().isEmpty() && brackets().isEmpty()) {
      throw new IllegalArgumentException(
          "a text says nothing: give a value on one issue or more, or say who undertakes what");
    }
    for (Condition condition : conditions()) {
      if (terms().on(condition.issue()).isPresent()) {
        throw new IllegalArgumentException(
            "a condition on (%s) refers to itself: the offer's own terms give (%s) there. Leave one of them out"
                .formatted(condition.issue(), terms().on(condition.issue()).get()));
      }
    }
    for (IssueId bracketed : brackets().keySet()) {
      if (terms().on(bracketed).isPresent()) {
        throw new IllegalArgumentException(
            "clause (%s) is in brackets, and the terms give (%s) there: leave one of them out"
                .formatted(bracketed, terms().on(bracketed).get()));
      }
    }
    Map<String, Trigger> triggers = new HashMap<>();
    for (Instalment instalment : instalments()) {
      if (triggers.put(instalment.name(), instalment.trigger()) != null) {
        throw new IllegalArgumentException(
            "instalment (%s) appears twice in the offer".formatted(instalment.name()));
      }
      for (IssueId issue : instalment.terms().issues()) {
        if (terms().on(issue).isEmpty()) {
          throw new IllegalArgumentException(
              "instalment (%s) delivers (%s), on which the offer gives no value: add it to the terms"
                  .formatted(instalment.name(), issue));
        }
      }
    }
    checkTriggers(triggers);
  }

  /**
   * Checks the laws of what a text says.
   *
   * @param provisions what it says
   */
  static void check(Provisions provisions) {
    provisions.checkLaws();
  }

  private static void checkTriggers(Map<String, Trigger> triggers) {
    triggers.keySet().forEach(name -> checkTrigger(name, triggers));
  }

  private static void checkTrigger(String start, Map<String, Trigger> triggers) {
    Set<String> seen = new HashSet<>();
    String name = start;
    while (triggers.get(name) instanceof Trigger.After after) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            "instalment (%s) can never happen: its trigger waits for (%s), which waits for it in turn"
                .formatted(start, after.instalment()));
      }
      if (!triggers.containsKey(after.instalment())) {
        throw new IllegalArgumentException(
            "instalment (%s) can never happen: its trigger waits for (%s), which is no instalment of this offer. It has %s"
                .formatted(
                    name,
                    after.instalment(),
                    Listed.names(ImmutableSortedSet.copyOf(triggers.keySet()))));
      }
      name = after.instalment();
    }
  }
}
