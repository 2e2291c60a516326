package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Region;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Assent;
import dev.parley.agreement.Consent;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import dev.parley.demand.Undertaking.Trigger;
import dev.parley.evidence.When;
import dev.parley.progress.Told;
import dev.parley.talks.Standing.OfferState;
import dev.parley.talks.TransitionTable.Transition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How offers are accepted, terms attested, and an agreement ratified or not. */
final class AgreementConduct {
  private AgreementConduct() {}

  static final class Accept implements Conduct<Substantive.Accept> {
    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return OfferConduct.standing(s);
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      if (subject.orElse(null) instanceof Offer offer) {
        OfferConduct.answeredByAddressee(s, by, offer, "accept", breaches);
        OfferConduct.stands(s, by, offer, "accept", breaches);
      }
    }

    @Override
    public void admits(Situation s, Move move, Substantive.Accept act, Breaches breaches) {
      Offer offer = act.offer();
      When on = lapsed(offer, move.on()) ? move.on() : s.latest().orElse(When.UNKNOWN);
      if (lapsed(offer, on)) {
        breaches.add(
            Law.NOT_LAPSED,
            () ->
                "%s cannot accept an offer that lapsed on (%s): (%s) is after it"
                    .formatted(move.by(), offer.expiry().orElse(When.UNKNOWN), on),
            () -> "Ask %s to make it again".formatted(offer.by()));
      }
      partsFit(s, move, act, breaches);
      if (s.offers().containsKey(offer)) {
        consentable(s, move, offer.text(), parts(act), breaches);
      }
      if (act.authority() == Authority.AD_REFERENDUM) {
        Judgement.mayCommit(s, move, parts(act), "accept", breaches);
      } else {
        Judgement.withinMandate(s, move, parts(act), "accept", breaches);
      }
    }

    private static void partsFit(
        Situation s, Move move, Substantive.Accept act, Breaches breaches) {
      if (act.parts().isEmpty()) {
        return;
      }
      Offer offer = act.offer();
      if (offer.binding() == Binding.WHOLE) {
        breaches.require(
            act.parts().containsAll(offer.terms().issues()),
            Law.WHOLE_OFFER,
            () -> "%s cannot accept only %s of a whole offer".formatted(move.by(), act.parts()),
            () -> "Accept all of it, or make a counter-offer");
        return;
      }
      @Nullable Standing standing = s.offers().get(offer);
      ImmutableSet<IssueId> open =
          standing == null
              ? ImmutableSet.of()
              : standing.open().getOrDefault(move.by(), ImmutableSet.of());
      breaches.require(
          open.containsAll(act.parts()),
          Law.PARTS_OF_OFFER,
          () ->
              "%s cannot accept %s, which is not open in the offer"
                  .formatted(move.by(), Sets.difference(act.parts(), open)),
          () -> "Open in it: " + open);
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.Accept act) {
      Offer offer = act.offer();
      if (!draft.situation.agenda().isPrincipal(move.by())) {
        return;
      }
      ImmutableSet<IssueId> live = live(draft, move, act);
      stateOnly(draft, move, offer, Sets.difference(dead(act, live), live));
      @Nullable Standing standing = draft.offers().get(offer);
      boolean saysNothingOfIssues =
          offer.terms().issues().isEmpty()
              && standing != null
              && standing.open().containsKey(move.by());
      if (standing == null || live.isEmpty() && !saysNothingOfIssues) {
        return;
      }
      if (!(draft
              .situation
              .machine()
              .offer()
              .fire(
                  OfferState.STANDING,
                  Tables.OfferEvent.ACCEPT,
                  new Tables.Acceptance(act.authority() == Authority.FINAL))
          instanceof Transition<OfferState, Tables.OfferEvent, Tables.Acceptance> fired)) {
        return;
      }
      boolean isFinal = fired.to() != OfferState.STANDING;
      if (isFinal && !offer.proposal()) {
        close(draft, offer, standing, move.by(), live);
      }
      Consent.Kind kind = isFinal ? Consent.Kind.SIGNED : Consent.Kind.PROVISIONAL;
      state(draft, move, offer.text(), live, kind, Optional.of(offer));
      Map<ActorId, Assent> given = new LinkedHashMap<>();
      if (!offer.proposal()) {
        if (isFinal) {
          bindMaker(draft, offer, move.by(), live);
        }
        given.put(offer.by(), Assent.of(Consent.Kind.SIGNED, offer.terms().issues()));
      }
      given.put(move.by(), Assent.of(kind, live));
      if (isFinal) {
        for (Offer other : standing.alternatives()) {
          draft.endOffer(other, ImmutableSet.of(move.by()), Tables.OfferEvent.REPLACE);
        }
      }
      Agreeing.give(draft, offer.text(), given, move.on());
      if (offer.proposal()) {
        closeAgreed(draft, offer);
      }
    }

