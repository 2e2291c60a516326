package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Terms;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.evidence.Claim;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.talks.Substantive.Direction;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * A move in the making, so that talks can be written as they are told: {@code
 * by("hamas").on("2024-12").from(source).demands(endOfWar)}. Every verb returns the finished {@link
 * Move}. Used once.
 */
public final class Mover {
  private final Move.Builder move;
  private final ActorId by;

  Mover(Move.Builder move, ActorId by) {
    this.move = move;
    this.by = by;
  }

  /**
   * Says when.
   *
   * @param date the date, in the form of {@link When#parse}
   * @return this
   */
  public Mover on(String date) {
    move.on(When.parse(date));
    return this;
  }

  /**
   * Says on whose word.
   *
   * @param source the source
   * @return this
   */
  public Mover from(Source source) {
    move.source(source);
    return this;
  }

  /**
   * Says who else reports it.
   *
   * @param others further sources of the same event
   * @return this
   */
  public Mover andFrom(Source... others) {
    move.addOtherSources(others);
    return this;
  }

  /**
   * Says what its reason was.
   *
   * @param entries the numbers of earlier entries
   * @return this
   */
  public Mover becauseOf(int... entries) {
    for (int entry : entries) {
      move.addBecauseOf(new EntryId(entry));
    }
    return this;
  }

  /**
   * Says through which delegation.
   *
   * @param delegation the delegation's identifier
   * @return this
   */
  public Mover through(String delegation) {
    move.through(DelegationId.of(delegation));
    return this;
  }

  /**
   * Keeps the words in which it was reported.
   *
   * @param words the words
   * @return this
   */
  public Mover saying(String words) {
    move.words(words);
    return this;
  }

  /**
   * Keeps the code that a data set outside gives to it.
   *
   * @param scheme the coding scheme, such as {@code plover}
   * @param code the code there, such as {@code CONCEDE}
   * @return this
   */
  public Mover coded(String scheme, String code) {
    move.putCode(scheme, code);
    return this;
  }

  /**
   * Does any act.
   *
   * @param act the act
   * @return the move
   */
  public Move does(Act act) {
    return move.act(act).build();
  }

  /**
   * Opens a round.
   *
   * @param tracks the tracks it runs on, if more is known
   * @return the move
   */
  public Move opensRound(String... tracks) {
    return does(new Procedural.OpenRound(ImmutableSet.copyOf(tracks), Optional.empty()));
  }

  /**
   * Closes the round.
   *
   * @return the move
   */
  public Move closesRound() {
    return does(new Procedural.CloseRound());
  }

  /**
   * Meets.
   *
   * @return the move
   */
  public Move meets() {
    return meets(new String[0]);
  }

  /**
   * Meets somebody.
   *
   * @param others whom
   * @return the move
   */
  public Move meets(String... others) {
    ImmutableSet<ActorId> with =
        Arrays.stream(others).map(ActorId::of).collect(ImmutableSet.toImmutableSet());
    return does(new Procedural.HoldMeeting(with, Optional.empty(), Optional.empty()));
  }

  /**
   * Suspends talks or obligations.
   *
   * @return the move
   */
  public Move suspends() {
    return does(new Procedural.Suspend());
  }

  /**
   * Suspends what it owes under an agreement.
   *
   * @param text the agreement's text
   * @return the move
   */
  public Move suspends(Text text) {
    return does(new Procedural.Suspend(Optional.of(text)));
  }

  /**
   * Suspends one obligation of its own.
   *
   * @param obligation the obligation
   * @return the move
   */
  public Move suspends(Obligation obligation) {
    return does(new Procedural.Suspend(Optional.of(obligation)));
  }

  /**
   * Suspends an agreement between itself and some of the others whom it binds.
   *
   * @param text its text
   * @param toward the others
   * @return the move
   */
  public Move suspendsToward(Text text, String... toward) {
    ImmutableSet<ActorId> others =
        Arrays.stream(toward).map(ActorId::of).collect(ImmutableSet.toImmutableSet());
    return does(new Procedural.Suspend(Optional.of(text), others));
  }

  /**
   * Takes up again one obligation of its own.
   *
   * @param obligation the obligation
   * @return the move
   */
  public Move resumes(Obligation obligation) {
    return does(new Procedural.Resume(Optional.of(obligation)));
  }

