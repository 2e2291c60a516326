package dev.parley.analysis.prospect;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Region;
import dev.parley.agenda.Terms;
import dev.parley.analysis.bargaining.Fraction;
import dev.parley.analysis.bargaining.Frontier;
import dev.parley.analysis.bargaining.Frontier.Solution;
import dev.parley.analysis.bargaining.SolutionConcept;
import dev.parley.analysis.stability.Stability;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Move;
import java.util.Optional;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Immutable;

/**
 * What a deal that was reached is worth to those whom it binds: whether it is efficient, or what
 * would have been better for whom; which bargaining solutions it matches; which share each has of
 * what it could have gained; and whether it lasts, or who would leave it by which move. The hat for
 * you and the rest for me is worth 8 and 7, where nothing would have been better for both.
 *
 * <p>The deal is all that is agreed among the same parties, signed or at least initialled, in one
 * agreement or several. What it leaves open, or settles within a range only, can still become any
 * of the values there. Then every answer is about all of them: what holds for each is told, and
 * what hangs on the open value {@link Answer#DEPENDS}. An issue that the deal leaves open can still
 * be settled in any way, if it counts for one of the parties.
 *
 * <p>The outcomes that it is compared with are all values on the issues that the deal settles or
 * that count for one of its parties. Third parties are not asked. It is as good as the preferences
 * that it is given. Immutable.
 */
@Immutable
public sealed interface DealAppraisal permits ImmutableDealAppraisal {
  /** {@return the agreements that make the deal: the entries that put them forward} */
  ImmutableList<EntryId> agreements();

  /** {@return the principals among whom it is agreed, two or more, in the order of the agenda} */
  ImmutableSet<ActorId> among();

  /**
   * {@return what can come of it: for each issue that it settles or that counts for one of the
   * parties, its value, or all values that are still possible}
   */
  ImmutableMap<IssueId, Region> outcome();

  /** {@return the values that are agreed: the settled issues of {@link #outcome}} */
  Terms settled();

  /**
   * {@return what would have to be known for every answer to be given, party by party in the order
   * of the agenda}
   */
  ImmutableList<Missing> missing();

  /**
   * {@return the efficient outcomes, among which the {@linkplain Frontier#solution solutions} are;
   * empty while a preference is not known}
   */
  @Auxiliary
  Optional<Frontier> frontier();

  /** {@return what it is worth to each party whose preference is known: the worths, by party} */
  ImmutableMap<ActorId, Worth> worth();

  /** {@return whether no outcome is better for one party and worse for none} */
  Answer efficient();

  /** {@return what would have been better: the witness wherever it is not efficient for certain} */
  Optional<Improvement> better();

  /**
   * {@return whether it is what a bargaining solution picks, or worth the same to everybody, by
   * concept; of the asymmetric Nash solution only where the power of every party is stated}
   */
  ImmutableMap<SolutionConcept, Answer> matched();

  /** {@return whether each party stays, and by which moves it could leave} */
  ImmutableMap<ActorId, Staying> staying();

  /** {@return where a budget did not suffice: its size and what would work, none or more} */
  ImmutableList<String> limits();

  /** {@return the issues that it leaves open: all values that are still possible, by issue} */
  default ImmutableMap<IssueId, Region> open() {
    return outcome().entrySet().stream()
        .filter(e -> settled().on(e.getKey()).isEmpty())
        .collect(toImmutableMap(e -> e.getKey(), e -> e.getValue()));
  }

  /** {@return whether all stay} */
  default Stability lasts() {
    return staying().values().stream()
        .map(Staying::verdict)
        .reduce(Stability.STABLE, DealAppraisal::both);
  }

  private static Stability both(Stability one, Stability other) {
    for (Stability verdict :
        ImmutableList.of(Stability.UNSTABLE, Stability.CANNOT_TELL, Stability.DEPENDS)) {
      if (one == verdict || other == verdict) {
        return verdict;
      }
    }
    return Stability.STABLE;
  }

  /**
   * {@return the solutions by the answer}
   *
   * @param answer whether they pick it
   */
  default ImmutableSet<SolutionConcept> matching(Answer answer) {
    return matched().entrySet().stream()
        .filter(e -> e.getValue() == answer)
        .map(e -> e.getKey())
        .collect(toImmutableSet());
  }

