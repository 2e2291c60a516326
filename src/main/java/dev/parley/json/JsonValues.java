package dev.parley.json;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.Region;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.EntryIntoForce;
import dev.parley.demand.EntryIntoForce.Ratifiers;
import dev.parley.demand.Lasting;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.report.words.JsonShape;
import dev.parley.report.words.JsonType;
import java.util.Map;
import java.util.Optional;

/** What is asked, offered and agreed, as JSON. */
final class JsonValues {
  private JsonValues() {}

  /** A region is written as people write it, in the text form that is read back. */
  static final JsonType<Region> REGION =
      JsonType.as(
          JsonType.text("a region as Region.parse reads it, such as at least 6"), Region::describe);

  static final JsonType<Value> VALUE =
      JsonType.<Value>cases()
          .with(Value.Amount.class, JsonType.as(JsonType.NUMBER, Value.Amount::number))
          .with(Value.Items.class, JsonType.as(JsonType.set(JsonType.TEXT), Value.Items::names))
          .with(Value.Level.class, JsonType.as(JsonType.TEXT, Value.Level::name))
          .with(Value.Option.class, JsonType.as(JsonType.TEXT, Value.Option::name));

  /** Values by issue. */
  static final JsonType<Terms> TERMS = JsonType.as(JsonType.map(VALUE), Terms::values);

  static final JsonShape<Ask> ASK =
      JsonShape.<Ask>of("ask", "What is asked on one issue.")
          .textIf("region", "the values asked for, as they were written", Ask::region)
          .text("words", "what was asked in words, or empty", Ask::words)
          .build();

  static final JsonShape<Demand> DEMAND =
      JsonShape.<Demand>of("demand", "What a party asks for.")
          .text("kind", "the kind of demand, as files name it", Demand::kind)
          .text("by", "who asks", Demand::by)
          .ids("of", "of whom", Demand::of)
          .map("asks", "what is asked, by issue", ASK, Demand::asks)
          .constantIf("firmness", "how firm it is", Demand.Firmness.class, Demand::firmness)
          .flag("sufficient", "whether meeting it was declared to be enough", Demand::sufficient)
          .build();

  static final JsonShape<Condition> CONDITION =
      JsonShape.<Condition>of("condition", "What must be so for the rest to hold.")
          .text("issue", "on which issue", Condition::issue)
          .including(ASK, Condition::ask)
          .flag("sufficient", "whether it was declared to be enough", Condition::sufficient)
          .build();

  private static final JsonShape<Trigger> ON_FORCE =
      JsonValues.<Trigger>trigger("on-force", "With the entry into force.").build();

  private static final JsonShape<Trigger.AfterDays> AFTER_DAYS =
      JsonValues.<Trigger.AfterDays>trigger("after-days", "So long after the entry into force.")
          .integer("days", "how many days", Trigger.AfterDays::days)
          .build();

  private static final JsonShape<Trigger.OnDate> ON_DATE =
      JsonValues.<Trigger.OnDate>trigger("on-date", "On a date.")
          .date("date", "the date", Trigger.OnDate::date)
          .build();

  private static final JsonShape<Trigger.After> AFTER =
      JsonValues.<Trigger.After>trigger("after", "After something else is done.")
          .text("name", "the obligation or instalment that is awaited", Trigger.After::instalment)
          .oneIf(
              "under",
              "the text that it stands in, where it is another",
              JsonType.later(() -> JsonValues.TEXT),
              Trigger.After::under)
          .integer(
              "hours-later", "how many hours after it", a -> Math.toIntExact(a.later().toHours()))
          .build();

  private static final JsonShape<Trigger.When> EVENT =
      JsonValues.<Trigger.When>trigger("event", "When something in words comes about.")
          .text("words", "what", Trigger.When::words)
          .build();

  /** What sets something off. */
  static final JsonType<Trigger> TRIGGER =
      JsonType.<Trigger>cases()
          .with(Trigger.OnForce.class, ON_FORCE)
          .with(Trigger.AfterDays.class, AFTER_DAYS)
          .with(Trigger.OnDate.class, ON_DATE)
          .with(Trigger.After.class, AFTER)
          .with(Trigger.When.class, EVENT);

  private static <T> JsonShape.Builder<T> trigger(String kind, String meaning) {
    return JsonShape.<T>of("trigger-" + kind, meaning).fixed("kind", "what sets it off", kind);
  }

  static final JsonShape<Instalment> INSTALMENT =
      JsonShape.<Instalment>of("instalment", "One of several steps of a text.")
          .text("name", "its name", Instalment::name)
          .one("terms", "its values, by issue", TERMS, Instalment::terms)
          .one("trigger", "what sets it off", TRIGGER, Instalment::trigger)
          .build();

  static final JsonShape<Undertaking> UNDERTAKING =
      JsonShape.<Undertaking>of("undertaking", "What somebody is to do.")
          .text("name", "its name", Undertaking::name)
          .text("by", "who is to do it", Undertaking::by)
          .oneIf("terms", "what is delivered, by issue", TERMS, Undertaking::terms)
          .text("words", "what is to be done, in words, or empty", Undertaking::words)
          .numberIf("amount", "how much, in units", Undertaking::amount)
          .flag("refrain", "whether it is to leave something undone", Undertaking::refrain)
          .dateIf("due", "by when", Undertaking::due)
          .one("trigger", "what sets it off", TRIGGER, Undertaking::trigger)
          .textIf("guarantor", "who secures it", Undertaking::guarantor)
          .build();

