package dev.parley.play;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Authority;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import dev.parley.demand.Binding;
import dev.parley.demand.Condition;
import dev.parley.demand.Demand;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Instalment;
import dev.parley.demand.Offer;
import dev.parley.demand.Tie;
import dev.parley.demand.Trigger;
import dev.parley.demand.Undertaking;
import dev.parley.evidence.Answer;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Attestation;
import dev.parley.talks.Communicative;
import dev.parley.talks.Deadline;
import dev.parley.talks.Direction;
import dev.parley.talks.Exogenous;
import dev.parley.talks.Implementation;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Obligation;
import dev.parley.talks.Opening;
import dev.parley.talks.Procedural;
import dev.parley.talks.Substantive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns numbers into moves: each number chooses an opening and fills in its content from the
 * scales. One number in eight is a wild move, by anybody and of any kind, which may be illegal.
 */
public final class Player {
  private final Negotiation talks;
  private final Dice dice;
  private final Agenda agenda;

  private Player(Negotiation talks, Dice dice) {
    this.talks = talks;
    this.dice = dice;
    this.agenda = talks.agenda();
  }

  /** Returns the move that a number chooses here; empty when no move is legal. */
  public static Move choose(Negotiation talks, int number) {
    Dice dice = new Dice(number);
    Player player = new Player(talks, dice);
    if (talks.isOver() || dice.oneIn(8)) {
      return player.wild();
    }
    Map<ActKind, List<Opening>> byKind = new EnumMap<>(ActKind.class);
    for (Opening opening : talks.legalMoves()) {
      byKind.computeIfAbsent(opening.kind(), k -> new ArrayList<>()).add(opening);
    }
    List<ActKind> urn = new ArrayList<>();
    byKind.keySet().forEach(kind -> urn.addAll(java.util.Collections.nCopies(weight(kind), kind)));
    Opening opening = dice.of(byKind.get(dice.of(urn)));
    return player.move(opening.by(), opening.kind(), opening.subject());
  }

  private static int weight(ActKind kind) {
    return switch (kind) {
      case RAISE_DEMAND, MAKE_OFFER, ACCEPT, SHIFT -> 6;
      case AMEND_DEMAND, DROP_DEMAND, WITHDRAW_OFFER, REJECT_OFFER, REJECT_DEMAND -> 4;
      case CLOSE_ROUND, OPEN_ROUND, ATTEST, RATIFY, RESUME, SET_OFF -> 5;
      case PERFORM -> 3;
      case TERMINATE, BREAK_OFF, SUSPEND -> 1;
      default -> 2;
    };
  }

  private Move wild() {
    List<ActorId> everybody = new ArrayList<>(agenda.actors().keySet());
    everybody.add(ActorId.of("nobody"));
    ActKind kind = dice.of(List.of(ActKind.values()));
    List<Optional<Object>> subjects = subjects(kind);
    return move(dice.of(everybody), kind, dice.of(subjects));
  }

  private List<Optional<Object>> subjects(ActKind kind) {
    List<Optional<Object>> all = new ArrayList<>();
    switch (kind) {
      case ACCEPT, REJECT_OFFER, WITHDRAW_OFFER -> everMade().forEach(o -> all.add(Optional.of(o)));
      case REJECT_DEMAND ->
          talks.situation().demands().keySet().forEach(d -> all.add(Optional.of(d)));
      case SET_OFF, PERFORM, ALLEGE_BREACH, EXCUSE ->
          talks.situation().obligations().keySet().forEach(o -> all.add(Optional.of(o)));
      case EXTEND_DEADLINE ->
          talks.situation().deadlines().keySet().forEach(d -> all.add(Optional.of(d)));
      default -> {}
    }
    if (all.isEmpty()) {
      all.add(Optional.empty());
    }
    return all;
  }

  private Set<Offer> everMade() {
    Set<Offer> all = new LinkedHashSet<>();
    talks
        .chronicle()
        .readings()
        .forEach(
            r -> {
              if (r.move().act() instanceof Substantive.MakeOffer make) {
                all.addAll(make.alternatives());
              }
            });
    return all;
  }

  private Move move(ActorId by, ActKind kind, Optional<Object> subject) {
    Act act = act(by, kind, subject);
    Move.Builder move = Move.builder().by(by).act(act).on(date());
    boolean own = agenda.delegations().values().stream().anyMatch(d -> d.party().equals(by));
    if (own ? dice.oneIn(5) : dice.oneIn(40)) {
      move.through(DelegationId.of("delegation"));
    }
    int word = dice.next(12);
    if (word == 10 && agenda.isPrincipal(by)) {
      move.source(
          Source.statementOf("spokesman", by).withSpeaker(dice.oneIn(2) ? "minister" : "general"));
    } else if (word == 11) {
      move.source(Source.report("outlet", "An outlet"));
    }
    return move.build();
  }

