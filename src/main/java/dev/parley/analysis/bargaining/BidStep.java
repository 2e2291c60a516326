package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import java.util.Optional;

/**
 * A bid, and how it changes what everybody would get compared with the same party's last bid.
 * Immutable.
 *
 * @param bid the bid
 * @param changes the change of each party's utility, the maker's included; empty for a first bid,
 *     and where a utility is not known
 * @param towards the class of the step towards each counterpart that has a profile; empty where the
 *     changes are
 * @param unknown why there is no step: it is the party's first bid, or a package leaves an issue
 *     open; empty where there is one
 */
public record BidStep(
    Bid bid,
    ImmutableMap<ActorId, Fraction> changes,
    ImmutableMap<ActorId, StepClass> towards,
    Optional<String> unknown) {}
