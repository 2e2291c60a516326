package dev.parley.agreement;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Value;
import dev.parley.demand.Engagement;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.spelling.Listed;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What a party is bound to do under an agreement, and to whom. Immutable.
 *
 * @param under the text that makes it
 * @param undertaking what it undertook
 * @param owedTo to whom, in the order of identifiers
 */
public record Obligation(Text under, Undertaking undertaking, ImmutableSet<ActorId> owedTo)
    implements Serializable, Engagement {
  /**
   * Puts those it is owed to in order.
   *
   * @param under the text that makes it
   * @param undertaking what it undertook
   * @param owedTo to whom, in the order of identifiers
   */
  public Obligation {
    owedTo = ImmutableSortedSet.copyOf(owedTo);
  }

  /** {@return its name: the undertaking's name} */
  public String name() {
    return undertaking.name();
  }

  /** {@return who owes whom what, by identifier: {@code "pay of a, owed to b"}} */
  public String describe() {
    return "%s of %s, owed to %s".formatted(name(), by(), Listed.names(owedTo()));
  }

  /** {@return who is bound} */
  public ActorId by() {
    return undertaking.by();
  }

  /**
   * {@return whether it is what a trigger means by a name: itself, or its part of an instalment}
   *
   * @param named the name of an obligation or of an instalment
   */
  public boolean isNamed(String named) {
    return name().equals(named) || name().startsWith(named + ": ");
  }

  /** {@return how much there is to do, in units; empty where it is done at once} */
  public Optional<BigDecimal> total() {
    return undertaking
        .amount()
        .or(
            () ->
                undertaking
                    .terms()
                    .filter(t -> t.values().size() == 1)
                    .map(t -> t.values().values().iterator().next())
                    .filter(Value.Amount.class::isInstance)
                    .map(v -> ((Value.Amount) v).number()));
  }

  /**
   * {@return whether an amount is all that there is to do}
   *
   * @param done how much of it is done, in units
   */
  public boolean isAll(BigDecimal done) {
    return total().filter(all -> done.compareTo(all) >= 0).isPresent();
  }

  /**
   * {@return what it waits for before it is set off: by the name that its trigger gives, under the
   * text that the trigger names; else under its own, and where nothing has that name there, under
   * any other}
   *
   * @param all what has arisen
   */
  public ImmutableSet<Obligation> awaited(Set<Obligation> all) {
    return undertaking.trigger() instanceof Trigger.After after
        ? awaited(after, under, all)
        : ImmutableSet.of();
  }

  /**
   * {@return whether it carries out an issue: it is named like it, or delivers a value on it}
   *
   * @param issue an issue
   */
  public boolean isOn(IssueId issue) {
    return isNamed(issue.text())
        || undertaking.terms().filter(terms -> terms.issues().contains(issue)).isPresent();
  }

  /**
   * {@return what a trigger names that stands in a text, as above}
   *
   * @param after the trigger
   * @param in the text in which it stands
   * @param all what has arisen
   */
  public static ImmutableSet<Obligation> awaited(
      Trigger.After after, Text in, Set<Obligation> all) {
    Set<Obligation> named = Sets.filter(all, o -> o.isNamed(after.instalment()));
    Text home = after.under().orElse(in);
    Set<Obligation> own = Sets.filter(named, o -> o.under().equals(home));
    return ImmutableSet.copyOf(own.isEmpty() && after.under().isEmpty() ? named : own);
  }

  /**
   * Where an obligation stands.
   *
   * @param state its state
   * @param degree how far it is implemented
   * @param done how much of its amount is done, in the amount's unit
   * @param excusedBy to whom it is owed no more
   * @param allegedBy who has alleged a breach of it
   */
  public record Status(
      ObligationState state,
      Implementation degree,
      BigDecimal done,
      ImmutableSet<ActorId> excusedBy,
      ImmutableSet<ActorId> allegedBy)
      implements Serializable {
    /**
     * {@return an obligation of which nothing is done}
     *
     * @param state its state
     */
    public static Status of(ObligationState state) {
      return new Status(
          state, Implementation.NONE, BigDecimal.ZERO, ImmutableSet.of(), ImmutableSet.of());
    }

    /**
     * {@return the same in another state}
     *
     * @param next its state
     */
    public Status in(ObligationState next) {
      return next == state ? this : new Status(next, degree, done, excusedBy, allegedBy);
    }

    /**
     * {@return the same with so much done}
     *
     * @param far how far it is implemented
     * @param all how much of its amount is done in all
     */
    public Status done(Implementation far, BigDecimal all) {
      return new Status(state, far, all, excusedBy, allegedBy);
    }

    /**
     * {@return the same, owed no more to some}
     *
     * @param by to whom it was owed
     */
    public Status excused(Set<ActorId> by) {
      return new Status(state, degree, done, with(excusedBy, by), allegedBy);
    }

    /**
     * {@return the same after a breach was alleged}
     *
     * @param by who says so
     */
    public Status alleged(ActorId by) {
      return new Status(state, degree, done, excusedBy, with(allegedBy, Set.of(by)));
    }

    private static ImmutableSet<ActorId> with(ImmutableSet<ActorId> set, Set<ActorId> more) {
      return ImmutableSet.<ActorId>builder().addAll(set).addAll(more).build();
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * How far an obligation is implemented, on the scale of the Peace Accords Matrix (Joshi, Quinn
   * and Regan 2015).
   */
  public enum Implementation {
    /** 0: nothing yet. */
    NONE,
    /** 1: minimal. */
    MINIMAL,
    /** 2: intermediate. */
    INTERMEDIATE,
    /** 3: full. */
    FULL
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
