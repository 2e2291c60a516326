package dev.parley.demand;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.demand.Demand.Firmness;
import dev.parley.travel.RecordForm;
import dev.parley.travel.Travelling;
import java.io.ObjectStreamException;
import java.io.Serializable;
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
 * <p>Three marks go with it: ad referendum, in a package, conditional. A consent keeps what stood
 * before it, which stands again when the consent falls, or the text is over. It is public: a
 * private bottom line is a reservation, which is not here. Immutable.
 */
public final class Position implements Travelling {
  /** No statement yet. */
  public static final Position NOT_STATED = new Parts().build();

  /**
   * A value that was put forward on the line.
   *
   * @param by the offer of its holder that put it forward; empty for what was consented to, or left
   *     undisputed
   * @param value the value itself, or the region of a condition; empty for a condition in words
   * @param reading what it reads: this, or better for its maker, where a better end is known; empty
   *     for a condition in words
   * @param words the words of a condition that has no region
   * @param conditions the issues on which the offer depends
   * @param inPackage whether it stands in a whole text on two issues or more
   */
  public record Stated(
      Optional<Offer> by,
      Optional<Region> value,
      Optional<Region> reading,
      String words,
      ImmutableSet<IssueId> conditions,
      boolean inPackage)
      implements Serializable {
    /**
     * {@return a value that no offer of its maker put forward, and that depends on nothing}
     *
     * @param value the value itself
     * @param reading what it reads
     */
    public static Stated of(Region value, Region reading) {
      return new Stated(
          Optional.empty(), Optional.of(value), Optional.of(reading), "", ImmutableSet.of(), false);
    }

    private Stated agreed(boolean unconditionally) {
      return new Stated(
          by, value, reading, words, unconditionally ? ImmutableSet.of() : conditions, false);
    }

    private Stated redrafted(Stated draft) {
      return new Stated(by, value, reading, words, draft.conditions, draft.inPackage);
    }

    private Stated on(Scale wider) {
      return new Stated(
          by,
          value.map(r -> r.on(wider)),
          reading.map(r -> r.on(wider)),
          words,
          conditions,
          inPackage);
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /** How what a text says on one issue is consented to. */
  public enum Consenting {
    /** Subject to confirmation. */
    AD_REFERENDUM,
    /** Finally: disputing it again reopens the issue. */
    FINALLY
  }

  /**
   * A consent to a text, and what stood before it.
   *
   * @param to the text
   * @param adReferendum whether it is still to be confirmed
   * @param before what stands again when it falls
   */
  public record Given(Text to, boolean adReferendum, Position before) implements Serializable {
    private Given without(Text fallen) {
      return resting(before.without(fallen));
    }

    private Given resting(Position on) {
      return new Given(to, adReferendum, on);
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * What a text says here that its holder signed.
   *
   * @param to the text
   * @param value what it says
   */
  public record Signature(Text to, Region value) implements Serializable {
    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

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
  private final boolean sufficient;
  private final boolean met;
  private final ImmutableList<Stated> stated;
  private final @Nullable Region last;
  private final ImmutableList<Signature> signed;
  private final @Nullable Region undisputed;
  private final boolean leftOut;
  private final boolean dropped;
  private final @Nullable Given given;
  private final @Nullable Region offered;
  private final @Nullable Region current;
  private int hash;

  private Position(Parts parts) {
    this.demanded = parts.demanded;
    this.words = parts.words;
    this.firmness = parts.firmness;
    this.sufficient = parts.sufficient;
    this.met = parts.met;
    this.stated = parts.stated;
    this.signed = parts.signed;
    this.undisputed = parts.undisputed;
    this.leftOut = parts.leftOut;
    this.dropped = parts.dropped;
    this.given = parts.given;
    this.offered = offered(stated);
    this.current = union(demanded, offered);
    this.last = current == null ? parts.last : null; // only while it serves
  }

  private static @Nullable Region offered(ImmutableList<Stated> stated) {
    Region all = null;
    for (Stated each : stated) {
      all = union(all, each.reading().orElse(null));
    }
    return all;
  }

  private static @Nullable Region union(@Nullable Region one, @Nullable Region other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.union(other);
  }

  /** The parts of the next position, which are those of this one until they are set. */
  private static final class Parts implements Serializable {
    private static final long serialVersionUID = 1;

    private @Nullable Region demanded;
    private @Nullable String words;
    private @Nullable Firmness firmness;
    private boolean sufficient;
    private boolean met;
    private ImmutableList<Stated> stated = ImmutableList.of();
    private @Nullable Region last;
    private ImmutableList<Signature> signed = ImmutableList.of();
    private @Nullable Region undisputed;
    private boolean leftOut;
    private boolean dropped;
    private @Nullable Given given;

    Parts() {}

    Parts(Position from) {
      demanded = from.demanded;
      words = from.words;
      firmness = from.firmness;
      sufficient = from.sufficient;
      met = from.met;
      stated = from.stated;
      last = from.current == null ? from.last : from.current;
      signed = from.signed;
      undisputed = from.undisputed;
      leftOut = from.leftOut;
      dropped = from.dropped;
    }

    private void endDemand() {
      demanded = null;
      words = null;
      firmness = null;
      sufficient = false;
      met = false;
    }

    Position build() {
      return new Position(this);
    }

    private Object readResolve() throws ObjectStreamException {
      RecordForm.requireAll(stated, Stated.class);
      RecordForm.requireAll(signed, Signature.class);
      return build();
    }
  }

  /** {@return the standing demand in words, where it has no region} */
  public Optional<String> inWords() {
    return Optional.ofNullable(words);
  }

  /** {@return what each text that was signed says here, in the order of signing} */
  public ImmutableList<Signature> signatures() {
    return signed;
  }

  /** {@return what was left undisputed and is not disputed since} */
  public Optional<Region> undisputed() {
    return Optional.ofNullable(undisputed);
  }

  /** {@return the last region before there was none: what the next one is measured from} */
  public Optional<Region> last() {
    return Optional.ofNullable(last);
  }

  /** {@return the consent that it rests on, and what stood before} */
  public Optional<Given> given() {
    return Optional.ofNullable(given);
  }

  /** {@return the region of the standing demand, or empty when there is no demand or only words} */
  public Optional<Region> demanded() {
    return Optional.ofNullable(demanded);
  }

  /** {@return how firm the standing demand is, or empty when there is none or nobody said} */
  public Optional<Firmness> firmness() {
    return Optional.ofNullable(firmness);
  }

  /** {@return whether the standing demand was declared sufficient: no more would be asked} */
  public boolean isSufficient() {
    return sufficient;
  }

  /**
   * {@return whether the standing demand was declared sufficient and the counterpart has met it
   * since, be that over by now: what is asked beyond it moves the goalposts}
   */
  public boolean isMet() {
    return met;
  }

  /** {@return what was put forward and counts, each with what put it forward} */
  public ImmutableList<Stated> stated() {
    return stated;
  }

  /**
   * {@return what was said last: what the last offer, consent or answer reads, or else the demand;
   * empty where that has only words}
   */
  public Optional<Region> said() {
    return stated.isEmpty() ? demanded() : offered();
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
   * {@return the values that its holder signed, each as a region, the last one last; disputing that
   * one again reopens the issue}
   */
  public ImmutableList<Region> signed() {
    return signed.stream().map(Signature::value).collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns whether its holder signed a value, and has not disputed it since.
   *
   * @param value the value, as a region
   * @return whether it did
   */
  public boolean hasSigned(Region value) {
    for (Signature signature : signed) {
      if (signature.value().sameAs(value)) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@return the value that its holder signed last, or else left undisputed: the value as a region,
   * or empty; disputing it again reopens the issue}
   */
  public Optional<Region> settled() {
    return Optional.ofNullable(
        signed.isEmpty() ? undisputed : signed.get(signed.size() - 1).value());
  }

  /** {@return whether it rests on a consent that is still to be confirmed} */
  public boolean isAdReferendum() {
    return given != null && given.adReferendum();
  }

  /** {@return the text that it rests on a consent to, or empty} */
  public Optional<Text> consentedTo() {
    return Optional.ofNullable(given).map(Given::to);
  }

  /**
   * {@return whether it rests on a consent of its holder's own, not on its offer being accepted}
   */
  public boolean isConsent() {
    return given != null
        && given.before().stated.stream()
            .noneMatch(s -> s.by().filter(o -> o.text().equals(given.to())).isPresent());
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

  /** {@return whether a demand stands, be it in words only} */
  public boolean isDemanding() {
    return demanded != null || words != null;
  }

  /**
   * {@return whether there is a demand that its holder could drop: one that stands, or stands again
   * if a consent is not confirmed}
   */
  public boolean holdsDemand() {
    return isDemanding() || isAdReferendum() && given().orElseThrow().before().holdsDemand();
  }

  /** {@return whether its holder dropped a demand, and has raised none since} */
  public boolean isDropped() {
    return dropped;
  }

  /**
   * {@return whether its holder put forward the whole and left this issue out of it, where no
   * demand of its stood, and has said nothing here since}
   */
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
   * @param enough whether it is declared sufficient
   * @return the position
   */
  public Position demanding(
      Optional<Region> region, String said, Optional<Firmness> firm, boolean enough) {
    Parts next = new Parts(this);
    next.sufficient = enough && region.isPresent();
    next.met = met && next.sufficient && region.equals(demanded());
    next.demanded = region.orElse(null);
    next.words = region.isPresent() ? null : said;
    next.firmness = firm.orElse(null);
    next.stated = ImmutableList.of();
    next.leftOut = false;
    next.dropped = false;
    return next.build();
  }

  /**
   * {@return the position after its counterpart has come to another one: a demand that was declared
   * sufficient is met where that lies inside it, or a value of it does}
   *
   * @param theirs the counterpart's position
   */
  public Position facing(Position theirs) {
    if (!sufficient || met || demanded == null || !theirs.isInside(demanded)) {
      return this;
    }
    Parts next = new Parts(this);
    next.met = true;
    next.given = given;
    return next.build();
  }

  /**
   * {@return whether it lies inside what is asked, or some value of it does}
   *
   * @param asked what is asked
   */
  public boolean isInside(Region asked) {
    return region().filter(asked::encloses).isPresent()
        || stated.stream().anyMatch(s -> s.value().filter(asked::encloses).isPresent());
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
    next.leftOut = !isDemanding();
    next.given = given;
    return next.build();
  }

  /**
   * {@return the position after its demand was dropped: nothing older returns, nor does the demand
   * if a consent falls}
   */
  public Position dropping() {
    Parts next = new Parts(this);
    next.endDemand();
    next.last = null;
    next.dropped = true;
    next.given = given == null ? null : given.resting(given.before().dropping());
    return next.build();
  }

  /**
   * Returns the position after an offer was withdrawn, or a condition of it given up.
   *
   * @param offer the offer
   * @return the position, without the offer's own values, which do not return if a consent falls
   */
  public Position withdrawing(Offer offer) {
    Parts next = new Parts(this);
    next.stated =
        stated.stream()
            .filter(s -> s.by().filter(offer::equals).isEmpty())
            .collect(ImmutableList.toImmutableList());
    next.given = given == null ? null : given.resting(given.before().withdrawing(offer));
    return next.stated.size() == stated.size() && Objects.equals(next.given, given)
        ? this
        : next.build();
  }

  /**
   * Returns the position after its holder consented to a text.
   *
   * @param agreed what the text says here: a value, as a region of one value, or a range
   * @param reading what it reads
   * @param to the text
   * @param kind how it is meant
   * @return the position, which keeps what stood before the consent; a demand that what is agreed
   *     fails is ended, unless the text is interim
   */
  public Position consenting(Region agreed, Stated reading, Text to, Consenting kind) {
    Position before = without(to); // signed again, it comes after what was signed since
    Parts next = new Parts(this);
    if (!to.interim() && demanded != null && !demanded.meets(agreed)) {
      next.endDemand(); // whether words are met, nobody can tell
    }
    next.stated = ImmutableList.of(reading);
    next.undisputed = null;
    next.leftOut = false;
    next.given = new Given(to, kind == Consenting.AD_REFERENDUM, before);
    if (kind == Consenting.FINALLY) {
      next.signed =
          ImmutableList.<Signature>builder()
              .addAll(Iterables.filter(signed, s -> !s.to().equals(to)))
              .add(new Signature(to, agreed))
              .build();
    }
    return next.build();
  }

  /**
   * Returns the position after all have signed a text: it is in a package no more, and conditional
   * only as long as its conditions are not met.
   *
   * @param to the text
   * @param unconditionally whether its conditions are met
   * @return the position, without those marks where it rests on a consent to the text
   */
  public Position agreeing(Text to, boolean unconditionally) {
    if (given == null) {
      return this;
    }
    Parts next = new Parts(this);
    next.given = given.resting(given.before().agreeing(to, unconditionally));
    if (given.to().equals(to)) {
      next.stated =
          stated.stream()
              .map(s -> s.agreed(unconditionally))
              .collect(ImmutableList.toImmutableList());
    }
    return next.build();
  }

  /**
   * Returns the position after a text was redrafted: a consent to it carries over to a clause that
   * says the same, and is still to be confirmed.
   *
   * @param from the text
   * @param to its next draft
   * @param says what the draft says here
   * @return the position, which rests on the draft where it rested on the text, and reads as before
   */
  public Position redrafted(Text from, Text to, Stated says) {
    if (given == null) {
      return this;
    }
    boolean rests = given.to().equals(from);
    Parts next = new Parts(this);
    next.stated =
        rests
            ? stated.stream().map(s -> s.redrafted(says)).collect(ImmutableList.toImmutableList())
            : stated;
    next.signed = ImmutableList.copyOf(Iterables.filter(signed, s -> !s.to().equals(from)));
    next.given =
        new Given(
            rests ? to : given.to(),
            rests || given.adReferendum(),
            given.before().redrafted(from, to, says));
    return next.build();
  }

  /**
   * Returns what stands when a text carries its holder's consent no more.
   *
   * @param to the text
   * @return what stood before it; this position where the party has spoken since, or consented to
   *     something else, which then falls back behind the fallen consent
   */
  public Position without(Text to) {
    if (given == null) {
      return this;
    }
    if (given.to().equals(to)) {
      return given.before().without(to);
    }
    Given left = given.without(to);
    if (left.equals(given)) {
      return this;
    }
    Parts next = new Parts(this);
    next.given = left;
    return next.build();
  }

  /**
   * Returns the position after an agreement is over that its holder had signed.
   *
   * @param to the text
   * @return the position, in which the text is signed no more, nor in what stands again when a
   *     later consent falls
   */
  public Position unsigned(Text to) {
    Given rest =
        given == null
            ? null
            : new Given(given.to(), given.adReferendum(), given.before().unsigned(to));
    if (Objects.equals(rest, given) && signed.stream().noneMatch(s -> s.to().equals(to))) {
      return this;
    }
    Parts next = new Parts(this);
    next.signed =
        signed.stream().filter(s -> !s.to().equals(to)).collect(ImmutableList.toImmutableList());
    next.given = rest;
    return next.build();
  }

  /**
   * Returns the position after what a text says here is off: a condition of it has failed.
   *
   * @param to the text
   * @return the position without its value; nothing older returns
   */
  public Position discharging(Text to) {
    Position left = unsigned(to);
    if (given == null || !given.to().equals(to)) {
      return left;
    }
    Parts next = new Parts(left);
    next.stated = ImmutableList.of();
    return next.build();
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
    next.undisputed = value;
    next.leftOut = false;
    return next.build();
  }

  /**
   * {@return what its holder consented to, or left undisputed: a value or a range, where it has put
   * forward nothing since; else empty}
   */
  public Optional<Region> agreesTo() {
    if (stated.size() != 1) {
      return Optional.empty();
    }
    Optional<Region> last = stated.get(0).value();
    boolean isUndisputed = stated.get(0).by().isEmpty() && undisputed().equals(last);
    return last.filter(value -> given != null || isUndisputed);
  }

  /**
   * {@return this position, just stated, without what its holder had signed or left undisputed and
   * disputes by it; the same where it disputes nothing}
   */
  public Position disputing() {
    boolean disputesSigned = !signed.isEmpty() && disputes(signed.get(signed.size() - 1).value());
    boolean disputesUndisputed = disputes(undisputed);
    if (!disputesSigned && !disputesUndisputed) {
      return this;
    }
    Parts next = new Parts(this);
    next.signed = disputesSigned ? ImmutableList.of() : signed;
    next.undisputed = disputesUndisputed ? null : undisputed;
    return next.build();
  }

  private boolean disputes(@Nullable Region before) {
    return before != null && said().filter(now -> !now.meets(before)).isPresent();
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
    next.signed =
        signed.stream()
            .map(s -> new Signature(s.to(), s.value().on(wider)))
            .collect(ImmutableList.toImmutableList());
    next.undisputed = undisputed == null ? null : undisputed.on(wider);
    next.given =
        given == null
            ? null
            : new Given(given.to(), given.adReferendum(), given.before().on(wider));
    return next.build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Position that
            && leftOut == that.leftOut
            && dropped == that.dropped
            && sufficient == that.sufficient
            && met == that.met
            && firmness == that.firmness
            && Objects.equals(demanded, that.demanded)
            && stated.equals(that.stated)
            && Objects.equals(words, that.words)
            && Objects.equals(last, that.last)
            && signed.equals(that.signed)
            && Objects.equals(undisputed, that.undisputed)
            && Objects.equals(given, that.given);
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = Objects.hashCode(demanded);
      h = 31 * h + stated.hashCode();
      h = 31 * h + Objects.hashCode(words);
      h = 31 * h + Objects.hashCode(last);
      h = 31 * h + signed.hashCode();
      h = 31 * h + Objects.hashCode(undisputed);
      h = 31 * h + Objects.hashCode(given);
      h = 31 * h + (firmness == null ? 0 : firmness.name().hashCode());
      // Positions differ in few small numbers, which sums of multiples of 31 do not tell apart.
      h =
          (31 * h + (leftOut ? 1 : 2) + (dropped ? 4 : 0) + (sufficient ? 8 : 0) + (met ? 16 : 0))
              * 0x9E3779B1;
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

  private Object writeReplace() {
    Parts parts = new Parts(this);
    parts.given = given;
    return parts;
  }
}
