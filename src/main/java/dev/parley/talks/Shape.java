package dev.parley.talks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Mandate.Authority;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.demand.Demand;
import dev.parley.demand.Engagement;
import dev.parley.demand.Offer;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.demand.Tie;
import dev.parley.evidence.Claim;
import dev.parley.evidence.When;
import dev.parley.talks.Form.Component;
import dev.parley.talks.Substantive.Direction;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a {@link Component} of an act holds: an actor, terms, an offer that stands. A small closed
 * set, so that whatever is only structure is written once for each shape and not for each kind of
 * act: a {@code Cases} says something of a value, a {@code Mapping} puts another in its place, a
 * {@code Supply} brings one in. Immutable.
 *
 * @param <T> the values
 */
public final class Shape<T> {
  /** Words as they were said or written: what is promised. */
  public static final Shape<String> WORDS =
      new Shape<>("words", Cases::words, Mapping::words, Supply::words);

  /** Names that are no ids, in order: the tracks of a round. */
  public static final Shape<ImmutableSet<String>> NAMES =
      new Shape<>("names", Cases::names, Mapping::names, Supply::names);

  /** A date. */
  public static final Shape<When> DATE =
      new Shape<>("date", Cases::date, Mapping::date, Supply::date);

  /** A party or an outsider. */
  public static final Shape<ActorId> ACTOR =
      new Shape<>("actor", Cases::actor, Mapping::actor, Supply::actor);

  /** Some of them; who is addressed. */
  public static final Shape<ImmutableSet<ActorId>> ACTORS =
      new Shape<>("actors", Cases::actors, Mapping::actors, Supply::actors);

  /** An issue. */
  public static final Shape<IssueId> ISSUE =
      new Shape<>("issue", Cases::issue, Mapping::issue, Supply::issue);

  /** Some issues. */
  public static final Shape<ImmutableSet<IssueId>> ISSUES =
      new Shape<>("issues", Cases::issues, Mapping::issues, Supply::issues);

  /** An issue with its scale, as it is defined. */
  public static final Shape<Issue> ISSUE_DEFINITION =
      new Shape<>(
          "issue definition",
          Cases::issueDefinition,
          Mapping::issueDefinition,
          Supply::issueDefinition);

  /** A delegation. */
  public static final Shape<DelegationId> DELEGATION =
      new Shape<>("delegation", Cases::delegation, Mapping::delegation, Supply::delegation);

  /** A deadline that is set. */
  public static final Shape<Deadline> DEADLINE =
      new Shape<>("deadline", Cases::deadline, Mapping::deadline, Supply::deadline);

  /** The name of a deadline that stands. */
  public static final Shape<String> DEADLINE_NAME =
      new Shape<>(
          "deadline name", Cases::deadlineName, Mapping::deadlineName, Supply::deadlineName);

  /** A demand that is spelled out. */
  public static final Shape<Demand> DEMAND =
      new Shape<>("demand", Cases::demand, Mapping::demand, Supply::demand);

  /** A demand that was made before, and is answered. */
  public static final Shape<Demand> STANDING_DEMAND =
      new Shape<>(
          "standing demand",
          Cases::standingDemand,
          Mapping::standingDemand,
          Supply::standingDemand);

  /** A commitment that is tied to others. */
  public static final Shape<Tie> TIE = new Shape<>("tie", Cases::tie, Mapping::tie, Supply::tie);

  /** Offers that are spelled out: one, or alternatives. */
  public static final Shape<ImmutableList<Offer>> OFFERS =
      new Shape<>("offers", Cases::offers, Mapping::offers, Supply::offers);

  /** An offer that was made before, and is answered. */
  public static final Shape<Offer> STANDING_OFFER =
      new Shape<>(
          "standing offer", Cases::standingOffer, Mapping::standingOffer, Supply::standingOffer);

  /** Offers that were made before, and are answered with another. */
  public static final Shape<ImmutableList<Offer>> STANDING_OFFERS =
      new Shape<>(
          "standing offers",
          Cases::standingOffers,
          Mapping::standingOffers,
          Supply::standingOffers);

  /** A text that is spelled out, or named as the same as one before. */
  public static final Shape<Text> TEXT =
      new Shape<>("text", Cases::text, Mapping::text, Supply::text);

  /** A text that was put forward before. */
  public static final Shape<Text> STANDING_TEXT =
      new Shape<>(
          "standing text", Cases::standingText, Mapping::standingText, Supply::standingText);

