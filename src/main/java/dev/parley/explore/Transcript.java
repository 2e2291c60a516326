package dev.parley.explore;

import java.util.List;

/** Prints a play as lines. */
final class Transcript {
  private Transcript() {}

  static <S, M> String of(Play<S, M> play, int loopFrom) {
    List<Run<M>> runs = Run.of(play, loopFrom);
    int width = "start".length();
    for (Run<M> run : runs) {
      width = Math.max(width, numbers(run).length());
    }
    StringBuilder text = new StringBuilder();
    line(text, width, "start", play.captions().state().apply(play.start()));
    for (Run<M> run : runs) {
      if (run.first() - 1 == loopFrom) {
        text.append("again and again:\n");
      }
      String mover = run.mover().map(name -> name + " ").orElse("");
      line(text, width, numbers(run), mover + run.counted());
    }
    if (!runs.isEmpty()) {
      line(text, width, "end", play.captions().state().apply(play.last()));
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