  private When date() {
    int months = talks.chronicle().size() / 3;
    return switch (dice.next(4)) {
      case 0 -> When.UNKNOWN;
      case 1 -> When.month(2024 + months / 12, 1 + months % 12);
      default -> When.day(2024 + months / 12, 1 + months % 12, 1 + dice.next(28));
    };
  }

  private Act act(ActorId by, ActKind kind, Optional<Object> subject) {
    return switch (kind) {
      case OPEN_ROUND -> new Procedural.OpenRound(ImmutableSet.of("main"), Optional.empty());
      case CLOSE_ROUND -> new Procedural.CloseRound();
      case HOLD_MEETING -> new Procedural.HoldMeeting(Optional.of("side"), Optional.empty());
      case SUSPEND -> new Procedural.Suspend();
      case RESUME -> new Procedural.Resume();
      case BREAK_OFF -> new Procedural.BreakOff();
      case DECLARE_IMPASSE -> new Procedural.DeclareImpasse();
      case SET_DEADLINE ->
          new Procedural.SetDeadline(new Deadline("deadline-" + dice.next(2), date(), "an answer"));
      case EXTEND_DEADLINE ->
          new Procedural.ExtendDeadline((String) subject.orElse("deadline-9"), later());
      case SEND_DELEGATION ->
          new Procedural.SendDelegation(
              subject
                  .filter(DelegationId.class::isInstance)
                  .map(DelegationId.class::cast)
                  .orElse(DelegationId.of("delegation")),
              Optional.empty());
      case AMEND_AGENDA -> new Procedural.AmendAgenda(amended());
      case RAISE_DEMAND -> new Substantive.RaiseDemand(demand(by));
      case AMEND_DEMAND -> new Substantive.AmendDemand(amendment(by));
      case DROP_DEMAND -> new Substantive.DropDemand(dropped(by));
      case REJECT_DEMAND ->
          new Substantive.RejectDemand(
              subject.map(Demand.class::cast).orElseGet(() -> demand(principal())));
      case TIE -> tie(by);
      case MAKE_OFFER -> offers(by);
      case WITHDRAW_OFFER -> new Substantive.WithdrawOffer(named(by, subject));
      case ACCEPT -> accept(named(by, subject));
      case REJECT_OFFER -> {
        Offer offer = named(by, subject);
        yield new Substantive.RejectOffer(offer, dice.oneIn(3) ? parts(offer) : ImmutableSet.of());
      }
      case ATTEST -> attest(by);
      case SHIFT ->
          new Substantive.Shift(
              dice.of(List.of(Direction.values())),
              dice.oneIn(5) ? Optional.empty() : Optional.of(issue().id()),
              dice.oneIn(4) ? ImmutableSet.of(principal()) : ImmutableSet.of());
      case RATIFY -> new AfterDeal.Ratify();
      case FAIL_TO_RATIFY -> new AfterDeal.FailToRatify();
      case SET_OFF -> new AfterDeal.SetOff(obligation(subject));
      case PERFORM ->
          new AfterDeal.Perform(
              obligation(subject),
              dice.oneIn(3) ? Implementation.INTERMEDIATE : Implementation.FULL);
      case ALLEGE_BREACH -> new AfterDeal.AllegeBreach(obligation(subject), "too late");
      case EXCUSE -> new AfterDeal.Excuse(obligation(subject));
      case TERMINATE -> new AfterDeal.Terminate();
      case CLAIM ->
          new Communicative.MakeClaim(
              Claim.of("prisoners freed", Answer.yes(), Source.report("outlet", "An outlet")));
      case ACCUSE -> new Communicative.Accuse(dice.of(agenda.actors().keySet().asList()), "delay");
      case PROMISE -> new Communicative.Promise("an answer");
      case THREATEN -> new Communicative.Threaten("to leave");
      case COMMIT -> new Communicative.Commit("never to yield");
      case INCIDENT -> new Exogenous.Incident("a strike");
      case CHANGE_OF_GOVERNMENT -> new Exogenous.ChangeOfGovernment("an election");
    };
  }

  private When later() {
    return When.day(2030 + dice.next(3), 1, 1);
  }

  private ActorId principal() {
    return dice.of(agenda.principals());
  }

  private Issue issue() {
    return dice.of(agenda.issueList());
  }

  /** One counterpart, or all of them; now and then the maker itself. */
  private ImmutableSet<ActorId> addressees(ActorId by) {
    List<ActorId> others = agenda.principals().stream().filter(p -> !p.equals(by)).toList();
    if (dice.oneIn(30)) {
      return ImmutableSet.of(dice.of(agenda.actors().keySet().asList()));
    }
    return dice.oneIn(2) ? ImmutableSet.copyOf(others) : ImmutableSet.of(dice.of(others));
  }

