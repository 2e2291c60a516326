package dev.parley.talks;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agreement.Accord;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.ObligationState;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.When;
import dev.parley.spelling.Listed;
import dev.parley.talks.Chronicle.Silence;
import dev.parley.talks.Standing.OfferState;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks at a negotiation from a date. */
final class Observing {
  private final Negotiation negotiation;
  private final LocalDate date;
  private final List<Observation> found = new ArrayList<>();

  private Observing(Negotiation negotiation, LocalDate date) {
    this.negotiation = negotiation.on(date);
    this.date = date;
  }

  static ImmutableList<Observation> at(Negotiation negotiation, LocalDate date) {
    Observing observing = new Observing(negotiation, date);
    observing.dormancy();
    Situation s = observing.negotiation.situation();
    s.deadlines().values().forEach(observing::deadline);
    s.offers().forEach((offer, standing) -> observing.offer(offer));
    s.obligations().forEach(observing::obligation);
    if (s.cannotTellStall()) {
      observing.add(
          Observation.Kind.CANNOT_TELL_STALL,
          "",
          OptionalLong.empty(),
          "a stall of %s rounds only if those nobody reported are counted"
              .formatted(s.policy().stallAfter()),
          ImmutableList.of());
    }
    return ImmutableList.copyOf(observing.found);
  }

  private void add(
      Observation.Kind kind,
      String about,
      OptionalLong days,
      String message,
      ImmutableList<EntryId> entries) {
    found.add(new Observation(kind, about, days, message, entries));
  }

  private static final ImmutableSet<ActKind> CARRYING_OUT =
      ImmutableSet.of(
          ActKind.RATIFY,
          ActKind.CONFIRM,
          ActKind.JOIN,
          ActKind.AGREE_TO_END,
          ActKind.PERFORM,
          ActKind.EXCUSE,
          ActKind.RESUME);

  /** A contact is any dealing between principals: to meet, to ask, to answer, to carry out. */
  private static boolean isContact(Move move) {
    return switch (move.act().kind().event(move.act().subject())) {
      case OPEN_ROUND, CLOSE_ROUND, MEET, SPEAK, AGREE, RESUME -> true;
      case CARRY_OUT -> CARRYING_OUT.contains(move.act().kind());
      case SUSPEND, BREAK_OFF, DECLARE_IMPASSE, LEAVE, PROCEED, ABANDON, SETTLE, COMMUNICATE ->
          false;
    };
  }

  /** Returns the stretches without contact that are over, by the dates that are known. */
  static ImmutableList<Silence> silences(Negotiation negotiation) {
    ImmutableList.Builder<Silence> silences = ImmutableList.builder();
    int limit = negotiation.situation().policy().dormantAfterDays();
    LocalDate last = null;
    EntryId entry = null;
    for (Chronicle.Reading reading : negotiation.chronicle().readings()) {
      if (!isContact(reading.move())) {
        continue;
      }
      Optional<LocalDate> first = reading.move().on().earliest();
      if (last != null && entry != null && first.isPresent()) {
        long days = ChronoUnit.DAYS.between(last, first.get());
        if (days > limit) {
          silences.add(new Silence(entry, reading.id(), days));
        }
      }
      Optional<LocalDate> latest = reading.move().on().latest();
      if (latest.isPresent() && (last == null || !latest.get().isBefore(last))) {
        last = latest.get();
        entry = reading.id();
      }
    }
    return silences.build();
  }

  private void dormancy() {
    if (negotiation.isOver()) {
      return;
    }
    LocalDate surely = null;
    LocalDate perhaps = null;
    EntryId entry = null;
    for (Chronicle.Reading reading : negotiation.chronicle().readings()) {
      When on = reading.move().on();
      Optional<LocalDate> first = on.earliest().filter(day -> !day.isAfter(date));
      if (!isContact(reading.move()) || first.isEmpty()) {
        continue;
      }
      LocalDate latest = on.latest().filter(day -> day.isBefore(date)).orElse(date);
      surely = surely == null || first.get().isAfter(surely) ? first.get() : surely;
      if (perhaps == null || latest.isAfter(perhaps)) {
        perhaps = latest;
        entry = reading.id();
      }
    }
    if (surely == null || perhaps == null || entry == null) {
      return;
    }
    silence(ChronoUnit.DAYS.between(perhaps, date), ChronoUnit.DAYS.between(surely, date), entry);
  }

