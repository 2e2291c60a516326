package dev.parley.talks;

/** The laws of the machine, by which a move can be refused; each with what it says. */
public enum Law {
  /** Used when a move is by, or about, somebody who is not on the agenda. */
  KNOWN_ACTOR("whoever acts or is addressed is on the agenda", true),
  /** Used when a move cites as its reason an entry that is not there. */
  KNOWN_ENTRY("a reason is an earlier entry", true),
  /** Used when a move names an issue that is not on the agenda. */
  KNOWN_ISSUE("an issue is on the agenda", true),
  /** Used when a move names a delegation that is not on the agenda. */
  KNOWN_DELEGATION("a delegation is on the agenda", true),
  /** Used when a move names an offer that was never made. */
  KNOWN_OFFER("an offer was made before it is answered or withdrawn", true),
  /** Used when a move names a demand that was never raised. */
  KNOWN_DEMAND("a demand was raised before it is answered, amended or dropped", true),
  /** Used when a move names an agreement whose text was never put forward. */
  KNOWN_AGREEMENT("a text was put forward before it is consented to", true),
  /** Used when a move names an obligation under a text that was never put forward. */
  KNOWN_OBLIGATION("an obligation follows from a text that was put forward", true),
  /** Used when a move names a deadline that nobody set. */
  KNOWN_DEADLINE("a deadline was set before it is extended", true),
  /** Used when one party is said to deny what another did. */
  BY_ACTOR("an entry is denied by its actor; what another says of it is a claim", true),
  /** Used when a value is off its issue's scale. */
  ON_SCALE("every value lies on its issue's scale", true),
  /** Used when the negotiation is over. */
  OVER_IS_OVER("over is over: no move is legal in a stage that ends a negotiation", false),
  /** Used when the stage has no place for the act. */
  PLACE_IN_STAGE("an act has its place in the stage", false),
  /** Used when somebody does what only a principal can do. */
  PRINCIPALS_ONLY("only a principal can demand, offer, agree and be bound", false),
  /** Used when an outsider does what only a party can do. */
  PARTIES_ONLY("an outsider can speak and set deadlines, and no more", false),
  /** Used when a party speaks through another's delegation, or sends it. */
  OWN_DELEGATION("a party speaks through its own delegation", false),
  /** Used when a delegation commits its party where its mandate does not reach. */
  WITHIN_MANDATE("a delegation binds its party within its mandate", false),
  /** Used when a meeting is said to be held in somebody, who is on the agenda and no track. */
  TRACK_IS_A_PLACE("a meeting is held on a track, not in a party", true),
  /** Used when a demand or an offer is made in another's name. */
  OWN_NAME("a demand or an offer is made in one's own name", false),
  /** Used when a demand or an offer is addressed to its maker, or to nobody who can be bound. */
  ADDRESSED_TO_OTHERS("a demand or an offer is addressed to other principals", false),
  /** Used when a demand is raised while another of its maker stands on the issue. */
  ONE_DEMAND("one demand stands on an issue towards a party at a time", false),
  /** Used when a demand that does not stand is amended, dropped or rejected. */
  DEMAND_STANDS("only a standing demand can be amended, dropped or rejected", false),
  /** Used when a party gives up a tie that it does not have. */
  TIE_STANDS("only a commitment that is tied can be untied", false),
  /** Used when an offer that does not stand is accepted, rejected, countered or withdrawn. */
  OFFER_STANDS("only a standing offer can be accepted, rejected, countered or withdrawn", false),
  /** Used when an offer is accepted or rejected by somebody it was not made to. */
  BY_ADDRESSEE("an offer is answered by somebody it was made to", false),
  /** Used when an offer is accepted or rejected by its maker. */
  NOT_ITS_MAKER("an offer is never answered by its maker", false),
  /** Used when an offer is withdrawn by another. */
  BY_MAKER("an offer is withdrawn by its maker", false),
  /** Used when every day that the move's date allows is after the offer's last. */
  NOT_LAPSED("an offer can be accepted until its last day", false),
  /** Used when part of a whole offer is accepted. */
  WHOLE_OFFER("nothing of a whole offer is agreed until everything is", false),
  /** Used when an answer names parts that the offer has not, or that are closed. */
  PARTS_OF_OFFER("an answer names parts that are open in the offer", false),
  /** Used when a round is closed while none is open. */
  ROUND_IS_OPEN("a round is open before it is closed", false),
  /** Used when a deadline lies before the date on which it is set. */
  DEADLINE_AHEAD("a deadline lies after the day on which it is set", false),
  /** Used when a deadline is set under a name that stands already. */
  DEADLINE_ONCE("a deadline is set once, and then extended", false),
  /** Used when a deadline is extended to no later date. */
  DEADLINE_LATER("a deadline is extended to a later date", false),
  /** Used when somebody resumes who is not away. */
  WAS_AWAY("whoever comes back was away", false),
  /** Used when somebody suspends, walks out, ratifies, ends or declares a second time. */
  ONCE("a party does this once", false),
  /** Used when an issue on the agenda is replaced by one that is not wider. */
  ONLY_WIDENED("the scale of an issue is only widened", false),
  /** Used when a principal leaves, or is excluded, of whom only two are left. */
  TWO_REMAIN("two principals or more remain in the talks", false),
  /** Used when somebody ratifies who is not concerned by what was agreed. */
  CONCERNED("who ratifies, attests or interprets an agreement is concerned by it", false),
  /** Used when a move names an agreement that was never put forward, or is over. */
  AGREEMENT_STANDS(
      "only an agreement that is not over can be consented to, ratified or left", false),
  /** Used when a move after the deal names no agreement, and none or several await it. */
  ONE_AWAITS_IT("a move after the deal names its agreement, unless only one awaits it", false),
  /** Used when somebody confirms or ratifies what awaits no such thing from it. */
  AWAITED("only what awaits it can be consented to, confirmed or ratified", false),
  /** Used when somebody else confirms a consent than the organ that the mandate names. */
  BY_ORGAN("a consent ad referendum is confirmed by the organ that the mandate names", false),
  /** Used when a party joins what is not open to it, or is not signed. */
  OPEN_TO("a party joins only an agreement that is signed and open to it", false),
  /** Used when somebody else finds what was done, or nobody verifies it. */
  BY_VERIFIER("only whoever verifies an agreement finds what is done under it", false),
  /** Used when something is noted for which no agreement waits. */
  NOTABLE(
      "what is noted is an open condition of an agreement, or the event that begins or ends it",
      false),
  /** Used when something else is interpreted than a term of a signed agreement. */
  AGREED_TERM("what is interpreted is a term of a signed agreement", false),
  /** Used when a party leaves an agreement that does not allow it. */
  DENUNCIATION("an agreement is ended by all, or as it allows", false),
  /** Used when a consent would settle an issue outside the range of a condition that stands. */
  WITHIN_RANGE("an issue is settled within the range that was agreed for it", false),
  /** Used when a text changes part of a whole agreement without naming it. */
  AMENDS_BY_NAME("a whole agreement is changed only by a text that names it", false),
  /** Used when what an undertaking waits for is nothing that can happen. */
  TRIGGERED("an undertaking, and an entry into force, waits for something that can happen", false),
  /** Used when more is done than is owed, or in another unit. */
  WITHIN_AMOUNT("no more is done than is owed", false),
  /** Used when a move names an obligation under a text that is not agreed, or is no more. */
  OBLIGATION_ARISEN("an obligation arises once its agreement is signed", false),
  /** Used when an obligation has no place for what is done to it. */
  OBLIGATION_OPEN("an obligation's state has a place for what is done to it", false),
  /** Used when somebody else performs an obligation. */
  BY_OBLIGOR("an obligation is performed by its obligor", false),
  /** Used when somebody excuses an obligation that is not owed to it. */
  BY_CREDITOR("an obligation is excused by somebody it is owed to", false),
  /** Used when two undertakings of an agreement, or alternatives of an offer, are alike. */
  DISTINCT("alternatives and undertakings differ from each other", false),
  /** Used when a rule of the rule book refuses the move. */
  RULE_BOOK("a rule of the rule book refuses the move", false);

  private final String sentence;
  private final boolean reference;

  Law(String sentence, boolean reference) {
    this.sentence = sentence;
    this.reference = reference;
  }

  /** {@return what the law says, without a full stop} */
  public String sentence() {
    return sentence;
  }

  /**
   * {@return whether breaking it leaves a move that refers to nothing: such a move cannot even be
   * recorded}
   */
  public boolean isReference() {
    return reference;
  }
}
