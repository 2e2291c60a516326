package dev.parley.bench;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.analysis.Analysis;
import dev.parley.analysis.Commitment.Precondition;
import dev.parley.analysis.Commitment.Ring;
import dev.parley.analysis.Linkage;
import dev.parley.analysis.Packages;
import dev.parley.analysis.SmallestSets;
import dev.parley.demand.Ask;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Tie;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Deadlock and the first twenty packages of 12 issues of 20 values, 3 principals, 30 conditions;
 * and a linkage of 10,000 commitments: fixpoint, components and one shortest ring, then waivers
 * within a budget.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class LinkageBenchmark {
  private static final int COMMITMENTS = 10_000;

  /** Which talks and which linkage: four of each. */
  @Param({"1", "2", "3", "4"})
  public long seed;

  private Negotiation talks = Negotiation.about(agenda());
  private Linkage linkage = Linkage.builder().build();
  private Linkage rings = Linkage.builder().build();

  private static Agenda agenda() {
    Agenda.Builder agenda =
        Agenda.builder().principal("a", "A").principal("b", "B").principal("c", "C");
    for (int i = 0; i < 12; i++) {
      agenda.issue("i" + i, Scale.quantity(0, 19, "units"));
    }
    return agenda.build();
  }

  /** Makes the talks: everybody asks on everything, offers on conditions, ties what it would do. */
  @Setup
  public void setUp() {
    Random random = new Random(seed);
    Negotiation now = Negotiation.about(agenda()).with(Move.by("a").opensRound());
    List<String> parties = List.of("a", "b", "c");
    for (String party : parties) {
      for (int i = 0; i < 12; i++) {
        String region = (party.equals("a") ? "at least " : "at most ") + random.nextInt(20);
        now =
            now.with(
                Move.by(party)
                    .demands(
                        GeneralDemand.builder()
                            .by(dev.parley.agenda.ActorId.of(party))
                            .putWanted(IssueId.of("i" + i), Ask.of(region))
                            .build()));
      }
    }
    for (String party : parties) {
      List<Offer> offers = new ArrayList<>();
      while (offers.size() < 10) {
        int on = random.nextInt(12);
        int other = (on + 1 + random.nextInt(11)) % 12;
        Offer.Builder offer =
            Offer.builder()
                .by(dev.parley.agenda.ActorId.of(party))
                .terms(Terms.on(agenda()).set("i" + on, random.nextInt(20)).build())
                .addConditions(
                    Condition.of(
                        "i" + other,
                        (random.nextBoolean() ? "at least " : "at most ") + random.nextInt(20)));
        parties.stream()
            .filter(p -> !p.equals(party))
            .forEach(p -> offer.addTo(dev.parley.agenda.ActorId.of(p)));
        Offer made = offer.build();
        if (!offers.contains(made)) {
          offers.add(made);
        }
      }
      now = now.with(Move.by(party).offers(offers.toArray(Offer[]::new)));
    }
    for (int t = 0; t < 6; t++) {
      int on = random.nextInt(12);
      now =
          now.with(
              Move.by(parties.get(t % 3))
                  .ties("i" + on, Tie.Order.AFTER, "i" + (on + 1 + random.nextInt(11)) % 12));
    }
    talks = now;
    linkage = linkage(random);
    rings = rings();
  }

  /** Each waits for two of the rest, one in four in two ways; one in eight waits for nothing. */
  private static Linkage linkage(Random random) {
    Linkage.Builder builder = Linkage.builder();
    for (int c = 0; c < COMMITMENTS; c++) {
      builder.commitment("c" + c, "p" + c % 7);
    }
    for (int c = 0; c < COMMITMENTS; c++) {
      if (random.nextInt(8) == 0) {
        continue;
      }
      for (int a = 0; a < (random.nextInt(4) == 0 ? 2 : 1); a++) {
        builder.waits("c" + c, need(random, c), need(random, c));
      }
    }
    return builder.build();
  }

  private static Precondition need(Random random, int commitment) {
    String on = "c" + (commitment + 1 + random.nextInt(COMMITMENTS - 1)) % COMMITMENTS;
    return random.nextBoolean() ? Precondition.after(on) : Precondition.together(on);
  }

  /** One ring of all. */
  private static Linkage rings() {
    Linkage.Builder builder = Linkage.builder();
    for (int c = 0; c < COMMITMENTS; c++) {
      builder.commitment("c" + c, "p" + c % 7);
    }
    for (int c = 0; c < COMMITMENTS; c++) {
      builder.waits("c" + c, Precondition.after("c" + (c + 1) % COMMITMENTS));
    }
    return builder.build();
  }

  /**
   * Analyses the talks.
   *
   * @return the first twenty packages
   */
  @Benchmark
  public Packages packages() {
    return Analysis.of(talks).packages();
  }

  /**
   * Asks a linkage anew for what can be carried out, its components and the shortest ring.
   *
   * @return the ring
   */
  @Benchmark
  public Optional<Ring> ring() {
    Linkage anew = linkage.with(java.util.Set.of());
    return anew.components().isEmpty() ? Optional.empty() : anew.shortestRing();
  }

  /**
   * Asks one ring of all for its components and itself.
   *
   * @return the ring
   */
  @Benchmark
  public Optional<Ring> longRing() {
    Linkage anew = rings.with(java.util.Set.of());
    return anew.components().isEmpty() ? Optional.empty() : anew.shortestRing();
  }

  /**
   * Searches for waivers, a hundred sets long.
   *
   * @return the sets found, and a lower bound
   */
  @Benchmark
  public SmallestSets<String> waivers() {
    return linkage.waivers(100);
  }
}
