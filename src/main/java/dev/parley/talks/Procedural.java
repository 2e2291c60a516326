package dev.parley.talks;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.DelegationId;
import dev.parley.agenda.Issue;
import dev.parley.evidence.When;
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
    @Override
    public ActKind kind() {
      return ActKind.OPEN_ROUND;
    }
  }

  /** The open round is closed, and its verdict is measured. */
  record CloseRound() implements Procedural {
    @Override
    public ActKind kind() {
      return ActKind.CLOSE_ROUND;
    }
  }

  /**
   * A meeting is held; inside a round it shows that they met.
   *
   * @param track where, or empty
   * @param format how the parties sit, or empty
   */
  record HoldMeeting(Optional<String> track, Optional<String> format) implements Procedural {
    @Override
    public ActKind kind() {
      return ActKind.HOLD_MEETING;
    }
  }

  /** A party says that talks, or its obligations, are suspended. */
  record Suspend() implements Procedural {
    @Override
    public ActKind kind() {
      return ActKind.SUSPEND;
    }
  }

  /** Whoever suspended the talks or walked out comes back. */
  record Resume() implements Procedural {
    @Override
    public ActKind kind() {
      return ActKind.RESUME;
    }
  }

  /** A principal walks out. */
  record BreakOff() implements Procedural {
    @Override
    public ActKind kind() {
      return ActKind.BREAK_OFF;
    }
  }

  /** A principal says that the talks are at an impasse; they are when all say so. */
  record DeclareImpasse() implements Procedural {
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
    @Override
    public ActKind kind() {
      return ActKind.SET_DEADLINE;
    }
  }

  /**
   * A standing deadline is moved to a later date.
   *
   * @param name the deadline's name
   * @param to the new date
   */
  record ExtendDeadline(String name, When to) implements Procedural {
    @Override
    public ActKind kind() {
      return ActKind.EXTEND_DEADLINE;
    }

    @Override
    public Optional<Object> subject() {
      return Optional.of(name);
    }
  }

  /**
   * A party sends a delegation of the agenda.
   *
   * @param delegation the delegation
   * @param track where to, or empty
   */
  record SendDelegation(DelegationId delegation, Optional<String> track) implements Procedural {
    @Override
    public ActKind kind() {
      return ActKind.SEND_DELEGATION;
    }

    @Override
    public Optional<Object> subject() {
      return Optional.of(delegation);
    }
  }

  /**
   * The agenda is amended: an issue is added, or the scale of one widened.
   *
   * @param issue the issue as it is from now on
   */
  record AmendAgenda(Issue issue) implements Procedural {
    @Override
    public ActKind kind() {
      return ActKind.AMEND_AGENDA;
    }
  }
}
