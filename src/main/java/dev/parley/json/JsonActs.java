package dev.parley.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.report.words.JsonWriter;
import dev.parley.talks.Deadline;
import dev.parley.talks.Form.Component;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import dev.parley.talks.Situation;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Moves as JSON: who, when, on whose word, and the act with what it says, component by component.
 */
final class JsonActs implements Shape.Cases<JsonWriter> {
  private final JsonWriter sheet;

  private JsonActs(JsonWriter sheet) {
    this.sheet = sheet;
  }

  static void move(JsonWriter sheet, Move move, Situation seenFrom) {
    sheet.put("kind", move.act().kind());
    sheet.text("by", move.by().isNamed() ? Optional.of(move.by()) : Optional.empty());
    sheet.put("on", move.on());
    sheet.text("source", move.source().map(Source::id));
    sheet.texts("other-sources", move.otherSources().stream().map(Source::id).toList());
    sheet.objects("because-of", move.becauseOf(), (s, e) -> s.put("entry", e.number()));
    sheet.put("attribution", move.attribution(seenFrom));
    sheet.text("through", move.through()).put("words", move.words());
    sheet.texts("codes", move.codes());
    sheet.object("act", s -> move.act().tell(new JsonActs(s)));
  }

  @Override
  public JsonWriter absent(Component<?, ?> at) {
    return sheet.nothing(at.name());
  }

  @Override
  public JsonWriter choice(Component<?, ?> at, Enum<?> value) {
    return sheet.put(at.name(), value);
  }

  @Override
  public JsonWriter words(Component<?, ?> at, String words) {
    return sheet.put(at.name(), words);
  }

  @Override
  public JsonWriter names(Component<?, ?> at, ImmutableSet<String> names) {
    return sheet.texts(at.name(), names);
  }

  @Override
  public JsonWriter date(Component<?, ?> at, When date) {
    return sheet.put(at.name(), date);
  }

  @Override
  public JsonWriter actor(Component<?, ?> at, ActorId actor) {
    return sheet.put(at.name(), actor);
  }

  @Override
  public JsonWriter actors(Component<?, ?> at, ImmutableSet<ActorId> actors) {
    return sheet.texts(at.name(), actors);
  }

  @Override
  public JsonWriter issue(Component<?, ?> at, IssueId issue) {
    return sheet.put(at.name(), issue);
  }

  @Override
  public JsonWriter issues(Component<?, ?> at, ImmutableSet<IssueId> issues) {
    return sheet.texts(at.name(), issues);
  }

  @Override
  public JsonWriter issueDefinition(Component<?, ?> at, Issue issue) {
    return sheet.put(at.name(), issue.id()).put("scale", issue.scale().describe());
  }

  @Override
  public JsonWriter delegation(Component<?, ?> at, DelegationId delegation) {
    return sheet.put(at.name(), delegation);
  }

  @Override
  public JsonWriter deadline(Component<?, ?> at, Deadline deadline) {
    sheet.put("name", deadline.name()).put("date", deadline.date());
    return sheet.put("words", deadline.words());
  }

  @Override
  public JsonWriter deadlineName(Component<?, ?> at, String name) {
    return sheet.put(at.name(), name);
  }

  @Override
  public JsonWriter demand(Component<?, ?> at, Demand demand) {
    JsonValues.demand(sheet, demand);
    return sheet;
  }

  @Override
  public JsonWriter standingDemand(Component<?, ?> at, Demand demand) {
    return sheet.object(at.name(), s -> JsonValues.demand(s, demand));
  }

  @Override
  public JsonWriter tie(Component<?, ?> at, Tie tie) {
    JsonValues.tie(sheet, tie);
    return sheet;
  }

  @Override
  public JsonWriter conditions(Component<?, ?> at, ImmutableList<Condition> conditions) {
    return conditions.isEmpty()
        ? sheet
        : sheet.objects(at.name(), conditions, JsonValues::condition);
  }

  @Override
  public JsonWriter offers(Component<?, ?> at, ImmutableList<Offer> offers) {
    return sheet.objects(at.name(), offers, JsonValues::offer);
  }

  @Override
  public JsonWriter standingOffer(Component<?, ?> at, Offer offer) {
    return sheet.object(at.name(), s -> JsonValues.offer(s, offer));
  }

  @Override
  public JsonWriter text(Component<?, ?> at, Text text) {
    return sheet.object(at.name(), s -> JsonValues.text(s, text));
  }

  @Override
  public JsonWriter standingText(Component<?, ?> at, Text text) {
    return sheet.object(at.name(), s -> JsonValues.text(s, text));
  }

  @Override
  public JsonWriter amount(Component<?, ?> at, BigDecimal amount) {
    return sheet.put(at.name(), amount);
  }

  @Override
  public JsonWriter obligation(Component<?, ?> at, Obligation obligation) {
    sheet.put(at.name(), obligation.name()).put("obligor", obligation.by());
    return sheet.texts("owed-to", obligation.owedTo());
  }

  @Override
  public JsonWriter claim(Component<?, ?> at, Claim claim) {
    JsonValues.claim(sheet, claim);
    return sheet;
  }
}
