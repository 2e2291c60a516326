package dev.parley.play;

/** Who may do what, in which order. */
public enum Protocol {
  /**
   * Used when two parties take turns: each accepts the other's offer or answers it with its own (A.
   * Rubinstein, "Perfect Equilibrium in a Bargaining Model", <em>Econometrica</em> 50, 1982). In a
   * round each has one turn.
   */
  ALTERNATING_OFFERS("alternating offers"),
  /**
   * Used when two parties or more take turns in a fixed order: each accepts the offer on the table
   * or makes one of its own to all; it is agreed when all others have accepted it in a row (R.
   * Aydoğan, D. Festen, K. V. Hindriks and C. M. Jonker, "Alternating Offers Protocols for
   * Multilateral Negotiation", 2017). In a round each has one turn.
   */
  STACKED_ALTERNATING_OFFERS("stacked alternating offers"),
  /**
   * Used when a mediator puts drafts of one text to a vote: the first by chance, each later one the
   * last that all voted for, with another value on one issue by chance (M. Klein, P. Faratin, H.
   * Sayama and Y. Bar-Yam, "Negotiating Complex Contracts", <em>Group Decision and Negotiation</em>
   * 12, 2003). A vote binds nobody; after the last round the draft that all voted for last is
   * proposed once more, and each party accepts it unless that leaves it worse off than no
   * agreement. In a round there is one draft.
   */
  SINGLE_TEXT("a mediator's single text");

  private final String title;

  Protocol(String title) {
    this.title = title;
  }

  /** {@return what people call it, such as {@code alternating offers}} */
  public String title() {
    return title;
  }
}