  /** On what something depends. */
  public static final Shape<ImmutableList<Condition>> CONDITIONS =
      new Shape<>("conditions", Cases::conditions, Mapping::conditions, Supply::conditions);

  /** How much of something, in its unit. */
  public static final Shape<BigDecimal> AMOUNT =
      new Shape<>("amount", Cases::amount, Mapping::amount, Supply::amount);

  /** Finally, or ad referendum. */
  public static final Shape<Authority> AUTHORITY =
      new Shape<>("authority", Cases::authority, Mapping::authority, Supply::authority);

  /** An obligation that has arisen. */
  public static final Shape<Obligation> OBLIGATION =
      new Shape<>("obligation", Cases::obligation, Mapping::obligation, Supply::obligation);

  /** A text that was put forward before, or an obligation under one. */
  public static final Shape<Engagement> ENGAGEMENT =
      new Shape<>("engagement", Cases::engagement, Mapping::engagement, Supply::engagement);

  /** How far something is implemented. */
  public static final Shape<Implementation> DEGREE =
      new Shape<>("degree", Cases::degree, Mapping::degree, Supply::degree);

  /** Softer, harder or unchanged: the verb itself says it. */
  public static final Shape<Direction> DIRECTION =
      new Shape<>("direction", Cases::direction, Mapping::direction, Supply::direction);

  /** What is said to be so. */
  public static final Shape<Claim> CLAIM =
      new Shape<>("claim", Cases::claim, Mapping::claim, Supply::claim);

  /** What stands already, so that an act can be about it. */
  static final ImmutableSet<Shape<?>> STANDING =
      ImmutableSet.of(
          DELEGATION,
          DEADLINE_NAME,
          STANDING_DEMAND,
          STANDING_OFFER,
          STANDING_TEXT,
          OBLIGATION,
          ENGAGEMENT);

  private final String name;
  private final Telling<T> telling;
  private final Changing<T> changing;
  private final Bringing<T> bringing;
  private final boolean optional;

  private Shape(String name, Telling<T> telling, Changing<T> changing, Bringing<T> bringing) {
    this(name, telling, changing, bringing, false);
  }

  private Shape(
      String name,
      Telling<T> telling,
      Changing<T> changing,
      Bringing<T> bringing,
      boolean optional) {
    this.optional = optional;
    this.name = name;
    this.telling = telling;
    this.changing = changing;
    this.bringing = bringing;
  }

  /** {@return the shape of a value of this shape that can be missing} */
  Shape<Optional<T>> optional() {
    return new Shape<>(
        name,
        new Telling<>() {
          @Override
          public <R> R tell(Cases<R> cases, Component<?, ?> at, Optional<T> value) {
            return value.isPresent() ? telling.tell(cases, at, value.get()) : cases.absent(at);
          }
        },
        (mapping, value) -> value.map(v -> changing.change(mapping, v)),
        new Bringing<>() {
          @Override
          public Optional<Optional<T>> bring(Supply supply, Component<?, ?> at) {
            return supply.isThere(at)
                ? bringing.bring(supply, at).map(Optional::of)
                : Optional.of(Optional.empty());
          }
        },
        true);
  }

  /** {@return whether a value of it can be missing: it is an {@code Optional}} */
  public boolean isOptional() {
    return optional;
  }

  <R> R tell(Cases<R> cases, Component<?, ?> at, T value) {
    return telling.tell(cases, at, value);
  }

  T change(Mapping mapping, T value) {
    return changing.change(mapping, value);
  }

  Optional<T> bring(Supply supply, Component<?, ?> at) {
    return bringing.bring(supply, at);
  }

  /** {@return what such a value is called: {@code "standing offer"}} */
  public String name() {
    return name;
  }

  /**
   * Returns whether this is a shape, or the same where the value can be missing.
   *
   * @param other a shape
   * @return whether both hold the same kind of thing
   */
  public boolean isOf(Shape<?> other) {
    return name.equals(other.name);
  }

  @Override
  public String toString() {
    return name;
  }

  private interface Telling<T> {
    <R> R tell(Cases<R> cases, Component<?, ?> at, T value);
  }

  private interface Changing<T> {
    T change(Mapping mapping, T value);
  }

  private interface Bringing<T> {
    Optional<T> bring(Supply supply, Component<?, ?> at);
  }

  /**
   * What is said of a component's value, by its shape. Who adds a shape is told by the compiler
   * where it is not spoken of.
   *
   * @param <R> what is said
   * @hidden
   */
  public interface Cases<R> {
    // Speaks of a component that is not there.
    R absent(Component<?, ?> at);

