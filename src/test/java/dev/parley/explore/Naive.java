package dev.parley.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A breadth-first search that anybody can check by eye, to compare the explorer with. */
record Naive<S, M>(Map<S, Integer> depths, long generated, Map<S, List<M>> ways) {
  static <S, M> Naive<S, M> search(Model<S, M> model) {
    Map<S, Integer> depths = new LinkedHashMap<>();
    Map<S, List<M>> ways = new LinkedHashMap<>();
    List<S> level = new ArrayList<>();
    for (S start : model.starts()) {
      if (depths.putIfAbsent(start, 0) == null) {
        ways.put(start, List.of());
        level.add(start);
      }
    }
    long generated = 0;
    for (int depth = 1; !level.isEmpty(); depth++) {
      List<S> next = new ArrayList<>();
      for (S state : level) {
        for (M move : model.moves(state)) {
          S to = model.next(state, move).state().orElse(null);
          if (to == null) {
            continue;
          }
          generated++;
          if (depths.putIfAbsent(to, depth) == null) {
            List<M> way = new ArrayList<>(ways.get(state));
            way.add(move);
            ways.put(to, way);
            next.add(to);
          }
        }
      }
      level = next;
    }
    return new Naive<>(depths, generated, ways);
  }

  List<Integer> levels() {
    List<Integer> levels = new ArrayList<>();
    for (int depth : depths.values()) {
      while (levels.size() <= depth) {
        levels.add(0);
      }
      levels.set(depth, levels.get(depth) + 1);
    }
    return levels;
  }
}
