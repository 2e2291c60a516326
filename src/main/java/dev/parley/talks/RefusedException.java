package dev.parley.talks;

/** Thrown where a caller insists on a move that is refused. The refusal says why. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.message());
    this.refusal = refusal;
  }

  /** {@return the refusal} */
  public Refusal refusal() {
    return refusal;
  }
}
