package dev.parley.explore;

import com.google.common.collect.Lists;
import dev.parley.explore.Exploration.Extent;
import dev.parley.explore.Exploration.Extent.Ending;
import dev.parley.explore.Exploration.SearchProgress;
import dev.parley.explore.Exploration.Statistics;
import dev.parley.explore.Model.Next;
import dev.parley.spelling.OwnCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exploration under way. A level is expanded in rounds, a round in batches of neighbouring
 * states, and each round in three steps that the threads share: batches generate candidates, shards
 * of the hash table tell the new ones from the known, batches number and judge the new ones.
 * Candidates are compared and numbered in the order of their parents and moves, whoever does it and
 * in whatever order; so the numbers are the same for any number of threads.
 */
final class Search<S, M> {
  private static final int BATCHES = 64;
  private static final int CANDIDATES_OF_A_ROUND = 1 << 16;
  private static final int WORTH_SHARING = 256;
  private static final int SAMPLE_STRIDE = 1000;

  private final ExplorerSettings<S, M> settings;
  private final Model<S, M> model;
  private final WorkerThreads threads;
  private final ModelCheck<S, M> scrutiny;
  private final Store<S> store = new Store<>();
  private final List<Shard<S>> shards = new ArrayList<>();
  private final List<Batch<S>> batches = new ArrayList<>();
  private final List<Property<S, M>> watched;
  private final Hit[] hits;
  private final @Nullable Edges edges;
  private final List<Integer> levels = new ArrayList<>();

  private int count;
  private int expanded;
  private int depth;
  private int limit;
  private int open;
  private final boolean watchesSteps;
  private final boolean hasTransitions;
  private long started;
  private long told;

  /** What settled a property: a state, or a move from a state to one that may be known already. */
  record Hit(int state, int move) {
    static final int NO_MOVE = -1;
  }

  Search(ExplorerSettings<S, M> settings, WorkerThreads threads) {
    this.settings = settings;
    this.model = settings.model;
    this.threads = threads;
    this.scrutiny = new ModelCheck<>(model);
    this.watched = watched(settings.properties);
    this.hits = new Hit[watched.size()];
    this.open = watched.size();
    this.watchesSteps = watched.stream().anyMatch(Property::watchesSteps);
    this.hasTransitions = !model.transitions().isEmpty();
    this.edges = settings.properties.stream().anyMatch(Property::isLiveness) ? new Edges() : null;
    for (int i = 0; i < threads.count(); i++) {
      shards.add(new Shard<>());
    }
    for (int i = 0; i < BATCHES; i++) {
      batches.add(new Batch<>(threads.count(), watched.size()));
    }
  }

  /**
   * The properties that single states and steps can settle, with those that stand beside others.
   */
  private static <S, M> List<Property<S, M>> watched(List<Property<S, M>> properties) {
    List<Property<S, M>> watched = new ArrayList<>();
    for (Property<S, M> property : properties) {
      if (!property.isLiveness()) {
        watched.add(property);
      }
      property.beside().ifPresent(watched::add);
    }
    return watched;
  }

  /** Searches, and returns how far it got. */
  Extent run() {
    started = now();
    told = started;
    try {
      return search();
    } catch (ModelFault fault) {
      return new Extent(Ending.FAULT, depth, fault.text());
    }
  }

  private Extent search() {
    Extent cut = begin();
    while (cut == null && expanded < count) {
      if (depth >= settings.maxDepth) {
        return new Extent(Ending.DEPTH, depth, bound("%,d moves in a row", settings.maxDepth));
      }
      int end = count;
      while (cut == null && expanded < end) {
        cut = round(Math.min(end, expanded + parentsOfARound()));
      }
      if (cut == null && expanded < count) {
        depth++;
        levels.add(count - expanded);
        tell(settings.interval == null);
      }
    }
    int inLevels = levels.stream().mapToInt(Integer::intValue).sum();
    if (inLevels < count) {
      levels.add(count - inLevels);
    }
    return cut != null ? cut : new Extent(Ending.COMPLETE, depth, "");
  }

