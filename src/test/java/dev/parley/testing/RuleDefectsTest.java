package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Delegation;
import dev.parley.agenda.Delegation.Level;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Party;
import dev.parley.agenda.Party.Role;
import dev.parley.agenda.Ratification;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Consent;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.When;
import dev.parley.progress.Told;
import dev.parley.rules.Registry;
import dev.parley.rules.Rules;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.AfterDeal;
import dev.parley.talks.Communicative;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Procedural;
import dev.parley.talks.Remarked;
import dev.parley.talks.Rule;
import dev.parley.talks.RuleBook;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import dev.parley.talks.Substantive.Direction;
import dev.parley.testing.Script.Course;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;

/**
 * A mistake in each ready-made rule, found in random play by an oracle that says in other words
 * what the rule must find and what it must leave alone, and brought down to the moves that it
 * takes. An oracle may leave a case undecided. The rules as they are agree with theirs.
 */
class RuleDefectsTest {
  private static final int PLAYS = 4000;
  private static final int SOUND = 250;

  private static final Issue RISE = issue("rise", Scale.quantity("0", "10", "0.5", "percent"));
  private static final Issue CREWS = issue("crews", Scale.quantity(0, 20, "cranes"));

  /** The port sits at the table and mediates; the union's experts speak on the rise alone. */
  private static final Agenda AGENDA =
      Agenda.builder()
          .principal("union", "Union")
          .party(Party.of("port", "Port company", Role.PRINCIPAL, Role.MEDIATOR))
          .principal("pilots", "Pilots' guild")
          .mediator("board", "Mediation board")
          .party(Party.of("ministry", "Ministry", Role.GUARANTOR))
          .issue(RISE)
          .issue(CREWS)
          .ratification(Ratification.all())
          .delegation(
              Delegation.builder()
                  .id(DelegationId.of("experts"))
                  .party(ActorId.of("union"))
                  .name("experts")
                  .level(Level.TECHNICAL)
                  .mandate(Mandate.only(Map.of(RISE.id(), Authority.FINAL)))
                  .build())
          .build();

  /** What is agreed on it, the port owes. */
  private static Issue issue(String id, Scale scale) {
    return Issue.of(id, scale)
        .withObligor(ActorId.of("port"))
        .withBetter(Map.of(ActorId.of("union"), Better.MORE, ActorId.of("port"), Better.LESS));
  }

  /** The oracles know who negotiates. */
  private static final LegalPlay PLAY =
      LegalPlay.ANY
          .on(AGENDA)
          .withMoves(20, 45)
          .withOneWildIn(5)
          .weighing(ActKind.ADMIT, 0)
          .weighing(ActKind.LEAVE, 0)
          .weighing(ActKind.EXCLUDE, 0);

  /** Two who need nobody else come to an agreement, and carry it out, more often than three. */
  private static final LegalPlay BETWEEN_TWO =
      PLAY.on(
          Agenda.builder()
              .principal("union", "Union")
              .principal("port", "Port company")
              .issue(RISE)
              .issue(CREWS)
              .build());

  /** What a rule has to say of a move. */
  enum Must {
    FIND,
    BE_SILENT,
    UNDECIDED;

    static Must findIf(boolean broken) {
      return broken ? FIND : BE_SILENT;
    }

    static Must findAtLeastIf(boolean broken) {
      return broken ? FIND : UNDECIDED;
    }
  }

  /** Says in other words than the rule what it must find. */
  interface Oracle {
    Must of(Deed told);
  }

  /**
   * A move in a record.
   *
   * @param course the record
   * @param at the place of the move
   */
  record Deed(Course course, int at) {
    Situation before() {
      return course.states().get(at).situation();
    }

    Move move() {
      return course.moves().get(at);
    }

    Act act() {
      return move().act();
    }

