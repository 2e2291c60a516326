package dev.parley.analysis.stability;

/**
 * Whether a decision maker likes one state better than another, as far as it is known. Unknown is
 * an answer of its own and never read as "not better".
 */
public enum Comparison {
  /** It is better. */
  BETTER("better"),
  /** It is worse, or just as good. */
  NOT_BETTER("not better"),
  /** Nobody has said, and nothing that was said implies it. */
  UNKNOWN("unknown");

  private final String words;

  Comparison(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