  private Issue amended() {
    Issue issue = issue();
    if (dice.oneIn(2)) {
      return Issue.of("issue-" + (4 + dice.next(2)), Scale.levels("no", "yes"));
    }
    if (issue.scale() instanceof Scale.Quantity q) {
      BigDecimal change = q.step().multiply(BigDecimal.valueOf(dice.oneIn(4) ? -1 : 2));
      return issue.withScale(
          new Scale.Quantity(q.least().subtract(change), q.most().add(change), q.step(), q.unit()));
    }
    if (issue.scale() instanceof Scale.Levels levels) {
      List<String> names = new ArrayList<>(levels.names());
      names.add(dice.next(names.size()), "more-" + names.size());
      return issue.withScale(new Scale.Levels(ImmutableList.copyOf(names)));
    }
    if (issue.scale() instanceof Scale.Checklist list) {
      List<String> names = new ArrayList<>(list.items());
      names.add("more-" + names.size());
      return issue.withScale(new Scale.Checklist(ImmutableList.copyOf(names)));
    }
    return issue;
  }

  /** A value of a scale; equal numbers give equal places on the scale, whatever its step. */
  private Value value(Scale scale) {
    if (scale instanceof Scale.Levels levels) {
      return Value.level(dice.of(levels.names()));
    }
    if (scale instanceof Scale.Options options) {
      return Value.option(dice.of(options.names()));
    }
    if (scale instanceof Scale.Checklist list) {
      return Value.items(list.items().stream().filter(i -> dice.oneIn(2)).toArray(String[]::new));
    }
    Scale.Quantity q = (Scale.Quantity) scale;
    int steps = q.length().divide(q.step()).intValueExact();
    return Value.amount(q.least().add(q.step().multiply(BigDecimal.valueOf(dice.next(steps + 1)))));
  }

  private Ask ask(Scale scale) {
    if (dice.oneIn(10)) {
      return Ask.inWords(dice.oneIn(2) ? "until fears are gone" : "a fair part");
    }
    if (scale instanceof Scale.Checklist list) {
      String items = value(scale).toString();
      String other = dice.of(list.items());
      return Ask.of(
          switch (dice.next(3)) {
            case 0 -> "exactly " + items;
            case 1 ->
                items.contains(other)
                    ? items
                    : items.equals("nothing")
                        ? "without " + other
                        : items + " but without " + other;
            default -> items;
          });
    }
    String one = value(scale).toString();
    if (scale instanceof Scale.Options) {
      return Ask.of(dice.oneIn(2) ? one + " or " + value(scale) : one);
    }
    return Ask.of(
        switch (dice.next(4)) {
          case 0 -> "at least " + one;
          case 1 -> "at most " + one;
          case 2 -> one + " or " + value(scale);
          default -> one;
        });
  }

  private Demand demand(ActorId by) {
    Map<IssueId, Ask> wanted = new LinkedHashMap<>();
    Issue first = issue();
    wanted.put(first.id(), ask(first.scale()));
    if (dice.oneIn(4)) {
      Issue second = issue();
      wanted.putIfAbsent(second.id(), ask(second.scale()));
    }
    return GeneralDemand.builder()
        .by(dice.oneIn(40) ? principal() : by)
        .addAllOf(dice.oneIn(3) ? List.of() : addressees(by))
        .putAllWanted(wanted)
        .sufficient(dice.oneIn(3))
        .build();
  }

  private Demand amendment(ActorId by) {
    List<Demand> own =
        talks.situation().standingDemands().stream().filter(d -> d.by().equals(by)).toList();
    if (own.isEmpty()) {
      return demand(by);
    }
    Demand before = dice.of(own);
    Map<IssueId, Ask> wanted = new LinkedHashMap<>();
    for (IssueId issue : before.asks().keySet()) {
      wanted.put(issue, ask(agenda.requireIssue(issue).scale()));
      if (dice.oneIn(8)) {
        break;
      }
    }
    return GeneralDemand.builder()
        .by(by)
        .addAllOf(before.of())
        .putAllWanted(wanted)
        .sufficient(dice.oneIn(3))
        .build();
  }

  private ImmutableSet<IssueId> dropped(ActorId by) {
    List<Demand> own =
        talks.situation().standingDemands().stream().filter(d -> d.by().equals(by)).toList();
    return own.isEmpty() ? ImmutableSet.of(issue().id()) : dice.of(own).asks().keySet();
  }

  private Act tie(ActorId by) {
    IssueId issue = issue().id();
    List<IssueId> others = agenda.issues().keySet().stream().filter(i -> !i.equals(issue)).toList();
    if (others.isEmpty()) {
      return new Communicative.Promise("nothing to tie");
    }
    return new Substantive.TieCommitment(
        new Tie(by, issue, dice.of(List.of(Tie.Order.values())), ImmutableSet.of(dice.of(others))));
  }

