package dev.parley.testing;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableLongArray;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Party;
import dev.parley.agenda.Terms;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Demand;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Text;
import dev.parley.demand.Undertaking;
import dev.parley.talks.Move;
import dev.parley.talks.Shape;
import dev.parley.testing.Minimiser.Simplification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is simpler than a script: first without some of its moves, halves before single ones and
 * single ones before pairs, since where two take turns neither can go alone; then with an offer in
 * the place of a proposal; then on a smaller agenda; then with plainer moves; then with values
 * nearer to the beginning of their scales; and in the end with one move in another place, where
 * that lets others go.
 */
final class SimplerScripts implements Simplification<Script> {
  static final SimplerScripts ALL = new SimplerScripts();

  /** Pairs are tried at any distance up to this many moves; in longer plays near ones only. */
  private static final int SHORT = 40;

  private static final int NEAR = 6;

  /** Moves change places in plays of up to this many. */
  private static final int FEW = 10;

  private SimplerScripts() {}

  @Override
  public Stream<Script> simplerThan(Script script) {
    return script.hasPast() ? fewerMoves(script) : fewerMovesOnLess(script);
  }

  /** What is simpler after the same past, which stays as it is. */
  private static Stream<Script> fewerMoves(Script script) {
    return Stream.<Supplier<Stream<Script>>>of(
            () -> Omissions.ofRuns(script.moves().size()).map(kept -> only(script, kept)),
            () -> pairs(script),
            () -> DirectOffers.in(script.moves()).map(script::withMoves),
            () -> plainer(script).stream(),
            () -> values(script).nearer().map(script::withMoves),
            () -> reordered(script))
        .flatMap(Supplier::get);
  }

  private static Stream<Script> fewerMovesOnLess(Script script) {
    return Stream.<Supplier<Stream<Script>>>of(
            () -> Omissions.ofRuns(script.moves().size()).map(kept -> only(script, kept)),
            () -> pairs(script),
            () -> foreseen(script),
            () -> DirectOffers.in(script.moves()).map(script::withMoves),
            () -> script.agenda().actors().keySet().stream().flatMap(a -> without(script, a)),
            () -> merged(script),
            () -> script.agenda().issues().keySet().stream().flatMap(i -> without(script, i)),
            () -> SimplerAgendas.ALL.simplerThan(script.agenda()).map(a -> on(a, script)),
            () -> plainer(script).stream(),
            () -> values(script).nearer().map(script::withMoves),
            () -> reordered(script))
        .flatMap(Supplier::get);
  }

  private static SimplerValues values(Script script) {
    return new SimplerValues(script.agenda(), script.moves());
  }

  private static Script on(Agenda agenda, Script script) {
    return new Script(agenda, script.rules(), script.moves());
  }

  private static Stream<Script> pairs(Script script) {
    int all = script.moves().size();
    return Omissions.ofPairs(all, all <= SHORT ? all : NEAR).map(kept -> only(script, kept));
  }

  private static Script without(Script script, int one, int other) {
    return only(script, place -> place != one && place != other);
  }

  private static Script only(Script script, IntPredicate kept) {
    List<Move> moves = script.moves();
    return script.withMoves(
        IntStream.range(0, moves.size()).filter(kept).mapToObj(moves::get).toList());
  }

  /** In a short play one move or two go while another changes its place. */
  private static Stream<Script> reordered(Script script) {
    int all = script.moves().size();
    if (all > FEW) {
      return Stream.empty();
    }
    return IntStream.range(0, all)
        .boxed()
        .flatMap(i -> IntStream.range(i, all).mapToObj(j -> without(script, i, j)))
        .flatMap(SimplerScripts::displaced);
  }

  private static Stream<Script> displaced(Script script) {
    int all = script.moves().size();
    return IntStream.range(0, all)
        .boxed()
        .flatMap(
            from ->
                IntStream.range(0, all)
                    .filter(to -> to != from)
                    .mapToObj(
                        to -> {
                          List<Move> moves = new ArrayList<>(script.moves());
                          moves.add(to, moves.remove((int) from));
                          return script.withMoves(moves);
                        }));
  }

  /** Takes an actor out of the agenda, with all that it does and wherever others name it. */
  private static Stream<Script> without(Script script, ActorId gone) {
    Optional<Agenda> fewer = SimplerAgendas.without(script.agenda(), gone);
    if (fewer.isEmpty()) {
      return Stream.empty();
    }
    Rewriting unnamed =
        new Rewriting() {
          @Override
          public ImmutableSet<ActorId> actors(ImmutableSet<ActorId> ids) {
            return Rewriting.super.actors(
                ImmutableSet.copyOf(Sets.difference(ids, ImmutableSet.of(gone))));
          }
        };
    List<Move> others = script.moves().stream().filter(m -> !m.by().equals(gone)).toList();
    return Stream.of(on(fewer.get(), script.withMoves(RewrittenMoves.whatIsLeft(others, unnamed))));
  }

