package dev.parley.testing;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.Terms;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.evidence.Figure;
import dev.parley.evidence.When;
import dev.parley.talks.Negotiation;
import java.time.LocalDate;
import net.jqwik.api.Arbitrary;

/**
 * The arbitraries for property tests with jqwik:
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<Script> plays() {
 *   return Negotiations.plays()
 *       .among(Agendas.ANY.withPrincipals(2).withIssues(1, 5))
 *       .under(RuleBook.DEFAULT.and(MY_RULE))
 *       .withOneWildIn(8);
 * }
 * }</pre>
 *
 * <p>A thin coat over {@link Agendas}, {@link LegalPlay}, {@link Records}, {@link Fitting}, {@link
 * Figures} and {@link Dates}, which know nothing of jqwik. {@link NegotiationDomain} has all of
 * them by type.
 */
@SuppressWarnings("exports")
public final class Negotiations {
  private Negotiations() {}

  /** {@return agendas of two or three principals with one to four issues, unless told otherwise} */
  public static AgendaArbitrary agendas() {
    return new AgendaArbitrary(Agendas.ANY);
  }

  /** {@return plays of 10 to 30 legal moves on any agenda, unless told otherwise} */
  public static PlayArbitrary plays() {
    return new PlayArbitrary(LegalPlay.ANY);
  }

  /**
   * {@return whole records of 10 to 30 entries, one in six of them by anybody and of any kind, one
   * in twenty a word on an earlier one} They shrink to fewer entries.
   */
  public static Arbitrary<Negotiation> records() {
    return records(Records.of(LegalPlay.ANY.withOneWildIn(6)));
  }

  /**
   * {@return whole records, which shrink to fewer entries}
   *
   * @param records what they are like
   */
  public static Arbitrary<Negotiation> records(Records records) {
    return Simplified.arbitrary(records, SimplerRecords.ALL);
  }

  /**
   * {@return terms that fit an agenda, on one issue or more}
   *
   * @param agenda who negotiates about what
   */
  public static Arbitrary<Terms> terms(Agenda agenda) {
    return Simplified.byItsChoices(new Fitting(agenda).terms());
  }

  /**
   * {@return offers that fit an agenda, of any principal to one other or to all}
   *
   * @param agenda who negotiates about what
   */
  public static Arbitrary<Offer> offers(Agenda agenda) {
    return Simplified.byItsChoices(new Fitting(agenda).offers());
  }

  /**
   * {@return demands that fit an agenda, of any principal on one or two issues}
   *
   * @param agenda who negotiates about what
   */
  public static Arbitrary<Demand> demands(Agenda agenda) {
    return Simplified.byItsChoices(new Fitting(agenda).demands());
  }

  /**
   * {@return values just off a scale of an agenda, with which no terms can be built}
   *
   * @param agenda who negotiates about what
   */
  public static Arbitrary<OffScale> offTheScale(Agenda agenda) {
    return Simplified.byItsChoices(new Fitting(agenda).offTheScale());
  }

  /** {@return figures as they are reported, from 0 to 1,000} */
  public static Arbitrary<Figure> figures() {
    return Simplified.byItsChoices(Figures.ANY);
  }

  /**
   * {@return figures as they are reported}
   *
   * @param least the least number
   * @param most the most
   */
  public static Arbitrary<Figure> figures(int least, int most) {
    return Simplified.byItsChoices(new Figures(least, most));
  }

  /**
   * {@return dates as they are known, in the years 2023 to 2025: half of them are days, the rest
   * months, years, about, intervals, unknown}
   */
  public static Arbitrary<When> dates() {
    return Simplified.byItsChoices(Dates.ANY);
  }

  /**
   * {@return dates as they are known}
   *
   * @param first the first day
   * @param last the last day
   */
  public static Arbitrary<When> dates(LocalDate first, LocalDate last) {
    return Simplified.byItsChoices(new Dates(first, last));
  }
}
