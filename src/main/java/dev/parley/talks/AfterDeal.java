package dev.parley.talks;

import com.google.common.collect.ImmutableList;
import dev.parley.agenda.IssueId;
import dev.parley.agenda.Value;
import dev.parley.agreement.Obligation;
import dev.parley.agreement.Obligation.Implementation;
import dev.parley.demand.Provisions.Condition;
import dev.parley.demand.Text;
import dev.parley.talks.Form.Component;
import dev.parley.travel.RecordForm;
import java.math.BigDecimal;
import java.util.Optional;

/** What follows an agreement: ratification, performance, breach, the end. Immutable. */
public sealed interface AfterDeal extends Act {
  /**
   * A party ratifies an agreement that it has signed. Under conditions its consent stays what it
   * was until they are met (Vienna Convention on the Law of Treaties, articles 19 to 21).
   *
   * @param text the text, or empty for the only one of which that is awaited
   * @param conditions under which conditions, none for most
   */
  record Ratify(Optional<Text> text, ImmutableList<Condition> conditions) implements AfterDeal {
    static final Form<Ratify> FORM =
        Form.told("ratifies")
            .of(
                Component.maybe("text", Shape.STANDING_TEXT, Ratify::text),
                Component.of("conditions", Shape.CONDITIONS, Ratify::conditions)
                    .under("if")
                    .usually(ImmutableList.of()),
                Ratify::new);

    /**
     * {@return a ratification without conditions}
     *
     * @param text the text, or empty for the only one of which that is awaited
     */
    public static Ratify of(Optional<Text> text) {
      return new Ratify(text, ImmutableList.of());
    }