  private @Nullable Extent begin() {
    List<S> starts = guarded("starts", model::starts);
    if (starts.isEmpty()) {
      throw new ModelFault("the model has no state to start in");
    }
    Batch<S> batch = batches.get(0);
    batch.clear(0, 0);
    for (int i = 0; i < starts.size(); i++) {
      S start = starts.get(i);
      batch.add(start, Shard.smear(start.hashCode()), -1, i);
    }
    limit = settings.maxStates;
    int wanted = admit(1);
    levels.add(count);
    depth = 0;
    if (wanted > limit) {
      return new Extent(Ending.STATES, -1, bound("%,d states", limit));
    }
    return settings.stopping && violated() ? violation(0) : null;
  }

  private int parentsOfARound() {
    long degree = expanded == 0 ? 4 : Math.max(1, successors() / expanded);
    return (int) Math.max(BATCHES, Math.min(1 << 14, CANDIDATES_OF_A_ROUND / degree));
  }

  /** Expands the states up to a bound; returns why the exploration is to end, or null. */
  private @Nullable Extent round(int bound) {
    int parents = bound - expanded;
    int used = Math.min(BATCHES, parents);
    for (int b = 0; b < used; b++) {
      int from = expanded + (int) ((long) parents * b / used);
      int to = expanded + (int) ((long) parents * (b + 1) / used);
      batches.get(b).clear(from, to);
    }
    threads.run(used, parents < WORTH_SHARING, b -> generate(batches.get(b)));
    for (int b = 0; b < used; b++) {
      String fault = batches.get(b).fault;
      if (fault != null) {
        throw new ModelFault(fault);
      }
    }
    int wanted = admit(used);
    expanded = bound;
    if (wanted > limit) {
      return new Extent(Ending.STATES, depth, bound("%,d states", limit));
    }
    if (settings.stopping && violated()) {
      return violation(depth);
    }
    return exhausted();
  }

  private @Nullable Extent exhausted() {
    Extent cut = null;
    if (bytes() + (long) settings.bytesOfState * count > settings.maxBytes) {
      cut = new Extent(Ending.MEMORY, depth, bound("%,d bytes", settings.maxBytes));
    } else if (settings.maxTime != null && now() - started >= settings.maxTime.toNanos()) {
      cut =
          new Extent(
              Ending.TIME, depth, "the bound of %s was hit".formatted(duration(settings.maxTime)));
    } else if (Thread.currentThread().isInterrupted()) {
      cut = new Extent(Ending.INTERRUPTED, depth, "the thread was interrupted");
    }
    if (expanded == count) {
      return null;
    }
    tell(settings.interval != null && now() - told >= settings.interval.toNanos());
    return cut;
  }

  /** First step: what the states of a batch lead to. */
  private void generate(Batch<S> batch) {
    for (int p = batch.from; p < batch.to && batch.fault == null; p++) {
      S state = store.state(p);
      M tried = null;
      try {
        if (p < settings.sample || settings.sample > 0 && p % SAMPLE_STRIDE == 0) {
          batch.figures.examined++;
          batch.fault = scrutiny.faultAt(state).orElse(null);
          if (batch.fault != null) {
            return;
          }
        }
        List<M> moves = model.moves(state);
        int degree = 0;
        for (int i = 0; i < moves.size(); i++) {
          tried = moves.get(i);
          Next<S> next = model.next(state, tried);
          S to = next.stateOrNull();
          if (to == null) {
            next.refusedBy().forEach(batch.figures.refusals::add);
            batch.figures.refusedKinds.add(model.kind(tried));
            continue;
          }
          degree++;
          batch.figures.made.add(model.kind(tried));
          if (hasTransitions) {
            model.transition(state, tried, to).ifPresent(batch.figures.transitions::add);
          }
          if (watchesSteps) {
            watchStep(batch, state, tried, to);
          }
          batch.add(to, Shard.smear(to.hashCode()), p, i);
        }
        batch.figures.expanded(degree);
      } catch (RuntimeException | Error e) {
        OwnCode.passOn(e);
        batch.fault =
            "the model failed at %s: %s"
                .formatted(tried == null ? scrutiny.where(state) : scrutiny.where(state, tried), e);
      }
    }
    if (batch.size >= 1 << Batch.BITS) {
      batch.fault = "one state has too many moves: more than (%d)".formatted(1 << Batch.BITS);
    }
  }

