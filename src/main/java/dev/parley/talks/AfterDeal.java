package dev.parley.talks;

import dev.parley.talks.Form.Component;
import dev.parley.talks.Obligation.Implementation;

/** What follows an agreement: ratification, performance, breach, the end. Immutable. */
public sealed interface AfterDeal extends Act {
  /** A party ratifies what was agreed in principle. */
  record Ratify() implements AfterDeal {
    static final Form<Ratify> FORM = Form.told("ratifies").of(Ratify::new);

    @Override
    public ActKind kind() {
      return ActKind.RATIFY;
    }
  }

  /** A party fails to ratify: a referendum says no. Talks are open again. */
  record FailToRatify() implements AfterDeal {
    static final Form<FailToRatify> FORM = Form.told("fails to ratify").of(FailToRatify::new);

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
    static final Form<SetOff> FORM =
        Form.told("sets off")
            .of(Component.of("obligation", Shape.OBLIGATION, SetOff::obligation), SetOff::new);

    @Override
    public ActKind kind() {
      return ActKind.SET_OFF;
    }
  }

  /**
   * An obligation is performed, in part or in full. A promise is another move.
   *
   * @param obligation the obligation
   * @param degree how far it is implemented now
   */
  record Perform(Obligation obligation, Implementation degree) implements AfterDeal {
    static final Form<Perform> FORM =
        Form.told("performs")
            .of(
                Component.of("obligation", Shape.OBLIGATION, Perform::obligation),
                Component.of("degree", Shape.DEGREE, Perform::degree)
                    .under("degree")
                    .usually(Implementation.FULL),
                Perform::new);

    @Override
    public ActKind kind() {
      return ActKind.PERFORM;
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
    static final Form<AllegeBreach> FORM =
        Form.told("alleges breach of")
            .labelled("alleges a breach of")
            .of(
                Component.of("obligation", Shape.OBLIGATION, AllegeBreach::obligation),
                Component.of("words", Shape.WORDS, AllegeBreach::words).under("words"),
                AllegeBreach::new);

    @Override
    public ActKind kind() {
      return ActKind.ALLEGE_BREACH;
    }
  }

  /**
   * A party to whom an obligation is owed excuses it.
   *
   * @param obligation the obligation
   */
  record Excuse(Obligation obligation) implements AfterDeal {
    static final Form<Excuse> FORM =
        Form.told("excuses")
            .of(Component.of("obligation", Shape.OBLIGATION, Excuse::obligation), Excuse::new);

    @Override
    public ActKind kind() {
      return ActKind.EXCUSE;
    }
  }

  /**
   * A party ends its part in the talks or the agreement. They are over when every principal has.
   */
  record Terminate() implements AfterDeal {
    static final Form<Terminate> FORM = Form.told("terminates").of(Terminate::new);

    @Override
    public ActKind kind() {
      return ActKind.TERMINATE;
    }
  }
}
