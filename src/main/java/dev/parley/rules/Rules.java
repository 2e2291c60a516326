package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.IssueId;
import dev.parley.rules.Registry.RegistryException;
import dev.parley.talks.Rule;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The ready-made rules, each made here with what it needs. All but {@link #silenceLimit} refuse;
 * {@link ReadyMade#warning} makes any of them warn, and {@link ReadyMade#with} sets what is named
 * below in the words of a scenario file. None is on unless a rule book names it.
 *
 * <pre>{@code
 * RuleBook book =
 *     RuleBook.DEFAULT
 *         .and(Rules.roundLimit(3))
 *         .and(Rules.goalposts().with("when", "always"))
 *         .and(Rules.noBacksliding().warning());
 * }</pre>
 *
 * <p>Which to choose. About concessions: {@link #noBacksliding}, {@link #reciprocity}, {@link
 * #concessionSize}, {@link #exchangeBalance}. About what stays said: {@link #goalposts}, {@link
 * #noReopening}, {@link #noNewDemands}. About who may bind: {@link #offersWithinMandate}, {@link
 * #mediatorBindsNothing}, {@link #statedBeforeAccepting}. About time: {@link #roundLimit}, {@link
 * #offerExpiry}, {@link #deadlineRespected}, {@link #silenceLimit}. About carrying out: {@link
 * #guarantorNeeded}, {@link #ratificationFirst}, {@link #instalmentsInOrder}, {@link
 * #orderOfIssues}.
 */
public final class Rules {
  /**
   * A rule that comes with Parley, made by {@link Rules} or, by its name, by {@link
   * Registry#readyMade()}. It refuses or warns, and has its other settings, in the words of a
   * scenario file:
   *
   * <pre>{@code
   * Rules.noBacksliding().warning();
   * Rules.reciprocity().with("answer", "concession");
   * }</pre>
   *
   * <p>Equal by id, parameters and severity. Immutable.
   */
  public sealed interface ReadyMade extends Rule, Serializable permits Declared {
    /**
     * Returns this rule with one thing set otherwise.
     *
     * @param parameter one of its parameters, or {@code severity}
     * @param value as it is written in a scenario file
     * @return the rule
     * @throws RegistryException if it has no such parameter, or the value does not fit
     */
    default ReadyMade with(String parameter, String value) {
      ImmutableMap.Builder<String, String> set = ImmutableMap.builder();
      set.putAll(Registry.written(this)).put(parameter, value);
      return (ReadyMade) Registry.readyMade().rule(id(), set.buildKeepingLast());
    }

    /** {@return this rule, with findings on legal moves instead of refusals} */
    default ReadyMade warning() {
      return with("severity", "warn");
    }
  }

  /** What each rule declares; the registry of the ready-made rules has these. */
  static final ImmutableList<RuleKind> KINDS =
      ImmutableList.of(
          ConcessionSize.KIND,
          DeadlineRespected.KIND,
          ExchangeBalance.KIND,
          Goalposts.KIND,
          GuarantorNeeded.KIND,
          InstalmentsInOrder.KIND,
          MediatorBindsNothing.KIND,
          NoBacksliding.KIND,
          NoNewDemands.KIND,
          NoReopening.KIND,
          OfferExpiry.KIND,
          OffersWithinMandate.KIND,
          OrderOfIssues.KIND,
          RatificationFirst.KIND,
          Reciprocity.KIND,
          RoundLimit.KIND,
          SilenceLimit.KIND,
          StatedBeforeAccepting.KIND);

  private Rules() {}

  /**
   * {@return {@code no-backsliding}: nobody offers less than it has offered before} After 500
   * prisoners, Israel does not offer 300. Each offer is measured against the maker's last one to
   * the same party on the same issue, even when that one was withdrawn, rejected or has lapsed. It
   * is worse when it is farther from what the other party asks for, or, where nobody knows that,
   * when it takes back some of what was offered. After Raiffa (1982).
   */
  public static ReadyMade noBacksliding() {
    return NoBacksliding.KIND.rule();
  }

  /**
   * {@return {@code reciprocity}: no second concession before an answer} Having come nearer once, a
   * party waits for the other's move. A move concedes when it comes nearer somewhere, drops a
   * demand or is said to be softer, and is harder nowhere: a trade is none. To accept ends the
   * matter, and is none either. Set {@code answer}: {@code any}, that is any demand, offer,
   * acceptance or rejection that is put to who conceded, or {@code concession}. After Gouldner
   * (1960) and Osgood (1962).
   */
  public static ReadyMade reciprocity() {
    return Reciprocity.KIND.rule();
  }

  /**
   * Returns {@code concession-size}: whoever concedes, concedes at least so much, on pay half a
   * point, on staff one writer. A smaller step is fine where it closes the gap; a step of unknown
   * size is left alone, and so is one that only makes the common ground wider. Set {@code least}
   * for several issues, such as {@code rise 0.5; staff 1}. After Rubin and Brown (1975).
   *
   * @param issue the issue
   * @param least the least concession, in the unit of the issue's scale, above zero
   * @return the rule
   */
  public static ReadyMade concessionSize(String issue, String least) {
    return ConcessionSize.KIND.rule(
        ConcessionSize.LEAST, ImmutableMap.of(IssueId.of(issue), new BigDecimal(least)));
  }

  /**
   * Returns {@code exchange-balance}: so many of one issue go for so many of another, thirty
   * prisoners for each hostage. Offers, proposals and attested terms are held against the rate;
   * terms that leave one of the two issues out say nothing about it. Both issues are quantities;
   * where one is not, the rule is silent. Set {@code tolerance}, by how much the first may miss
   * what the rate asks for, in per cent of that (0), and {@code instalments}, whether each
   * instalment has to be balanced by itself ({@code no}). After Sahlins (1972).
   *
   * @param rate such as {@code 30 prisoners for 1 hostages}
   * @return the rule
   */
  public static ReadyMade exchangeBalance(String rate) {
    return ExchangeBalance.KIND.rule(ExchangeBalance.RATE, ExchangeBalance.Rate.parse(rate));
  }

  /**
   * {@return {@code goalposts}: what was stated as sufficient stays sufficient} When the employer
   * asked for "at most 5, and that is enough", and the union came down to 5, the employer does not
   * ask for 4. Demands and conditions alike; dropping one and raising another does not help. Where
   * the other party has not met it, asking for more is an escalation, which this rule leaves alone
   * unless told otherwise. Set {@code when}: {@code met}, once the other party's position lies
   * inside, or {@code always}. After Schelling (1960).
   */
  public static ReadyMade goalposts() {
    return Goalposts.KIND.rule();
  }

  /**
   * {@return {@code no-reopening}: what a party has agreed to, it does not dispute again} No
   * demand, condition, offer or attestation of its own, towards those with whom it has settled an
   * issue, leaves the agreed value out. Where some have agreed among themselves, they may say
   * something else to the others, and the others to them. Set {@code undisputed}: whether what a
   * party left undisputed in a rejection is closed to it as well ({@code no}). After Fisher and Ury
   * (1981).
   */
  public static ReadyMade noReopening() {
    return NoReopening.KIND.rule();
  }

  /**
   * {@return {@code no-new-demands}: after an agreement in principle nobody raises a demand, or
   * amends one so that it asks for more} It holds between those who have all consented, be it
   * provisionally, for the issues of the text, or for all where the text claims the whole; an
   * interim text closes nothing. A demand that is amended to accept at least what it did is fine,
   * and so is one in words only, which cannot be compared. When the agreement is over, demands are
   * open again. After Fisher and Ury (1981).
   */
  public static ReadyMade noNewDemands() {
    return NoNewDemands.KIND.rule();
  }

  /**
   * {@return {@code offers-within-mandate}: a delegation offers only what its mandate reaches}
   * Experts who may commit on the list, and on nothing else, offer no cease-fire. The machine
   * itself asks this of acceptances only. What the party itself offers is not a delegation's. Set
   * {@code authority}: the least one on every issue of the offer, {@code final}, or {@code
   * ad-referendum} for offers that the party may still disown. After Fisher and Ury (1981).
   */
  public static ReadyMade offersWithinMandate() {
    return OffersWithinMandate.KIND.rule();
  }

  /**
   * {@return {@code mediator-binds-nothing}: a mediator convenes, carries messages and proposes; it
   * offers, accepts, attests, signs, ratifies, ties and commits to nothing} The machine refuses
   * most of that to whoever is no principal; this rule holds also for a principal that mediates at
   * the same time, for public commitments, and in records. After Moore (1986).
   */
  public static ReadyMade mediatorBindsNothing() {
    return MediatorBindsNothing.KIND.rule();
  }

  /**
   * {@return {@code stated-before-accepting}: nobody accepts who has not stated a position} What a
   * party takes can be measured only against what it asked for. A position in words counts; one
   * that was taken back does not. Set {@code on}: whether it must have stated one on {@code any}
   * issue that it accepts, or on {@code every} one. Parley's own.
   */
  public static ReadyMade statedBeforeAccepting() {
    return StatedBeforeAccepting.KIND.rule();
  }

  /**
   * Returns {@code round-limit}: no more than so many rounds. After the third of three, no fourth
   * is opened; a second track of an open round is no round of its own. After Ståhl (1972).
   *
   * @param rounds how many may be opened, 1 or more
   * @return the rule
   */
  public static ReadyMade roundLimit(int rounds) {
    return RoundLimit.KIND.rule(RoundLimit.ROUNDS, rounds);
  }

  /**
   * Returns {@code offer-expiry}: an offer that names no last day of its own can be accepted for so
   * many days, one of 1 May, with 14 days, until 15 May. An acceptance breaks the rule when every
   * day that its date allows is too late. An offer whose date is unknown is left alone. After the
   * United Nations Convention on Contracts for the International Sale of Goods (1980).
   *
   * @param days how many days, 1 or more
   * @return the rule
   */
  public static ReadyMade offerExpiry(int days) {
    return OfferExpiry.KIND.rule(OfferExpiry.DAYS, days);
  }

  /**
   * {@return {@code deadline-respected}: after a deadline nothing is demanded, offered or agreed
   * until somebody extends it} Whether it has passed must be certain from the dates: a move in
   * January, and a deadline on 20 January, break nothing. Once all principals agree in principle on
   * the whole, deadlines are met. Set {@code deadline}: the name of one; every one that stands when
   * it is not set. After Roth, Murnighan and Schoumaker (1988).
   */
  public static ReadyMade deadlineRespected() {
    return DeadlineRespected.KIND.rule();
  }

  /**
   * Returns {@code silence-limit}: talks do not fall silent for longer than so many days. A contact
   * is a meeting, a round, or anything that a principal puts to another. The finding is on the
   * contact that ends the silence, and a warning unless set otherwise, since to refuse it would
   * prolong the silence; after one of unknown date nothing is certain until the next. After Zartman
   * (1989).
   *
   * @param days how many days without contact are allowed, 1 or more
   * @return the rule
   */
  public static ReadyMade silenceLimit(int days) {
    return SilenceLimit.KIND.rule(SilenceLimit.DAYS, days);
  }

  /**
   * {@return {@code guarantor-needed}: what somebody is bound to do is secured by a guarantor, a
   * party in that role, and not the obligor itself} Asked of an offer that spells out its
   * undertakings, or a proposal, and once more of whoever binds itself, by ratifying or, where it
   * need not, by its signature: then an agreement that spells out none has nobody to stand for it.
   * Set {@code issues}: those on which undertakings need a guarantor; all undertakings when it is
   * not set. After Walter (2002).
   */
  public static ReadyMade guarantorNeeded() {
    return GuarantorNeeded.KIND.rule();
  }

  /**
   * {@return {@code ratification-first}: nobody performs under an agreement before all who must
   * ratify it have} The machine lets a party do what it owes as soon as all have signed. Who must
   * is said by the agenda, and by a text that comes into force at signature, which nobody must. Set
   * {@code principals}: those {@code concerned}, that is those among them whom the agreement binds,
   * or {@code all} who must by the agenda, also where the text does without, and those whom it
   * leaves out. After the Vienna Convention on the Law of Treaties (1969) and Putnam (1988).
   */
  public static ReadyMade ratificationFirst() {
    return RatificationFirst.KIND.rule();
  }

  /**
   * {@return {@code instalments-in-order}: nothing of the second phase is performed before all of
   * the first is} An obligation belongs to the instalment that it is named after ({@code phase-1}
   * or {@code phase-1: hostages}); one that is set off after an instalment waits for it too. What
   * is excused or ended waits for nobody and lets nobody wait. Set {@code done}: how far an earlier
   * instalment must be implemented, {@code minimal}, {@code intermediate} or {@code full}. After
   * Schelling (1960); the degrees after Joshi, Quinn and Regan (2015).
   */
  public static ReadyMade instalmentsInOrder() {
    return InstalmentsInOrder.KIND.rule();
  }

  /**
   * Returns {@code order-of-issues}: one issue comes before another, the cease-fire before the
   * withdrawal, the withdrawal before the vote. When agreeing, nobody accepts or attests a later
   * issue unless every earlier one is agreed, or is agreed with it; when carrying out, nobody
   * performs what is owed on a later issue while something is still owed on an earlier one. Set
   * {@code when}: {@code agreeing}, {@code carrying-out} or {@code both}. After Fisher (1964).
   *
   * @param order the issues, two or more, first to last
   * @return the rule
   */
  public static ReadyMade orderOfIssues(String... order) {
    return OrderOfIssues.KIND.rule(
        OrderOfIssues.ORDER,
        Arrays.stream(order).map(IssueId::of).collect(ImmutableList.toImmutableList()));
  }
}
