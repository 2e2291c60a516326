package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.analysis.Commitment.Precondition;
import dev.parley.demand.Tie;
import dev.parley.evidence.Attribution;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.Source;
import dev.parley.evidence.When;
import dev.parley.travel.RecordForm;
import java.io.Serializable;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that one party would carry out: Hamas releases the hostages, Israel withdraws its
 * forces, the northern port pays the first instalment. Whether it can be carried out is decided by
 * what it waits for, in a {@link Linkage}. Immutable.
 *
 * @param name its name, unique in a linkage, such as {@code "hostages"}
 * @param by who would carry it out
 * @param issue the issue of the agenda that it settles, or empty when it stands for none
 */
public record Commitment(String name, ActorId by, Optional<IssueId> issue) implements Serializable {
  /**
   * Checks that it has a name.
   *
   * @param name its name, unique in a linkage, such as {@code "hostages"}
   * @param by who would carry it out
   * @param issue the issue of the agenda that it settles, or empty when it stands for none
   */
  public Commitment {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a commitment by (%s) needs a name".formatted(by));
    }
  }

  /**
   * {@return a commitment that stands for no issue of an agenda}
   *
   * @param name its name, unique in a linkage
   * @param by who would carry it out
   */
  public static Commitment of(String name, String by) {
    return new Commitment(name, ActorId.of(by), Optional.empty());
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * What would let a blocked commitment be carried out, from the most that is given up to the
   * least. Immutable.
   *
   * @param kind what is done about its preconditions
   * @param commitment the name of the commitment
   */
  public record Relief(Kind kind, String commitment) implements Serializable {
    /** What is done about the preconditions of a commitment. */
    public enum Kind {
      /** It is waited for nothing any more: the commitment is carried out as it is. */
      WAIVE,
      /** What had to be done first may be done at the same time: each AFTER becomes a TOGETHER. */
      REORDER,
      /**
       * It is carried out in instalments: the first waits for nothing, and whoever waits for the
       * whole waits for the first alone; the last waits for what the whole waited for.
       */
      SPLIT
    }

    @Override
    public String toString() {
      return switch (kind) {
        case WAIVE -> "waive the preconditions of " + commitment;
        case REORDER -> "carry out " + commitment + " together with what it waits for";
        case SPLIT -> "carry out " + commitment + " in instalments";
      };
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * One thing that a commitment waits for: no hostage is released unless the forces withdraw first.
   * Immutable.
   *
   * @param on the name of the commitment that is waited for
   * @param order whether that must be done first, or both go together
   * @param words on whose word it waits, in the order of the record; empty in a model of one's own
   */
  public record Precondition(String on, Tie.Order order, ImmutableList<Statement> words)
      implements Serializable {
    /**
     * {@return a precondition, on nobody's word: what must be done first}
     *
     * @param on the name of the commitment that is waited for
     */
    public static Precondition after(String on) {
      return new Precondition(on, Tie.Order.AFTER, ImmutableList.of());
    }

    /**
     * {@return a precondition, on nobody's word: what must be done at the same time or before}
     *
     * @param on the name of the commitment that is waited for
     */
    public static Precondition together(String on) {
      return new Precondition(on, Tie.Order.TOGETHER, ImmutableList.of());
    }

    @Override
    public String toString() {
      return (order == Tie.Order.AFTER ? "after " : "together with ") + on;
    }

    /**
     * On whose word something stands in a record, and since when: entry [12], of November 2024, on
     * the word of Hamas. Immutable.
     *
     * @param entry the first entry that says so
     * @param since when it was said
     * @param attribution whether its actor attests it or somebody else reports it
     * @param source who reports it, or empty when the actor itself is on record
     */
    public record Statement(
        EntryId entry, When since, Attribution attribution, Optional<Source> source)
        implements Serializable {
      private Object writeReplace() {
        return RecordForm.of(this);
      }
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A circle of commitments, each of which waits for the next, one of them at least for the next to
   * be done first: "you first". The northern port pays after the union works, the union works after
   * the northern port pays.
   *
   * <p>Laws: every link is a precondition of the linkage; each link waits for the commitment of the
   * one after it, the last for that of the first; one link is an AFTER. Immutable.
   *
   * @param links who waits for whom, for what, since when, on whose word; one or more
   */
  public record Ring(ImmutableList<Link> links) implements Serializable {
    /**
     * One commitment of a ring, and what it waits for.
     *
     * @param commitment the commitment that waits
     * @param precondition what it waits for: the commitment of the next link
     */
    public record Link(Commitment commitment, Precondition precondition) implements Serializable {
      @Override
      public String toString() {
        return "%s (%s) %s".formatted(commitment.name(), commitment.by(), precondition);
      }

      private Object writeReplace() {
        return RecordForm.of(this);
      }
    }

    /** {@return whether each waits for the next to be done first} */
    public boolean allAfter() {
      return links.stream().allMatch(l -> l.precondition().order() == Tie.Order.AFTER);
    }

    @Override
    public String toString() {
      return links.stream().map(Link::toString).collect(Collectors.joining("; "));
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  private Object writeReplace() {
    return RecordForm.of(this);
  }
}
