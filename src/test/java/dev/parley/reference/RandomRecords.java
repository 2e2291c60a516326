package dev.parley.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agenda.Party;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.talks.Act;
import dev.parley.talks.Entry.Note;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Outcome.Accepted;
import dev.parley.talks.Procedural;
import dev.parley.talks.Substantive;
import dev.parley.talks.Substantive.Direction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Random records of talks: two to four principals, who can change, and a mediator, one to four
 * issues on all kinds of scale. Drops, demands raised again towards one of several, alternatives,
 * conditions, words, partial rejections, repeated offers, allegations, corrections and denials all
 * occur often. The same seed gives the same record.
 */
final class RandomRecords {
  private static final List<String> NAMES = List.of("north", "south", "east", "west");
  static final Note NOTE = new Note(When.UNKNOWN, Optional.empty(), "");

  private RandomRecords() {}

  /** One thing that is put into a chronicle. Targets are places in the list of words, from 0. */
  sealed interface Word {
    record Recorded(Move move) implements Word {}

    record Corrected(int target, Move instead) implements Word {}

    record Cancelled(int target) implements Word {}

    record Denied(int target) implements Word {}
  }

  /** A record: what a negotiation is about, and what is put into its chronicle. */
  record Record(Agenda agenda, List<Word> words) {
    /** Returns the negotiation; a word that refers to nothing is left out of it. */
    Negotiation negotiation() {
      Negotiation talks = Negotiation.about(agenda);
      Map<Integer, EntryId> entries = new HashMap<>();
      for (int i = 0; i < words.size(); i++) {
        Optional<Outcome> outcome = put(talks, words.get(i), entries);
        if (outcome.isPresent() && outcome.get() instanceof Accepted accepted) {
          talks = accepted.negotiation();
          entries.put(i, new EntryId(talks.chronicle().size()));
        }
      }
      return talks;
    }

    private static Optional<Outcome> put(
        Negotiation talks, Word word, Map<Integer, EntryId> entries) {
      if (word instanceof Word.Recorded recorded) {
        return Optional.of(talks.record(recorded.move()));
      } else if (word instanceof Word.Corrected corrected) {
        return Optional.ofNullable(entries.get(corrected.target()))
            .map(entry -> talks.correct(entry, corrected.instead(), NOTE));
      } else if (word instanceof Word.Cancelled cancelled) {
        return Optional.ofNullable(entries.get(cancelled.target()))
            .map(entry -> talks.cancel(entry, NOTE));
      }
      return Optional.ofNullable(entries.get(((Word.Denied) word).target()))
          .map(entry -> talks.deny(entry, NOTE));
    }

    /** Returns the record with moves after its last word. */
    Record with(Move... moves) {
      return new Record(
          agenda, Stream.concat(words.stream(), Stream.of(moves).map(Word.Recorded::new)).toList());
    }

    /** Returns the record without one word, and without the words on that word. */
    Record without(int place) {
      List<Word> kept = new ArrayList<>();
      Map<Integer, Integer> places = new HashMap<>();
      for (int i = 0; i < words.size(); i++) {
        Optional<Word> word =
            i == place || replacesNothing(words.get(i), kept)
                ? Optional.empty()
                : moved(words.get(i), places);
        if (word.isPresent()) {
          places.put(i, kept.size());
          kept.add(word.get());
        }
      }
      return new Record(agenda, List.copyOf(kept));
    }

    private static boolean replacesNothing(Word word, List<Word> before) {
      return word instanceof Word.Recorded recorded
          && recorded.move().act() instanceof Substantive.Propose draft
          && draft
              .proposal()
              .replaces()
              .filter(
                  text ->
                      before.stream()
                          .noneMatch(
                              w ->
                                  w instanceof Word.Recorded earlier
                                      && earlier.move().act() instanceof Substantive.Propose p
                                      && p.proposal().text().equals(text)))
              .isPresent();
    }

