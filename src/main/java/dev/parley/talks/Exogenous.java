package dev.parley.talks;

/** What happens outside the talks and changes no position by itself. Immutable. */
public sealed interface Exogenous extends Act {
  /**
   * Something happens: a strike, a rescue, a death.
   *
   * @param words what
   */
  record Incident(String words) implements Exogenous {
    @Override
    public ActKind kind() {
      return ActKind.INCIDENT;
    }
  }

  /**
   * A government changes.
   *
   * @param words which, and how
   */
  record ChangeOfGovernment(String words) implements Exogenous {
    @Override
    public ActKind kind() {
      return ActKind.CHANGE_OF_GOVERNMENT;
    }
  }
}