  /**
   * Comes back after a suspension or a walk-out.
   *
   * @return the move
   */
  public Move resumes() {
    return does(new Procedural.Resume());
  }

  /**
   * Takes up again what it owes under an agreement.
   *
   * @param text the agreement's text
   * @return the move
   */
  public Move resumes(Text text) {
    return does(new Procedural.Resume(Optional.of(text)));
  }

  /**
   * Walks out.
   *
   * @return the move
   */
  public Move breaksOff() {
    return does(new Procedural.BreakOff());
  }

  /**
   * Says that the talks are at an impasse.
   *
   * @return the move
   */
  public Move declaresImpasse() {
    return does(new Procedural.DeclareImpasse());
  }

  /**
   * Sets a deadline.
   *
   * @param name its name
   * @param date its last day, in the form of {@link When#parse}
   * @param words for what
   * @return the move
   */
  public Move setsDeadline(String name, String date, String words) {
    return does(new Procedural.SetDeadline(new Deadline(name, When.parse(date), words)));
  }

  /**
   * Moves a deadline to a later date.
   *
   * @param name its name
   * @param date its new last day
   * @return the move
   */
  public Move extendsDeadline(String name, String date) {
    return does(new Procedural.ExtendDeadline(name, When.parse(date)));
  }

  /**
   * Sends a delegation.
   *
   * @param delegation the delegation's identifier
   * @return the move
   */
  public Move sends(String delegation) {
    return does(new Procedural.SendDelegation(DelegationId.of(delegation), Optional.empty()));
  }

  /**
   * Amends the agenda.
   *
   * @param issue the issue as it is from now on
   * @return the move
   */
  public Move amendsAgenda(Issue issue) {
    return does(new Procedural.AmendAgenda(issue));
  }

  /**
   * Admits a party to the talks.
   *
   * @param party a party of the agenda that is no principal
   * @return the move
   */
  public Move admits(String party) {
    return does(new Procedural.Admit(ActorId.of(party)));
  }

  /**
   * Leaves the talks for good.
   *
   * @return the move
   */
  public Move leavesTalks() {
    return does(new Procedural.Leave());
  }

  /**
   * Excludes a principal from the talks.
   *
   * @param party who is excluded
   * @return the move
   */
  public Move excludes(String party) {
    return does(new Procedural.Exclude(ActorId.of(party)));
  }

  /**
   * Raises a demand.
   *
   * @param demand the demand
   * @return the move
   */
  public Move demands(Demand demand) {
    return does(new Substantive.RaiseDemand(demand));
  }

  /**
   * Amends a demand.
   *
   * @param demand the demand as it is from now on
   * @return the move
   */
  public Move amends(Demand demand) {
    return does(new Substantive.AmendDemand(demand));
  }

  /**
   * Drops a demand.
   *
   * @param issues all the issues it asks on
   * @return the move
   */
  public Move drops(String... issues) {
    return does(new Substantive.DropDemand(ids(issues)));
  }

  /**
   * Ties its own commitment to others.
   *
   * @param issue the issue of its own commitment
   * @param order whether the others go first or all go together
   * @param others the issues that it waits for
   * @return the move
   */
  public Move ties(String issue, Tie.Order order, String... others) {
    return does(new Substantive.TieCommitment(new Tie(by, IssueId.of(issue), order, ids(others))));
  }

  /**
   * Gives up the ties of its own commitment.
   *
   * @param issue the issue of the commitment
   * @return the move
   */
  public Move unties(String issue) {
    return does(new Substantive.Untie(IssueId.of(issue)));
  }

  /**
   * Makes an offer, or several as alternatives.
   *
   * @param offers the offers
   * @return the move
   */
  public Move offers(Offer... offers) {
    return does(new Substantive.MakeOffer(ImmutableList.copyOf(offers), Optional.empty()));
  }

  /**
   * Answers an offer with another.
   *
   * @param offer the offer that is answered
   * @param with the new offer
   * @return the move
   */
  public Move counters(Offer offer, Offer with) {
    return does(new Substantive.MakeOffer(ImmutableList.of(with), Optional.of(offer)));
  }

  /**
   * Withdraws an offer.
   *
   * @param offer the offer
   * @return the move
   */
  public Move withdraws(Offer offer) {
    return does(new Substantive.WithdrawOffer(offer));
  }

