package dev.parley.progress;

import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a closed round moved or stalled. An open round has no verdict. */
public enum Progress {
  /** Some concession, a demand dropped or an issue newly settled; no hardening. */
  MOVED,
  /** Both a concession and a hardening. */
  MIXED,
  /** Neither, but something was stated for the first time, or changed by an unknown distance. */
  STATED,
  /** They met, each principal is known to have held somewhere, and nothing else is known. */
  HELD,
  /** Some hardening, no concession. */
  REGRESSED,
  /** What is known decides none of these. */
  UNREPORTED;

  /**
   * One principal's measured step.
   *
   * @param party who made it
   * @param measured what it was
   */
  public record Made(ActorId party, Measurement measured) {}

  /**
   * Returns the verdict over a round's steps.
   *
   * @param steps every step that was measured
   * @param settled whether an issue is newly settled
   * @param unsettled whether an issue is settled no more
   * @param met whether the parties met
   * @param principals all principals
   * @return the verdict
   */
  public static Progress of(
      List<Made> steps,
      boolean settled,
      boolean unsettled,
      boolean met,
      ImmutableSet<ActorId> principals) {
    boolean conceded = settled;
    boolean hardened = unsettled;
    boolean stated = false;
    Set<ActorId> held = new HashSet<>();
    for (Made step : steps) {
      stated |= step.measured.opening().isPresent();
      switch (step.measured.kind()) {
        case CONCEDED, DROPPED -> conceded = true;
        case HARDENED, REOPENED -> hardened = true;
        case STATED, QUANTIFIED -> stated = true;
        case HELD, RESTORED -> held.add(step.party);
        case CHANGED -> {
          if (step.measured.step().filter(s -> s.signum() == 0).isPresent()) {
            held.add(step.party);
          } else {
            stated = true;
          }
        }
        case UNREPORTED -> {}
      }
    }
    if (conceded) {
      return hardened ? MIXED : MOVED;
    }
    if (hardened) {
      return REGRESSED;
    }
    if (stated) {
      return STATED;
    }
    return met && held.containsAll(principals) ? HELD : UNREPORTED;
  }
}