    // Speaks of one of several choices.
    R choice(Component<?, ?> at, Enum<?> value);

    R words(Component<?, ?> at, String value);

    R names(Component<?, ?> at, ImmutableSet<String> value);

    R date(Component<?, ?> at, When value);

    R actor(Component<?, ?> at, ActorId value);

    R actors(Component<?, ?> at, ImmutableSet<ActorId> value);

    R issue(Component<?, ?> at, IssueId value);

    R issues(Component<?, ?> at, ImmutableSet<IssueId> value);

    R issueDefinition(Component<?, ?> at, Issue value);

    R delegation(Component<?, ?> at, DelegationId value);

    R deadline(Component<?, ?> at, Deadline value);

    R deadlineName(Component<?, ?> at, String value);

    R demand(Component<?, ?> at, Demand value);

    R standingDemand(Component<?, ?> at, Demand value);

    R tie(Component<?, ?> at, Tie value);

    R offers(Component<?, ?> at, ImmutableList<Offer> value);

    R standingOffer(Component<?, ?> at, Offer value);

    R standingOffers(Component<?, ?> at, ImmutableList<Offer> value);

    R text(Component<?, ?> at, Text value);

    R standingText(Component<?, ?> at, Text value);

    R conditions(Component<?, ?> at, ImmutableList<Condition> value);

    R amount(Component<?, ?> at, BigDecimal value);

    default R authority(Component<?, ?> at, Authority value) {
      return choice(at, value);
    }

    R obligation(Component<?, ?> at, Obligation value);

    // Speaks of whichever of the two it is.
    default R engagement(Component<?, ?> at, Engagement value) {
      return value instanceof Obligation owed
          ? obligation(at, owed)
          : standingText(at, (Text) value);
    }

    default R degree(Component<?, ?> at, Implementation value) {
      return choice(at, value);
    }

    default R direction(Component<?, ?> at, Direction value) {
      return choice(at, value);
    }

    R claim(Component<?, ?> at, Claim value);
  }

  /**
   * Says the same of every shape but for those that are spoken of.
   *
   * @param <R> what is said
   * @hidden
   */
  public abstract static class Unless<R> implements Cases<R> {
    private final R otherwise;

    // What is said of the other shapes.
    protected Unless(R otherwise) {
      this.otherwise = otherwise;
    }

    @Override
    public R absent(Component<?, ?> at) {
      return otherwise;
    }

    @Override
    public R choice(Component<?, ?> at, Enum<?> value) {
      return otherwise;
    }

    @Override
    public R words(Component<?, ?> at, String value) {
      return otherwise;
    }

    @Override
    public R names(Component<?, ?> at, ImmutableSet<String> value) {
      return otherwise;
    }

    @Override
    public R date(Component<?, ?> at, When value) {
      return otherwise;
    }

    @Override
    public R actor(Component<?, ?> at, ActorId value) {
      return otherwise;
    }

    @Override
    public R actors(Component<?, ?> at, ImmutableSet<ActorId> value) {
      return otherwise;
    }

    @Override
    public R issue(Component<?, ?> at, IssueId value) {
      return otherwise;
    }

    @Override
    public R issues(Component<?, ?> at, ImmutableSet<IssueId> value) {
      return otherwise;
    }

    @Override
    public R issueDefinition(Component<?, ?> at, Issue value) {
      return otherwise;
    }

    @Override
    public R delegation(Component<?, ?> at, DelegationId value) {
      return otherwise;
    }

    @Override
    public R deadline(Component<?, ?> at, Deadline value) {
      return otherwise;
    }

    @Override
    public R deadlineName(Component<?, ?> at, String value) {
      return otherwise;
    }

    @Override
    public R demand(Component<?, ?> at, Demand value) {
      return otherwise;
    }

    @Override
    public R standingDemand(Component<?, ?> at, Demand value) {
      return otherwise;
    }

    @Override
    public R tie(Component<?, ?> at, Tie value) {
      return otherwise;
    }

    @Override
    public R offers(Component<?, ?> at, ImmutableList<Offer> value) {
      return otherwise;
    }

    @Override
    public R standingOffer(Component<?, ?> at, Offer value) {
      return otherwise;
    }

    @Override
    public R standingOffers(Component<?, ?> at, ImmutableList<Offer> value) {
      return otherwise;
    }

    @Override
    public R text(Component<?, ?> at, Text value) {
      return otherwise;
    }

    @Override
    public R standingText(Component<?, ?> at, Text value) {
      return otherwise;
    }

