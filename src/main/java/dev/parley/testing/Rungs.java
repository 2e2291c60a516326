package dev.parley.testing;

import dev.parley.agenda.Scale;
import dev.parley.agenda.Value;
import java.math.BigDecimal;
import java.util.List;

/**
 * The values of a scale by number, from 0: ranks, options, steps, or how many items from the top.
 */
final class Rungs {
  /** Of a quantity with more steps than this, several are one. */
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

  private Rungs() {}

  /** Returns how many values there are to choose from; of a checklist, how many sizes of list. */
  static int count(Scale scale) {
    if (scale instanceof Scale.Levels levels) {
      return levels.names().size();
    }
    if (scale instanceof Scale.Options options) {
      return options.names().size();
    }
    if (scale instanceof Scale.Checklist list) {
      return list.items().size() + 1;
    }
    Scale.Quantity quantity = (Scale.Quantity) scale;
    return quantity.length().divideToIntegralValue(rung(quantity)).intValueExact() + 1;
  }

  /** Returns the value with a number; of a checklist, its first so many items. */
  static Value at(Scale scale, int rung) {
    if (scale instanceof Scale.Levels levels) {
      return Value.level(levels.names().get(rung));
    }
    if (scale instanceof Scale.Options options) {
      return Value.option(options.names().get(rung));
    }
    if (scale instanceof Scale.Checklist list) {
      return Value.items(list.items().subList(0, rung).toArray(String[]::new));
    }
    Scale.Quantity quantity = (Scale.Quantity) scale;
    return Value.amount(quantity.least().add(rung(quantity).multiply(BigDecimal.valueOf(rung))));
  }

  /** Returns the number of a value that is on the scale. */
  static int of(Scale scale, Value value) {
    if (value instanceof Value.Level level && scale instanceof Scale.Levels levels) {
      return levels.names().indexOf(level.name());
    }
    if (value instanceof Value.Option option && scale instanceof Scale.Options options) {
      return options.names().indexOf(option.name());
    }
    if (value instanceof Value.Items items && scale instanceof Scale.Checklist) {
      return items.names().size();
    }
    Scale.Quantity quantity = (Scale.Quantity) scale;
    BigDecimal above = ((Value.Amount) value).number().subtract(quantity.least());
    return above.divideToIntegralValue(rung(quantity)).intValueExact();
  }

  /** Returns the step of a quantity, or so many of them at once that there are not too many. */
  private static BigDecimal rung(Scale.Quantity quantity) {
    BigDecimal steps = quantity.length().divideToIntegralValue(quantity.step());
    BigDecimal atOnce = steps.divideToIntegralValue(MOST).max(BigDecimal.ONE);
    return quantity.step().multiply(atOnce);
  }

  /** Returns any value, each as likely as the other. */
  static Value any(Scale scale, Choices choices) {
    if (scale instanceof Scale.Checklist list) {
      List<String> items = list.items().stream().filter(i -> choices.oneIn(2)).toList();
      return Value.items(items.toArray(String[]::new));
    }
    return at(scale, choices.below(count(scale)));
  }
}
