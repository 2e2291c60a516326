package dev.parley.talks;

import dev.parley.agenda.ActorId;
import dev.parley.evidence.Claim;

/** What is said and changes no position by itself. Immutable. */
public sealed interface Communicative extends Act {
  /**
   * A source claims that something is so.
   *
   * @param claim the claim
   */
  record MakeClaim(Claim claim) implements Communicative {
    @Override
    public ActKind kind() {
      return ActKind.CLAIM;
    }
  }

  /**
   * Somebody accuses somebody.
   *
   * @param of who is accused
   * @param words of what
   */
  record Accuse(ActorId of, String words) implements Communicative {
    @Override
    public ActKind kind() {
      return ActKind.ACCUSE;
    }
  }

  /**
   * Somebody promises something; performing it is another move.
   *
   * @param words what
   */
  record Promise(String words) implements Communicative {
    @Override
    public ActKind kind() {
      return ActKind.PROMISE;
    }
  }

  /**
   * Somebody threatens something.
   *
   * @param words what
   */
  record Threaten(String words) implements Communicative {
    @Override
    public ActKind kind() {
      return ActKind.THREATEN;
    }
  }

  /**
   * Somebody commits to something in public, which makes stepping back costly.
   *
   * @param words to what
   */
  record Commit(String words) implements Communicative {
    @Override
    public ActKind kind() {
      return ActKind.COMMIT;
    }
  }
}
