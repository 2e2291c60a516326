package dev.parley.scenario;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.talks.ActKind;
import dev.parley.talks.Form.Component;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an actor does in an entry: the second half of the key {@code hamas demands of}.
 *
 * @param text the verb
 * @param kind the kind of act that it tells
 */
record Verb(String text, ActKind kind) {
  private static final ImmutableMap<String, Verb> BY_TEXT = byText();

  /** What is told of nobody, by its whole key. */
  private static final ImmutableMap<String, Verb> OF_NOBODY = ofNobody();

  /** Keys of two words or more that are no verbs. */
  static final ImmutableSet<String> OTHER_KEYS =
      Stream.concat(Stream.of("because of"), keys(notation -> true))
          .filter(key -> key.indexOf(' ') > 0)
          .collect(toImmutableSet());

  private static ImmutableMap<String, Verb> ofNobody() {
    ImmutableMap.Builder<String, Verb> verbs = ImmutableMap.builder();
    for (ActKind kind : ActKind.values()) {
      kind.form()
          .impersonal()
          .ifPresent(key -> verbs.put(key, new Verb(kind.form().verbs().get(0), kind)));
    }
    return verbs.buildOrThrow();
  }

  /** {@return the verb of a key that names nobody, such as {@code suspended}} */
  static @Nullable Verb ofNobody(String key) {
    return OF_NOBODY.get(key);
  }

  /** {@return the keys that name nobody} */
  static ImmutableSet<String> keysOfNobody() {
    return OF_NOBODY.keySet();
  }

  private static ImmutableMap<String, Verb> byText() {
    ImmutableMap.Builder<String, Verb> verbs = ImmutableMap.builder();
    for (ActKind kind : ActKind.values()) {
      kind.form().verbs().forEach(text -> verbs.put(text, new Verb(text, kind)));
    }
    return verbs.buildOrThrow();
  }

  static @Nullable Verb of(String text) {
    return BY_TEXT.get(text);
  }

  static ImmutableSet<String> texts() {
    return BY_TEXT.keySet();
  }

  /** {@return the keys that can stand beside some verbs} */
  static Stream<String> keys(Predicate<Notation> some) {
    return BY_TEXT.values().stream()
        .map(Notation::of)
        .filter(some)
        .flatMap(notation -> notation.keys().keySet().stream());
  }

  /** Says whether an act's own words stand under {@code words}, and the move's under saying. */
  static boolean hasWords(ActKind kind) {
    for (Component<?, ?> component : kind.form().components()) {
      if (component.key().filter("words"::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
