package dev.parley.testing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions;
import dev.parley.demand.Provisions.Binding;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Opening;
import dev.parley.talks.Substantive;
import dev.parley.talks.Substantive.Direction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who makes up a negotiation move by move, for all parties: it opens rounds and closes
 * them, asks near the end that is better for a party and concedes in small steps, answers offers,
 * lets the days go by. It chooses among the {@linkplain Negotiation#legalMoves openings}, and on
 * request it does what nobody may.
 *
 * <p>Remembers where the parties stand, and so serves one play.
 */
public final class Player {
  /** The kinds of acts by which one agrees to what is said already. */
  private static final ImmutableSet<ActKind> CONSENTS =
      Sets.immutableEnumSet(ActKind.ACCEPT, ActKind.SIGN, ActKind.INITIAL);

  private final Choices choices;
  private final Phrases phrases;
  private final Aspirations aspirations;
  private LocalDate today = LocalDate.EPOCH;
  private int sinceOpening;
  private @Nullable Negotiation asked;
  private Map<ActKind, List<Opening>> openings = new EnumMap<>(ActKind.class);
  private Taste taste;

  Player(Choices choices, Phrases phrases, Taste taste) {
    this.choices = choices;
    this.phrases = phrases;
    this.aspirations = new Aspirations(choices);
    this.taste = taste;
  }

  /** From now on it likes something else. */
  void likes(Taste other) {
    taste = other;
  }

  /**
   * Returns a player.
   *
   * @param choices where its decisions come from
   * @return a player at the beginning of a play
   */
  public static Player of(Choices choices) {
    return new Player(choices, Phrases.PLAIN, Taste.USUAL);
  }

  /**
   * Chooses a move that takes some opening. Its content may still break a rule of the rule book, or
   * now and then a law, so that the negotiation has the last word.
   *
   * @param talks the negotiation
   * @return a move; empty when it is over, or nothing that it would do can be done
   */
  public Optional<Move> legal(Negotiation talks) {
    Map<ActKind, List<Opening>> byKind = openings(talks);
    Appetite appetite = new Appetite(talks, sinceOpening, taste);
    int all = byKind.keySet().stream().mapToInt(appetite::of).sum();
    if (all == 0) {
      return Optional.empty();
    }
    int drawn = choices.below(all);
    for (Map.Entry<ActKind, List<Opening>> kind : byKind.entrySet()) {
      drawn -= appetite.of(kind.getKey());
      if (drawn < 0) {
        return Optional.of(taken(talks, kind.getKey(), kind.getValue(), byKind));
      }
    }
    throw new IllegalStateException("drew beyond " + all);
  }

  /** Who tries again where a move was refused is not told the openings twice. */
  private Map<ActKind, List<Opening>> openings(Negotiation talks) {
    if (!talks.equals(asked)) {
      openings = new EnumMap<>(ActKind.class);
      for (Opening opening : talks.legalMoves()) {
        if (!opening.isAcceptanceByName()) {
          openings.computeIfAbsent(opening.kind(), k -> new ArrayList<>()).add(opening);
        }
      }
      asked = talks;
    }
    return openings;
  }

  private Move taken(
      Negotiation talks, ActKind kind, List<Opening> all, Map<ActKind, List<Opening>> byKind) {
    boolean wary = CONSENTS.contains(kind) && !taste.eager() && !choices.oneIn(15);
    List<Opening> some = wary ? near(talks, all) : inTurn(talks, kind, all);
    if (some.isEmpty()) {
      some = choices.oneIn(3) ? byKind.get(ActKind.REJECT_OFFER) : byKind.get(ActKind.MAKE_OFFER);
    }
    Opening opening = choices.of(some == null || some.isEmpty() ? all : some);
    return told(talks, opening.by(), act(talks, opening), true);
  }

  /** What is agreed to is near enough, and from round to round what lies farther off is so too. */
  private List<Opening> near(Negotiation talks, List<Opening> all) {
    double share = 0.15 + 0.1 * Math.min(4, talks.closedRounds());
    return all.stream().filter(o -> isNear(talks, o, share)).toList();
  }

  private boolean isNear(Negotiation talks, Opening acceptance, double share) {
    Terms terms = ((Provisions) acceptance.subject().orElseThrow()).terms();
    return aspirations.nearEnough(talks.agenda(), acceptance.by(), terms, share);
  }

  /** Lets the other side speak next, mostly, and mediators call the parties in. */
  private List<Opening> inTurn(Negotiation talks, ActKind kind, List<Opening> all) {
    boolean convenes = kind == ActKind.OPEN_ROUND || kind == ActKind.CLOSE_ROUND;
    Optional<ActorId> last =
        talks
            .chronicle()
            .last()
            .filter(e -> e instanceof dev.parley.talks.Entry.Told)
            .map(e -> ((dev.parley.talks.Entry.Told) e).move().by());
    List<Opening> some =
        all.stream()
            .filter(
                o ->
                    convenes
                        ? !talks.agenda().isPrincipal(o.by())
                        : last.filter(o.by()::equals).isEmpty())
            .toList();
    return some.isEmpty() || choices.oneIn(4) ? all : some;
  }

  private Act act(Negotiation talks, Opening opening) {
    ActorId by = opening.by();
    return switch (opening.kind()) {
      case RAISE_DEMAND -> new Substantive.RaiseDemand(demand(talks, by));
      case AMEND_DEMAND -> new Substantive.AmendDemand(amendment(talks, by));
      case MAKE_OFFER -> offer(talks, by);
      case PROPOSE -> propose(talks, by);
      case SHIFT -> shift(talks);
      case ATTEST -> attest(talks, by);
      default -> acts(talks).of(opening.kind(), by, opening.subject());
    };
  }

  private Acts acts(Negotiation talks) {
    return new Acts(talks, choices, phrases, today(talks));
  }

  private LocalDate today(Negotiation talks) {
    if (today.equals(LocalDate.EPOCH)) {
      LocalDate start = Setting.of(talks.agenda()).start();
      today =
          talks
              .chronicle()
              .last()
              .flatMap(e -> e.on().latest())
              .filter(start::isBefore)
              .orElse(start);
    }
    return today;
  }

  private Demand demand(Negotiation talks, ActorId by) {
    Agenda agenda = talks.agenda();
    List<Issue> silent =
        agenda.issueList().stream()
            .filter(i -> own(talks, by).stream().noneMatch(d -> d.asks().containsKey(i.id())))
            .toList();
    Map<IssueId, Ask> wanted = new LinkedHashMap<>();
    List<Issue> from = silent.isEmpty() ? agenda.issueList() : silent;
    for (int i = choices.oneIn(5) ? 2 : 1; i > 0; i--) {
      Issue issue = choices.of(from);
      wanted.putIfAbsent(issue.id(), ask(talks, by, issue));
    }
    Contents contents = new Contents(agenda, choices);
    Set<ActorId> of = choices.oneIn(4) ? Set.of() : contents.others(by);
    return contents.demand(by, of, wanted, choices.oneIn(5));
  }

  private Ask ask(Negotiation talks, ActorId by, Issue issue) {
    if (choices.oneIn(12)) {
      return Ask.inWords(phrases.of(choices.of(Setting.of(talks.agenda()).sayings().vague())));
    }
    return aspirations.ask(talks.agenda(), by, issue);
  }

  private static List<Demand> own(Negotiation talks, ActorId by) {
    return talks.situation().standingDemands().stream().filter(d -> d.by().equals(by)).toList();
  }

  private Demand amendment(Negotiation talks, ActorId by) {
    List<Demand> own = own(talks, by);
    if (own.isEmpty()) {
      return demand(talks, by);
    }
    Demand before = choices.of(own);
    Map<IssueId, Ask> wanted = new LinkedHashMap<>();
    for (IssueId id : before.asks().keySet()) {
      Issue issue = talks.agenda().requireIssue(id);
      aspirations.offered(talks.agenda(), by, issue, toward(talks.agenda(), by, before.of()));
      wanted.put(id, ask(talks, by, issue));
    }
    boolean alike = wanted.equals(before.asks());
    return new Contents(talks.agenda(), choices)
        .demand(by, before.of(), wanted, alike != before.sufficient());
  }

  private static ActorId toward(Agenda agenda, ActorId by, Collection<ActorId> named) {
    return named.stream()
        .filter(a -> !a.equals(by))
        .findFirst()
        .orElseGet(() -> agenda.counterparts(by).iterator().next());
  }

  private Act offer(Negotiation talks, ActorId by) {
    Agenda agenda = talks.agenda();
    List<Offer> toMe = Acts.standingTo(talks, by);
    Optional<Offer> counters =
        !toMe.isEmpty() && !choices.oneIn(3) ? Optional.of(choices.of(toMe)) : Optional.empty();
    Contents contents = new Contents(agenda, choices);
    Set<ActorId> to =
        counters
            .filter(o -> !o.by().equals(by))
            .<Set<ActorId>>map(o -> Set.of(o.by()))
            .orElseGet(() -> contents.others(by));
    Terms terms = terms(talks, by, toward(agenda, by, to), counters.map(Offer::terms));
    if (counters.map(Offer::terms).filter(terms::equals).isPresent()) {
      return new Substantive.Accept(
          counters.orElseThrow(), ImmutableSet.of(), dev.parley.agenda.Mandate.Authority.FINAL);
    }
    Offer.Builder offer = Offer.builder().by(by).addAllTo(to).terms(terms);
    if (choices.oneIn(4)) {
      offer.binding(Binding.SEVERABLE);
    }
    List<Issue> rest = contents.rest(terms);
    if (!rest.isEmpty() && choices.oneIn(6)) {
      Issue issue = choices.of(rest);
      offer.addConditions(
          new Condition(issue.id(), aspirations.ask(agenda, by, issue), choices.oneIn(4)));
    }
    if (choices.oneIn(terms.issues().size() > 1 ? 3 : 8)) {
      contents.instalments(offer, terms);
    } else if (choices.oneIn(3)) {
      contents.undertaking(offer, terms, by, acts(talks).inDays(10, 60));
    }
    if (choices.oneIn(4)) {
      offer.expiry(acts(talks).inDays(3, 21));
    }
    contents.more(offer, acts(talks).inDays(5, 60));
    if (choices.oneIn(3)) {
      Optional<Text> earlier = before(talks, by, to);
      if (choices.oneIn(2)) {
        offer.amends(earlier);
      } else {
        offer.replaces(earlier);
      }
    }
    Offer made = offer.build();
    if (choices.oneIn(10)) {
      Offer other = made.withInstalments().withUndertakings();
      other = other.withTerms(terms(talks, by, toward(agenda, by, to), Optional.of(made.terms())));
      if (!other.equals(made) && other.conditions().stream().noneMatch(c -> isOn(c, made))) {
        return new Substantive.MakeOffer(ImmutableList.of(made, other), counters);
      }
    }
    return new Substantive.MakeOffer(ImmutableList.of(made), counters);
  }

  /** Returns an agreement with those to whom an offer is made, and with nobody else. */
  private static Optional<Text> before(Negotiation talks, ActorId by, Set<ActorId> to) {
    return Acts.signed(talks, ImmutableSet.<ActorId>builder().add(by).addAll(to).build()).stream()
        .findFirst();
  }

  /** Proposes what lies between the parties; a principal proposes to two others or more. */
  private Act propose(Negotiation talks, ActorId by) {
    Agenda agenda = talks.agenda();
    if (agenda.counterparts(by).size() < 2) {
      return offer(talks, by);
    }
    List<ActorId> others = agenda.counterparts(by).asList();
    Terms terms = terms(talks, choices.of(others), others.get(0), Optional.empty());
    return new Substantive.Propose(
        new Contents(agenda, choices)
            .proposal(by, terms, Acts.drafts(talks, by), acts(talks).inDays(5, 60)));
  }

  private static boolean isOn(Condition condition, Offer offer) {
    return offer.terms().issues().contains(condition.issue());
  }

  /** Answers terms on their own issues; new ones are on one to three, or on all. */
  private Terms terms(Negotiation talks, ActorId by, ActorId toward, Optional<Terms> like) {
    Agenda agenda = talks.agenda();
    Map<IssueId, Value> values = new LinkedHashMap<>();
    boolean all = taste.complete() || choices.oneIn(3);
    if (like.isPresent() && !taste.complete()) {
      for (IssueId id : like.get().issues()) {
        values.put(id, aspirations.offered(agenda, by, agenda.requireIssue(id), toward));
      }
      return Terms.of(values);
    }
    if (all) {
      for (Issue issue : agenda.issueList()) {
        values.put(issue.id(), aspirations.offered(agenda, by, issue, toward));
      }
      return Terms.of(values);
    }
    for (int i = choices.between(1, Math.min(3, agenda.issueList().size())); i > 0; i--) {
      Issue issue = choices.of(agenda.issueList());
      values.computeIfAbsent(issue.id(), id -> aspirations.offered(agenda, by, issue, toward));
    }
    return Terms.of(values);
  }

  /**
   * Attests what another has attested and is near enough, or that there is a deal as it sees it.
   */
  private Act attest(Negotiation talks, ActorId by) {
    List<Text> half =
        Acts.half(talks, by).stream()
            .filter(t -> aspirations.nearEnough(talks.agenda(), by, t.terms(), 0.3))
            .toList();
    if (!half.isEmpty()) {
      return new Substantive.Attest(choices.of(half));
    }
    ActorId toward = toward(talks.agenda(), by, List.of());
    ImmutableSet<ActorId> among =
        choices.oneIn(3) ? ImmutableSet.of(by, toward) : ImmutableSet.of();
    return new Substantive.Attest(
        new Contents(talks.agenda(), choices)
            .text(
                terms(talks, by, toward, Optional.empty()),
                by,
                among,
                Acts.signed(talks, among),
                acts(talks).inDays(10, 60)));
  }

  private Act shift(Negotiation talks) {
    Direction direction =
        choices.of(
            List.of(Direction.SOFTER, Direction.SOFTER, Direction.UNCHANGED, Direction.HARDER));
    Issue issue = choices.of(talks.agenda().issueList());
    return new Substantive.Shift(
        direction,
        choices.oneIn(8) ? Optional.empty() : Optional.of(issue.id()),
        ImmutableSet.of());
  }

  /** Adds the date, on whose word it is, and through whom. */
  private Move told(Negotiation talks, ActorId by, Act act, boolean plausible) {
    boolean opens = act.kind() == ActKind.OPEN_ROUND;
    if (plausible) {
      int days = taste.eager() ? 15 : 3;
      today = today(talks).plusDays(opens ? choices.between(2, 12) : choices.below(days));
      sinceOpening = opens ? 0 : sinceOpening + 1;
    }
    LocalDate day = plausible ? today(talks) : today(talks).plusDays(choices.between(-20, 60));
    Move.Builder move = Move.builder().by(by).act(act).on(date(day));
    Agenda agenda = talks.agenda();
    agenda.delegationList().stream()
        .filter(d -> d.party().equals(by) ? choices.oneIn(8) : !plausible && choices.oneIn(10))
        .findFirst()
        .ifPresent(d -> move.through(d.id()));
    if (agenda.isPrincipal(by) && phrases == Phrases.PLAIN) {
      source(talks, by, act).ifPresent(move::source);
    }
    if (phrases == Phrases.AWKWARD) {
      awkward(move, agenda, act);
    }
    return move.build();
  }

  /** Words and codes that are hard to write down, and sources of every kind. */
  private void awkward(Move.Builder move, Agenda agenda, Act act) {
    if (choices.oneIn(3)) {
      move.words(phrases.of(act.kind().words()));
    }
    if (choices.oneIn(8)) {
      move.putCode("plover", "CONCEDE");
    }
    if (choices.oneIn(2)) {
      move.source(choices.of(Phrases.sources(agenda)));
    }
  }

  private When date(LocalDate day) {
    return switch (choices.below(24)) {
      case 22 -> When.UNKNOWN;
      case 23 -> When.month(day.getYear(), day.getMonthValue());
      case 21 -> When.on(day).approximately();
      default -> When.on(day);
    };
  }

  private Optional<Source> source(Negotiation talks, ActorId by, Act act) {
    Setting.Named outlet = Setting.of(talks.agenda()).outlet();
    return switch (choices.below(12)) {
      case 8, 9 -> Optional.of(spoken(by, "chief negotiator"));
      case 10 -> Optional.of(Source.report(outlet.id(), outlet.name()));
      case 11 ->
          Optional.of(
              act.kind() == ActKind.SHIFT
                  ? spoken(toward(talks.agenda(), by, List.of()), "spokeswoman")
                  : spoken(by, choices.oneIn(3) ? "deputy" : "chief negotiator"));
      default -> Optional.empty();
    };
  }

  private static Source spoken(ActorId by, String speaker) {
    return Source.statementOf(by + "-" + speaker.replace(' ', '-'), by).withSpeaker(speaker);
  }

  /**
   * Does anything by anybody, legal or not: whoever is on the agenda, and somebody who is not, acts
   * on what stands, what stood, and what never was. One in three nearly takes an opening: it is in
   * part, late, or through a delegation that has no mandate.
   *
   * @param talks the negotiation, over or not
   * @return a move
   */
  public Move wild(Negotiation talks) {
    if (choices.oneIn(3)) {
      Optional<Move> near = legal(talks);
      if (near.isPresent()) {
        return missed(talks, near.get());
      }
    }
    List<ActorId> everybody = new ArrayList<>(talks.agenda().actors().keySet());
    everybody.add(ActorId.of("nobody"));
    ActKind kind = choices.of(taste.kinds().asList());
    Acts acts = acts(talks);
    ActorId by = choices.of(everybody);
    Slips slips = new Slips(talks, choices);
    ActorId name = slips.inTheNameOf(kind, by);
    Act act = acts.of(kind, name, choices.of(acts.subjects(kind)));
    return told(talks, by, slips.on(act), false);
  }

  private Move missed(Negotiation talks, Move near) {
    Move move = near.withAct(new Slips(talks, choices).on(near.act()));
    if (choices.oneIn(3)) {
      move = move.withOn(date(today(talks).plusDays(choices.between(-20, 60))));
    }
    return choices.oneIn(2) || talks.agenda().delegationList().isEmpty()
        ? move
        : move.withThrough(talks.agenda().delegationList().get(0).id());
  }
}
