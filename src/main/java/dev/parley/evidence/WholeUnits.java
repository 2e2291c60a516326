package dev.parley.evidence;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;

/**
 * Which units come in wholes. Persons, trucks and prisoners do; what is measured, in tonnes or per
 * cent, does not. The measures are listed, and all else is counted.
 */
final class WholeUnits {
  private static final ImmutableSet<String> MEASURES =
      ImmutableSet.of(
          "%",
          "percent",
          "cents",
          "permille",
          "points",
          "seconds",
          "minutes",
          "hours",
          "days",
          "weeks",
          "months",
          "years",
          "mm",
          "cm",
          "feet",
          "foot",
          "inches",
          "inch",
          "yards",
          "m",
          "metres",
          "meters",
          "km",
          "kilometres",
          "kilometers",
          "miles",
          "km2",
          "m2",
          "hectares",
          "acres",
          "g",
          "kg",
          "kilograms",
          "tons",
          "tonnes",
          "grams",
          "ounces",
          "degrees",
          "pounds",
          "litres",
          "liters",
          "gallons",
          "barrels",
          "mw",
          "kwh",
          "mwh",
          "$",
          "€",
          "£",
          "usd",
          "eur",
          "gbp",
          "dollars",
          "euros",
          "yen",
          "yuan",
          "roubles",
          "rubles",
          "pesos",
          "shekels",
          "dinars",
          "riyals",
          "francs",
          "thousands",
          "millions",
          "billions");

  private WholeUnits() {}

  /** Says whether there is no half of it. */
  static boolean has(String unit) {
    return Splitter.on(' ').splitToStream(Wording.normal(unit)).noneMatch(WholeUnits::isMeasure);
  }

  /** A unit is listed in the plural, and may be given in the singular: days, day. */
  private static boolean isMeasure(String word) {
    return MEASURES.contains(word) || MEASURES.contains(word + "s");
  }
}
