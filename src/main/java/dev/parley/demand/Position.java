package dev.parley.demand;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a party has said on one issue towards one counterpart: the region of its demand, and the
 * values that it put forward since, by offers, by consent, or by leaving them undisputed. The
 * position is all of these together. A demand states it anew; an offer takes the place of earlier
 * ones; dropping and withdrawing take out their own, and nothing older returns. In words only it is
 * stated, but its region is not known.
 *
 * <p>Three marks go with it: ad referendum, in a package, conditional. An ad referendum consent
 * keeps what stood before it, which stands again when the consent falls. It is public: a private
 * bottom line is a reservation, which is not here. Immutable.
 */
public final class Position {
  /** No statement yet. */
  public static final Position NOT_STATED = new Parts().build();

  /**
   * A value that was put forward on the line.
   *
   * @param by the offer that put it forward, or that was consented to; empty for terms attested
   * @param reading what it reads: this, or better for its maker, where a better end is known; empty
   *     for a condition in words
   * @param words the words of a condition that has no region
   * @param conditions the issues on which the offer depends
   * @param inPackage whether it stands in a whole text on two issues or more
   */
  public record Stated(
      Optional<Offer> by,
      Optional<Region> reading,
      String words,
      ImmutableSet<IssueId> conditions,
      boolean inPackage) {
    /**
     * {@return a value that no offer of its maker put forward, and that depends on nothing}
     *
     * @param reading what it reads
     */
    public static Stated of(Region reading) {
      return new Stated(Optional.empty(), Optional.of(reading), "", ImmutableSet.of(), false);
    }

    private Stated on(Scale wider) {
      return new Stated(by, reading.map(r -> r.on(wider)), words, conditions, inPackage);
    }
  }

  /** A consent ad referendum, and what stood before it. */
  private record Provisional(Offer to, Position before) {}

  /** On what a position rests besides its holder's word. */
  public enum Mark {
    /** A consent that is still to be confirmed: it falls back where it is not. */
    AD_REFERENDUM,
    /** A text on two issues or more, of which nothing holds unless all of it does. */
    IN_PACKAGE,
    /** A condition, without which it was not put forward. */
    CONDITIONAL
  }

  private final @Nullable Region demanded;
  private final @Nullable String words;
  private final @Nullable Firmness firmness;
  private final ImmutableList<Stated> stated;
  private final @Nullable Region last;
  private final @Nullable Region settled;
  private final boolean leftOut;
  private final @Nullable Provisional provisional;
  private final @Nullable Region offered;
  private final @Nullable Region current;
  private int hash;

  private Position(Parts parts) {
    this.demanded = parts.demanded;
    this.words = parts.words;
    this.firmness = parts.firmness;
    this.stated = parts.stated;
    this.settled = parts.settled;
    this.leftOut = parts.leftOut;
    this.provisional = parts.provisional;
    this.offered =
        stated.stream().flatMap(s -> s.reading().stream()).reduce(Region::union).orElse(null);
    this.current = union(demanded, offered);
    this.last = current == null ? parts.last : null; // only while it serves
  }

  private static @Nullable Region union(@Nullable Region one, @Nullable Region other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.union(other);
  }

  /** The parts of the next position, which are those of this one until they are set. */
  private static final class Parts {
    private @Nullable Region demanded;
    private @Nullable String words;
    private @Nullable Firmness firmness;
    private ImmutableList<Stated> stated = ImmutableList.of();
    private @Nullable Region last;
    private @Nullable Region settled;
    private boolean leftOut;
    private @Nullable Provisional provisional;

    Parts() {}

    Parts(Position from) {
      demanded = from.demanded;
      words = from.words;
      firmness = from.firmness;
      stated = from.stated;
      last = from.current == null ? from.last : from.current;
      settled = from.settled;
      leftOut = from.leftOut;
    }

    private void endDemand() {
      demanded = null;
      words = null;
      firmness = null;
    }

    Position build() {
      return new Position(this);
    }
  }

  /** {@return the region of the standing demand, or empty when there is no demand or only words} */
  public Optional<Region> demanded() {
    return Optional.ofNullable(demanded);
  }

  /** {@return how firm the standing demand is, or empty when there is none or nobody said} */
  public Optional<Firmness> firmness() {
    return Optional.ofNullable(firmness);
  }

  /** {@return what was put forward and counts, each with what put it forward} */
  public ImmutableList<Stated> stated() {
    return stated;
  }

  /** {@return what the last offer, or its alternatives, read together, or empty} */
  public Optional<Region> offered() {
    return Optional.ofNullable(offered);
  }

