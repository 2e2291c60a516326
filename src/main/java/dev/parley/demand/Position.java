package dev.parley.demand;

import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a party has said on one issue towards one counterpart. Two slots: the region of its standing
 * demand, and what its last offer reads; the position is their union. A position in words only is
 * stated without a region; the region that stood before goes on serving for measuring.
 *
 * <p>It is public: a private bottom line is a reservation, which is not here. Immutable.
 */
public final class Position {
  /** No statement yet. */
  public static final Position NOT_STATED = new Position(null, null, null, null, null, false);

  private final @Nullable Region demanded;
  private final @Nullable Region offered;
  private final @Nullable String words;
  private final @Nullable Region last;
  private final @Nullable Region settled;
  private final boolean tentative;
  private final @Nullable Region current;
  private int hash;

  private Position(
      @Nullable Region demanded,
      @Nullable Region offered,
      @Nullable String words,
      @Nullable Region last,
      @Nullable Region settled,
      boolean tentative) {
    this.demanded = demanded;
    this.offered = offered;
    this.words = words;
    this.last = last;
    this.settled = settled;
    this.tentative = tentative;
    this.current = union(demanded, offered);
  }

  private static @Nullable Region union(@Nullable Region one, @Nullable Region other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.union(other);
  }

  /** {@return the region of the standing demand, or empty when there is no demand or only words} */
  public Optional<Region> demanded() {
    return Optional.ofNullable(demanded);
  }

  /** {@return what the last offer, or its alternatives, read, or empty} */
  public Optional<Region> offered() {
    return Optional.ofNullable(offered);
  }

  /** {@return the wording of a position that names no region, or empty} */
  public Optional<String> words() {
    return Optional.ofNullable(words);
  }

  /**
   * {@return the value that its holder agreed to or left undisputed: the value as a region, or
   * empty; disputing it again reopens the issue}
   */
  public Optional<Region> settled() {
    return Optional.ofNullable(settled);
  }

  /**
   * {@return whether what was offered was said inside a whole offer, or under a condition not yet
   * met}
   */
  public boolean isTentative() {
    return tentative;
  }

  /** {@return whether anything is stated, be it in words only} */
  public boolean isStated() {
    return demanded != null || offered != null || words != null;
  }

  /**
   * {@return the position's region: the union of what is demanded and what is offered, or empty
   * when none is stated}
   */
  public Optional<Region> region() {
    return Optional.ofNullable(current);
  }

  /**
   * {@return the region that a step is measured with: the stated one, or else the last that was, or
   * empty when there never was one}
   */
  public Optional<Region> measured() {
    return Optional.ofNullable(current == null ? last : current);
  }

  private Position next(
      @Nullable Region demanded,
      @Nullable Region offered,
      @Nullable String words,
      @Nullable Region settled,
      boolean tentative) {
    boolean stated = demanded != null || offered != null;
    Region kept = stated ? null : current == null ? last : current; // only while it serves
    return new Position(demanded, offered, words, kept, settled, tentative);
  }

  /**
   * {@return the position after a demand is raised or amended, the demand in place of the one
   * before}
   *
   * @param region what is accepted now
   */
  public Position demanding(Region region) {
    return next(region, offered, null, settled, tentative);
  }

  /**
   * {@return the position after a demand in words only, without the region of the demand before}
   *
   * @param said the words
   */
  public Position saying(String said) {
    return next(null, offered, said, settled, tentative);
  }

  /**
   * {@return the position after an offer, the offer in place of the one before}
   *
   * @param reading what it reads here
   * @param binding tentative in a whole offer, definite in a severable one
   * @param conditional whether it was made under a condition not yet met
   */
  public Position offering(Region reading, Binding binding, boolean conditional) {
    return next(demanded, reading, words, settled, conditional || binding == Binding.WHOLE);
  }

  /** {@return the position after its demand was dropped, without the demand's region and words} */
  public Position dropping() {
    return next(null, offered, null, settled, tentative);
  }

  /** {@return the position after its offer was withdrawn, without the offer's reading} */
  public Position withdrawing() {
    return next(demanded, null, words, settled, false);
  }

  /**
   * {@return the position after its holder accepted or attested a value; a demand that the value
   * fails is ended}
   *
   * @param value the agreed value, as a region of one value
   * @param reading the same as an offered value reads for its holder
   */
  public Position agreeing(Region value, Region reading) {
    Region kept = demanded != null && demanded.encloses(value) ? demanded : null;
    return next(kept, reading, null, value, false);
  }

  /**
   * {@return the position after its holder, in a rejection, left a value undisputed; tentative}
   *
   * @param value the undisputed value, as a region of one value
   * @param reading the same as an offered value reads for its holder
   */
  public Position leavingUndisputed(Region value, Region reading) {
    return next(demanded, reading, words, value, true);
  }

  /**
   * {@return the position after an agreement failed, or what was settled is disputed again, with
   * nothing settled}
   */
  public Position unsettled() {
    return settled == null ? this : new Position(demanded, offered, words, last, null, tentative);
  }

  /**
   * {@return this position on a scale that was widened}
   *
   * @param wider the scale
   */
  public Position on(Scale wider) {
    return new Position(
        demanded == null ? null : demanded.on(wider),
        offered == null ? null : offered.on(wider),
        words,
        last == null ? null : last.on(wider),
        settled == null ? null : settled.on(wider),
        tentative);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Position that
            && tentative == that.tentative
            && Objects.equals(demanded, that.demanded)
            && Objects.equals(offered, that.offered)
            && Objects.equals(words, that.words)
            && Objects.equals(last, that.last)
            && Objects.equals(settled, that.settled);
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = Objects.hashCode(demanded);
      h = 31 * h + Objects.hashCode(offered);
      h = 31 * h + Objects.hashCode(words);
      h = 31 * h + Objects.hashCode(last);
      h = 31 * h + Objects.hashCode(settled);
      // Positions differ in few small numbers, which sums of multiples of 31 do not tell apart.
      h = (31 * h + (tentative ? 1 : 2)) * 0x9E3779B1;
      hash = h ^ (h >>> 16);
    }
    return hash;
  }

  @Override
  public String toString() {
    String said =
        current == null
            ? words
            : words == null ? current.describe() : current.describe() + " (" + words + ")";
    return said == null ? "not stated" : tentative ? said + ", tentative" : said;
  }
}
