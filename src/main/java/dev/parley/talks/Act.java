package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Offer;
import java.io.Serializable;
import java.util.Optional;

/**
 * What a move does, without who, when and on whose word: an offer, a walk-out, an air strike. A
 * closed family, in five groups. Only {@link Substantive} acts can change a position. An act knows
 * its {@link Form}: what it is made of, which is all that reading, writing, renaming and drawing it
 * need. Immutable.
 */
public sealed interface Act extends Serializable
    permits Procedural, Substantive, AfterDeal, Communicative, Exogenous {
  /** {@return which act this is} */
  ActKind kind();

  /** {@return how it is told and of what it is made} */
  @SuppressWarnings("unchecked")
  default Form<Act> form() {
    return (Form<Act>) kind().form();
  }

  /**
   * {@return the standing thing that this act is about, such as the offer that it accepts: an
   * offer, a demand, an obligation, a delegation's id or a deadline's name; empty for acts that
   * bring something new}
   */
  default Optional<Object> subject() {
    return form().subject(this);
  }

  /** {@return the issues that it is about, in the order in which it names them} */
  default ImmutableSet<IssueId> issues() {
    return Mentions.issues(this);
  }

  /** {@return the offers, the demand or the tie that it brings, which others can answer or cite} */
  default ImmutableList<Object> brings() {
    return Mentions.brought(this);
  }

  /**
   * {@return what it answers, each an offer, a text or a demand: what it accepts, rejects or
   * counters; one rejection can answer several offers}
   */
  default ImmutableList<Object> answers() {
    return Mentions.answered(this);
  }

  /**
   * Returns what it says of one shape: its {@link Shape#CLAIM}, the {@link Shape#OFFERS} that it
   * makes.
   *
   * @param shape what is asked for
   * @param <T> its values
   * @return the value of its first component of this shape, or empty when it has none
   */
  default <T> Optional<T> value(Shape<T> shape) {
    return form().value(this, shape);
  }

  /** {@return the offers that it makes: one, several between which to choose, or none} */
  default ImmutableList<Offer> offersMade() {
    return value(Shape.OFFERS).orElse(ImmutableList.of());
  }

  /** {@return the name of the deadline that it sets or extends} */
  default Optional<String> deadlineName() {
    return value(Shape.DEADLINE).map(Deadline::name).or(() -> value(Shape.DEADLINE_NAME));
  }

  /** {@return whether it is {@link Substantive}, and so can change a position} */
  default boolean isSubstantive() {
    return false;
  }

  /**
   * Returns this act with other values in the place of some.
   *
   * @param mapping which, by shape
   * @return an act of the same kind
   * @hidden
   */
  default Act change(Shape.Mapping mapping) {
    return form().change(this, mapping);
  }

  /**
   * Says something of each component.
   *
   * @param cases what to say, by shape
   * @param <R> what is said
   * @return what is said of each, in order
   * @hidden
   */
  default <R> ImmutableList<R> tell(Shape.Cases<R> cases) {
    return form().tell(this, cases);
  }
}
