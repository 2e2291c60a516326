package dev.parley.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Instalment;
import dev.parley.demand.Offer;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Rule;
import dev.parley.talks.Situation;
import dev.parley.talks.Substantive;
import java.math.BigDecimal;
import java.util.List;

/**
 * So many of one issue go for so many of another: thirty prisoners for each hostage, give or take
 * ten per cent. Offers and attested terms are held against the rate, and each instalment as well
 * where that is asked for; terms that leave one of the two issues out say nothing about it. Both
 * issues are quantities; where one is not, the rule is silent. Immutable.
 *
 * @param rate so many for so many
 * @param tolerance by how much the first may miss what the rate asks for, in per cent of that
 * @param instalments whether each instalment has to be balanced by itself
 * @param severity what breaking it means; illegal unless given
 */
public record ExchangeBalance(
    Rate rate, BigDecimal tolerance, boolean instalments, Finding.Severity severity)
    implements Rule, OnIssues {
  static final String ID = "exchange-balance";

  /**
   * So many of one issue for so many of another, written {@code 30 prisoners for 1 hostages}.
   * Immutable.
   *
   * @param many how many of the first, above zero
   * @param of the first issue
   * @param each for how many of the second, above zero
   * @param other the second issue
   */
  public record Rate(BigDecimal many, IssueId of, BigDecimal each, IssueId other) {
    /**
     * Checks that both numbers are above zero, and the issues differ.
     *
     * @param many how many of the first, above zero
     * @param of the first issue
     * @param each for how many of the second, above zero
     * @param other the second issue
     */
    public Rate {
      many = plain(many);
      each = plain(each);
      if (many.signum() <= 0 || each.signum() <= 0 || of.equals(other)) {
        throw new IllegalArgumentException(
            "a rate (%s %s for %s %s) must be of two issues, with numbers above zero"
                .formatted(many.toPlainString(), of, each.toPlainString(), other));
      }
    }

    /**
     * Returns the rate with this text.
     *
     * @param text such as {@code 30 prisoners for 1 hostages}
     * @return the rate
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static Rate parse(String text) {
      String[] words = text.strip().split(" +", -1);
      if (words.length != 5 || !words[2].equals("for")) {
        throw new IllegalArgumentException(
            "a rate (%s) must be written such as (30 prisoners for 1 hostages)".formatted(text));
      }
      return new Rate(
          Parameters.decimalFromZero(words[0]),
          IssueId.of(words[1]),
          Parameters.decimalFromZero(words[3]),
          IssueId.of(words[4]));
    }

    @Override
    public String toString() {
      return "%s %s for %s %s".formatted(many.toPlainString(), of, each.toPlainString(), other);
    }
  }

  /**
   * Checks that the tolerance is not below zero.
   *
   * @param rate so many for so many
   * @param tolerance by how much the first may miss what the rate asks for, in per cent of that
   * @param instalments whether each instalment has to be balanced by itself
   * @param severity what breaking it means; illegal unless given
   */
  public ExchangeBalance {
    tolerance = plain(tolerance);
    if (tolerance.signum() < 0) {
      throw new IllegalArgumentException(
          "tolerance (%s) must be 0 per cent or more".formatted(tolerance.toPlainString()));
    }
  }

  /** Two numbers that are alike are one, however they were written. */
  private static BigDecimal plain(BigDecimal number) {
    return new BigDecimal(number.stripTrailingZeros().toPlainString());
  }

  /**
   * Returns the rule about whole offers, exactly at the rate, which refuses.
   *
   * @param rate such as {@code 30 prisoners for 1 hostages}
   * @return the rule
   */
  public static ExchangeBalance of(String rate) {
    return new ExchangeBalance(Rate.parse(rate), BigDecimal.ZERO, false, Finding.Severity.REFUSE);
  }

  static ExchangeBalance from(Parameters p) {
    return new ExchangeBalance(
        p.read(
            "rate",
            "so many of one issue for so many of another",
            "30 prisoners for 1 hostages",
            Rate::parse),
        p.number("tolerance", BigDecimal.ZERO),
        p.flag("instalments", false),
        p.severity(Finding.Severity.REFUSE));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String statement() {
    return "so many of one issue go for so many of another, within a tolerance";
  }

  @Override
  public String rationale() {
    return "Balanced reciprocity returns what is held to be worth as much, without delay"
        + " (Sahlins 1972, Stone Age Economics)";
  }

  @Override
  public ImmutableMap<String, String> parameters() {
    return ImmutableMap.of(
        "rate", rate.toString(),
        "tolerance", tolerance.toPlainString(),
        "instalments", Parameters.word(instalments));
  }

  @Override
  public ImmutableSet<IssueId> issues() {
    return ImmutableSet.of(rate.of(), rate.other());
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    ImmutableList.Builder<Finding> found = ImmutableList.builder();
    if (move.act() instanceof Substantive.Attest attest) {
      weigh("in the terms that " + move.by() + " attests", attest.terms(), found);
    } else if (move.act() instanceof Substantive.MakeOffer make) {
      for (Offer offer : make.alternatives()) {
        weigh("in the offer of " + move.by(), offer.terms(), found);
        for (Instalment step : instalments ? offer.instalments() : List.<Instalment>of()) {
          weigh("in instalment (%s) of %s".formatted(step.name(), move.by()), step.terms(), found);
        }
      }
    }
    return found.build();
  }

  private void weigh(String what, Terms terms, ImmutableList.Builder<Finding> found) {
    if (!(terms.on(rate.of()).orElse(null) instanceof Value.Amount first)
        || !(terms.on(rate.other()).orElse(null) instanceof Value.Amount second)) {
      return;
    }
    // Multiplied out, so that nothing is rounded: |first * each - second * many| in hundredths.
    BigDecimal due = second.number().multiply(rate.many());
    BigDecimal miss = first.number().multiply(rate.each()).subtract(due).abs();
    if (miss.multiply(BigDecimal.valueOf(100)).compareTo(due.abs().multiply(tolerance)) > 0) {
      found.addAll(
          finding(
              "%s (%s) on (%s) goes for (%s) on (%s): the rate is (%s)%s"
                  .formatted(
                      what,
                      first,
                      rate.of(),
                      second,
                      rate.other(),
                      rate,
                      tolerance.signum() == 0
                          ? ""
                          : ", within (%s) per cent".formatted(tolerance.toPlainString())),
              "Change one of the two"));
    }
  }
}
