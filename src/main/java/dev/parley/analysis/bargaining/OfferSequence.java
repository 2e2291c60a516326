package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import dev.parley.demand.Offer;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Chronicle;
import dev.parley.talks.Negotiation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bids of a negotiation in their order, read as steps under given profiles: israel's second
 * offer costs it 0.1 and gives hamas 0.2, a concession. Alternation is not assumed; a step is
 * measured from the same party's last bid. Immutable.
 *
 * @param bids the bids, oldest first
 */
public record OfferSequence(ImmutableList<Bid> bids) {
  /**
   * {@return the offers of a record, each with its entry: as corrected, without those that their
   * maker denies}
   *
   * @param negotiation the negotiation
   */
  public static OfferSequence of(Negotiation negotiation) {
    ImmutableList.Builder<Bid> bids = ImmutableList.builder();
    for (Chronicle.Reading reading : negotiation.chronicle().readings()) {
      List<Offer> made =
          reading.move().act().offersMade().stream().filter(o -> !o.proposal()).toList();
      if (!reading.denied() && !made.isEmpty()) {
        ImmutableList<Terms> packages =
            made.stream().map(Offer::terms).collect(ImmutableList.toImmutableList());
        bids.add(new Bid(made.get(0).by(), packages, Optional.of(reading.id())));
      }
    }
    return new OfferSequence(bids.build());
  }

  /**
   * {@return bids in the order given}
   *
   * @param bids the bids, oldest first
   */
  public static OfferSequence of(List<Bid> bids) {
    return new OfferSequence(ImmutableList.copyOf(bids));
  }

  /**
   * Reads every bid as a step.
   *
   * @param profiles what the parties make of outcomes; each maker needs one, reservations are not
   *     looked at
   * @return a step for each bid, in order; a step that cannot be measured says why
   * @throws IllegalArgumentException if a party makes a bid and has no profile, or a bid has an
   *     issue or a value that the profiles do not know
   */
  public ImmutableList<BidStep> steps(List<? extends Profile> profiles) {
    Map<ActorId, Profile> byParty = new HashMap<>();
    profiles.forEach(p -> byParty.put(Profiles.once(byParty.keySet(), p), p));
    Map<ActorId, Worth> last = new HashMap<>();
    ImmutableList.Builder<BidStep> steps = ImmutableList.builder();
    for (Bid bid : bids) {
      if (!byParty.containsKey(bid.by())) {
        throw new IllegalArgumentException(
            "party (%s) makes a bid and has no profile. Profiles: (%s)"
                .formatted(bid.by(), Profiles.parties(profiles)));
      }
      Worth now = worth(bid, profiles);
      Worth before = last.put(bid.by(), now);
      steps.add(step(bid, before, now));
    }
    return steps.build();
  }

  /** What a bid is worth to each party, or why that is not known. */
  private record Worth(ImmutableMap<ActorId, Fraction> utilities, Optional<String> unknown) {}

  private static Worth worth(Bid bid, List<? extends Profile> profiles) {
    if (bid.alternatives().size() > 1) {
      return new Worth(
          ImmutableMap.of(),
          Optional.of(
              "it has %s alternatives and so no one utility".formatted(bid.alternatives().size())));
    }
    Terms terms = bid.alternatives().get(0);
    OutcomeSpace space = profiles.get(0).space();
    List<String> open = new ArrayList<>();
    space.issues().stream()
        .filter(i -> terms.on(i.id()).isEmpty())
        .forEach(i -> open.add(i.id().text()));
    if (!open.isEmpty()) {
      return new Worth(
          ImmutableMap.of(), Optional.of("it leaves open (%s)".formatted(String.join(", ", open))));
    }
    ImmutableMap.Builder<ActorId, Fraction> utilities = ImmutableMap.builder();
    profiles.forEach(p -> utilities.put(p.party(), p.utility(terms)));
    return new Worth(utilities.buildOrThrow(), Optional.empty());
  }