    /** Returns the moves before it that were not only alleged, the last one first. */
    List<Deed> earlier() {
      List<Deed> all = new ArrayList<>();
      for (int i = at - 1; i >= 0; i--) {
        Deed told = new Deed(course, i);
        if (told.move().attribution(told.before().agenda()) != Attribution.ALLEGED) {
          all.add(told);
        }
      }
      return all;
    }
  }

  /**
   * A mistake.
   *
   * @param rule the rule as it is
   * @param defect what is wrong with the other
   * @param mistaken the rule with the mistake in it
   * @param oracle what must be found
   * @param moves how many moves it comes down to at most
   */
  record Seeded(Rule rule, String defect, Rule mistaken, Oracle oracle, int moves) {
    @Override
    public String toString() {
      return rule.id() + ", " + defect;
    }
  }

  /** A rule that overlooks some moves. */
  record Overlooking(Rule rule, BiPredicate<Situation, Move> blindTo) implements Rule {
    @Override
    public String id() {
      return rule.id();
    }

    @Override
    public String statement() {
      return rule.statement();
    }

    @Override
    public ImmutableList<Finding> check(Situation situation, Move move) {
      return blindTo.test(situation, move) ? ImmutableList.of() : rule.check(situation, move);
    }
  }

  /** A rule whose memory does not take in some moves. */
  record Forgetful<M>(Rule.Remembering<M> rule, BiPredicate<Situation, Move> forgets)
      implements Rule.Remembering<M> {
    @Override
    public String id() {
      return rule.id();
    }

    @Override
    public String statement() {
      return rule.statement();
    }

    @Override
    public M blank(Agenda agenda) {
      return rule.blank(agenda);
    }

    @Override
    public M fold(M memory, Situation before, Move move, Situation after) {
      return forgets.test(before, move) ? memory : rule.fold(memory, before, move, after);
    }

    @Override
    public ImmutableList<Finding> check(M memory, Situation situation, Move move) {
      return rule.check(memory, situation, move);
    }
  }

  private static Rule forgetful(Rule rule, BiPredicate<Situation, Move> forgets) {
    return new Forgetful<>((Rule.Remembering<?>) rule, forgets);
  }

  /** A rule that finds fault with a claim as well, whatever it is about. */
  record Fussy<M>(Rule rule) implements Rule.Remembering<M> {
    @Override
    public String id() {
      return rule.id();
    }

    @Override
    public String statement() {
      return rule.statement();
    }

    @Override
    @SuppressWarnings("unchecked")
    public M blank(Agenda agenda) {
      return rule instanceof Rule.Remembering<?> r ? (M) r.blank(agenda) : (M) "";
    }

    @Override
    @SuppressWarnings("unchecked")
    public M fold(M memory, Situation before, Move move, Situation after) {
      return rule instanceof Rule.Remembering<?> r
          ? ((Rule.Remembering<M>) r).fold(memory, before, move, after)
          : memory;
    }

    @Override
    @SuppressWarnings("unchecked")
    public ImmutableList<Finding> check(M memory, Situation situation, Move move) {
      if (move.act() instanceof Communicative.MakeClaim) {
        return finding("a claim", "Claim nothing");
      }
      return rule instanceof Rule.Remembering<?> r
          ? ((Rule.Remembering<M>) r).check(memory, situation, move)
          : rule.check(situation, move);
    }
  }

  private static boolean isBy(String party, Move move) {
    return move.by().text().equals(party);
  }

  private static final Set<ActKind> CONSENTING =
      Set.of(ActKind.ACCEPT, ActKind.ATTEST, ActKind.SIGN, ActKind.CONFIRM, ActKind.RATIFY);

  private static final Set<ActKind> BINDING =
      Set.of(
          ActKind.MAKE_OFFER,
          ActKind.ACCEPT,
          ActKind.ATTEST,
          ActKind.SIGN,
          ActKind.INITIAL,
          ActKind.CONFIRM,
          ActKind.TIE,
          ActKind.RATIFY,
          ActKind.COMMIT);

