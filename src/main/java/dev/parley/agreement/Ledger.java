package dev.parley.agreement;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Text;
import dev.parley.evidence.Delay;
import dev.parley.evidence.When;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ledger of an agreement: what each party owes and has delivered, side by side, and how late.
 * Of 33 hostages owed by 1 March, 3 were released on 19 January, 4 on 25 January and 26 on 6 March:
 * complete, five days late. Immutable.
 *
 * @param rows each obligation, in the order of the text
 */
public record Ledger(ImmutableList<Row> rows) implements Serializable {
  /**
   * One obligation, and what was done about it.
   *
   * @param obligation the obligation
   * @param owedTo to whom it is owed, or was where that is nobody any more
   * @param status where it stands
   * @param due by when it is due, or empty where no day is given or known yet
   * @param deliveries what was done, oldest first
   * @param completed when all of it was done, or empty
   * @param late how late it was done, or is overdue at the day that is asked about: in hours where
   *     the dates have times; empty when it is neither, or dates do not tell
   * @param breaches the breaches of it that were told, oldest first
   * @param contested the issues whose meaning is contested, on which it hangs: where there are any,
   *     whether what was done is all cannot be told, nor how late it is
   */
  public record Row(
      Obligation obligation,
      ImmutableSet<ActorId> owedTo,
      Obligation.Status status,
      Optional<When> due,
      ImmutableList<Agreement.Performance> deliveries,
      Optional<When> completed,
      Optional<Delay> late,
      ImmutableList<Agreement.Breach> breaches,
      ImmutableSet<IssueId> contested)
      implements Serializable {
    /** {@return how much is left to do, in units; empty where it is not counted} */
    public Optional<BigDecimal> left() {
      return obligation.total().map(total -> total.subtract(status.done()).max(BigDecimal.ZERO));
    }

    /**
     * {@return how much is due by a day, in units: all of it once its day has come; empty where it
     * is not counted, or has no day}
     *
     * @param day the day
     */
    public Optional<BigDecimal> dueBy(LocalDate day) {
      return due.flatMap(When::latest)
          .flatMap(
              date -> obligation.total().map(total -> date.isAfter(day) ? BigDecimal.ZERO : total));
    }

    /**
     * What a later row stands for in the place of this, with what was delivered and told before.
     */
    private Row amending(Row later) {
      return new Row(
          later.obligation,
          later.owedTo,
          later.status,
          later.due,
          ImmutableList.<Agreement.Performance>builder()
              .addAll(deliveries)
              .addAll(later.deliveries)
              .build(),
          later.completed,
          later.late,
          ImmutableList.<Agreement.Breach>builder().addAll(breaches).addAll(later.breaches).build(),
          later.contested);
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * Returns the ledger of an agreement.
   *
   * @param agreement the agreement
   * @param day the day at which what is not done is said to be late, or empty not to say it
   * @return each of its obligations with what was done about it
   */
  public static Ledger of(Agreement agreement, Optional<LocalDate> day) {
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    for (Map.Entry<Obligation, Obligation.Status> owed :
        agreement.accord().obligations().entrySet()) {
      ImmutableList<Agreement.Performance> deliveries =
          agreement.performances().stream()
              .filter(p -> p.obligation().equals(owed.getKey()))
              .collect(ImmutableList.toImmutableList());
      Optional<When> completed = completed(owed.getValue(), deliveries);
      Optional<When> due = agreement.accord().dueOn(owed.getKey());
      ImmutableSet<IssueId> contested = agreement.accord().contested(owed.getKey());
      boolean open =
          !owed.getValue().state().isOver()
              && !isWaiting(agreement.accord(), owed.getKey(), owed.getValue())
              && !owed.getKey().undertaking().refrain()
              && contested.isEmpty();
      rows.add(
          new Row(
              owed.getKey(),
              owedTo(agreement.accord(), owed.getKey()),
              owed.getValue(),
              due,
              deliveries,
              completed,
              late(due, open ? day.map(When::on) : completed),
              agreement.breaches().stream()
                  .filter(b -> b.obligation().equals(owed.getKey()))
                  .collect(ImmutableList.toImmutableList()),
              contested));
    }
    return new Ledger(rows.build());
  }

  /**
   * Returns the ledger of an agreement as it was amended: what an amendment in force makes owed
   * under a name stands in the place of what was owed under it, with what was delivered before.
   *
   * @param agreement the agreement, which amends no other
   * @param all the agreements of the negotiation
   * @param day the day at which what is not done is said to be late, or empty not to say it
   * @return each obligation of the agreement and of what amends it, once
   */
  public static Ledger amended(Agreement agreement, List<Agreement> all, Optional<LocalDate> day) {
    Map<List<Object>, Row> rows = new LinkedHashMap<>();
    for (Agreement each : amended(agreement, all)) {
      for (Row row : of(each, day).rows()) {
        rows.merge(List.of(row.obligation().by(), row.obligation().name()), row, Row::amending);
      }
    }
    return new Ledger(ImmutableList.copyOf(rows.values()));
  }

  /**
   * {@return an agreement and what amends it, and that, and is in force or was: in the order of
   * signing}
   *
   * @param agreement the agreement
   * @param all the agreements of the negotiation
   */
  public static ImmutableList<Agreement> amended(Agreement agreement, List<Agreement> all) {
    Set<Text> texts = new HashSet<>(Set.of(agreement.accord().text()));
    ImmutableList.Builder<Agreement> amended = ImmutableList.builder();
    amended.add(agreement);
    for (Agreement each : all) {
      Text text = each.accord().text();
      if (text.amends().filter(texts::contains).isPresent()
          && each.since(AgreementStage.IN_FORCE).isPresent()) {
        texts.add(text);
        amended.add(each);
      }
    }
    return amended.build();
  }

  /** Says whether it waits for something else than its day: nothing is owed yet. */
  private static boolean isWaiting(Accord accord, Obligation obligation, Obligation.Status status) {
    return status.state() == ObligationState.PENDING
        && (accord.stage() != AgreementStage.IN_FORCE || accord.setOffOn(obligation).isEmpty());
  }

  /** Those to whom it is owed; where that is nobody any more, to whom it was. */
  private static ImmutableSet<ActorId> owedTo(Accord accord, Obligation owed) {
    ImmutableSet<ActorId> creditors = accord.creditors(owed);
    return creditors.isEmpty()
        ? Sets.difference(accord.concerned(), ImmutableSet.of(owed.by())).immutableCopy()
        : creditors;
  }

  /** With what delivery it was done for good: one that was found wanting afterwards did not. */
  private static Optional<When> completed(
      Obligation.Status now, ImmutableList<Agreement.Performance> deliveries) {
    if (now.state() != ObligationState.FULFILLED) {
      return Optional.empty();
    }
    Optional<When> completed = Optional.empty();
    for (Agreement.Performance delivery : deliveries.reverse()) {
      if (delivery.status().state() != ObligationState.FULFILLED
          && delivery.status().degree() != Obligation.Implementation.FULL) {
        break;
      }
      completed = Optional.of(delivery.on());
    }
    return completed;
  }

  private static Optional<Delay> late(Optional<When> due, Optional<When> by) {
    return due.flatMap(date -> by.flatMap(done -> Delay.between(date, done)));
  }

  /**
   * One issue that a party delivers in instalments, all of them together.
   *
   * @param by who owes it
   * @param issue the issue
   * @param total how much there is to do, in units
   * @param done how much of it is done
   * @param due how much of it was due by the day that is asked about
   */
  public record Schedule(
      ActorId by, IssueId issue, BigDecimal total, BigDecimal done, BigDecimal due)
      implements Serializable {
    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * {@return what is delivered in instalments that are counted, one of which has a day: how much is
   * done in all, and how much was due by a day, in the order of the text}
   *
   * @param day the day
   */
  public ImmutableList<Schedule> schedules(LocalDate day) {
    ImmutableListMultimap.Builder<Schedule, Row> steps = ImmutableListMultimap.builder();
    for (Row row : rows) {
      issue(row.obligation())
          .filter(issue -> row.obligation().total().isPresent())
          .ifPresent(issue -> steps.put(none(row.obligation().by(), issue), row));
    }
    return steps.build().asMap().entrySet().stream()
        .filter(step -> step.getValue().size() > 1)
        .filter(step -> step.getValue().stream().anyMatch(row -> row.due().isPresent()))
        .map(step -> sum(step.getKey(), step.getValue(), day))
        .collect(ImmutableList.toImmutableList());
  }

  private static Schedule none(ActorId by, IssueId issue) {
    return new Schedule(by, issue, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  private static Schedule sum(Schedule none, Collection<Row> steps, LocalDate day) {
    Schedule all = none;
    for (Row row : steps) {
      all =
          new Schedule(
              all.by,
              all.issue,
              all.total.add(row.obligation().total().orElseThrow()),
              all.done.add(row.status().done()),
              all.due.add(row.dueBy(day).orElse(BigDecimal.ZERO)));
    }
    return all;
  }

  private static Optional<IssueId> issue(Obligation obligation) {
    return obligation
        .undertaking()
        .terms()
        .filter(t -> t.issues().size() == 1)
        .map(t -> t.issues().iterator().next());
  }

  /**
   * {@return what was delivered by all, oldest first; what no date puts before another stays where
   * it was told}
   */
  public ImmutableList<Agreement.Performance> deliveries() {
    List<Agreement.Performance> byDate = new ArrayList<>();
    rows.stream()
        .flatMap(row -> row.deliveries().stream())
        .sorted(Comparator.comparing(p -> p.entry().number()))
        .forEach(
            told -> {
              int place = byDate.size();
              while (place > 0 && byDate.get(place - 1).on().certainlyAfter(told.on())) {
                place--;
              }
              byDate.add(place, told);
            });
    return ImmutableList.copyOf(byDate);
  }

  /** {@return who owes something, in the order of the text} */
  public ImmutableSet<ActorId> debtors() {
    return rows.stream().map(row -> row.obligation().by()).collect(ImmutableSet.toImmutableSet());
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
