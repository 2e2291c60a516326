package dev.parley.testing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Engagement;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.demand.Undertaking;
import dev.parley.evidence.Claim;
import dev.parley.evidence.Claim.Answer;
import dev.parley.evidence.Figure;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Communicative;
import dev.parley.talks.Deadline;
import dev.parley.talks.Exogenous;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Procedural;
import dev.parley.talks.Substantive;
import dev.parley.talks.Substantive.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Acts of any kind, filled in from what stands and from the scales. */
final class Acts {
  private final Negotiation talks;
  private final Agenda agenda;
  private final Setting setting;
  private final Choices choices;
  private final Contents contents;
  private final Phrases phrases;
  private final LocalDate today;

  Acts(Negotiation talks, Choices choices, Phrases phrases, LocalDate today) {
    this.talks = talks;
    this.agenda = talks.agenda();
    this.setting = Setting.of(agenda);
    this.choices = choices;
    this.contents = new Contents(agenda, choices);
    this.phrases = phrases;
    this.today = today;
  }

  Act of(ActKind kind, ActorId by, Optional<Object> subject) {
    return switch (kind) {
      case OPEN_ROUND -> new Procedural.OpenRound(tracks(), maybe("proximity"));
      case CLOSE_ROUND -> new Procedural.CloseRound();
      case HOLD_MEETING ->
          new Procedural.HoldMeeting(ImmutableSet.of(), maybe("side"), maybe("face to face"));
      case SUSPEND -> new Procedural.Suspend(subject.map(Engagement.class::cast));
      case RESUME -> new Procedural.Resume(subject.map(Engagement.class::cast));
      case BREAK_OFF -> new Procedural.BreakOff();
      case ABANDON -> new Procedural.Abandon();
      case DECLARE_IMPASSE -> new Procedural.DeclareImpasse();
      case SET_DEADLINE ->
          new Procedural.SetDeadline(
              new Deadline(choices.oneIn(3) ? "reply" : "holiday", inDays(7, 40), "an answer"));
      case EXTEND_DEADLINE ->
          new Procedural.ExtendDeadline(
              subject.map(Object::toString).orElse("easter"), inDays(20, 90));
      case SEND_DELEGATION ->
          new Procedural.SendDelegation(
              subject
                  .filter(DelegationId.class::isInstance)
                  .map(DelegationId.class::cast)
                  .orElse(DelegationId.of("experts")),
              maybe("side"));
      case AMEND_AGENDA -> new Procedural.AmendAgenda(amended());
      case ADMIT -> new Procedural.Admit(choices.of(agenda.partyList()).id());
      case LEAVE -> new Procedural.Leave();
      case EXCLUDE -> new Procedural.Exclude(choices.of(agenda.principals()));
      case RAISE_DEMAND -> new Substantive.RaiseDemand(contents.demand(by));
      case AMEND_DEMAND -> new Substantive.AmendDemand(amendment(by));
      case DROP_DEMAND -> new Substantive.DropDemand(dropped(by));
      case REJECT_DEMAND ->
          new Substantive.RejectDemand(
              subject
                  .map(Demand.class::cast)
                  .orElseGet(() -> contents.demand(contents.principal())));
      case TIE -> tie(by);
      case UNTIE -> new Substantive.Untie(tied(by));
      case MAKE_OFFER -> offers(by);
      case PROPOSE ->
          new Substantive.Propose(
              contents.proposal(by, contents.terms(), drafts(talks, by), inDays(5, 60)));
      case WITHDRAW_OFFER -> new Substantive.WithdrawOffer(named(subject));
      case ACCEPT -> accept(named(subject));
      case REJECT_OFFER -> reject(by, named(subject));
      case ATTEST -> attest(by);
      case SIGN -> new Substantive.Sign(text(subject));
      case INITIAL -> new Substantive.Initial(text(subject));
      case SHIFT ->
          new Substantive.Shift(
              choices.of(List.of(Direction.values())),
              choices.oneIn(5) ? Optional.empty() : Optional.of(contents.issue().id()),
              choices.oneIn(4) ? ImmutableSet.of(contents.principal()) : ImmutableSet.of());
      default -> rest(kind, by, subject);
    };
  }

