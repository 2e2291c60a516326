package dev.parley.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.talks.Form.Component;
import dev.parley.talks.Shape;
import java.util.Map;
import java.util.Optional;

/**
 * How a {@link Shape} is told in an entry, or all the shapes of an act together: what follows the
 * verb, and which keys can stand beside it. What stands after either is said by the name of a
 * definition of the JSON Schema, which is made from this. Immutable.
 *
 * @param value what follows the verb, or the key of the component that has the shape
 * @param keys what follows each other key
 * @param issues what follows an issue, where issues are keys too
 * @param required the keys that cannot be left out
 * @param oneOf sets of keys of which exactly one must be there, or none where there is no choice
 */
record Notation(
    String value,
    ImmutableMap<String, String> keys,
    Optional<String> issues,
    ImmutableSet<String> required,
    ImmutableList<ImmutableSet<String>> oneOf) {

  /** An issue that is defined in an entry, which has codes of its own. */
  static final Notation ISSUE =
      of("id")
          .may("name", "scalar")
          .may("levels", "names")
          .may("options", "names")
          .may("items", "names")
          .may("from", "number")
          .may("to", "number")
          .may("by", "number")
          .may("unit", "scalar")
          .may("better", "better")
          .may("obligor", "id")
          .may("kind", "scalar")
          .may("issue codes", "codes")
          .oneOf("levels")
          .oneOf("options")
          .oneOf("items")
          .oneOf("from", "to", "unit");

  /** What a text says, whoever puts it forward. */
  private static final Notation PROVISIONS =
      of("ids")
          .perIssue("value")
          .may("if", "conditions")
          .may("instalments", "named")
          .may("undertakings", "named")
          .may("brackets", "brackets")
          .may("severable", "yes")
          .may("whole", "yes")
          .may("interim", "yes")
          .may("stands alone", "yes")
          .may("open to", "ids")
          .may("denounceable", "yes")
          .may("verified by", "id")
          .may("in force", "inForce")
          .may("lasts", "lasting")
          .may("replaces", "id")
          .may("amends", "id");

  /** An offer. */
  static final Notation OFFER = PROVISIONS.may("until", "date").may("in the name of", "id");

  private static final Notation ALTERNATIVES =
      of("ids").must("alternatives", "alternatives").may("in the name of", "id");

  private static final Notation CLAIM =
      of("scalar")
          .may("figure", "scalar")
          .may("date", "date")
          .may("text", "scalar")
          .may("answer", "yes")
          .may("concerning", "id")
          .may("as said by", "cited")
          .may("as said on", "date")
          .oneOf("figure")
          .oneOf("date")
          .oneOf("text")
          .oneOf("answer");

  private static final Notation DEMAND =
      of("ids")
          .perIssue("ask")
          .may("firmness", "firmness")
          .may("sufficient", "yes")
          .may("kind", "scalar")
          .may("in the name of", "id");

  private static final Notation TIE =
      of("id")
          .may("together with", "ids")
          .may("after", "ids")
          .may("in the name of", "id")
          .oneOf("together with")
          .oneOf("after");

  /**
   * A new shape needs a line here. Until it has one, no file can be read, and an error names it.
   */
  private static final ImmutableMap<Shape<?>, Notation> BY_SHAPE =
      ImmutableMap.<Shape<?>, Notation>builder()
          .put(Shape.WORDS, of("scalar"))
          .put(Shape.NAMES, of("tracks"))
          .put(Shape.DATE, of("date"))
          .put(Shape.ACTOR, of("id"))
          .put(Shape.ACTORS, of("ids"))
          .put(Shape.ISSUE, of("id"))
          .put(Shape.ISSUES, of("ids"))
          .put(Shape.ISSUE_DEFINITION, ISSUE)
          .put(Shape.DELEGATION, of("id"))
          .put(Shape.DEADLINE, of("id").must("date", "date").may("for", "scalar"))
          .put(Shape.DEADLINE_NAME, of("id"))
          .put(Shape.DEMAND, DEMAND)
          .put(Shape.STANDING_DEMAND, of("id"))
          .put(Shape.TIE, TIE)
          .put(Shape.OFFERS, OFFER)
          .put(Shape.STANDING_OFFER, of("id"))
          .put(Shape.STANDING_OFFERS, of("ids"))
          .put(Shape.TEXT, PROVISIONS.may("same as", "id").may("among others", "yes"))
          .put(Shape.STANDING_TEXT, of("id"))
          .put(Shape.CONDITIONS, of("conditions"))
          .put(Shape.AMOUNT, of("number"))
          .put(
              Shape.AUTHORITY,
              of("nothing").may("ad referendum", "yes").may("authority", "authority"))
          .put(Shape.OBLIGATION, of("scalar").may("which", "count"))
          .put(Shape.ENGAGEMENT, of("scalar").may("which", "count"))
          .put(Shape.DEGREE, of("degree"))
          .put(Shape.DIRECTION, of("nothing"))
          .put(Shape.CLAIM, CLAIM)
          .buildOrThrow();

  private static Notation of(String value) {
    return new Notation(
        value, ImmutableMap.of(), Optional.empty(), ImmutableSet.of(), ImmutableList.of());
  }

  /** {@return how an entry with a verb is told: all that its act says} */
  static Notation of(Verb verb) {
    Notation all = of("nothing");
    for (Component<?, ?> component : verb.kind().form().components()) {
      all = all.and(component, of(component.shape(), verb));
    }
    return all;
  }

  private static Notation of(Shape<?> shape, Verb verb) {
    if (verb.text().equals("offers one of") && shape.isOf(Shape.OFFERS)) {
      return ALTERNATIVES;
    }
    return BY_SHAPE.entrySet().stream()
        .filter(entry -> entry.getKey().isOf(shape))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("shape (" + shape + ") has no notation"));
  }

  /** Returns this with what one more component says. */
  private Notation and(Component<?, ?> component, Notation other) {
    Notation both =
        new Notation(
            component.followsVerb() ? other.after(component) : value,
            ImmutableMap.<String, String>builder().putAll(keys).putAll(other.keys).buildOrThrow(),
            issues.or(() -> other.issues),
            ImmutableSet.<String>builder().addAll(required).addAll(other.required).build(),
            ImmutableList.<ImmutableSet<String>>builder()
                .addAll(oneOf)
                .addAll(other.oneOf)
                .build());
    boolean canBeLeftOut = component.usual().isPresent() || other.value.equals("yes");
    return component
        .key()
        .map(key -> canBeLeftOut ? both.may(key, other.value) : both.must(key, other.value))
        .orElse(both);
  }

  /** Returns what follows the verb: something else, where the component can be missing. */
  private String after(Component<?, ?> component) {
    if (component.usual().isEmpty()) {
      return value;
    }
    if (component.shape().isOf(Shape.ACTORS)) {
      return "tracksOrNothing"; // a meeting, of which one can also say where it was
    }
    return component.shape().isOf(Shape.ISSUE) ? "issueOrUnknown" : value + "OrNothing";
  }

  /** One with a key that can be left out. */
  private Notation may(String key, String definition) {
    ImmutableMap<String, String> more =
        ImmutableMap.<String, String>builder().putAll(keys).put(key, definition).buildOrThrow();
    return new Notation(value, more, issues, required, oneOf);
  }

  /** One with a key that cannot. */
  private Notation must(String key, String definition) {
    Notation may = may(key, definition);
    ImmutableSet<String> more = ImmutableSet.<String>builder().addAll(required).add(key).build();
    return new Notation(value, may.keys, issues, more, oneOf);
  }

  /** One in which issues are keys; those that are called like another stand under their own. */
  private Notation perIssue(String definition) {
    Notation nested = may("issues", definition + "s");
    return new Notation(value, nested.keys, Optional.of(definition), required, oneOf);
  }

  /** One with one more set of keys to choose. */
  private Notation oneOf(String... choice) {
    ImmutableList<ImmutableSet<String>> more =
        ImmutableList.<ImmutableSet<String>>builder()
            .addAll(oneOf)
            .add(ImmutableSet.copyOf(choice))
            .build();
    return new Notation(value, keys, issues, required, more);
  }
}
