package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Authority;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.demand.Binding;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Tie;
import dev.parley.demand.Undertaking;
import java.util.Optional;

/**
 * What the talks are about: demands, offers, acceptances. Only principals make these. Immutable.
 */
public sealed interface Substantive extends Act {
  /**
   * A demand is raised.
   *
   * @param demand the demand
   */
  record RaiseDemand(Demand demand) implements Substantive {
    @Override
    public ActKind kind() {
      return ActKind.RAISE_DEMAND;
    }
  }

  /**
   * The standing demands of its maker on the same issues, to the same parties, are replaced by this
   * one.
   *
   * @param demand the demand as it is from now on
   */
  record AmendDemand(Demand demand) implements Substantive {
    @Override
    public ActKind kind() {
      return ActKind.AMEND_DEMAND;
    }
  }

  /**
   * A demand is taken back.
   *
   * @param issues all the issues of one standing demand, or of several
   */
  record DropDemand(ImmutableSet<IssueId> issues) implements Substantive {
    @Override
    public ActKind kind() {
      return ActKind.DROP_DEMAND;
    }
  }

  /**
   * A demand is rejected by a party of whom it was made.
   *
   * @param demand the demand
   */
  record RejectDemand(Demand demand) implements Substantive {
    @Override
    public ActKind kind() {
      return ActKind.REJECT_DEMAND;
    }

    @Override
    public Optional<Object> subject() {
      return Optional.of(demand);
    }
  }

  /**
   * A party ties its own commitment to others.
   *
   * @param tie the tie
   */
  record TieCommitment(Tie tie) implements Substantive {
    @Override
    public ActKind kind() {
      return ActKind.TIE;
    }
  }

  /**
   * An offer is made, or several as alternatives that stand together.
   *
   * @param alternatives one offer or more, by the same maker
   * @param counters the offer that this one answers, or empty
   */
  record MakeOffer(ImmutableList<Offer> alternatives, Optional<Offer> counters)
      implements Substantive {
    @Override
    public ActKind kind() {
      return ActKind.MAKE_OFFER;
    }
  }

  /**
   * An offer is withdrawn by its maker.
   *
   * @param offer the offer
   */
  record WithdrawOffer(Offer offer) implements Substantive {
    @Override
    public ActKind kind() {
      return ActKind.WITHDRAW_OFFER;
    }

    @Override
    public Optional<Object> subject() {
      return Optional.of(offer);
    }
  }

  /**
   * An offer is accepted by a party to whom it was made.
   *
   * @param offer the offer
   * @param parts the issues that are accepted of a severable offer; empty for all
   * @param authority final, or ad referendum: then the offer stands until confirmed
   */
  record Accept(Offer offer, ImmutableSet<IssueId> parts, Authority authority)
      implements Substantive {
    @Override
    public ActKind kind() {
      return ActKind.ACCEPT;
    }

    @Override
    public Optional<Object> subject() {
      return Optional.of(offer);
    }
  }

  /**
   * An offer is rejected by a party to whom it was made.
   *
   * @param offer the offer
   * @param undisputed the issues that the rejection leaves undisputed; the rejecter states those
   *     values, tentatively
   */
  record RejectOffer(Offer offer, ImmutableSet<IssueId> undisputed) implements Substantive {
    @Override
    public ActKind kind() {
      return ActKind.REJECT_OFFER;
    }

    @Override
    public Optional<Object> subject() {
      return Optional.of(offer);
    }
  }

  /**
   * A party attests that terms are agreed. They are when every principal concerned has.
   *
   * @param terms the terms
   * @param among the principals concerned; empty for all
   * @param binding whole when these terms are the whole agreement, severable when others may follow
   * @param undertakings who is bound to do what, where it was said; the same for all who attest
   */
  record Attest(
      Terms terms,
      ImmutableSet<ActorId> among,
      Binding binding,
      ImmutableList<Undertaking> undertakings)
      implements Substantive {
    /**
     * Attests terms without saying who is bound to do what.
     *
     * @param terms the terms
     * @param among the principals concerned; empty for all
     * @param binding whole when these terms are the whole agreement, severable when others may
     *     follow
     */
    public Attest(Terms terms, ImmutableSet<ActorId> among, Binding binding) {
      this(terms, among, binding, ImmutableList.of());
    }

    @Override
    public ActKind kind() {
      return ActKind.ATTEST;
    }
  }

  /**
   * A party is reported to be softer, harder or unchanged, without a figure.
   *
   * @param direction which way
   * @param issue on which issue, or empty when nobody says
   * @param toward towards whom; empty for all
   */
  record Shift(Direction direction, Optional<IssueId> issue, ImmutableSet<ActorId> toward)
      implements Substantive {
    @Override
    public ActKind kind() {
      return ActKind.SHIFT;
    }
  }
}
