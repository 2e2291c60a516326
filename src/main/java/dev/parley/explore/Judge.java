package dev.parley.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableIntArray;
import dev.parley.explore.Exploration.Counterexample;
import dev.parley.explore.Exploration.Extent;
import dev.parley.explore.Exploration.Extent.Ending;
import dev.parley.explore.Exploration.Statistics;
import dev.parley.explore.Exploration.Verdict;
import dev.parley.explore.Exploration.Verdict.Status;
import dev.parley.spelling.OwnCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws the conclusions of a search that has ended, and rebuilds the plays that they rest on. */
final class Judge<S, M> {
  private final ExplorerSettings<S, M> settings;
  private final Model<S, M> model;
  private final Search<S, M> search;
  private final Store<S> store;
  private final Extent extent;
  private @Nullable Liveness liveness;

  Judge(ExplorerSettings<S, M> settings, Search<S, M> search, Extent extent) {
    this.settings = settings;
    this.model = settings.model;
    this.search = search;
    this.store = search.store();
    this.extent = extent;
  }

  Exploration<S, M> judge() {
    if (extent.ending() != Ending.FAULT) {
      try {
        return exploration(extent, verdicts());
      } catch (ModelFault fault) {
        return unsound(fault.text());
      } catch (RuntimeException | Error e) {
        OwnCode.passOn(e);
        return unsound("the model failed when a play was made again: " + e);
      }
    }
    return unsound(extent.because());
  }

  private Exploration<S, M> unsound(String text) {
    ImmutableList.Builder<Verdict<S, M>> verdicts = ImmutableList.builder();
    for (Property<S, M> property : settings.properties) {
      verdicts.add(plain(property, Status.UNSOUND, "the model is not sound"));
    }
    return exploration(new Extent(Ending.FAULT, extent.depth(), text), verdicts.build());
  }

  private Exploration<S, M> exploration(Extent reached, ImmutableList<Verdict<S, M>> verdicts) {
    SearchFigures figures = search.figures();
    Statistics statistics = search.statistics(figures);
    Set<String> made = figures.made.sorted().keySet();
    Set<String> tried = Sets.union(model.kinds(), figures.refusedKinds.sorted().keySet());
    return new Exploration<>(
        reached,
        verdicts,
        statistics,
        ImmutableSortedSet.copyOf(Sets.difference(tried, made)),
        ImmutableSortedSet.copyOf(Sets.difference(model.rules(), statistics.refusals().keySet())),
        ImmutableSortedSet.copyOf(
            Sets.difference(model.transitions(), figures.transitions.sorted().keySet())));
  }

  private ImmutableList<Verdict<S, M>> verdicts() {
    ImmutableList.Builder<Verdict<S, M>> verdicts = ImmutableList.builder();
    for (Property<S, M> property : settings.properties) {
      verdicts.add(property.isLiveness() ? inTheLongRun(property) : ofStates(property));
    }
    return verdicts.build();
  }

  private Verdict<S, M> ofStates(Property<S, M> property) {
    Search.Hit hit = search.hit(property);
    if (property.kind() == Property.Kind.SOMETIMES) {
      if (hit == null) {
        return extent.isComplete()
            ? plain(property, Status.NEVER_MET, everywhere())
            : plain(property, Status.NOT_MET_SO_FAR, extent.toString());
      }
      Play<S, M> play = playTo(hit);
      String detail = "first after " + moves(play);
      return new Verdict<>(property, Status.HOLDS, detail, Optional.empty(), Optional.of(play));
    }
    return hit == null ? unbroken(property) : broken(property, playTo(hit), -1, "");
  }

  private Verdict<S, M> unbroken(Property<S, M> property) {
    if (!extent.isComplete()) {
      return plain(property, Status.HOLDS_SO_FAR, extent.toString());
    }
    Optional<Property<S, M>> beside = property.beside();
    if (beside.isPresent() && search.hit(beside.get()) == null) {
      return plain(property, Status.VACUOUS, "never met: " + beside.get().sentence());
    }
    return plain(property, Status.HOLDS, everywhere());
  }

