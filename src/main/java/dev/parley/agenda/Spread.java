package dev.parley.agenda;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.IntFunction;

/** Picks values of a scale that lie evenly, its ends among them. */
final class Spread {
  private Spread() {}

  static ImmutableList<Value> over(Scale scale, int most) {
    if (most < 2) {
      throw new IllegalArgumentException(
          "values (%s) of a scale must be 2 or more: its ends are among them".formatted(most));
    }
    if (scale instanceof Scale.Levels levels) {
      return over(levels.names().size(), most, i -> Value.level(levels.names().get(i)));
    } else if (scale instanceof Scale.Options options) {
      return over(options.names().size(), most, i -> Value.option(options.names().get(i)));
    } else if (scale instanceof Scale.Checklist list) {
      return over(
          list.items().size() + 1,
          most,
          i -> Value.items(list.items().subList(0, i).toArray(String[]::new)));
    }
    return over((Scale.Quantity) scale, most);
  }

  private static ImmutableList<Value> over(Scale.Quantity scale, int most) {
    BigDecimal steps =
        scale.most().subtract(scale.least()).divide(scale.step(), 0, RoundingMode.DOWN);
    int count = steps.add(BigDecimal.ONE).min(BigDecimal.valueOf(most)).intValueExact();
    BigDecimal gaps = BigDecimal.valueOf(count - 1L);
    return over(
        count,
        count,
        i ->
            Value.amount(
                scale
                    .step()
                    .multiply(
                        steps.multiply(BigDecimal.valueOf(i)).divide(gaps, 0, RoundingMode.HALF_UP))
                    .add(scale.least())));
  }

  private static ImmutableList<Value> over(int size, int most, IntFunction<Value> at) {
    int count = Math.min(size, most);
    ImmutableList.Builder<Value> values = ImmutableList.builderWithExpectedSize(count);
    for (int i = 0; i < count; i++) {
      values.add(at.apply((int) Math.round((double) i * (size - 1) / (count - 1))));
    }
    return values.build();
  }
}
