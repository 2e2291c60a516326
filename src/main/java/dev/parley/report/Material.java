package dev.parley.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.parley.agenda.ActorId;
import dev.parley.talks.Entry;
import dev.parley.talks.Negotiation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the panels of a page are made from.
 *
 * @param transcript the record
 * @param deeds acts in words
 * @param telling entries in words
 * @param course how the talks came to where they stand
 * @param phrases the words of the page
 */
record Material(
    Transcript transcript, Deeds deeds, Telling telling, Course course, Phrases phrases) {
  static Material of(Transcript transcript) {
    Negotiation negotiation = transcript.negotiation();
    Deeds deeds = new Deeds(new Names(transcript), new Citations(negotiation));
    return new Material(
        transcript,
        deeds,
        new Telling(negotiation, deeds),
        Course.of(negotiation, deeds.citations().readings()),
        Phrases.ENGLISH);
  }

  Negotiation negotiation() {
    return transcript.negotiation();
  }

  List<Passage> passages() {
    return Passage.of(transcript, names());
  }

  Names names() {
    return deeds.names();
  }

  String say(String key, Object... values) {
    return phrases.of(key, values);
  }

  List<Entry> entries() {
    return negotiation().chronicle().entries();
  }

  /** Returns whoever appears in an entry, in the order of the agenda; last the coder. */
  ImmutableMap<String, Integer> lanes() {
    Map<String, Integer> lanes = new LinkedHashMap<>();
    for (ActorId actor : names().agenda().actors().keySet()) {
      lanes.put(actor.text(), -1);
    }
    entries().forEach(e -> lanes.put(lane(e), 0));
    lanes.values().removeIf(used -> used < 0);
    ImmutableMap.Builder<String, Integer> numbered = ImmutableMap.builder();
    ImmutableList<String> keys = ImmutableList.copyOf(lanes.keySet());
    for (int i = 0; i < keys.size(); i++) {
      numbered.put(keys.get(i), i);
    }
    return numbered.buildOrThrow();
  }

  /** Returns whose lane an entry is in: a party's, or the coder's, which is named by nothing. */
  static String lane(Entry entry) {
    @Nullable ActorId by = Telling.by(entry);
    return by == null ? "" : by.text();
  }

  String laneName(String lane) {
    return lane.isEmpty() ? say("coder") : names().party(ActorId.of(lane));
  }
}