  private Verdict<S, M> inTheLongRun(Property<S, M> property) {
    Edges edges = search.edges();
    if (!extent.isComplete() || edges == null || edges.lost()) {
      String detail =
          edges != null && edges.lost()
              ? "there are more steps than can be kept"
              : "this needs every reachable state: " + extent;
      return plain(property, Status.UNSOUND, detail);
    }
    Liveness judged = liveness(edges);
    if (property.kind() == Property.Kind.CAN_END) {
      ImmutableIntArray lost = judged.lost();
      return lost == null
          ? unbroken(property)
          : broken(property, playThrough(lost), -1, ", from where no end can be reached");
    }
    Liveness.Endless endless = judged.endless();
    if (endless == null) {
      return unbroken(property);
    }
    return broken(
        property,
        playThrough(endless.states()),
        endless.loopFrom(),
        endless.loopFrom() < 0
            ? ", where it is stuck without being over"
            : ", of which the last "
                + (endless.states().length() - 1 - endless.loopFrom())
                + " may go on for ever");
  }

  private Liveness liveness(Edges edges) {
    if (liveness == null) {
      BitSet over = new BitSet(search.count());
      int starts = 0;
      for (int s = 0; s < search.count(); s++) {
        over.set(s, model.isOver(store.state(s)));
        starts += store.parent(s) < 0 ? 1 : 0;
      }
      liveness = new Liveness(edges, starts, over);
    }
    return liveness;
  }

  private Verdict<S, M> broken(Property<S, M> property, Play<S, M> play, int loop, String more) {
    return new Verdict<>(
        property,
        Status.VIOLATED,
        "after " + moves(play) + more,
        Optional.of(new Counterexample<>(property, play, loop)),
        Optional.empty());
  }

  private static <S, M> Verdict<S, M> plain(Property<S, M> property, Status status, String detail) {
    return new Verdict<>(property, status, detail, Optional.empty(), Optional.empty());
  }

  private String everywhere() {
    return String.format(Locale.ROOT, "all %,d states that can be reached", search.count());
  }

  private static String moves(Play<?, ?> play) {
    int moves = play.steps().size();
    return moves == 1 ? "1 move" : String.format(Locale.ROOT, "%,d moves", moves);
  }

  /** The way by which the search first came to a state, and the move that follows, if any. */
  private Play<S, M> playTo(Search.Hit hit) {
    List<Play.Step<S, M>> steps = new ArrayList<>();
    if (hit.move() != Search.Hit.NO_MOVE) {
      steps.add(step(hit.state(), hit.move()));
    }
    int state = hit.state();
    while (store.parent(state) >= 0) {
      Play.Step<S, M> step = step(store.parent(state), store.move(state));
      if (!step.state().equals(store.state(state))) {
        throw notDeterministic(store.parent(state));
      }
      steps.add(step);
      state = store.parent(state);
    }
    Collections.reverse(steps);
    return Play.of(model, store.move(state), store.state(state), steps);
  }

  private Play.Step<S, M> step(int from, int place) {
    S state = store.state(from);
    List<M> moves = model.moves(state);
    if (place >= moves.size()) {
      throw notDeterministic(from);
    }
    S to = model.next(state, moves.get(place)).stateOrNull();
    if (to == null) {
      throw notDeterministic(from);
    }
    return new Play.Step<>(moves.get(place), to);
  }

  private Play<S, M> playThrough(ImmutableIntArray states) {
    List<Play.Step<S, M>> steps = new ArrayList<>();
    for (int i = 1; i < states.length(); i++) {
      steps.add(stepBetween(states.get(i - 1), states.get(i)));
    }
    return Play.of(model, store.move(states.get(0)), store.state(states.get(0)), steps);
  }

  private Play.Step<S, M> stepBetween(int from, int to) {
    S state = store.state(from);
    for (M move : model.moves(state)) {
      S reached = model.next(state, move).stateOrNull();
      if (reached != null && reached.equals(store.state(to))) {
        return new Play.Step<>(move, reached);
      }
    }
    throw notDeterministic(from);
  }

  private ModelFault notDeterministic(int state) {
    return new ModelFault(
        "the model is not deterministic: when a play was made again, %s led elsewhere"
            .formatted(new ModelCheck<>(model).where(store.state(state))));
  }
}