  private Act rest(ActKind kind, ActorId by, Optional<Object> subject) {
    return switch (kind) {
      case AGREE_TO_END -> new AfterDeal.AgreeToEnd(subject.map(Text.class::cast));
      case JOIN -> new AfterDeal.Join(subject.map(Text.class::cast));
      case FIND -> find(obligation(subject));
      case NOTE -> note(text(subject));
      case INTERPRET -> interpret(text(subject));
      case PRESS ->
          new Exogenous.Press(
              phrases.of("a strike"),
              choices.oneIn(2) ? ImmutableSet.of(contents.principal()) : ImmutableSet.of());
      case RATIFY -> AfterDeal.Ratify.of(subject.map(Text.class::cast));
      case FAIL_TO_RATIFY -> new AfterDeal.FailToRatify(subject.map(Text.class::cast));
      case CONFIRM -> new AfterDeal.Confirm(subject.map(Text.class::cast));
      case DENOUNCE -> new AfterDeal.Denounce(subject.map(Text.class::cast));
      case SET_OFF -> new AfterDeal.SetOff(obligation(subject));
      case PERFORM -> perform(obligation(subject));
      case ALLEGE_BREACH ->
          new AfterDeal.AllegeBreach(obligation(subject), phrases.of("late by a week"));
      case EXCUSE -> new AfterDeal.Excuse(obligation(subject));
      case CLAIM -> new Communicative.MakeClaim(claim());
      case ACCUSE ->
          new Communicative.Accuse(
              choices.of(agenda.actors().keySet().stream().filter(a -> !a.equals(by)).toList()),
              phrases.of(choices.of(setting.sayings().reproaches())));
      case PROMISE ->
          new Communicative.Promise(phrases.of(choices.of(setting.sayings().promises())));
      case THREATEN ->
          new Communicative.Threaten(phrases.of(choices.of(setting.sayings().threats())));
      case COMMIT -> new Communicative.Commit(phrases.of(choices.of(setting.sayings().vows())));
      case INCIDENT ->
          new Exogenous.Incident(phrases.of(choices.of(setting.sayings().incidents())));
      case CHANGE_OF_GOVERNMENT -> new Exogenous.ChangeOfGovernment(phrases.of("an election"));
      default -> throw new IllegalStateException(kind + " is not known here");
    };
  }

  private Optional<String> maybe(String word) {
    return choices.oneIn(3) ? Optional.of(word) : Optional.empty();
  }

  private ImmutableSet<String> tracks() {
    return switch (choices.below(5)) {
      case 0 -> ImmutableSet.of("main");
      case 1 -> ImmutableSet.of("main", "experts");
      default -> ImmutableSet.of();
    };
  }

  When inDays(int least, int most) {
    return When.on(today.plusDays(choices.between(least, most)));
  }

  /** An issue more, or one of those on the agenda with a wider scale, or none of that. */
  private Issue amended() {
    Issue issue = contents.issue();
    if (choices.oneIn(2)) {
      return Issue.of("annex-" + choices.between(1, 2), Scale.levels("no", "yes"));
    }
    if (issue.scale() instanceof Scale.Quantity q) {
      BigDecimal change = q.step().multiply(BigDecimal.valueOf(choices.oneIn(4) ? -1 : 2));
      return issue.withScale(
          new Scale.Quantity(q.least(), q.most().add(change), q.step(), q.unit()));
    }
    if (issue.scale() instanceof Scale.Levels levels) {
      List<String> names = new ArrayList<>(levels.names());
      names.add(choices.below(names.size()), "level " + names.size());
      return issue.withScale(new Scale.Levels(ImmutableList.copyOf(names)));
    }
    if (issue.scale() instanceof Scale.Checklist list) {
      List<String> names = new ArrayList<>(list.items());
      names.add("item " + (names.size() + 1));
      return issue.withScale(new Scale.Checklist(ImmutableList.copyOf(names)));
    }
    List<String> names = new ArrayList<>(((Scale.Options) issue.scale()).names());
    names.add("somebody else " + names.size());
    return issue.withScale(new Scale.Options(ImmutableList.copyOf(names)));
  }

