package dev.parley.report.page;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.evidence.EntryId;
import dev.parley.report.Transcript;
import dev.parley.report.words.Contents;
import dev.parley.report.words.Deeds;
import dev.parley.report.words.EntryWords;
import dev.parley.report.words.EvidenceWords;
import dev.parley.report.words.Names;
import dev.parley.report.words.Phrases;
import dev.parley.report.words.Wording;
import dev.parley.talks.Entry;
import dev.parley.talks.Negotiation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the panels of a page are made from.
 *
 * @param transcript the record
 * @param contents its parts in words
 * @param course how the talks came to where they stand
 * @param rounds the entries within rounds, each with the round's number
 */
record Material(
    Transcript transcript,
    Contents contents,
    TalksHistory course,
    ImmutableMap<EntryId, Integer> rounds) {
  static Material of(Transcript transcript) {
    Negotiation negotiation = transcript.negotiation();
    Contents contents =
        Contents.of(
            negotiation,
            transcript.sources(),
            transcript.day(),
            new Contents.Beside(
                transcript.accounts(), transcript.findings(), transcript.preferences()));
    return new Material(
        transcript,
        contents,
        TalksHistory.of(negotiation, contents.wording().citations().readings()),
        negotiation.withinRounds());
  }

  /** Returns the round in which an entry lies, or nothing. */
  String round(EntryId entry) {
    return rounds.containsKey(entry) ? String.valueOf(rounds.get(entry)) : "";
  }

  Wording wording() {
    return contents.wording();
  }

  Negotiation negotiation() {
    return transcript.negotiation();
  }

  EvidenceWords evidence() {
    return contents.evidence();
  }

  Deeds deeds() {
    return wording().deeds();
  }

  EntryWords telling() {
    return wording().telling();
  }

  Names names() {
    return wording().names();
  }

  String say(String key, Object... values) {
    return Phrases.ENGLISH.of(key, values);
  }

  List<Entry> entries() {
    return wording().entries();
  }

  /** Returns whoever appears in an entry, in the order of the agenda; last the coder. */
  ImmutableMap<String, Integer> lanes() {
    Map<String, Integer> lanes = new LinkedHashMap<>();
    for (ActorId actor : names().agenda().actors().keySet()) {
      lanes.put(actor.text(), -1);
    }
    entries().forEach(e -> lanes.put(Wording.actor(e), 0));
    lanes.values().removeIf(used -> used < 0);
    ImmutableMap.Builder<String, Integer> numbered = ImmutableMap.builder();
    ImmutableList<String> keys = ImmutableList.copyOf(lanes.keySet());
    for (int i = 0; i < keys.size(); i++) {
      numbered.put(keys.get(i), i);
    }
    return numbered.buildOrThrow();
  }

  String laneName(String lane) {
    return lane.isEmpty() ? say("coder") : names().party(ActorId.of(lane));
  }
}
