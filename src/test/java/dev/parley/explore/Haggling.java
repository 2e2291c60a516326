package dev.parley.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.explore.Model.Captions;
import dev.parley.explore.Model.Next;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Alternating offers before a deadline, as a user would write it: A and B in turn name a price from
 * 1 up; A may only come down, B only go up. There are so many offers at most and so many days.
 * Public for the benchmarks.
 */
public final class Haggling implements Model<Haggling.Table, Haggling.Act> {
  /** How the talks stand. */
  public enum Phase {
    OPEN,
    AGREED,
    BROKEN,
    EXPIRED
  }

  /** The state: what lies on the table. An offer of 0 was not made yet. */
  public record Table(
      Phase phase, boolean turnOfA, int offerOfA, int offerOfB, int round, int day, int deal) {
    static final Table START = new Table(Phase.OPEN, true, 0, 0, 0, 0, 0);
  }

  /** What may be done. */
  public enum Kind {
    OFFER,
    ACCEPT,
    WALK,
    TICK,
    EXPIRE
  }

  /** A move; the price counts for offers only. */
  public record Act(Kind kind, boolean byA, int price) {
    static final Act DAY = new Act(Kind.TICK, false, 0);
    static final Act EXPIRY = new Act(Kind.EXPIRE, false, 0);

    static Act offer(String by, int price) {
      return new Act(Kind.OFFER, by.equals("A"), price);
    }

    static Act accept(String by) {
      return new Act(Kind.ACCEPT, by.equals("A"), 0);
    }
  }

  /** Whether moves that are not legal are left out, tried all the same, or wrongly let through. */
  public enum Care {
    LEGAL_ONLY,
    ALL_TRIED,
    ACCEPTS_TOO_LATE
  }

  public static final Property<Table, Act> EVEN_ROUNDS =
      Property.always(
          "it is A's turn exactly when the round is even",
          t -> t.turnOfA() == (t.round() % 2 == 0));
  public static final Property<Table, Act> AGREED =
      Property.sometimes("there is an agreement", t -> t.phase() == Phase.AGREED);
  public static final Property<Table, Act> BROKEN =
      Property.sometimes("the talks are broken off", t -> t.phase() == Phase.BROKEN);
  public static final Property<Table, Act> EXPIRED =
      Property.sometimes("the talks expire", t -> t.phase() == Phase.EXPIRED);
  public static final Property<Table, Act> DEAL_WAS_OFFERED =
      Property.<Table, Act>always(
              "a deal is one of the offers",
              t ->
                  t.phase() != Phase.AGREED
                      || t.deal() > 0 && (t.deal() == t.offerOfA() || t.deal() == t.offerOfB()))
          .beside(AGREED);
  public static final Property<Table, Act> NO_BACKSLIDING =
      Property.everyStep(
          "nobody goes back on an offer",
          (before, act, after) ->
              (before.offerOfA() == 0 || after.offerOfA() <= before.offerOfA())
                  && after.offerOfB() >= before.offerOfB());

  private final int prices;
  private final int rounds;
  private final int days;
  private final Care care;
  private final List<Act> offersOfA = new ArrayList<>();
  private final List<Act> offersOfB = new ArrayList<>();
  private final Act acceptA = Act.accept("A");
  private final Act acceptB = Act.accept("B");
  private final Act walkA = new Act(Kind.WALK, true, 0);
  private final Act walkB = new Act(Kind.WALK, false, 0);
  private final Next<Table> early = Next.refused("no expiry before the deadline");
  private final Next<Table> late = Next.refused("nothing after the deadline");
  private final Next<Table> full = Next.refused("so many offers and no more");
  private final Next<Table> nothing = Next.refused("nothing to accept");
  private final Next<Table> over = Next.refused("nothing after the end");

  public Haggling(int prices, int rounds, int days) {
    this(prices, rounds, days, Care.LEGAL_ONLY);
  }

  public Haggling(int prices, int rounds, int days, Care care) {
    this.prices = prices;
    this.rounds = rounds;
    this.days = days;
    this.care = care;
    for (int price = 0; price <= prices; price++) {
      offersOfA.add(Act.offer("A", price));
      offersOfB.add(Act.offer("B", price));
    }
  }

  /** Agreement comes before the deadline: what the seeded mistake breaks. */
  public Property<Table, Act> inTime() {
    return Property.<Table, Act>always(
            "an agreement comes before the deadline",
            t -> t.phase() != Phase.AGREED || t.day() < days)
        .beside(AGREED)
        .writtenAs("model.inTime()");
  }

  @Override
  public List<Table> starts() {
    return List.of(Table.START);
  }

