package dev.parley.demand;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.evidence.When;
import dev.parley.spelling.Listed;
import dev.parley.travel.Travelling;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * A package that binds its maker if accepted: Israel offers Hamas {@code hostages 34; prisoners
 * 1000; end-of-war truce}, in three instalments, until the end of the month. An offer is what it
 * says: two offers that say the same are one.
 *
 * <p>A {@linkplain #proposal() proposal} is put forward by somebody whom it does not bind.
 *
 * <p>Laws: it is made to others, one or more, and keeps those of {@link Provisions}. Immutable.
 */
@Structural
@SuppressWarnings("unchecked") // of what is read from a stream
@Immutable(prehash = true)
public sealed interface Offer extends Travelling, Provisions, WithOffer permits ImmutableOffer {
  /** {@return who makes it} */
  ActorId by();

  /**
   * {@return to whom it is made: principals, one or more, without the maker, in the order of their
   * identifiers}
   */
  ImmutableSet<ActorId> to();

  /**
   * {@return who makes it together with its maker, through a joint delegation, and is bound with it
   * by one agreement: the others for whom that speaks, in the order of their identifiers; empty for
   * most offers. A negotiation fills it in as the offer is made}
   */
  ImmutableSet<ActorId> jointly();

  /**
   * {@return the last day on which it can be accepted, or empty when it stands until something ends
   * it}
   */
  Optional<When> expiry();

  /**
   * {@return whether it has lapsed: every moment that a date allows is after its end}
   *
   * @param on the date
   */
  default boolean hasLapsed(When on) {
    return expiry().filter(on::certainlyAfter).isPresent();
  }

  /**
   * {@return whether it is a proposal: a text that binds not its maker but those to whom it is put,
   * if they accept; a mediator's draft}
   */
  @Default
  default boolean proposal() {
    return false;
  }

  @Override
  @Lazy
  default ImmutableSet<IssueId> issues() {
    return Provisions.super.issues();
  }

  /** {@return who offers whom what, by identifier: {@code "a offers b: pay 5"}} */
  @Override
  default String describe() {
    return "%s %s %s: %s"
        .formatted(
            by(),
            proposal() ? "proposes to" : "offers",
            Listed.names(to()),
            Provisions.super.describe());
  }

  /** {@return what those consent to who accept it} */
  @Lazy
  default Text text() {
    return Text.of(this);
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
    if (proposal() && to().size() < 2) {
      throw new IllegalArgumentException(
          "a proposal by (%s) is put to two parties or more".formatted(by()));
    }
    Provisions.check(this);
    ImmutableSortedSet<ActorId> sorted = ImmutableSortedSet.copyOf(to());
    ImmutableSortedSet<ActorId> others = ImmutableSortedSet.copyOf(jointly());
    return sorted.asList().equals(to().asList()) && others.asList().equals(jointly().asList())
        ? this
        : withTo(sorted).withJointly(others);
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

    /**
     * Takes over all that an offer or a text says.
     *
     * @param from where it stands
     * @return this builder
     */
    public Builder saying(Provisions from) {
      terms(from.terms())
          .addAllConditions(from.conditions())
          .addAllInstalments(from.instalments())
          .addAllUndertakings(from.undertakings())
          .putAllBrackets(from.brackets())
          .binding(from.binding())
          .comprehensive(from.comprehensive())
          .interim(from.interim())
          .standsAlone(from.standsAlone())
          .addAllOpenTo(from.openTo())
          .denounceable(from.denounceable())
          .verifier(from.verifier())
          .inForce(from.inForce())
          .lasts(from.lasts())
          .replaces(from.replaces())
          .amends(from.amends());
      return this;
    }
  }
}
