package dev.parley.testing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Delegation.Level;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.Engagement;
import dev.parley.demand.EntryIntoForce;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Claim.Answer;
import dev.parley.evidence.Figure;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.Deadline;
import dev.parley.talks.Form.Component;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import dev.parley.talks.Substantive.Direction;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An act of every kind in which every component says something, and nothing says what is usual: a
 * shape that is added must be given content here before anything compiles.
 */
final class EveryAct implements Shape.Supply {
  static final ActorId NORTH = ActorId.of("north");
  static final ActorId SOUTH = ActorId.of("south");
  static final ActorId EAST = ActorId.of("east");
  static final IssueId LAND = IssueId.of("land");
  static final IssueId WATER = IssueId.of("water");

  static final Agenda AGENDA =
      Agenda.builder()
          .principal("north", "North")
          .principal("south", "South")
          .principal("east", "East")
          .issue("land", Scale.quantity("0", "100", "1", "acres"))
          .issue("water", Scale.quantity("0", "50", "0.5", "litres"))
          .addDelegationList(
              Delegation.builder()
                  .id(DelegationId.of("team"))
                  .party(NORTH)
                  .name("the team")
                  .level(Level.SENIOR)
                  .build())
          .build();

  static final Undertaking CLEARS =
      Undertaking.builder()
          .name("clearing")
          .by(NORTH)
          .terms(Terms.on(AGENDA).set("land", "40").build())
          .words("clears the fields")
          .due(When.parse("2024-05-01"))
          .guarantor(EAST)
          .build();

  static final Offer STANDING =
      Offer.builder()
          .by(SOUTH)
          .addTo(NORTH)
          .terms(Terms.on(AGENDA).set("land", "40").set("water", "7.5").build())
          .binding(Binding.SEVERABLE)
          .build();

  static final Demand DEMANDED =
      GeneralDemand.builder()
          .by(SOUTH)
          .addOf(NORTH)
          .putWanted(LAND, new Ask(Optional.of("at least 60"), "most of it"))
          .firmness(Firmness.ESSENTIAL)
          .sufficient(true)
          .build();

  static final Text AGREED =
      Text.builder()
          .addParties(NORTH, SOUTH)
          .terms(Terms.on(AGENDA).set("land", "40").build())
          .addUndertakings(CLEARS)
          .build();

  static final Obligation OWED = new Obligation(AGREED, CLEARS, ImmutableSet.of(SOUTH));

  static ImmutableList<Act> all() {
    ImmutableList.Builder<Act> all = ImmutableList.builder();
    for (ActKind kind : ActKind.values()) {
      all.add(kind.form().make(new EveryAct()).orElseThrow());
    }
    return all.build();
  }

  static Move by(Act act) {
    return Move.builder()
        .by(NORTH)
        .on(When.parse("2024-03-02"))
        .words("as it was told")
        .act(act)
        .build();
  }

  @Override
  public boolean isThere(Component<?, ?> at) {
    return true;
  }

  @Override
  public Optional<String> words(Component<?, ?> at) {
    return Optional.of("words of " + at.name());
  }

  @Override
  public Optional<ImmutableSet<String>> names(Component<?, ?> at) {
    return Optional.of(ImmutableSet.of("doha", "cairo"));
  }

  @Override
  public Optional<When> date(Component<?, ?> at) {
    return Optional.of(When.parse("2024-06"));
  }

  @Override
  public Optional<ActorId> actor(Component<?, ?> at) {
    return Optional.of(SOUTH);
  }

  @Override
  public Optional<ImmutableSet<ActorId>> actors(Component<?, ?> at) {
    return Optional.of(ImmutableSet.of(SOUTH));
  }

  @Override
  public Optional<IssueId> issue(Component<?, ?> at) {
    return Optional.of(LAND);
  }

  @Override
  public Optional<ImmutableSet<IssueId>> issues(Component<?, ?> at) {
    return Optional.of(ImmutableSet.of(LAND));
  }

  @Override
  public Optional<Issue> issueDefinition(Component<?, ?> at) {
    return Optional.of(
        Issue.builder()
            .id(IssueId.of("fish"))
            .name("fishing")
            .scale(Scale.quantity("0", "20", "1", "boats"))
            .putBetter(NORTH, dev.parley.agenda.Issue.Better.MORE)
            .obligor(SOUTH)
            .putCode("pa-x", "Fish")
            .build());
  }

  @Override
  public Optional<DelegationId> delegation(Component<?, ?> at) {
    return Optional.of(DelegationId.of("team"));
  }

  @Override
  public Optional<Deadline> deadline(Component<?, ?> at) {
    return Optional.of(new Deadline("harvest", When.parse("2024-09-01"), "before the harvest"));
  }

