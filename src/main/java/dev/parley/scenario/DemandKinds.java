package dev.parley.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.parley.agenda.Issue;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of demand that a scenario file can name, once on an issue or with one demand: {@code
 * kind: withdrawal}. A demand of which no kind is named is the general one, whatever its issues are
 * called. The ready-made kinds are always there; a kind of one's own is added by whoever reads the
 * file, since nothing in a file can name a class: {@code DemandKinds.READY_MADE.with("apology",
 * Apology::of)} reads {@code kind: apology}. Immutable.
 */
public final class DemandKinds {
  private static final String GENERAL = "demand";

  /** The kinds that come with the library, and the general demand. */
  public static final DemandKinds READY_MADE =
      new DemandKinds(
          ImmutableMap.<String, Factory>builder()
              .put(GENERAL, said -> said)
              .put("end of war", DemandKinds::endOfWar)
              .put("withdrawal", DemandKinds::withdrawal)
              .put("prisoner release", DemandKinds::prisonerRelease)
              .put("hostage release", DemandKinds::hostageRelease)
              .put("hostage list", DemandKinds::hostageList)
              .buildOrThrow());

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

  /**
   * Returns what is wrong with the name of a kind; empty when there is such a kind.
   *
   * @param name the name that a file gives
   */
  Optional<String> wrong(String name) {
    return factories.containsKey(name)
        ? Optional.empty()
        : Optional.of(
            "demand kind %s is unknown: %sknown here: %s. A kind of your own is added with DemandKinds.with"
                .formatted(
                    Problem.shown(name),
                    Nearest.question(name, names()),
                    String.join(", ", names())));
  }

  /** Returns the demand of a kind that is named with it; throws if it cannot be of that kind. */
  Demand make(String name, GeneralDemand said) {
    Optional<String> wrong = wrong(name);
    if (wrong.isPresent()) {
      throw new IllegalArgumentException(wrong.get());
    }
    return same(name, requireNonNull(factories.get(name)).demand(said), said);
  }

  /**
   * Returns the demand of the kind that its issues name; the general one where they name none or
   * several, and where that kind cannot say it.
   *
   * @param issues the issues on which it asks
   */
  Demand inherited(GeneralDemand said, Collection<Issue> issues) {
    Optional<String> name = named(issues);
    Factory factory = factories.get(name.orElse(GENERAL));
    if (factory == null) {
      return said;
    }
    Demand demand;
    try {
      demand = factory.demand(said.withWanted(inOrder(said.wanted(), issues)));
    } catch (IllegalArgumentException e) {
      return said;
    }
    return same(name.orElse(GENERAL), demand, said);
  }

  /** Returns the one kind that issues name between them; empty when it is none, or several. */
  private static Optional<String> named(Collection<Issue> issues) {
    ImmutableSet<String> names =
        issues.stream()
            .flatMap(issue -> issue.demandKind().stream())
            .collect(ImmutableSet.toImmutableSet());
    return names.size() == 1 ? Optional.of(names.iterator().next()) : Optional.empty();
  }

  /** Puts what is asked on an issue that names a kind first: how far, before by when. */
  private static ImmutableMap<IssueId, Ask> inOrder(
      ImmutableMap<IssueId, Ask> wanted, Collection<Issue> issues) {
    ImmutableSet<IssueId> naming =
        issues.stream()
            .filter(issue -> issue.demandKind().isPresent())
            .map(Issue::id)
            .collect(ImmutableSet.toImmutableSet());
    return ImmutableMap.<IssueId, Ask>builder()
        .putAll(Maps.filterKeys(wanted, naming::contains))
        .putAll(Maps.filterKeys(wanted, issue -> !naming.contains(issue)))
        .buildOrThrow();
  }

  /**
   * Says whether a demand is read from what its file says of it without its kind being named there.
   * What a kind that does not come with the library makes of it is known by the law of factories.
   */
  static boolean isImplied(Demand demand, GeneralDemand said, Collection<Issue> issues) {
    Optional<String> name = named(issues);
    if (name.isEmpty() || READY_MADE.factories.containsKey(name.get())) {
      return READY_MADE.inherited(said, issues).equals(demand);
    }
    return name.get().equals(demand.kind())
        && inOrder(said.wanted(), issues).keySet().asList().equals(said.wanted().keySet().asList());
  }

  private static Demand same(String name, Demand demand, GeneralDemand said) {
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
          "a demand of this kind covers one issue, not %s".formatted(said.wanted().keySet()));
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