  private Offer named(ActorId by, Optional<Object> subject) {
    return subject.map(Offer.class::cast).orElseGet(() -> offer(principal()));
  }

  private Terms terms() {
    Map<IssueId, Value> values = new LinkedHashMap<>();
    for (Issue issue : agenda.issueList()) {
      if (dice.oneIn(2)) {
        values.put(issue.id(), value(issue.scale()));
      }
    }
    if (values.isEmpty()) {
      Issue issue = issue();
      values.put(issue.id(), value(issue.scale()));
    }
    return Terms.of(values);
  }

  private Offer offer(ActorId by) {
    Terms terms = terms();
    Offer.Builder offer =
        Offer.builder()
            .by(dice.oneIn(40) ? principal() : by)
            .addAllTo(addressees(by))
            .terms(terms)
            .binding(dice.oneIn(3) ? Binding.SEVERABLE : Binding.WHOLE);
    if (dice.oneIn(4)) {
      agenda.issueList().stream()
          .filter(i -> terms.on(i.id()).isEmpty())
          .findFirst()
          .ifPresent(i -> offer.addConditions(new Condition(i.id(), ask(i.scale()), false)));
    }
    if (dice.oneIn(4)) {
      IssueId issue = terms.issues().iterator().next();
      Terms part = terms.only(Set.of(issue));
      offer.addInstalments(
          new Instalment("first", part, new Trigger.OnForce()),
          new Instalment("second", part, new Trigger.After("first")));
    } else if (dice.oneIn(4)) {
      offer.addUndertakings(
          Undertaking.builder()
              .name("duty")
              .by(by)
              .words("what was promised")
              .trigger(dice.oneIn(2) ? new Trigger.When("peace") : new Trigger.OnForce())
              .build());
    }
    if (dice.oneIn(3)) {
      offer.expiry(date());
    }
    return offer.build();
  }

  private Act offers(ActorId by) {
    List<Offer> toMe =
        talks.situation().offers().entrySet().stream()
            .filter(e -> e.getValue().open().containsKey(by))
            .map(Map.Entry::getKey)
            .toList();
    Offer first = offer(by);
    Optional<Offer> counters =
        !toMe.isEmpty() && dice.oneIn(2) ? Optional.of(dice.of(toMe)) : Optional.empty();
    if (dice.oneIn(4)) {
      return new Substantive.MakeOffer(
          ImmutableList.of(first, first.withTerms(alternative(first.terms()))), counters);
    }
    return new Substantive.MakeOffer(ImmutableList.of(first), counters);
  }

  /** Other values for the same issues. */
  private Terms alternative(Terms terms) {
    Map<IssueId, Value> values = new LinkedHashMap<>();
    terms.issues().forEach(i -> values.put(i, value(agenda.requireIssue(i).scale())));
    return Terms.of(values);
  }

  private ImmutableSet<IssueId> parts(Offer offer) {
    if (dice.oneIn(12)) {
      return ImmutableSet.of(issue().id());
    }
    return ImmutableSet.of(dice.of(List.copyOf(offer.terms().issues())));
  }

  private Act accept(Offer offer) {
    ImmutableSet<IssueId> parts = ImmutableSet.of();
    if (offer.binding() == Binding.SEVERABLE ? dice.oneIn(2) : dice.oneIn(12)) {
      parts = parts(offer);
    }
    return new Substantive.Accept(
        offer, parts, dice.oneIn(5) ? Authority.AD_REFERENDUM : Authority.FINAL);
  }

  private Act attest(ActorId by) {
    List<Attestation> half =
        talks.situation().attestations().entrySet().stream()
            .filter(e -> !e.getValue().contains(by))
            .map(Map.Entry::getKey)
            .filter(a -> a.instalments().isEmpty() && a.undertakings().isEmpty())
            .toList();
    if (!half.isEmpty() && !dice.oneIn(3)) {
      Attestation other = dice.of(half);
      return new Substantive.Attest(other.terms(), other.among(), other.binding());
    }
    ImmutableSet<ActorId> among =
        dice.oneIn(4)
            ? ImmutableSet.of(by, dice.of(agenda.actors().keySet().asList()))
            : ImmutableSet.of();
    return new Substantive.Attest(
        terms(), among, dice.oneIn(3) ? Binding.WHOLE : Binding.SEVERABLE);
  }

  private Obligation obligation(Optional<Object> subject) {
    return subject
        .map(Obligation.class::cast)
        .orElseGet(
            () ->
                new Obligation(
                    Undertaking.builder().name("unheard").by(principal()).words("of").build(),
                    ImmutableSet.of(principal())));
  }
}
