package dev.parley.analysis;

import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Scale;
import dev.parley.agenda.Terms;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand.Firmness;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Tie;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Talks in which everybody has said something, that all follow from one number. */
public final class Problems {
  private final Random random;
  final Agenda agenda;
  private final int most;

  private Problems(
      long seed, int parties, int issues, int most, java.util.function.IntFunction<String> names) {
    random = new Random(seed);
    this.most = most;
    Agenda.Builder builder = Agenda.builder();
    for (int p = 0; p < parties; p++) {
      builder.principal(names.apply(p), "Party " + p);
    }
    for (int i = 0; i < issues; i++) {
      builder.issue("i" + i, scale(i));
    }
    agenda = builder.build();
  }

  private Scale scale(int i) {
    return switch (i % 4) {
      case 1 -> Scale.levels("none", "some", "most", "all");
      case 2 -> Scale.options("north", "south", "east");
      case 3 -> most > 4 ? Scale.quantity(0, most, "persons") : Scale.checklist("a", "b");
      default -> Scale.quantity(0, most, "days");
    };
  }

  /** Small talks of all scales, with conditions, ties and preconditions. */
  public static Negotiation small(long seed) {
    return small(seed, p -> "p" + p);
  }

  static Negotiation small(long seed, java.util.function.IntFunction<String> names) {
    Problems talks =
        new Problems(
            seed,
            2 + (int) Math.floorMod(seed, 2L),
            1 + (int) Math.floorMod(seed / 2, 3L),
            4,
            names);
    return talks.played(talks.random.nextInt(3), talks.random.nextInt(4));
  }

  /** Small talks without conditions and ties. */
  static Negotiation unconditional(long seed) {
    return bare(seed).played(false);
  }

  /** The same, the demands raised from the last to the first. */
  static Negotiation backwards(long seed) {
    return bare(seed).played(true);
  }

  private static Problems bare(long seed) {
    return new Problems(
        seed,
        2 + (int) Math.floorMod(seed, 2L),
        1 + (int) Math.floorMod(seed / 2, 3L),
        4,
        p -> "p" + p);
  }

  private Negotiation played(boolean backwards) {
    List<Move> demands = demands();
    if (backwards) {
      java.util.Collections.reverse(demands);
    }
    return Negotiation.about(agenda).with(move(0).opensRound()).with(demands.toArray(Move[]::new));
  }

  private Negotiation played(int conditions, int ties) {
    Negotiation talks = Negotiation.about(agenda).with(move(0).opensRound());
    for (Move move : demands()) {
      talks = talks.with(move);
    }
    for (Move move : offers(conditions)) {
      talks = talks.with(move);
    }
    for (int t = 0; t < ties && agenda.issueList().size() > 1; t++) {
      talks = talks.with(tie());
    }
    return talks;
  }

  private dev.parley.talks.Mover move(int party) {
    return Move.by(agenda.principals().get(party).text());
  }

  private List<Move> demands() {
    List<Move> all = new ArrayList<>();
    for (int p = 0; p < agenda.principals().size(); p++) {
      for (int i = 0; i < agenda.issueList().size(); i++) {
        if (random.nextInt(12) == 0) {
          continue;
        }
        GeneralDemand.Builder demand =
            GeneralDemand.builder()
                .by(agenda.principals().get(p))
                .putWanted(IssueId.of("i" + i), Ask.of(region(i)));
        switch (random.nextInt(8)) {
          case 0 -> demand.firmness(Firmness.ESSENTIAL);
          case 1 -> demand.firmness(Firmness.NEGOTIABLE);
          case 2 ->
              demand.firmness(random.nextBoolean() ? Firmness.PRECONDITION : Firmness.NEGOTIABLE);
          default -> {}
        }
        all.add(move(p).demands(demand.build()));
      }
    }
    return all;
  }

  private String region(int issue) {
    Scale scale = agenda.issueList().get(issue).scale();
    return switch (random.nextInt(3)) {
      case 0 ->
          scale instanceof Scale.Options
              ? value(issue) + " or " + value(issue)
              : scale instanceof Scale.Checklist
                  ? "without " + value(issue)
                  : "at least " + value(issue);
      case 1 ->
          scale instanceof Scale.Options || scale instanceof Scale.Checklist
              ? value(issue)
              : "at most " + value(issue);
      default -> value(issue);
    };
  }

  private String value(int issue) {
    Scale scale = agenda.issueList().get(issue).scale();
    if (scale instanceof Scale.Levels levels) {
      return levels.names().get(random.nextInt(levels.names().size()));
    }
    if (scale instanceof Scale.Options options) {
      return options.names().get(random.nextInt(options.names().size()));
    }
    if (scale instanceof Scale.Checklist list) {
      return list.items().get(random.nextInt(list.items().size()));
    }
    return String.valueOf(random.nextInt(most + 1));
  }

  /** Offers that each hang on one condition, as many as asked for, all of a maker's at once. */
  private List<Move> offers(int conditions) {
    List<List<Offer>> made = new ArrayList<>();
    agenda.principals().forEach(p -> made.add(new ArrayList<>()));
    for (int c = 0; c < conditions && agenda.issueList().size() > 1; c++) {
      int by = random.nextInt(made.size());
      int on = random.nextInt(agenda.issueList().size());
      int other =
          (on + 1 + random.nextInt(agenda.issueList().size() - 1)) % agenda.issueList().size();
      Offer offer =
          Offer.builder()
              .by(agenda.principals().get(by))
              .addAllTo(agenda.counterparts(agenda.principals().get(by)))
              .terms(Terms.on(agenda).set("i" + on, value(on)).build())
              .addConditions(Condition.of("i" + other, region(other)))
              .build();
      if (!made.get(by).contains(offer)) {
        made.get(by).add(offer);
      }
    }
    List<Move> all = new ArrayList<>();
    for (int p = 0; p < made.size(); p++) {
      if (!made.get(p).isEmpty()) {
        all.add(move(p).offers(made.get(p).toArray(Offer[]::new)));
      }
    }
    return all;
  }

  private Move tie() {
    int size = agenda.issueList().size();
    int on = random.nextInt(size);
    int other = (on + 1 + random.nextInt(size - 1)) % size;
    return move(random.nextInt(agenda.principals().size()))
        .ties("i" + on, random.nextInt(3) == 0 ? Tie.Order.TOGETHER : Tie.Order.AFTER, "i" + other);
  }
}
