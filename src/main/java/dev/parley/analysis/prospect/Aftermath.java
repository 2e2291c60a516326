package dev.parley.analysis.prospect;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.parley.agenda.ActorId;
import dev.parley.agenda.Issue;
import dev.parley.agenda.Terms;
import dev.parley.analysis.ClosingPackage;
import dev.parley.analysis.bargaining.AdditiveProfile;
import dev.parley.analysis.stability.ArcForm;
import dev.parley.analysis.stability.RecordedConflict;
import dev.parley.analysis.stability.StabilityAnalysis;
import dev.parley.analysis.stability.Stance;
import dev.parley.talks.ActKind;
import dev.parley.talks.Move;
import dev.parley.talks.Negotiation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Continues a record by a package's concessions and reads it as a conflict. */
final class Aftermath {
  /** The most states that are weighed: where something is unknown, each is held against each. */
  static final int MOST_STATES = 1_024;

  private final Negotiation record;
  private final List<Issue> issues;
  private final Map<ActorId, AdditiveProfile> profiles;

  /** What came of it: a durability, or why there is none. */
  record Read(Optional<Durability> durability, Optional<String> limit) {}

  Aftermath(Negotiation record, List<Issue> issues, Map<ActorId, AdditiveProfile> profiles) {
    this.record = record;
    this.issues = issues;
    this.profiles = profiles;
  }

  Read of(ClosingPackage closing, Terms outcome) {
    Negotiation after = record;
    for (Move move : closing.moves(record.situation())) {
      if (move.act().kind() != ActKind.ATTEST) {
        after = after.record(move).orThrow();
      }
    }
    RecordedConflict conflict;
    try {
      conflict =
          RecordedConflict.of(
              after, issues.stream().map(Issue::id).collect(ImmutableSet.toImmutableSet()));
    } catch (IllegalArgumentException tooLarge) {
      return new Read(Optional.empty(), Optional.of(String.valueOf(tooLarge.getMessage())));
    }
    ImmutableMap<String, ImmutableMap<ActorId, Stance>> states = conflict.states();
    if (states.size() > MOST_STATES) {
      return new Read(Optional.empty(), Optional.of(tooMany(states.size())));
    }
    PositionMeetings meetings = new PositionMeetings(conflict, states, issues, outcome);
    ArcForm form = conflict.form();
    for (ActorId party : conflict.stances().keySet()) {
      new StatePreferences(meetings, form, party.text())
          .state(Optional.ofNullable(profiles.get(party)));
    }
    return new Read(
        Optional.of(new Durability(conflict, StabilityAnalysis.of(form.build()), states, meetings)),
        Optional.empty());
  }

  private static String tooMany(int states) {
    return String.format(
        Locale.ROOT,
        "whether it lasts is not weighed: the stances of the record make %,d states, where %,d at"
            + " most are weighed. Read fewer issues with RecordedConflict",
        states,
        MOST_STATES);
  }
}
