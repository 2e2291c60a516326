package dev.parley.scenario;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Ask;
import dev.parley.demand.Demand;
import dev.parley.demand.EndOfWar;
import dev.parley.demand.GeneralDemand;
import dev.parley.demand.HostageList;
import dev.parley.demand.HostageRelease;
import dev.parley.demand.PrisonerRelease;
import dev.parley.demand.Withdrawal;
import dev.parley.scenario.ScenarioException.Problem;
import dev.parley.spelling.Nearest;
import java.util.List;
import java.util.Map;

/**
 * The kinds of demand that a scenario file can name. The ready-made kinds are always there; a kind
 * of one's own is added by whoever reads the file, since nothing in a file can name a class: {@code
 * DemandKinds.READY_MADE.with("apology", Apology::of)} reads {@code kind: apology}. Immutable.
 */
public final class DemandKinds {
  /** The kinds that come with the library, and the general demand. */
  public static final DemandKinds READY_MADE =
      new DemandKinds(
          ImmutableMap.<String, Factory>builder()
              .put("demand", said -> said)
              .put("end of war", DemandKinds::endOfWar)
              .put("withdrawal", DemandKinds::withdrawal)
              .put("prisoner release", DemandKinds::prisonerRelease)
              .put("hostage release", DemandKinds::hostageRelease)
              .put("hostage list", DemandKinds::hostageList)
              .buildOrThrow());

  private static final ImmutableMap<ImmutableSet<String>, String> BY_ISSUES =
      ImmutableMap.of(
          ImmutableSet.of("end-of-war"), "end of war",
          ImmutableSet.of("withdrawal"), "withdrawal",
          ImmutableSet.of("withdrawal", "withdrawal-days"), "withdrawal",
          ImmutableSet.of("prisoners"), "prisoner release",
          ImmutableSet.of("hostages"), "hostage release",
          ImmutableSet.of("hostage-list"), "hostage list");

  private final ImmutableMap<String, Factory> factories;

  private DemandKinds(ImmutableMap<String, Factory> factories) {
    this.factories = factories;
  }

  /** Makes a demand of one kind from what the file says. */
  @FunctionalInterface
  public interface Factory {
    /**
     * Makes the demand. Law: it says the same ({@code by}, {@code of}, {@code asks}, {@code
     * firmness} and {@code sufficient} are equal), its {@code kind} is the name under which the
     * factory is known, and it equals every demand of that kind that says the same.
     *
     * @param said what the file says
     * @return the demand
     * @throws IllegalArgumentException if this kind cannot say that; the message says why
     */
    Demand demand(GeneralDemand said);
  }

  /**
   * {@return these kinds and one more}
   *
   * @param name the name that files give it, which is its {@link Demand#kind}
   * @param factory what makes a demand of it
   * @throws IllegalArgumentException if there is a kind of this name already
   */
  public DemandKinds with(String name, Factory factory) {
    if (factories.containsKey(name)) {
      throw new IllegalArgumentException(
          "demand kind (%s) is known already: give yours a name of its own".formatted(name));
    }
    return new DemandKinds(
        ImmutableMap.<String, Factory>builder()
            .putAll(factories)
            .put(name, factory)
            .buildOrThrow());
  }

  /** {@return the names of the kinds, the ready-made first} */
  public ImmutableSet<String> names() {
    return factories.keySet();
  }

  Demand make(String name, GeneralDemand said) {
    Factory factory = factories.get(name);
    if (factory == null) {
      throw new IllegalArgumentException(
          "demand kind %s is unknown: %sknown here: %s. A kind of your own is added with DemandKinds.with"
              .formatted(
                  Problem.shown(name),
                  Nearest.question(name, names()),
                  String.join(", ", names())));
    }
    Demand demand = factory.demand(said);
    if (!demand.by().equals(said.by())
        || !demand.of().equals(said.of())
        || !demand.asks().equals(said.asks())
        || !demand.firmness().equals(said.firmness())
        || demand.sufficient() != said.sufficient()) {
      throw new IllegalArgumentException(
          "demand kind (%s) makes another demand of what is said here: (%s) of (%s)"
              .formatted(name, demand.asks(), said.asks()));
    }
    return demand;
  }

  /** Returns the demand of the ready-made kind that its issues are the default issues of. */
  static Demand inferred(GeneralDemand said) {
    int size = said.wanted().size();
    if (size > 2) {
      return said;
    }
    ImmutableSet.Builder<String> issues = ImmutableSet.builder();
    said.wanted().keySet().forEach(issue -> issues.add(issue.text()));
    String kind = BY_ISSUES.get(issues.build());
    if (kind == null || kind.equals("hostage list") && !isItems(only(said).getValue())) {
      return said;
    }
    // The extent of a withdrawal is asked before its timetable, which is also their alphabetical
    // order.
    return READY_MADE.make(kind, said.withWanted(ImmutableSortedMap.copyOf(said.wanted())));
  }

  /** Says whether the ask names items that are required, and no more. */
  static boolean isItems(Ask ask) {
    String region = ask.region().orElse("");
    return !region.isEmpty()
        && ask.words().isEmpty()
        && !region.contains(" or ")
        && !region.contains("without ")
        && !region.startsWith("exactly ")
        && !region.equals("anything")
        && !region.equals("nothing")
        && String.join(", ", ImmutableSet.copyOf(region.split(", ", -1))).equals(region);
  }

  private static Map.Entry<IssueId, Ask> only(GeneralDemand said) {
    if (said.wanted().size() != 1) {
      throw new IllegalArgumentException(
          "a demand of this kind asks on one issue, not on %s".formatted(said.wanted().keySet()));
    }
    return said.wanted().entrySet().iterator().next();
  }

  private static Demand endOfWar(GeneralDemand said) {
    Map.Entry<IssueId, Ask> ask = only(said);
    return EndOfWar.builder().as(said).issue(ask.getKey()).level(ask.getValue()).build();
  }

  private static Demand withdrawal(GeneralDemand said) {
    List<Map.Entry<IssueId, Ask>> asks = said.wanted().entrySet().asList();
    if (asks.size() > 2) {
      throw new IllegalArgumentException(
          "a demand of this kind asks how far and by when, not on %s"
              .formatted(said.wanted().keySet()));
    }
    Withdrawal.Builder withdrawal = Withdrawal.builder().as(said);
    withdrawal.extentIssue(asks.get(0).getKey()).extent(asks.get(0).getValue());
    if (asks.size() == 2) {
      withdrawal.timetableIssue(asks.get(1).getKey()).timetable(asks.get(1).getValue());
    }
    return withdrawal.build();
  }

  private static Demand prisonerRelease(GeneralDemand said) {
    Map.Entry<IssueId, Ask> ask = only(said);
    return PrisonerRelease.builder().as(said).issue(ask.getKey()).number(ask.getValue()).build();
  }

  private static Demand hostageRelease(GeneralDemand said) {
    Map.Entry<IssueId, Ask> ask = only(said);
    return HostageRelease.builder().as(said).issue(ask.getKey()).number(ask.getValue()).build();
  }

  private static Demand hostageList(GeneralDemand said) {
    Map.Entry<IssueId, Ask> ask = only(said);
    if (!isItems(ask.getValue())) {
      throw new IllegalArgumentException(
          "a demand of this kind names items that the list must hold, not (%s)"
              .formatted(ask.getValue()));
    }
    String items = ask.getValue().region().orElseThrow();
    return HostageList.builder()
        .as(said)
        .issue(ask.getKey())
        .addItems(items.split(", ", -1))
        .build();
  }
}