  private List<Demand> own(ActorId by) {
    return talks.situation().standingDemands().stream().filter(d -> d.by().equals(by)).toList();
  }

  private Demand amendment(ActorId by) {
    List<Demand> own = own(by);
    if (own.isEmpty()) {
      return contents.demand(by);
    }
    Demand before = choices.of(own);
    Map<IssueId, Ask> wanted = new LinkedHashMap<>();
    for (IssueId issue : before.asks().keySet()) {
      wanted.put(issue, contents.ask(agenda.requireIssue(issue).scale()));
    }
    return contents.demand(by, before.of(), wanted, choices.oneIn(3));
  }

  private ImmutableSet<IssueId> dropped(ActorId by) {
    List<Demand> own = own(by);
    return own.isEmpty()
        ? ImmutableSet.of(contents.issue().id())
        : choices.<Demand>of(own).asks().keySet();
  }

  private Act tie(ActorId by) {
    IssueId issue = contents.issue().id();
    List<IssueId> others = agenda.issues().keySet().stream().filter(i -> !i.equals(issue)).toList();
    if (others.isEmpty()) {
      return new Communicative.Promise(choices.of(setting.sayings().promises()));
    }
    return new Substantive.TieCommitment(
        new Tie(
            by,
            issue,
            choices.of(List.of(Tie.Order.values())),
            ImmutableSet.of(choices.<IssueId>of(others))));
  }

  private IssueId tied(ActorId by) {
    List<IssueId> tied =
        talks.situation().ties().stream().filter(t -> t.by().equals(by)).map(Tie::issue).toList();
    return tied.isEmpty() ? contents.issue().id() : choices.of(tied);
  }

  private Offer named(Optional<Object> subject) {
    return subject
        .map(Offer.class::cast)
        .orElseGet(() -> contents.offer(contents.principal(), inDays(0, 20)));
  }

  private Act offers(ActorId by) {
    Offer first = contents.offer(by, inDays(0, 20));
    List<Offer> toMe = standingTo(talks, by);
    Optional<Offer> counters =
        !toMe.isEmpty() && choices.oneIn(2) ? Optional.of(choices.of(toMe)) : Optional.empty();
    if (choices.oneIn(4)) {
      Offer second = first.withInstalments().withUndertakings();
      second = second.withTerms(contents.alternative(first.terms()));
      return new Substantive.MakeOffer(ImmutableList.of(first, second), counters);
    }
    return new Substantive.MakeOffer(ImmutableList.of(first), counters);
  }

  static List<Offer> standingTo(Negotiation talks, ActorId who) {
    return talks.situation().offers().entrySet().stream()
        .filter(e -> e.getValue().open().containsKey(who))
        .map(Map.Entry::getKey)
        .toList();
  }

  private ImmutableSet<IssueId> parts(Offer offer) {
    return ImmutableSet.of(choices.<IssueId>of(List.copyOf(offer.terms().issues())));
  }

  private Act accept(Offer offer) {
    boolean some = offer.binding() == Binding.SEVERABLE && choices.oneIn(2);
    return new Substantive.Accept(
        offer,
        some ? parts(offer) : ImmutableSet.of(),
        choices.oneIn(6) ? Authority.AD_REFERENDUM : Authority.FINAL);
  }

  /** The other offers of its maker to the same, at times. */
  private ImmutableList<Offer> besides(ActorId by, Offer offer) {
    return choices.oneIn(3)
        ? standingTo(talks, by).stream()
            .filter(o -> o.by().equals(offer.by()) && !o.equals(offer))
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.of();
  }

