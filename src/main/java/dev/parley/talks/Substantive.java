package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Terms;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.talks.Form.Component;
import dev.parley.travel.RecordForm;
import java.util.Optional;

/**
 * What the talks are about: demands, offers, acceptances. Only principals make these. Immutable.
 */
public sealed interface Substantive extends Act {
  @Override
  default boolean isSubstantive() {
    return true;
  }

  /**
   * A demand is raised.
   *
   * @param demand the demand
   */
  record RaiseDemand(Demand demand) implements Substantive {
    static final Form<RaiseDemand> FORM =
        Form.told("demands of")
            .labelled("demands")
            .of(Component.of("demand", Shape.DEMAND, RaiseDemand::demand), RaiseDemand::new);

    @Override
    public ActKind kind() {
      return ActKind.RAISE_DEMAND;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * The standing demands of its maker on the same issues, to the same parties, are replaced by this
   * one.
   *
   * @param demand the demand as it is from now on
   */
  record AmendDemand(Demand demand) implements Substantive {
    static final Form<AmendDemand> FORM =
        Form.told("amends demand of")
            .labelled("now demands")
            .of(Component.of("demand", Shape.DEMAND, AmendDemand::demand), AmendDemand::new);

    @Override
    public ActKind kind() {
      return ActKind.AMEND_DEMAND;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A demand is taken back.
   *
   * @param issues all the issues of one standing demand, or of several
   */
  record DropDemand(ImmutableSet<IssueId> issues) implements Substantive {
    static final Form<DropDemand> FORM =
        Form.told("drops")
            .labelled("drops its demand on")
            .of(Component.of("issues", Shape.ISSUES, DropDemand::issues), DropDemand::new);

    @Override
    public ActKind kind() {
      return ActKind.DROP_DEMAND;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A demand is rejected by a party of whom it was made.
   *
   * @param demand the demand
   */
  record RejectDemand(Demand demand) implements Substantive {
    static final Form<RejectDemand> FORM =
        Form.told("rejects demand")
            .labelled("rejects the demand for")
            .of(
                Component.of("demand", Shape.STANDING_DEMAND, RejectDemand::demand),
                RejectDemand::new);

    @Override
    public ActKind kind() {
      return ActKind.REJECT_DEMAND;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A party ties its own commitment to others.
   *
   * @param tie the tie
   */
  record TieCommitment(Tie tie) implements Substantive {
    static final Form<TieCommitment> FORM =
        Form.told("ties")
            .labelled("ties a commitment to others")
            .of(Component.of("tie", Shape.TIE, TieCommitment::tie), TieCommitment::new);

    @Override
    public ActKind kind() {
      return ActKind.TIE;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A party gives up the ties of its own commitment.
   *
   * @param issue the issue of the commitment
   */
  record Untie(IssueId issue) implements Substantive {
    static final Form<Untie> FORM =
        Form.told("unties").of(Component.of("issue", Shape.ISSUE, Untie::issue), Untie::new);

    @Override
    public ActKind kind() {
      return ActKind.UNTIE;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
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
    static final Form<MakeOffer> FORM =
        Form.told("offers", "offers one of")
            .of(
                Component.of("alternatives", Shape.OFFERS, MakeOffer::alternatives),
                Component.maybe("counters", Shape.STANDING_OFFER, MakeOffer::counters)
                    .under("counters"),
                MakeOffer::new);

    @Override
    public ActKind kind() {
      return ActKind.MAKE_OFFER;
    }

    /** {@return the issues that it offers on; not those of an offer that it counters} */
    @Override
    public ImmutableSet<IssueId> issues() {
      return ImmutableSet.copyOf(
          Iterables.concat(Iterables.transform(alternatives, Offer::issues)));
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * An offer is withdrawn by its maker.
   *
   * @param offer the offer
   */
  record WithdrawOffer(Offer offer) implements Substantive {
    static final Form<WithdrawOffer> FORM =
        Form.told("withdraws")
            .of(
                Component.of("offer", Shape.STANDING_OFFER, WithdrawOffer::offer),
                WithdrawOffer::new);

    @Override
    public ActKind kind() {
      return ActKind.WITHDRAW_OFFER;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
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
    static final Form<Accept> FORM =
        Form.told("accepts")
            .of(
                Component.of("offer", Shape.STANDING_OFFER, Accept::offer),
                Component.of("parts", Shape.ISSUES, Accept::parts)
                    .under("parts")
                    .usually(ImmutableSet.of()),
                Component.of("authority", Shape.AUTHORITY, Accept::authority)
                    .spread()
                    .usually(Authority.FINAL),
                Accept::new);

    @Override
    public ActKind kind() {
      return ActKind.ACCEPT;
    }

    /** {@return the issues that are accepted} */
    @Override
    public ImmutableSet<IssueId> issues() {
      return parts.isEmpty() ? ImmutableSet.copyOf(offer.issues()) : parts;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * An offer is rejected by a party to whom it was made, or several are with one word.
   *
   * @param offer the offer
   * @param besides the offers that are rejected with it, such as its alternatives
   * @param undisputed the issues of the offer that the rejection leaves undisputed; the rejecter
   *     states those values, tentatively
   */
  record RejectOffer(Offer offer, ImmutableList<Offer> besides, ImmutableSet<IssueId> undisputed)
      implements Substantive {
    /**
     * One offer is rejected.
     *
     * @param offer the offer
     * @param undisputed the issues of it that the rejection leaves undisputed
     */
    public RejectOffer(Offer offer, ImmutableSet<IssueId> undisputed) {
      this(offer, ImmutableList.of(), undisputed);
    }

    static final Form<RejectOffer> FORM =
        Form.told("rejects")
            .of(
                Component.of("offer", Shape.STANDING_OFFER, RejectOffer::offer),
                Component.of("besides", Shape.STANDING_OFFERS, RejectOffer::besides)
                    .under("besides")
                    .usually(ImmutableList.of()),
                Component.of("undisputed", Shape.ISSUES, RejectOffer::undisputed)
                    .under("undisputed")
                    .usually(ImmutableSet.of()),
                RejectOffer::new);

    @Override
    public ActKind kind() {
      return ActKind.REJECT_OFFER;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A text is put forward by somebody whom it does not bind: a mediator's draft.
   *
   * @param proposal the proposal
   */
  record Propose(Offer proposal) implements Substantive {
    static final Form<Propose> FORM =
        Form.told("proposes to")
            .labelled("proposes")
            .of(
                Component.<Propose, ImmutableList<Offer>>of(
                    "proposal", Shape.OFFERS, p -> ImmutableList.of(p.proposal)),
                all -> new Propose(all.get(0)));

    @Override
    public ActKind kind() {
      return ActKind.PROPOSE;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A party attests that a text is agreed. It is when all whom it binds have.
   *
   * @param text the text; it binds all principals where it names none
   */
  record Attest(Text text) implements Substantive {
    static final Form<Attest> FORM =
        Form.told("attests with")
            .labelled("attests")
            .of(Component.of("text", Shape.TEXT, Attest::text), Attest::new);

    /**
     * {@return an attestation of nothing but terms}
     *
     * @param terms the terms
     * @param among whom they bind; none for all principals
     */
    public static Attest of(Terms terms, ImmutableSet<ActorId> among) {
      return new Attest(Text.builder().terms(terms).addAllParties(among).build());
    }

    @Override
    public ActKind kind() {
      return ActKind.ATTEST;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A party signs a text that another has put forward or signed.
   *
   * @param text the text
   */
  record Sign(Text text) implements Substantive {
    static final Form<Sign> FORM =
        Form.told("signs").of(Component.of("text", Shape.STANDING_TEXT, Sign::text), Sign::new);

    @Override
    public ActKind kind() {
      return ActKind.SIGN;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A party initials a text: its consent is subject to confirmation.
   *
   * @param text the text
   */
  record Initial(Text text) implements Substantive {
    static final Form<Initial> FORM =
        Form.told("initials")
            .of(Component.of("text", Shape.STANDING_TEXT, Initial::text), Initial::new);

    @Override
    public ActKind kind() {
      return ActKind.INITIAL;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
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
    static final Form<Shift> FORM =
        Form.told("softens", "hardens", "holds")
            .labelled("moves in a direction")
            .of(
                Component.of("direction", Shape.DIRECTION, Shift::direction).spread(),
                Component.maybe("issue", Shape.ISSUE, Shift::issue),
                Component.of("toward", Shape.ACTORS, Shift::toward)
                    .under("toward")
                    .usually(ImmutableSet.of()),
                Shift::new);

    @Override
    public ActKind kind() {
      return ActKind.SHIFT;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /** Which way a party is reported to have moved, without a figure. */
  enum Direction {
    /** Nearer: "flexible on the timetable". */
    SOFTER,
    /** Farther away: "new conditions". */
    HARDER,
    /** Where it was. */
    UNCHANGED
  }
}
