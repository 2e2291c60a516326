package dev.parley.talks;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.demand.Engagement;
import dev.parley.evidence.When;
import dev.parley.talks.Form.Component;
import dev.parley.travel.RecordForm;
import java.util.Optional;

/** How the talks are run: rounds, meetings, deadlines, delegations, the agenda. Immutable. */
public sealed interface Procedural extends Act {
  /**
   * A round is opened, on one track or several (Doha and Cairo), in a format such as proximity
   * talks.
   *
   * @param tracks the tracks; empty when only one is known
   * @param format how the parties sit, such as {@code "proximity"}, or empty
   */
  record OpenRound(ImmutableSet<String> tracks, Optional<String> format) implements Procedural {
    static final Form<OpenRound> FORM =
        Form.told("opens round")
            .toldOfNobody("opens round")
            .labelled("opens a round")
            .of(
                Component.of("tracks", Shape.NAMES, OpenRound::tracks).usually(ImmutableSet.of()),
                Component.maybe("format", Shape.WORDS, OpenRound::format).under("format"),
                OpenRound::new);

    @Override
    public ActKind kind() {
      return ActKind.OPEN_ROUND;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /** The open round is closed, and its verdict is measured. */
  record CloseRound() implements Procedural {
    static final Form<CloseRound> FORM =
        Form.told("closes round")
            .toldOfNobody("closes round")
            .labelled("closes a round")
            .of(CloseRound::new);

    @Override
    public ActKind kind() {
      return ActKind.CLOSE_ROUND;
    }
  }

  /**
   * A meeting is held; inside a round it shows that they met.
   *
   * @param with whom its actor meets; empty when that is not known
   * @param track where, or empty
   * @param format how the parties sit, or empty
   */
  record HoldMeeting(ImmutableSet<ActorId> with, Optional<String> track, Optional<String> format)
      implements Procedural {
    static final Form<HoldMeeting> FORM =
        Form.told("meets")
            .labelled("holds a meeting")
            .of(
                Component.of("with", Shape.ACTORS, HoldMeeting::with).usually(ImmutableSet.of()),
                Component.maybe("track", Shape.WORDS, HoldMeeting::track).under("in"),
                Component.maybe("format", Shape.WORDS, HoldMeeting::format).under("format"),
                HoldMeeting::new);

    @Override
    public ActKind kind() {
      return ActKind.HOLD_MEETING;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A party says that talks are suspended, or an agreement between itself and others (Vienna
   * Convention on the Law of Treaties, articles 60 and 72).
   *
   * @param what an agreement's text, or one obligation under it; empty for the talks
   * @param toward between itself and whom an agreement is suspended; empty for all
   */
  record Suspend(Optional<Engagement> what, ImmutableSet<ActorId> toward) implements Procedural {
    static final Form<Suspend> FORM =
        Form.told("suspends")
            .toldOfNobody("suspended")
            .of(
                Component.maybe("what", Shape.ENGAGEMENT, Suspend::what),
                Component.of("toward", Shape.ACTORS, Suspend::toward)
                    .under("toward")
                    .usually(ImmutableSet.of()),
                Suspend::new);

    /** The talks. */
    public Suspend() {
      this(Optional.empty());
    }

    /**
     * An agreement towards all others, an obligation, or the talks.
     *
     * @param what an agreement's text, or one obligation under it; empty for the talks
     */
    public Suspend(Optional<Engagement> what) {
      this(what, ImmutableSet.of());
    }

    @Override
    public ActKind kind() {
      return ActKind.SUSPEND;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * Whoever suspended the talks or walked out comes back, or takes up an agreement again.
   *
   * @param what an agreement's text, or one obligation under it; empty for the talks
   */
  record Resume(Optional<Engagement> what) implements Procedural {
    static final Form<Resume> FORM =
        Form.told("resumes")
            .toldOfNobody("resumed")
            .of(Component.maybe("what", Shape.ENGAGEMENT, Resume::what), Resume::new);

    /** The talks. */
    public Resume() {
      this(Optional.empty());
    }

    @Override
    public ActKind kind() {
      return ActKind.RESUME;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /** A principal walks out. */
  record BreakOff() implements Procedural {
    static final Form<BreakOff> FORM =
        Form.told("breaks off").toldOfNobody("broken off").of(BreakOff::new);

    @Override
    public ActKind kind() {
      return ActKind.BREAK_OFF;
    }
  }

  /** A principal says that the talks are at an impasse; they are when all say so. */
  record DeclareImpasse() implements Procedural {
    static final Form<DeclareImpasse> FORM =
        Form.told("declares impasse").labelled("declares an impasse").of(DeclareImpasse::new);

    @Override
    public ActKind kind() {
      return ActKind.DECLARE_IMPASSE;
    }
  }

  /**
   * Somebody sets a deadline; an outsider can.
   *
   * @param deadline the deadline
   */
  record SetDeadline(Deadline deadline) implements Procedural {
    static final Form<SetDeadline> FORM =
        Form.told("sets deadline")
            .labelled("sets a deadline")
            .of(Component.of("deadline", Shape.DEADLINE, SetDeadline::deadline), SetDeadline::new);

    @Override
    public ActKind kind() {
      return ActKind.SET_DEADLINE;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A standing deadline is moved to a later date.
   *
   * @param name the deadline's name
   * @param to the new date
   */
  record ExtendDeadline(String name, When to) implements Procedural {
    static final Form<ExtendDeadline> FORM =
        Form.told("extends deadline")
            .labelled("extends a deadline")
            .of(
                Component.of("name", Shape.DEADLINE_NAME, ExtendDeadline::name),
                Component.of("to", Shape.DATE, ExtendDeadline::to).under("date"),
                ExtendDeadline::new);

    @Override
    public ActKind kind() {
      return ActKind.EXTEND_DEADLINE;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A party sends a delegation of the agenda.
   *
   * @param delegation the delegation
   * @param track where to, or empty
   */
  record SendDelegation(DelegationId delegation, Optional<String> track) implements Procedural {
    static final Form<SendDelegation> FORM =
        Form.told("sends")
            .labelled("sends a delegation")
            .of(
                Component.of("delegation", Shape.DELEGATION, SendDelegation::delegation),
                Component.maybe("track", Shape.WORDS, SendDelegation::track).under("to"),
                SendDelegation::new);

    @Override
    public ActKind kind() {
      return ActKind.SEND_DELEGATION;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * The agenda is amended: an issue is added, or the scale of one widened.
   *
   * @param issue the issue as it is from now on
   */
  record AmendAgenda(Issue issue) implements Procedural {
    static final Form<AmendAgenda> FORM =
        Form.told("adds issue", "widens")
            .labelled("amends the agenda")
            .of(
                Component.of("issue", Shape.ISSUE_DEFINITION, AmendAgenda::issue),
                AmendAgenda::new);

    @Override
    public ActKind kind() {
      return ActKind.AMEND_AGENDA;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A party of the agenda becomes a principal: it is admitted to the talks, or is back among those
   * who negotiate.
   *
   * @param party who is admitted
   */
  record Admit(ActorId party) implements Procedural {
    static final Form<Admit> FORM =
        Form.told("admits")
            .toldOfNobody("admitted to talks")
            .labelled("admits to the talks")
            .of(Component.of("party", Shape.ACTOR, Admit::party), Admit::new);

    @Override
    public ActKind kind() {
      return ActKind.ADMIT;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /**
   * A principal leaves the talks for good, and they go on among the rest: it negotiates no more.
   * What it has signed binds it as before; what it demands or offers, and what stands open with it,
   * is over. One who walks out to come back {@linkplain BreakOff breaks off}.
   */
  record Leave() implements Procedural {
    static final Form<Leave> FORM =
        Form.told("leaves talks").labelled("leaves the talks").of(Leave::new);

    @Override
    public ActKind kind() {
      return ActKind.LEAVE;
    }
  }

  /**
   * A principal is excluded from the talks: it {@linkplain Leave leaves} them by others' decision.
   *
   * @param party who is excluded
   */
  record Exclude(ActorId party) implements Procedural {
    static final Form<Exclude> FORM =
        Form.told("excludes")
            .toldOfNobody("excluded from talks")
            .labelled("excludes from the talks")
            .of(Component.of("party", Shape.ACTOR, Exclude::party), Exclude::new);

    @Override
    public ActKind kind() {
      return ActKind.EXCLUDE;
    }

    private Object writeReplace() {
      return RecordForm.of(this);
    }
  }

  /** A principal says that it abandons the talks. They are abandoned when every principal has. */
  record Abandon() implements Procedural {
    static final Form<Abandon> FORM = Form.told("abandons talks").of(Abandon::new);

    @Override
    public ActKind kind() {
      return ActKind.ABANDON;
    }
  }
}
