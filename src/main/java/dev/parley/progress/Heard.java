package dev.parley.progress;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.demand.Position;
import dev.parley.demand.Text;
import dev.parley.travel.RecordForm;
import dev.parley.travel.Travelling;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a round has heard of one line so far, net: the counterpart's region as it stood when the
 * party last spoke, what was told, and what each of the party's speakers last said. The steps of a
 * round are measured from this and from the positions at both ends. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // a bit for each kind: situations hold one of these for every line
public final class Heard implements Travelling {
  /** Nothing yet. */
  public static final Heard NOTHING = new Heard(null, null, null, 0, ImmutableList.of());

  /** Beside what was told, for a consent that follows takes something of that back. */
  private static final int SPOKEN = 1 << 31;

  private final @Nullable Region theirs;
  private final @Nullable Position opening;
  private final @Nullable Position closing;
  private final int told;
  private final ImmutableList<Saying> sayings;
  private int hash;

  /**
   * What one speaker last said on the line.
   *
   * @param speaker who spoke for the party
   * @param isDrop whether a demand was dropped
   * @param before the position before it was said
   * @param after the position that it stated
   * @param heard what was heard before it was said
   */
  public record Saying(String speaker, boolean isDrop, Position before, Position after, Heard heard)
      implements Serializable {
    private boolean contradicts(Saying other) {
      if (isDrop) {
        return false; // it takes back what others said
      }
      if (other.isDrop) {
        return after.isDemanding() && after.stated().isEmpty();
      }
      Optional<Region> then = other.after.said();
      return after.said().flatMap(now -> then.map(t -> !now.meets(t))).orElse(false);
    }

    private Saying takenBackTo(Saying earlier) {
      return new Saying(speaker, isDrop, earlier.before, after, earlier.heard);
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  private Heard(
      @Nullable Region theirs,
      @Nullable Position opening,
      @Nullable Position closing,
      int told,
      ImmutableList<Saying> sayings) {
    this.theirs = theirs;
    this.opening = opening;
    this.closing = closing;
    this.told = told;
    this.sayings = sayings;
  }

  /**
   * {@return the counterpart's region as it stood when the party last spoke, or empty when the
   * counterpart had none}
   */
  public Optional<Region> theirs() {
    return Optional.ofNullable(theirs);
  }

  /**
   * {@return the first position that was stated, where none stood at the baseline: it takes the
   * place of the baseline for the rest of the round}
   */
  public Optional<Position> opening() {
    return Optional.ofNullable(opening);
  }

  /** {@return what each of the party's speakers last said, in order} */
  public ImmutableList<Saying> sayings() {
    return sayings;
  }

  /**
   * Returns this with a first statement, unless there was one before.
   *
   * @param first what is stated
   * @return the sum
   */
  public Heard opened(Position first) {
    return opening == null ? new Heard(theirs, first, closing, told, sayings) : this;
  }

  /**
   * {@return where the party's own last statement left it; what others did to its line since shows
   * in the next round}
   */
  public Optional<Position> closing() {
    return Optional.ofNullable(closing);
  }

  /**
   * Returns this with where a statement left the party.
   *
   * @param last its position now
   * @return the sum
   */
  public Heard closing(Position last) {
    return new Heard(theirs, opening, last, told, sayings);
  }

  /**
   * Returns this after a text carries the party's consent no more: what has fallen does not stand
   * again where contradicting speakers are taken back to it.
   *
   * @param to the text
   * @return the same, with what was said before it
   */
  public Heard without(Text to) {
    boolean rests = false;
    for (Saying s : sayings) {
      rests |= !s.before.without(to).equals(s.before);
    }
    return rests ? new Heard(theirs, opening, closing, told, withoutConsent(to)) : this;
  }

  /**
   * Returns this after a text was redrafted to which the party had consented: a clause that says
   * the same is consented to as before.
   *
   * @param draft what becomes of a position that rests on the text
   * @return the same, resting on the draft
   */
  public Heard redrafted(UnaryOperator<Position> draft) {
    return each(draft, r -> r);
  }

  private ImmutableList<Saying> withoutConsent(Text to) {
    ImmutableList.Builder<Saying> left = ImmutableList.builder();
    for (Saying s : sayings) {
      Position then = s.before.without(to);
      boolean restored =
          s.before.isAdReferendum() && s.before.consentedTo().filter(to::equals).isPresent();
      left.add(
          new Saying(
              s.speaker,
              s.isDrop,
              then,
              s.after,
              restored ? s.heard.restored(to, then, true) : s.heard));
    }
    return left.build();
  }

  /**
   * Returns this with a consent ad referendum taken out that falls, also as a first statement, and
   * from what contradicting speakers would be taken back to.
   *
   * @param to the text
   * @param last the position that stands again
   * @param again whether that is one that was reached by a consent since the baseline, against
   *     which it is measured again
   * @return the rest
   */
  public Heard restored(Text to, Position last, boolean again) {
    Position first = opening;
    if (first != null && !hasSpoken()) {
      first = withoutFallen(first.without(to), last);
      if (!first.isStated()) {
        first = last.isStated() ? last : null;
      }
    }
    int lifted = last.isConsent() ? bit(Told.REOPENED) : 0; // by a consent that stands
    Region earlier = again ? last.agreesTo().orElse(null) : null;
    int consented =
        (earlier == null ? 0 : bit(Told.AGREED))
            | (earlier == null || last.given().isPresent() ? 0 : bit(Told.CONSENTED));
    return new Heard(
        earlier == null ? theirs : earlier,
        first,
        last,
        told & ~(bit(Told.AGREED) | lifted) | consented,
        withoutConsent(to));
  }

  /** Takes out consents ad referendum on which a later position rests no more. */
  private static Position withoutFallen(Position first, Position last) {
    Position left = first;
    while (left.isAdReferendum()) {
      Position.Given given = left.given().orElseThrow();
      if (!last.without(given.to()).equals(last)) {
        break;
      }
      left = given.before();
    }
    return left;
  }

  /**
   * Returns this with what was stated last taken for a consent to a value.
   *
   * @param value the value, against which it is measured
   * @return the sum, in which what speakers said still counts
   */
  public Heard consenting(Region value) {
    return told(Told.INCONSISTENT)
        ? this
        : new Heard(value, opening, closing, told | bit(Told.AGREED), sayings);
  }

  /** {@return what was told: the set, in the order of {@link Told}} */
  public ImmutableSet<Told> told() {
    return Arrays.stream(Told.values()).filter(this::told).collect(Sets.toImmutableEnumSet());
  }

  /** {@return whether the last statement is a consent, which lifts what was disputed before} */
  public boolean isConsent() {
    return told(Told.AGREED) && !told(Told.CONSENTED);
  }

  /**
   * {@return whether the party has stated anything here but consents: then a consent that falls is
   * not taken out of where it stood before}
   */
  public boolean hasSpoken() {
    return (told & SPOKEN) != 0;
  }

  /** {@return whether all that was said so far was said by the party itself} */
  public boolean isOneVoice() {
    return sayings.stream().allMatch(s -> s.speaker.isEmpty());
  }

  /**
   * {@return this without who said what: for talks in which a party has one speaker, who
   * contradicts nobody}
   */
  public Heard withoutSpeakers() {
    return sayings.isEmpty() ? this : new Heard(theirs, opening, closing, told, ImmutableList.of());
  }

  /** {@return whether nothing was told} */
  public boolean isNothing() {
    return told == 0;
  }

  /**
   * Returns whether this was told.
   *
   * @param what one thing
   * @return whether it was
   */
  public boolean told(Told what) {
    return (told & bit(what)) != 0;
  }

  /**
   * Returns this with one thing more told. What the party itself agreed to settles what its
   * speakers said before.
   *
   * @param what what was told
   * @param towards the counterpart's region at this moment, or empty when it has none
   * @return the sum
   */
  public Heard and(Told what, Optional<Region> towards) {
    int all = plus(what);
    boolean agreedBefore = what != Told.AGREED && (all & bit(Told.AGREED)) != 0;
    return new Heard(
        agreedBefore ? theirs : towards.orElse(null),
        opening,
        closing,
        all,
        what == Told.AGREED ? ImmutableList.of() : sayings);
  }

  private static int bit(Told told) {
    return 1 << told.ordinal();
  }

  private int plus(Told what) {
    int less =
        switch (what) {
          case STATED, CONSENTED, WITHDREW, REOPENED ->
              bit(Told.AGREED)
                  | bit(Told.RESTORED)
                  | (isConsent() ? bit(Told.REOPENED) : 0); // which the consent has lifted
          case AGREED -> bit(Told.INCONSISTENT) | bit(Told.RESTORED) | bit(Told.CONSENTED);
          case SOFTENED, STIFFENED, TIED, UNCHANGED, REJECTED, DROPPED -> bit(Told.RESTORED);
          default -> 0;
        };
    int spoken =
        switch (what) {
          case STATED, CONSENTED, WITHDREW, REOPENED, DROPPED -> SPOKEN;
          default -> 0;
        };
    return told & ~less | bit(what) | spoken;
  }

  /**
   * Returns what a new saying contradicts: the earliest saying, by another speaker since the
   * baseline, that cannot stand beside it and was not taken back.
   *
   * @param saying what is said now
   * @return the earlier saying, or empty when it stands uncontradicted
   */
  public Optional<Saying> contradictedBy(Saying saying) {
    for (Saying earlier : sayings) {
      if (!earlier.speaker.equals(saying.speaker) && saying.contradicts(earlier)) {
        return Optional.of(earlier);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns this after a statement that contradicts nobody.
   *
   * @return the same, consistent
   */
  public Heard uncontradicted() {
    return told(Told.INCONSISTENT)
        ? new Heard(theirs, opening, closing, told & ~bit(Told.INCONSISTENT), sayings)
        : this;
  }

  /**
   * Returns this after something that takes back what the party's speakers said.
   *
   * @return the same, consistent, with nothing left that could be contradicted
   */
  public Heard settled() {
    Heard so = uncontradicted();
    return so.sayings.isEmpty()
        ? so
        : new Heard(so.theirs, so.opening, so.closing, so.told, ImmutableList.of());
  }

  /**
   * Returns something that is said now, with what was heard before it.
   *
   * @param speaker who speaks for the party
   * @param before the position before it was said
   * @param after the position that it states
   * @return what is said
   */
  public Saying saying(String speaker, Position before, Position after) {
    return new Saying(
        speaker,
        after.isDropped() && before.holdsDemand(),
        before,
        after,
        new Heard(theirs, opening, closing, told, ImmutableList.of()));
  }

  /**
   * Returns this with a saying that stands uncontradicted, in place of its speaker's last.
   *
   * @param saying what is said now; a dropped demand takes back what others said
   * @return the sum, consistent
   */
  public Heard uncontradicted(Saying saying) {
    Heard so = saying.isDrop ? settled() : uncontradicted();
    ImmutableList.Builder<Saying> kept = ImmutableList.builder();
    for (Saying earlier : so.sayings) {
      if (!earlier.speaker.equals(saying.speaker)) {
        kept.add(earlier);
      }
    }
    return new Heard(so.theirs, so.opening, so.closing, so.told, kept.add(saying).build());
  }

  /**
   * Returns this with a saying that contradicts an earlier one: what was heard before both, with
   * both still to be taken back.
   *
   * @param saying what is said now
   * @param earlier what it contradicts
   * @return what was heard before both, inconsistent
   */
  public Heard contradicted(Saying saying, Saying earlier) {
    ImmutableList.Builder<Saying> kept = ImmutableList.builder();
    boolean since = false;
    for (Saying s : sayings) {
      since |= s.equals(earlier);
      if (!s.speaker.equals(saying.speaker)) {
        kept.add(since ? s.takenBackTo(earlier) : s);
      }
    }
    Heard then = earlier.heard;
    return new Heard(
        then.theirs,
        then.opening,
        then.closing,
        then.told | bit(Told.INCONSISTENT),
        kept.add(saying.takenBackTo(earlier)).build());
  }

  /**
   * Returns this on a scale that was widened.
   *
   * @param wider the scale
   * @return the same, on that scale
   */
  public Heard on(Scale wider) {
    return each(p -> p.on(wider), r -> r.on(wider));
  }

  private Heard each(UnaryOperator<Position> ofPosition, UnaryOperator<Region> ofRegion) {
    ImmutableList.Builder<Saying> now = ImmutableList.builder();
    for (Saying s : sayings) {
      now.add(
          new Saying(
              s.speaker,
              s.isDrop,
              ofPosition.apply(s.before),
              ofPosition.apply(s.after),
              s.heard.each(ofPosition, ofRegion)));
    }
    return new Heard(
        theirs == null ? null : ofRegion.apply(theirs),
        opening == null ? null : ofPosition.apply(opening),
        closing == null ? null : ofPosition.apply(closing),
        told,
        now.build());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Heard that
            && Objects.equals(theirs, that.theirs)
            && Objects.equals(opening, that.opening)
            && Objects.equals(closing, that.closing)
            && told == that.told
            && sayings.equals(that.sayings);
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = 31 * Objects.hashCode(theirs) + Objects.hashCode(opening);
      h = 31 * h + Objects.hashCode(closing);
      h = (31 * (31 * h + told) + sayings.hashCode()) * 0x9E3779B1;
      hash = h ^ (h >>> 16);
    }
    return hash;
  }

  @Override
  public String toString() {
    return told().toString();
  }

  private Object writeReplace() {
    return new Form(theirs, opening, closing, told, sayings);
  }

  /** What travels in its place. */
  private record Form(
      @Nullable Region theirs,
      @Nullable Position opening,
      @Nullable Position closing,
      int told,
      ImmutableList<Saying> sayings)
      implements Serializable {
    private Object readResolve() throws ObjectStreamException {
      RecordForm.requireAll(sayings, Saying.class);
      return new Heard(theirs, opening, closing, told, sayings);
    }
  }
}