  private static final ImmutableList<Seeded> DEFECTS =
      ImmutableList.of(
          new Seeded(
              Rules.concessionSize("rise", "2"),
              "takes half the size",
              Rules.concessionSize("rise", "1"),
              RuleDefectsTest::smallConcession,
              3),
          new Seeded(
              Rules.deadlineRespected(),
              "overlooks offers",
              new Overlooking(
                  Rules.deadlineRespected(), (s, m) -> m.act().kind() == ActKind.MAKE_OFFER),
              RuleDefectsTest::afterDeadline,
              2),
          new Seeded(
              Rules.exchangeBalance("2 crews for 1 rise"),
              "overlooks what is attested",
              new Overlooking(
                  Rules.exchangeBalance("2 crews for 1 rise"),
                  (s, m) -> m.act().kind() == ActKind.ATTEST),
              RuleDefectsTest::unbalanced,
              1),
          new Seeded(
              Rules.goalposts().with("when", "always"),
              "forgets what the port declared",
              forgetful(Rules.goalposts().with("when", "always"), (s, m) -> isBy("port", m)),
              RuleDefectsTest::tightened,
              2),
          new Seeded(
              Rules.guarantorNeeded(),
              "overlooks what is undertaken in words only",
              new Overlooking(Rules.guarantorNeeded(), (s, m) -> isInWords(m)),
              RuleDefectsTest::unsecured,
              1),
          new Seeded(
              Rules.instalmentsInOrder(),
              "lets half of the first phase do",
              Rules.instalmentsInOrder().with("done", "intermediate"),
              RuleDefectsTest::outOfOrder,
              7),
          new Seeded(
              Rules.mediatorBindsNothing(),
              "overlooks public commitments",
              new Overlooking(
                  Rules.mediatorBindsNothing(), (s, m) -> m.act().kind() == ActKind.COMMIT),
              t ->
                  Must.findIf(
                      t.before().agenda().actors().get(t.move().by()) instanceof Party p
                          && p.roles().contains(Role.MEDIATOR)
                          && BINDING.contains(t.act().kind())),
              1),
          new Seeded(
              Rules.noBacksliding(),
              "forgets all offers but the first",
              forgetful(Rules.noBacksliding(), (s, m) -> !s.offers().isEmpty()),
              RuleDefectsTest::backsliding,
              4),
          new Seeded(
              Rules.noNewDemands(),
              "overlooks what is said in a round",
              new Overlooking(Rules.noNewDemands(), (s, m) -> s.roundOpen()),
              RuleDefectsTest::newDemand,
              4),
          new Seeded(
              Rules.noReopening(),
              "overlooks the port",
              new Overlooking(Rules.noReopening(), (s, m) -> isBy("port", m)),
              RuleDefectsTest::reopened,
              3),
          new Seeded(
              Rules.offerExpiry(7),
              "waits for fourteen days",
              Rules.offerExpiry(14),
              RuleDefectsTest::acceptedLate,
              2),
          new Seeded(
              Rules.offersWithinMandate(),
              "overlooks counter-offers",
              new Overlooking(
                  Rules.offersWithinMandate(),
                  (s, m) ->
                      m.act() instanceof Substantive.MakeOffer make && make.counters().isPresent()),
              RuleDefectsTest::beyondMandate,
              2),
          new Seeded(
              Rules.orderOfIssues("rise", "crews"),
              "overlooks what is attested",
              new Overlooking(
                  Rules.orderOfIssues("rise", "crews"), (s, m) -> m.act().kind() == ActKind.ATTEST),
              RuleDefectsTest::agreedTooEarly,
              1),
          new Seeded(
              Rules.ratificationFirst().with("principals", "all"),
              "asks only those concerned",
              Rules.ratificationFirst(),
              t ->
                  t.act() instanceof AfterDeal.Perform past
                          && past.obligation().under().lasts().isPresent()
                      ? Must.UNDECIDED // by the day of the move its time may be up
                      : Must.findIf(
                          t.act() instanceof AfterDeal.Perform perform
                              && !ratified(t.before(), perform.obligation())
                                  .containsAll(t.before().agenda().principals())),
              5),
          new Seeded(
              Rules.reciprocity(),
              "forgets what is only said to be softer",
              forgetful(Rules.reciprocity(), (s, m) -> m.act().kind() == ActKind.SHIFT),
              RuleDefectsTest::concededTwice,
              2),
          new Seeded(
              Rules.roundLimit(2),
              "counts one round too many",
              Rules.roundLimit(3),
              t ->
                  Must.findIf(
                      opens(t) && t.earlier().stream().filter(RuleDefectsTest::opens).count() >= 2),
              5),
          new Seeded(
              Rules.silenceLimit(5),
              "allows for twice as many days",
              Rules.silenceLimit(10),
              RuleDefectsTest::silent,
              2),
          new Seeded(
              Rules.statedBeforeAccepting(),
              "overlooks the union",
              new Overlooking(Rules.statedBeforeAccepting(), (s, m) -> isBy("union", m)),
              RuleDefectsTest::acceptedUnstated,
              2));

