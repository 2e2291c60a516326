package dev.parley.evidence;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;

/**
 * Which units come in wholes. Persons, trucks and prisoners do; what is measured, in tonnes or per
 * cent, does not. The measures are listed, and all else is counted.
 */
final class WholeUnits {
  private static final ImmutableSet<String> MEASURES =
      ImmutableSet.copyOf(
          Splitter.on(' ')
              .split(
                  "% per percent cent permille point second minute hour day week month "
                      + "year decade mm cm foot feet inch inches yard m metre meter km "
                      + "kilometre kilometer mile fathom knot km2 m2 m3 square cubic hectare "
                      + "acre dunam g kg kilogram ton tonne gram ounce pound quintal carat "
                      + "degree celsius litre liter gallon barrel bushel cusec cumec mcm bcm w "
                      + "kw mw gw tw wh kwh mwh gwh twh watt kilowatt megawatt gigawatt joule "
                      + "calorie btu mmbtu volt ampere $ € £ ¥ usd eur gbp dollar euro yen "
                      + "yuan renminbi rouble ruble peso shekel dinar riyal rial franc rupee "
                      + "taka baht rand naira cedi krona krone lira won ringgit rupiah tenge "
                      + "hryvnia zloty koruna forint leu lei lev dirham shilling birr pula "
                      + "quetzal bolivar real reais sol kwacha dong hundred dozen thousand "
                      + "million billion trillion lakh crore k mn bn tn"));

  private WholeUnits() {}

  /** Says whether there is no half of it. */
  static boolean has(String unit) {
    return Splitter.on(' ').splitToStream(Wording.normal(unit)).noneMatch(WholeUnits::isMeasure);
  }

  /** A unit is listed in the singular, and may be given in the plural: day, days. */
  private static boolean isMeasure(String word) {
    return MEASURES.contains(word)
        || word.endsWith("s") && MEASURES.contains(word.substring(0, word.length() - 1));
  }
}
