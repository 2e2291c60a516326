package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.Agenda;
import dev.parley.demand.Offer;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.RememberingRule;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An offer that names no last day of its own can be accepted for so many days: one of 1 May, with
 * 14 days, until 15 May. Remembers when each such offer that still stands was made, at the latest;
 * an acceptance breaks the rule when every day that its date allows is too late. An offer whose
 * date is unknown is left alone. Immutable.
 *
 * @param days how many days, 1 or more
 * @param severity what breaking it means; illegal unless given
 */
public record OfferExpiry(int days, Finding.Severity severity)
    implements RememberingRule<ImmutableMap<Offer, LocalDate>> {
  static final String ID = "offer-expiry";

  /**
   * Checks that there is a day.
   *
   * @param days how many days, 1 or more
   * @param severity what breaking it means; illegal unless given
   */
  public OfferExpiry {
    if (days < 1) {
      throw new IllegalArgumentException("days (%s) must be 1 or more".formatted(days));
    }
  }

  /**
   * Returns the rule that refuses.
   *
   * @param days how many days, 1 or more
   * @return the rule
   */
  public static OfferExpiry of(int days) {
    return new OfferExpiry(days, Finding.Severity.REFUSE);
  }

  static OfferExpiry from(Parameters p) {
    return new OfferExpiry(p.count("days"), p.severity(Finding.Severity.REFUSE));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return "an offer without a last day of its own is accepted within so many days";
  }

  @Override
  public String rationale() {
    return "An offer that fixes no time lapses after a reasonable one"
        + " (United Nations Convention on Contracts for the International Sale of Goods 1980,"
        + " Article 18)";
  }

  @Override
  public ImmutableMap<String, String> parameters() {
    return ImmutableMap.of("days", Integer.toString(days));
  }

  @Override
  public ImmutableMap<Offer, LocalDate> blank(Agenda agenda) {
    return ImmutableMap.of();
  }

  @Override
  public ImmutableMap<Offer, LocalDate> fold(
      ImmutableMap<Offer, LocalDate> made, Situation before, Move move, Situation after) {
    ImmutableMap.Builder<Offer, LocalDate> now = ImmutableMap.builder();
    now.putAll(com.google.common.collect.Maps.filterKeys(made, after.offers()::containsKey));
    Optional<LocalDate> day = move.on().lastPossible();
    if (move.act() instanceof Substantive.MakeOffer make && day.isPresent()) {
      for (Offer offer : make.alternatives()) {
        if (offer.expiry().isEmpty() && after.offers().containsKey(offer)) {
          now.put(offer, day.get());
        }
      }
    }
    return now.buildKeepingLast();
  }

  @Override
  public ImmutableList<Finding> check(
      ImmutableMap<Offer, LocalDate> made, Situation situation, Move move) {
    if (!(move.act() instanceof Substantive.Accept accept) || !made.containsKey(accept.offer())) {
      return ImmutableList.of();
    }
    LocalDate last = made.getOrDefault(accept.offer(), LocalDate.EPOCH).plusDays(days);
    return move.on().certainlyAfter(last)
        ? finding(
            "%s accepts on (%s) an offer of %s (%s) that stood for %s days, until (%s)"
                .formatted(
                    move.by(), move.on(), accept.offer().by(), accept.offer().terms(), days, last),
            "Let %s make it again".formatted(accept.offer().by()))
        : ImmutableList.of();
  }

  @Override
  public ImmutableSet<LocalDate> turningDays(
      ImmutableMap<Offer, LocalDate> made, Situation situation) {
    return made.values().stream()
        .map(day -> day.plusDays(days + 1L))
        .collect(ImmutableSet.toImmutableSet());
  }
}