  @Override
  public Optional<String> deadlineName(Component<?, ?> at) {
    return Optional.of("harvest");
  }

  @Override
  public Optional<Demand> demand(Component<?, ?> at) {
    return Optional.of(
        GeneralDemand.builder()
            .by(NORTH)
            .addOf(SOUTH)
            .putWanted(LAND, new Ask(Optional.of("at least 30"), "a fair share"))
            .firmness(Firmness.PRECONDITION)
            .sufficient(true)
            .build());
  }

  @Override
  public Optional<Demand> standingDemand(Component<?, ?> at) {
    return Optional.of(DEMANDED);
  }

  @Override
  public Optional<ImmutableList<Condition>> conditions(Component<?, ?> at) {
    return Optional.of(ImmutableList.of(Condition.of("water", "at least 2")));
  }

  @Override
  public Optional<Tie> tie(Component<?, ?> at) {
    return Optional.of(new Tie(NORTH, LAND, Tie.Order.AFTER, ImmutableSet.of(WATER)));
  }

  private static Offer proposed() {
    return Offer.builder()
        .by(NORTH)
        .addTo(SOUTH, EAST)
        .proposal(true)
        .terms(Terms.on(AGENDA).set("land", "45").build())
        .putBracket(WATER, versions("5", "12.5"))
        .replaces(STANDING.text())
        .interim(true)
        .build();
  }

  private static ImmutableMap<ActorId, Value> versions(String south, String east) {
    return ImmutableMap.of(SOUTH, water(south), EAST, water(east));
  }

  private static Value water(String litres) {
    return Terms.on(AGENDA).set("water", litres).build().on(WATER).orElseThrow();
  }

  @Override
  public Optional<ImmutableList<Offer>> offers(Component<?, ?> at) {
    if (at.name().equals("proposal")) {
      return Optional.of(ImmutableList.of(proposed()));
    }
    Offer one =
        Offer.builder()
            .by(NORTH)
            .addTo(SOUTH)
            .terms(Terms.on(AGENDA).set("land", "40").build())
            .addConditions(new Condition(WATER, Ask.of("at least 10"), true))
            .addInstalments(
                new Instalment(
                    "first", Terms.on(AGENDA).set("land", "10").build(), new Trigger.OnForce()),
                new Instalment(
                    "second",
                    Terms.on(AGENDA).set("land", "30").build(),
                    new Trigger.After("first")))
            .addUndertakings(CLEARS)
            .expiry(When.parse("2024-04-01"))
            .comprehensive(true)
            .inForce(EntryIntoForce.on(When.parse("2024-07-01")))
            .build();
    return Optional.of(
        ImmutableList.of(
            one, one.withTerms(Terms.on(AGENDA).set("land", "50").build()).withInstalments()));
  }

  @Override
  public Optional<Offer> standingOffer(Component<?, ?> at) {
    return Optional.of(STANDING);
  }

  @Override
  public Optional<ImmutableList<Offer>> standingOffers(Component<?, ?> at) {
    return Optional.of(ImmutableList.of(STANDING));
  }

  @Override
  public Optional<Text> text(Component<?, ?> at) {
    return Optional.of(
        Text.builder()
            .addParties(NORTH, SOUTH)
            .terms(STANDING.terms())
            .addUndertakings(CLEARS)
            .binding(Binding.SEVERABLE)
            .comprehensive(true)
            .standsAlone(true)
            .inForce(EntryIntoForce.ON_SIGNATURE)
            .replaces(AGREED)
            .build());
  }

  @Override
  public Optional<Text> standingText(Component<?, ?> at) {
    return Optional.of(AGREED);
  }

  @Override
  public Optional<BigDecimal> amount(Component<?, ?> at) {
    return Optional.of(new BigDecimal("3"));
  }

  @Override
  public Optional<Authority> authority(Component<?, ?> at) {
    return Optional.of(Authority.AD_REFERENDUM);
  }

  @Override
  public Optional<Obligation> obligation(Component<?, ?> at) {
    return Optional.of(OWED);
  }

  @Override
  public Optional<Engagement> engagement(Component<?, ?> at) {
    return Optional.of(OWED);
  }

  @Override
  public Optional<Implementation> degree(Component<?, ?> at) {
    return Optional.of(Implementation.INTERMEDIATE);
  }

  @Override
  public Optional<Direction> direction(Component<?, ?> at) {
    return Optional.of(Direction.HARDER);
  }

  @Override
  public Optional<Claim> claim(Component<?, ?> at) {
    return Optional.of(
        Claim.builder()
            .about("how many came")
            .says(Answer.of(Figure.parse("about 30")))
            .source(Source.report("desk", "the desk"))
            .on(When.parse("2024-02-28"))
            .concerning(SOUTH)
            .build());
  }
}