  /**
   * Accepts an offer finally.
   *
   * @param offer the offer
   * @return the move
   */
  public Move accepts(Offer offer) {
    return does(new Substantive.Accept(offer, ImmutableSet.of(), Authority.FINAL));
  }

  /**
   * Accepts an offer subject to confirmation.
   *
   * @param offer the offer
   * @return the move
   */
  public Move acceptsAdReferendum(Offer offer) {
    return does(new Substantive.Accept(offer, ImmutableSet.of(), Authority.AD_REFERENDUM));
  }

  /**
   * Accepts parts of a severable offer finally.
   *
   * @param offer the offer
   * @param issues the issues that are accepted, one or more
   * @return the move
   */
  public Move acceptsInPart(Offer offer, String... issues) {
    return does(new Substantive.Accept(offer, ids(issues), Authority.FINAL));
  }

  /**
   * Rejects an offer.
   *
   * @param offer the offer
   * @param undisputed the issues that the rejection leaves undisputed
   * @return the move
   */
  public Move rejects(Offer offer, String... undisputed) {
    return does(new Substantive.RejectOffer(offer, ids(undisputed)));
  }

  /**
   * Rejects several offers of one maker with one word, such as alternatives.
   *
   * @param offer one of them
   * @param besides the others
   * @return the move
   */
  public Move rejects(Offer offer, Iterable<Offer> besides) {
    return does(
        new Substantive.RejectOffer(offer, ImmutableList.copyOf(besides), ImmutableSet.of()));
  }

  /**
   * Rejects a demand.
   *
   * @param demand the demand
   * @return the move
   */
  public Move rejects(Demand demand) {
    return does(new Substantive.RejectDemand(demand));
  }

  /**
   * Proposes a text that does not bind it.
   *
   * @param proposal the proposal
   * @return the move
   */
  public Move proposes(Offer proposal) {
    return does(new Substantive.Propose(proposal));
  }

  /**
   * Attests that all principals have agreed on terms, with the claim that they settle the whole.
   *
   * @param terms the terms
   * @return the move
   */
  public Move attests(Terms terms) {
    return attests(Text.builder().terms(terms).comprehensive(true).build());
  }

  /**
   * Attests that all principals have agreed on terms, and leaves the rest open.
   *
   * @param terms the terms
   * @return the move
   */
  public Move attestsInPart(Terms terms) {
    return attests(Text.builder().terms(terms).build());
  }

  /**
   * Attests that a text is agreed.
   *
   * @param text the text
   * @return the move
   */
  public Move attests(Text text) {
    return does(new Substantive.Attest(text));
  }

  /**
   * Signs a text that another has put forward or signed.
   *
   * @param text the text
   * @return the move
   */
  public Move signs(Text text) {
    return does(new Substantive.Sign(text));
  }

  /**
   * Initials a text, subject to confirmation.
   *
   * @param text the text
   * @return the move
   */
  public Move initials(Text text) {
    return does(new Substantive.Initial(text));
  }

  /**
   * Makes final what was consented to in its name ad referendum.
   *
   * @param text the text
   * @return the move
   */
  public Move confirms(Text text) {
    return does(new AfterDeal.Confirm(Optional.of(text)));
  }

  /**
   * Makes final the only consent that was given in its name ad referendum.
   *
   * @return the move
   */
  public Move confirms() {
    return does(new AfterDeal.Confirm(Optional.empty()));
  }

  /**
   * Moves nearer on an issue, without a figure.
   *
   * @param issue the issue
   * @return the move
   */
  public Move softens(String issue) {
    return shift(Direction.SOFTER, Optional.of(IssueId.of(issue)));
  }

  /**
   * Moves away on an issue, without a figure.
   *
   * @param issue the issue
   * @return the move
   */
  public Move hardens(String issue) {
    return shift(Direction.HARDER, Optional.of(IssueId.of(issue)));
  }

  /**
   * Moves away, nobody says on which issue.
   *
   * @return the move
   */
  public Move hardens() {
    return shift(Direction.HARDER, Optional.empty());
  }

  /**
   * Stands where it stood on an issue.
   *
   * @param issue the issue
   * @return the move
   */
  public Move holds(String issue) {
    return shift(Direction.UNCHANGED, Optional.of(IssueId.of(issue)));
  }