  private static Set<ActorId> ratified(Situation s, Obligation obligation) {
    Accord under = s.agreements().get(obligation.under());
    return under == null
        ? Set.of()
        : under.bound().stream()
            .filter(p -> under.is(p, kind -> kind == Consent.Kind.RATIFIED))
            .collect(Collectors.toSet());
  }

  /** Returns the agreements to which all whom they bind have consented. */
  private static List<Accord> agreed(Situation s) {
    return s.agreements().values().stream()
        .filter(a -> a.stage() != AgreementStage.TABLED)
        .toList();
  }

  private static boolean isInWords(Move move) {
    return move.act() instanceof Substantive.MakeOffer make
        && make.alternatives().stream()
            .flatMap(o -> o.undertakings().stream())
            .allMatch(u -> u.terms().isEmpty());
  }

  private static Must smallConcession(Deed t) {
    if (!(t.act() instanceof Substantive)) {
      return Must.BE_SILENT;
    }
    if (!(t.act() instanceof Substantive.MakeOffer)
        || t.before().agenda().issue(RISE.id()).isEmpty()
        || !t.before().agenda().isPrincipal(t.move().by())) {
      return Must.UNDECIDED;
    }
    Situation after = t.before().after(t.move());
    boolean small = false;
    for (ActorId q : t.before().agenda().counterparts(t.move().by())) {
      Line line = new Line(t.move().by(), RISE.id(), q);
      Optional<Region> was = t.before().position(line).measured();
      Optional<Region> is = after.position(line).measured();
      Optional<Region> theirs = t.before().position(line.inReturn()).measured();
      if (was.isPresent() && is.isPresent() && theirs.isPresent()) {
        BigDecimal left = is.get().distance(theirs.get());
        BigDecimal step = was.get().distance(theirs.get()).subtract(left);
        boolean crossed = step.signum() > 0 && isAcross(was.get(), is.get(), theirs.get());
        small |=
            left.signum() > 0
                && step.signum() > 0
                && step.compareTo(BigDecimal.valueOf(2)) < 0
                && !crossed
                && !after.heard().get(line).told(Told.INCONSISTENT);
      }
    }
    return Must.findAtLeastIf(small);
  }

  /** Nearer than before, on the other side: not what anybody would call a step. */
  private static boolean isAcross(Region was, Region is, Region theirs) {
    return was.distance(is).compareTo(was.distance(theirs)) > 0;
  }

  private static Must afterDeadline(Deed t) {
    if (!(t.act() instanceof Substantive) || t.before().deadlines().isEmpty()) {
      return Must.BE_SILENT;
    }
    return Must.findAtLeastIf(
        agreed(t.before()).isEmpty()
            && t.before().deadlines().values().stream()
                .anyMatch(d -> isAfter(t.move().on(), d.date(), 0)));
  }

