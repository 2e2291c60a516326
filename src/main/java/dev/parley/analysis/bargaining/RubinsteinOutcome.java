package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import java.util.Optional;

/**
 * What two parties agree on at once when they make offers in turn, without a deadline, and waiting
 * {@linkplain TimeCost costs} them: A. Rubinstein's solution ("Perfect Equilibrium in a Bargaining
 * Model", <em>Econometrica</em> 50, 1982) over the efficient outcomes. Each offers the best for
 * itself that is worth as much to the other, now, as what the other would offer a round later.
 *
 * <p>Where outcomes can be as fine as one likes, there is one such outcome. Among finitely many
 * there can be several, up to all of them where a round costs less than the smallest step (E. van
 * Damme, R. Selten and E. Winter, "Alternating Bid Bargaining with a Smallest Money Unit",
 * <em>Games and Economic Behavior</em> 2, 1990). These are the outcomes of the equilibria in which
 * each always makes the same offer. Immutable.
 *
 * @param first who offers first
 * @param payoffs what is agreed, in one equilibrium or another, from the first profile's best on;
 *     none where every outcome leaves somebody below the reservation
 * @param shortfall why other outcomes may be agreed, or empty when the frontier was complete
 */
public record RubinsteinOutcome(
    ActorId first, ImmutableList<Payoff> payoffs, Optional<String> shortfall) {}
