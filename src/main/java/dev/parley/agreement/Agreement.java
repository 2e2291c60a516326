package dev.parley.agreement;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.evidence.EntryId;
import dev.parley.evidence.When;
import dev.parley.travel.RecordForm;
import dev.parley.travel.Travelling;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Immutable;

/**
 * One agreement with its history: what it says, who consented to it and when, and what has become
 * of it. Of some talks there are several, those that are over too. Immutable.
 */
@Structural
@Immutable
public sealed interface Agreement extends Travelling, WithAgreement permits ImmutableAgreement {
  /** {@return the entry that put the text forward, or in which it was first consented to} */
  EntryId entry();

  /** {@return how it stands; where it is over, how it stood when it ended} */
  Accord accord();

  /** {@return the consents, refusals and withdrawals, oldest first} */
  ImmutableList<Consent> consents();

  /** {@return through which stages it went, oldest first} */
  ImmutableList<Turn> turns();

  /** {@return what was done under it, oldest first} */
  ImmutableList<Performance> performances();

  /** {@return the breaches of it that were told, oldest first} */
  ImmutableList<Breach> breaches();

  /**
   * A breach that somebody told of.
   *
   * @param obligation what was breached, as it is said
   * @param by who says so
   * @param on when
   * @param entry the entry that tells it
   */
  record Breach(Obligation obligation, ActorId by, When on, EntryId entry) implements Serializable {
    /** On whose word a breach stands. */
    public enum Word {
      /** Somebody says so. */
      ALLEGED,
      /** Who owes it says so, or who guarantees it. */
      ATTESTED,
      /** Whom the text names to verify it says so. */
      FOUND
    }

    /** {@return on whose word it stands} */
    public Word word() {
      if (obligation.under().verifier().filter(by::equals).isPresent()) {
        return Word.FOUND;
      }
      return by.equals(obligation.by())
              || obligation.undertaking().guarantor().filter(by::equals).isPresent()
          ? Word.ATTESTED
          : Word.ALLEGED;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /** {@return how the parties have read its terms, oldest first} */
  ImmutableList<Interpretation> interpretations();

  /**
   * {@return how each whom it binds last read a term, where two of them differ; else nothing}
   *
   * @param term the issue of the term
   */
  default ImmutableList<Interpretation> contested(IssueId term) {
    if (!accord().isContested(term)) {
      return ImmutableList.of();
    }
    Map<ActorId, Interpretation> last = new LinkedHashMap<>();
    for (Interpretation said : interpretations()) {
      if (said.term().equals(term) && accord().bound().contains(said.by())) {
        last.put(said.by(), said);
      }
    }
    return ImmutableList.copyOf(last.values());
  }

  /**
   * How a party reads a term.
   *
   * @param term the issue of the term
   * @param by who reads it so
   * @param words the reading, in words
   * @param on when it said so
   * @param entry the entry that tells it
   */
  record Interpretation(IssueId term, ActorId by, String words, When on, EntryId entry)
      implements Serializable {
    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A stage, from when on.
   *
   * @param stage the stage
   * @param on when it was reached
   * @param entry the entry with which it was reached
   */
  record Turn(AgreementStage stage, When on, EntryId entry) implements Serializable {
    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * What was done about an obligation.
   *
   * @param obligation the obligation
   * @param amount how much of it was done with this, in units; zero where it is not counted
   * @param status where it stood then
   * @param on when
   * @param entry the entry that tells it
   */
  record Performance(
      Obligation obligation, BigDecimal amount, Obligation.Status status, When on, EntryId entry)
      implements Serializable {
    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /** {@return its stage} */
  default AgreementStage stage() {
    return accord().stage();
  }

  /**
   * {@return when it reached a stage, or empty when it has not}
   *
   * @param stage the stage
   */
  default Optional<When> since(AgreementStage stage) {
    return turns().stream().filter(t -> t.stage() == stage).map(Turn::on).findFirst();
  }

  /** {@return an empty builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an agreement. */
  final class Builder extends ImmutableAgreement.Builder {
    Builder() {}
  }
}