  private void watchStep(Batch<S> batch, S before, M move, S after) {
    for (int k = 0; k < hits.length; k++) {
      if (hits[k] == null && batch.hits[k] < 0 && watched.get(k).brokenBy(before, move, after)) {
        batch.hits[k] = batch.size;
      }
    }
  }

  /** Second and third step. Returns how many states there would be without the bound. */
  private int admit(int used) {
    int sum = 0;
    for (int b = 0; b < used; b++) {
      sum += batches.get(b).size;
    }
    boolean alone = sum < WORTH_SHARING;
    try {
      threads.run(shards.size(), alone, shard -> tellApart(shard, used));
    } catch (RuntimeException | Error e) {
      OwnCode.passOn(e);
      throw new ModelFault("states cannot be compared: " + e);
    }
    long wanted = count;
    for (int b = 0; b < used; b++) {
      Batch<S> batch = batches.get(b);
      batch.base = (int) Math.min(wanted, Integer.MAX_VALUE);
      wanted += batch.news();
    }
    int now = (int) Math.min(wanted, limit);
    store.reserve(now);
    count = now;
    threads.run(used, alone, b -> number(batches.get(b)));
    for (int b = 0; b < used; b++) {
      Batch<S> batch = batches.get(b);
      if (batch.fault != null) {
        throw new ModelFault(batch.fault);
      }
      collect(batch);
      if (edges != null && batch.from < batch.to && wanted <= limit) {
        edges.add(batch, batches);
      }
    }
    return (int) Math.min(wanted, Integer.MAX_VALUE);
  }

  private void tellApart(int s, int used) {
    Shard<S> shard = shards.get(s);
    int of = shards.size();
    int own = 0;
    for (int b = 0; b < used; b++) {
      Batch<S> batch = batches.get(b);
      if (of == 1) {
        own += batch.size;
        continue;
      }
      for (int i = 0; i < batch.size; i++) {
        own += shardOf(batch.hashes[i], of) == s ? 1 : 0;
      }
    }
    shard.reserve(own);
    Shard.Lookup<S> lookup =
        ref -> ref > 0 ? store.state(ref - 1) : candidate(~ref >>> Batch.BITS, ~ref);
    for (int b = 0; b < used; b++) {
      Batch<S> batch = batches.get(b);
      int fresh = 0;
      for (int i = 0; i < batch.size; i++) {
        int hash = batch.hashes[i];
        if (of > 1 && shardOf(hash, of) != s) {
          continue;
        }
        int reference = ~(b << Batch.BITS | i);
        int found = shard.findOrPut(hash, batch.state(i), reference, lookup);
        if (found == 0) {
          batch.slots[i] = shard.slot();
          batch.references[i] = reference;
          fresh++;
        } else {
          batch.slots[i] = Batch.KNOWN;
          batch.references[i] = found;
        }
      }
      batch.fresh[s] = fresh;
    }
  }

  private S candidate(int b, int i) {
    return batches.get(b).state(i & ((1 << Batch.BITS) - 1));
  }

  private static int shardOf(int hash, int of) {
    return (int) (((hash & 0xFFFFFFFFL) * of) >>> 32);
  }