  private static boolean isDay(When when) {
    return when.earliest().isPresent()
        && when.earliest().equals(when.latest())
        && !when.isApproximate();
  }

  private static boolean isAfter(When one, When other, int days) {
    return isDay(one)
        && isDay(other)
        && one.earliest().get().isAfter(other.latest().get().plusDays(days));
  }

  private static Must unbalanced(Deed t) {
    List<Terms> all =
        t.act() instanceof Substantive.Attest attest
            ? List.of(attest.text().terms())
            : t.act().offersMade().stream().map(Offer::terms).toList();
    return Must.findIf(
        all.stream()
            .anyMatch(
                terms ->
                    number(terms, RISE).isPresent()
                        && number(terms, CREWS).isPresent()
                        && number(terms, CREWS)
                                .get()
                                .compareTo(
                                    number(terms, RISE).get().multiply(BigDecimal.valueOf(2)))
                            != 0));
  }

  private static Optional<BigDecimal> number(Terms terms, Issue issue) {
    return terms.on(issue.id()).map(v -> ((Value.Amount) v).number());
  }

  private static Optional<Demand> demand(Act act) {
    if (act instanceof Substantive.RaiseDemand raise) {
      return Optional.of(raise.demand());
    }
    return act instanceof Substantive.AmendDemand amend
        ? Optional.of(amend.demand())
        : Optional.empty();
  }

  private static Must tightened(Deed t) {
    Optional<Demand> now = demand(t.act());
    if (now.isEmpty()) {
      return t.act() instanceof Substantive.MakeOffer ? Must.UNDECIDED : Must.BE_SILENT;
    }
    if (!t.move().by().equals(now.get().by())) {
      return Must.UNDECIDED;
    }
    List<Demand> before =
        t.earlier().stream()
            .filter(e -> e.move().by().equals(t.move().by()))
            .flatMap(e -> demand(e.act()).stream())
            .toList();
    boolean conditions =
        t.earlier().stream()
            .anyMatch(
                e ->
                    e.act() instanceof Substantive.MakeOffer make
                        && make.alternatives().stream()
                            .anyMatch(o -> o.conditions().stream().anyMatch(c -> c.sufficient())));
    if (conditions) {
      return Must.UNDECIDED;
    }
    if (before.stream().noneMatch(Demand::sufficient)) {
      return Must.BE_SILENT;
    }
    Demand then = before.get(0);
    return Must.findAtLeastIf(
        then.sufficient()
            && then.of().equals(now.get().of())
            && then.asks().keySet().stream()
                .anyMatch(i -> isTighter(t, then.asks().get(i), now.get().asks().get(i), i)));
  }

  private static boolean isTighter(Deed t, Ask then, Ask now, IssueId issue) {
    Scale scale = t.before().agenda().requireIssue(issue).scale();
    return now != null
        && then.on(scale).isPresent()
        && now.on(scale).isPresent()
        && !now.on(scale).get().encloses(then.on(scale).get());
  }

  private static Must unsecured(Deed t) {
    if (!t.act().offersMade().isEmpty()) {
      return Must.findIf(
          t.act().offersMade().stream()
              .flatMap(o -> o.undertakings().stream())
              .anyMatch(
                  u ->
                      u.guarantor().filter(g -> g.text().equals("ministry")).isEmpty()
                          || u.by().text().equals("ministry")));
    }
    return CONSENTING.contains(t.act().kind()) ? Must.UNDECIDED : Must.BE_SILENT;
  }

  private static Must outOfOrder(Deed t) {
    if (!(t.act() instanceof AfterDeal.Perform perform)) {
      return Must.BE_SILENT;
    }
    return Must.findAtLeastIf(
        perform.obligation().name().startsWith("second phase")
            && !perform.obligation().under().instalments().isEmpty()
            && t.before().obligations().entrySet().stream()
                .anyMatch(
                    o ->
                        o.getKey().under().equals(perform.obligation().under())
                            && o.getKey().name().startsWith("first phase")
                            && !o.getValue().state().isOver()
                            && isUndone(o)));
  }

