package dev.parley.demand;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.travel.Travelling;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * What parties consent to: an accepted offer's terms with all that goes with them, or what two
 * sides attest to have agreed. Texts with equal content that bind the same parties are one text.
 * Immutable.
 */
@Structural
@SuppressWarnings("unchecked") // of what is read from a stream
@Immutable(prehash = true)
public sealed interface Text extends Travelling, Provisions, Engagement, WithText
    permits ImmutableText {
  /** {@return whom it binds, in the order of identifiers; empty for all principals} */
  ImmutableSet<ActorId> parties();

  @Override
  @Lazy
  default ImmutableSet<IssueId> issues() {
    return Provisions.super.issues();
  }

  /**
   * Checks what it says; puts the parties in order.
   *
   * @return the text, in order
   */
  @Check
  default Text check() {
    Provisions.check(this);
    ImmutableSortedSet<ActorId> sorted = ImmutableSortedSet.copyOf(parties());
    return sorted.asList().equals(parties().asList()) ? this : withParties(sorted);
  }

  /**
   * {@return the text of an offer: what it says, and whom it would bind}
   *
   * @param offer an offer, or a proposal, which does not bind its maker
   */
  static Text of(Offer offer) {
    Builder text = builder().saying(offer).addAllParties(offer.to());
    return (offer.proposal() ? text : text.addParties(offer.by()).addAllParties(offer.jointly()))
        .build();
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a text. */
  final class Builder extends ImmutableText.Builder {
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
