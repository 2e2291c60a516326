package dev.parley.analysis;

import dev.parley.analysis.Commitment.Relief;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What can be carried out: the least fixpoint. A commitment is carried out when an alternative of
 * its has all it needs; when none has, the largest set is looked for whose members need each other
 * only together.
 */
final class Fixpoint {
  private static final Relief.Kind[] NOTHING = {};

  private final LinkageGraph web;
  private final Relief.Kind[] reliefs;
  final boolean[] carried;
  private final boolean[] satisfied;
  private final int[] left;
  private final int[] firstLeft;
  private final int[] queue;
  private int head;
  private int tail;
  private int[] open;
  private int opened;
  private final List<int[]> steps = new ArrayList<>();
  private int count;

  Fixpoint(LinkageGraph web) {
    this(web, NOTHING);
  }

  /** Asks the same with some commitments relieved; a relief for each commitment, or null. */
  Fixpoint(LinkageGraph web, Relief.Kind[] reliefs) {
    this.web = web;
    this.reliefs = reliefs;
    int size = web.size();
    carried = new boolean[size];
    satisfied = new boolean[size];
    queue = new int[size];
    left = new int[web.owner.length];
    firstLeft = new int[web.owner.length];
    open = new int[web.owner.length];
    start();
    run();
  }

  private boolean has(int commitment, Relief.Kind kind) {
    return reliefs.length > 0 && reliefs[commitment] == kind;
  }

  private void start() {
    for (int a = 0; a < left.length; a++) {
      left[a] = web.after[a].length + web.together[a].length;
      firstLeft[a] = has(web.owner[a], Relief.Kind.REORDER) ? 0 : web.after[a].length;
      if (firstLeft[a] == 0) {
        open[opened++] = a;
      }
    }
    for (int c = 0; c < carried.length; c++) {
      if (web.done[c] || has(c, Relief.Kind.WAIVE)) {
        carry(c);
      } else if (has(c, Relief.Kind.SPLIT)) {
        satisfy(c);
      }
    }
    for (int a = 0; a < left.length; a++) {
      if (left[a] == 0) {
        carry(web.owner[a]);
      }
    }
  }

  private void carry(int commitment) {
    if (!carried[commitment]) {
      carried[commitment] = true;
      count++;
      steps.add(new int[] {commitment});
      satisfy(commitment);
    }
  }

  private void satisfy(int commitment) {
    if (!satisfied[commitment]) {
      satisfied[commitment] = true;
      queue[tail++] = commitment;
    }
  }

  private void run() {
    do {
      while (head < tail) {
        spread(queue[head++]);
      }
    } while (exchange());
  }

  private void spread(int commitment) {
    for (int a : web.afterIt[commitment]) {
      if (!has(web.owner[a], Relief.Kind.REORDER) && --firstLeft[a] == 0) {
        open[opened++] = a;
      }
      one(a);
    }
    for (int a : web.withIt[commitment]) {
      one(a);
    }
  }

  private void one(int alternative) {
    if (--left[alternative] == 0) {
      carry(web.owner[alternative]);
    }
  }

  /** Carries out the largest set whose members need only what is done and each other. */
  private boolean exchange() {
    forgetCarried();
    int[] viable = new int[carried.length];
    boolean[] alive = new boolean[left.length];
    for (int i = 0; i < opened; i++) {
      alive[open[i]] = true;
      viable[web.owner[open[i]]]++;
    }
    int[] dead = new int[opened];
    int killed = 0;
    for (int i = 0; i < opened; i++) {
      int a = open[i];
      if (alive[a] && lacks(a, viable)) {
        alive[a] = false;
        dead[killed++] = a;
        viable[web.owner[a]]--;
        for (int k = killed - 1; k < killed; k++) {
          killed = kill(web.owner[dead[k]], alive, viable, dead, killed);
        }
      }
    }
    int before = count;
    record(alive, viable);
    return count > before;
  }

  private void forgetCarried() {
    int kept = 0;
    for (int i = 0; i < opened; i++) {
      if (!carried[web.owner[open[i]]]) {
        open[kept++] = open[i];
      }
    }
    opened = kept;
  }

  private boolean lacks(int alternative, int[] viable) {
    for (int c : web.together[alternative]) {
      if (!satisfied[c] && viable[c] == 0) {
        return true;
      }
    }
    if (has(web.owner[alternative], Relief.Kind.REORDER)) {
      for (int c : web.after[alternative]) {
        if (!satisfied[c] && viable[c] == 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Takes out the alternatives that need a commitment which has none left. */
  private int kill(int commitment, boolean[] alive, int[] viable, int[] dead, int killed) {
    if (viable[commitment] > 0 || satisfied[commitment]) {
      return killed;
    }
    int more = killed;
    for (int a : web.withIt[commitment]) {
      if (alive[a]) {
        alive[a] = false;
        dead[more++] = a;
        viable[web.owner[a]]--;
      }
    }
    for (int a : web.afterIt[commitment]) {
      if (alive[a] && has(web.owner[a], Relief.Kind.REORDER)) {
        alive[a] = false;
        dead[more++] = a;
        viable[web.owner[a]]--;
      }
    }
    return more;
  }

  /** Splits what can be exchanged into its smallest sets, in an order in which they can be done. */
  private void record(boolean[] alive, int[] viable) {
    int[][] edges = new int[carried.length][];
    boolean[] among = new boolean[carried.length];
    for (int i = 0; i < opened; i++) {
      int a = open[i];
      int c = web.owner[a];
      if (alive[a] && viable[c] > 0 && !among[c]) {
        among[c] = true;
        edges[c] = needs(a);
      }
    }
    if (opened == 0) {
      return;
    }
    List<List<Integer>> sets = grouped(edges, among);
    for (List<Integer> set : sets) {
      steps.add(set.stream().mapToInt(Integer::intValue).toArray());
      for (int c : set) {
        carried[c] = true;
        count++;
        satisfy(c);
      }
    }
  }

  private int[] needs(int alternative) {
    int[] with = web.together[alternative];
    if (has(web.owner[alternative], Relief.Kind.REORDER)) {
      int[] all = Arrays.copyOf(with, with.length + web.after[alternative].length);
      System.arraycopy(web.after[alternative], 0, all, with.length, web.after[alternative].length);
      with = all;
    }
    return Arrays.stream(with).filter(c -> !satisfied[c]).toArray();
  }

  private static List<List<Integer>> grouped(int[][] edges, boolean[] among) {
    for (int c = 0; c < edges.length; c++) {
      edges[c] = among[c] ? edges[c] : new int[0];
    }
    Components components = new Components(edges, among);
    List<List<Integer>> sets = new ArrayList<>();
    for (int i = 0; i < components.count(); i++) {
      sets.add(new ArrayList<>());
    }
    for (int c = 0; c < among.length; c++) {
      if (among[c]) {
        sets.get(components.of[c]).add(c);
      }
    }
    return sets;
  }

  /** Returns whether everything can be carried out. */
  boolean isFree() {
    return count == carried.length;
  }

  boolean[] blocked() {
    boolean[] blocked = new boolean[carried.length];
    for (int c = 0; c < blocked.length; c++) {
      blocked[c] = !carried[c];
    }
    return blocked;
  }

  /** Returns what is carried out at once, in order; what was done before stands first. */
  List<int[]> steps() {
    return steps;
  }
}
