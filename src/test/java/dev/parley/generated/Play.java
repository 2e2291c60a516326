package dev.parley.generated;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Authority;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import dev.parley.demand.Binding;
import dev.parley.demand.Condition;
import dev.parley.demand.Demand;
import dev.parley.demand.EndOfWar;
import dev.parley.demand.Firmness;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.HostageList;
import dev.parley.demand.Instalment;
import dev.parley.demand.Offer;
import dev.parley.demand.Tie;
import dev.parley.demand.Trigger;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Withdrawal;
import dev.parley.evidence.Answer;
import dev.parley.evidence.Claim;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Figure;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.talks.Accepted;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Communicative;
import dev.parley.talks.Deadline;
import dev.parley.talks.Direction;
import dev.parley.talks.Entry;
import dev.parley.talks.Exogenous;
import dev.parley.talks.Implementation;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Note;
import dev.parley.talks.Obligation;
import dev.parley.talks.Opening;
import dev.parley.talks.Outcome;
import dev.parley.talks.Procedural;
import dev.parley.talks.Substantive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random walks through a negotiation. Each step is one number, so that a failing walk shrinks to
 * few steps: most take an opening of {@link Negotiation#legalMoves}, some do whatever comes to mind
 * and are recorded as the world would have them, a few correct, cancel or deny. A step that refers
 * to nothing is left out.
 */
public final class Play {
  private static final ImmutableList<String> WORDS =
      ImmutableList.of(
          "until apprehensions are eliminated",
          "yes",
          "",
          " padded ",
          "a: b, [c] {d} #e",
          "- \"quoted\"\nand broken",
          "in force",
          "day 7",
          "null");

  private static final ImmutableList<Source> SOURCES =
      ImmutableList.of(
          Source.report("news", "an article: \"x\""),
          Source.document("text", "the agreement").withOn(When.month(2024, 12)),
          Source.statementOf("north-says", ActorId.of("north")).withVia("news"),
          Source.statementOf("south-says", ActorId.of("south")).withSpeaker("a senior official"),
          Source.builder()
              .id("unnamed")
              .kind(dev.parley.evidence.SourceKind.STATEMENT)
              .anonymous(true)
              .build());

  private final SplittableRandom random;
  private Negotiation now;

  private Play(Negotiation now, long seed) {
    this.now = now;
    this.random = new SplittableRandom(seed);
  }

  /** Returns arbitrary records of up to that many steps. */
  public static Arbitrary<Negotiation> records(int steps) {
    return Combinators.combine(
            Agendas.agendas(), Arbitraries.longs().list().ofMinSize(0).ofMaxSize(steps))
        .as((agenda, seeds) -> play(Negotiation.about(agenda), seeds));
  }

  /** Returns the negotiation after one step for each number. */
  public static Negotiation play(Negotiation start, List<Long> seeds) {
    Negotiation now = start;
    for (long seed : seeds) {
      now = new Play(now, seed).step();
    }
    return now;
  }

  private Negotiation step() {
    int chance = random.nextInt(20);
    if (chance == 0 && now.chronicle().size() > 0) {
      return word();
    }
    Optional<Move> move = chance < 14 ? legal() : any();
    if (move.isEmpty()) {
      return now;
    }
    Outcome outcome = now.record(move.get());
    return outcome instanceof Accepted accepted ? accepted.negotiation() : now;
  }

  private Negotiation word() {
    EntryId target = new EntryId(1 + random.nextInt(now.chronicle().size()));
    if (!(now.chronicle().entry(target).orElseThrow() instanceof Entry.Told)) {
      return now;
    }
    Note note = new Note(when(), source(), words());
    Outcome outcome =
        switch (random.nextInt(3)) {
          case 0 -> now.cancel(target, note);
          case 1 -> now.deny(target, note);
          default -> any().map(m -> now.correct(target, m, note)).orElse(now.cancel(target, note));
        };
    return outcome instanceof Accepted accepted ? accepted.negotiation() : now;
  }

  private Optional<Move> legal() {
    List<Opening> openings = now.legalMoves();
    if (openings.isEmpty()) {
      return Optional.empty();
    }
    Opening opening = pick(openings);
    for (int i = 0; i < 3 && !isWanted(opening.kind()); i++) {
      opening = pick(openings);
    }
    List<Opening> late = openings.stream().filter(o -> isLate(o.kind())).toList();
    if (!late.isEmpty() && random.nextInt(3) == 0) {
      opening = pick(late);
    }
    ActorId by = opening.by();
    return act(opening.kind(), by, opening.subject()).map(a -> move(by, a));
  }

  /** Says whether an act leads on to what few walks would reach by themselves. */
  private static boolean isWanted(ActKind kind) {
    return switch (kind) {
      case RAISE_DEMAND, MAKE_OFFER, ACCEPT, RATIFY, SET_OFF, PERFORM, ALLEGE_BREACH, EXCUSE ->
          true;
      default -> false;
    };
  }

  private static boolean isLate(ActKind kind) {
    return switch (kind) {
      case ACCEPT, RATIFY, SET_OFF, PERFORM, ALLEGE_BREACH, EXCUSE -> true;
      default -> false;
    };
  }

  private Optional<Move> any() {
    ActorId by = pick(now.agenda().actors().keySet().asList());
    ActKind kind = pick(List.of(ActKind.values()));
    return act(kind, by, Optional.empty()).map(a -> move(by, a));
  }

  private Move move(ActorId by, Act act) {
    Move.Builder move = Move.builder().by(by).act(act).on(when()).words(words());
    source().ifPresent(move::source);
    if (random.nextInt(6) == 0) {
      now.agenda().delegations().keySet().stream().findFirst().ifPresent(move::through);
    }
    if (random.nextInt(8) == 0) {
      move.putCode("plover", "CONCEDE");
    }
    return move.build();
  }

  private Optional<Act> act(ActKind kind, ActorId by, Optional<Object> subject) {
    return Optional.ofNullable(
        switch (kind) {
          case OPEN_ROUND ->
              new Procedural.OpenRound(
                  pick(
                      List.of(
                          ImmutableSet.of(),
                          ImmutableSet.of("doha"),
                          ImmutableSet.of("doha", "cairo"))),
                  maybe("proximity"));
          case CLOSE_ROUND -> new Procedural.CloseRound();
          case HOLD_MEETING -> new Procedural.HoldMeeting(maybe("doha"), maybe("face to face"));
          case SUSPEND -> random.nextInt(4) > 0 ? null : new Procedural.Suspend();
          case RESUME -> new Procedural.Resume();
          case BREAK_OFF -> random.nextInt(6) == 0 ? new Procedural.BreakOff() : null;
          case DECLARE_IMPASSE -> new Procedural.DeclareImpasse();
          case SET_DEADLINE ->
              new Procedural.SetDeadline(
                  new Deadline("d" + random.nextInt(3), When.day(2025, 2, 3), words()));
          case EXTEND_DEADLINE ->
              new Procedural.ExtendDeadline(
                  subject.map(Object::toString).orElse("d1"), When.year(2026));
          case SEND_DELEGATION ->
              now.agenda().delegations().keySet().stream()
                  .findFirst()
                  .<Act>map(d -> new Procedural.SendDelegation(d, maybe("cairo")))
                  .orElse(null);
          case AMEND_AGENDA -> new Procedural.AmendAgenda(amendment());
          case RAISE_DEMAND -> new Substantive.RaiseDemand(demand(by));
          case AMEND_DEMAND -> new Substantive.AmendDemand(demand(by));
          case DROP_DEMAND ->
              pickOr(now.situation().standingDemands().asList())
                  .<Act>map(d -> new Substantive.DropDemand(d.asks().keySet()))
                  .orElse(null);
          case REJECT_DEMAND ->
              subject
                  .map(Demand.class::cast)
                  .or(() -> pickOr(now.situation().demands().keySet().asList()))
                  .<Act>map(Substantive.RejectDemand::new)
                  .orElse(null);
          case TIE -> tie(by);
          case MAKE_OFFER -> makeOffer(by);
          case WITHDRAW_OFFER ->
              offer(subject).<Act>map(Substantive.WithdrawOffer::new).orElse(null);
          case ACCEPT ->
              offer(subject)
                  .<Act>map(
                      o ->
                          new Substantive.Accept(
                              o,
                              o.binding() == Binding.SEVERABLE && random.nextBoolean()
                                  ? ImmutableSet.of(o.terms().issues().iterator().next())
                                  : ImmutableSet.of(),
                              random.nextInt(3) > 0
                                  ? Authority.FINAL
                                  : pick(List.of(Authority.values()))))
                  .orElse(null);
          case REJECT_OFFER ->
              offer(subject)
                  .<Act>map(
                      o ->
                          new Substantive.RejectOffer(
                              o,
                              random.nextBoolean()
                                  ? ImmutableSet.of()
                                  : ImmutableSet.of(o.terms().issues().iterator().next())))
                  .orElse(null);
          case ATTEST ->
              new Substantive.Attest(
                  terms(2),
                  random.nextBoolean() ? ImmutableSet.of() : others(by),
                  pick(List.of(Binding.values())));
          case SHIFT ->
              new Substantive.Shift(
                  pick(List.of(Direction.values())),
                  random.nextInt(4) == 0 ? Optional.empty() : Optional.of(issue().id()),
                  random.nextBoolean() ? ImmutableSet.of() : others(by));
          case RATIFY -> new AfterDeal.Ratify();
          case FAIL_TO_RATIFY -> new AfterDeal.FailToRatify();
          case SET_OFF -> obligation(subject).<Act>map(AfterDeal.SetOff::new).orElse(null);
          case PERFORM ->
              obligation(subject)
                  .<Act>map(o -> new AfterDeal.Perform(o, pick(List.of(Implementation.values()))))
                  .orElse(null);
          case ALLEGE_BREACH ->
              obligation(subject)
                  .<Act>map(o -> new AfterDeal.AllegeBreach(o, words()))
                  .orElse(null);
          case EXCUSE -> obligation(subject).<Act>map(AfterDeal.Excuse::new).orElse(null);
          case TERMINATE -> random.nextInt(8) == 0 ? new AfterDeal.Terminate() : null;
          case CLAIM -> new Communicative.MakeClaim(claim(by));
          case ACCUSE ->
              new Communicative.Accuse(pick(now.agenda().actors().keySet().asList()), words());
          case PROMISE -> new Communicative.Promise(words());
          case THREATEN -> new Communicative.Threaten(words());
          case COMMIT -> new Communicative.Commit(words());
          case INCIDENT -> new Exogenous.Incident(words());
          case CHANGE_OF_GOVERNMENT -> new Exogenous.ChangeOfGovernment(words());
        });
  }

  private Issue amendment() {
    if (random.nextBoolean()) {
      return Issue.of("added-" + random.nextInt(3), Scale.quantity(0, 5, "posts"))
          .withCodes(random.nextBoolean() ? ImmutableMap.of() : ImmutableMap.of("ucdp", "x"));
    }
    Issue issue = issue();
    if (issue.scale() instanceof Scale.Quantity q) {
      BigDecimal most = q.most().add(q.step().multiply(BigDecimal.TEN));
      return issue.withScale(new Scale.Quantity(q.least(), most, q.step(), q.unit()));
    }
    return issue;
  }

  private @org.jspecify.annotations.Nullable Act tie(ActorId by) {
    List<IssueId> issues = now.agenda().issues().keySet().asList();
    if (issues.size() < 2) {
      return null;
    }
    return new Substantive.TieCommitment(
        new Tie(
            maker(by),
            issues.get(0),
            pick(List.of(Tie.Order.values())),
            ImmutableSet.copyOf(issues.subList(1, issues.size()))));
  }

  /** Returns mostly the mover, sometimes another in whose name it speaks. */
  private ActorId maker(ActorId by) {
    return random.nextInt(12) == 0 ? pick(now.agenda().principals()) : by;
  }

  private ImmutableSet<ActorId> others(ActorId by) {
    List<ActorId> others = new ArrayList<>(now.agenda().counterparts(by));
    return random.nextBoolean() ? ImmutableSet.copyOf(others) : ImmutableSet.of(pick(others));
  }

  private Demand demand(ActorId mover) {
    ActorId by = maker(mover);
    ImmutableSet<ActorId> of = random.nextInt(3) == 0 ? ImmutableSet.of() : others(by);
    Optional<Firmness> firmness =
        random.nextBoolean() ? Optional.empty() : Optional.of(pick(List.of(Firmness.values())));
    Issue issue = issue();
    if (issue.scale() instanceof Scale.Levels && random.nextBoolean()) {
      return EndOfWar.builder()
          .by(by)
          .addAllOf(of)
          .firmness(firmness)
          .issue(issue.id())
          .level(ask(issue))
          .build();
    }
    if (issue.scale() instanceof Scale.Quantity && random.nextInt(3) == 0) {
      return Withdrawal.builder()
          .by(by)
          .addAllOf(of)
          .extentIssue(issue.id())
          .extent(ask(issue))
          .build();
    }
    if (issue.scale() instanceof Scale.Checklist && random.nextBoolean()) {
      return HostageList.builder()
          .by(by)
          .addAllOf(of)
          .issue(issue.id())
          .addItems(
              random.nextBoolean() ? new String[] {"living"} : new String[] {"names", "living"})
          .build();
    }
    Map<IssueId, Ask> asks = new LinkedHashMap<>();
    asks.put(issue.id(), ask(issue));
    Issue other = issue();
    asks.put(other.id(), ask(other));
    return GeneralDemand.builder()
        .by(by)
        .addAllOf(of)
        .firmness(firmness)
        .sufficient(random.nextInt(4) == 0)
        .putAllWanted(asks)
        .build();
  }

  private Ask ask(Issue issue) {
    Optional<String> region = Optional.of(region(issue.scale()));
    return switch (random.nextInt(6)) {
      case 0 -> Ask.inWords("not stated");
      case 1 -> Ask.inWords("until apprehensions are eliminated");
      case 2 -> new Ask(region, pick(List.of("", "or thereabouts", " ")));
      default -> new Ask(region, "");
    };
  }

  private String region(Scale scale) {
    String value = value(scale).toString();
    if (scale instanceof Scale.Options) {
      return value;
    }
    if (scale instanceof Scale.Checklist) {
      return pick(List.of("living", "living, names", "names without deceased", "anything"));
    }
    return pick(List.of(value, "at least " + value, "at most " + value, "anything"));
  }

  private Value value(Scale scale) {
    if (scale instanceof Scale.Levels levels) {
      return Value.level(pick(levels.names()));
    }
    if (scale instanceof Scale.Options options) {
      return Value.option(pick(options.names()));
    }
    if (scale instanceof Scale.Checklist list) {
      return Value.items(
          list.items().stream().filter(i -> random.nextBoolean()).toArray(String[]::new));
    }
    Scale.Quantity quantity = (Scale.Quantity) scale;
    int steps = quantity.length().divide(quantity.step()).intValueExact();
    return Value.amount(
        quantity
            .least()
            .add(quantity.step().multiply(BigDecimal.valueOf(random.nextInt(steps + 1)))));
  }

  private Terms terms(int most) {
    Map<IssueId, Value> values = new LinkedHashMap<>();
    for (int i = 0; i <= random.nextInt(most); i++) {
      Issue issue = issue();
      values.put(issue.id(), value(issue.scale()));
    }
    return Terms.of(values);
  }

  private Act makeOffer(ActorId by) {
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i <= (random.nextInt(4) == 0 ? 1 : 0); i++) {
      offers.add(newOffer(by));
    }
    Optional<Offer> counters = random.nextInt(3) == 0 ? offer(Optional.empty()) : Optional.empty();
    return new Substantive.MakeOffer(ImmutableList.copyOf(ImmutableSet.copyOf(offers)), counters);
  }

  private Offer newOffer(ActorId mover) {
    ActorId by = maker(mover);
    Terms terms = terms(3);
    Offer.Builder offer = Offer.builder().by(by).addAllTo(others(by)).terms(terms);
    if (random.nextInt(3) == 0) {
      offer.binding(Binding.SEVERABLE);
    }
    if (random.nextInt(3) == 0) {
      offer.expiry(When.day(2025, 1, 1 + random.nextInt(20)));
    }
    for (int i = 0; i < random.nextInt(3); i++) {
      Issue issue = issue();
      if (terms.on(issue.id()).isEmpty()) {
        offer.addConditions(new Condition(issue.id(), ask(issue), random.nextInt(4) == 0));
      }
    }
    if (random.nextInt(3) == 0) {
      String after = "first";
      offer.addInstalments(new Instalment("first", terms, trigger()));
      offer.addInstalments(new Instalment("the second", terms, new Trigger.After(after)));
    }
    if (random.nextInt(3) == 0) {
      offer.addUndertakings(undertaking("release", by), undertaking("pull back", by));
      if (random.nextInt(4) == 0) {
        offer.addUndertakings(undertaking("release", by).withWords("again"));
      }
    }
    return offer.build();
  }

  private Undertaking undertaking(String name, ActorId by) {
    Undertaking.Builder undertaking =
        Undertaking.builder().name(name).by(by).words("what is agreed").trigger(trigger());
    if (random.nextBoolean()) {
      undertaking.terms(terms(2)).due(When.month(2025, 3)).guarantor(ActorId.of("valley"));
    }
    return undertaking.build();
  }

  private Trigger trigger() {
    return switch (random.nextInt(4)) {
      case 0 -> new Trigger.OnForce();
      case 1 -> new Trigger.AfterDays(random.nextInt(90));
      case 2 -> new Trigger.When(pick(WORDS));
      default -> new Trigger.When("the list is handed over");
    };
  }

  private Optional<Offer> offer(Optional<Object> subject) {
    if (subject.isPresent()) {
      return subject.map(Offer.class::cast);
    }
    List<Offer> made = new ArrayList<>();
    for (Entry entry : now.chronicle().entries()) {
      if (entry instanceof Entry.Told told
          && told.move().act() instanceof Substantive.MakeOffer make) {
        made.addAll(make.alternatives());
      }
    }
    return pickOr(made);
  }

  private Optional<Obligation> obligation(Optional<Object> subject) {
    return subject
        .map(Obligation.class::cast)
        .or(() -> pickOr(now.situation().obligations().keySet().asList()));
  }

  private Claim claim(ActorId by) {
    Answer answer =
        switch (random.nextInt(5)) {
          case 0 -> Answer.of(Figure.parse("more than 45,000"));
          case 1 -> Answer.of(when());
          case 2 -> Answer.text("a deal, nearly: #1");
          case 3 -> Answer.no();
          default -> Answer.yes();
        };
    Claim.Builder claim =
        Claim.builder()
            .about("is a deal near?")
            .says(answer)
            .source(source().orElse(Source.statementOf(by.text(), by)));
    if (random.nextBoolean()) {
      claim.on(when());
    }
    if (random.nextBoolean()) {
      claim.concerning(pick(now.agenda().principals()));
    }
    return claim.build();
  }

  private When when() {
    return pick(
        List.of(
            When.UNKNOWN,
            When.year(2025),
            When.month(2024, 12).approximately(),
            When.day(2025, 1, 1 + random.nextInt(28))));
  }

  private Optional<Source> source() {
    return random.nextBoolean() ? Optional.empty() : Optional.of(pick(SOURCES));
  }

  private String words() {
    return random.nextInt(3) == 0 ? pick(WORDS) : "";
  }

  private Optional<String> maybe(String text) {
    return random.nextBoolean() ? Optional.empty() : Optional.of(text);
  }

  private Issue issue() {
    Agenda agenda = now.agenda();
    return pick(agenda.issueList());
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <T> Optional<T> pickOr(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(pick(all));
  }
}
