package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Terms;
import dev.parley.demand.Demand;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value.Immutable;

/**
 * What would close a deal, and whether anything would: the packages with the smallest concessions,
 * or the firm demands that no package can meet. What nobody has stated is left open and named.
 * Immutable.
 */
@Immutable
public sealed interface Packages extends WithPackages permits ImmutablePackages {
  /** What can be said of closing a deal. */
  enum Verdict {
    /** There are packages, and everything that they need to know is stated. */
    CLOSABLE,
    /** There are packages for what is stated; whether they close it depends on what is not. */
    AS_FAR_AS_STATED,
    /** Nothing that is stated stands against anything else: there is nothing to weigh yet. */
    CANNOT_TELL,
    /** Firm demands clash: no package meets them all. */
    NOT_CLOSABLE,
    /** None was found before the budget was used up. */
    NOT_FOUND
  }

  /** {@return what can be said} */
  Verdict verdict();

  /** {@return the packages: by their largest concession, then by the total; the first so many} */
  ImmutableList<ClosingPackage> first();

  /** {@return whether there are more packages than these, or may be} */
  boolean more();

  /**
   * {@return which firm demands stand against each other: for each issue that no value can settle,
   * a smallest set of demands; empty when all firm demands can be met together}
   */
  ImmutableList<Clash> clashes();

  /**
   * {@return what would need to be known: the positions that nobody has stated as a region, in the
   * order of the agenda}
   */
  ImmutableList<Unknown> unknown();

  /**
   * {@return where the search was cut short, by how much, and what would go further: a sentence for
   * each limit that was met; empty when the search was whole}
   */
  ImmutableList<String> limits();

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds packages. */
  final class Builder extends ImmutablePackages.Builder {
    Builder() {}
  }

  /**
   * Firm demands on an issue that no value meets together, and of which none could be left out: an
   * unsatisfiable core. The union holds at least 6 per cent to be essential, the studios at most 5.
   * Immutable.
   *
   * @param issue the issue
   * @param demands the demands, two or more, oldest first
   * @param entries the entries that raised them, in order
   */
  record Clash(IssueId issue, ImmutableList<Demand> demands, ImmutableList<EntryId> entries) {}

  /**
   * Something that an answer would need to know: which values a party would accept on an issue.
   * Immutable.
   *
   * @param party a principal
   * @param issue the issue
   * @param words the words in which it has put its position or its condition without a region, or
   *     empty when it has said nothing
   */
  record Unknown(ActorId party, IssueId issue, Optional<String> words) {}

  /**
   * Concessions that would close the deal together, and of which none could be left out or made
   * smaller: the union comes down to 5 per cent, the studios go up to it. Immutable.
   */
  @Immutable
  sealed interface ClosingPackage extends WithClosingPackage permits ImmutableClosingPackage {
    /**
     * What one party gives and gets in a package.
     *
     * @param party a principal
     * @param gives the sum of its own concessions
     * @param gets the sum of the others' concessions on issues on which it has a position, or that
     *     free a commitment of its own
     */
    record Balance(ActorId party, BigDecimal gives, BigDecimal gets) {
      /** {@return whether it only gains} */
      public boolean gains() {
        return gives.signum() == 0 && gets.signum() > 0;
      }

      /** {@return whether it only loses} */
      public boolean loses() {
        return gives.signum() > 0 && gets.signum() == 0;
      }
    }

    /**
     * {@return the deal: a value for each issue that is settled by it; empty when no issue has two
     * positions}
     */
    Optional<Terms> terms();

    /**
     * {@return who would have to give what: the concessions, in the order of the agenda; empty when
     * the deal is there to be taken}
     */
    ImmutableList<Concession> concessions();

    /** {@return how large the largest concession is: from 0 to 1, to nine digits} */
    BigDecimal largest();

    /** {@return how large all concessions are together: the sum, to nine digits} */
    BigDecimal total();

    /**
     * {@return who gives and who gets: the balance of each principal, in the order of the agenda}
     */
    ImmutableList<Balance> balances();

    /**
     * {@return the moves by which it would be carried out, in order, undated and on each party's
     * own word: a demand amended for each new value, a tie put anew for each reordering, and in the
     * end everybody's word on the terms} What the machine has no act for, a waiver and a split, is
     * said as a public commitment.
     *
     * @param situation the situation that was analysed
     */
    default ImmutableList<Move> moves(Situation situation) {
      return new PackageMoves(situation).of(concessions(), terms());
    }

    /** {@return an empty builder} */
    static Builder builder() {
      return new Builder();
    }

    /** Builds a package. */
    final class Builder extends ImmutableClosingPackage.Builder {
      Builder() {}
    }
  }
}
