package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.parley.agreement.Accord;
import dev.parley.agreement.AgreementStage;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.ObligationState;
import dev.parley.demand.Demand;
import dev.parley.demand.Line;
import dev.parley.demand.Offer;
import dev.parley.demand.Position;
import dev.parley.demand.Text;
import dev.parley.progress.Settled;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is different between two situations of a negotiation: what an application tells its users
 * after a move, or after all that happened while they were away. Each change has what was before
 * and what is now; what is new was empty before, what is over is empty now. Orders are those of the
 * agenda and of the situations. Immutable.
 *
 * @param stage the talks' stage, where it is another
 * @param round whether a round is open, where that is different
 * @param positions the positions that are others, by line; empty for what is not stated
 * @param offers what stands open of an offer, and with whom, where that is different
 * @param demands what became of demands, where that is different
 * @param agreements the stages of agreements, where they are others; empty for what is not there,
 *     or not there any more
 * @param obligations the states of obligations, where they are others
 * @param settled what is settled now and was not, and the other way round
 * @param deadlines the standing deadlines by name, where they are others
 */
public record Delta(
    Optional<Change<Stage>> stage,
    Optional<Change<Boolean>> round,
    ImmutableMap<Line, Change<Position>> positions,
    ImmutableMap<Offer, Change<Standing>> offers,
    ImmutableMap<Demand, Change<DemandLife>> demands,
    ImmutableMap<Text, Change<AgreementStage>> agreements,
    ImmutableMap<Obligation, Change<ObligationState>> obligations,
    ImmutableMap<Settled, Change<Boolean>> settled,
    ImmutableMap<String, Change<Deadline>> deadlines)
    implements Serializable {
  /**
   * What something was, and what it is.
   *
   * @param before what it was; empty for what was not there
   * @param now what it is; empty for what is not there any more
   * @param <T> what it is
   */
  public record Change<T>(Optional<T> before, Optional<T> now) implements Serializable {
    @Override
    public String toString() {
      return before.map(Object::toString).orElse("-")
          + " -> "
          + now.map(Object::toString).orElse("-");
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * Compares two negotiations as they stand.
   *
   * @param one the earlier
   * @param other the later
   * @return what is different
   */
  public static Delta between(Negotiation one, Negotiation other) {
    return between(one.situation(), other.situation());
  }

  /**
   * Compares two situations.
   *
   * @param one the earlier
   * @param other the later
   * @return what is different
   */
  public static Delta between(Situation one, Situation other) {
    return new Delta(
        changed(one.stage(), other.stage()),
        changed(one.roundOpen(), other.roundOpen()),
        positions(one, other),
        changes(one.offers(), other.offers()),
        changes(one.demands(), other.demands()),
        changes(
            Maps.transformValues(one.agreements(), Accord::stage),
            Maps.transformValues(other.agreements(), Accord::stage)),
        changes(
            Maps.transformValues(one.obligations(), Obligation.Status::state),
            Maps.transformValues(other.obligations(), Obligation.Status::state)),
        changes(there(one.settled()), there(other.settled())),
        changes(one.deadlines(), other.deadlines()));
  }

  private static ImmutableMap<Settled, Boolean> there(Set<Settled> settled) {
    return Maps.toMap(settled, there -> true);
  }

  private static ImmutableMap<Line, Change<Position>> positions(Situation one, Situation other) {
    return changes(stated(one), stated(other));
  }

  /** What is not stated is not there. */
  private static Map<Line, Position> stated(Situation s) {
    Map<Line, Position> stated = new LinkedHashMap<>();
    s.positions()
        .forEachSet(
            (line, position) -> {
              if (position.isStated()) {
                stated.put(line, position);
              }
            });
    return stated;
  }

  private static <T> Optional<Change<T>> changed(T before, T now) {
    return before.equals(now)
        ? Optional.empty()
        : Optional.of(new Change<>(Optional.of(before), Optional.of(now)));
  }

  /** What was there comes first, in its order; then what is new. */
  private static <K, T> ImmutableMap<K, Change<T>> changes(Map<K, T> before, Map<K, T> now) {
    ImmutableMap.Builder<K, Change<T>> changes = ImmutableMap.builder();
    for (K key : Sets.union(before.keySet(), now.keySet())) {
      Optional<T> was = Optional.ofNullable(before.get(key));
      Optional<T> is = Optional.ofNullable(now.get(key));
      if (!was.equals(is)) {
        changes.put(key, new Change<>(was, is));
      }
    }
    return changes.buildOrThrow();
  }

  /** {@return whether nothing is different} */
  public boolean isEmpty() {
    return describe().isEmpty();
  }

  /**
   * {@return what is different, one change a line, by identifier: {@code "offer (a offers b: pay
   * 5): new"}}
   */
  public ImmutableList<String> describe() {
    List<String> lines = new ArrayList<>();
    stage.ifPresent(change -> lines.add("stage: " + change));
    round.ifPresent(
        change -> lines.add("round: " + (change.now().orElse(false) ? "opened" : "closed")));
    tell(lines, "position", positions, Line::toString);
    tell(lines, "offer", offers, Offer::describe);
    tell(lines, "demand", demands, Demand::describe);
    tell(lines, "agreement", agreements, Text::describe);
    tell(lines, "obligation", obligations, Obligation::describe);
    tell(
        lines,
        "settled",
        settled,
        s -> "%s between %s and %s: %s".formatted(s.issue(), s.one(), s.other(), s.value()));
    tell(lines, "deadline", deadlines, name -> name);
    return ImmutableList.copyOf(lines);
  }

  private static <K, T> void tell(
      List<String> lines, String what, Map<K, Change<T>> changes, Function<K, String> words) {
    changes.forEach(
        (key, change) -> {
          String how =
              change.before().isEmpty() ? "new" : change.now().isEmpty() ? "over" : "changed";
          boolean brief = change.before().or(change::now).orElseThrow() instanceof Enum<?>;
          lines.add(
              "%s (%s): %s".formatted(what, words.apply(key), brief ? change.toString() : how));
        });
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