  @Override
  public List<Act> moves(Table t) {
    boolean all = care == Care.ALL_TRIED;
    if (t.phase() != Phase.OPEN && !all) {
      return List.of();
    }
    List<Act> acts = new ArrayList<>();
    boolean open = t.day() < days;
    int standing = t.turnOfA() ? t.offerOfB() : t.offerOfA();
    if (all || open && t.round() < rounds) {
      if (t.turnOfA()) {
        int most = t.offerOfA() == 0 ? prices : t.offerOfA();
        for (int price = 1; price <= most; price++) {
          acts.add(offersOfA.get(price));
        }
      } else {
        for (int price = Math.max(1, t.offerOfB()); price <= prices; price++) {
          acts.add(offersOfB.get(price));
        }
      }
    }
    if (all || standing > 0 && (open || care == Care.ACCEPTS_TOO_LATE)) {
      acts.add(t.turnOfA() ? acceptA : acceptB);
    }
    if (all || open) {
      acts.add(t.turnOfA() ? walkA : walkB);
      acts.add(Act.DAY);
    }
    if (all || !open) {
      acts.add(Act.EXPIRY);
    }
    return acts;
  }

  @Override
  public Next<Table> next(Table t, Act act) {
    if (t.phase() != Phase.OPEN) {
      return over;
    }
    boolean open = t.day() < days;
    if (!open
        && act.kind() != Kind.EXPIRE
        && !(act.kind() == Kind.ACCEPT && care == Care.ACCEPTS_TOO_LATE)) {
      return late;
    }
    switch (act.kind()) {
      case OFFER:
        if (t.round() >= rounds) {
          return full;
        }
        return Next.to(
            act.byA()
                ? new Table(Phase.OPEN, false, act.price(), t.offerOfB(), t.round() + 1, t.day(), 0)
                : new Table(
                    Phase.OPEN, true, t.offerOfA(), act.price(), t.round() + 1, t.day(), 0));
      case ACCEPT:
        int deal = t.turnOfA() ? t.offerOfB() : t.offerOfA();
        return deal == 0 ? nothing : Next.to(with(t, Phase.AGREED, t.day(), deal));
      case WALK:
        return Next.to(with(t, Phase.BROKEN, t.day(), 0));
      case TICK:
        return Next.to(with(t, Phase.OPEN, t.day() + 1, 0));
      default:
        return open ? early : Next.to(with(t, Phase.EXPIRED, t.day(), 0));
    }
  }

  private static Table with(Table t, Phase phase, int day, int deal) {
    return new Table(phase, t.turnOfA(), t.offerOfA(), t.offerOfB(), t.round(), day, deal);
  }

  @Override
  public boolean isOver(Table t) {
    return t.phase() != Phase.OPEN;
  }

  @Override
  public String kind(Act act) {
    return act.kind().name();
  }

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("OFFER", "ACCEPT", "WALK", "TICK", "EXPIRE");
  }

  @Override
  public ImmutableSet<String> rules() {
    return ImmutableSet.of(
        "no expiry before the deadline",
        "nothing after the deadline",
        "so many offers and no more",
        "nothing to accept",
        "nothing after the end");
  }

  @Override
  public Captions<Table, Act> captions() {
    return Captions.<Table, Act>builder()
        .move(Haggling::words)
        .mover(Haggling::mover)
        .addressee(act -> mover(act).map(by -> by.equals("A") ? "B" : "A"))
        .state(Haggling::words)
        .addLanes("A", "B")
        .modelSource("model")
        .moveSource(Haggling::source)
        .build();
  }

  private static Optional<String> mover(Act act) {
    return switch (act.kind()) {
      case TICK, EXPIRE -> Optional.empty();
      default -> Optional.of(act.byA() ? "A" : "B");
    };
  }

  private static String words(Act act) {
    return switch (act.kind()) {
      case OFFER -> "offers " + act.price();
      case ACCEPT -> "accepts";
      case WALK -> "walks out";
      case TICK -> "a day passes";
      case EXPIRE -> "the deadline ends it";
    };
  }

  private static String words(Table t) {
    return "%s on day %d, A %s, B %s"
        .formatted(
            t.phase() == Phase.AGREED ? "agreed on " + t.deal() : t.phase().name().toLowerCase(),
            t.day(),
            t.offerOfA() == 0 ? "silent" : "at " + t.offerOfA(),
            t.offerOfB() == 0 ? "silent" : "at " + t.offerOfB());
  }

  private static String source(Act act) {
    String by = act.byA() ? "\"A\"" : "\"B\"";
    return switch (act.kind()) {
      case OFFER -> "Act.offer(" + by + ", " + act.price() + ")";
      case ACCEPT -> "Act.accept(" + by + ")";
      case WALK -> "Act.walk(" + by + ")";
      case TICK -> "Act.DAY";
      case EXPIRE -> "Act.EXPIRY";
    };
  }

  /** The properties of the model as it should be. */
  public ImmutableList<Property<Table, Act>> properties() {
    return ImmutableList.of(EVEN_ROUNDS, DEAL_WAS_OFFERED, AGREED, BROKEN, EXPIRED, inTime());
  }
}
