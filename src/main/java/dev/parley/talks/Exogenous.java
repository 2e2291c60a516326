package dev.parley.talks;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.talks.Form.Component;
import dev.parley.travel.RecordForm;

/** What happens outside the talks and changes no position by itself. Immutable. */
public sealed interface Exogenous extends Act {
  /**
   * Something happens: a strike, a rescue, a death.
   *
   * @param words what
   */
  record Incident(String words) implements Exogenous {
    static final Form<Incident> FORM =
        Form.told("in incident")
            .toldOfNobody("incident")
            .labelled("is part of an incident")
            .of(Component.of("words", Shape.WORDS, Incident::words), Incident::new);

    @Override
    public ActKind kind() {
      return ActKind.INCIDENT;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A government changes.
   *
   * @param words which, and how
   */
  record ChangeOfGovernment(String words) implements Exogenous {
    static final Form<ChangeOfGovernment> FORM =
        Form.told("changes government")
            .labelled("changes its government")
            .of(
                Component.of("words", Shape.WORDS, ChangeOfGovernment::words),
                ChangeOfGovernment::new);

    @Override
    public ActKind kind() {
      return ActKind.CHANGE_OF_GOVERNMENT;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * Somebody presses others away from the table: by a strike, a lock-out, an offensive, a sanction.
   *
   * @param means by what
   * @param on whom; empty where nobody says
   */
  record Press(String means, ImmutableSet<ActorId> on) implements Exogenous {
    static final Form<Press> FORM =
        Form.told("presses by")
            .of(
                Component.of("means", Shape.WORDS, Press::means),
                Component.of("on", Shape.ACTORS, Press::on)
                    .under("against")
                    .usually(ImmutableSet.of()),
                Press::new);

    @Override
    public ActKind kind() {
      return ActKind.PRESS;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }
}
