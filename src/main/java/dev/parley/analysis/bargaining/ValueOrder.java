package dev.parley.analysis.bargaining;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The values of a scale, numbered from 0 in the scale's own order. */
final class ValueOrder {
  /** Scales up to this long keep their values ready. */
  private static final int KEPT = 4096;

  private final Scale scale;
  private final BigInteger count;
  private final ImmutableList<Value> kept;

  ValueOrder(Scale scale) {
    this.scale = scale;
    this.count = count(scale);
    ImmutableList.Builder<Value> values = ImmutableList.builder();
    if (count.bitLength() <= 31 && count.intValue() <= KEPT) {
      for (int i = 0; i < count.intValue(); i++) {
        values.add(make(BigInteger.valueOf(i)));
      }
    }
    this.kept = values.build();
  }

  BigInteger count() {
    return count;
  }

  Value at(long index) {
    return index < kept.size() ? kept.get((int) index) : make(BigInteger.valueOf(index));
  }

  Value at(BigInteger index) {
    return index.bitLength() < Integer.SIZE ? at(index.longValue()) : make(index);
  }

  private Value make(BigInteger index) {
    if (scale instanceof Scale.Levels levels) {
      return Value.level(levels.names().get(index.intValueExact()));
    }
    if (scale instanceof Scale.Options options) {
      return Value.option(options.names().get(index.intValueExact()));
    }
    if (scale instanceof Scale.Quantity quantity) {
      return Value.amount(quantity.least().add(quantity.step().multiply(new BigDecimal(index))));
    }
    ImmutableList<String> items = ((Scale.Checklist) scale).items();
    List<String> there = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (index.testBit(i)) {
        there.add(items.get(i));
      }
    }
    return Value.items(there.toArray(String[]::new));
  }

  /** Returns the number of a value that lies on the scale. */
  BigInteger indexOf(Value value) {
    return indexOf(scale, value);
  }

  static BigInteger indexOf(Scale scale, Value value) {
    if (scale instanceof Scale.Levels levels && value instanceof Value.Level level) {
      return BigInteger.valueOf(levels.rank(level));
    }
    if (scale instanceof Scale.Options options && value instanceof Value.Option option) {
      return BigInteger.valueOf(options.names().indexOf(option.name()));
    }
    if (scale instanceof Scale.Quantity quantity && value instanceof Value.Amount amount) {
      return amount
          .number()
          .subtract(quantity.least())
          .divideToIntegralValue(quantity.step())
          .toBigIntegerExact();
    }
    BigInteger index = BigInteger.ZERO;
    if (scale instanceof Scale.Checklist list && value instanceof Value.Items items) {
      for (String item : items.names()) {
        index = index.setBit(list.items().indexOf(item));
      }
    }
    return index;
  }

  static BigInteger count(Scale scale) {
    if (scale instanceof Scale.Levels levels) {
      return BigInteger.valueOf(levels.names().size());
    }
    if (scale instanceof Scale.Options options) {
      return BigInteger.valueOf(options.names().size());
    }
    if (scale instanceof Scale.Quantity quantity) {
      return quantity
          .most()
          .subtract(quantity.least())
          .divideToIntegralValue(quantity.step())
          .toBigIntegerExact()
          .add(BigInteger.ONE);
    }
    return BigInteger.ONE.shiftLeft(((Scale.Checklist) scale).items().size());
  }
}
