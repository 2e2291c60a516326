package dev.parley.explore;

/** Prints a play as lines. */
final class PlayTranscript {
  private PlayTranscript() {}

  static <M> String of(PrintedPlay<M> play) {
    int width = "start".length();
    for (Run<M> run : play.runs()) {
      width = Math.max(width, numbers(run).length());
    }
    StringBuilder text = new StringBuilder();
    line(text, width, "start", play.start());
    for (Run<M> run : play.runs()) {
      if (play.circlesFrom(run)) {
        text.append("again and again:\n");
      }
      String mover = run.mover().map(name -> name + " ").orElse("");
      line(text, width, numbers(run), mover + run.counted());
    }
    if (!play.runs().isEmpty()) {
      line(text, width, "end", play.end());
    }
    if (play.refusal().isPresent()) {
      line(text, width, "", play.refusal().get());
    }
    return text.toString();
  }

  private static String numbers(Run<?> run) {
    return run.times() == 1 ? "" + run.first() : run.first() + "-" + run.last();
  }

  private static void line(StringBuilder text, int width, String head, String rest) {
    text.append(head).append(" ".repeat(width - head.length() + 2)).append(rest).append('\n');
  }
}
