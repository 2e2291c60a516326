package dev.parley.json;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Engagement;
import dev.parley.demand.Text;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.Source;
import dev.parley.report.words.JsonShape;
import dev.parley.report.words.JsonType;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.Deadline;
import dev.parley.talks.Form.Component;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import dev.parley.talks.Substantive.Direction;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Moves as JSON: who, when, on whose word, and the act with what it says, component by component,
 * as its form declares them.
 */
final class JsonActs {
  private JsonActs() {}

  static final JsonShape<Deadline> DEADLINE =
      JsonShape.<Deadline>of("deadline", "By when something is to be done.")
          .text("name", "its name", Deadline::name)
          .date("date", "the date", Deadline::date)
          .text("words", "what is to be done, or empty", Deadline::words)
          .build();

  static final JsonShape<Obligation> OBLIGATION =
      JsonShape.<Obligation>of("obligation", "What somebody is bound to do.")
          .including(JsonValues.UNDERTAKING, Obligation::undertaking)
          .ids("owed-to", "to whom", Obligation::owedTo)
          .one("under", "the text that makes it", JsonValues.TEXT, Obligation::under)
          .build();

  private static final JsonType<Engagement> ENGAGEMENT =
      JsonType.<Engagement>cases()
          .with(Obligation.class, OBLIGATION)
          .with(Text.class, JsonValues.TEXT);

  /** How each kind of component is written. */
  private static final ImmutableMap<String, JsonType<?>> COMPONENTS =
      ImmutableMap.<String, JsonType<?>>builder()
          .put(Shape.WORDS.toString(), JsonType.TEXT)
          .put(Shape.NAMES.toString(), JsonType.set(JsonType.TEXT))
          .put(Shape.DATE.toString(), JsonType.text("a date in EDTF"))
          .put(Shape.ACTOR.toString(), JsonType.TEXT)
          .put(Shape.ACTORS.toString(), JsonType.set(JsonType.TEXT))
          .put(Shape.ISSUE.toString(), JsonType.TEXT)
          .put(Shape.ISSUES.toString(), JsonType.set(JsonType.TEXT))
          .put(Shape.ISSUE_DEFINITION.toString(), JsonAgenda.ISSUE)
          .put(Shape.DELEGATION.toString(), JsonType.TEXT)
          .put(Shape.DEADLINE.toString(), DEADLINE)
          .put(Shape.DEADLINE_NAME.toString(), JsonType.TEXT)
          .put(Shape.DEMAND.toString(), JsonValues.DEMAND)
          .put(Shape.STANDING_DEMAND.toString(), JsonValues.DEMAND)
          .put(Shape.TIE.toString(), JsonValues.TIE)
          .put(Shape.OFFERS.toString(), JsonType.list(JsonValues.OFFER))
          .put(Shape.STANDING_OFFER.toString(), JsonValues.OFFER)
          .put(Shape.STANDING_OFFERS.toString(), JsonType.list(JsonValues.OFFER))
          .put(Shape.TEXT.toString(), JsonValues.TEXT)
          .put(Shape.STANDING_TEXT.toString(), JsonValues.TEXT)
          .put(Shape.CONDITIONS.toString(), JsonType.list(JsonValues.CONDITION))
          .put(Shape.AMOUNT.toString(), JsonType.NUMBER)
          .put(Shape.AUTHORITY.toString(), JsonType.constant(Authority.class))
          .put(Shape.OBLIGATION.toString(), OBLIGATION)
          .put(Shape.ENGAGEMENT.toString(), ENGAGEMENT)
          .put(Shape.DEGREE.toString(), JsonType.constant(Obligation.Implementation.class))
          .put(Shape.DIRECTION.toString(), JsonType.constant(Direction.class))
          .put(Shape.CLAIM.toString(), JsonEvidence.CLAIM)
          .buildOrThrow();

  private static final ImmutableMap<String, JsonShape<Act>> ACTS =
      Arrays.stream(ActKind.values())
          .collect(ImmutableMap.toImmutableMap(ActKind::name, JsonActs::act));

  private static JsonShape<Act> act(ActKind kind) {
    String name = "act-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    JsonShape.Builder<Act> shape = JsonShape.of(name, "What it says to " + kind.words() + ".");
    kind.form().components().forEach(component -> add(shape, component));
    return shape.build();
  }

  /** A component can only be asked of an act of its own kind: who chooses the shape sees to it. */
  @SuppressWarnings("unchecked")
  private static <A extends Act> void add(JsonShape.Builder<Act> shape, Component<A, ?> component) {
    JsonType<Object> type =
        (JsonType<Object>) Objects.requireNonNull(COMPONENTS.get(component.shape().toString()));
    String means = component.name().replace('-', ' ');
    if (component.shape().isOptional()) {
      shape.oneIf(component.name(), means, type, act -> (Optional<?>) component.get((A) act));
    } else {
      shape.one(component.name(), means, type, act -> component.get((A) act));
    }
  }

  /** A move, and where the talks stand when it is looked at. */
  record Seen(Move move, Agenda agenda) {
    Attribution attribution() {
      return move.attribution(agenda);
    }
  }

  static final JsonShape<Seen> MOVE =
      JsonShape.<Seen>of("move", "What somebody does.")
          .constant("kind", "the kind of act", ActKind.class, s -> s.move().act().kind())
          .textIf(
              "by",
              "who acts; null where nobody is named",
              s -> Optional.of(s.move().by()).filter(by -> by.isNamed()))
          .date("on", "when", s -> s.move().on())
          .textIf("source", "who reports it", s -> s.move().source().map(Source::id))
          .texts(
              "other-sources",
              "who else does",
              s -> s.move().otherSources().stream().map(Source::id).toList())
          .entries(
              "because-of", "the entries that it gives as its reason", s -> s.move().becauseOf())
          .constant("attribution", "on whose word", Attribution.class, Seen::attribution)
          .textIf("through", "through which delegation", s -> s.move().through())
          .text("words", "its words, or empty", s -> s.move().words())
          .map("codes", "its codes, by scheme", JsonType.TEXT, s -> s.move().codes())
          .chosen(
              "act",
              "what it says",
              "kind",
              s -> s.move().act().kind().name(),
              ACTS,
              s -> s.move().act())
          .build();
}
