package dev.parley.progress;

/** What was told of a party's line in a round, beside the regions that it stated. */
public enum Told {
  /** It stated something on the issue. */
  STATED,
  /** It moved nearer, without a figure. */
  SOFTENED,
  /** It moved away, without a figure. */
  STIFFENED,
  /** It tied its commitment to others, or untied it: whether it is freer since, the ties tell. */
  TIED,
  /** It was reported to stand where it stood. */
  UNCHANGED,
  /** It rejected what the counterpart put forward. */
  REJECTED,
  /** It took back a demand, and has not raised it again since. */
  DROPPED,
  /** It raised a dropped demand, or disputed a settled issue, again. */
  REOPENED,
  /** It withdrew an offer. */
  WITHDREW,
  /** It stated a value of the counterpart's, without signing it: this disputes nothing. */
  CONSENTED,
  /** It accepted or attested a value. */
  AGREED,
  /** Its consent ad referendum fell: what stood before stands again. */
  RESTORED,
  /** Two who speak for it contradict each other, and neither has taken it back. */
  INCONSISTENT,
  /** It tightened what it had declared sufficient, after that was met. */
  MOVED_GOALPOSTS,
  /** It demands what leaves out an offer of its own that stands. */
  OWN_OFFER_OUTSIDE
}
