package dev.parley.scenario.genius;

/** Says that a file of GENIUS or GeniusWeb cannot be read, or that a profile cannot be written. */
public final class GeniusException extends RuntimeException {
  private static final long serialVersionUID = 1;

  GeniusException(String message) {
    super(message);
  }

  GeniusException(String message, Throwable cause) {
    super(message, cause);
  }
}
