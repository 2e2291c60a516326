package dev.parley.rules;

import static java.lang.String.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.parley.agenda.Agenda;
import dev.parley.demand.Offer;
import dev.parley.talks.ActKind;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import dev.parley.travel.RecordForm;
import java.time.LocalDate;
import java.util.Optional;

/**
 * {@link Rules#offerExpiry}. Remembers when each offer that still stands, and names no last day of
 * its own, was made at the latest.
 */
record OfferExpiry(Settings settings)
    implements Declared, Rule.Remembering<ImmutableMap<Offer, LocalDate>> {
  static final Setting<Integer> DAYS = Setting.count("days");
  static final RuleKind KIND =
      new RuleKind(
          "offer-expiry",
          "an open-ended offer must be accepted within so many days",
          "An offer that fixes no time lapses after a reasonable one"
              + " (United Nations Convention on Contracts for the International Sale of Goods 1980,"
              + " Article 18)",
          OfferExpiry::new,
          DAYS);

  @Override
  public ImmutableSet<ActKind> kinds() {
    return Sets.immutableEnumSet(ActKind.ACCEPT);
  }

  @Override
  public ImmutableMap<Offer, LocalDate> blank(Agenda agenda) {
    return ImmutableMap.of();
  }

  @Override
  public ImmutableMap<Offer, LocalDate> fold(
      ImmutableMap<Offer, LocalDate> made, Situation before, Move move, Situation after) {
    ImmutableMap.Builder<Offer, LocalDate> now = ImmutableMap.builder();
    now.putAll(Maps.filterKeys(made, after.offers()::containsKey));
    Optional<LocalDate> day = move.on().lastPossible();
    for (Offer offer : move.act().offersMade()) {
      if (day.isPresent() && offer.expiry().isEmpty() && after.offers().containsKey(offer)) {
        now.put(offer, day.get());
      }
    }
    return now.buildKeepingLast();
  }

  @Override
  public ImmutableList<Finding> check(
      ImmutableMap<Offer, LocalDate> made, Situation situation, Move move) {
    Optional<Offer> accepted = MoveContent.accepted(move).map(Substantive.Accept::offer);
    Optional<LocalDate> day = accepted.map(made::get);
    if (accepted.isEmpty() || day.isEmpty()) {
      return ImmutableList.of();
    }
    Offer offer = accepted.get();
    LocalDate last = day.get().plusDays(get(DAYS));
    return move.on().certainlyAfter(last)
        ? finding(
            format(
                "%s accepts on (%s) an offer of %s (%s) that stood for %s days, until (%s)",
                move.by(), move.on(), offer.by(), offer.terms(), get(DAYS), last),
            format("Let %s make it again", offer.by()))
        : ImmutableList.of();
  }

  @Override
  public ImmutableSet<LocalDate> turningDays(
      ImmutableMap<Offer, LocalDate> made, Situation situation) {
    return made.values().stream()
        .map(day -> day.plusDays(get(DAYS) + 1L))
        .collect(ImmutableSet.toImmutableSet());
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
