package dev.parley.explore;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Issue.Better;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Party;
import dev.parley.agenda.Region;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.explore.NegotiationModel.Happening;
import dev.parley.talks.Act;
import dev.parley.talks.ActKind;
import dev.parley.talks.Juncture;
import dev.parley.talks.Move;
import dev.parley.talks.Opening;
import dev.parley.talks.Stage;
import dev.parley.talks.Substantive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Draws moves from openings: an offer or a demand for each of a few values of every scale, and the
 * one move of an opening that is not about values.
 */
final class NegotiationDraw {
  /** What an opening may refuse for what it says: one demand on an issue is raised once. */
  private static final ImmutableSet<ActKind> DEMANDING =
      Sets.immutableEnumSet(ActKind.RAISE_DEMAND, ActKind.AMEND_DEMAND);

  private final ImmutableSet<ActKind> kinds;
  private final Map<ActorId, ImmutableList<Act>> offers = new LinkedHashMap<>();
  private final Map<ActorId, ImmutableList<Act>> proposals = new LinkedHashMap<>();
  private final Map<ActorId, ImmutableList<Demand>> demands = new LinkedHashMap<>();

  NegotiationDraw(Agenda agenda, int values, ImmutableSet<ActKind> kinds) {
    for (ActKind kind : kinds) {
      if (!NegotiationModel.DRAWABLE.contains(kind)) {
        throw new IllegalArgumentException(
            "kind of act (%s) cannot be drawn from scales: put its moves on the menu. Drawn can be %s"
                .formatted(kind, NegotiationModel.DRAWABLE));
      }
    }
    this.kinds = kinds;
    Map<IssueId, List<Value>> coarse = coarse(agenda, values);
    for (ActorId by : agenda.principals()) {
      offers.put(
          by, kinds.contains(ActKind.MAKE_OFFER) ? offers(agenda, by, coarse) : ImmutableList.of());
      demands.put(by, demands(agenda, by, coarse));
    }
    if (kinds.contains(ActKind.PROPOSE)) {
      for (Party party : agenda.partyList()) {
        if (!agenda.isPrincipal(party.id())) {
          proposals.put(party.id(), proposals(agenda, party.id(), coarse));
        }
      }
    }
  }

  private static Map<IssueId, List<Value>> coarse(Agenda agenda, int values) {
    Map<IssueId, List<Value>> coarse = new LinkedHashMap<>();
    for (Issue issue : agenda.issueList()) {
      coarse.put(issue.id(), issue.scale().few(values));
    }
    return coarse;
  }

  static double count(Agenda agenda, int values) {
    return count(coarse(agenda, values).values());
  }

  private static double count(Collection<List<Value>> coarse) {
    return coarse.stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
  }

  private static ImmutableList<Act> offers(
      Agenda agenda, ActorId by, Map<IssueId, List<Value>> coarse) {
    return packages(agenda, by, coarse).stream()
        .<Act>map(o -> new Substantive.MakeOffer(ImmutableList.of(o), Optional.empty()))
        .collect(toImmutableList());
  }

  private static ImmutableList<Act> proposals(
      Agenda agenda, ActorId by, Map<IssueId, List<Value>> coarse) {
    return packages(agenda, by, coarse).stream()
        .<Act>map(o -> new Substantive.Propose(o.withProposal(true)))
        .collect(toImmutableList());
  }

  private static ImmutableList<Offer> packages(
      Agenda agenda, ActorId by, Map<IssueId, List<Value>> coarse) {
    double count = count(coarse.values());
    if (count > NegotiationModel.MOST_OFFERS) {
      throw new IllegalArgumentException(
          String.format(
              java.util.Locale.ROOT,
              "offers drawn (%,.0f for each party) must be %,d or fewer: draw fewer values, leave"
                  + " MAKE_OFFER and PROPOSE out, or put offers on the menu",
              count,
              NegotiationModel.MOST_OFFERS));
    }
    List<IssueId> issues = List.copyOf(coarse.keySet());
    ImmutableList.Builder<Offer> all = ImmutableList.builder();
    for (List<Value> values : Lists.cartesianProduct(List.copyOf(coarse.values()))) {
      ImmutableMap.Builder<IssueId, Value> terms = ImmutableMap.builder();
      for (int i = 0; i < issues.size(); i++) {
        terms.put(issues.get(i), values.get(i));
      }
      all.add(
          Offer.builder()
              .by(by)
              .addAllTo(agenda.counterparts(by))
              .terms(Terms.of(terms.buildOrThrow()))
              .build());
    }
    return all.build();
  }