  private static boolean isUndone(Map.Entry<Obligation, Obligation.Status> obligation) {
    return obligation.getValue().degree() != Implementation.FULL;
  }

  private static Must backsliding(Deed t) {
    if (!(t.act() instanceof Substantive.MakeOffer make)) {
      return Must.BE_SILENT;
    }
    if (make.alternatives().size() > 1 || t.before().agenda().issue(RISE.id()).isEmpty()) {
      return Must.UNDECIDED;
    }
    Offer now = make.alternatives().get(0);
    Optional<Offer> then =
        t.earlier().stream()
            .flatMap(
                e ->
                    e.act() instanceof Substantive.MakeOffer m
                            && e.move().by().equals(t.move().by())
                        ? m.alternatives().stream()
                        : java.util.stream.Stream.empty())
            .filter(o -> o.by().equals(now.by()) && number(o.terms(), RISE).isPresent())
            .findFirst();
    if (then.isEmpty()
        || !then.get().to().equals(now.to())
        || number(now.terms(), RISE).isEmpty()) {
      return Must.UNDECIDED;
    }
    boolean alternatives =
        t.earlier().stream()
            .anyMatch(
                e -> e.act() instanceof Substantive.MakeOffer m && m.alternatives().size() > 1);
    int worse = number(now.terms(), RISE).get().compareTo(number(then.get().terms(), RISE).get());
    boolean silent =
        now.to().stream()
            .noneMatch(q -> t.before().position(new Line(q, RISE.id(), now.by())).isStated());
    return Must.findAtLeastIf(
        !alternatives
            && silent
            && t.before().agenda().counterparts(now.by()).containsAll(now.to())
            && t.before().agenda().requireIssue(RISE.id()).better().containsKey(now.by())
            && (isBy("port", t.move()) && worse < 0 || isBy("union", t.move()) && worse > 0));
  }

  private static Must newDemand(Deed t) {
    if (demand(t.act()).isEmpty() || agreed(t.before()).isEmpty()) {
      return Must.BE_SILENT;
    }
    Demand now = demand(t.act()).get();
    return Must.findAtLeastIf(
        t.act() instanceof Substantive.RaiseDemand
            && t.before().agenda().isPrincipal(t.move().by())
            && now.by().equals(t.move().by())
            && !now.of().contains(t.move().by())
            && agreed(t.before()).stream()
                .anyMatch(
                    a ->
                        !a.text().interim()
                            && !a.stage().isOver()
                            && a.ends().isEmpty() // by the day of the move its time may be up
                            && a.bound().contains(now.by())
                            && now.asks().keySet().stream().anyMatch(a.text().issues()::contains)
                            && t.before().agenda().counterparts(now.by()).stream()
                                .filter(q -> now.of().isEmpty() || now.of().contains(q))
                                .anyMatch(a.bound()::contains)));
  }

  private static Must reopened(Deed t) {
    if (t.before().settled().isEmpty()) {
      return Must.BE_SILENT;
    }
    Optional<Demand> now = demand(t.act());
    return now.isEmpty() || !now.get().by().equals(t.move().by())
        ? Must.UNDECIDED
        : Must.findAtLeastIf(
            !now.get().of().contains(t.move().by())
                && now.get().asks().entrySet().stream()
                    .anyMatch(ask -> disputes(t, ask.getKey(), ask.getValue())));
  }

  private static boolean disputes(Deed t, IssueId issue, Ask ask) {
    Value agreed = t.before().closed().get(issue);
    return agreed != null
        && ask.on(t.before().agenda().requireIssue(issue).scale())
            .filter(r -> !r.holds(agreed))
            .isPresent();
  }

