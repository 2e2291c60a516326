package dev.parley.scenario;

import com.google.common.collect.ImmutableListMultimap;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Entry;
import dev.parley.talks.Finding;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome;
import dev.parley.talks.Outcome.Accepted;

/** Plays the entries of a record again, one after another. */
final class Replay {
  private Replay() {}

  /** Returns the negotiation after one more entry. */
  static Outcome next(Negotiation now, Entry entry) {
    if (entry instanceof Entry.Told told) {
      return now.record(told.move());
    }
    if (entry instanceof Entry.Corrected corrected) {
      return corrected.instead().isPresent()
          ? now.correct(corrected.target(), corrected.instead().get(), corrected.note())
          : now.cancel(corrected.target(), corrected.note());
    }
    Entry.Denied denied = (Entry.Denied) entry;
    return now.deny(denied.target(), denied.note());
  }

  static ImmutableListMultimap<EntryId, Finding> findings(Negotiation negotiation) {
    ImmutableListMultimap.Builder<EntryId, Finding> findings = ImmutableListMultimap.builder();
    Negotiation now = Negotiation.about(negotiation.firstAgenda(), negotiation.ruleBook());
    for (Entry entry : negotiation.chronicle().entries()) {
      Outcome outcome = next(now, entry);
      if (outcome instanceof Accepted accepted) {
        findings.putAll(accepted.entry(), accepted.findings());
        now = accepted.negotiation();
      }
    }
    return findings.build();
  }
}