  /**
   * Moves nearer, nobody says on which issue.
   *
   * @return the move
   */
  public Move softens() {
    return shift(Direction.SOFTER, Optional.empty());
  }

  private static ImmutableSet<IssueId> ids(String... issues) {
    return Arrays.stream(issues).map(IssueId::of).collect(ImmutableSet.toImmutableSet());
  }

  private Move shift(Direction direction, Optional<IssueId> issue) {
    return does(new Substantive.Shift(direction, issue, ImmutableSet.of()));
  }

  /**
   * Ratifies the only agreement that awaits it.
   *
   * @return the move
   */
  public Move ratifies() {
    return does(AfterDeal.Ratify.of(Optional.empty()));
  }

  /**
   * Ratifies an agreement.
   *
   * @param text its text
   * @return the move
   */
  public Move ratifies(Text text) {
    return does(AfterDeal.Ratify.of(Optional.of(text)));
  }

  /**
   * Ratifies an agreement under conditions: it has ratified once they are met.
   *
   * @param text its text
   * @param conditions the conditions, one or more
   * @return the move
   */
  public Move ratifiesIf(Text text, Condition... conditions) {
    return does(new AfterDeal.Ratify(Optional.of(text), ImmutableList.copyOf(conditions)));
  }

  /**
   * Fails to ratify an agreement.
   *
   * @param text its text
   * @return the move
   */
  public Move failsToRatify(Text text) {
    return does(new AfterDeal.FailToRatify(Optional.of(text)));
  }

  /**
   * Leaves an agreement.
   *
   * @param text its text
   * @return the move
   */
  public Move denounces(Text text) {
    return does(new AfterDeal.Denounce(Optional.of(text)));
  }

  /**
   * Leaves the only agreement that it can leave.
   *
   * @return the move
   */
  public Move denounces() {
    return does(new AfterDeal.Denounce(Optional.empty()));
  }

  /**
   * Agrees to end an agreement.
   *
   * @param text its text
   * @return the move
   */
  public Move agreesToEnd(Text text) {
    return does(new AfterDeal.AgreeToEnd(Optional.of(text)));
  }

  /**
   * Agrees to end the only agreement that it can agree to end.
   *
   * @return the move
   */
  public Move agreesToEnd() {
    return does(new AfterDeal.AgreeToEnd(Optional.empty()));
  }

  /**
   * Joins an agreement that is open to it.
   *
   * @param text its text
   * @return the move
   */
  public Move joins(Text text) {
    return does(new AfterDeal.Join(Optional.of(text)));
  }

  /**
   * Joins the only agreement that is open to it.
   *
   * @return the move
   */
  public Move joins() {
    return does(new AfterDeal.Join(Optional.empty()));
  }

  /**
   * Finds, as the one who verifies, that all of an obligation is done.
   *
   * @param obligation the obligation
   * @return the move
   */
  public Move finds(Obligation obligation) {
    return does(new AfterDeal.Find(obligation, Optional.empty(), Optional.empty()));
  }

  /**
   * Finds, as the one who verifies, how much of an obligation is done.
   *
   * @param obligation the obligation
   * @param amount how much in all, in its unit
   * @return the move
   */
  public Move finds(Obligation obligation, String amount) {
    return does(
        new AfterDeal.Find(obligation, Optional.of(new BigDecimal(amount)), Optional.empty()));
  }

  /**
   * Finds, as the one who verifies, a breach of an obligation.
   *
   * @param obligation the obligation
   * @param words what it is
   * @return the move
   */
  public Move findsBreach(Obligation obligation, String words) {
    return does(new AfterDeal.Find(obligation, Optional.empty(), Optional.of(words)));
  }

  /**
   * Notes that the condition of an agreement is met.
   *
   * @param text its text
   * @param issue the issue of the condition
   * @return the move
   */
  public Move notesMet(Text text, String issue) {
    return does(new AfterDeal.Note(text, Optional.of(IssueId.of(issue)), Optional.empty()));
  }

  /**
   * Notes that the condition of an agreement has failed.
   *
   * @param text its text
   * @param issue the issue of the condition
   * @return the move
   */
  public Move notesFailed(Text text, String issue) {
    return does(new AfterDeal.Note(text, Optional.empty(), Optional.of(IssueId.of(issue))));
  }

