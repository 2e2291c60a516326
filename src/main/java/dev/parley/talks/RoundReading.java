package dev.parley.talks;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Scale;
import dev.parley.demand.Line;
import dev.parley.demand.Position;
import dev.parley.evidence.EntryId;
import dev.parley.progress.Heard;
import dev.parley.progress.Measurement;
import dev.parley.progress.Progress;
import dev.parley.progress.RoundVerdict;
import dev.parley.progress.RoundVerdict.Difference;
import dev.parley.progress.RoundVerdict.Remark;
import dev.parley.progress.Step;
import dev.parley.progress.StepKind;
import dev.parley.progress.Told;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads a round: its verdict, the steps behind it, and what allegations would make of it. */
final class RoundReading {
  /** Above so many allegations, only single ones and pairs are tried. */
  private static final int ALLEGATIONS_TRIED_IN_FULL = 10;

  private final Situation start;
  private final List<Chronicle.Reading> readings;
  private final Supplier<List<Chronicle.Reading>> earlier;
  private final Set<EntryId> disputed;

  private RoundReading(
      Situation start,
      List<Chronicle.Reading> readings,
      Supplier<List<Chronicle.Reading>> earlier) {
    this.start = start;
    this.readings = readings;
    this.earlier = Suppliers.memoize(() -> counting(earlier.get()));
    this.disputed = disputed(start, readings);
  }

  /** Returns the verdict of a round that ends as this situation stands, as attested. */
  static Progress progress(Situation s) {
    List<Progress.Made> made = new ArrayList<>();
    s.heard()
        .forEachSet(
            (line, heard) -> {
              if (!heard.isNothing()) {
                measure(s, line, heard)
                    .ifPresent(m -> made.add(new Progress.Made(line.party(), m)));
              }
            });
    s.unplaced()
        .forEach(
            (party, all) ->
                all.forEach(
                    told -> made.add(new Progress.Made(party, Measurement.unplaced(told)))));
    return Progress.of(
        made,
        !s.newlySettled().isEmpty(),
        !s.newlyUnsettled().isEmpty(),
        s.met(),
        ImmutableSet.copyOf(s.agenda().principals()));
  }

  private static Optional<Measurement> measure(Situation s, Line line, Heard heard) {
    Scale scale = s.agenda().requireIssue(line.issue()).scale();
    BigDecimal e = s.policy().negligible().multiply(Measurement.unitStep(scale));
    return Measurement.of(
        s.baseline().get(line),
        heard.closing().orElse(s.baseline().get(line)),
        Ties.heard(s, line, heard),
        e);
  }

  /**
   * Returns the verdict of a round, from where it started and the moves in it without the close;
   * and from those before it where no figure stood when it started.
   */
  static RoundVerdict verdict(
      int round,
      Situation start,
      List<Chronicle.Reading> readings,
      Supplier<List<Chronicle.Reading>> earlier) {
    return new RoundReading(start, readings, earlier).verdict(round);
  }

  private List<Chronicle.Reading> counting(List<Chronicle.Reading> all) {
    return all.stream().filter(r -> r.attribution(start.agenda()).counts()).toList();
  }

  private RoundVerdict verdict(int round) {
    Fold fold = new Fold(Set.of());
    Situation end = fold.situation;
    Agenda agenda = end.agenda();
    Set<IssueId> unreported = new LinkedHashSet<>(agenda.issues().keySet());
    fold.steps.forEach(step -> step.issue().ifPresent(unreported::remove));
    fold.remarks.forEach(remark -> unreported.remove(remark.issue()));
    RoundVerdict.Builder verdict =
        RoundVerdict.builder()
            .round(round)
            .progress(progress(end))
            .addAllSteps(fold.steps)
            .addAllUnreported(unreported)
            .addAllSettled(end.newlySettled())
            .addAllUnsettled(end.newlyUnsettled())
            .openBefore(start.openIssues().size())
            .openAfter(end.openIssues().size())
            .addAllRemarks(fold.remarks);
    List<EntryId> alleged = allegations();
    if (!alleged.isEmpty()) {
      Progress all = progressWith(new LinkedHashSet<>(alleged));
      if (all != progress(end)) {
        verdict.asAlleged(all);
      }
      verdict.addAllDifferences(differences(alleged, progress(end)));
    }
    return verdict.build();
  }

