package dev.parley.analysis.stability;

/**
 * What makes a state last for one decision maker, the focal one: none of its improvements is worth
 * making. The concepts differ in what it expects the others to answer. Choose by how far it looks
 * ahead: {@link #NASH} sees its own move only, {@link #GMR} the answer, {@link #SMR} the answer and
 * its own way out, {@link #SEQ} the answers that would pay.
 *
 * <p>The others answer in a legal sequence: none of them moves twice in a row, and one may move
 * several times. To bring the focal decision maker back to where it began counts as an answer.
 *
 * <p>Laws: what is Nash stable is SEQ and SMR stable; what is SEQ or SMR stable is GMR stable.
 *
 * @see "Xu, Hipel, Kilgour, Fang: Conflict Resolution Using the Graph Model (2018)"
 */
public enum StabilityConcept {
  /** Nash stability: it has no improvement (Nash 1950). */
  NASH("Nash", 'N'),
  /**
   * General metarationality: the others can answer every improvement so that it is held to a state
   * that is not better (Howard 1971).
   */
  GMR("general metarational", 'G'),
  /**
   * Symmetric metarationality: as {@link #GMR}, and from where it is held to it cannot escape to
   * anything better (Howard 1971).
   */
  SMR("symmetric metarational", 'S'),
  /**
   * Sequential stability: as {@link #GMR}, and every step of the answer is an improvement for who
   * makes it (Fraser and Hipel 1979).
   */
  SEQ("sequential", 'Q');

  private final String words;
  private final char mark;

  StabilityConcept(String words, char mark) {
    this.words = words;
    this.mark = mark;
  }

  /** {@return the letter that stands for it in a table: N, G, S or Q} */
  public char mark() {
    return mark;
  }

  /** {@return its name in words, such as {@code symmetric metarational}} */
  @Override
  public String toString() {
    return words;
  }
}