  private Act reject(ActorId by, Offer offer) {
    return new Substantive.RejectOffer(
        offer, besides(by, offer), choices.oneIn(3) ? parts(offer) : ImmutableSet.of());
  }

  /** The proposals of a party that still stand. */
  static List<Offer> drafts(Negotiation talks, ActorId by) {
    return talks.situation().offers().keySet().stream()
        .filter(o -> o.proposal() && o.by().equals(by))
        .toList();
  }

  /** The texts to which others have consented and a party has not. */
  static List<Text> half(Negotiation talks, ActorId by) {
    return talks.situation().agreements().values().stream()
        .filter(a -> a.stage() == AgreementStage.TABLED)
        .filter(a -> a.bound().contains(by) && !a.is(by, kind -> kind.stands()))
        .map(Accord::text)
        .toList();
  }

  /** The agreements among some, none for all principals, that are signed and not over. */
  static List<Text> signed(Negotiation talks, ImmutableSet<ActorId> among) {
    ImmutableSet<ActorId> all =
        among.isEmpty() ? ImmutableSet.copyOf(talks.agenda().principals()) : among;
    return talks.situation().agreements().values().stream()
        .filter(a -> a.stage().isSigned() && !a.stage().isOver() && a.bound().equals(all))
        .map(Accord::text)
        .toList();
  }

  private Act attest(ActorId by) {
    List<Text> half = half(talks, by);
    if (!half.isEmpty() && !choices.oneIn(4)) {
      return new Substantive.Attest(choices.of(half));
    }
    ImmutableSet<ActorId> among =
        choices.oneIn(4) ? ImmutableSet.of(by, contents.principal()) : ImmutableSet.of();
    return new Substantive.Attest(
        contents.text(contents.terms(), by, among, signed(talks, among), inDays(10, 60)));
  }

  private Text text(Optional<Object> subject) {
    return subject
        .map(Text.class::cast)
        .orElseGet(() -> contents.offer(contents.principal(), inDays(0, 20)).text());
  }

  /** In full, so much of it, or a breach of it. */
  private Act find(Obligation obligation) {
    Optional<String> breach =
        choices.oneIn(3) ? Optional.of(phrases.of("late by a week")) : Optional.empty();
    Optional<BigDecimal> amount =
        obligation.total().filter(t -> choices.oneIn(2)).map(t -> step(obligation, t));
    return new AfterDeal.Find(obligation, amount, breach);
  }

  /** A condition that is met or has failed, or the end. */
  private Act note(Text text) {
    Optional<IssueId> issue =
        text.conditions().isEmpty()
            ? Optional.empty()
            : Optional.of(choices.of(text.conditions()).issue());
    boolean met = choices.oneIn(2);
    return new AfterDeal.Note(text, issue.filter(i -> met), issue.filter(i -> !met));
  }

  private Act interpret(Text text) {
    Set<IssueId> terms = text.terms().issues();
    IssueId term =
        terms.isEmpty() ? contents.issue().id() : choices.of(ImmutableList.copyOf(terms));
    return new AfterDeal.Interpret(
        text, term, phrases.of(choices.oneIn(2) ? "as it was put" : "as it was meant"));
  }

  /** By degree, or so much of what is left to do. */
  private Act perform(Obligation obligation) {
    Optional<BigDecimal> left = left(obligation).filter(l -> l.signum() > 0);
    if (left.isPresent() && choices.oneIn(2)) {
      BigDecimal some =
          choices.oneIn(2) ? left.get() : left.get().min(step(obligation, left.get()));
      return new AfterDeal.Perform(obligation, Implementation.NONE, Optional.of(some));
    }
    return AfterDeal.Perform.of(
        obligation, choices.oneIn(3) ? Implementation.INTERMEDIATE : Implementation.FULL);
  }