  /** Says how long nobody was in contact, by the latest and by the earliest that a date allows. */
  private void silence(long least, long most, EntryId last) {
    int limit = negotiation.situation().policy().dormantAfterDays();
    if (least > limit) {
      add(
          Observation.Kind.DORMANT,
          "",
          OptionalLong.of(least),
          "no contact for %s%s days, more than %s"
              .formatted(least == most ? "" : "at least ", least, limit),
          ImmutableList.of(last));
    } else if (most > limit) {
      add(
          Observation.Kind.DORMANCY_UNCERTAIN,
          "",
          OptionalLong.empty(),
          "whether there was no contact for more than %s days cannot be told".formatted(limit),
          ImmutableList.of(last));
    }
  }

  private void deadline(Deadline deadline) {
    When day = deadline.date();
    if (day.certainlyBefore(date)) {
      OptionalLong days = days(day.latest());
      add(
          Observation.Kind.DEADLINE_PASSED,
          deadline.name(),
          days,
          "deadline (%s) passed %s".formatted(deadline.name(), words(days, " ago")),
          settingEntries(deadline));
    } else if (day.isUnknown() || day.possiblyBefore(date)) {
      add(
          Observation.Kind.DEADLINE_UNCERTAIN,
          deadline.name(),
          OptionalLong.empty(),
          "deadline (%s) is dated (%s): whether it has passed cannot be told"
              .formatted(deadline.name(), day),
          settingEntries(deadline));
    } else {
      OptionalLong days = days(day.latest());
      add(
          Observation.Kind.DEADLINE_AHEAD,
          deadline.name(),
          days,
          "deadline (%s) in %s".formatted(deadline.name(), words(days, "")),
          settingEntries(deadline));
    }
  }

  private ImmutableList<EntryId> settingEntries(Deadline deadline) {
    ImmutableList.Builder<EntryId> entries = ImmutableList.builder();
    for (Chronicle.Reading reading : negotiation.chronicle().readings()) {
      if (reading.move().act().deadlineName().equals(Optional.of(deadline.name()))) {
        entries.add(reading.id());
      }
    }
    return entries.build();
  }

  private OptionalLong days(Optional<LocalDate> day) {
    return day.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.abs(ChronoUnit.DAYS.between(date, day.get())));
  }

  private static String words(OptionalLong days, String after) {
    if (days.isEmpty()) {
      return "on a day that is not known";
    }
    long n = days.getAsLong();
    return n == 1 ? "1 day" + after : n + " days" + after;
  }

  private void offer(dev.parley.demand.Offer offer) {
    if (offer.expiry().flatMap(When::latest).filter(date::isAfter).isPresent()) {
      OfferState state =
          negotiation
              .situation()
              .machine()
              .offer()
              .next(OfferState.STANDING, Tables.OfferEvent.EXPIRE);
      add(
          Observation.Kind.OFFER_LAPSED,
          offer.terms().toString(),
          days(offer.expiry().flatMap(When::latest)),
          "the offer of %s (%s) has %s: its last day was %s"
              .formatted(offer.by(), offer.terms(), Listed.word(state), offer.expiry().get()),
          ImmutableList.of());
    }
  }

  private void obligation(Obligation obligation, Obligation.Status status) {
    Accord accord = requireNonNull(negotiation.situation().agreements().get(obligation.under()));
    Optional<When> on = accord.dueOn(obligation);
    Optional<LocalDate> due = on.flatMap(When::latest);
    if (!status.state().isOver()
        && status.state() != ObligationState.PENDING
        && !obligation.undertaking().refrain()
        && due.filter(date::isAfter).isPresent()) {
      add(
          Observation.Kind.OBLIGATION_OVERDUE,
          obligation.name(),
          days(due),
          "obligation (%s) of %s is %s, due on %s"
              .formatted(obligation.name(), obligation.by(), Listed.word(status.state()), on.get()),
          ImmutableList.of());
    }
  }
}