  private void number(Batch<S> batch) {
    int number = batch.base;
    int of = shards.size();
    for (int i = 0; i < batch.size; i++) {
      if (batch.slots[i] == Batch.KNOWN) {
        continue;
      }
      if (number >= limit) {
        return;
      }
      S state = batch.state(i);
      store.set(number, state, batch.parents[i], batch.moves[i]);
      shards.get(shardOf(batch.hashes[i], of)).number(batch.slots[i], number);
      batch.references[i] = number + 1;
      if (open > 0) {
        watchState(batch, state, i);
        if (batch.fault != null) {
          return;
        }
      }
      number++;
    }
  }

  private void watchState(Batch<S> batch, S state, int i) {
    for (int k = 0; k < hits.length; k++) {
      if (hits[k] == null && batch.hits[k] < 0) {
        Property<S, M> property = watched.get(k);
        try {
          if (property.watchesStates() && property.settledBy(state)) {
            batch.hits[k] = i;
          }
        } catch (RuntimeException | Error e) {
          OwnCode.passOn(e);
          batch.fault =
              "property (%s) failed at %s: %s"
                  .formatted(property.sentence(), scrutiny.where(state), e);
        }
      }
    }
  }

  /** Takes over what a batch found, in the order of the batches. */
  private void collect(Batch<S> batch) {
    for (int k = 0; k < hits.length; k++) {
      int i = batch.hits[k];
      if (i >= 0 && hits[k] == null) {
        hits[k] =
            watched.get(k).watchesSteps()
                ? new Hit(batch.parents[i], batch.moves[i])
                : new Hit(batch.references[i] - 1, Hit.NO_MOVE);
        open--;
      }
    }
  }

  private boolean violated() {
    for (int k = 0; k < hits.length; k++) {
      if (hits[k] != null && watched.get(k).kind() != Property.Kind.SOMETIMES) {
        return true;
      }
    }
    return false;
  }

  private static Extent violation(int depth) {
    return new Extent(Ending.VIOLATION, depth, "a violation ended it");
  }

  private static String duration(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private static String bound(String format, long value) {
    return String.format(java.util.Locale.ROOT, "the bound of " + format + " was hit", value);
  }

  private long now() {
    return settings.clock == null ? 0 : settings.clock.getAsLong();
  }

  private void tell(boolean due) {
    if (due && settings.listener != null) {
      told = now();
      settings.listener.accept(
          SearchProgress.of(
              count,
              successors(),
              depth,
              count - expanded,
              told - started,
              limit,
              settings.maxTime));
    }
  }

  private <T> T guarded(String what, java.util.function.Supplier<T> asked) {
    try {
      return asked.get();
    } catch (RuntimeException | Error e) {
      OwnCode.passOn(e);
      throw new ModelFault("the model failed at %s: %s".formatted(what, e));
    }
  }

  private long successors() {
    long sum = 0;
    for (Batch<S> batch : batches) {
      sum += batch.figures.successors;
    }
    return sum;
  }

  private long bytes() {
    long sum = store.bytes() + (edges == null ? 0 : edges.bytes());
    for (Shard<S> shard : shards) {
      sum += shard.bytes();
    }
    for (Batch<S> batch : batches) {
      sum += batch.bytes();
    }
    return sum;
  }

  Store<S> store() {
    return store;
  }

  int count() {
    return count;
  }

  @Nullable Edges edges() {
    return edges;
  }

  /** Returns what settled a property, if anything did. */
  @Nullable Hit hit(Property<S, M> property) {
    int k = watched.indexOf(property);
    return k < 0 ? null : hits[k];
  }

  /** Returns what all batches counted. */
  SearchFigures figures() {
    return SearchFigures.sum(Lists.transform(batches, batch -> batch.figures));
  }

  Statistics statistics(SearchFigures figures) {
    return Statistics.builder()
        .distinct(count)
        .expanded(expanded)
        .generated(figures.successors)
        .addAllLevels(levels)
        .leastDegree(figures.leastDegree())
        .mostDegree(figures.mostDegree())
        .refusals(figures.refusals.sorted())
        .moves(figures.made.sorted())
        .examined(figures.examined)
        .bytes(bytes())
        .build();
  }
}