  /**
   * {@return what each concept picks, from all outcomes: the solutions by concept; none while
   * something is {@linkplain #missing missing}}
   */
  default ImmutableMap<SolutionConcept, Solution> solutions() {
    return frontier().isEmpty() || Missing.isNeeded(missing())
        ? ImmutableMap.of()
        : frontier().get().concepts().stream()
            .collect(toImmutableMap(c -> c, c -> frontier().get().solution(c)));
  }

  /** {@return who would rather have no agreement, whatever is still open: the parties} */
  default ImmutableSet<ActorId> losers() {
    return worth().entrySet().stream()
        .filter(e -> e.getValue().againstNone() == AgainstNone.WORSE)
        .map(e -> e.getKey())
        .collect(toImmutableSet());
  }

  /** Builds an appraisal. */
  final class Builder extends ImmutableDealAppraisal.Builder {
    Builder() {}
  }

  /** Whether something holds of a deal, of which something may still be open. */
  enum Answer {
    /** It holds, whatever is still open. */
    YES,
    /** It does not hold, whatever is still open. */
    NO,
    /** It holds for one way to settle what is still open, and not for another. */
    DEPENDS,
    /** A preference is not known, or the budget did not suffice. */
    CANNOT_TELL
  }

  /** How a deal compares, for one party, with what it has without an agreement. */
  enum AgainstNone {
    /** Better, whatever is still open. */
    BETTER,
    /** At least as good, whatever is still open. */
    NOT_WORSE,
    /** As good. */
    AS_GOOD,
    /** At most as good, whatever is still open. */
    NOT_BETTER,
    /** Worse, whatever is still open. */
    WORSE,
    /** Better for one way to settle what is still open, and worse for another. */
    DEPENDS,
    /** Nobody has said what the party has without an agreement. */
    CANNOT_TELL
  }

  /**
   * Between which two numbers something lies, both possible: 4 to 7. Immutable.
   *
   * @param least the least that it can be
   * @param most the most that it can be
   */
  record Bounds(Fraction least, Fraction most) {
    /** {@return whether it is known exactly} */
    public boolean isExact() {
      return least.equals(most);
    }

    @Override
    public String toString() {
      return isExact() ? least.toString() : least + " to " + most;
    }
  }

  /**
   * What a deal is worth to one party: 8, better than no agreement, four fifths of what it could
   * have gained. Immutable.
   *
   * @param utility its utility, on the party's own scale
   * @param againstNone how it compares with no agreement
   * @param share which share it is of the most that the party could have gained without leaving
   *     another worse off than without an agreement: its gain over (ideal less reservation), as in
   *     the solution of Kalai and Smorodinsky; below 0 where the party loses, above 1 where it
   *     gains at the cost of one who loses; empty where a preference or a reservation is not known,
   *     or the party could not have gained
   */
  record Worth(Bounds utility, AgainstNone againstNone, Optional<Bounds> share) {}

  /**
   * What would have been better than a deal: the witness that it is not efficient. Immutable.
   *
   * @param instead other terms, on the issues that are settled
   * @param gains how much each party would gain by them, none less than nothing and one more
   * @param given how what is still open is settled, in the deal, for this to hold; no terms where
   *     it holds whatever is open, or nothing is
   */
  record Improvement(Terms instead, ImmutableMap<ActorId, Fraction> gains, Terms given) {
    /** {@return who would have been better off: the parties} */
    public ImmutableSet<ActorId> gainers() {
      return gains.entrySet().stream()
          .filter(e -> e.getValue().signum() > 0)
          .map(e -> e.getKey())
          .collect(toImmutableSet());
    }
  }

  /**
   * Whether one party stays in a deal. It leaves where it can do so by its own moves and would
   * rather have no agreement. Nobody can come back alone, and no answer of the others makes up for
   * the deal; so Nash stability, general and symmetric metarationality and sequential stability say
   * the same. Immutable.
   *
   * @param verdict STABLE where it stays for certain, UNSTABLE where it leaves for certain, DEPENDS
   *     where that hangs on what is still open, CANNOT_TELL where its preference or what it has
   *     without an agreement is not known
   * @param waysOut by which moves it could leave, as the machine and the rules allow: one move
   *     each, or two where it has to allege a breach first; none where it is bound
   */
  record Staying(Stability verdict, ImmutableList<ImmutableList<Move>> waysOut) {}
}