    /** A proposal stands, and answers to it may change, until all have accepted it there. */
    private static void closeAgreed(Draft draft, Offer proposal) {
      @Nullable Accord accord = draft.situation.agreements().get(proposal.text());
      @Nullable Standing standing = draft.offers().get(proposal);
      if (standing != null && accord != null && accord.stage().isSigned()) {
        ImmutableSet<IssueId> agreed = accord.agreedFinally();
        ImmutableMap.Builder<ActorId, ImmutableSet<IssueId>> open = ImmutableMap.builder();
        standing
            .open()
            .forEach(
                (party, issues) -> {
                  ImmutableSet<IssueId> left = Sets.difference(issues, agreed).immutableCopy();
                  if (left.isEmpty()) {
                    draft.reportAccepted(proposal, party);
                  } else {
                    open.put(party, left);
                  }
                });
        draft.put(proposal, standing.withOpen(open.buildOrThrow()));
      }
    }

    /** An offer that is accepted signs for its maker: on its terms, and on its conditions. */
    private static void bindMaker(
        Draft draft, Offer offer, ActorId acceptor, ImmutableSet<IssueId> parts) {
      for (IssueId issue : issues(offer.text(), parts)) {
        bind(draft, new Line(offer.by(), issue, acceptor), offer.text());
      }
    }

    /** The parts to which an acceptance consents: none of an offer that it cannot accept. */
    private static ImmutableSet<IssueId> live(Draft draft, Move move, Substantive.Accept act) {
      Offer offer = act.offer();
      @Nullable Standing standing = draft.offers().get(offer);
      if (standing == null || offer.by().equals(move.by()) || lapsed(offer, move.on())) {
        return ImmutableSet.of();
      }
      ImmutableSet<IssueId> open = standing.open().getOrDefault(move.by(), ImmutableSet.of());
      ImmutableSet<IssueId> parts =
          act.parts().isEmpty() ? open : Sets.intersection(parts(act), open).immutableCopy();
      boolean partOfWhole =
          offer.binding() == Binding.WHOLE && parts.size() < offer.terms().issues().size();
      return partOfWhole ? ImmutableSet.of() : parts;
    }

    /** What is named and cannot be accepted, or all where nothing can: it is only stated. */
    private static ImmutableSet<IssueId> dead(Substantive.Accept act, Set<IssueId> live) {
      return act.parts().isEmpty() && !live.isEmpty() ? ImmutableSet.of() : parts(act);
    }

    /** Takes the accepted parts out; an offer that stands with nobody else goes out with them. */
    private static void close(
        Draft draft, Offer offer, Standing standing, ActorId by, ImmutableSet<IssueId> parts) {
      ImmutableSet<IssueId> left =
          Sets.difference(standing.open().getOrDefault(by, ImmutableSet.of()), parts)
              .immutableCopy();
      draft.put(
          offer,
          standing
              .withOpen(
                  left.isEmpty()
                      ? Draft.without(standing.open(), by)
                      : Draft.with(standing.open(), by, left))
              .withAccepted(
                  Draft.with(
                      standing.accepted(),
                      by,
                      Sets.union(standing.accepted().getOrDefault(by, ImmutableSet.of()), parts)
                          .immutableCopy())));
      if (left.isEmpty()) {
        draft.reportAccepted(offer, by);
      }
    }

