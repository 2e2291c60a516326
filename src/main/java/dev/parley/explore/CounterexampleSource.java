package dev.parley.explore;

import dev.parley.explore.Model.Captions;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Prints a counterexample as the Java source of a test that fails until the mistake is mended. */
final class CounterexampleSource {
  private CounterexampleSource() {}

  static <S, M> String of(Property<S, M> property, Play<S, M> play, int loopFrom) {
    Captions<S, M> captions = play.captions();
    PrintedPlay<M> printed = play.printed(loopFrom);
    String model = given(captions.modelSource(), "modelSource");
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "// Found by the explorer: violated after %,d moves:\n",
            play.steps().size()));
    PlayTranscript.of(printed)
        .lines()
        .forEach(line -> text.append("//   ").append(harmless(line)).append('\n'));
    text.append("@Test\nvoid %s() {\n".formatted(property.name()));
    if (property.isLiveness()) {
      String factory = property.kind() == Property.Kind.ENDS ? "everyPlayEnds" : "everyPlayCanEnd";
      text.append("  var exploration =\n");
      text.append(
          "      Explorer.of(%s).check(Property.%s()).explore();\n".formatted(model, factory));
      text.append("  assertThat(exploration.holds()).as(exploration.toString()).isTrue();\n}\n");
      return text.toString();
    }
    Function<M, String> moves = given(captions.moveSource(), "moveSource");
    text.append("  var play =\n      Play.of(").append(model);
    if (play.startNumber() > 0) {
      text.append(", ").append(play.startNumber());
    }
    text.append(")");
    for (Run<M> run : printed.runs()) {
      text.append("\n          .then(");
      text.append(run.times() == 1 ? "" : run.times() + ", ");
      text.append(moves.apply(run.move())).append(")");
    }
    text.append(";\n  assertThat(play.keeps(");
    text.append(property.source()).append(")).as(play.toString()).isTrue();\n}\n");
    return text.toString();
  }

  private static <T> T given(Optional<T> source, String name) {
    return source.orElseThrow(
        () ->
            new IllegalStateException(
                "captions must say how the model is written in Java: give them a (%s)"
                    .formatted(name)));
  }

  /** Java reads a backslash and a u as a character even in a comment. */
  private static String harmless(String line) {
    return line.replace("\\u", "\\ u");
  }
}
