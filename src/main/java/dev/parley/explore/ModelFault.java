package dev.parley.explore;

/** Ends a search whose model broke a law; never leaves the room. */
final class ModelFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String text;

  ModelFault(String text) {
    super(text);
    this.text = text;
  }

  String text() {
    return text;
  }
}