    private static Optional<Word> moved(Word word, Map<Integer, Integer> places) {
      if (word instanceof Word.Corrected c) {
        return Optional.ofNullable(places.get(c.target()))
            .map(target -> new Word.Corrected(target, c.instead()));
      } else if (word instanceof Word.Cancelled c) {
        return Optional.ofNullable(places.get(c.target())).map(Word.Cancelled::new);
      } else if (word instanceof Word.Denied d) {
        return Optional.ofNullable(places.get(d.target())).map(Word.Denied::new);
      }
      return Optional.of(word);
    }
  }

  /**
   * Returns a record.
   *
   * @param seed which
   * @return the record, the same for the same seed
   */
  static Record of(long seed) {
    return new Draw(new SplittableRandom(seed), EnumSet.allOf(Turn.class)).record();
  }

  /**
   * Returns a record in which only some things happen.
   *
   * @param seed which
   * @param turns what can happen
   * @return the record, the same for the same seed
   */
  static Record of(long seed, Set<Turn> turns) {
    return new Draw(new SplittableRandom(seed), turns).record();
  }

  /** What can happen, and how often beside the others. */
  enum Turn {
    RAISE(14),
    AMEND(10),
    RAISE_AGAIN(8),
    DROP(8),
    REJECT_DEMAND(3),
    TIE(3),
    OFFER(12),
    ALTERNATIVES(6),
    IMPROVE(4),
    REPEAT(6),
    COUNTER(4),
    WITHDRAW(6),
    ACCEPT(6),
    ACCEPT_AD_REFERENDUM(6),
    ACCEPT_IN_PART(4),
    REJECT(7),
    ATTEST(4),
    ATTEST_TOO(4),
    SHIFT(6),
    MEET(2),
    IMPASSE(2),
    ADMIT(2),
    LEAVE(1),
    EXCLUDE(1),
    PROPOSE(3),
    ACCEPT_PROPOSAL(5),
    REJECT_PROPOSAL(2),
    COUNTER_PROPOSAL(1),
    REDRAFT(3),
    ROUND(26);

    private final int weight;

    Turn(int weight) {
      this.weight = weight;
    }
  }

  private static final class Draw {
    private final SplittableRandom random;
    private final Set<Turn> turns;
    private final Agenda first;
    private Agenda agenda;
    private final List<Word> words = new ArrayList<>();
    private final List<Demand> demands = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<List<Offer>> groups = new ArrayList<>();
    private final List<Substantive.Attest> attested = new ArrayList<>();
    private final List<Offer> proposals = new ArrayList<>();
    private final Deque<Move> next = new ArrayDeque<>();
    private boolean open;

    Draw(SplittableRandom random, Set<Turn> turns) {
      this.random = random;
      this.turns = turns;
      this.first = agenda();
      this.agenda = first;
    }

    // Lots.

