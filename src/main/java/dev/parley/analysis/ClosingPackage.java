package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Terms;
import dev.parley.talks.Move;
import dev.parley.talks.Situation;
import dev.parley.travel.RecordForm;
import dev.parley.travel.Travelling;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Immutable;

/**
 * Concessions that would close the deal together, and of which none could be left out or made
 * smaller: the union comes down to 5 per cent, the studios go up to it. Immutable.
 */
@Structural
@Immutable
public sealed interface ClosingPackage extends Travelling, WithClosingPackage
    permits ImmutableClosingPackage {
  /**
   * What one party gives and gets in a package.
   *
   * @param party a principal
   * @param gives the sum of its own concessions
   * @param gets the sum of the others' concessions on issues on which it has a position, or that
   *     free a commitment of its own
   */
  record Balance(ActorId party, BigDecimal gives, BigDecimal gets) implements Serializable {
    /** {@return whether it only gains} */
    public boolean gains() {
      return gives.signum() == 0 && gets.signum() > 0;
    }

    /** {@return whether it only loses} */
    public boolean loses() {
      return gives.signum() > 0 && gets.signum() == 0;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
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

  /** {@return who gives and who gets: the balance of each principal, in the order of the agenda} */
  ImmutableList<Balance> balances();

  /**
   * {@return the moves by which it would be carried out, in order, undated and on each party's own
   * word: a demand amended for each new value, a tie put anew for each reordering, and in the end
   * everybody's word on the terms} What the machine has no act for, a waiver and a split, is said
   * as a public commitment.
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
