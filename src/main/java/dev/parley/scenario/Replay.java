package dev.parley.scenario;

import com.google.common.collect.ImmutableListMultimap;
import dev.parley.evidence.EntryId;
import dev.parley.talks.Entry;
import dev.parley.talks.Finding;
import dev.parley.talks.Negotiation;
import dev.parley.talks.Outcome.Accepted;

/** Plays the entries of a record again, one after another. */
final class Replay {
  private Replay() {}

  static ImmutableListMultimap<EntryId, Finding> findings(Negotiation negotiation) {
    ImmutableListMultimap.Builder<EntryId, Finding> findings = ImmutableListMultimap.builder();
    Negotiation now = negotiation.atTheBeginning();
    for (Entry entry : negotiation.chronicle().entries()) {
      if (now.again(entry) instanceof Accepted accepted) {
        findings.putAll(accepted.entry(), accepted.findings());
        now = accepted.negotiation();
      }
    }
    return findings.build();
  }
}