    private boolean in(int percent) {
      return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    /** One of the last few, if there is any. */
    private <T> Optional<T> recent(List<T> of) {
      return of.isEmpty()
          ? Optional.empty()
          : Optional.of(of.get(of.size() - 1 - random.nextInt(Math.min(4, of.size()))));
    }

    private <T> ImmutableSet<T> some(List<T> of) {
      ImmutableSet.Builder<T> some = ImmutableSet.builder();
      some.add(one(of));
      of.stream().filter(each -> in(35)).forEach(some::add);
      return some.build();
    }

    private Turn turn() {
      int all = 0;
      for (Turn turn : turns) {
        all += turn.weight;
      }
      int at = random.nextInt(all);
      for (Turn turn : turns) {
        at -= turn.weight;
        if (at < 0) {
          return turn;
        }
      }
      throw new AssertionError("the weights add up");
    }

    // The agenda.

    private Agenda agenda() {
      int principals = in(60) ? 2 : in(70) ? 3 : 4;
      Agenda.Builder made = Agenda.builder();
      for (String name : NAMES.subList(0, principals)) {
        made.principal(name, "The " + name);
      }
      made.mediator("harbour", "The harbour");
      if (in(30)) {
        made.party(Party.of("island", "The island", Party.Role.OBSERVER));
      }
      int issues = in(40) ? 1 : in(60) ? 2 : 3 + random.nextInt(2);
      for (int i = 0; i < issues; i++) {
        Scale scale = scale(random.nextInt(5));
        Issue.Builder issue = Issue.builder().id(IssueId.of("issue-" + i)).scale(scale);
        if (!(scale instanceof Scale.Options)) {
          for (String name : NAMES.subList(0, principals)) {
            if (in(25)) {
              issue.putBetter(ActorId.of(name), in(50) ? Better.MORE : Better.LESS);
            }
          }
        }
        made.issue(issue.build());
      }
      return made.build();
    }

    private static Scale scale(int which) {
      return switch (which) {
        case 0 -> Scale.levels("none", "pause", "truce", "peace");
        case 1 -> Scale.options("oslo", "doha", "cairo");
        case 2 -> Scale.checklist("names", "living", "dead");
        case 3 -> Scale.quantity("0", "4", "0.5", "percent");
        default -> Scale.quantity(0, 10, "tons");
      };
    }

    private ActorId principal() {
      return one(agenda.principals());
    }

    private ImmutableSet<ActorId> others(ActorId by) {
      List<ActorId> others = agenda.counterparts(by).asList();
      return in(30) ? ImmutableSet.copyOf(others) : ImmutableSet.of(one(others));
    }

    private Issue issue() {
      return one(agenda.issueList());
    }

    private Value value(Scale scale) {
      if (scale instanceof Scale.Checklist list) {
        return Value.items(list.items().stream().filter(i -> in(50)).toArray(String[]::new));
      }
      return one(scale.few(11));
    }

    private Region region(Scale scale) {
      if (scale instanceof Scale.Options) {
        return in(70)
            ? Region.exactly(scale, value(scale))
            : Region.anyOf(scale, List.of(value(scale), value(scale)));
      }
      Value value = value(scale);
      int form = random.nextInt(10);
      if (form < 3) {
        return Region.atLeast(scale, value);
      } else if (form < 6) {
        return Region.atMost(scale, value);
      } else if (form < 7) {
        return Region.anyOf(scale, List.of(value, value(scale)));
      } else if (form < 9 && !(scale instanceof Scale.Checklist)) {
        Value other = value(scale);
        List<Value> order = scale.few(11);
        return order.indexOf(value) <= order.indexOf(other)
            ? Region.between(scale, value, other)
            : Region.between(scale, other, value);
      }
      return Region.exactly(scale, value);
    }

    private Ask ask(Issue issue) {
      return in(14)
          ? Ask.inWords(one(List.of("enough", "as long as it takes")))
          : Ask.of(region(issue.scale()).describe());
    }

    private Optional<Firmness> firmness() {
      return in(50) ? Optional.empty() : Optional.of(one(List.of(Firmness.values())));
    }

    // What is demanded and offered.

    private GeneralDemand demand(ActorId by) {
      Map<IssueId, Ask> asks = new LinkedHashMap<>();
      asks.put(issue().id(), Ask.inWords("?"));
      if (in(30)) {
        asks.put(issue().id(), Ask.inWords("?"));
      }
      asks.replaceAll((issue, ask) -> ask(agenda.requireIssue(issue)));
      return demand(by, others(by), asks, firmness(), in(25));
    }

    private static GeneralDemand demand(
        ActorId by,
        ImmutableSet<ActorId> of,
        Map<IssueId, Ask> asks,
        Optional<Firmness> firmness,
        boolean sufficient) {
      return GeneralDemand.builder()
          .by(by)
          .addAllOf(of)
          .putAllWanted(asks)
          .firmness(firmness)
          .sufficient(sufficient)
          .build();
    }

    private GeneralDemand amended(Demand demand) {
      Map<IssueId, Ask> asks = new LinkedHashMap<>(demand.asks());
      boolean firmnessOnly = in(25);
      if (!firmnessOnly) {
        asks.replaceAll((issue, ask) -> in(80) ? ask(agenda.requireIssue(issue)) : ask);
      }
      return demand(
          demand.by(),
          demand.of(),
          asks,
          firmnessOnly ? firmness() : demand.firmness(),
          demand.sufficient());
    }

    private Offer offer(ActorId by, ImmutableSet<ActorId> to) {
      Map<IssueId, Value> terms = new HashMap<>();
      List<Issue> left = new ArrayList<>(agenda.issueList());
      for (int i = in(40) ? 2 : 1; i > 0 && !left.isEmpty(); i--) {
        Issue issue = left.remove(random.nextInt(left.size()));
        terms.put(issue.id(), value(issue.scale()));
      }
      Offer.Builder offer = Offer.builder().by(by).addAllTo(to).terms(Terms.of(terms));
      if (in(40)) {
        offer.binding(Binding.SEVERABLE);
      }
      if (in(35) && !left.isEmpty()) {
        Issue issue = one(left);
        offer.addConditions(new Condition(issue.id(), ask(issue), in(30)));
      }
      return offer.build();
    }

    /** The same offer with another value on one issue, or another condition. */
    private Offer improved(Offer offer) {
      if (!offer.conditions().isEmpty() && in(40)) {
        Condition condition = offer.conditions().get(0);
        return in(30)
            ? offer.withConditions(ImmutableList.of())
            : offer.withConditions(
                new Condition(
                    condition.issue(),
                    ask(agenda.requireIssue(condition.issue())),
                    condition.sufficient()));
      }
      Map<IssueId, Value> terms = new HashMap<>(offer.terms().values());
      IssueId issue = one(offer.terms().issues().asList());
      terms.put(issue, value(agenda.requireIssue(issue).scale()));
      return offer.withTerms(Terms.of(terms));
    }

    // Moves.

    private Optional<Move> move() {
      ActorId by = principal();
      return switch (turn()) {
        case RAISE -> made(demand(by));
        case AMEND -> recent(demands).map(d -> say(d.by(), amend(amended(d))));
        case RAISE_AGAIN -> recent(demands).flatMap(d -> made(again(d)));
        case DROP ->
            recent(demands)
                .map(
                    d ->
                        say(
                            d.by(),
                            new Substantive.DropDemand(ImmutableSet.copyOf(d.asks().keySet()))));
        case REJECT_DEMAND ->
            recent(demands)
                .filter(d -> !d.of().isEmpty())
                .map(d -> say(one(d.of().asList()), new Substantive.RejectDemand(d)));
        case TIE ->
            agenda.issueList().size() < 2 ? Optional.empty() : Optional.of(say(by, tie(by)));
        case OFFER -> offered(by, ImmutableList.of(offer(by, others(by))), Optional.empty());
        case ALTERNATIVES -> {
          ImmutableSet<ActorId> to = others(by);
          Offer first = offer(by, to);
          Offer second = in(60) ? improved(first) : offer(by, to);
          yield first.equals(second)
              ? Optional.empty()
              : offered(by, ImmutableList.of(first, second), Optional.empty());
        }
        case IMPROVE -> recent(groups).flatMap(this::improve);
        case REPEAT ->
            recent(offers).flatMap(o -> offered(o.by(), ImmutableList.of(o), Optional.empty()));
        case COUNTER ->
            recent(offers)
                .flatMap(
                    o -> {
                      ActorId answers = one(o.to().asList());
                      Offer with = offer(answers, ImmutableSet.of(o.by()));
                      return offered(answers, ImmutableList.of(with), Optional.of(o));
                    });
        case WITHDRAW -> recent(offers).map(o -> say(o.by(), new Substantive.WithdrawOffer(o)));
        case ACCEPT -> accept(ImmutableSet.of(), Authority.FINAL);
        case ACCEPT_AD_REFERENDUM -> accept(ImmutableSet.of(), Authority.AD_REFERENDUM);
        case ACCEPT_IN_PART ->
            recent(offers)
                .filter(o -> o.binding() == Binding.SEVERABLE || in(10))
                .map(
                    o ->
                        say(
                            one(o.to().asList()),
                            new Substantive.Accept(
                                o,
                                ImmutableSet.of(one(o.terms().issues().asList())),
                                in(70) ? Authority.FINAL : Authority.AD_REFERENDUM)));
        case REJECT ->
            recent(offers)
                .map(
                    o ->
                        say(
                            one(o.to().asList()),
                            new Substantive.RejectOffer(
                                o,
                                in(50) ? ImmutableSet.of() : some(o.terms().issues().asList()))));
        case ATTEST -> Optional.of(say(by, attest(by)));
        case ATTEST_TOO ->
            recent(attested)
                .map(
                    a ->
                        say(
                            one(
                                (a.text().parties().isEmpty()
                                    ? agenda.principals()
                                    : a.text().parties().asList())),
                            a));
        case SHIFT ->
            Optional.of(
                say(
                    by,
                    new Substantive.Shift(
                        one(List.of(Direction.values())),
                        in(80) ? Optional.of(issue().id()) : Optional.empty(),
                        in(70) ? ImmutableSet.of() : others(by))));
        case MEET ->
            Optional.of(
                procedural(
                    in(50) ? by : ActorId.of("harbour"),
                    new Procedural.HoldMeeting(
                        ImmutableSet.of(), Optional.empty(), Optional.empty())));
        case IMPASSE -> Optional.of(procedural(by, new Procedural.DeclareImpasse()));
        case ADMIT -> {
          List<Party> others = agenda.partyList().stream().filter(p -> !p.isPrincipal()).toList();
          yield others.isEmpty() ? Optional.empty() : Optional.of(admitted(by, one(others)));
        }
        case LEAVE -> agenda.principals().size() < 3 ? Optional.empty() : Optional.of(left(by, by));
        case EXCLUDE ->
            agenda.principals().size() < 3
                ? Optional.empty()
                : Optional.of(left(by, one(agenda.counterparts(by).asList())));
        case PROPOSE -> {
          List<ActorId> all = agenda.principals();
          ActorId left = one(all);
          yield proposed(
              ImmutableSet.copyOf(
                  all.size() == 2 || in(50)
                      ? all
                      : all.stream().filter(p -> !p.equals(left)).toList()),
              Optional.empty());
        }
        case ACCEPT_PROPOSAL ->
            recent(proposals)
                .map(
                    p ->
                        say(
                            one(p.to().asList()),
                            new Substantive.Accept(
                                p,
                                p.binding() == Binding.SEVERABLE && in(50)
                                    ? ImmutableSet.of(one(p.terms().issues().asList()))
                                    : ImmutableSet.of(),
                                in(60) ? Authority.FINAL : Authority.AD_REFERENDUM)));
        case REJECT_PROPOSAL ->
            recent(proposals)
                .map(
                    p ->
                        in(70)
                            ? say(
                                one(p.to().asList()),
                                new Substantive.RejectOffer(
                                    p,
                                    in(60) ? ImmutableSet.of() : some(p.terms().issues().asList())))
                            : procedural(p.by(), new Substantive.WithdrawOffer(p)));
        case COUNTER_PROPOSAL ->
            recent(proposals)
                .flatMap(
                    p -> {
                      ActorId answers = one(p.to().asList());
                      ImmutableSet<ActorId> others =
                          p.to().stream()
                              .filter(to -> !to.equals(answers))
                              .collect(ImmutableSet.toImmutableSet());
                      Offer with = offer(answers, others);
                      return offered(answers, ImmutableList.of(with), Optional.of(p));
                    });
        case REDRAFT -> recent(proposals).flatMap(p -> proposed(p.to(), Optional.of(p)));
        case ROUND -> Optional.of(round());
      };
    }

    private Move admitted(ActorId by, Party who) {
      become(who.id(), Party::asPrincipal);
      return procedural(by, new Procedural.Admit(who.id()));
    }

    private Move left(ActorId by, ActorId who) {
      become(who, Party::asFormerPrincipal);
      return by.equals(who)
          ? procedural(by, new Procedural.Leave())
          : procedural(by, new Procedural.Exclude(who));
    }

    /** What is drawn from here on is mostly said by those who negotiate now. */
    private void become(ActorId who, UnaryOperator<Party> role) {
      agenda =
          agenda.withPartyList(
              agenda.partyList().stream()
                  .map(party -> party.id().equals(who) ? role.apply(party) : party)
                  .toList());
    }

    /** Opens a round, or closes the open one. In some, everybody holds and nothing else is said. */
    private Move round() {
      open = !open;
      if (open && in(20)) {
        for (ActorId party : agenda.principals()) {
          next.add(
              say(
                  party,
                  new Substantive.Shift(
                      Direction.UNCHANGED, Optional.of(issue().id()), ImmutableSet.of())));
        }
        open = false;
        next.add(procedural(principal(), new Procedural.CloseRound()));
        return opening();
      }
      return open ? opening() : procedural(principal(), new Procedural.CloseRound());
    }

    private static Move opening() {
      return procedural(
          ActorId.of("harbour"), new Procedural.OpenRound(ImmutableSet.of(), Optional.empty()));
    }

    private Optional<Move> made(Demand demand) {
      demands.add(demand);
      return Optional.of(say(demand.by(), new Substantive.RaiseDemand(demand)));
    }

    private Act amend(Demand demand) {
      demands.add(demand);
      return new Substantive.AmendDemand(demand);
    }

    /** An earlier demand, towards one of those of whom it was made, or towards somebody else. */
    private Demand again(Demand demand) {
      ImmutableSet<ActorId> of =
          in(60) && !demand.of().isEmpty()
              ? ImmutableSet.of(one(demand.of().asList()))
              : others(demand.by());
      return demand(demand.by(), of, demand.asks(), demand.firmness(), demand.sufficient());
    }

    private Act tie(ActorId by) {
      List<IssueId> issues = new ArrayList<>(agenda.issues().keySet());
      IssueId tied = issues.remove(random.nextInt(issues.size()));
      return new Substantive.TieCommitment(
          new Tie(by, tied, one(List.of(Tie.Order.values())), some(issues)));
    }

    /** A mediator's text, or its next draft: much of it stays as it was. */
    private Optional<Move> proposed(ImmutableSet<ActorId> to, Optional<Offer> earlier) {
      ActorId harbour = ActorId.of("harbour");
      if (to.contains(harbour)) {
        return Optional.empty();
      }
      Offer draft =
          earlier.filter(e -> in(80)).map(this::improved).orElseGet(() -> offer(harbour, to));
      Offer proposal =
          bracketed(draft, to).withProposal(true).withTo(to).withReplaces(earlier.map(Offer::text));
      if (isOffered(proposal)) {
        return Optional.empty();
      }
      proposals.add(proposal);
      return Optional.of(procedural(harbour, new Substantive.Propose(proposal)));
    }

    /** Some drafts leave a clause open; a later one may take it out of its brackets. */
    private Offer bracketed(Offer draft, ImmutableSet<ActorId> to) {
      List<Issue> left = new ArrayList<>(agenda.issueList());
      left.removeIf(issue -> draft.issues().contains(issue.id()));
      if (left.isEmpty() || in(85)) {
        return in(40) ? draft.withBrackets(ImmutableMap.of()) : draft;
      }
      Issue issue = one(left);
      ImmutableMap.Builder<ActorId, Value> versions = ImmutableMap.builder();
      to.forEach(party -> versions.put(party, value(issue.scale())));
      return draft.withBrackets(ImmutableMap.of(issue.id(), versions.buildOrThrow()));
    }

    private Optional<Move> offered(
        ActorId by, ImmutableList<Offer> alternatives, Optional<Offer> counters) {
      if (alternatives.stream().anyMatch(this::isOffered)) {
        return Optional.empty();
      }
      offers.addAll(alternatives);
      if (alternatives.size() > 1) {
        groups.add(alternatives);
      }
      return Optional.of(say(by, new Substantive.MakeOffer(alternatives, counters)));
    }

    /** Two who offer each other the same words are left out: a consent to one is to both. */
    private boolean isOffered(Offer offer) {
      return Stream.concat(offers.stream(), proposals.stream())
          .anyMatch(o -> !o.by().equals(offer.by()) && o.text().equals(offer.text()));
    }

    /** One alternative improved: alone, or told again with the other. */
    private Optional<Move> improve(List<Offer> group) {
      Offer better = improved(group.get(0));
      if (group.contains(better)) {
        return Optional.empty();
      }
      return offered(
          better.by(),
          in(60) ? ImmutableList.of(better, group.get(1)) : ImmutableList.of(better),
          Optional.empty());
    }

    private Optional<Move> accept(ImmutableSet<IssueId> parts, Authority authority) {
      return recent(offers)
          .map(
              o ->
                  say(
                      in(95) ? one(o.to().asList()) : principal(),
                      new Substantive.Accept(o, parts, authority)));
    }

    private Substantive.Attest attest(ActorId by) {
      Map<IssueId, Value> terms = new HashMap<>();
      for (int i = in(40) ? 2 : 1; i > 0; i--) {
        Issue issue = issue();
        terms.put(issue.id(), value(issue.scale()));
      }
      ImmutableSet<ActorId> among =
          in(40)
              ? ImmutableSet.of()
              : ImmutableSet.<ActorId>builder().add(by).addAll(others(by)).build();
      Substantive.Attest attest =
          new Substantive.Attest(
              Text.builder()
                  .terms(Terms.of(terms))
                  .addAllParties(among)
                  .comprehensive(in(25))
                  .build());
      attested.add(attest);
      return attest;
    }

    private static Move procedural(ActorId by, Act act) {
      return Move.by(by.text()).does(act);
    }

    /** A move, mostly on the actor's own word. */
    private Move say(ActorId by, Act act) {
      int word = random.nextInt(100);
      if (word < 12) {
        ActorId other = one(agenda.counterparts(by).asList());
        return Move.by(by.text()).from(Source.statementOf(other.text() + "-says", other)).does(act);
      } else if (word < 19) {
        return Move.by(by.text()).from(Source.report("paper", "A newspaper")).does(act);
      } else if (word < 33) {
        String speaker = in(50) ? "minister" : "general";
        return Move.by(by.text())
            .from(Source.statementOf(by.text() + "-" + speaker, by).withSpeaker("the " + speaker))
            .does(act);
      }
      return Move.by(by.text()).does(act);
    }

    // The record.

    Record record() {
      int size = 5 + random.nextInt(36);
      if (in(85)) {
        words.add(new Word.Recorded(round()));
      }
      while (words.size() < size) {
        if (next.isEmpty()) {
          word().ifPresent(words::add);
        } else {
          words.add(new Word.Recorded(next.remove()));
        }
      }
      next.forEach(move -> words.add(new Word.Recorded(move)));
      if (open) {
        words.add(new Word.Recorded(round()));
      }
      return new Record(first, List.copyOf(words));
    }

    private Optional<Word> word() {
      List<Integer> told = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        if (words.get(i) instanceof Word.Recorded recorded
            && (recorded.move().act() instanceof Substantive || in(5))) {
          told.add(i);
        }
      }
      int lot = random.nextInt(100);
      Optional<Integer> target = recent(told);
      if (lot >= 11 || target.isEmpty()) {
        return move().map(Word.Recorded::new);
      }
      int at = target.get();
      if (lot < 5) {
        return Optional.of(new Word.Denied(at));
      } else if (lot < 7) {
        return Optional.of(new Word.Cancelled(at));
      }
      return corrected(((Word.Recorded) words.get(at)).move())
          .map(instead -> new Word.Corrected(at, instead));
    }

    /** The same move with another content, by the same actor. */
    private Optional<Move> corrected(Move move) {
      Act act = move.act();
      if (act instanceof Substantive.Propose propose) {
        Offer instead = improved(propose.proposal());
        proposals.add(instead);
        return Optional.of(move.withAct(new Substantive.Propose(instead)));
      }
      if (act instanceof Substantive.RaiseDemand raise) {
        GeneralDemand instead = amended(raise.demand());
        demands.add(instead);
        return Optional.of(move.withAct(new Substantive.RaiseDemand(instead)));
      } else if (act instanceof Substantive.MakeOffer make && make.alternatives().size() == 1) {
        Offer instead = improved(make.alternatives().get(0));
        offers.add(instead);
        return Optional.of(
            move.withAct(new Substantive.MakeOffer(ImmutableList.of(instead), make.counters())));
      } else if (act instanceof Substantive.Shift shift) {
        return Optional.of(
            move.withAct(
                new Substantive.Shift(
                    one(List.of(Direction.values())), shift.issue(), shift.toward())));
      }
      return move.source().map(nobody -> move.withSource(Optional.empty()));
    }
  }
}
