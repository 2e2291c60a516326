package dev.parley.analysis;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.IssueId;
import dev.parley.demand.Demand;
import dev.parley.evidence.EntryId;
import dev.parley.travel.RecordForm;
import dev.parley.travel.Travelling;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.serial.Serial.Structural;
import org.immutables.value.Value.Immutable;

/**
 * What would close a deal, and whether anything would: the packages with the smallest concessions,
 * or the firm demands that no package can meet. What nobody has stated is left open and named.
 * Immutable.
 */
@Structural
@Immutable
public sealed interface Packages extends Travelling, WithPackages permits ImmutablePackages {
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
  record Clash(IssueId issue, ImmutableList<Demand> demands, ImmutableList<EntryId> entries)
      implements Serializable {
    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * Something that an answer would need to know: which values a party would accept on an issue.
   * Immutable.
   *
   * @param party a principal
   * @param issue the issue
   * @param words the words in which it has put its position or its condition without a region, or
   *     empty when it has said nothing
   */
  record Unknown(ActorId party, IssueId issue, Optional<String> words) implements Serializable {
    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }
}
