package dev.parley.rules;

import static java.lang.String.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.agenda.Value;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Instalment;
import dev.parley.talks.Finding;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;
import java.math.BigDecimal;
import java.util.List;

/** {@link Rules#exchangeBalance}. */
record ExchangeBalance(Settings settings) implements Declared {
  static final Setting<Rate> RATE =
      Setting.of(
          "rate",
          "so many of one issue for so many of another",
          "30 prisoners for 1 hostages",
          Rate::parse);

  /** By how much the first may miss what the rate asks for, in per cent of that. */
  static final Setting<BigDecimal> TOLERANCE =
      Setting.number("tolerance", BigDecimal.ZERO).under(Setting::plain);

  /** Whether each instalment has to be balanced by itself. */
  static final Setting<Boolean> INSTALMENTS = Setting.flag("instalments", false);

  static final RuleKind KIND =
      new RuleKind(
          "exchange-balance",
          "so many of one issue go for so many of another, within a tolerance",
          "Balanced reciprocity returns what is held to be worth as much, without delay"
              + " (Sahlins 1972, Stone Age Economics)",
          ExchangeBalance::new,
          RATE,
          TOLERANCE,
          INSTALMENTS);

  /**
   * So many of one issue for so many of another, written {@code 30 prisoners for 1 hostages}.
   *
   * @param many how many of the first, above zero
   * @param of the first issue
   * @param each for how many of the second, above zero
   * @param other the second issue
   */
  record Rate(BigDecimal many, IssueId of, BigDecimal each, IssueId other) {
    Rate {
      many = Setting.plain(many);
      each = Setting.plain(each);
      if (many.signum() <= 0 || each.signum() <= 0 || of.equals(other)) {
        throw new IllegalArgumentException(
            "a rate (%s %s for %s %s) must be of two issues, with numbers above zero"
                .formatted(many.toPlainString(), of, each.toPlainString(), other));
      }
    }

    /** Reads a rate such as {@code 30 prisoners for 1 hostages}. */
    static Rate parse(String text) {
      String[] words = text.strip().split(" +", -1);
      if (words.length != 5 || !words[2].equals("for")) {
        throw new IllegalArgumentException(
            "a rate (%s) must be written such as (30 prisoners for 1 hostages)".formatted(text));
      }
      return new Rate(
          Setting.decimalFromZero(words[0]),
          IssueId.of(words[1]),
          Setting.decimalFromZero(words[3]),
          IssueId.of(words[4]));
    }

    @Override
    public String toString() {
      return "%s %s for %s %s".formatted(many.toPlainString(), of, each.toPlainString(), other);
    }
  }

  @Override
  public ImmutableSet<IssueId> issues() {
    return ImmutableSet.of(get(RATE).of(), get(RATE).other());
  }

  @Override
  public ImmutableList<Finding> check(Situation situation, Move move) {
    ImmutableList.Builder<Finding> found = ImmutableList.builder();
    MoveContent.attested(move)
        .ifPresent(
            text -> weigh("in the terms that " + move.by() + " attests", text.terms(), found));
    for (Offer offer : move.act().offersMade()) {
      String what = offer.proposal() ? "proposal" : "offer";
      weigh(format("in the %s of %s", what, move.by()), offer.terms(), found);
      for (Instalment step : get(INSTALMENTS) ? offer.instalments() : List.<Instalment>of()) {
        weigh(format("in instalment (%s) of %s", step.name(), move.by()), step.terms(), found);
      }
    }
    return found.build();
  }

  private void weigh(String what, Terms terms, ImmutableList.Builder<Finding> found) {
    Rate rate = get(RATE);
    BigDecimal tolerance = get(TOLERANCE);
    if (!(terms.on(rate.of()).orElse(null) instanceof Value.Amount first)
        || !(terms.on(rate.other()).orElse(null) instanceof Value.Amount second)) {
      return;
    }
    // Multiplied out, so that nothing is rounded: |first * each - second * many| in hundredths.
    BigDecimal due = second.number().multiply(rate.many());
    BigDecimal miss = first.number().multiply(rate.each()).subtract(due).abs();
    if (miss.multiply(BigDecimal.valueOf(100)).compareTo(due.abs().multiply(tolerance)) > 0) {
      String within =
          tolerance.signum() == 0
              ? ""
              : format(", within (%s) per cent", tolerance.toPlainString());
      found.addAll(
          finding(
              format(
                  "%s (%s) on (%s) goes for (%s) on (%s): the rate is (%s)%s",
                  what, first, rate.of(), second, rate.other(), rate, within),
              "Change one of the two"));
    }
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