  private static BidStep step(Bid bid, @Nullable Worth before, Worth now) {
    if (before == null) {
      return unknown(bid, "it is the first bid of (%s)".formatted(bid.by()));
    }
    if (now.unknown().isPresent()) {
      return unknown(bid, now.unknown().get());
    }
    if (before.unknown().isPresent()) {
      return unknown(
          bid, "of the last bid of (%s), %s".formatted(bid.by(), before.unknown().get()));
    }
    Map<ActorId, Fraction> changes = new LinkedHashMap<>();
    now.utilities()
        .forEach(
            (p, u) -> changes.put(p, u.minus(Objects.requireNonNull(before.utilities().get(p)))));
    Fraction own = Objects.requireNonNull(changes.get(bid.by()));
    ImmutableMap.Builder<ActorId, StepClass> towards = ImmutableMap.builder();
    changes.forEach(
        (p, change) -> {
          if (!p.equals(bid.by())) {
            towards.put(p, StepClass.of(own, change));
          }
        });
    return new BidStep(bid, ImmutableMap.copyOf(changes), towards.buildOrThrow(), Optional.empty());
  }

  private static BidStep unknown(Bid bid, String why) {
    return new BidStep(bid, ImmutableMap.of(), ImmutableMap.of(), Optional.of(why));
  }

  /**
   * What a party put on the table at one time: one package, or several as alternatives. Immutable.
   *
   * @param by who made it
   * @param alternatives the packages, one or more
   * @param entry the entry of the record that told it, if it comes from one
   */
  public record Bid(ActorId by, ImmutableList<Terms> alternatives, Optional<EntryId> entry) {
    /**
     * Checks that there is a package.
     *
     * @param by who made it
     * @param alternatives the packages, one or more
     * @param entry the entry of the record that told it, if it comes from one
     */
    public Bid {
      if (alternatives.isEmpty()) {
        throw new IllegalArgumentException("a bid by (%s) needs a package".formatted(by));
      }
    }

    /**
     * {@return a bid of one package}
     *
     * @param by who made it
     * @param terms the package
     */
    public static Bid of(String by, Terms terms) {
      return new Bid(ActorId.of(by), ImmutableList.of(terms), Optional.empty());
    }
  }

  /**
   * A bid, and how it changes what everybody would get compared with the same party's last bid.
   * Immutable.
   *
   * @param bid the bid
   * @param changes the change of each party's utility, the maker's included; empty for a first bid,
   *     and where a utility is not known
   * @param towards the class of the step towards each counterpart that has a profile; empty where
   *     the changes are
   * @param unknown why there is no step: it is the party's first bid, or a package leaves an issue
   *     open; empty where there is one
   */
  public record BidStep(
      Bid bid,
      ImmutableMap<ActorId, Fraction> changes,
      ImmutableMap<ActorId, StepClass> towards,
      Optional<String> unknown) {}

  /**
   * What an offer does compared with its maker's last one, to its maker and to a counterpart (K.
   * Hindriks, C. M. Jonker and D. Tykhonov, "Negotiation Dynamics: Analysis, Concession Tactics,
   * and Outcomes", 2007, the six classes of their dynamics analysis).
   */
  public enum StepClass {
    /** Neither utility changes: the same offer, or another of the same worth to both. */
    SILENT,
    /** As good for the maker, better for the other. */
    NICE,
    /** Better for both. */
    FORTUNATE,
    /** Worse for the maker, at least as good for the other. */
    CONCESSION,
    /** Better for the maker, no better for the other. */
    SELFISH,
    /** Worse for the other, no better for the maker; or worse for both. */
    UNFORTUNATE;

    /**
     * {@return the class of a step}
     *
     * @param own how the maker's utility changes
     * @param other how the counterpart's changes
     */
    public static StepClass of(Fraction own, Fraction other) {
      int mine = own.signum();
      int yours = other.signum();
      if (mine > 0) {
        return yours > 0 ? FORTUNATE : SELFISH;
      }
      if (yours < 0) {
        return UNFORTUNATE;
      }
      if (mine < 0) {
        return CONCESSION;
      }
      return yours > 0 ? NICE : SILENT;
    }
  }
}
