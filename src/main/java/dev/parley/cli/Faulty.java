package dev.parley.cli;

/** Says in one line what is wrong with a file that is no scenario. */
final class Faulty extends RuntimeException {
  private static final long serialVersionUID = 1;

  Faulty(String message) {
    super(message);
  }
}
