package dev.parley.scenario;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.scenario.ScenarioException.Problem;
import dev.parley.spelling.Nearest;
import java.util.Locale;
import java.util.Optional;

/** The words of a closed vocabulary, such as roles or levels, as files write them. */
final class Choices<E extends Enum<E>> {
  private final String what;
  private final ImmutableMap<String, E> byWord;

  private Choices(String what, ImmutableMap<String, E> byWord) {
    this.what = what;
    this.byWord = byWord;
  }

  /** Returns the constants in lower case, with a separator for each underscore. */
  static <E extends Enum<E>> Choices<E> of(String what, E[] constants, char separator) {
    ImmutableMap.Builder<String, E> words = ImmutableMap.builder();
    for (E constant : constants) {
      words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', separator), constant);
    }
    return new Choices<>(what, words.buildOrThrow());
  }

  Optional<E> read(Node node, Problems problems) {
    Optional<String> text =
        problems.text(node, "a %s (%s)".formatted(what, String.join(", ", byWord.keySet())));
    return text.flatMap(word -> read(node, word, problems));
  }

  Optional<E> read(Node at, String word, Problems problems) {
    E constant = byWord.get(word);
    if (constant == null) {
      problems.add(
          at,
          "%s %s is unknown: %suse one of %s"
              .formatted(
                  what,
                  Problem.shown(word),
                  Nearest.question(word, byWord.keySet()),
                  String.join(", ", byWord.keySet())));
    }
    return Optional.ofNullable(constant);
  }

  /** {@return all of them, in order} */
  ImmutableSet<String> words() {
    return byWord.keySet();
  }

  String word(E constant) {
    for (var entry : byWord.entrySet()) {
      if (entry.getValue() == constant) {
        return entry.getKey();
      }
    }
    throw new IllegalArgumentException(what + " (" + constant + ") has no word");
  }
}
