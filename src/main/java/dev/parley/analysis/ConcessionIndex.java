package dev.parley.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** All concessions of a search by number, and which needs of provisos an option meets. */
final class ConcessionIndex {
  private static final int COMPARED = 100;

  private final Map<Concession, Integer> numbers = new HashMap<>();
  private final List<Concession> concessions = new ArrayList<>();
  private final List<BitSet> smaller = new ArrayList<>();
  private final IdentityHashMap<Option, BitSet> byOption = new IdentityHashMap<>();
  private final IdentityHashMap<Option.Proviso, Integer> provisos = new IdentityHashMap<>();
  private final List<Option.Need> needs;
  private final int[] lastUse;

  ConcessionIndex(List<List<Option>> variables, int[] order) {
    int[] position = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      position[order[i]] = i;
    }
    Map<Option.Need, Integer> uses = new HashMap<>();
    Set<Option.Need> all = new LinkedHashSet<>();
    for (int v = 0; v < variables.size(); v++) {
      for (Option option : variables.get(order[v])) {
        option.concessions.forEach(this::enter);
        byOption.put(option, new BitSet());
        for (Option.Proviso proviso : option.provisos) {
          enter(proviso.otherwise());
          provisos.put(proviso, provisos.size());
          List<Option.Need> own = proviso.ways().stream().flatMap(List::stream).toList();
          int last = v;
          for (Option.Need need : own) {
            last = Math.max(last, position[need.variable()]);
          }
          for (Option.Need need : own) {
            all.add(need);
            uses.merge(need, last, Math::max);
          }
        }
      }
    }
    needs = List.copyOf(all);
    lastUse = needs.stream().mapToInt(n -> Objects.requireNonNull(uses.get(n))).toArray();
    compare();
    byOption.forEach((option, asks) -> option.concessions.forEach(c -> asks.or(heldBy(c))));
  }

  private void enter(Concession concession) {
    numbers.computeIfAbsent(
        concession,
        c -> {
          concessions.add(c);
          return concessions.size() - 1;
        });
  }

  /** Notes for each concession the smaller ones that it holds, where there are not too many. */
  private void compare() {
    Map<List<Object>, List<Integer>> alike = new HashMap<>();
    for (int i = 0; i < concessions.size(); i++) {
      BitSet self = new BitSet();
      self.set(i);
      smaller.add(self);
      if (concessions.get(i) instanceof Concession.NewValue value) {
        alike.computeIfAbsent(List.of(value.by(), value.issue()), k -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> group : alike.values()) {
      if (group.size() <= COMPARED) {
        for (int one : group) {
          for (int other : group) {
            if (concessions.get(one).includes(concessions.get(other))) {
              smaller.get(one).set(other);
            }
          }
        }
      }
    }
  }

  /** Returns a concession with the smaller ones that it holds. */
  BitSet heldBy(Concession concession) {
    return smaller.get(Objects.requireNonNull(numbers.get(concession)));
  }

  /** Returns what an option asks, with the smaller concessions that this holds. */
  BitSet of(Option option) {
    return Objects.requireNonNull(byOption.get(option));
  }

  BitSet numbers(List<Option.Proviso> open) {
    BitSet all = new BitSet();
    open.forEach(p -> all.set(Objects.requireNonNull(provisos.get(p))));
    return all;
  }

  /** Whether concessions, with the smaller ones that they hold, ask all that others do, or more. */
  static boolean holdsAll(BitSet larger, BitSet others) {
    for (int i = others.nextSetBit(0); i >= 0; i = others.nextSetBit(i + 1)) {
      if (!larger.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the needs that what is chosen meets, as far as any variable from a depth on asks. */
  BitSet met(int[] options, int depth) {
    BitSet met = new BitSet();
    for (int n = 0; n < lastUse.length; n++) {
      Option.Need need = needs.get(n);
      if (options[need.variable()] >= 0 && lastUse[n] >= depth) {
        met.set(n, need.options().get(options[need.variable()]));
      }
    }
    return met;
  }
}
