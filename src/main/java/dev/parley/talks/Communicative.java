package dev.parley.talks;

import dev.parley.agenda.ActorId;
import dev.parley.evidence.Claim;
import dev.parley.talks.Form.Component;
import dev.parley.travel.RecordForm;

/** What is said and changes no position by itself. Immutable. */
public sealed interface Communicative extends Act {
  /**
   * A source claims that something is so.
   *
   * @param claim the claim
   */
  record MakeClaim(Claim claim) implements Communicative {
    static final Form<MakeClaim> FORM =
        Form.told("claims")
            .labelled("makes a claim")
            .of(Component.of("claim", Shape.CLAIM, MakeClaim::claim), MakeClaim::new);

    @Override
    public ActKind kind() {
      return ActKind.CLAIM;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * Somebody accuses somebody.
   *
   * @param of who is accused
   * @param words of what
   */
  record Accuse(ActorId of, String words) implements Communicative {
    static final Form<Accuse> FORM =
        Form.told("accuses")
            .of(
                Component.of("of", Shape.ACTOR, Accuse::of),
                Component.of("words", Shape.WORDS, Accuse::words).under("words"),
                Accuse::new);

    @Override
    public ActKind kind() {
      return ActKind.ACCUSE;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * Somebody promises something; performing it is another move.
   *
   * @param words what
   */
  record Promise(String words) implements Communicative {
    static final Form<Promise> FORM =
        Form.told("promises").of(Component.of("words", Shape.WORDS, Promise::words), Promise::new);

    @Override
    public ActKind kind() {
      return ActKind.PROMISE;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * Somebody threatens something.
   *
   * @param words what
   */
  record Threaten(String words) implements Communicative {
    static final Form<Threaten> FORM =
        Form.told("threatens")
            .of(Component.of("words", Shape.WORDS, Threaten::words), Threaten::new);

    @Override
    public ActKind kind() {
      return ActKind.THREATEN;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * Somebody commits to something in public, which makes stepping back costly.
   *
   * @param words to what
   */
  record Commit(String words) implements Communicative {
    static final Form<Commit> FORM =
        Form.told("commits to")
            .labelled("commits in public")
            .of(Component.of("words", Shape.WORDS, Commit::words), Commit::new);

    @Override
    public ActKind kind() {
      return ActKind.COMMIT;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }
}
