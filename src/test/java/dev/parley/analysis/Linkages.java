package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.analysis.Commitment.Precondition;
import dev.parley.demand.Tie;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Linkages of any shape, that all follow from one number. */
final class Linkages {
  private Linkages() {}

  /** Small ones: few wait for nothing, one in 25 is impossible. */
  static Arbitrary<Linkage> small(int most) {
    return Arbitraries.longs().withoutEdgeCases().map(seed -> of(new Random(seed), most));
  }

  private static Linkage of(Random random, int most) {
    int size = 1 + random.nextInt(most);
    Linkage.Builder linkage = Linkage.builder();
    IntStream.range(0, size).forEach(c -> linkage.commitment("c" + c, "p" + c % 3));
    for (int c = 0; c < size; c++) {
      if (random.nextInt(2) == 0) {
        linkage.divisible("c" + c);
      }
      if (random.nextInt(25) == 0) {
        linkage.impossible("c" + c);
        continue;
      }
      if (random.nextInt(20) == 0) {
        linkage.done("c" + c);
      }
      for (int a = random.nextInt(3); a >= 0; a--) {
        linkage.waits("c" + c, needs(random, c, size));
      }
    }
    return linkage.build();
  }

  private static Precondition[] needs(Random random, int commitment, int size) {
    return IntStream.range(0, random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(2))
        .map(i -> random.nextInt(size))
        .filter(on -> on != commitment)
        .mapToObj(
            on ->
                new Precondition(
                    "c" + on,
                    random.nextInt(5) < 3 ? Tie.Order.AFTER : Tie.Order.TOGETHER,
                    ImmutableList.of()))
        .toArray(Precondition[]::new);
  }
}