  private static final JsonShape<EntryIntoForce> IN_FORCE =
      JsonShape.<EntryIntoForce>of("entry-into-force", "How a text comes into force.")
          .one(
              "ratified-by",
              "who must have ratified it",
              JsonType.oneOf("nobody", "all who must", "each for itself", "those", "at least"),
              e -> ratifiers(e.ratifiers()))
          .ids(
              "those",
              "who that is, where it names them",
              e ->
                  e.ratifiers() instanceof Ratifiers.Those those
                      ? those.parties()
                      : ImmutableSet.of())
          .integerIf(
              "at-least",
              "how many, where it says so",
              e ->
                  e.ratifiers() instanceof Ratifiers.AtLeast few
                      ? Optional.of(few.parties())
                      : Optional.empty())
          .dateIf("date", "the date, where it gives one", EntryIntoForce::date)
          .oneIf("event", "after what else, where it says so", TRIGGER, EntryIntoForce::event)
          .flag(
              "provisionally",
              "whether it is applied provisionally before",
              EntryIntoForce::provisionally)
          .build();

  private static String ratifiers(Ratifiers ratifiers) {
    if (ratifiers instanceof Ratifiers.Everybody) {
      return "all who must";
    }
    if (ratifiers instanceof Ratifiers.Each) {
      return "each for itself";
    }
    return ratifiers instanceof Ratifiers.Those
        ? "those"
        : ratifiers instanceof Ratifiers.AtLeast ? "at least" : "nobody";
  }

  private static final JsonShape<Lasting> LASTING =
      JsonShape.<Lasting>of("lasting", "How long a text lasts: one of these is given.")
          .integerIf(
              "days",
              "for so many days",
              l -> l instanceof Lasting.Days it ? Optional.of(it.days()) : Optional.empty())
          .integerIf(
              "hours",
              "for so many hours",
              l -> l instanceof Lasting.Hours it ? Optional.of(it.hours()) : Optional.empty())
          .dateIf(
              "until",
              "until a date",
              l -> l instanceof Lasting.Until it ? Optional.of(it.date()) : Optional.empty())
          .textIf(
              "until-event",
              "until something in words comes about",
              l -> l instanceof Lasting.UntilEvent it ? Optional.of(it.words()) : Optional.empty())
          .build();

  private static final JsonShape<Provisions> PROVISIONS =
      JsonShape.<Provisions>of("provisions", "What a text says.")
          .one("terms", "its values, by issue", TERMS, Provisions::terms)
          .list("conditions", "what must be so for it to hold", CONDITION, Provisions::conditions)
          .list("instalments", "its steps", INSTALMENT, Provisions::instalments)
          .list("undertakings", "who does what", UNDERTAKING, Provisions::undertakings)
          .map(
              "brackets",
              "the versions of what is not agreed yet, by issue and by party",
              JsonType.<Map<?, ? extends Value>, Map<?, ? extends Value>>as(
                  JsonType.map(VALUE), versions -> versions),
              Provisions::brackets)
          .constant(
              "binding",
              "whether it holds in whole or also in part",
              Provisions.Binding.class,
              Provisions::binding)
          .flag(
              "comprehensive",
              "whether it claims to settle the whole dispute",
              Provisions::comprehensive)
          .flag("interim", "whether it settles for its time only", Provisions::interim)
          .flag(
              "stands-alone",
              "whether it holds without the rest of a single undertaking",
              Provisions::standsAlone)
          .ids("open-to", "who can join it later", Provisions::openTo)
          .flag("denounceable", "whether a party may leave it", Provisions::denounceable)
          .textIf("verifier", "whose findings settle what was done", Provisions::verifier)
          .one("in-force", "how it comes into force", IN_FORCE, Provisions::inForce)
          .oneIf("lasts", "how long it lasts", LASTING, Provisions::lasts)
          .oneIf(
              "replaces",
              "the earlier text that it replaces",
              JsonType.later(() -> JsonValues.TEXT),
              Provisions::replaces)
          .oneIf(
              "amends",
              "the earlier text that it changes",
              JsonType.later(() -> JsonValues.TEXT),
              Provisions::amends)
          .build();

  static final JsonShape<Offer> OFFER =
      JsonShape.<Offer>of("offer", "A text that binds its maker if it is accepted, or a proposal.")
          .text("by", "who makes it", Offer::by)
          .ids("to", "to whom", Offer::to)
          .ids("jointly", "who makes it together with its maker", Offer::jointly)
          .including(PROVISIONS, offer -> offer)
          .dateIf("expiry", "its last day", Offer::expiry)
          .flag("proposal", "whether it binds its maker to nothing", Offer::proposal)
          .build();

  static final JsonShape<Text> TEXT =
      JsonShape.<Text>of("text", "What can be agreed.")
          .ids("parties", "whom it binds", Text::parties)
          .including(PROVISIONS, text -> text)
          .build();

  static final JsonShape<Tie> TIE =
      JsonShape.<Tie>of("tie", "A commitment that waits for others.")
          .text("by", "whose", Tie::by)
          .text("issue", "on which issue", Tie::issue)
          .constant("order", "when the others must come", Tie.Order.class, Tie::order)
          .ids("others", "the issues that it waits for", Tie::others)
          .build();
}