    /**
     * An offer that is over binds its maker no more: it says what the acceptor would take, measured
     * as any statement is.
     */
    private static void stateOnly(Draft draft, Move move, Offer offer, Set<IssueId> parts) {
      if (parts.isEmpty()) {
        return;
      }
      for (ActorId other : Sets.union(ImmutableSet.of(offer.by()), offer.to())) {
        for (IssueId issue : issues(offer.text(), parts)) {
          Line line = new Line(move.by(), issue, other);
          if (!draft.binds(line)) {
            continue;
          }
          Position.Stated stated = OfferConduct.read(draft, line, offer, Optional.of(offer));
          if (stated.value().isPresent()) {
            draft.state(
                line, move.speaker(), Told.CONSENTED, p -> p.offering(ImmutableList.of(stated)));
          }
        }
      }
    }
  }

  /** Signs what a text says on a line, be it said there or not. */
  private static void bind(Draft draft, Line line, Text text) {
    agreed(draft, text, line.issue())
        .ifPresent(
            region ->
                draft.sign(
                    line,
                    p ->
                        p.consenting(
                            region,
                            stated(draft, text, line, region),
                            text,
                            Position.Consenting.FINALLY)));
  }

  /** The issues on which a consent to some parts of a text says something. */
  private static Set<IssueId> issues(Text text, Set<IssueId> parts) {
    return Sets.union(parts, Sets.difference(text.issues(), text.terms().issues()));
  }

  /** What a text says on an issue: the value of its terms, or the range of a condition. */
  private static Optional<Region> agreed(Draft draft, Text text, IssueId id) {
    Issue issue = draft.situation.agenda().requireIssue(id);
    return text.terms()
        .on(id)
        .map(issue::exactly)
        .or(
            () ->
                text.conditions().stream()
                    .filter(c -> c.issue().equals(id))
                    .flatMap(c -> c.ask().on(issue.scale()).stream())
                    .findFirst());
  }

  private static Position.Stated stated(Draft draft, Text text, Line line, Region region) {
    boolean value = text.terms().on(line.issue()).isPresent();
    return Position.Stated.of(region, value ? draft.reading(line, region) : region);
  }

  /**
   * States what is consented to on the giver's lines towards the others whom the text binds: its
   * terms, and the ranges of its conditions.
   */
  private static void state(
      Draft draft,
      Move move,
      Text text,
      ImmutableSet<IssueId> parts,
      Consent.Kind kind,
      Optional<Offer> offer) {
    ActorId giver = move.by();
    for (ActorId other : text.parties()) {
      for (IssueId issue : issues(text, parts)) {
        Line line = new Line(giver, issue, other);
        Optional<Region> region = agreed(draft, text, issue);
        if (region.isPresent() && draft.binds(line)) {
          Position.Stated stated =
              kind.isFinal()
                  ? stated(draft, text, line, region.get())
                  : OfferConduct.read(draft, line, text, offer);
          Position.Consenting how =
              kind.isFinal() ? Position.Consenting.FINALLY : Position.Consenting.AD_REFERENDUM;
          draft.agree(line, region.get(), p -> p.consenting(region.get(), stated, text, how));
        }
      }
      if (kind.isFinal() && text.comprehensive()) {
        OfferConduct.leaveOut(draft, giver, other, text.terms().issues());
      }
    }
    if (kind.isFinal()) {
      Agreeing.tellDemands(
          draft,
          Accord.builder().text(text).stage(AgreementStage.TABLED).build(),
          parts,
          p -> p.equals(giver) || offer.filter(o -> !o.proposal() && o.by().equals(p)).isPresent(),
          e -> e == Tables.DemandEvent.FAIL);
    }
  }

  private static ImmutableSet<IssueId> parts(Substantive.Accept act) {
    return act.parts().isEmpty()
        ? ImmutableSet.copyOf(act.offer().terms().issues())
        : ImmutableSet.copyOf(Sets.intersection(act.offer().terms().issues(), act.parts()));
  }

  /** An offer has lapsed when every moment that a date allows is after its end. */
  static boolean lapsed(Offer offer, When on) {
    return offer.expiry().filter(on::certainlyAfter).isPresent();
  }

  /** It may have lapsed when only some of the moments that a date allows are after its end. */
  static boolean mayHaveLapsed(Offer offer, When on) {
    return !lapsed(offer, on) && offer.expiry().filter(on::possiblyAfterEndOf).isPresent();
  }

  /** What a consent must keep, however it is given. */
  private static void consentable(
      Situation s, Move move, Text text, ImmutableSet<IssueId> parts, Breaches breaches) {
    for (Accord accord : Agreeing.changedUnnamed(s, text, parts)) {
      breaches.add(
          Law.AMENDS_BY_NAME,
          () ->
              "%s cannot agree to %s: %s was agreed as a whole, and says otherwise there"
                  .formatted(move.by(), breaches.name(text), breaches.name(accord.text())),
          () -> "Let the text replace or amend that agreement by name");
    }
    Agreeing.outsideRange(s, text, parts)
        .ifPresent(
            condition ->
                breaches.add(
                    Law.WITHIN_RANGE,
                    () ->
                        "%s cannot settle (%s) at %s: what was agreed depends on (%s) there"
                            .formatted(
                                move.by(),
                                condition.issue(),
                                text.terms().on(condition.issue()).orElseThrow(),
                                condition.ask()),
                    () -> "Settle it within that, or replace the agreement"));
    triggered(s, text, breaches);
  }

  /** An undertaking waits for another, of its text or of one before, and in no ring. */
  private static void triggered(Situation s, Text text, Breaches breaches) {
    Map<String, Trigger> triggers = new LinkedHashMap<>();
    text.undertakings().forEach(u -> triggers.put(u.name(), u.trigger()));
    for (String start : triggers.keySet()) {
      Set<String> waiting = new LinkedHashSet<>();
      String name = start;
      while (triggers.get(name) instanceof Trigger.After after
          && after.under().isEmpty()
          && waiting.add(name)) {
        name = after.instalment();
      }
      if (waiting.contains(name)) {
        breaches.add(
            Law.TRIGGERED,
            () ->
                "undertaking (%s) can never be due: it waits for itself, by way of %s"
                    .formatted(start, waiting),
            () -> "Let one of these wait for something else");
      } else if (triggers.get(start) instanceof Trigger.After after && !isKnown(s, text, after)) {
        breaches.add(
            Law.TRIGGERED,
            () ->
                "undertaking (%s) waits for (%s), which is nothing that is agreed"
                    .formatted(start, after.instalment()),
            () -> "Name another undertaking: " + triggers.keySet());
      }
    }
  }

  private static boolean isKnown(Situation s, Text text, Trigger.After after) {
    String name = after.instalment();
    if (after.under().isPresent()) {
      return s.owedUnder(Settling.resolved(s, after.under().get())).stream()
          .anyMatch(o -> o.isNamed(name));
    }
    return text.undertakings().stream().anyMatch(u -> u.name().equals(name))
        || text.instalments().stream().anyMatch(i -> i.name().equals(name))
        || text.terms().issues().stream().anyMatch(i -> i.text().equals(name))
        || s.obligations().keySet().stream().anyMatch(o -> o.name().equals(name));
  }

  static final class Attest implements Conduct<Substantive.Attest> {
    @Override
    public void refers(Situation s, Move move, Substantive.Attest act, Breaches breaches) {
      OfferConduct.fits(s, act.text().terms(), breaches);
      act.text().parties().forEach(p -> Judgement.knows(s, p, breaches));
      OfferConduct.refers(s, act.text().undertakings(), breaches);
    }

    @Override
    public void admits(Situation s, Move move, Substantive.Attest act, Breaches breaches) {
      Text text = Settling.resolved(s, act.text());
      ImmutableSet<ActorId> among = text.parties();
      breaches.require(
          among.contains(move.by()),
          Law.CONCERNED,
          () -> "%s attests terms among %s, where it is not".formatted(move.by(), among),
          () -> "Leave that to those concerned");
      for (ActorId party : Sets.difference(among, ImmutableSet.copyOf(s.agenda().principals()))) {
        breaches.require(
            undertakesSomething(s, text, party),
            Law.PRINCIPALS_ONLY,
            () ->
                "terms are attested among %s, of whom (%s) is no principal and undertakes nothing"
                    .formatted(among, party),
            () -> "Principals: " + s.agenda().principals());
      }
      breaches.require(
          among.size() > 1,
          Law.CONCERNED,
          () -> "%s attests terms among %s alone".formatted(move.by(), among),
          () -> "An agreement takes two: name the others concerned");
      OfferConduct.distinct(text.undertakings(), "agreement", breaches);
      for (Undertaking undertaking : text.undertakings()) {
        breaches.require(
            among.contains(undertaking.by()),
            Law.ADDRESSED_TO_OTHERS,
            () ->
                "undertaking (%s) binds (%s), who is not among %s"
                    .formatted(undertaking.name(), undertaking.by(), among),
            () -> "An agreement can bind those who attest it");
      }
      Judgement.withinMandate(s, move, text.terms().issues(), "attest", breaches);
      consentable(s, move, text, ImmutableSet.copyOf(text.terms().issues()), breaches);
    }

    /** One who is no principal is bound by its own undertakings: a term that it attests is one. */
    static boolean undertakesSomething(Situation s, Text text, ActorId party) {
      return text.undertakings().stream().anyMatch(u -> u.by().equals(party))
          || text.terms().issues().stream()
              .map(i -> s.agenda().issue(i))
              .anyMatch(i -> i.flatMap(Issue::obligor).filter(party::equals).isPresent());
    }

    @Override
    public ImmutableMap<IssueId, Region> admissible(
        Situation s, ActorId by, Optional<Object> subject) {
      return OfferConduct.wholeScales(s);
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.Attest act) {
      Text text = Settling.resolved(draft.situation, act.text());
      if (text.parties().size() > 1 && text.parties().contains(move.by())) {
        sign(draft, move, text);
      }
    }
  }

  /** Those whom an agreement binds are bound to what it says towards one who joins it. */
  static void bindOthers(Draft draft, Accord accord, ActorId joining) {
    for (ActorId party : accord.bound()) {
      for (IssueId issue : accord.settles()) {
        bind(draft, new Line(party, issue, joining), accord.text());
      }
    }
  }

  /** Takes down a consent to the whole of a text, its values stated on the giver's lines. */
  static void consent(Draft draft, Move move, Text text, Consent.Kind kind) {
    ImmutableSet<IssueId> parts = ImmutableSet.copyOf(text.terms().issues());
    state(draft, move, text, parts, kind, Optional.empty());
    Agreeing.give(draft, text, move.by(), kind, parts, move.on());
  }

  /** Returns the agreement that an act names: one that stands, by its text. */
  static Optional<Accord> named(Situation s, Optional<Object> subject) {
    return subject
        .filter(Text.class::isInstance)
        .map(t -> s.agreements().get(Settling.resolved(s, (Text) t)));
  }

  static List<Optional<Object>> texts(Situation s, Predicate<Accord> which) {
    return s.agreements().values().stream()
        .filter(which)
        .map(a -> Optional.<Object>of(a.text()))
        .toList();
  }

  /** Says which agreements there are. */
  static String agreements(Situation s, Breaches breaches) {
    return s.agreements().isEmpty()
        ? "Nothing is agreed yet"
        : "Agreements: "
            + s.agreements().keySet().stream()
                .map(breaches::name)
                .collect(Collectors.joining(", "));
  }

  static void stands(
      Situation s, ActorId by, Optional<Object> subject, String verb, Breaches breaches) {
    if (subject.orElse(null) instanceof Text text) {
      breaches.require(
          named(s, subject).filter(a -> !a.stage().isOver()).isPresent(),
          Law.AGREEMENT_STANDS,
          () ->
              "%s cannot %s %s: no such agreement stands".formatted(by, verb, breaches.name(text)),
          () -> agreements(s, breaches));
      breaches.require(
          Settling.resolved(s, text).parties().contains(by),
          Law.CONCERNED,
          () -> "%s cannot %s what it is not concerned by".formatted(by, verb),
          () -> "Concerned: " + Settling.resolved(s, text).parties());
    }
  }

  /** How a text that others have put forward is consented to. */
  abstract static class Consenting<A extends Act> implements Conduct<A> {
    private final String verb;
    private final Consent.Kind kind;

    Consenting(String verb, Consent.Kind kind) {
      this.verb = verb;
      this.kind = kind;
    }

    abstract Text text(A act);

    boolean isOpenTo(Accord accord, ActorId by) {
      return !accord.is(by, given -> given.stands() && given.compareTo(kind) >= 0);
    }

    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      return texts(s, a -> !a.stage().isOver());
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      stands(s, by, subject, verb, breaches);
      named(s, subject)
          .ifPresent(
              accord ->
                  breaches.require(
                      isOpenTo(accord, by),
                      Law.AWAITED,
                      () ->
                          "%s cannot %s %s: nothing of the kind is awaited from it"
                              .formatted(by, verb, breaches.name(accord.text())),
                      () -> awaited(s, by, breaches)));
    }

    @Override
    public void admits(Situation s, Move move, A act, Breaches breaches) {
      Text text = Settling.resolved(s, text(act));
      if (kind.isFinal()) {
        Judgement.withinMandate(s, move, text.terms().issues(), verb, breaches);
      }
      consentable(s, move, text, ImmutableSet.copyOf(text.terms().issues()), breaches);
    }

    @Override
    public void effect(Draft draft, Move move, A act) {
      Text text = Settling.resolved(draft.situation, text(act));
      @Nullable Accord accord = draft.situation.agreements().get(text);
      if (accord != null && !accord.stage().isOver() && text.parties().contains(move.by())) {
        consent(draft, move, text, kind);
      }
    }
  }

  static final class Sign extends Consenting<Substantive.Sign> {
    Sign() {
      super("sign", Consent.Kind.SIGNED);
    }

    @Override
    Text text(Substantive.Sign act) {
      return act.text();
    }

    @Override
    public void effect(Draft draft, Move move, Substantive.Sign act) {
      Text text = Settling.resolved(draft.situation, act.text());
      if (text.parties().contains(move.by())) {
        sign(draft, move, text);
      }
    }
  }

  /** Whoever signs the text of an offer that stands with it accepts that offer. */
  private static void sign(Draft draft, Move move, Text text) {
    Optional<Offer> offer =
        draft.offers().entrySet().stream()
            .filter(e -> e.getKey().text().equals(text))
            .filter(e -> e.getValue().open().containsKey(move.by()))
            .map(Map.Entry::getKey)
            .findFirst();
    if (offer.isPresent()) {
      Substantive.Accept accept =
          new Substantive.Accept(offer.get(), ImmutableSet.of(), Authority.FINAL);
      new Accept().effect(draft, move.withAct(accept), accept);
    } else if (isOpen(draft.situation, text, move)) {
      consent(draft, move, text, Consent.Kind.SIGNED);
    }
  }

  /** What was attested before, or is attested now, can be signed as long as it is not over. */
  private static boolean isOpen(Situation s, Text text, Move move) {
    @Nullable Accord accord = s.agreements().get(text);
    return accord == null ? move.act().kind() == ActKind.ATTEST : !accord.stage().isOver();
  }

  static final class Initial extends Consenting<Substantive.Initial> {
    Initial() {
      super("initial", Consent.Kind.PROVISIONAL);
    }

    @Override
    Text text(Substantive.Initial act) {
      return act.text();
    }
  }

  static final class Confirm extends Consenting<AfterDeal.Confirm> {
    Confirm() {
      super("confirm", Consent.Kind.SIGNED);
    }

    @Override
    Text text(AfterDeal.Confirm act) {
      return act.text();
    }

    @Override
    boolean isOpenTo(Accord accord, ActorId by) {
      return accord.is(by, kind -> kind == Consent.Kind.PROVISIONAL);
    }

    @Override
    public void effect(Draft draft, Move move, AfterDeal.Confirm act) {
      confirm(draft, move, Settling.resolved(draft.situation, act.text()), Consent.Kind.SIGNED);
    }
  }

  /** What was consented to ad referendum is final now, on the same issues. */
  private static void confirm(Draft draft, Move move, Text text, Consent.Kind kind) {
    @Nullable Accord accord = draft.situation.agreements().get(text);
    @Nullable Assent given = accord == null ? null : accord.assents().get(move.by());
    if (accord == null || given == null || !given.kind().stands()) {
      return;
    }
    if (given.kind() == Consent.Kind.PROVISIONAL) {
      state(draft, move, text, given.parts().keySet(), Consent.Kind.SIGNED, Optional.empty());
    }
    Agreeing.give(draft, text, move.by(), kind, given.parts().keySet(), move.on());
  }

  static ImmutableSet<ActorId> stillToRatify(Situation s, Text text) {
    @Nullable Accord accord = s.agreements().get(text);
    return accord == null || accord.stage() != AgreementStage.SIGNED
        ? ImmutableSet.of()
        : accord.bound().stream()
            .filter(p -> awaitsRatification(s, accord, p))
            .collect(ImmutableSet.toImmutableSet());
  }

  private static String awaited(Situation s, ActorId by, Breaches breaches) {
    List<String> awaited =
        s.agreements().values().stream()
            .filter(a -> awaitsRatification(s, a, by))
            .map(a -> breaches.name(a.text()))
            .toList();
    return awaited.isEmpty()
        ? "Nothing is awaited from " + by
        : "Awaited from %s: %s".formatted(by, String.join("; ", awaited));
  }

  private static boolean awaitsRatification(Situation s, Accord accord, ActorId party) {
    return (accord.stage() == AgreementStage.SIGNED || accord.stage() == AgreementStage.INITIALLED)
        && Agreeing.mustRatify(s, accord.text(), party)
        && accord.is(party, kind -> kind.stands() && kind != Consent.Kind.RATIFIED);
  }

  /** Ratify, fail to ratify: unnamed, what is meant is the only agreement that awaits it. */
  abstract static class Ratifying<A extends Act> implements Conduct<A> {
    private final String verb;

    Ratifying(String verb) {
      this.verb = verb;
    }

    abstract Optional<Text> text(A act);

    @Override
    public List<Optional<Object>> subjects(Situation s, ActorId by) {
      List<Optional<Object>> awaiting = texts(s, a -> awaitsRatification(s, a, by));
      return awaiting.size() == 1 ? ImmutableList.of(Optional.empty(), awaiting.get(0)) : awaiting;
    }

    @Override
    public void openTo(Situation s, ActorId by, Optional<Object> subject, Breaches breaches) {
      stands(s, by, subject, verb, breaches);
      List<Optional<Object>> awaiting = texts(s, a -> awaitsRatification(s, a, by));
      if (subject.isEmpty()) {
        breaches.require(
            awaiting.size() == 1,
            Law.ONE_AWAITS_IT,
            () ->
                awaiting.isEmpty()
                    ? "%s cannot %s: nothing awaits its ratification".formatted(by, verb)
                    : "%s cannot %s without saying what: several agreements await it"
                        .formatted(by, verb),
            () -> awaited(s, by, breaches));
      } else {
        named(s, subject)
            .ifPresent(
                accord ->
                    breaches.require(
                        awaitsRatification(s, accord, by),
                        Law.AWAITED,
                        () ->
                            "%s cannot %s %s: its ratification is not awaited"
                                .formatted(by, verb, breaches.name(accord.text())),
                        () -> awaited(s, by, breaches)));
      }
    }

    @Override
    public void admits(Situation s, Move move, A act, Breaches breaches) {
      meant(s, move.by(), text(act))
          .ifPresent(
              a -> Judgement.withinMandate(s, move, a.text().terms().issues(), verb, breaches));
    }

    /** Returns the agreement that is meant; unnamed, the only one that awaits it. */
    static Optional<Accord> meant(Situation s, ActorId by, Optional<Text> text) {
      if (text.isPresent()) {
        return named(s, text.map(t -> (Object) t)).filter(a -> !a.stage().isOver());
      }
      List<Accord> awaiting =
          s.agreements().values().stream().filter(a -> awaitsRatification(s, a, by)).toList();
      return awaiting.size() == 1 ? Optional.of(awaiting.get(0)) : Optional.empty();
    }
  }

  static final class Ratify extends Ratifying<AfterDeal.Ratify> {
    Ratify() {
      super("ratify");
    }

    @Override
    Optional<Text> text(AfterDeal.Ratify act) {
      return act.text();
    }

    @Override
    public void effect(Draft draft, Move move, AfterDeal.Ratify act) {
      meant(draft.situation, move.by(), act.text())
          .ifPresent(a -> confirm(draft, move, a.text(), Consent.Kind.RATIFIED));
    }
  }

  static final class FailToRatify extends Ratifying<AfterDeal.FailToRatify> {
    FailToRatify() {
      super("fail to ratify");
    }

    @Override
    Optional<Text> text(AfterDeal.FailToRatify act) {
      return act.text();
    }

    @Override
    public void effect(Draft draft, Move move, AfterDeal.FailToRatify act) {
      meant(draft.situation, move.by(), act.text())
          .filter(a -> !a.is(move.by(), kind -> kind == Consent.Kind.RATIFIED))
          .ifPresent(a -> Agreeing.refuse(draft, a.text(), move.by()));
    }
  }
}
