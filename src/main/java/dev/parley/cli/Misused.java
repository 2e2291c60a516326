package dev.parley.cli;

/** Says in one line what is wrong with a command line. */
final class Misused extends Exception {
  private static final long serialVersionUID = 1;

  Misused(String message) {
    super(message);
  }
}