  /**
   * Notes that the event until which an agreement lasts has come.
   *
   * @param text its text
   * @return the move
   */
  public Move notesEnd(Text text) {
    return does(new AfterDeal.Note(text, Optional.empty(), Optional.empty()));
  }

  /**
   * Says how the party reads a term of an agreement.
   *
   * @param text its text
   * @param term the issue of the term
   * @param words the reading, in words
   * @return the move
   */
  public Move interprets(Text text, String term, String words) {
    return does(new AfterDeal.Interpret(text, IssueId.of(term), words));
  }

  /**
   * Fails to ratify the only agreement that awaits it.
   *
   * @return the move
   */
  public Move failsToRatify() {
    return does(new AfterDeal.FailToRatify(Optional.empty()));
  }

  /**
   * Performs an obligation in full.
   *
   * @param obligation the obligation
   * @return the move
   */
  public Move performs(Obligation obligation) {
    return does(AfterDeal.Perform.of(obligation, Implementation.FULL));
  }

  /**
   * Performs an obligation so far.
   *
   * @param obligation the obligation
   * @param degree how far it is implemented now
   * @return the move
   */
  public Move performs(Obligation obligation, Implementation degree) {
    return does(AfterDeal.Perform.of(obligation, degree));
  }

  /**
   * Performs so much of an obligation.
   *
   * @param obligation the obligation
   * @param amount how much is done with this, in its unit
   * @return the move
   */
  public Move performs(Obligation obligation, String amount) {
    return does(
        new AfterDeal.Perform(
            obligation, Implementation.NONE, Optional.of(new BigDecimal(amount))));
  }

  /**
   * Tells that the event has happened that an obligation waits for.
   *
   * @param obligation the obligation
   * @return the move
   */
  public Move setsOff(Obligation obligation) {
    return does(new AfterDeal.SetOff(obligation));
  }

  /**
   * Says that an obligation was breached.
   *
   * @param obligation the obligation
   * @param words what is alleged
   * @return the move
   */
  public Move allegesBreach(Obligation obligation, String words) {
    return does(new AfterDeal.AllegeBreach(obligation, words));
  }

  /**
   * Excuses an obligation that it is owed.
   *
   * @param obligation the obligation
   * @return the move
   */
  public Move excuses(Obligation obligation) {
    return does(new AfterDeal.Excuse(obligation));
  }

  /**
   * Says that it abandons the talks.
   *
   * @return the move
   */
  public Move abandonsTalks() {
    return does(new Procedural.Abandon());
  }

  /**
   * Makes a claim.
   *
   * @param claim the claim
   * @return the move
   */
  public Move claims(Claim claim) {
    return does(new Communicative.MakeClaim(claim));
  }

  /**
   * Accuses somebody.
   *
   * @param of whom
   * @param words of what
   * @return the move
   */
  public Move accuses(String of, String words) {
    return does(new Communicative.Accuse(ActorId.of(of), words));
  }

  /**
   * Promises something.
   *
   * @param words what
   * @return the move
   */
  public Move promises(String words) {
    return does(new Communicative.Promise(words));
  }

  /**
   * Threatens something.
   *
   * @param words what
   * @return the move
   */
  public Move threatens(String words) {
    return does(new Communicative.Threaten(words));
  }

  /**
   * Commits itself in public.
   *
   * @param words to what
   * @return the move
   */
  public Move commitsTo(String words) {
    return does(new Communicative.Commit(words));
  }

  /**
   * Is part of an incident.
   *
   * @param words what happened
   * @return the move
   */
  public Move isPartOf(String words) {
    return does(new Exogenous.Incident(words));
  }

  /**
   * Changes its government.
   *
   * @param words how
   * @return the move
   */
  public Move changesGovernment(String words) {
    return does(new Exogenous.ChangeOfGovernment(words));
  }

  /**
   * Presses others away from the table.
   *
   * @param means by what: a strike, a lock-out, a sanction
   * @param on whom, if anybody says
   * @return the move
   */
  public Move pressesBy(String means, String... on) {
    return does(
        new Exogenous.Press(
            means, Arrays.stream(on).map(ActorId::of).collect(ImmutableSet.toImmutableSet())));
  }
}
