package dev.parley.analysis.stability;

import dev.parley.analysis.stability.Witness.PreferenceFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A conflict to be built, small and random: who can move where, everybody's payoffs, and which
 * comparisons of payoffs are told. Names are those of the numbers, so that they can be exchanged.
 */
record Sketch(List<List<int[]>> arcs, List<int[]> payoffs, List<List<int[]>> told, int states) {
  static Arbitrary<Sketch> any(int mostStates) {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(1, mostStates),
            Arbitraries.doubles().between(0.1, 0.7).ofScale(2),
            Arbitraries.doubles().between(0, 1).ofScale(2),
            Arbitraries.longs())
        .as((people, states, density, told, seed) -> draw(people, states, density, told, seed));
  }

  static Sketch draw(int people, int states, double density, double told, long seed) {
    Random lots = new Random(seed);
    List<List<int[]>> arcs = new ArrayList<>();
    List<int[]> payoffs = new ArrayList<>();
    List<List<int[]>> comparisons = new ArrayList<>();
    for (int dm = 0; dm < people; dm++) {
      List<int[]> own = new ArrayList<>();
      List<int[]> said = new ArrayList<>();
      for (int from = 0; from < states; from++) {
        for (int to = 0; to < states; to++) {
          if (from != to && lots.nextDouble() < density) {
            own.add(new int[] {from, to});
          }
          if (from < to && lots.nextDouble() < told) {
            said.add(new int[] {from, to});
          }
        }
      }
      arcs.add(own);
      payoffs.add(IntStream.range(0, states).map(s -> lots.nextInt(states)).toArray());
      comparisons.add(said);
    }
    return new Sketch(arcs, payoffs, comparisons, states);
  }

  List<String> who() {
    return IntStream.range(0, arcs.size()).mapToObj(dm -> "D" + dm).toList();
  }

  private ArcForm form() {
    ArcForm form = ConflictModel.byArcs().decisionMakers(who().toArray(String[]::new));
    IntStream.rangeClosed(1, states).forEach(s -> form.states("" + s));
    for (int dm = 0; dm < arcs.size(); dm++) {
      for (int[] arc : arcs.get(dm)) {
        form.arc("D" + dm, "" + (arc[0] + 1), "" + (arc[1] + 1));
      }
    }
    return form;
  }

  /** With all payoffs known. */
  ConflictModel model() {
    return model(payoffs);
  }

  ConflictModel model(List<int[]> payoffs) {
    ArcForm form = form();
    IntStream.range(0, arcs.size()).forEach(dm -> form.payoffs("D" + dm, payoffs.get(dm)));
    return form.build();
  }

  /** With only those comparisons known that are told, and these facts. */
  ConflictModel partly(Collection<PreferenceFact> more) {
    ArcForm form = form();
    for (int dm = 0; dm < arcs.size(); dm++) {
      for (int[] pair : told.get(dm)) {
        int difference = payoffs.get(dm)[pair[0]] - payoffs.get(dm)[pair[1]];
        String one = "" + (pair[0] + 1);
        String other = "" + (pair[1] + 1);
        if (difference == 0) {
          form.asGood("D" + dm, one, other);
        } else {
          form.better("D" + dm, difference > 0 ? one : other, difference > 0 ? other : one);
        }
      }
    }
    for (PreferenceFact fact : more) {
      if (fact.isBetter()) {
        form.better(fact.decisionMaker(), "" + fact.state(), "" + fact.than());
      } else {
        form.atLeastAsGood(fact.decisionMaker(), "" + fact.than(), "" + fact.state());
      }
    }
    return form.build();
  }

  /** The same with other numbers: state s becomes state to[s]. */
  Sketch relabelled(int[] to) {
    List<List<int[]>> moved = new ArrayList<>();
    List<List<int[]>> said = new ArrayList<>();
    List<int[]> paid = new ArrayList<>();
    for (int dm = 0; dm < arcs.size(); dm++) {
      moved.add(
          arcs.get(dm).stream()
              .map(a -> new int[] {to[a[0]], to[a[1]]})
              .sorted(Comparator.comparing(a -> a[1]))
              .toList());
      said.add(told.get(dm).stream().map(a -> new int[] {to[a[0]], to[a[1]]}).toList());
      int[] other = new int[states];
      for (int s = 0; s < states; s++) {
        other[to[s]] = payoffs.get(dm)[s];
      }
      paid.add(other);
    }
    return new Sketch(moved, paid, said, states);
  }

  /** Everything that everybody's payoffs could be by what a model knows, ties included. */
  List<List<int[]>> completions(ConflictModel known) {
    List<List<int[]>> all = new ArrayList<>(List.of(List.of()));
    for (String one : who()) {
      List<int[]> own = rankings(known, one);
      List<List<int[]>> longer = new ArrayList<>();
      for (List<int[]> before : all) {
        for (int[] ranking : own) {
          List<int[]> next = new ArrayList<>(before);
          next.add(ranking);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  private List<int[]> rankings(ConflictModel known, String one) {
    List<int[]> found = new ArrayList<>();
    int[] payoff = new int[states];
    int all = (int) Math.pow(states, states);
    for (int code = 0; code < all; code++) {
      int rest = code;
      for (int s = 0; s < states; s++) {
        payoff[s] = rest % states;
        rest /= states;
      }
      int most = IntStream.of(payoff).max().orElseThrow();
      boolean dense = IntStream.of(payoff).distinct().count() == most + 1;
      if (dense && keeps(known, one, payoff)) {
        found.add(payoff.clone());
      }
    }
    return found;
  }

  private boolean keeps(ConflictModel known, String one, int[] payoff) {
    for (int s = 0; s < states; s++) {
      for (int t = 0; t < states; t++) {
        Comparison said = known.better(one, s + 1, t + 1);
        if (said != Comparison.UNKNOWN && (said == Comparison.BETTER) != (payoff[s] > payoff[t])) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int dm = 0; dm < arcs.size(); dm++) {
      text.append("D").append(dm).append(" arcs ");
      arcs.get(dm).forEach(a -> text.append(a[0] + 1).append('>').append(a[1] + 1).append(' '));
      text.append("payoffs ").append(java.util.Arrays.toString(payoffs.get(dm))).append(" told ");
      told.get(dm).forEach(a -> text.append(a[0] + 1).append('?').append(a[1] + 1).append(' '));
      text.append('\n');
    }
    return text.toString();
  }
}