  private List<EntryId> allegations() {
    return readings.stream()
        .filter(r -> r.move().act().isSubstantive() && isAlleged(r))
        .map(Chronicle.Reading::id)
        .toList();
  }

  private boolean isAlleged(Chronicle.Reading reading) {
    return disputed.contains(reading.id());
  }

  /** The entries that are alleged or denied, by who negotiates when each is made. */
  private static Set<EntryId> disputed(Situation start, List<Chronicle.Reading> readings) {
    boolean steady = readings.stream().noneMatch(r -> r.move().act().kind().changesWhoNegotiates());
    Set<EntryId> disputed = new HashSet<>();
    Situation now = start;
    for (Chronicle.Reading reading : readings) {
      if (!reading.attribution(now.agenda()).counts()) {
        disputed.add(reading.id());
      } else if (!steady) {
        now = Effects.of(now, reading.move(), null);
      }
    }
    return disputed;
  }

  /** Tries ever larger sets, and leaves out those that hold one that already makes a difference. */
  private List<Difference> differences(List<EntryId> alleged, Progress attested) {
    List<Difference> found = new ArrayList<>();
    int largest = alleged.size() <= ALLEGATIONS_TRIED_IN_FULL ? alleged.size() : 2;
    for (int size = 1; size <= largest; size++) {
      for (Set<EntryId> set : Sets.combinations(new LinkedHashSet<>(alleged), size)) {
        if (found.stream().noneMatch(d -> set.containsAll(d.allegations()))) {
          Progress progress = progressWith(set);
          if (progress != attested) {
            found.add(new Difference(ImmutableSortedSet.copyOf(set), progress));
          }
        }
      }
    }
    return found;
  }

  private Progress progressWith(Set<EntryId> alleged) {
    Situation s = start;
    for (Chronicle.Reading reading : readings) {
      if (!isAlleged(reading) || alleged.contains(reading.id())) {
        s = Effects.of(s, reading.move(), null);
      }
    }
    return progress(s);
  }

  /** The round played through once more, with an eye on who cites what. */
  private final class Fold {
    private final SetMultimap<Line, EntryId> cited = LinkedHashMultimap.create();
    private final SetMultimap<Line, EntryId> afterwards = LinkedHashMultimap.create();
    private final SetMultimap<Line, EntryId> reversed = LinkedHashMultimap.create();
    private final SetMultimap<ActorId, EntryId> unplaced = LinkedHashMultimap.create();
    private final Map<Line, Integer> heading = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private Situation situation = start;

    Fold(Set<EntryId> alleged) {
      for (Chronicle.Reading reading : readings) {
        if (!isAlleged(reading) || alleged.contains(reading.id())) {
          play(reading);
        }
      }
      situation
          .heard()
          .forEachSet(
              (line, heard) -> {
                if (!heard.isNothing()) {
                  add(line, heard);
                }
              });
      situation.unplaced().forEach((party, all) -> all.forEach(told -> add(party, told)));
    }

    private void play(Chronicle.Reading reading) {
      Situation before = situation;
      situation = Effects.of(before, reading.move(), null);
      if (!before.unplaced().equals(situation.unplaced())
          || reading.move().act() instanceof Substantive.Shift shift && shift.issue().isEmpty()) {
        unplaced.put(reading.move().by(), reading.id());
      }
      if (!before.agenda().equals(situation.agenda())) {
        return;
      }
      situation
          .heard()
          .forEachWritten(
              before.heard(),
              (line, heard) -> {
                Heard was = before.heard().get(line);
                if (heard.equals(was) || !heard.equals(was.settled())) {
                  cite(line, reading);
                  turn(line, before.position(line), situation.position(line), reading.id());
                }
              });
    }

    /** What was done to a line counts until its party speaks there again. */
    private void cite(Line line, Chronicle.Reading reading) {
      if (reading.move().act().isSubstantive()) {
        cited.get(line).removeAll(afterwards.get(line));
      } else {
        afterwards.put(line, reading.id());
      }
      cited.put(line, reading.id());
    }

