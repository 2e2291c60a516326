package dev.parley.scenario;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What an actor does in an entry: the second half of the key {@code hamas demands of}. */
enum Verb {
  OPENS_ROUND("opens round"),
  CLOSES_ROUND("closes round"),
  MEETS("meets"),
  SUSPENDS("suspends"),
  RESUMES("resumes"),
  BREAKS_OFF("breaks off"),
  DECLARES_IMPASSE("declares impasse"),
  SETS_DEADLINE("sets deadline"),
  EXTENDS_DEADLINE("extends deadline"),
  SENDS("sends"),
  ADDS_ISSUE("adds issue"),
  WIDENS("widens"),
  DEMANDS_OF("demands of"),
  AMENDS_DEMAND_OF("amends demand of"),
  DROPS("drops"),
  REJECTS_DEMAND("rejects demand"),
  TIES("ties"),
  OFFERS("offers"),
  OFFERS_ONE_OF("offers one of"),
  WITHDRAWS("withdraws"),
  ACCEPTS("accepts"),
  REJECTS("rejects"),
  ATTESTS_WITH("attests with"),
  SOFTENS("softens"),
  HARDENS("hardens"),
  HOLDS("holds"),
  RATIFIES("ratifies"),
  FAILS_TO_RATIFY("fails to ratify"),
  SETS_OFF("sets off"),
  PERFORMS("performs"),
  ALLEGES_BREACH_OF("alleges breach of"),
  EXCUSES("excuses"),
  TERMINATES("terminates"),
  CLAIMS("claims"),
  ACCUSES("accuses"),
  PROMISES("promises"),
  THREATENS("threatens"),
  COMMITS_TO("commits to"),
  IN_INCIDENT("in incident"),
  CHANGES_GOVERNMENT("changes government");

  /** Keys of two words that are no verbs. */
  static final ImmutableSet<String> OTHER_KEYS =
      ImmutableSet.of(
          "together with",
          "ad referendum",
          "in the name of",
          "as said by",
          "as said on",
          "issue codes");

  private static final ImmutableMap<String, Verb> BY_TEXT =
      Arrays.stream(values()).collect(ImmutableMap.toImmutableMap(v -> v.text, v -> v));

  private final String text;

  Verb(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  static @Nullable Verb of(String text) {
    return BY_TEXT.get(text);
  }

  static ImmutableSet<String> texts() {
    return BY_TEXT.keySet();
  }
}