  /** {@return the wording of a demand or a condition that names no region, or empty} */
  public Optional<String> words() {
    return Optional.ofNullable(words)
        .or(() -> stated.stream().map(Stated::words).filter(w -> !w.isEmpty()).findFirst());
  }

  /**
   * {@return the issues on which all depends that was put forward, whichever alternative is taken;
   * empty where nothing was offered}
   */
  public Optional<ImmutableSet<IssueId>> conditions() {
    return stated.stream().anyMatch(s -> s.by().isEmpty())
        ? Optional.empty()
        : stated.stream()
            .map(Stated::conditions)
            .reduce((one, other) -> Sets.intersection(one, other).immutableCopy());
  }

  /**
   * {@return the value that its holder signed or left undisputed: the value as a region, or empty;
   * disputing it again reopens the issue}
   */
  public Optional<Region> settled() {
    return Optional.ofNullable(settled);
  }

  /** {@return whether it rests on a consent that is still to be confirmed} */
  public boolean isAdReferendum() {
    return provisional != null;
  }

  /** {@return whether what was put forward belongs to a whole text on two issues or more} */
  public boolean isInPackage() {
    return stated.stream().anyMatch(Stated::inPackage);
  }

  /** {@return whether what was put forward depends on something} */
  public boolean isConditional() {
    return stated.stream().anyMatch(s -> !s.conditions().isEmpty());
  }

  /** {@return the marks that it bears, in order; empty where it holds by itself} */
  public ImmutableSet<Mark> marks() {
    if (!isTentative()) {
      return ImmutableSet.of();
    }
    ImmutableSet.Builder<Mark> marks = ImmutableSet.builder();
    if (isAdReferendum()) {
      marks.add(Mark.AD_REFERENDUM);
    }
    if (isInPackage()) {
      marks.add(Mark.IN_PACKAGE);
    }
    if (isConditional()) {
      marks.add(Mark.CONDITIONAL);
    }
    return marks.build();
  }

  /** {@return whether it bears one of the three marks} */
  public boolean isTentative() {
    return isAdReferendum() || isInPackage() || isConditional();
  }

  /** {@return whether its holder put forward the whole, and left this issue out of it} */
  public boolean isLeftOut() {
    return leftOut;
  }

  /** {@return whether anything is stated, be it in words only} */
  public boolean isStated() {
    return current != null || words != null || !stated.isEmpty();
  }

  /**
   * {@return the position's region: the union of what is demanded and what is put forward, or empty
   * when it is not stated, or in words only}
   */
  public Optional<Region> region() {
    return Optional.ofNullable(current);
  }

  /**
   * {@return the region from which its holder's own next figure is measured: the stated one, or
   * else the last that was, if only words or an offer's withdrawal came since; empty when there is
   * none}
   */
  public Optional<Region> measured() {
    return Optional.ofNullable(current == null ? last : current);
  }

  /**
   * Returns the position after a demand is raised or amended, which states it anew.
   *
   * @param region what is accepted now, or empty when only words say it
   * @param said the words, where there is no region
   * @param firm how firm the demand is, or empty when nobody said
   * @return the position
   */
  public Position demanding(Optional<Region> region, String said, Optional<Firmness> firm) {
    Parts next = new Parts(this);
    next.demanded = region.orElse(null);
    next.words = region.isPresent() ? null : said;
    next.firmness = firm.orElse(null);
    next.stated = ImmutableList.of();
    next.leftOut = false;
    return next.build();
  }

  /**
   * Returns the position after an offer, or alternatives.
   *
   * @param values what it puts forward here, in the place of what earlier offers did
   * @return the position
   */
  public Position offering(ImmutableList<Stated> values) {
    Parts next = new Parts(this);
    next.stated = values;
    next.leftOut = false;
    return next.build();
  }

  /** {@return the position after the whole was put forward without this issue} */
  public Position leavingOut() {
    Parts next = new Parts(this);
    next.leftOut = !isStated();
    next.provisional = provisional;
    return next.build();
  }

  /** {@return the position after its demand was dropped: nothing older returns} */
  public Position dropping() {
    Parts next = new Parts(this);
    next.endDemand();
    next.last = null;
    return next.build();
  }

  /**
   * Returns the position after an offer was withdrawn, or a condition of it given up.
   *
   * @param offer the offer
   * @return the position, without the offer's own values
   */
  public Position withdrawing(Offer offer) {
    Parts next = new Parts(this);
    next.stated =
        stated.stream()
            .filter(s -> s.by().filter(offer::equals).isEmpty())
            .collect(ImmutableList.toImmutableList());
    return next.stated.size() == stated.size() ? this : next.build();
  }

