package dev.parley.explore;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Prints a counterexample as the Java source of a test that fails until the mistake is mended. */
final class JavaTest {
  private JavaTest() {}

  static <S, M> String of(Counterexample<S, M> counterexample) {
    Play<S, M> play = counterexample.play();
    Captions<S, M> captions = play.captions();
    Property<S, M> property = counterexample.property();
    String model = given(captions.modelSource(), "modelSource");
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "// Found by the explorer: violated after %,d moves:\n",
            play.steps().size()));
    Transcript.of(play, counterexample.loop())
        .lines()
        .forEach(line -> text.append("//   ").append(harmless(line)).append('\n'));
    text.append("@Test\nvoid %s() {\n".formatted(name(property.sentence())));
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
    List<Run<M>> runs = Run.of(play, counterexample.loop());
    for (Run<M> run : runs) {
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

  /** Returns a sentence as the name of a method. */
  static String name(String sentence) {
    String name =
        sentence.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}]+", "_").replaceAll("^_|_$", "");
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "it_holds_" + name : name;
  }

  /** Returns a sentence as the name of a constant. */
  static String constant(String sentence) {
    return name(sentence).toUpperCase(Locale.ROOT);
  }
}