    @Override
    public R conditions(Component<?, ?> at, ImmutableList<Condition> value) {
      return otherwise;
    }

    @Override
    public R amount(Component<?, ?> at, BigDecimal value) {
      return otherwise;
    }

    @Override
    public R obligation(Component<?, ?> at, Obligation value) {
      return otherwise;
    }

    @Override
    public R claim(Component<?, ?> at, Claim value) {
      return otherwise;
    }
  }

  /**
   * Another value in the place of one, by shape; the same unless said.
   *
   * @hidden
   */
  public interface Mapping {
    default String words(String value) {
      return value;
    }

    default ImmutableSet<String> names(ImmutableSet<String> value) {
      return value;
    }

    default When date(When value) {
      return value;
    }

    default ActorId actor(ActorId value) {
      return value;
    }

    default ImmutableSet<ActorId> actors(ImmutableSet<ActorId> value) {
      return value;
    }

    default IssueId issue(IssueId value) {
      return value;
    }

    default ImmutableSet<IssueId> issues(ImmutableSet<IssueId> value) {
      return value;
    }

    default Issue issueDefinition(Issue value) {
      return value;
    }

    default DelegationId delegation(DelegationId value) {
      return value;
    }

    default Deadline deadline(Deadline value) {
      return value;
    }

    default String deadlineName(String value) {
      return value;
    }

    default Demand demand(Demand value) {
      return value;
    }

    default Demand standingDemand(Demand value) {
      return value;
    }

    default Tie tie(Tie value) {
      return value;
    }

    default ImmutableList<Offer> offers(ImmutableList<Offer> value) {
      return value;
    }

    default Offer standingOffer(Offer value) {
      return value;
    }

    default ImmutableList<Offer> standingOffers(ImmutableList<Offer> value) {
      return value.stream().map(this::standingOffer).collect(toImmutableList());
    }

    default Text text(Text value) {
      return value;
    }

    default Text standingText(Text value) {
      return value;
    }

    default ImmutableList<Condition> conditions(ImmutableList<Condition> value) {
      return value;
    }

    default BigDecimal amount(BigDecimal value) {
      return value;
    }

    default Authority authority(Authority value) {
      return value;
    }

    default Obligation obligation(Obligation value) {
      return value;
    }

    default Engagement engagement(Engagement value) {
      return value instanceof Obligation owed ? obligation(owed) : standingText((Text) value);
    }

    default Implementation degree(Implementation value) {
      return value;
    }

    default Direction direction(Direction value) {
      return value;
    }

    default Claim claim(Claim value) {
      return value;
    }
  }

  /**
   * Where values come from, by shape: a file, or chance. Empty where it has none to give.
   *
   * @hidden
   */
  public interface Supply {
    // Says whether there is a value for a component that can be missing.
    boolean isThere(Component<?, ?> at);

    Optional<String> words(Component<?, ?> at);

    Optional<ImmutableSet<String>> names(Component<?, ?> at);

    Optional<When> date(Component<?, ?> at);

    Optional<ActorId> actor(Component<?, ?> at);

    Optional<ImmutableSet<ActorId>> actors(Component<?, ?> at);

    Optional<IssueId> issue(Component<?, ?> at);

    Optional<ImmutableSet<IssueId>> issues(Component<?, ?> at);

    Optional<Issue> issueDefinition(Component<?, ?> at);

    Optional<DelegationId> delegation(Component<?, ?> at);

    Optional<Deadline> deadline(Component<?, ?> at);

    Optional<String> deadlineName(Component<?, ?> at);

    Optional<Demand> demand(Component<?, ?> at);

    Optional<Demand> standingDemand(Component<?, ?> at);

    Optional<Tie> tie(Component<?, ?> at);

    Optional<ImmutableList<Offer>> offers(Component<?, ?> at);

    Optional<Offer> standingOffer(Component<?, ?> at);

    Optional<ImmutableList<Offer>> standingOffers(Component<?, ?> at);

    Optional<Text> text(Component<?, ?> at);

    Optional<Text> standingText(Component<?, ?> at);

    Optional<ImmutableList<Condition>> conditions(Component<?, ?> at);

    Optional<BigDecimal> amount(Component<?, ?> at);

    Optional<Authority> authority(Component<?, ?> at);

    Optional<Obligation> obligation(Component<?, ?> at);

    Optional<Engagement> engagement(Component<?, ?> at);

    Optional<Implementation> degree(Component<?, ?> at);

    Optional<Direction> direction(Component<?, ?> at);

    Optional<Claim> claim(Component<?, ?> at);
  }
}