    private void turn(Line line, Position was, Position is, EntryId id) {
      Optional<Region> theirs = situation.heard().get(line).theirs();
      if (was.measured().isEmpty() || is.region().isEmpty() || theirs.isEmpty()) {
        return;
      }
      int direction =
          was.measured()
              .get()
              .distance(theirs.get())
              .compareTo(is.region().get().distance(theirs.get()));
      if (direction != 0) {
        Integer before = heading.put(line, direction);
        if (before != null && Integer.signum(before) != Integer.signum(direction)) {
          reversed.put(line, id);
        }
      }
    }

    private void add(Line line, Heard heard) {
      ImmutableList<EntryId> entries = ImmutableList.copyOf(cited.get(line));
      Position before = situation.baseline().get(line);
      Position after = heard.closing().orElse(before);
      remark(line, heard, Told.INCONSISTENT, Remark.Kind.INTERNAL_INCONSISTENCY, entries);
      remark(line, heard, Told.MOVED_GOALPOSTS, Remark.Kind.MOVED_GOALPOSTS, entries);
      remark(line, heard, Told.OWN_OFFER_OUTSIDE, Remark.Kind.OWN_OFFER_OUTSIDE, entries);
      Optional<Measurement> measured = measure(situation, line, heard);
      if (measured.isEmpty()) {
        return;
      }
      if (measured.get().kind() == StepKind.HARDENED
          && tightened(before, after)
          && !heard.told(Told.MOVED_GOALPOSTS)) {
        remarks.add(new Remark(Remark.Kind.ESCALATION, line.party(), line.issue(), entries));
      }
      Scale scale = situation.agenda().requireIssue(line.issue()).scale();
      steps.add(
          Step.builder()
              .party(line.party())
              .issue(line.issue())
              .toward(line.toward())
              .kind(measured.get().kind())
              .size(measured.get().step())
              .unit(scale.unit())
              .share(
                  measured
                      .get()
                      .step()
                      .map(s -> s.divide(scale.length(), 4, RoundingMode.HALF_EVEN)))
              .before(before.measured())
              .opening(measured.get().opening())
              .after(after.region())
              .words(after.region().isPresent() ? Optional.empty() : after.words())
              .addAllLastFigure(lastFigure(line, scale, before, measured.get()))
              .theirs(heard.theirs())
              .addAllMarks(marks(after, situation.position(line)))
              .addAllEntries(entries)
              .addAllReversals(reversed.get(line))
              .build());
    }

    /** What stood only as a memory is where a figure is measured from. */
    private ImmutableList<EntryId> lastFigure(
        Line line, Scale scale, Position before, Measurement measured) {
      return before.region().isPresent()
              || before.last().isEmpty()
              || measured.opening().isPresent()
              || situation.position(line).region().isEmpty()
          ? ImmutableList.of()
          : LastFigure.entries(line, scale, earlier.get());
    }

    /** A final consent bears the marks that are left of it once others have signed, or not. */
    private static Set<Position.Mark> marks(Position after, Position now) {
      if (after.consentedTo().isEmpty() || after.isAdReferendum()) {
        return after.marks();
      }
      return after.consentedTo().equals(now.consentedTo()) ? now.marks() : Set.of();
    }

    /** A demand, a condition or an offer that leaves out what was acceptable before. */
    private static boolean tightened(Position before, Position after) {
      return before.region().isPresent()
          && after.region().isPresent()
          && !after.region().get().encloses(before.region().get());
    }

    private void remark(
        Line line, Heard heard, Told told, Remark.Kind kind, ImmutableList<EntryId> entries) {
      if (heard.told(told)) {
        remarks.add(new Remark(kind, line.party(), line.issue(), entries));
      }
    }

    private void add(ActorId party, Told told) {
      steps.add(
          Step.builder()
              .party(party)
              .kind(Measurement.unplaced(told).kind())
              .addAllEntries(unplaced.get(party))
              .build());
    }
  }
}
