package dev.parley.analysis.stability;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.analysis.stability.ConflictModel.UnilateralMove;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Situation.IssueStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A record read as a conflict. Each principal has the {@link Stance}s that it took in the record; a
 * state is a stance for each; an arc is a change of stance by one party's own move, with the
 * entries behind it. A party can also take a change of its own back, without an entry, unless what
 * it changed was agreed or delivered: then the arc leads one way.
 *
 * <p>It is coarse, and says no more than the record. A stance that nobody took is no state, though
 * the parties may take it tomorrow. Every combination of stances counts as feasible, also one that
 * never stood. Where a move changes several parties' positions, as an acceptance does, it is one
 * arc of its maker. What is alleged or denied changes nothing.
 *
 * <p>Who likes which state better, the record does not say: without further statements everything
 * is unknown. Immutable.
 */
public final class RecordedConflict {
  /** The most states that a view can have. */
  public static final int MOST_STATES = 65_536;

  private final ImmutableSet<IssueId> issues;
  private final StanceReader.Read read;

  private RecordedConflict(ImmutableSet<IssueId> issues, StanceReader.Read read) {
    this.issues = issues;
    this.read = read;
    long states = 1;
    for (List<Stance> own : read.stances().values()) {
      states = Math.min(states * own.size(), Long.MAX_VALUE >> 32);
    }
    if (states > MOST_STATES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the stances of %s make %,d states, where a view has %,d at most. Name fewer issues",
              read.stances().entrySet().stream()
                  .map(e -> e.getKey() + " (" + e.getValue().size() + ")")
                  .collect(Collectors.joining(", ")),
              states,
              MOST_STATES));
    }
  }

  /**
   * Views a record on all issues that are not closed and on which some principal has stated
   * something.
   *
   * @param record a negotiation
   * @return the view
   * @throws IllegalArgumentException if there is no such issue, or there are too many states
   */
  public static RecordedConflict of(Negotiation record) {
    ImmutableSet.Builder<IssueId> disputed = ImmutableSet.builder();
    record
        .situation()
        .positions()
        .forEach(
            (line, position) -> {
              if (position.isStated()
                  && record.situation().status(line.issue()) != IssueStatus.CLOSED) {
                disputed.add(line.issue());
              }
            });
    ImmutableSet<IssueId> issues = disputed.build();
    if (issues.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing is stated on an issue that is not closed: name the issues to look at, of %s"
              .formatted(record.agenda().issues().keySet()));
    }
    return of(record, issues);
  }

  /**
   * Views a record on some issues.
   *
   * @param record a negotiation
   * @param issues issues on its agenda, one or more
   * @return the view
   * @throws IllegalArgumentException if an issue is not on the agenda, none is named, or there are
   *     too many states
   */
  public static RecordedConflict of(Negotiation record, Set<IssueId> issues) {
    if (issues.isEmpty()) {
      throw new IllegalArgumentException("a view of a record needs an issue");
    }
    issues.forEach(record.agenda()::requireIssue);
    return new RecordedConflict(
        ImmutableSet.copyOf(issues), new StanceReader(record, ImmutableSet.copyOf(issues)).read());
  }

  /** {@return the issues that are looked at} */
  public ImmutableSet<IssueId> issues() {
    return issues;
  }

  /** {@return the stances of every principal: the stances by party, in the order of the record} */
  public ImmutableMap<ActorId, ImmutableList<Stance>> stances() {
    return read.stances();
  }

  /**
   * {@return the values that a party accepts in one of its stances: the region toward each
   * counterpart to whom it has stated one, those alike once; none where it has stated none, or has
   * put it in words only}
   *
   * @param stance a stance of this view
   * @param issue an issue of this view
   */
  public ImmutableSet<Region> regions(Stance stance, IssueId issue) {
    return read.regions().getOrDefault(stance, ImmutableSetMultimap.of()).get(issue);
  }

  /** {@return the states: by name, in the order of their numbers: the stance of each principal} */
  public ImmutableMap<String, ImmutableMap<ActorId, Stance>> states() {
    ImmutableMap.Builder<String, ImmutableMap<ActorId, Stance>> states = ImmutableMap.builder();
    for (Map<ActorId, Integer> state : numbers()) {
      ImmutableMap.Builder<ActorId, Stance> taken = ImmutableMap.builder();
      state.forEach(
          (party, number) ->
              taken.put(
                  party, read.stances().getOrDefault(party, ImmutableList.of()).get(number - 1)));
      states.put(name(state), taken.buildOrThrow());
    }
    return states.buildOrThrow();
  }

  /**
   * {@return the conflict with its states and arcs, ready for what is known of preferences: a new
   * form each time} States are named after the stances, {@code israel 2, hamas 3}; {@link #stateOf}
   * gives the name.
   */
  public ArcForm form() {
    ArcForm form =
        ConflictModel.byArcs()
            .decisionMakers(
                read.stances().keySet().stream().map(ActorId::text).toArray(String[]::new));
    List<Map<ActorId, Integer>> states = numbers();
    states.forEach(state -> form.states(name(state)));
    for (StanceChange change : read.changes().keySet()) {
      for (Map<ActorId, Integer> state : states) {
        if (change.startsAt(state)) {
          form.arc(change.by().text(), name(state), name(change.after(state)));
        }
      }
    }
    return form;
  }

  /** {@return the conflict with all preferences unknown} */
  public ConflictModel model() {
    return form().build();
  }

  /** {@return the name of the state in which the record leaves the parties} */
  public String present() {
    return read.present().stream().map(Stance::name).collect(Collectors.joining(", "));
  }

  /**
   * {@return the name of a state}
   *
   * @param numbers the number of a stance for each principal, in the order of the agenda
   * @throws IllegalArgumentException if there is no such stance, or one is missing
   */
  public String stateOf(int... numbers) {
    if (numbers.length != read.stances().size()) {
      throw new IllegalArgumentException(
          "stances (%s) are %s, the principals are %s: give one for each"
              .formatted(
                  java.util.Arrays.toString(numbers), numbers.length, read.stances().keySet()));
    }
    Map<ActorId, Integer> state = new LinkedHashMap<>();
    for (ActorId party : read.stances().keySet()) {
      int number = numbers[state.size()];
      int last = read.stances().getOrDefault(party, ImmutableList.of()).size();
      if (number < 1 || number > last) {
        throw new IllegalArgumentException(
            "stance (%s) of %s is not in the record: it has 1 to %s"
                .formatted(number, party, last));
      }
      state.put(party, number);
    }
    return name(state);
  }

  /**
   * {@return the entries behind a move: those that tell such a change; empty where a recorded
   * change is taken back}
   *
   * @param model the conflict as built from {@link #form}
   * @param move a move along one of its arcs
   */
  public ImmutableSet<EntryId> entries(ConflictModel model, UnilateralMove move) {
    ImmutableSet.Builder<EntryId> entries = ImmutableSet.builder();
    for (Map<ActorId, Integer> state : numbers()) {
      if (name(state).equals(model.name(move.from()))) {
        read.changes()
            .forEach(
                (change, told) -> {
                  if (change.by().text().equals(move.by())
                      && change.startsAt(state)
                      && name(change.after(state)).equals(model.name(move.to()))) {
                    entries.addAll(told);
                  }
                });
      }
    }
    return entries.build();
  }

  private List<Map<ActorId, Integer>> numbers() {
    List<Map<ActorId, Integer>> all = new ArrayList<>(List.of(Map.of()));
    read.stances()
        .forEach(
            (party, own) -> {
              List<Map<ActorId, Integer>> longer = new ArrayList<>();
              for (Map<ActorId, Integer> before : all) {
                for (Stance stance : own) {
                  Map<ActorId, Integer> next = new LinkedHashMap<>(before);
                  next.put(party, stance.number());
                  longer.add(next);
                }
              }
              all.clear();
              all.addAll(longer);
            });
    return all;
  }

  private static String name(Map<ActorId, Integer> state) {
    return state.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  /**
   * {@return the stances, a line for each, and where the record leaves the parties, each ended by a
   * line feed}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    read.stances().values().forEach(own -> own.forEach(stance -> text.append(stance).append('\n')));
    return text.append("now: ").append(present()).append('\n').toString();
  }
}