  private Optional<BigDecimal> left(Obligation obligation) {
    Obligation.@Nullable Status status = talks.situation().obligations().get(obligation);
    BigDecimal done = status == null ? BigDecimal.ZERO : status.done();
    return obligation
        .undertaking()
        .amount()
        .or(
            () ->
                only(obligation)
                    .map(Map.Entry::getValue)
                    .filter(Value.Amount.class::isInstance)
                    .map(v -> ((Value.Amount) v).number()))
        .map(total -> total.subtract(done));
  }

  /** One step or more of the scale, or one where it is of no scale. */
  private BigDecimal step(Obligation obligation, BigDecimal left) {
    BigDecimal step =
        only(obligation)
            .flatMap(e -> agenda.issue(e.getKey()))
            .map(Issue::scale)
            .filter(Scale.Quantity.class::isInstance)
            .map(s -> ((Scale.Quantity) s).step())
            .orElse(BigDecimal.ONE);
    int steps = left.divideToIntegralValue(step).intValue();
    return step.multiply(BigDecimal.valueOf(choices.between(1, Math.max(1, steps))));
  }

  /** The one value that an obligation delivers. */
  private static Optional<Map.Entry<IssueId, Value>> only(Obligation obligation) {
    return obligation
        .undertaking()
        .terms()
        .map(Terms::values)
        .filter(v -> v.size() == 1)
        .map(v -> v.entrySet().iterator().next());
  }

  private Obligation obligation(Optional<Object> subject) {
    return subject
        .map(Obligation.class::cast)
        .orElseGet(
            () ->
                new Obligation(
                    text(Optional.empty()),
                    Undertaking.builder()
                        .name("unheard")
                        .by(contents.principal())
                        .words("of")
                        .build(),
                    ImmutableSet.of(contents.principal())));
  }

  private Claim claim() {
    int number = 10 * choices.between(1, 30);
    String about = choices.of(setting.sayings().questions());
    Answer answer =
        about.startsWith("how many") || about.startsWith("how much")
            ? Answer.of(
                Figure.parse(choices.of(List.of("about ", "at least ", "more than ", "")) + number))
            : choices.oneIn(2) ? Answer.yes() : Answer.no();
    return Claim.builder()
        .about(phrases.question(about))
        .says(answer)
        .source(Source.report(setting.outlet().id(), setting.outlet().name()))
        .concerning(
            choices.oneIn(4) ? Optional.of(contents.principal()) : Optional.<ActorId>empty())
        .build();
  }

  /** Returns what an act of a kind could be about, stood or not; one empty subject for none. */
  List<Optional<Object>> subjects(ActKind kind) {
    Set<?> all =
        switch (kind) {
          case ACCEPT, REJECT_OFFER, WITHDRAW_OFFER -> everMade();
          case REJECT_DEMAND -> talks.situation().demands().keySet();
          case SIGN,
              INITIAL,
              RATIFY,
              FAIL_TO_RATIFY,
              CONFIRM,
              DENOUNCE,
              AGREE_TO_END,
              JOIN,
              NOTE,
              INTERPRET ->
              talks.situation().agreements().keySet();
          case SET_OFF, PERFORM, FIND, ALLEGE_BREACH, EXCUSE ->
              talks.situation().obligations().keySet();
          case EXTEND_DEADLINE -> talks.situation().deadlines().keySet();
          default -> ImmutableSet.of();
        };
    return all.isEmpty()
        ? List.of(Optional.empty())
        : all.stream().map(o -> Optional.<Object>of(o)).toList();
  }

  private Set<Offer> everMade() {
    ImmutableSet.Builder<Offer> all = ImmutableSet.builder();
    for (dev.parley.talks.Entry entry : talks.chronicle().entries()) {
      if (entry instanceof dev.parley.talks.Entry.Told told) {
        all.addAll(told.move().act().offersMade());
      }
    }
    return all.build();
  }
}