  /**
   * Returns the position after its holder accepted or attested a value.
   *
   * @param value the agreed value, as a region of one value
   * @param reading what it reads, and by what it was put forward
   * @return the position; a demand that the value fails is ended
   */
  public Position agreeing(Region value, Stated reading) {
    Parts next = consenting(value, reading);
    next.settled = value;
    return next.build();
  }

  /**
   * Returns the position after an offer of its holder was accepted, which signs for its holder.
   *
   * @param value the agreed value, as a region of one value
   * @param reading what it reads
   * @return the position; a demand that the value fails is ended
   */
  public Position signing(Region value, Stated reading) {
    Parts next = new Parts(this);
    if (demanded == null || !demanded.encloses(value)) {
      next.endDemand();
    }
    next.stated = ImmutableList.of(reading);
    next.settled = value;
    return next.build();
  }

  /**
   * Returns the position after its holder accepted a value ad referendum.
   *
   * @param value the value, as a region of one value
   * @param reading what it reads
   * @param to the offer that was accepted
   * @return the position, which keeps what stood before
   */
  public Position agreeingAdReferendum(Region value, Stated reading, Offer to) {
    Parts next = consenting(value, reading);
    next.provisional = new Provisional(to, this);
    return next.build();
  }

  private Parts consenting(Region value, Stated reading) {
    Parts next = new Parts(this);
    if (demanded == null || !demanded.encloses(value)) {
      next.endDemand();
    }
    next.stated = ImmutableList.of(reading);
    next.leftOut = false;
    return next;
  }

  /**
   * Returns what stands when a consent ad referendum falls.
   *
   * @param to the offer that was accepted
   * @return what stood before it; this position where the consent is to something else, or the
   *     party has spoken since
   */
  public Position without(Offer to) {
    return provisional != null && provisional.to().equals(to) ? provisional.before() : this;
  }

  /**
   * Returns the position after its holder, in a rejection, left a value undisputed.
   *
   * @param value the undisputed value, as a region of one value
   * @param reading what it reads
   * @return the position
   */
  public Position leavingUndisputed(Region value, Stated reading) {
    Parts next = new Parts(this);
    next.stated = ImmutableList.of(reading);
    next.settled = value;
    next.leftOut = false;
    return next.build();
  }

  /**
   * {@return the position after an agreement failed, or what was settled is disputed again, with
   * nothing settled}
   */
  public Position unsettled() {
    if (settled == null) {
      return this;
    }
    Parts next = new Parts(this);
    next.settled = null;
    next.provisional = provisional;
    return next.build();
  }

  /**
   * Returns the same position on a scale that was widened.
   *
   * @param wider the scale
   * @return the position, on that scale
   */
  public Position on(Scale wider) {
    Parts next = new Parts(this);
    next.demanded = demanded == null ? null : demanded.on(wider);
    next.stated = stated.stream().map(s -> s.on(wider)).collect(ImmutableList.toImmutableList());
    next.last = next.last == null ? null : next.last.on(wider);
    next.settled = settled == null ? null : settled.on(wider);
    next.provisional =
        provisional == null
            ? null
            : new Provisional(provisional.to(), provisional.before().on(wider));
    return next.build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Position that
            && leftOut == that.leftOut
            && firmness == that.firmness
            && Objects.equals(demanded, that.demanded)
            && stated.equals(that.stated)
            && Objects.equals(words, that.words)
            && Objects.equals(last, that.last)
            && Objects.equals(settled, that.settled)
            && Objects.equals(provisional, that.provisional);
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = Objects.hashCode(demanded);
      h = 31 * h + stated.hashCode();
      h = 31 * h + Objects.hashCode(words);
      h = 31 * h + Objects.hashCode(last);
      h = 31 * h + Objects.hashCode(settled);
      h = 31 * h + Objects.hashCode(provisional);
      h = 31 * h + (firmness == null ? 0 : firmness.name().hashCode());
      // Positions differ in few small numbers, which sums of multiples of 31 do not tell apart.
      h = (31 * h + (leftOut ? 1 : 2)) * 0x9E3779B1;
      hash = h ^ (h >>> 16);
    }
    return hash;
  }

  @Override
  public String toString() {
    String wording = words().orElse(null);
    String said =
        current == null
            ? wording
            : wording == null ? current.describe() : current.describe() + " (" + wording + ")";
    return said == null ? "not stated" : isTentative() ? said + ", tentative" : said;
  }
}