  private static ImmutableList<Demand> demands(
      Agenda agenda, ActorId by, Map<IssueId, List<Value>> coarse) {
    ImmutableList.Builder<Demand> all = ImmutableList.builder();
    for (Issue issue : agenda.issueList()) {
      Better better = issue.better().get(by);
      for (Value value : coarse.getOrDefault(issue.id(), List.of())) {
        Region region =
            better == null ? issue.exactly(value) : Region.orBetter(issue.scale(), value, better);
        all.add(
            GeneralDemand.builder()
                .by(by)
                .addAllOf(agenda.counterparts(by))
                .putWanted(issue.id(), Ask.of(region.describe()))
                .build());
      }
    }
    return all.build();
  }

  /**
   * Returns the moves that can be drawn in some juncture, but for those about agreements and
   * obligations, which arise on the way.
   */
  Stream<Happening> all(Agenda agenda) {
    ImmutableList.Builder<Happening> all = ImmutableList.builder();
    for (ActorId by : agenda.actors().keySet()) {
      for (ActKind kind : kinds) {
        for (Act act : whatever(kind, by)) {
          all.add(new Happening.Made(Move.builder().by(by).act(act).build()));
        }
      }
    }
    return all.build().stream();
  }

  private List<? extends Act> whatever(ActKind kind, ActorId by) {
    return switch (kind) {
      case RAISE_DEMAND, AMEND_DEMAND, MAKE_OFFER, PROPOSE -> contents(kind, by);
      case DROP_DEMAND -> Lists.transform(demandsOf(by), NegotiationDraw::drop);
      case REJECT_DEMAND -> about(kind, Iterables.concat(demands.values()));
      case WITHDRAW_OFFER, ACCEPT, REJECT_OFFER ->
          about(
              kind,
              Iterables.filter(
                  Iterables.concat(
                      Iterables.transform(
                          Iterables.concat(
                              Iterables.concat(offers.values()),
                              Iterables.concat(proposals.values())),
                          Act::brings)),
                  Offer.class));
      case SIGN, INITIAL, CONFIRM, DENOUNCE, AGREE_TO_END, JOIN, SET_OFF, PERFORM, EXCUSE ->
          List.of();
      default -> List.of(about(kind, Optional.empty()));
    };
  }

  private static List<Act> about(ActKind kind, Iterable<?> subjects) {
    return ImmutableList.copyOf(
        Iterables.transform(subjects, subject -> about(kind, Optional.of(subject))));
  }

  private static Act about(ActKind kind, Optional<Object> subject) {
    return kind.about(subject).orElseThrow(() -> new IllegalStateException(kind + " is not drawn"));
  }

  private static Act drop(Demand demand) {
    return new Substantive.DropDemand(demand.asks().keySet());
  }

  /** Adds the moves that the openings of a juncture admit. */
  void addTo(ImmutableList.Builder<Happening> moves, Juncture juncture) {
    ImmutableList<Opening> openings = juncture.legalMoves();
    for (Opening opening : openings) {
      if (kinds.contains(opening.kind())
          && !isNamedForNothing(openings, opening)
          && !opening.isAcceptanceByName()) {
        boolean demanding = DEMANDING.contains(opening.kind());
        for (Act act : acts(opening, juncture)) {
          Move move = Move.builder().by(opening.by()).act(act).build();
          if (!demanding || opening.admits(move)) {
            moves.add(new Happening.Made(move));
          }
        }
      }
    }
  }

  /** An agreement is not named where it is the only one of which such an act is awaited. */
  private static boolean isNamedForNothing(List<Opening> openings, Opening opening) {
    return opening.kind().event() == Stage.Event.CARRY_OUT
        && opening.subject().isPresent()
        && openings.stream()
            .anyMatch(
                o ->
                    o.kind() == opening.kind()
                        && o.by().equals(opening.by())
                        && o.subject().isEmpty());
  }

  private List<? extends Act> acts(Opening opening, Juncture juncture) {
    ActorId by = opening.by();
    return switch (opening.kind()) {
      case RAISE_DEMAND, AMEND_DEMAND, MAKE_OFFER, PROPOSE -> contents(opening.kind(), by);
      case DROP_DEMAND -> drops(by, juncture);
      default -> List.of(about(opening.kind(), opening.subject()));
    };
  }

  private List<? extends Act> contents(ActKind kind, ActorId by) {
    return switch (kind) {
      case RAISE_DEMAND -> Lists.transform(demandsOf(by), Substantive.RaiseDemand::new);
      case AMEND_DEMAND -> Lists.transform(demandsOf(by), Substantive.AmendDemand::new);
      case PROPOSE -> proposals.getOrDefault(by, ImmutableList.of());
      default -> offers.getOrDefault(by, ImmutableList.of());
    };
  }

  private ImmutableList<Demand> demandsOf(ActorId by) {
    return demands.getOrDefault(by, ImmutableList.of());
  }

  private static List<Act> drops(ActorId by, Juncture juncture) {
    List<Act> drops = new ArrayList<>();
    for (Demand demand : juncture.situation().standingDemands()) {
      if (demand.by().equals(by)) {
        drops.add(drop(demand));
      }
    }
    return drops;
  }
}