  private static Must acceptedLate(Deed t) {
    if (!(t.act() instanceof Substantive.Accept accept)) {
      return Must.BE_SILENT;
    }
    List<Move> made =
        t.earlier().stream()
            .map(Deed::move)
            .filter(
                m ->
                    m.act() instanceof Substantive.MakeOffer make
                        && make.alternatives().contains(accept.offer()))
            .toList();
    return Must.findAtLeastIf(
        accept.offer().expiry().isEmpty()
            && made.size() == 1
            && t.before().offers().containsKey(accept.offer())
            && isAfter(t.move().on(), made.get(0).on(), 7));
  }

  private static Must beyondMandate(Deed t) {
    return Must.findIf(
        t.move().through().isPresent()
            && t.before().agenda().delegations().containsKey(t.move().through().get())
            && t.act().offersMade().stream()
                .anyMatch(o -> !o.terms().issues().equals(Set.of(RISE.id()))));
  }

  private static Must agreedTooEarly(Deed t) {
    Set<IssueId> agreed = Set.of();
    if (t.act() instanceof Substantive.Attest attest) {
      agreed = attest.text().terms().issues();
    } else if (t.act() instanceof Substantive.Accept accept) {
      if (accept.authority() != Authority.FINAL) {
        return Must.BE_SILENT;
      }
      agreed = accept.parts().isEmpty() ? accept.offer().terms().issues() : accept.parts();
    } else if (t.act() instanceof Substantive.Sign sign) {
      agreed = sign.text().terms().issues();
    } else if (t.act() instanceof AfterDeal.Confirm confirm) {
      agreed = confirm.text().map(text -> text.terms().issues()).orElse(ImmutableSet.of());
    } else if (t.act() instanceof AfterDeal.Perform) {
      return Must.UNDECIDED;
    }
    boolean early = agreed.contains(CREWS.id()) && !agreed.contains(RISE.id());
    boolean closed = t.before().settled().stream().anyMatch(s -> s.issue().equals(RISE.id()));
    return !early || t.before().closed().containsKey(RISE.id())
        ? Must.BE_SILENT
        : closed ? Must.UNDECIDED : Must.FIND;
  }

  private static boolean softens(Deed t) {
    return t.act() instanceof Substantive.Shift shift
        && shift.direction() == Direction.SOFTER
        && shift.toward().isEmpty()
        && t.before().agenda().isPrincipal(t.move().by());
  }

  private static Must concededTwice(Deed t) {
    if (!(t.act() instanceof Substantive)) {
      return Must.BE_SILENT;
    }
    List<Deed> earlier = t.earlier();
    return Must.findAtLeastIf(
        softens(t)
            && !earlier.isEmpty()
            && softens(earlier.get(0))
            && earlier.get(0).move().by().equals(t.move().by()));
  }

  private static boolean opens(Deed t) {
    return t.act() instanceof Procedural.OpenRound && !t.before().roundOpen();
  }

  private static boolean isContact(Deed t) {
    return t.act() instanceof Substantive
        || t.act() instanceof Procedural.OpenRound
        || t.act() instanceof Procedural.CloseRound
        || t.act() instanceof Procedural.HoldMeeting;
  }

  private static Must silent(Deed t) {
    List<Move> contacts =
        t.earlier().stream().filter(RuleDefectsTest::isContact).map(Deed::move).toList();
    if (!isContact(t) || contacts.isEmpty()) {
      return Must.BE_SILENT;
    }
    boolean known = contacts.stream().allMatch(m -> isDay(m.on()));
    return Must.findAtLeastIf(
        known && contacts.stream().allMatch(m -> isAfter(t.move().on(), m.on(), 5)));
  }

