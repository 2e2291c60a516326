package dev.parley.scenario;

/**
 * How often a {@link Journal} forces what it has written from the system's memory to the disk. Only
 * what was forced outlives a loss of power; what was written outlives the end of the program either
 * way. Immutable.
 *
 * @param entries after how many entries; 0 for never
 */
public record Forcing(int entries) {
  /**
   * Checks that the number is not negative.
   *
   * @param entries after how many entries; 0 for never
   */
  public Forcing {
    if (entries < 0) {
      throw new IllegalArgumentException(
          "entries (%s) must be 1 or more, or 0 for never".formatted(entries));
    }
  }

  /** {@return after every entry, before it is acknowledged: the default} */
  public static Forcing everyEntry() {
    return new Forcing(1);
  }

  /**
   * {@return after so many entries, and when the journal is closed: a loss of power can take the
   * last ones}
   *
   * @param entries how many, 1 or more
   */
  public static Forcing every(int entries) {
    if (entries < 1) {
      throw new IllegalArgumentException("entries (%s) must be 1 or more".formatted(entries));
    }
    return new Forcing(entries);
  }

  /** {@return when the system does so by itself} */
  public static Forcing never() {
    return new Forcing(0);
  }
}
