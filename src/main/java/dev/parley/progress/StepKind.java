package dev.parley.progress;

/** What a party did on an issue towards a counterpart, from the close of one round to the next. */
public enum StepKind {
  /** It came nearer, or was reported to without a figure. */
  CONCEDED,
  /** It went farther away, was reported to, or withdrew an offer and left nothing. */
  HARDENED,
  /**
   * It stands where it stood: restated, rejected without a new statement, or reported unchanged.
   */
  HELD,
  /** Its first statement. */
  STATED,
  /** Its first region, where there were only words before. */
  QUANTIFIED,
  /** It stands elsewhere, no nearer and no farther, or on the other side of its counterpart. */
  CHANGED,
  /** It took a demand back. */
  DROPPED,
  /**
   * It raised a dropped demand again, or disputes again what it had agreed to or left undisputed.
   */
  REOPENED,
  /**
   * A consent ad referendum was refused or fell, and nothing else was said since: what stood before
   * stands again. Neither a concession nor a hardening.
   */
  RESTORED,
  /** Nobody says. */
  UNREPORTED
}
