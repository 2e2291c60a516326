package dev.parley.explore;

import java.util.Collection;

/** What was counted where states were expanded. Filled by one thread, then added up. */
final class SearchFigures {
  final NameCounts refusals = new NameCounts();
  final NameCounts made = new NameCounts();
  final NameCounts refusedKinds = new NameCounts();
  final NameCounts transitions = new NameCounts();
  long successors;
  long examined;
  private int leastDegree = Integer.MAX_VALUE;
  private int mostDegree;

  static SearchFigures sum(Collection<SearchFigures> all) {
    SearchFigures sum = new SearchFigures();
    for (SearchFigures one : all) {
      sum.refusals.addAll(one.refusals);
      sum.made.addAll(one.made);
      sum.refusedKinds.addAll(one.refusedKinds);
      sum.transitions.addAll(one.transitions);
      sum.successors += one.successors;
      sum.examined += one.examined;
      sum.leastDegree = Math.min(sum.leastDegree, one.leastDegree);
      sum.mostDegree = Math.max(sum.mostDegree, one.mostDegree);
    }
    return sum;
  }

  /** Counts a state of which so many moves can be made. */
  void expanded(int degree) {
    successors += degree;
    leastDegree = Math.min(leastDegree, degree);
    mostDegree = Math.max(mostDegree, degree);
  }

  int leastDegree() {
    return Math.min(leastDegree, mostDegree);
  }

  int mostDegree() {
    return mostDegree;
  }
}
