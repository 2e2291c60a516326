package dev.parley.talks;

import java.util.Optional;

/** What follows an agreement: ratification, performance, breach, the end. Immutable. */
public sealed interface AfterDeal extends Act {
  /** A party ratifies what was agreed in principle. */
  record Ratify() implements AfterDeal {
    @Override
    public ActKind kind() {
      return ActKind.RATIFY;
    }
  }

  /** A party fails to ratify: a referendum says no. Talks are open again. */
  record FailToRatify() implements AfterDeal {
    @Override
    public ActKind kind() {
      return ActKind.FAIL_TO_RATIFY;
    }
  }

  /**
   * The event that sets off an obligation has happened.
   *
   * @param obligation the obligation
   */
  record SetOff(Obligation obligation) implements AfterDeal {
    @Override
    public ActKind kind() {
      return ActKind.SET_OFF;
    }

    @Override
    public Optional<Object> subject() {
      return Optional.of(obligation);
    }
  }

  /**
   * An obligation is performed, in part or in full. A promise is another move.
   *
   * @param obligation the obligation
   * @param degree how far it is implemented now
   */
  record Perform(Obligation obligation, Implementation degree) implements AfterDeal {
    @Override
    public ActKind kind() {
      return ActKind.PERFORM;
    }

    @Override
    public Optional<Object> subject() {
      return Optional.of(obligation);
    }
  }

  /**
   * Somebody says that an obligation was breached: a claim until the obligor or its guarantor
   * attests it.
   *
   * @param obligation the obligation
   * @param words what is alleged
   */
  record AllegeBreach(Obligation obligation, String words) implements AfterDeal {
    @Override
    public ActKind kind() {
      return ActKind.ALLEGE_BREACH;
    }

    @Override
    public Optional<Object> subject() {
      return Optional.of(obligation);
    }
  }

  /**
   * A party to whom an obligation is owed excuses it.
   *
   * @param obligation the obligation
   */
  record Excuse(Obligation obligation) implements AfterDeal {
    @Override
    public ActKind kind() {
      return ActKind.EXCUSE;
    }

    @Override
    public Optional<Object> subject() {
      return Optional.of(obligation);
    }
  }

  /**
   * A party ends its part in the talks or the agreement. They are over when every principal has.
   */
  record Terminate() implements AfterDeal {
    @Override
    public ActKind kind() {
      return ActKind.TERMINATE;
    }
  }
}