  private static Must acceptedUnstated(Deed t) {
    if (!(t.act() instanceof Substantive.Accept accept)) {
      return Must.BE_SILENT;
    }
    Set<ActorId> others =
        accept.offer().proposal() ? accept.offer().to() : Set.of(accept.offer().by());
    boolean principals =
        t.before().agenda().isPrincipal(t.move().by())
            && others.stream()
                .anyMatch(o -> t.before().agenda().isPrincipal(o) && !o.equals(t.move().by()));
    boolean quiet =
        t.earlier().stream().noneMatch(e -> speaksFor(t.move().by(), e))
            && t.before().agreements().isEmpty();
    return principals ? Must.findAtLeastIf(quiet) : Must.BE_SILENT;
  }

  /** In a record a demand or an offer can be made in another's name. */
  private static boolean speaksFor(ActorId party, Deed deed) {
    boolean named =
        demand(deed.act()).filter(d -> d.by().equals(party)).isPresent()
            || deed.act() instanceof Substantive.MakeOffer make
                && make.alternatives().stream().anyMatch(o -> o.by().equals(party));
    return named || deed.act() instanceof Substantive && deed.move().by().equals(party);
  }

  /** Returns where a rule and an oracle disagree; empty where they do not. */
  private static Optional<String> disagreement(Script script, Rule rule, Oracle oracle) {
    Course course = script.course(Negotiation::record);
    Set<Integer> found =
        course.end().remarks(RuleBook.DEFAULT.and(rule)).stream()
            .map(Remarked::entry)
            .map(e -> e.number() - 1)
            .collect(Collectors.toSet());
    for (int i = 0; i < course.moves().size(); i++) {
      Must must = oracle.of(new Deed(course, i));
      if (must == Must.FIND && !found.contains(i) || must == Must.BE_SILENT && found.contains(i)) {
        return Optional.of("[%s] must %s: %s".formatted(i + 1, must, course.moves().get(i)));
      }
    }
    return Optional.empty();
  }

  /** Returns the simplest script that shows a mistake; empty where no play shows it. */
  private static Optional<Script> least(Rule rule, Oracle oracle) {
    for (long seed = 0; seed < PLAYS; seed++) {
      for (LegalPlay play : List.of(PLAY, BETWEEN_TWO)) {
        Script script = play.draw(seed);
        if (disagreement(script, rule, oracle).isPresent()) {
          return Optional.of(
              Minimiser.minimise(
                  script, SimplerScripts.ALL, s -> disagreement(s, rule, oracle).isPresent()));
        }
      }
    }
    return Optional.empty();
  }

  @Example
  void there_is_a_defect_for_each_ready_made_rule() {
    assertThat(DEFECTS.stream().map(s -> s.rule().id()).collect(ImmutableSet.toImmutableSet()))
        .isEqualTo(Registry.readyMade().names());
    assertThat(DEFECTS).hasSize(18);
  }

  @Tag("slow")
  @Example
  void random_play_finds_each_defect_and_brings_it_down_to_its_moves() {
    for (Seeded seeded : DEFECTS) {
      assertThat(least(seeded.mistaken(), seeded.oracle()))
          .as(seeded.toString())
          .hasValueSatisfying(
              script ->
                  assertThat(script.moves().size())
                      .as("%s: %s", seeded, script.moves())
                      .isBetween(1, seeded.moves()));
    }
  }

  @Example
  void random_play_finds_each_rule_that_is_broken_by_too_much() {
    for (Seeded seeded : DEFECTS) {
      assertThat(least(new Fussy<Object>(seeded.rule()), seeded.oracle()))
          .as(seeded.rule().id())
          .hasValueSatisfying(
              script -> assertThat(script.moves()).as("%s", script.moves()).hasSizeBetween(1, 2));
    }
  }

  @Tag("slow")
  @Example
  void the_rules_as_they_are_agree_with_the_oracles() {
    for (long seed = 0; seed < SOUND; seed++) {
      Script script = PLAY.draw(seed);
      for (Seeded seeded : DEFECTS) {
        assertThat(disagreement(script, seeded.rule(), seeded.oracle()))
            .as("%s, seed %s", seeded.rule().id(), seed)
            .isEmpty();
      }
    }
  }
}