    @Override
    public ActKind kind() {
      return ActKind.RATIFY;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A party fails to ratify: a referendum says no. What it had signed is open again.
   *
   * @param text the text, or empty for the only one of which that is awaited
   */
  record FailToRatify(Optional<Text> text) implements AfterDeal {
    static final Form<FailToRatify> FORM =
        Form.told("fails to ratify")
            .of(
                Component.maybe("text", Shape.STANDING_TEXT, FailToRatify::text),
                FailToRatify::new);

    @Override
    public ActKind kind() {
      return ActKind.FAIL_TO_RATIFY;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A party makes final what was consented to in its name ad referendum.
   *
   * @param text the text, or empty for the only one of which that is awaited
   */
  record Confirm(Optional<Text> text) implements AfterDeal {
    static final Form<Confirm> FORM =
        Form.told("confirms")
            .of(Component.maybe("text", Shape.STANDING_TEXT, Confirm::text), Confirm::new);

    @Override
    public ActKind kind() {
      return ActKind.CONFIRM;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A party leaves an agreement. Of two, it ends; of more, it goes on among the rest.
   *
   * @param text the text, or empty for the only one of which that is awaited
   */
  record Denounce(Optional<Text> text) implements AfterDeal {
    static final Form<Denounce> FORM =
        Form.told("denounces")
            .of(Component.maybe("text", Shape.STANDING_TEXT, Denounce::text), Denounce::new);

    @Override
    public ActKind kind() {
      return ActKind.DENOUNCE;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
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

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * An obligation is performed, in part or in full. A promise is another move.
   *
   * @param obligation the obligation
   * @param degree how far it is implemented now
   * @param amount how much of it was done with this, in its unit, or empty for all or by degree
   */
  record Perform(Obligation obligation, Implementation degree, Optional<BigDecimal> amount)
      implements AfterDeal {
    /**
     * Takes trailing zeros off the amount.
     *
     * @param obligation the obligation
     * @param degree how far it is implemented now
     * @param amount how much of it was done with this
     */
    public Perform {
      amount = amount.map(a -> Value.amount(a).number());
    }

    static final Form<Perform> FORM =
        Form.told("performs")
            .of(
                Component.of("obligation", Shape.OBLIGATION, Perform::obligation),
                Component.of("degree", Shape.DEGREE, Perform::degree)
                    .under("degree")
                    .usually(Implementation.FULL),
                Component.maybe("amount", Shape.AMOUNT, Perform::amount).under("amount"),
                Perform::new);

    /**
     * {@return a performance that is told by its degree}
     *
     * @param obligation the obligation
     * @param degree how far it is implemented now
     */
    public static Perform of(Obligation obligation, Implementation degree) {
      return new Perform(obligation, degree, Optional.empty());
    }

    @Override
    public ActKind kind() {
      return ActKind.PERFORM;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
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

    private Object writeReplace() {
      return RecordForm.of(this);
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

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A party to which an agreement is open becomes bound by it (Vienna Convention, article 15).
   *
   * @param text the text, or empty for the only one of which that is awaited
   */
  record Join(Optional<Text> text) implements AfterDeal {
    static final Form<Join> FORM =
        Form.told("joins").of(Component.maybe("text", Shape.STANDING_TEXT, Join::text), Join::new);

    @Override
    public ActKind kind() {
      return ActKind.JOIN;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A party consents to end an agreement; it is over when all whom it binds do (article 54).
   *
   * @param text the text, or empty for the only one of which that is awaited
   */
  record AgreeToEnd(Optional<Text> text) implements AfterDeal {
    static final Form<AgreeToEnd> FORM =
        Form.told("agrees to end")
            .of(Component.maybe("text", Shape.STANDING_TEXT, AgreeToEnd::text), AgreeToEnd::new);

    @Override
    public ActKind kind() {
      return ActKind.AGREE_TO_END;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * Whoever verifies an agreement finds how much of an obligation is done, or that it was breached:
   * that settles it, whatever others report.
   *
   * @param obligation the obligation
   * @param amount how much of it is done in all, in its unit; empty for all of it
   * @param breach what the breach is, or empty where none is found
   */
  record Find(Obligation obligation, Optional<BigDecimal> amount, Optional<String> breach)
      implements AfterDeal {
    /**
     * Takes trailing zeros off the amount.
     *
     * @param obligation the obligation
     * @param amount how much of it is done in all
     * @param breach what the breach is
     */
    public Find {
      amount = amount.map(a -> Value.amount(a).number());
    }

    static final Form<Find> FORM =
        Form.told("finds")
            .of(
                Component.of("obligation", Shape.OBLIGATION, Find::obligation),
                Component.maybe("amount", Shape.AMOUNT, Find::amount).under("amount"),
                Component.maybe("breach", Shape.WORDS, Find::breach).under("breach"),
                Find::new);

    @Override
    public ActKind kind() {
      return ActKind.FIND;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * Somebody notes that what an agreement says in words has come about: a condition is met or has
   * failed; without either, the event until which it lasts. A trigger is noted by {@link SetOff}.
   *
   * @param text the text
   * @param met the issue of the condition that is met, or empty
   * @param failed the issue of the condition that has failed, or empty
   */
  record Note(Text text, Optional<IssueId> met, Optional<IssueId> failed) implements AfterDeal {
    static final Form<Note> FORM =
        Form.told("notes")
            .toldOfNobody("note")
            .of(
                Component.of("text", Shape.STANDING_TEXT, Note::text),
                Component.maybe("met", Shape.ISSUE, Note::met).under("met"),
                Component.maybe("failed", Shape.ISSUE, Note::failed).under("failed"),
                Note::new);

    @Override
    public ActKind kind() {
      return ActKind.NOTE;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A party says how it reads a term of an agreement that binds it. Where two read it differently
   * its meaning is contested: both readings stay, and what hangs on it cannot be told (Vienna
   * Convention, article 31).
   *
   * @param text the text
   * @param term the issue of the term
   * @param words the reading, in words
   */
  record Interpret(Text text, IssueId term, String words) implements AfterDeal {
    static final Form<Interpret> FORM =
        Form.told("interprets")
            .of(
                Component.of("text", Shape.STANDING_TEXT, Interpret::text),
                Component.of("term", Shape.ISSUE, Interpret::term).under("term"),
                Component.of("words", Shape.WORDS, Interpret::words).under("as"),
                Interpret::new);

    @Override
    public ActKind kind() {
      return ActKind.INTERPRET;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }
}
