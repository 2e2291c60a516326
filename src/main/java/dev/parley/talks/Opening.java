package dev.parley.talks;

import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
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
    return by + " can " + kind.words() + subject.map(s -> " (" + s + ")").orElse("");
  }
}
