package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.analysis.Commitment.Precondition;
import dev.parley.analysis.Commitment.Relief;
import dev.parley.analysis.Commitment.Ring;
import dev.parley.demand.Tie;
import dev.parley.talks.Negotiation;
import dev.parley.travel.Travelling;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which commitment waits for which, and what follows: no hostage is released unless the war ends,
 * the army leaves and prisoners go free. A commitment has alternatives; an alternative is a set of
 * preconditions, all of them needed; each says whether the other must be done first (AFTER) or goes
 * together with it (TOGETHER).
 *
 * <p>A set of commitments can be carried out at once when each has an alternative whose AFTERs are
 * done and whose TOGETHERs are done or in the set. That is repeated with the smallest such sets;
 * what is never reached is {@linkplain #blocked blocked}. A blocked part holds a {@link Ring} or a
 * dead end, something that nobody can do.
 *
 * <p>It knows nothing of talks: {@link #of} reads one from a negotiation, {@link #builder} makes
 * one's own. Immutable.
 */
public final class Linkage implements Travelling {
  private final ImmutableMap<String, Commitment> commitments;
  private final ImmutableMap<String, ImmutableList<ImmutableSet<Precondition>>> preconditions;
  private final ImmutableSet<String> done;
  private final ImmutableSet<String> divisible;
  private final LinkageGraph web;
  private final Fixpoint fixpoint;

  private Linkage(
      ImmutableMap<String, Commitment> commitments,
      ImmutableMap<String, ImmutableList<ImmutableSet<Precondition>>> preconditions,
      ImmutableSet<String> done,
      ImmutableSet<String> divisible) {
    this.commitments = commitments;
    this.preconditions = preconditions;
    this.done = done;
    this.divisible = divisible;
    web = new LinkageGraph(preconditions, done, divisible);
    fixpoint = new Fixpoint(web);
  }

  /**
   * Reads what a record ties to what: ties, demands that are preconditions, and the conditions,
   * instalments and undertakings of standing offers and agreements.
   *
   * @param negotiation a record
   * @return the linkage, its commitments in the order of the agenda
   */
  public static Linkage of(Negotiation negotiation) {
    LinkageReading reading = new LinkageReading(negotiation);
    Builder linkage = builder();
    for (LinkageReading.Node node : reading.nodes()) {
      String name = node.commitment.name();
      linkage.add(node.commitment, node.ways());
      if (reading.isDivisible(node)) {
        linkage.divisible(name);
      }
    }
    reading.done().forEach(linkage::done);
    return linkage.build();
  }

  /** {@return an empty builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return all commitments: the commitments by name, in the order given} */
  public ImmutableMap<String, Commitment> commitments() {
    return commitments;
  }

  /**
   * {@return what each commitment waits for: the alternatives by commitment: each a set of
   * preconditions, all of them needed; one empty alternative when it waits for nothing, none when
   * nobody can do it}
   */
  public ImmutableMap<String, ImmutableList<ImmutableSet<Precondition>>> preconditions() {
    return preconditions;
  }

  /** {@return what is done already} */
  public ImmutableSet<String> done() {
    return done;
  }

  /** {@return what could be carried out in instalments} */
  public ImmutableSet<String> divisible() {
    return divisible;
  }

  /**
   * {@return in which order all that can be carried out can be: sets of commitments, each carried
   * out at once, the first of them first; without what is done}
   */
  public ImmutableList<ImmutableSet<String>> order() {
    ImmutableList.Builder<ImmutableSet<String>> order = ImmutableList.builder();
    for (int[] step : fixpoint.steps()) {
      ImmutableSet.Builder<String> set = ImmutableSet.builder();
      for (int c : step) {
        if (!web.done[c]) {
          set.add(web.names.get(c));
        }
      }
      ImmutableSet<String> names = set.build();
      if (!names.isEmpty()) {
        order.add(names);
      }
    }
    return order.build();
  }

  /** {@return what can never be carried out as things stand, in order} */
  public ImmutableSet<String> blocked() {
    return names(c -> !fixpoint.carried[c]);
  }

  /** {@return what is blocked because nobody can do it, whatever else is done, in order} */
  public ImmutableSet<String> deadEnds() {
    return names(c -> !fixpoint.carried[c] && web.own[c].length == 0);
  }

  private ImmutableSet<String> names(IntPredicate which) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    for (int c = 0; c < web.size(); c++) {
      if (which.test(c)) {
        names.add(web.names.get(c));
      }
    }
    return names.build();
  }

  /** {@return why what is blocked is blocked} */
  public Deadlock deadlock() {
    boolean ring = shortestRing().isPresent();
    if (deadEnds().isEmpty()) {
      return ring ? Deadlock.RING : Deadlock.NONE;
    }
    return ring ? Deadlock.RING_AND_DEAD_END : Deadlock.DEAD_END;
  }

  /**
   * {@return the parts of what is blocked whose members all wait for each other, directly or not:
   * the strongly connected components of more than one commitment}
   */
  public ImmutableList<ImmutableSet<String>> components() {
    Map<Integer, Set<String>> parts = new LinkedHashMap<>();
    int[] of = newRings().components().of;
    for (int c = 0; c < of.length; c++) {
      if (of[c] >= 0) {
        parts.computeIfAbsent(of[c], p -> new LinkedHashSet<>()).add(web.names.get(c));
      }
    }
    return parts.values().stream()
        .filter(p -> p.size() > 1)
        .map(ImmutableSet::copyOf)
        .collect(ImmutableList.toImmutableList());
  }

  private Rings newRings() {
    return new Rings(web, fixpoint.blocked());
  }

  /**
   * {@return the shortest ring: the first of the shortest, or empty when what is blocked holds
   * none}
   */
  public Optional<Ring> shortestRing() {
    return newRings().shortest().map(this::ring);
  }

  /**
   * {@return the shortest ring from each commitment that must wait for another of it to be done
   * first, shorter ones first, each once}
   */
  public ImmutableList<Ring> rings() {
    Rings search = newRings();
    List<Ring> found = new ArrayList<>();
    for (int c = 0; c < web.size(); c++) {
      int[] path = search.from(c, Integer.MAX_VALUE);
      if (path != null) {
        found.add(ring(path));
      }
    }
    return found.stream()
        .sorted(Comparator.comparingInt(r -> r.links().size()))
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  private Ring ring(int[] path) {
    int least = 0;
    for (int i = 1; i < path.length; i++) {
      least = path[i] < path[least] ? i : least;
    }
    ImmutableList.Builder<Ring.Link> links = ImmutableList.builder();
    for (int i = 0; i < path.length; i++) {
      String name = web.names.get(path[(least + i) % path.length]);
      String next = web.names.get(path[(least + i + 1) % path.length]);
      links.add(new Ring.Link(commitment(name), precondition(name, next)));
    }
    return new Ring(links.build());
  }

  private Commitment commitment(String name) {
    return Objects.requireNonNull(commitments.get(name));
  }

  private Precondition precondition(String from, String on) {
    Precondition found = null;
    for (ImmutableSet<Precondition> alternative : alternatives(from)) {
      for (Precondition p : alternative) {
        if (p.on().equals(on) && (found == null || p.order() == Tie.Order.AFTER)) {
          found = p;
        }
      }
    }
    return Objects.requireNonNull(found);
  }

  private ImmutableList<ImmutableSet<Precondition>> alternatives(String name) {
    return Objects.requireNonNull(preconditions.get(name));
  }

  /**
   * {@return the sets of commitments which, their preconditions waived, free everything, and of
   * which none could be left out, as far as the budget went; one empty set when nothing is blocked}
   *
   * @param budget how many sets may be tried, 1 or more
   */
  public SmallestSets<String> waivers(int budget) {
    return named(reliefs(ImmutableSet.of(Relief.Kind.WAIVE), budget));
  }

  /**
   * {@return the sets of commitments which, carried out in instalments, free everything, and of
   * which none could be left out, as far as the budget went; none when no split helps}
   *
   * @param budget how many sets may be tried, 1 or more
   */
  public SmallestSets<String> splits(int budget) {
    return named(reliefs(ImmutableSet.of(Relief.Kind.SPLIT), budget));
  }

  private static SmallestSets<String> named(SmallestSets<Relief> reliefs) {
    return new SmallestSets<>(
        reliefs.sets().stream()
            .map(s -> s.stream().map(Relief::commitment).collect(ImmutableSet.toImmutableSet()))
            .collect(ImmutableList.toImmutableList()),
        reliefs.complete(),
        reliefs.lowerBound());
  }

  /**
   * {@return the sets of reliefs, of the kinds given, which free everything, and of which none
   * could be left out, as far as the budget went; one empty set when nothing is blocked} No set
   * relieves one commitment twice.
   *
   * @param kinds what may be done about preconditions
   * @param budget how many sets may be tried, 1 or more
   * @throws IllegalArgumentException if the budget is below 1
   */
  public SmallestSets<Relief> reliefs(Set<Relief.Kind> kinds, int budget) {
    checkBudget(budget);
    return new ReliefSearch(web, ImmutableSet.copyOf(kinds), OptionalInt.empty(), budget).all();
  }

  /**
   * {@return the sets of commitments which, their preconditions waived, free one commitment, and of
   * which none could be left out, as far as the budget went; one empty set when it is not blocked}
   * What it takes to free the rest is not asked: it may need a single side.
   *
   * @param commitment the name of the commitment to be freed
   * @param budget how many sets may be tried, 1 or more
   * @throws IllegalArgumentException if there is no such commitment, or the budget is below 1
   */
  public SmallestSets<String> waiversFor(String commitment, int budget) {
    return named(reliefsFor(commitment, ImmutableSet.of(Relief.Kind.WAIVE), budget));
  }

  /**
   * {@return the sets of reliefs, of the kinds given, which free one commitment, and of which none
   * could be left out, as far as the budget went; one empty set when it is not blocked}
   *
   * @param commitment the name of the commitment to be freed
   * @param kinds what may be done about preconditions
   * @param budget how many sets may be tried, 1 or more
   * @throws IllegalArgumentException if there is no such commitment, or the budget is below 1
   */
  public SmallestSets<Relief> reliefsFor(String commitment, Set<Relief.Kind> kinds, int budget) {
    int target = number(commitment);
    checkBudget(budget);
    return new ReliefSearch(web, ImmutableSet.copyOf(kinds), OptionalInt.of(target), budget).all();
  }

  /**
   * {@return the sets of blocked commitments which could be carried out at once, were their AFTERs
   * on each other TOGETHERs, one commitment with them or after them, and of which none could be
   * left out, as far as the budget went; none when it is not blocked, or no exchange frees it}
   *
   * @param commitment the name of the commitment to be freed
   * @param budget how many ways to carry it out may be tried, in whole or in part, 1 or more
   * @throws IllegalArgumentException if there is no such commitment, or the budget is below 1
   */
  public SmallestSets<String> exchangesFor(String commitment, int budget) {
    int target = number(commitment);
    checkBudget(budget);
    return new TargetExchanges(web, fixpoint.blocked(), budget).of(target);
  }

  private int number(String commitment) {
    int number = web.names.indexOf(commitment);
    if (number < 0) {
      throw notThere(commitment);
    }
    return number;
  }

  private IllegalArgumentException notThere(String commitment) {
    return new IllegalArgumentException(
        "commitment (%s) is not in the linkage. Commitments: %s"
            .formatted(commitment, String.join(", ", commitments.keySet())));
  }

  /**
   * {@return the sets of blocked commitments which could be carried out at once, were their AFTERs
   * on each other TOGETHERs, and of which none could be left out, as far as the budget went; none
   * when nothing is blocked, or only by dead ends}
   *
   * @param budget how many sets may be tried, 1 or more
   * @throws IllegalArgumentException if the budget is below 1
   */
  public SmallestSets<String> exchanges(int budget) {
    checkBudget(budget);
    return new ExchangeSearch(web, fixpoint.blocked(), budget).all();
  }

  private static void checkBudget(int budget) {
    if (budget < 1) {
      throw new IllegalArgumentException(
          "a budget of (%s) sets must be 1 or more".formatted(budget));
    }
  }

  /**
   * {@return this linkage with some commitments relieved; one that is split gains a first
   * instalment, named after it}
   *
   * @param reliefs what is done about which commitments, each at most once
   * @throws IllegalArgumentException if a relief names no commitment of this linkage
   */
  public Linkage with(Set<Relief> reliefs) {
    Map<String, Relief.Kind> kinds = new LinkedHashMap<>();
    for (Relief relief : reliefs) {
      if (!commitments.containsKey(relief.commitment())) {
        throw notThere(relief.commitment());
      }
      kinds.put(relief.commitment(), relief.kind());
    }
    Builder relieved = builder();
    done.forEach(relieved::done);
    divisible.forEach(relieved::divisible);
    for (Commitment commitment : commitments.values()) {
      String name = commitment.name();
      Relief.Kind kind = kinds.get(name);
      if (kind == Relief.Kind.WAIVE) {
        relieved.commitment(commitment);
        continue;
      }
      relieved.add(
          commitment,
          alternatives(name).stream()
              .map(all -> relieved(all, kind, kinds))
              .collect(ImmutableList.toImmutableList()));
      if (kind == Relief.Kind.SPLIT) {
        relieved.commitment(new Commitment(first(name), commitment.by(), commitment.issue()));
      }
    }
    return relieved.build();
  }

  private static ImmutableSet<Precondition> relieved(
      Set<Precondition> all, Relief.@Nullable Kind own, Map<String, Relief.Kind> kinds) {
    return all.stream()
        .map(
            p ->
                new Precondition(
                    kinds.get(p.on()) == Relief.Kind.SPLIT ? first(p.on()) : p.on(),
                    own == Relief.Kind.REORDER ? Tie.Order.TOGETHER : p.order(),
                    p.words()))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static String first(String name) {
    return name + ", first instalment";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Linkage that
        && commitments.equals(that.commitments)
        && preconditions.equals(that.preconditions)
        && done.equals(that.done)
        && divisible.equals(that.divisible);
  }

  @Override
  public int hashCode() {
    return Objects.hash(commitments, preconditions, done, divisible);
  }

  @Override
  public String toString() {
    return "linkage of %s commitments, %s of them blocked"
        .formatted(commitments.size(), blocked().size());
  }

  /** Builds a linkage. */
  public static final class Builder {
    private final Map<String, Commitment> commitments = new LinkedHashMap<>();
    private final Map<String, Set<ImmutableSet<Precondition>>> alternatives = new LinkedHashMap<>();
    private final Set<String> impossible = new LinkedHashSet<>();
    private final Set<String> done = new LinkedHashSet<>();
    private final Set<String> divisible = new LinkedHashSet<>();

    Builder() {}

    /**
     * Adds a commitment, which waits for nothing until said otherwise.
     *
     * @param commitment the commitment
     * @return this builder
     * @throws IllegalArgumentException if there is one of this name
     */
    public Builder commitment(Commitment commitment) {
      if (commitments.put(commitment.name(), commitment) != null) {
        throw new IllegalArgumentException(
            "commitment (%s) appears twice in the linkage: give each its own name"
                .formatted(commitment.name()));
      }
      return this;
    }

    /**
     * Adds a commitment, which waits for nothing until said otherwise.
     *
     * @param name its name
     * @param by who would carry it out
     * @return this builder
     * @throws IllegalArgumentException if there is one of this name
     */
    public Builder commitment(String name, String by) {
      return commitment(Commitment.of(name, by));
    }

    /**
     * Adds an alternative: the commitment can be carried out when all of these are met. Given
     * several times, one of them is enough.
     *
     * @param name the commitment that waits
     * @param all what it waits for; empty when it then waits for nothing
     * @return this builder
     * @throws IllegalArgumentException if the commitment waits for itself
     */
    public Builder waits(String name, Precondition... all) {
      for (Precondition p : all) {
        if (p.on().equals(name)) {
          throw new IllegalArgumentException(
              "commitment (%s) refers to itself: it cannot wait for itself. Leave (%s) out of its preconditions"
                  .formatted(name, name));
        }
      }
      alternatives.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(ImmutableSet.copyOf(all));
      return this;
    }

    /** Adds a commitment with the ways to carry it out; none when nobody can. */
    private void add(Commitment commitment, Iterable<? extends Set<Precondition>> ways) {
      commitment(commitment);
      ways.forEach(all -> waits(commitment.name(), all.toArray(Precondition[]::new)));
      if (!alternatives.containsKey(commitment.name())) {
        impossible(commitment.name());
      }
    }

    /**
     * Says that nobody can carry out a commitment, whatever else is done.
     *
     * @param name the commitment
     * @return this builder
     */
    public Builder impossible(String name) {
      impossible.add(name);
      return this;
    }

    /**
     * Says that a commitment is carried out already.
     *
     * @param name the commitment
     * @return this builder
     */
    public Builder done(String name) {
      done.add(name);
      return this;
    }

    /**
     * Says that a commitment could be carried out in instalments.
     *
     * @param name the commitment
     * @return this builder
     */
    public Builder divisible(String name) {
      divisible.add(name);
      return this;
    }

    /**
     * {@return the linkage}
     *
     * @throws IllegalArgumentException if something is said of a commitment that is not there, or a
     *     commitment waits for one that is not there, or one is both impossible and free to be done
     */
    public Linkage build() {
      check();
      ImmutableMap.Builder<String, ImmutableList<ImmutableSet<Precondition>>> all =
          ImmutableMap.builder();
      for (String name : commitments.keySet()) {
        Set<ImmutableSet<Precondition>> own =
            alternatives.getOrDefault(
                name, impossible.contains(name) ? Set.of() : Set.of(ImmutableSet.of()));
        all.put(name, ImmutableList.copyOf(own));
      }
      return new Linkage(
          ImmutableMap.copyOf(commitments),
          all.buildOrThrow(),
          ImmutableSet.copyOf(done),
          ImmutableSet.copyOf(divisible));
    }

    private void check() {
      for (Set<String> said : List.of(alternatives.keySet(), impossible, done, divisible)) {
        for (String name : said) {
          if (!commitments.containsKey(name)) {
            throw new IllegalArgumentException(
                "commitment (%s) is not in the linkage: add it first. Commitments: %s"
                    .formatted(name, String.join(", ", commitments.keySet())));
          }
        }
      }
      for (String name : impossible) {
        if (alternatives.containsKey(name)) {
          throw new IllegalArgumentException(
              "commitment (%s) is said to be impossible, and what it waits for is said too: leave one of them out"
                  .formatted(name));
        }
      }
      alternatives.forEach(
          (name, sets) ->
              sets.forEach(
                  set ->
                      set.forEach(
                          p -> {
                            if (!commitments.containsKey(p.on())) {
                              throw new IllegalArgumentException(
                                  "commitment (%s) waits for (%s), which nobody can make: add it, or say that it is impossible"
                                      .formatted(name, p.on()));
                            }
                          })));
    }
  }

  /** Why what is blocked is blocked. */
  public enum Deadlock {
    /** Everything can be carried out. */
    NONE,
    /** Some commitments wait for each other in a ring; nothing is impossible in itself. */
    RING,
    /** Something that nobody can do is waited for, and nothing waits in a ring. */
    DEAD_END,
    /** There are a ring and a dead end. */
    RING_AND_DEAD_END
  }

  private Object writeReplace() {
    return new Form(commitments, preconditions, done, divisible);
  }

  /** What travels in its place. */
  private record Form(
      ImmutableMap<String, Commitment> commitments,
      ImmutableMap<String, ImmutableList<ImmutableSet<Precondition>>> preconditions,
      ImmutableSet<String> done,
      ImmutableSet<String> divisible)
      implements Serializable {
    private Object readResolve() {
      Builder linkage = builder();
      for (Commitment commitment : commitments.values()) {
        linkage.add(commitment, preconditions.getOrDefault(commitment.name(), ImmutableList.of()));
      }
      done.forEach(linkage::done);
      divisible.forEach(linkage::divisible);
      return linkage.build();
    }
  }
}
