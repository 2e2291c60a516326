package dev.parley.demand;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.When;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * A package that binds its maker if accepted: Israel offers Hamas {@code hostages 34; prisoners
 * 1000; end-of-war truce}, in three instalments, until the end of the month. An offer is what it
 * says: two offers that say the same are one.
 *
 * <p>Laws: it is made to others, one or more; a condition names an issue that the terms leave open;
 * instalments have names of their own, deliver within the terms' issues, and each trigger can
 * happen. Immutable.
 */
@Immutable(prehash = true)
public sealed interface Offer extends WithOffer permits ImmutableOffer {
  /** {@return who makes it} */
  ActorId by();

  /**
   * {@return to whom it is made: principals, one or more, without the maker, in the order of their
   * identifiers}
   */
  ImmutableSet<ActorId> to();

  /** {@return what is offered: the values, by issue} */
  Terms terms();

  /** {@return on what it depends: the conditions, none or more} */
  ImmutableList<Condition> conditions();

  /**
   * {@return in which steps it would be carried out: the instalments, in order; empty for all at
   * once}
   */
  ImmutableList<Instalment> instalments();

  /**
   * {@return what each party would be bound to do, where the offer says so itself: the
   * undertakings; empty when they follow from the terms}
   */
  ImmutableList<Undertaking> undertakings();

  /**
   * {@return the last day on which it can be accepted, or empty when it stands until something ends
   * it}
   */
  Optional<When> expiry();

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

  /** {@return the issues on which it states something: those of its terms and of its conditions} */
  @Lazy
  default ImmutableSet<IssueId> issues() {
    ImmutableSet.Builder<IssueId> all = ImmutableSet.builder();
    all.addAll(terms().issues());
    conditions().forEach(c -> all.add(c.issue()));
    return all.build();
  }

  /**
   * Checks the laws above; puts those addressed in order.
   *
   * @return the offer, in order
   */
  @Check
  default Offer check() {
    if (to().isEmpty()) {
      throw new IllegalArgumentException(
          "an offer by (%s) needs somebody it is made to".formatted(by()));
    }
    for (Condition condition : conditions()) {
      if (terms().on(condition.issue()).isPresent()) {
        throw new IllegalArgumentException(
            "a condition on (%s) refers to itself: the offer's own terms give (%s) there. Leave one of them out"
                .formatted(condition.issue(), terms().on(condition.issue()).get()));
      }
    }
    Map<String, Trigger> triggers = new HashMap<>();
    for (Instalment instalment : instalments()) {
      if (triggers.put(instalment.name(), instalment.trigger()) != null) {
        throw new IllegalArgumentException(
            "instalment (%s) stands twice in the offer".formatted(instalment.name()));
      }
      for (IssueId issue : instalment.terms().issues()) {
        if (terms().on(issue).isEmpty()) {
          throw new IllegalArgumentException(
              "instalment (%s) delivers (%s), on which the offer gives no value: add it to the terms"
                  .formatted(instalment.name(), issue));
        }
      }
    }
    checkTriggers("instalment", triggers);
    Map<String, Trigger> duties = new HashMap<>();
    undertakings().forEach(u -> duties.put(u.name(), u.trigger()));
    checkTriggers("undertaking", duties);
    ImmutableSortedSet<ActorId> sorted = ImmutableSortedSet.copyOf(to());
    return sorted.asList().equals(to().asList()) ? this : withTo(sorted);
  }

  private static void checkTriggers(String what, Map<String, Trigger> triggers) {
    triggers.keySet().forEach(name -> checkTrigger(what, name, triggers));
  }

  private static void checkTrigger(String what, String start, Map<String, Trigger> triggers) {
    Set<String> seen = new HashSet<>();
    String name = start;
    while (triggers.get(name) instanceof Trigger.After after) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            "%s (%s) can never happen: its trigger waits for (%s), which waits for it in turn"
                .formatted(what, start, after.instalment()));
      }
      if (!triggers.containsKey(after.instalment())) {
        throw new IllegalArgumentException(
            "%s (%s) can never happen: its trigger waits for (%s), which is no %s of this offer. It has %s"
                .formatted(
                    what,
                    name,
                    after.instalment(),
                    what,
                    ImmutableSortedSet.copyOf(triggers.keySet())));
      }
      name = after.instalment();
    }
  }

  /**
   * {@return an offer of terms, whole and without conditions}
   *
   * @param by who makes it
   * @param to to whom
   * @param terms what is offered
   */
  static Offer of(String by, String to, Terms terms) {
    return builder().by(ActorId.of(by)).addTo(ActorId.of(to)).terms(terms).build();
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an offer. */
  final class Builder extends ImmutableOffer.Builder {
    Builder() {}
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
  record Condition(IssueId issue, Ask ask, boolean sufficient) {
    /**
     * {@return a condition that was not declared sufficient}
     *
     * @param issue the issue that it names
     * @param region what must be so there, in the text form of a region
     */
    public static Condition of(String issue, String region) {
      return new Condition(IssueId.of(issue), Ask.of(region), false);
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
  record Instalment(String name, Terms terms, Trigger trigger) {}

  /** Whether the parts of an offer or an agreement stand and fall together. */
  enum Binding {
    /** Nothing is agreed until everything is agreed. */
    WHOLE,
    /** Each issue can be accepted by itself. */
    SEVERABLE
  }
}