  /** Takes an issue out of the agenda, and out of all that is said. */
  private static Stream<Script> without(Script script, IssueId gone) {
    if (script.agenda().issueList().size() == 1) {
      return Stream.empty();
    }
    Rewriting unsaid =
        new Rewriting() {
          @Override
          public Terms terms(Terms terms) {
            return terms.on(gone).isEmpty()
                ? terms
                : Terms.of(Maps.filterKeys(terms.values(), i -> !i.equals(gone)));
          }

          @Override
          public Text inside(Text text) {
            return Rewriting.super.inside(
                text.withConditions(
                        text.conditions().stream().filter(c -> !c.issue().equals(gone)).toList())
                    .withBrackets(Maps.filterKeys(text.brackets(), i -> !i.equals(gone))));
          }

          /** What delivers nothing else is something that only words say. */
          @Override
          public Undertaking undertaking(Undertaking u) {
            boolean nothingElse =
                u.terms().filter(t -> Set.of(gone).containsAll(t.issues())).isPresent();
            return Rewriting.super.undertaking(
                nothingElse
                    ? u.withWords(u.words().isBlank() ? u.name() : u.words())
                        .withTerms(Optional.empty())
                        .withAmount(Optional.empty())
                    : u);
          }

          @Override
          public Demand demand(Demand demand) {
            return demand instanceof GeneralDemand d
                ? d.withWanted(Maps.filterKeys(d.wanted(), i -> !i.equals(gone)))
                : demand;
          }
        };
    return Stream.of(
        on(
            SimplerAgendas.without(script.agenda(), gone),
            script.withMoves(RewrittenMoves.whatIsLeft(script.moves(), unsaid))));
  }

  /** Lets a principal do what another party does, and takes the other out. */
  private static Stream<Script> merged(Script script) {
    List<ActorId> principals = script.agenda().principals();
    return script.agenda().partyList().stream()
        .map(Party::id)
        .flatMap(
            gone ->
                principals.stream()
                    .filter(stays -> !stays.equals(gone))
                    .flatMap(stays -> merged(script, gone, stays)));
  }

  private static Stream<Script> merged(Script script, ActorId gone, ActorId stays) {
    Rewriting renaming =
        new Rewriting() {
          @Override
          public ActorId actor(ActorId id) {
            return id.equals(gone) ? stays : id;
          }

          @Override
          public Obligation obligation(Obligation obligation) {
            Undertaking now = undertaking(obligation.undertaking());
            ImmutableSet<ActorId> owedTo = actors(obligation.owedTo());
            return new Obligation(
                text(obligation.under()),
                now,
                ImmutableSet.copyOf(Sets.difference(owedTo, ImmutableSet.of(now.by()))));
          }
        };
    return SimplerAgendas.without(script.agenda(), gone).stream()
        .flatMap(fewer -> rewritten(on(fewer, script), renaming).stream());
  }

  /** Puts an issue on the agenda from the beginning that is put there by a move. */
  private static Stream<Script> foreseen(Script script) {
    Stream.Builder<Script> simpler = Stream.builder();
    for (int i = 0; i < script.moves().size(); i++) {
      Optional<Issue> added = script.moves().get(i).act().value(Shape.ISSUE_DEFINITION);
      if (added.isPresent()) {
        simpler.add(on(SimplerAgendas.with(script.agenda(), added.get()), without(script, i, i)));
      }
    }
    return simpler.build();
  }

  /** First everything plainer at once, then move by move. */
  private static List<Script> plainer(Script script) {
    List<Script> simpler = new ArrayList<>();
    simpler.add(script.withMoves(script.moves().stream().map(Plainer::undressed).toList()));
    for (int i = 0; i < script.moves().size(); i++) {
      for (Move move : Plainer.alone(script.moves().get(i))) {
        List<Move> moves = new ArrayList<>(script.moves());
        moves.set(i, move);
        simpler.add(script.withMoves(moves));
      }
      for (Rewriting rewriting : Plainer.everywhere(script.moves().get(i))) {
        rewritten(script, rewriting).ifPresent(simpler::add);
      }
    }
    return simpler;
  }

  /** Replaces something in all moves; empty where that would make a value that cannot be. */
  private static Optional<Script> rewritten(Script script, Rewriting rewriting) {
    return RewrittenMoves.all(script.moves(), rewriting).map(script::withMoves);
  }

  @Override
  public ImmutableLongArray weight(Script script) {
    long agenda = SimplerAgendas.ALL.weight(script.agenda()).get(0);
    long dress = 0;
    for (Move move : script.moves()) {
      dress += Plainer.weight(move);
    }
    return ImmutableLongArray.of(script.moves().size(), agenda, dress, values(script).weight());
  }
}
