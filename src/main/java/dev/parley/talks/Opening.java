package dev.parley.talks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Agenda;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Terms;
import dev.parley.agreement.Obligation;
import dev.parley.demand.Demand;
import dev.parley.demand.Offer;
import dev.parley.demand.Text;
import dev.parley.talks.Form.Component;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that somebody can do now: who, what kind of act, about what, and which values are
 * admissible where it is about values. A negotiation has finitely many; it accepts exactly the
 * moves that one of them admits. Immutable.
 */
public final class Opening {
  private final Juncture juncture;
  private final ActorId by;
  private final ActKind kind;
  private final Optional<Object> subject;

  Opening(Juncture juncture, ActorId by, ActKind kind, Optional<Object> subject) {
    this.juncture = juncture;
    this.by = by;
    this.kind = kind;
    this.subject = subject;
  }

  /** {@return who can do it: a party or an outsider} */
  public ActorId by() {
    return by;
  }

  /** {@return what kind of act it is} */
  public ActKind kind() {
    return kind;
  }

  /** {@return what it is about: the same thing as {@link Act#subject} of a move that it admits} */
  public Optional<Object> subject() {
    return subject;
  }

  /**
   * {@return which values are admissible: a region by issue; empty where the act is not about
   * values}
   */
  public ImmutableMap<IssueId, Region> admissible() {
    return kind.conduct().admissible(juncture.situation(), by, subject);
  }

  /**
   * Returns whether a move takes this opening.
   *
   * @param move any move
   * @return whether it is by the same actor, of the same kind, about the same thing, and keeps
   *     every law in what it says
   */
  public boolean admits(Move move) {
    return (move.by().equals(by) || !move.by().isNamed())
        && move.act().kind() == kind
        && move.act().subject().equals(subject)
        && juncture.admits(move);
  }

  /**
   * {@return whether it accepts an offer under another name: who signs or initials the text of one
   * that nobody has answered accepts it. Whoever tries every opening tries the same twice}
   */
  public boolean isAcceptanceByName() {
    return (kind == ActKind.SIGN || kind == ActKind.INITIAL)
        && subject.filter(juncture.situation().agreements()::containsKey).isEmpty();
  }

  /**
   * Returns the moves that take this opening as it is: an acceptance of the offer that it is about,
   * a round that is opened. Where an issue, a party, a delegation or a direction is to be chosen,
   * there is one for each. Each is legal now, without a date.
   *
   * @return the moves, in the order of the agenda; none where something of one's own must be said,
   *     such as terms, words or a date: see {@link #with(Terms)} and {@link #with(Act)}
   */
  public ImmutableList<Move> moves() {
    return kind.form().all(subject, this::choices).stream()
        .map(this::with)
        .filter(this::admits)
        .collect(toImmutableList());
  }

  private ImmutableList<?> choices(Component<?, ?> component) {
    Agenda agenda = juncture.situation().agenda();
    Shape<?> shape = component.shape();
    if (shape.isOf(Shape.ISSUE)) {
      return agenda.issues().keySet().asList();
    }
    if (shape.isOf(Shape.ISSUES)) {
      return agenda.issues().keySet().stream().map(ImmutableSet::of).collect(toImmutableList());
    }
    if (shape.isOf(Shape.ACTOR)) {
      return agenda.actors().keySet().asList();
    }
    return shape.isOf(Shape.DIRECTION)
        ? ImmutableList.copyOf(Substantive.Direction.values())
        : ImmutableList.of();
  }

  /**
   * Returns the move that makes an offer or a proposal of terms to all other principals, or attests
   * them as agreed among all.
   *
   * @param terms its terms
   * @return the move; {@link #admits} tells whether it is legal
   * @throws IllegalArgumentException if this is no opening to offer, propose or attest something
   */
  public Move with(Terms terms) {
    Agenda agenda = juncture.situation().agenda();
    Offer offer = Offer.builder().by(by).addAllTo(agenda.counterparts(by)).terms(terms).build();
    return switch (kind) {
      case MAKE_OFFER -> with(new Substantive.MakeOffer(ImmutableList.of(offer), Optional.empty()));
      case PROPOSE -> with(new Substantive.Propose(offer.withProposal(true)));
      case ATTEST ->
          with(
              new Substantive.Attest(
                  Text.builder().terms(terms).addAllParties(agenda.principals()).build()));
      default ->
          throw unfit(
              "takes no terms. Openings to make an offer, to propose a text"
                  + " and to attest terms take them");
    };
  }

  /**
   * Returns the move that raises or amends a demand.
   *
   * @param demand the demand
   * @return the move; {@link #admits} tells whether it is legal
   * @throws IllegalArgumentException if this is no opening to raise or amend a demand
   */
  public Move with(Demand demand) {
    return switch (kind) {
      case RAISE_DEMAND -> with(new Substantive.RaiseDemand(demand));
      case AMEND_DEMAND -> with(new Substantive.AmendDemand(demand));
      default -> throw unfit("takes no demand. Openings to raise and to amend a demand take one");
    };
  }

  /**
   * Returns the move that does something.
   *
   * @param act an act of this kind, about what this opening is about
   * @return the move; {@link #admits} tells whether it is legal
   * @throws IllegalArgumentException if the act is of another kind, or about something else
   */
  public Move with(Act act) {
    if (act.kind() != kind || !act.subject().equals(subject)) {
      throw unfit(
          "cannot become an act to (%s). Take the opening of that kind, about the same"
              .formatted(act.kind().words()));
    }
    return Move.builder().by(by).act(act).build();
  }

  private IllegalArgumentException unfit(String why) {
    return new IllegalArgumentException("opening (%s) %s".formatted(describe(), why));
  }

  /** {@return who can do what, and about what, in words} */
  public String describe() {
    return by + " can " + kind.words() + subject.map(s -> " (" + describe(s) + ")").orElse("");
  }

  private static String describe(Object subject) {
    if (subject instanceof Offer offer) {
      return offer.describe();
    }
    if (subject instanceof Demand demand) {
      return demand.describe();
    }
    if (subject instanceof Text text) {
      return text.describe();
    }
    return subject instanceof Obligation obligation ? obligation.describe() : subject.toString();
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof Opening opening
        && by.equals(opening.by)
        && kind == opening.kind
        && subject.equals(opening.subject);
  }

  @Override
  public int hashCode() {
    return Objects.hash(by, kind, subject);
  }

  @Override
  public String toString() {
    return describe();
  }
}
